//! What things are called, in every language, to tell whether a thing is the one that a gold names.

use crate::namespace::{dcterms, foaf, local, rdfs, skos};
use crate::pipeline::Extraction;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::matcher::comparable;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::{BTreeSet, HashMap};

/// The properties that name a thing.
const NAMING: &[NamedNodeRef<'_>] = &[
    rdfs::LABEL,
    skos::ALT_LABEL,
    skos::NOTATION,
    skos::HIDDEN_LABEL,
    dcterms::IDENTIFIER,
    dcterms::TITLE,
    foaf::NAME,
];

/// The shortest title that may stand for a longer one, in letters.
const SHORTEST_TITLE: usize = 6;

/// Every name of everything, in comparable form.
#[derive(Debug, Default)]
pub(super) struct Names {
    forms: HashMap<String, BTreeSet<String>>,
    labels: HashMap<String, (LabelRank, String)>,
}

/// How well a name serves to show a thing to a reader of English; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LabelRank {
    English,
    Label,
    Other,
}

impl Names {
    /// The names that the vocabulary and all the letters give, so that what one letter calls a thing
    /// counts for its translations too.
    pub(super) fn gather<'a>(
        extractions: impl Iterator<Item = &'a Extraction>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut names = Self::default();
        for triple in &vocabulary.triples() {
            if let NamedOrBlankNode::NamedNode(subject) = &triple.subject {
                names.learn(subject.as_ref(), triple.predicate.as_ref(), &triple.object);
            }
        }
        let facts: Vec<_> = extractions
            .flat_map(|extraction| &extraction.entities.facts)
            .collect();
        for fact in &facts {
            names.learn(fact.subject.as_ref(), fact.predicate.as_ref(), &fact.object);
        }
        for fact in &facts {
            if let Term::NamedNode(work) = &fact.object
                && fact.predicate == dcterms::IS_VERSION_OF
                && let Some(edition) = names.forms.get(fact.subject.as_str()).cloned()
            {
                names
                    .forms
                    .entry(work.as_str().to_owned())
                    .or_default()
                    .extend(edition);
            }
        }
        names
    }

    fn learn(&mut self, subject: NamedNodeRef<'_>, predicate: NamedNodeRef<'_>, object: &Term) {
        let Term::Literal(name) = object else {
            return;
        };
        if !NAMING.contains(&predicate) {
            return;
        }
        let rank = match name.language() {
            Some("en") if predicate == rdfs::LABEL => LabelRank::English,
            _ if predicate == rdfs::LABEL => LabelRank::Label,
            _ => LabelRank::Other,
        };
        let iri = subject.as_str().to_owned();
        self.forms
            .entry(iri.clone())
            .or_default()
            .extend(forms(name.value()));
        let label = (rank, name.value().to_owned());
        match self.labels.get(&iri) {
            Some(known) if *known <= label => {}
            _ => {
                self.labels.insert(iri, label);
            }
        }
    }

    /// True when one of the names of a thing is this one; case, accents, dashes, spaces and a
    /// leading article aside.
    pub(super) fn is_called(&self, iri: NamedNodeRef<'_>, name: &str) -> bool {
        let known = self.forms.get(iri.as_str());
        known.is_some_and(|known| forms(name).iter().any(|form| known.contains(form)))
    }

    /// True when a name of the thing and a title are the same, or most of one is in the other.
    pub(super) fn is_titled(&self, iri: NamedNodeRef<'_>, title: &str) -> bool {
        let title = comparable(title);
        let known = self.forms.get(iri.as_str()).into_iter().flatten();
        known.into_iter().any(|known| {
            if known == &title {
                return true;
            }
            let (short, long) = if known.len() < title.len() {
                (known, &title)
            } else {
                (&title, known)
            };
            // A thing named in passing in a title is not what bears the title.
            let is_most = short == &title || short.chars().count() * 2 > long.chars().count();
            short.chars().count() >= SHORTEST_TITLE && is_most && long.contains(short.as_str())
        })
    }

    /// What to show a person for a thing or value.
    pub(super) fn show(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(iri) => self.label(iri.as_ref()).to_owned(),
            Term::Literal(literal) => literal.value().to_owned(),
            other => other.to_string(),
        }
    }

    /// The English name of a thing; else another; else its identifier.
    pub(super) fn label<'s>(&'s self, iri: NamedNodeRef<'s>) -> &'s str {
        let label = self
            .labels
            .get(iri.as_str())
            .map(|(_, label)| label.as_str());
        label.or(local(iri)).unwrap_or(iri.as_str())
    }
}

/// True when two names are the same; case, accents, dashes, spaces and a leading article aside.
pub(super) fn is_same_name(a: &str, b: &str) -> bool {
    let known = forms(a);
    forms(b).iter().any(|form| known.contains(form))
}

/// The comparable forms of a name: as it is, and without an article.
fn forms(name: &str) -> Vec<String> {
    let mut forms = vec![comparable(name), comparable(without_article(name))];
    forms.retain(|form| !form.is_empty());
    forms.dedup();
    forms
}

/// What follows a short first word in lower case, as "the", "la" and "los" are, or an elided one.
fn without_article(name: &str) -> &str {
    let name = name.trim();
    let first = name.split([' ', '\'', '’']).next().unwrap_or("");
    let is_article = first.chars().count() <= 3
        && first.chars().all(char::is_lowercase)
        && first.len() < name.len();
    if is_article {
        name[first.len()..].trim_start_matches([' ', '\'', '’'])
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, is_same_name};
    use crate::knowledge::Knowledge;
    use crate::namespace::identifier;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn articles_case_and_dashes_do_not_matter() {
        assert!(is_same_name("the Convention", "Convention"));
        assert!(is_same_name("l'Union", "UNION"));
        assert!(is_same_name("JCA‑Rés.178", "jca-res.178"));
        assert!(!is_same_name("TSB", "BR"));
        assert!(!is_same_name("", " "));
    }

    #[test]
    fn a_thing_has_its_names_in_all_languages() {
        let vocabulary = Vocabulary::load(&Knowledge::embedded()).expect("the vocabulary is sound");
        let names = Names::gather(std::iter::empty(), &vocabulary);
        let post = identifier(["post", "director-tsb"]);
        for name in [
            "Director of TSB",
            "Directeur du TSB",
            "the TSB Director",
            "电信标准化局主任",
        ] {
            assert!(names.is_called(post.as_ref(), name), "{name}");
        }
        assert!(!names.is_called(post.as_ref(), "Director of BR"));
        assert_eq!(
            names.label(post.as_ref()),
            "Director of the Telecommunication Standardization Bureau"
        );
        assert_eq!(
            names.label(identifier(["group", "none"]).as_ref()),
            "group/none"
        );
    }
}
