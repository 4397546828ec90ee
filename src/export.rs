//! The store, or a part of it as a network, as bytes for other programs.
//!
//! [`EXPORTERS`] lists the formats, one line each. An exporter opens no file, and the same store
//! always gives the same bytes.

mod dot;
mod graphml;
mod quads;

use crate::network::Network;
use crate::store::{Store, StoreError};

/// One format.
#[derive(Debug, Clone, Copy)]
pub struct Exporter {
    /// What the user calls it.
    pub name: &'static str,
    /// The ending of its files.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// How it is made, and of what.
    pub make: Make,
}

/// What an exporter turns into bytes.
#[derive(Debug, Clone, Copy)]
pub enum Make {
    /// Things and facts, the whole or a neighbourhood.
    OfNetwork(fn(&Network) -> Vec<u8>),
    /// Every quad, evidence and all.
    OfStore(fn(&Store) -> Result<Vec<u8>, ExportError>),
}

/// Why a store could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The writer of the format refused.
    #[error("the store cannot be written in that format")]
    Refused(#[from] std::io::Error),
}

/// Every format; the first is the one that is used unless another is asked for.
pub const EXPORTERS: &[Exporter] = &[
    Exporter {
        name: "dot",
        extension: "dot",
        media_type: "text/vnd.graphviz",
        purpose: "a drawing by Graphviz",
        make: Make::OfNetwork(dot::dot),
    },
    Exporter {
        name: "graphml",
        extension: "graphml",
        media_type: "application/graphml+xml",
        purpose: "a network for Gephi, yEd, Cytoscape",
        make: Make::OfNetwork(graphml::graphml),
    },
    Exporter {
        name: "nquads",
        extension: "nq",
        media_type: "application/n-quads",
        purpose: "every quad of the store, sorted",
        make: Make::OfStore(quads::nquads),
    },
    Exporter {
        name: "trig",
        extension: "trig",
        media_type: "application/trig",
        purpose: "every quad of the store, for people to read",
        make: Make::OfStore(quads::trig),
    },
];

/// The format of that name.
pub fn by_name(name: &str) -> Option<Exporter> {
    EXPORTERS
        .iter()
        .copied()
        .find(|exporter| exporter.name == name)
}

/// The format of files with that ending (without its dot); `gv` is another ending of DOT.
pub fn by_extension(extension: &str) -> Option<Exporter> {
    let extension = if extension == "gv" { "dot" } else { extension };
    EXPORTERS
        .iter()
        .copied()
        .find(|exporter| exporter.extension == extension)
}

#[cfg(test)]
mod tests;
