//! What is told in pairs: each group beside its days or its chairman, in the rows of a table, the items
//! of a list or the parts of a sentence, in whatever layout and language.
//!
//! No single row says what it tells; that several rows put a group and its days side by side does. A
//! pair alone is never read here. Which kinds are paired, which words announce it and which forbid a
//! pair stands in the file of the shape.

mod told;
mod turn;

use super::date::{self, DateRange};
use super::{Attribute, Mention, MentionId, MentionShape, Mentions, Shapes, attributes};
use crate::document::{Document, Part, PartKind};
use crate::pattern::{Pattern, Typed};
use crate::span::Span;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::kind::Kinds;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What a shape pairs, compiled.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    /// Kinds of what has the values: groups.
    pub(super) things: Vec<String>,
    /// The kind of the values: days, people.
    pub(super) with: String,
    /// Kinds that no row of pairs goes across.
    pub(super) bars: Vec<String>,
    /// What must be said before the rows or in them, if the values do not say so: days on end do.
    pub(super) cue: Option<Pattern>,
    /// What must stand right before the rows.
    pub(super) after: Option<Pattern>,
    /// What stands right before a thing and says more of the pair.
    pub(super) before: Option<Pattern>,
    /// What says between the two of a pair that they are none.
    pub(super) unless: Pattern,
    /// True for rows of nothing but things, days and hours, which are read before any wording.
    pub(super) bare: bool,
}

/// The longest way from a group to its days, in characters: within a sentence, and between cells.
const LONGEST_GAP: usize = 45;
const LONGEST_CELLS: usize = 160;

/// The longest way from one pair to the next, in characters.
const LONGEST_ROW: usize = 220;

/// How far before the rows the words may stand that announce them, in bytes of the typed text.
const FARTHEST_CUE: usize = 1500;

/// The attribute of a pair that holds the meeting of which its days are stated.
pub const ITSELF: &str = "itself";

/// What a mention is in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Thing,
    Value,
    /// A meeting that has its days: a pair that is read already.
    Told,
    Hours,
    Place,
    Bar,
}

#[derive(Debug, Clone, Copy)]
struct Token {
    id: MentionId,
    plain: Span,
    sort: Sort,
}

/// Things and the days beside them, as places in the row of tokens.
#[derive(Debug, Clone)]
struct Pair {
    things: Vec<usize>,
    day: usize,
    /// The hour, where the rows tell it by their order alone.
    hours: Option<usize>,
}

impl Pair {
    fn new(things: Vec<usize>, day: usize) -> Self {
        Self {
            things,
            day,
            hours: None,
        }
    }

    fn first(&self) -> usize {
        self.day.min(self.things[0])
    }

    fn last(&self) -> usize {
        self.day.max(self.things[self.things.len() - 1])
    }
}

/// Adds a mention inside the days of each pair.
pub(super) fn add_pairs(
    mentions: &mut Mentions,
    document: &Document,
    (vocabulary, shapes): (&Vocabulary, &Shapes),
    (shape, pairs): (&MentionShape, &Pairs),
) {
    const PARTS: [PartKind; 4] = [
        PartKind::Letterhead,
        PartKind::Subject,
        PartKind::Body,
        PartKind::Annex,
    ];
    for part in document
        .parts
        .iter()
        .filter(|part| PARTS.contains(&part.kind))
    {
        let rows = Rows {
            mentions,
            document,
            vocabulary,
            kinds: shapes.kinds(),
            pairs,
            part,
            tokens: tokens(mentions, vocabulary, shapes.kinds(), pairs, part),
        };
        let chains = match pairs.bare {
            true => rows.bare_chains(),
            false => rows.chains(),
        };
        let found: Vec<Mention> = chains
            .iter()
            .flat_map(|chain| rows.told_by(chain, shape))
            .collect();
        for mention in found {
            match pairs.bare {
                true => drop(mentions.add(mention)),
                false => mentions.add_inner(mention),
            }
        }
    }
}

/// The mentions of a part that take part in rows, in order.
fn tokens(
    mentions: &Mentions,
    vocabulary: &Vocabulary,
    kinds: &Kinds,
    pairs: &Pairs,
    part: &Part,
) -> Vec<Token> {
    let is_any = |mention: &Mention, names: &[String]| {
        names.iter().any(|name| kinds.is_named(mention.kind, name))
    };
    let told = mentions
        .iter()
        .filter_map(|(_, other)| mentions.attribute(other, "when"));
    let told: BTreeSet<MentionId> = told.flat_map(|when| when.mentions).collect();
    let sort_of = |id: MentionId, mention: &Mention| {
        let has = |name: &str| mentions.attribute(mention, name).is_some();
        let is = |name: &str| kinds.is_named(mention.kind, name);
        if is(&pairs.with) {
            if !is("Date") {
                return Some(Sort::Value);
            }
            let days = date::dates(mentions, mention, vocabulary)?;
            let is_free = days.start.is_full() && !told.contains(&id);
            return is_free.then_some(Sort::Value);
        }
        // What has its days, and what points back, is no row of its own.
        let is_told = ["when", "year", "yy", "anaphor"]
            .iter()
            .any(|name| has(name));
        match () {
            () if is("Hours") => Some(Sort::Hours),
            () if pairs.with == "Date" && is("GroupMeeting") && has("when") && has("body") => {
                Some(Sort::Told)
            }
            () if is_any(mention, &pairs.things) && !is_told => Some(Sort::Thing),
            () if is("City") => Some(Sort::Place),
            () if is_any(mention, &pairs.bars) => Some(Sort::Bar),
            () => None,
        }
    };
    let inside = mentions
        .outermost()
        .filter(|(_, mention)| part.plain.contains(mention.plain));
    inside
        .filter_map(|(id, mention)| {
            let sort = sort_of(id, mention)?;
            let plain = mention.plain;
            Some(Token { id, plain, sort })
        })
        .collect()
}

struct Rows<'a> {
    mentions: &'a Mentions,
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    kinds: &'a Kinds,
    pairs: &'a Pairs,
    part: &'a Part,
    tokens: Vec<Token>,
}

impl Rows<'_> {
    /// The words between two tokens, the second behind the first.
    fn between(&self, first: usize, second: usize) -> &str {
        let words = Span::new(
            self.tokens[first].plain.end,
            self.tokens[second].plain.start,
        );
        words.of(&self.document.plain.text)
    }

    /// The chains of pairs that state meetings: groups before their days or behind them, whichever
    /// keeps a pair more closely together.
    fn chains(&self) -> Vec<Vec<Pair>> {
        let mut chains =
            self.chained(self.pairs_with(|rows, value| rows.beside(value, (0..value).rev())));
        chains.extend(self.chained(
            self.pairs_with(|rows, value| rows.beside(value, value + 1..rows.tokens.len())),
        ));
        if self.are_days() {
            chains.extend(self.told_in_turn());
        }
        chains.retain(|chain| self.is_announced(chain));
        chains.sort_by_key(|chain| self.looseness(chain));
        let mut kept: Vec<Vec<Pair>> = Vec::new();
        for chain in chains {
            if kept.iter().all(|other| !overlap(other, &chain)) {
                kept.push(chain);
            }
        }
        kept
    }

    /// Each day with what a function finds beside it.
    fn pairs_with(&self, things: impl Fn(&Self, usize) -> Vec<usize>) -> Vec<Pair> {
        let days = (0..self.tokens.len())
            .filter(|at| matches!(self.tokens[*at].sort, Sort::Value | Sort::Told));
        days.map(|day| Pair::new(things(self, day), day))
            .filter(|pair| !pair.things.is_empty())
            .collect()
    }

    /// The list of things that stands right beside a value, in the order in which tokens lead away from it.
    fn beside(&self, value: usize, mut away: impl Iterator<Item = usize>) -> Vec<usize> {
        if self.tokens[value].sort == Sort::Told {
            return vec![value];
        }
        let is_thing = |at: usize| self.tokens[at].sort == Sort::Thing;
        let words = |one: usize, other: usize| self.between(one.min(other), one.max(other));
        let nearest = away.find(|at| !matches!(self.tokens[*at].sort, Sort::Hours | Sort::Place));
        let Some(nearest) =
            nearest.filter(|at| is_thing(*at) && self.is_close(value.min(*at), value.max(*at)))
        else {
            return Vec::new();
        };
        let mut things = vec![nearest];
        let mut last = nearest;
        for at in away {
            if !is_thing(at) || !is_joint(words(last, at)) {
                break;
            }
            things.push(at);
            last = at;
        }
        things.sort_unstable();
        things
    }

    /// True where two tokens may be a pair.
    fn is_close(&self, first: usize, second: usize) -> bool {
        let words = self.between(first, second);
        // A line that opens with the first is a row, whatever sign its columns had.
        let before = &self.document.plain.text[..self.tokens[first].plain.start];
        let opens_line = before
            .trim_end_matches([' ', '-', '·', '•', '|'])
            .ends_with('\n');
        let is_cell = opens_line || words.contains(SEPARATORS);
        let longest = if is_cell { LONGEST_CELLS } else { LONGEST_GAP };
        let span = Span::new(
            self.tokens[first].plain.end,
            self.tokens[second].plain.start,
        );
        words.chars().count() <= longest
            && words.matches('\n').count() <= 3
            && !ends_sentence(words)
            && self
                .pairs
                .unless
                .find(&self.mentions.typed(self.document, span))
                .is_empty()
    }

    /// Runs of pairs that follow on one another.
    fn chained(&self, pairs: Vec<Pair>) -> Vec<Vec<Pair>> {
        let mut chains: Vec<Vec<Pair>> = Vec::new();
        for pair in pairs {
            let previous = chains
                .last_mut()
                .filter(|chain| chain.last().is_some_and(|last| self.follows(last, &pair)));
            match previous {
                Some(chain) => chain.push(pair),
                None => chains.push(vec![pair]),
            }
        }
        chains.retain(|chain| chain.len() > 1);
        chains
    }

    /// True where a pair is the next row after another.
    fn follows(&self, last: &Pair, pair: &Pair) -> bool {
        let (end, start) = (last.last(), pair.first());
        if start <= end {
            return false;
        }
        let between = end + 1..start;
        let words = self.between(end, start);
        let has = |sort: Sort| between.clone().any(|at| self.tokens[at].sort == sort);
        words.chars().count() <= LONGEST_ROW
            && words.matches('\n').count() <= 4
            && !has(Sort::Bar)
            && (!has(Sort::Thing) || self.tokens[pair.day].sort == Sort::Told)
            && (between.clone().all(|at| self.is_told_again(at, last))
                || self.are_days() && words.contains(SEPARATORS))
    }

    /// True for what is no day of its own: the first day of a pair may be told again with its hour.
    fn is_told_again(&self, at: usize, pair: &Pair) -> bool {
        if self.tokens[at].sort != Sort::Value {
            return true;
        }
        let (days, again) = (self.days(pair.day), self.days(at));
        match (days, again) {
            (Some(days), Some(again)) => days.start == again.start,
            _ => false,
        }
    }

    /// The days of a token, or of the meeting that it is.
    fn days(&self, at: usize) -> Option<DateRange> {
        let mention = self.mentions.get(self.tokens[at].id);
        let when = self.mentions.attribute(mention, "when");
        let told = when.and_then(|when| when.mentions.first().copied());
        let mention = told.map_or(mention, |told| self.mentions.get(told));
        date::dates(self.mentions, mention, self.vocabulary)
    }

    /// True where the rows speak of meetings: several things, most of them for days on end, or words
    /// near them that say so.
    fn is_announced(&self, chain: &[Pair]) -> bool {
        let name = |at: &usize| self.tokens[*at].plain.of(&self.document.plain.text);
        let mut names: Vec<&str> = chain
            .iter()
            .flat_map(|pair| pair.things.iter().map(name))
            .collect();
        names.sort_unstable();
        names.dedup();
        let ranges = chain.iter().filter(|pair| self.is_range(pair.day)).count();
        let last = self.tokens[chain[chain.len() - 1].last()].plain.end;
        let has_cue = |cue: &Pattern| {
            ranges * 2 >= chain.len() || !cue.find(&self.before(chain, last)).is_empty()
        };
        names.len() > 1
            && self.pairs.cue.as_ref().is_none_or(has_cue)
            && (self.pairs.after.is_none() || self.head_of(chain).is_some())
    }

    /// What is said before the rows and in them, up to a place.
    fn before(&self, chain: &[Pair], end: usize) -> Typed {
        let first = self.tokens[chain[0].first()].plain.start;
        self.typed(first.saturating_sub(FARTHEST_CUE), end)
    }

    /// The typed text of the part from a byte, or the next at which a character begins.
    fn typed(&self, from: usize, end: usize) -> Typed {
        let text = &self.document.plain.text;
        let mut from = from.max(self.part.plain.start);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        self.mentions.typed(self.document, Span::new(from, end))
    }

    /// What the words that announce the rows capture.
    fn head_of(&self, chain: &[Pair]) -> Option<Vec<Attribute>> {
        let first = self.tokens[chain[0].first()].plain.start;
        let typed = self.before(chain, first);
        let head = self.pairs.after.as_ref()?.find(&typed).pop()?;
        Some(attributes(self.document, &typed, &head))
    }

    fn are_days(&self) -> bool {
        self.pairs.with == "Date"
    }

    fn is_range(&self, day: usize) -> bool {
        self.days(day).is_some_and(|days| days.start != days.end)
    }

    /// How far the two of a pair stand from each other: by ends of lines; then how few the pairs are,
    /// and how far apart by signs.
    fn looseness(&self, chain: &[Pair]) -> (usize, Reverse<usize>, usize) {
        let gaps = chain.iter().map(|pair| {
            let nearest = if pair.things[0] < pair.day {
                (pair.things[pair.things.len() - 1], pair.day)
            } else {
                (pair.day, pair.things[0])
            };
            self.between(nearest.0, nearest.1)
        });
        let (mut lines, mut signs) = (0, 0);
        for words in gaps {
            lines += words.matches('\n').count();
            signs += words.chars().count();
        }
        (
            lines * 100 / chain.len(),
            Reverse(chain.len()),
            signs / chain.len(),
        )
    }
}

/// True where two chains share some of the text.
fn overlap(one: &[Pair], other: &[Pair]) -> bool {
    let range = |chain: &[Pair]| (chain[0].first(), chain[chain.len() - 1].last());
    let (one, other) = (range(one), range(other));
    one.0 <= other.1 && other.0 <= one.1
}

/// Signs between cells, rows and items.
const SEPARATORS: &[char] = &['\n', '|', '/', ':', '•', '·', '–'];

/// True for what stands between the members of a list: a sign or a short word.
fn is_joint(words: &str) -> bool {
    const LONGEST: usize = 9;
    // What one of them is may be told in brackets.
    let words = match (words.find('('), words.find(')')) {
        (Some(open), Some(close)) if open < 2 && open < close => &words[close + 1..],
        _ => words,
    };
    words.chars().count() <= LONGEST
        && !words.contains(['\n', '|', '.', ':', ';', '؛', '(', ')'])
        && !words.chars().any(|sign| sign.is_ascii_digit())
}

/// True where a sentence or item ends in the words.
fn ends_sentence(words: &str) -> bool {
    words.contains(['。', ';', '؛', '؟', '!', '?']) || words.contains(". ") || words.contains(".\n")
}
