//! Where converters lost what stood between two cells or lines: `2013Wednesday`, `dateDeadline`,
//! `ZHAOSecrétaire`. In a text that was glued so, the words are taken apart again.

use std::collections::BTreeSet;

/// The fewest seams of a text that was glued; a few words have a capital in the middle of their own.
const FEWEST: usize = 4;
/// The fewest small letters before a seam, and behind the capital of the word that it opens.
const SMALL_BEFORE: usize = 3;
const SMALL_BEHIND: usize = 3;

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
        let is_seam = if character.is_uppercase() {
            let ends_word = run.small >= SMALL_BEFORE || run.capitals > 1 || run.digits > 0;
            ends_word && small_letters(&chunk[at + character.len_utf8()..]) >= SMALL_BEHIND
        } else {
            character.is_ascii_digit() && run.small >= SMALL_BEFORE
        };
        if is_seam {
            seams.insert(start + at);
        }
        run.push(character);
    }
}

fn small_letters(text: &str) -> usize {
    let letters = text.chars().take_while(|letter| letter.is_lowercase());
    letters.count()
}

/// How many letters or digits of one sort stand in a row directly before a character.
#[derive(Default)]
struct Run {
    small: usize,
    capitals: usize,
    digits: usize,
}

impl Run {
    fn push(&mut self, character: char) {
        let longer = |length: usize, is_of_sort: bool| if is_of_sort { length + 1 } else { 0 };
        self.small = longer(self.small, character.is_lowercase());
        self.capitals = longer(self.capitals, character.is_uppercase());
        self.digits = longer(self.digits, character.is_ascii_digit());
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
