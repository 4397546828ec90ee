//! Days and cities of meetings that the vocabulary knows, where the letter tells them beside the meeting in
//! whatever words: that they are what the vocabulary has is evidence enough.

use super::{Fact, Resolver, date_literal};
use crate::mention::MentionId;
use crate::mention::date::{self, DateRange, PartialDate};
use crate::namespace::schema;
use crate::relation::Evidence;
use crate::span::Span;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::BTreeSet;

/// What such facts are told by.
const RULE: &str = "known-meeting";

/// How sure a fact is that the vocabulary bears out, in per cent.
const CONFIDENCE: u8 = 90;

/// How far what is told may stand from the meeting, in bytes: its words with those between are the evidence.
const FARTHEST: usize = 300;

/// A mention of a meeting that the vocabulary knows by its days.
struct Known<'r> {
    id: MentionId,
    meeting: &'r NamedNode,
    start: PartialDate,
    end: PartialDate,
}

impl Resolver<'_> {
    /// The days and the city of each known meeting that the letter tells beside it, where no wording has them.
    pub(super) fn corroborated(&self, facts: &[Fact]) -> Vec<Fact> {
        let of_kind = |kind: &'static str| {
            let mentions = self.mentions.iter();
            mentions.filter(move |(_, mention)| self.kinds.name(mention.kind) == kind)
        };
        let days: Vec<(MentionId, DateRange)> = of_kind("Date")
            .filter_map(|(id, mention)| {
                Some((id, date::dates(self.mentions, mention, self.vocabulary)?))
            })
            .collect();
        let cities: Vec<(MentionId, &NamedNode)> = of_kind("City")
            .filter_map(|(id, _)| Some((id, self.referent(id)?)))
            .collect();
        let mut told: BTreeSet<(NamedNode, NamedNode)> = facts
            .iter()
            .map(|fact| (fact.subject.clone(), fact.predicate.clone()))
            .collect();
        let mut corroborated: Vec<Fact> = Vec::new();
        for known in self.known_meetings() {
            let mut state = |predicate: NamedNodeRef<'_>, object: Term, span: Span| {
                let predicate = predicate.into_owned();
                if told.insert((known.meeting.clone(), predicate.clone())) {
                    corroborated.push(Fact {
                        subject: known.meeting.clone(),
                        predicate,
                        object,
                        evidence: Evidence {
                            span,
                            rule: RULE.to_owned(),
                            confidence: CONFIDENCE,
                        },
                    });
                    return true;
                }
                false
            };
            if let Some(span) = self.days_beside(&known, &days) {
                let is_new = state(
                    schema::START_DATE,
                    date_literal(known.start, None).into(),
                    span,
                );
                if is_new && known.end != known.start {
                    state(schema::END_DATE, date_literal(known.end, None).into(), span);
                }
            }
            if let Some((city, span)) = self.city_beside(&known, &cities) {
                state(schema::LOCATION, city.into(), span);
            }
        }
        corroborated
    }

    /// The outermost mentions of meetings of which the vocabulary knows the days.
    fn known_meetings(&self) -> impl Iterator<Item = Known<'_>> {
        let mentions = self.mentions.outermost().map(|(id, _)| id);
        mentions.filter_map(|id| {
            let meeting = self.referent(id).filter(|_| self.is(id, "Meeting"))?;
            let known = |property| {
                let day = self.vocabulary.literal(meeting.as_ref(), property)?;
                PartialDate::parse(&day)
            };
            let start = known(schema::START_DATE).filter(|start| start.is_full())?;
            let end = known(schema::END_DATE).unwrap_or(start);
            Some(Known {
                id,
                meeting,
                start,
                end,
            })
        })
    }

    /// The words that tell the days of a meeting, in the line of a mention of it.
    fn days_beside(&self, known: &Known<'_>, days: &[(MentionId, DateRange)]) -> Option<Span> {
        let mut told = days.iter().filter(|(day, range)| {
            (range.start, range.end) == (known.start, known.end)
                && self.are_in_one_line(*day, known.id)
        });
        told.find_map(|(day, _)| self.words_with(known.id, *day))
    }

    /// The city of a meeting in the sentence of a mention of it, with the words that tell it.
    fn city_beside(
        &self,
        known: &Known<'_>,
        cities: &[(MentionId, &NamedNode)],
    ) -> Option<(NamedNode, Span)> {
        let place = self
            .vocabulary
            .node(known.meeting.as_ref(), schema::LOCATION)?;
        let mut told = cities
            .iter()
            .filter(|(id, city)| **city == place && self.is_told_of(*id, known.id));
        let span = told.find_map(|(city, _)| self.words_with(known.id, *city))?;
        Some((place, span))
    }

    /// The words from a meeting to what is told of it, unless they stand far from each other.
    fn words_with(&self, meeting: MentionId, told: MentionId) -> Option<Span> {
        let told = self.mentions.get(told).span;
        let words = self.mentions.get(meeting).span.join(told);
        (words.len() <= FARTHEST).then_some(words)
    }

    /// True for a city in the sentence of a meeting, with no other meeting between, and not that of whose
    /// clock an hour is told.
    fn is_told_of(&self, city: MentionId, meeting: MentionId) -> bool {
        const CLOCK: usize = 20;
        let between = self.words_between(city, meeting).unwrap_or("");
        if between.contains(['\n', ';', '。', '؛']) || between.contains(". ") {
            return false;
        }
        let place = self.mentions.get(city).plain;
        let named = self.mentions.get(meeting).plain;
        let (first, second) = (place.min(named), place.max(named));
        let near = self
            .mentions
            .outermost_from(first.start.saturating_sub(CLOCK));
        let mut near = near.take_while(|(_, other)| other.plain.start < second.end);
        near.all(|(id, other)| {
            let is_between = first.end <= other.plain.start && other.plain.end <= second.start;
            let is_clock = self.kinds.name(other.kind) == "Hours"
                && other.plain.end <= place.start
                && place.start - other.plain.end <= CLOCK;
            !(is_clock || is_between && self.is(id, "Meeting"))
        })
    }
}
