//! The same letter says the same whatever it comes in: `tests/formats` holds the sample letters as
//! Word, RTF and PDF files and web pages, made by `scripts/make-formats.sh`, and what is read from
//! each is compared with what is read from the text.
#![allow(
    clippy::print_stdout,
    reason = "the figures are for those who ask to see them"
)]

use circugraph::knowledge::Knowledge;
use circugraph::pipeline::Reader;
use circugraph::read::{self, Options};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load(&Knowledge::embedded()).expect("the ontology is right"));

/// The least share of facts that agree, over all letters.
const LEAST: &[(&str, f64)] = &[
    ("docx", 0.99),
    ("html", 0.99),
    ("doc", 0.97),
    ("rtf", 0.97),
    ("pdf", 0.95),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The letters that were made into other formats, by the path of their text.
fn letters() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/cases")).expect("the cases are there");
    let mut letters: Vec<PathBuf> = entries
        .map(|entry| entry.expect("readable").path().join("letter.txt"))
        .filter(|letter| letter.exists() && made(letter, "docx").exists())
        .collect();
    letters.sort();
    assert!(letters.len() >= 18, "only {} letters", letters.len());
    letters
}

/// The file that a letter was made into.
fn made(letter: &Path, extension: &str) -> PathBuf {
    let case = letter.parent().and_then(Path::file_name);
    let case = case.expect("a letter is in a case").to_string_lossy();
    root().join(format!("tests/formats/{case}.{extension}"))
}

/// The facts of a file, a line each.
fn facts(path: &Path) -> BTreeSet<String> {
    let bytes = std::fs::read(path).expect("the file is there");
    let document = read::read_bytes("letter", bytes, &Options::default(), &READER.cues)
        .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let extraction = READER.extract(document);
    let facts = extraction.entities.facts.iter();
    facts
        .map(|fact| format!("{} {} {}", fact.subject, fact.predicate, fact.object))
        .collect()
}

/// How fast the samples of a format are read, in files and MB a second; facts are not looked for.
fn speed(letters: &[PathBuf], extension: &str) -> String {
    let files = letters.iter().map(|letter| made(letter, extension));
    let files: Vec<Vec<u8>> = files
        .map(|file| std::fs::read(file).expect("readable"))
        .collect();
    let bytes: usize = files.iter().map(Vec::len).sum();
    let begun = std::time::Instant::now();
    for file in &files {
        let options = Options::default();
        read::read_bytes("letter", file.clone(), &options, &READER.cues).expect("sound");
    }
    let seconds = begun.elapsed().as_secs_f64();
    format!(
        "{:.0} files/s, {:.1} MB/s",
        files.len() as f64 / seconds,
        bytes as f64 / seconds / 1e6
    )
}

#[test]
fn the_same_letter_gives_the_same_facts_in_every_format() {
    let letters = letters();
    let expected: Vec<BTreeSet<String>> = letters.iter().map(|letter| facts(letter)).collect();
    let mut low = Vec::new();
    for (extension, least) in LEAST {
        let (mut same, mut all) = (0, 0);
        let mut differences = String::new();
        for (letter, expected) in letters.iter().zip(&expected) {
            let made = made(letter, extension);
            let found = facts(&made);
            same += expected.intersection(&found).count();
            all += expected.union(&found).count();
            for lost in expected.difference(&found) {
                differences += &format!("{}: lost  {lost}\n", made.display());
            }
            for new in found.difference(expected) {
                differences += &format!("{}: new   {new}\n", made.display());
            }
        }
        let share = same as f64 / all as f64;
        println!(
            "{extension}: {same} of {all} facts agree, {share:.4}; {}\n{differences}",
            speed(&letters, extension)
        );
        if share < *least {
            low.push(format!("{extension}: {share:.4} is less than {least}"));
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}
