//! Every quad of a store: N-Quads to compare and to load, TriG to read.

use crate::export::ExportError;
use crate::namespace::PREFIXES;
use crate::store::Store;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::Quad;
use std::io;

/// One line for each quad, sorted by its bytes, so that two stores can be compared line by line.
pub(super) fn nquads(store: &Store) -> Result<Vec<u8>, ExportError> {
    let mut writer = RdfSerializer::from_format(RdfFormat::NQuads).for_writer(Vec::new());
    for quad in store.quads() {
        writer.serialize_quad(&quad?)?;
    }
    let bytes = writer.finish()?;
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

/// A block for each graph, with the usual prefixes.
pub(super) fn trig(store: &Store) -> Result<Vec<u8>, ExportError> {
    let mut quads = store.quads().collect::<Result<Vec<Quad>, _>>()?;
    quads.sort_by_cached_key(|quad| {
        let graph = quad.graph_name.to_string();
        (
            graph,
            quad.subject.to_string(),
            quad.predicate.to_string(),
            quad.object.to_string(),
        )
    });
    let mut serializer = RdfSerializer::from_format(RdfFormat::TriG);
    for (prefix, base) in PREFIXES {
        serializer = serializer
            .with_prefix(*prefix, *base)
            .map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for quad in &quads {
        writer.serialize_quad(quad)?;
    }
    Ok(writer.finish()?)
}
