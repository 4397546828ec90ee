//! Lines to paragraphs and rows, over the ends of columns and pages.
//!
//! A line goes on with the one above when it begins where that began and its first word would not
//! have fitted there: that tells running text from lines that were meant to end. Each cell of a row
//! goes on below itself.

use super::join::join;
use super::line::{Cell, Line};
use super::note::{Notes, references};
use super::{Page, column};
use crate::document::Properties;
use crate::language::is_han;
use crate::read::layout::{Layout, Margin, Text};
use std::collections::BTreeMap;

/// The paragraph or row that lines are added to.
struct Row {
    cells: Vec<Cell>,
    /// Where each cell's last line ends.
    ends: Vec<f32>,
    /// The baseline of its last line.
    y: f32,
    size: f32,
    lines: usize,
    /// Where the text ends on the right, where it stands.
    right: f32,
    /// Where a page begins in it: the cell and the byte.
    page: Option<(usize, usize)>,
}

/// Builds the text page by page.
pub(super) struct Flow {
    layout: Layout,
    row: Option<Row>,
    notes: BTreeMap<String, String>,
    is_hyphenated: bool,
    /// The distance of lines in running text, in sizes of letters.
    pitch: f32,
    /// Where the text of the page ends on the right.
    right: f32,
    /// Where the column begins on the left, if the page has columns.
    left: Option<f32>,
    /// True where lines are set as wide as they may be, but for the last ones of paragraphs.
    is_justified: bool,
}

impl Flow {
    pub(super) fn new(pages: &[Page], body: f32, is_hyphenated: bool) -> Self {
        let lines = || pages.iter().map(|page| page.lines.as_slice());
        let right = lines()
            .filter_map(|lines| right(lines, body))
            .fold(0.0, f32::max);
        let ends = lines().flatten().map(Line::end).fold(0.0, f32::max);
        let right = if right > 0.0 {
            right
        } else {
            ends + 6.0 * body
        };
        Self {
            layout: Layout::default(),
            row: None,
            notes: BTreeMap::new(),
            is_hyphenated,
            pitch: pitch(lines(), right).unwrap_or(1.2),
            right,
            left: None,
            is_justified: false,
        }
    }

    pub(super) fn page(&mut self, mut page: Page, notes: Notes) {
        page.lines.truncate(notes.from);
        self.notes.extend(notes.words);
        let mut opens = true;
        if page.lines.is_empty() {
            self.end_row();
            self.layout.page();
        }
        let bands = column::in_order(page.lines, page.width);
        let has_columns = bands.len() > 1;
        let whole = self.right;
        for band in bands {
            if has_columns {
                // What stands over both columns may go on as far as the page does.
                let start = band.iter().map(Line::x).fold(f32::MAX, f32::min);
                let end = band.iter().map(Line::end).fold(0.0, f32::max);
                let is_column = band.len() > 1 && end - start < 0.65 * whole;
                self.left = is_column.then_some(start);
                self.right = if is_column { end } else { whole };
            }
            self.is_justified = is_justified(&band);
            let mut breaks = true;
            for line in band {
                self.line(line, breaks, opens);
                (breaks, opens) = (false, false);
            }
        }
        (self.left, self.right) = (None, whole);
    }

    pub(super) fn finish(mut self, margins: Vec<(Margin, String)>, properties: Properties) -> Text {
        self.end_row();
        for (number, words) in std::mem::take(&mut self.notes) {
            self.layout.note(&number, &words);
        }
        for (margin, words) in margins {
            self.layout.margin(margin, &words);
        }
        self.layout.finish(properties)
    }

    /// Adds a line; `breaks` for the first one of a column, `opens` for the first one of a page.
    fn line(&mut self, line: Line, breaks: bool, opens: bool) {
        if line.cells.is_empty() {
            return;
        }
        let places = self
            .row
            .as_ref()
            .and_then(|row| self.continued(row, &line, breaks));
        let (Some(places), Some(row)) = (places, self.row.as_mut()) else {
            self.end_row();
            if opens {
                self.layout.page();
            }
            self.row = Some(Row {
                ends: line.cells.iter().map(|cell| cell.end).collect(),
                y: line.y,
                size: line.size,
                cells: line.cells,
                lines: 1,
                right: self.right,
                page: None,
            });
            return;
        };
        for (cell, place) in line.cells.into_iter().zip(places) {
            let words = &mut row.cells[place].text;
            if opens {
                row.page.get_or_insert((place, words.len()));
            }
            join(words, &cell.text, self.is_hyphenated);
            row.ends[place] = cell.end;
            if breaks {
                // What follows stands in the new column.
                (row.cells[place].x, row.right) = (cell.x, self.right);
            }
        }
        row.y = line.y;
        row.lines += 1;
    }

    /// The cells of the row that the cells of the line go on with.
    fn continued(&self, row: &Row, line: &Line, breaks: bool) -> Option<Vec<usize>> {
        let size = row.size.max(line.size);
        if (row.size - line.size).abs() > 0.2 * size {
            return None;
        }
        let distance = row.y - line.y;
        if breaks {
            let last = row.cells.last()?;
            if last
                .text
                .ends_with(['.', ':', ';', '。', '；', '：', '!', '?'])
            {
                return None;
            }
        } else if distance <= 0.0 || distance > self.pitch * 1.2 * size {
            return None;
        }
        let last = row.cells.len() - 1;
        let near = |a: f32, b: f32| (a - b).abs() < 0.6 * size;
        let first = line.cells.first()?;
        if line.cells.len() == 1 && self.is_full(row, last, &first.text, first) {
            // Running text: below its own beginning, below the row's, or after an indent.
            let own = row.cells[last].x;
            let indent = own - first.x;
            let is_indented = row.lines == 1 && row.cells.len() == 1 && indent.abs() < 6.0 * size;
            // The columns of a page begin at different places.
            let opens_column = breaks && self.left.is_some_and(|left| near(first.x, left));
            if near(first.x, own) || is_indented || opens_column && row.cells.len() == 1 {
                return Some(vec![last]);
            }
            let runs_under = near(first.x, row.cells[0].x) && first.end > own;
            if row.cells.len() == 2 && runs_under {
                return Some(vec![last]);
            }
        }
        if row.cells.len() < 2 {
            return None;
        }
        let mut places = Vec::new();
        for cell in &line.cells {
            let place = row.cells.iter().position(|above| near(above.x, cell.x))?;
            // The number of an item has no second line.
            let is_item = place == 0 && is_mark(&row.cells[0].text);
            if is_item || !self.is_full(row, place, &cell.text, cell) {
                return None;
            }
            places.push(place);
        }
        Some(places)
    }

    /// True when the first word of `cell` had no room at the end of that cell of the row.
    fn is_full(&self, row: &Row, place: usize, words: &str, cell: &Cell) -> bool {
        if row.cells[place].text.ends_with(['(', '[', '«', '“']) {
            return true;
        }
        if self.is_justified && row.cells.len() == 1 {
            return row.ends[place] > row.right - 0.3 * row.size;
        }
        let limit = match row.cells.get(place + 1) {
            Some(next) => next.x - 0.8 * row.size,
            None => row.right - 0.1 * row.size,
        };
        let characters = words.chars().count().max(1) as f32;
        let width = (cell.end - cell.x) / characters;
        let first = words.chars().next().unwrap_or(' ');
        let length = if is_han(first)
            || matches!(first, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
        {
            // A sign that must not open a line takes the one before it along.
            2.5
        } else {
            let word = words.split(char::is_whitespace).next().unwrap_or_default();
            // Chinese text breaks inside what has no spaces.
            let word = word.chars().take_while(|c| !is_han(*c)).count();
            word as f32 + 0.7
        };
        row.ends[place] + length * width > limit
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take() else {
            return;
        };
        if let Some((place, byte)) = row.page {
            let before = row.cells[..place].iter().map(|cell| cell.text.len() + 1);
            self.layout.page_within(before.sum::<usize>() + byte);
        }
        for number in row.cells.iter().flat_map(|cell| references(&cell.text)) {
            if let Some(words) = self.notes.remove(number) {
                self.layout.note(number, &words);
            }
        }
        let cells: Vec<Vec<String>> = row.cells.into_iter().map(|cell| vec![cell.text]).collect();
        self.layout.row(&cells);
    }
}

/// True for the number or sign of an item: `3`, `a)`, `–`.
fn is_mark(words: &str) -> bool {
    let sign = words.trim_matches(['(', ')', '.', ' ']);
    let is_number = sign.len() <= 3 && sign.bytes().all(|byte| byte.is_ascii_digit());
    !words.is_empty() && (is_number || sign.chars().count() == 1)
}

/// The usual distance of full lines that follow each other, in sizes of letters.
fn pitch<'a>(pages: impl Iterator<Item = &'a [Line]>, right: f32) -> Option<f32> {
    let mut steps: Vec<f32> = Vec::new();
    for pair in pages.flat_map(|lines| lines.windows(2)) {
        let step = (pair[0].y - pair[1].y) / pair[0].size;
        if pair[0].end() > 0.85 * right && step > 0.5 && step < 3.0 {
            steps.push(step);
        }
    }
    steps.sort_by(f32::total_cmp);
    // Ends of paragraphs are among them, and wider.
    steps.get(steps.len() / 3).copied()
}

/// True for lines most of which end at the same place.
fn is_justified(lines: &[Line]) -> bool {
    let right = lines.iter().map(Line::end).fold(0.0, f32::max);
    let reach = lines.iter().filter(|line| line.end() > right - 1.0).count();
    lines.len() >= 8 && reach * 10 > lines.len() * 6
}

/// Where running text ends on the right.
fn right(lines: &[Line], body: f32) -> Option<f32> {
    let long = lines
        .iter()
        .filter(|line| line.end() - line.x() > 20.0 * body);
    long.map(Line::end).reduce(f32::max)
}
