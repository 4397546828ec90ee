//! Which edition of a series of conferences is meant, and what citing one states.

use super::mint::tail;
use super::{Fact, Resolver, date_literal, text_literal};
use crate::mention::date::{self, PartialDate};
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, dcterms, identifier, rdf, rdfs, schema};
use crate::relation::{Argument, Evidence};
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

impl Resolver<'_> {
    /// Editions named by series and year, then series that a claim gives a date, then series whose
    /// edition the letter names elsewhere.
    pub(super) fn identify_editions(&mut self) {
        let all: Vec<MentionId> = self.mentions.iter().map(|(id, _)| id).collect();
        for id in &all {
            if let Some(iri) = self.edition_named(*id) {
                self.referents.insert(*id, vec![iri]);
            }
        }
        for id in &all {
            if self.is(*id, "MeetingSeries")
                && !self.is_body_of_meeting(*id)
                && self.is_in_a_claim(*id)
                && let Some(iri) = self.edition_by_context(*id)
            {
                self.referents.insert(*id, vec![iri]);
            }
        }
        for id in &all {
            if let Some(iri) = self.edition_of_standing(*id) {
                self.referents.insert(*id, vec![iri]);
            }
        }
        self.identify_titled();
    }

    /// The edition that a meeting of a series is which is a group as well: the second meeting of the CPM is
    /// the one that began on the day told, else the one that the letter names.
    fn edition_of_standing(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        let body = self.part(mention, "body")?;
        if !self.is(body, "Group") || !self.is(body, "MeetingSeries") {
            return None;
        }
        let series = identifier(["series", &self.series_of(body)?]);
        let property = |edition: &NamedNode, property| {
            let known = self.vocabulary.literal(edition.as_ref(), property);
            known.unwrap_or_default()
        };
        let editions = self.vocabulary.of_kind("Meeting").filter(|edition| {
            let known = self.vocabulary.node(edition.iri.as_ref(), cg::IN_SERIES);
            known.as_ref() == Some(&series)
        });
        let mut editions: Vec<&NamedNode> = editions.map(|edition| &edition.iri).collect();
        match self.start_dates(&[id]).first() {
            Some(day) => editions.retain(|edition| {
                let start = property(edition, schema::START_DATE);
                let day = day.to_string();
                !start.is_empty() && (day.starts_with(&start) || start.starts_with(&day))
            }),
            None => {
                let is_named = |edition: &NamedNode| {
                    let mut named = self.referents.values().flatten();
                    named.any(|iri| iri == edition)
                };
                let number = self.ordinal_of(mention);
                editions.retain(|edition| {
                    let session = edition
                        .as_str()
                        .rsplit_once('-')
                        .map(|(_, session)| session);
                    let is_meant = match (number, session) {
                        (Some(number), Some(session)) => session == number.to_string(),
                        _ => true,
                    };
                    is_meant && is_named(edition)
                });
            }
        }
        match editions.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    }

    /// True for a series that is a group as well, where it is named as that whose meeting is meant: the
    /// second meeting of the CPM.
    fn is_body_of_meeting(&self, id: MentionId) -> bool {
        self.is(id, "Group") && !self.mentions.get(id).is_outermost
    }

    /// The edition that a mention names by itself: `WTSA-12`, `2012年世界电信标准化全会`.
    pub(super) fn edition_named(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        if !self.is(id, "Meeting") {
            return None;
        }
        if let Some(regional) = self.regional_meeting(id) {
            return Some(regional);
        }
        if let Some(edition) = self.part(mention, "edition") {
            return self
                .edition_named(edition)
                .or_else(|| self.referent(edition).cloned());
        }
        let number = |name: &str| {
            let attribute = self.mentions.attribute(mention, name)?;
            date::number_of(self.mentions, &attribute, self.vocabulary)
        };
        let series = match self.part(mention, "series") {
            Some(series) => self.series_of(series)?,
            None if self.has(mention, "another") => self.series_before(id)?,
            None if self.has(mention, "year") => self.series_denoting(mention)?,
            None => return self.known_edition(id),
        };
        if let Some(nth) = number("nth") {
            let known = self.edition_by_number(&series, nth);
            return known.or_else(|| {
                let day = self.start_dates(&[id]).into_iter().next()?;
                self.edition(&series, day.year)
            });
        }
        if let Some(year) = number("yy") {
            return Some(self.edition_of_name(&series, year));
        }
        let year = number("year").or_else(|| self.year_told(mention))?;
        Some(
            self.edition(&series, year)
                .unwrap_or_else(|| self.edition_of_name(&series, year)),
        )
    }

    /// The edition that the vocabulary knows by its number in the series.
    fn edition_by_number(&self, series: &str, number: i16) -> Option<NamedNode> {
        let series = identifier(["series", series]);
        let mut editions = self.vocabulary.of_kind("Meeting").filter(|edition| {
            let told = self.vocabulary.literal(edition.iri.as_ref(), cg::NUMBER);
            told.is_some_and(|told| told == number.to_string())
                && self
                    .vocabulary
                    .node(edition.iri.as_ref(), cg::IN_SERIES)
                    .as_ref()
                    == Some(&series)
        });
        let only = editions.next()?;
        editions.next().is_none().then(|| only.iri.clone())
    }

    /// The series that the letter speaks of where it says "the previous one": that of the meeting named
    /// last, if it is of the kind that the words tell.
    fn series_before(&self, id: MentionId) -> Option<String> {
        let mention = self.mentions.get(id);
        let is_before =
            |other: &MentionId| self.mentions.get(*other).plain.end <= mention.plain.start;
        let before = self.mentions.outermost().map(|(other, _)| other);
        let last = before
            .filter(|other| self.is(*other, "Meeting") || self.is(*other, "MeetingSeries"))
            .filter(|other| *other != id && is_before(other))
            .max_by_key(|other| self.mentions.get(*other).plain)?;
        let series = self.series_of(last)?;
        let is_fit = !self.has(mention, "kind")
            || self
                .class_of_series(&series)
                .is_none_or(|class| class == self.kinds.name(self.kind(id)));
        is_fit.then_some(series)
    }

    /// What a series is said to be one of, else what its editions are.
    fn class_of_series(&self, series: &str) -> Option<&str> {
        let iri = identifier(["series", series]);
        if let Some(class) = self.vocabulary.node(iri.as_ref(), cg::DENOTES) {
            let class = crate::vocabulary::kind::kind_name(class.as_ref());
            return self.kinds.get(class).map(|kind| self.kinds.name(kind));
        }
        let mut editions = self.vocabulary.of_kind("Meeting");
        let edition = editions.find(|edition| {
            self.vocabulary
                .node(edition.iri.as_ref(), cg::IN_SERIES)
                .as_ref()
                == Some(&iri)
        })?;
        Some(self.kinds.name(edition.kind))
    }

    /// The year of the day that is told beside the words.
    fn year_told(&self, mention: &Mention) -> Option<i16> {
        let when = self.mentions.get(self.part(mention, "when")?);
        Some(
            date::dates(self.mentions, when, self.vocabulary)?
                .start
                .year,
        )
    }

    /// The one series whose editions are of the kind of a mention: a session in a year is one of the
    /// Council's.
    fn series_denoting(&self, mention: &Mention) -> Option<String> {
        let kind = self.kinds.name(mention.kind);
        let mut series = self.vocabulary.of_kind("MeetingSeries").filter(|entry| {
            let class = self.vocabulary.node(entry.iri.as_ref(), cg::DENOTES);
            class.is_some_and(|class| crate::vocabulary::kind::kind_name(class.as_ref()) == kind)
        });
        let only = series.next()?;
        if series.next().is_some() {
            return None;
        }
        tail(&only.iri)
    }

    fn known_edition(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        (!mention.candidates.is_empty())
            .then(|| self.referent(id).cloned())
            .flatten()
    }

    /// `id:meeting/wtsa-12`: named by the year that it bears, which need not be that of its dates.
    /// Those of 2000 bear all four digits in the vocabulary.
    fn edition_of_name(&self, series: &str, year: i16) -> NamedNode {
        let two = year.rem_euclid(100);
        let short = identifier(["meeting", &format!("{series}-{two:02}")]);
        let long = identifier(["meeting", &format!("{series}-20{two:02}")]);
        match self.vocabulary.by_iri(long.as_ref()) {
            Some(_) if self.vocabulary.by_iri(short.as_ref()).is_none() => long,
            _ => short,
        }
    }

    fn is_in_a_claim(&self, id: MentionId) -> bool {
        let end = Argument::Mention(id);
        self.claims
            .iter()
            .any(|claim| claim.subject == end || claim.object == end)
    }

    /// The edition that a series without a year means: the one that the letter gives the same dates,
    /// the one of the year that is stated of it, else the one that the letter names nearest before.
    fn edition_by_context(&self, id: MentionId) -> Option<NamedNode> {
        let series = self.series_of(id)?;
        let prefix = identifier(["meeting", &format!("{series}-")]);
        let named: Vec<(MentionId, &NamedNode)> = self
            .mentions
            .outermost()
            .filter_map(|(other, _)| Some((other, self.referent(other)?)))
            .filter(|(other, iri)| *other != id && iri.as_str().starts_with(prefix.as_str()))
            .collect();
        let dates = self.start_dates(&[id]);
        if let Some(date) = dates.first() {
            let same = named
                .iter()
                .find(|(other, _)| self.start_dates(&[*other]).contains(date));
            let dated = same
                .map(|(_, iri)| (*iri).clone())
                .or_else(|| self.edition(&series, date.year));
            if dated.is_some() {
                return dated;
            }
        }
        let place = self.mentions.get(id).plain;
        let before = named
            .iter()
            .rev()
            .find(|(other, _)| self.mentions.get(*other).plain.end <= place.start);
        before.or(named.first()).map(|(_, iri)| (*iri).clone())
    }

    /// The class of an edition that only its series is known of.
    pub(super) fn kind_of_edition(&self, iri: &NamedNode) -> String {
        let series = tail(iri).and_then(|tail| Some(tail.rsplit_once('-')?.0.to_owned()));
        let class = series.and_then(|series| Some(self.class_of_series(&series)?.to_owned()));
        class.unwrap_or_else(|| "Meeting".to_owned())
    }

    /// What the brackets of a cited Resolution state: its edition and the conference behind it.
    pub(super) fn edition_facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (id, mention) in self.mentions.iter() {
            if !(self.is(id, "Resolution") || self.is(id, "Decision"))
                || mention.attributes.is_empty()
            {
                continue;
            }
            let (Some(work), Some(citation)) = (self.referent(id), self.citation(mention)) else {
                continue;
            };
            let mut state = |subject: &NamedNode, predicate: NamedNodeRef<'_>, object: Term| {
                facts.push(Fact {
                    subject: subject.clone(),
                    predicate: predicate.into_owned(),
                    object,
                    evidence: evidence(self, mention),
                });
            };
            let number = oxigraph::model::Literal::new_simple_literal(&citation.number);
            state(work, cg::NUMBER, number.into());
            let relation = if citation.is_revision {
                cg::REVISED_BY
            } else {
                cg::ADOPTED_BY
            };
            if let Some(conference) = &citation.conference {
                state(work, relation, conference.clone().into());
            }
            let (Some(place), Some(year)) = (&citation.place, citation.year) else {
                continue;
            };
            if let Some(conference) = &citation.conference {
                state(conference, schema::LOCATION, place.clone().into());
            }
            let Some(place_name) = tail(place) else {
                continue;
            };
            let edition =
                NamedNode::new_unchecked(format!("{}/{place_name}-{year}", work.as_str()));
            state(
                &edition,
                rdf::TYPE,
                cg::RESOLUTION_EDITION.into_owned().into(),
            );
            state(&edition, dcterms::IS_VERSION_OF, work.clone().into());
            state(&edition, schema::LOCATION_CREATED, place.clone().into());
            if let Some(date) = PartialDate::new(year, None, None) {
                state(&edition, dcterms::ISSUED, date_literal(date, None).into());
            }
            if let Some(conference) = &citation.conference {
                state(&edition, relation, conference.clone().into());
            }
            for name in
                self.labels
                    .edition(self.vocabulary, &citation, self.kinds.name(mention.kind))
            {
                state(
                    &edition,
                    rdfs::LABEL,
                    text_literal(&name.text, name.language).into(),
                );
            }
        }
        facts
    }
}

fn evidence(resolver: &Resolver<'_>, mention: &Mention) -> Evidence {
    Evidence {
        span: mention.span.trim(&resolver.document.text),
        rule: mention.finder.clone(),
        confidence: 95,
    }
}
