//! Which thing of a reading each item of a gold is.
//!
//! An item and a thing that fit best are paired first. What an item is paired with is what its name
//! means elsewhere in the same gold.

use super::gold::Gold;
use super::ledger::{Ledger, Unit};
use super::name::is_same_name;
use super::reading::Reading;
use super::score::Category;
use super::{group, meeting, person, resolution};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// A gold and a reading of the same letter with their items paired.
pub(super) struct Alignment<'a> {
    pub(super) gold: &'a Gold,
    pub(super) reading: &'a Reading<'a>,
    /// For each Resolution of the gold, what it is in the reading.
    pub(super) resolutions: Vec<Option<NamedNode>>,
    /// The same for groups.
    pub(super) groups: Vec<Option<NamedNode>>,
    /// The same for people.
    pub(super) people: Vec<Option<NamedNode>>,
    /// The same for meetings.
    pub(super) meetings: Vec<Option<NamedNode>>,
}

impl<'a> Alignment<'a> {
    pub(super) fn new(gold: &'a Gold, reading: &'a Reading<'a>) -> Self {
        let resolutions = resolution::align(&gold.resolutions, reading);
        let groups = group::align(&gold.groups, reading);
        let people = person::align(&gold.people, reading);
        let meetings = meeting::align(&gold.meetings, reading);
        Self {
            gold,
            reading,
            resolutions,
            groups,
            people,
            meetings,
        }
    }

    /// True when the gold, by this name, means the thing.
    pub(super) fn means(&self, iri: NamedNodeRef<'_>, name: &str) -> bool {
        let work = self.reading.work_of(iri);
        let work = work.as_ref().map_or(iri, NamedNode::as_ref);
        self.reading.is_called(iri, name)
            || self.items_called(name).any(|item| item.as_ref() == work)
            || (iri == self.reading.circular() && self.is_the_letter(name))
    }

    fn is_the_letter(&self, name: &str) -> bool {
        let own = [&self.gold.document.identifier, &self.gold.id];
        own.into_iter().flatten().any(|own| is_same_name(own, name))
    }

    /// What the items of the gold that bear a name are in the reading.
    fn items_called<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s NamedNode> {
        let bears = move |names: Vec<&str>| names.iter().any(|own| is_same_name(own, name));
        let meetings = self.gold.meetings.iter().zip(&self.meetings);
        let meetings =
            meetings.filter(move |(item, _)| bears(item.name.as_deref().into_iter().collect()));
        let groups = self.gold.groups.iter().zip(&self.groups);
        let groups = groups.filter(move |(item, _)| {
            bears(
                [&item.acronym, &item.name]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect(),
            )
        });
        let people = self.gold.people.iter().zip(&self.people);
        let people = people.filter(move |(item, _)| {
            bears(
                item.as_written
                    .iter()
                    .chain([&item.name])
                    .map(String::as_str)
                    .collect(),
            )
        });
        let resolutions = self.gold.resolutions.iter().zip(&self.resolutions);
        let resolutions = resolutions.filter(move |(item, _)| {
            bears(resolution::names(item).iter().map(String::as_str).collect())
        });
        let found = meetings
            .map(|(_, found)| found)
            .chain(groups.map(|(_, found)| found));
        let found = found.chain(people.map(|(_, found)| found));
        found.chain(resolutions.map(|(_, found)| found)).flatten()
    }
}

/// Pairs items with things, one to one, those that fit best first; a fit of 0 is none.
pub(super) fn pair(
    items: usize,
    things: &[NamedNode],
    fit: impl Fn(usize, NamedNodeRef<'_>) -> u32,
) -> Vec<Option<NamedNode>> {
    let mut fits: Vec<(u32, usize, usize)> = Vec::new();
    for item in 0..items {
        for (at, thing) in things.iter().enumerate() {
            fits.push((fit(item, thing.as_ref()), item, at));
        }
    }
    fits.retain(|(fit, _, _)| *fit > 0);
    fits.sort_by_key(|(fit, item, at)| (std::cmp::Reverse(*fit), *item, *at));
    let mut paired = vec![None; items];
    let mut is_taken = vec![false; things.len()];
    for (_, item, at) in fits {
        if paired[item].is_none() && !is_taken[at] {
            is_taken[at] = true;
            paired[item] = Some(things[at].clone());
        }
    }
    paired
}

/// Counts the things of a kind that no item of the gold was paired with.
pub(super) fn unpaired(
    alignment: &Alignment<'_>,
    kind: &str,
    paired: &[Option<NamedNode>],
    category: Category,
    ledger: &mut Ledger<'_>,
) {
    let reading = alignment.reading;
    for entity in reading.mentioned(kind) {
        if paired.iter().flatten().any(|thing| *thing == entity.iri) {
            continue;
        }
        let label = reading.names.label(entity.iri.as_ref());
        let unit = Unit {
            category,
            item: label,
            field: "",
        };
        let place = reading.first_mention(entity.iri.as_ref());
        ledger.add_spurious(unit, label.to_owned(), place);
    }
}

#[cfg(test)]
mod tests {
    use super::pair;
    use crate::namespace::identifier;

    #[test]
    fn the_best_fit_is_paired_first() {
        let things = [identifier(["meeting", "a"]), identifier(["meeting", "b"])];
        let fits = [[5, 8], [0, 9], [3, 0]];
        let paired = pair(3, &things, |item, thing| {
            fits[item][usize::from(thing == things[1].as_ref())]
        });
        assert_eq!(
            paired,
            [Some(things[0].clone()), Some(things[1].clone()), None]
        );
    }
}
