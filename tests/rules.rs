//! Every rule proves itself on the sentences in its file: those it must match, with what it finds in
//! them, and at least one that it must not match.

use circugraph::document::{Document, Part, PartKind, Source};
use circugraph::knowledge::Knowledge;
use circugraph::mention::{self, Mentions};
use circugraph::pipeline::Reader;
use circugraph::relation::rule::{Example, Rule};
use circugraph::relation::{self, Argument, Claim};
use circugraph::report::short;
use circugraph::span::Span;
use std::path::Path;

#[test]
fn every_rule_finds_what_its_examples_say() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    let mut wrong = Vec::new();
    for rule in reader.rules.iter() {
        for example in &rule.examples {
            let found = found(&reader, rule, example);
            if found != example.finds {
                wrong.push(format!(
                    "{}: {}\n  should find {:?}\n  finds       {found:?}\n  in          {}",
                    rule.name,
                    example.text,
                    example.finds,
                    shown(&reader, example).trim_end(),
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The patterns that are built in are not checked when the program starts.
#[test]
fn every_pattern_is_a_regular_expression() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
    let knowledge = Knowledge::folder(&folder).expect("the folder is readable");
    let loaded = Reader::load(&knowledge);
    assert!(
        loaded.is_ok(),
        "{}",
        loaded
            .err()
            .map_or(String::new(), |error| error.to_string())
    );
}

#[test]
fn every_rule_has_examples_of_both_kinds() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    for rule in reader.rules.iter() {
        let name = &rule.name;
        let matches = rule
            .examples
            .iter()
            .filter(|example| !example.finds.is_empty());
        assert!(
            matches.count() > 0,
            "{name} has no sentence that it matches"
        );
        let others = rule
            .examples
            .iter()
            .filter(|example| example.finds.is_empty());
        assert!(
            others.count() > 0,
            "{name} has no sentence that it must not match"
        );
    }
}

/// The sentence as a document of one part.
fn document(reader: &Reader, example: &Example) -> Document {
    let source = Source {
        path: "example".to_owned(),
        sha256: "0".repeat(64),
        format: "text/plain",
    };
    let language = example.language.parse().expect("a language of the six");
    let mut document = Document::new(example.text.clone(), language, source, &reader.cues);
    document.parts = vec![Part {
        kind: example.part.unwrap_or(PartKind::Body),
        language,
        span: Span::new(0, document.text.len()),
        plain: Span::new(0, document.plain.text.len()),
    }];
    document
}

fn shown(reader: &Reader, example: &Example) -> String {
    let document = document(reader, example);
    mention::find(&document, &reader.vocabulary, &reader.shapes).shown(&document, &reader.shapes)
}

/// What the rule finds, each argument in the words of the sentence.
fn found(reader: &Reader, rule: &Rule, example: &Example) -> Vec<String> {
    let document = document(reader, example);
    let mentions = mention::find(&document, &reader.vocabulary, &reader.shapes);
    let claims = relation::link(
        &document,
        &mentions,
        &reader.vocabulary,
        &reader.shapes,
        &reader.rules,
    );
    let own = claims
        .iter()
        .filter(|claim| claim.evidence.rule == rule.name);
    let mut found: Vec<String> = own
        .map(|claim| written(claim, &mentions, &document))
        .collect();
    let order = |written: &String| {
        example
            .finds
            .iter()
            .position(|expected| expected == written)
    };
    found.sort_by_key(|written| (order(written).unwrap_or(usize::MAX), written.clone()));
    found.dedup();
    found
}

fn written(claim: &Claim, mentions: &Mentions, document: &Document) -> String {
    let argument = |argument: &Argument| match argument {
        Argument::Mention(id) => {
            let words = mentions.get(*id).span.of(&document.text);
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Argument::Letter => "letter".to_owned(),
        Argument::Node(node) => short(node.as_ref()),
        Argument::Text(text, _) => text.clone(),
        Argument::Date(date, Some(hour)) => format!("{date}T{hour}"),
        Argument::Date(date, None) => date.to_string(),
        Argument::Hour(hour) => hour.to_string(),
        Argument::True => "true".to_owned(),
    };
    format!(
        "{} {} {}",
        argument(&claim.subject),
        short(claim.predicate.as_ref()),
        argument(&claim.object)
    )
}
