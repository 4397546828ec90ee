//! Footnotes: lines at the foot of a page that begin with a number that the page refers to.

use super::Page;
use super::line::Line;
use crate::read::layout::note_mark;
use std::collections::BTreeMap;

/// The notes of a page by number, and the index of the first line that is none of the text.
pub(super) struct Notes {
    pub(super) words: BTreeMap<String, String>,
    pub(super) from: usize,
}

/// Finds the notes at the foot of a page.
pub(super) fn take(page: &Page, body: f32) -> Notes {
    let mut from = page.lines.len();
    let mut words = BTreeMap::new();
    let mut number = None;
    for (at, line) in page.lines.iter().enumerate().skip(first(page, body)) {
        let text = line.text();
        let digits = digits(&text);
        if is_referred(page, at, digits) {
            from = from.min(at);
            words.insert(digits.to_owned(), text[digits.len()..].trim().to_owned());
            number = Some(digits.to_owned());
        } else if let Some(note) = number.as_ref().and_then(|number| words.get_mut(number)) {
            super::join::join(note, &text, false);
        }
    }
    Notes { words, from }
}

/// The first line that may be a note: below all letters of full size, or, where notes are as large as
/// the text, the one with the first number that the page refers to, if all the others follow it.
fn first(page: &Page, body: f32) -> usize {
    let is_small = |line: &Line| line.size < 0.97 * body;
    let last = page.lines.iter().rposition(|line| !is_small(line));
    let below = last.map_or(0, |last| last + 1);
    let texts: Vec<String> = page.lines.iter().map(Line::text).collect();
    let referred = texts.iter().flat_map(|text| references(text));
    let referred: Vec<&str> = referred.collect();
    let Some(opening) = referred.first() else {
        return below;
    };
    let begins = texts.iter().rposition(|text| digits(text) == *opening);
    let Some(begins) = begins.filter(|at| is_referred(page, *at, opening)) else {
        return below;
    };
    let noted: Vec<&str> = texts[begins..].iter().map(|text| digits(text)).collect();
    if referred.iter().all(|number| noted.contains(number)) {
        begins.min(below)
    } else {
        below
    }
}

/// The numbers of notes that words refer to.
pub(super) fn references(text: &str) -> impl Iterator<Item = &str> {
    let marks = text.split("[footnoteRef:").skip(1);
    marks.filter_map(|rest| rest.split_once(']').map(|(number, _)| number))
}

/// The number that words begin with.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// True for a number of a note that lines above refer to.
fn is_referred(page: &Page, at: usize, digits: &str) -> bool {
    let mark = note_mark(digits);
    let mut above = page.lines[..at].iter();
    !digits.is_empty() && digits.len() <= 3 && above.any(|line| line.text().contains(&mark))
}
