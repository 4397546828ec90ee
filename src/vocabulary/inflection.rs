//! The forms that a name takes in running text: Russian cases, Arabic articles and proclitics.
//!
//! Names are given once, in the form of a dictionary; text and names are compared by what does not
//! change. All words here are in plain form, where `й` is `и` and hamza is dropped. Only endings of
//! inflection are taken off, none of derivation, so that a word keeps what tells it from others.

/// Endings of Russian nouns and adjectives, in plain form, the longest first.
const ENDINGS: &[&str] = &[
    "иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иям", "иях", "иеи", "ееи",
    "ием", "еям", "еях", "ям", "ам", "ях", "ах", "ов", "ев", "ои", "еи", "ыи", "ии", "ая", "яя",
    "ое", "ее", "ые", "ие", "ия", "ию", "ья", "ью", "ьи", "ье", "ею", "ою", "ея", "ую", "юю", "ых",
    "их", "ым", "им", "ом", "ем", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь",
];

/// What is written after the digits of a Russian ordinal: 13-я, 13-й, 13-го.
const ORDINAL_ENDINGS: &[&str] = &[
    "я", "и", "е", "го", "ои", "му", "ю", "м", "ая", "ыи", "ое", "ого", "ому", "ую", "ым", "ом",
    "ых",
];

/// True for the ending of an ordinal written in digits, in plain form and lower case.
pub fn is_ordinal_ending(letters: &str) -> bool {
    ORDINAL_ENDINGS.contains(&letters)
}

/// The fewest letters that are left of a word whose ending is taken off.
const SHORTEST_STEM: usize = 4;

/// What stays of a Russian word, in plain form and lower case, in all its cases.
///
/// A word that would become too short stays whole; [`cases`] gives its forms instead. A second ending
/// is taken off too, since what ends a word may be its own: Вьетнам, Вьетнама.
pub fn stem(word: &str) -> &str {
    without_ending(without_ending(word))
}

fn without_ending(word: &str) -> &str {
    let letters = word.chars().count();
    let stem = ENDINGS
        .iter()
        .filter(|ending| letters >= SHORTEST_STEM + ending.chars().count())
        .find_map(|ending| word.strip_suffix(ending));
    stem.unwrap_or(word)
}

/// The cases of a short Russian noun that [`stem`] leaves whole, in plain form and lower case.
pub fn cases(noun: &str) -> Vec<String> {
    const OF_A: &[&str] = &["ы", "и", "е", "у", "ои"];
    const OF_CONSONANT: &[&str] = &["а", "у", "ом", "е"];
    if noun.chars().count() > SHORTEST_STEM || stem(noun) != noun {
        return Vec::new();
    }
    let (base, endings) = match noun.strip_suffix('а') {
        Some(base) => (base, OF_A),
        None if noun.ends_with(is_russian_consonant) => (noun, OF_CONSONANT),
        None => return Vec::new(),
    };
    if base.chars().count() < 3 {
        return Vec::new();
    }
    endings
        .iter()
        .map(|ending| format!("{base}{ending}"))
        .collect()
}

fn is_russian_consonant(letter: char) -> bool {
    matches!(letter, 'б'..='д' | 'ж' | 'з' | 'к'..='н' | 'п'..='т' | 'ф'..='щ')
}

/// True for a letter of the Arabic script.
pub fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}')
}

/// The Arabic article, and what becomes of it after the preposition `ل`.
pub(super) const ARTICLE: &str = "ال";
const ARTICLE_AFTER_LAM: &str = "لل";

/// A word without the Arabic preposition `ب`, which says where and is written in one with a place.
pub fn without_preposition(word: &str) -> &str {
    word.strip_prefix('ب').unwrap_or(word)
}

/// An Arabic name without the article of its first word, and whether it had one.
pub fn without_article(name: &str) -> (&str, bool) {
    match name.strip_prefix(ARTICLE) {
        Some(rest) if rest.chars().count() >= 3 => (rest, true),
        _ => (name, false),
    }
}

/// What stands in the same word before an Arabic name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// The bytes of the article, which belongs to the name.
    pub article: usize,
}

/// Reads the letters that stand before a name in its word: conjunctions, prepositions and the
/// article. None if they are anything else, so that the name is only the end of another word.
pub fn lead(letters: &str) -> Option<Lead> {
    let (before, article) = match letters.strip_suffix(ARTICLE) {
        Some(before) => (before, ARTICLE.len()),
        // The second of the two letters is the article's.
        None if letters.ends_with(ARTICLE_AFTER_LAM) => (
            &letters[..letters.len() - ARTICLE_AFTER_LAM.len() / 2],
            ARTICLE_AFTER_LAM.len() / 2,
        ),
        None => (letters, 0),
    };
    let rest = before.strip_prefix(['و', 'ف']).unwrap_or(before);
    let rest = rest.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(rest);
    rest.is_empty().then_some(Lead { article })
}

#[cfg(test)]
mod tests {
    use super::{Lead, cases, lead, stem, without_article};
    use crate::document::plain::plain;

    #[test]
    fn all_cases_of_a_word_have_one_stem() {
        for forms in [
            "вьетнам вьетнама вьетнаме",
            "уругваи уругвая",
            "кишинев кишиневе",
            "исследовательская исследовательской исследовательскую исследовательские исследовательских",
            "комиссия комиссии комиссию комиссией комиссий комиссиям комиссиями комиссиях",
            "ассамблея ассамблеи ассамблее ассамблею ассамблей ассамблеей",
            "группа группы группе группу группой групп группам",
            "секретарь секретаря секретарю секретарем",
            "собрание собрания собранию собранием собраний собраниях",
            "женева женевы женеве женеву женевой",
            "дубай дубая дубае дубаю дубаем",
            "кения кении кению кенией",
            "союз союза союзу союзом союзе",
        ] {
            let forms: Vec<String> = forms.split(' ').map(plain).collect();
            let stems: Vec<&str> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|found| *found == stems[0]), "{stems:?}");
        }
        assert_ne!(stem("мали"), stem("малых"));
    }

    #[test]
    fn short_nouns_have_their_cases_listed() {
        assert!(cases("рим").contains(&String::from("риме")));
        assert!(cases("куба").contains(&String::from("кубе")));
        assert!(cases("женева").is_empty() && cases("перу").is_empty());
    }

    #[test]
    fn proclitics_lead_a_name_and_other_letters_do_not() {
        assert_eq!(lead("و"), Some(Lead { article: 0 }));
        assert_eq!(
            lead("بال"),
            Some(Lead {
                article: "ال".len()
            })
        );
        assert_eq!(
            lead("ولل"),
            Some(Lead {
                article: "ل".len()
            })
        );
        assert_eq!(lead("مت"), None);
        assert_eq!(without_article("القاهرة"), ("قاهرة", true));
        assert_eq!(without_article("جنيف"), ("جنيف", false));
    }
}
