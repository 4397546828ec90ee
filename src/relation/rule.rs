//! The rules of `ontology/rules/`, read and compiled.

use crate::diagnostic::FileError;
use crate::document::PartKind;
use crate::example::{Example, ExampleFile};
use crate::knowledge::{Addition, Knowledge, KnowledgeFile};
use crate::language::Language;
use crate::mention::Shapes;
use crate::pattern::template::{Template, TemplateError};
use crate::pattern::{Macros, Pattern};
use serde::Deserialize;
use toml::Spanned;

/// The rules of `ontology/rules/`.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    rules: Vec<Rule>,
}

/// One file of rules.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The name, which is the file's.
    pub name: String,
    /// What it finds, for people.
    pub about: String,
    /// The sentences that the rule must and must not match.
    pub examples: Vec<Example>,
    pub(super) patterns: Vec<RulePattern>,
    /// The file, for messages.
    pub file: ExampleFile,
}

/// One wording of a rule.
#[derive(Debug, Clone)]
pub struct RulePattern {
    /// The languages that it is for; all of them if none is given.
    pub languages: Vec<Language>,
    /// The pattern as written.
    pub source: String,
    /// Where it stands in the file.
    pub at: usize,
    pub(super) parts: Vec<PartKind>,
    pub(super) confidence: u8,
    /// True for a wording that says something only where no other does.
    pub(super) is_otherwise: bool,
    pub(super) pattern: Pattern,
    pub(super) templates: Vec<Template>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    name: String,
    about: String,
    claims: Vec<Spanned<String>>,
    confidence: Option<f64>,
    #[serde(rename = "in")]
    parts: Option<Vec<PartKind>>,
    pattern: Vec<PatternEntry>,
    #[serde(default)]
    example: Vec<Example>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternEntry {
    languages: Option<Vec<String>>,
    #[serde(rename = "in")]
    parts: Option<Vec<PartKind>>,
    #[serde(rename = "match")]
    pattern: Spanned<String>,
    after: Option<String>,
    confidence: Option<f64>,
    #[serde(default)]
    otherwise: bool,
    claims: Option<Vec<Spanned<String>>>,
}

/// The confidence of a rule that does not say.
const DEFAULT_CONFIDENCE: f64 = 0.9;

impl Rules {
    /// Loads every file of `rules/`, then those of a user, which take the place of rules of their name.
    pub fn load(
        knowledge: &Knowledge,
        shapes: &Shapes,
        macros: &Macros,
    ) -> Result<Self, FileError> {
        let mut rules = Vec::new();
        for file in knowledge.under("rules/") {
            let rule = rule(file, shapes, macros)?;
            check_name(file, &rule.name)?;
            rules.push(rule);
        }
        for file in knowledge.added(Addition::Rule) {
            let own = rule(file, shapes, macros)?;
            match rules
                .iter_mut()
                .find(|rule: &&mut Rule| rule.name == own.name)
            {
                Some(known) => *known = own,
                None => rules.push(own),
            }
        }
        Ok(Self { rules })
    }

    /// Every rule, in order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// One rule alone.
    pub fn of(rule: Rule) -> Self {
        Self { rules: vec![rule] }
    }

    /// The rules of those files alone, each named as messages name it.
    pub fn of_files(&self, files: &[&str]) -> Self {
        let rules = self.rules.iter();
        let rules = rules.filter(|rule| files.contains(&rule.file.shown()));
        Self {
            rules: rules.cloned().collect(),
        }
    }
}

fn rule(file: &KnowledgeFile, shapes: &Shapes, macros: &Macros) -> Result<Rule, FileError> {
    let parsed: RuleFile = toml::from_str(&file.text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        FileError::at_offset(&file.shown, &file.text, offset, error.message())
    })?;
    let shared = templates(file, &parsed.claims)?;
    let mut patterns = Vec::new();
    for entry in parsed.pattern {
        let at = entry.pattern.span().start;
        let mistake = |message: String| FileError::at_offset(&file.shown, &file.text, at, message);
        let kinds = shapes.kinds();
        let pattern = Pattern::compile(entry.pattern.get_ref(), kinds, macros, file.check);
        let pattern = pattern
            .and_then(|pattern| match &entry.after {
                Some(after) => pattern.after(after, kinds, macros, file.check),
                None => Ok(pattern),
            })
            .map_err(|error| mistake(error.to_string()))?;
        let mut languages = Vec::new();
        for tag in entry.languages.unwrap_or_default() {
            languages.push(
                tag.parse::<Language>()
                    .map_err(|error| mistake(error.to_string()))?,
            );
        }
        let templates = match &entry.claims {
            Some(own) => templates(file, own)?,
            None => shared.clone(),
        };
        let confidence = entry
            .confidence
            .or(parsed.confidence)
            .unwrap_or(DEFAULT_CONFIDENCE);
        patterns.push(RulePattern {
            languages,
            source: entry.pattern.get_ref().clone(),
            at,
            parts: entry
                .parts
                .or_else(|| parsed.parts.clone())
                .unwrap_or_default(),
            confidence: (confidence.clamp(0.0, 1.0) * 100.0).round() as u8,
            is_otherwise: entry.otherwise,
            pattern,
            templates,
        });
    }
    let rule = Rule {
        name: parsed.name,
        about: parsed.about,
        file: ExampleFile::new(&file.shown, &file.text),
        examples: parsed.example,
        patterns,
    };
    rule.check_captures()
        .map_err(|error| FileError::new(&file.shown, error.to_string()))?;
    Ok(rule)
}

/// A rule of the project is found by its file.
fn check_name(file: &KnowledgeFile, name: &str) -> Result<(), FileError> {
    let stem = file.path.rsplit('/').next().unwrap_or("");
    let stem = stem.trim_end_matches(".toml");
    if name == stem {
        return Ok(());
    }
    let message = format!("the rule is named `{name}` and its file `{stem}`");
    Err(FileError::new(&file.shown, message))
}

fn templates(
    file: &KnowledgeFile,
    sources: &[Spanned<String>],
) -> Result<Vec<Template>, FileError> {
    let read = |source: &Spanned<String>| {
        Template::parse(source.get_ref()).map_err(|error| {
            FileError::at_offset(
                &file.shown,
                &file.text,
                source.span().start,
                error.to_string(),
            )
        })
    };
    sources.iter().map(read).collect()
}

impl Rule {
    /// Its wordings, in the order of the file.
    pub fn patterns(&self) -> &[RulePattern] {
        &self.patterns
    }

    /// Every argument of a claim must be captured by some pattern of the rule.
    fn check_captures(&self) -> Result<(), TemplateError> {
        for template in self.patterns.iter().flat_map(|pattern| &pattern.templates) {
            for name in template.captures() {
                let mut captures = self
                    .patterns
                    .iter()
                    .flat_map(|entry| entry.pattern.captures());
                if !captures.any(|capture| capture == name) {
                    return Err(TemplateError::Capture(name.to_owned()));
                }
            }
        }
        Ok(())
    }
}
