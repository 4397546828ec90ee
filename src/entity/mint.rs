//! What a mention refers to, told by its own words: the identifiers of the graph's contract.

use super::Resolver;
use super::circular::{circular_iri, circular_number, single_candidate};
use super::meeting::body_slug;
use super::own::study_period;
use crate::mention::date::{self, PartialDate};
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, identifier, local, schema};
use crate::relation::Argument;
use crate::vocabulary::EntryId;
use oxigraph::model::{NamedNode, NamedNodeRef};

/// A Resolution or Decision as a mention cites it.
#[derive(Debug, Clone)]
pub(super) struct Citation {
    /// The number, without the version that ITU-R puts behind it.
    pub number: String,
    /// The conference series or body whose it is, by the last part of its identifier: "pp".
    pub body: Option<String>,
    /// The place and year in its brackets.
    pub place: Option<NamedNode>,
    /// The year in its brackets.
    pub year: Option<i16>,
    /// The conference that adopted or revised it so.
    pub conference: Option<NamedNode>,
    /// True for "(Rev. …)".
    pub is_revision: bool,
}

impl Resolver<'_> {
    /// The referent of a mention that needs no other mention to be understood.
    pub(super) fn mint(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        if self.has(mention, "anaphor") {
            return None;
        }
        if let Some(same) = self.part(mention, "same") {
            return self.referent_or_mint(same);
        }
        if self.kinds.is_named(mention.kind, "Writer") {
            return self.own.post.clone();
        }
        if self.kinds.is_named(mention.kind, "Role") && self.is_signed_as(id) {
            return self.own.post.clone();
        }
        if !mention.candidates.is_empty() {
            return self.known(mention);
        }
        let kind = |name: &str| self.kinds.is_named(mention.kind, name);
        if kind("Circular") {
            return self.circular(mention);
        }
        if kind("Resolution") || kind("Decision") {
            let citation = self.citation(mention)?;
            let by_number = || self.body_by_number(mention, &citation.number);
            let body = citation.body.clone().or_else(by_number)?;
            return self.cited_work(mention, &citation, &body);
        }
        let numbered = ["Recommendation", "Report"];
        if let Some(numbered) = numbered.into_iter().find(|name| kind(name)) {
            return Some(identifier([
                &numbered.to_lowercase(),
                &self.sector_of(mention)?,
                &self.words(mention, "number")?,
            ]));
        }
        if kind("Question") {
            return self.question(mention);
        }
        if kind("TreatyProvision") {
            return self.provision(mention);
        }
        if kind("Contribution") {
            return Some(identifier([
                "contribution",
                &self.words(mention, "number")?,
            ]));
        }
        if kind("Deadline") {
            return self.deadline(mention);
        }
        if kind("Document") {
            return self.dated_document(mention);
        }
        if kind("Person") {
            return self.person(mention);
        }
        if kind("Audience") && self.has(mention, "leaders") {
            let body = self
                .part(mention, "body")
                .and_then(|id| self.referent_or_mint(id))?;
            return Some(identifier(["audience", "leaders", &body_slug(&body)?]));
        }
        if kind("Audience") {
            return self.audience(mention);
        }
        if kind("Group") {
            return self.named_group(mention);
        }
        if kind("Organization") {
            return Some(identifier([
                "organization",
                &self.words(mention, "acronym")?,
            ]));
        }
        None
    }

    fn is_signed_as(&self, id: MentionId) -> bool {
        let office = Argument::Mention(id);
        self.claims
            .iter()
            .any(|claim| claim.predicate == cg::SIGNED_AS && claim.object == office)
    }

    pub(super) fn has(&self, mention: &Mention, attribute: &str) -> bool {
        mention
            .attributes
            .iter()
            .any(|found| found.name == attribute)
    }

    /// The plain words of an attribute.
    pub(super) fn words(&self, mention: &Mention, attribute: &str) -> Option<String> {
        let attribute = self.mentions.attribute(mention, attribute)?;
        Some(attribute.words.trim().to_owned())
    }

    /// The first mention in an attribute.
    pub(super) fn part(&self, mention: &Mention, attribute: &str) -> Option<MentionId> {
        let attribute = self.mentions.attribute(mention, attribute)?;
        attribute.mentions.first().copied()
    }

    /// The entry that a vocabulary name means; none where the letter leaves it open.
    fn known(&self, mention: &Mention) -> Option<NamedNode> {
        let iri = |entry: &EntryId| self.vocabulary.entry(*entry).iri.clone();
        if let [only] = mention.candidates.as_slice() {
            return Some(iri(only));
        }
        if let Some(linked) = self.linked_by_outer(mention) {
            return Some(linked);
        }
        let of_kind: Vec<&EntryId> = mention
            .candidates
            .iter()
            .filter(|entry| self.vocabulary.entry(**entry).kind == mention.kind)
            .collect();
        match of_kind.as_slice() {
            [only] => Some(iri(only)),
            // The name of several bodies means that of the sector that writes.
            several => {
                if let Some(only) = self.only_of_the_time(several) {
                    return Some(only);
                }
                let sector = local(self.own.sector.as_ref()?.as_ref())?
                    .rsplit('/')
                    .next()?;
                let mut ours = several
                    .iter()
                    .filter(|entry| iri(entry).as_str().contains(&format!("/{sector}/")));
                ours.next()
                    .map(|entry| iri(entry))
                    .filter(|_| ours.next().is_none())
            }
        }
    }

    /// The one of several bodies of a name that there was when the letter was written.
    fn only_of_the_time(&self, several: &[&EntryId]) -> Option<NamedNode> {
        let written = self.own.date?.year;
        let mut of_the_time = several
            .iter()
            .map(|entry| &self.vocabulary.entry(**entry).iri)
            .filter(|body| {
                let year = |property| {
                    let day = self.vocabulary.literal(body.as_ref(), property)?;
                    PartialDate::parse(&day).map(|day| day.year)
                };
                year(cg::ESTABLISHED_ON).is_none_or(|begun| begun <= written)
                    && year(schema::DISSOLUTION_DATE).is_none_or(|ended| written <= ended)
            });
        let only = of_the_time.next()?;
        of_the_time.next().is_none().then(|| only.clone())
    }

    /// Inside the name of a known thing, the candidate that this thing has to do with: the 突尼斯 of
    /// the Tunis Agenda is the city.
    fn linked_by_outer(&self, mention: &Mention) -> Option<NamedNode> {
        let (_, outer) = self.mentions.outermost().find(|(_, outer)| {
            outer.plain.contains(mention.plain) && outer.plain != mention.plain
        })?;
        let outer = single_candidate(outer, self.vocabulary)?;
        let near = self.vocabulary.neighbours(outer.as_ref());
        let mut linked = mention
            .candidates
            .iter()
            .map(|entry| self.vocabulary.entry(*entry).iri.clone())
            .filter(|iri| near.contains(iri));
        linked.next().filter(|_| linked.next().is_none())
    }

    fn circular(&self, mention: &Mention) -> Option<NamedNode> {
        let own_series = self.own.number.as_ref().map(|(number, _)| &number.series);
        let number = circular_number(self.mentions, mention, self.vocabulary, own_series)?;
        let cited_date = self
            .part(mention, "date")
            .and_then(|id| date::dates(self.mentions, self.mentions.get(id), self.vocabulary));
        let period = match cited_date {
            Some(range) => study_period(self.vocabulary, range.start),
            None => self.own.period.clone(),
        };
        Some(circular_iri(self.vocabulary, &number, period.as_deref()))
    }

    /// Number, edition and body of a Resolution or Decision.
    pub(super) fn citation(&self, mention: &Mention) -> Option<Citation> {
        let number = self.words(mention, "number")?;
        let (number, version) = match number.split_once('-') {
            Some((number, version)) => (number.to_owned(), Some(version.to_owned())),
            None => (number, None),
        };
        let place = self
            .part(mention, "place")
            .and_then(|id| self.referent_or_mint(id));
        let year = self
            .mentions
            .attribute(mention, "year")
            .and_then(|year| date::number_of(self.mentions, &year, self.vocabulary));
        let body = self.part(mention, "body").and_then(|id| self.series_of(id));
        let sector = self
            .part(mention, "sector")
            .and_then(|id| self.referent_or_mint(id));
        let body = body.or_else(|| {
            let assembly = self.vocabulary.node(sector?.as_ref(), cg::HAS_ASSEMBLY)?;
            tail(&assembly)
        });
        let conference = match (place.as_ref(), year) {
            (Some(place), Some(year)) => self.conference_at(place, year, body.as_deref()),
            (None, Some(year)) => body.as_deref().and_then(|body| self.edition(body, year)),
            _ => self
                .part(mention, "body")
                .and_then(|id| self.edition_named(id)),
        };
        let body = body.or_else(|| {
            let series = self
                .vocabulary
                .node(conference.as_ref()?.as_ref(), cg::IN_SERIES)?;
            tail(&series)
        });
        Some(Citation {
            number,
            body,
            place,
            year,
            conference,
            is_revision: self.has(mention, "revised") || version.is_some(),
        })
    }

    /// The body whose alone so high a number is: Resolution 1179, Decision 527 are the Council's.
    fn body_by_number(&self, mention: &Mention, number: &str) -> Option<String> {
        // A body that is named and known to no list has numbers of its own; so have texts with further
        // parts to their number, as 676/2002/EC.
        let behind = &self.document.plain.text[mention.plain.end..];
        let is_alone = ["body", "place", "year"]
            .iter()
            .all(|part| !self.has(mention, part));
        if !is_alone || behind.starts_with(['/', '-']) {
            return None;
        }
        let number: u32 = number.parse().ok()?;
        let from = match self.kinds.is_named(mention.kind, "Decision") {
            true => cg::DECISIONS_FROM,
            false => cg::RESOLUTIONS_FROM,
        };
        let mut bodies = self.vocabulary.of_kind("MeetingSeries").filter(|series| {
            let first = self.vocabulary.literal(series.iri.as_ref(), from);
            first.is_some_and(|first| first.parse().is_ok_and(|first: u32| first <= number))
        });
        let only = bodies.next()?;
        tail(&only.iri).filter(|_| bodies.next().is_none())
    }

    pub(super) fn cited_work(
        &self,
        mention: &Mention,
        citation: &Citation,
        body: &str,
    ) -> Option<NamedNode> {
        let is_decision = self.kinds.is_named(mention.kind, "Decision");
        let work = if is_decision {
            "decision"
        } else {
            "resolution"
        };
        Some(identifier([work, body, &citation.number]))
    }

    pub(super) fn referent_or_mint(&self, id: MentionId) -> Option<NamedNode> {
        self.referent(id).cloned().or_else(|| self.mint(id))
    }

    /// The series that a conference or body belongs to, by the last part of its identifier.
    pub(super) fn series_of(&self, id: MentionId) -> Option<String> {
        let mention = self.mentions.get(id);
        if let Some(series) = self.part(mention, "series") {
            return self.series_of(series);
        }
        let iri = single_candidate(mention, self.vocabulary).or_else(|| self.known(mention))?;
        if self.is(id, "MeetingSeries") {
            return tail(&iri);
        }
        if let Some(series) = self.vocabulary.node(iri.as_ref(), cg::IN_SERIES) {
            return tail(&series);
        }
        let mut held = self.vocabulary.of_kind("MeetingSeries").filter(|series| {
            self.vocabulary
                .node(series.iri.as_ref(), cg::MEETING_OF)
                .as_ref()
                == Some(&iri)
        });
        tail(&held.next()?.iri)
    }

    /// The one conference that met at a place in a year.
    fn conference_at(&self, place: &NamedNode, year: i16, body: Option<&str>) -> Option<NamedNode> {
        let series = body.map(|body| identifier(["series", body]));
        let mut found = self.vocabulary.of_kind("Meeting").filter(|entry| {
            let iri = entry.iri.as_ref();
            let own_series = self.vocabulary.node(iri, cg::IN_SERIES);
            self.start_year(iri) == Some(year)
                && own_series.is_some()
                && self.vocabulary.node(iri, schema::LOCATION).as_ref() == Some(place)
                && (series.is_none() || own_series == series)
        });
        let candidates: Vec<NamedNode> = found.by_ref().map(|entry| entry.iri.clone()).collect();
        match candidates.as_slice() {
            [only] => Some(only.clone()),
            // A Resolution of no named body is a Plenipotentiary Conference's if one met there.
            several => {
                let of_series = |series: &str| {
                    several.iter().find(|iri| {
                        let own = self.vocabulary.node(iri.as_ref(), cg::IN_SERIES);
                        own.and_then(|own| tail(&own)).as_deref() == Some(series)
                    })
                };
                // Else the assembly of the sector that writes: WTSA-12 and WCIT-12 met in Dubai.
                let assembly = || {
                    let sector = self.own.sector.as_ref()?;
                    tail(&self.vocabulary.node(sector.as_ref(), cg::HAS_ASSEMBLY)?)
                };
                of_series("pp").or_else(|| of_series(&assembly()?)).cloned()
            }
        }
    }

    /// The edition of a series that began in a year.
    pub(super) fn edition(&self, series: &str, year: i16) -> Option<NamedNode> {
        let series_iri = identifier(["series", series]);
        let mut editions = self.vocabulary.of_kind("Meeting").filter(|entry| {
            self.vocabulary
                .node(entry.iri.as_ref(), cg::IN_SERIES)
                .as_ref()
                == Some(&series_iri)
                && self.start_year(entry.iri.as_ref()) == Some(year)
        });
        editions.next().map(|entry| entry.iri.clone())
    }

    fn start_year(&self, meeting: NamedNodeRef<'_>) -> Option<i16> {
        let start = self.vocabulary.literal(meeting, schema::START_DATE)?;
        PartialDate::parse(&start).map(|date| date.year)
    }

    /// The sector of a Recommendation, Report, Question or group: named in it, else that of the one before it
    /// in a list, else that of the letter.
    pub(super) fn sector_of(&self, mention: &Mention) -> Option<String> {
        let named = self
            .part(mention, "sector")
            .and_then(|id| self.referent_or_mint(id));
        if let (None, Some(like)) = (&named, self.part(mention, "like")) {
            return self.sector_of(self.mentions.get(like));
        }
        tail(&named.or_else(|| self.own.sector.clone())?)
    }

    /// A Question by number and group; of a list such as "Questions 2, 3 and 5/16" the last tells the group
    /// of all.
    fn question(&self, mention: &Mention) -> Option<NamedNode> {
        let number = self.words(mention, "number")?;
        if number.contains('/') {
            let parts = number.split('/').map(str::to_owned);
            let head = ["question".to_owned(), self.sector_of(mention)?];
            return Some(identifier(head.into_iter().chain(parts)));
        }
        let last = self.referent_or_mint(self.part(mention, "like")?)?;
        let parts: Vec<&str> = local(last.as_ref())?.split('/').collect();
        match parts.as_slice() {
            [head, sector, _, group] => Some(identifier([*head, sector, &number, group])),
            _ => None,
        }
    }

    fn provision(&self, mention: &Mention) -> Option<NamedNode> {
        let treaty = self
            .part(mention, "treaty")
            .and_then(|id| self.referent_or_mint(id))?;
        let (unit, number) = ["article", "section", "provision"]
            .into_iter()
            .find_map(|unit| Some((unit, self.words(mention, unit)?)))?;
        Some(identifier(["provision", &tail(&treaty)?, unit, &number]))
    }

    /// A document without a number: its date and what its title speaks of, in any language.
    fn dated_document(&self, mention: &Mention) -> Option<NamedNode> {
        let when = self.part(mention, "when")?;
        let range = date::dates(self.mentions, self.mentions.get(when), self.vocabulary)?;
        let subject = self.topic(mention, "title");
        let date = range.start.to_string();
        let parts = ["document", &date].into_iter().map(str::to_owned);
        Some(identifier(parts.chain(subject)))
    }

    /// What a title or name speaks of: the things named in it, in an order that no language changes.
    pub(super) fn topic(&self, mention: &Mention, attribute: &str) -> Option<String> {
        let title = self.mentions.attribute(mention, attribute)?;
        let mut named: Vec<String> = title
            .mentions
            .iter()
            .filter_map(|id| self.referent_or_mint(*id).and_then(|iri| tail(&iri)))
            .collect();
        named.sort();
        named.dedup();
        (!named.is_empty()).then(|| named.join("-"))
    }

    /// A person whom the vocabulary does not know, by name.
    fn person(&self, mention: &Mention) -> Option<NamedNode> {
        let name = self.full_name(self.words(mention, "name")?);
        let mut known = self
            .vocabulary
            .by_name(&name)
            .filter(|entry| self.vocabulary.kinds().is_named(entry.kind, "Person"));
        match (known.next(), known.next()) {
            (Some(entry), None) => Some(entry.iri.clone()),
            _ => Some(identifier(["person", &name])),
        }
    }

    /// The one name in the letter that ends in this family name; else the name itself.
    fn full_name(&self, name: String) -> String {
        if name.contains(' ') {
            return name;
        }
        let people = self
            .mentions
            .iter()
            .filter(|(_, mention)| self.kinds.is_named(mention.kind, "Person"));
        let mut full: Vec<String> = people
            .filter_map(|(_, mention)| self.words(mention, "name"))
            .filter(|other| {
                other
                    .strip_suffix(name.as_str())
                    .is_some_and(|given| given.ends_with(' '))
            })
            .collect();
        full.sort();
        full.dedup();
        match full.as_slice() {
            [only] => only.clone(),
            _ => name,
        }
    }
}

/// The last part of an identifier.
pub(super) fn tail(iri: &NamedNode) -> Option<String> {
    local(iri.as_ref())?.rsplit('/').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::tail;
    use crate::namespace::identifier;

    #[test]
    fn the_tail_names_a_thing_among_its_kind() {
        assert_eq!(
            tail(&identifier(["group", "itu-t", "sg17"])).as_deref(),
            Some("sg17")
        );
        assert_eq!(
            tail(&oxigraph::model::NamedNode::new_unchecked("http://a/b")),
            None
        );
    }
}
