//! Names as converters damage them.

/// A name of several words as converters leave it that lose the letters with marks: Franois Rancy. A
/// single word may become another one: échéance, chance.
pub(super) fn without_marked_letters(name: &str) -> Option<String> {
    /// The fewest characters that are left of a word.
    const SHORTEST: usize = 3;
    /// The blocks of Unicode Latin-1 Supplement and Latin Extended-A and B have the letters of the
    /// languages of Europe.
    const MARKED: std::ops::Range<char> = '\u{C0}'..'\u{250}';
    let is_marked = |letter: char| MARKED.contains(&letter) && letter.is_alphabetic();
    let is_latin = |letter: char| letter.is_ascii() || is_marked(letter) || !letter.is_alphabetic();
    if !name.contains(' ') || !name.contains(is_marked) || !name.chars().all(is_latin) {
        return None;
    }
    let mut words = name.split(' ');
    let is_kept = words.all(|word| {
        let left = word.chars().filter(|letter| !is_marked(*letter)).count();
        !word.starts_with(is_marked) && (left == word.chars().count() || left >= SHORTEST)
    });
    is_kept.then(|| name.chars().filter(|letter| !is_marked(*letter)).collect())
}
