//! The sentences by which a rule proves itself: what it finds in them, against what it should find.

use super::rule::{Example, Rule, Rules};
use super::{Argument, Claim, link};
use crate::diagnostic::FileError;
use crate::document::{Document, PartKind};
use crate::mention::{self, Mentions, Shapes};
use crate::namespace::shorten;
use crate::vocabulary::Vocabulary;

/// What became of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What the rule finds in the sentence, as the file would write it; what is expected comes first.
    pub found: Vec<String>,
    /// The sentence as patterns see it.
    pub read_as: String,
}

impl Outcome {
    /// True if the rule finds what it should and nothing else.
    pub fn is_as_expected(&self, example: &Example) -> bool {
        self.found == example.finds
    }
}

/// Runs a rule over each of its examples.
pub fn run<'a>(
    rule: &'a Rule,
    vocabulary: &Vocabulary,
    shapes: &Shapes,
) -> Result<Vec<(&'a Example, Outcome)>, FileError> {
    let alone = Rules::of(rule.clone());
    let run = |example: &'a Example| {
        let language = example.language.parse().map_err(|error| {
            rule.mistake(
                example.text.span().start,
                format!("of this sentence, {error}"),
            )
        })?;
        let part = example.part.unwrap_or(PartKind::Body);
        let document = Document::of_part(example.text.get_ref().clone(), language, part);
        Ok((
            example,
            outcome(example, &document, vocabulary, shapes, &alone),
        ))
    };
    rule.examples.iter().map(run).collect()
}

fn outcome(
    example: &Example,
    document: &Document,
    vocabulary: &Vocabulary,
    shapes: &Shapes,
    rules: &Rules,
) -> Outcome {
    let mentions = mention::find(document, vocabulary, shapes);
    let mut found: Vec<String> = link(document, &mentions, vocabulary, shapes, rules)
        .iter()
        .filter(|claim| rules.iter().any(|rule| rule.name == claim.evidence.rule))
        .map(|claim| written(claim, &mentions, document))
        .collect();
    let place = |written: &String| {
        let mut expected = example.finds.iter();
        expected
            .position(|expected| expected == written)
            .unwrap_or(usize::MAX)
    };
    found.sort_by_key(|written| (place(written), written.clone()));
    found.dedup();
    Outcome {
        found,
        read_as: mentions.shown(document, shapes),
    }
}

/// A claim as an example writes it, each argument in the words of the text.
pub fn written(claim: &Claim, mentions: &Mentions, document: &Document) -> String {
    let argument = |argument: &Argument| match argument {
        Argument::Mention(id) => {
            let words = mentions.get(*id).span.of(&document.text);
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Argument::Letter => "letter".to_owned(),
        Argument::Node(node) => shorten(node.as_str()),
        Argument::Text(text, _) => text.clone(),
        Argument::Date(date, Some(hour)) => format!("{date}T{hour}"),
        Argument::Date(date, None) => date.to_string(),
        Argument::Hour(hour) => hour.to_string(),
        Argument::True => "true".to_owned(),
    };
    format!(
        "{} {} {}",
        argument(&claim.subject),
        shorten(claim.predicate.as_str()),
        argument(&claim.object)
    )
}
