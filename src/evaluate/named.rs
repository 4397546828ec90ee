//! What the letter names or gives as an address: organizations, places, addresses.

use super::alignment::Alignment;
use super::ledger::{Ledger, Unit};
use super::score::Category;
use super::value::is_same_address;
use crate::namespace::{cg, org};
use oxigraph::model::NamedNode;

/// Compares every list of them.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let gold = alignment.gold;
    let reading = alignment.reading;
    let mut things: Vec<NamedNode> = reading
        .all_mentioned()
        .map(|entity| entity.iri.clone())
        .collect();
    // Who names the Director of a Bureau names the Bureau.
    let posts = reading.mentioned("Post");
    let bodies: Vec<NamedNode> = posts
        .flat_map(|post| reading.known(post.iri.as_ref(), org::POST_IN))
        .collect();
    things.extend(bodies);
    // A circular of a Bureau's series is that Bureau's, whether the letterhead says so or not.
    things.extend(reading.nodes(reading.circular(), cg::ISSUED_BY));
    let is_named = |name: &str| {
        things
            .iter()
            .any(|thing| alignment.means(thing.as_ref(), name))
    };
    let is_written = |address: &str| {
        reading
            .all_words()
            .any(|words| is_same_address(words, address))
    };
    list(
        ledger,
        Category::Organizations,
        &gold.organizations,
        is_named,
    );
    list(ledger, Category::Places, &gold.places, is_named);
    list(ledger, Category::Urls, &gold.urls, is_written);
    list(ledger, Category::Emails, &gold.emails, is_written);
}

fn list(
    ledger: &mut Ledger<'_>,
    category: Category,
    names: &[String],
    is_found: impl Fn(&str) -> bool,
) {
    for name in names {
        ledger.check(
            Unit {
                category,
                item: "",
                field: "",
            },
            name,
            is_found(name),
        );
    }
}
