//! The city of meetings of which a letter tells only the days, beside one whose city it tells: "Green
//! Standards Week, Rome, 5-9 September 2011" and, in its programme, "Workshop on ..., 5 September". The line
//! of the subject may tell the city and the days of all: "Working Parties 7B and 7C; Orlando, 24-28 January".

use super::sitting::day;
use super::{Fact, Resolver, date_literal};
use crate::document::PartKind;
use crate::mention::MentionId;
use crate::mention::date::{self, PartialDate};
use crate::namespace::{cg, schema};
use crate::relation::Evidence;
use crate::vocabulary::Vocabulary;
use jiff::ToSpan;
use jiff::civil::Date;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::BTreeMap;
use std::ops::Range;

/// How sure it is that meetings beside one another share their city, in hundredths.
const CONFIDENCE: u8 = 80;
/// How many days apart meetings beside one another may be: a weekend.
const APART: i64 = 3;

/// How far from its start the title of a text may stand, and how long its line may be, in bytes.
const FARTHEST_HEAD: usize = 600;
const LONGEST_HEAD: usize = 300;

/// When and where a meeting takes place.
#[derive(Default)]
struct Sitting<'f> {
    first: Option<Date>,
    last: Option<Date>,
    places: Vec<&'f Fact>,
    is_electronic: bool,
    /// Held during a larger meeting, whose city is its own.
    is_within: bool,
}

impl Sitting<'_> {
    /// Its days with those around.
    fn around(&self) -> Option<(Date, Date)> {
        let first = self.first?;
        let last = self.last.unwrap_or(first);
        Some((
            first.checked_sub(APART.days()).ok()?,
            last.checked_add(APART.days()).ok()?,
        ))
    }

    fn is_beside(&self, other: &Self) -> bool {
        let (Some(days), Some(first)) = (self.around(), other.first) else {
            return false;
        };
        first <= days.1 && days.0 <= other.last.unwrap_or(first)
    }
}

/// The facts with the cities of meetings that have none, in the facts or known, and are beside meetings
/// of one city alone; or beside what the line of the subject tells, which is no fact about a meeting.
pub(super) fn with_cities(
    mut facts: Vec<Fact>,
    subject: &[Fact],
    vocabulary: &Vocabulary,
) -> Vec<Fact> {
    let known = |meeting: &NamedNode| vocabulary.node(meeting.as_ref(), schema::LOCATION);
    facts.extend(cities(&facts, subject, |meeting| known(meeting).is_some()));
    facts
}

impl Resolver<'_> {
    /// The days that the line of the subject names, and its city if it names one alone: of the letter, since
    /// the line need not name the meeting that has them.
    pub(super) fn days_and_city_of_subject(&self) -> Vec<Fact> {
        let has_subject = self
            .document
            .parts
            .iter()
            .any(|part| part.kind == PartKind::Subject);
        let head = (!has_subject).then(|| self.head_with_days());
        let of_subject = |kind: &str| -> Vec<MentionId> {
            let is_told = |id: MentionId| {
                let mention = self.mentions.get(id);
                let is_in_subject = match &head {
                    None => mention.part == PartKind::Subject,
                    Some(head) => head.contains(&mention.plain.start),
                };
                self.is(id, kind) && is_in_subject
            };
            let outermost = self.mentions.outermost().map(|(id, _)| id);
            // Of a meeting its own days and city, but not those of a conference that Resolutions are told by.
            let with_parts = outermost.flat_map(|id| {
                let is_met = self.is(id, "Meeting") && !self.is(id, "MeetingSeries");
                let parts = self.mentions.get(id).attributes.iter();
                let parts = parts
                    .filter(|_| is_met)
                    .flat_map(|part| part.mentions.clone());
                std::iter::once(id).chain(parts).collect::<Vec<_>>()
            });
            with_parts.filter(|id| is_told(*id)).collect()
        };
        let state = |predicate: NamedNodeRef<'_>, object: Term, id: MentionId| Fact {
            subject: self.own.iri.clone(),
            predicate: predicate.into_owned(),
            object,
            evidence: self.evidence_of(id),
        };
        let cities: BTreeMap<NamedNode, MentionId> = of_subject("City")
            .into_iter()
            .filter_map(|id| Some((self.referent(id)?.clone(), id)))
            .collect();
        let Some((city, id)) = cities.first_key_value().filter(|_| cities.len() == 1) else {
            return Vec::new();
        };
        let mut facts = vec![state(schema::LOCATION, city.clone().into(), *id)];
        for id in of_subject("Date") {
            let days = date::dates(self.mentions, self.mentions.get(id), self.vocabulary);
            let Some(days) = days.filter(|days| days.start.is_full() && days.end.is_full()) else {
                continue;
            };
            let on = |day: PartialDate| Term::from(date_literal(day, None));
            facts.push(state(schema::START_DATE, on(days.start), id));
            facts.push(state(schema::END_DATE, on(days.end), id));
        }
        facts
    }

    /// The line of days from one to another above the text of a letter that labels no subject: those under
    /// its title.
    fn head_with_days(&self) -> Range<usize> {
        let text = &self.document.plain.text;
        let above = self
            .mentions
            .outermost()
            .take_while(|(_, mention)| mention.plain.start < FARTHEST_HEAD)
            .filter(|(_, mention)| mention.part == PartKind::Letterhead);
        let ranges = above.filter(|(id, mention)| {
            self.is(*id, "Date")
                && date::dates(self.mentions, mention, self.vocabulary)
                    .is_some_and(|days| days.start.is_full() && days.start != days.end)
        });
        let line = |at: usize| {
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            start..end
        };
        let mut lines = ranges.map(|(_, mention)| line(mention.plain.start));
        lines.find(|line| line.len() < LONGEST_HEAD).unwrap_or(0..0)
    }
}

fn cities(
    facts: &[Fact],
    subject: &[Fact],
    has_known_city: impl Fn(&NamedNode) -> bool,
) -> Vec<Fact> {
    let of_subject = sittings(subject);
    let sittings = sittings(facts);
    let has_place = |meeting: &NamedNode, sitting: &Sitting<'_>| {
        !sitting.places.is_empty()
            || sitting.is_electronic
            || sitting.is_within
            || has_known_city(meeting)
    };
    let without = sittings
        .iter()
        .filter(|(meeting, sitting)| !has_place(meeting, sitting));
    without
        .filter_map(|(meeting, sitting)| {
            let beside: Vec<&Sitting<'_>> = sittings
                .values()
                .chain(of_subject.values())
                .filter(|other| !other.places.is_empty() && sitting.is_beside(other))
                .collect();
            let places: Vec<&Fact> = beside
                .iter()
                .flat_map(|other| &other.places)
                .copied()
                .collect();
            let (place, others) = places.split_first()?;
            let is_one = others.iter().all(|other| other.object == place.object);
            let is_physical = beside.iter().all(|other| !other.is_electronic);
            (is_one && is_physical).then(|| Fact {
                subject: meeting.clone(),
                predicate: place.predicate.clone(),
                object: place.object.clone(),
                evidence: Evidence {
                    span: place.evidence.span,
                    rule: "beside".to_owned(),
                    confidence: CONFIDENCE,
                },
            })
        })
        .collect()
}

fn sittings(facts: &[Fact]) -> BTreeMap<NamedNode, Sitting<'_>> {
    let mut sittings: BTreeMap<NamedNode, Sitting<'_>> = BTreeMap::new();
    for fact in facts {
        let date = |property| day(fact, property).and_then(|day| day.parse::<Date>().ok());
        let (first, last) = (date(schema::START_DATE), date(schema::END_DATE));
        let is_place = fact.predicate == schema::LOCATION;
        let is_electronic =
            fact.predicate == cg::MODE && fact.object == Term::from(cg::ELECTRONIC.into_owned());
        let is_within = fact.predicate == schema::SUPER_EVENT;
        if first.is_none() && last.is_none() && !is_place && !is_electronic && !is_within {
            continue;
        }
        let sitting = sittings.entry(fact.subject.clone()).or_default();
        sitting.first = [sitting.first, first].into_iter().flatten().min();
        sitting.last = [sitting.last, last].into_iter().flatten().max();
        sitting.is_electronic |= is_electronic;
        sitting.is_within |= is_within;
        if is_place {
            sitting.places.push(fact);
        }
    }
    sittings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::namespace::identifier;
    use crate::span::Span;
    use oxigraph::model::Literal;

    fn fact(meeting: &str, predicate: NamedNodeRef<'_>, object: impl Into<Term>) -> Fact {
        Fact {
            subject: identifier(["meeting", meeting]),
            predicate: predicate.into_owned(),
            object: object.into(),
            evidence: Evidence {
                span: Span::new(0, 1),
                rule: "rule".to_owned(),
                confidence: 90,
            },
        }
    }

    fn on(meeting: &str, day: &str) -> Fact {
        fact(
            meeting,
            schema::START_DATE,
            Literal::new_simple_literal(day),
        )
    }

    fn in_city(meeting: &str, city: &str) -> Fact {
        fact(meeting, schema::LOCATION, identifier(["place", city]))
    }

    fn found(facts: &[Fact]) -> Vec<String> {
        let cities = cities(facts, &[], |_| false);
        cities
            .iter()
            .map(|fact| format!("{} {}", fact.subject, fact.object))
            .collect()
    }

    #[test]
    fn a_meeting_of_the_same_days_is_in_the_same_city() {
        let week = [
            on("week", "2011-09-05"),
            fact(
                "week",
                schema::END_DATE,
                Literal::new_simple_literal("2011-09-09"),
            ),
            in_city("week", "rome"),
        ];
        let with = |other: Vec<Fact>| found(&[week.to_vec(), other].concat());
        assert_eq!(with(vec![on("workshop", "2011-09-08")]).len(), 1);
        assert_eq!(
            with(vec![on("workshop", "2011-09-12")]).len(),
            1,
            "over a weekend"
        );
        assert!(with(vec![on("workshop", "2011-09-13")]).is_empty());
        let elsewhere = vec![
            on("workshop", "2011-09-08"),
            on("other", "2011-09-07"),
            in_city("other", "geneva"),
        ];
        assert!(with(elsewhere).is_empty(), "two cities");
        let electronic = fact("workshop", cg::MODE, cg::ELECTRONIC.into_owned());
        assert!(with(vec![on("workshop", "2011-09-08"), electronic]).is_empty());
        let week_of_workshop = identifier(["meeting", "week"]);
        let within = fact("workshop", schema::SUPER_EVENT, week_of_workshop);
        assert!(with(vec![on("workshop", "2011-09-08"), within]).is_empty());
    }
}
