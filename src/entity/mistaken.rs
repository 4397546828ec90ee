//! Days and a city that a wording gives to a conference which met on other days of that year in another
//! city: "the regional meeting for WTDC-10 (Damascus, 17-19 January 2010)" is not about WTDC-10.
//!
//! One of the two alone may be told of a conference that was moved or put off.

use super::Fact;
use super::sitting::day;
use crate::namespace::schema;
use crate::vocabulary::Vocabulary;
use oxigraph::model::{NamedNode, Term};
use std::collections::BTreeSet;

/// The facts without those that the vocabulary shows to be about another meeting.
pub(super) fn without_mistaken(facts: Vec<Fact>, vocabulary: &Vocabulary) -> Vec<Fact> {
    let is_elsewhere = |fact: &Fact| {
        let known = vocabulary.node(fact.subject.as_ref(), schema::LOCATION);
        fact.predicate == schema::LOCATION
            && known.is_some_and(|known| fact.object != Term::from(known))
    };
    let mistaken: BTreeSet<(NamedNode, usize, usize)> = facts
        .iter()
        .filter(|fact| is_elsewhere(fact))
        .filter(|place| {
            let mut days = facts.iter().filter(|fact| {
                fact.subject == place.subject && fact.evidence.span == place.evidence.span
            });
            days.any(|fact| is_another_day(fact, vocabulary))
        })
        .map(key)
        .collect();
    let is_right = |fact: &Fact| {
        let place_or_day = [schema::LOCATION, schema::START_DATE, schema::END_DATE];
        !place_or_day.contains(&fact.predicate.as_ref()) || !mistaken.contains(&key(fact))
    };
    facts.into_iter().filter(is_right).collect()
}

fn key(fact: &Fact) -> (NamedNode, usize, usize) {
    let span = fact.evidence.span;
    (fact.subject.clone(), span.start, span.end)
}

/// True for a first day in the year of the known one that is not that one.
fn is_another_day(fact: &Fact, vocabulary: &Vocabulary) -> bool {
    let known = vocabulary.literal(fact.subject.as_ref(), schema::START_DATE);
    let (Some(known), Some(told)) = (known, day(fact, schema::START_DATE)) else {
        return false;
    };
    let year = |day: &str| day.split('-').next().map(str::to_owned);
    year(&known) == year(&told) && !known.starts_with(&told)
}
