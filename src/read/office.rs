//! Word files of either kind, laid out as text.
//!
//! The file is opened by `office_oxide`, which resolves styles, tracked changes and the numbers of
//! lists; here its paragraphs, tables, text boxes, notes, headers and footers become lines.

use super::layout::{Layout, Margin, Text, letter, link, note_mark, roman};
use super::limit::OnReader;
use super::{Options, ReadProblem};
use crate::document::Properties;
use office_oxide::core::Error as CoreError;
use office_oxide::doc::DocError;
use office_oxide::docx::DocxError;
use office_oxide::ir::{
    DocumentIR, Element, FootnoteRef, HeaderFooter, InlineContent, List, ListStyle, Metadata, Note,
    Section, Table, TextSpan,
};
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat, OfficeError};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Elements that stand in elements are followed so far down.
const DEPTH: usize = 64;

/// The words of a file.
pub(super) fn read(
    bytes: Vec<u8>,
    format: DocumentFormat,
    name: &'static str,
    options: &Options,
) -> Result<Text, ReadProblem> {
    let mut parse = ParseOptions::default();
    parse.include_hidden_text = false;
    parse.include_deleted_text = false;
    parse.limits.package_bytes = options.limits.size;
    parse.limits.part_bytes = options.limits.size;
    parse.limits.memory_bytes = options.limits.size;
    parse.limits.text_chars = usize::try_from(options.limits.size).unwrap_or(usize::MAX);
    // It is read on a thread that the library starts.
    let bytes = OnReader(Cursor::new(bytes));
    let document = Document::from_reader_with(bytes, format, &parse);
    let document = document.map_err(|error| refusal(name, error, options))?;
    Ok(lay_out(&document.to_ir()))
}

fn refusal(name: &'static str, error: OfficeError, options: &Options) -> ReadProblem {
    match error {
        OfficeError::Doc(DocError::Encrypted) => ReadProblem::Locked(name),
        OfficeError::Core(error) | OfficeError::Docx(DocxError::Core(error))
            if matches!(
                error,
                CoreError::DecompressionLimit { .. } | CoreError::PackageLimit(_)
            ) =>
        {
            ReadProblem::TooLarge(options.limits.size)
        }
        OfficeError::Panic(_) => ReadProblem::Damaged(name, None),
        error => ReadProblem::damaged(name, error),
    }
}

fn lay_out(document: &DocumentIR) -> Text {
    let mut writer = Writer::new(document);
    for (index, section) in document.sections.iter().enumerate() {
        let opens = index == 0;
        writer.headers(section, opens);
        writer.elements(&section.elements, 0);
        writer.footers(section);
    }
    writer.rest_of_notes();
    writer.layout.finish(properties(&document.metadata))
}

fn properties(metadata: &Metadata) -> Properties {
    let date = metadata.created.as_deref().and_then(|date| date.get(..10));
    Properties {
        title: metadata.title.clone().filter(|title| !title.is_empty()),
        date: date.map(str::to_owned),
    }
}

struct Writer<'a> {
    layout: Layout,
    /// Notes that were not laid out yet, by their number; endnotes apart from footnotes.
    notes: BTreeMap<(bool, u32), &'a Note>,
    /// How many notes were laid out. They are numbered in the order in which they are referred to: the
    /// numbers of the file begin anywhere.
    numbered: u32,
    /// The numbers of the items that the next paragraph stands in.
    marks: Vec<u32>,
    /// The lists that begin with a number of their own, and the number after their last one: what
    /// begins so once more goes on with them.
    begun: Vec<(&'a List, u32)>,
    format: DocumentFormat,
}

impl<'a> Writer<'a> {
    fn new(document: &'a DocumentIR) -> Self {
        let mut notes = BTreeMap::new();
        for element in document
            .sections
            .iter()
            .flat_map(|section| &section.elements)
        {
            match element {
                Element::Footnote(note) => notes.insert((false, note.id), note),
                Element::Endnote(note) => notes.insert((true, note.id), note),
                _ => None,
            };
        }
        Self {
            layout: Layout::default(),
            notes,
            numbered: 0,
            marks: Vec::new(),
            begun: Vec::new(),
            format: document.metadata.format,
        }
    }

    /// The header of the first page is the letterhead, unless it only bears the page's number.
    fn headers(&mut self, section: &'a Section, opens: bool) {
        let has_first = section.first_page_header.is_some() || section.first_page_footer.is_some();
        let first = if has_first {
            section.first_page_header.as_ref()
        } else {
            section.header.as_ref()
        };
        if let Some(first) = first.filter(|_| opens) {
            let lines = self.margin_lines(first);
            let has_words = |line: &String| line.chars().filter(|c| c.is_alphabetic()).count() > 1;
            if lines.iter().any(has_words) {
                self.elements(&first.content, 1);
            }
        }
        let others = [&section.header, &section.even_page_header];
        let others = others.into_iter().flatten();
        for other in others.filter(|other| !opens || Some(*other) != first) {
            let words = self.margin_lines(other).join("\n");
            self.layout.margin(Margin::Header, &words);
        }
    }

    fn footers(&mut self, section: &'a Section) {
        let footers = [
            &section.first_page_footer,
            &section.footer,
            &section.even_page_footer,
        ];
        for footer in footers.into_iter().flatten() {
            let words = self.margin_lines(footer).join("\n");
            self.layout.margin(Margin::Footer, &words);
        }
    }

    fn margin_lines(&mut self, margin: &'a HeaderFooter) -> Vec<String> {
        let mut lines = Vec::new();
        self.paragraphs(&margin.content, 0, &mut lines);
        lines
    }

    fn elements(&mut self, elements: &'a [Element], depth: usize) {
        if depth > DEPTH {
            return;
        }
        for element in elements {
            match element {
                Element::Paragraph(paragraph) => self.paragraph(&paragraph.content),
                Element::Heading(heading) => self.paragraph(&heading.content),
                Element::Table(table) => self.table(table, depth),
                Element::List(list) => self.list(list, depth),
                Element::TextBox(text_box) => self.elements(&text_box.content, depth + 1),
                Element::CodeBlock(code) => self.layout.paragraph(&code.content),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, content: &'a [InlineContent]) {
        let words = self.words(content);
        self.layout.paragraph(&words);
    }

    fn table(&mut self, table: &'a Table, depth: usize) {
        for row in &table.rows {
            let mut cells = Vec::with_capacity(row.cells.len());
            for cell in &row.cells {
                let mut lines = Vec::new();
                self.paragraphs(&cell.content, depth + 1, &mut lines);
                lines.retain(|line| !line.trim().is_empty());
                cells.push(lines);
            }
            self.layout.row(&cells);
        }
    }

    fn list(&mut self, list: &'a List, depth: usize) {
        if depth > DEPTH {
            return;
        }
        let first = self.first_number(list);
        for (number, item) in (first..).zip(&list.items) {
            self.marks.push(number);
            let mut lines = Vec::new();
            self.paragraphs(&item.content, depth + 1, &mut lines);
            let mark = self.mark(list);
            let mut lines = lines.into_iter();
            self.layout.item(&mark, &lines.next().unwrap_or_default());
            for line in lines {
                self.layout.paragraph(&line);
            }
            if let Some(nested) = &item.nested {
                self.list(nested, depth + 1);
            }
            self.marks.pop();
        }
    }

    /// The number of the first item.
    fn first_number(&mut self, list: &'a List) -> u32 {
        let Some(start) = list.start_number.filter(|start| *start > 1) else {
            return 1;
        };
        let length = u32::try_from(list.items.len()).unwrap_or(0);
        let same = |begun: &&mut (&List, u32)| {
            let (begun, _) = begun;
            begun.start_number == Some(start)
                && begun.level == list.level
                && begun.style == list.style
                && begun.marker_pattern == list.marker_pattern
        };
        match self.begun.iter_mut().rev().take(50).find(same) {
            Some((_, next)) => {
                let first = *next;
                *next = first.saturating_add(length);
                first
            }
            None => {
                self.begun.push((list, start.saturating_add(length)));
                start
            }
        }
    }

    /// The sign or number of an item. Word 97 files do not tell it for most lists, and a wrong number
    /// would be worse than none.
    fn mark(&self, list: &List) -> String {
        let is_told = list.marker_pattern.is_some() || list.start_number.is_some();
        if self.format == DocumentFormat::Doc && !is_told {
            return "-".to_owned();
        }
        mark(list, &self.marks)
    }

    /// The paragraphs of what stands in a cell, an item or a margin, a line each.
    fn paragraphs(&mut self, elements: &'a [Element], depth: usize, lines: &mut Vec<String>) {
        if depth > DEPTH {
            return;
        }
        for element in elements {
            match element {
                Element::Paragraph(paragraph) => {
                    lines.extend(
                        self.words(&paragraph.content)
                            .split('\n')
                            .map(str::to_owned),
                    );
                }
                Element::Heading(heading) => {
                    lines.extend(self.words(&heading.content).split('\n').map(str::to_owned));
                }
                Element::Table(table) => {
                    for row in &table.rows {
                        let mut cells = Vec::new();
                        for cell in &row.cells {
                            let mut inner = Vec::new();
                            self.paragraphs(&cell.content, depth + 1, &mut inner);
                            cells.push(inner.join(" "));
                        }
                        lines.push(cells.join("\t"));
                    }
                }
                Element::List(list) => self.list_lines(list, depth, lines),
                Element::TextBox(text_box) => self.paragraphs(&text_box.content, depth + 1, lines),
                _ => {}
            }
        }
    }

    fn list_lines(&mut self, list: &'a List, depth: usize, lines: &mut Vec<String>) {
        if depth > DEPTH {
            return;
        }
        let first = self.first_number(list);
        for (number, item) in (first..).zip(&list.items) {
            self.marks.push(number);
            let at = lines.len();
            self.paragraphs(&item.content, depth + 1, lines);
            if let Some(line) = lines.get_mut(at) {
                *line = format!("{} {line}", self.mark(list));
            }
            if let Some(nested) = &item.nested {
                self.list_lines(nested, depth + 1, lines);
            }
            self.marks.pop();
        }
    }

    /// The words of a paragraph; its notes are laid out after it.
    fn words(&mut self, content: &'a [InlineContent]) -> String {
        let mut words = String::new();
        let mut content = content.iter().peekable();
        while let Some(inline) = content.next() {
            match inline {
                InlineContent::Text(span) => {
                    let Some(target) = &span.hyperlink else {
                        words.push_str(&span.text);
                        continue;
                    };
                    // A link whose words differ in form comes in several runs.
                    let mut linked = span.text.clone();
                    while let Some(InlineContent::Text(TextSpan {
                        text,
                        hyperlink: Some(next),
                        ..
                    })) = content.peek()
                        && next == target
                    {
                        linked.push_str(text);
                        content.next();
                    }
                    words.push_str(&link(&linked, target));
                }
                InlineContent::LineBreak => words.push('\n'),
                InlineContent::FootnoteRef(reference) => {
                    words.push_str(&self.refer(false, reference));
                }
                InlineContent::EndnoteRef(reference) => {
                    words.push_str(&self.refer(true, reference));
                }
                _ => {}
            }
        }
        words
    }

    /// The mark of a reference, to a note that was not referred to before.
    fn refer(&mut self, is_endnote: bool, reference: &FootnoteRef) -> String {
        let note = self.notes.remove(&(is_endnote, reference.note_id));
        note.map_or(String::new(), |note| note_mark(&self.note(note)))
    }

    /// Lays a note out, and tells its number.
    fn note(&mut self, note: &'a Note) -> String {
        let mut lines = Vec::new();
        self.paragraphs(&note.content, 1, &mut lines);
        self.numbered += 1;
        let number = self.numbered.to_string();
        self.layout.note(&number, &lines.join(" "));
        number
    }

    /// Notes that nothing refers to.
    fn rest_of_notes(&mut self) {
        for note in std::mem::take(&mut self.notes).into_values() {
            self.note(note);
        }
    }
}

/// The sign or number of an item; `numbers` are those of the items that it stands in, and its own.
fn mark(list: &List, numbers: &[u32]) -> String {
    if !list.ordered {
        return match list.style {
            Some(ListStyle::Dash) | None => "-".to_owned(),
            _ => "•".to_owned(),
        };
    }
    let own = numbers.last().copied().unwrap_or(1);
    let own = match list.style {
        Some(ListStyle::LowerRoman) => roman(own),
        Some(ListStyle::UpperRoman) => roman(own).to_uppercase(),
        Some(ListStyle::LowerAlpha) => letter(own),
        Some(ListStyle::UpperAlpha) => letter(own).to_uppercase(),
        _ => own.to_string(),
    };
    let Some(pattern) = &list.marker_pattern else {
        return own;
    };
    let mut mark = pattern.clone();
    for (level, number) in (1..).zip(numbers) {
        let shown = if level == numbers.len() {
            own.clone()
        } else {
            number.to_string()
        };
        mark = mark.replace(&format!("%{level}"), &shown);
    }
    if mark.contains('%') { own } else { mark }
}
