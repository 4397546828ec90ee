//! Which kinds of mention a pattern cannot do without: texts that have none of them are not searched.
//!
//! A pattern with `<Person>` and `<Group>` in every alternative can match only where both are
//! mentioned. Most patterns are ruled out so for most parts of most letters.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Letters of the typed alphabet, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters([u64; WORDS]);

const WORDS: usize = 8;

/// The first letter of the typed alphabet; kinds are numbered from here.
const FIRST: u32 = 0xE000;

impl Letters {
    /// The letters of the typed alphabet in a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for character in text.chars() {
            letters.add(character);
        }
        letters
    }

    fn add(&mut self, letter: char) -> bool {
        let Some(bit) = u32::from(letter).checked_sub(FIRST) else {
            return false;
        };
        match self.0.get_mut(bit as usize / 64) {
            Some(word) => {
                *word |= 1 << (bit % 64);
                true
            }
            None => false,
        }
    }

    fn join(mut self, other: Self) -> Self {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        self
    }

    fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

/// For each mention that a pattern needs, the letters of which one must be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Need(Vec<Letters>);

impl Need {
    /// What the regular expression needs; nothing if it cannot be told.
    pub fn of(regex: &str) -> Self {
        regex_syntax::parse(regex).map_or_else(|_| Self::default(), |hir| Self(needs(&hir)))
    }

    /// True when a text with these letters may match.
    pub fn is_met_by(&self, letters: Letters) -> bool {
        self.0.iter().all(|need| need.meets(letters))
    }
}

fn needs(hir: &Hir) -> Vec<Letters> {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let mut letters = Letters::default();
            for range in class.ranges() {
                // A range that reaches beyond the alphabet matches words, too.
                if u32::from(range.start()) < FIRST || u32::from(range.end()) >= FIRST + 512 {
                    return Vec::new();
                }
                for letter in range.start()..=range.end() {
                    letters.add(letter);
                }
            }
            if class.ranges().is_empty() {
                Vec::new()
            } else {
                vec![letters]
            }
        }
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).unwrap_or("");
            let letters = text
                .chars()
                .map(|letter| Letters::of(letter.encode_utf8(&mut [0; 4])));
            letters
                .filter(|letters| *letters != Letters::default())
                .collect()
        }
        HirKind::Capture(capture) => needs(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needs(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(needs).collect(),
        HirKind::Alternation(parts) => {
            // One of the alternatives matches: any of their letters must be there, if each has one.
            let firsts: Option<Vec<Letters>> = parts
                .iter()
                .map(|part| needs(part).first().copied())
                .collect();
            let joined =
                firsts.map(|firsts| firsts.into_iter().fold(Letters::default(), Letters::join));
            joined.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, Need};

    #[test]
    fn every_alternative_counts() {
        let need = Need::of("(?i)chaired by [\u{E001}\u{E002}](?: of \u{E003})?|[\u{E004}], chair");
        assert!(need.is_met_by(Letters::of("by \u{E002}")));
        assert!(need.is_met_by(Letters::of("\u{E004}")));
        assert!(!need.is_met_by(Letters::of("chaired by \u{E003}")));
        let need = Need::of("\u{E001} and \u{E002}");
        assert!(!need.is_met_by(Letters::of("\u{E001}")));
        assert!(need.is_met_by(Letters::of("\u{E002}\u{E001}")));
    }

    #[test]
    fn a_pattern_of_words_needs_nothing() {
        assert!(Need::of(r"[^.]+ \p{L}").is_met_by(Letters::default()));
    }
}
