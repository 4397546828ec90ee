//! Footnotes: lines at the foot of a page that begin with a number that the page refers to.

use super::Page;
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
    let small = |size: f32| size < 0.97 * body;
    let first_small = page.lines.iter().rposition(|line| !small(line.size));
    let first_small = first_small.map_or(0, |last| last + 1);
    let mut number = None;
    for (at, line) in page.lines.iter().enumerate().skip(first_small) {
        let text = line.text();
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let above = page.lines[..at].iter().map(|line| line.text());
        let is_referred = !digits.is_empty()
            && digits.len() <= 3
            && above
                .into_iter()
                .any(|text| text.contains(&note_mark(&digits)));
        if is_referred {
            from = from.min(at);
            words.insert(digits.clone(), text[digits.len()..].trim().to_owned());
            number = Some(digits);
        } else if let Some(note) = number.as_ref().and_then(|number| words.get_mut(number)) {
            super::join::join(note, &text, false);
        }
    }
    Notes { words, from }
}
