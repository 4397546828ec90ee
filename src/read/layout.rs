//! Words as lines of text: how paragraphs, rows of tables, items of lists, notes and margins look.
//!
//! Every format that has such things lays them out through [`Layout`], so that a letter reads the same
//! whatever it came in. A paragraph is a line; the cells of a row stand on one line with tabs between
//! them; a note stands below the paragraph that refers to it; what stands in the margins of pages is
//! marked (`[footer: …]`), and matching passes over it.

use crate::document::Properties;

/// The text of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    /// The words.
    pub(super) text: String,
    /// The byte at which each page begins; empty where the format has no pages.
    pub(super) pages: Vec<usize>,
    /// What the file says of itself.
    pub(super) properties: Properties,
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// Where on the page something stands that is not part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Margin {
    /// Above the text.
    Header,
    /// Below the text.
    Footer,
}

/// Builds a [`Text`] from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Layout {
    text: Text,
    notes: Vec<(String, String)>,
    margins: Vec<(Margin, String)>,
    /// True for a part whose notes are laid out with the whole.
    holds_notes: bool,
}

impl Layout {
    /// A paragraph; line breaks in it stay, one without words is a blank line.
    pub(super) fn paragraph(&mut self, words: &str) {
        self.lines(words);
        self.put_notes();
    }

    /// An item of a list with its sign or number, which may be empty.
    pub(super) fn item(&mut self, mark: &str, words: &str) {
        if mark.is_empty() {
            self.paragraph(words);
        } else {
            self.paragraph(&format!("{mark}\t{words}"));
        }
    }

    /// A row of a table: the paragraphs of each cell. Where cells have several paragraphs, those
    /// that stand side by side share a line.
    pub(super) fn row(&mut self, cells: &[Vec<String>]) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let words = cells.iter().map(|cell| {
                cell.get(line)
                    .map_or(String::new(), |words| one_line(words))
            });
            let words: Vec<String> = words.collect();
            let line = words.join("\t");
            if !line.trim().is_empty() {
                self.lines(line.trim_end());
            }
        }
        self.put_notes();
    }

    /// A footnote or endnote that is referred to from what is laid out next.
    pub(super) fn note(&mut self, number: &str, words: &str) {
        let words = one_line(words);
        if !words.is_empty() {
            self.notes.push((number.to_owned(), words));
        }
    }

    /// Makes this the layout of a part, whose notes are given to the whole.
    pub(super) fn hold_notes(&mut self) {
        self.holds_notes = true;
    }

    /// The lines of a part, and its notes by number.
    pub(super) fn into_lines(self) -> (Vec<String>, Vec<(String, String)>) {
        let lines = self.text.text.lines().filter(|line| !line.is_empty());
        (lines.map(str::to_owned).collect(), self.notes)
    }

    /// What stands in the margin; the same words are kept once.
    pub(super) fn margin(&mut self, margin: Margin, words: &str) {
        let words = one_line(&words.replace('\n', " / ")).replace(['[', ']'], " ");
        let words = words.trim().to_owned();
        if !words.is_empty() && !self.margins.contains(&(margin, words.clone())) {
            self.margins.push((margin, words));
        }
    }

    /// Words that follow belong to a new page.
    pub(super) fn page(&mut self) {
        self.text.pages.push(self.text.text.len());
    }

    /// A page begins at byte `offset` of the line that is laid out next.
    pub(super) fn page_within(&mut self, offset: usize) {
        self.text.pages.push(self.text.text.len() + offset);
    }

    /// The text, the margins below it.
    pub(super) fn finish(mut self, properties: Properties) -> Text {
        self.put_notes();
        for (margin, words) in std::mem::take(&mut self.margins) {
            let name = match margin {
                Margin::Header => "header",
                Margin::Footer => "footer",
            };
            self.lines(&format!("[{name}: {words}]"));
        }
        let length = self.text.text.len();
        for page in &mut self.text.pages {
            *page = (*page).min(length);
        }
        self.text.properties = properties;
        self.text
    }

    fn lines(&mut self, words: &str) {
        let mut after_blank = self.text.text.is_empty() || self.text.text.ends_with("\n\n");
        for line in words.split('\n') {
            let line = line.trim_end();
            if line.is_empty() && after_blank {
                continue;
            }
            self.text.text.push_str(line);
            self.text.text.push('\n');
            after_blank = line.is_empty();
        }
    }

    fn put_notes(&mut self) {
        if self.holds_notes {
            return;
        }
        for (number, words) in std::mem::take(&mut self.notes) {
            self.lines(&format!("[{number}: {words}]"));
        }
    }
}

/// The sign that stands in the words where a note is referred to.
pub(super) fn note_mark(number: &str) -> String {
    format!("[footnoteRef:{number}]")
}

/// Words with the target of their link; words that are their own target stay as they are.
pub(super) fn link(words: &str, target: &str) -> String {
    let bare = |address: &str| {
        let address = address.trim().trim_end_matches('/');
        let address = address.strip_prefix("mailto:").unwrap_or(address);
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address.to_lowercase()
    };
    let fits = !target.contains(['(', ')', ' ', '\n', '\t'])
        && !words.contains(['[', ']', '\n'])
        && !words.trim().is_empty();
    let says_more = !target.is_empty() && !target.starts_with('#') && bare(words) != bare(target);
    if fits && says_more {
        format!("[{words}]({target})")
    } else {
        words.to_owned()
    }
}

/// The words on one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as a list writes it.
pub(super) fn roman(number: u32) -> String {
    const VALUES: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number % 4000;
    let mut written = String::new();
    for (value, sign) in VALUES {
        while left >= *value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

/// A number as a list writes it in letters: a, b, … z, aa, bb.
pub(super) fn letter(number: u32) -> String {
    let Some(place) = number.checked_sub(1) else {
        return "a".to_owned();
    };
    let letter = char::from(b'a' + (place % 26) as u8);
    let times = (place / 26 + 1).min(9) as usize;
    std::iter::repeat_n(letter, times).collect()
}

#[cfg(test)]
mod tests {
    use super::{Layout, Margin, letter, link, note_mark, roman};
    use crate::document::Properties;

    #[test]
    fn rows_notes_and_margins_have_lines_of_their_own() {
        let mut layout = Layout::default();
        let cell = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        layout.row(&[cell(&["Tel:", "Fax:"]), cell(&["+41 1", "+41 2"])]);
        layout.row(&[cell(&["Ref:"]), cell(&["TSB Circular 1", "COM 5/CB"])]);
        layout.note("1", "See the\nweb page.");
        layout.item("1", &format!("A group.{}", note_mark("1")));
        layout.margin(Margin::Footer, "Place des Nations");
        layout.margin(Margin::Footer, "Place des Nations");
        assert_eq!(
            layout.finish(Properties::default()).text,
            "Tel:\t+41 1\nFax:\t+41 2\nRef:\tTSB Circular 1\n\tCOM 5/CB\n1\tA group.[footnoteRef:1]\n[1: See the web page.]\n[footer: Place des Nations]\n"
        );
    }

    #[test]
    fn links_say_their_target_once() {
        assert_eq!(
            link("the page", "http://itu.int/x"),
            "[the page](http://itu.int/x)"
        );
        assert_eq!(link("itu.int/x", "http://itu.int/x/"), "itu.int/x");
        assert_eq!(link("a@itu.int", "mailto:a@itu.int"), "a@itu.int");
    }

    #[test]
    fn numbers_are_written_as_lists_do() {
        assert_eq!([roman(4), roman(19)], ["iv", "xix"]);
        assert_eq!([letter(1), letter(26), letter(28)], ["a", "z", "bb"]);
    }
}
