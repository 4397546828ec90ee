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
/// converters put the sign last and turn the groups round with it (`85 57 730 22 41+`), which the plain form
/// undoes, or leave the groups as they are: then those of the plain form are turned.
pub(super) fn telephone(written: &str, plain: &str, is_turned: bool) -> String {
    let (written, plain) = (written.trim(), plain.trim());
    if !written.ends_with('+') {
        return written.to_owned();
    }
    if !is_turned {
        return plain.to_owned();
    }
    let groups: Vec<&str> = plain
        .trim_start_matches('+')
        .split_whitespace()
        .rev()
        .collect();
    format!("+{}", groups.join(" "))
}

#[cfg(test)]
mod tests {
    use super::telephone;

    #[test]
    fn a_number_is_read_in_its_order() {
        assert_eq!(telephone("+41 22 730 5111", "", false), "+41 22 730 5111");
        let turned = telephone("85 57 730 22 41+", "+41 22 730 57 85", false);
        assert_eq!(turned, "+41 22 730 57 85");
        let in_order = telephone("41 22 730 57 85 +", "+85 57 730 22 41", true);
        assert_eq!(in_order, "+41 22 730 57 85");
    }
}
