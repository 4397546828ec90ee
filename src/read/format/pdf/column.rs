//! Columns: a page whose left half is to be read before its right half.

use super::line::{Cell, Line};

/// Columns have at least so many lines.
const LINES: usize = 8;

/// Lines in reading order: where a band of them stands in two columns, the left one first.
///
/// Two columns of running text fill their width; the cells of a table do not.
pub(super) fn in_order(lines: Vec<Line>, width: f32) -> Vec<Vec<Line>> {
    let Some(gutter) = gutter(&lines, width) else {
        return vec![lines];
    };
    let mut bands: Vec<Vec<Line>> = Vec::new();
    let mut whole: Vec<Line> = Vec::new();
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for line in lines {
        let crosses = line
            .cells
            .iter()
            .any(|cell| cell.x < gutter && cell.end > gutter);
        if crosses {
            bands.extend([std::mem::take(&mut left), std::mem::take(&mut right)]);
            whole.push(line);
            continue;
        }
        bands.push(std::mem::take(&mut whole));
        let (before, after): (Vec<Cell>, Vec<Cell>) =
            line.cells.into_iter().partition(|cell| cell.x < gutter);
        for (cells, column) in [(before, &mut left), (after, &mut right)] {
            if !cells.is_empty() {
                column.push(Line {
                    y: line.y,
                    size: line.size,
                    cells,
                });
            }
        }
    }
    bands.extend([left, right, whole]);
    bands.retain(|band| !band.is_empty());
    bands
}

/// The place between two columns, if the page has them.
fn gutter(lines: &[Line], width: f32) -> Option<f32> {
    let starts = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.x);
    let mut starts: Vec<f32> = starts
        .filter(|x| *x > 0.35 * width && *x < 0.7 * width)
        .collect();
    starts.sort_by(f32::total_cmp);
    starts.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    starts.into_iter().map(|x| x - 3.0).find(|gutter| {
        let sides = |is_left: bool| {
            let cells = lines.iter().filter_map(move |line| {
                let mut cells = line
                    .cells
                    .iter()
                    .filter(|cell| (cell.x < *gutter) == is_left);
                let first = cells.next()?;
                // Text in columns has no cells of its own.
                (cells.next().is_none() && !(first.x < *gutter && first.end > *gutter))
                    .then_some((first.x, first.end))
            });
            cells.collect::<Vec<_>>()
        };
        [sides(true), sides(false)]
            .iter()
            .all(|side| is_running(side))
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
