//! A network as a drawing in Graphviz' language.
//!
//! Kinds differ in shape as well as in colour; the colours are tints of a palette that people with
//! any sight tell apart (Okabe and Ito). A legend names the kinds that occur.

use crate::network::{Kind, Network, Node};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// How a kind is drawn: shape, style, fill, line.
struct Look {
    shape: &'static str,
    style: &'static str,
    fill: &'static str,
    line: &'static str,
}

/// Fonts for Latin, Chinese and Arabic; the first that the machine has is taken for each character.
const FONTS: &str =
    "Noto Sans,Noto Sans CJK SC,Noto Sans Arabic,DejaVu Sans,Helvetica,Arial,sans-serif";

/// Columns of a label line; Chinese characters take two.
const LABEL_WIDTH: usize = 24;

/// The drawing; nodes and edges in the order of the network.
pub(super) fn dot(network: &Network) -> Vec<u8> {
    let mut text = format!(
        "digraph circugraph {{\n  graph [rankdir=LR, bgcolor=\"white\", fontname=\"{FONTS}\", nodesep=0.28, ranksep=0.9, pad=0.3];\n  \
         node [fontname=\"{FONTS}\", fontsize=11, margin=\"0.14,0.07\", penwidth=1.2];\n  \
         edge [fontname=\"{FONTS}\", fontsize=9, color=\"#777777\", fontcolor=\"#444444\", arrowsize=0.7];\n\n"
    );
    for index in network.graph.node_indices() {
        text += &node_line(index, &network.graph[index]);
    }
    text += "\n";
    for ((from, to), facts) in edges(network) {
        text += &facts.line(from, to);
    }
    text += &legend(network);
    text += "}\n";
    text.into_bytes()
}

/// The facts that tie one thing to another, drawn as one arrow.
#[derive(Default)]
struct Facts {
    labels: BTreeSet<String>,
    is_background: bool,
    is_mention: bool,
}

impl Facts {
    fn line(&self, from: NodeIndex, to: NodeIndex) -> String {
        let labels: Vec<String> = self.labels.iter().map(|label| quoted_part(label)).collect();
        let style = match (self.is_mention, self.is_background) {
            (true, _) => ", style=dotted",
            (_, true) => ", style=dashed",
            _ => "",
        };
        format!(
            "  n{} -> n{} [label=\" {} \"{style}];\n",
            from.index(),
            to.index(),
            labels.join("\\n")
        )
    }
}

/// All facts from one thing to another together; dashed only when no letter states any of them.
fn edges(network: &Network) -> BTreeMap<(NodeIndex, NodeIndex), Facts> {
    let mut edges: BTreeMap<(NodeIndex, NodeIndex), Facts> = BTreeMap::new();
    for index in network.graph.edge_indices() {
        let Some(ends) = network.graph.edge_endpoints(index) else {
            continue;
        };
        let edge = &network.graph[index];
        let facts = edges.entry(ends).or_insert_with(|| Facts {
            is_background: true,
            is_mention: true,
            ..Facts::default()
        });
        facts.labels.insert(edge.label.clone());
        facts.is_background &= edge.is_background;
        facts.is_mention &= edge.is_mention();
    }
    edges
}

fn node_line(index: NodeIndex, node: &Node) -> String {
    let look = look(node.kind);
    let mut lines = wrap(&node.label, LABEL_WIDTH);
    lines.extend(node.detail.clone());
    let label: Vec<String> = lines.iter().map(|line| quoted_part(line)).collect();
    let emphasis = if node.is_center { ", penwidth=3" } else { "" };
    format!(
        "  n{} [label=\"{}\", {}{emphasis}, tooltip=\"{}\"];\n",
        index.index(),
        label.join("\\n"),
        attributes(&look),
        quoted_part(node.iri.as_str())
    )
}

fn attributes(look: &Look) -> String {
    format!(
        "shape={}, style=\"{}\", fillcolor=\"{}\", color=\"{}\"",
        look.shape, look.style, look.fill, look.line
    )
}

/// One small node for each kind that occurs, in a frame of its own.
fn legend(network: &Network) -> String {
    let kinds: BTreeSet<Kind> = network.graph.node_weights().map(|node| node.kind).collect();
    let mut text =
        "\n  subgraph cluster_legend {\n    style=rounded; color=\"#BBBBBB\"; margin=10;\n    \
                    node [fontsize=9, height=0.25, margin=\"0.08,0.04\"];\n"
            .to_owned();
    for (place, kind) in kinds.iter().enumerate() {
        let label = network.kind_labels.get(kind).map_or("…", String::as_str);
        text += &format!(
            "    legend{place} [label=\"{}\", {}];\n",
            quoted_part(label),
            attributes(&look(*kind))
        );
    }
    text + "  }\n"
}

/// One line for each kind.
fn look(kind: Kind) -> Look {
    let (shape, style, fill, line) = match kind {
        Kind::Letter => ("note", "filled", "#FBF6C6", "#A89B00"),
        Kind::Group => ("box", "filled,rounded", "#CDEBE1", "#009E73"),
        Kind::Meeting => ("octagon", "filled", "#FBE6BF", "#C98A00"),
        Kind::Person => ("ellipse", "filled", "#F3DDE9", "#B8558D"),
        Kind::Post => ("ellipse", "filled,dashed", "#FBF3F8", "#B8558D"),
        Kind::Audience => ("box", "filled,dashed", "#EAF2F8", "#0072B2"),
        Kind::Organization => ("box", "filled", "#CFE3F1", "#0072B2"),
        Kind::Document => ("tab", "filled", "#ECECEC", "#666666"),
        Kind::Deadline => ("box3d", "filled", "#F8DCC9", "#D55E00"),
        Kind::Place => ("house", "filled", "#DDF0FC", "#3A92C4"),
        Kind::Other => ("box", "filled", "#FFFFFF", "#999999"),
    };
    Look {
        shape,
        style,
        fill,
        line,
    }
}

/// Lines of at most `width` columns, broken at spaces and anywhere in Chinese.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut filled = 0;
    for piece in pieces(text) {
        let needed: usize = piece.chars().map(columns).sum();
        if filled > 0 && filled + needed > width {
            lines.push(String::new());
            filled = 0;
        }
        if let Some(line) = lines.last_mut() {
            let piece = if filled == 0 {
                piece.trim_start()
            } else {
                piece
            };
            line.push_str(piece);
            filled += piece.chars().map(columns).sum::<usize>();
        }
    }
    lines
}

/// Words with the space before them, and single Chinese characters.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut after_wide = false;
    for (offset, character) in text.char_indices() {
        let is_wide = columns(character) == 2;
        if offset > start && (character == ' ' || is_wide || after_wide) {
            pieces.push(&text[start..offset]);
            start = offset;
        }
        after_wide = is_wide;
    }
    pieces.push(&text[start..]);
    pieces
}

fn columns(character: char) -> usize {
    if matches!(character, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}')
    {
        2
    } else {
        1
    }
}

/// Text inside the quotation marks of a DOT string.
fn quoted_part(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    text.join(" ").replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::{quoted_part, wrap};

    #[test]
    fn labels_are_broken_where_they_may_be() {
        assert_eq!(
            wrap("World Telecommunication Standardization Assembly", 24),
            ["World Telecommunication", "Standardization Assembly"]
        );
        assert_eq!(
            wrap("2012年世界电信标准化全会", 12),
            ["2012年世界电", "信标准化全会"]
        );
        assert_eq!(wrap("", 12), [""]);
    }

    #[test]
    fn quotation_marks_do_not_end_a_label() {
        assert_eq!(quoted_part("a \"b\"\n\\c"), "a \\\"b\\\" \\\\c");
    }
}
