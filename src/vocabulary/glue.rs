//! Where an Arabic name stands in a text: behind an article and the prepositions that are written in
//! one with it, or glued to another word whose space a converter lost.

use super::inflection::{ARTICLE, is_arabic, lead};
use crate::span::Span;
use std::collections::HashSet;

/// The letter that only ever ends words.
const LAST_LETTER: char = 'ة';
/// Letters beside a name that are too many for an ending or for what is written before a word.
const A_WORD: usize = 4;
/// The fewest letters of a name of several words that are known for it in the middle of others.
const SHORTEST_PHRASE: usize = 9;

/// The bytes of the article before a match, if it is a name and not a piece of a word.
pub(super) fn article_before(text: &str, words: Span) -> Option<usize> {
    let name = words.of(text);
    let is_phrase = name.contains(' ') && name.chars().count() >= SHORTEST_PHRASE;
    let rest = &text[words.end..];
    let after = rest.len() - rest.trim_start_matches(is_arabic).len();
    let ends = after == 0
        || is_phrase && (name.ends_with(LAST_LETTER) || rest[..after].chars().count() >= A_WORD);
    if !ends {
        return None;
    }
    let start = text[..words.start].trim_end_matches(is_arabic).len();
    let before = &text[start..words.start];
    match lead(before) {
        Some(lead) => Some(lead.article),
        None if is_phrase => glued_before(before),
        None => None,
    }
}

/// The same for a name of one word that another name, which ends at a byte of `ends`, is glued to.
pub(super) fn article_behind_name(text: &str, words: Span, ends: &HashSet<usize>) -> Option<usize> {
    let rest = &text[words.end..];
    let after = &rest[..rest.len() - rest.trim_start_matches(is_arabic).len()];
    let stands = words.of(text).chars().count() >= A_WORD
        && (after.is_empty() || after.chars().count() >= A_WORD);
    let has_article = text[..words.start].ends_with(ARTICLE);
    let articles = [has_article.then_some(ARTICLE.len()), Some(0)];
    let mut articles = articles.into_iter().flatten();
    articles.find(|article| stands && ends.contains(&(words.start - article)))
}

/// The bytes of the article behind a word that another is glued to.
fn glued_before(before: &str) -> Option<usize> {
    let (word, article) = match before.strip_suffix(ARTICLE) {
        Some(word) => (word, ARTICLE.len()),
        None => (before, 0),
    };
    let is_word = word.ends_with(LAST_LETTER) || word.chars().count() >= A_WORD;
    is_word.then_some(article)
}

#[cfg(test)]
mod tests {
    use super::article_before;
    use crate::span::Span;

    fn article(text: &str, name: &str) -> Option<usize> {
        let start = text.find(name).expect("the name is in the text");
        article_before(text, Span::new(start, start + name.len()))
    }

    #[test]
    fn names_are_known_where_the_space_is_lost() {
        assert_eq!(article("فاليري تيموفييفمدير", "فاليري تيموفييف"), Some(0));
        assert_eq!(
            article("تيموفييفمدير مكتب التنمية", "مدير مكتب التنمية"),
            Some(0)
        );
        assert_eq!(article("المعممةالرسالة الدورية", "رسالة الدورية"), Some(4));
        assert_eq!(article("لانقطاع الاتصالات", "قطاع الاتصالات"), None);
        assert_eq!(article("مدير مكتبها", "مدير مكتب"), None);
    }
}
