//! Runs of characters put into lines, and lines cut into cells where a gap is wider than words keep.

use super::bidi::{self, Habits, Run};
use crate::language::is_han;
use crate::read::layout::note_mark;
use pdfboss_text::{ReadingOrder, TextSpan};
use unicode_normalization::UnicodeNormalization;

/// A gap wider than this many times the size of the letters ends a cell.
const CELL_GAP: f32 = 1.1;

/// How many lines above and below are looked at to tell where cells begin.
const BESIDE: usize = 3;

/// The most vowel signs on one letter.
const MARKS: usize = 8;

/// Words on one baseline.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The baseline, from the bottom of the page.
    pub(super) y: f32,
    /// The size of its letters.
    pub(super) size: f32,
    /// Its cells in reading order.
    pub(super) cells: Vec<Cell>,
}

/// Words of a line without a wide gap.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// The words in the order in which they are read.
    pub(super) text: String,
    /// Where they begin, counted in the direction of reading.
    pub(super) x: f32,
    /// Where they end.
    pub(super) end: f32,
    /// Their baseline, which may differ a little from that of the line.
    pub(super) y: f32,
}

impl Line {
    /// How many letters and digits it has.
    pub(super) fn letters(&self) -> usize {
        let characters = self.cells.iter().flat_map(|cell| cell.text.chars());
        characters.filter(|c| c.is_alphanumeric()).count()
    }

    /// Where its first cell begins.
    pub(super) fn x(&self) -> f32 {
        self.cells.first().map_or(0.0, |cell| cell.x)
    }

    /// Where its last cell ends.
    pub(super) fn end(&self) -> f32 {
        self.cells.last().map_or(0.0, |cell| cell.end)
    }

    /// Its words on one line.
    pub(super) fn text(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(|cell| cell.text.as_str()).collect();
        cells.join(" ")
    }
}

/// The lines of a page from top to bottom; places are counted from the corner of the page.
pub(super) fn lines(mut spans: Vec<TextSpan>, left: f32, bottom: f32) -> Vec<Line> {
    spans.retain(|span| span.rotate == 0 && span.size > 0.5 && is_placed(span));
    for span in &mut spans {
        span.x -= left;
        span.end_x -= left;
        span.y -= bottom;
        span.end_y -= bottom;
        if span.end_x < span.x {
            std::mem::swap(&mut span.x, &mut span.end_x);
        }
    }
    spans.retain(|span| !span.text.trim().is_empty());
    let reading = Reading::of(&spans);
    let mut spans: Vec<Placed> = spans.into_iter().enumerate().map(Placed::from).collect();
    if let Reading::FromRight(habits) = reading {
        put_marks_beside_letters(&mut spans, habits);
    }
    spans.sort_by(|a, b| {
        let (a, b) = (&a.span, &b.span);
        b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x))
    });
    let mut rows: Vec<Row> = Vec::new();
    for placed in spans {
        match rows.last_mut().filter(|row| row.takes(&placed.span)) {
            Some(row) => row.push(placed),
            None => rows.push(Row::new(placed)),
        }
    }
    for row in &mut rows {
        row.spans.sort_by(|a, b| a.span.x.total_cmp(&b.span.x));
    }
    let edges: Vec<Vec<f32>> = rows.iter().map(|row| row.edges(reading)).collect();
    let lines = rows.into_iter().enumerate().map(|(at, row)| {
        let beside = at.saturating_sub(BESIDE)..(at + BESIDE + 1).min(edges.len());
        row.into_line(reading, &edges[beside].concat())
    });
    let lines = lines.collect();
    match reading {
        Reading::FromLeft => lines,
        Reading::FromRight(_) => counted_from_right(lines),
    }
}

/// The side from which the lines of a page are read.
#[derive(Clone, Copy)]
enum Reading {
    FromLeft,
    FromRight(Habits),
}

impl Reading {
    fn of(spans: &[TextSpan]) -> Self {
        let characters = || spans.iter().flat_map(|span| span.text.chars());
        let arabic = characters().filter(|c| bidi::is_arabic(*c)).count();
        let others = characters().filter(|c| c.is_alphabetic() && !bidi::is_arabic(*c));
        if arabic > others.count() {
            Self::FromRight(Habits::of(spans.iter()))
        } else {
            Self::FromLeft
        }
    }
}

/// A run of characters, and which one of the page it was.
struct Placed {
    span: TextSpan,
    step: usize,
}

impl From<(usize, TextSpan)> for Placed {
    fn from((step, span): (usize, TextSpan)) -> Self {
        Self { span, step }
    }
}

/// Vowel signs that are drawn on their own, higher or lower than the line, are put beside the letter
/// that was drawn next or last.
fn put_marks_beside_letters(spans: &mut [Placed], habits: Habits) {
    let is_marks = |placed: &Placed| placed.span.text.trim().chars().all(bidi::is_mark);
    for at in 0..spans.len() {
        if !is_marks(&spans[at]) {
            continue;
        }
        let letter = if habits.marks_follow {
            let mut before = spans[..at].iter().rev().take(MARKS);
            before.find(|placed| !is_marks(placed))
        } else {
            let mut after = spans[at + 1..].iter().take(MARKS);
            after.find(|placed| !is_marks(placed))
        };
        let Some(letter) = letter else { continue };
        let (x, y, size) = (letter.span.x, letter.span.y, letter.span.size);
        let mark = &mut spans[at].span;
        if (mark.y - y).abs() < size && (mark.x - x).abs() < 50.0 * size {
            mark.x = if habits.marks_follow {
                x + 0.01
            } else {
                x - 0.01
            };
            (mark.end_x, mark.y, mark.size) = (mark.x, y, size);
        }
    }
}

fn is_placed(span: &TextSpan) -> bool {
    let places = [span.x, span.y, span.end_x, span.size];
    places
        .iter()
        .all(|place| place.is_finite() && place.abs() < 1e6)
}

/// On a page that is read from right to left places are counted from the right.
fn counted_from_right(mut lines: Vec<Line>) -> Vec<Line> {
    let cells = lines.iter().flat_map(|line| &line.cells);
    let right = cells.map(|cell| cell.end).fold(0.0, f32::max);
    for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
        (cell.x, cell.end) = (right - cell.end, right - cell.x);
    }
    for line in &mut lines {
        line.cells.reverse();
    }
    lines
}

/// Spans on one baseline.
struct Row {
    y: f32,
    size: f32,
    spans: Vec<Placed>,
}

impl Row {
    fn new(placed: Placed) -> Self {
        Self {
            y: placed.span.y,
            size: placed.span.size,
            spans: vec![placed],
        }
    }

    /// Raised letters and numbers belong to the line below whose top they stand at.
    fn takes(&self, span: &TextSpan) -> bool {
        let (small, large) = (self.size.min(span.size), self.size.max(span.size));
        let reach = if small < 0.8 * large { 0.55 } else { 0.45 };
        (self.y - span.y).abs() < reach * large
    }

    fn push(&mut self, placed: Placed) {
        if placed.span.size > self.size {
            self.size = placed.span.size;
            self.y = placed.span.y;
        }
        self.spans.push(placed);
    }

    /// Where cells begin beside a wide gap, on the side from which lines are read.
    fn edges(&self, reading: Reading) -> Vec<f32> {
        let mut edges = Vec::new();
        let mut end = f32::INFINITY;
        for Placed { span, .. } in &self.spans {
            if span.x - end >= CELL_GAP * self.size {
                edges.push(match reading {
                    Reading::FromLeft => span.x,
                    Reading::FromRight(_) => end,
                });
            }
            end = if end.is_finite() {
                end.max(span.end_x)
            } else {
                span.end_x
            };
        }
        edges
    }

    /// Cells end at wide gaps, and at narrower ones where cells of the line above or below begin.
    fn into_line(self, reading: Reading, beside: &[f32]) -> Line {
        let mut cells: Vec<Vec<Placed>> = Vec::new();
        let mut end = f32::NEG_INFINITY;
        for placed in self.spans {
            let gap = placed.span.x - end;
            let edge = match reading {
                Reading::FromLeft => placed.span.x,
                Reading::FromRight(_) => end,
            };
            let is_aligned =
                gap > 0.3 * self.size && beside.iter().any(|known| (known - edge).abs() < 0.5);
            end = end.max(placed.span.end_x);
            match cells
                .last_mut()
                .filter(|_| gap < CELL_GAP * self.size && !is_aligned)
            {
                Some(cell) => cell.push(placed),
                None => cells.push(vec![placed]),
            }
        }
        let (y, size) = (self.y, self.size);
        let cells = cells.into_iter().map(|spans| cell(spans, y, size, reading));
        Line {
            y,
            size,
            cells: cells.filter(|cell| !cell.text.is_empty()).collect(),
        }
    }
}

/// The words of neighbouring spans, numbers of notes marked.
fn cell(spans: Vec<Placed>, y: f32, size: f32, reading: Reading) -> Cell {
    let places = || spans.iter().map(|placed| &placed.span);
    let x = places().map(|span| span.x).fold(f32::MAX, f32::min);
    let end = places().map(|span| span.end_x).fold(0.0, f32::max);
    let largest = places().max_by(|a, b| a.size.total_cmp(&b.size));
    let own = largest.map_or(y, |span| span.y);
    let is_note = |span: &TextSpan| {
        let is_raised = span.size < 0.8 * size && span.y > y + 0.15 * size;
        let number = span.text.trim();
        is_raised && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let text = match reading {
        Reading::FromRight(habits) if !is_latin(places()) || opens_with_stop(&spans) => {
            let last = spans.len() - 1;
            let runs = spans.iter().enumerate().map(|(at, placed)| {
                let is_note = at < last && is_note(&placed.span);
                Run::new(&placed.span, placed.step, is_note)
            });
            fold(bidi::words(&runs.collect::<Vec<_>>(), habits).trim())
        }
        _ => from_left(spans.into_iter().map(|placed| placed.span), is_note),
    };
    Cell {
        text: text.trim().to_owned(),
        x,
        end,
        y: own,
    }
}

/// True for words none of which is Arabic.
fn is_latin<'a>(spans: impl Iterator<Item = &'a TextSpan> + Clone) -> bool {
    let characters = || spans.clone().flat_map(|span| span.text.chars());
    characters().any(char::is_alphabetic) && !characters().any(bidi::is_arabic)
}

/// True for words that begin, seen from the left, with what ends a sentence: they end there, then.
fn opens_with_stop(spans: &[Placed]) -> bool {
    let first = spans.first().map(|placed| placed.span.text.trim_start());
    first.is_some_and(|words| words.starts_with(['.', ',', ':', ';', ')', '،', '؛']))
}

fn from_left(spans: impl Iterator<Item = TextSpan>, is_note: impl Fn(&TextSpan) -> bool) -> String {
    let mut text = String::new();
    let mut plain: Vec<TextSpan> = Vec::new();
    for span in spans {
        if is_note(&span) && !(plain.is_empty() && text.is_empty()) {
            text.push_str(&words(&std::mem::take(&mut plain)));
            text.push_str(&note_mark(span.text.trim()));
        } else {
            plain.push(span);
        }
    }
    let rest = words(&plain);
    let follows_mark = text.ends_with(']');
    if follows_mark && rest.starts_with(char::is_alphanumeric) {
        text.push(' ');
    }
    text.push_str(&rest);
    text
}

/// The words of spans in the order in which they are read.
fn words(spans: &[TextSpan]) -> String {
    if spans.is_empty() {
        return String::new();
    }
    let words = pdfboss_output::layout(spans, ReadingOrder::Content);
    let words: Vec<&str> = words.split('\n').map(str::trim).collect();
    fold(words.join(" ").trim())
}

/// Letters in the forms that a line gives them, and letters drawn as one, as they are written.
fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        {
            folded.extend(std::iter::once(character).nfkc());
        } else if character.is_control() && character != '\t' {
            folded.push(' ');
        } else {
            folded.push(character);
        }
    }
    without_spacing(&folded)
}

/// Chinese is set with gaps beside other letters, and written without spaces.
fn without_spacing(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let is_gap = character == ' '
            && (kept.chars().next_back().is_some_and(is_han)
                || characters.peek().copied().is_some_and(is_han));
        if !is_gap {
            kept.push(character);
        }
    }
    kept
}
