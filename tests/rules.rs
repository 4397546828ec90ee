//! Every rule and every kind of mention proves itself on the sentences in its file: those it must match,
//! with what it finds in them, and at least one that it must not match.

use circugraph::knowledge::Knowledge;
use circugraph::language::Language;
use circugraph::pipeline::Reader;
use circugraph::relation::rule::RulePattern;
use circugraph::relation::{self, example::Proven};
use circugraph::{mention, read};
use std::collections::BTreeSet;
use std::path::Path;

/// The patterns that may match in no letter of `tests/cases`, `tests/letters`, `tests/pieces` and `tests/retold`, because they are for wordings that none
/// of them has. Lower it when letters or patterns allow; a new pattern comes with a letter that needs
/// it.
const UNMATCHED_PATTERNS: usize = 827;

#[test]
fn every_file_finds_what_its_examples_say() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    let mut wrong = Vec::new();
    for proven in proven(&reader) {
        let outcomes = proven.run(&reader.vocabulary, &reader.shapes);
        for (example, outcome) in outcomes.expect("a language of the six") {
            if !outcome.is_as_expected(example) {
                wrong.push(format!(
                    "{}: {}\n  should find {:?}\n  finds       {:?}\n  in          {}",
                    proven.name(),
                    example.text.get_ref(),
                    example.finds,
                    outcome.found,
                    outcome.read_as.trim_end(),
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// All that has examples: the rules and the kinds of mention.
fn proven(reader: &Reader) -> Vec<Proven<'_>> {
    let rules = reader.rules.iter().map(Proven::Rule);
    rules
        .chain(reader.shapes.iter().map(Proven::Mention))
        .collect()
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
fn every_file_has_examples_of_both_kinds() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    let lacking: Vec<String> = proven(&reader)
        .iter()
        .filter(|proven| {
            let traps = proven
                .examples()
                .iter()
                .filter(|example| example.finds.is_empty());
            let traps = traps.count();
            traps == 0 || traps == proven.examples().len()
        })
        .map(|proven| proven.name().to_owned())
        .collect();
    assert!(
        lacking.is_empty(),
        "without a sentence that they match, or one that they must not match: {}",
        lacking.join(", ")
    );
}

/// Only patterns for languages that have samples are counted.
#[test]
fn few_patterns_match_in_no_sample() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let samples = [
        tests.join("cases"),
        tests.join("letters"),
        tests.join("pieces"),
        tests.join("retold"),
    ];
    let mut matched = BTreeSet::new();
    let mut languages: BTreeSet<Language> = BTreeSet::new();
    let letters = read::files(&samples).0.into_iter();
    let letters = letters.filter(|file| file.file_stem().is_some_and(|name| name == "letter"));
    for letter in letters.filter(|file| file.extension().is_none_or(|kind| kind != "json")) {
        let document = read::read(&letter, None, &reader.cues).expect("a sample can be read");
        let mentions = mention::find(&document, &reader.vocabulary, &reader.shapes);
        matched.extend(relation::matching(&document, &mentions, &reader.rules));
        languages.insert(document.language);
    }
    let has_samples = |pattern: &RulePattern| {
        let mut own = pattern.languages.iter();
        pattern.languages.is_empty() || own.any(|language| languages.contains(language))
    };
    let mut unmatched = Vec::new();
    for rule in reader.rules.iter() {
        for (number, pattern) in rule.patterns().iter().enumerate() {
            if has_samples(pattern) && !matched.contains(&(rule.name.as_str(), number)) {
                unmatched.push(
                    rule.file
                        .mistake(pattern.at, "matches in no sample")
                        .to_string(),
                );
            }
        }
    }
    assert!(
        unmatched.len() <= UNMATCHED_PATTERNS,
        "{}\n{} patterns match in no sample, more than {UNMATCHED_PATTERNS}",
        unmatched.join("\n"),
        unmatched.len(),
    );
}
