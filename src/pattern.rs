//! Patterns over words and kinds of mention.
//!
//! In the typed form of a text each mention is one letter of a private alphabet, the letter of its
//! kind, so that `<Group> reports to <Group>` is an ordinary regular expression. The language of
//! patterns is that of the `regex` crate, matched without regard to case, and in addition:
//!
//! | written | matches |
//! |---|---|
//! | `<Group>` | a mention of a group of any kind |
//! | `<who:Person>` | the same, captured as `who` |
//! | `<who:Person+>` | one mention or several in a list |
//! | `<City\|Country>` | either kind |
//! | `[^.<City>]` | any sign but a full stop or a mention of a city |
//! | `…` | any words up to the end of the sentence, as few as possible |
//! | `{name}` | the expression of that name in `ontology/patterns.toml` |
//!
//! Beside its `match`, a pattern may say `after` what it stands: the head of a table, for each of its
//! rows. The captures of both count.
//!
//! This module knows no kind and no word by itself.

mod gap;
pub mod need;
mod search;
pub mod template;

use crate::diagnostic::FileError;
use crate::document::plain::fold_pattern;
use crate::knowledge::{Check, Knowledge};
use crate::span::Span;
use crate::vocabulary::kind::Kinds;
use need::{Need, Signs};
use search::{Match, Search, next_character};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The regular expression, as the `regex` crate reads it.
    source: String,
    /// Made when a text is first searched, since one letter needs few of all patterns.
    need: OnceLock<Need>,
    search: OnceLock<Arc<Search>>,
    /// The captures, by the number that their group's name carries.
    slots: Vec<Slot>,
    /// What must stand right before a match.
    after: Option<Box<Pattern>>,
}

/// A capture of a pattern.
#[derive(Debug, Clone)]
struct Slot {
    name: String,
    /// The letters of the kinds that it captures; none where it captures words.
    letters: Option<String>,
}

/// What one match of a pattern captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The whole match, in bytes of the typed text.
    pub typed: Span,
    /// Each capture that took part.
    pub captures: Vec<Capture>,
}

/// One capture of a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// Its name in the pattern.
    pub name: String,
    /// Its bytes of the typed text.
    pub typed: Span,
    /// The letters of the kinds that it captures; none where it captures words with whatever
    /// mentions they hold.
    pub letters: Option<String>,
}

/// Why a pattern cannot be compiled.
#[derive(Debug, thiserror::Error)]
pub enum PatternError {
    /// A `<Kind>` that no class gives.
    #[error("there is no kind `{name}`{}", hint(.nearest))]
    UnknownKind {
        /// As written.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
    },
    /// A `{name}` that `patterns.toml` does not define.
    #[error("`{{{0}}}` is not defined in patterns.toml")]
    UnknownMacro(String),
    /// A `<` without its `>`.
    #[error("`<` opens a kind and is never closed; write `\\x3C` for the sign itself")]
    Unclosed,
    /// A `\b` beside a kind: a mention is one sign that is no letter, so that it would hold only where
    /// a letter stands on the other side.
    #[error(
        "`\\b` beside `<{0}>` holds hardly anywhere: a mention has its own borders; leave it out"
    )]
    DeadBorder(String),
    /// A mistake in the regular expression.
    #[error("{0}")]
    Syntax(#[source] Box<regex::Error>),
}

fn hint(nearest: &Option<String>) -> String {
    nearest
        .as_ref()
        .map_or(String::new(), |name| format!("; did you mean `{name}`?"))
}

/// The named expressions that patterns share.
#[derive(Debug, Clone, Default)]
pub struct Macros {
    expressions: BTreeMap<String, String>,
}

const MACROS_FILE: &str = "patterns.toml";

/// The macro that stands between the members of a list.
const LIST_SEPARATOR: &str = "list";

impl Macros {
    /// Loads `patterns.toml`.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let file = knowledge
            .file(MACROS_FILE)
            .ok_or_else(|| FileError::new(MACROS_FILE, "the file is missing from the ontology"))?;
        let expressions = toml::from_str(&file.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            FileError::at_offset(&file.shown, &file.text, offset, error.message())
        })?;
        Ok(Self { expressions })
    }

    fn get(&self, name: &str) -> Result<&str, PatternError> {
        self.expressions
            .get(name)
            .map(String::as_str)
            .ok_or_else(|| PatternError::UnknownMacro(name.to_owned()))
    }
}

/// The most that may stand between the head of a table and the end of its last row, in bytes.
const FARTHEST_HEAD: usize = 4000;

/// Any words within a sentence.
const GAP: &str = r"[^.!?。！？;\n]{0,200}?";

impl Pattern {
    /// Compiles a pattern as written in a rule.
    pub fn compile(
        source: &str,
        kinds: &Kinds,
        macros: &Macros,
        check: Check,
    ) -> Result<Self, PatternError> {
        let mut translation = Translation {
            kinds,
            macros,
            slots: Vec::new(),
            regex: String::from("(?im)"),
            depth: 0,
        };
        translation.translate(source)?;
        let pattern = Self {
            source: translation.regex,
            need: OnceLock::new(),
            search: OnceLock::new(),
            slots: translation.slots,
            after: None,
        };
        if check == Check::Now {
            regex_syntax::parse(&pattern.source).map_err(|error| {
                PatternError::Syntax(Box::new(regex::Error::Syntax(error.to_string())))
            })?;
        }
        Ok(pattern)
    }

    /// The same pattern, with another that must match right before it.
    pub fn after(
        mut self,
        source: &str,
        kinds: &Kinds,
        macros: &Macros,
        check: Check,
    ) -> Result<Self, PatternError> {
        let source = format!(r"(?:{source})\z");
        self.after = Some(Box::new(Self::compile(&source, kinds, macros, check)?));
        Ok(self)
    }

    /// Every match, from left to right, none overlapping another.
    pub fn find(&self, typed: &Typed) -> Vec<Found> {
        let after = self.after.as_deref();
        if !self.may_match(typed) || after.is_some_and(|after| !after.may_match(typed)) {
            return Vec::new();
        }
        let mut all = Vec::new();
        let mut from = 0;
        while let Some(captures) = self.next_in(&typed.text, from) {
            let found = self.found(&captures, 0);
            from = if found.typed.is_empty() {
                next_character(&typed.text, found.typed.start)
            } else {
                found.typed.end
            };
            all.extend(self.under_its_head(found, &typed.text));
        }
        all
    }

    /// False when the text lacks something that every match needs.
    fn may_match(&self, typed: &Typed) -> bool {
        let need = self.need.get_or_init(|| Need::of(&self.source));
        need.is_met_by(&typed.signs)
    }

    /// A match with the captures of what must stand before it; none where that does not stand there.
    fn under_its_head(&self, mut found: Found, text: &str) -> Option<Found> {
        let Some(after) = &self.after else {
            return Some(found);
        };
        let end = found.typed.start;
        let mut starts = end.saturating_sub(FARTHEST_HEAD)..=end;
        let start = starts.find(|at| text.is_char_boundary(*at))?;
        let head = after.found(&after.next_in(&text[start..end], 0)?, start);
        found.captures.extend(head.captures);
        Some(found)
    }

    /// The first match from a byte on whose gaps are all short enough.
    fn next_in(&self, text: &str, from: usize) -> Option<Match> {
        let search = self
            .search
            .get_or_init(|| Arc::new(Search::new(&self.source)));
        search.next_in(text, from)
    }

    /// The names of the captures.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        let heads = self.after.iter().flat_map(|after| &after.slots);
        self.slots
            .iter()
            .chain(heads)
            .map(|slot| slot.name.as_str())
    }

    /// A match in a text that begins at the byte `start` of the typed one.
    fn found(&self, matched: &Match, start: usize) -> Found {
        let moved = |span: Span| Span::new(start + span.start, start + span.end);
        let mut found = Found {
            typed: moved(matched.span()),
            captures: Vec::new(),
        };
        for (number, slot) in self.slots.iter().enumerate() {
            if let Some(span) = matched.capture(&format!("s{number}")) {
                found.captures.push(Capture {
                    name: slot.name.clone(),
                    typed: moved(span),
                    letters: slot.letters.clone(),
                });
            }
        }
        found
    }
}

struct Translation<'a> {
    kinds: &'a Kinds,
    macros: &'a Macros,
    slots: Vec<Slot>,
    regex: String,
    /// In how many brackets of classes of characters the translation stands.
    depth: usize,
}

impl Translation<'_> {
    fn translate(&mut self, source: &str) -> Result<(), PatternError> {
        let source = fold_pattern(source);
        let mut rest = source.as_str();
        while let Some(character) = rest.chars().next() {
            rest = match character {
                '\\' if rest.starts_with("\\b<") => {
                    let kind = rest.split(['<', '>']).nth(1).unwrap_or("");
                    return Err(PatternError::DeadBorder(kind.to_owned()));
                }
                '\\' => self.copy(rest, 1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
                '(' if rest.starts_with("(?P<") => self.open_group(rest, "(?P<".len())?,
                '(' if rest.starts_with("(?<") => self.open_group(rest, "(?<".len())?,
                '<' => self.kind(rest)?,
                '{' => self.macro_or_count(rest)?,
                '[' => {
                    self.depth += 1;
                    self.copy(rest, 1)
                }
                ']' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.copy(rest, 1)
                }
                '…' => {
                    self.regex.push_str(GAP);
                    &rest[character.len_utf8()..]
                }
                _ => self.copy(rest, character.len_utf8()),
            };
        }
        Ok(())
    }

    fn copy<'s>(&mut self, rest: &'s str, length: usize) -> &'s str {
        self.regex.push_str(&rest[..length]);
        &rest[length..]
    }

    /// Gives a capture a name of its own, so that alternatives may capture under one name.
    fn open_group<'s>(&mut self, rest: &'s str, head: usize) -> Result<&'s str, PatternError> {
        let close = rest.find('>').ok_or(PatternError::Unclosed)?;
        self.open_slot(&rest[head..close], None);
        Ok(&rest[close + 1..])
    }

    fn open_slot(&mut self, name: &str, letters: Option<String>) {
        self.regex.push_str(&format!("(?P<s{}>", self.slots.len()));
        let name = name.to_owned();
        self.slots.push(Slot { name, letters });
    }

    fn kind<'s>(&mut self, rest: &'s str) -> Result<&'s str, PatternError> {
        let close = rest.find('>').ok_or(PatternError::Unclosed)?;
        let inner = &rest[1..close];
        if rest[close + 1..].starts_with("\\b") {
            return Err(PatternError::DeadBorder(inner.to_owned()));
        }
        let (inner, is_list) = match inner.strip_suffix('+') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let (slot, names) = match inner.split_once(':') {
            Some((slot, names)) => (Some(slot), names),
            None => (None, inner),
        };
        let mut letters = String::new();
        for name in names.split('|') {
            let kind = self
                .kinds
                .get(name)
                .ok_or_else(|| PatternError::UnknownKind {
                    name: name.to_owned(),
                    nearest: self.kinds.nearest(name).map(str::to_owned),
                })?;
            letters.push_str(&self.kinds.letters(kind));
        }
        if self.depth > 0 {
            self.regex.push_str(&letters);
            return Ok(&rest[close + 1..]);
        }
        match slot {
            Some(slot) => self.open_slot(slot, Some(letters.clone())),
            None => self.regex.push_str("(?:"),
        }
        self.regex.push_str(&format!("[{letters}]"));
        if is_list {
            let separator = self.macros.get(LIST_SEPARATOR)?.to_owned();
            self.regex.push_str("(?:(?:");
            self.translate(&separator)?;
            self.regex.push_str(&format!(")[{letters}])*"));
        }
        self.regex.push(')');
        Ok(&rest[close + 1..])
    }

    fn macro_or_count<'s>(&mut self, rest: &'s str) -> Result<&'s str, PatternError> {
        let close = rest.find('}').unwrap_or(0);
        let name = rest.get(1..close).unwrap_or("");
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            return Ok(self.copy(rest, 1));
        }
        let expression = self.macros.get(name)?.to_owned();
        self.regex.push_str("(?:");
        self.translate(&expression)?;
        self.regex.push(')');
        Ok(&rest[close + 1..])
    }
}

/// A stretch of plain text with its mentions as letters.
#[derive(Debug, Clone)]
pub struct Typed {
    /// The typed form.
    pub text: String,
    /// What it has to offer to patterns.
    signs: Signs,
    /// Where each byte of `text` came from: byte ranges of the plain form.
    origins: Vec<(u32, u32)>,
    /// The mentions by the byte of `text` at which their letter stands.
    mentions: Vec<(usize, usize)>,
}

impl Typed {
    /// The typed form of the bytes `range` of `plain`; `mentions` are disjoint, in order, each with
    /// its place in `plain`, its letter and its number.
    pub fn new(
        plain: &str,
        range: Span,
        mentions: impl Iterator<Item = (Span, char, usize)>,
    ) -> Self {
        let mut typed = Self {
            text: String::with_capacity(range.len()),
            signs: Signs::default(),
            origins: Vec::with_capacity(range.len()),
            mentions: Vec::new(),
        };
        let mut at = range.start;
        for (span, letter, number) in mentions {
            if !range.contains(span) {
                continue;
            }
            typed.copy(plain, at, span.start);
            typed.mentions.push((typed.text.len(), number));
            typed.text.push(letter);
            let origin = (span.start as u32, span.end as u32);
            typed
                .origins
                .extend(std::iter::repeat_n(origin, letter.len_utf8()));
            at = span.end;
        }
        typed.copy(plain, at, range.end);
        typed.signs = Signs::of(&typed.text);
        typed
    }

    fn copy(&mut self, plain: &str, start: usize, end: usize) {
        let words = plain.get(start..end).unwrap_or("");
        self.text.push_str(words);
        let bytes = start..start + words.len();
        self.origins
            .extend(bytes.map(|byte| (byte as u32, byte as u32 + 1)));
    }

    /// The bytes of the plain form behind a range of the typed form.
    pub fn plain(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self
                .origins
                .get(span.start)
                .map_or(0, |(start, _)| *start as usize);
            return Span::new(at, at);
        }
        Span::new(
            self.origins[span.start].0 as usize,
            self.origins[span.end - 1].1 as usize,
        )
    }

    /// The numbers of the mentions that a capture holds, of the kinds that it is for.
    pub fn mentions_in(&self, capture: &Capture) -> Vec<usize> {
        let is_meant = |at: usize| match &capture.letters {
            Some(letters) => self.text[at..].starts_with(|letter| letters.contains(letter)),
            None => true,
        };
        self.mentions
            .iter()
            .filter(|(at, _)| capture.typed.start <= *at && *at < capture.typed.end)
            .filter(|(at, _)| is_meant(*at))
            .map(|(_, number)| *number)
            .collect()
    }
}

#[cfg(test)]
mod tests;
