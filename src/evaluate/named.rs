//! What the letter names or gives as an address: organizations, places, addresses.

use super::alignment::Alignment;
use super::ledger::{Ledger, Unit};
use super::score::Category;
use super::value::is_same_address;
use crate::namespace::org;
use oxigraph::model::NamedNode;

/// Compares every list of them.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let gold = alignment.gold;
    let reading = alignment.reading;
    let mut things: Vec<NamedNode> = reading.all_mentioned().map(|entity| entity.iri.clone()).collect();
    // Who names the Director of a Bureau names the Bureau.
    let posts = reading.mentioned("Post");
    let bodies: Vec<NamedNode> = posts.flat_map(|post| reading.known(post.iri.as_ref(), org::POST_IN)).collect();
    things.extend(bodies);
    let is_named = |name: &str| things.iter().any(|thing| alignment.means(thing.as_ref(), name));
    let is_written = |address: &str| reading.all_words().any(|words| is_same_address(words, address));
    let lists: [(Category, &[String], &dyn Fn(&str) -> bool); 4] = [
        (Category::Organizations, &gold.organizations, &is_named),
        (Category::Places, &gold.places, &is_named),
        (Category::Urls, &gold.urls, &is_written),
        (Category::Emails, &gold.emails, &is_written),
    ];
    for (category, names, is_found) in lists {
        for name in names {
            ledger.check(Unit { category, item: "", field: "" }, name, is_found(name));
        }
    }
}
