//! A problem to show someone: what is wrong, where, and what to do.
//!
//! [`Diagnostic`] is for problems that do not stop the run (an odd letter, a file left out). What
//! stops it is an error type of the module concerned. Neither prints anything itself.

use crate::span::Span;
use std::fmt;

/// One problem with one input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the problem, as `no-date`.
    pub code: &'static str,
    /// What is wrong, in lower case and without a final stop.
    pub message: String,
    /// The words concerned, where there are any: bytes of the letter's text.
    pub span: Option<Span>,
    /// What the reader can do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A problem with the input as a whole.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            span: None,
            hint: None,
        }
    }

    /// The same problem with the words that it is about.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same problem with what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(formatter, "; {hint}")?;
        }
        write!(formatter, " [{}]", self.code)
    }
}

/// A mistake in a file of ours or of a user's: vocabulary, rule or query.
///
/// Displayed as `file:line:column: message`, then the line with a caret under the column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// The file as the user named it.
    pub file: String,
    /// Line and column from 1; the column counts characters.
    pub place: Option<(usize, usize)>,
    /// The text of that line.
    pub line: Option<String>,
    /// What is wrong and what to do.
    pub message: String,
}

impl FileError {
    /// A mistake in `file` as a whole.
    pub fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            place: None,
            line: None,
            message: message.into(),
        }
    }

    /// A mistake at a line and column (both from 1) of `file`, whose text is `text`.
    pub fn at_line(
        file: impl Into<String>,
        text: &str,
        line: usize,
        column: usize,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            place: Some((line, column)),
            line: text.lines().nth(line.saturating_sub(1)).map(str::to_owned),
            message: message.into(),
        }
    }

    /// A mistake at a byte offset of `file`, whose text is `text`.
    pub fn at_offset(
        file: impl Into<String>,
        text: &str,
        offset: usize,
        message: impl Into<String>,
    ) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Self::at_line(file, text, line, column, message)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file)?;
        if let Some((line, column)) = self.place {
            write!(formatter, ":{line}:{column}")?;
        }
        write!(formatter, ": {}", self.message)?;
        if let (Some(line), Some((_, column))) = (&self.line, self.place) {
            let caret = " ".repeat(column.saturating_sub(1));
            write!(formatter, "\n  {line}\n  {caret}^")?;
        }
        Ok(())
    }
}

impl std::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::FileError;

    #[test]
    fn a_mistake_shows_its_line_with_a_caret() {
        let error = FileError::at_offset("a.ttl", "one\ntwo three", 8, "unknown name `three`");
        assert_eq!(
            error.to_string(),
            "a.ttl:2:5: unknown name `three`\n  two three\n      ^"
        );
    }
}
