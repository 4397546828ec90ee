//! Numbers in Chinese characters where a date or the number of a text is written with them:
//! `二〇〇一年六月二十九日`, `第一百七十八号决议`. Everywhere else they are words.

use crate::language::is_han;
use regex::{Captures, Regex};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A year, and behind it or alone a month with its day, then the day that ends a range; or the number of a
/// text. The characters come as they are and as the radicals that fonts have for them.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[〇零○Ｏ一⼀二⼆三四五六七八⼋九十⼗]";
    let (month, day) = (
        format!("({digit}{{1,2}})[月⽉]"),
        format!("({digit}{{1,3}})[日⽇]"),
    );
    let days = format!("{month}{day}(?:[至⾄到、和及–—-](?:{month})?{day})?");
    let year = "([一⼀二⼆][九〇零○Ｏ][〇零○Ｏ一⼀二⼆三四五六七八⼋九]{2})年";
    let text = "第([一⼀二⼆三四五六七八⼋九十⼗百零〇]{2,5})号";
    Regex::new(&format!("{year}(?:{days}|{month})?|{days}|{text}"))
        .expect("the expression is constant")
});

/// The bytes of characters for which digits are meant, with those digits; none stand for the characters
/// behind the first of a number.
pub(super) fn digits(text: &str) -> BTreeMap<usize, String> {
    let mut found = BTreeMap::new();
    if !text.chars().any(is_han) {
        return found;
    }
    for captures in NUMBER.captures_iter(text) {
        for (start, characters, number) in numbers(&captures) {
            for (offset, _) in characters.char_indices() {
                found.insert(start + offset, String::new());
            }
            found.insert(start, number.to_string());
        }
    }
    found
}

/// The numbers of a date or text with where they begin and how they are written.
fn numbers<'t>(captures: &Captures<'t>) -> Vec<(usize, &'t str, u16)> {
    let groups = captures.iter().skip(1).flatten();
    groups
        .filter_map(|group| Some((group.start(), group.as_str(), value(group.as_str())?)))
        .collect()
}

/// What a number in characters is: digit by digit as years are written, or with tens and hundreds.
fn value(characters: &str) -> Option<u16> {
    let digits = characters.nfkc().map(|character| match character {
        '〇' | '零' | '○' | 'O' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    });
    let digits: Vec<u16> = digits.collect::<Option<_>>()?;
    if digits.iter().all(|digit| *digit < 10) {
        return Some(digits.iter().fold(0, |sum, digit| sum * 10 + digit));
    }
    let (mut sum, mut last) = (0, None);
    for digit in digits {
        if digit < 10 {
            last = Some(digit);
        } else {
            sum += last.take().unwrap_or(1) * digit;
        }
    }
    Some(sum + last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    #[test]
    fn dates_and_numbers_of_texts_are_read() {
        assert_eq!(plain("二〇〇一年六月二十九日"), "2001年6月29日");
        assert_eq!(plain("⼆〇〇⼀年六⽉⼆⼗九⽇"), "2001年6月29日");
        assert_eq!(plain("一九九四年十一月"), "1994年11月");
        assert_eq!(plain("十月三十日至十一月三日"), "10月30日至11月3日");
        assert_eq!(plain("五月十日至二十日"), "5月10日至20日");
        assert_eq!(plain("第一百七十八号决议"), "第178号决议");
    }

    #[test]
    fn other_numbers_stay_words() {
        for words in [
            "第一研究组",
            "为期三日",
            "第二号",
            "六月",
            "一九九",
            "二〇十二年",
        ] {
            assert_eq!(plain(words), words);
        }
    }
}
