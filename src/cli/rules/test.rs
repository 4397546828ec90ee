//! `circugraph rules test`: whether rules find what their examples say, and what they find in letters.

use crate::cli::ontology::{OntologyArgs, add_rules, load};
use crate::cli::output::{remark, write_result};
use crate::document::Document;
use crate::knowledge::Addition;
use crate::language::Language;
use crate::mention::{self, MentionShape, Shapes};
use crate::pipeline::Reader;
use crate::read;
use crate::relation::example::{Proven, written};
use crate::relation::rule::{RulePattern, Rules};
use crate::relation::{link, matching};
use crate::span::ScalarIndex;
use anyhow::Context;
use clap::Args;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Run rules and mentions over their own sentences, then rules over sample letters
#[derive(Debug, Args)]
#[command(after_help = "\
First each example that fails, with what is found instead and the sentence as patterns see it; \
then what the rules find in the sample letters, as letter:line, the claim and the words; last the \
wordings that match in no sample. Wordings for a language without a sample are only counted.

Examples:
  circugraph rules test mine.toml
  circugraph rules test mine.toml --samples letters/2013
  circugraph rules test ontology/mentions/event.toml --ontology ontology
  circugraph rules test

Exit code: 0 every example is as expected, 1 one is not, 2 a rule cannot be read.")]
pub(super) struct TestArgs {
    /// Files with rules, or files of the ontology's mentions/ [default: all of both]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Letters to try the rules on: a file or folder [default: tests/cases, tests/letters,
    /// tests/pieces and tests/retold, if they are here]
    #[arg(long, value_name = "DIR")]
    samples: Option<PathBuf>,
    #[command(flatten)]
    ontology: OntologyArgs,
}

/// Where the project's own samples are, for those who work on it.
const SAMPLES: &[&str] = &[
    "tests/cases",
    "tests/letters",
    "tests/pieces",
    "tests/retold",
];

pub(super) fn run(args: &TestArgs) -> anyhow::Result<ExitCode> {
    let mut knowledge = args.ontology.knowledge()?;
    let others = knowledge.added(Addition::Rule).count();
    let (mention_files, rule_files): (Vec<PathBuf>, Vec<PathBuf>) = args
        .files
        .iter()
        .cloned()
        .partition(|file| is_of_mentions(file));
    add_rules(&mut knowledge, &rule_files)?;
    let reader = load(&knowledge)?;
    let own: Vec<&str> = knowledge
        .added(Addition::Rule)
        .skip(others)
        .map(|file| file.shown.as_str())
        .collect();
    let tested = if args.files.is_empty() {
        reader.rules.clone()
    } else {
        reader.rules.of_files(&own)
    };
    let mentions: Vec<&MentionShape> = if args.files.is_empty() {
        reader.shapes.iter().collect()
    } else {
        let named = mention_files
            .iter()
            .map(|file| shape_of(&reader.shapes, file));
        named.collect::<anyhow::Result<_>>()?
    };
    let mut text = String::new();
    let failures = run_examples(&tested, &mentions, &reader, &mut text)?;
    let samples = samples(args);
    if tested.iter().next().is_none() {
        // A mention alone states nothing of a letter that `text --mentions` would not show better.
    } else if samples.is_empty() {
        let folders = SAMPLES.join(" or ");
        remark(format!(
            "there is no {folders} here; name letters with `--samples DIR` to see what the rules find in them"
        ));
    } else {
        run_samples(&tested, &reader, &samples, &mut text)?;
    }
    write_result(text.as_bytes(), None)?;
    Ok(if failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

/// True for a file of `mentions/`, whose examples say what is mentioned.
fn is_of_mentions(file: &Path) -> bool {
    file.parent()
        .and_then(Path::file_name)
        .is_some_and(|folder| folder == "mentions")
}

fn shape_of<'a>(shapes: &'a Shapes, file: &Path) -> anyhow::Result<&'a MentionShape> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let shape = shapes.iter().find(|shape| shape.name == name);
    let shape = shape.filter(|shape| shape.file.text() == text);
    shape.with_context(|| {
        format!(
            "{} is not a file of the ontology in use; name its folder with `--ontology DIR`",
            file.display()
        )
    })
}

fn samples(args: &TestArgs) -> Vec<PathBuf> {
    match &args.samples {
        Some(samples) => vec![samples.clone()],
        None => {
            let folders = SAMPLES.iter().map(PathBuf::from);
            folders.filter(|folder| folder.is_dir()).collect()
        }
    }
}

/// Writes each example that fails; returns how many do.
fn run_examples(
    rules: &Rules,
    mentions: &[&MentionShape],
    reader: &Reader,
    text: &mut String,
) -> anyhow::Result<usize> {
    let (mut failures, mut examples) = (0, 0);
    let mentions_alone = mentions.iter().copied().map(Proven::Mention);
    for proven in rules.iter().map(Proven::Rule).chain(mentions_alone) {
        for (example, outcome) in proven.run(&reader.vocabulary, &reader.shapes)? {
            examples += 1;
            if outcome.is_as_expected(example) {
                continue;
            }
            failures += 1;
            let at = example.text.span().start;
            let message = format!("`{}` does not find what it should", proven.name());
            let _ = writeln!(text, "{}", proven.file().mistake(at, message));
            let _ = writeln!(text, "  should find: {}", listed(&example.finds));
            let _ = writeln!(text, "  finds:       {}", listed(&outcome.found));
            let _ = writeln!(text, "  read as:     {}\n", outcome.read_as.trim_end());
        }
    }
    remark(format!(
        "{} rules and {} kinds of mention: {examples} examples, {failures} not as expected",
        rules.iter().count(),
        mentions.len()
    ));
    Ok(failures)
}

fn listed(claims: &[String]) -> String {
    match claims {
        [] => "nothing".to_owned(),
        claims => claims.join("; "),
    }
}

/// Writes what the rules find in each letter, then the wordings that match in none.
fn run_samples(
    rules: &Rules,
    reader: &Reader,
    samples: &[PathBuf],
    text: &mut String,
) -> anyhow::Result<()> {
    let (mut letters, problems) = read::files(samples);
    // Beside a sample stands what the tests expect of it.
    letters.retain(|file| file.file_stem().is_none_or(|name| name != "expected"));
    for problem in problems {
        remark(format!("error: {problem}"));
    }
    let mut matched = BTreeSet::new();
    let mut languages = BTreeSet::new();
    let (mut claims, mut tried) = (0, 0);
    for letter in &letters {
        let document = match read::read(letter, None, &reader.cues) {
            Ok(document) => document,
            // A folder of samples may hold more than letters.
            Err(error) if error.problem.is_of_other_kind() => continue,
            Err(error) => {
                remark(format!("error: {error}"));
                continue;
            }
        };
        tried += 1;
        languages.insert(document.language);
        let mentions = mention::find(&document, &reader.vocabulary, &reader.shapes);
        matched.extend(matching(&document, &mentions, rules));
        claims += write_claims(rules, reader, &document, &mentions, text);
    }
    remark(format!("{claims} claims in {tried} letters"));
    write_unmatched(rules, &matched, &languages, text);
    Ok(())
}

fn write_claims(
    rules: &Rules,
    reader: &Reader,
    document: &Document,
    mentions: &mention::Mentions,
    text: &mut String,
) -> usize {
    let index = ScalarIndex::new(&document.text);
    let mut claims = link(
        document,
        mentions,
        &reader.vocabulary,
        &reader.shapes,
        rules,
    );
    claims.retain(|claim| rules.iter().any(|rule| rule.name == claim.evidence.rule));
    for claim in &claims {
        let (line, _) = index.line_column(&document.text, claim.evidence.span.start);
        let words = claim.evidence.span.of(&document.text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            text,
            "{}:{line}: {}: {}\n  “{words}”",
            document.source.path,
            claim.evidence.rule,
            written(claim, mentions, document),
        );
    }
    claims.len()
}

fn write_unmatched(
    rules: &Rules,
    matched: &BTreeSet<(&str, usize)>,
    languages: &BTreeSet<Language>,
    text: &mut String,
) {
    let has_samples = |pattern: &RulePattern| {
        let mut own = pattern.languages.iter();
        pattern.languages.is_empty() || own.any(|language| languages.contains(language))
    };
    let (mut unmatched, mut untried) = (0, 0);
    for rule in rules.iter() {
        for (number, pattern) in rule.patterns().iter().enumerate() {
            if !has_samples(pattern) {
                untried += 1;
            } else if !matched.contains(&(rule.name.as_str(), number)) {
                unmatched += 1;
                let message = format!("this wording of `{}` matches in no sample", rule.name);
                let _ = writeln!(text, "{}", rule.file.mistake(pattern.at, message));
            }
        }
    }
    remark(format!(
        "{unmatched} wordings match in no sample, {untried} are for languages without one"
    ));
}
