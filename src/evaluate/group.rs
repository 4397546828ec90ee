//! Groups: what, who leads them, where they come from and to whom they answer.

use super::alignment::{Alignment, pair};
use super::gold::GoldGroup;
use super::ledger::{Ledger, Unit};
use super::name::is_same_name;
use super::reading::Reading;
use super::score::Category;
use super::value::literal;
use crate::namespace::{cg, local, org};
use crate::vocabulary::matcher::comparable;
use oxigraph::model::{NamedNode, NamedNodeRef};

/// A key of the format whose values are people or things.
struct Field {
    key: &'static str,
    values: fn(&GoldGroup) -> &Vec<String>,
    property: NamedNodeRef<'static>,
    group: End,
}

/// The end of the property at which the group stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Subject,
    Object,
}

const FIELDS: &[Field] = &[
    Field {
        key: "chairs",
        values: |item| &item.chairs,
        property: cg::CHAIRS,
        group: End::Object,
    },
    Field {
        key: "vice_chairs",
        values: |item| &item.vice_chairs,
        property: cg::VICE_CHAIRS,
        group: End::Object,
    },
    Field {
        key: "convenor",
        values: |item| &item.convenor,
        property: cg::CONVENES,
        group: End::Object,
    },
    Field {
        key: "parent",
        values: |item| &item.parent,
        property: org::SUB_ORGANIZATION_OF,
        group: End::Subject,
    },
    Field {
        key: "reports_to",
        values: |item| &item.reports_to,
        property: cg::REPORTS_TO,
        group: End::Subject,
    },
    Field {
        key: "established_by",
        values: |item| &item.established_by,
        property: cg::ESTABLISHED_BY,
        group: End::Subject,
    },
    Field {
        key: "implements",
        values: |item| &item.implements,
        property: cg::IMPLEMENTS,
        group: End::Subject,
    },
];

/// What each group of the gold is.
pub(super) fn align(items: &[GoldGroup], reading: &Reading<'_>) -> Vec<Option<NamedNode>> {
    let things = reading.of_kind("Group");
    pair(items.len(), &things, |item, thing| {
        fit(&items[item], thing, reading)
    })
}

/// A name tells most; without it, the kind with whatever is stated of it.
fn fit(item: &GoldGroup, thing: NamedNodeRef<'_>, reading: &Reading<'_>) -> u32 {
    let is_named = item
        .name
        .as_ref()
        .is_some_and(|name| reading.is_called(thing, name))
        || item
            .acronym
            .as_ref()
            .is_some_and(|acronym| reading.is_called(thing, acronym));
    let has_acronym = item
        .acronym
        .as_ref()
        .is_some_and(|acronym| has_acronym(thing, acronym, reading));
    let is_of_kind = item
        .kind
        .as_ref()
        .is_some_and(|kind| reading.is_of_kind_called(thing, kind));
    let is_called = |node: &NamedNode, names: &[String]| {
        names
            .iter()
            .any(|name| reading.is_called(node.as_ref(), name))
    };
    let agreeing = FIELDS.iter().filter(|field| {
        let names = (field.values)(item);
        others(field, thing, reading)
            .iter()
            .any(|node| is_called(node, names))
    });
    let agreeing = u32::try_from(agreeing.count()).unwrap_or(0);
    match (is_named, is_of_kind) {
        (true, _) => 20 + agreeing,
        (false, _) if has_acronym => 10 + agreeing,
        (false, true) => agreeing,
        (false, false) => 0,
    }
}

/// True when the acronym is a name of the group, or what its identifier ends with: several sectors
/// have an SG5.
fn has_acronym(thing: NamedNodeRef<'_>, acronym: &str, reading: &Reading<'_>) -> bool {
    let tail = local(thing).and_then(|path| path.rsplit('/').next());
    reading.is_called(thing, acronym) || tail.is_some_and(|tail| is_same_name(tail, acronym))
}

/// What the letter states at the other end of a property, and for a parent what is known of it.
fn others(field: &Field, thing: NamedNodeRef<'_>, reading: &Reading<'_>) -> Vec<NamedNode> {
    match field.group {
        End::Subject => reading.nodes(thing, field.property),
        End::Object => {
            let stated = reading.stated_of(thing, field.property).into_iter();
            stated.map(|fact| fact.subject.clone()).collect()
        }
    }
}

/// Compares every group of the gold.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    for (item, thing) in alignment.gold.groups.iter().zip(&alignment.groups) {
        compare_one(alignment, item, thing.as_ref(), ledger);
    }
}

fn compare_one(
    alignment: &Alignment<'_>,
    item: &GoldGroup,
    thing: Option<&NamedNode>,
    ledger: &mut Ledger<'_>,
) {
    let reading = alignment.reading;
    let label = item
        .acronym
        .as_deref()
        .or(item.name.as_deref())
        .unwrap_or("group");
    let unit = |field| Unit {
        category: Category::Groups,
        item: label,
        field,
    };
    let is =
        |check: &dyn Fn(NamedNodeRef<'_>) -> bool| thing.is_some_and(|thing| check(thing.as_ref()));
    ledger.check(unit(""), label, thing.is_some());
    if let Some(acronym) = &item.acronym {
        ledger.check(
            unit("acronym"),
            acronym,
            is(&|thing| has_acronym(thing, acronym, reading)),
        );
    }
    if let Some(name) = &item.name {
        ledger.check(
            unit("name"),
            name,
            is(&|thing| reading.is_called(thing, name)),
        );
    }
    if let Some(kind) = &item.kind {
        ledger.check(
            unit("kind"),
            kind,
            is(&|thing| reading.is_of_kind_called(thing, kind)),
        );
    }
    for field in FIELDS {
        for name in (field.values)(item) {
            let is_found = is(&|thing| {
                others(field, thing, reading)
                    .iter()
                    .any(|node| alignment.means(node.as_ref(), name))
            });
            ledger.check(unit(field.key), name, is_found);
        }
    }
    for address in &item.mailing_list {
        let is_found = is(&|thing| {
            let stated = reading.stated(thing, cg::MAILING_LIST);
            stated
                .iter()
                .any(|fact| comparable(literal(fact)).contains(&comparable(address)))
        });
        ledger.check(unit("mailing_list"), address, is_found);
    }
}
