//! Signs that converters of right-to-left pages leave on the wrong side of a number or of Latin
//! letters: `سبتمبر .2011` for `سبتمبر 2011.`, `(دبي، )2014` for `(دبي، 2014)`, `القرار ( 31المراجع`
//! for `القرار 31 (المراجع`, `( )BR` for `(BR)`.

use super::is_arabic;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A character that stands for another, with the bytes that both came from.
pub(super) type Moved = (char, (usize, usize));

/// Marks before a number; a bracket before a number with a word behind; brackets before Latin letters;
/// the groups of a telephone number before its plus.
static TURNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"[^\s(] (?P<mark>[.،؛)]{1,3})(?P<number>\d[\d:/.-]*\d|\d)|[^\s(] (?P<open>\( )(?P<before>\d{1,4})\p{Arabic}|(?P<pair>\([ .]?\))(?P<latin>[A-Za-z][\w&/-]*)|[^\d+\s] ?(?P<group>\d{2,4})(?P<groups>(?: \d{2,4}){2,5} ?\+)(?:[^\d]|$)",
    )
    .expect("the expression is constant")
});

/// The characters meant at the bytes of a text, where they are not those that stand there. `sign` gives
/// the character meant at a byte as far as it is known.
pub(super) fn moved(text: &str, sign: impl Fn(usize, char) -> char) -> BTreeMap<usize, Moved> {
    let mut moved = BTreeMap::new();
    let may_be_turned = [" .", " )", " (", " ،", "()", "( )", ")(", "+"];
    if !text.contains(is_arabic) || !may_be_turned.iter().any(|signs| text.contains(signs)) {
        return moved;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.contains(is_arabic) {
            turn_back(line, start, &sign, &mut moved);
        }
        start += line.len();
    }
    moved
}

fn turn_back(
    line: &str,
    start: usize,
    sign: impl Fn(usize, char) -> char,
    moved: &mut BTreeMap<usize, Moved>,
) {
    // Brackets that are turned around have the same length.
    let meant: String = line
        .char_indices()
        .map(|(at, character)| match character {
            '(' | ')' => sign(start + at, character),
            _ => character,
        })
        .collect();
    for found in TURNED.captures_iter(&meant) {
        let whole = |first: &str, last: &str| {
            let (first, last) = (found.name(first)?, found.name(last)?);
            Some((first.start(), last.end(), first.as_str(), last.as_str()))
        };
        let (from, to, words) = if let Some((from, to, mark, number)) = whole("mark", "number") {
            (
                from,
                to,
                format!("{number}{}", mark.chars().rev().collect::<String>()),
            )
        } else if let Some((from, to, _, number)) = whole("open", "before") {
            (from, to, format!("{number} ("))
        } else if let Some((from, to, pair, latin)) = whole("pair", "latin") {
            (from, to, format!("({latin}){}", &pair[1..pair.len() - 1]))
        } else if let Some((from, to, group, groups)) = whole("group", "groups") {
            (from, to, turned_number(group, groups))
        } else {
            continue;
        };
        let places = meant[from..to].char_indices();
        let origin = (start + from, start + to);
        moved.extend(
            places
                .zip(words.chars())
                .map(|((at, _), character)| (start + from + at, (character, origin))),
        );
    }
}

/// `+41 22 730 58 02` for `02 58 730 22 41+`, as long as what was written.
fn turned_number(group: &str, groups: &str) -> String {
    let rest = groups.trim_end_matches('+').split_whitespace();
    let turned: Vec<&str> = std::iter::once(group).chain(rest).collect();
    let turned = turned.into_iter().rev().collect::<Vec<_>>().join(" ");
    let length = group.len() + groups.len();
    format!("{:length$}", format!("+{turned}"))
}

#[cfg(test)]
mod tests {
    use crate::document::plain::plain;

    #[test]
    fn signs_return_behind_the_number() {
        assert_eq!(plain("سبتمبر .2011 وستفتتح"), plain("سبتمبر 2011. وستفتتح"));
        assert_eq!(
            plain("القرار ( 31المراجع في دبي، )2014 للمؤتمر"),
            plain("القرار 31 (المراجع في دبي، 2014) للمؤتمر")
        );
        assert_eq!(plain("المكتب ( )BR هو"), plain("المكتب (BR)  هو"));
        assert_eq!(plain("القرار 31 (دبي، 2014)"), "القرار 31 (دبي، 2014)");
        assert_eq!(
            plain("الهاتف: 02 58 730 22 41 +"),
            "الهاتف: +41 22 730 58 02 "
        );
    }
}
