//! How far the confidence of facts can be trusted: of those stated with 0.9, nine in ten should be
//! right.
//!
//! Judged are the facts that a gold can tell right from wrong: values of fields that it gives, and
//! relations. A fact that says less than the gold, and nothing false, is right.

use crate::relation::Evidence;
use serde::Serialize;
use std::collections::BTreeMap;

/// Whether a fact that a rule stated is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judgement {
    rule: String,
    confidence: u8,
    is_right: bool,
}

impl Judgement {
    pub(super) fn new(evidence: &Evidence, is_right: bool) -> Self {
        Self {
            rule: evidence.rule.clone(),
            confidence: evidence.confidence,
            is_right,
        }
    }
}

/// The facts that were stated with one confidence, or by one rule with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Band {
    /// The confidence, from 0 to 1.
    pub confidence: f64,
    /// The rule; none for all rules together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// How many facts were judged.
    pub facts: usize,
    /// How many of them are right.
    pub right: usize,
}

impl Band {
    /// The part that is right, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.facts.max(1) as f64
    }
}

/// A band for each confidence, the surest first; behind it a band for each rule that states
/// something wrong with that confidence, the worst first.
pub(super) fn bands(judgements: &[Judgement]) -> Vec<Band> {
    let mut by_confidence: BTreeMap<u8, BTreeMap<&str, (usize, usize)>> = BTreeMap::new();
    for judgement in judgements {
        let rules = by_confidence.entry(judgement.confidence).or_default();
        let (facts, right) = rules.entry(&judgement.rule).or_default();
        *facts += 1;
        *right += usize::from(judgement.is_right);
    }
    let mut bands = Vec::new();
    for (confidence, rules) in by_confidence.into_iter().rev() {
        let band = |rule: Option<&str>, facts, right| Band {
            confidence: f64::from(confidence) / 100.0,
            rule: rule.map(str::to_owned),
            facts,
            right,
        };
        let sum = |part: fn(&(usize, usize)) -> usize| rules.values().map(part).sum();
        bands.push(band(None, sum(|count| count.0), sum(|count| count.1)));
        let mut doubtful: Vec<Band> = rules
            .iter()
            .filter(|(_, (facts, right))| right < facts)
            .map(|(rule, (facts, right))| band(Some(rule), *facts, *right))
            .collect();
        doubtful.sort_by(|a, b| a.share().total_cmp(&b.share()));
        bands.extend(doubtful);
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::{Judgement, bands};
    use crate::relation::Evidence;
    use crate::span::Span;

    #[test]
    fn rules_that_err_follow_the_band_of_their_confidence() {
        let judge = |rule: &str, confidence, is_right| {
            let evidence = Evidence {
                span: Span::new(0, 1),
                rule: rule.into(),
                confidence,
            };
            Judgement::new(&evidence, is_right)
        };
        let judged = [
            judge("chairs", 90, true),
            judge("chairs", 90, true),
            judge("dates", 90, true),
            judge("dates", 90, false),
            judge("dates", 70, true),
        ];
        let rows: Vec<(f64, Option<String>, usize, usize)> = bands(&judged)
            .into_iter()
            .map(|band| (band.confidence, band.rule, band.facts, band.right))
            .collect();
        let expected = [
            (0.9, None, 4, 3),
            (0.9, Some("dates".to_owned()), 2, 1),
            (0.7, None, 1, 1),
        ];
        assert_eq!(rows, expected);
    }
}
