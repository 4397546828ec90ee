//! File to text: one reader for each format, and what folders and containers hold.
//!
//! What a file is, its content tells, not its name: `kind` looks, [`walk()`] goes through folders and
//! opens archives and mail, and each format of [`FORMATS`] lays the words of its files out as text.
//! A file that cannot be read, or is no letter in one of the six languages, gives a [`ReadError`] that
//! names what to do; the run goes on with the others. Nothing is ever fetched, and [`Limits`] bound
//! what one file may cost.

mod container;
mod encoding;
mod format;
mod kind;
mod layout;
mod limit;
mod office;
mod walk;

use crate::document::cue::PartCues;
use crate::document::{Document, Source};
use crate::language::{Detection, Language, detect};
use kind::Kind;
use layout::Text;
use sha2::{Digest, Sha256};
use std::path::Path;

pub use format::{FORMATS, Format};
pub use limit::{Limits, is_reader};
pub use walk::{Found, Walked, files, walk};

/// How files are to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The language of every letter, where it should not be detected.
    pub language: Option<Language>,
    /// What one file may cost.
    pub limits: Limits,
    /// What is done with pages that are pictures.
    pub scans: Scans,
}

/// What is done with pages that are pictures of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scans {
    /// They are reported.
    #[default]
    Report,
    /// They are read with `tesseract`.
    Recognize,
}

/// Why a file gives no document.
#[derive(Debug, thiserror::Error)]
pub enum ReadProblem {
    /// The file system refuses.
    #[error("cannot be read")]
    Io(#[source] std::io::Error),
    /// There is nothing in it.
    #[error("the file is empty; leave it out or replace it")]
    Empty,
    /// Its content is of a kind that no reader reads.
    #[error("this is {0}; letters are read from {known}", known = known())]
    OtherKind(&'static str),
    /// Other files stand in it, and one letter is to be read.
    #[error("this {0} holds other files; unpack it, or read all that it holds with `build`")]
    Container(&'static str),
    /// Its content does not keep to its format.
    #[error("this {0} is damaged; replace it")]
    Damaged(
        &'static str,
        #[source] Option<Box<dyn std::error::Error + Send + Sync>>,
    ),
    /// It can only be opened with a password.
    #[error("this {0} is locked with a password; save it without one")]
    Locked(&'static str),
    /// The text is in an encoding that is not known here.
    #[error("the encoding of the text is not known; convert it to UTF-8, for instance with iconv")]
    Encoding,
    /// Its pages are pictures.
    #[error("its {0} pages are pictures without text; read them with --ocr")]
    Scanned(usize),
    /// A program that is needed to read pictures is not there.
    #[error("pages that are pictures need the program `{0}`; install it")]
    NoProgram(&'static str),
    /// It unpacks to more than is allowed.
    #[error("it unpacks to more than {} MiB; see --max-size and --max-unpacked", .0 >> 20)]
    TooLarge(u64),
    /// Archives stand in archives too deep.
    #[error("it stands in more than {0} archives, one in the other; see --max-nesting")]
    TooDeep(usize),
    /// Reading takes too long.
    #[error("it could not be read in {0} seconds; see --max-seconds")]
    TooSlow(u64),
    /// Readers of files before it have hung up, and more of them would fill the machine.
    #[error("{0} files before it are still being read, long after their time; leave those out")]
    Overdue(usize),
    /// The language is none of the six.
    #[error(
        "the letter is in {0}; only English, French, Spanish, Russian, Arabic and Chinese are read"
    )]
    OtherLanguage(&'static str),
    /// There is too little text to tell the language.
    #[error("there is too little text to tell its language; name the language with --lang")]
    NoLanguage,
}

impl ReadProblem {
    /// True for what may well stand in a folder of letters without being one: a picture, a table.
    pub fn is_of_other_kind(&self) -> bool {
        matches!(self, Self::OtherKind(_))
    }

    fn damaged(what: &'static str, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Damaged(what, Some(Box::new(cause)))
    }
}

/// A file that was left out, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {problem}{}", cause(.problem))]
pub struct ReadError {
    /// The path as given; for what stands in an archive, the path of the archive and the path in it.
    pub path: String,
    /// What is wrong with it.
    pub problem: ReadProblem,
}

fn cause(problem: &ReadProblem) -> String {
    match problem {
        ReadProblem::Io(error) => format!(": {error}"),
        ReadProblem::Damaged(_, Some(error)) => format!(" ({error})"),
        _ => String::new(),
    }
}

fn known() -> String {
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
    let options = Options {
        language,
        ..Options::default()
    };
    Found::on_disk(path).read(&options, cues)
}

/// Reads the bytes of a file that is named `path`.
pub fn read_bytes(
    path: &str,
    bytes: Vec<u8>,
    options: &Options,
    cues: &PartCues,
) -> Result<Document, ReadProblem> {
    let sha256 = Sha256::digest(&bytes);
    let sha256 = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    let (format, text) = lay_out(path, bytes, options)?;
    let language = match options
        .language
        .map_or_else(|| detect(&text.text), Detection::Language)
    {
        Detection::Language(language) => language,
        Detection::Other(name) => return Err(ReadProblem::OtherLanguage(name)),
        Detection::Unknown => return Err(ReadProblem::NoLanguage),
    };
    let source = Source {
        path: path.to_owned(),
        sha256,
        format: format.media_type,
    };
    let mut document = Document::new(text.text, language, source, cues);
    document.pages = text.pages;
    document.properties = text.properties;
    Ok(document)
}

/// The text of a file, laid out within the limits by the format that its content shows.
fn lay_out(
    path: &str,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<(&'static Format, Text), ReadProblem> {
    let format = match kind::of(path, &bytes)? {
        Kind::Format(format) => format,
        Kind::Container(container) => return Err(ReadProblem::Container(container.name)),
        Kind::Other(name) => return Err(ReadProblem::OtherKind(name)),
    };
    let own = options.clone();
    let text = limit::within(options.limits.seconds, move || (format.read)(bytes, &own))
        .unwrap_or(Err(ReadProblem::Damaged(format.name, None)))?;
    if text.text.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    Ok((format, text))
}

/// A path as messages and the graph show it: `/` between parts, no `./` before.
pub fn shown(path: &Path) -> String {
    let shown = path.to_string_lossy().replace('\\', "/");
    shown
        .strip_prefix("./")
        .map_or(shown.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::shown;
    use std::path::Path;

    #[test]
    fn paths_are_shown_as_given() {
        assert_eq!(shown(Path::new("./letters/a.txt")), "letters/a.txt");
        assert_eq!(shown(Path::new("../a.txt")), "../a.txt");
    }
}
