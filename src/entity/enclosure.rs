//! How many annexes a letter has: those that stand in its file, those that a line below the signature
//! counts, and where none does, the highest one that the text names.

use crate::document::{Document, PartKind};
use crate::mention::Mentions;
use crate::namespace::cg;
use crate::relation::{Argument, Claim, Evidence};
use crate::span::Span;
use crate::vocabulary::kind::Kinds;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An annex of a higher number, or a letter but A, counts only where the text names the one before it, too.
const UNSURE: usize = 2;
/// How far behind its number the work that an annex belongs to may stand, in bytes: Annex 1 to Circular 158.
const NEAR: usize = 24;
/// How far before the word for an annex it may stand, in bytes: Recommendation D.140, Annex B.
const RIGHT_BEFORE: usize = 4;
/// Works that have annexes of their own.
const WORKS: &[&str] = &[
    "Circular",
    "Contribution",
    "Decision",
    "Document",
    "Question",
    "Recommendation",
    "Report",
    "Resolution",
    "Treaty",
    "TreatyProvision",
];

/// A number or letter among those told together.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d+|[A-H]").expect("the expression is constant"));

/// Where each annex is told of, in order.
pub(super) fn annexes(
    document: &Document,
    mentions: &Mentions,
    claims: &[Claim],
    kinds: &Kinds,
) -> Vec<Evidence> {
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
    let stated = counted(mentions, kinds).map(|(count, span)| {
        let evidence = Evidence {
            span: span.trim(&document.text),
            rule: "enclosure-count".to_owned(),
            confidence: 90,
        };
        (count, evidence)
    });
    if let Some((count, evidence)) = stated.or_else(|| named(mentions, claims, kinds)) {
        let rest = usize::saturating_sub(count, annexes.len());
        annexes.extend(std::iter::repeat_n(evidence, rest));
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

/// The highest number that the letter gives an annex of its own.
fn named(mentions: &Mentions, claims: &[Claim], kinds: &Kinds) -> Option<(usize, Evidence)> {
    let mut named: BTreeMap<(bool, usize), &Evidence> = BTreeMap::new();
    let of_letter = claims
        .iter()
        .filter(|claim| claim.predicate == cg::ANNEX_NUMBER)
        .filter(|claim| !is_of_another(claim.evidence.span, mentions, kinds));
    for claim in of_letter {
        if let Argument::Text(numbers, _) = &claim.object {
            for number in told(numbers) {
                named.entry(number).or_insert(&claim.evidence);
            }
        }
    }
    let likely = named.iter().filter(|((is_letter, count), _)| {
        let is_sure = *count == 1 || *count <= UNSURE && !is_letter;
        is_sure || named.contains_key(&(*is_letter, count - 1))
    });
    let highest = likely.max_by_key(|((_, count), _)| *count);
    highest.map(|((_, count), evidence)| (*count, (*evidence).clone()))
}

/// The annexes from the first to the last of those told together: 2 to 6, A and B.
fn told(numbers: &str) -> Vec<(bool, usize)> {
    let numbers = NUMBER.find_iter(numbers).map(|number| number.as_str());
    let told: Vec<(bool, usize)> = numbers.filter_map(count).collect();
    match (told.first(), told.last()) {
        (Some((is_letter, first)), Some((_, last))) => {
            (*first..=*last).map(|count| (*is_letter, count)).collect()
        }
        _ => Vec::new(),
    }
}

/// Which annex a number or letter says, with whether it is a letter.
fn count(number: &str) -> Option<(bool, usize)> {
    match number.as_bytes() {
        [letter @ b'A'..=b'H'] => Some((true, usize::from(letter - b'A') + 1)),
        _ => Some((false, number.parse().ok().filter(|count| *count > 0)?)),
    }
}

/// True for an annex to something else than the letter, which is named right behind or before it.
fn is_of_another(annex: Span, mentions: &Mentions, kinds: &Kinds) -> bool {
    mentions.outermost().any(|(_, other)| {
        let work = other.span;
        let is_behind = annex.end <= work.start && work.start <= annex.end + NEAR;
        let is_before = work.end <= annex.start && annex.start <= work.end + RIGHT_BEFORE;
        (is_behind || is_before) && WORKS.iter().any(|work| kinds.is_named(other.kind, work))
    })
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn annexes_told_together_are_all_there() {
        assert_eq!(told("1"), [(false, 1)]);
        assert_eq!(told("2 to 4"), [(false, 2), (false, 3), (false, 4)]);
        assert_eq!(told("B et C"), [(true, 2), (true, 3)]);
        assert_eq!(told("1和2"), [(false, 1), (false, 2)]);
        assert!(told("0").is_empty());
    }
}
