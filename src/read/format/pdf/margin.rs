//! Headers and footers: what is repeated at the edges of pages, numbers of pages, and small print at
//! the foot.

use super::Page;
use super::line::Line;
use crate::read::layout::Margin;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The part of a page's height that is its edge.
const EDGE: f32 = 0.12;

/// How many lines of an edge are looked at.
const LINES: usize = 4;

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?i:page|p\.|стр\.|página|صفحة|第)?\s*[-–—]*\s*\d{1,4}\s*(?:(?:/|of|de|sur|из)\s*\d{1,4})?\s*[-–—]*\s*页?$")
        .expect("the expression is constant")
});

/// Takes what stands in the margins away from the pages.
pub(super) fn take(pages: &mut [Page], body: f32) -> Vec<(Margin, String)> {
    let repeated = repeated(pages);
    let mut found = Vec::new();
    for page in pages {
        for margin in [Margin::Header, Margin::Footer] {
            while let Some(at) = outermost(&page.lines, margin) {
                let line = &page.lines[at];
                let is_margin = is_at_edge(line, margin, page.height)
                    && (repeated.contains_key(&(margin, key(line)))
                        || PAGE_NUMBER.is_match(line.text().trim())
                        || margin == Margin::Footer && ends_in_small_print(&page.lines, body));
                if !is_margin {
                    break;
                }
                let line = page.lines.remove(at);
                found.push((margin, line.text()));
            }
        }
    }
    found
}

/// The lines that stand at the edges of more pages than one, numbers apart.
fn repeated(pages: &[Page]) -> BTreeMap<(Margin, String), usize> {
    let mut counts = BTreeMap::new();
    for page in pages {
        for margin in [Margin::Header, Margin::Footer] {
            let lines: Vec<&Line> = match margin {
                Margin::Header => page.lines.iter().take(LINES).collect(),
                Margin::Footer => page.lines.iter().rev().take(LINES).collect(),
            };
            let lines = lines
                .into_iter()
                .filter(|line| is_at_edge(line, margin, page.height));
            for line in lines {
                *counts.entry((margin, key(line))).or_insert(0) += 1;
            }
        }
    }
    counts.retain(|_, count| *count > 1);
    counts
}

fn outermost(lines: &[Line], margin: Margin) -> Option<usize> {
    match margin {
        Margin::Header => (!lines.is_empty()).then_some(0),
        Margin::Footer => lines.len().checked_sub(1),
    }
}

fn is_at_edge(line: &Line, margin: Margin, height: f32) -> bool {
    match margin {
        Margin::Header => line.y > height * (1.0 - EDGE),
        Margin::Footer => line.y < height * EDGE,
    }
}

/// The words of a line with its numbers made alike.
fn key(line: &Line) -> String {
    let text = line.text();
    let mut key = String::with_capacity(text.len());
    for character in text.chars().filter(|c| !c.is_whitespace()) {
        let sign = if character.is_ascii_digit() {
            '#'
        } else {
            character
        };
        if !(sign == '#' && key.ends_with('#')) {
            key.push(sign);
        }
    }
    key
}

/// True where small letters at the foot stand well apart from the text: the address of the house. Notes
/// begin with their number.
fn ends_in_small_print(lines: &[Line], body: f32) -> bool {
    let is_small = |line: &Line| line.size < 0.85 * body;
    let is_near = |above: &Line, line: &Line| above.y - line.y < 1.7 * line.size;
    let Some(last) = lines.last().filter(|line| is_small(line)) else {
        return false;
    };
    let mut top = last;
    for above in lines.iter().rev().skip(1) {
        if !is_near(above, top) {
            break;
        }
        if !is_small(above) {
            return false;
        }
        top = above;
    }
    !top.text().starts_with(|c: char| c.is_ascii_digit())
}
