//! File to text: one reader for each format, and what a folder holds.
//!
//! A file that cannot be read, or is no letter in one of the six languages, gives a
//! [`ReadError`] that names what to do; the run goes on with the others.

mod text;

use crate::document::cue::PartCues;
use crate::document::{Document, Source};
use crate::language::{Detection, Language, detect};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A way of reading files.
pub struct Format {
    /// The extension, in lower case and without its dot.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// Bytes to plain text.
    read: fn(&[u8]) -> Result<String, ReadProblem>,
}

/// Every format that can be read.
pub const FORMATS: &[Format] = &[
    Format {
        extension: "txt",
        media_type: "text/plain",
        read: text::read,
    },
    Format {
        extension: "md",
        media_type: "text/markdown",
        read: text::read,
    },
];

/// Why a file gives no document.
#[derive(Debug, thiserror::Error)]
pub enum ReadProblem {
    /// The file system refuses.
    #[error("cannot be read")]
    Io(#[source] std::io::Error),
    /// There is nothing in it.
    #[error("the file is empty; leave it out or replace it")]
    Empty,
    /// There is no text in it.
    #[error("this is not a text file; convert it to UTF-8 text first")]
    Binary,
    /// The text is in an encoding that is not known here.
    #[error("the text is not in UTF-8 (byte {0}); convert it first, for instance with iconv")]
    Encoding(usize),
    /// The extension is none of [`FORMATS`].
    #[error("files of this kind cannot be read; known are {}", extensions())]
    UnknownFormat,
    /// The language is none of the six.
    #[error(
        "the letter is in {0}; only English, French, Spanish, Russian, Arabic and Chinese are read"
    )]
    OtherLanguage(&'static str),
    /// There is too little text to tell the language.
    #[error("there is too little text to tell its language; name the language with --lang")]
    NoLanguage,
}

/// A file that was left out, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {problem}{}", cause(.problem))]
pub struct ReadError {
    /// The path as given.
    pub path: String,
    /// What is wrong with it.
    pub problem: ReadProblem,
}

fn cause(problem: &ReadProblem) -> String {
    match problem {
        ReadProblem::Io(error) => format!(": {error}"),
        _ => String::new(),
    }
}

fn extensions() -> String {
    let known: Vec<String> = FORMATS
        .iter()
        .map(|format| format!(".{}", format.extension))
        .collect();
    known.join(", ")
}

/// Reads one file into a document; the language is detected unless it is given.
pub fn read(
    path: &Path,
    language: Option<Language>,
    cues: &PartCues,
) -> Result<Document, ReadError> {
    read_as(path, language, cues).map_err(|problem| ReadError {
        path: shown(path),
        problem,
    })
}

fn read_as(
    path: &Path,
    language: Option<Language>,
    cues: &PartCues,
) -> Result<Document, ReadProblem> {
    let format = format_of(path).ok_or(ReadProblem::UnknownFormat)?;
    let bytes = std::fs::read(path).map_err(ReadProblem::Io)?;
    let text = (format.read)(&bytes)?;
    let language = match language.map_or_else(|| detect(&text), Detection::Language) {
        Detection::Language(language) => language,
        Detection::Other(name) => return Err(ReadProblem::OtherLanguage(name)),
        Detection::Unknown => return Err(ReadProblem::NoLanguage),
    };
    let source = Source {
        path: shown(path),
        sha256: Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        format: format.media_type,
    };
    Ok(Document::new(text, language, source, cues))
}

/// The format of a file, by its extension.
pub fn format_of(path: &Path) -> Option<&'static Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.iter().find(|format| format.extension == extension)
}

/// A path as messages and the graph show it: `/` between parts, no `./` before.
pub fn shown(path: &Path) -> String {
    let shown = path.to_string_lossy().replace('\\', "/");
    shown
        .strip_prefix("./")
        .map_or(shown.clone(), str::to_owned)
}

/// The files that are meant by some paths: files as they are, folders searched for files of a known
/// format; sorted, each once.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<ReadError>) {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = walkdir::WalkDir::new(path)
            .follow_links(true)
            .sort_by_file_name();
        for entry in entries.into_iter().filter_entry(|entry| !is_hidden(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    if format_of(entry.path()).is_some() {
                        files.push(entry.into_path());
                    }
                }
                Ok(_) => {}
                Err(error) => problems.push(ReadError {
                    path: shown(error.path().unwrap_or(path)),
                    problem: ReadProblem::Io(error.into()),
                }),
            }
        }
    }
    files.sort();
    files.dedup();
    (files, problems)
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, format_of, shown};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_format_has_an_extension_of_its_own() {
        let extensions: BTreeSet<&str> = FORMATS.iter().map(|format| format.extension).collect();
        assert_eq!(extensions.len(), FORMATS.len());
        for extension in extensions {
            let path = format!("a.{}", extension.to_uppercase());
            assert!(format_of(Path::new(&path)).is_some());
        }
    }

    #[test]
    fn paths_are_shown_as_given() {
        assert_eq!(shown(Path::new("./letters/a.txt")), "letters/a.txt");
        assert_eq!(shown(Path::new("../a.txt")), "../a.txt");
    }
}
