//! The formats that an answer can be written in.
//!
//! [`FORMATS`] lists them, one line each; [`write()`] turns an answer into bytes and opens no file.

use crate::namespace::PREFIXES;
use crate::query::{Answer, table};
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use std::io;

/// One way of writing an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// What the user calls it.
    pub name: &'static str,
    /// The ending of its files.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// For people; anything.
    Table,
    /// Rows or a truth value.
    Results(QueryResultsFormat),
    /// Triples.
    Graph(RdfFormat),
}

const JSON_LD: RdfFormat = RdfFormat::JsonLd {
    profile: JsonLdProfileSet::empty(),
};

/// Every format. The first is the one that is used unless another is asked for.
pub const FORMATS: &[Format] = &[
    format("table", "txt", "text/plain", Kind::Table),
    format(
        "csv",
        "csv",
        "text/csv",
        Kind::Results(QueryResultsFormat::Csv),
    ),
    format(
        "tsv",
        "tsv",
        "text/tab-separated-values",
        Kind::Results(QueryResultsFormat::Tsv),
    ),
    format(
        "json",
        "json",
        "application/sparql-results+json",
        Kind::Results(QueryResultsFormat::Json),
    ),
    format(
        "xml",
        "xml",
        "application/sparql-results+xml",
        Kind::Results(QueryResultsFormat::Xml),
    ),
    format(
        "turtle",
        "ttl",
        "text/turtle",
        Kind::Graph(RdfFormat::Turtle),
    ),
    format(
        "ntriples",
        "nt",
        "application/n-triples",
        Kind::Graph(RdfFormat::NTriples),
    ),
    format(
        "nquads",
        "nq",
        "application/n-quads",
        Kind::Graph(RdfFormat::NQuads),
    ),
    format(
        "trig",
        "trig",
        "application/trig",
        Kind::Graph(RdfFormat::TriG),
    ),
    format(
        "rdfxml",
        "rdf",
        "application/rdf+xml",
        Kind::Graph(RdfFormat::RdfXml),
    ),
    format(
        "jsonld",
        "jsonld",
        "application/ld+json",
        Kind::Graph(JSON_LD),
    ),
];

const fn format(
    name: &'static str,
    extension: &'static str,
    media_type: &'static str,
    kind: Kind,
) -> Format {
    Format {
        name,
        extension,
        media_type,
        kind,
    }
}

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// Rows cannot be written as triples.
    #[error("`{0}` is for CONSTRUCT and DESCRIBE; this answer has rows, choose {names}", names = names(false))]
    NotAGraph(&'static str),
    /// Triples cannot be written as rows.
    #[error("`{0}` is for SELECT and ASK; this answer is a graph, choose {names}", names = names(true))]
    NotRows(&'static str),
    /// The writer refused, as JSON-LD does facts about facts.
    #[error("the answer cannot be written as `{name}`")]
    Refused {
        /// The format.
        name: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// The format of that name.
pub fn by_name(name: &str) -> Option<Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// The format of files with that ending (without its dot).
pub fn by_extension(extension: &str) -> Option<Format> {
    FORMATS
        .iter()
        .copied()
        .find(|format| format.extension.eq_ignore_ascii_case(extension))
}

/// The answer as bytes; `width` is that of the terminal, for tables, where there is one.
pub fn write(answer: &Answer, format: Format, width: Option<u16>) -> Result<Vec<u8>, FormatError> {
    let refused = |source| FormatError::Refused {
        name: format.name,
        source,
    };
    match (format.kind, answer) {
        (Kind::Table, _) => Ok(table::table(answer, width).into_bytes()),
        (Kind::Results(kind), Answer::Boolean(value)) => {
            write_boolean(*value, kind).map_err(refused)
        }
        (Kind::Results(kind), Answer::Solutions { variables, rows }) => {
            write_rows(variables, rows, kind).map_err(refused)
        }
        (Kind::Graph(kind), Answer::Graph(triples)) => write_graph(triples, kind).map_err(refused),
        (Kind::Results(_), Answer::Graph(_)) => Err(FormatError::NotRows(format.name)),
        (Kind::Graph(_), _) => Err(FormatError::NotAGraph(format.name)),
    }
}

fn write_boolean(value: bool, format: QueryResultsFormat) -> io::Result<Vec<u8>> {
    let serializer = QueryResultsSerializer::from_format(format);
    let mut bytes = serializer.serialize_boolean_to_writer(Vec::new(), value)?;
    end_line(&mut bytes);
    Ok(bytes)
}

fn write_rows(
    variables: &[String],
    rows: &[Vec<Option<Term>>],
    format: QueryResultsFormat,
) -> io::Result<Vec<u8>> {
    let columns: Vec<Variable> = variables.iter().map(Variable::new_unchecked).collect();
    let mut serializer = QueryResultsSerializer::from_format(format)
        .serialize_solutions_to_writer(Vec::new(), columns.clone())?;
    for row in rows {
        let bound = columns.iter().zip(row);
        serializer
            .serialize(bound.filter_map(|(column, value)| Some((column, value.as_ref()?))))?;
    }
    let mut bytes = serializer.finish()?;
    end_line(&mut bytes);
    Ok(bytes)
}

/// Triples with the usual prefixes that they use.
pub(crate) fn write_graph(triples: &[Triple], format: RdfFormat) -> io::Result<Vec<u8>> {
    let text: Vec<String> = triples.iter().map(ToString::to_string).collect();
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, base) in PREFIXES {
        if text.iter().any(|triple| triple.contains(base)) {
            serializer = serializer
                .with_prefix(*prefix, *base)
                .map_err(io::Error::other)?;
        }
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in triples {
        writer.serialize_triple(triple)?;
    }
    let mut bytes = writer.finish()?;
    end_line(&mut bytes);
    Ok(bytes)
}

fn end_line(bytes: &mut Vec<u8>) {
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
}

fn names(graphs: bool) -> String {
    let fits = |format: &&Format| match format.kind {
        Kind::Table => true,
        Kind::Results(_) => !graphs,
        Kind::Graph(_) => graphs,
    };
    let names: Vec<&str> = FORMATS
        .iter()
        .filter(fits)
        .map(|format| format.name)
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, by_extension, by_name, write};
    use crate::query::Answer;
    use oxigraph::model::{Literal, NamedNode, Triple};

    #[test]
    fn every_format_is_found_and_writes() {
        let node = NamedNode::new_unchecked("https://w3id.org/circugraph/id/group/tsag");
        let rows = Answer::Solutions {
            variables: vec!["a".to_owned(), "b".to_owned()],
            rows: vec![vec![Some(Literal::from("x").into()), None]],
        };
        let graph = Answer::Graph(vec![Triple::new(node.clone(), node.clone(), node)]);
        for format in FORMATS {
            assert_eq!(by_name(format.name), Some(*format));
            assert_eq!(by_extension(format.extension), Some(*format));
            let written = [&rows, &graph].map(|answer| write(answer, *format, None).is_ok());
            assert!(written.contains(&true), "{} writes nothing", format.name);
        }
    }
}
