//! Facts to quads: what a letter's named graph holds.
//!
//! Every fact stands with a reifier (RDF 1.2) that points at the passage that states it. Nothing in
//! a graph depends on when or where it was made, so the same letter gives the same bytes.

use crate::document::Document;
use crate::entity::{Entities, Fact, class_of};
use crate::namespace::{
    PREFIXES, cg, dcterms, identifier, prov, rdf, source_graph, vocabulary_graph, xsd,
};
use crate::relation::Evidence;
use crate::span::ScalarIndex;
use crate::vocabulary::Vocabulary;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{
    GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, Triple,
};
use sha2::{Digest, Sha256};

/// The named graph of a letter and its quads, sorted.
pub fn quads(document: &Document, entities: &Entities) -> (NamedNode, Vec<Quad>) {
    let graph = source_graph(&document.source.sha256);
    let mut writer = Writer::new(document, entities, graph.clone());
    writer.provenance();
    for fact in &entities.facts {
        writer.fact(fact);
    }
    for entity in entities.entities.values().filter(|entity| !entity.is_known) {
        writer.add(entity.iri.clone(), rdf::TYPE, class_of(&entity.kind));
    }
    let mut quads = writer.quads;
    quads.sort_by_cached_key(ToString::to_string);
    quads.dedup();
    (graph, quads)
}

/// The quads of the vocabulary's graph.
pub fn vocabulary_quads(vocabulary: &Vocabulary) -> Vec<Quad> {
    let graph = GraphName::from(vocabulary_graph());
    let triples = vocabulary.triples().into_iter();
    triples
        .map(|triple| triple.in_graph(graph.clone()))
        .collect()
}

/// Quads in an RDF format, with the project's prefixes where the format has any.
pub fn serialize(quads: &[Quad], format: RdfFormat) -> std::io::Result<Vec<u8>> {
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, base) in PREFIXES {
        serializer = serializer
            .with_prefix(*prefix, *base)
            .map_err(std::io::Error::other)?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for quad in quads {
        if format.supports_datasets() {
            writer.serialize_quad(quad)?;
        } else {
            writer.serialize_triple(quad.as_ref())?;
        }
    }
    writer.finish()
}

struct Writer<'a> {
    document: &'a Document,
    entities: &'a Entities,
    index: ScalarIndex,
    graph: GraphName,
    version: NamedNode,
    quads: Vec<Quad>,
    key: String,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, entities: &'a Entities, graph: NamedNode) -> Self {
        let circular = entities.circular.as_str();
        let version = format!("{circular}/{}", document.language.tag());
        Self {
            document,
            entities,
            index: ScalarIndex::new(&document.text),
            graph: graph.into(),
            version: NamedNode::new_unchecked(version),
            quads: Vec::new(),
            key: document.source.sha256.get(..16).unwrap_or("").to_owned(),
        }
    }

    fn add(
        &mut self,
        subject: impl Into<NamedOrBlankNode>,
        predicate: NamedNodeRef<'_>,
        object: impl Into<Term>,
    ) {
        self.quads.push(Quad::new(
            subject,
            predicate.into_owned(),
            object,
            self.graph.clone(),
        ));
    }

    /// The file, the language version, and what made the graph.
    fn provenance(&mut self) {
        let source = &self.document.source;
        let file = identifier(["file", &self.key]);
        self.add(file.clone(), rdf::TYPE, cg::SOURCE_FILE.into_owned());
        self.add(
            file.clone(),
            cg::PATH,
            Literal::new_simple_literal(&source.path),
        );
        self.add(
            file.clone(),
            cg::SHA256,
            Literal::new_simple_literal(&source.sha256),
        );
        self.add(
            file.clone(),
            dcterms::FORMAT,
            Literal::new_simple_literal(source.format),
        );
        let version = self.version.clone();
        let language = self.document.language.tag();
        self.add(
            version.clone(),
            rdf::TYPE,
            cg::LANGUAGE_VERSION.into_owned(),
        );
        self.add(
            version.clone(),
            cg::LANGUAGE_VERSION_OF,
            self.entities.circular.clone(),
        );
        self.add(
            version.clone(),
            dcterms::LANGUAGE,
            Literal::new_simple_literal(language),
        );
        self.add(version, prov::WAS_DERIVED_FROM, file.clone());
        let GraphName::NamedNode(graph) = self.graph.clone() else {
            return;
        };
        let reading = identifier(["reading", &self.key]);
        let software = identifier(["software", "circugraph", env!("CARGO_PKG_VERSION")]);
        self.add(graph.clone(), rdf::TYPE, prov::ENTITY.into_owned());
        self.add(graph, prov::WAS_GENERATED_BY, reading.clone());
        self.add(reading.clone(), rdf::TYPE, prov::ACTIVITY.into_owned());
        self.add(reading.clone(), prov::USED, file);
        self.add(reading.clone(), prov::USED, vocabulary_graph());
        self.add(reading, prov::WAS_ASSOCIATED_WITH, software.clone());
        self.add(software, rdf::TYPE, prov::SOFTWARE_AGENT.into_owned());
    }

    /// A fact, its reifier and its passage.
    fn fact(&mut self, fact: &Fact) {
        let triple = Triple::new(
            fact.subject.clone(),
            fact.predicate.clone(),
            fact.object.clone(),
        );
        let passage = self.passage(&fact.evidence);
        let reifier = self.reifier(&triple, &fact.evidence);
        self.quads.push(triple.clone().in_graph(self.graph.clone()));
        self.add(reifier.clone(), rdf::REIFIES, Term::from(triple));
        self.add(reifier.clone(), cg::STATED_IN, passage);
        self.add(
            reifier.clone(),
            cg::RULE,
            Literal::new_simple_literal(&fact.evidence.rule),
        );
        self.add(reifier, cg::CONFIDENCE, decimal(fact.evidence.confidence));
    }

    fn passage(&mut self, evidence: &Evidence) -> NamedNode {
        let text = &self.document.text;
        let start = self.index.scalars(text, evidence.span.start);
        let end = self.index.scalars(text, evidence.span.end);
        let passage = identifier(["passage", &self.key, &format!("{start}-{end}")]);
        let quote = evidence.span.of(text).to_owned();
        self.add(passage.clone(), rdf::TYPE, cg::PASSAGE.into_owned());
        self.add(
            passage.clone(),
            cg::QUOTE,
            Literal::new_simple_literal(quote),
        );
        self.add(passage.clone(), cg::START, integer(start));
        self.add(passage.clone(), cg::END, integer(end));
        if let Some(page) = self.document.page_at(evidence.span.start) {
            self.add(passage.clone(), cg::PAGE, integer(page));
        }
        self.add(passage.clone(), cg::IN_VERSION, self.version.clone());
        passage
    }

    /// Named by the fact, the place and the rule, so that every reading gives the same name.
    fn reifier(&self, triple: &Triple, evidence: &Evidence) -> NamedNode {
        let stated = format!(
            "{}\n{triple}\n{}-{}\n{}",
            self.key, evidence.span.start, evidence.span.end, evidence.rule
        );
        let digest = Sha256::digest(stated.as_bytes());
        let name: String = digest
            .iter()
            .take(10)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        identifier(["fact", &name])
    }
}

/// Hundredths as an `xsd:decimal` in canonical form, as the store gives it back.
fn decimal(hundredths: u8) -> Literal {
    let digits = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    Literal::new_typed_literal(digits, xsd::DECIMAL)
}

fn integer(number: usize) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::INTEGER)
}
