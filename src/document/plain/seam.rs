//! Where converters lost what stood between two cells or lines: `2013Wednesday`, `dateDeadline`,
//! `ZHAOSecrétaire`, `from26 October`, `22августа`. Some seams are plain by themselves; the others are believed where the
//! text has words apart that are glued there, and everywhere in a text that was glued throughout.

use super::is_arabic;
use crate::language::is_cyrillic;
use std::collections::{BTreeSet, HashSet};

/// The fewest seams of a text that was glued; a few words have a capital in the middle of their own.
const FEWEST: usize = 4;
/// The fewest small letters before a seam, and behind the capital of the word that it opens.
const SMALL_BEFORE: usize = 3;
const SMALL_BEHIND: usize = 3;
/// The fewest capitals of a name that small letters with a capital of their own are glued to, and the fewest
/// digits of a number that a word is glued to: neither ITUNews nor 3Com.
const NAME: usize = 4;
const NUMBER: usize = 3;
/// The most letters of a word.
const LONGEST_WORD: usize = 40;
/// The most digits of a day or year behind a word.
const YEAR: usize = 4;

/// The bytes before which a space was lost.
pub(super) fn seams(text: &str) -> BTreeSet<usize> {
    let mut seams = Seams::default();
    let mut start = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let is_address =
            chunk.contains(['@', '\\']) || chunk.contains("://") || chunk.contains("www.");
        if chunk.len() > SMALL_BEFORE && !is_address {
            seams.find_in(chunk, start);
        }
        start += chunk.len();
    }
    let mut found = seams.plain;
    if !seams.told_by_words.is_empty() {
        let words: HashSet<&str> = text
            .split(|character: char| !character.is_alphanumeric())
            .collect();
        let believed = seams.told_by_words.iter();
        let believed = believed.filter(|seam| seam.words.iter().all(|word| words.contains(word)));
        found.extend(believed.map(|seam| seam.at));
    }
    if seams.likely.len() >= FEWEST {
        found.extend(seams.likely);
    }
    found
}

/// The seams of a text by what makes them believed.
#[derive(Default)]
struct Seams<'t> {
    plain: BTreeSet<usize>,
    likely: BTreeSet<usize>,
    told_by_words: Vec<SeamOfWords<'t>>,
}

/// A seam that is believed where the text has the words apart elsewhere.
struct SeamOfWords<'t> {
    at: usize,
    words: Vec<&'t str>,
}

impl<'t> Seams<'t> {
    fn find_in(&mut self, chunk: &'t str, start: usize) {
        let mut run = Run::default();
        for (at, character) in chunk.char_indices() {
            let behind = &chunk[at + character.len_utf8()..];
            if character.is_uppercase() {
                let ends_word = run.small >= SMALL_BEFORE || run.capitals > 1 || run.digits > 0;
                if ends_word && small_letters(behind) >= SMALL_BEHIND {
                    self.likely.insert(start + at);
                }
                if run.capitals >= NAME && small_letters(behind) >= SMALL_BEHIND
                    || run.digits >= NUMBER && goes_on(behind)
                {
                    self.plain.insert(start + at);
                }
            } else if character.is_ascii_digit() && run.small >= SMALL_BEFORE {
                self.likely.insert(start + at);
            }
            if is_between_word_and_number(chunk, at) {
                self.plain.insert(start + at);
            }
            if let Some(words) = words_around(chunk, at) {
                self.told_by_words.push(SeamOfWords {
                    at: start + at,
                    words,
                });
            }
            run.push(character);
        }
    }
}

/// True between a number and a word of a script whose words bear no digits: `22августа`, `الساعة0930`. Behind
/// a number Arabic letters may stand because the space moved before it.
fn is_between_word_and_number(chunk: &str, at: usize) -> bool {
    let (before, behind) = chunk.split_at(at);
    let is_small = |letter: &char| is_cyrillic(*letter) && letter.is_lowercase();
    let is_letter = |letter: &char| is_small(letter) || is_arabic(*letter);
    let is_digit = |sign: char| sign.is_ascii_digit();
    let letters_before = before.chars().rev().take_while(is_letter);
    let letters_behind = behind.chars().take_while(is_small);
    behind.starts_with(is_digit) && letters_before.count() >= SMALL_BEFORE
        || before.ends_with(is_digit) && letters_behind.count() >= SMALL_BEFORE
}

/// The words that meet at a byte of a chunk without a space, where both are whole words there or one is and
/// the other is a number: `from26`, `26octobre`, `theITU`, `ITUheadquarters`, `meetingGeneva`.
fn words_around(chunk: &str, at: usize) -> Option<Vec<&str>> {
    let (last, first) = (
        chunk[..at].chars().next_back()?,
        chunk[at..].chars().next()?,
    );
    let changes_sort = last.is_ascii_digit() != first.is_ascii_digit();
    let changes_case = last.is_lowercase() && first.is_uppercase();
    let ends_acronym = last.is_uppercase() && first.is_lowercase();
    if !(changes_sort || changes_case || ends_acronym) {
        return None;
    }
    let before = run_of(last, chunk[..at].chars().rev());
    let behind = run_of(first, chunk[at..].chars());
    let before = &chunk[at - before?..at];
    let behind = &chunk[at..at + behind?];
    let is_number =
        |word: &str| word.len() <= YEAR && word.bytes().all(|byte| byte.is_ascii_digit());
    if first.is_ascii_digit() {
        // A part of a code is no word: CG-Res1.
        let is_part = chunk[..at - before.len()].ends_with('-');
        return (is_word(before) && is_number(behind) && !is_part).then(|| vec![before]);
    }
    if last.is_ascii_digit() {
        // Neither an ordinal (1st, 1er) nor the number of a paragraph.
        let is_long = small_letters(behind) >= SMALL_BEHIND;
        return (is_long && is_word(behind) && is_number(before)).then(|| vec![behind]);
    }
    let is_acronym = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let is_seam = changes_case && is_word(before) && (is_word(behind) || is_acronym(behind))
        || ends_acronym && is_acronym(before) && is_word(behind);
    is_seam.then(|| vec![before, behind])
}

/// The bytes of the letters or digits that some characters begin with; nothing if they are no word.
fn run_of(first: char, characters: impl Iterator<Item = char>) -> Option<usize> {
    let mut bytes = 0;
    for (count, character) in characters
        .take_while(|other| is_like(first, *other))
        .enumerate()
    {
        if count >= LONGEST_WORD {
            return None;
        }
        bytes += character.len_utf8();
    }
    Some(bytes)
}

fn is_like(one: char, other: char) -> bool {
    one.is_alphabetic() && other.is_alphabetic() || one.is_ascii_digit() && other.is_ascii_digit()
}

/// True for two or more letters of a script with capitals, which are small but for the first.
fn is_word(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next();
    first.is_some_and(|first| first.is_lowercase() || first.is_uppercase())
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase)
}

/// True where the letters behind a capital are those of a word with it: Fax, E-mail.
fn goes_on(behind: &str) -> bool {
    let behind_hyphen = behind.strip_prefix('-');
    small_letters(behind) >= SMALL_BEHIND - 1
        || behind_hyphen.is_some_and(|rest| small_letters(rest) >= SMALL_BEHIND)
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
    fn plain_seams_need_no_others() {
        assert_eq!(
            apart("+41 22 730 6301Fax: 6453E-mail: Yoshio UTSUMISecretario"),
            "+41 22 730 6301 Fax: 6453 E-mail: Yoshio UTSUMI Secretario"
        );
        assert_eq!(
            apart("a letter from the Bureau, from26 October to3 November; on html5, annex2"),
            "a letter from the Bureau, from 26 October to3 November; on html5, annex2"
        );
        assert_eq!(
            apart(
                "the ITU, headquarters; atthe ITUheadquarters by theITU on 3 octobre, 26octobre, 2nd, 5G"
            ),
            "the ITU, headquarters; atthe ITU headquarters by the ITU on 3 octobre, 26 octobre, 2nd, 5G"
        );
    }

    #[test]
    fn words_of_scripts_that_have_none_bear_no_numbers() {
        assert_eq!(
            apart("с 22августа по 4сентября 2006г., групп6A, 6-й; الساعة0930 ب5"),
            "с 22 августа по 4 сентября 2006г., групп 6A, 6-й; الساعة 0930 ب5"
        );
    }

    #[test]
    fn a_text_with_capitals_of_its_own_is_left() {
        let text = "Roxanne MacElvane spoke of LinkedInside, ITUNews and http://itu.int/aBlaBlaBla";
        assert_eq!(apart(text), text);
    }
}
