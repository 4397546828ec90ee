//! Queries with a name: what each asks in words, the parameters it takes, the questions it answers.
//!
//! All of this stands in the comments at the head of the query's own file, which [`NamedQuery`]
//! reads; `queries/` holds the project's own. [`Queries`] looks them up by name.

use crate::diagnostic::FileError;
use crate::namespace::xsd;
use crate::query::Bindings;
use crate::query::meaning::{NameError, meaning, nearest};
use crate::store::name::Names;
use oxigraph::model::{Literal, NamedNode, Term};
use regex::Regex;
use std::collections::BTreeMap;

mod embedded;
mod head;

/// One query with a name.
#[derive(Debug, Clone)]
pub struct NamedQuery {
    /// The name, as in `circugraph query NAME`.
    pub name: String,
    /// The file, as it is named in messages.
    pub file: String,
    /// The whole text, head and all.
    pub text: String,
    /// The question in words, by language.
    pub question: BTreeMap<String, String>,
    /// What the query does, in a few sentences.
    pub explanation: String,
    /// In the order of the file.
    pub parameters: Vec<Parameter>,
    /// The forms of the question that `ask` understands.
    pub patterns: Vec<Pattern>,
}

/// A value that a query takes: `# param group: cg:Group — the group`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Without the `$`.
    pub name: String,
    /// What may be given.
    pub kind: ParameterKind,
    /// A `?` after the name in the file says that it may be left out.
    pub is_required: bool,
    /// What it means, for people.
    pub description: String,
}

/// What a parameter accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterKind {
    /// A thing in the store, preferably of one of the classes, of the earlier ones first.
    Entity(Vec<NamedNode>),
    /// Any text.
    Text,
    /// A date as exact as known: `2004`, `2004-07`, `2004-07-13`.
    Date,
    /// A whole number.
    Number,
}

/// One form of a question: `# ask en: who chairs {group}`.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The language of the words.
    pub language: String,
    /// As it stands in the file.
    pub source: String,
    /// Matches a whole question; its groups are named like the parameters.
    pub regex: Regex,
}

/// Named queries, in the order of their names.
#[derive(Debug, Clone, Default)]
pub struct Queries(BTreeMap<String, NamedQuery>);

/// Why a query's parameters could not be filled in, or its name found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParameterError {
    /// No query has the name.
    #[error(
        "no query is called `{name}`{}; `circugraph query --list` shows them all",
        near(nearest)
    )]
    UnknownQuery {
        /// The name as typed.
        name: String,
        /// The most similar name.
        nearest: Option<String>,
    },
    /// The query has no such parameter.
    #[error("`{query}` takes no `{name}`; it takes {}", quoted(known))]
    UnknownParameter {
        /// The query.
        query: String,
        /// The parameter as typed.
        name: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// A value is missing.
    #[error("`{query}` needs `{name}`: {description}; give it with `--param {name}=…`")]
    Missing {
        /// The query.
        query: String,
        /// The parameter.
        name: String,
        /// What it means.
        description: String,
    },
    /// A value is of the wrong kind.
    #[error("`{value}` is not {wanted}, which `{name}` must be")]
    NotAValue {
        /// The parameter.
        name: String,
        /// The value as typed.
        value: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// A name means nothing, or several things.
    #[error(transparent)]
    Name(#[from] NameError),
}

impl Queries {
    /// The project's own queries.
    pub fn embedded() -> Result<Self, FileError> {
        Self::read(
            embedded::QUERIES
                .iter()
                .map(|(name, text)| (format!("queries/{name}.rq"), *text)),
        )
    }

    /// Reads queries from their files' paths and texts; the name is the file's, without its ending.
    pub fn read<F, T>(files: impl IntoIterator<Item = (F, T)>) -> Result<Self, FileError>
    where
        F: Into<String>,
        T: AsRef<str>,
    {
        let mut queries = BTreeMap::new();
        for (file, text) in files {
            let query = NamedQuery::read(&file.into(), text.as_ref())?;
            queries.insert(query.name.clone(), query);
        }
        Ok(Self(queries))
    }

    /// The query of that name.
    pub fn get(&self, name: &str) -> Result<&NamedQuery, ParameterError> {
        self.0
            .get(name)
            .ok_or_else(|| ParameterError::UnknownQuery {
                name: name.to_owned(),
                nearest: nearest(name, self.0.keys().map(String::as_str)).map(str::to_owned),
            })
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = &NamedQuery> {
        self.0.values()
    }
}

impl NamedQuery {
    /// The query without its head.
    pub fn body(&self) -> &str {
        let head: usize = self
            .text
            .split_inclusive('\n')
            .take_while(|line| line.starts_with('#') || line.trim().is_empty())
            .map(str::len)
            .sum();
        self.text[head..].trim_end()
    }

    /// The question in `language`, else in English, else the name.
    pub fn question_in(&self, language: &str) -> &str {
        let question = self
            .question
            .get(language)
            .or_else(|| self.question.get("en"));
        question.unwrap_or(&self.name)
    }

    /// Checks values that were typed as `name=value` and makes terms of them.
    pub fn bindings(
        &self,
        names: &Names<'_>,
        values: &[(String, String)],
    ) -> Result<Bindings, ParameterError> {
        let mut bindings = Bindings::new();
        for (name, value) in values {
            let parameter = self.parameter(name)?;
            bindings.insert(name.clone(), parameter.term(names, value)?);
        }
        let missing = self
            .parameters
            .iter()
            .find(|parameter| parameter.is_required && !bindings.contains_key(&parameter.name));
        match missing {
            None => Ok(bindings),
            Some(parameter) => Err(ParameterError::Missing {
                query: self.name.clone(),
                name: parameter.name.clone(),
                description: parameter.description.clone(),
            }),
        }
    }

    /// The parameter of that name.
    pub fn parameter(&self, name: &str) -> Result<&Parameter, ParameterError> {
        let found = self
            .parameters
            .iter()
            .find(|parameter| parameter.name == name);
        found.ok_or_else(|| ParameterError::UnknownParameter {
            query: self.name.clone(),
            name: name.to_owned(),
            known: self
                .parameters
                .iter()
                .map(|parameter| parameter.name.clone())
                .collect(),
        })
    }
}

impl Parameter {
    /// The term that a typed value stands for.
    pub fn term(&self, names: &Names<'_>, value: &str) -> Result<Term, ParameterError> {
        let wrong = |wanted| ParameterError::NotAValue {
            name: self.name.clone(),
            value: value.to_owned(),
            wanted,
        };
        match &self.kind {
            ParameterKind::Entity(classes) => Ok(meaning(names, value, classes)?.into()),
            ParameterKind::Text => Ok(Literal::from(value).into()),
            ParameterKind::Number => {
                let number: i64 = value.trim().parse().map_err(|_| wrong("a whole number"))?;
                Ok(Literal::from(number).into())
            }
            ParameterKind::Date => {
                let datatype = match value.len() {
                    4 => xsd::G_YEAR,
                    7 => xsd::G_YEAR_MONTH,
                    _ => xsd::DATE,
                };
                let full = format!("{value}-01-01");
                let day = full.get(..10).unwrap_or("");
                let parsed: Result<jiff::civil::Date, _> = day.parse();
                parsed.map_err(|_| wrong("a date such as 2004-07-13"))?;
                Ok(Literal::new_typed_literal(value, datatype).into())
            }
        }
    }
}

fn near(nearest: &Option<String>) -> String {
    match nearest {
        Some(name) => format!("; the nearest is `{name}`"),
        None => String::new(),
    }
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    if quoted.is_empty() {
        "none".to_owned()
    } else {
        quoted.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Queries;

    #[test]
    fn every_query_of_ours_is_well_formed() {
        let queries = Queries::embedded().expect("well formed");
        for query in queries.iter() {
            for language in ["en", "fr", "zh"] {
                assert!(
                    query.question.contains_key(language),
                    "{} lacks {language}",
                    query.name
                );
            }
            assert!(
                !query.explanation.is_empty(),
                "{} explains nothing",
                query.name
            );
            assert!(
                query.text.contains("ORDER BY"),
                "{} has no order",
                query.name
            );
        }
    }
}
