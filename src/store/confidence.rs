//! A store as it would be without the facts that its letters state with little confidence.

use crate::namespace::{DESCRIPTIONS, cg, rdf, vocabulary_graph};
use crate::store::{Store, StoreError, everywhere};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, Triple};
use std::collections::{HashMap, HashSet};

impl Store {
    /// A copy in memory without the facts that no letter states with at least that confidence (from 0
    /// to 1), and without what only tells of them. A fact counts with the best confidence that any
    /// letter states it with, and keeps all its evidence. Classes and names stay, and what the
    /// vocabulary states.
    ///
    /// Reads the whole store: some seconds for 300 letters.
    pub fn confident(&self, least: f64) -> Result<Self, StoreError> {
        let weak = Weak::of(self, least)?;
        let copy = Self::memory()?;
        let mut quads = Vec::new();
        for quad in self.quads() {
            let quad = quad?;
            if !weak.holds(&quad) {
                quads.push(everywhere(quad.as_ref()).into_owned());
                quads.push(quad);
            }
        }
        copy.database.extend(quads)?;
        Ok(copy)
    }
}

/// What is to be left out.
struct Weak {
    facts: HashSet<Triple>,
    /// The reifiers of those facts, and the passages that state nothing else.
    witnesses: HashSet<NamedOrBlankNode>,
    vocabulary: GraphName,
}

impl Weak {
    fn of(store: &Store, least: f64) -> Result<Self, StoreError> {
        let mut sure: HashSet<NamedOrBlankNode> = HashSet::new();
        for triple in store.triples_with(cg::CONFIDENCE) {
            let triple = triple?;
            if confidence(&triple.object).is_none_or(|confidence| confidence >= least) {
                sure.insert(triple.subject);
            }
        }
        let mut reifiers: HashMap<Triple, Vec<NamedOrBlankNode>> = HashMap::new();
        for triple in store.triples_with(rdf::REIFIES) {
            let triple = triple?;
            if let Term::Triple(fact) = triple.object {
                reifiers.entry(*fact).or_default().push(triple.subject);
            }
        }
        let mut facts = HashSet::new();
        let mut witnesses = HashSet::new();
        for (fact, reifiers) in reifiers {
            let describes = DESCRIPTIONS.contains(&fact.predicate.as_ref());
            if !describes && !reifiers.iter().any(|reifier| sure.contains(reifier)) {
                facts.insert(fact);
                witnesses.extend(reifiers);
            }
        }
        let (mut of_weak, mut of_others) = (HashSet::new(), HashSet::new());
        for triple in store.triples_with(cg::STATED_IN) {
            let triple = triple?;
            let cited = if witnesses.contains(&triple.subject) {
                &mut of_weak
            } else {
                &mut of_others
            };
            if let Term::NamedNode(passage) = triple.object {
                cited.insert(NamedOrBlankNode::from(passage));
            }
        }
        witnesses.extend(of_weak.difference(&of_others).cloned());
        Ok(Self {
            facts,
            witnesses,
            vocabulary: vocabulary_graph().into(),
        })
    }

    fn holds(&self, quad: &Quad) -> bool {
        if quad.graph_name == self.vocabulary {
            return false;
        }
        self.witnesses.contains(&quad.subject) || {
            let fact = Triple::from(quad.clone());
            self.facts.contains(&fact)
        }
    }
}

fn confidence(value: &Term) -> Option<f64> {
    match value {
        Term::Literal(literal) => literal.value().parse().ok(),
        _ => None,
    }
}
