//! Questions in everyday words, and their answers with the words of the letters that prove them.
//!
//! [`Asker`] holds the forms of question that the named queries declare, finds the one that a
//! question has, looks up the things that it names, and runs the query. It understands exactly those
//! forms and says so when a question has none of them; it never guesses at the rest.

mod form;
mod plain;

pub use form::Words;

use crate::query::bind::{bind, with_prefixes};
use crate::query::meaning::NameError;
use crate::query::named::{NamedQuery, ParameterError, Queries};
use crate::query::{Answer, Bindings, QueryError, run};
use crate::store::name::Names;
use crate::store::{Store, StoreError};
use form::{Form, Match};
use oxigraph::model::{Literal, Term};
use serde::Serialize;

/// Answers questions over one store.
pub struct Asker<'a> {
    store: &'a Store,
    names: Names<'a>,
    queries: &'a Queries,
    words: Words,
    forms: Vec<Form<'a>>,
}

/// A question with everything that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// As it was asked.
    pub question: String,
    /// The language of its words.
    pub language: String,
    /// The name of the query that answered.
    #[serde(skip)]
    pub query: String,
    /// The query that was run, whole: it can be run again as it is.
    pub sparql: String,
    /// In the order of the query; none when the store does not tell.
    pub answers: Vec<Finding>,
}

/// One answer and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The thing, or the date or text, that is the answer.
    #[serde(flatten)]
    pub what: What,
    /// Its name in the language of the question.
    pub label: String,
    /// The words that prove it, without repetition.
    pub evidence: Vec<Evidence>,
}

/// An answer is a thing with an IRI, or a plain value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A thing.
    Iri(String),
    /// A date, a number or a text.
    Value(String),
}

/// A place in a letter that states an answer; without a place where only the vocabulary knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The words, exactly.
    pub quote: String,
    /// The path of the file, or `vocabulary`.
    pub source: String,
    /// The first Unicode scalar value of the words in the text of the file.
    pub start: Option<usize>,
    /// The one after the last.
    pub end: Option<usize>,
}

/// The source of what no letter states.
pub const VOCABULARY: &str = "vocabulary";

/// The letter of a file and its number.
const LETTER_OF: &str = "SELECT ?letter ?number WHERE {
  ?version prov:wasDerivedFrom/cg:path $path ; cg:languageVersionOf ?letter .
  OPTIONAL { ?letter dcterms:identifier ?number }
} ORDER BY ?letter ?number";

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// It has none of the known forms.
    #[error("the question has no form that is understood; {}", forms_text(known))]
    NoForm {
        /// What can be asked, in the language of the question as far as that is known.
        known: Vec<String>,
    },
    /// It names something that means nothing, or several things.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A value in it is not what the query takes.
    #[error(transparent)]
    Parameter(ParameterError),
    /// The query failed.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<'a> Asker<'a> {
    /// Reads the names in the store and the forms that the queries declare.
    pub fn new(store: &'a Store, queries: &'a Queries, words: Words) -> Result<Self, StoreError> {
        Ok(Self {
            store,
            names: Names::read(store)?,
            queries,
            words,
            forms: form::forms(queries),
        })
    }

    /// Answers a question; with a language, only forms of that language are tried.
    ///
    /// A reply without answers means that the question was understood and the store does not tell.
    pub fn ask(&self, question: &str, language: Option<&str>) -> Result<Reply, AskError> {
        let matches = form::matches(&self.forms, question, language);
        let mut failure = None;
        for lenient in [false, true] {
            for found in &matches {
                match self.bindings(found, lenient) {
                    Ok(bindings) => return self.answer(question, found, &bindings),
                    Err(error) => failure = failure.or(Some(error)),
                }
            }
        }
        Err(failure.unwrap_or_else(|| AskError::NoForm {
            known: self
                .known_questions(language.unwrap_or_else(|| self.words.language_of(question))),
        }))
    }

    /// What can be asked, one question for each query, in `language`.
    pub fn known_questions(&self, language: &str) -> Vec<String> {
        let askable = |query: &&NamedQuery| !query.patterns.is_empty();
        let questions = self.queries.iter().filter(askable);
        questions
            .map(|query| query.question_in(language).to_owned())
            .collect()
    }

    /// The number, else the label, of the letter that was read from the file at `path`.
    pub fn letter_of(&self, path: &str, language: &str) -> Result<Option<String>, QueryError> {
        let bindings = Bindings::from([("path".to_owned(), Literal::from(path).into())]);
        let answer = run(self.store, "letter", LETTER_OF, &bindings)?;
        let Answer::Solutions { rows, .. } = answer else {
            return Ok(None);
        };
        Ok(rows
            .into_iter()
            .next()
            .and_then(|row| match row.as_slice() {
                [_, Some(number)] => Some(lexical(number)),
                [Some(Term::NamedNode(letter)), None] => {
                    Some(self.names.label_or_iri(letter.as_ref(), language))
                }
                _ => None,
            }))
    }

    /// The things that a question names. Strictly, each must be of the class that its parameter
    /// declares; leniently, that is only preferred.
    fn bindings(&self, found: &Match<'_>, lenient: bool) -> Result<Bindings, AskError> {
        let mut bindings = Bindings::new();
        for (parameter, text) in &found.values {
            let term = form::value(&self.names, &self.words, parameter, text, lenient);
            let term = term.map_err(|error| match error {
                ParameterError::Name(name) => AskError::Name(name),
                other => AskError::Parameter(other),
            })?;
            bindings.insert(parameter.name.clone(), term);
        }
        Ok(bindings)
    }

    fn answer(
        &self,
        question: &str,
        found: &Match<'_>,
        bindings: &Bindings,
    ) -> Result<Reply, AskError> {
        let query = found.query;
        let sparql = with_prefixes(&bind(query.body(), bindings));
        let answer = run(self.store, &query.file, &sparql, &Bindings::new())?;
        Ok(Reply {
            question: question.to_owned(),
            language: found.language.to_owned(),
            query: query.name.clone(),
            sparql,
            answers: self.findings(&answer, found.language),
        })
    }

    /// One finding for each different answer, with the evidence of all its rows.
    fn findings(&self, answer: &Answer, language: &str) -> Vec<Finding> {
        let Answer::Solutions { variables, rows } = answer else {
            return Vec::new();
        };
        let column = |name: &str| variables.iter().position(|variable| variable == name);
        let columns = ["answer", "quote", "source", "start", "end"].map(column);
        let mut findings: Vec<Finding> = Vec::new();
        for row in rows {
            let [answer, quote, source, start, end] =
                columns.map(|column| column.and_then(|column| row[column].as_ref()));
            let Some((what, label)) = answer.and_then(|term| self.what(term, language)) else {
                continue;
            };
            let index = match findings.iter().position(|finding| finding.what == what) {
                Some(index) => index,
                None => {
                    let evidence = Vec::new();
                    findings.push(Finding {
                        what,
                        label,
                        evidence,
                    });
                    findings.len() - 1
                }
            };
            let (Some(quote), Some(source)) = (quote, source) else {
                continue;
            };
            let evidence = Evidence {
                quote: lexical(quote),
                source: lexical(source),
                start: start.and_then(|start| lexical(start).parse().ok()),
                end: end.and_then(|end| lexical(end).parse().ok()),
            };
            if !findings[index].evidence.contains(&evidence) {
                findings[index].evidence.push(evidence);
            }
        }
        findings
    }

    fn what(&self, term: &Term, language: &str) -> Option<(What, String)> {
        match term {
            Term::NamedNode(node) => Some((
                What::Iri(node.as_str().to_owned()),
                self.names.label_or_iri(node.as_ref(), language),
            )),
            Term::Literal(literal) => {
                let value = literal.value().to_owned();
                Some((What::Value(value.clone()), value))
            }
            _ => None,
        }
    }
}

fn lexical(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}

fn forms_text(known: &[String]) -> String {
    if known.is_empty() {
        "there are no questions in that language".to_owned()
    } else {
        format!("these can be asked:\n  {}", known.join("\n  "))
    }
}
