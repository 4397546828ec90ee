//! A network as GraphML, for programs that lay out and measure networks.

use crate::namespace::shorten;
use crate::network::Network;
use std::fmt::Write;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="all" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="date" for="node" attr.name="date" attr.type="string"/>
  <key id="property" for="edge" attr.name="property" attr.type="string"/>
  <graph id="circugraph" edgedefault="directed">
"#;

/// The network with the label, kind and date of each thing and the property of each fact.
pub(super) fn graphml(network: &Network) -> Vec<u8> {
    let mut text = HEAD.to_owned();
    for node in network.graph.node_weights() {
        let id = escape(&shorten(node.iri.as_str()));
        let kind = format!("{:?}", node.kind).to_lowercase();
        text += &format!(
            "    <node id=\"{id}\">{}{}",
            data("label", &node.label),
            data("kind", &kind)
        );
        if let Some(date) = &node.detail {
            text += &data("date", date);
        }
        text += "</node>\n";
    }
    for index in network.graph.edge_indices() {
        let Some((from, to)) = network.graph.edge_endpoints(index) else {
            continue;
        };
        let edge = &network.graph[index];
        let [from, to] = [from, to].map(|end| escape(&shorten(network.graph[end].iri.as_str())));
        let property = shorten(edge.predicate.as_str());
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "    <edge source=\"{from}\" target=\"{to}\">{}{}</edge>",
            data("label", &edge.label),
            data("property", &property)
        );
    }
    text += "  </graph>\n</graphml>\n";
    text.into_bytes()
}

fn data(key: &str, value: &str) -> String {
    format!("<data key=\"{key}\">{}</data>", escape(value))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
