//! A question without what writers vary, and the way back to the words as they were written.
//!
//! Patterns are made plain in the same way, so that `Qui preside` finds `Qui préside`.

use crate::span::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A plain text and, for each of its bytes, the byte of the original that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) text: String,
    origins: Vec<usize>,
}

impl Plain {
    /// Without accents, compatibility forms, curly apostrophes, needless spaces and the signs at the
    /// end of a question. Case is kept.
    pub(super) fn new(original: &str) -> Self {
        let mut plain = Self {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len()),
        };
        let mut gap = false;
        for (offset, written) in original.char_indices() {
            for character in simple(written) {
                if character.is_whitespace() {
                    gap = !plain.text.is_empty();
                    continue;
                }
                let needless = is_han(character) || plain.text.ends_with(is_han);
                if gap && !needless {
                    plain.push(' ', offset);
                }
                gap = false;
                plain.push(character, offset);
            }
        }
        let end = plain
            .text
            .trim_end_matches(['?', '!', '.', '。', ' '])
            .len();
        plain.text.truncate(end);
        plain.origins.truncate(end);
        plain
    }

    /// The words of the original that a part of the plain text stands for.
    pub(super) fn original<'a>(&self, original: &'a str, part: Span) -> &'a str {
        let Some(&start) = self.origins.get(part.start) else {
            return "";
        };
        let last = part
            .end
            .checked_sub(1)
            .and_then(|last| self.origins.get(last));
        let last = last.copied().unwrap_or(start);
        let end = original[last..]
            .chars()
            .next()
            .map_or(last, |character| last + character.len_utf8());
        original.get(start..end.max(start)).unwrap_or("")
    }

    fn push(&mut self, character: char, offset: usize) {
        self.text.push(character);
        self.origins.resize(self.text.len(), offset);
    }
}

/// The words of a pattern, written like those of a plain question. Spaces stay as they are.
pub(super) fn pattern(source: &str) -> String {
    source.chars().flat_map(simple).collect()
}

fn simple(character: char) -> impl Iterator<Item = char> {
    let characters: Vec<char> = match character {
        '’' | '‘' | 'ʼ' | '＇' => vec!['\''],
        '‐' | '‑' | '–' => vec!['-'],
        'œ' => vec!['o', 'e'],
        'Œ' => vec!['O', 'e'],
        other => std::iter::once(other)
            .nfkd()
            .filter(|part| !is_combining_mark(*part))
            .collect(),
    };
    characters.into_iter()
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::Plain;
    use crate::span::Span;

    #[test]
    fn variants_of_a_question_become_one() {
        for question in [
            "Qui préside  l’AMNT ?",
            "qui preside l'amnt",
            "Qui pre\u{301}side l'AMNT\u{A0}?",
        ] {
            assert_eq!(
                Plain::new(question).text.to_lowercase(),
                "qui preside l'amnt"
            );
        }
        assert_eq!(Plain::new("谁主持 TSAG？").text, "谁主持TSAG");
        assert_eq!(Plain::new("Ｗho signed it？!").text, "Who signed it");
    }

    #[test]
    fn words_are_given_back_as_written() {
        let question = "Où est  Genève ?";
        let plain = Plain::new(question);
        let start = plain.text.find("Geneve").expect("the words are there");
        assert_eq!(
            plain.original(question, Span::new(start, plain.text.len())),
            "Genève"
        );
    }
}
