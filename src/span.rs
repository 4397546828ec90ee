//! A byte range in a text, and the two ways of counting into it.
//!
//! Inside the program every offset is a byte offset into the text as it was read. The graph, and
//! everything a person sees, counts Unicode scalar values; [`ScalarIndex`] turns one into the other.

use std::ops::Range;

/// A half-open byte range `start..end`, both on character boundaries of the text it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; `end` before `start` is taken as empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The words that the span covers; empty when it does not lie inside `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// True when every byte of `other` is also in `self`.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at either end.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// The span without the space around it and the signs that end the sentence before it, for words
    /// that are quoted.
    pub fn trim_to_quote(self, text: &str) -> Span {
        const ENDS: &[char] = &[
            '.', '。', ',', '，', '،', ';', '；', '؛', '、', ':', '：', ')', '）',
        ];
        let trimmed = self.trim(text);
        let words = trimmed.of(text);
        let rest =
            words.trim_start_matches(|sign: char| ENDS.contains(&sign) || sign.is_whitespace());
        if rest.is_empty() {
            return trimmed;
        }
        Span::new(trimmed.start + (words.len() - rest.len()), trimmed.end)
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.end == self.start
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// Byte offsets of a text as counts of Unicode scalar values, line numbers and columns.
///
/// Built in one pass; look-ups cost at most 64 bytes of scanning.
#[derive(Debug, Clone)]
pub struct ScalarIndex {
    /// Scalar values before byte `64 * i`, counted at the next character boundary.
    checkpoints: Vec<usize>,
    line_starts: Vec<usize>,
}

const STRIDE: usize = 64;

impl ScalarIndex {
    /// Indexes `text`; the index belongs to that text alone.
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut line_starts = vec![0];
        let mut scalars = 0;
        for (offset, byte) in text.bytes().enumerate() {
            if offset % STRIDE == 0 {
                checkpoints.push(scalars);
            }
            if is_character_start(byte) {
                scalars += 1;
            }
            if byte == b'\n' {
                line_starts.push(offset + 1);
            }
        }
        Self {
            checkpoints,
            line_starts,
        }
    }

    /// Unicode scalar values before the byte offset `offset` of `text`.
    pub fn scalars(&self, text: &str, offset: usize) -> usize {
        let block = (offset / STRIDE).min(self.checkpoints.len().saturating_sub(1));
        let Some(&before) = self.checkpoints.get(block) else {
            return 0;
        };
        let bytes = &text.as_bytes()[block * STRIDE..offset.min(text.len())];
        before
            + bytes
                .iter()
                .filter(|byte| is_character_start(**byte))
                .count()
    }

    /// Line and column of a byte offset, both counted from 1, the column in scalar values.
    pub fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1];
        let column = self.scalars(text, offset) - self.scalars(text, start) + 1;
        (line, column)
    }
}

fn is_character_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::{ScalarIndex, Span};

    #[test]
    fn counts_scalar_values_in_every_script() {
        let text = "Genève, 日内瓦\nЖенева, جنيف — ".repeat(9);
        let index = ScalarIndex::new(&text);
        for (expected, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(index.scalars(&text, offset), expected);
        }
        assert_eq!(index.scalars(&text, text.len()), text.chars().count());
    }

    #[test]
    fn finds_lines_and_columns() {
        let text = "é\nab\n\nc";
        let index = ScalarIndex::new(text);
        assert_eq!(index.line_column(text, 0), (1, 1));
        assert_eq!(index.line_column(text, 4), (2, 2));
        assert_eq!(index.line_column(text, 7), (4, 1));
    }

    #[test]
    fn quotes_begin_with_their_words() {
        for (text, quote) in [
            (" 。 全权代表大会", "全权代表大会"),
            ("), the Director.", "the Director."),
            (" ; ", ";"),
            ("(1) Geneva", "(1) Geneva"),
        ] {
            assert_eq!(Span::new(0, text.len()).trim_to_quote(text).of(text), quote);
        }
    }

    #[test]
    fn trims_and_joins() {
        let text = "  TSAG  ";
        assert_eq!(Span::new(0, 8).trim(text).of(text), "TSAG");
        assert_eq!(Span::new(1, 2).join(Span::new(4, 5)), Span::new(1, 5));
    }
}
