//! Names, dates, numbers and references found in a letter.
//!
//! The vocabulary finds what is known by name; the patterns of `ontology/mentions/` then compose
//! mentions out of mentions, stage by stage: month and numbers into a date, a word for a document
//! with its number and place into a reference. A mention keeps the parts it was made of. What a
//! mention refers to is not decided here.

mod context;
pub mod date;
mod echo;
mod namesake;
pub mod pairing;
mod schedule;
mod shape;

use crate::diagnostic::FileError;
use crate::document::{Document, Part, PartKind};
use crate::knowledge::Knowledge;
use crate::namespace::org;
use crate::pattern::{Found, Macros, Typed};
use crate::span::Span;
use crate::vocabulary::kind::{Kind, Kinds};
use crate::vocabulary::{EntryId, Vocabulary};
use oxigraph::model::NamedNode;
pub use shape::{MentionShape, Shapes};

/// A mention, by its place in [`Mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId(pub usize);

/// A run of the text that refers to something.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Its bytes in the text.
    pub span: Span,
    /// Its bytes in the plain form.
    pub plain: Span,
    /// What kind of thing it refers to.
    pub kind: Kind,
    /// The vocabulary entries that it may refer to; none for a composed mention.
    pub candidates: Vec<EntryId>,
    /// What a composed mention was made of.
    pub attributes: Vec<Attribute>,
    /// The name of what found it: `vocabulary`, or the file of the pattern.
    pub finder: String,
    /// The kind of part it stands in.
    pub part: PartKind,
    /// True for a mention that is not part of a larger one.
    pub is_outermost: bool,
}

/// A named part of a composed mention.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// The name of the capture.
    pub name: String,
    /// Its bytes in the text.
    pub span: Span,
    /// Its words in plain form.
    pub words: String,
    /// The mentions in it.
    pub mentions: Vec<MentionId>,
}

/// All mentions of a letter, parts of larger ones included.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    all: Vec<Mention>,
    /// The outermost mentions, in order of their place.
    visible: Vec<MentionId>,
}

/// The finder of mentions that the vocabulary names.
pub const VOCABULARY_FINDER: &str = "vocabulary";

/// Finds the mentions of a letter.
pub fn find(document: &Document, vocabulary: &Vocabulary, shapes: &Shapes) -> Mentions {
    let mut mentions = Mentions::default();
    compose_stage(&mut mentions, document, shapes, 0);
    add_names(&mut mentions, document, vocabulary, shapes);
    for stage in 1..=shapes.last_stage() {
        let first = mentions.all.len();
        compose_stage(&mut mentions, document, shapes, stage);
        echo::add_echoes(&mut mentions, document, first);
        for shape in shapes.of_stage(stage) {
            if let Some(pairs) = &shape.pairs {
                pairing::add_pairs(
                    &mut mentions,
                    document,
                    (vocabulary, shapes),
                    (shape, pairs),
                );
            }
            if let Some(schedule) = &shape.schedule {
                let known = (vocabulary, shapes);
                schedule::add_rows(&mut mentions, document, known, (shape, schedule));
            }
        }
    }
    for shape in (1..=shapes.last_stage()).flat_map(|stage| shapes.of_stage(stage)) {
        if let Some(schedule) = &shape.schedule {
            schedule::same_day::add(&mut mentions, document, shapes, (shape, schedule));
            schedule::column::add(&mut mentions, document, (vocabulary, shapes), shape);
        }
    }
    mentions
}

impl Mentions {
    /// The mention of that number.
    pub fn get(&self, id: MentionId) -> &Mention {
        &self.all[id.0]
    }

    /// Every mention with its number, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = (MentionId, &Mention)> {
        let numbered = self.all.iter().enumerate();
        numbered.map(|(index, mention)| (MentionId(index), mention))
    }

    /// The outermost mentions, in order of their place.
    pub fn outermost(&self) -> impl DoubleEndedIterator<Item = (MentionId, &Mention)> + Clone {
        self.visible.iter().map(|id| (*id, self.get(*id)))
    }

    /// The outermost mentions from the first on that ends behind a byte of the plain text.
    pub(crate) fn outermost_from(
        &self,
        plain: usize,
    ) -> impl DoubleEndedIterator<Item = (MentionId, &Mention)> + Clone {
        let from = self
            .visible
            .partition_point(|id| self.get(*id).plain.end <= plain);
        self.visible[from..].iter().map(|id| (*id, self.get(*id)))
    }

    /// The typed form of a range of the plain text.
    pub fn typed(&self, document: &Document, range: Span) -> Typed {
        let letters = self
            .outermost_from(range.start)
            .take_while(|(_, mention)| mention.plain.start < range.end)
            .map(|(id, mention)| (mention.plain, mention.kind.letter(), id.0));
        Typed::new(&document.plain.text, range, letters)
    }

    /// The text of a letter with each outermost mention as `⟨Kind words⟩`, as patterns see it.
    pub fn shown(&self, document: &Document, shapes: &Shapes) -> String {
        let plain = &document.plain.text;
        let mut shown = String::new();
        let mut at = 0;
        for (_, mention) in self.outermost() {
            shown.push_str(&plain[at..mention.plain.start]);
            let kind = shapes.kinds().name(mention.kind);
            shown.push_str(&format!("⟨{kind} {}⟩", mention.plain.of(plain)));
            at = mention.plain.end;
        }
        shown.push_str(&plain[at..]);
        shown.push('\n');
        shown
    }

    /// The attribute of that name.
    pub fn attribute(&self, mention: &Mention, name: &str) -> Option<Attribute> {
        mention
            .attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .cloned()
    }

    /// The outermost mention at exactly that place of the plain form.
    fn at(&self, plain: Span) -> Option<&Mention> {
        let at = self
            .visible
            .partition_point(|id| self.get(*id).plain.start < plain.start);
        self.visible
            .get(at)
            .map(|id| self.get(*id))
            .filter(|mention| mention.plain == plain)
    }

    /// Adds a mention; outermost mentions inside it become its parts. One that would cut through
    /// another is not added.
    fn add(&mut self, mention: Mention) -> Option<MentionId> {
        let from = self
            .visible
            .partition_point(|id| self.get(*id).plain.end <= mention.plain.start);
        let to = from
            + self.visible[from..]
                .partition_point(|id| self.get(*id).plain.start < mention.plain.end);
        let inside = self.visible[from..to].to_vec();
        if inside
            .iter()
            .any(|id| !mention.plain.contains(self.get(*id).plain))
        {
            return None;
        }
        for id in &inside {
            self.all[id.0].is_outermost = false;
        }
        let id = MentionId(self.all.len());
        self.all.push(mention);
        self.visible.splice(from..to, [id]);
        Some(id)
    }

    /// Adds a mention that stands inside a larger one.
    fn add_inner(&mut self, mention: Mention) {
        self.all.push(mention);
    }
}

/// Adds the names that the vocabulary knows: of overlapping ones the longest, then the first; the
/// others stay as parts.
fn add_names(
    mentions: &mut Mentions,
    document: &Document,
    vocabulary: &Vocabulary,
    shapes: &Shapes,
) {
    let known = shapes.kinds();
    let language_at = |plain: usize| {
        let mut parts = document.parts.iter();
        let part = parts.find(|part| part.plain.start <= plain && plain < part.plain.end);
        part.map_or(document.language, |part| part.language)
    };
    let matches = vocabulary.find(&document.plain, language_at);
    let mut matches = context::settle(matches, &document.plain.text, vocabulary);
    // Resolutions are cited with an edition and body, which their pattern reads together.
    matches.retain(|found| {
        let mut kinds = found
            .entries
            .iter()
            .map(|entry| vocabulary.entry(*entry).kind);
        const CITED: [&str; 3] = ["Resolution", "ResolutionEdition", "Decision"];
        !kinds.any(|kind| CITED.iter().any(|cited| known.is_named(kind, cited)))
    });
    matches.retain(|found| {
        let kinds = found
            .entries
            .iter()
            .map(|entry| vocabulary.entry(*entry).kind);
        let kinds: Vec<Kind> = kinds.collect();
        let text = &document.plain.text;
        !shapes.namesakes.is_one(found.plain, text, &kinds, known)
    });
    matches.sort_by_key(|found| (std::cmp::Reverse(found.plain.len()), found.plain.start));
    let mut taken: Vec<Span> = mentions
        .visible
        .iter()
        .map(|id| mentions.get(*id).plain)
        .collect();
    taken.sort_unstable();
    let mut inner = Vec::new();
    let places: Vec<Span> = matches
        .iter()
        .filter(|found| {
            let mut kinds = found
                .entries
                .iter()
                .map(|entry| vocabulary.entry(*entry).kind);
            kinds.any(|kind| known.is_named(kind, "City") || known.is_named(kind, "Country"))
        })
        .map(|found| found.plain)
        .collect();
    for found in matches {
        // 尼斯 in 突尼斯 is no Nice.
        if places
            .iter()
            .any(|place| place.contains(found.plain) && *place != found.plain)
        {
            continue;
        }
        let at = taken.partition_point(|span| span.start < found.plain.start);
        let neighbours = [at.checked_sub(1), Some(at)];
        let mut near = neighbours
            .into_iter()
            .flatten()
            .filter_map(|index| taken.get(index));
        let span = document.plain.source(found.plain.start, found.plain.end);
        let Some(part) = document.part_at(span.start) else {
            continue;
        };
        let kinds = found
            .entries
            .iter()
            .map(|entry| vocabulary.entry(*entry).kind);
        let kind = preferred_kind(kinds, vocabulary);
        let mention = Mention {
            span,
            plain: found.plain,
            kind,
            candidates: found.entries,
            attributes: Vec::new(),
            finder: VOCABULARY_FINDER.to_owned(),
            part: part.kind,
            is_outermost: true,
        };
        match near.find(|span| span.overlaps(found.plain)) {
            None => {
                taken.insert(at, found.plain);
                mentions.add(mention);
            }
            Some(larger) if larger.contains(found.plain) && *larger != found.plain => {
                let larger = mentions.at(*larger);
                if larger.is_some_and(|larger| may_hold(larger, &mention, known, vocabulary)) {
                    inner.push(Mention {
                        is_outermost: false,
                        ..mention
                    });
                }
            }
            Some(_) => {}
        }
    }
    inner.sort_by_key(|mention| mention.plain);
    for mention in inner {
        mentions.add_inner(mention);
    }
}

/// True when a name inside another is meant as a name there: no places inside names of audiences (中国
/// in 发展中国家 is no China), no audience inside another, and of organizations only those that the
/// larger one belongs to (not ITSO in the name of IMSO).
fn may_hold(larger: &Mention, inner: &Mention, known: &Kinds, vocabulary: &Vocabulary) -> bool {
    let is = |mention: &Mention, kinds: &[&str]| {
        kinds.iter().any(|kind| known.is_named(mention.kind, kind))
    };
    let is_place_of_audience = is(larger, &["Audience"]) && is(inner, &["City", "Country"]);
    let is_lesser_audience =
        is(inner, &["Audience"]) && is(larger, &["Audience", "Organization", "Post"]);
    let are_organizations = [larger, inner]
        .iter()
        .all(|mention| known.name(mention.kind) == "Organization");
    let is_stranger = are_organizations && !belongs_to(larger, inner, vocabulary);
    !is(larger, &["Person"]) && !is_place_of_audience && !is_lesser_audience && !is_stranger
}

/// True where the vocabulary says that what a name may mean is part of what another may, over any
/// number of steps.
fn belongs_to(part: &Mention, whole: &Mention, vocabulary: &Vocabulary) -> bool {
    const DEEPEST: usize = 4;
    let iri = |id: &EntryId| vocabulary.entry(*id).iri.clone();
    let wholes: Vec<NamedNode> = whole.candidates.iter().map(iri).collect();
    part.candidates.iter().map(iri).any(|start| {
        let parents = std::iter::successors(Some(start), |node| {
            vocabulary.node(node.as_ref(), org::SUB_ORGANIZATION_OF)
        });
        parents.take(DEEPEST).any(|parent| wholes.contains(&parent))
    })
}

/// Of the kinds that a name may be of, the one that composed mentions are made of first.
fn preferred_kind(kinds: impl Iterator<Item = Kind>, vocabulary: &Vocabulary) -> Kind {
    const LAST: [&str; 3] = ["City", "Kind", "Role"];
    let mut kinds: Vec<Kind> = kinds.collect();
    kinds.sort_by_key(|kind| {
        let name = vocabulary.kinds().name(*kind);
        let last = LAST.iter().position(|last| name.ends_with(last));
        (last.map_or(0, |at| at + 1), *kind)
    });
    kinds[0]
}

/// The longest list that is read member by member.
const LONGEST_LIST: usize = 30;

/// Runs the patterns of one stage over each part of the letter; those for lists once more for each
/// further member.
fn compose_stage(mentions: &mut Mentions, document: &Document, shapes: &Shapes, stage: u8) {
    let all: Vec<&MentionShape> = shapes.of_stage(stage).collect();
    let lists: Vec<&MentionShape> = all.iter().copied().filter(|shape| shape.repeats).collect();
    for part in &document.parts {
        let mut added = compose_part(mentions, document, part, &all);
        for _ in 0..LONGEST_LIST {
            if added == 0 || lists.is_empty() {
                break;
            }
            added = compose_part(mentions, document, part, &lists);
        }
    }
}

/// Adds what the shapes find in a part; returns how many mentions that is.
fn compose_part(
    mentions: &mut Mentions,
    document: &Document,
    part: &Part,
    shapes: &[&MentionShape],
) -> usize {
    let typed = mentions.typed(document, part.plain);
    let mut found: Vec<(Span, usize, &MentionShape, Found)> = Vec::new();
    for (order, shape) in shapes.iter().enumerate() {
        for pattern in shape.patterns_for(part.language, part.kind) {
            let matches = pattern.find(&typed).into_iter();
            found.extend(matches.map(|found| (shape.whole(&found), order, *shape, found)));
        }
    }
    // The leftmost wins, then the longest, then the shape listed first.
    found.sort_by_key(|(whole, order, _, _)| (whole.start, std::cmp::Reverse(whole.end), *order));
    let (mut end, mut added) = (0, 0);
    for (whole, _, shape, found) in found {
        if whole.start >= end && !whole.is_empty() {
            end = whole.end;
            let mention = compose(mentions, document, &typed, shape, &found);
            let mention = Mention {
                part: part.kind,
                ..mention
            };
            added += usize::from(mentions.add(mention).is_some());
        }
    }
    added
}

/// What a match captured.
fn attributes(document: &Document, typed: &Typed, found: &Found) -> Vec<Attribute> {
    let captures = found.captures.iter();
    let captures = captures.filter(|capture| !capture.typed.is_empty());
    captures
        .map(|capture| {
            let words = typed.plain(capture.typed);
            let mentions = typed.mentions_in(capture).into_iter();
            Attribute {
                name: capture.name.clone(),
                span: document.plain.source(words.start, words.end),
                words: words.of(&document.plain.text).to_owned(),
                mentions: mentions.map(MentionId).collect(),
            }
        })
        .collect()
}

/// The mention that a match makes.
fn compose(
    mentions: &Mentions,
    document: &Document,
    typed: &Typed,
    shape: &MentionShape,
    found: &Found,
) -> Mention {
    let plain = typed.plain(shape.whole(found));
    let attributes = attributes(document, typed, found);
    let kind = shape.kind_given(mentions, &attributes);
    Mention {
        span: document.plain.source(plain.start, plain.end),
        plain,
        kind,
        candidates: shape.means.into_iter().collect(),
        attributes,
        finder: shape.name.clone(),
        part: PartKind::Body,
        is_outermost: true,
    }
}

/// The patterns and the words they share, loaded from `mentions/` and `patterns.toml`.
pub fn load_shapes(
    knowledge: &Knowledge,
    vocabulary: &Vocabulary,
    macros: &Macros,
) -> Result<Shapes, FileError> {
    Shapes::load(knowledge, vocabulary, macros)
}
