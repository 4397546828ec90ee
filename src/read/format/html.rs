//! Web pages: what a reader of the page reads, without the site around it.
//!
//! Nothing that a page points at is fetched. [`content`] finds the part that is not navigation;
//! [`note`] finds what is a footnote in it.

mod content;
mod note;

use crate::document::Properties;
use crate::read::layout::{Layout, Margin, Text, letter, link, note_mark, roman};
use crate::read::{Options, ReadProblem, encoding};
use content::{is_furniture, is_hidden, margin_of};
use note::Notes;
use scraper::{ElementRef, Html, Node, Selector};

/// Elements that stand in elements are followed so far down.
const DEPTH: usize = 400;

/// A cell with more paragraphs than this divides the page, not a table.
const LONGEST_CELL: usize = 12;

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "main",
    "p",
    "section",
    "summary",
];

/// The words of the page's content.
pub(super) fn read(bytes: Vec<u8>, _: &Options) -> Result<Text, ReadProblem> {
    let label = content::stated_encoding(&bytes);
    let page = Html::parse_document(&encoding::decode_as(bytes, label.as_deref())?);
    let mut writer = Writer {
        layout: Layout::default(),
        words: String::new(),
        notes: Notes::find(&page),
    };
    writer.inside(content::main(&page), 0);
    writer.flush();
    Ok(writer.layout.finish(properties(&page)))
}

fn properties(page: &Html) -> Properties {
    let title = Selector::parse("title").ok();
    let title = title.and_then(|title| {
        let words: String = page.select(&title).next()?.text().collect();
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    Properties {
        title: title.filter(|title| !title.is_empty()),
        date: None,
    }
}

struct Writer {
    layout: Layout,
    /// The words of the line that is being written.
    words: String,
    notes: Notes,
}

impl Writer {
    fn inside(&mut self, parent: ElementRef<'_>, depth: usize) {
        if depth > DEPTH {
            self.push(&parent.text().collect::<String>());
            return;
        }
        for child in parent.children() {
            match child.value() {
                Node::Text(text) => self.push(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, depth: usize) {
        if is_hidden(element) || is_furniture(element) || self.notes.is_note(element) {
            return;
        }
        if let Some(margin) = margin_of(element) {
            self.flush();
            return self.margin(margin, element);
        }
        match element.value().name() {
            "br" => self.words.push('\n'),
            "a" => self.link(element, depth),
            "img" => {}
            "table" => self.table(element, depth),
            "ul" | "ol" | "menu" => self.list(element, depth),
            "li" => self.item(element, "-", depth),
            "pre" => {
                self.flush();
                let words: String = element.text().collect();
                self.layout.paragraph(words.trim_matches('\n'));
            }
            name if BLOCKS.contains(&name) || matches!(name, "td" | "th" | "tr") => {
                self.flush();
                self.inside(element, depth);
                self.flush();
            }
            _ => self.inside(element, depth),
        }
    }

    fn margin(&mut self, margin: Margin, element: ElementRef<'_>) {
        let words: String = element.text().collect();
        self.layout.margin(margin, &words);
    }

    fn link(&mut self, element: ElementRef<'_>, depth: usize) {
        if let Some((number, words)) = self.notes.take(element) {
            self.words.push_str(&note_mark(&number));
            return self.layout.note(&number, &words);
        }
        let holds_blocks = element
            .descendants()
            .filter_map(ElementRef::wrap)
            .any(|inner| BLOCKS.contains(&inner.value().name()));
        let Some(target) = element.value().attr("href").filter(|_| !holds_blocks) else {
            return self.inside(element, depth);
        };
        let before = std::mem::take(&mut self.words);
        self.inside(element, depth);
        let words = std::mem::replace(&mut self.words, before);
        let space = words.len() - words.trim_start().len();
        self.push(&words[..space]);
        self.words.push_str(&link(words.trim(), target));
        if words.ends_with(char::is_whitespace) && !words.trim().is_empty() {
            self.words.push(' ');
        }
    }

    fn list(&mut self, list: ElementRef<'_>, depth: usize) {
        self.flush();
        let attribute = |name: &str| list.value().attr(name);
        let mut number: u32 = attribute("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1);
        let style = attribute("type").unwrap_or_default();
        for child in list.children().filter_map(ElementRef::wrap) {
            if child.value().name() != "li" {
                self.element(child, depth);
                continue;
            }
            if let Some(value) = child.value().attr("value") {
                number = value.parse().unwrap_or(number);
            }
            let mark = match (list.value().name(), style) {
                ("ol", "a") => format!("{})", letter(number)),
                ("ol", "A") => format!("{})", letter(number).to_uppercase()),
                ("ol", "i") => format!("{})", roman(number)),
                ("ol", "I") => format!("{})", roman(number).to_uppercase()),
                ("ol", _) => number.to_string(),
                _ => "-".to_owned(),
            };
            self.item(child, &mark, depth);
            number = number.saturating_add(1);
        }
        self.flush();
    }

    /// An item with its mark, unless the page writes the mark itself.
    fn item(&mut self, item: ElementRef<'_>, mark: &str, depth: usize) {
        self.flush();
        if depth > DEPTH || is_hidden(item) {
            return;
        }
        match content::written_mark(item) {
            Some(written) if written.is_empty() => {}
            Some(written) => self.words.push_str(&format!("{written}\t")),
            None => self.words.push_str(&format!("{mark}\t")),
        }
        let opened = self.words.len();
        for child in item.children() {
            match child.value() {
                Node::Text(text) => self.push(text),
                Node::Element(_) => {
                    let Some(element) = ElementRef::wrap(child) else {
                        continue;
                    };
                    // The first paragraph stands on the line of the mark.
                    let is_first = self.words.len() == opened && element.value().name() != "ul";
                    if is_first && BLOCKS.contains(&element.value().name()) {
                        self.first_block(element, depth + 1);
                    } else {
                        self.element(element, depth + 1);
                    }
                }
                _ => {}
            }
        }
        if self.words.len() == opened {
            self.words.clear();
        }
        self.flush();
    }

    fn first_block(&mut self, element: ElementRef<'_>, depth: usize) {
        let mark = content::written_mark_of(element);
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.push(text),
                _ => {
                    if let Some(inner) = ElementRef::wrap(child) {
                        if mark == Some(inner) {
                            continue;
                        }
                        self.element(inner, depth + 1);
                    }
                }
            }
        }
        self.flush();
    }

    fn table(&mut self, table: ElementRef<'_>, depth: usize) {
        self.flush();
        let rows = content::rows(table);
        let holds_tables = |cell: &ElementRef<'_>| {
            cell.descendants()
                .filter_map(ElementRef::wrap)
                .any(|inner| inner.value().name() == "table")
        };
        for row in rows {
            let divides = row
                .iter()
                .any(|cell| holds_tables(cell) || content::blocks_in(*cell) > LONGEST_CELL);
            if divides || row.len() == 1 {
                for cell in row {
                    self.inside(cell, depth + 1);
                    self.flush();
                }
                continue;
            }
            let cells: Vec<Vec<String>> = row
                .into_iter()
                .map(|cell| self.cell(cell, depth + 1))
                .collect();
            self.layout.row(&cells);
        }
    }

    /// The paragraphs of a cell; its notes are laid out with the row.
    fn cell(&mut self, cell: ElementRef<'_>, depth: usize) -> Vec<String> {
        let mut inner = Writer {
            layout: Layout::default(),
            words: String::new(),
            notes: std::mem::take(&mut self.notes),
        };
        inner.layout.hold_notes();
        inner.inside(cell, depth);
        inner.flush();
        self.notes = inner.notes;
        let (lines, notes) = inner.layout.into_lines();
        for (number, words) in notes {
            self.layout.note(&number, &words);
        }
        lines
    }

    /// Words with their space as a browser shows it.
    fn push(&mut self, text: &str) {
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                if !self.words.is_empty() && !self.words.ends_with([' ', '\n', '\t']) {
                    self.words.push(' ');
                }
            } else {
                self.words.push(character);
            }
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if !words.trim().is_empty() {
            let lines: Vec<&str> = words.split('\n').map(str::trim).collect();
            self.layout.paragraph(lines.join("\n").trim_matches('\n'));
        }
    }
}
