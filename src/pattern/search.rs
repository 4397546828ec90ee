//! Searching a text for a pattern.
//!
//! A lazily built automaton without captures finds where a match may begin; only there is the pattern
//! itself matched, by backtracking. The automaton asks for less than the pattern: it knows nothing of
//! the ends of words, which it could tell in ASCII only, does not count how often something is
//! repeated, and tells the letters of large classes by their blocks. So neither needs memory for each
//! state and capture at once, which hundreds of patterns, in each thread, would multiply.

use super::gap::{self, Gap};
use crate::span::Span;
use regex_automata::hybrid::dfa::{self, DFA};
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::{self, NFA, WhichCaptures};
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;
use regex_automata::util::prefilter::Prefilter;
use regex_automata::{Anchored, Input, MatchKind};
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};
use std::cell::RefCell;
use std::sync::OnceLock;

/// A pattern ready to be searched for.
#[derive(Debug)]
pub(super) struct Search {
    /// The expression, parsed anew for what is made at the first match.
    source: String,
    forward: Automaton,
    /// From the end of a match to its beginning; made at the first match.
    backward: OnceLock<Automaton>,
    matcher: OnceLock<Matcher>,
    gaps: Vec<Gap>,
}

/// The most bytes that a compiled pattern may take, far above what patterns over sentences need.
const LARGEST: usize = 1 << 28;

/// The most bytes that each thread keeps of the states an automaton went through.
const MOST_STATES: usize = 1 << 15;

/// The longest match, in bytes: tables are matched row by row, prose within its sentence.
const LONGEST: usize = 8000;

/// The most bits that backtracking may mark: the states of a pattern times the bytes of a match.
const MOST_MARKS: usize = 1 << 28;

/// Of what may stand more often than this, any number is let pass where a match is only looked for:
/// an automaton has a copy of the expression for each time.
const MOST_COPIES: u32 = 4;

/// Classes of more ranges than this are widened where a match is only looked for.
const MOST_RANGES: usize = 16;

/// The characters beyond ASCII but for what parts words and sentences (blanks, punctuation) and
/// the letters of the typed alphabet.
const BLOCKS: [(char, char); 6] = [
    ('\u{BC}', '\u{60B}'),
    ('\u{620}', '\u{1FFF}'),
    ('\u{2070}', '\u{2FFF}'),
    ('\u{3040}', '\u{D7FF}'),
    ('\u{F900}', '\u{FEFF}'),
    ('\u{FF21}', '\u{10FFFF}'),
];

const IS_CHECKED: &str =
    "the syntax was checked when the pattern was loaded, or is the built-in one";

impl Search {
    /// Compiles an expression whose syntax is known to be right.
    pub(super) fn new(source: &str) -> Self {
        let (source, gaps) = gap::open(source);
        Self {
            forward: Automaton::new(&loosen(&parse(&source)), false),
            backward: OnceLock::new(),
            matcher: OnceLock::new(),
            source,
            gaps,
        }
    }

    /// The first match from a byte on whose gaps are all short enough.
    pub(super) fn next_in(&self, text: &str, mut from: usize) -> Option<Match> {
        while from <= text.len() {
            let end = self.forward.find(text, from..text.len())?;
            let backward = self
                .backward
                .get_or_init(|| Automaton::new(&loosen(&parse(&self.source)), true));
            let start = backward.find(text, from..end)?;
            let matcher = self
                .matcher
                .get_or_init(|| Matcher::new(&parse(&self.source)));
            let found = matcher.match_at(text, start);
            if let Some(found) = found
                && !self.gaps.iter().any(|gap| gap.is_exceeded(&found, text))
            {
                return Some(found);
            }
            from = next_character(text, start);
        }
        None
    }
}

/// A match and its captures.
#[derive(Debug)]
pub(super) struct Match(Captures);

impl Match {
    /// The whole match.
    pub(super) fn span(&self) -> Span {
        self.0
            .get_match()
            .map_or(Span::new(0, 0), |all| Span::new(all.start(), all.end()))
    }

    /// The bytes of a named capture, where it took part.
    pub(super) fn capture(&self, name: &str) -> Option<Span> {
        let span = self.0.get_group_by_name(name)?;
        Some(Span::new(span.start, span.end))
    }
}

#[derive(Debug)]
struct Automaton {
    dfa: DFA,
    is_backward: bool,
    caches: Pool<dfa::Cache, Box<dyn Fn() -> dfa::Cache + Send + Sync>>,
}

impl Automaton {
    fn new(hir: &Hir, is_backward: bool) -> Self {
        let (kind, prefilter) = match is_backward {
            true => (MatchKind::All, None),
            false => {
                let kind = MatchKind::LeftmostFirst;
                (kind, Prefilter::from_hir_prefix(kind, hir))
            }
        };
        let config = dfa::Config::new()
            .match_kind(kind)
            .cache_capacity(MOST_STATES)
            .skip_cache_capacity_check(true)
            .specialize_start_states(prefilter.is_some())
            .prefilter(prefilter);
        let dfa = dfa::Builder::new()
            .configure(config)
            .build_from_nfa(compile(hir, WhichCaptures::None, is_backward))
            .expect(IS_CHECKED);
        let same = dfa.clone();
        Self {
            dfa,
            is_backward,
            caches: Pool::new(Box::new(move || same.create_cache())),
        }
    }

    /// Where the first match in a range ends; backwards, where the longest that ends with the range
    /// begins.
    fn find(&self, text: &str, range: std::ops::Range<usize>) -> Option<usize> {
        let input = Input::new(text).range(range);
        let mut cache = self.caches.get();
        let half = match self.is_backward {
            true => self
                .dfa
                .try_search_rev(&mut cache, &input.anchored(Anchored::Yes)),
            false => self.dfa.try_search_fwd(&mut cache, &input),
        };
        Some(half.expect("the automaton never gives up")?.offset())
    }
}

#[derive(Debug)]
struct Matcher(BoundedBacktracker);

thread_local! {
    /// What backtracking marks, which is cleared for each match anyway, so that all patterns can share it.
    static MARKS: RefCell<Option<backtrack::Cache>> = const { RefCell::new(None) };
}

impl Matcher {
    fn new(hir: &Hir) -> Self {
        let engine = BoundedBacktracker::builder()
            .configure(backtrack::Config::new().visited_capacity(MOST_MARKS / 8))
            .build_from_nfa(compile(hir, WhichCaptures::All, false))
            .expect(IS_CHECKED);
        Self(engine)
    }

    /// The match that begins at a byte.
    fn match_at(&self, text: &str, start: usize) -> Option<Match> {
        let longest = LONGEST.min(self.0.max_haystack_len());
        let mut end = text.len().min(start + longest);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let input = Input::new(text).range(start..end).anchored(Anchored::Yes);
        let mut captures = self.0.create_captures();
        MARKS.with_borrow_mut(|marks| {
            let marks = marks.get_or_insert_with(|| self.0.create_cache());
            marks.reset(&self.0);
            self.0.try_captures(marks, input, &mut captures).ok()
        })?;
        captures.is_match().then_some(Match(captures))
    }
}

fn parse(source: &str) -> Hir {
    regex_syntax::parse(source).expect(IS_CHECKED)
}

fn compile(hir: &Hir, captures: WhichCaptures, is_backward: bool) -> NFA {
    let config = thompson::Config::new()
        .which_captures(captures)
        .reverse(is_backward)
        .nfa_size_limit(Some(LARGEST));
    thompson::Compiler::new()
        .configure(config)
        .build_from_hir(hir)
        .expect(IS_CHECKED)
}

/// The expression without captures and ends of words, which matches wherever it does, and more.
fn loosen(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Empty | HirKind::Literal(_) => hir.clone(),
        HirKind::Class(Class::Unicode(class)) if class.ranges().len() > MOST_RANGES => {
            Hir::class(Class::Unicode(widen(class)))
        }
        HirKind::Class(_) => hir.clone(),
        HirKind::Look(look @ (Look::Start | Look::End | Look::StartLF | Look::EndLF)) => {
            Hir::look(*look)
        }
        HirKind::Look(_) => Hir::empty(),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            min: repetition.min.min(MOST_COPIES),
            max: repetition.max.filter(|most| *most <= MOST_COPIES),
            greedy: repetition.greedy,
            sub: Box::new(loosen(&repetition.sub)),
        }),
        HirKind::Capture(capture) => loosen(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(loosen).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(loosen).collect()),
    }
}

/// A class with all letters of each block that it has any of, and with no other sign that it had not.
fn widen(class: &ClassUnicode) -> ClassUnicode {
    let mut wide = class.clone();
    for (first, last) in BLOCKS {
        let block = ClassUnicode::new([ClassUnicodeRange::new(first, last)]);
        let mut common = block.clone();
        common.intersect(class);
        if !common.ranges().is_empty() {
            wide.union(&block);
        }
    }
    wide
}

/// Where the character behind the one at `at` begins; behind the end at the end.
pub(super) fn next_character(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}
