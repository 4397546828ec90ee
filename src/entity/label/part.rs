//! What the parts of a composed name are: acronyms, numbers in a series, years.

use crate::language::Language;
use crate::mention::date::year_of_two_digits;
use crate::vocabulary::{Entry, Name, NameSort};

/// The acronym of an entry in a language; else its code; else its name.
pub(super) fn short_name(entry: &Entry, language: Language) -> String {
    let is_acronym = |name: &&Name| {
        let mut letters = name
            .text
            .chars()
            .filter(|character| character.is_alphabetic());
        letters.clone().count() > 1 && letters.all(|letter| letter.is_uppercase())
    };
    let own = entry
        .names
        .iter()
        .filter(|name| name.language == Some(language) && name.sort != NameSort::Hidden)
        .find(is_acronym);
    match (own, entry.notation()) {
        (Some(name), _) => name.text.clone(),
        (None, Some(code)) => code.to_owned(),
        (None, None) => entry.label(language).to_owned(),
    }
}

/// Leaves one preferred name in each language; the others become other names.
pub(super) fn prefer_one_each(names: &mut [Name]) {
    let mut seen: Vec<Option<Language>> = Vec::new();
    for name in names
        .iter_mut()
        .filter(|name| name.sort == NameSort::Preferred)
    {
        if seen.contains(&name.language) {
            name.sort = NameSort::Other;
        } else {
            seen.push(name.language);
        }
    }
    if !names.iter().any(|name| name.sort == NameSort::Preferred)
        && let Some(first) = names.iter_mut().find(|name| name.language.is_some())
    {
        first.sort = NameSort::Preferred;
    }
}

/// True for the number of a meeting in the series of its body, as opposed to a year or a day.
pub(super) fn is_of_series(number: &str) -> bool {
    number.len() < "2000".len() && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// The year that an edition's identifier gives with two digits or four.
pub(super) fn full_year(year: &str) -> Option<i16> {
    let number = year.parse().ok()?;
    Some(match year.len() {
        2 => year_of_two_digits(number),
        _ => number,
    })
}

#[cfg(test)]
mod tests {
    use super::{full_year, is_of_series};

    #[test]
    fn editions_tell_their_year_in_two_digits_or_four() {
        assert_eq!(full_year("06"), Some(2006));
        assert_eq!(full_year("95"), Some(1995));
        assert_eq!(full_year("2000"), Some(2000));
        assert_eq!(full_year("africa"), None);
    }

    #[test]
    fn a_year_or_a_day_is_no_number_of_a_series() {
        assert!(is_of_series("4"));
        assert!(!is_of_series("2005"));
        assert!(!is_of_series("2005-03-01"));
    }
}
