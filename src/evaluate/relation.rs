//! Relations: what the gold states in so many words, and what its other parts state.

use super::alignment::Alignment;
use super::gold::{RELATIONS, RelationKind};
use super::implication::Implication;
use super::ledger::{Ledger, Unit};
use super::score::Category;
use crate::entity::Fact;
use oxigraph::model::{NamedNode, Term};

/// Compares every relation of the gold, and counts those that it does not have and does not say
/// otherwise either. What it only says otherwise is counted there.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let reading = alignment.reading;
    let stated: Vec<Stated<'_>> = reading
        .facts()
        .iter()
        .filter_map(|fact| {
            let kind = RELATIONS
                .iter()
                .find(|kind| kind.property == fact.predicate.as_ref())?;
            let Term::NamedNode(object) = &fact.object else {
                return None;
            };
            Some(Stated {
                kind: *kind,
                subject: &fact.subject,
                object,
                fact,
            })
        })
        .collect();
    for relation in &alignment.gold.relations {
        let is_found = stated.iter().any(|stated| {
            stated.kind == relation.relation
                && alignment.means(stated.subject.as_ref(), &relation.subject)
                && alignment.means(stated.object.as_ref(), &relation.object)
        });
        let unit = Unit {
            category: Category::Relations,
            item: &relation.subject,
            field: relation.relation.name,
        };
        ledger.check(unit, &relation.object, is_found);
    }
    let mut seen = Vec::new();
    for fact in &stated {
        // What is stated of an edition is stated of the work.
        let work = |iri: &NamedNode| reading.work_of(iri.as_ref()).unwrap_or_else(|| iri.clone());
        let triple = (work(fact.subject), fact.kind.name, work(fact.object));
        let implication = Implication {
            alignment,
            subject: fact.subject.as_ref(),
            object: fact.object.as_ref(),
        };
        let is_said = is_expected(alignment, fact) || implication.holds(fact.kind.property);
        ledger.judge(fact.fact, is_said);
        if is_said || seen.contains(&triple) {
            continue;
        }
        let subject = reading.names.label(triple.0.as_ref());
        let unit = Unit {
            category: Category::Relations,
            item: subject,
            field: fact.kind.name,
        };
        ledger.add_spurious(
            unit,
            reading.names.label(triple.2.as_ref()).to_owned(),
            fact.fact.evidence.span,
        );
        seen.push(triple);
    }
}

/// A fact that a relation of the format can state.
struct Stated<'a> {
    kind: RelationKind,
    subject: &'a NamedNode,
    object: &'a NamedNode,
    fact: &'a Fact,
}

fn is_expected(alignment: &Alignment<'_>, fact: &Stated<'_>) -> bool {
    alignment.gold.relations.iter().any(|relation| {
        fact.kind == relation.relation
            && alignment.means(fact.subject.as_ref(), &relation.subject)
            && alignment.means(fact.object.as_ref(), &relation.object)
    })
}
