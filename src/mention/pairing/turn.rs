//! Things and their days told in turn, the first thing with the first day: in two lists of a sentence, and
//! in the rows or columns of a table that converters have left without its lines.

use super::{LONGEST_CELLS, Pair, Rows, SEPARATORS, Sort, ends_sentence, is_joint};

/// The fewest rows that are believed where no sign parts them.
const FEWEST_UNPARTED: usize = 3;

impl Rows<'_> {
    /// Things in a list and their days in another, told in turn: Working Parties 1A and 1B will meet
    /// from 3 to 7 May and from 10 to 14 May.
    pub(super) fn told_in_turn(&self) -> Vec<Vec<Pair>> {
        let mut chains = Vec::new();
        let of_sort =
            |at: usize, sort: Sort| self.tokens.get(at).is_some_and(|token| token.sort == sort);
        for first in 0..self.tokens.len() {
            let is_inside = first > 0
                && of_sort(first - 1, Sort::Thing)
                && is_joint(self.between(first - 1, first));
            if is_inside {
                continue;
            }
            let things = self.list_from(first, Sort::Thing);
            if things.len() < 2 {
                continue;
            }
            let last = things[things.len() - 1];
            let mut day = last + 1;
            while of_sort(day, Sort::Place) {
                day += 1;
            }
            let days = self.list_from(day, Sort::Value);
            if days.len() != things.len()
                || self.between(last, day).chars().count() > LONGEST_CELLS
                || ends_sentence(self.between(last, day))
            {
                continue;
            }
            let pairs = things.into_iter().zip(days);
            chains.push(
                pairs
                    .map(|(thing, day)| Pair::new(vec![thing], day))
                    .collect(),
            );
        }
        chains
    }

    /// A list of tokens of one sort.
    fn list_from(&self, first: usize, sort: Sort) -> Vec<usize> {
        let mut list = Vec::new();
        for at in first..self.tokens.len() {
            let is_next = list
                .last()
                .is_none_or(|last| is_joint(self.between(*last, at)));
            if self.tokens[at].sort != sort || !is_next {
                break;
            }
            list.push(at);
        }
        list
    }

    /// The rows of tables that hold nothing but things, days and hours. Whether the thing stands before
    /// its day or behind it no row tells, but what the table opens with; and where it was read column by
    /// column all things stand before all days.
    pub(super) fn bare_chains(&self) -> Vec<Vec<Pair>> {
        let mut chains = Vec::new();
        let mut first = 0;
        while first < self.tokens.len() {
            if !self.opens_row(first) {
                first += 1;
                continue;
            }
            let mut end = first;
            while end < self.tokens.len()
                && matches!(
                    self.tokens[end].sort,
                    Sort::Thing | Sort::Value | Sort::Hours
                )
                && (end == first || is_bare(self.between(end - 1, end), self.tokens[end].sort))
            {
                end += 1;
            }
            chains.extend(self.in_order(first, end));
            first = end.max(first + 1);
        }
        chains.retain(|chain| self.is_announced(chain) && !self.is_headed_otherwise(chain));
        chains
    }

    /// True where the line before the rows says that they are of another kind: of last days.
    fn is_headed_otherwise(&self, chain: &[Pair]) -> bool {
        let first = self.tokens[chain[0].first()].plain.start;
        let before = &self.document.plain.text[self.part.plain.start..first];
        let line = before.trim_end_matches(['\n', ' ']).rfind('\n');
        let from = self.part.plain.start + line.unwrap_or(0);
        let head = self.typed(from, first);
        !self.pairs.unless.find(&head).is_empty()
    }

    /// True for what opens its line or cell, or follows the words that announce it.
    fn opens_row(&self, at: usize) -> bool {
        let before = &self.document.plain.text[self.part.plain.start..self.tokens[at].plain.start];
        let before = before.trim_end_matches([' ', '-', '·', '•', '*']);
        before.is_empty() || before.ends_with(['\n', '|', ':'])
    }

    /// The pairs of a run of tokens, if each thing has its day in turn.
    fn in_order(&self, first: usize, end: usize) -> Option<Vec<Pair>> {
        let of = |sort: Sort| -> Vec<usize> {
            let run = first..end;
            run.filter(|at| self.tokens[*at].sort == sort).collect()
        };
        let (things, mut days, hours) = (of(Sort::Thing), of(Sort::Value), of(Sort::Hours));
        // The date of the page above the table is none of its days.
        let opens = |one: &[usize], other: &[usize]| one.first() < other.first();
        if days.len() == things.len() + 1 && opens(&days, &things) && things.first() < days.get(1) {
            days.remove(0);
        }
        let count = things.len();
        if count < 2 || days.len() != count {
            return None;
        }
        let alternate = |one: &[usize], other: &[usize]| {
            let pairs = one.iter().zip(other);
            let next = one[1..].iter().zip(other);
            pairs.clone().all(|(one, other)| one < other)
                && next.clone().all(|(one, other)| other < one)
        };
        let are_columns = |one: &[usize], other: &[usize]| one.last() < other.first();
        let is_table = alternate(&things, &days)
            || alternate(&days, &things)
            || are_columns(&things, &days)
            || are_columns(&days, &things);
        let is_parted = (first + 1..end).any(|at| self.between(at - 1, at).contains(SEPARATORS));
        let ranges = days.iter().filter(|day| self.is_range(**day)).count();
        if !is_table || count < FEWEST_UNPARTED && (!is_parted || ranges == 0) {
            return None;
        }
        let hours_of = |row: usize| hours.get(row).copied().filter(|_| hours.len() == count);
        let pairs = things.iter().zip(days).enumerate();
        Some(
            pairs
                .map(|(row, (thing, day))| Pair {
                    hours: hours_of(row),
                    ..Pair::new(vec![*thing], day)
                })
                .collect(),
        )
    }
}

/// True for what may stand before a cell: signs, and a short word such as "at"; before an hour the word
/// for it.
fn is_bare(words: &str, next: Sort) -> bool {
    const LONGEST_WORD: usize = 6;
    let most = match next {
        Sort::Hours => 8,
        _ => 4,
    };
    let letters = words.chars().filter(|sign| sign.is_alphanumeric()).count();
    let is_short = |word: &str| word.chars().count() <= LONGEST_WORD;
    letters <= most
        && !words.contains(|sign: char| sign.is_ascii_digit() || crate::language::is_han(sign))
        && words.split_whitespace().all(is_short)
        && words.matches('\n').count() <= 2
        && !ends_sentence(words)
}
