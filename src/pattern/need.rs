//! What a pattern cannot do without: texts that lack it are not searched.
//!
//! A pattern with `<Person>` and `<Group>` in every alternative can match only where both are
//! mentioned, and one with "chaired by" only where these words stand. Most patterns are ruled out so
//! for most parts of most letters, and are not even compiled. Words are looked up as in an index of
//! trigrams, here of three bytes: a text may be searched in vain, but is never passed over wrongly.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// What a text has to offer to patterns.
#[derive(Debug, Clone, Default)]
pub struct Signs {
    letters: Letters,
    grams: Grams,
}

impl Signs {
    /// The signs of a text in typed form.
    pub fn of(text: &str) -> Self {
        Self {
            letters: Letters::of(text),
            grams: Grams::of(&text.to_lowercase()),
        }
    }
}

/// Letters of the typed alphabet, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters([u64; WORDS]);

const WORDS: usize = 8;

/// The first letter of the typed alphabet; kinds are numbered from here.
const FIRST: u32 = 0xE000;

impl Letters {
    fn of(text: &str) -> Self {
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

    fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

/// The runs of three bytes in a text, hashed into a table of bits.
#[derive(Debug, Clone, Default)]
struct Grams {
    bits: Vec<u64>,
    shift: u32,
}

impl Grams {
    fn of(text: &str) -> Self {
        const BITS_PER_BYTE: usize = 16;
        const FEWEST_BITS: usize = 4096;
        let size = (text.len() * BITS_PER_BYTE)
            .max(FEWEST_BITS)
            .next_power_of_two();
        let mut grams = Self {
            bits: vec![0; size / 64],
            shift: 32 - size.trailing_zeros().min(31),
        };
        for gram in text.as_bytes().windows(3) {
            let (word, bit) = grams.place(packed(gram));
            grams.bits[word] |= bit;
        }
        grams
    }

    fn has(&self, gram: u32) -> bool {
        let (word, bit) = self.place(gram);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn place(&self, gram: u32) -> (usize, u64) {
        // Fibonacci hashing: the upper bits of a product are well spread.
        let at = gram.wrapping_mul(0x9E37_79B1) >> self.shift;
        (at as usize / 64, 1 << (at % 64))
    }
}

fn packed(gram: &[u8]) -> u32 {
    gram.iter()
        .fold(0, |packed, byte| packed << 8 | u32::from(*byte))
}

/// What a text must have for a pattern to match in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Nothing that could be told.
    Nothing,
    /// A mention of one of these kinds.
    Mention(Box<Letters>),
    /// Words, by their trigrams.
    Words(Box<[u32]>),
    /// All of these.
    All(Vec<Need>),
    /// One of these.
    Any(Vec<Need>),
}

impl Need {
    /// What a regular expression needs that is matched without regard to case; nothing if it cannot
    /// be told.
    pub fn of(regex: &str) -> Self {
        // Words are compared in lower case, which keeps them words: each letter in either case would
        // be a class.
        let source = regex.replacen("(?im)", "(?m)", 1);
        let hir = ParserBuilder::new().build().parse(&source);
        hir.map_or(Self::Nothing, |hir| needs(&hir))
    }

    /// True when a text with these signs may match.
    pub fn is_met_by(&self, signs: &Signs) -> bool {
        match self {
            Self::Nothing => true,
            Self::Mention(letters) => letters.meets(signs.letters),
            Self::Words(grams) => grams.iter().all(|gram| signs.grams.has(*gram)),
            Self::All(needs) => needs.iter().all(|need| need.is_met_by(signs)),
            Self::Any(needs) => needs.iter().any(|need| need.is_met_by(signs)),
        }
    }
}

fn needs(hir: &Hir) -> Need {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let mut letters = Letters::default();
            for range in class.ranges() {
                // A range that reaches beyond the alphabet matches words, too.
                if u32::from(range.start()) < FIRST || u32::from(range.end()) >= FIRST + 512 {
                    return Need::Nothing;
                }
                for letter in range.start()..=range.end() {
                    letters.add(letter);
                }
            }
            if class.ranges().is_empty() {
                Need::Nothing
            } else {
                Need::Mention(Box::new(letters))
            }
        }
        HirKind::Literal(literal) => all(needs_of_words(&literal.0)),
        HirKind::Capture(capture) => needs(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needs(&repetition.sub),
        HirKind::Concat(parts) => needs_in_turn(parts),
        HirKind::Alternation(parts) => {
            let needs: Vec<Need> = parts.iter().map(needs).collect();
            if needs.contains(&Need::Nothing) {
                Need::Nothing
            } else {
                Need::Any(needs)
            }
        }
        _ => Need::Nothing,
    }
}

/// What expressions need that follow one another; words go on over anchors.
fn needs_in_turn(parts: &[Hir]) -> Need {
    let mut found = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    for part in parts {
        match part.kind() {
            HirKind::Literal(literal) => run.extend(&literal.0),
            HirKind::Look(_) | HirKind::Empty => {}
            _ => {
                found.extend(needs_of_words(&std::mem::take(&mut run)));
                found.push(needs(part));
            }
        }
    }
    found.extend(needs_of_words(&run));
    all(found)
}

/// What literal text needs: the words in it, and the mentions.
fn needs_of_words(literal: &[u8]) -> Vec<Need> {
    let text = std::str::from_utf8(literal).unwrap_or("").to_lowercase();
    let letters = text.chars().filter_map(|character| {
        let mut letters = Letters::default();
        letters
            .add(character)
            .then(|| Need::Mention(Box::new(letters)))
    });
    let grams: Box<[u32]> = text.as_bytes().windows(3).map(packed).collect();
    let words = (!grams.is_empty()).then_some(Need::Words(grams));
    words.into_iter().chain(letters).collect()
}

fn all(mut needs: Vec<Need>) -> Need {
    needs.retain(|need| *need != Need::Nothing);
    match needs.len() {
        0 => Need::Nothing,
        1 => needs.remove(0),
        _ => Need::All(needs),
    }
}

#[cfg(test)]
mod tests {
    use super::{Need, Signs};

    #[test]
    fn every_alternative_counts() {
        let need =
            Need::of("(?im)chaired by [\u{E001}\u{E002}](?: of \u{E003})?|[\u{E004}], chair");
        assert!(need.is_met_by(&Signs::of("Chaired by \u{E002}")));
        assert!(need.is_met_by(&Signs::of("\u{E004}, chair")));
        assert!(!need.is_met_by(&Signs::of("chaired by \u{E003}")));
        assert!(!need.is_met_by(&Signs::of("presided over by \u{E002}")));
        let need = Need::of("(?im)\u{E001} and \u{E002}");
        assert!(!need.is_met_by(&Signs::of("\u{E001} and")));
        assert!(need.is_met_by(&Signs::of("\u{E001} AND \u{E002}")));
    }

    #[test]
    fn words_go_on_over_anchors_and_are_told_in_every_script() {
        let need = Need::of(r"(?im)состо\bится|召开");
        assert!(need.is_met_by(&Signs::of("СОСТОИТСЯ")));
        assert!(need.is_met_by(&Signs::of("将召开")));
        assert!(!need.is_met_by(&Signs::of("состояние")));
    }

    #[test]
    fn a_pattern_of_classes_needs_nothing() {
        assert_eq!(Need::of(r"(?im)[^.]+ \p{L}"), Need::Nothing);
        assert!(Need::of(r"(?im)(?:the )?[a-z]").is_met_by(&Signs::of("")));
    }
}
