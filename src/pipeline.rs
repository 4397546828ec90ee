//! The passes, in order, and nothing else.

use crate::diagnostic::{Diagnostic, FileError};
use crate::document::Document;
use crate::document::cue::PartCues;
use crate::entity::{self, Entities, Labels};
use crate::knowledge::Knowledge;
use crate::mention::{self, Mentions, Shapes};
use crate::namespace::{DESCRIPTIONS, cg, dcterms};
use crate::pattern::Macros;
use crate::relation::rule::Rules;
use crate::relation::{self, Claim};
use crate::vocabulary::Vocabulary;

/// Everything that reading letters needs to know, loaded once.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The names.
    pub vocabulary: Vocabulary,
    /// The words that open the parts of a letter.
    pub cues: PartCues,
    /// What composed mentions look like.
    pub shapes: Shapes,
    /// What links mentions.
    pub rules: Rules,
    /// Names for things without one.
    pub labels: Labels,
}

/// What was found in one letter.
#[derive(Debug, Clone)]
pub struct Extraction {
    /// The letter.
    pub document: Document,
    /// What it mentions.
    pub mentions: Mentions,
    /// What it claims of its mentions.
    pub claims: Vec<Claim>,
    /// Entities and facts.
    pub entities: Entities,
    /// What a person should know of the reading.
    pub diagnostics: Vec<Diagnostic>,
}

impl Extraction {
    /// Drops the facts that are stated with less confidence, from 0 to 1; classes and names stay.
    pub fn keep_confident(&mut self, least: f64) {
        let is_sure = |hundredths: u8| f64::from(hundredths) / 100.0 >= least;
        let facts = &mut self.entities.facts;
        facts.retain(|fact| {
            is_sure(fact.evidence.confidence) || DESCRIPTIONS.contains(&fact.predicate.as_ref())
        });
    }
}

impl Reader {
    /// Loads and compiles an ontology.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let vocabulary = Vocabulary::load(knowledge)?;
        let macros = Macros::load(knowledge)?;
        let shapes = mention::load_shapes(knowledge, &vocabulary, &macros)?;
        let rules = Rules::load(knowledge, &shapes, &macros)?;
        Ok(Self {
            cues: PartCues::load(knowledge)?,
            labels: Labels::load(knowledge)?,
            vocabulary,
            shapes,
            rules,
        })
    }

    /// Reads a document into entities and facts.
    pub fn extract(&self, document: Document) -> Extraction {
        let mentions = mention::find(&document, &self.vocabulary, &self.shapes);
        let claims = relation::link(
            &document,
            &mentions,
            &self.vocabulary,
            &self.shapes,
            &self.rules,
        );
        let kinds = self.shapes.kinds();
        let entities = entity::resolve(
            &document,
            &mentions,
            &claims,
            &self.vocabulary,
            kinds,
            &self.labels,
        );
        let diagnostics = diagnose(&document, &entities);
        Extraction {
            document,
            mentions,
            claims,
            entities,
            diagnostics,
        }
    }
}

/// The code of the diagnostic for a text that is no letter; what was found in it is not to be kept.
pub const NO_LETTER: &str = "no-letter";

/// The least confidence, in hundredths, of what marks a letter: a heading alone is any text's.
const LEAST_OF_MARK: u8 = 75;

fn diagnose(document: &Document, entities: &Entities) -> Vec<Diagnostic> {
    let marks = [
        cg::NUMBER,
        cg::SIGNED_BY,
        cg::SIGNED_AS,
        cg::ADDRESSED_TO,
        dcterms::TITLE,
    ];
    let is_marked = entities.facts.iter().any(|fact| {
        fact.subject == entities.circular
            && marks.contains(&fact.predicate.as_ref())
            && fact.evidence.confidence >= LEAST_OF_MARK
    });
    if !is_marked {
        let message = "this is no letter: it has no number, addressee, subject or signature";
        return vec![Diagnostic::new(NO_LETTER, message)];
    }
    let mut diagnostics = Vec::new();
    if entities.date.is_none() {
        let mut hint = "its study period is taken from the dates that it names".to_owned();
        if let Some(made) = &document.properties.date {
            hint = format!("{hint}; the file says of itself that it was made on {made}");
        }
        let message = "the letter states no date of its own";
        diagnostics.push(Diagnostic::new("no-date", message).hint(hint));
    }
    diagnostics
}
