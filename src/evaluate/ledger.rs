//! What was found, missed and made up in one letter.

use super::calibration::Judgement;
use super::reading::Reading;
use super::score::{Category, Count, Listing};
use crate::entity::Fact;
use crate::span::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// Something in a gold that was not found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// The letter, as it was named.
    pub letter: String,
    /// The category.
    pub category: Category,
    /// The item concerned; empty for the letter itself.
    pub item: String,
    /// The key of the field; empty for the item as a whole.
    pub field: &'static str,
    /// The value in the gold.
    pub expected: String,
    /// The line of the letter where the value stands, if it does, from 1.
    pub line: Option<usize>,
}

/// Something that was found and is not in the gold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spurious {
    /// The letter, as it was named.
    pub letter: String,
    /// The category.
    pub category: Category,
    /// The item concerned; empty for the letter itself.
    pub item: String,
    /// The key of the field; empty for the item as a whole.
    pub field: &'static str,
    /// What was found.
    pub found: String,
    /// The line of the words that are said to state it, from 1.
    pub line: usize,
    /// Their column, from 1, in Unicode scalar values.
    pub column: usize,
    /// The words.
    pub quote: String,
}

/// What is being counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'u> {
    pub(super) category: Category,
    /// The name of the item.
    pub(super) item: &'u str,
    /// The key of the field; empty for the item.
    pub(super) field: &'static str,
}

/// How what is stated stands to what is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It says the same.
    Same,
    /// It says less, and nothing false.
    Vague,
    /// It says something else.
    Other,
}

impl From<bool> for Likeness {
    fn from(is_same: bool) -> Self {
        if is_same { Self::Same } else { Self::Other }
    }
}

/// The account of one letter.
pub(super) struct Ledger<'a> {
    reading: &'a Reading<'a>,
    letter: &'a str,
    pub(super) counts: BTreeMap<Category, Count>,
    pub(super) misses: Vec<Miss>,
    pub(super) spurious: Vec<Spurious>,
    pub(super) judgements: Vec<Judgement>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(letter: &'a str, reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            letter,
            counts: BTreeMap::new(),
            misses: Vec::new(),
            spurious: Vec::new(),
            judgements: Vec::new(),
        }
    }

    /// Counts one expected value.
    pub(super) fn check(&mut self, unit: Unit<'_>, expected: &str, is_found: bool) {
        let count = self.counts.entry(unit.category).or_default();
        count.expected += 1;
        if is_found {
            count.found += 1;
        } else {
            self.misses.push(Miss {
                letter: self.letter.to_owned(),
                category: unit.category,
                item: unit.item.to_owned(),
                field: unit.field,
                expected: expected.to_owned(),
                line: self.reading.line_of(expected),
            });
        }
    }

    /// Counts something found that is in no gold, where the golds list all there is.
    pub(super) fn add_spurious(&mut self, unit: Unit<'_>, found: String, span: Span) {
        if unit.category.listing() == Listing::Part {
            return;
        }
        self.counts.entry(unit.category).or_default().spurious += 1;
        let (line, column, quote) = self.reading.place(span);
        self.spurious.push(Spurious {
            letter: self.letter.to_owned(),
            category: unit.category,
            item: unit.item.to_owned(),
            field: unit.field,
            found,
            line,
            column,
            quote,
        });
    }

    /// Notes whether a fact is right, for the calibration of what rules say of their sureness.
    pub(super) fn judge(&mut self, fact: &Fact, is_right: bool) {
        self.judgements
            .push(Judgement::new(&fact.evidence, is_right));
    }

    /// Counts each expected value, found if a fact says the same; a value stated that says something
    /// else than each of them is spurious.
    pub(super) fn compare(
        &mut self,
        unit: Unit<'_>,
        expected: &[impl AsRef<str>],
        facts: &[&Fact],
        likeness: impl Fn(&Fact, &str) -> Likeness,
    ) {
        for value in expected {
            let value = value.as_ref();
            let is_found = facts
                .iter()
                .any(|fact| likeness(fact, value) == Likeness::Same);
            self.check(unit, value, is_found);
        }
        let mut seen = Vec::new();
        for fact in facts {
            let is_other = |value: &str| likeness(fact, value) == Likeness::Other;
            let is_wrong = expected.iter().all(|value| is_other(value.as_ref()));
            if unit.category.listing() == Listing::Whole {
                self.judge(fact, !is_wrong);
            }
            if is_wrong && !seen.contains(&&fact.object) {
                seen.push(&fact.object);
                let found = self.reading.names.show(&fact.object);
                self.add_spurious(unit, found, fact.evidence.span);
            }
        }
    }
}
