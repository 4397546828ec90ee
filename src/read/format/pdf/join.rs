//! How the end of a line and the beginning of the next make one text.

use super::line::Line;
use crate::language::is_han;

/// True for a text whose program divides words at the ends of lines: where hyphens there are too many
/// to be those of words that always have one.
pub(super) fn is_hyphenated<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    let (mut hyphens, mut all) = (0, 0);
    for line in lines {
        let text = line.text();
        let mut ends = text.chars().rev();
        let is_divided = matches!(ends.next(), Some('-' | '\u{2010}'))
            && ends.next().is_some_and(char::is_lowercase);
        hyphens += usize::from(is_divided);
        all += 1;
    }
    hyphens >= 3 && hyphens * 25 > all
}

/// Appends the words of the next line.
pub(super) fn join(words: &mut String, next: &str, is_hyphenated: bool) {
    let Some(first) = next.chars().next() else {
        return;
    };
    if words.ends_with('\u{AD}') {
        words.pop();
    } else if words.ends_with(['-', '\u{2010}']) {
        let before = words.chars().rev().nth(1);
        let is_in_word = before.is_some_and(char::is_lowercase) && first.is_lowercase();
        if is_in_word && is_hyphenated {
            words.pop();
        } else if before.is_none_or(char::is_whitespace) {
            // A dash between words.
            words.push(' ');
        }
    } else if !runs_on(words, first) {
        words.push(' ');
    }
    words.push_str(next);
}

/// True where nothing stands between the end of a line and the next: Chinese, and addresses.
fn runs_on(words: &str, first: char) -> bool {
    let Some(last) = words.chars().next_back() else {
        return true;
    };
    let is_wide =
        |c: char| is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}');
    if is_wide(last) || is_wide(first) {
        return true;
    }
    let token = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_address = token.contains("://") || token.starts_with("www.");
    is_address && (matches!(last, '/' | '-' | '_' | '=' | '&' | '?') || first == '/')
}

#[cfg(test)]
mod tests {
    use super::join;

    fn joined(words: &str, next: &str, is_hyphenated: bool) -> String {
        let mut words = words.to_owned();
        join(&mut words, next, is_hyphenated);
        words
    }

    #[test]
    fn words_and_addresses_are_made_whole() {
        assert_eq!(
            joined("the tele-", "communication", true),
            "the telecommunication"
        );
        assert_eq!(
            joined("the non-", "governmental", false),
            "the non-governmental"
        );
        assert_eq!(joined("FG IMT-", "2020", true), "FG IMT-2020");
        assert_eq!(joined("日内瓦", "召开", false), "日内瓦召开");
        assert_eq!(joined("7月6", "日前", false), "7月6日前");
        assert_eq!(
            joined("http://itu.int/", "a/b", false),
            "http://itu.int/a/b"
        );
        assert_eq!(joined("from 6 -", "17 May", false), "from 6 - 17 May");
    }
}
