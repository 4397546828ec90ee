//! A file of names to triples, its mistakes with their places.

use crate::diagnostic::FileError;
use crate::knowledge::KnowledgeFile;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;

/// The triples of a file, or the first mistake in it.
pub(super) fn parse(file: &KnowledgeFile) -> Result<Vec<Triple>, FileError> {
    read_turtle(file).collect()
}

/// Every mistake in the Turtle of a file.
pub(super) fn mistakes(file: &KnowledgeFile) -> Vec<FileError> {
    read_turtle(file).filter_map(Result::err).collect()
}

fn read_turtle(file: &KnowledgeFile) -> impl Iterator<Item = Result<Triple, FileError>> {
    let parser = RdfParser::from_format(RdfFormat::Turtle);
    let quads = parser.for_slice(file.text.as_bytes());
    quads.map(|quad| match quad {
        Ok(quad) => Ok(Triple::from(quad)),
        Err(error) => Err(match error.location() {
            Some(place) => FileError::at_line(
                &file.shown,
                &file.text,
                place.start.line as usize + 1,
                place.start.column as usize + 1,
                error.to_string(),
            ),
            None => FileError::new(&file.shown, error.to_string()),
        }),
    })
}
