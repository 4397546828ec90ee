//! Where converters lost what stood between two cells or lines: `2013Wednesday`, `dateDeadline`,
//! `ZHAOSecrétaire`. In a text that was glued so, the words are taken apart again.

use std::collections::BTreeSet;

/// The fewest seams of a text that was glued; a few words have a capital in the middle of their own.
const FEWEST: usize = 4;
/// The fewest small letters before a seam, and behind the capital of the word that it opens.
const SMALL_BEFORE: usize = 3;
const SMALL_BEHIND: usize = 3;
/// Openings of surnames that a capital follows.
const NAME_OPENINGS: &[&str] = &["Mac", "Fitz", "Van", "Von", "Della", "Saint"];

/// The bytes before which a space was lost; none in a text that was not glued.
pub(super) fn seams(text: &str) -> BTreeSet<usize> {
    let mut seams = BTreeSet::new();
    let mut start = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let is_address =
            chunk.contains(['@', '\\']) || chunk.contains("://") || chunk.contains("www.");
        if chunk.len() > SMALL_BEFORE && !is_address {
            in_chunk(chunk, start, &mut seams);
        }
        start += chunk.len();
    }
    if seams.len() < FEWEST {
        seams.clear();
    }
    seams
}

fn in_chunk(chunk: &str, start: usize, seams: &mut BTreeSet<usize>) {
    let mut run = Run::default();
    for (at, character) in chunk.char_indices() {
        let behind = &chunk[at + character.len_utf8()..];
        let opens_word = || character.is_uppercase() && small_letters(behind) >= SMALL_BEHIND;
        let is_seam = if character.is_uppercase() {
            let ends_word =
                run.small >= SMALL_BEFORE && !NAME_OPENINGS.contains(&run.word(chunk, at));
            (ends_word || run.capitals > 1 || run.digits > 0) && opens_word()
        } else {
            character.is_ascii_digit() && run.small >= SMALL_BEFORE
        };
        if is_seam {
            seams.insert(start + at);
        }
        run.push(at, character);
    }
}

fn small_letters(text: &str) -> usize {
    text.chars()
        .take_while(|character| character.is_lowercase())
        .count()
}

/// What stands directly before a character: how many letters or digits of one sort in a row, and where
/// their word began.
#[derive(Default)]
struct Run {
    word: usize,
    is_word: bool,
    small: usize,
    capitals: usize,
    digits: usize,
}

impl Run {
    fn push(&mut self, at: usize, character: char) {
        if character.is_alphanumeric() && !self.is_word
            || character.is_uppercase() && self.small > 0
        {
            self.word = at;
        }
        self.is_word = character.is_alphanumeric();
        self.small = if character.is_lowercase() {
            self.small + 1
        } else {
            0
        };
        self.capitals = if character.is_uppercase() {
            self.capitals + 1
        } else {
            0
        };
        self.digits = if character.is_ascii_digit() {
            self.digits + 1
        } else {
            0
        };
    }

    fn word<'t>(&self, chunk: &'t str, at: usize) -> &'t str {
        &chunk[self.word..at]
    }
}

#[cfg(test)]
mod tests {
    use super::seams;

    fn apart(text: &str) -> String {
        let seams = seams(text);
        let mut apart = String::new();
        for (at, character) in text.char_indices() {
            if seams.contains(&at) {
                apart.push(' ');
            }
            apart.push(character);
        }
        apart
    }

    #[test]
    fn glued_words_are_taken_apart() {
        assert_eq!(
            apart(
                "16 avril 2021Référence:DM-21 UITContact: séanceDate limite16 h Houlin ZHAOSecrétaire"
            ),
            "16 avril 2021 Référence:DM-21 UIT Contact: séance Date limite 16 h Houlin ZHAO Secrétaire"
        );
    }

    #[test]
    fn a_text_with_capitals_of_its_own_is_left() {
        let text = "Roxanne MacElvane spoke of LinkedInside, ITUNews and http://itu.int/aBlaBlaBla";
        assert_eq!(apart(text), text);
    }
}
