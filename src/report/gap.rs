//! What of a letter was not understood: passages with a name, number or date in them from which no
//! fact came. Whoever writes rules reads these first.

use crate::document::{Document, PartKind};
use crate::namespace::schema;
use crate::pipeline::Extraction;
use crate::report::is_description;
use crate::span::{ScalarIndex, Span};
use crate::vocabulary::is_word;
use crate::vocabulary::kind::Kinds;
use regex::Regex;
use serde::Serialize;
use std::fmt::Write;
use std::sync::LazyLock;

/// A passage that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its words, on one line.
    pub words: String,
    /// The names and dates in it, in order.
    pub mentions: Vec<GapMention>,
}

/// Something named in a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapMention {
    /// Its kind, as patterns write it: `StudyGroup`.
    pub kind: String,
    /// Its words.
    pub words: String,
}

/// The gaps of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterGaps {
    /// The path of the letter.
    pub path: String,
    /// The tag of its language.
    pub language: &'static str,
    /// How many passages have a name, number or date in them.
    pub passages: usize,
    /// Those from which no fact came.
    pub gaps: Vec<Gap>,
}

/// How a list of gaps is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapFormat {
    /// For people: a heading for each letter, a line for each passage.
    Text,
    /// An array of letters.
    Json,
    /// A row for each passage.
    Csv,
}

/// The gaps of a letter, in order of place.
pub fn gaps(extraction: &Extraction, kinds: &Kinds) -> LetterGaps {
    let document = &extraction.document;
    let index = ScalarIndex::new(&document.text);
    let facts = extraction.entities.facts.iter();
    let stated = facts.filter(|fact| !is_description(fact) && fact.predicate != schema::MENTIONS);
    let understood: Vec<Span> = stated.map(|fact| fact.evidence.span).collect();
    let mut found = LetterGaps {
        path: document.source.path.clone(),
        language: document.language.tag(),
        passages: 0,
        gaps: Vec::new(),
    };
    for passage in passages(document) {
        let outermost = extraction.mentions.outermost();
        let named = outermost.filter(|(_, mention)| {
            let words = mention.span.of(&document.text);
            passage.contains(mention.span) && !is_word(mention.kind, kinds) && is_name(words)
        });
        let mentions: Vec<GapMention> = named
            .map(|(_, mention)| GapMention {
                kind: kinds.name(mention.kind).to_owned(),
                words: on_one_line(mention.span.of(&document.text)),
            })
            .collect();
        let words = passage.of(&document.text);
        if mentions.is_empty() && !words.contains(char::is_numeric) {
            continue;
        }
        found.passages += 1;
        if understood.iter().all(|span| !span.overlaps(passage)) {
            found.gaps.push(Gap {
                line: index.line_column(&document.text, passage.start).0,
                words: on_one_line(words),
                mentions,
            });
        }
    }
    found
}

/// Writes the gaps of letters, which are in the order of their paths.
pub fn write(letters: &[LetterGaps], format: GapFormat) -> serde_json::Result<String> {
    match format {
        GapFormat::Text => Ok(text(letters)),
        GapFormat::Json => Ok(serde_json::to_string_pretty(letters)? + "\n"),
        GapFormat::Csv => Ok(csv(letters)),
    }
}

fn text(letters: &[LetterGaps]) -> String {
    let mut text = String::new();
    for letter in letters.iter().filter(|letter| !letter.gaps.is_empty()) {
        let _ = writeln!(
            text,
            "{}  [{}]  {} of {} passages not understood",
            letter.path,
            letter.language,
            letter.gaps.len(),
            letter.passages
        );
        for gap in &letter.gaps {
            let _ = writeln!(text, "  line {}: {}", gap.line, gap.words);
            if !gap.mentions.is_empty() {
                let _ = writeln!(text, "    {}", listed(&gap.mentions));
            }
        }
        text.push('\n');
    }
    text
}

fn csv(letters: &[LetterGaps]) -> String {
    let mut csv = String::from("path,language,line,words,mentions\r\n");
    for letter in letters {
        for gap in &letter.gaps {
            let _ = write!(
                csv,
                "{},{},{},{},{}\r\n",
                quoted(&letter.path),
                letter.language,
                gap.line,
                quoted(&gap.words),
                quoted(&listed(&gap.mentions))
            );
        }
    }
    csv
}

fn listed(mentions: &[GapMention]) -> String {
    let mentions = mentions.iter();
    let mentions = mentions.map(|mention| format!("{} “{}”", mention.kind, mention.words));
    mentions.collect::<Vec<_>>().join("; ")
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for words with a capital or a number, and for those of a script without capitals: "that group"
/// names nothing.
fn is_name(words: &str) -> bool {
    let has_case = |letter: char| letter.is_lowercase() || letter.is_uppercase();
    words.contains(|letter: char| letter.is_uppercase() || letter.is_numeric())
        || !words.contains(has_case)
}

/// The sentences of the body and the annexes, the lines of the other parts; without page footers.
fn passages(document: &Document) -> Vec<Span> {
    let mut passages = Vec::new();
    for part in &document.parts {
        let ends = if matches!(part.kind, PartKind::Body | PartKind::Annex) {
            &SENTENCE_END
        } else {
            &LINE_END
        };
        let mut start = part.plain.start;
        let text = part.plain.of(&document.plain.text);
        for end in ends.find_iter(text) {
            let end = part.plain.start + end.end();
            passages.push(Span::new(start, end));
            start = end;
        }
        passages.push(Span::new(start, part.plain.end));
    }
    let trimmed = passages
        .into_iter()
        .map(|span| span.trim(&document.plain.text))
        .filter(|span| !span.is_empty());
    trimmed
        .map(|span| document.plain.source(span.start, span.end))
        .collect()
}

static LINE_END: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\n").expect("the expression is constant"));

/// A full stop after a word that is longer than abbreviations are, or after a number; an ideographic
/// one; the end of a line, which plain text has only where no sentence runs on.
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?:\p{L}{4}[)”»"']?|[0-9]\)?)[.!?؟]['"”»)]? |[。！？；]|\n"#)
        .expect("the expression is constant")
});
