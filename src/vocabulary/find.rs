//! What a name would be taken for, and why: for authors of names, who want to see what a letter's
//! words mean to the program.

use super::matcher::{Matcher, comparable};
use super::{Entry, Name, Vocabulary};
use crate::document::plain::Plain;
use crate::language::Language;
use crate::namespace::{cg, org, schema};
use crate::span::Span;
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::BTreeMap;

/// Words that name something known.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// The words, in plain form.
    pub words: String,
    /// True if they are all that was asked for.
    pub is_whole: bool,
    /// What they may mean, sorted by identifier.
    pub meanings: Vec<Meaning<'a>>,
}

/// Something that words may mean.
#[derive(Debug, Clone)]
pub struct Meaning<'a> {
    /// What it is.
    pub entry: &'a Entry,
    /// Its names that the words are, the best first.
    pub names: Vec<FoundName<'a>>,
}

/// A name of an entry that words are.
#[derive(Debug, Clone, Copy)]
pub struct FoundName<'a> {
    /// The name.
    pub name: &'a Name,
    /// How the words stand for it.
    pub strength: Strength,
}

/// How words stand for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Wherever they stand.
    Sure,
    /// Only where the words around them say so.
    Contextual,
    /// Never in this spelling: its capitals differ, or it is a code that letters do not write.
    Misspelt,
}

/// A time during which someone held a post.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TermOfOffice {
    /// The first day or year.
    pub start: String,
    /// The last day or year; none while the term runs.
    pub end: Option<String>,
    /// Who.
    pub person: NamedNode,
    /// What.
    pub post: NamedNode,
}

/// The things that `text` may mean as a whole; if there is none, those that words in it mean, in any of
/// the languages.
pub fn find<'a>(vocabulary: &'a Vocabulary, text: &str, languages: &[Language]) -> Vec<Hit<'a>> {
    let plain = Plain::new(text);
    let mut matches: BTreeMap<Span, Vec<&'a Entry>> = BTreeMap::new();
    for language in languages {
        for found in vocabulary.find(&plain, |_| *language) {
            let entries = found.entries.iter().chain(&found.contextual);
            let of_span = matches.entry(found.plain).or_default();
            of_span.extend(entries.map(|entry| vocabulary.entry(*entry)));
        }
    }
    let whole = Span::new(0, plain.text.len());
    let exact: Vec<&Entry> = vocabulary.by_name(text).collect();
    if !exact.is_empty() {
        matches.entry(whole).or_default().extend(exact);
    }
    let mut spans: Vec<Span> = matches.keys().copied().collect();
    spans.sort_by_key(|span| (std::cmp::Reverse(span.len()), span.start));
    let mut taken: Vec<Span> = Vec::new();
    for span in spans {
        if !taken.iter().any(|other| other.overlaps(span)) {
            taken.push(span);
        }
    }
    taken.sort_unstable();
    let hits = taken.into_iter().map(|span| {
        let mut entries = matches.remove(&span).unwrap_or_default();
        entries.sort_by(|a, b| a.iri.as_str().cmp(b.iri.as_str()));
        entries.dedup_by(|a, b| a.iri == b.iri);
        let meanings = entries.into_iter().map(|entry| Meaning {
            names: found_names(vocabulary, entry, &plain, span, languages),
            entry,
        });
        Hit {
            words: span.of(&plain.text).to_owned(),
            is_whole: span == whole,
            meanings: meanings.collect(),
        }
    });
    hits.collect()
}

/// Which names of an entry the words at `span` are.
fn found_names<'a>(
    vocabulary: &'a Vocabulary,
    entry: &'a Entry,
    plain: &Plain,
    span: Span,
    languages: &[Language],
) -> Vec<FoundName<'a>> {
    let words = comparable(span.of(&plain.text));
    let patterns = vocabulary.matched_names(entry);
    let mut names: Vec<FoundName<'a>> = Vec::new();
    for name in &entry.names {
        let pattern = patterns.iter().find(|pattern| pattern.name == name.text);
        let is_matched = pattern.is_some_and(|pattern| {
            let matcher = Matcher::new(std::iter::once(*pattern));
            let mut languages = languages.iter();
            languages.any(|language| {
                let mut matches = matcher.find(plain, |_| *language).into_iter();
                matches.any(|found| found.plain == span)
            })
        });
        let strength = match pattern {
            Some(pattern) if is_matched && pattern.is_contextual => Strength::Contextual,
            Some(_) if is_matched => Strength::Sure,
            _ if comparable(&name.text) == words => Strength::Misspelt,
            _ => continue,
        };
        names.push(FoundName { name, strength });
    }
    names.sort_by_key(|found| found.strength);
    names
}

/// The names most like one that nothing bears, the likest first.
pub fn nearest<'a>(vocabulary: &'a Vocabulary, name: &str) -> Vec<(&'a Entry, &'a Name)> {
    const LIKE_ENOUGH: f64 = 0.6;
    const MOST: usize = 5;
    let wanted = comparable(name);
    let mut near: Vec<(f64, &Entry, &Name)> = Vec::new();
    for (_, entry) in vocabulary.entries() {
        let likeness =
            |name: &Name| strsim::normalized_damerau_levenshtein(&comparable(&name.text), &wanted);
        let names = entry.names.iter().map(|name| (likeness(name), name));
        if let Some((likeness, name)) = names.max_by(|a, b| a.0.total_cmp(&b.0))
            && likeness >= LIKE_ENOUGH
        {
            near.push((likeness, entry, name));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST);
    near.into_iter()
        .map(|(_, entry, name)| (entry, name))
        .collect()
}

/// The terms of a post, or of the posts of a person, in order; with a date, those that ran then.
pub fn terms(
    vocabulary: &Vocabulary,
    of: NamedNodeRef<'_>,
    date: Option<&str>,
) -> Vec<TermOfOffice> {
    let mut terms = Vec::new();
    for triple in &vocabulary.triples {
        let NamedOrBlankNode::NamedNode(term) = &triple.subject else {
            continue;
        };
        let is_of = triple.predicate == cg::POST || triple.predicate == org::MEMBER;
        if !is_of || triple.object != Term::from(of.into_owned()) {
            continue;
        }
        let term = term.as_ref();
        if let (Some(person), Some(post), Some(start)) = (
            vocabulary.node(term, org::MEMBER),
            vocabulary.node(term, cg::POST),
            vocabulary.literal(term, schema::START_DATE),
        ) {
            let end = vocabulary.literal(term, schema::END_DATE);
            terms.push(TermOfOffice {
                start,
                end,
                person,
                post,
            });
        }
    }
    terms.retain(|term| date.is_none_or(|date| term.ran_on(date)));
    terms.sort();
    terms.dedup();
    terms
}

impl TermOfOffice {
    /// Dates are compared as far as both go, so that a year holds all its days.
    fn ran_on(&self, date: &str) -> bool {
        let common = |other: &str| {
            let length = other.len().min(date.len());
            (other[..length].to_owned(), date[..length].to_owned())
        };
        let (start, day) = common(&self.start);
        let has_begun = start <= day;
        has_begun
            && self.end.as_deref().is_none_or(|end| {
                let (end, day) = common(end);
                day <= end
            })
    }
}
