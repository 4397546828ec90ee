//! What the letter refers to: Recommendations, Questions, other letters, other documents.

use super::alignment::{Alignment, pair};
use super::ledger::{Ledger, Unit};
use super::reading::Reading;
use super::score::Category;
use super::value::{date_of, literal};
use crate::entity::Entity;
use crate::namespace::{dcterms, local, slug};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// Compares every list of them.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    numbered(
        alignment,
        Category::Recommendations,
        "Recommendation",
        &alignment.gold.recommendations,
        ledger,
    );
    numbered(
        alignment,
        Category::Questions,
        "Question",
        &alignment.gold.questions,
        ledger,
    );
    circulars(alignment, ledger);
    documents(alignment, ledger);
}

/// Things that are known by a sector and a number: "ITU-T A.1", "Question 7/17".
fn numbered(
    alignment: &Alignment<'_>,
    category: Category,
    kind: &str,
    names: &[String],
    ledger: &mut Ledger<'_>,
) {
    let reading = alignment.reading;
    let entities: Vec<&Entity> = reading.mentioned(kind).collect();
    let things: Vec<NamedNode> = entities.iter().map(|entity| entity.iri.clone()).collect();
    let paired = pair(names.len(), &things, |item, thing| {
        let name = &names[item];
        2 * u32::from(reading.is_called(thing, name)) + u32::from(is_numbered(thing, name, reading))
    });
    for (name, thing) in names.iter().zip(&paired) {
        ledger.check(
            Unit {
                category,
                item: "",
                field: "",
            },
            name,
            thing.is_some(),
        );
    }
    add_unpaired(category, &things, &paired, reading, ledger);
}

fn add_unpaired(
    category: Category,
    things: &[NamedNode],
    paired: &[Option<NamedNode>],
    reading: &Reading<'_>,
    ledger: &mut Ledger<'_>,
) {
    for thing in things {
        if !paired.iter().flatten().any(|known| known == thing) {
            let label = reading.names.label(thing.as_ref()).to_owned();
            let unit = Unit {
                category,
                item: "",
                field: "",
            };
            ledger.add_spurious(unit, label, reading.first_mention(thing.as_ref()));
        }
    }
}

/// True when the name has the number of a thing, and names its sector or none.
pub(super) fn is_numbered(thing: NamedNodeRef<'_>, name: &str, reading: &Reading<'_>) -> bool {
    let path: Vec<&str> = local(thing).unwrap_or("").split('/').collect();
    let [_, sector, own @ ..] = path.as_slice() else {
        return false;
    };
    let words: Vec<&str> = name
        .split([' ', '(', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    let mut numbers = words
        .iter()
        .filter(|word| word.contains(|character: char| character.is_ascii_digit()));
    // A draft Recommendation may have no digit: Y.fsul.
    let Some(number) = numbers.next_back().or(words.last()) else {
        return false;
    };
    // "Q7/17" is Question 7/17.
    let bare = number
        .trim_start_matches(['Q', 'q'])
        .trim_start_matches('.');
    let is_same = |number: &str| {
        number
            .split('/')
            .map(slug)
            .eq(own.iter().map(|part| (*part).to_owned()))
    };
    let mut named = words
        .iter()
        .flat_map(|word| reading.vocabulary.by_name(word))
        .filter(|entry| reading.is_a(entry.iri.as_ref(), "Sector"));
    let is_other_sector = named.any(|entry| !entry.iri.as_str().ends_with(&format!("/{sector}")));
    (is_same(number) || is_same(bare)) && !is_other_sector
}

fn circulars(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let reading = alignment.reading;
    let items = &alignment.gold.circulars;
    let things: Vec<NamedNode> = reading
        .mentioned("Circular")
        .map(|entity| entity.iri.clone())
        .collect();
    let paired = pair(items.len(), &things, |item, thing| {
        u32::from(reading.is_called(thing, &items[item].identifier))
    });
    for (item, thing) in items.iter().zip(&paired) {
        let unit = |field| Unit {
            category: Category::Circulars,
            item: &item.identifier,
            field,
        };
        ledger.check(unit(""), &item.identifier, thing.is_some());
        if let Some(date) = &item.date {
            ledger.check(unit("date"), date, is_issued(thing.as_ref(), date, reading));
        }
    }
    add_unpaired(Category::Circulars, &things, &paired, reading, ledger);
}

fn is_issued(thing: Option<&NamedNode>, date: &str, reading: &Reading<'_>) -> bool {
    let dates = thing.map(|thing| reading.stated(thing.as_ref(), dcterms::ISSUED));
    dates
        .into_iter()
        .flatten()
        .any(|fact| date_of(literal(fact)) == date)
}

/// By their titles; one whose title is in other words, by its date.
fn documents(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let reading = alignment.reading;
    let items = &alignment.gold.documents;
    let works = reading
        .mentioned("CreativeWork")
        .map(|entity| entity.iri.clone());
    let things: Vec<NamedNode> = works.collect();
    let paired = pair(items.len(), &things, |item, thing| {
        let item = &items[item];
        let thing_node = thing.into_owned();
        let is_dated = item
            .date
            .as_ref()
            .is_some_and(|date| is_issued(Some(&thing_node), date, reading));
        let is_titled = reading.names.is_titled(thing, &item.title);
        2 * u32::from(is_titled) + u32::from(is_dated)
    });
    for (item, thing) in items.iter().zip(&paired) {
        let unit = |field| Unit {
            category: Category::Documents,
            item: &item.title,
            field,
        };
        ledger.check(unit(""), &item.title, thing.is_some());
        if let Some(date) = &item.date {
            ledger.check(unit("date"), date, is_issued(thing.as_ref(), date, reading));
        }
    }
}
