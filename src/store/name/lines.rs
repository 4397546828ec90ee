//! Names as lines in order: found by halving, and kept on disk as they are.
//!
//! A line is a few fields with tabs between them, the key first. Nothing has to be made of a file of
//! lines before it answers, so that a question about a large store does not wait for its names.

use std::ops::Range;

/// What the first line of a kept file says; the number changes when the lines or the folding do.
const HEAD: &str = "circugraph names 1\n";

/// Lines in the order of their bytes, each once.
pub(super) struct Lines {
    text: String,
    /// Where each line starts in the text, and where the last one ends.
    starts: Vec<usize>,
}

impl Lines {
    /// Lines from their fields; what would end a field or a line becomes a space.
    pub(super) fn new(mut lines: Vec<String>) -> Self {
        lines.sort_unstable();
        lines.dedup();
        let mut text = String::from(HEAD);
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        let starts = starts(&text);
        Self { text, starts }
    }

    /// The lines of a kept file; none where this program did not write it.
    pub(super) fn of_file(text: String) -> Option<Self> {
        let is_whole = text.starts_with(HEAD) && text.ends_with('\n');
        is_whole.then(|| {
            let starts = starts(&text);
            Self { text, starts }
        })
    }

    /// What is to be kept.
    pub(super) fn into_file(self) -> String {
        self.text
    }

    /// What follows `beginning` in each line that begins with it, in order.
    pub(super) fn after<'l>(&'l self, beginning: &str) -> impl Iterator<Item = &'l str> + use<'l> {
        let length = beginning.len();
        self.beginning_with(beginning)
            .map(move |line| &self.line(line)[length..])
    }

    fn beginning_with(&self, beginning: &str) -> Range<usize> {
        let count = self.starts.len() - 1;
        let start = first(count, |line| self.line(line) < beginning);
        let length = first(count - start, |line| {
            self.line(start + line).starts_with(beginning)
        });
        start..start + length
    }

    fn line(&self, line: usize) -> &str {
        self.text[self.starts[line]..self.starts[line + 1]].trim_end_matches('\n')
    }
}

/// One line from its fields.
pub(super) fn line(fields: &[&str]) -> String {
    let clean = fields
        .iter()
        .map(|field| field.replace(char::is_control, " "));
    clean.collect::<Vec<_>>().join("\t")
}

fn starts(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(end, _)| end + 1);
    ends.collect()
}

/// How many of the first numbers under `count` have the quality; none may have it after one that has not.
fn first(count: usize, has: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if has(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::{Lines, line};

    #[test]
    fn lines_are_found_by_how_they_begin() {
        let lines = Lines::new(vec![
            line(&["thing", "tsag", "group/tsag"]),
            line(&["label", "group/tsag", "TS\nAG"]),
            line(&["thing", "tsag2", "group/other"]),
            line(&["thing", "tsag", "group/tsag"]),
        ]);
        let found = |beginning: &str| lines.after(beginning).collect::<Vec<_>>();
        assert_eq!(found("thing\ttsag\t"), ["group/tsag"]);
        assert_eq!(found("label\tgroup/tsag\t"), ["TS AG"]);
        assert_eq!(found("thing\t"), ["tsag\tgroup/tsag", "tsag2\tgroup/other"]);
        assert!(found("words\t").is_empty());
        let kept = Lines::of_file(lines.into_file()).expect("a file of lines");
        assert_eq!(
            kept.after("thing\ttsag2\t").collect::<Vec<_>>(),
            ["group/other"]
        );
        assert!(Lines::of_file("something else\n".to_owned()).is_none());
    }
}
