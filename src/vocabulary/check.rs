//! What is wrong with a file of names, and what may be: mistakes in its statements, names that others
//! bear, names that ordinary text would match.

mod name;
mod term;

use super::statement::{Object, Statement, statements};
use super::turtle::mistakes;
use super::{Entry, NAME_PROPERTIES, NameSort, Vocabulary};
use crate::diagnostic::FileError;
use crate::knowledge::{Addition, Knowledge, KnowledgeFile};
use crate::language::LANGUAGES;
use crate::namespace::{ID, rdf};
use crate::span::ScalarIndex;
use name::{Bearers, OrdinaryWords};
use oxigraph::model::NamedNode;
use std::collections::{BTreeMap, BTreeSet};
use term::Terms;

/// Something that the author of a file of names should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether it must be mended.
    pub gravity: Gravity,
    /// The stable name of what was found, as `clash`.
    pub code: &'static str,
    /// The file, the place, and what is to be said.
    pub mistake: FileError,
}

/// Whether a finding must be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Letters would be read wrongly, or the statement is lost.
    Problem,
    /// Good to know.
    Remark,
}

/// How complete the labels of a file are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Things that the file names.
    pub entries: usize,
    /// Those of them with a label in each of the six languages.
    pub in_all_languages: usize,
}

/// What was found in a file.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// In order of place.
    pub findings: Vec<Finding>,
    /// How complete its labels are.
    pub completeness: Completeness,
}

/// Checks files of names on their own and against each other and everything in `knowledge`.
pub struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    terms: Terms,
    words: OrdinaryWords,
    bearers: Bearers<'a>,
}

/// The mistakes in the Turtle of a file; while there are any, nothing else can be said of it.
pub fn syntax(file: &KnowledgeFile) -> Vec<Finding> {
    mistakes(file)
        .into_iter()
        .map(|mistake| Finding {
            gravity: Gravity::Problem,
            code: "syntax",
            mistake,
        })
        .collect()
}

impl<'a> Checker<'a> {
    /// Prepares for files that are part of `knowledge`, of which `vocabulary` was made.
    pub fn new(knowledge: &'a Knowledge, vocabulary: &'a Vocabulary) -> Result<Self, FileError> {
        let files = knowledge.under("vocabulary/");
        let files: Vec<&KnowledgeFile> = files.chain(knowledge.added(Addition::Names)).collect();
        Ok(Self {
            vocabulary,
            terms: Terms::of(knowledge),
            words: OrdinaryWords::load(knowledge)?,
            bearers: Bearers::of(vocabulary, &files),
        })
    }

    /// Checks one file.
    pub fn check(&mut self, file: &KnowledgeFile) -> Checked {
        let statements = statements(&file.text);
        let mut report = Report {
            file,
            index: ScalarIndex::new(&file.text),
            findings: Vec::new(),
        };
        for statement in &statements {
            self.terms.check(statement, &mut report);
            self.check_name(statement, &mut report);
        }
        let completeness = self.check_subjects(&statements, &mut report);
        report.findings.sort_by_key(|finding| finding.mistake.place);
        Checked {
            findings: report.findings,
            completeness,
        }
    }

    /// What is missing of the things that a file names or describes.
    fn check_subjects(&self, all: &[Statement], report: &mut Report<'_>) -> Completeness {
        let mut subjects: BTreeMap<&NamedNode, usize> = BTreeMap::new();
        for statement in all {
            let at = subjects.entry(&statement.subject);
            at.or_insert(statement.subject_at);
        }
        let named: BTreeSet<&NamedNode> = all
            .iter()
            .filter(|statement| sort_of(statement).is_some())
            .map(|statement| &statement.subject)
            .collect();
        let mut completeness = Completeness::default();
        for (subject, at) in subjects {
            let Some(entry) = self.vocabulary.by_iri(subject.as_ref()) else {
                self.explain_absence(all, subject, at, report);
                continue;
            };
            if !named.contains(subject) || self.is_class(subject) {
                continue;
            }
            completeness.entries += 1;
            let missing = missing_labels(entry);
            match missing.len() {
                0 => completeness.in_all_languages += 1,
                of_all if of_all == LANGUAGES.len() && !has_label(entry) => {
                    let message = "it has names but no rdfs:label, by which it is to be shown";
                    report.problem("no-label", at, message);
                }
                _ => {
                    let message = format!("no rdfs:label in {}", missing.join(", "));
                    report.remark("missing-language", at, message);
                }
            }
        }
        completeness
    }

    /// Why letters will never be found to speak of a thing that a file describes.
    fn explain_absence(
        &self,
        all: &[Statement],
        subject: &NamedNode,
        at: usize,
        report: &mut Report<'_>,
    ) {
        let mut own = all.iter().filter(|statement| statement.subject == *subject);
        if !subject.as_str().starts_with(ID) {
            if !self.is_class(subject) {
                let message = format!(
                    "the identifier of a thing begins with `{ID}`; name others with skos:exactMatch"
                );
                report.problem("foreign-identifier", at, message);
            }
        } else if own.clone().any(|statement| sort_of(statement).is_some()) {
            let message = "nothing says what it is; add a class, such as `a cg:FocusGroup`";
            report.problem("no-class", at, message);
        } else if own.any(|statement| statement.predicate == rdf::TYPE) {
            let message = "it has no rdfs:label and no other name, so no letter can name it";
            report.problem("no-label", at, message);
        }
    }

    fn is_class(&self, node: &NamedNode) -> bool {
        self.terms.classes.contains(node.as_str())
    }
}

/// What was found in a file so far.
struct Report<'a> {
    file: &'a KnowledgeFile,
    index: ScalarIndex,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn problem(&mut self, code: &'static str, at: usize, message: impl Into<String>) {
        self.add(Gravity::Problem, code, at, message.into());
    }

    fn remark(&mut self, code: &'static str, at: usize, message: impl Into<String>) {
        self.add(Gravity::Remark, code, at, message.into());
    }

    fn add(&mut self, gravity: Gravity, code: &'static str, at: usize, message: String) {
        let prefix = match gravity {
            Gravity::Problem => "",
            Gravity::Remark => "remark: ",
        };
        let message = format!("{prefix}{message} [{code}]");
        let text = &self.file.text;
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        self.findings.push(Finding {
            gravity,
            code,
            mistake: FileError {
                file: self.file.shown.clone(),
                place: Some(self.index.line_column(text, at)),
                line: text[start..].lines().next().map(str::to_owned),
                message,
            },
        });
    }
}

/// The sort of name that a statement gives; none if it gives no name.
fn sort_of(statement: &Statement) -> Option<NameSort> {
    if !matches!(statement.object, Object::Text(..)) {
        return None;
    }
    let mut sorts = NAME_PROPERTIES.iter();
    sorts
        .find(|(property, _)| *property == statement.predicate)
        .map(|(_, sort)| *sort)
}

fn has_label(entry: &Entry) -> bool {
    let mut names = entry.names.iter();
    names.any(|name| name.sort == NameSort::Preferred)
}

/// The tags of the languages in which an entry has no label.
fn missing_labels(entry: &Entry) -> Vec<&'static str> {
    let has = |language| {
        let mut names = entry.names.iter();
        names.any(|name| name.sort == NameSort::Preferred && name.language == Some(language))
    };
    let missing = LANGUAGES.iter().filter(|(language, _, _)| !has(*language));
    missing.map(|(_, tag, _)| *tag).collect()
}
