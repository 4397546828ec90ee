//! An answer as an aligned table, for people.
//!
//! IRIs are shortened, languages and datatypes left out; Chinese and Arabic keep their columns.

use crate::namespace::shorten;
use crate::query::Answer;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use oxigraph::model::Term;

/// One line under the names of the columns, and no other.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// The answer as lines without spaces at their ends; cells are broken to fit `width`, if given.
pub(super) fn table(answer: &Answer, width: Option<u16>) -> String {
    match answer {
        Answer::Boolean(value) => format!("{}\n", if *value { "yes" } else { "no" }),
        Answer::Solutions { variables, rows } => {
            let cells = rows.iter().map(|row| row.iter().map(optional).collect());
            draw(variables.clone(), cells, width)
        }
        Answer::Graph(triples) => {
            let header = ["subject", "predicate", "object"]
                .map(str::to_owned)
                .to_vec();
            let cells = triples.iter().map(|triple| {
                let subject = Term::from(triple.subject.clone());
                vec![
                    shown(&subject),
                    shorten(triple.predicate.as_str()),
                    shown(&triple.object),
                ]
            });
            draw(header, cells, width)
        }
    }
}

fn draw(
    header: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
    width: Option<u16>,
) -> String {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(header);
    match width {
        Some(width) => table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    table.force_no_tty();
    for row in rows {
        table.add_row(row);
    }
    table.trim_fmt() + "\n"
}

fn optional(term: &Option<Term>) -> String {
    term.as_ref().map(shown).unwrap_or_default()
}

/// A term as a person reads it.
fn shown(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => shorten(node.as_str()),
        Term::BlankNode(node) => node.to_string(),
        // The words of a letter run over line ends, the cell of a table does not.
        Term::Literal(literal) => {
            let words: Vec<&str> = literal.value().split_whitespace().collect();
            words.join(" ")
        }
        Term::Triple(triple) => format!(
            "«{} {} {}»",
            shown(&Term::from(triple.subject.clone())),
            shorten(triple.predicate.as_str()),
            shown(&triple.object)
        ),
    }
}
