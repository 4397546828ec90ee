//! Files that came to harm on the way: thousands of changed copies of the samples in every format are
//! read without a panic of the program's own code, each within its limits. Where a library panics, the
//! file is a damaged one and nothing is said on the screen; such are counted, and few.
//!
//! `MUTATIONS=20000 cargo test --test damaged` tries more of them, `SEED=2` others.
#![allow(
    clippy::print_stdout,
    reason = "the figures are for those who ask to see them"
)]

use circugraph::document::Document;
use circugraph::document::cue::PartCues;
use circugraph::knowledge::Knowledge;
use circugraph::read::{self, Limits, Options, ReadProblem};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Changed copies for each format.
const MUTATIONS: usize = 2000;

/// What panicked, on whichever thread.
static PANICS: Mutex<Vec<Panic>> = Mutex::new(Vec::new());

struct Panic {
    said: String,
    /// True for the program's own code; a library's panic makes its file a damaged one.
    is_own: bool,
    /// True for one that the program would not tell of on the screen.
    is_quiet: bool,
}

/// Of so many files one at most may make a library panic.
const FILES_FOR_A_PANIC: usize = 1000;

/// Held by the test that runs: what panics say is kept for one at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Numbers that look random and are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Files that did harm once, each by its format.
const HARMFUL: &str = "formats/damaged";

/// The samples of a format, and the files that did harm once.
fn samples(extension: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = Vec::new();
    for folder in ["formats", HARMFUL] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            continue;
        };
        let entries = entries.map(|entry| entry.expect("readable").path());
        paths.extend(entries.filter(|path| path.extension().is_some_and(|e| e == extension)));
    }
    paths.sort();
    let samples = paths
        .iter()
        .map(|path| std::fs::read(path).expect("readable"));
    samples.collect()
}

/// A copy with a few changes: bytes, numbers, stretches lost, doubled or taken from elsewhere.
fn changed(sample: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..1 + numbers.next(8) {
        let at = numbers.next(bytes.len());
        let length = (1 + numbers.next(64)).min(bytes.len() - at);
        match numbers.next(9) {
            0 => bytes[at] ^= 1 << numbers.next(8),
            1 => bytes[at] = numbers.next(256) as u8,
            2 => bytes[at..at + length].fill([0x00, 0xFF, 0x7F, b'{', b'<'][numbers.next(5)]),
            3 => bytes.truncate(at.max(16)),
            4 => drop(bytes.drain(at..at + length)),
            5 => {
                let again = bytes[at..at + length].to_vec();
                bytes.splice(at..at, again);
            }
            6 => {
                let from = numbers.next(other.len());
                let length = length.min(other.len() - from);
                bytes.splice(at..at, other[from..from + length].iter().copied());
            }
            7 => {
                let digits: Vec<usize> = (0..bytes.len())
                    .filter(|at| bytes[*at].is_ascii_digit())
                    .collect();
                if !digits.is_empty() {
                    bytes[digits[numbers.next(digits.len())]] = b'9';
                }
            }
            _ => {
                let to = numbers.next(bytes.len());
                bytes.swap(at, to);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Zip parts are changed before they are packed again: a changed archive mostly ends at its checksum.
fn changed_parts(sample: &[u8], numbers: &mut Numbers) -> Option<Vec<u8>> {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(sample)).ok()?;
    let chosen = numbers.next(archive.len());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        if index == chosen || name == "word/document.xml" && numbers.next(2) == 0 {
            bytes = changed(&bytes, sample, numbers);
        }
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).ok()?;
        writer.write_all(&bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// Keeps what panics say, but for those of the test's own thread. Libraries start threads, too.
fn keep_panics() {
    let test = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == test {
            let message = format!("{panic}\n");
            drop(std::io::Write::write_all(
                &mut std::io::stderr(),
                message.as_bytes(),
            ));
            return;
        }
        let file = panic.location().map_or("", |place| place.file());
        PANICS.lock().expect("no one panics here").push(Panic {
            said: panic.to_string(),
            is_own: Path::new(file).is_relative(),
            is_quiet: read::is_reader(),
        });
    }));
}

/// The panics since the last look; those of libraries, if their file was named as damaged and the
/// screen left alone.
fn panics(read: &Result<Document, ReadProblem>) -> Result<usize, String> {
    let panics = std::mem::take(&mut *PANICS.lock().expect("no one panics here"));
    let is_named = matches!(read, Err(ReadProblem::Damaged(_, _)));
    match panics
        .iter()
        .find(|panic| panic.is_own || !panic.is_quiet || !is_named)
    {
        Some(harmful) => Err(harmful.said.clone()),
        None => Ok(panics.len()),
    }
}

fn read_damaged(extension: &str) {
    let cues = PartCues::load(&Knowledge::embedded()).expect("the cues are right");
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse().ok());
    let mutations = number("MUTATIONS").unwrap_or(MUTATIONS);
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15 ^ number("SEED").unwrap_or(0) as u64);
    let options = Options {
        limits: Limits {
            size: 64 << 20,
            seconds: 120,
            ..Limits::default()
        },
        ..Options::default()
    };
    let samples = samples(extension);
    let mut slowest = Duration::ZERO;
    let mut of_libraries = 0;
    for count in 0..mutations {
        let sample = &samples[count % samples.len()];
        let other = &samples[numbers.next(samples.len())];
        let packed = if extension == "docx" && count % 4 != 0 {
            changed_parts(sample, &mut numbers)
        } else {
            None
        };
        let bytes = packed.unwrap_or_else(|| changed(sample, other, &mut numbers));
        let begun = Instant::now();
        let kept = bytes.clone();
        let document = read::read_bytes("letter", bytes, &options, &cues);
        slowest = slowest.max(begun.elapsed());
        if let Ok(document) = &document {
            let mut starts = document.pages.iter();
            assert!(starts.all(|start| *start <= document.text.len()));
        }
        let harm = match panics(&document) {
            Ok(count) => {
                of_libraries += count;
                matches!(
                    document,
                    Err(ReadProblem::TooSlow(_) | ReadProblem::Overdue(_))
                )
                .then(|| "it takes too long".to_owned())
            }
            Err(said) => Some(said),
        };
        if let Some(harm) = harm {
            let name = std::env::temp_dir().join(format!("harmful.{extension}"));
            std::fs::write(&name, kept).expect("written");
            panic!("{} does harm: {harm}", name.display());
        }
    }
    println!(
        "{extension}: {mutations} files, the slowest in {slowest:?}, {of_libraries} made a library panic"
    );
    assert!(of_libraries * FILES_FOR_A_PANIC <= mutations, "{extension}");
}

#[test]
fn files_that_did_harm_once_do_none() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    keep_panics();
    let cues = PartCues::load(&Knowledge::embedded()).expect("the cues are right");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(HARMFUL);
    let entries = std::fs::read_dir(folder).expect("the files are there");
    let mut count = 0;
    for entry in entries {
        let path = entry.expect("readable").path();
        let bytes = std::fs::read(&path).expect("readable");
        let read = read::read_bytes("letter", bytes, &Options::default(), &cues);
        let is_slow = matches!(read, Err(ReadProblem::TooSlow(_) | ReadProblem::Overdue(_)));
        assert!(!is_slow, "{} takes too long", path.display());
        let panics = panics(&read);
        assert!(matches!(panics, Ok(0)), "{}: {panics:?}", path.display());
        count += 1;
    }
    assert!(count > 0, "nothing was tried");
}

#[test]
fn damaged_files_of_every_format_are_read_or_refused() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    keep_panics();
    for extension in ["docx", "doc", "rtf", "pdf", "html"] {
        if std::env::var("ONLY").is_ok_and(|only| only != extension) {
            continue;
        }
        read_damaged(extension);
    }
}
