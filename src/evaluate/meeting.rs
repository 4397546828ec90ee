//! Meetings: what, whose, when, where, how.

use super::alignment::{Alignment, pair};
use super::gold::GoldMeeting;
use super::ledger::{Ledger, Likeness, Unit};
use super::reading::Reading;
use super::score::Category;
use super::value::{date_of, likeness_of_dates, likeness_of_hours, literal};
use crate::entity::Fact;
use crate::namespace::{cg, schema};
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

/// What each meeting of the gold is.
pub(super) fn align(items: &[GoldMeeting], reading: &Reading<'_>) -> Vec<Option<NamedNode>> {
    let things = reading.of_kind("Meeting");
    pair(items.len(), &things, |item, thing| {
        fit(&items[item], thing, reading)
    })
}

/// A name tells most; without it, the day with the body or the kind, or the day alone where the gold
/// gives neither; the body where neither side has a day.
fn fit(item: &GoldMeeting, thing: NamedNodeRef<'_>, reading: &Reading<'_>) -> u32 {
    let is_dated = item.start.as_ref().is_some_and(|start| {
        let mut stated = reading.stated(thing, schema::START_DATE).into_iter();
        stated.any(|fact| date_of(literal(fact)) == start)
    });
    let name = item.name.as_ref();
    let is_named = name.is_some_and(|name| reading.is_called(thing, name));
    let is_phase = name.is_some_and(|name| {
        let wholes = reading.known(thing, schema::SUPER_EVENT);
        wholes
            .iter()
            .any(|whole| reading.is_called(whole.as_ref(), name))
    });
    let is_of_body = !item.of.is_empty() && {
        let bodies = reading.nodes_or_known(thing, cg::MEETING_OF);
        let mut pairs = item
            .of
            .iter()
            .flat_map(|body| bodies.iter().map(move |known| (body, known)));
        pairs.any(|(body, known)| reading.is_called(known.as_ref(), body))
    };
    let is_of_kind = item
        .kind
        .as_ref()
        .is_some_and(|kind| reading.is_of_kind_called(thing, kind));
    let is_undated = item.start.is_none() && reading.stated(thing, schema::START_DATE).is_empty();
    let evidence = 8 * u32::from(is_named)
        + 3 * u32::from(is_undated && is_of_body)
        + 6 * u32::from(is_dated && is_of_body)
        + 4 * u32::from(is_dated && is_of_kind)
        + 2 * u32::from(is_phase)
        + 2 * u32::from(is_dated && item.of.is_empty() && item.kind.is_none());
    // What supports a fit is none by itself.
    let support = 2 * u32::from(is_dated) + u32::from(is_of_kind) + u32::from(is_of_body);
    if evidence == 0 {
        0
    } else {
        2 * evidence + support
    }
}

/// Compares every meeting of the gold, and counts those that it does not have.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    for (item, thing) in alignment.gold.meetings.iter().zip(&alignment.meetings) {
        let label = label(item);
        let comparison = Comparison {
            alignment,
            item,
            label: &label,
            thing: thing.as_ref(),
        };
        comparison.run(ledger);
    }
    let reading = alignment.reading;
    for thing in reading.of_kind("Meeting") {
        let is_paired = alignment
            .meetings
            .iter()
            .flatten()
            .any(|paired| *paired == thing);
        if let Some(dated) = reading.stated(thing.as_ref(), schema::START_DATE).first()
            && !is_paired
        {
            let found = format!(
                "{} ({})",
                reading.names.label(thing.as_ref()),
                literal(dated)
            );
            let unit = Unit {
                category: Category::Meetings,
                item: &found,
                field: "",
            };
            ledger.add_spurious(unit, found.clone(), dated.evidence.span);
        }
    }
}

/// The name of an item, or what there is in place of one.
fn label(item: &GoldMeeting) -> String {
    let parts = match &item.name {
        Some(name) => [Some(name), item.start.as_ref(), None],
        None => [item.kind.as_ref(), item.of.first(), item.start.as_ref()],
    };
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(", ")
}

struct Comparison<'c, 'a> {
    alignment: &'c Alignment<'a>,
    item: &'c GoldMeeting,
    label: &'c str,
    thing: Option<&'c NamedNode>,
}

impl<'a> Comparison<'_, 'a> {
    fn unit(&self, field: &'static str) -> Unit<'_> {
        Unit {
            category: Category::Meetings,
            item: self.label,
            field,
        }
    }

    fn run(&self, ledger: &mut Ledger<'_>) {
        let item = self.item;
        let name = item.name.as_deref().unwrap_or(self.label);
        ledger.check(self.unit(""), name, self.thing.is_some());
        if let Some(kind) = &item.kind {
            let is_found = self.thing.is_some_and(|thing| {
                self.alignment
                    .reading
                    .is_of_kind_called(thing.as_ref(), kind)
            });
            ledger.check(self.unit("kind"), kind, is_found);
        }
        self.dates(ledger);
        self.location(ledger, "city", &item.city, &[]);
        self.location(ledger, "country", &item.country, &[cg::IN_COUNTRY]);
        self.nodes(ledger, "of", &item.of, cg::MEETING_OF);
        self.nodes(ledger, "mode", &item.mode, cg::MODE);
        self.nodes(ledger, "during", &item.during, schema::SUPER_EVENT);
        self.nodes(
            ledger,
            "status",
            item.status.as_slice(),
            schema::EVENT_STATUS,
        );
        self.nodes(ledger, "open_to", &item.open_to, cg::OPEN_TO);
    }

    fn stated(&self, property: NamedNodeRef<'_>) -> Vec<&'a Fact> {
        self.thing.map_or(Vec::new(), |thing| {
            self.alignment.reading.stated(thing.as_ref(), property)
        })
    }

    fn dates(&self, ledger: &mut Ledger<'_>) {
        let item = self.item;
        self.date(
            ledger,
            "start",
            &item.start,
            schema::START_DATE,
            likeness_of_dates,
        );
        self.date(
            ledger,
            "end",
            &item.end,
            schema::END_DATE,
            likeness_of_dates,
        );
        self.date(
            ledger,
            "start_time",
            &item.start_time,
            schema::START_DATE,
            likeness_of_hours,
        );
        self.date(
            ledger,
            "end_time",
            &item.end_time,
            schema::END_DATE,
            likeness_of_hours,
        );
    }

    fn date(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        expected: &Option<String>,
        property: NamedNodeRef<'_>,
        likeness: impl Fn(&str, &str) -> Likeness,
    ) {
        if expected.is_some() {
            ledger.compare(
                self.unit(field),
                expected.as_slice(),
                &self.stated(property),
                |fact, value| likeness(literal(fact), value),
            );
        }
    }

    /// A field whose values are things. Of a meeting that is only named, the vocabulary may know it.
    fn nodes(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        expected: &[String],
        property: NamedNodeRef<'_>,
    ) {
        if expected.is_empty() {
            return;
        }
        let known = self.known(property);
        let is_known = |name: &String| {
            known
                .iter()
                .any(|node| self.alignment.means(node.as_ref(), name))
        };
        if field == "of" && expected.iter().all(is_known) {
            for name in expected {
                ledger.check(self.unit(field), name, true);
            }
            return;
        }
        ledger.compare(self.unit(field), expected, &self.stated(property), |fact, name| {
            matches!(&fact.object, Term::NamedNode(node) if self.alignment.means(node.as_ref(), name)).into()
        });
    }

    /// What the vocabulary states of a meeting that is only named.
    fn known(&self, property: NamedNodeRef<'_>) -> Vec<NamedNode> {
        match self.thing {
            Some(thing) if self.item.start.is_none() => {
                self.alignment.reading.known(thing.as_ref(), property)
            }
            _ => Vec::new(),
        }
    }

    /// The place, or what it lies in: stated by the letter, or known of a meeting that is only named
    /// and of its phases.
    fn location(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        expected: &Option<String>,
        within: &[NamedNodeRef<'_>],
    ) {
        let Some(name) = expected else {
            return;
        };
        let reading = self.alignment.reading;
        let is_so = |place: &NamedNode| {
            let mut around = within
                .iter()
                .flat_map(|property| reading.nodes_or_known(place.as_ref(), *property));
            self.alignment.means(place.as_ref(), name)
                || around.any(|place| self.alignment.means(place.as_ref(), name))
        };
        if self
            .known(schema::LOCATION)
            .iter()
            .chain(&self.places_of_phases())
            .any(is_so)
        {
            return ledger.check(self.unit(field), name, true);
        }
        ledger.compare(
            self.unit(field),
            &[name],
            &self.stated(schema::LOCATION),
            |fact, _| {
                match &fact.object {
                    Term::NamedNode(place) if is_so(place) => Likeness::Same,
                    // A meeting may be stated to be in a city and in its country.
                    Term::NamedNode(place) if self.is_said_elsewhere(place) => Likeness::Vague,
                    _ => Likeness::Other,
                }
            },
        );
    }

    /// True for the city where the country is compared, and for the country where the city is.
    fn is_said_elsewhere(&self, place: &NamedNode) -> bool {
        let both = [&self.item.city, &self.item.country];
        both.into_iter()
            .flatten()
            .any(|name| self.alignment.means(place.as_ref(), name))
    }

    /// Where the phases of a meeting that is only named were held.
    fn places_of_phases(&self) -> Vec<NamedNode> {
        let reading = self.alignment.reading;
        let Some(thing) = self.thing.filter(|_| self.item.start.is_none()) else {
            return Vec::new();
        };
        let meetings = reading.vocabulary.of_kind("Meeting");
        let phases = meetings.filter(|entry| {
            reading
                .known(entry.iri.as_ref(), schema::SUPER_EVENT)
                .contains(thing)
        });
        phases
            .flat_map(|phase| reading.known(phase.iri.as_ref(), schema::LOCATION))
            .collect()
    }
}
