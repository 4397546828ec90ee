//! Signs that a code page did not have, where a question mark stands for them: 马里奥?马尼维奇.

use crate::language::is_han;
use std::collections::BTreeMap;

/// The places of question marks between Chinese characters, which are the dots within names: those that
/// ask are wide, and nothing is asked in mid-sentence.
pub(super) fn dots(text: &str) -> BTreeMap<usize, char> {
    if !text.contains('?') {
        return BTreeMap::new();
    }
    let before = text.chars();
    let between = text.char_indices().skip(1);
    let behind = text.chars().skip(2);
    before
        .zip(between)
        .zip(behind)
        .filter(|((before, (_, sign)), behind)| *sign == '?' && is_han(*before) && is_han(*behind))
        .map(|((_, (at, _)), _)| (at, '·'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::dots;

    #[test]
    fn a_question_mark_between_chinese_characters_is_a_lost_dot() {
        let found = |text| dots(text).into_keys().collect::<Vec<_>>();
        assert_eq!(found("马里奥?马尼维奇"), [9]);
        assert!(found("是吗？请回答").is_empty());
        assert!(found("30?MHz以上").is_empty());
    }
}
