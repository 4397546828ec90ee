//! The forms of question that are understood, and the values in a question that has one of them.

use crate::query::meaning::meaning;
use crate::query::named::{NamedQuery, Parameter, ParameterError, ParameterKind, Queries};
use crate::question::plain::{self, Plain};
use crate::span::Span;
use crate::store::name::Names;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One form of one query's question.
pub(super) struct Form<'a> {
    query: &'a NamedQuery,
    language: &'a str,
    regex: Regex,
}

/// A question that has a form, with the words that stand in the place of parameters.
pub(super) struct Match<'a> {
    pub(super) query: &'a NamedQuery,
    pub(super) language: &'a str,
    pub(super) values: Vec<(&'a Parameter, String)>,
}

/// The little words of each language that may stand before a name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, LanguageWords>);

#[derive(Debug, Clone, Default, Deserialize)]
struct LanguageWords {
    articles: Vec<String>,
    /// Words that tell a question of the language.
    marks: Vec<String>,
}

impl Words {
    /// The project's own.
    pub fn embedded() -> Result<Self, serde_json::Error> {
        serde_json::from_str(include_str!("../../queries/words.json"))
    }

    /// The language that a question seems to have, English where nothing tells.
    pub(super) fn language_of(&self, question: &str) -> &str {
        let question = plain::pattern(&question.to_lowercase());
        let marks = |words: &LanguageWords| {
            let found = words
                .marks
                .iter()
                .filter(|mark| question.contains(&plain::pattern(mark)));
            found.count()
        };
        let told = self
            .0
            .iter()
            .map(|(language, words)| (marks(words), language));
        match told
            .filter(|(marks, _)| *marks > 0)
            .max_by_key(|(marks, _)| *marks)
        {
            Some((_, language)) => language,
            None => "en",
        }
    }

    /// The name as written, then without one more little word at each step.
    fn peel<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut peeled = vec![text];
        let mut rest = text;
        while let Some(shorter) = self.without_article(rest) {
            peeled.push(shorter);
            rest = shorter;
        }
        peeled
    }

    fn without_article<'t>(&self, text: &'t str) -> Option<&'t str> {
        let articles = self.0.values().flat_map(|words| &words.articles);
        articles
            .filter_map(|article| {
                let written: String = text.chars().take(article.chars().count()).collect();
                let same = plain::pattern(&written).eq_ignore_ascii_case(&plain::pattern(article));
                same.then(|| text[written.len()..].trim_start())
            })
            .filter(|rest| !rest.is_empty())
            .min_by_key(|rest| rest.len())
    }
}

/// Every form that the queries declare.
pub(super) fn forms(queries: &Queries) -> Vec<Form<'_>> {
    let mut forms = Vec::new();
    for query in queries.iter() {
        for pattern in &query.patterns {
            forms.push(Form {
                query,
                language: &pattern.language,
                regex: plain_regex(&pattern.regex),
            });
        }
    }
    forms
}

/// The pattern for plain questions; a pattern without accents is still a pattern.
fn plain_regex(regex: &Regex) -> Regex {
    Regex::new(&plain::pattern(regex.as_str())).unwrap_or_else(|_| regex.clone())
}

/// The forms that a question has; those that leave least of it to names come first.
pub(super) fn matches<'a>(
    forms: &[Form<'a>],
    question: &str,
    language: Option<&str>,
) -> Vec<Match<'a>> {
    let plain = Plain::new(question);
    let mut found: Vec<(usize, Match<'a>)> = Vec::new();
    let tried = forms
        .iter()
        .filter(|form| language.is_none_or(|language| language == form.language));
    for form in tried {
        let Some(captures) = form.regex.captures(&plain.text) else {
            continue;
        };
        let values: Vec<(&Parameter, String)> = form
            .query
            .parameters
            .iter()
            .filter_map(|parameter| {
                let part = captures.name(&parameter.name)?;
                let span = Span::new(part.start(), part.end());
                Some((parameter, plain.original(question, span).trim().to_owned()))
            })
            .collect();
        let named = values.iter().map(|(_, text)| text.chars().count()).sum();
        let form_match = Match {
            query: form.query,
            language: form.language,
            values,
        };
        found.push((named, form_match));
    }
    found.sort_by_key(|(named, _)| *named);
    found
        .into_iter()
        .map(|(_, form_match)| form_match)
        .collect()
}

/// The term that the words of a question stand for.
///
/// Little words before a name are left away only when the name means nothing with them: La Paz is a
/// city. So are words for the kind of thing, as in `the group TSAG`.
pub(super) fn value(
    names: &Names<'_>,
    words: &Words,
    parameter: &Parameter,
    text: &str,
    lenient: bool,
) -> Result<Term, ParameterError> {
    let ParameterKind::Entity(classes) = &parameter.kind else {
        return parameter.term(names, text);
    };
    let peeled = words.peel(text);
    let shortest = peeled.last().copied().unwrap_or(text);
    let mut failure = None;
    for candidate in peeled.into_iter().chain(without_kind(names, shortest)) {
        match meaning(names, candidate, classes) {
            Ok(thing) if lenient || fits(names, thing.as_ref(), classes) => return Ok(thing.into()),
            Ok(_) => {}
            Err(error) => failure = Some(failure.unwrap_or(error)),
        }
    }
    let shortest_error = meaning(names, shortest, classes).err();
    Err(shortest_error.or(failure).map_or_else(
        || ParameterError::NotAValue {
            name: parameter.name.clone(),
            value: shortest.to_owned(),
            wanted: "a thing of the kind that the question is about",
        },
        ParameterError::Name,
    ))
}

fn fits(names: &Names<'_>, thing: NamedNodeRef<'_>, classes: &[NamedNode]) -> bool {
    classes.is_empty()
        || classes
            .iter()
            .any(|class| names.is_a(thing, class.as_ref()))
}

/// What is left of a name without a word for its kind before or after it: `group TSAG`, `TSAG会议`.
fn without_kind<'t>(names: &Names<'_>, text: &'t str) -> Vec<&'t str> {
    let mut rests = Vec::new();
    for (offset, _) in text.char_indices().skip(1) {
        let (before, after) = text.split_at(offset);
        if !names.find_term(before).is_empty() {
            rests.push(after.trim());
        }
        if !names.find_term(after).is_empty() {
            rests.push(before.trim());
        }
    }
    rests.retain(|rest| !rest.is_empty());
    rests.sort_by_key(|rest| rest.len());
    rests
}
