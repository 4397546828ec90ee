//! Runs of characters put into lines, and lines cut into cells where a gap is wider than words keep.

use crate::language::is_han;
use crate::read::layout::note_mark;
use pdfboss_text::{ReadingOrder, TextSpan};
use unicode_normalization::UnicodeNormalization;

/// A gap wider than this many times the size of the letters ends a cell.
const CELL_GAP: f32 = 1.1;

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
    spans.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Row> = Vec::new();
    for span in spans {
        match rows.last_mut().filter(|row| row.takes(&span)) {
            Some(row) => row.push(span),
            None => rows.push(Row::new(span)),
        }
    }
    let lines: Vec<Line> = rows.into_iter().map(Row::into_line).collect();
    in_reading_direction(lines)
}

fn is_placed(span: &TextSpan) -> bool {
    let places = [span.x, span.y, span.end_x, span.size];
    places
        .iter()
        .all(|place| place.is_finite() && place.abs() < 1e6)
}

/// On a page that is read from right to left places are counted from the right.
fn in_reading_direction(mut lines: Vec<Line>) -> Vec<Line> {
    let text = |is_sought: fn(char) -> bool| {
        let cells = lines.iter().flat_map(|line| &line.cells);
        let characters = cells.flat_map(|cell| cell.text.chars());
        characters.filter(|c| is_sought(*c)).count()
    };
    if text(is_arabic) <= text(|c| c.is_alphabetic() && !is_arabic(c)) {
        return lines;
    }
    let right = lines
        .iter()
        .flat_map(|line| &line.cells)
        .map(|cell| cell.end)
        .fold(0.0, f32::max);
    for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
        (cell.x, cell.end) = (right - cell.end, right - cell.x);
    }
    for line in &mut lines {
        line.cells.reverse();
    }
    lines
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Spans on one baseline.
struct Row {
    y: f32,
    size: f32,
    spans: Vec<TextSpan>,
}

impl Row {
    fn new(span: TextSpan) -> Self {
        Self {
            y: span.y,
            size: span.size,
            spans: vec![span],
        }
    }

    /// Raised letters and numbers belong to the line below whose top they stand at.
    fn takes(&self, span: &TextSpan) -> bool {
        (self.y - span.y).abs() < 0.45 * self.size.max(span.size)
    }

    fn push(&mut self, span: TextSpan) {
        if span.size > self.size {
            self.size = span.size;
            self.y = span.y;
        }
        self.spans.push(span);
    }

    fn into_line(mut self) -> Line {
        self.spans.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut cells: Vec<Vec<TextSpan>> = Vec::new();
        let mut end = f32::NEG_INFINITY;
        for span in self.spans {
            let gap = span.x - end;
            end = end.max(span.end_x);
            match cells.last_mut().filter(|_| gap < CELL_GAP * self.size) {
                Some(cell) => cell.push(span),
                None => cells.push(vec![span]),
            }
        }
        let (y, size) = (self.y, self.size);
        let cells = cells.into_iter().map(|spans| cell(spans, y, size));
        Line {
            y,
            size,
            cells: cells.filter(|cell| !cell.text.is_empty()).collect(),
        }
    }
}

/// The words of neighbouring spans, numbers of notes marked.
fn cell(spans: Vec<TextSpan>, y: f32, size: f32) -> Cell {
    let x = spans.iter().map(|span| span.x).fold(f32::MAX, f32::min);
    let end = spans.iter().map(|span| span.end_x).fold(0.0, f32::max);
    let mut text = String::new();
    let mut plain: Vec<TextSpan> = Vec::new();
    for span in spans {
        let is_raised = span.size < 0.8 * size && span.y > y + 0.15 * size;
        let number = span.text.trim();
        let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
        if is_raised && is_number && !(plain.is_empty() && text.is_empty()) {
            text.push_str(&words(&std::mem::take(&mut plain)));
            text.push_str(&note_mark(number));
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
    Cell {
        text: text.trim().to_owned(),
        x,
        end,
    }
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
