//! Words that converters broke: by the hyphen at the end of a line, `confer-` and `ences`, by the sign of a
//! soft hyphen, `Standard¬ization`, and by a space or the end of a line in mid-word, `Resolu tion`, where the
//! text has the word whole elsewhere and its pieces nowhere else.

use super::is_arabic;
use std::collections::HashMap;

/// The fewest letters of a piece of a word that was broken by a space.
const SHORTEST: usize = 3;

/// Two words with what stands between them.
struct Pair<'t> {
    first: &'t str,
    second: &'t str,
    /// The bytes between them.
    between: (usize, usize),
}

/// The byte ranges between the pieces of broken words, in order.
pub(super) fn breaks(text: &str) -> Vec<(usize, usize)> {
    let pairs = pairs(text);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let ends = pairs.last().map(|pair| pair.second);
    for word in pairs.iter().map(|pair| pair.first).chain(ends) {
        *counts.entry(word).or_default() += 1;
    }
    let is_broken = |pair: &&Pair| {
        let between = &text[pair.between.0..pair.between.1];
        let is_small = pair
            .second
            .starts_with(|first| char::is_lowercase(first) || is_arabic(first));
        let is_hyphened =
            ends_line_with_hyphen(between) && pair.first.ends_with(char::is_lowercase);
        let is_split = matches!(between, " " | "\n") && is_split(pair, &counts);
        is_small && (is_hyphened || is_split || is_soft_hyphen(between))
    };
    let broken = pairs.iter().filter(is_broken);
    broken.map(|pair| pair.between).collect()
}

/// True for two pieces of a word that stands whole elsewhere: "Resolu" is no word of the text.
fn is_split(pair: &Pair<'_>, counts: &HashMap<&str, usize>) -> bool {
    let is_rare = |word: &str| counts.get(word) == Some(&1);
    let is_long = |word: &str| word.chars().count() >= SHORTEST;
    [pair.first, pair.second]
        .into_iter()
        .all(|piece| is_rare(piece) && is_long(piece))
        && counts.contains_key(format!("{}{}", pair.first, pair.second).as_str())
}

/// True for a hyphen, printed or soft, the end of a line, and blanks.
fn ends_line_with_hyphen(between: &str) -> bool {
    let rest = between.strip_prefix(['-', '\u{ad}']);
    rest.is_some_and(|rest| rest.contains('\n') && rest.trim().is_empty())
}

/// True for the sign that converters leave of a soft hyphen, in a line or at its end.
fn is_soft_hyphen(between: &str) -> bool {
    let rest = between.strip_prefix('¬');
    rest.is_some_and(|rest| rest.trim().is_empty())
}

/// The runs of letters of a text, each with the next.
fn pairs(text: &str) -> Vec<Pair<'_>> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (character.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                words.push((first, at));
                start = None;
            }
            _ => {}
        }
    }
    let follow = words.windows(2).map(|pair| Pair {
        first: &text[pair[0].0..pair[0].1],
        second: &text[pair[1].0..pair[1].1],
        between: (pair[0].1, pair[1].0),
    });
    follow.collect()
}

#[cfg(test)]
mod tests {
    use super::breaks;

    fn mended(text: &str) -> String {
        let mut mended = text.to_owned();
        for (start, end) in breaks(text).into_iter().rev() {
            mended.replace_range(start..end, "");
        }
        mended
    }

    #[test]
    fn words_go_on_behind_the_hyphen_of_a_line() {
        assert_eq!(
            mended(
                "of confer-\nences and long-term Sub-\u{20}\nject; se reu\u{ad}\nnirán, sound- and"
            ),
            "of conferences and long-term Subject; se reunirán, sound- and"
        );
        assert_eq!(
            mended("Standard¬ization, confer¬ \nences, ¬ no"),
            "Standardization, conferences, ¬ no"
        );
        assert_eq!(
            mended("in ITU-\nR and Vice-\nPresident"),
            "in ITU-\nR and Vice-\nPresident"
        );
    }

    #[test]
    fn pieces_of_a_word_that_stands_whole_elsewhere_are_joined() {
        assert_eq!(
            mended("Resolution 1 and Resolu tion 2, not Recom mendation"),
            "Resolution 1 and Resolution 2, not Recom mendation"
        );
        assert_eq!(mended("inform us in form of it"), "inform us in form of it");
        assert_eq!(
            mended("عمليات التقييم وأفرقة التقي\nيمات"),
            "عمليات التقييم وأفرقة التقي\nيمات"
        );
        assert_eq!(
            mended("عمليات التقييم وأفرقة التق\nييم"),
            "عمليات التقييم وأفرقة التقييم"
        );
    }
}
