//! What a name that somebody typed means: one thing in the store, or a plain reason why not.
//!
//! The class that a parameter declares decides between things of one name; after it, whether any
//! letter speaks of the thing.

use crate::namespace::ID;
use crate::namespace::shorten;
use crate::store::name::{Names, expand};
use oxigraph::model::NamedNode;

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

/// The thing that `text` means: an IRI, a prefixed name, or a name in any language.
///
/// A whole name goes before some words of one, and within each a thing of an earlier of `classes`
/// before one of a later; a thing of no such class is the last resort.
pub fn meaning(
    names: &Names<'_>,
    text: &str,
    classes: &[NamedNode],
) -> Result<NamedNode, NameError> {
    let text = text.trim();
    if let Some(iri) = as_iri(text) {
        return Ok(iri);
    }
    let whole = names.find(text);
    let part = || names.find_within(text);
    let candidates = of_class(names, &whole, classes)
        .or_else(|| of_class(names, &part(), classes))
        .unwrap_or_else(|| if whole.is_empty() { part() } else { whole });
    choose(names, text, &candidates, classes)
}

/// Those of the things that are of the first class of which there are any.
fn of_class(
    names: &Names<'_>,
    things: &[NamedNode],
    classes: &[NamedNode],
) -> Option<Vec<NamedNode>> {
    classes
        .iter()
        .map(|class| {
            let fits = |thing: &&NamedNode| names.is_a(thing.as_ref(), class.as_ref());
            things.iter().filter(fits).cloned().collect::<Vec<_>>()
        })
        .find(|fitting| !fitting.is_empty())
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
    if let Some(iri) = text
        .strip_prefix('<')
        .and_then(|text| text.strip_suffix('>'))
    {
        return NamedNode::new(iri).ok();
    }
    if text.starts_with(ID) || text.starts_with("http://") || text.starts_with("https://") {
        return NamedNode::new(text).ok();
    }
    if text.contains(char::is_whitespace) {
        None
    } else {
        expand(text)
    }
}

fn choose(
    names: &Names<'_>,
    text: &str,
    candidates: &[NamedNode],
    classes: &[NamedNode],
) -> Result<NamedNode, NameError> {
    let is_mentioned = |thing: &&NamedNode| names.is_mentioned(thing.as_ref());
    let mentioned: Vec<&NamedNode> = candidates.iter().filter(is_mentioned).collect();
    match (candidates, mentioned.as_slice()) {
        ([one], _) => Ok(one.clone()),
        (_, [one]) => Ok((*one).clone()),
        ([], _) => Err(NameError::Unknown {
            name: text.to_owned(),
            nearest: names.nearest(text, classes),
        }),
        _ => Err(NameError::Ambiguous {
            name: text.to_owned(),
            candidates: candidates
                .iter()
                .map(|thing| {
                    (
                        shorten(thing.as_str()),
                        names.label_or_iri(thing.as_ref(), "en"),
                    )
                })
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

/// At most six, so that a word in many names does not fill the screen.
fn list(candidates: &[(String, String)]) -> String {
    let mut lines: Vec<String> = candidates
        .iter()
        .take(6)
        .map(|(iri, label)| format!("`{iri}` ({label})"))
        .collect();
    if candidates.len() > 6 {
        lines.push(format!("{} more", candidates.len() - 6));
    }
    lines.join(", ")
}
