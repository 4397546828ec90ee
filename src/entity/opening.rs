//! Which meeting an hour belongs to: where a sentence tells it with its day, the one that begins (or
//! ends) on that day, whatever meeting was named last.

use super::{Resolver, date_literal};
use crate::mention::MentionId;
use crate::mention::date::{self, Hour, PartialDate};
use crate::namespace::schema;
use crate::relation::{Argument, Claim, Force};
use crate::span::Span;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::BTreeSet;

/// How far behind an hour its day may stand, in characters.
const FARTHEST_DAY: usize = 24;

/// What ends a sentence or a clause, in any script.
const SENTENCE_ENDS: [char; 8] = ['.', ';', '\n', '。', '；', '؛', '?', '|'];

impl Resolver<'_> {
    /// The meetings of which a claim tells an hour, each with its day and hour.
    pub(super) fn moments(&self, claim: &Claim, hour: Hour) -> Vec<(NamedNode, Term)> {
        let predicate = claim.predicate.as_ref();
        let subjects = self.subjects(&claim.subject);
        let on_day = |day: PartialDate| -> Term { date_literal(day, Some(hour)).into() };
        let told = self.days_told(claim);
        // The head of a mail tells its own day and hour.
        let is_of_letter = self.own.date.is_some_and(|date| told.contains(&date));
        if is_of_letter && claim.force == Force::Otherwise {
            return Vec::new();
        }
        let is_theirs = subjects.iter().any(|subject| {
            let days = self.days_of(subject, predicate);
            days.is_empty() || days.iter().any(|day| told.contains(day))
        });
        if !told.is_empty() && !is_theirs && !self.is_named_by(claim) {
            let others: BTreeSet<(NamedNode, PartialDate)> = told
                .iter()
                .flat_map(|day| {
                    let meetings = self.meetings_with_day(predicate, *day);
                    meetings.into_iter().map(|meeting| (meeting, *day))
                })
                .collect();
            if let [(meeting, day)] = others.iter().collect::<Vec<_>>().as_slice() {
                return vec![(meeting.clone(), on_day(*day))];
            }
            if claim.force == Force::Otherwise {
                return Vec::new();
            }
        }
        let mut moments = Vec::new();
        for subject in subjects {
            let mut days = self.days_of(&subject, predicate);
            if days.is_empty() {
                days = self.days_of(&subject, schema::START_DATE);
            }
            let moments_of = days.into_iter().map(|day| (subject.clone(), on_day(day)));
            moments.extend(moments_of);
        }
        moments
    }

    /// True where the words of a claim name its subject themselves, and do not point back.
    fn is_named_by(&self, claim: &Claim) -> bool {
        let Argument::Mention(id) = claim.subject else {
            return true;
        };
        let subject = self.mentions.get(id);
        claim.evidence.span.contains(subject.span) && !self.has(subject, "anaphor")
    }

    /// The full days that the words of a claim name, or that stand right behind them: "at 0930 hours on
    /// 3 May 2010".
    fn days_told(&self, claim: &Claim) -> BTreeSet<PartialDate> {
        let passage = claim.evidence.span;
        // A character takes four bytes at most.
        let farthest = passage.end + 4 * FARTHEST_DAY;
        let is_behind = |date: Span| {
            if date.start < passage.end || date.start > farthest {
                return false;
            }
            let between = self.document.text.get(passage.end..date.start);
            between.is_some_and(|words| {
                words.chars().count() <= FARTHEST_DAY && !words.contains(SENTENCE_ENDS)
            })
        };
        let named = self.mentions.iter().filter(|(id, mention)| {
            let is_near = passage.contains(mention.span) || is_behind(mention.span);
            is_near && self.kinds.name(self.kind(*id)) == "Date"
        });
        let days = named.filter_map(|(_, mention)| {
            let range = date::dates(self.mentions, mention, self.vocabulary)?;
            (range.start == range.end && range.start.is_full()).then_some(range.start)
        });
        days.collect()
    }

    /// The full days that other claims state of a meeting by that property.
    fn days_of(&self, meeting: &NamedNode, predicate: NamedNodeRef<'_>) -> BTreeSet<PartialDate> {
        let dated = self.dated_claims(predicate);
        let days = dated
            .filter(|(claim, _)| self.subjects(&claim.subject).contains(meeting))
            .filter(|(claim, _)| !self.is_of_others(claim, meeting))
            .map(|(_, day)| day);
        days.collect()
    }

    fn meetings_with_day(
        &self,
        predicate: NamedNodeRef<'_>,
        wanted: PartialDate,
    ) -> BTreeSet<NamedNode> {
        let dated = self.dated_claims(predicate);
        let meetings = dated
            .filter(|(_, day)| *day == wanted)
            .flat_map(|(claim, _)| {
                let meetings = self.subjects(&claim.subject).into_iter();
                meetings.filter(|meeting| !self.is_of_others(claim, meeting))
            });
        meetings.collect()
    }

    fn dated_claims<'r>(
        &'r self,
        predicate: NamedNodeRef<'r>,
    ) -> impl Iterator<Item = (&'r Claim, PartialDate)> + 'r {
        let of_property = self
            .claims
            .iter()
            .filter(move |claim| claim.predicate == predicate);
        of_property.filter_map(|claim| match claim.object {
            Argument::Date(day, _) if day.is_full() => Some((claim, day)),
            _ => None,
        })
    }

    /// The antecedent of words with a day of their own: another than the nearest where that one begins on
    /// another day and a meeting before it on this.
    pub(super) fn of_same_day<'i>(
        &self,
        pointing: MentionId,
        nearest: MentionId,
        mut before: impl Iterator<Item = &'i MentionId>,
    ) -> MentionId {
        let told = self.start_dates(&[pointing]);
        let begins = |meeting: MentionId| {
            let known = self.referent(meeting).and_then(|iri| {
                let start = self.vocabulary.literal(iri.as_ref(), schema::START_DATE)?;
                PartialDate::parse(&start)
            });
            let own = self.start_dates(&[meeting]);
            own.into_iter().chain(known).collect::<BTreeSet<_>>()
        };
        let is_told = |days: &BTreeSet<PartialDate>| told.iter().any(|day| days.contains(day));
        let of_nearest = begins(nearest);
        if told.is_empty() || of_nearest.is_empty() || is_told(&of_nearest) {
            return nearest;
        }
        let same = before.find(|id| self.is(**id, "Meeting") && is_told(&begins(**id)));
        same.copied().unwrap_or(nearest)
    }
}
