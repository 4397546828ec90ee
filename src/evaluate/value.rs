//! Dates, hours, telephone numbers and addresses as the format and the graph write them.

use super::ledger::Likeness;
use crate::entity::Fact;
use oxigraph::model::Term;

/// The lexical form of a fact's value; empty for a thing.
pub(super) fn literal(fact: &Fact) -> &str {
    match &fact.object {
        Term::Literal(literal) => literal.value(),
        _ => "",
    }
}

/// The day, month or year of an `xsd:dateTime`, `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
pub(super) fn date_of(value: &str) -> &str {
    value.split('T').next().unwrap_or(value)
}

/// The hour of an `xsd:dateTime`, as 18:00.
pub(super) fn hour_of(value: &str) -> Option<&str> {
    value.split_once('T')?.1.get(..5)
}

/// The same date, one that is less exact ("2012" of "2012-11-20"), or another.
pub(super) fn likeness_of_dates(stated: &str, expected: &str) -> Likeness {
    let stated = date_of(stated);
    if stated == expected {
        Likeness::Same
    } else if expected
        .strip_prefix(stated)
        .is_some_and(|rest| rest.starts_with('-'))
    {
        Likeness::Vague
    } else {
        Likeness::Other
    }
}

/// The same hour, none at all, or another.
pub(super) fn likeness_of_hours(stated: &str, expected: &str) -> Likeness {
    match hour_of(stated) {
        Some(hour) => (hour == expected).into(),
        None => Likeness::Vague,
    }
}

/// True when two telephone numbers have the same digits, the zeros of "+41 (0)22" and "0041" aside.
pub(super) fn is_same_phone(a: &str, b: &str) -> bool {
    let digits = |number: &str| -> String {
        let number = number.replace("(0)", "");
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').to_owned()
    };
    digits(a) == digits(b)
}

/// True when two addresses are the same; case and signs around them aside.
pub(super) fn is_same_address(a: &str, b: &str) -> bool {
    let bare = |address: &str| {
        let around =
            |character: char| character.is_whitespace() || "<>()[]/.,;:".contains(character);
        address.trim_matches(around).to_lowercase()
    };
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests {
    use super::{is_same_address, is_same_phone, likeness_of_dates, likeness_of_hours};
    use crate::evaluate::ledger::Likeness;

    #[test]
    fn a_date_may_be_less_exact_without_being_false() {
        assert_eq!(
            likeness_of_dates("2013-06-05T17:30:00", "2013-06-05"),
            Likeness::Same
        );
        assert_eq!(likeness_of_dates("2013-06", "2013-06-05"), Likeness::Vague);
        assert_eq!(likeness_of_dates("2013-06-05", "2013-06"), Likeness::Other);
        assert_eq!(
            likeness_of_hours("2013-06-05T17:30:00", "17:30"),
            Likeness::Same
        );
        assert_eq!(likeness_of_hours("2013-06-05", "17:30"), Likeness::Vague);
        assert_eq!(
            likeness_of_hours("2013-06-05T09:30:00", "17:30"),
            Likeness::Other
        );
    }

    #[test]
    fn numbers_and_addresses_are_compared_without_their_signs() {
        assert!(is_same_phone("+41 22 730 5989", "+41 (0)22 730-5989"));
        assert!(!is_same_phone("+41 22 730 5989", "+41 22 730 5853"));
        assert!(is_same_address(
            "<http://www.itu.int/a/>.",
            "http://www.itu.int/a"
        ));
    }
}
