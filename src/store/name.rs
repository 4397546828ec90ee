//! What things are called, and what they are: the names, kinds and labels in a store.
//!
//! [`Names`] finds the things that a name may mean and the label to show for a thing; which of
//! several things is meant, its caller decides by the class that it expects. Whoever writes a store
//! keeps its names beside it ([`Store::flush`]), so that a question need not read and fold them all.

mod lines;

use crate::namespace::{ID, dcterms, foaf, rdf, rdfs, skos, vocabulary_graph};
use crate::store::name::lines::{Lines, line};
use crate::store::{Store, StoreError};
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The names of everything in a store.
pub struct Names<'s> {
    store: &'s Store,
    lines: Lines,
    parents: HashMap<NamedNode, BTreeSet<NamedNode>>,
}

// The first field of a line tells what its others are.

/// A folded name and the thing that it may mean.
const THING: &str = "thing";
/// The words of a name, for those who give only some of them, and the thing that it may mean.
const WORDS: &str = "words";
/// A folded name and the class or property that it means.
const TERM: &str = "term";
/// A thing, how fit a name of it is to be shown, the name's language (if any) and the name.
const LABEL: &str = "label";

/// The properties that name things. The first few are fit to be shown, the rest only to be found.
const NAMING: &[(NamedNodeRef<'_>, Use)] = &[
    (rdfs::LABEL, Use::Show),
    (foaf::NAME, Use::ShowIfNothingElse),
    (dcterms::IDENTIFIER, Use::ShowIfNothingElse),
    (skos::NOTATION, Use::Code),
    (skos::ALT_LABEL, Use::Find),
    (skos::HIDDEN_LABEL, Use::Find),
    (dcterms::TITLE, Use::Title),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Show,
    ShowIfNothingElse,
    Code,
    Find,
    /// To be found by the whole of it only: titles speak of many other things.
    Title,
}

const SHOWN: &str = "1";
const SHOWN_IF_NOTHING_ELSE: &str = "2";
const NOTATION: &str = "3";

impl<'s> Names<'s> {
    /// The names that were kept when the store was last written, or else every name in it; the
    /// classes of single things are looked up when they are asked for.
    pub fn read(store: &'s Store) -> Result<Self, StoreError> {
        let kept = store.kept_names().and_then(Lines::of_file);
        Ok(Self {
            store,
            lines: match kept {
                Some(lines) => lines,
                None => gather(store)?,
            },
            parents: links(store, rdfs::SUB_CLASS_OF)?,
        })
    }

    /// The things that bear the name, whatever its case, accents, dashes and spaces.
    pub fn find(&self, name: &str) -> Vec<NamedNode> {
        self.named(&[THING, &fold(name)])
    }

    /// The things with a name of which these are some of the words, as `Study Group 17` in `ITU-T
    /// Study Group 17`; only those whose name has the fewest other words.
    pub fn find_within(&self, name: &str) -> Vec<NamedNode> {
        let wanted = words(name);
        if wanted.chars().count() < 2 {
            return Vec::new();
        }
        let is_within = |(words, _): &(&str, &str)| {
            let mut places = words.match_indices(&wanted);
            places.any(|(place, _)| {
                let (before, after) = (&words[..place], &words[place + wanted.len()..]);
                (before.is_empty() || before.ends_with(' '))
                    && (after.is_empty() || after.starts_with(' '))
            })
        };
        let all = self.pairs(WORDS);
        let matching: Vec<(&str, &str)> = all.filter(is_within).collect();
        let length = |words: &str| words.split(' ').count();
        let shortest = matching.iter().map(|(words, _)| length(words)).min();
        let found: BTreeSet<NamedNode> = matching
            .iter()
            .filter(|(words, _)| Some(length(words)) == shortest)
            .map(|(_, thing)| whole(thing))
            .collect();
        found.into_iter().collect()
    }

    /// The classes and properties that bear the name.
    pub fn find_term(&self, name: &str) -> Vec<NamedNode> {
        self.named(&[TERM, &fold(name)])
    }

    fn named(&self, fields: &[&str]) -> Vec<NamedNode> {
        self.lines.after(&beginning(fields)).map(whole).collect()
    }

    /// The second and third field of each line of a kind.
    fn pairs<'n>(&'n self, kind: &str) -> impl Iterator<Item = (&'n str, &'n str)> + use<'n, 's> {
        let lines = self.lines.after(&beginning(&[kind]));
        lines.filter_map(|line| line.split_once('\t'))
    }

    /// The label of a thing in `language`, else in English, else in any language, else its notation.
    pub fn label(&self, thing: NamedNodeRef<'_>, language: &str) -> Option<&str> {
        let thing = brief(thing.as_str());
        let of = |fields: &[&str]| {
            let begun: &[&str] = &[LABEL, thing];
            let fields = [begun, fields].concat();
            self.lines.after(&beginning(&fields)).next()
        };
        [language, "en", ""]
            .iter()
            .find_map(|language| of(&[SHOWN, language]))
            .or_else(|| of(&[SHOWN]).and_then(|line| Some(line.split_once('\t')?.1)))
            .or_else(|| of(&[SHOWN_IF_NOTHING_ELSE, ""]))
    }

    /// The acronym or code of a thing, the same in every language.
    pub fn notation(&self, thing: NamedNodeRef<'_>) -> Option<&str> {
        let fields = [LABEL, brief(thing.as_str()), NOTATION, ""];
        self.lines.after(&beginning(&fields)).next()
    }

    /// The label of a thing, or its IRI where nothing names it.
    pub fn label_or_iri(&self, thing: NamedNodeRef<'_>, language: &str) -> String {
        match self.label(thing, language) {
            Some(label) => label.to_owned(),
            None => crate::namespace::shorten(thing.as_str()),
        }
    }

    /// True when the thing is of `class` or of a class below it.
    pub fn is_a(&self, thing: NamedNodeRef<'_>, class: NamedNodeRef<'_>) -> bool {
        let classes = self.classes_of(thing);
        classes.iter().any(|own| own.as_ref() == class)
    }

    /// The classes of a thing and all the classes above them.
    pub fn classes_of(&self, thing: NamedNodeRef<'_>) -> BTreeSet<NamedNode> {
        let mut found = BTreeSet::new();
        let own = self.types(thing, Some(GraphNameRef::DefaultGraph));
        let own: Vec<NamedNode> = own.filter_map(|(class, _)| class).collect();
        let mut open: Vec<&NamedNode> = own.iter().collect();
        while let Some(class) = open.pop() {
            if found.insert(class.clone()) {
                open.extend(self.parents.get(class).into_iter().flatten());
            }
        }
        found
    }

    /// True when a letter speaks of the thing: the vocabulary knows many more.
    pub fn is_mentioned(&self, thing: NamedNodeRef<'_>) -> bool {
        let vocabulary = vocabulary_graph();
        self.types(thing, None)
            .any(|(_, graph)| matches!(graph, GraphName::NamedNode(graph) if graph != vocabulary))
    }

    /// The classes that graphs state for a thing. A store that cannot be read states none: whatever
    /// needs the answer reads the store again and reports the failure.
    fn types(
        &self,
        thing: NamedNodeRef<'_>,
        graph: Option<GraphNameRef<'_>>,
    ) -> impl Iterator<Item = (Option<NamedNode>, GraphName)> {
        let quads = self.store.database().quads_for_pattern(
            Some(thing.into()),
            Some(rdf::TYPE),
            None,
            graph,
        );
        quads.flatten().map(|quad| match quad.object {
            Term::NamedNode(class) => (Some(class), quad.graph_name),
            _ => (None, quad.graph_name),
        })
    }

    /// Up to three labels of things of one of `classes` (of any, where there are none) that are
    /// written much like `name`, the nearest first.
    pub fn nearest(&self, name: &str, classes: &[NamedNode]) -> Vec<String> {
        let wanted = fold(name);
        let mut near: Vec<(i64, String)> = self
            .pairs(THING)
            .filter_map(|(folded, thing)| {
                let likeness = strsim::jaro_winkler(folded, &wanted);
                let thing = whole(thing);
                let fits = || {
                    let mut classes = classes.iter();
                    classes.len() == 0
                        || classes.any(|class| self.is_a(thing.as_ref(), class.as_ref()))
                };
                let rank = -(likeness * 10_000.0) as i64;
                (likeness > 0.85 && fits()).then(|| (rank, self.label_or_iri(thing.as_ref(), "en")))
            })
            .collect();
        near.sort();
        let mut labels: Vec<String> = Vec::new();
        for (_, label) in near {
            if !labels.contains(&label) && labels.len() < 3 {
                labels.push(label);
            }
        }
        labels
    }
}

/// Every name in a store.
fn gather(store: &Store) -> Result<Lines, StoreError> {
    let mut lines = Vec::new();
    for (property, usage) in NAMING {
        for triple in store.triples_with(*property) {
            let triple = triple?;
            if let (NamedOrBlankNode::NamedNode(thing), Term::Literal(name)) =
                (triple.subject, triple.object)
            {
                let language = name.language().unwrap_or("");
                add(&mut lines, thing.as_str(), name.value(), language, *usage);
            }
        }
    }
    Ok(Lines::new(lines))
}

fn add(lines: &mut Vec<String>, thing: &str, name: &str, language: &str, usage: Use) {
    let brief = brief(thing);
    if thing.starts_with(ID) {
        lines.push(line(&[THING, &fold(name), brief]));
        if usage != Use::Title {
            lines.push(line(&[WORDS, &words(name), brief]));
        }
    } else {
        lines.push(line(&[TERM, &fold(name), brief]));
    }
    let mut show = |rank, language| lines.push(line(&[LABEL, brief, rank, language, name]));
    match usage {
        Use::Show => show(SHOWN, language),
        Use::ShowIfNothingElse => show(SHOWN_IF_NOTHING_ELSE, ""),
        Use::Code => {
            show(SHOWN_IF_NOTHING_ELSE, "");
            show(NOTATION, "");
        }
        Use::Find | Use::Title => {}
    }
}

/// The names of a store as they are kept beside it.
pub(super) fn kept(store: &Store) -> Result<String, StoreError> {
    Ok(gather(store)?.into_file())
}

/// How a line begins that has these fields and more.
fn beginning(fields: &[&str]) -> String {
    format!("{}\t", line(fields))
}

/// An IRI without what most of them begin with.
fn brief(iri: &str) -> &str {
    iri.strip_prefix(ID).unwrap_or(iri)
}

/// The node whose IRI was made brief.
fn whole(brief: &str) -> NamedNode {
    NamedNode::new_unchecked(if brief.contains("://") {
        brief.to_owned()
    } else {
        format!("{ID}{brief}")
    })
}

/// A name without what writers vary: case, accents, compatibility forms, dashes, spaces, signs.
///
/// Signs between two digits stay as one space: `20 22` is not `2022`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    for character in name
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
    {
        if !character.is_alphanumeric() {
            gap = true;
            continue;
        }
        let after_digit = folded.ends_with(|last: char| last.is_numeric());
        if gap && after_digit && character.is_numeric() {
            folded.push(' ');
        }
        gap = false;
        folded.extend(character.to_lowercase());
    }
    folded
}

/// The IRI that a prefixed name stands for, when its prefix is one of the usual ones.
pub fn expand(name: &str) -> Option<NamedNode> {
    let (prefix, local) = name.split_once(':')?;
    let (_, base) = crate::namespace::PREFIXES
        .iter()
        .find(|(known, _)| *known == prefix)?;
    NamedNode::new(format!("{base}{local}")).ok()
}

/// The folded words of a name with one space between them.
fn words(name: &str) -> String {
    let spaced: String = name
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
        .map(|character| {
            if character.is_alphanumeric() {
                character
            } else {
                ' '
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn links(
    store: &Store,
    property: NamedNodeRef<'_>,
) -> Result<HashMap<NamedNode, BTreeSet<NamedNode>>, StoreError> {
    let mut links: HashMap<NamedNode, BTreeSet<NamedNode>> = HashMap::new();
    for triple in store.triples_with(property) {
        let triple = triple?;
        if let (NamedOrBlankNode::NamedNode(from), Term::NamedNode(to)) =
            (triple.subject, triple.object)
        {
            links.entry(from).or_default().insert(to);
        }
    }
    Ok(links)
}

#[cfg(test)]
mod tests {
    use super::{expand, fold};
    use crate::namespace::shorten;

    #[test]
    fn folding_keeps_what_tells_names_apart() {
        assert_eq!(fold("JCA‑Rés.178"), fold("jca res 178"));
        assert_eq!(fold("ＷＴＳＡ－12"), "wtsa12");
        assert_eq!(fold("马尔科姆•琼森"), "马尔科姆琼森");
        assert_ne!(fold("20-22"), fold("2022"));
    }

    #[test]
    fn prefixed_names_are_iris() {
        let iri = "https://w3id.org/circugraph/id/group/tsag";
        assert_eq!(shorten(iri), "id:group/tsag");
        assert_eq!(
            expand("id:group/tsag")
                .map(|node| node.into_string())
                .as_deref(),
            Some(iri)
        );
        assert_eq!(expand("nothing:x"), None);
    }
}
