//! Values in the place of parameters: what is run is the text that can be shown.
//!
//! A parameter is a variable. [`bind`] writes its value wherever the variable stands, so that the
//! evaluator sees a constant and a person can run the shown text again, anywhere.

use crate::namespace::{ID, PREFIXES, xsd};
use crate::query::Bindings;
use crate::query::syntax::{Kind, Token, prefixed_names, tokens};
use oxigraph::model::Term;

/// Where in a query a token stands, as far as it decides how a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between SELECT and the pattern: a bare value is not allowed there.
    Projection,
    /// After ORDER BY or GROUP BY: a bare value needs brackets.
    Ordering,
    Elsewhere,
}

/// The text with every bound variable replaced by its value, and every `id:` path by its IRI, which
/// SPARQL would take for a property path.
pub fn bind(text: &str, bindings: &Bindings) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut place = Place::Elsewhere;
    let mut depth = 0_usize;
    let mut copied = 0;
    for token in tokens(text) {
        let words = token.span.of(text);
        match token.kind {
            Kind::Word => place = place_after(words, place),
            Kind::Sign('{' | '}') => (place, depth) = (Place::Elsewhere, 0),
            Kind::Sign('(') => depth += 1,
            Kind::Sign(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let here = if depth == 0 { place } else { Place::Elsewhere };
        if let Some(value) = replacement(token, words, bindings, here) {
            bound.push_str(&text[copied..token.span.start]);
            bound.push_str(&value);
            copied = token.span.end;
        }
    }
    bound.push_str(&text[copied..]);
    bound
}

/// The text with a PREFIX line for every usual prefix that it uses, to be run by any program.
pub fn with_prefixes(text: &str) -> String {
    let mut lines = String::new();
    for (prefix, base) in PREFIXES {
        let declaration = format!("PREFIX {prefix}:");
        if !prefixed_names(text, prefix).is_empty() && !text.contains(&declaration) {
            lines.push_str(&format!("{declaration} <{base}>\n"));
        }
    }
    lines + text
}

fn place_after(word: &str, place: Place) -> Place {
    match word.to_ascii_uppercase().as_str() {
        "SELECT" => Place::Projection,
        "ORDER" | "GROUP" => Place::Ordering,
        "WHERE" | "FROM" | "LIMIT" | "OFFSET" | "HAVING" | "VALUES" => Place::Elsewhere,
        _ => place,
    }
}

fn replacement(token: Token, words: &str, bindings: &Bindings, place: Place) -> Option<String> {
    match token.kind {
        Kind::Word => {
            let local = words.strip_prefix("id:")?;
            local.contains('/').then(|| format!("<{ID}{local}>"))
        }
        Kind::Variable => {
            let name = &words[1..];
            let value = written(bindings.get(name)?);
            Some(match place {
                Place::Projection => format!("({value} AS ?{name})"),
                Place::Ordering => format!("({value})"),
                Place::Elsewhere => value,
            })
        }
        _ => None,
    }
}

/// A value as SPARQL writes it; numbers without their datatype.
fn written(value: &Term) -> String {
    match value {
        Term::Literal(number) if number.datatype() == xsd::INTEGER => number.value().to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{bind, with_prefixes};
    use crate::query::Bindings;
    use oxigraph::model::{Literal, NamedNode};

    fn bindings() -> Bindings {
        Bindings::from([
            (
                "group".to_owned(),
                NamedNode::new_unchecked("http://g").into(),
            ),
            ("year".to_owned(), Literal::from(2004).into()),
            ("text".to_owned(), Literal::from("a \"b\" }").into()),
        ])
    }

    #[test]
    fn values_are_written_as_the_place_demands() {
        let text =
            "SELECT ?group (STR(?group) AS ?s) WHERE { ?x cg:chairs $group } ORDER BY ?x ?group";
        assert_eq!(
            bind(text, &bindings()),
            "SELECT (<http://g> AS ?group) (STR(<http://g>) AS ?s) WHERE { ?x cg:chairs <http://g> } \
             ORDER BY ?x (<http://g>)"
        );
        assert_eq!(
            bind("FILTER(?y = $year && ?z = $text)", &bindings()),
            "FILTER(?y = 2004 && ?z = \"a \\\"b\\\" }\")"
        );
    }

    #[test]
    fn identifiers_may_be_paths() {
        assert_eq!(
            bind("{ id:group/jca-res.178 ?p ?o. }", &Bindings::new()),
            "{ <https://w3id.org/circugraph/id/group/jca-res.178> ?p ?o. }"
        );
    }

    #[test]
    fn only_needed_prefixes_are_declared() {
        let text = with_prefixes("SELECT * { ?s cg:chairs \"org:x\" }");
        assert_eq!(
            text,
            "PREFIX cg: <https://w3id.org/circugraph/ontology#>\nSELECT * { ?s cg:chairs \"org:x\" }"
        );
    }
}
