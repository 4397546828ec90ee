//! People: their names, offices, bodies and countries.

use super::alignment::{Alignment, pair, unpaired};
use super::gold::GoldPerson;
use super::ledger::{Ledger, Unit};
use super::reading::Reading;
use super::score::Category;
use crate::namespace::{cg, identifier, org};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// Properties that give a person a role in a body, with the roles that they may stand for.
const LEADING: &[(NamedNodeRef<'_>, &[&str])] = &[
    (cg::CHAIRS, &["chair", "co-chair", "acting-chair"]),
    (cg::VICE_CHAIRS, &["vice-chair"]),
    (cg::CONVENES, &["convenor", "coordinator"]),
    (
        cg::IS_RAPPORTEUR_OF,
        &["rapporteur", "associate-rapporteur"],
    ),
    (cg::IS_SECRETARY_OF, &["secretary"]),
];

/// What each person of the gold is.
pub(super) fn align(items: &[GoldPerson], reading: &Reading<'_>) -> Vec<Option<NamedNode>> {
    let things = reading.of_kind("Person");
    pair(items.len(), &things, |item, thing| {
        let GoldPerson {
            name, as_written, ..
        } = &items[item];
        if reading.is_called(thing, name) {
            return 3;
        }
        let is_written = as_written
            .iter()
            .any(|words| reading.is_called(thing, words) || reading.is_written(thing, words));
        2 * u32::from(is_written) + u32::from(reading.is_written(thing, name))
    })
}

/// Compares every person of the gold, and counts those that it does not have.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    for (item, thing) in alignment.gold.people.iter().zip(&alignment.people) {
        compare_one(alignment, item, thing.as_ref(), ledger);
    }
    unpaired(
        alignment,
        "Person",
        &alignment.people,
        Category::People,
        ledger,
    );
}

fn compare_one(
    alignment: &Alignment<'_>,
    item: &GoldPerson,
    thing: Option<&NamedNode>,
    ledger: &mut Ledger<'_>,
) {
    let reading = alignment.reading;
    let unit = |field| Unit {
        category: Category::People,
        item: &item.name,
        field,
    };
    let thing = thing.map(NamedNode::as_ref);
    let written = item.as_written.as_deref();
    ledger.check(unit(""), written.unwrap_or(&item.name), thing.is_some());
    if let Some(words) = written {
        let is_found = thing.is_some_and(|thing| reading.is_written(thing, words));
        ledger.check(unit("as_written"), words, is_found);
    }
    let roles = thing.map_or(Vec::new(), |thing| roles(thing, reading));
    let bodies = thing.map_or(Vec::new(), |thing| bodies(thing, reading));
    let countries = thing.map_or(Vec::new(), |thing| countries(thing, reading));
    let mut check = |field, expected: &[String], stated: &[NamedNode]| {
        for name in expected {
            let is_found = stated
                .iter()
                .any(|node| alignment.means(node.as_ref(), name));
            ledger.check(unit(field), name, is_found);
        }
    };
    check("role", &item.role, &roles);
    check("organization", &item.organization, &bodies);
    check("country", item.country.as_slice(), &countries);
}

/// The roles that a property may stand for.
pub(super) fn roles_of(property: NamedNodeRef<'_>) -> Vec<NamedNode> {
    let rows = LEADING.iter().filter(|(leading, _)| *leading == property);
    rows.flat_map(|(_, roles)| *roles)
        .map(|role| identifier(["role", role]))
        .collect()
}

/// The roles and posts that the letter gives a person.
fn roles(person: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    let leading = LEADING.iter().map(|(property, _)| *property);
    let stated = leading.filter(|property| !reading.stated(person, *property).is_empty());
    let mut roles: Vec<NamedNode> = stated.flat_map(roles_of).collect();
    if !reading.stated_of(person, cg::CONTACT_PERSON).is_empty() {
        roles.push(identifier(["role", "contact"]));
    }
    for post in posts(person, reading) {
        roles.extend(reading.nodes_or_known(post.as_ref(), org::ROLE_OF));
        roles.push(post);
    }
    for membership in memberships(person, reading) {
        roles.extend(reading.nodes(membership.as_ref(), org::ROLE_OF));
    }
    roles
}

/// The bodies that the letter places a person in.
fn bodies(person: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    let mut bodies = reading.nodes(person, cg::AFFILIATED_WITH);
    bodies.extend(reading.nodes(person, org::MEMBER_OF));
    for (property, _) in LEADING {
        bodies.extend(reading.nodes(person, *property));
    }
    for post in posts(person, reading) {
        bodies.extend(reading.nodes_or_known(post.as_ref(), org::POST_IN));
    }
    for membership in memberships(person, reading) {
        bodies.extend(reading.nodes(membership.as_ref(), org::ORGANIZATION_OF));
    }
    bodies
}

/// The countries that a person speaks for or whose organization a person belongs to.
fn countries(person: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    let mut countries = reading.nodes(person, cg::REPRESENTS);
    for body in reading.nodes(person, cg::AFFILIATED_WITH) {
        countries.extend(reading.nodes_or_known(body.as_ref(), cg::IN_COUNTRY));
    }
    countries
}

/// The posts held; of one who signs and holds none, the posts signed for.
fn posts(person: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    let held = reading.nodes(person, org::HOLDS);
    let signed = reading.stated_of(person, cg::SIGNED_BY);
    if !held.is_empty() || signed.is_empty() {
        return held;
    }
    reading.nodes(reading.circular(), cg::SIGNED_AS)
}

fn memberships(person: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    let stated = reading.stated_of(person, org::MEMBER).into_iter();
    stated.map(|fact| fact.subject.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::LEADING;
    use crate::knowledge::Knowledge;
    use crate::namespace::identifier;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_role_is_known_to_the_vocabulary() {
        let vocabulary = Vocabulary::load(&Knowledge::embedded()).expect("the vocabulary is sound");
        let roles = LEADING.iter().flat_map(|(_, roles)| *roles);
        for role in roles.chain(&["contact"]) {
            assert!(
                vocabulary
                    .by_iri(identifier(["role", role]).as_ref())
                    .is_some(),
                "{role}"
            );
        }
    }
}
