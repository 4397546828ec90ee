//! All names of all languages found in one pass over a text (Aho-Corasick).

use super::EntryId;
use crate::document::plain::{Plain, plain};
use crate::language::{Language, is_han};
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::HashMap;

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
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where, in bytes of the plain form.
    pub plain: Span,
    /// The entries that bear the name.
    pub entries: Vec<EntryId>,
}

/// Which letters of the text must be capitals for a name to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CaseRule {
    /// The name is written in capitals: so must the text be.
    Acronym,
    /// The name begins with a capital: so must the text.
    Capital,
    /// Any case.
    Any,
}

impl CaseRule {
    fn of(name: &str) -> Self {
        let mut letters = name.chars().filter(|character| character.is_alphabetic());
        let cased = letters.clone().filter(|letter| has_case(*letter)).count();
        if cased > 0 && letters.clone().all(|letter| !letter.is_lowercase()) && cased > 1 {
            return CaseRule::Acronym;
        }
        match letters.next() {
            Some(first) if first.is_uppercase() => CaseRule::Capital,
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
    /// Compiles names, each with its entry and, if it means the entry in one language only, that.
    pub fn new<'a>(names: impl Iterator<Item = (&'a str, EntryId, Option<Language>)>) -> Self {
        let mut by_form: HashMap<String, Vec<Bearer>> = HashMap::new();
        for (name, entry, language) in names {
            let name = plain(name);
            let bearer = Bearer {
                entry,
                case: CaseRule::of(&name),
                language,
            };
            for form in forms(&name) {
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

    /// Every name in a text of that language, overlapping ones too, sorted by start and then longest
    /// first.
    pub fn find(&self, text: &Plain, language: Language) -> Vec<Match> {
        let folded = Folded::new(&text.text);
        let mut found = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&folded.text) {
            let plain = Span::new(folded.origins[hit.start()], folded.ends[hit.end() - 1]);
            if !stands_alone(&text.text, plain) {
                continue;
            }
            let words = plain.of(&text.text);
            let bearers = &self.bearers[hit.pattern().as_usize()];
            let mut entries: Vec<EntryId> = bearers
                .iter()
                .filter(|bearer| bearer.language.is_none_or(|only| only == language))
                .filter(|bearer| bearer.case.admits(words))
                .map(|bearer| bearer.entry)
                .collect();
            entries.dedup();
            if !entries.is_empty() {
                found.push(Match { plain, entries });
            }
        }
        found.sort_by_key(|found| (found.plain.start, std::cmp::Reverse(found.plain.end)));
        found
    }
}

/// The forms of a name in the automaton: without its dashes, and with spaces for them.
fn forms(name: &str) -> Vec<String> {
    let mut forms = vec![Folded::new(name).text];
    if name.contains('-') {
        forms.push(Folded::new(&name.replace('-', " ")).text);
    }
    forms
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
                && !(is_word(inside) && is_seam(left, right))
        }
        _ => false,
    };
    let mut letters = inside.chars();
    let first = letters.next();
    let opens_word = first.is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && before.is_some_and(char::is_alphabetic);
    (opens_word || !is_one_word(before, first)) && !is_one_word(inside.chars().next_back(), after)
}

/// True for words that are still known for such when converters have lost the space beside them;
/// acronyms and the shortest words are not.
fn is_word(words: &str) -> bool {
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() >= 3 && !letters.clone().all(char::is_uppercase)
}

/// True between a letter and a digit, and where a capital follows a small letter: "11January",
/// "Group13", "GenevaRef".
fn is_seam(left: char, right: char) -> bool {
    left.is_numeric() != right.is_numeric() || left.is_lowercase() && right.is_uppercase()
}

/// A plain text in lower case, without dashes, its lines run together.
struct Folded {
    text: String,
    origins: Vec<usize>,
    ends: Vec<usize>,
}

impl Folded {
    fn new(plain: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(plain.len()),
            origins: Vec::with_capacity(plain.len()),
            ends: Vec::with_capacity(plain.len()),
        };
        let mut previous = None;
        let mut characters = plain.char_indices().peekable();
        while let Some((offset, character)) = characters.next() {
            let end = offset + character.len_utf8();
            let next = characters.peek().map(|(_, next)| *next);
            match character {
                '-' => {}
                '\n' if previous.is_some_and(is_han) && next.is_some_and(is_han) => {}
                '\n' => folded.push(' ', offset, end),
                _ => {
                    for lower in character.to_lowercase() {
                        folded.push(lower, offset, end);
                    }
                }
            }
            previous = Some(character);
        }
        folded
    }

    fn push(&mut self, character: char, offset: usize, end: usize) {
        self.text.push(character);
        for _ in 0..character.len_utf8() {
            self.origins.push(offset);
            self.ends.push(end);
        }
    }
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
    use super::{Matcher, comparable};
    use crate::document::plain::Plain;
    use crate::language::Language;
    use crate::vocabulary::EntryId;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let numbered = names.iter().enumerate();
        let matcher =
            Matcher::new(numbered.map(|(index, name)| (*name, EntryId(index as u32), None)));
        let text = Plain::new(text);
        let matches = matcher.find(&text, Language::English);
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
    fn words_are_not_names() {
        assert!(found(&["Nice"], "a nice day").is_empty());
        assert!(found(&["BR"], "br, abr, BRX").is_empty());
        assert!(found(&["Mali"], "Somalia").is_empty());
        assert_eq!(found(&["chairman"], "Chairman").len(), 1);
    }

    #[test]
    fn names_compare_by_letters_and_digits() {
        assert_eq!(comparable("JCA‑Rés.178"), comparable("jca res 178"));
    }
}
