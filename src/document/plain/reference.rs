//! Character references of HTML that a converter left in the text: `Resolution&nbsp;9`, `R&amp;D`.

use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("&(nbsp|amp|quot|lt|gt|#160);").expect("the expression is constant")
});

/// What each reference in a text means, by the byte of its `&`; and the byte ranges of what stands behind
/// these.
pub(super) fn references(text: &str) -> (BTreeMap<usize, char>, Vec<(usize, usize)>) {
    if !text.contains('&') {
        return Default::default();
    }
    let found = REFERENCE.captures_iter(text).filter_map(|found| {
        let (whole, name) = (found.get(0)?, found.get(1)?);
        let meant = match name.as_str() {
            "amp" => '&',
            "quot" => '"',
            "lt" => '<',
            "gt" => '>',
            _ => ' ',
        };
        Some(((whole.start(), meant), (name.start(), whole.end())))
    });
    found.unzip()
}

#[cfg(test)]
mod tests {
    use crate::document::plain::Plain;

    #[test]
    fn references_are_what_they_stand_for() {
        let plain = Plain::new("Resolution&nbsp;ITU-R&nbsp;9-2 on R&amp;D & more");
        assert_eq!(plain.text, "Resolution ITU-R 9-2 on R&D & more");
        assert_eq!(plain.source(11, 16), crate::span::Span::new(16, 21));
    }
}
