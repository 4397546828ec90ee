//! The form of a text in which names are looked for, with the way back.

use super::inflection::{is_ordinal_ending, stem};
use crate::language::{is_cyrillic, is_han};

/// True for capitals that are letters each for itself and not a word in capitals.
pub(super) fn is_acronym(word: &str) -> bool {
    const LONGEST: usize = 5;
    word.chars().nth(LONGEST).is_none() && word.chars().all(|letter| !letter.is_lowercase())
}

/// A plain text in lower case, without dashes, its lines run together, its Russian words without
/// their endings.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte of `text`, where the letter that it comes from begins.
    pub(super) origins: Vec<usize>,
    /// For each byte of `text`, where that letter ends; for the last of a stem, where its word does.
    pub(super) ends: Vec<usize>,
}

impl Folded {
    pub(super) fn new(plain: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(plain.len()),
            origins: Vec::with_capacity(plain.len()),
            ends: Vec::with_capacity(plain.len()),
        };
        let mut previous = None;
        let mut at = 0;
        while let Some(character) = plain[at..].chars().next() {
            let end = at + character.len_utf8();
            let next = plain[end..].chars().next();
            match character {
                '-' => {}
                '\n' if previous.is_some_and(is_han) && next.is_some_and(is_han) => {}
                '\n' => folded.push(' ', at, end),
                _ if is_cyrillic(character) => {
                    at = folded.push_russian(plain, at);
                    previous = Some(character);
                    continue;
                }
                _ => {
                    for lower in character.to_lowercase() {
                        folded.push(lower, at, end);
                    }
                }
            }
            previous = Some(character);
            at = end;
        }
        folded
    }

    /// Adds the stem of the word at `start`, which stands for the whole word; returns where it ends.
    fn push_russian(&mut self, plain: &str, start: usize) -> usize {
        let end = start + seam(&plain[start..]);
        let word = &plain[start..end];
        let lower = word.to_lowercase();
        let before = plain[..start].strip_suffix('-').unwrap_or(&plain[..start]);
        if before.ends_with(|before: char| before.is_ascii_digit()) && is_ordinal_ending(&lower) {
            self.push('я', start, end);
            return end;
        }
        let kept = if is_acronym(word) {
            lower.as_str()
        } else {
            stem(&lower)
        };
        let letters = word.char_indices().zip(kept.chars());
        for ((offset, letter), lower) in letters {
            let from = start + offset;
            self.push(lower, from, from + letter.len_utf8());
        }
        let last = kept.chars().next_back().map_or(0, char::len_utf8);
        let from = self.ends.len() - last;
        self.ends[from..].fill(end);
        end
    }

    fn push(&mut self, character: char, offset: usize, end: usize) {
        self.text.push(character);
        for _ in 0..character.len_utf8() {
            self.origins.push(offset);
            self.ends.push(end);
        }
    }
}

/// Where a Russian word ends: at the last of its letters, or where another word was glued to it.
fn seam(text: &str) -> usize {
    let mut previous: Option<char> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let opens_word = letter.is_uppercase() && next.is_some_and(char::is_lowercase);
        let is_glued = match previous {
            Some(previous) if previous.is_lowercase() => letter.is_uppercase(),
            Some(_) => opens_word,
            None => false,
        };
        if !is_cyrillic(letter) || is_glued {
            return at;
        }
        previous = Some(letter);
    }
    text.len()
}
