//! The sentences by which a file of `rules/` or `mentions/` proves itself.

use crate::diagnostic::FileError;
use crate::document::{Document, PartKind};
use serde::Deserialize;
use toml::Spanned;

/// A sentence with what the file finds in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The language of the sentence, as a tag.
    pub language: String,
    /// The part of a letter that it stands in; the body if none is given.
    #[serde(rename = "in")]
    pub part: Option<PartKind>,
    /// The sentence, with its place in the file.
    pub text: Spanned<String>,
    /// `subject predicate object`, each argument in the words of the sentence; empty for a sentence
    /// in which nothing is to be found. Of a mention, `words a Kind` as well.
    pub finds: Vec<String>,
}

/// A file with examples, as messages name it, and its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExampleFile {
    shown: String,
    text: String,
}

impl ExampleFile {
    /// Keeps what messages about the file need.
    pub fn new(shown: &str, text: &str) -> Self {
        Self {
            shown: shown.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The file as messages name it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A message about a place in the file.
    pub fn mistake(&self, at: usize, message: impl Into<String>) -> FileError {
        FileError::at_offset(&self.shown, &self.text, at, message)
    }

    /// The letter that consists of an example's sentence.
    pub fn letter_of(&self, example: &Example) -> Result<Document, FileError> {
        let language = example.language.parse().map_err(|error| {
            let at = example.text.span().start;
            self.mistake(at, format!("of this sentence, {error}"))
        })?;
        let part = example.part.unwrap_or(PartKind::Body);
        Ok(Document::of_part(
            example.text.get_ref().clone(),
            language,
            part,
        ))
    }
}
