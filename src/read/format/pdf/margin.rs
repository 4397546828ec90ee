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
                        || is_small_print(&page.lines, at, margin, body));
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

/// Small letters at the foot, well apart from the text, are the address of the house; notes begin
/// with their number.
fn is_small_print(lines: &[Line], at: usize, margin: Margin, body: f32) -> bool {
    let line = &lines[at];
    let above = at.checked_sub(1).map(|above| &lines[above]);
    let is_apart = above.is_none_or(|above| {
        let is_small_too = above.size < 0.85 * body;
        is_small_too || above.y - line.y > 2.0 * body
    });
    margin == Margin::Footer
        && line.size < 0.85 * body
        && is_apart
        && !line.text().starts_with(|c: char| c.is_ascii_digit())
}
