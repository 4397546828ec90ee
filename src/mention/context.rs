//! What the words around a name say of it.
//!
//! A name that is also a word (Nice, 中山), or the name of several places (London), counts where the
//! name of its country stands beside it or behind its state, or, for a city, where it dates an edition:
//! (Nice, 1989).

use crate::namespace::cg;
use crate::span::Span;
use crate::vocabulary::inflection::without_preposition;
use crate::vocabulary::matcher::Match;
use crate::vocabulary::{EntryId, Vocabulary};
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Keeps of each name the entries that it may mean in its place, and drops the names without any.
pub(super) fn settle(matches: Vec<Match>, text: &str, vocabulary: &Vocabulary) -> Vec<Match> {
    let matches = without_numbered(matches, text, vocabulary);
    let countries = Countries::of(&matches, vocabulary);
    let mut settled = Vec::with_capacity(matches.len());
    for mut found in matches {
        let all = found.entries.iter().chain(&found.contextual);
        let here: Vec<EntryId> = all
            .copied()
            .filter(|entry| countries.stands_beside(*entry, found.plain, text, vocabulary))
            .collect();
        if !here.is_empty() {
            found.entries = here;
        } else if found.entries.is_empty()
            && found.contextual.len() == 1
            && dates_an_edition(found.plain, text)
        {
            found.entries = std::mem::take(&mut found.contextual);
        }
        if !found.entries.is_empty() {
            settled.push(found);
        }
    }
    settled
}

/// The matches without audiences whose name ends in the word for numbered groups, where the numbers
/// follow: "Chairmen of Study Groups 2 and 3" are not those of all study groups.
fn without_numbered(matches: Vec<Match>, text: &str, vocabulary: &Vocabulary) -> Vec<Match> {
    let is_any = |found: &Match, kind: &str| {
        let mut entries = found.entries.iter();
        entries.any(|entry| {
            vocabulary
                .kinds()
                .is_named(vocabulary.entry(*entry).kind, kind)
        })
    };
    let is_numbered = |end: usize| {
        let rest = text[end..].trim_start_matches([' ', '\n']);
        rest.starts_with(|first: char| first.is_ascii_digit())
    };
    let numbered: HashSet<usize> = matches
        .iter()
        .filter(|found| is_any(found, "GroupKind") && is_numbered(found.plain.end))
        .map(|found| found.plain.end)
        .collect();
    let is_of_all =
        |found: &Match| !(numbered.contains(&found.plain.end) && is_any(found, "Audience"));
    matches.into_iter().filter(is_of_all).collect()
}

/// The countries that a text names.
struct Countries {
    by_start: HashMap<usize, Vec<EntryId>>,
    by_end: HashMap<usize, Vec<EntryId>>,
}

impl Countries {
    fn of(matches: &[Match], vocabulary: &Vocabulary) -> Self {
        let mut countries = Self {
            by_start: HashMap::new(),
            by_end: HashMap::new(),
        };
        for found in matches {
            let kinds = vocabulary.kinds();
            let named = found.entries.iter().copied();
            let named =
                named.filter(|entry| kinds.is_named(vocabulary.entry(*entry).kind, "Country"));
            for country in named {
                let starts = countries.by_start.entry(found.plain.start).or_default();
                starts.push(country);
                let ends = countries.by_end.entry(found.plain.end).or_default();
                ends.push(country);
            }
        }
        countries
    }

    /// True if the country that an entry lies in is named right after it or right before it.
    fn stands_beside(&self, entry: EntryId, name: Span, text: &str, known: &Vocabulary) -> bool {
        let iri = known.entry(entry).iri.as_ref();
        let Some(land) = known.node(iri, cg::IN_COUNTRY) else {
            return false;
        };
        let is_named = |places: &HashMap<usize, Vec<EntryId>>, at: usize| {
            let named = places.get(&at).into_iter().flatten();
            named
                .map(|named| &known.entry(*named).iri)
                .any(|named| *named == land)
        };
        let rest = &text[name.end..];
        let country = without_preposition(rest.trim_start_matches([' ', ',', '،', '(', '\n']));
        let between = rest.len() - country.len();
        let before = text[..name.start].trim_end_matches([' ', ',']).len();
        let behind_region = REGION.find(rest).map(|region| name.end + region.end());
        (between <= 4 && is_named(&self.by_start, name.end + between))
            || behind_region.is_some_and(|at| is_named(&self.by_start, at))
            || is_named(&self.by_end, before)
    }
}

/// The state or province and the postal code between a city and its country: Orlando, Florida 32809, USA.
static REGION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^, (?:\p{Lu}[\p{L}.-]{1,15}(?: \p{Lu}\p{L}{1,15})?(?: \d{3,6})?|\d{3,6}),? ")
        .expect("the expression is constant")
});

/// A year, right before or right after the name in a bracket.
static AFTER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[,،]? ?(?:19|20)\d\d\b").expect("the expression is constant"));
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\((?:(?:19|20)\d\d年,?|[^()\n]{0,24})$").expect("the expression is constant")
});

fn dates_an_edition(name: Span, text: &str) -> bool {
    let start = text[..name.start]
        .char_indices()
        .rev()
        .nth(30)
        .map_or(0, |(at, _)| at);
    let before = &text[start..name.start];
    BEFORE.is_match(before) && (AFTER.is_match(&text[name.end..]) || before.ends_with(['年', ',']))
}
