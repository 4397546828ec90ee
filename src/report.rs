//! An extraction for people to read, and as JSON: every fact with the words that state it.

pub mod gap;

use crate::document::PART_KINDS;
use crate::entity::Fact;
use crate::language::Language;
use crate::namespace::{PREFIXES, rdf, rdfs, skos};
use crate::pipeline::Extraction;
use crate::span::ScalarIndex;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::kind::Kinds;
use oxigraph::model::{NamedNodeRef, Term};
use serde::Serialize;
use std::fmt::Write;

/// The facts of a letter in order of place, names and classes aside: subject, property, object, then
/// the line and the words.
pub fn text(extraction: &Extraction, vocabulary: &Vocabulary) -> String {
    let document = &extraction.document;
    let index = ScalarIndex::new(&document.text);
    let namer = Namer {
        extraction,
        vocabulary,
    };
    let mut report = String::new();
    let circular = extraction.entities.circular.as_ref();
    let _ = writeln!(report, "{}  [{}]", namer.name(circular), document.language);
    let _ = writeln!(report, "{}", short(circular));
    for fact in extraction
        .entities
        .facts
        .iter()
        .filter(|fact| !is_description(fact))
    {
        let (line, _) = index.line_column(&document.text, fact.evidence.span.start);
        let words = fact.evidence.span.of(&document.text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            report,
            "\n{} {} {}\n  line {line}, {} ({}.{:02}): {words}",
            namer.name(fact.subject.as_ref()),
            short(fact.predicate.as_ref()),
            namer.value(&fact.object),
            fact.evidence.rule,
            fact.evidence.confidence / 100,
            fact.evidence.confidence % 100,
        );
    }
    for diagnostic in &extraction.diagnostics {
        let _ = writeln!(report, "\nnote: {diagnostic}");
    }
    report
}

/// [`text`], and before it every mention with its kind and what it was taken to refer to: what a
/// reviewer needs to see a wrong reading.
pub fn review(extraction: &Extraction, vocabulary: &Vocabulary, kinds: &Kinds) -> String {
    let document = &extraction.document;
    let index = ScalarIndex::new(&document.text);
    let mut review = String::from("# parts\n");
    for part in &document.parts {
        let (line, _) = index.line_column(&document.text, part.span.start);
        let name = PART_KINDS.iter().find(|(kind, _)| *kind == part.kind);
        let _ = writeln!(review, "line {line}: {}", name.map_or("", |(_, name)| name));
    }
    review.push_str("\n# mentions\n");
    for (id, mention) in extraction.mentions.outermost() {
        let (line, _) = index.line_column(&document.text, mention.span.start);
        let words = mention.span.of(&document.text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let referents = extraction.entities.referents.get(&id);
        let referents = referents
            .into_iter()
            .flatten()
            .map(|iri| short(iri.as_ref()));
        let referents: Vec<String> = referents.collect();
        let _ = writeln!(
            review,
            "line {line}: {} “{words}” {}({})",
            kinds.name(mention.kind),
            referents
                .iter()
                .map(|iri| format!("→ {iri} "))
                .collect::<String>(),
            mention.finder,
        );
    }
    review.push_str("\n# facts\n");
    review.push_str(&text(extraction, vocabulary));
    review
}

#[derive(Serialize)]
struct JsonReport<'a> {
    source: &'a str,
    language: &'static str,
    circular: &'a str,
    facts: Vec<JsonFact<'a>>,
}

#[derive(Serialize)]
struct JsonFact<'a> {
    subject: &'a str,
    predicate: &'a str,
    object: String,
    rule: &'a str,
    confidence: f64,
    quote: &'a str,
    start: usize,
    end: usize,
}

/// The same as one JSON object; offsets count Unicode scalar values.
pub fn json(extraction: &Extraction) -> serde_json::Result<String> {
    let document = &extraction.document;
    let index = ScalarIndex::new(&document.text);
    let facts = extraction.entities.facts.iter().map(|fact| JsonFact {
        subject: fact.subject.as_str(),
        predicate: fact.predicate.as_str(),
        object: match &fact.object {
            Term::NamedNode(node) => node.as_str().to_owned(),
            Term::Literal(literal) => literal.value().to_owned(),
            other => other.to_string(),
        },
        rule: &fact.evidence.rule,
        confidence: f64::from(fact.evidence.confidence) / 100.0,
        quote: fact.evidence.span.of(&document.text),
        start: index.scalars(&document.text, fact.evidence.span.start),
        end: index.scalars(&document.text, fact.evidence.span.end),
    });
    let report = JsonReport {
        source: &document.source.path,
        language: document.language.tag(),
        circular: extraction.entities.circular.as_str(),
        facts: facts.collect(),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

/// True for facts that give a thing its class and names.
fn is_description(fact: &Fact) -> bool {
    let predicate = fact.predicate.as_ref();
    [rdf::TYPE, rdfs::LABEL, skos::ALT_LABEL, skos::NOTATION].contains(&predicate)
}

/// An IRI with its prefix, as `cg:chairs`.
pub fn short(iri: NamedNodeRef<'_>) -> String {
    let longest = PREFIXES
        .iter()
        .filter_map(|(prefix, base)| Some((prefix, iri.as_str().strip_prefix(base)?)))
        .min_by_key(|(_, local)| local.len());
    match longest {
        Some((prefix, local)) => format!("{prefix}:{local}"),
        None => iri.to_string(),
    }
}

struct Namer<'a> {
    extraction: &'a Extraction,
    vocabulary: &'a Vocabulary,
}

impl Namer<'_> {
    /// The English name of a thing, else the name that the letter gives it, else its identifier.
    fn name(&self, iri: NamedNodeRef<'_>) -> String {
        if let Some(entry) = self.vocabulary.by_iri(iri) {
            return entry.label(Language::English).to_owned();
        }
        let labels = self
            .extraction
            .entities
            .facts
            .iter()
            .filter(|fact| fact.subject.as_ref() == iri && fact.predicate == rdfs::LABEL);
        let labels = labels.filter_map(|fact| match &fact.object {
            Term::Literal(literal) => Some(literal),
            _ => None,
        });
        let english = labels.clone().find(|label| label.language() == Some("en"));
        match english.or_else(|| labels.clone().next()) {
            Some(label) => label.value().to_owned(),
            None => short(iri),
        }
    }

    fn value(&self, object: &Term) -> String {
        match object {
            Term::NamedNode(node) => self.name(node.as_ref()),
            Term::Literal(literal) => format!("\"{}\"", literal.value()),
            other => other.to_string(),
        }
    }
}
