//! What rules and mentions find in the sentences by which they prove themselves, against what they
//! should find.

use super::rule::{Rule, Rules};
use super::{Argument, Claim, link};
use crate::diagnostic::FileError;
use crate::document::Document;
use crate::example::{Example, ExampleFile};
use crate::mention::{self, MentionShape, Mentions, Shapes};
use crate::namespace::shorten;
use crate::vocabulary::Vocabulary;

/// What became of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What is found in the sentence, as the file would write it; what is expected comes first.
    pub found: Vec<String>,
    /// The sentence as patterns see it.
    pub read_as: String,
}

impl Outcome {
    /// True if what should be found is, and nothing else.
    pub fn is_as_expected(&self, example: &Example) -> bool {
        self.found == example.finds
    }
}

/// Something with examples: a rule, or a kind of mention.
#[derive(Debug, Clone, Copy)]
pub enum Proven<'a> {
    /// What it should find are claims.
    Rule(&'a Rule),
    /// What it should find are mentions, and what they claim.
    Mention(&'a MentionShape),
}

impl<'a> Proven<'a> {
    /// The name, which is the file's.
    pub fn name(self) -> &'a str {
        match self {
            Self::Rule(rule) => &rule.name,
            Self::Mention(shape) => &shape.name,
        }
    }

    /// The sentences in its file.
    pub fn examples(self) -> &'a [Example] {
        match self {
            Self::Rule(rule) => &rule.examples,
            Self::Mention(shape) => &shape.examples,
        }
    }

    /// Its file, for messages.
    pub fn file(self) -> &'a ExampleFile {
        match self {
            Self::Rule(rule) => &rule.file,
            Self::Mention(shape) => &shape.file,
        }
    }

    /// What becomes of each of its examples.
    pub fn run(
        self,
        vocabulary: &Vocabulary,
        shapes: &Shapes,
    ) -> Result<Vec<(&'a Example, Outcome)>, FileError> {
        let alone = match self {
            Self::Rule(rule) => Rules::of(rule.clone()),
            Self::Mention(_) => Rules::default(),
        };
        let run = |example: &'a Example| {
            let document = self.file().letter_of(example)?;
            let mentions = mention::find(&document, vocabulary, shapes);
            let mut found = self.mentioned(&mentions, &document, shapes);
            found.extend(
                link(&document, &mentions, vocabulary, shapes, &alone)
                    .iter()
                    .filter(|claim| claim.evidence.rule == self.name())
                    .map(|claim| written(claim, &mentions, &document)),
            );
            let place = |written: &String| {
                let mut expected = example.finds.iter();
                let place = expected.position(|expected| expected == written);
                place.unwrap_or(usize::MAX)
            };
            found.sort_by_key(|written| (place(written), written.clone()));
            found.dedup();
            let read_as = mentions.shown(&document, shapes);
            Ok((example, Outcome { found, read_as }))
        };
        self.examples().iter().map(run).collect()
    }

    /// The mentions of its making, as Turtle says of what class a thing is: `first meeting a Meeting`.
    fn mentioned(self, mentions: &Mentions, document: &Document, shapes: &Shapes) -> Vec<String> {
        let Self::Mention(shape) = self else {
            return Vec::new();
        };
        let own = mentions
            .iter()
            .filter(|(_, mention)| mention.finder == shape.name);
        own.map(|(id, mention)| {
            let words = words(&Argument::Mention(id), mentions, document);
            format!("{words} a {}", shapes.kinds().name(mention.kind))
        })
        .collect()
    }
}

/// A claim as an example writes it, each argument in the words of the text.
pub fn written(claim: &Claim, mentions: &Mentions, document: &Document) -> String {
    format!(
        "{} {} {}",
        words(&claim.subject, mentions, document),
        shorten(claim.predicate.as_str()),
        words(&claim.object, mentions, document)
    )
}

fn words(argument: &Argument, mentions: &Mentions, document: &Document) -> String {
    match argument {
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
    }
}
