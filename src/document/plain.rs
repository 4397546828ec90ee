//! The plain form of a text: what names and patterns are matched against.
//!
//! Compatibility forms, accents, kinds of dash, quotation mark and space, bidi controls, tatweel and
//! the marks of Markdown carry no meaning for matching and differ from letter to letter; here they
//! are made equal or dropped. Every byte of the plain form knows the bytes of the text it came from,
//! so that evidence still points into the text as it was read. The text itself is never changed.

mod bidi;
mod broken;
mod ligature;
mod lost;
mod numeral;
mod radical;
mod reference;
mod seam;
mod wrap;

use crate::language::is_han;
use crate::span::Span;
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text in plain form, with the way back.
#[derive(Debug, Clone, Default)]
pub struct Plain {
    /// The plain form.
    pub text: String,
    /// For each byte of `text`, the bytes of the source character it was made from.
    origins: Vec<(u32, u32)>,
}

impl Plain {
    /// The plain form of `text`. A line break stays `\n` unless it falls in mid-sentence, where it
    /// becomes a space (nothing between Chinese characters); blank lines vanish.
    pub fn new(text: &str) -> Self {
        Self::from_parts(text, noise(text))
    }

    /// The same without what `furniture` matches in the text as it was read, such as the printed
    /// footer of a page, and with its broken words joined.
    pub fn without(text: &str, furniture: &Regex) -> Self {
        let mut noise = noise(text);
        let found = furniture.find_iter(text);
        noise.extend(found.map(|found| (found.start(), found.end())));
        noise.extend(broken::breaks(text));
        Self::from_parts(text, noise)
    }

    /// The plain form without some byte ranges, in any order.
    fn from_parts(text: &str, mut noise: Vec<(usize, usize)>) -> Self {
        let mut plain = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
        };
        let mut skip_until = 0;
        let (references, behind) = reference::references(text);
        noise.extend(behind);
        noise.sort_unstable();
        let all_noise = noise;
        let mut noise = all_noise.iter().peekable();
        let mirrored = mirrored_lines(text);
        let mut turned = ligature::turned_letters(text);
        turned.extend(lost::dots(text));
        turned.extend(references);
        let sign = |offset: usize, character: char| match character {
            '(' if is_in(&mirrored, offset) => ')',
            ')' if is_in(&mirrored, offset) => '(',
            _ => turned.get(&offset).copied().unwrap_or(character),
        };
        let moved = bidi::moved(text, sign);
        let wrapped = wrap::Wrapped::of(text);
        let seams = seam::seams(text);
        let digits = numeral::digits(text);
        for (offset, character) in text.char_indices() {
            while let Some((_, end)) = noise.next_if(|(start, _)| *start <= offset) {
                skip_until = skip_until.max(*end);
            }
            if offset < skip_until {
                continue;
            }
            if seams.contains(&offset)
                && let Some((start, end)) = plain.origins.last().copied()
            {
                plain.push(' ', (start as usize, end as usize));
            }
            let stands = || {
                let origin = (offset, offset + character.len_utf8());
                (sign(offset, character), origin)
            };
            if let Some(digits) = digits.get(&offset) {
                let origin = (offset, offset + character.len_utf8());
                digits.chars().for_each(|digit| plain.push(digit, origin));
                continue;
            }
            let (character, origin) = moved.get(&offset).copied().unwrap_or_else(stands);
            if character == '\n' {
                let runs_on = wrapped
                    .as_ref()
                    .is_some_and(|wrapped| wrapped.runs_on(text, offset));
                let breaks =
                    !runs_on && is_hard_break(text, offset) && !plain.goes_on(text, &all_noise);
                plain.push(if breaks { '\n' } else { ' ' }, origin);
            } else {
                plain.push_decomposed(character, origin);
            }
        }
        plain
    }

    /// True when what stands behind the last character is passed over, and a Chinese sentence goes on
    /// behind that: the foot of a page falls between two characters.
    fn goes_on(&self, text: &str, noise: &[(usize, usize)]) -> bool {
        const SHORTEST_LINE: usize = 25;
        let line = self.text.rsplit('\n').next().unwrap_or("");
        let is_open = line.ends_with(|last: char| is_han(last) || last.is_ascii_digit());
        if !is_open || line.chars().count() < SHORTEST_LINE {
            return false;
        }
        let mut at = self.origins.last().map_or(0, |(_, end)| *end as usize);
        let mut skips = false;
        loop {
            let rest = &text[at..];
            at += rest.len() - rest.trim_start().len();
            match noise.iter().find(|(start, end)| *start <= at && at < *end) {
                Some((_, end)) => (at, skips) = (*end, true),
                None => return skips && text[at..].starts_with(is_han),
            }
        }
    }

    /// The bytes of the source text that a range of the plain form was made from.
    pub fn source(&self, start: usize, end: usize) -> Span {
        match (
            self.origins.get(start),
            self.origins.get(end.wrapping_sub(1)),
        ) {
            (Some((first, _)), Some((_, last))) if start < end => {
                Span::new(*first as usize, *last as usize)
            }
            (Some((first, _)), _) => Span::new(*first as usize, *first as usize),
            _ => {
                let end = self.origins.last().map_or(0, |(_, end)| *end as usize);
                Span::new(end, end)
            }
        }
    }

    /// The range of the plain form made from a range of the source text.
    pub fn range(&self, source: Span) -> Span {
        let start = self
            .origins
            .partition_point(|(_, end)| *end as usize <= source.start);
        let end = self
            .origins
            .partition_point(|(begin, _)| (*begin as usize) < source.end);
        Span::new(start, end)
    }

    fn push_decomposed(&mut self, character: char, origin: (usize, usize)) {
        if character.is_ascii() {
            return self.push(fold_sign(character), origin);
        }
        // The dot of transliterated names and the bullet share one code point or another; NFKD
        // would turn some of them into letters.
        if is_middle_dot(character) {
            return self.push('·', origin);
        }
        for part in std::iter::once(character).nfkd() {
            if !is_combining_mark(part) && !is_invisible(part) {
                self.push(fold_sign(part), origin);
            }
        }
    }

    /// Appends a character; runs of space become one, none beside Chinese characters.
    fn push(&mut self, character: char, origin: (usize, usize)) {
        let last = self.text.chars().next_back();
        match character {
            ' ' if last.is_none_or(|last| last == ' ' || last == '\n' || hugs(last)) => return,
            '\n' => {
                if last == Some(' ') {
                    self.pop();
                }
                if self.text.is_empty() || self.text.ends_with('\n') {
                    return;
                }
            }
            _ if hugs(character) && last == Some(' ') => self.pop(),
            _ => {}
        }
        let character = self.restore_lam_alef(character);
        self.text.push(character);
        let origin = (origin.0 as u32, origin.1 as u32);
        self.origins
            .extend(std::iter::repeat_n(origin, character.len_utf8()));
    }

    /// Converters give the ligature of lam and alef back to front: `االتصاالت` for `الاتصالات`. No
    /// Arabic word has two alefs and a lam in a row, and none begins as `لال` but after a preposition.
    fn restore_lam_alef(&mut self, character: char) -> char {
        let is_reversed = match character {
            'ل' => self.text.ends_with("اا"),
            _ => false,
        };
        let opens_word = || {
            let before = self.text.strip_suffix("لا");
            let before = before.map(|before| before.strip_suffix(['و', 'ف']).unwrap_or(before));
            before.is_some_and(|before| !before.ends_with(char::is_alphabetic))
        };
        if is_reversed || character == 'ل' && opens_word() {
            self.text.pop();
            self.text.push('ل');
            return 'ا';
        }
        character
    }

    fn pop(&mut self) {
        if let Some(last) = self.text.pop() {
            self.origins.truncate(self.origins.len() - last.len_utf8());
        }
    }
}

/// The plain form of a short text of our own: a name, a cue, the literal part of a pattern.
pub fn plain(text: &str) -> String {
    Plain::new(text).text
}

/// Words to be shown as they were meant: Arabic letters for the forms that printed text gives them,
/// no marks that nobody sees, one space between words.
pub fn readable(words: &str) -> String {
    let mut letters = String::with_capacity(words.len());
    for character in words.chars().filter(|character| !is_invisible(*character)) {
        if is_arabic(character) {
            letters.extend(std::iter::once(character).nfkc());
        } else {
            letters.push(character);
        }
    }
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A regular expression with its letters in plain form, so that `Rés` matches what was `Rés`.
///
/// Only letters beyond ASCII are touched; the signs of the expression's own syntax stay, the gap `…`
/// among them.
pub fn fold_pattern(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    for character in pattern.chars() {
        if character.is_ascii() || character == '…' {
            folded.push(character);
        } else if is_middle_dot(character) {
            folded.push('·');
        } else {
            let parts = std::iter::once(character).nfkd();
            let kept = parts.filter(|part| !is_combining_mark(*part) && !is_invisible(*part));
            folded.extend(kept.map(fold_sign));
        }
    }
    folded
}

/// Marks of Markdown and of converters: emphasis, heading signs, bookmarks, footnote references, and
/// what stood in the margins of pages.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)\*\*+|\x3Cbr ?/?>|^[ \t]*\*|\*[ \t]*$|^#{1,6} |\[bookmark:[^\]\n]*\]|\[footnoteRef:[^\]\s]+\]|^\[(?:header|footer): [^\n]*\]$")
        .expect("the expression is constant")
});

/// A Markdown link: its words stay, its brackets and target are dropped.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\[)[^\[\]\n]*(\]\([^()\s]*\))").expect("the expression is constant")
});

/// The byte ranges that carry marks and no words, in order.
fn noise(text: &str) -> Vec<(usize, usize)> {
    // Most names have none, and there are a great many of them.
    if !text.contains(['*', '#', '[', '<']) {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize)> = MARK
        .find_iter(text)
        .map(|mark| (mark.start(), mark.end()))
        .collect();
    for link in LINK.captures_iter(text) {
        found.extend([1, 2].iter().filter_map(|group| {
            let bracket = link.get(*group)?;
            Some((bracket.start(), bracket.end()))
        }));
    }
    found
}

/// The lines whose brackets converters give as they look from right to left: `)المغرب(`. Their first
/// closes, their last opens, and all of them pair off when turned around.
fn mirrored_lines(text: &str) -> Vec<Span> {
    match (text.find(')'), text.rfind('(')) {
        (Some(first), Some(last)) if first < last => {}
        _ => return Vec::new(),
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut depth = 0_i32;
        let mut has_pairs = false;
        let pairs_off = line.chars().all(|character| {
            depth += match character {
                ')' => 1,
                '(' => -1,
                _ => 0,
            };
            has_pairs |= depth > 0;
            depth >= 0
        });
        if has_pairs && pairs_off && depth == 0 && line.chars().any(is_arabic) {
            lines.push(Span::new(start, start + line.len()));
        }
        start += line.len();
    }
    lines
}

/// True where one of the lines, which are in order, holds the byte.
fn is_in(lines: &[Span], offset: usize) -> bool {
    let at = lines.partition_point(|line| line.end <= offset);
    lines.get(at).is_some_and(|line| line.start <= offset)
}

/// Letters of Arabic, the forms of printed text among them.
fn is_arabic(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64A}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Signs that have several code points for one meaning.
fn fold_sign(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '「' | '」' | '『' | '』' => '"',
        '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        _ if character.is_whitespace() => ' ',
        // Arabic-Indic digits and those of Persian
        '\u{660}'..='\u{669}' => digit(character, '\u{660}'),
        '\u{6F0}'..='\u{6F9}' => digit(character, '\u{6F0}'),
        // Persian letters that keyboards and fonts put for the Arabic ones.
        'ی' => 'ي',
        'ک' => 'ك',
        _ => radical::unified(character),
    }
}

/// The ASCII digit of one whose script begins its digits at `zero`.
fn digit(character: char, zero: char) -> char {
    let value = u32::from(character) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(character)
}

fn is_middle_dot(character: char) -> bool {
    matches!(
        character,
        '•' | '·' | '‧' | '∙' | '・' | '･' | '⋅' | '●' | '▪' | '\u{F0B7}'
    )
}

/// Soft hyphens, zero-width characters, bidi controls, tatweel: seen by nobody.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Characters that no space belongs beside: Chinese writes none, converters put some.
fn hugs(character: char) -> bool {
    is_han(character)
        || matches!(
            character,
            '。' | '、' | '《' | '》' | '〈' | '〉' | '【' | '】'
        )
}

/// True when the line break at byte `offset` ends a line that was meant to end.
///
/// It was not when a sentence goes on: the next line begins in lower case, or this line ends in a
/// word or sign that something must follow.
fn is_hard_break(text: &str, offset: usize) -> bool {
    let before = text[..offset].rsplit('\n').next().unwrap_or("").trim_end();
    let after = text[offset + 1..]
        .split('\n')
        .next()
        .unwrap_or("")
        .trim_start();
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    if matches!(
        last,
        '.' | ';' | ':' | '!' | '?' | '。' | '；' | '：' | '！' | '？'
    ) {
        return true;
    }
    !(next.is_lowercase() && next.is_alphabetic() && !is_enumerator(after)
        || matches!(last, '的' | '、' | '和' | '与' | '及' | '（' | '《')
        || last == ',' && next.is_alphanumeric() && before.chars().count() > 50)
}

/// `a)` or `a.` opens an item of a list even in lower case.
fn is_enumerator(line: &str) -> bool {
    let mut characters = line
        .chars()
        .skip_while(|character| character.is_alphanumeric());
    let length = line
        .chars()
        .take_while(|character| character.is_alphanumeric())
        .count();
    length <= 3 && matches!(characters.next(), Some(')'))
}

#[cfg(test)]
mod tests {
    use super::{Plain, plain};
    use proptest::prelude::{any, proptest};

    #[test]
    fn a_chinese_sentence_goes_on_behind_the_foot_of_a_page() {
        let foot = regex::Regex::new("FOOT [0-9]").expect("the expression is constant");
        let words = "请将文稿寄送研究组部并抄送该研究组主席和各工作组主席张伟先";
        let text = format!("{words}\nFOOT 1\n\n生。\nFOOT 2\n附件");
        let plain = Plain::without(&text, &foot);
        assert_eq!(plain.text, format!("{words}生。\n附件"));
    }

    #[test]
    fn variants_of_writing_become_equal() {
        assert_eq!(plain("l’UIT\u{2011}T  à\u{A0}Genève"), "l'UIT-T a Geneve");
        assert_eq!(
            plain("第 178 号决议（2010 年，瓜达拉哈拉）"),
            "第178号决议(2010年,瓜达拉哈拉)"
        );
        assert_eq!(plain("马尔科姆•琼森"), "马尔科姆·琼森");
        assert_eq!(plain("[N° 19/53](#) and **bold**"), "N° 19/53 and bold");
        assert_eq!(plain("ـجـنـيـف\u{200F}"), plain("جنيف"));
        assert_eq!(plain("مكتب االتصاالت لالتحاد"), plain("مكتب الاتصالات للاتحاد"));
        assert_eq!(plain("خلال الاجتماع"), "خلال الاجتماع");
        assert_eq!(plain("٢٨ أبريل ٢٠٢١"), plain("28 أبريل 2021"));
        assert_eq!(plain("各部⻔"), "各部门");
    }

    #[test]
    fn letters_of_old_ligatures_are_turned_around() {
        assert_eq!(
            plain("املرجع يف امللحق اىل اجمللس اليت على"),
            "المرجع في الملحق الى المجلس التي على"
        );
        assert_eq!(plain("من أجل إحلال"), plain("من اجل احلال"));
    }

    #[test]
    fn mirrored_brackets_are_turned_around() {
        assert_eq!(plain("السيد بسي )المغرب(،"), plain("السيد بسي (المغرب)،"));
        assert_eq!(plain("أ) البند (الأول)"), "ا) البند (الاول)");
        assert_eq!(plain("a) first (one"), "a) first (one");
    }

    #[test]
    fn lines_that_run_on_are_joined() {
        assert_eq!(
            plain("Directeur du Bureau de la\nnormalisation"),
            "Directeur du Bureau de la normalisation"
        );
        assert_eq!(plain("互联网的\n电信网络"), "互联网的电信网络");
        assert_eq!(plain("Phil Rushton\n\n Director"), "Phil Rushton\nDirector");
        assert_eq!(plain("first,\na) second"), "first,\na) second");
    }

    #[test]
    fn the_way_back_gives_the_words_as_read() {
        let text = "à  l’**Assemblée** mondiale（AMNT‑04）";
        let found = Plain::new(text);
        let at = found.text.find("AMNT-04").expect("the acronym is kept");
        assert_eq!(found.source(at, at + 7).of(text), "AMNT‑04");
        let range = found.range(found.source(at, at + 7));
        assert_eq!(&found.text[range.start..range.end], "AMNT-04");
    }

    proptest! {
        #[test]
        fn every_range_lies_inside_the_text(text in any::<String>()) {
            let found = Plain::new(&text);
            for (at, character) in found.text.char_indices() {
                let span = found.source(at, at + character.len_utf8());
                assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
