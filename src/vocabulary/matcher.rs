//! All names of all languages found in one pass over a text (Aho-Corasick).

use super::EntryId;
use super::damage::without_marked_letters;
use super::folded::{Folded, is_acronym};
use super::glue;
use super::inflection::{cases, is_arabic, without_article};
use crate::document::plain::{Plain, plain};
use crate::language::{Language, is_cyrillic, is_han};
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::{HashMap, HashSet};

/// The compiled names.
#[derive(Debug, Clone)]
pub struct Matcher {
    automaton: AhoCorasick,
    /// For each pattern of the automaton, the entries that bear the name.
    bearers: Vec<Vec<Bearer>>,
}

/// An entry that bears a name, and how the name must be written to mean it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bearer {
    entry: EntryId,
    case: CaseRule,
    /// The only language in which the name means the entry; any if none.
    language: Option<Language>,
    /// True for an Arabic name of one word that has the article, and is another word without it.
    needs_article: bool,
    /// True for a name that means the entry only where the words around it say so.
    is_contextual: bool,
}

/// A name to be matched.
#[derive(Debug, Clone, Copy)]
pub struct Pattern<'a> {
    /// The name as written.
    pub name: &'a str,
    /// Whose it is.
    pub entry: EntryId,
    /// The only language in which it means the entry; any if none.
    pub language: Option<Language>,
    /// True if it means the entry only where the words around it say so.
    pub is_contextual: bool,
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where, in bytes of the plain form.
    pub plain: Span,
    /// The entries that bear the name.
    pub entries: Vec<EntryId>,
    /// Those that bear it only where the words around it say so.
    pub contextual: Vec<EntryId>,
}

/// The words of the longest name that may also be an ordinary phrase.
const LONGEST_PHRASE: usize = 2;

/// Which letters of the text must be capitals for a name to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CaseRule {
    /// The name is written in capitals: so must the text be.
    Acronym,
    /// The name is a word or two and begins with a capital: so must the text. A longer name is no
    /// ordinary phrase, however it begins.
    Capital,
    /// Any case.
    Any,
}

impl CaseRule {
    pub(super) fn of(name: &str) -> Self {
        let mut letters = name.chars().filter(|character| character.is_alphabetic());
        let cased = letters.clone().filter(|letter| has_case(*letter)).count();
        if cased > 0 && letters.clone().all(|letter| !letter.is_lowercase()) && cased > 1 {
            return CaseRule::Acronym;
        }
        match letters.next() {
            Some(first) if first.is_uppercase() && name.split(' ').count() <= LONGEST_PHRASE => {
                CaseRule::Capital
            }
            _ => CaseRule::Any,
        }
    }

    fn admits(self, words: &str) -> bool {
        let mut letters = words.chars().filter(|letter| has_case(*letter));
        match self {
            CaseRule::Acronym => letters.all(char::is_uppercase),
            CaseRule::Capital => letters.next().is_none_or(char::is_uppercase),
            CaseRule::Any => true,
        }
    }
}

fn has_case(letter: char) -> bool {
    letter.is_uppercase() || letter.is_lowercase()
}

impl Matcher {
    /// Compiles names.
    pub fn new<'a>(patterns: impl Iterator<Item = Pattern<'a>>) -> Self {
        let mut by_form: HashMap<String, Vec<Bearer>> = HashMap::new();
        for pattern in patterns {
            let name = plain(pattern.name);
            let (bare, had_article) = without_article(&name);
            let bearer = Bearer {
                entry: pattern.entry,
                case: CaseRule::of(&name),
                language: pattern.language,
                needs_article: had_article && !name.contains(' '),
                is_contextual: pattern.is_contextual,
            };
            let damaged = without_marked_letters(pattern.name);
            let damaged = damaged.as_deref().map(plain);
            let damaged = damaged
                .iter()
                .flat_map(|name| forms(without_article(name).0));
            for form in forms(bare).into_iter().chain(damaged) {
                let bearers = by_form.entry(form).or_default();
                if !bearers.contains(&bearer) {
                    bearers.push(bearer);
                }
            }
        }
        let mut forms: Vec<_> = by_form
            .into_iter()
            .filter(|(form, _)| !form.is_empty())
            .collect();
        forms.sort_by(|a, b| a.0.cmp(&b.0));
        let (forms, bearers): (Vec<_>, Vec<_>) = forms.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(forms)
            .expect("the names of a vocabulary are far below the automaton's limits");
        Self { automaton, bearers }
    }

    /// Every name in a text whose language at each byte is given, overlapping ones too, sorted by
    /// start and then longest first.
    pub fn find(&self, text: &Plain, language_at: impl Fn(usize) -> Language) -> Vec<Match> {
        let folded = Folded::new(&text.text);
        let mut found = Vec::new();
        let mut glued = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&folded.text) {
            let words = Span::new(folded.origins[hit.start()], folded.ends[hit.end() - 1]);
            let bearers = &self.bearers[hit.pattern().as_usize()];
            match stand(&text.text, words) {
                Some(standing) => {
                    found.extend(meant(bearers, &text.text, words, standing, &language_at))
                }
                None if text.text[words.start..].starts_with(is_arabic) => {
                    glued.push((words, bearers))
                }
                None => {}
            }
        }
        let mut ends: HashSet<usize> = found.iter().map(|found| found.plain.end).collect();
        glued.sort_by_key(|(words, _)| words.start);
        for (words, bearers) in glued {
            let Some(article) = glue::article_behind_name(&text.text, words, &ends) else {
                continue;
            };
            let standing = Standing::new(words, article);
            let name = meant(bearers, &text.text, words, standing, &language_at);
            ends.extend(name.iter().map(|name| name.plain.end));
            found.extend(name);
        }
        found.sort_by_key(|found| (found.plain.start, std::cmp::Reverse(found.plain.end)));
        found
    }
}

/// The entries that a name means where it stands.
fn meant(
    bearers: &[Bearer],
    text: &str,
    words: Span,
    standing: Standing,
    language_at: impl Fn(usize) -> Language,
) -> Option<Match> {
    let words = words.of(text);
    let mut meant: Vec<&Bearer> = bearers
        .iter()
        .filter(|bearer| {
            bearer
                .language
                .is_none_or(|only| only == language_at(standing.plain.start))
        })
        .filter(|bearer| bearer.case.admits(words))
        .filter(|bearer| !bearer.needs_article || standing.has_article)
        .collect();
    meant.dedup_by_key(|bearer| bearer.entry);
    let (contextual, sure): (Vec<&Bearer>, Vec<_>) =
        meant.into_iter().partition(|bearer| bearer.is_contextual);
    let is_any = !(contextual.is_empty() && sure.is_empty());
    is_any.then(|| Match {
        plain: standing.plain,
        entries: sure.iter().map(|bearer| bearer.entry).collect(),
        contextual: contextual.iter().map(|bearer| bearer.entry).collect(),
    })
}

/// The forms of a name in the automaton: without its dashes, and with spaces for them; for a short
/// Russian one, its cases.
fn forms(name: &str) -> Vec<String> {
    let mut forms = vec![Folded::new(name).text];
    if name.contains('-') {
        forms.push(Folded::new(&name.replace('-', " ")).text);
    }
    if name.chars().all(is_cyrillic) && !is_acronym(name) {
        forms.extend(cases(&forms[0]));
    } else if let Some((first, rest)) = forms[0].split_once(' ')
        && first.chars().all(is_cyrillic)
    {
        let inflected = cases(first).into_iter();
        forms.extend(
            inflected
                .map(|first| format!("{first} {rest}"))
                .collect::<Vec<_>>(),
        );
    }
    forms
}

/// A match that is a word or several, not a piece of one.
struct Standing {
    /// The bytes that are the name's, its article included.
    plain: Span,
    /// True if the Arabic article stands before it.
    has_article: bool,
}

impl Standing {
    /// That of an Arabic name with so many bytes of the article before it.
    fn new(words: Span, article: usize) -> Self {
        Self {
            plain: Span::new(words.start - article, words.end),
            has_article: article > 0,
        }
    }
}

/// Decides whether a match stands for itself.
fn stand(text: &str, words: Span) -> Option<Standing> {
    let is_word_of = |is_of: fn(char) -> bool| words.of(text).starts_with(is_of);
    if !is_word_of(is_arabic) {
        return stands_alone(text, words).then_some(Standing {
            plain: words,
            has_article: false,
        });
    }
    glue::article_before(text, words).map(|article| Standing::new(words, article))
}

/// True when no letter or digit of the same word stands beside the match.
fn stands_alone(text: &str, span: Span) -> bool {
    let inside = span.of(text);
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let is_one_word = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => {
            left.is_alphanumeric()
                && right.is_alphanumeric()
                && !is_han(left)
                && !is_han(right)
                && !((is_word(inside) || is_code(inside, &text[span.end..]))
                    && is_seam(left, right))
        }
        _ => false,
    };
    let mut letters = inside.chars();
    let first = letters.next();
    let opens_word = first.is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && before.is_some_and(char::is_alphabetic);
    let mut rest = text[span.end..].chars().skip(1);
    let word_follows = is_acronym(inside)
        && after.is_some_and(char::is_uppercase)
        && rest.next().is_some_and(char::is_lowercase)
        && after.is_some_and(is_cyrillic);
    (opens_word || !is_one_word(before, first))
        && (word_follows || !is_one_word(inside.chars().next_back(), after))
}

/// True for words that are still known for such when converters have lost the space beside them;
/// acronyms and the shortest words are not.
fn is_word(words: &str) -> bool {
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() >= 3 && !letters.clone().all(char::is_uppercase)
}

/// True for an acronym with a number behind it, which is known for what it is when the space before
/// it is lost: `CircularCACE/891`.
fn is_code(words: &str, rest: &str) -> bool {
    let is_acronym = words.chars().all(|letter| letter.is_ascii_uppercase());
    let number = rest.strip_prefix(['/', '-']);
    is_acronym
        && number.is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
}

/// True between a letter and a digit, and where a capital follows a small letter: "11January",
/// "Group13", "GenevaRef".
fn is_seam(left: char, right: char) -> bool {
    left.is_numeric() != right.is_numeric() || left.is_lowercase() && right.is_uppercase()
}

/// The form by which names are compared: plain, lower case, nothing but letters and digits.
pub fn comparable(name: &str) -> String {
    plain(name)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Matcher, Pattern, comparable};
    use crate::document::plain::Plain;
    use crate::language::Language;
    use crate::vocabulary::EntryId;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let numbered = names.iter().enumerate();
        let matcher = Matcher::new(numbered.map(|(index, name)| Pattern {
            name,
            entry: EntryId(index as u32),
            language: None,
            is_contextual: false,
        }));
        let text = Plain::new(text);
        let matches = matcher.find(&text, |_| Language::English);
        matches
            .iter()
            .map(|found| found.plain.of(&text.text).to_owned())
            .collect()
    }

    #[test]
    fn variants_of_a_name_match() {
        assert_eq!(
            found(&["UIT-T"], "de l'UIT‑T, de l'UITT et de l'UIT T").len(),
            3
        );
        assert_eq!(found(&["Genève"], "Fait à Geneve").len(), 1);
        assert_eq!(found(&["瓜达拉哈拉"], "（2010年，瓜达拉哈拉）").len(), 1);
        assert_eq!(
            found(
                &["Telecommunication Standardization Bureau"],
                "Telecommunication\nStandardization Bureau"
            )
            .len(),
            1
        );
    }

    #[test]
    fn names_match_without_the_letters_that_a_converter_lost() {
        assert_eq!(
            found(
                &["François Rancy", "São Tomé", "Échéance", "Îles Marshall"],
                "Mr Franois Rancy of So Tom has a chance with les Marshall"
            ),
            ["Franois Rancy"]
        );
    }

    #[test]
    fn inflected_names_match() {
        let names = [
            "Исследовательская комиссия",
            "13-я Исследовательская комиссия",
        ];
        let text = "к 13-й Исследовательской комиссии";
        assert_eq!(found(&names, text)[0], "13-и Исследовательскои комиссии");
        assert_eq!(found(&["Женева"], "в Женеве, Швейцария"), ["Женеве"]);
        assert_eq!(found(&["Рим"], "в Риме, Римский"), ["Риме"]);
        assert_eq!(found(&["ИК13"], "собрание ИК13 и ИК13а").len(), 1);
        assert!(found(&["Мали"], "Малые острова").is_empty());
        assert_eq!(
            found(&["Женева", "комиссия"], "комиссииЖенева"),
            ["комиссии", "Женева"]
        );
        assert_eq!(found(&["МСЭ-Т", "Женева"], "МСЭ-ТЖенева").len(), 2);
    }

    #[test]
    fn arabic_names_match_after_article_and_prepositions() {
        assert_eq!(found(&["جنيف"], "في جنيف وبجنيف"), ["جنيف", "جنيف"]);
        assert_eq!(found(&["القاهرة"], "بالقاهرة"), ["القاهرة"]);
        assert!(found(&["القاهرة"], "قاهرة").is_empty());
        assert_eq!(found(&["الاتحاد الدولي"], "للاتحاد الدولي").len(), 1);
        assert!(found(&["مالي"], "شمالي").is_empty());
    }

    #[test]
    fn words_are_not_names() {
        assert!(found(&["Nice"], "a nice day").is_empty());
        assert!(found(&["BR"], "br, abr, BRX").is_empty());
        assert!(found(&["Mali"], "Somalia").is_empty());
        assert_eq!(
            found(&["CACE"], "Administrative CircularCACE/891"),
            ["CACE"]
        );
        assert_eq!(found(&["chairman"], "Chairman").len(), 1);
    }

    #[test]
    fn names_compare_by_letters_and_digits() {
        assert_eq!(comparable("JCA‑Rés.178"), comparable("jca res 178"));
    }
}
