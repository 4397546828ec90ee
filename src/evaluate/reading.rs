//! What was found in a letter, laid out to be looked up by thing and property.

use super::name::{Names, is_same_name};
use crate::document::plain::plain;
use crate::entity::{Entity, Fact, class_of};
use crate::language::is_han;
use crate::namespace::{dcterms, rdf, rdfs};
use crate::pipeline::Extraction;
use crate::span::{ScalarIndex, Span};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::kind::kind_name;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::{BTreeSet, HashMap};

/// One letter's extraction with what is known of its things.
pub(super) struct Reading<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) names: &'a Names,
    extraction: &'a Extraction,
    by_subject: HashMap<&'a str, Vec<&'a Fact>>,
    by_object: HashMap<&'a str, Vec<&'a Fact>>,
    index: ScalarIndex,
    /// The lines of the text in lower case, each word between spaces.
    lines: Vec<String>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        extraction: &'a Extraction,
        vocabulary: &'a Vocabulary,
        names: &'a Names,
    ) -> Self {
        let mut by_subject: HashMap<&str, Vec<&Fact>> = HashMap::new();
        let mut by_object: HashMap<&str, Vec<&Fact>> = HashMap::new();
        for fact in &extraction.entities.facts {
            by_subject
                .entry(fact.subject.as_str())
                .or_default()
                .push(fact);
            if let Term::NamedNode(object) = &fact.object {
                by_object.entry(object.as_str()).or_default().push(fact);
            }
        }
        let text = &extraction.document.text;
        Self {
            vocabulary,
            names,
            extraction,
            by_subject,
            by_object,
            index: ScalarIndex::new(text),
            lines: text.lines().map(spaced).collect(),
        }
    }

    /// The letter itself.
    pub(super) fn circular(&self) -> NamedNodeRef<'a> {
        self.extraction.entities.circular.as_ref()
    }

    /// Every fact, in order of place.
    pub(super) fn facts(&self) -> &'a [Fact] {
        &self.extraction.entities.facts
    }

    /// The facts that state a property of a thing.
    pub(super) fn stated(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Vec<&'a Fact> {
        let facts = self.by_subject.get(subject.as_str()).into_iter().flatten();
        facts
            .filter(|fact| fact.predicate.as_ref() == property)
            .copied()
            .collect()
    }

    /// The facts that state a property whose value is a thing.
    pub(super) fn stated_of(
        &self,
        object: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Vec<&'a Fact> {
        let facts = self.by_object.get(object.as_str()).into_iter().flatten();
        facts
            .filter(|fact| fact.predicate.as_ref() == property)
            .copied()
            .collect()
    }

    /// The things that the letter states as values of a property.
    pub(super) fn nodes(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Vec<NamedNode> {
        let objects = self
            .stated(subject, property)
            .into_iter()
            .map(|fact| &fact.object);
        nodes(objects)
    }

    /// The things that the vocabulary states as values of a property.
    pub(super) fn known(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Vec<NamedNode> {
        let property = property.into_owned();
        nodes(self.vocabulary.objects(subject, property.as_ref()))
    }

    /// The things that the letter or the vocabulary states as values of a property.
    pub(super) fn nodes_or_known(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Vec<NamedNode> {
        let mut nodes = self.nodes(subject, property);
        nodes.extend(self.known(subject, property));
        nodes
    }

    /// True when the thing, or the work that it is an edition of, bears the name.
    pub(super) fn is_called(&self, iri: NamedNodeRef<'_>, name: &str) -> bool {
        self.names.is_called(iri, name)
            || self
                .work_of(iri)
                .is_some_and(|work| self.names.is_called(work.as_ref(), name))
    }

    /// The work that an edition is of.
    pub(super) fn work_of(&self, edition: NamedNodeRef<'_>) -> Option<NamedNode> {
        self.nodes_or_known(edition, dcterms::IS_VERSION_OF)
            .into_iter()
            .next()
    }

    /// The things of a kind that the letter mentions.
    pub(super) fn mentioned<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'a Entity> + 's {
        let entities = self.extraction.entities.entities.values();
        entities.filter(move |entity| self.is_kind(&entity.kind, kind))
    }

    /// Everything that the letter mentions.
    pub(super) fn all_mentioned(&self) -> impl Iterator<Item = &'a Entity> {
        self.extraction.entities.entities.values()
    }

    /// The things of a kind that the letter mentions or that its facts speak of, sorted.
    pub(super) fn of_kind(&self, kind: &str) -> Vec<NamedNode> {
        let mentioned = self.mentioned(kind).map(|entity| entity.iri.as_str());
        let spoken_of = self.by_subject.keys().chain(self.by_object.keys()).copied();
        let mut all: BTreeSet<&str> = mentioned.collect();
        all.extend(spoken_of.filter(|iri| self.is_a(NamedNodeRef::new_unchecked(iri), kind)));
        all.remove(self.circular().as_str());
        all.into_iter().map(NamedNode::new_unchecked).collect()
    }

    /// True when the thing is of a kind or one below it.
    pub(super) fn is_a(&self, iri: NamedNodeRef<'_>, kind: &str) -> bool {
        self.kind_of(iri)
            .is_some_and(|own| self.is_kind(&own, kind))
    }

    fn kind_of(&self, iri: NamedNodeRef<'_>) -> Option<String> {
        if let Some(entity) = self.extraction.entities.entities.get(iri.as_str()) {
            return Some(entity.kind.clone());
        }
        if let Some(entry) = self.vocabulary.by_iri(iri) {
            return Some(self.vocabulary.kinds().name(entry.kind).to_owned());
        }
        let classes = self.nodes(iri, rdf::TYPE);
        classes
            .first()
            .map(|class| kind_name(class.as_ref()).to_owned())
    }

    fn is_kind(&self, kind: &str, ancestor: &str) -> bool {
        let kinds = self.vocabulary.kinds();
        let kind = kinds.get(kind);
        kind.is_some_and(|kind| kinds.is_named(kind, ancestor))
    }

    /// True when a word for kinds ("consultation", "advisory group") names the kind of a thing or one
    /// above it.
    pub(super) fn is_of_kind_called(&self, iri: NamedNodeRef<'_>, words: &str) -> bool {
        let stated = self.nodes(iri, rdf::TYPE);
        let own = self.kind_of(iri).map(|kind| class_of(&kind));
        let mut open: Vec<NamedNode> = own.into_iter().chain(stated).collect();
        let mut seen = BTreeSet::new();
        while let Some(class) = open.pop() {
            if self.names.is_called(class.as_ref(), words) {
                return true;
            }
            if seen.insert(class.as_str().to_owned()) {
                open.extend(self.known(class.as_ref(), rdfs::SUB_CLASS_OF));
            }
        }
        false
    }

    /// The words of each mention of a thing.
    pub(super) fn words_of(&self, iri: NamedNodeRef<'_>) -> Vec<&'a str> {
        let entity = self.extraction.entities.entities.get(iri.as_str());
        let mentions = entity.into_iter().flat_map(|entity| &entity.mentions);
        let spans = mentions.map(|id| self.extraction.mentions.get(*id).span);
        spans
            .map(|span| span.of(&self.extraction.document.text))
            .collect()
    }

    /// True when the thing is written so somewhere in the letter.
    pub(super) fn is_written(&self, iri: NamedNodeRef<'_>, words: &str) -> bool {
        let letters = plain(words);
        self.words_of(iri)
            .iter()
            .any(|written| is_same_name(written, words) || plain(written).contains(&letters))
    }

    /// The words of all mentions.
    pub(super) fn all_words(&self) -> impl Iterator<Item = &'a str> {
        let mentions = self.extraction.mentions.iter();
        mentions.map(|(_, mention)| mention.span.of(&self.extraction.document.text))
    }

    /// The first mention of a thing.
    pub(super) fn first_mention(&self, iri: NamedNodeRef<'_>) -> Span {
        let entity = self.extraction.entities.entities.get(iri.as_str());
        let first = entity.and_then(|entity| entity.mentions.first());
        first.map_or(Span::new(0, 0), |id| {
            self.extraction
                .mentions
                .get(*id)
                .span
                .trim(&self.extraction.document.text)
        })
    }

    /// Line and column of a span, and its words in one line.
    pub(super) fn place(&self, span: Span) -> (usize, usize, String) {
        let text = &self.extraction.document.text;
        let (line, column) = self.index.line_column(text, span.start);
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        (line, column, words.join(" "))
    }

    /// The first line that has these words, or another name of what they name.
    pub(super) fn line_of(&self, words: &str) -> Option<usize> {
        let line_with = |words: &str| {
            let wanted = spaced(words);
            // Words of Chinese are not set apart.
            let wanted = if wanted.chars().any(is_han) {
                wanted.trim()
            } else {
                &wanted
            };
            let found = self.lines.iter().position(|line| line.contains(wanted));
            found
                .filter(|_| !wanted.trim().is_empty())
                .map(|index| index + 1)
        };
        line_with(words).or_else(|| {
            let other = self
                .vocabulary
                .by_name(words)
                .flat_map(|entry| &entry.names);
            other.filter_map(|name| line_with(&name.text)).min()
        })
    }
}

fn nodes<'t>(objects: impl Iterator<Item = &'t Term>) -> Vec<NamedNode> {
    let mut nodes: Vec<NamedNode> = Vec::new();
    for object in objects {
        if let Term::NamedNode(node) = object
            && !nodes.contains(node)
        {
            nodes.push(node.clone());
        }
    }
    nodes
}

/// The words in lower case, one space around each.
fn spaced(words: &str) -> String {
    let lower = plain(words).to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric());
    let mut spaced = " ".to_owned();
    for word in words.filter(|word| !word.is_empty()) {
        spaced.push_str(word);
        spaced.push(' ');
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn words_are_set_apart() {
        assert_eq!(spaced("à l'UIT‑T, Genève."), " a l uit t geneve ");
        assert_eq!(spaced("--"), " ");
    }
}
