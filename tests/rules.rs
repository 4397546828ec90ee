//! Every rule proves itself on the sentences in its file: those it must match, with what it finds in
//! them, and at least one that it must not match.

use circugraph::knowledge::Knowledge;
use circugraph::language::Language;
use circugraph::pipeline::Reader;
use circugraph::relation::rule::RulePattern;
use circugraph::relation::{self, example};
use circugraph::{mention, read};
use std::collections::BTreeSet;
use std::path::Path;

/// The patterns that may match in no letter of `tests/cases`, `tests/letters`, `tests/pieces` and `tests/retold`, because they are for wordings that none
/// of them has. Lower it when letters or patterns allow; a new pattern comes with a letter that needs
/// it.
const UNMATCHED_PATTERNS: usize = 732;

#[test]
fn every_rule_finds_what_its_examples_say() {
    let reader = Reader::load(&Knowledge::embedded()).expect("the ontology is right");
    let (vocabulary, shapes) = (&reader.vocabulary, &reader.shapes);
    let mut wrong = Vec::new();
    for rule in reader.rules.iter() {
        let outcomes = example::run(rule, vocabulary, shapes).expect("a language of the six");
        for (example, outcome) in outcomes {
            if !outcome.is_as_expected(example) {
                wrong.push(format!(
                    "{}: {}\n  should find {:?}\n  finds       {:?}\n  in          {}",
                    rule.name,
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
                unmatched.push(rule.mistake(pattern.at, "matches in no sample").to_string());
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
