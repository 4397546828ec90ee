//! Every folder of `tests/cases` is a letter with everything expected of it: `expected.txt` for
//! people, `expected.nq` for programs. `UPDATE_EXPECT=1 cargo test` rewrites both; read the difference
//! before committing it.

use circugraph::document::Document;
use circugraph::graph;
use circugraph::knowledge::Knowledge;
use circugraph::namespace::{cg, rdf};
use circugraph::pipeline::{Extraction, Reader};
use circugraph::read;
use circugraph::report;
use expect_test::expect_file;
use oxigraph::io::RdfFormat;
use oxigraph::model::{Quad, Term};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load(&Knowledge::embedded()).expect("the ontology is right"));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/cases")).expect("the cases are there");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 12, "there should be at least twelve cases");
    cases
}

/// The letter of a case, its path as if `build` had run at the top of the project.
fn letter(case: &Path) -> Document {
    let file = ["letter.txt", "letter.md"]
        .into_iter()
        .map(|name| case.join(name))
        .find(|file| file.exists())
        .expect("a case has a letter");
    let mut document = read::read(&file, None, &READER.cues).expect("the letter is readable");
    let relative = file.strip_prefix(root()).expect("a case is in the project");
    document.source.path = read::shown(relative);
    document
}

fn extract(case: &Path) -> Extraction {
    READER.extract(letter(case))
}

fn quads(extraction: &Extraction) -> Vec<Quad> {
    graph::quads(&extraction.document, &extraction.entities).1
}

#[test]
fn every_case_gives_what_is_expected() {
    for case in cases() {
        let extraction = extract(&case);
        let review = report::review(&extraction, &READER.vocabulary, READER.shapes.kinds());
        expect_file![case.join("expected.txt")].assert_eq(&review);
        let lines = graph::serialize(&quads(&extraction), RdfFormat::NQuads).expect("in memory");
        let lines = String::from_utf8(lines).expect("N-Quads are UTF-8");
        expect_file![case.join("expected.nq")].assert_eq(&lines);
    }
}

#[test]
fn every_fact_quotes_the_words_at_its_offsets() {
    let mut facts = 0;
    for case in cases() {
        let extraction = extract(&case);
        let quads = quads(&extraction);
        let text: Vec<char> = extraction.document.text.chars().collect();
        let mut passages: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for quad in &quads {
            if let Term::Literal(value) = &quad.object {
                let passage = passages.entry(quad.subject.to_string()).or_default();
                passage.insert(quad.predicate.to_string(), value.value().to_owned());
            }
        }
        let reified: BTreeSet<String> = quads
            .iter()
            .filter(|quad| quad.predicate == rdf::REIFIES)
            .map(|quad| quad.object.to_string())
            .collect();
        for quad in quads.iter().filter(|quad| quad.predicate == cg::STATED_IN) {
            let passage = &passages[&quad.object.to_string()];
            let number = |property: &str| -> usize {
                passage[property].parse().expect("an offset is a number")
            };
            let (start, end) = (number(&cg::START.to_string()), number(&cg::END.to_string()));
            let quote: String = text[start..end].iter().collect();
            assert_eq!(passage[&cg::QUOTE.to_string()], quote, "{}", case.display());
            assert!(
                !quote.trim().is_empty(),
                "an empty quote in {}",
                case.display()
            );
            facts += 1;
        }
        for fact in &extraction.entities.facts {
            let triple = format!(
                "<<( {} {} {} )>>",
                fact.subject, fact.predicate, fact.object
            );
            let is_there = reified.iter().any(|reified| {
                reified.replace("<<(", "<<( ").contains(&triple) || *reified == triple
            });
            assert!(is_there, "no reifier for {triple} in {}", case.display());
        }
    }
    assert!(facts > 500, "only {facts} facts were checked");
}

#[test]
fn language_versions_of_a_circular_are_one_circular() {
    let mut pairs = 0;
    for case in cases() {
        let gold = fs::read_to_string(case.join("letter.json")).expect("every case has a gold");
        let gold: serde_json::Value = serde_json::from_str(&gold).expect("golds are JSON");
        let others = gold["translations"].as_array().into_iter().flatten();
        for other in others.filter_map(|other| other.as_str()) {
            let (one, other) = (extract(&case), extract(&case.with_file_name(other)));
            assert_eq!(one.entities.circular, other.entities.circular);
            assert_ne!(one.document.language, other.document.language);
            pairs += 1;
        }
    }
    assert!(pairs >= 4, "only {pairs} translations were compared");
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let again = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    for case in cases() {
        let first = quads(&extract(&case));
        let second = quads(&again.extract(letter(&case)));
        assert_eq!(first, second, "{}", case.display());
    }
}
