//! How many annexes a letter has: those that stand in its file, those that a line below the signature
//! counts, and where none does, the highest one that the text names.

use crate::document::{Document, PartKind};
use crate::mention::{Mention, Mentions};
use crate::relation::Evidence;
use crate::span::Span;
use crate::vocabulary::kind::Kinds;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How sure the highest annex named is the last one, in hundredths.
const CONFIDENCE: u8 = 80;
/// An annex of a higher number, or a letter but A, counts only where the text names the one before it, too.
const UNSURE: usize = 2;
/// How far behind its number the work that an annex belongs to may stand: Annex 1 to Circular 158.
const NEAR: usize = 24;
/// Works that have annexes of their own.
const WORKS: &[&str] = &[
    "Circular",
    "Contribution",
    "Decision",
    "Document",
    "Question",
    "Recommendation",
    "Resolution",
    "Treaty",
    "TreatyProvision",
];

/// The numbers or letters behind the word for an annex: Annex 1, Annexes 2 to 4, Annexes B and C.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:\p{Arabic}{1,4})?[ \n]?(?:No\.? ?|N° ?|№ ?)?(?:1?\d|[A-H])(?-u:\b)(?:(?:[ ,،、-]|\p{Ll}{1,3}\b|[\p{Arabic}]{1,3}|[和与及至]){1,6}(?:1?\d|[A-H])(?-u:\b))*",
    )
    .expect("the expression is constant")
});
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d+|[A-H]").expect("the expression is constant"));

/// Where each annex is told of, in order.
pub(super) fn annexes(document: &Document, mentions: &Mentions, kinds: &Kinds) -> Vec<Evidence> {
    let headings = document.parts_of(PartKind::Annex).map(|part| {
        let words = part.plain.of(&document.plain.text);
        let end = part.plain.start + words.find('\n').unwrap_or(words.len());
        Evidence {
            span: document.plain.source(part.plain.start, end),
            rule: "annex".to_owned(),
            confidence: 95,
        }
    });
    let mut annexes: Vec<Evidence> = headings.collect();
    let counted =
        counted(mentions, kinds).map(|(count, span)| (count, span, "enclosure-count", 90));
    let named = || {
        let (count, span) = named(document, mentions, kinds)?;
        Some((count, span, "annex-named", CONFIDENCE))
    };
    if let Some((count, span, rule, confidence)) = counted.or_else(named) {
        annexes.extend(std::iter::repeat_n(
            Evidence {
                span: span.trim(&document.text),
                rule: rule.to_owned(),
                confidence,
            },
            usize::saturating_sub(count, annexes.len()),
        ));
    }
    annexes
}

/// The count that the letter gives, of several that below the signature.
fn counted(mentions: &Mentions, kinds: &Kinds) -> Option<(usize, Span)> {
    let counts = mentions.outermost().filter_map(|(_, mention)| {
        if !kinds.is_named(mention.kind, "EnclosureCount") {
            return None;
        }
        let count = match mentions.attribute(mention, "count") {
            Some(count) => count.words.parse().ok()?,
            None => 1,
        };
        Some((mention.part != PartKind::Signature, count, mention.span))
    });
    let first = counts.min_by_key(|(is_elsewhere, _, span)| (*is_elsewhere, *span));
    first.map(|(_, count, span)| (count, span))
}

/// The highest number that the letter itself gives an annex.
fn named(document: &Document, mentions: &Mentions, kinds: &Kinds) -> Option<(usize, Span)> {
    let mut named: BTreeMap<(bool, usize), Span> = BTreeMap::new();
    let words = mentions
        .outermost()
        .filter(|(_, mention)| kinds.is_named(mention.kind, "AnnexKind"))
        .filter(|(_, mention)| [PartKind::Body, PartKind::Subject].contains(&mention.part));
    for (_, word) in words {
        let rest = document.plain.text.get(word.plain.end..).unwrap_or("");
        let Some(numbers) = NUMBERS.find(rest) else {
            continue;
        };
        let end = word.plain.end + numbers.end();
        let goes_on = rest[numbers.end()..].starts_with(['/', '.', '-'])
            && rest[numbers.end()..]
                .chars()
                .nth(1)
                .is_some_and(char::is_alphanumeric);
        if goes_on || is_of_another(word, end, mentions, kinds) {
            continue;
        }
        let told = NUMBER
            .find_iter(numbers.as_str())
            .map(|number| number.as_str());
        let told: Vec<(bool, usize)> = told.filter_map(count).collect();
        let span = document.plain.source(word.plain.start, end);
        // Annexes 2 to 6, Annexes 2 and 3
        if let (Some((is_letter, first)), Some((_, last))) = (told.first(), told.last()) {
            for count in *first..=*last {
                named.entry((*is_letter, count)).or_insert(span);
            }
        }
    }
    let likely = named.iter().filter(|((is_letter, count), _)| {
        let is_sure = *count == 1 || *count <= UNSURE && !is_letter;
        is_sure || named.contains_key(&(*is_letter, count - 1))
    });
    let highest = likely.max_by_key(|((_, count), _)| *count);
    highest.map(|((_, count), span)| (*count, *span))
}

/// Which annex a number or letter says, with whether it is a letter.
fn count(number: &str) -> Option<(bool, usize)> {
    match number.as_bytes() {
        [letter @ b'A'..=b'H'] => Some((true, usize::from(letter - b'A') + 1)),
        _ => Some((false, number.parse().ok().filter(|count| *count > 0)?)),
    }
}

/// True for an annex to something else than the letter, which is named right behind or before it.
fn is_of_another(word: &Mention, end: usize, mentions: &Mentions, kinds: &Kinds) -> bool {
    mentions.outermost().any(|(_, other)| {
        let is_behind = end <= other.plain.start && other.plain.start <= end + NEAR;
        let is_before =
            other.plain.end <= word.plain.start && word.plain.start <= other.plain.end + 4;
        (is_behind || is_before) && WORKS.iter().any(|work| kinds.is_named(other.kind, work))
    })
}

#[cfg(test)]
mod tests {
    use super::{NUMBER, NUMBERS, count};

    fn told(rest: &str) -> Vec<usize> {
        let numbers = NUMBERS.find(rest).map_or("", |found| found.as_str());
        let numbers = NUMBER.find_iter(numbers).map(|number| number.as_str());
        numbers.filter_map(count).map(|(_, count)| count).collect()
    }

    #[test]
    fn numbers_and_letters_of_annexes_are_told_apart_from_other_words() {
        assert_eq!(told(" 1 contains the agenda of 3 May"), [1]);
        assert_eq!(
            told("es 1, 2 and 3 refer").len(),
            0,
            "the kind is the whole word"
        );
        assert_eq!(told(" 1, 2 and 3 refer"), [1, 2, 3]);
        assert_eq!(told(" 2 to 6"), [2, 6]);
        assert_eq!(told("s B et C").len(), 0);
        assert_eq!(told(" B et C, respectivement"), [2, 3]);
        assert_eq!(told("1和2"), [1, 2]);
        assert_eq!(told(" to the Convention").len(), 0);
    }
}
