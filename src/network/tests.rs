//! A network of one letter: what it keeps, what it leaves out, and how far a neighbourhood goes.

use crate::namespace::identifier;
use crate::network::{Kind, Network};
use crate::store::Store;
use crate::store::name::Names;
use oxigraph::io::{RdfFormat, RdfParser};

const LETTERS: &str = include_str!("../../tests/graphs/letters.trig");

fn whole(language: &str) -> Network {
    let store = Store::memory().expect("a store in memory");
    let quads = RdfParser::from_format(RdfFormat::TriG)
        .for_slice(LETTERS)
        .collect::<Result<Vec<_>, _>>()
        .expect("well formed");
    store.replace_graphs(&quads).expect("stored");
    let names = Names::read(&store).expect("names");
    Network::whole(&store, &names, language).expect("read")
}

fn labels(network: &Network) -> Vec<&str> {
    network
        .graph
        .node_weights()
        .map(|node| node.label.as_str())
        .collect()
}

#[test]
fn nodes_are_things_with_labels_in_the_language() {
    let network = whole("fr");
    assert!(labels(&network).contains(&"Circulaire TSB 91"));
    assert!(
        network
            .graph
            .node_weights()
            .all(|node| !node.iri.as_str().contains("/passage/"))
    );
    assert!(
        network
            .graph
            .edge_weights()
            .any(|edge| edge.label == "préside")
    );
    assert!(network.graph.edge_weights().any(|edge| edge.is_background));
    assert!(
        network
            .graph
            .node_weights()
            .all(|node| node.kind != Kind::Other)
    );
}

#[test]
fn a_mention_gives_way_to_a_stronger_fact() {
    let network = whole("en");
    let mentions = network
        .graph
        .edge_weights()
        .filter(|edge| edge.is_mention())
        .count();
    assert_eq!(
        mentions, 2,
        "of TSAG and of Resolution 64, not of the group that is announced"
    );
}

#[test]
fn a_neighbourhood_grows_with_its_depth() {
    let network = whole("en");
    let group = identifier(["group", "jca-net"]);
    let near = network.around(group.as_ref(), 1);
    assert!(labels(&near).contains(&"Ada Okoye") && !labels(&near).contains(&"Geneva"));
    let far = network.around(group.as_ref(), 2);
    assert!(labels(&far).contains(&"Geneva"));
    assert!(!labels(&network.around(group.as_ref(), 5)).contains(&"CL-14/7"));
    let nothing = network.around(identifier(["group", "none"]).as_ref(), 2);
    assert_eq!(nothing.graph.node_count(), 0);
}
