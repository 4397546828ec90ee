//! The store as a network: things are nodes, facts between things are edges.
//!
//! [`Network`] leaves out what keeps the books (passages, files, versions, the facts about facts) and
//! turns dates into a detail of the thing that they belong to. Of the vocabulary it holds only what
//! ties together things that letters speak of. It draws nothing; that is the business of `export`.

mod kind;

pub use kind::{KINDS, Kind};

use crate::namespace::{ID, dcterms, schema, vocabulary_graph};
use crate::store::name::{Names, fold};
use crate::store::{Store, StoreError};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef};
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

/// Things and the facts that tie them together.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// Nodes in the order of their IRIs, edges in the order of their facts.
    pub graph: DiGraph<Node, Edge>,
    /// What each kind is called in the language of the labels.
    pub kind_labels: BTreeMap<Kind, String>,
}

/// One thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its identifier.
    pub iri: NamedNode,
    /// Its name.
    pub label: String,
    /// What it is, as far as a drawing tells things apart.
    pub kind: Kind,
    /// Its date or dates.
    pub detail: Option<String>,
    /// True for the thing that the network was cut out around.
    pub is_center: bool,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The property.
    pub predicate: NamedNode,
    /// Its name.
    pub label: String,
    /// True when no letter states the fact and the vocabulary does.
    pub is_background: bool,
}

impl Network {
    /// Everything that the letters in the store say of things, with labels in `language`.
    pub fn whole(store: &Store, names: &Names<'_>, language: &str) -> Result<Self, StoreError> {
        let facts = facts_between_things(store, names)?;
        let things: BTreeSet<NamedNode> = facts
            .iter()
            .flat_map(|fact| [fact.subject.clone(), fact.object.clone()])
            .collect();
        let details = details(store)?;
        let mut network = Self::default();
        let mut indices = BTreeMap::new();
        for thing in things {
            let index = network.graph.add_node(Node {
                label: full_label(names, thing.as_ref(), language),
                kind: Kind::of(names, thing.as_ref()),
                detail: details.get(&thing).cloned(),
                is_center: false,
                iri: thing.clone(),
            });
            indices.insert(thing, index);
        }
        for fact in facts {
            let edge = Edge {
                label: names.label_or_iri(fact.predicate.as_ref(), language),
                predicate: fact.predicate,
                is_background: fact.is_background,
            };
            network
                .graph
                .add_edge(indices[&fact.subject], indices[&fact.object], edge);
        }
        network.drop_weak_edges();
        network.kind_labels = kind::labels(names, language);
        Ok(network)
    }

    /// The things at most `depth` facts away from `center`, and the facts between them; nothing when
    /// the network does not hold it.
    ///
    /// The way does not lead on through cities, countries and audiences, which tie together what has
    /// nothing else in common; nor through mere mentions, except those of the center itself.
    pub fn around(&self, center: NamedNodeRef<'_>, depth: usize) -> Self {
        let Some(start) = self.find(center) else {
            return Self::default();
        };
        let near = self.reach(start, depth);
        let graph = self.graph.filter_map(
            |index, node| {
                near.contains(&index).then(|| Node {
                    is_center: index == start,
                    ..node.clone()
                })
            },
            |index, edge| {
                let (from, to) = self.graph.edge_endpoints(index)?;
                let is_kept = !edge.is_mention() || from == start || to == start;
                is_kept.then(|| edge.clone())
            },
        );
        Self {
            graph,
            kind_labels: self.kind_labels.clone(),
        }
    }

    /// The node of a thing.
    pub fn find(&self, thing: NamedNodeRef<'_>) -> Option<NodeIndex> {
        self.graph
            .node_indices()
            .find(|index| self.graph[*index].iri.as_ref() == thing)
    }

    fn reach(&self, start: NodeIndex, depth: usize) -> HashSet<NodeIndex> {
        let mut near = HashSet::from([start]);
        let mut open = VecDeque::from([(start, 0)]);
        while let Some((index, distance)) = open.pop_front() {
            let leads_on = index == start || !self.graph[index].kind.is_common_ground();
            if distance == depth || !leads_on {
                continue;
            }
            for direction in [Direction::Outgoing, Direction::Incoming] {
                for edge in self.graph.edges_directed(index, direction) {
                    if edge.weight().is_mention() && index != start {
                        continue;
                    }
                    let other = if edge.source() == index {
                        edge.target()
                    } else {
                        edge.source()
                    };
                    if near.insert(other) {
                        open.push_back((other, distance + 1));
                    }
                }
            }
        }
        near
    }

    /// Removes mere mentions between things that a fact with more to say ties together as well.
    fn drop_weak_edges(&mut self) {
        let tied: HashSet<(NodeIndex, NodeIndex)> = self
            .graph
            .edge_references()
            .filter(|edge| !edge.weight().is_mention())
            .flat_map(|edge| {
                [
                    (edge.source(), edge.target()),
                    (edge.target(), edge.source()),
                ]
            })
            .collect();
        self.graph.retain_edges(|graph, index| {
            let ends = graph.edge_endpoints(index);
            !graph[index].is_mention() || ends.is_none_or(|ends| !tied.contains(&ends))
        });
    }
}

impl Edge {
    /// True when the fact says no more than that a letter names a thing.
    pub fn is_mention(&self) -> bool {
        self.predicate.as_ref() == schema::MENTIONS
    }
}

/// The label with the acronym, unless one holds the other: `Telecommunication Development Advisory
/// Group (TDAG)`.
fn full_label(names: &Names<'_>, thing: NamedNodeRef<'_>, language: &str) -> String {
    let label = names.label_or_iri(thing, language);
    match names.notation(thing) {
        Some(code) if code.chars().count() > 2 && !fold(&label).contains(&fold(code)) => {
            format!("{label} ({code})")
        }
        _ => label,
    }
}

/// A fact between two things.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fact {
    subject: NamedNode,
    predicate: NamedNode,
    object: NamedNode,
    is_background: bool,
}

/// What letters state, and what the vocabulary knows between things that letters speak of; sorted.
fn facts_between_things(store: &Store, names: &Names<'_>) -> Result<Vec<Fact>, StoreError> {
    let mut facts = BTreeSet::new();
    let mut things = HashSet::new();
    for triple in store.facts()? {
        if let (Some(subject), Some(object)) = (
            thing(names, triple.subject.as_ref().into()),
            thing(names, triple.object.as_ref()),
        ) && subject != object
        {
            things.extend([subject.clone(), object.clone()]);
            let predicate = triple.predicate;
            facts.insert((subject, predicate, object));
        }
    }
    let mut all: Vec<Fact> = Vec::new();
    let vocabulary = vocabulary_graph();
    for quad in store.graph(vocabulary.as_ref())? {
        if let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(object)) =
            (quad.subject, quad.object)
            && things.contains(&subject)
            && things.contains(&object)
            && !facts.contains(&(subject.clone(), quad.predicate.clone(), object.clone()))
        {
            all.push(Fact {
                subject,
                predicate: quad.predicate,
                object,
                is_background: true,
            });
        }
    }
    all.extend(facts.into_iter().map(|(subject, predicate, object)| Fact {
        subject,
        predicate,
        object,
        is_background: false,
    }));
    all.sort();
    Ok(all)
}

/// The thing that a term stands for, unless it only keeps the books.
fn thing(names: &Names<'_>, term: TermRef<'_>) -> Option<NamedNode> {
    let TermRef::NamedNode(node) = term else {
        return None;
    };
    let is_thing = node.as_str().starts_with(ID) && !Kind::keeps_books(names, node);
    is_thing.then(|| node.into_owned())
}

/// The date or dates of each thing that has any, as `2014-10-20 – 2014-11-07`.
fn details(store: &Store) -> Result<BTreeMap<NamedNode, String>, StoreError> {
    let mut dates: BTreeMap<NamedNode, BTreeSet<String>> = BTreeMap::new();
    for property in [dcterms::ISSUED, schema::START_DATE, schema::END_DATE] {
        for triple in store.triples_with(property) {
            let triple = triple?;
            if let (NamedOrBlankNode::NamedNode(thing), Term::Literal(date)) =
                (triple.subject, triple.object)
            {
                let day: String = date.value().chars().take(10).collect();
                dates.entry(thing).or_default().insert(day);
            }
        }
    }
    let written = |dates: BTreeSet<String>| match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(only), _) => only.clone(),
        _ => String::new(),
    };
    Ok(dates
        .into_iter()
        .map(|(thing, dates)| (thing, written(dates)))
        .collect())
}

#[cfg(test)]
mod tests;
