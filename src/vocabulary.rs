//! The things known by name: loaded from `ontology/`, compiled for matching, looked up by IRI.
//!
//! [`Vocabulary`] is loaded once and then only borrowed. It also carries its own triples, which the
//! store keeps in a graph of their own, so that answers can use what letters take for granted.

pub mod check;
mod damage;
pub mod find;
mod folded;
mod glue;
pub mod inflection;
pub mod kind;
mod layer;
pub mod matcher;
pub mod statement;
mod turtle;

use crate::diagnostic::FileError;
use crate::document::plain::Plain;
use crate::knowledge::{Addition, Knowledge};
use crate::language::Language;
use crate::namespace::{ID, cg, org, rdf, rdfs, skos};
use kind::{Kind, Kinds, kind_name};
use matcher::{Match, Matcher, Pattern, comparable};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term, Triple};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;
use turtle::parse;

/// An entry, by its place in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// Something known by name.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its identifier.
    pub iri: NamedNode,
    /// Its kind: the class it is given, or a kind of words.
    pub kind: Kind,
    /// Every name, the preferred ones first.
    pub names: Vec<Name>,
}

/// A name in a language, or in none for codes and acronyms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// Its language.
    pub language: Option<Language>,
    /// What sort of name it is.
    pub sort: NameSort,
}

/// The sorts of names, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameSort {
    /// `rdfs:label`.
    Preferred,
    /// `skos:notation`.
    Notation,
    /// `skos:altLabel`.
    Other,
    /// `skos:hiddenLabel`: matched, never shown.
    Hidden,
}

const NAME_PROPERTIES: &[(NamedNodeRef<'_>, NameSort)] = &[
    (rdfs::LABEL, NameSort::Preferred),
    (skos::NOTATION, NameSort::Notation),
    (skos::ALT_LABEL, NameSort::Other),
    (skos::HIDDEN_LABEL, NameSort::Hidden),
];

/// Kinds of words that stand for classes: a word for `cg:Workshop` is of kind `WorkshopKind`, which is
/// below `MeetingKind` because the class is below `cg:Meeting`. Words for `id:role/chair` are of kind
/// `ChairRole`, below `Role`.
const WORD_KINDS: &[(&str, &str)] = &[
    ("Group", "GroupKind"),
    ("Meeting", "MeetingKind"),
    ("CreativeWork", "DocumentKind"),
];

/// Kinds whose names are ordinary words, which mean something else in another language.
const WORDS: &[&str] = &[
    "Audience",
    "DocumentKind",
    "GroupKind",
    "Kind",
    "MeetingKind",
    "Month",
    "Ordinal",
    "Role",
    "Weekday",
    "Writer",
];

/// Kinds whose codes are not written for them in letters: "IN" is no India there.
const UNWRITTEN: &[&str] = &["Country", "Month", "Ordinal", "Weekday"];

/// Everything known by name.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    by_iri: HashMap<NamedNode, EntryId>,
    /// The entries of each kind and of those below it, in order.
    by_kind: HashMap<Kind, Vec<EntryId>>,
    properties: HashMap<NamedNode, Vec<(NamedNode, Term)>>,
    /// Made when a name is first looked up, which reading letters hardly does.
    by_comparable: OnceLock<HashMap<String, Vec<EntryId>>>,
    kinds: Kinds,
    matcher: Matcher,
    triples: Vec<Triple>,
}

impl Vocabulary {
    /// Loads `circugraph.ttl` and the files of `vocabulary/`, then lays a user's names over them.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let ontology = knowledge.file("circugraph.ttl").ok_or_else(|| {
            FileError::new("circugraph.ttl", "the file is missing from the ontology")
        })?;
        let mut triples = parse(ontology)?;
        let kinds = kinds_of(&triples);
        let files: Vec<_> = knowledge.under("vocabulary/").collect();
        let parsed: Vec<Vec<Triple>> =
            files.into_par_iter().map(parse).collect::<Result<_, _>>()?;
        let mut named = parsed.concat();
        for file in knowledge.added(Addition::Names) {
            let own = parse(file)?;
            layer::make_way(&mut triples, &own);
            layer::make_way(&mut named, &own);
            named.extend(own);
        }
        triples.extend(named.iter().cloned());
        Ok(Self::new(triples, &named, kinds))
    }

    fn new(triples: Vec<Triple>, named: &[Triple], mut kinds: Kinds) -> Self {
        let mut properties: HashMap<NamedNode, Vec<(NamedNode, Term)>> = HashMap::new();
        for triple in &triples {
            if let NamedOrBlankNode::NamedNode(subject) = &triple.subject {
                let stated = properties.entry(subject.clone()).or_default();
                stated.push((triple.predicate.clone(), triple.object.clone()));
            }
        }
        let entries = entries(named, &properties, &mut kinds);
        let by_iri = entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry.iri.clone(), entry_id(index)))
            .collect();
        let mut by_kind: HashMap<Kind, Vec<EntryId>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for kind in kinds.above(entry.kind) {
                by_kind.entry(*kind).or_default().push(entry_id(index));
            }
        }
        let names = entries.iter().enumerate().flat_map(|(index, entry)| {
            let stated = properties.get(&entry.iri).map_or(&[][..], Vec::as_slice);
            names_of(entry, entry_id(index), stated, &kinds)
        });
        Self {
            matcher: Matcher::new(names),
            by_comparable: OnceLock::new(),
            entries,
            by_iri,
            by_kind,
            properties,
            kinds,
            triples,
        }
    }

    /// Every name in a text whose language at each byte of the plain form is given, overlapping ones
    /// too. Proper names are found in every language, words such as those for months only in their
    /// own.
    pub fn find(&self, text: &Plain, language_at: impl Fn(usize) -> Language) -> Vec<Match> {
        self.matcher.find(text, language_at)
    }

    /// The entry of that number.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The entry of that identifier.
    pub fn by_iri(&self, iri: NamedNodeRef<'_>) -> Option<&Entry> {
        let id = self.by_iri.get(&iri.into_owned())?;
        Some(self.entry(*id))
    }

    /// The number of an entry.
    pub fn id_of(&self, entry: &Entry) -> Option<EntryId> {
        self.by_iri.get(&entry.iri).copied()
    }

    /// The entries that bear a name, whatever its case, accents, dashes and spaces.
    pub fn by_name(&self, name: &str) -> impl Iterator<Item = &Entry> {
        let by_comparable = self.by_comparable.get_or_init(|| {
            let mut by_comparable: HashMap<String, Vec<EntryId>> = HashMap::new();
            for (index, entry) in self.entries.iter().enumerate() {
                for name in &entry.names {
                    let bearers = by_comparable.entry(comparable(&name.text)).or_default();
                    if !bearers.contains(&entry_id(index)) {
                        bearers.push(entry_id(index));
                    }
                }
            }
            by_comparable
        });
        let bearers = by_comparable.get(&comparable(name));
        bearers.into_iter().flatten().map(|id| self.entry(*id))
    }

    /// The entries of a kind or below it, sorted by identifier.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Entry> {
        let kind = self.kinds.get(kind);
        let entries = kind.and_then(|kind| self.by_kind.get(&kind));
        entries.into_iter().flatten().map(|id| self.entry(*id))
    }

    /// The values that the vocabulary states of a subject's property.
    pub fn objects<'a>(
        &'a self,
        subject: NamedNodeRef<'_>,
        predicate: NamedNodeRef<'a>,
    ) -> impl Iterator<Item = &'a Term> {
        let stated = self.properties.get(&subject.into_owned());
        stated
            .into_iter()
            .flatten()
            .filter(move |(property, _)| property.as_ref() == predicate)
            .map(|(_, object)| object)
    }

    /// The first thing that the vocabulary states of a subject's property.
    pub fn node(
        &self,
        subject: NamedNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
    ) -> Option<NamedNode> {
        self.objects(subject, predicate.into_owned().as_ref())
            .find_map(|object| match object {
                Term::NamedNode(node) => Some(node.clone()),
                _ => None,
            })
    }

    /// The first literal that the vocabulary states of a subject's property.
    pub fn literal(
        &self,
        subject: NamedNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
    ) -> Option<String> {
        self.objects(subject, predicate.into_owned().as_ref())
            .find_map(|object| match object {
                Term::Literal(literal) => Some(literal.value().to_owned()),
                _ => None,
            })
    }

    /// The things that the vocabulary states a subject to have to do with.
    pub fn neighbours(&self, subject: NamedNodeRef<'_>) -> Vec<NamedNode> {
        let stated = self.properties.get(&subject.into_owned());
        let nodes = stated
            .into_iter()
            .flatten()
            .filter_map(|(_, object)| match object {
                Term::NamedNode(node) => Some(node.clone()),
                _ => None,
            });
        nodes.collect()
    }

    /// The names of an entry that are looked for, and how.
    fn matched_names<'a>(&'a self, entry: &'a Entry) -> Vec<Pattern<'a>> {
        let stated = self.properties.get(&entry.iri);
        let stated = stated.map_or(&[][..], Vec::as_slice);
        let id = self.id_of(entry).unwrap_or(EntryId(u32::MAX));
        names_of(entry, id, stated, &self.kinds)
    }

    /// The kinds that the classes of the ontology give.
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// Everything stated, sorted, each triple once.
    pub fn triples(&self) -> Vec<Triple> {
        let mut triples = self.triples.clone();
        triples.sort_by_cached_key(ToString::to_string);
        triples.dedup();
        triples
    }
}

impl Entry {
    /// The preferred name in a language; else in English; else any.
    pub fn label(&self, language: Language) -> &str {
        let preferred = |wanted: Option<Language>| {
            self.names
                .iter()
                .find(|name| name.sort == NameSort::Preferred && name.language == wanted)
        };
        preferred(Some(language))
            .or_else(|| preferred(Some(Language::English)))
            .or(self.names.first())
            .map_or("", |name| name.text.as_str())
    }

    /// The code or acronym, if it has one.
    pub fn notation(&self) -> Option<&str> {
        self.names
            .iter()
            .find(|name| name.sort == NameSort::Notation)
            .map(|name| name.text.as_str())
    }
}

/// True for a kind whose names are ordinary words, such as roles or months.
pub fn is_word(kind: Kind, kinds: &Kinds) -> bool {
    WORDS.iter().any(|word| kinds.is_named(kind, word))
}

/// The names of an entry that are matched, and how.
fn names_of<'a>(
    entry: &'a Entry,
    id: EntryId,
    stated: &'a [(NamedNode, Term)],
    kinds: &Kinds,
) -> Vec<Pattern<'a>> {
    let is_any = |of: &[&str]| of.iter().any(|kind| kinds.is_named(entry.kind, kind));
    let values = |property: NamedNodeRef<'static>| {
        let of_property = stated.iter().filter(move |(stated, _)| *stated == property);
        of_property.filter_map(|(_, value)| match value {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        })
    };
    let is_contextual = values(cg::CONTEXTUAL).any(|value| value == "true");
    let contextual: Vec<&str> = values(cg::CONTEXTUAL_NAME).collect();
    let (is_code, is_word) = (is_any(UNWRITTEN), is_any(WORDS));
    let names = entry.names.iter();
    names
        .filter(|name| !is_code || name.sort != NameSort::Notation)
        .map(|name| Pattern {
            name: &name.text,
            entry: id,
            language: name.language.filter(|_| is_word),
            is_contextual: is_contextual || contextual.contains(&name.text.as_str()),
        })
        .collect()
}

fn entry_id(index: usize) -> EntryId {
    EntryId(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The kinds that the classes of the ontology give, each below its parents.
fn kinds_of(triples: &[Triple]) -> Kinds {
    let mut kinds = Kinds::default();
    for triple in triples {
        if let (NamedOrBlankNode::NamedNode(class), Term::NamedNode(parent)) =
            (&triple.subject, &triple.object)
            && triple.predicate == rdfs::SUB_CLASS_OF
        {
            let kind = kinds.add(kind_name(class.as_ref()));
            let parent = kinds.add(kind_name(parent.as_ref()));
            kinds.place_under(kind, parent);
        }
    }
    for class in [
        org::POST,
        org::ROLE,
        org::ORGANIZATION,
        cg::CITY,
        cg::COUNTRY,
    ] {
        kinds.add(kind_name(class));
    }
    for (_, words) in WORD_KINDS {
        kinds.add(words);
    }
    kinds.add("Kind");
    kinds
}

/// One entry for each subject that has names in the files of `vocabulary/`.
fn entries(
    named: &[Triple],
    properties: &HashMap<NamedNode, Vec<(NamedNode, Term)>>,
    kinds: &mut Kinds,
) -> Vec<Entry> {
    // In order, because kinds are numbered as they are met.
    let mut names: BTreeMap<&str, (&NamedNode, Vec<Name>)> = BTreeMap::new();
    for triple in named {
        if let (NamedOrBlankNode::NamedNode(subject), Term::Literal(text)) =
            (&triple.subject, &triple.object)
            && let Some((_, sort)) = NAME_PROPERTIES
                .iter()
                .find(|(property, _)| *property == triple.predicate)
        {
            let named = names.entry(subject.as_str());
            named.or_insert((subject, Vec::new())).1.push(Name {
                text: text.value().to_owned(),
                language: text.language().and_then(|tag| tag.parse().ok()),
                sort: *sort,
            });
        }
    }
    let mut entries = Vec::new();
    for (iri, mut names) in names.into_values() {
        names.sort_by(|a, b| (a.sort, a.language, &a.text).cmp(&(b.sort, b.language, &b.text)));
        names.dedup();
        if let Some(kind) = kind_of(iri, properties, kinds) {
            let iri = iri.clone();
            entries.push(Entry { iri, kind, names });
        }
    }
    entries.sort_by(|a, b| a.iri.as_str().cmp(b.iri.as_str()));
    entries
}

/// The kind of an entry: its most specific class; for a class itself, the kind of words for it.
fn kind_of(
    iri: &NamedNode,
    properties: &HashMap<NamedNode, Vec<(NamedNode, Term)>>,
    kinds: &mut Kinds,
) -> Option<Kind> {
    if !iri.as_str().starts_with(ID) {
        let class_name = kind_name(iri.as_ref());
        let class = kinds.get(class_name)?;
        let words = kinds.add(&format!("{class_name}Kind"));
        let above = WORD_KINDS
            .iter()
            .find(|(above, _)| kinds.is_named(class, above));
        let parent = kinds.add(above.map_or("Kind", |(_, words)| words));
        kinds.place_under(words, parent);
        return Some(words);
    }
    let stated = properties.get(iri)?;
    let classes: Vec<Kind> = stated
        .iter()
        .filter(|(property, _)| property.as_ref() == rdf::TYPE)
        .filter_map(|(_, class)| match class {
            Term::NamedNode(class) => Some(kinds.add(kind_name(class.as_ref()))),
            _ => None,
        })
        .collect();
    if let Some(role) = iri
        .as_str()
        .strip_prefix(ID)
        .and_then(|path| path.strip_prefix("role/"))
    {
        let kind = kinds.add(&format!("{}Role", camel(role)));
        let parent = kinds.add("Role");
        kinds.place_under(kind, parent);
        return Some(kind);
    }
    let narrowest = classes.iter().find(|kind| {
        let others = classes.iter().filter(|other| other != kind);
        others.clone().all(|other| !kinds.is(*other, **kind))
    });
    narrowest.copied()
}

/// `vice-chair` as `ViceChair`.
fn camel(slug: &str) -> String {
    let words = slug.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters
            .next()
            .map(|first| first.to_uppercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    });
    words.collect()
}
