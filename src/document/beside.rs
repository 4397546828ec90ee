//! Columns of a letterhead that are set beside each other by blanks or tabs, as converters that keep the
//! layout of a page leave them: the reference to the left, the addressees to the right.

use super::plain::Plain;
use crate::span::Span;

/// The fewest blanks between two columns.
const FEWEST_BLANKS: &str = "    ";
/// The fewest characters of a line before its right column: labels and their values stand nearer.
const LEAST_OFFSET: usize = 28;
/// How far from the left edge of a column its lines may begin, in characters.
const TOLERANCE: usize = 3;
/// The fewest tabs before the right column, behind a label and its value.
const FEWEST_TABS: usize = 2;
/// Where a right column stands whose place tabs tell, which is never as far to the right by blanks.
const TABBED: usize = 10_000;
/// The longest words to the left of a column, in bytes of the plain form: sentences with tabs in them are none.
const LONGEST_LEFT: usize = 80;
/// The longest label, in characters with its colon.
const LONGEST_LABEL: usize = 16;

/// The left edges of the right columns, in characters from the left margin.
pub(super) struct Edges(Vec<usize>);

/// Words of a line that stand far from the margin: where they begin in the plain form, and how far from
/// the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    at: usize,
    edge: usize,
}

impl Edges {
    /// The columns that stand beside other words in one of the lines.
    pub(super) fn of(lines: &[Span], plain: &Plain, source: &str) -> Self {
        let edges = lines.iter().flat_map(|line| {
            let gaps = gaps(*line, plain, source).into_iter();
            gaps.filter(|gap| gap.at > line.start)
        });
        Self(edges.map(|gap| gap.edge).collect())
    }

    /// Where a right column begins in a line of the plain form, which may be at its start.
    pub(super) fn cut(&self, line: Span, plain: &Plain, source: &str) -> Option<usize> {
        let is_edge = |edge: usize| self.0.iter().any(|own| own.abs_diff(edge) <= TOLERANCE);
        let mut gaps = gaps(line, plain, source).into_iter();
        gaps.find(|gap| is_edge(gap.edge)).map(|gap| gap.at)
    }
}

/// Where words of a line stand far from the margin that are no value of the label before them.
fn gaps(line: Span, plain: &Plain, source: &str) -> Vec<Gap> {
    if line.is_empty() {
        return Vec::new();
    }
    let start = plain.source(line.start, line.end).start;
    let margin = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let blanks = line.of(&plain.text).match_indices(' ');
    let words = std::iter::once(line.start).chain(blanks.map(|(at, _)| line.start + at + 1));
    let gap = |at: usize| {
        let word = plain.source(at, line.end).start;
        let before = source
            .get(margin..word)
            .filter(|words| !words.contains('\n'))?;
        let own = plain.text[line.start..at].trim_end_matches([' ', '-', '·', '•', '*', '–']);
        let is_mark = own.is_empty() && at > line.start;
        let is_value = own.ends_with([':', '：']) && !opens_with_label(&plain.text[at..line.end]);
        let tabs = before.chars().filter(|sign| *sign == '\t').count();
        let edge = match tabs {
            0 => before.chars().count(),
            _ => TABBED,
        };
        let is_apart = match tabs {
            0 => before.ends_with(FEWEST_BLANKS) && edge >= LEAST_OFFSET,
            _ => before.ends_with('\t') && tabs >= FEWEST_TABS,
        };
        (is_apart && !is_value && !is_mark).then_some(Gap { at, edge })
    };
    let near = words.take_while(|at| *at < line.end && at - line.start <= LONGEST_LEFT);
    near.filter_map(gap).collect()
}

fn opens_with_label(words: &str) -> bool {
    let label = words.split_inclusive([':', '：']).next().unwrap_or("");
    label.ends_with([':', '：']) && label.chars().count() <= LONGEST_LABEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_apart_by_blanks_or_tabs() {
        let cases = [
            (
                "Ref:   CL-150                     To:\nTel:   730 6113                   - Members\n                                  - Associates",
                vec![Some("To:"), Some("- Members"), Some("- Associates")],
            ),
            (
                "Contact:\tA. Levin\t- Members\nTel:\t\t730 6113\n\t\t- Associates",
                vec![Some("- Members"), None, Some("- Associates")],
            ),
            (
                "To:                                 Members\n                                    Associates",
                vec![None, None],
            ),
        ];
        for (source, expected) in cases {
            let plain = Plain::new(source);
            let mut start = 0;
            let lines: Vec<Span> = plain
                .text
                .split('\n')
                .map(|line| {
                    let span = Span::new(start, start + line.len());
                    start = span.end + 1;
                    span
                })
                .collect();
            let edges = Edges::of(&lines, &plain, source);
            let found: Vec<Option<&str>> = lines
                .iter()
                .map(|line| {
                    let cut = edges.cut(*line, &plain, source)?;
                    Some(&plain.text[cut..line.end])
                })
                .collect();
            assert_eq!(found, expected, "{source}");
        }
    }
}
