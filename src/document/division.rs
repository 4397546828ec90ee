//! Where each part of a letter begins and ends.
//!
//! Converters and scrapers run the lines of a letter together, so lines are first cut where a cell of
//! the letterhead, the salutation, the body or the closing formula opens in mid-line.

use super::beside::Edges;
use super::cue::LanguageCues;
use super::plain::Plain;
use super::{Part, PartKind};
use crate::language::{Language, detect_surely};
use crate::span::Span;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The lines of the plain form, each given to the part that it belongs to.
pub(super) fn divide(
    text: &str,
    plain: &Plain,
    language: Language,
    cues: &LanguageCues,
) -> Vec<Part> {
    let lines = landmarks_apart(lines(&plain.text), &plain.text, cues);
    let (lines, columns) = cells(lines, plain, text, cues);
    let words: Vec<&str> = lines.iter().map(|line| line.of(&plain.text)).collect();
    let kinds = classify(&words, &columns, cues);
    let mut parts: Vec<Part> = Vec::new();
    for (index, (line, (kind, opens))) in lines.iter().zip(kinds).enumerate() {
        let start = if index == 0 {
            0
        } else {
            plain.source(line.start, line.end).start
        };
        match parts.last_mut() {
            Some(part) if part.kind == kind && !opens => part.plain.end = line.end,
            last => {
                if let Some(part) = last {
                    part.span.end = start;
                }
                parts.push(Part {
                    kind,
                    language,
                    span: Span::new(start, start),
                    plain: *line,
                });
            }
        }
    }
    if let Some(part) = parts.last_mut() {
        part.span.end = text.len();
    }
    for part in &mut parts {
        if matches!(part.kind, PartKind::Body | PartKind::Annex) {
            let own = detect_surely(part.plain.of(&plain.text));
            part.language = own.unwrap_or(language);
        }
    }
    parts
}

/// The lines, cut around the salutation and before the closing formula; in a letter without a
/// salutation, cut where the body follows the subject.
fn landmarks_apart(lines: Vec<Span>, text: &str, cues: &LanguageCues) -> Vec<Span> {
    let mut apart = Vec::with_capacity(lines.len() + 4);
    let mut has_greeted = lines.iter().any(|line| {
        let words = line.of(text);
        cues.salutation.is_match(words) && words.chars().count() < LONGEST_SALUTATION
    });
    let greets = has_greeted
        || lines
            .iter()
            .any(|line| cues.greeting.is_match(line.of(text)));
    let parts = lines
        .iter()
        .any(|line| cues.closing.is_match(line.of(text)) || cues.parting.is_match(line.of(text)));
    let last = lines.last().copied();
    for line in lines {
        let mut rest = line;
        let is_last = Some(line) == last;
        if !has_greeted && let Some(greeting) = cues.greeting.find(rest.of(text)) {
            let (start, end) = (rest.start + greeting.start(), rest.start + greeting.end());
            push(&mut apart, text, Span::new(rest.start, start));
            push(&mut apart, text, Span::new(start, end));
            rest = Span::new(end, rest.end);
            has_greeted = true;
        }
        if !greets && let Some(body) = start_of_body(rest.of(text), cues) {
            push(&mut apart, text, Span::new(rest.start, rest.start + body));
            rest = Span::new(rest.start + body, rest.end);
        }
        if has_greeted && let Some(parting) = cues.parting.find(rest.of(text)) {
            let at = rest.start + parting.start();
            push(&mut apart, text, Span::new(rest.start, at));
            rest = Span::new(at, rest.end);
        }
        if !parts && let Some(signature) = bare_signature(rest.of(text), is_last, cues) {
            push(
                &mut apart,
                text,
                Span::new(rest.start, rest.start + signature.start),
            );
            push(
                &mut apart,
                text,
                Span::new(rest.start + signature.start, rest.start + signature.end),
            );
            rest = Span::new(rest.start + signature.end, rest.end);
        }
        push(&mut apart, text, rest);
    }
    apart
}

/// The end of a sentence; a single letter before the stop is an initial.
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[\p{Ll}\p{Han}\p{Arabic}\d)]|\p{Lu}{2})[.。] ?")
        .expect("the expression is constant")
});

/// Where in a long line, behind its last sentence, a name and office stand: before the words that
/// follow a signature or at the end of the letter. Letters without a closing formula end so.
fn bare_signature(line: &str, is_last: bool, cues: &LanguageCues) -> Option<Span> {
    const SHORTEST_BODY: usize = 150;
    const LONGEST_SIGNATURE: usize = 90;
    if line.chars().count() < SHORTEST_BODY {
        return None;
    }
    let tails = cues.tail.find_iter(line).map(|tail| tail.start());
    let ends = tails.chain(is_last.then_some(line.len()));
    let signature = |end: usize| {
        let sentence = SENTENCE_END.find_iter(&line[..end]).last()?;
        let words = line[sentence.end()..end].trim_end();
        let length = words.chars().count();
        let is_name = words.starts_with(|first: char| !first.is_lowercase() && !first.is_numeric());
        let fits =
            (5..LONGEST_SIGNATURE).contains(&length) && is_name && !words.contains([':', ';']);
        fits.then(|| Span::new(sentence.end(), end))
    };
    ends.filter_map(signature).next()
}

/// Longer lines that begin like a salutation are sentences.
const LONGEST_SALUTATION: usize = 90;

/// Where in a line that has the subject the body opens.
fn start_of_body(line: &str, cues: &LanguageCues) -> Option<usize> {
    const LONGEST_SUBJECT_ALONE: usize = 120;
    if line.chars().count() < LONGEST_SUBJECT_ALONE {
        return None;
    }
    let subject = subject_in(line, cues)?;
    let opening = cues.opening.find_at(line, subject + 1)?;
    Some(opening.start())
}

/// Where in a line the subject opens: at its start, or as a cell of a letterhead that was run together.
fn subject_in(line: &str, cues: &LanguageCues) -> Option<usize> {
    let cells = cues.cell.find_iter(line).map(|cell| cell.start());
    std::iter::once(0)
        .chain(cells)
        .find(|at| cues.opens_subject(&line[*at..]))
}

fn push(lines: &mut Vec<Span>, text: &str, line: Span) {
    let line = line.trim(text);
    if !line.is_empty() {
        lines.push(line);
    }
}

/// What stands between the cells of a table's row.
static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:(?:^| )/[ /]*|/(?: [ /]*|$)|\|[| ]*)+").expect("the expression is constant")
});

/// The column behind those of a label and its value.
const BESIDE_LABELLED: usize = 2;

/// The lines, those of the letterhead cut where another cell opens: converters run the cells of its
/// table together, or put a sign between them, which then ends its cell. Beside them the column of each,
/// which is the first where bars do not tell.
fn cells(
    lines: Vec<Span>,
    plain: &Plain,
    source: &str,
    cues: &LanguageCues,
) -> (Vec<Span>, Vec<usize>) {
    let text = plain.text.as_str();
    let greets = lines
        .iter()
        .position(|line| cues.salutation.is_match(line.of(text)));
    let subject = lines
        .iter()
        .position(|line| subject_in(line.of(text), cues).is_some());
    let end = greets.or(subject.map(|subject| subject + 1));
    let end = end.unwrap_or(0).min(lines.len());
    let head = &lines[..subject.unwrap_or(end).min(end)];
    let edges = Edges::of(head, plain, source);
    let mut cells = Vec::with_capacity(lines.len());
    let mut columns = Vec::with_capacity(lines.len());
    for (index, line) in lines[..end].iter().enumerate() {
        let words = line.of(text);
        let beside = match index < head.len() {
            true => edges.cut(*line, plain, source),
            false => None,
        };
        let column = |start: usize| match beside {
            Some(beside) if start >= beside => BESIDE_LABELLED,
            _ => column(words, start - line.start),
        };
        let separated = SEPARATOR.find_iter(words).map(|found| found.end());
        let opened = cues.cell.find_iter(words).map(|cue| cue.start());
        let set_apart = beside.map(|at| at - line.start);
        let cuts: BTreeSet<usize> = separated.chain(opened).chain(set_apart).collect();
        let mut start = line.start;
        for cut in cuts {
            let at = line.start + cut;
            if at > start && at < line.end {
                cells.push(Span::new(start, at));
                columns.push(column(start));
                start = at;
            }
        }
        cells.push(Span::new(start, line.end));
        columns.push(column(start));
    }
    cells.extend(&lines[end..]);
    columns.resize(cells.len(), 0);
    (cells, columns)
}

/// In which column of a row a byte stands: the bars before it, but for one that opens the row.
fn column(row: &str, at: usize) -> usize {
    let bars = row[..at].matches('|').count();
    bars - usize::from(bars > 0 && row.starts_with('|'))
}

/// The kind of each line, and whether a new part of that kind opens with it. A label and its value
/// fill the first two columns of a letterhead; those beside them go on from row to row.
fn classify(lines: &[&str], columns: &[usize], cues: &LanguageCues) -> Vec<(PartKind, bool)> {
    let landmarks = Landmarks::find(lines, cues);
    let mut kinds = Vec::with_capacity(lines.len());
    let mut of_column: BTreeMap<usize, PartKind> = BTreeMap::new();
    for (index, (line, column)) in lines.iter().zip(columns).enumerate() {
        let own = (*column).max(BESIDE_LABELLED - 1);
        let mut kind = *of_column.entry(own).or_insert(PartKind::Letterhead);
        let is_annex = index > landmarks.body_floor
            && cues.annex.is_match(line)
            && !cues.enclosures.is_match(line);
        if is_annex {
            kind = PartKind::Annex;
        } else {
            kind = match kind {
                PartKind::Annex => PartKind::Annex,
                PartKind::Signature if cues.copies.is_match(line) => PartKind::Copies,
                PartKind::Copies if index > landmarks.signature => PartKind::Copies,
                PartKind::Signature => PartKind::Signature,
                // The signature may be set off to a column of its own.
                _ if index >= landmarks.body.max(landmarks.signature) => PartKind::Signature,
                PartKind::Body | PartKind::Salutation => PartKind::Body,
                _ if Some(index) == landmarks.salutation => PartKind::Salutation,
                _ if index >= landmarks.body => PartKind::Body,
                _ if cues.opens_subject(line) && !is_in_label_column(lines, index, cues) => {
                    PartKind::Subject
                }
                _ if cues.copies.is_match(line) => PartKind::Copies,
                _ if cues.label.is_match(line) => PartKind::Letterhead,
                PartKind::Letterhead | PartKind::Addressees if cues.addressees.is_match(line) => {
                    PartKind::Addressees
                }
                other => other,
            };
        }
        of_column.insert(own, kind);
        kinds.push((kind, is_annex));
    }
    kinds
}

/// True where the label of the subject ends a column of labels whose values all follow it: the words
/// behind it are those of the first label.
fn is_in_label_column(lines: &[&str], index: usize, cues: &LanguageCues) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|before| lines.get(before)) else {
        return false;
    };
    let label = cues.label.find(before);
    label.is_some() && before.trim_end().ends_with(':')
}

/// The lines that divide a letter, by index.
struct Landmarks {
    salutation: Option<usize>,
    /// The first line that is body for certain.
    body: usize,
    /// No annex heading stands at or above this line.
    body_floor: usize,
    /// The first line of the closing formula or, without one, of the signature.
    signature: usize,
}

impl Landmarks {
    fn find(lines: &[&str], cues: &LanguageCues) -> Self {
        let position = |from: usize, cue: &Regex| {
            let rest = lines.get(from..)?;
            Some(from + rest.iter().position(|line| cue.is_match(line))?)
        };
        let subject = lines.iter().position(|line| cues.opens_subject(line));
        let salutation = position(0, &cues.salutation)
            .filter(|at| lines[*at].chars().count() < LONGEST_SALUTATION)
            .filter(|at| subject.is_none_or(|subject| *at > subject) || *at < 12);
        let body = match (salutation, subject) {
            (Some(salutation), _) => salutation + 1,
            (None, Some(subject)) => end_of_subject(lines, subject, cues),
            (None, None) => end_of_letterhead(lines, cues),
        };
        // What opens the closing formula in mid-line opens it at the start of a line too.
        let parting = lines.iter().skip(body).position(|line| {
            cues.parting
                .find(line)
                .is_some_and(|found| found.start() == 0)
        });
        let closing = position(body, &cues.closing).or(parting.map(|at| body + at));
        let annex = (body + 1..lines.len())
            .find(|at| cues.annex.is_match(lines[*at]) && !cues.enclosures.is_match(lines[*at]));
        let end = annex.unwrap_or(lines.len());
        let signature = match closing {
            Some(closing) if closing < end => closing,
            _ => start_of_bare_signature(lines, body, end, cues),
        };
        Self {
            salutation,
            body,
            body_floor: body,
            signature,
        }
    }
}

/// Without a salutation the subject ends with its first line, and those that go on with it.
fn end_of_subject(lines: &[&str], subject: usize, cues: &LanguageCues) -> usize {
    let is_label_only = |line: &str| {
        cues.subject.find(line).is_some_and(|found| {
            line[found.end()..]
                .trim_matches([' ', ':', '/', '|'])
                .is_empty()
        })
    };
    let first = if is_label_only(lines[subject]) {
        subject + 1
    } else {
        subject
    };
    let goes_on = |line: &&&str| {
        let length = line.chars().count();
        length < 90 && !line.ends_with(['.', '。']) && !starts_numbered(line)
            || line.starts_with(['-', '·'])
    };
    let rest = lines.get(first + 1..).unwrap_or(&[]);
    first + 1 + rest.iter().take(4).take_while(goes_on).count()
}

/// Without subject and salutation the body begins with the first long line that opens no part, or the
/// first sentence.
fn end_of_letterhead(lines: &[&str], cues: &LanguageCues) -> usize {
    lines
        .iter()
        .position(|line| {
            (line.chars().count() > 120 || is_sentence(line))
                && !cues.addressees.is_match(line)
                && !cues.label.is_match(line)
                && !cues.copies.is_match(line)
        })
        .unwrap_or(lines.len().min(1))
}

/// Letters without a closing formula end in short lines: name, office, and what is counted and listed
/// below them. Sentences, the items of lists, and lines with figures or a label are none of these.
fn start_of_bare_signature(lines: &[&str], body: usize, end: usize, cues: &LanguageCues) -> usize {
    let is_short = |line: &&&str| {
        let length = line.chars().count();
        length < 70
            && !line.ends_with([';', '.', '。', '；'])
            && !line.starts_with(['-', '·'])
            && !line.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, ':' | '：'))
    };
    let short_before = |end: usize, most: usize| {
        let lines = lines[body.min(end)..end].iter().rev();
        end - lines.take(most).take_while(is_short).count()
    };
    let follows = |line: &&str| {
        let opens = |cue: &Regex| cue.find(line).is_some_and(|found| found.start() == 0);
        cues.enclosures.is_match(line) || cues.copies.is_match(line) || opens(&cues.tail)
    };
    let below = lines[body.min(end)..end].iter().position(follows);
    below
        .map(|below| short_before(body + below, 4))
        .filter(|start| below.is_some_and(|below| *start < body + below))
        .unwrap_or_else(|| short_before(end, 8))
}

/// A line of some words that ends as a sentence, or as one that opens a list.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', ':', '。', '：']) && line.split_whitespace().count() > 5
}

fn starts_numbered(line: &str) -> bool {
    line.starts_with(|character: char| character.is_ascii_digit())
}

fn lines(plain: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in plain.split('\n') {
        if !line.is_empty() {
            lines.push(Span::new(start, start + line.len()));
        }
        start += line.len() + 1;
    }
    lines
}
