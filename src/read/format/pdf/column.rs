//! Columns: a page whose left half is to be read before its right half.

use super::line::{Cell, Line};

/// Columns have at least so many lines.
const LINES: usize = 8;

/// Lines in reading order: where a band of them stands in two columns, the left one first.
///
/// Two columns of running text fill their width; the cells of a table do not.
pub(super) fn in_order(lines: Vec<Line>, width: f32) -> Vec<Vec<Line>> {
    let Some(columns) = Columns::of(&lines, width) else {
        return vec![lines];
    };
    let mut bands: Vec<Vec<Line>> = Vec::new();
    let (mut over, mut between) = (Vec::new(), Vec::new());
    for line in lines {
        if columns.gutter_is_crossed(&line) {
            bands.extend(columns.apart(std::mem::take(&mut between)));
            over.push(line);
        } else {
            bands.push(std::mem::take(&mut over));
            between.push(line);
        }
    }
    bands.push(over);
    bands.extend(columns.apart(between));
    bands.retain(|band| !band.is_empty());
    bands
}

/// Where the two columns of a page stand.
struct Columns {
    gutter: f32,
    left: (f32, f32),
    right: (f32, f32),
}

impl Columns {
    fn of(lines: &[Line], width: f32) -> Option<Self> {
        let gutter = gutter(lines, width)?;
        let reach = |side: Vec<(f32, f32)>| {
            let start = side.iter().map(|(x, _)| *x).fold(f32::MAX, f32::min);
            let end = side.iter().map(|(_, end)| *end).fold(0.0, f32::max);
            (start, end)
        };
        Some(Self {
            gutter,
            left: reach(side(lines, gutter, true)),
            right: reach(side(lines, gutter, false)),
        })
    }

    fn gutter_is_crossed(&self, line: &Line) -> bool {
        let mut cells = line.cells.iter();
        cells.any(|cell| cell.x < self.gutter && cell.end > self.gutter)
    }

    /// Lines that do not cross the gutter: what stands above the columns, the left one, the right one,
    /// and what stands below them.
    fn apart(&self, lines: Vec<Line>) -> [Vec<Line>; 4] {
        let lines: Vec<(Line, Line)> = lines.into_iter().map(|line| self.halves(line)).collect();
        let fits =
            |(left, right): &(Line, Line)| begins(left, self.left) && begins(right, self.right);
        let first = lines.iter().position(fits).unwrap_or(lines.len());
        let end = lines.iter().rposition(fits).map_or(first, |last| last + 1);
        let mut bands: [Vec<Line>; 4] = Default::default();
        for (at, (left, right)) in lines.into_iter().enumerate() {
            if at < first || at >= end {
                bands[if at < first { 0 } else { 3 }].push(whole(left, right));
                continue;
            }
            bands[1].extend(Some(left).filter(|line| !line.cells.is_empty()));
            bands[2].extend(Some(right).filter(|line| !line.cells.is_empty()));
        }
        bands
    }

    fn halves(&self, line: Line) -> (Line, Line) {
        let size = line.size;
        let (left, right): (Vec<Cell>, Vec<Cell>) = line
            .cells
            .into_iter()
            .partition(|cell| cell.x < self.gutter);
        let half = |cells: Vec<Cell>, reach| Line {
            y: cells.first().map_or(line.y, |cell| cell.y),
            size,
            cells: filled(cells, reach),
        };
        (half(left, self.left), half(right, self.right))
    }
}

/// The cells of one column: those that fill it from side to side are words set wide apart.
fn filled(cells: Vec<Cell>, (start, end): (f32, f32)) -> Vec<Cell> {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
        return cells;
    };
    if cells.len() == 1 || (first.x - start).abs() > 1.0 || (last.end - end).abs() > 1.0 {
        return cells;
    }
    let words: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    vec![Cell {
        text: words.join(" "),
        x: first.x,
        end: last.end,
        y: first.y,
    }]
}

/// True for a line that begins where the column does, or after an indent, and for an empty one.
fn begins(line: &Line, (start, _): (f32, f32)) -> bool {
    match line.cells.as_slice() {
        [] => true,
        [cell] => cell.x > start - 1.0 && cell.x < start + 2.0 * line.size,
        _ => false,
    }
}

fn whole(left: Line, right: Line) -> Line {
    let cells = left.cells.into_iter().chain(right.cells);
    Line {
        y: left.y.max(right.y),
        size: left.size,
        cells: cells.collect(),
    }
}

/// Where the lines of a column begin and end that have no cells of their own.
fn side(lines: &[Line], gutter: f32, is_left: bool) -> Vec<(f32, f32)> {
    let sides = lines.iter().filter_map(|line| {
        let cells = line.cells.iter();
        let mut cells = cells.filter(|cell| (cell.x < gutter) == is_left);
        let first = cells.next()?;
        let is_alone = cells.next().is_none() && !(first.x < gutter && first.end > gutter);
        is_alone.then_some((first.x, first.end))
    });
    sides.collect()
}

/// The place between two columns, if the page has them.
fn gutter(lines: &[Line], width: f32) -> Option<f32> {
    let starts = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.x);
    let mut starts: Vec<f32> = starts
        .filter(|x| *x > 0.35 * width && *x < 0.7 * width)
        .collect();
    starts.sort_by(f32::total_cmp);
    starts.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    let mut gutters = starts.into_iter().map(|x| x - 3.0);
    gutters.find(|gutter| {
        let sides = [true, false].map(|is_left| side(lines, *gutter, is_left));
        sides.iter().all(|side| is_running(side))
    })
}

/// True for lines that begin at one place and mostly reach the same end.
fn is_running(lines: &[(f32, f32)]) -> bool {
    if lines.len() < LINES {
        return false;
    }
    let left = lines.iter().map(|(x, _)| *x).fold(f32::MAX, f32::min);
    let right = lines.iter().map(|(_, end)| *end).fold(0.0, f32::max);
    let is_full = |line: &&(f32, f32)| {
        line.1 > right - 0.2 * (right - left) && line.0 < left + 0.15 * (right - left)
    };
    lines.iter().filter(is_full).count() * 10 > lines.len() * 6
}
