//! Letters that converters print back to front where a ligature of old Arabic fonts joined them:
//! `املرجع` for `المرجع`, `اىل` for `الى`, `يف` for `في`.

use super::is_arabic;
use std::collections::BTreeMap;
use unicode_normalization::char::is_combining_mark;

/// A letter with the byte at which it stands.
type Letter = (usize, char);

/// How many words that exist only back to front show that a text came through such a converter.
const ENOUGH: usize = 3;

/// The bytes at which another letter was meant, with that letter; none for a text that shows no sign
/// of such a converter.
pub(super) fn turned_letters(text: &str) -> BTreeMap<usize, char> {
    if !text.contains("يف") && !text.contains("ىل") {
        return BTreeMap::new();
    }
    let words = words(text);
    if words.iter().filter(|word| is_sign(word)).count() < ENOUGH {
        return BTreeMap::new();
    }
    let mut turned = BTreeMap::new();
    for word in &words {
        turn(word, &mut turned);
    }
    turned
}

/// The runs of Arabic letters, without their marks.
fn words(text: &str) -> Vec<Vec<Letter>> {
    let mut words = vec![Vec::new()];
    for (offset, character) in text.char_indices() {
        if is_arabic(character) {
            words
                .last_mut()
                .expect("there is a word")
                .push((offset, character));
        } else if !is_combining_mark(character) && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(Vec::new());
        }
    }
    words
}

/// The letters of a word behind a conjunction or preposition that is written in one with it.
fn stem(word: &[Letter]) -> &[Letter] {
    match word {
        [(_, 'و' | 'ف' | 'ب' | 'ك'), rest @ ..] if rest.len() > 1 => rest,
        _ => word,
    }
}

fn spells(word: &[Letter], letters: &str) -> bool {
    word.iter().map(|(_, letter)| *letter).eq(letters.chars())
}

/// Words that exist only back to front: `يف`, `اليت`, and any with an alef maksura before its end.
fn is_sign(word: &[Letter]) -> bool {
    spells(stem(word), "يف") || spells(stem(word), "اليت") || is_cut_short(word)
}

/// True for a word whose last letter but one only ever ends words.
fn is_cut_short(word: &[Letter]) -> bool {
    matches!(word, [.., (_, 'ى'), _])
}

fn turn(word: &[Letter], turned: &mut BTreeMap<usize, char>) {
    let mut put = |places: &[Letter], meant: &[Letter]| {
        turned.extend(
            places
                .iter()
                .zip(meant)
                .map(|(place, meant)| (place.0, meant.1)),
        );
    };
    let stem = stem(word);
    if spells(stem, "يف") || spells(stem, "اليت") || is_cut_short(word) {
        let last = &word[word.len() - 2..];
        put(last, &[last[1], last[0]]);
    }
    match stem {
        // The article before meem and another of the letters below: `اجمللس`.
        [
            (_, 'ا'),
            a @ (_, 'ج' | 'ح' | 'خ'),
            b @ (_, 'م'),
            c @ (_, 'ل'),
            _,
            _,
            ..,
        ] => {
            put(&[*a, *b, *c], &[*c, *b, *a]);
        }
        // The article before one of them: `املرجع`, `احلالي`.
        [
            (_, 'ا'),
            a @ (_, 'م' | 'ج' | 'ح' | 'خ'),
            b @ (_, 'ل'),
            _,
            _,
            ..,
        ] => {
            put(&[*a, *b], &[*b, *a]);
        }
        // The preposition before meem, where no word begins so: `ملوعد`.
        [
            a @ (_, 'م'),
            b @ (_, 'ل'),
            (_, 'و' | 'ؤ' | 'ز' | 'د' | 'ر'),
            _,
            ..,
        ] => {
            put(&[*a, *b], &[*b, *a]);
        }
        _ => {}
    }
}
