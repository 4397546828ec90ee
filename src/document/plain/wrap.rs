//! Lines that were broken where the page ended and not where the sentence did. Where the next line
//! begins in lower case the sentence tells; before a capital, a digit, and in scripts without lower
//! case, the length of the lines must.

use super::{is_arabic, is_hard_break};
use crate::language::is_han;

/// How long lines are in a script, in columns.
struct Measure {
    /// Longer lines are paragraphs: the text was not broken at all.
    longest: usize,
    /// Texts of shorter lines are lists.
    shortest: usize,
    /// A line with a comma or colon among as many characters greets or labels what follows.
    head: usize,
    /// True for lines of Chinese characters.
    is_of_characters: bool,
}

const LETTERS: Measure = Measure {
    longest: 200,
    shortest: 70,
    head: 45,
    is_of_characters: false,
};
const CHARACTERS: Measure = Measure {
    longest: 160,
    shortest: 56,
    head: 16,
    is_of_characters: true,
};

/// A text whose lines were broken at the edge of the page.
pub(super) struct Wrapped {
    /// How wide a line must be to run on into the next, in columns.
    full: usize,
    measure: &'static Measure,
}

impl Wrapped {
    /// None for a text that is not wrapped.
    pub(super) fn of(text: &str) -> Option<Self> {
        const FEWEST: usize = 4;
        if !text.contains('\n') {
            return None;
        }
        let measure = match is_mostly(text, is_han) {
            true => &CHARACTERS,
            false => &LETTERS,
        };
        // A letterhead in Latin letters is wider than the lines of Chinese around it.
        let is_told = |line: &&str| !measure.is_of_characters || line.contains(is_han);
        let lengths = || text.split('\n').filter(is_told).map(width);
        let longest = lengths().max()?;
        let full = longest * 7 / 10;
        let wrapped = Self { full, measure };
        let is_wrapped = (measure.shortest..=measure.longest).contains(&longest)
            && lengths().filter(|length| *length >= full).count() >= FEWEST
            && wrapped.breaks_sentences(text);
        is_wrapped.then_some(wrapped)
    }

    /// True if full lines end in mid-sentence time and again, which lists and tables do not.
    fn breaks_sentences(&self, text: &str) -> bool {
        const FEWEST: usize = 3;
        if is_mostly(text, is_arabic) {
            return true;
        }
        let breaks = text.match_indices('\n').map(|(offset, _)| offset);
        let open = breaks.filter(|offset| {
            let (before, after) = around(text, *offset);
            let is_open = match self.measure.is_of_characters {
                true => before.ends_with(is_han) && after.starts_with(is_han),
                false => after.starts_with(char::is_lowercase) && !is_hard_break(text, *offset),
            };
            width(before) >= self.full && is_open
        });
        open.take(FEWEST).count() == FEWEST
    }

    /// True when the sentence goes on behind the line break at byte `offset`.
    pub(super) fn runs_on(&self, text: &str, offset: usize) -> bool {
        let (before, after) = around(text, offset);
        if width(before) < self.full || before.contains(['|', '\t']) || after.contains('|') {
            return false;
        }
        let digits = before.chars().rev().take_while(char::is_ascii_digit);
        let ends_open = match digits.count() {
            0 => before.ends_with(|last: char| {
                last.is_alphabetic() || matches!(last, '،' | ')' | ']' | ',' | '，' | '、' | '）')
            }),
            1 | 2 => !before
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .ends_with([':', '.', '/']),
            4 => !before.contains(is_arabic),
            _ => false,
        };
        let mut letters = after.chars();
        let goes_on = match letters.next() {
            Some('.' | ')' | '،') => letters.next().is_some_and(|next| next.is_ascii_digit()),
            Some('(' | '（' | '"' | '“' | '«') => true,
            Some(first) if first.is_ascii_digit() => {
                !before.contains(is_arabic) && continues_a_date(after)
            }
            Some(first) => first.is_alphabetic(),
            None => false,
        };
        let head: String = after.chars().take(self.measure.head).collect();
        let is_head = head.contains([':', '：'])
            || after.len() == head.len() && head.ends_with(['،', ',', '，']);
        ends_open && goes_on && !is_head
    }
}

/// How wide a line is printed: East Asian characters are as wide as two others, and blanks between them as
/// one.
fn width(line: &str) -> usize {
    if !line.contains(is_wide) {
        return line.trim().chars().count();
    }
    let signs = line.split_whitespace().map(|word| {
        let widths = word.chars().map(|sign| 1 + usize::from(is_wide(sign)));
        widths.sum::<usize>() + 1
    });
    signs.sum::<usize>().saturating_sub(1)
}

/// True for a character of East Asia, or a sign printed as wide as one.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}

/// True for a text of a script: a quarter of its signs are, the others being digits, spaces and names.
fn is_mostly(text: &str, is_of_script: fn(char) -> bool) -> bool {
    text.chars().filter(|sign| is_of_script(*sign)).count() * 4 > text.chars().count()
}

/// The line before a break and the one behind it.
fn around(text: &str, offset: usize) -> (&str, &str) {
    let before = text[..offset].rsplit('\n').next().unwrap_or("");
    let after = text[offset + 1..].split('\n').next().unwrap_or("");
    (before.trim(), after.trim())
}

/// True for the rest of a date and no number of a paragraph: `2001 inclusive`, `5 May 2001`, `5日`.
fn continues_a_date(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let word = rest.strip_prefix(' ').unwrap_or("");
    let month = word.split([' ', ',']).next().unwrap_or("");
    let behind = word[month.len()..].trim_start_matches([' ', ',']);
    digits >= 3
        || rest.trim_start().starts_with(['-', '–', '年', '月', '日'])
        || word.starts_with(char::is_lowercase)
        || behind.starts_with("19")
        || behind.starts_with("20")
}

#[cfg(test)]
mod tests {
    use crate::document::plain::plain;

    #[test]
    fn a_wrapped_sentence_is_one_line() {
        let line = "وستعقد الحلقة الدراسية العالمية للاتصالات الراديوية في مقر الاتحاد من 3 إلى 7";
        let text = format!("{line}\nديسمبر 2018\n{line}\n{line}\n{line}\nالموضوع: حلقة");
        let plain = plain(&text);
        assert!(plain.contains("الى 7 ديسمبر"));
        assert!(plain.contains("الى 7\nالموضوع"));
    }

    #[test]
    fn a_sentence_may_go_on_with_a_capital_or_a_day() {
        let wrapped = "I have the honour to inform you that at its ninth meeting, held in Geneva from the\n\
            Monday to the Friday of that week, the group took note of the report, which had been sent\n\
            out to all of its members, and that it will meet again in the same place from the day of\n\
            12 March 2002, the chairman having asked all those who have contributions to send them to\n\
            the secretariat by letter or fax, three months before that date, as well as all those who\n\
            have no contributions but wish to attend to let him know as soon as they know the meeting\n\
            2 It was noted that the secretariat would have to answer for what was still to be received";
        let plain = plain(wrapped);
        assert!(plain.contains("from the Monday"));
        assert!(plain.contains("day of 12 March 2002"));
        assert!(plain.contains("meeting\n2 It was"));
    }

    #[test]
    fn lists_are_not_wrapped() {
        let list = "Meeting of Study Group 5 of the Radiocommunication Sector, Geneva, 2-4 March 2002\n\
            Meeting of Study Group 6 of the Radiocommunication Sector, Geneva, 5-9 March 2002\n\
            Meeting of Study Group 7 of the Radiocommunication Sector, Geneva, 1-4 April 2002\n\
            Meeting of Study Group 8 of the Radiocommunication Sector, Geneva, 3-9 April 2002";
        assert_eq!(plain(list), list);
    }

    #[test]
    fn a_wrapped_chinese_sentence_is_one_line() {
        let wrapped = "我荣幸地通知您电信标准化部门第九研究组将于二〇〇二年三月召开会议\n\
            会议将在日内瓦国际电联总部举行届时将审议各工作组提交的全部报告\n\
            并就下一研究期的工作安排交换意见请各成员国主管部门尽早登记参会\n\
            登记表格见附件一请于会议召开之前一个月寄回电信标准化局秘书处处";
        assert!(!plain(wrapped).contains('\n'));
        let letterhead = "Place des Nations, CH-1211 Geneva 20, Switzerland, Telephone +41 22 730 51 11, Telefax +41 22 733 72 56";
        let lines = plain(&format!("{wrapped}\n\n{letterhead}"));
        assert_eq!(lines.matches('\n').count(), 1);
    }
}
