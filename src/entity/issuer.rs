//! Which office a letter comes from, where its head names the Union and the office one below the other.

use super::Fact;
use crate::namespace::{cg, org};
use crate::vocabulary::Vocabulary;
use oxigraph::model::{NamedNode, Term};

/// The farthest that an office lies below the whole.
const LEVELS: usize = 4;

/// True if one organization is a part of another one.
fn is_within(part: &NamedNode, whole: &NamedNode, vocabulary: &Vocabulary) -> bool {
    let above = |body: &NamedNode| vocabulary.node(body.as_ref(), org::SUB_ORGANIZATION_OF);
    std::iter::successors(above(part), above)
        .take(LEVELS)
        .any(|body| body == *whole)
}

/// Of several organizations those that no other one is a part of.
pub(super) fn offices(stated: &[NamedNode], vocabulary: &Vocabulary) -> Vec<NamedNode> {
    let is_whole = |body: &&NamedNode| {
        let mut others = stated.iter();
        others.any(|other| is_within(other, body, vocabulary))
    };
    stated
        .iter()
        .filter(|body| !is_whole(body))
        .cloned()
        .collect()
}

/// The facts without those by which a whole issues a letter that an office of it issues.
pub(super) fn without_wholes(facts: Vec<Fact>, vocabulary: &Vocabulary) -> Vec<Fact> {
    let issued = |fact: &Fact| match &fact.object {
        Term::NamedNode(issuer) if fact.predicate == cg::ISSUED_BY => {
            Some((fact.subject.clone(), issuer.clone()))
        }
        _ => None,
    };
    let stated: Vec<(NamedNode, NamedNode)> = facts.iter().filter_map(issued).collect();
    let is_kept = |fact: &Fact| {
        issued(fact).is_none_or(|(letter, issuer)| {
            let mut others = stated.iter().filter(|(other, _)| *other == letter);
            !others.any(|(_, office)| is_within(office, &issuer, vocabulary))
        })
    };
    facts.into_iter().filter(is_kept).collect()
}
