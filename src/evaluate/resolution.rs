//! Resolutions: number, body, edition, title.

use super::alignment::{Alignment, unpaired};
use super::gold::GoldResolution;
use super::ledger::{Ledger, Unit};
use super::reading::Reading;
use super::score::Category;
use super::value::literal;
use crate::namespace::{cg, dcterms, identifier, local, schema};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// What each Resolution of the gold is; several editions are one Resolution.
pub(super) fn align(items: &[GoldResolution], reading: &Reading<'_>) -> Vec<Option<NamedNode>> {
    let mut things = reading.of_kind("Resolution");
    things.extend(reading.of_kind("Decision"));
    let best = |item: &GoldResolution| {
        let fits = things
            .iter()
            .map(|thing| (fit(item, thing.as_ref(), reading), thing));
        let best = fits
            .filter(|(fit, _)| *fit > 0)
            .min_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        best.map(|(_, thing)| thing.clone())
    };
    items.iter().map(best).collect()
}

/// The number with the body or edition; without a number, the title or the body and year.
fn fit(item: &GoldResolution, thing: NamedNodeRef<'_>, reading: &Reading<'_>) -> u32 {
    let cited = Cited::of(thing, reading);
    let is_titled = item
        .title
        .as_ref()
        .is_some_and(|title| reading.names.is_titled(thing, title));
    let is_of_body = item.body.as_ref().map(|body| cited.is_of(body, reading));
    let is_of_year = item
        .year
        .as_ref()
        .is_some_and(|year| cited.years.contains(year));
    let is_of_place = item
        .place
        .as_ref()
        .is_some_and(|place| cited.is_from(place, reading));
    match &item.number {
        Some(number) if cited.numbers.iter().any(|own| own == head(number)) => match is_of_body {
            Some(true) => 8 + u32::from(is_of_year),
            None => 7,
            Some(false) if cited.bodies.is_empty() => 4,
            Some(false) if is_of_place && is_of_year => 5,
            Some(false) => 0,
        },
        Some(_) if cited.numbers.is_empty() && is_titled => 6,
        Some(_) => 0,
        None if is_titled => 6,
        None if is_of_body == Some(true) && is_of_year && cited.numbers.is_empty() => 5,
        None => 0,
    }
}

/// The number without the version that ITU-R puts behind it.
fn head(number: &str) -> &str {
    number.split('-').next().unwrap_or(number)
}

/// The names by which other parts of a gold may mean the Resolution.
pub(super) fn names(item: &GoldResolution) -> Vec<String> {
    let mut names: Vec<String> = item.title.iter().cloned().collect();
    let Some(number) = &item.number else {
        return names;
    };
    if let (Some(place), Some(year)) = (&item.place, &item.year) {
        let adopted = format!("Resolution {number} ({place}, {year})");
        let revised = format!("Resolution {number} (Rev. {place}, {year})");
        names.extend(if item.revised {
            [revised, adopted]
        } else {
            [adopted, revised]
        });
    }
    names.push(format!("Resolution {number}"));
    names.extend(
        item.body
            .iter()
            .map(|body| format!("{body} Resolution {number}")),
    );
    if let (Some(body), Some(year)) = (&item.body, &item.year) {
        let conference = format!("{body}-{}", year.get(2..).unwrap_or(year));
        names.extend(
            [
                &conference,
                &format!("Rev.{conference}"),
                &format!("Rev. {conference}"),
            ]
            .map(|edition| format!("Resolution {number} ({edition})")),
        );
    }
    names
}

/// How the letter cites a Resolution.
struct Cited {
    numbers: Vec<String>,
    /// The conference series and bodies whose it is.
    bodies: Vec<NamedNode>,
    places: Vec<NamedNode>,
    years: Vec<String>,
    is_revised: bool,
}

impl Cited {
    fn of(work: NamedNodeRef<'_>, reading: &Reading<'_>) -> Self {
        let editions = reading.stated_of(work, dcterms::IS_VERSION_OF).into_iter();
        let mut all: Vec<NamedNode> = editions.map(|fact| fact.subject.clone()).collect();
        all.push(work.into_owned());
        let of_all = |property: NamedNodeRef<'_>| -> Vec<NamedNode> {
            all.iter()
                .flat_map(|iri| reading.nodes_or_known(iri.as_ref(), property))
                .collect()
        };
        let revisions = of_all(cg::REVISED_BY);
        let is_revised = !revisions.is_empty();
        let conferences: Vec<NamedNode> = of_all(cg::ADOPTED_BY)
            .into_iter()
            .chain(revisions)
            .collect();
        let mut places = of_all(schema::LOCATION_CREATED);
        let mut years = Vec::new();
        for iri in &all {
            let issued = reading.stated(iri.as_ref(), dcterms::ISSUED);
            years.extend(issued.iter().filter_map(|fact| year(literal(fact))));
        }
        for conference in &conferences {
            places.extend(reading.known(conference.as_ref(), schema::LOCATION));
            let start = reading
                .vocabulary
                .literal(conference.as_ref(), schema::START_DATE);
            years.extend(start.as_deref().and_then(year));
        }
        Self {
            numbers: numbers(work, reading),
            bodies: bodies(work, &conferences, reading),
            places,
            years,
            is_revised,
        }
    }

    fn is_of(&self, body: &str, reading: &Reading<'_>) -> bool {
        self.bodies
            .iter()
            .any(|own| reading.is_called(own.as_ref(), body))
    }

    fn is_from(&self, place: &str, reading: &Reading<'_>) -> bool {
        self.places
            .iter()
            .any(|own| reading.is_called(own.as_ref(), place))
    }
}

fn year(date: &str) -> Option<String> {
    date.get(..4).map(str::to_owned)
}

fn numbers(work: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<String> {
    let stated = reading
        .stated(work, cg::NUMBER)
        .into_iter()
        .map(literal)
        .map(str::to_owned);
    let mut numbers: Vec<String> = stated.collect();
    let parts: Vec<&str> = local(work).unwrap_or("").split('/').collect();
    if let [_, _, number] = parts.as_slice()
        && number.starts_with(|first: char| first.is_ascii_digit())
    {
        numbers.push((*number).to_owned());
    }
    numbers
}

/// The series of the conferences behind a Resolution and of the body in its identifier, and the
/// bodies that meet in them.
fn bodies(
    work: NamedNodeRef<'_>,
    conferences: &[NamedNode],
    reading: &Reading<'_>,
) -> Vec<NamedNode> {
    let segment = local(work).and_then(|path| path.split('/').nth(1));
    let named = segment.into_iter().flat_map(|body| {
        ["series", "organization", "meeting"].map(|kind| identifier([kind, body]))
    });
    let mut bodies: Vec<NamedNode> = conferences.iter().cloned().chain(named).collect();
    bodies.retain(|body| reading.vocabulary.by_iri(body.as_ref()).is_some());
    for property in [cg::IN_SERIES, cg::MEETING_OF] {
        for at in 0..bodies.len() {
            let more = reading.known(bodies[at].as_ref(), property);
            bodies.extend(more);
        }
    }
    bodies
}

/// Compares every Resolution of the gold, and counts those that it does not have.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    for (item, thing) in alignment
        .gold
        .resolutions
        .iter()
        .zip(&alignment.resolutions)
    {
        compare_one(alignment, item, thing.as_ref(), ledger);
    }
    unpaired(
        alignment,
        "Resolution",
        &alignment.resolutions,
        Category::Resolutions,
        ledger,
    );
}

fn compare_one(
    alignment: &Alignment<'_>,
    item: &GoldResolution,
    thing: Option<&NamedNode>,
    ledger: &mut Ledger<'_>,
) {
    let reading = alignment.reading;
    let names = names(item);
    let label = names
        .iter()
        .find(|name| name.starts_with("Resolution"))
        .or(names.first());
    let label = label.map_or("Resolution", String::as_str);
    let unit = |field| Unit {
        category: Category::Resolutions,
        item: label,
        field,
    };
    let cited = thing.map(|thing| Cited::of(thing.as_ref(), reading));
    let is = |check: &dyn Fn(&Cited) -> bool| cited.as_ref().is_some_and(check);
    ledger.check(unit(""), label, thing.is_some());
    if let Some(body) = &item.body {
        ledger.check(unit("body"), body, is(&|cited| cited.is_of(body, reading)));
    }
    if let Some(number) = &item.number {
        ledger.check(
            unit("number"),
            number,
            is(&|cited| cited.numbers.iter().any(|own| own == head(number))),
        );
    }
    if let Some(place) = &item.place {
        ledger.check(
            unit("place"),
            place,
            is(&|cited| cited.is_from(place, reading)),
        );
    }
    if let Some(year) = &item.year {
        ledger.check(unit("year"), year, is(&|cited| cited.years.contains(year)));
    }
    if item.revised {
        // The conference may not be known; the name of the edition says that it is a revision.
        let is_named_so = thing.is_some_and(|thing| {
            let mut names = names.iter().filter(|name| name.contains("(Rev. "));
            names.any(|name| reading.is_called(thing.as_ref(), name))
        });
        ledger.check(
            unit("revised"),
            "revised",
            is_named_so || is(&|cited| cited.is_revised),
        );
    }
    if let Some(title) = &item.title {
        let is_found = thing.is_some_and(|thing| reading.names.is_titled(thing.as_ref(), title));
        ledger.check(unit("title"), title, is_found);
    }
}
