//! What is due by a day, or within a time.

use super::alignment::{Alignment, pair};
use super::gold::GoldDeadline;
use super::ledger::{Ledger, Unit};
use super::reading::Reading;
use super::score::Category;
use super::value::{date_of, likeness_of_hours, literal};
use crate::namespace::schema;
use oxigraph::model::NamedNodeRef;

/// Compares every deadline of the gold, and counts those that it does not have. What is due is in
/// free words, and not compared.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let reading = alignment.reading;
    let items = &alignment.gold.deadlines;
    let things = reading.of_kind("Deadline");
    let paired = pair(items.len(), &things, |item, thing| {
        u32::from(is_dated(&items[item], thing, reading))
    });
    for (item, thing) in items.iter().zip(&paired) {
        let unit = |field| Unit {
            category: Category::Deadlines,
            item: &item.date,
            field,
        };
        let what = item
            .what
            .as_ref()
            .map_or(item.date.clone(), |what| format!("{} ({what})", item.date));
        ledger.check(unit(""), &what, thing.is_some());
        if let Some(time) = &item.time {
            let stated = thing
                .as_ref()
                .map(|thing| reading.stated(thing.as_ref(), schema::END_DATE));
            let stated = stated.unwrap_or_default();
            ledger.compare(unit("time"), &[time], &stated, |fact, time| {
                likeness_of_hours(literal(fact), time)
            });
        }
    }
    for thing in things {
        if !paired.iter().flatten().any(|known| *known == thing) {
            let stated = reading.stated(thing.as_ref(), schema::END_DATE);
            let date = stated.first().map_or("", |fact| date_of(literal(fact)));
            let span = stated
                .first()
                .map_or(reading.first_mention(thing.as_ref()), |fact| {
                    fact.evidence.span
                });
            let unit = Unit {
                category: Category::Deadlines,
                item: date,
                field: "",
            };
            ledger.add_spurious(unit, reading.names.label(thing.as_ref()).to_owned(), span);
        }
    }
}

/// `2011-04/2011-11` is from April to November; one date is the last.
fn is_dated(item: &GoldDeadline, thing: NamedNodeRef<'_>, reading: &Reading<'_>) -> bool {
    let dates = |property| -> Vec<&str> {
        reading
            .stated(thing, property)
            .into_iter()
            .map(|fact| date_of(literal(fact)))
            .collect()
    };
    let (starts, ends) = (dates(schema::START_DATE), dates(schema::END_DATE));
    match item.date.split_once('/') {
        Some((start, end)) => starts.contains(&start) && ends.contains(&end),
        None => {
            let date = item.date.as_str();
            ends.contains(&date) && (starts.is_empty() || starts.contains(&date))
        }
    }
}
