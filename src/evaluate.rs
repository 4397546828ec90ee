//! How much of what a careful reader finds in a letter was found.
//!
//! [`evaluate`] lays each [`Gold`] beside the [`Extraction`] of its letter and counts, into a
//! [`Report`]. Things are compared by their names in any language, never by identifiers. Nothing is
//! read from files here.

mod alignment;
mod citation;
mod deadline;
mod document;
pub mod gold;
mod group;
mod implication;
pub mod ledger;
mod meeting;
mod name;
mod named;
mod person;
mod reading;
mod relation;
mod resolution;
pub mod score;
mod value;

use crate::pipeline::Extraction;
use crate::vocabulary::Vocabulary;
use alignment::Alignment;
use gold::Gold;
use ledger::{Ledger, Miss, Spurious};
use name::Names;
use reading::Reading;
use score::{Count, Counts, Score, scores};

/// What was found of the golds of some letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The number of letters.
    pub letters: usize,
    /// By category and language; the last is everything.
    pub scores: Vec<Score>,
    /// What was not found, in order of the letters and categories.
    pub misses: Vec<Miss>,
    /// What was found and is in no gold, in the same order.
    pub spurious: Vec<Spurious>,
}

impl Report {
    /// The harmonic mean of recall and precision over everything, from 0 to 1.
    pub fn f1(&self) -> f64 {
        self.scores.last().and_then(|total| total.f1).unwrap_or(0.0)
    }
}

/// Compares letters with their golds. A name that one letter gives a thing counts for all.
pub fn evaluate(letters: &[(Gold, Extraction)], vocabulary: &Vocabulary) -> Report {
    let names = Names::gather(letters.iter().map(|(_, extraction)| extraction), vocabulary);
    let mut counts = Counts::new();
    let mut misses = Vec::new();
    let mut spurious = Vec::new();
    for (gold, extraction) in letters {
        let reading = Reading::new(extraction, vocabulary, &names);
        let language = gold.language.unwrap_or(extraction.document.language);
        let account = account(gold, &reading, &extraction.document.source.path);
        for (category, count) in &account.counts {
            let total: &mut Count = counts.entry((*category, language)).or_default();
            *total += *count;
        }
        misses.extend(account.misses);
        spurious.extend(account.spurious);
    }
    Report {
        letters: letters.len(),
        scores: scores(&counts),
        misses,
        spurious,
    }
}

/// One letter, category by category.
fn account<'a>(gold: &'a Gold, reading: &'a Reading<'a>, letter: &'a str) -> Ledger<'a> {
    let alignment = Alignment::new(gold, reading);
    let mut ledger = Ledger::new(letter, reading);
    document::compare(&alignment, &mut ledger);
    meeting::compare(&alignment, &mut ledger);
    group::compare(&alignment, &mut ledger);
    person::compare(&alignment, &mut ledger);
    resolution::compare(&alignment, &mut ledger);
    citation::compare(&alignment, &mut ledger);
    deadline::compare(&alignment, &mut ledger);
    named::compare(&alignment, &mut ledger);
    relation::compare(&alignment, &mut ledger);
    ledger
}
