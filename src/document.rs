//! A letter's unchanging text and its parts.
//!
//! [`Document`] is what reading a file gives and every later pass borrows. The words that open a
//! part, in each language, are data (`ontology/parts.toml`, loaded as [`cue::PartCues`]). This module
//! does not read files and knows no names.

mod beside;
pub mod cue;
mod division;
pub mod plain;

use crate::language::Language;
use crate::span::Span;
use cue::PartCues;
use division::divide;
use plain::Plain;
use serde::Deserialize;

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
    /// The language of its text: the letter's, but for an annex or body in another one.
    pub language: Language,
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
        let plain = Plain::without(&text, cues.footer());
        let parts = divide(&text, &plain, language, cues.of(language));
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

    /// A text that is all of one part, as a sentence on its own is.
    pub fn of_part(text: String, language: Language, kind: PartKind) -> Self {
        let plain = Plain::new(&text);
        let source = Source {
            path: "text".to_owned(),
            sha256: "0".repeat(64),
            format: "text/plain",
        };
        Self {
            parts: vec![Part {
                kind,
                language,
                span: Span::new(0, text.len()),
                plain: Span::new(0, plain.text.len()),
            }],
            text,
            plain,
            language,
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

    /// The language of the text at a byte.
    pub fn language_at(&self, offset: usize) -> Language {
        self.part_at(offset)
            .map_or(self.language, |part| part.language)
    }

    /// The parts of one kind, in order.
    pub fn parts_of(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }
}
