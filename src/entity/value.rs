//! Values and classes as RDF has them.

use crate::language::Language;
use crate::mention::date::{Hour, PartialDate};
use crate::namespace::{cg, foaf, org, xsd};
use oxigraph::model::{Literal, NamedNode};

/// A literal in a language, or a plain string.
pub(super) fn text_literal(text: &str, language: Option<Language>) -> Literal {
    match language {
        Some(language) => Literal::new_language_tagged_literal_unchecked(text, language.tag()),
        None => Literal::new_simple_literal(text),
    }
}

/// A date as exact as the text: `xsd:dateTime`, `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
pub fn date_literal(date: PartialDate, hour: Option<Hour>) -> Literal {
    match (date.day, date.month, hour) {
        (Some(_), _, Some(hour)) => {
            Literal::new_typed_literal(format!("{date}T{hour}:00"), xsd::DATE_TIME)
        }
        (Some(_), _, None) => Literal::new_typed_literal(date.to_string(), xsd::DATE),
        (None, Some(_), _) => Literal::new_typed_literal(date.to_string(), xsd::G_YEAR_MONTH),
        (None, None, _) => Literal::new_typed_literal(date.to_string(), xsd::G_YEAR),
    }
}

/// The class that a kind is named after.
pub fn class_of(kind: &str) -> NamedNode {
    match kind {
        "Person" => foaf::PERSON.into_owned(),
        "Organization" => org::ORGANIZATION.into_owned(),
        "Post" => org::POST.into_owned(),
        _ => NamedNode::new_unchecked(format!("{}{kind}", cg::BASE)),
    }
}

/// A telephone number in its order, as written and in plain form. Where text runs from right to left,
/// converters put the sign last, or turn the groups round with it: `85 57 730 22 41+`.
pub(super) fn telephone(written: &str, plain: &str) -> String {
    let written = written.trim();
    match written.strip_suffix('+').map(str::trim_end) {
        None => written.to_owned(),
        Some(in_order) if in_order.starts_with("41 ") && !in_order.ends_with(" 41") => {
            format!("+{in_order}")
        }
        Some(_) => plain.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::telephone;

    #[test]
    fn a_number_is_read_in_its_order() {
        assert_eq!(telephone("+41 22 730 5111", ""), "+41 22 730 5111");
        assert_eq!(telephone("41 22 730 57 85 +", ""), "+41 22 730 57 85");
        let turned = telephone("85 57 730 22 41+", "+41 22 730 57 85");
        assert_eq!(turned, "+41 22 730 57 85");
    }
}
