//! What a name that somebody typed means: one thing in the store, or a plain reason why not.
//!
//! The class that a parameter declares decides between things of one name; after it, whether any
//! letter speaks of the thing.

use crate::namespace::ID;
use crate::store::name::{Names, expand, shorten};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// Why a name does not mean one thing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing bears the name.
    #[error("nothing known by the name `{name}`{}", suggestion(nearest))]
    Unknown {
        /// The name as typed.
        name: String,
        /// Labels that are written much like it.
        nearest: Vec<String>,
    },
    /// Several things bear it.
    #[error("`{name}` may mean several things; give one of {}", list(candidates))]
    Ambiguous {
        /// The name as typed.
        name: String,
        /// Prefixed IRI and label of each.
        candidates: Vec<(String, String)>,
    },
}

/// The thing that `text` means: an IRI, a prefixed name, or a name in any language, preferably of a
/// thing of `class`.
pub fn meaning(
    names: &Names<'_>,
    text: &str,
    class: Option<NamedNodeRef<'_>>,
) -> Result<NamedNode, NameError> {
    let text = text.trim();
    if let Some(iri) = as_iri(text) {
        return Ok(iri);
    }
    let all = names.find(text);
    let of_class = |things: &[&NamedNode]| -> Vec<NamedNode> {
        let fits = |thing: &NamedNode| class.is_none_or(|class| names.is_a(thing.as_ref(), class));
        things.iter().filter(|thing| fits(thing)).map(|thing| (*thing).clone()).collect()
    };
    let mut candidates = of_class(&all);
    if candidates.is_empty() {
        candidates = of_class(&names.find_within(text, class));
    }
    if candidates.is_empty() {
        candidates = all.iter().map(|thing| (*thing).clone()).collect();
    }
    choose(names, text, candidates, class)
}

/// The name in `known` that is written most like `name`, if any is near enough to suggest.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(candidate, name), candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

fn as_iri(text: &str) -> Option<NamedNode> {
    if let Some(iri) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) {
        return NamedNode::new(iri).ok();
    }
    if text.starts_with(ID) || text.starts_with("http://") || text.starts_with("https://") {
        return NamedNode::new(text).ok();
    }
    if text.contains(char::is_whitespace) { None } else { expand(text) }
}

fn choose(
    names: &Names<'_>,
    text: &str,
    candidates: Vec<NamedNode>,
    class: Option<NamedNodeRef<'_>>,
) -> Result<NamedNode, NameError> {
    let mentioned: Vec<&NamedNode> =
        candidates.iter().filter(|thing| names.is_mentioned(thing.as_ref())).collect();
    match (candidates.as_slice(), mentioned.as_slice()) {
        ([one], _) => Ok(one.clone()),
        (_, [one]) => Ok((*one).clone()),
        ([], _) => Err(NameError::Unknown {
            name: text.to_owned(),
            nearest: names.nearest(text, class),
        }),
        _ => Err(NameError::Ambiguous {
            name: text.to_owned(),
            candidates: candidates
                .iter()
                .map(|thing| (shorten(thing.as_str()), names.label_or_iri(thing.as_ref(), "en")))
                .collect(),
        }),
    }
}

fn suggestion(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        names => format!("; the nearest: {}", quoted(names)),
    }
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// At most ten, so that a word in many names does not fill the screen.
fn list(candidates: &[(String, String)]) -> String {
    let mut lines: Vec<String> = candidates
        .iter()
        .take(10)
        .map(|(iri, label)| format!("`{iri}` ({label})"))
        .collect();
    if candidates.len() > 10 {
        lines.push(format!("{} more", candidates.len() - 10));
    }
    lines.join(", ")
}
