//! The last day of a meeting that is told as if it were the meeting: "approved by Study Group 13 at
//! its closing session on 10 March", where the letter tells that it met from 28 February on.

use super::antecedent::Pointers;
use super::{Fact, Resolver};
use crate::mention::MentionId;
use crate::mention::date::PartialDate;
use crate::namespace::schema;
use crate::relation::Argument;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::{BTreeMap, BTreeSet};

/// Days as `2000-03-10`, which are in the order of the calendar.
pub(super) type Day = String;

impl Resolver<'_> {
    /// Makes each meeting of one day that another of the same body ends on that other one. One with an
    /// hour of its own is a meeting.
    pub(super) fn join_sittings(
        &self,
        dated: &mut BTreeMap<MentionId, NamedNode>,
        pointers: &Pointers,
    ) {
        let days: BTreeMap<MentionId, (PartialDate, PartialDate)> = dated
            .keys()
            .filter_map(|id| Some((*id, self.first_and_last(*id, pointers)?)))
            .collect();
        let is_of_body = |id: MentionId| self.has(self.mentions.get(id), "body");
        let joined: Vec<(MentionId, NamedNode)> = days
            .iter()
            .filter(|(id, (first, last))| first == last && is_of_body(**id))
            .filter(|(id, _)| !self.has_hour(&self.cluster(**id, pointers)))
            .filter_map(|(id, (day, _))| {
                let (whole, _) = days.iter().find(|(other, (first, last))| {
                    first < day
                        && day == last
                        && is_of_body(**other)
                        && self.owner_of(**other) == self.owner_of(*id)
                        && !self.are_numbered_apart(**other, *id)
                })?;
                Some((*id, dated.get(whole)?.clone()))
            })
            .collect();
        dated.extend(joined);
    }

    /// The full days on which a meeting begins and ends.
    pub(super) fn first_and_last(
        &self,
        id: MentionId,
        pointers: &Pointers,
    ) -> Option<(PartialDate, PartialDate)> {
        let cluster = self.cluster(id, pointers);
        let first = self.start_dates(&cluster).into_iter().max()?;
        let ends = self.dates_of(&cluster, schema::END_DATE);
        let last = ends.into_iter().max().unwrap_or(first);
        (first.is_full() && last.is_full()).then_some((first, last))
    }

    fn has_hour(&self, cluster: &[MentionId]) -> bool {
        let mut claims = cluster
            .iter()
            .flat_map(|id| self.claims_about(*id, schema::START_DATE));
        claims.any(|claim| matches!(claim.object, Argument::Hour(_) | Argument::Date(_, Some(_))))
    }

    fn are_numbered_apart(&self, one: MentionId, other: MentionId) -> bool {
        let number = |id| self.ordinal_of(self.mentions.get(id));
        matches!((number(one), number(other)), (Some(one), Some(other)) if one != other)
    }
}

/// The facts without last days of which a meeting of several days is said to begin on them.
pub(super) fn without_last_days(facts: Vec<Fact>) -> Vec<Fact> {
    let mut days: BTreeMap<NamedNode, (BTreeSet<Day>, BTreeSet<Day>)> = BTreeMap::new();
    for fact in &facts {
        let (first, last) = (day(fact, schema::START_DATE), day(fact, schema::END_DATE));
        if first.is_some() || last.is_some() {
            let of_meeting = days.entry(fact.subject.clone()).or_default();
            of_meeting.0.extend(first);
            of_meeting.1.extend(last);
        }
    }
    let is_last = |fact: &Fact| {
        let told = day(fact, schema::START_DATE);
        let of_meeting = days.get(&fact.subject);
        told.zip(of_meeting).is_some_and(|(told, (firsts, lasts))| {
            let first = firsts.first().is_some_and(|first| *first < told);
            first && lasts.len() == 1 && lasts.contains(&told)
        })
    };
    facts.into_iter().filter(|fact| !is_last(fact)).collect()
}

/// The full day that a fact states by a property, without the hour.
pub(super) fn day(fact: &Fact, property: NamedNodeRef<'_>) -> Option<Day> {
    const LENGTH: usize = "2000-03-10".len();
    match &fact.object {
        Term::Literal(date) if fact.predicate == property => {
            date.value().get(..LENGTH).map(str::to_owned)
        }
        _ => None,
    }
}
