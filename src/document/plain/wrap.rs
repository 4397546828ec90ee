//! Lines of Arabic that were broken where the page ended and not where the sentence did. Arabic has
//! no capitals to tell by, so that the length of the lines must.

use super::is_arabic;

/// Longer lines are paragraphs: the text was not broken at all.
const LONGEST: usize = 200;
/// Texts of shorter lines are lists.
const SHORTEST: usize = 70;
/// Shorter lines with a comma or colon greet or label what follows.
const LONGEST_HEAD: usize = 45;

/// How many characters a line must have to run on into the next; none in a text that is not wrapped.
pub(super) fn full_line(text: &str) -> Option<usize> {
    const FEWEST: usize = 4;
    if !text.contains('\n') || !text.contains(is_arabic) {
        return None;
    }
    let lengths = || text.split('\n').map(|line| line.trim().chars().count());
    let longest = lengths().max()?;
    let full = longest * 7 / 10;
    let is_wrapped = (SHORTEST..=LONGEST).contains(&longest)
        && lengths().filter(|length| *length >= full).count() >= FEWEST;
    is_wrapped.then_some(full)
}

/// True when the sentence goes on behind the line break at byte `offset`.
pub(super) fn runs_on(text: &str, offset: usize, full: usize) -> bool {
    let before = text[..offset].rsplit('\n').next().unwrap_or("").trim();
    let after = text[offset + 1..].split('\n').next().unwrap_or("").trim();
    if before.chars().count() < full || before.contains(['|', '\t']) || !before.contains(is_arabic)
    {
        return false;
    }
    let digits = before.chars().rev().take_while(char::is_ascii_digit);
    let ends_open = match digits.count() {
        0 => before.ends_with(|last| is_arabic(last) || matches!(last, '،' | ')' | ']' | ',')),
        1 | 2 => !before
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .ends_with([':', '.', '/']),
        _ => false,
    };
    let mut letters = after.chars();
    let goes_on = match letters.next() {
        Some('.' | ')' | '،') => letters.next().is_some_and(|next| next.is_ascii_digit()),
        Some(first) => is_arabic(first),
        None => false,
    };
    let head: String = after.chars().take(LONGEST_HEAD).collect();
    let is_head = head.contains(':') || after.len() == head.len() && head.ends_with(['،', ',']);
    ends_open && goes_on && !is_head
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
}
