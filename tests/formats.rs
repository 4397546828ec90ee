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
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load(&Knowledge::embedded()).expect("the ontology is right"));

/// The least share of facts that agree, over all letters.
const LEAST: &[(&str, f64)] = &[
    ("docx", 0.99),
    ("html", 0.99),
    ("doc", 0.98),
    ("rtf", 0.99),
    ("pdf", 0.98),
];

/// The least share in any one language.
const LEAST_OF_LANGUAGE: f64 = 0.95;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The languages that letters are sampled in, and how many of each there are at least.
const LANGUAGES: &[&str] = &["en", "fr", "es", "ru", "ar", "zh"];
const LETTERS: usize = 4;

/// A sample letter; its name ends in its language.
struct Letter {
    name: String,
    /// What the files were made from.
    text: PathBuf,
}

impl Letter {
    /// The file that it was made into.
    fn made(&self, extension: &str) -> PathBuf {
        root().join(format!("tests/formats/{}.{extension}", self.name))
    }

    fn language(&self) -> &str {
        self.name.rsplit('-').next().unwrap_or_default()
    }
}

/// The letters that were made into other formats, sorted by name.
fn letters() -> Vec<Letter> {
    let entries = std::fs::read_dir(root().join("tests/formats")).expect("the samples are there");
    let files = entries.map(|entry| entry.expect("readable").path());
    let files = files.filter(|file| file.extension().is_some_and(|end| end == "docx"));
    let mut letters: Vec<Letter> = files
        .map(|file| {
            let name = file.file_stem().expect("a file has a name");
            let name = name.to_string_lossy().into_owned();
            let own = file.with_extension("txt");
            let case = root().join(format!("tests/cases/{name}/letter.txt"));
            let text = if own.exists() { own } else { case };
            Letter { name, text }
        })
        .collect();
    letters.sort_by(|a, b| a.name.cmp(&b.name));
    for language in LANGUAGES {
        let count = letters.iter().filter(|l| l.language() == *language);
        let count = count.count();
        assert!(count >= LETTERS, "only {count} letters in {language}");
    }
    letters
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

/// How many facts agree, of how many there are in the one or the other.
#[derive(Clone, Copy, Default)]
struct Agreement {
    same: usize,
    all: usize,
}

impl Agreement {
    fn share(self) -> f64 {
        self.same as f64 / self.all as f64
    }
}

/// The agreement of a format by language, and what differs, a line each.
fn compare(
    letters: &[Letter],
    expected: &[BTreeSet<String>],
    extension: &str,
) -> (BTreeMap<String, Agreement>, String) {
    let mut agreement: BTreeMap<String, Agreement> = BTreeMap::new();
    let mut differences = String::new();
    for (letter, expected) in letters.iter().zip(expected) {
        let found = facts(&letter.made(extension));
        let of_language = agreement.entry(letter.language().to_owned()).or_default();
        of_language.same += expected.intersection(&found).count();
        of_language.all += expected.union(&found).count();
        for lost in expected.difference(&found) {
            differences += &format!("{}.{extension}: lost  {lost}\n", letter.name);
        }
        for new in found.difference(expected) {
            differences += &format!("{}.{extension}: new   {new}\n", letter.name);
        }
    }
    (agreement, differences)
}

#[test]
fn the_same_letter_gives_the_same_facts_in_every_format() {
    let letters = letters();
    let expected: Vec<BTreeSet<String>> = letters.iter().map(|l| facts(&l.text)).collect();
    let without = letters.iter().zip(&expected).filter(|(_, f)| f.is_empty());
    let without: Vec<&str> = without.map(|(letter, _)| letter.name.as_str()).collect();
    assert!(without.is_empty(), "no facts in {without:?}");
    let mut low = Vec::new();
    for (extension, least) in LEAST {
        let (agreement, differences) = compare(&letters, &expected, extension);
        let total = Agreement {
            same: agreement.values().map(|part| part.same).sum(),
            all: agreement.values().map(|part| part.all).sum(),
        };
        let parts = agreement.iter().map(|(language, part)| {
            format!(
                "{language} {:.4} ({} of {})",
                part.share(),
                part.same,
                part.all
            )
        });
        let parts = parts.collect::<Vec<_>>().join(", ");
        println!(
            "{extension}: {:.4}, {} of {} facts agree; {parts}\n{differences}",
            total.share(),
            total.same,
            total.all
        );
        for (language, part) in &agreement {
            if part.share() < LEAST_OF_LANGUAGE {
                low.push(format!("{extension}: {:.4} in {language}", part.share()));
            }
        }
        if total.share() < *least {
            low.push(format!(
                "{extension}: {:.4} is less than {least}",
                total.share()
            ));
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}
