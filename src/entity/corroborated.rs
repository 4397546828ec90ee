//! Days and cities of meetings that the vocabulary knows, where the letter tells them beside the meeting in
//! whatever words: that they are what the vocabulary has is evidence enough.

use super::{Fact, Resolver, date_literal};
use crate::mention::MentionId;
use crate::mention::date::{self, PartialDate};
use crate::namespace::schema;
use crate::relation::Evidence;
use crate::span::Span;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::BTreeSet;

/// What such facts are told by.
const RULE: &str = "known-meeting";

/// How sure a fact is that the vocabulary bears out, in per cent.
const CONFIDENCE: u8 = 90;

impl Resolver<'_> {
    /// The days and the city of each known meeting that the letter tells beside it, where no wording has them.
    pub(super) fn corroborated(&self, facts: &[Fact]) -> Vec<Fact> {
        let told: BTreeSet<(&NamedNode, &NamedNode)> = facts
            .iter()
            .map(|fact| (&fact.subject, &fact.predicate))
            .collect();
        let is_open = |meeting: &NamedNode, property: NamedNodeRef<'_>| {
            !told.contains(&(meeting, &property.into_owned()))
        };
        let mut corroborated: Vec<Fact> = Vec::new();
        for (id, meeting) in self.known_meetings() {
            let mut state = |predicate: NamedNodeRef<'_>, object: Term, span: Span| {
                let is_stated =
                    |fact: &Fact| fact.subject == meeting && fact.predicate == predicate;
                if corroborated.iter().any(is_stated) {
                    return;
                }
                corroborated.push(Fact {
                    subject: meeting.clone(),
                    predicate: predicate.into_owned(),
                    object,
                    evidence: Evidence {
                        span,
                        rule: RULE.to_owned(),
                        confidence: CONFIDENCE,
                    },
                });
            };
            if is_open(&meeting, schema::START_DATE)
                && let Some((start, end, span)) = self.known_days_beside(id, &meeting)
            {
                state(schema::START_DATE, date_literal(start, None).into(), span);
                if end != start {
                    state(schema::END_DATE, date_literal(end, None).into(), span);
                }
            }
            if is_open(&meeting, schema::LOCATION)
                && let Some((city, span)) = self.known_city_beside(id, &meeting)
            {
                state(schema::LOCATION, city.into(), span);
            }
        }
        corroborated
    }

    /// True for a city in the sentence of a meeting, with no other meeting between, and not that of whose
    /// clock an hour is told.
    fn is_told_of(&self, city: MentionId, meeting: MentionId) -> bool {
        const FARTHEST: usize = 160;
        const CLOCK: usize = 20;
        let place = self.mentions.get(city).plain;
        let named = self.mentions.get(meeting).plain;
        let (first, second) = (place.min(named), place.max(named));
        let text = &self.document.plain.text;
        let between = text.get(first.end..second.start).unwrap_or("");
        let is_sentence = between.chars().count() <= FARTHEST
            && !between.contains(['\n', ';', '。', '؛'])
            && !between.contains(". ");
        let near = self
            .mentions
            .outermost_from(first.start.saturating_sub(CLOCK));
        let mut near = near.take_while(|(_, other)| other.plain.start < second.end);
        is_sentence
            && near.all(|(id, other)| {
                let is_between = other.plain.start >= first.end && other.plain.end <= second.start;
                let is_other = is_between && self.is(id, "Meeting");
                let is_clock = self.kinds.name(other.kind) == "Hours"
                    && other.plain.end <= place.start
                    && place.start - other.plain.end <= CLOCK;
                !is_other && !is_clock
            })
    }

    /// The words from a meeting to what is told of it, if they stand close to each other; else what is told.
    fn words_to(&self, meeting: MentionId, told: Span) -> Span {
        const FARTHEST: usize = 300;
        let joined = self.mentions.get(meeting).span.join(told);
        if joined.len() <= FARTHEST {
            joined
        } else {
            told
        }
    }

    /// The outermost mentions of meetings of which the vocabulary knows the days.
    fn known_meetings(&self) -> impl Iterator<Item = (MentionId, NamedNode)> + '_ {
        let mentions = self.mentions.outermost().map(|(id, _)| id);
        mentions.filter_map(|id| {
            let meeting = self.referent(id)?;
            let start = self
                .vocabulary
                .literal(meeting.as_ref(), schema::START_DATE)?;
            let is_day = PartialDate::parse(&start).is_some_and(|start| start.is_full());
            (is_day && self.is(id, "Meeting")).then(|| (id, meeting.clone()))
        })
    }

    /// The days of a meeting in the line of a mention of it, as the vocabulary knows them.
    fn known_days_beside(
        &self,
        id: MentionId,
        meeting: &NamedNode,
    ) -> Option<(PartialDate, PartialDate, Span)> {
        let known = |property| {
            let day = self.vocabulary.literal(meeting.as_ref(), property)?;
            PartialDate::parse(&day)
        };
        let start = known(schema::START_DATE)?;
        let end = known(schema::END_DATE).unwrap_or(start);
        let days = self.mentions.iter().filter(|(day, mention)| {
            self.kinds.name(mention.kind) == "Date" && self.are_in_one_line(*day, id)
        });
        let mut days = days.filter_map(|(_, mention)| {
            let told = date::dates(self.mentions, mention, self.vocabulary)?;
            let span = self.words_to(id, mention.span);
            (told.start == start && told.end == end).then_some((start, end, span))
        });
        days.next()
    }

    /// The city of a meeting in the line of a mention of it, as the vocabulary knows it.
    fn known_city_beside(&self, id: MentionId, meeting: &NamedNode) -> Option<(NamedNode, Span)> {
        let known = self.vocabulary.node(meeting.as_ref(), schema::LOCATION)?;
        let cities = self.mentions.iter().filter(|(city, mention)| {
            self.kinds.name(mention.kind) == "City" && self.is_told_of(*city, id)
        });
        let mut cities = cities.filter(|(city, _)| self.referent(*city) == Some(&known));
        let (_, city) = cities.next()?;
        Some((known.clone(), self.words_to(id, city.span)))
    }
}
