//! A letter's unchanging text and its parts.
//!
//! [`Document`] is what reading a file gives and every later pass borrows. The words that open a
//! part, in each language, are data (`ontology/parts.toml`, loaded as [`PartCues`]). This module does
//! not read files and knows no names.

pub mod plain;

use crate::diagnostic::FileError;
use crate::knowledge::Knowledge;
use crate::language::Language;
use crate::span::Span;
use plain::Plain;
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A letter as it was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text that every offset points into.
    pub text: String,
    /// The same in the form that names and patterns are matched against.
    pub plain: Plain,
    /// The language of most of the text.
    pub language: Language,
    /// The parts, in order, covering the text without gaps.
    pub parts: Vec<Part>,
    /// Where the text came from.
    pub source: Source,
    /// The byte of the text at which each page begins, in order; empty where the file has no pages.
    pub pages: Vec<usize>,
    /// What the file says of itself.
    pub properties: Properties,
}

/// What a file says of itself, beside its text. Programs fill this in as they please: it is a hint
/// for people, never a fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties {
    /// The title.
    pub title: Option<String>,
    /// The day on which the file was made, as `2011-03-16`.
    pub date: Option<String>,
}

/// The file that a document was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as it was given, with `/` between its parts.
    pub path: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The media type.
    pub format: &'static str,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which part it is.
    pub kind: PartKind,
    /// Its place in the text.
    pub span: Span,
    /// Its place in the plain form.
    pub plain: Span,
}

/// The parts that a letter may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// Office, place, date, reference, contact.
    Letterhead,
    /// Those the letter goes to.
    Addressees,
    /// Those who get a copy.
    Copies,
    /// The subject line.
    Subject,
    /// The greeting.
    Salutation,
    /// The letter itself.
    Body,
    /// The closing formula, the signature and the count of annexes.
    Signature,
    /// One annex, from its heading on.
    Annex,
}

/// Every kind of part with its name in rules and messages.
pub const PART_KINDS: &[(PartKind, &str)] = &[
    (PartKind::Letterhead, "letterhead"),
    (PartKind::Addressees, "addressees"),
    (PartKind::Copies, "copies"),
    (PartKind::Subject, "subject"),
    (PartKind::Salutation, "salutation"),
    (PartKind::Body, "body"),
    (PartKind::Signature, "signature"),
    (PartKind::Annex, "annex"),
];

impl Document {
    /// Divides `text`, which is in `language`, into its parts.
    pub fn new(text: String, language: Language, source: Source, cues: &PartCues) -> Self {
        let plain = Plain::new(&text);
        let parts = divide(&text, &plain, cues.of(language));
        Self {
            text,
            plain,
            language,
            parts,
            source,
            pages: Vec::new(),
            properties: Properties::default(),
        }
    }

    /// The page, counted from 1, on which a byte of the text stands.
    pub fn page_at(&self, offset: usize) -> Option<usize> {
        let page = self.pages.partition_point(|start| *start <= offset);
        (!self.pages.is_empty()).then_some(page.max(1))
    }

    /// The part that holds a byte of the text.
    pub fn part_at(&self, offset: usize) -> Option<&Part> {
        self.parts
            .iter()
            .find(|part| part.span.start <= offset && offset < part.span.end)
    }

    /// The parts of one kind, in order.
    pub fn parts_of(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }
}

/// The words that open each part, by language.
#[derive(Debug, Clone)]
pub struct PartCues {
    languages: BTreeMap<Language, LanguageCues>,
}

#[derive(Debug, Clone)]
struct LanguageCues {
    subject: Regex,
    addressees: Regex,
    copies: Regex,
    label: Regex,
    salutation: Regex,
    closing: Regex,
    enclosures: Regex,
    annex: Regex,
    /// What opens a cell of a letterhead even in mid-line.
    cell: Regex,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CueTable {
    subject: Vec<String>,
    addressees: Vec<String>,
    copies: Vec<String>,
    label: Vec<String>,
    salutation: Vec<String>,
    closing: Vec<String>,
    enclosures: Vec<String>,
    annex: Vec<String>,
    cell: Vec<String>,
}

const CUES_FILE: &str = "parts.toml";

impl PartCues {
    /// Loads `parts.toml`.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let file = knowledge
            .file(CUES_FILE)
            .ok_or_else(|| FileError::new(CUES_FILE, "the file is missing from the ontology"))?;
        let tables: BTreeMap<String, CueTable> = toml::from_str(&file.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            FileError::at_offset(&file.shown, &file.text, offset, error.message())
        })?;
        let mut languages = BTreeMap::new();
        for (tag, table) in tables {
            let language: Language = tag.parse().map_err(|error| {
                FileError::new(&file.shown, format!("in the table [{tag}]: {error}"))
            })?;
            let compile = |cues: &[String]| {
                compile(cues).map_err(|error| {
                    FileError::new(&file.shown, format!("in the table [{tag}]: {error}"))
                })
            };
            languages.insert(
                language,
                LanguageCues {
                    subject: compile(&table.subject)?,
                    addressees: compile(&table.addressees)?,
                    copies: compile(&table.copies)?,
                    label: compile(&table.label)?,
                    salutation: compile(&table.salutation)?,
                    closing: compile(&table.closing)?,
                    enclosures: compile(&table.enclosures)?,
                    annex: compile(&table.annex)?,
                    cell: compile_cells(&table.cell).map_err(|error| {
                        FileError::new(&file.shown, format!("in the table [{tag}]: {error}"))
                    })?,
                },
            );
        }
        if let Some((_, tag, _)) = crate::language::LANGUAGES
            .iter()
            .find(|(language, _, _)| !languages.contains_key(language))
        {
            return Err(FileError::new(
                &file.shown,
                format!("the table [{tag}] is missing"),
            ));
        }
        Ok(Self { languages })
    }

    fn of(&self, language: Language) -> &LanguageCues {
        &self.languages[&language]
    }
}

fn compile(cues: &[String]) -> Result<Regex, Box<regex::Error>> {
    let cues = plain::fold_pattern(&cues.join("|"));
    Regex::new(&format!(r"(?i)^[-·|/\s]*(?:{cues})")).map_err(Box::new)
}

fn compile_cells(cues: &[String]) -> Result<Regex, Box<regex::Error>> {
    let cues = plain::fold_pattern(&cues.join("|"));
    Regex::new(&format!("(?:{cues})")).map_err(Box::new)
}

/// The lines of the plain form, each given to the part that it belongs to.
fn divide(text: &str, plain: &Plain, cues: &LanguageCues) -> Vec<Part> {
    let lines = cells(lines(&plain.text), &plain.text, cues);
    let words: Vec<&str> = lines.iter().map(|line| line.of(&plain.text)).collect();
    let kinds = classify(&words, cues);
    let mut parts: Vec<Part> = Vec::new();
    for (index, (line, (kind, opens))) in lines.iter().zip(kinds).enumerate() {
        let start = if index == 0 {
            0
        } else {
            plain.source(line.start, line.end).start
        };
        match parts.last_mut() {
            Some(part) if part.kind == kind && !opens => part.plain.end = line.end,
            last => {
                if let Some(part) = last {
                    part.span.end = start;
                }
                parts.push(Part {
                    kind,
                    span: Span::new(start, start),
                    plain: *line,
                });
            }
        }
    }
    if let Some(part) = parts.last_mut() {
        part.span.end = text.len();
    }
    parts
}

/// The lines, those of the letterhead cut where another cell opens: converters run the cells of its
/// table together.
fn cells(lines: Vec<Span>, text: &str, cues: &LanguageCues) -> Vec<Span> {
    let opens = |cue: &Regex| lines.iter().position(|line| cue.is_match(line.of(text)));
    let subject = opens(&cues.subject).map(|subject| subject + 1);
    let end = opens(&cues.salutation)
        .or(subject)
        .unwrap_or(0)
        .min(lines.len());
    let mut cells = Vec::with_capacity(lines.len());
    for line in &lines[..end] {
        let mut start = line.start;
        for cue in cues.cell.find_iter(line.of(text)) {
            let at = line.start + cue.start();
            if at > start {
                cells.push(Span::new(start, at));
                start = at;
            }
        }
        cells.push(Span::new(start, line.end));
    }
    cells.extend(&lines[end..]);
    cells
}

/// The kind of each line, and whether a new part of that kind opens with it.
fn classify(lines: &[&str], cues: &LanguageCues) -> Vec<(PartKind, bool)> {
    let landmarks = Landmarks::find(lines, cues);
    let mut kinds = Vec::with_capacity(lines.len());
    let mut kind = PartKind::Letterhead;
    for (index, line) in lines.iter().enumerate() {
        let is_annex = index > landmarks.body_floor
            && cues.annex.is_match(line)
            && !cues.enclosures.is_match(line);
        if is_annex {
            kind = PartKind::Annex;
        } else {
            kind = match kind {
                PartKind::Annex => PartKind::Annex,
                PartKind::Body if index >= landmarks.signature => PartKind::Signature,
                PartKind::Body => PartKind::Body,
                PartKind::Salutation => PartKind::Body,
                PartKind::Signature if cues.copies.is_match(line) => PartKind::Copies,
                PartKind::Copies if index > landmarks.signature => PartKind::Copies,
                PartKind::Signature => PartKind::Signature,
                _ if Some(index) == landmarks.salutation => PartKind::Salutation,
                _ if index >= landmarks.body => PartKind::Body,
                _ if cues.subject.is_match(line) => PartKind::Subject,
                _ if cues.copies.is_match(line) => PartKind::Copies,
                _ if cues.label.is_match(line) => PartKind::Letterhead,
                PartKind::Letterhead | PartKind::Addressees if cues.addressees.is_match(line) => {
                    PartKind::Addressees
                }
                other => other,
            };
        }
        kinds.push((kind, is_annex));
    }
    kinds
}

/// The lines that divide a letter, by index.
struct Landmarks {
    salutation: Option<usize>,
    /// The first line that is body for certain.
    body: usize,
    /// No annex heading stands at or above this line.
    body_floor: usize,
    /// The first line of the closing formula or, without one, of the signature.
    signature: usize,
}

impl Landmarks {
    fn find(lines: &[&str], cues: &LanguageCues) -> Self {
        let position = |from: usize, cue: &Regex| {
            let rest = lines.get(from..)?;
            Some(from + rest.iter().position(|line| cue.is_match(line))?)
        };
        let subject = position(0, &cues.subject);
        let salutation = position(0, &cues.salutation)
            .filter(|at| lines[*at].chars().count() < 90)
            .filter(|at| subject.is_none_or(|subject| *at > subject) || *at < 12);
        let body = match (salutation, subject) {
            (Some(salutation), _) => salutation + 1,
            (None, Some(subject)) => end_of_subject(lines, subject, cues),
            (None, None) => end_of_letterhead(lines, cues),
        };
        let closing = position(body, &cues.closing);
        let annex = (body + 1..lines.len())
            .find(|at| cues.annex.is_match(lines[*at]) && !cues.enclosures.is_match(lines[*at]));
        let end = annex.unwrap_or(lines.len());
        let signature = match closing {
            Some(closing) if closing < end => closing,
            _ => start_of_bare_signature(lines, body, end),
        };
        Self {
            salutation,
            body,
            body_floor: body,
            signature,
        }
    }
}

/// Without a salutation the subject ends with its first line, and those that go on with it.
fn end_of_subject(lines: &[&str], subject: usize, cues: &LanguageCues) -> usize {
    let is_label_only = |line: &str| {
        cues.subject
            .find(line)
            .is_some_and(|found| line[found.end()..].trim_matches([' ', ':']).is_empty())
    };
    let first = if is_label_only(lines[subject]) {
        subject + 1
    } else {
        subject
    };
    let goes_on = |line: &&&str| {
        let length = line.chars().count();
        length < 90 && !line.ends_with(['.', '。']) && !starts_numbered(line)
            || line.starts_with(['-', '·'])
    };
    let rest = lines.get(first + 1..).unwrap_or(&[]);
    first + 1 + rest.iter().take(4).take_while(goes_on).count()
}

/// Without subject and salutation the body begins with the first long line that opens no part.
fn end_of_letterhead(lines: &[&str], cues: &LanguageCues) -> usize {
    lines
        .iter()
        .position(|line| {
            line.chars().count() > 120
                && !cues.addressees.is_match(line)
                && !cues.label.is_match(line)
                && !cues.copies.is_match(line)
        })
        .unwrap_or(lines.len().min(1))
}

/// Letters without a closing formula end in short lines: name, office, number of annexes.
fn start_of_bare_signature(lines: &[&str], body: usize, end: usize) -> usize {
    let is_short = |line: &&&str| {
        let length = line.chars().count();
        length < 70 && !line.ends_with([';', '。', '；']) && !starts_numbered(line)
    };
    let short = lines[body.min(end)..end]
        .iter()
        .rev()
        .take(8)
        .take_while(is_short)
        .count();
    end - short
}

fn starts_numbered(line: &str) -> bool {
    line.starts_with(|character: char| character.is_ascii_digit())
}

fn lines(plain: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in plain.split('\n') {
        if !line.is_empty() {
            lines.push(Span::new(start, start + line.len()));
        }
        start += line.len() + 1;
    }
    lines
}
