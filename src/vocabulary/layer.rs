//! A user's names laid over those that are known.
//!
//! A file of names is a layer: its labels come before the labels below it, its other names stand
//! beside them, and what else it states of a thing takes the place of what was stated.

use crate::namespace::{cg, rdfs, skos};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Term, Triple};
use std::collections::HashSet;

/// Names of which a thing may have any number, in one language too.
const ADDED: &[NamedNodeRef<'_>] = &[
    skos::NOTATION,
    skos::ALT_LABEL,
    skos::HIDDEN_LABEL,
    cg::CONTEXTUAL_NAME,
];

/// Makes of the labels that `own` gives anew other names, and drops the values that it replaces.
pub(super) fn make_way(below: &mut Vec<Triple>, own: &[Triple]) {
    let mut labelled = HashSet::new();
    let mut stated = HashSet::new();
    for triple in own {
        if triple.predicate == rdfs::LABEL {
            labelled.insert((&triple.subject, language(&triple.object)));
        } else if !ADDED.contains(&triple.predicate.as_ref()) {
            stated.insert((&triple.subject, &triple.predicate));
        }
    }
    below.retain(|triple| !stated.contains(&(&triple.subject, &triple.predicate)));
    let is_replaced =
        |subject: &NamedOrBlankNode, label: &Term| labelled.contains(&(subject, language(label)));
    for triple in below.iter_mut() {
        if triple.predicate == rdfs::LABEL && is_replaced(&triple.subject, &triple.object) {
            triple.predicate = skos::ALT_LABEL.into_owned();
        }
    }
}

fn language(label: &Term) -> Option<&str> {
    match label {
        Term::Literal(literal) => literal.language(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::make_way;
    use oxigraph::io::{RdfFormat, RdfParser};
    use oxigraph::model::Triple;

    fn triples(turtle: &str) -> Vec<Triple> {
        let turtle = format!(
            "@base <https://w3id.org/circugraph/id/> .
             @prefix cg: <https://w3id.org/circugraph/ontology#> .
             @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
             @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
             {turtle}"
        );
        let parser = RdfParser::from_format(RdfFormat::Turtle);
        let quads = parser.for_slice(turtle.as_bytes());
        quads
            .map(|quad| Triple::from(quad.expect("well-formed Turtle")))
            .collect()
    }

    #[test]
    fn labels_and_values_make_way_and_names_stay() {
        let mut below = triples(
            "<city/bern> rdfs:label \"Bern\"@en , \"Berne\"@fr ; skos:altLabel \"Berna\"@es ;
                cg:inCountry <country/de> .",
        );
        let own = triples(
            "<city/bern> rdfs:label \"Berne\"@en ; skos:altLabel \"Bärn\" ; cg:inCountry <country/ch> .",
        );
        make_way(&mut below, &own);
        let left = triples(
            "<city/bern> skos:altLabel \"Bern\"@en . <city/bern> rdfs:label \"Berne\"@fr .
             <city/bern> skos:altLabel \"Berna\"@es .",
        );
        assert_eq!(below, left);
    }
}
