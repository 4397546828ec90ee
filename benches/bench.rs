//! How fast letters become facts, the vocabulary is loaded and questions are answered.
//!
//! One short and one long sample letter for each language; throughput is in bytes of the letter.
//! `make bench` runs it in memory, so that RocksDB need not be compiled.

use circugraph::graph;
use circugraph::knowledge::Knowledge;
use circugraph::language::Language;
use circugraph::namespace::vocabulary_graph;
use circugraph::pipeline::Reader;
use circugraph::query::named::Queries;
use circugraph::question::{Asker, Words};
use circugraph::read::{self, Options};
use circugraph::store::Store;
use circugraph::vocabulary::Vocabulary;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::fmt;
use std::path::{Path, PathBuf};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// A sample letter: its language and its case in `tests/cases`.
struct Sample {
    language: Language,
    length: &'static str,
    case: &'static str,
}

const SAMPLES: &[Sample] = &[
    Sample {
        language: Language::English,
        length: "short",
        case: "tsb-circular-new-joint-coordination-activity-en",
    },
    Sample {
        language: Language::English,
        length: "long",
        case: "tsb-circular-questionnaire-resolution-annex-en",
    },
    Sample {
        language: Language::French,
        length: "short",
        case: "tsb-circular-addendum-workshop-fr",
    },
    Sample {
        language: Language::French,
        length: "long",
        case: "tsb-circular-new-focus-group-timetable-fr",
    },
    Sample {
        language: Language::Chinese,
        length: "short",
        case: "general-secretariat-circular-letter-assembly-moved-zh",
    },
    Sample {
        language: Language::Chinese,
        length: "long",
        case: "tsb-circular-new-joint-coordination-activity-zh",
    },
];

/// Questions that the samples answer, one for each language.
const QUESTIONS: &[&str] = &[
    "Who chairs JCA-Cloud?",
    "Qui a signé la Circulaire TSB 14 ?",
    "JCA-Cloud向谁报告？",
];

impl Sample {
    fn path(&self) -> PathBuf {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        cases.join(self.case).join("letter.txt")
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.language, self.length)
    }
}

fn reader() -> Reader {
    Reader::load(&Knowledge::embedded()).expect("the ontology is right")
}

/// A letter's file to its quads.
#[divan::bench(args = SAMPLES)]
fn extract(bencher: Bencher<'_, '_>, sample: &Sample) {
    let reader = reader();
    let path = sample.path();
    let bytes = std::fs::metadata(&path).expect("the sample is there").len();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let document = read::read(&path, None, &reader.cues).expect("the sample can be read");
        let extraction = reader.extract(document);
        graph::quads(&extraction.document, &extraction.entities)
    });
}

/// The formats that letters come in.
const FORMATS: &[&str] = &["txt", "docx", "doc", "rtf", "pdf", "html"];

/// All sample letters in one format to their documents, without what is found in them.
#[divan::bench(args = FORMATS)]
fn read_format(bencher: Bencher<'_, '_>, extension: &str) {
    let cues = reader().cues;
    let files = made(extension);
    let options = Options::default();
    bencher
        .counter(BytesCount::new(files.iter().map(Vec::len).sum::<usize>()))
        .counter(ItemsCount::new(files.len()))
        .bench(|| {
            for bytes in &files {
                let document = read::read_bytes("letter", bytes.clone(), &options, &cues);
                divan::black_box(document.expect("sound"));
            }
        });
}

/// The sample letters that were made into other formats, in one of them or as the text they were made
/// from.
fn made(extension: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let entries = std::fs::read_dir(root.join("formats")).expect("the samples are there");
    let samples = entries.map(|entry| entry.expect("readable").path());
    let samples = samples.filter(|path| path.extension().is_some_and(|end| end == "docx"));
    let mut paths: Vec<PathBuf> = samples
        .map(|sample| {
            let file = sample.with_extension(extension);
            let name = sample.file_stem().expect("a file has a name");
            let case = root.join("cases").join(name).join("letter.txt");
            if file.exists() { file } else { case }
        })
        .collect();
    paths.sort();
    let files = paths.iter().map(std::fs::read);
    files.collect::<Result<_, _>>().expect("readable")
}

/// The names of all languages, loaded and compiled.
#[divan::bench]
fn load_vocabulary(bencher: Bencher<'_, '_>) {
    let knowledge = Knowledge::embedded();
    let bytes: usize = knowledge
        .under("vocabulary/")
        .map(|file| file.text.len())
        .sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| Vocabulary::load(&knowledge).expect("the vocabulary is right"));
}

/// All that is needed before the first letter is read.
#[divan::bench]
fn load_everything() -> Reader {
    reader()
}

/// A question over the store of the samples.
#[divan::bench(args = QUESTIONS)]
fn ask(bencher: Bencher<'_, '_>, question: &str) {
    let store = samples();
    let queries = Queries::embedded().expect("the queries are well formed");
    let words = Words::embedded().expect("the words are well formed");
    let asker = Asker::new(&store, &queries, words).expect("the names can be read");
    bencher.bench(|| {
        let reply = asker
            .ask(question, None)
            .expect("the question is understood");
        assert!(!reply.answers.is_empty(), "the samples answer it");
        reply
    });
}

/// The samples and the vocabulary, stored in memory.
fn samples() -> Store {
    let reader = reader();
    let store = Store::memory().expect("a store in memory");
    let quads = graph::vocabulary_quads(&reader.vocabulary);
    store
        .replace_graph(vocabulary_graph().as_ref(), &quads)
        .expect("stored");
    for sample in SAMPLES {
        let document =
            read::read(&sample.path(), None, &reader.cues).expect("the sample can be read");
        let extraction = reader.extract(document);
        let (name, quads) = graph::quads(&extraction.document, &extraction.entities);
        store.replace_graph(name.as_ref(), &quads).expect("stored");
    }
    store
}
