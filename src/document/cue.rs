//! The words that open each part of a letter, by language.

use super::plain;
use crate::diagnostic::FileError;
use crate::knowledge::Knowledge;
use crate::language::Language;
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words that open each part.
#[derive(Debug, Clone)]
pub struct PartCues {
    languages: BTreeMap<Language, LanguageCues>,
    footer: Regex,
}

/// The cues of one language; all but the last five are looked for at the start of a line.
#[derive(Debug, Clone)]
pub(super) struct LanguageCues {
    pub(super) subject: Regex,
    pub(super) addressees: Regex,
    pub(super) copies: Regex,
    pub(super) label: Regex,
    pub(super) salutation: Regex,
    pub(super) closing: Regex,
    pub(super) enclosures: Regex,
    pub(super) annex: Regex,
    /// What opens a cell of a letterhead even in mid-line.
    pub(super) cell: Regex,
    /// A whole salutation, wherever it stands.
    pub(super) greeting: Regex,
    /// What opens the body where it follows the subject in one line.
    pub(super) opening: Regex,
    /// What opens the closing formula even in mid-line.
    pub(super) parting: Regex,
    /// What follows the signature, even in mid-line.
    pub(super) tail: Regex,
}

#[derive(Debug, Deserialize)]
struct CueFile {
    footer: Vec<String>,
    #[serde(flatten)]
    tables: BTreeMap<String, CueTable>,
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
    greeting: Vec<String>,
    opening: Vec<String>,
    parting: Vec<String>,
    tail: Vec<String>,
}

const CUES_FILE: &str = "parts.toml";

impl PartCues {
    /// Loads `parts.toml`.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let file = knowledge
            .file(CUES_FILE)
            .ok_or_else(|| FileError::new(CUES_FILE, "the file is missing from the ontology"))?;
        let parsed: CueFile = toml::from_str(&file.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            FileError::at_offset(&file.shown, &file.text, offset, error.message())
        })?;
        let mut languages = BTreeMap::new();
        for (tag, table) in &parsed.tables {
            let mistake = |error: String| {
                FileError::new(&file.shown, format!("in the table [{tag}]: {error}"))
            };
            let language: Language = tag
                .parse()
                .map_err(|error: crate::language::UnknownLanguage| mistake(error.to_string()))?;
            let cues = LanguageCues::compile(table).map_err(|error| mistake(error.to_string()))?;
            languages.insert(language, cues);
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
        let footer = Regex::new(&format!("(?i)(?:{})", parsed.footer.join("|")))
            .map_err(|error| FileError::new(&file.shown, format!("in `footer`: {error}")))?;
        Ok(Self { languages, footer })
    }

    /// What the printed footer and other furniture of a page look like in a text as it was read.
    pub(super) fn footer(&self) -> &Regex {
        &self.footer
    }

    pub(super) fn of(&self, language: Language) -> &LanguageCues {
        &self.languages[&language]
    }
}

impl LanguageCues {
    /// True for a line that opens the subject. Of one word that labels the subject and other things, the longer
    /// cue tells: `Касается: Циркуляр 134` names the letter that is answered.
    pub(super) fn opens_subject(&self, line: &str) -> bool {
        let end = |cue: &Regex| cue.find(line).map(|found| found.end());
        end(&self.subject).is_some_and(|subject| end(&self.label) <= Some(subject))
    }

    fn compile(table: &CueTable) -> Result<Self, Box<regex::Error>> {
        Ok(Self {
            subject: compile(&table.subject)?,
            addressees: compile(&table.addressees)?,
            copies: compile(&table.copies)?,
            label: compile(&table.label)?,
            salutation: compile(&table.salutation)?,
            closing: compile(&table.closing)?,
            enclosures: compile(&table.enclosures)?,
            annex: compile(&table.annex)?,
            cell: compile_anywhere(&table.cell)?,
            greeting: compile_anywhere(&table.greeting)?,
            opening: compile_anywhere(&table.opening)?,
            parting: compile_anywhere(&table.parting)?,
            tail: compile_anywhere(&table.tail)?,
        })
    }
}

fn compile(cues: &[String]) -> Result<Regex, Box<regex::Error>> {
    let cues = plain::fold_pattern(&cues.join("|"));
    Regex::new(&format!(r"(?i)^[-·|/\s]*(?:{cues})")).map_err(Box::new)
}

fn compile_anywhere(cues: &[String]) -> Result<Regex, Box<regex::Error>> {
    let cues = plain::fold_pattern(&cues.join("|"));
    Regex::new(&format!("(?:{cues})")).map_err(Box::new)
}
