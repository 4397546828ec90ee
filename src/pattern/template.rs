//! What a rule states: `subject predicate object`, with captures of its pattern as arguments.
//!
//! | written | means |
//! |---|---|
//! | `who` | the mentions captured as `who`, or the words if there is no mention in them |
//! | `self` | in a file of `mentions/`: the mention that the pattern makes |
//! | `letter` | the circular that is being read |
//! | `when.start`, `when.end` | the first day of a captured date; the last, if there are two |
//! | `when.first`, `when.last` | the first day if there are two; the last, or the only one |
//! | `when.only` | the day if there is one; nothing for a range |
//! | `when.start+hour.start` | the same with a captured hour |
//! | `title.text` | the words captured, in the language of the letter |
//! | `list.string` | the words captured, in no language |
//! | `hours.clock`, `hours.until` | the first and second captured hour, of a day that is stated elsewhere |
//! | `the-group` | the group that the letter speaks of there |
//! | `the-body` | the group whose meeting stands there by its number, or its place and days |
//! | `the-meeting` | the meeting that the letter speaks of there |
//! | `the-meetings` | each meeting that the letter announces, where nothing else is stated of it |
//! | `cg:Electronic`, `true` | the thing or value itself |
//! | `… if word` | stated only if `word` was captured |

use crate::namespace::PREFIXES;
use oxigraph::model::NamedNode;

/// A statement with arguments still to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Who or what it is about.
    pub subject: Term,
    /// The property.
    pub predicate: NamedNode,
    /// The other end.
    pub object: Term,
    /// The capture without which nothing is stated.
    pub condition: Option<String>,
}

/// An argument of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// The circular being read.
    Letter,
    /// The Resolution whose text is quoted.
    Context,
    /// The last group that the letter introduced before.
    Group,
    /// The group whose meetings are counted there.
    Body,
    /// The last meeting that the letter named before.
    Meeting,
    /// Each meeting that the letter announces.
    Meetings,
    /// One of the two hours of what was captured under a name.
    Clock(String, End),
    /// What was captured under a name; with a kind, the mentions of that kind alone.
    Capture(String, Option<String>),
    /// A part of a captured mention.
    Part(String, String),
    /// An end of a captured date, with the capture of an hour.
    Date(String, End, Option<String>),
    /// Captured words in the letter's language.
    Text(String),
    /// Captured words in no language.
    Code(String),
    /// A thing named by its IRI.
    Node(NamedNode),
    /// `true`.
    True,
}

/// The two ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first day or hour.
    Start,
    /// The last, if there are two.
    End,
    /// The first, if there are two.
    First,
    /// The last, or the only one.
    Last,
    /// The only one, if there are not two.
    Only,
}

/// Why a template cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// Too few or too many words.
    #[error(
        "a claim is written `subject predicate object`, with `if capture` where it has a condition, not `{0}`"
    )]
    Form(String),
    /// A prefix that is not known.
    #[error("`{0}` is not a prefixed name such as `cg:chairs`")]
    Prefix(String),
    /// A capture that the pattern does not have.
    #[error("no pattern captures `{0}`")]
    Capture(String),
}

impl Template {
    /// Reads a template as written in a rule.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let words: Vec<&str> = source.split_whitespace().collect();
        let (subject, predicate, object, condition) = match words.as_slice() {
            [subject, predicate, object] => (subject, predicate, object, None),
            [subject, predicate, object, "if", capture] => {
                (subject, predicate, object, Some((*capture).to_owned()))
            }
            _ => return Err(TemplateError::Form(source.to_owned())),
        };
        Ok(Self {
            subject: Term::parse(subject)?,
            predicate: expand(predicate)
                .ok_or_else(|| TemplateError::Prefix((*predicate).to_owned()))?,
            object: Term::parse(object)?,
            condition,
        })
    }

    /// The captures that it needs.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        [&self.subject, &self.object]
            .into_iter()
            .filter_map(|term| match term {
                Term::Capture(name, _)
                | Term::Part(name, _)
                | Term::Date(name, _, _)
                | Term::Clock(name, _)
                | Term::Text(name)
                | Term::Code(name) => Some(name.as_str()),
                _ => None,
            })
    }
}

impl Term {
    fn parse(word: &str) -> Result<Self, TemplateError> {
        if word == "letter" {
            return Ok(Term::Letter);
        }
        if word == "context" {
            return Ok(Term::Context);
        }
        if word == "the-group" {
            return Ok(Term::Group);
        }
        if word == "the-body" {
            return Ok(Term::Body);
        }
        if word == "the-meeting" {
            return Ok(Term::Meeting);
        }
        if word == "the-meetings" {
            return Ok(Term::Meetings);
        }
        if word == "true" {
            return Ok(Term::True);
        }
        if word.contains(':') {
            let node = expand(word).ok_or_else(|| TemplateError::Prefix(word.to_owned()))?;
            return Ok(Term::Node(node));
        }
        let (date, hour) = match word.split_once('+') {
            Some((date, hour)) => (
                date,
                hour.split_once('.').map(|(capture, _)| capture.to_owned()),
            ),
            None => (word, None),
        };
        Ok(match date.split_once('.') {
            Some((capture, "start")) => Term::Date(capture.to_owned(), End::Start, hour),
            Some((capture, "end")) => Term::Date(capture.to_owned(), End::End, hour),
            Some((capture, "first")) => Term::Date(capture.to_owned(), End::First, hour),
            Some((capture, "only")) => Term::Date(capture.to_owned(), End::Only, hour),
            Some((capture, "last")) => Term::Date(capture.to_owned(), End::Last, hour),
            Some((capture, "clock")) => Term::Clock(capture.to_owned(), End::Start),
            Some((capture, "until")) => Term::Clock(capture.to_owned(), End::End),
            Some((capture, "text")) => Term::Text(capture.to_owned()),
            Some((capture, "string")) => Term::Code(capture.to_owned()),
            Some((capture, kind)) if kind.starts_with(|first: char| first.is_ascii_uppercase()) => {
                Term::Capture(capture.to_owned(), Some(kind.to_owned()))
            }
            Some((capture, part)) => Term::Part(capture.to_owned(), part.to_owned()),
            None => Term::Capture(word.to_owned(), None),
        })
    }
}

/// A prefixed name in full.
pub fn expand(name: &str) -> Option<NamedNode> {
    let (prefix, local) = name.split_once(':')?;
    let (_, base) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
    NamedNode::new(format!("{base}{local}")).ok()
}

#[cfg(test)]
mod tests {
    use super::{End, Template, Term};

    #[test]
    fn templates_are_read() {
        let template =
            Template::parse("meeting schema:startDate when.start+hour.start").expect("right");
        assert_eq!(
            template.object,
            Term::Date("when".into(), End::Start, Some("hour".into()))
        );
        assert_eq!(template.captures().collect::<Vec<_>>(), ["meeting", "when"]);
        let template = Template::parse("self cg:mode cg:Electronic if electronic").expect("right");
        assert_eq!(template.condition.as_deref(), Some("electronic"));
    }

    #[test]
    fn mistakes_are_named() {
        for (source, words) in [
            ("who chairs group", "prefixed name"),
            ("who cg:chairs", "is written"),
        ] {
            let error = Template::parse(source).expect_err("wrong");
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
