//! Rich Text Format, which older programs also save under `.doc`.
//!
//! [`token`] cuts the file into words, groups and characters, [`code_page`] knows the encodings that it
//! may be in; here they become paragraphs, rows and notes. Marks of lists need no counting: the format holds each as text before its item.

mod code_page;
mod token;

use crate::document::Properties;
use crate::read::layout::{Layout, Margin, Text, link, note_mark};
use crate::read::{Options, ReadProblem};
use code_page::{character_set, code_page};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use std::collections::BTreeMap;
use token::{Token, Tokens};

/// Groups stand in groups so far down; no program writes more.
const DEPTH: usize = 2000;

/// Groups that hold no words of the letter.
const SILENT: &[&str] = &[
    "annotation",
    "atnid",
    "atnauthor",
    "colortbl",
    "bkmkstart",
    "bkmkend",
    "datafield",
    "filetbl",
    "listtable",
    "listoverridetable",
    "nonshppict",
    "objdata",
    "pict",
    "pnseclvl",
    "revtbl",
    "rsidtbl",
    "stylesheet",
    "sp",
    "tc",
    "template",
    "themedata",
    "upr",
    "xe",
];

/// Groups marked as ignorable that hold words all the same.
const KEPT: &[&str] = &[
    "footnote", "fldinst", "shpinst", "shptxt", "ud", "shprslt", "ftnsep",
];

/// The words of the file.
pub(super) fn read(bytes: Vec<u8>, _: &Options) -> Result<Text, ReadProblem> {
    let mut reader = Reader::new();
    for token in Tokens::new(&bytes) {
        reader.take(token);
        if reader.stack.len() > DEPTH {
            return Err(ReadProblem::Damaged("RTF file", None));
        }
    }
    Ok(reader.finish())
}

/// Where words go.
#[derive(Debug, Clone, PartialEq)]
enum Sink {
    Body,
    Note(String),
    Margin(Margin),
    /// What a field does, as `HYPERLINK "…"`.
    Instruction,
    /// A text box; its words follow the paragraph that it hangs on.
    Box,
    Title,
    Nothing,
}

/// What holds inside one group.
#[derive(Debug, Clone)]
struct State {
    /// The index in [`Reader::sinks`].
    sink: usize,
    encoding: &'static Encoding,
    /// How many characters stand after `\u` for readers without Unicode.
    fallback: usize,
    is_hidden: bool,
    is_deleted: bool,
    is_in_fonts: bool,
    /// The length of the sink's words at the start of a field's result.
    link_from: Option<usize>,
}

struct Reader {
    layout: Layout,
    stack: Vec<State>,
    state: State,
    sinks: Vec<(Sink, String)>,
    bytes: Vec<u8>,
    fonts: BTreeMap<i32, &'static Encoding>,
    default: &'static Encoding,
    font: i32,
    /// Characters still to be left out after `\u`.
    skip: usize,
    /// The first half of a character beyond the first plane.
    surrogate: Option<u16>,
    cells: Vec<Vec<String>>,
    is_in_table: bool,
    boxes: Vec<String>,
    notes: usize,
    target: Option<String>,
    title: Option<String>,
    date: [Option<i32>; 3],
    is_ignorable: bool,
}

impl Reader {
    fn new() -> Self {
        Self {
            layout: Layout::default(),
            stack: Vec::new(),
            state: State {
                sink: 0,
                encoding: WINDOWS_1252,
                fallback: 1,
                is_hidden: false,
                is_deleted: false,
                is_in_fonts: false,
                link_from: None,
            },
            sinks: vec![(Sink::Body, String::new())],
            bytes: Vec::new(),
            fonts: BTreeMap::new(),
            default: WINDOWS_1252,
            font: 0,
            skip: 0,
            surrogate: None,
            cells: Vec::new(),
            is_in_table: false,
            boxes: Vec::new(),
            notes: 0,
            target: None,
            title: None,
            date: [None; 3],
            is_ignorable: false,
        }
    }

    fn take(&mut self, token: Token<'_>) {
        let ignorable = std::mem::take(&mut self.is_ignorable);
        match token {
            Token::Open => {
                self.decode();
                self.stack.push(self.state.clone());
                self.skip = 0;
            }
            Token::Close => self.close(),
            Token::Ignorable => self.is_ignorable = true,
            Token::Byte(byte) => {
                if self.skip > 0 {
                    self.skip -= 1;
                } else {
                    self.bytes.push(byte);
                }
            }
            Token::Sign(sign) => self.push(sign),
            Token::Word(word, number) => self.word(word, number, ignorable),
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, ignorable: bool) {
        self.decode();
        let is_on = number != Some(0);
        match word {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "ansicpg" => {
                self.default = code_page(number.unwrap_or(1252));
                self.state.encoding = self.default;
            }
            "mac" => {
                self.default = MACINTOSH;
                self.state.encoding = MACINTOSH;
            }
            "f" | "af" => self.font(number.unwrap_or(0)),
            "fcharset" if self.state.is_in_fonts => {
                let encoding = character_set(number.unwrap_or(0)).unwrap_or(self.default);
                self.fonts.insert(self.font, encoding);
            }
            "plain" => {
                self.state.is_hidden = false;
                self.state.is_deleted = false;
            }
            "v" => self.state.is_hidden = is_on,
            "deleted" => self.state.is_deleted = is_on,
            "par" | "sect" | "page" => self.end_of_paragraph(),
            "line" | "softline" | "lbr" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" => self.end_of_cell(),
            "row" => self.end_of_row(),
            "nestcell" => self.push("\t"),
            "nestrow" => self.push("\n"),
            "intbl" => self.is_in_table = true,
            "pard" => self.is_in_table = false,
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            "zwj" => self.push("\u{200D}"),
            "zwnj" => self.push("\u{200C}"),
            "yr" => self.date[0] = number,
            "mo" => self.date[1] = number,
            "dy" => self.date[2] = number,
            _ => self.destination(word, ignorable),
        }
    }

    /// A word that says where the words of its group go.
    fn destination(&mut self, word: &str, ignorable: bool) {
        match word {
            "fonttbl" => {
                self.state.is_in_fonts = true;
                self.open_sink(Sink::Nothing);
            }
            "footnote" => {
                self.notes += 1;
                let number = self.notes.to_string();
                self.push(&note_mark(&number));
                self.open_sink(Sink::Note(number));
            }
            "header" | "headerl" | "headerr" | "headerf" => {
                self.open_sink(Sink::Margin(Margin::Header));
            }
            "footer" | "footerl" | "footerr" | "footerf" => {
                self.open_sink(Sink::Margin(Margin::Footer));
            }
            "fldinst" => self.open_sink(Sink::Instruction),
            "fldrslt" => self.state.link_from = Some(self.words().len()),
            "shptxt" => self.open_sink(Sink::Box),
            "title" => self.open_sink(Sink::Title),
            "info" => {
                self.date = [None; 3];
                self.open_sink(Sink::Nothing);
            }
            // Of the three dates of a file the first is that of its making.
            "revtim" | "printim" | "buptim" if self.date[2].is_some() => {
                let made = self.date;
                self.open_sink(Sink::Nothing);
                self.date = made;
            }
            word if SILENT.contains(&word) => self.open_sink(Sink::Nothing),
            word if ignorable && !KEPT.contains(&word) => self.open_sink(Sink::Nothing),
            _ => {}
        }
    }

    fn open_sink(&mut self, sink: Sink) {
        let is_silent = self.sinks[self.state.sink].0 == Sink::Nothing;
        let keeps_silent = is_silent && !matches!(sink, Sink::Title);
        let sink = if keeps_silent { Sink::Nothing } else { sink };
        self.state.sink = self.sinks.len();
        self.sinks.push((sink, String::new()));
    }

    fn close(&mut self) {
        self.decode();
        self.skip = 0;
        let Some(before) = self.stack.pop() else {
            return;
        };
        let closed = std::mem::replace(&mut self.state, before);
        if let Some(from) = closed.link_from
            && self.state.link_from.is_none()
        {
            self.end_of_link(closed.sink, from);
        }
        while self.sinks.len() > self.state.sink + 1 {
            if let Some((sink, words)) = self.sinks.pop() {
                self.deliver(sink, words);
            }
        }
    }

    fn deliver(&mut self, sink: Sink, words: String) {
        match sink {
            Sink::Note(number) => {
                let words = words.replace(&note_mark(&number), "");
                self.layout.note(&number, &words);
            }
            Sink::Margin(margin) => self.layout.margin(margin, words.trim()),
            Sink::Box => self.boxes.push(words),
            Sink::Title => self.title = Some(words.trim().to_owned()),
            Sink::Instruction => self.target = target(&words),
            Sink::Body | Sink::Nothing => {}
        }
    }

    fn end_of_link(&mut self, sink: usize, from: usize) {
        let Some(target) = self.target.take() else {
            return;
        };
        if let Some((_, words)) = self.sinks.get_mut(sink)
            && let Some(linked) = words.get(from..)
        {
            let linked = link(linked, &target);
            words.truncate(from);
            words.push_str(&linked);
        }
    }

    fn words(&mut self) -> &mut String {
        &mut self.sinks[self.state.sink].1
    }

    fn push(&mut self, words: &str) {
        self.decode();
        if self.skip > 0 {
            self.skip -= 1;
        } else if !self.state.is_hidden && !self.state.is_deleted {
            self.words().push_str(words);
        }
    }

    /// Bytes to characters, in the encoding of the font.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        if !self.state.is_hidden && !self.state.is_deleted {
            let (words, _) = self.state.encoding.decode_without_bom_handling(&bytes);
            self.words().push_str(&words);
        }
    }

    fn unicode(&mut self, number: i32) {
        // Numbers above 32,767 are written as negative ones.
        let unit = (number & 0xFFFF) as u16;
        let units = match (self.surrogate.take(), unit) {
            (_, 0xD800..=0xDBFF) => {
                self.surrogate = Some(unit);
                Vec::new()
            }
            (Some(first), 0xDC00..=0xDFFF) => vec![first, unit],
            _ => vec![unit],
        };
        let words = String::from_utf16_lossy(&units);
        self.skip = 0;
        self.push(&words);
        self.skip = self.state.fallback;
    }

    fn font(&mut self, number: i32) {
        self.font = number;
        if !self.state.is_in_fonts {
            self.state.encoding = self.fonts.get(&number).copied().unwrap_or(self.default);
        }
    }

    fn end_of_paragraph(&mut self) {
        if self.state.sink != 0 || self.is_in_table {
            return self.push("\n");
        }
        self.flush();
    }

    fn end_of_cell(&mut self) {
        if self.state.sink != 0 {
            return self.push("\t");
        }
        let words = std::mem::take(self.words());
        let lines = words.split('\n').filter(|line| !line.trim().is_empty());
        self.cells.push(lines.map(str::to_owned).collect());
    }

    fn end_of_row(&mut self) {
        if self.state.sink == 0 {
            self.layout.row(&std::mem::take(&mut self.cells));
            self.put_boxes();
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(self.words());
        self.layout.paragraph(&words);
        self.put_boxes();
    }

    fn put_boxes(&mut self) {
        for words in std::mem::take(&mut self.boxes) {
            self.layout.paragraph(words.trim());
        }
    }

    fn finish(mut self) -> Text {
        self.decode();
        while let Some((sink, words)) = self.sinks.pop().filter(|_| !self.sinks.is_empty()) {
            if sink == Sink::Body {
                self.sinks.push((sink, words));
                break;
            }
            self.deliver(sink, words);
        }
        self.layout.row(&std::mem::take(&mut self.cells));
        self.state.sink = 0;
        if self.sinks.is_empty() {
            self.sinks.push((Sink::Body, String::new()));
        }
        if !self.words().trim().is_empty() {
            self.flush();
        }
        self.put_boxes();
        let date = match self.date {
            [Some(year), Some(month), Some(day)] if year > 0 => {
                Some(format!("{year:04}-{month:02}-{day:02}"))
            }
            _ => None,
        };
        self.layout.finish(Properties {
            title: self.title.filter(|title| !title.is_empty()),
            date,
        })
    }
}

/// What a field points at, if it is a link.
fn target(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let quoted = rest.strip_prefix('"')?;
    Some(quoted.split('"').next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::Options;

    fn text(rtf: &str) -> String {
        let text = read(rtf.as_bytes().to_vec(), &Options::default());
        text.expect("the file is sound").text
    }

    #[test]
    fn code_pages_come_from_fonts_and_unicode_goes_before() {
        let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}{\f2\fcharset134 SimSun;}}\f0 Gen\'e8ve \f1 \'c6\'e5\'ed\'e5\'e2\'e0 \f2 \'c8\'d5\'c4\'da\'cd\'df \u1580?\u1606?\u1610?\u1601?\par}";
        assert_eq!(text(rtf), "Genève Женева 日内瓦 جنيف\n");
    }

    #[test]
    fn tables_notes_links_and_deletions() {
        let rtf = r#"{\rtf1\ansi{\info{\title A letter}{\creatim\yr2011\mo3\dy16}}{\header\pard - 2 -\par}\trowd\cellx100\cellx200\pard\intbl Ref:\cell TSB Circular 1\par COM 5/CB\cell\row\pard A {\deleted lost }word{\super\chftn{\footnote\pard\chftn See the page.}} at {\field{\*\fldinst HYPERLINK "http://itu.int/x"}{\fldrslt the page}}.{\*\unknown dropped}\par{\listtext 1.\tab}An item\par}"#;
        assert_eq!(
            text(rtf),
            "Ref:\tTSB Circular 1\n\tCOM 5/CB\nA word[footnoteRef:1] at [the page](http://itu.int/x).\n[1: See the page.]\n1.\tAn item\n[header: - 2 -]\n"
        );
    }
}
