//! The project's own data: the files of `ontology/`, built into the program or read from a folder, and
//! the names and rules that a user adds to them.
//!
//! A user who wants to change more than names and rules copies the folder, edits it and names it with
//! `--ontology`; nothing needs to be compiled. What the files mean is for the modules that load them.

use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/ontology");

/// The text files of an ontology folder, sorted by path, and those added to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knowledge {
    files: Vec<KnowledgeFile>,
    added: Vec<(Addition, KnowledgeFile)>,
}

/// What a user may add to an ontology, a file at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addition {
    /// A Turtle file of names, as those of `vocabulary/`.
    Names,
    /// A rule, as those of `rules/`.
    Rule,
}

/// One file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeFile {
    /// The path inside the folder, with `/` between parts: `rules/chairs.toml`.
    pub path: String,
    /// The path as a message should name it.
    pub shown: String,
    /// The content.
    pub text: String,
    /// When the patterns in it are checked.
    pub check: Check,
}

/// When the regular expressions of a file are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// When they are read: a mistake is an error.
    Now,
    /// When they are first used, because they are known to be right: those that are built in, which
    /// a test checks. A letter needs few of them, and making them takes most of the start.
    OnUse,
}

/// A folder or file of data that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("cannot read `{}`, which should {should}", path.display())]
pub struct KnowledgeError {
    path: PathBuf,
    should: &'static str,
    #[source]
    source: std::io::Error,
}

/// What is expected of a folder given as an ontology.
const FOLDER: &str = "hold vocabulary/, rules/ and circugraph.ttl";

impl Knowledge {
    /// The files that the program was built with.
    pub fn embedded() -> Self {
        let mut files = Vec::new();
        collect_embedded(&EMBEDDED, &mut files);
        Self::sorted(files)
    }

    /// The files of a folder; those that are no `.ttl` or `.toml` are passed over.
    pub fn folder(folder: &Path) -> Result<Self, KnowledgeError> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| KnowledgeError {
                path: error.path().unwrap_or(folder).to_owned(),
                should: FOLDER,
                source: error.into(),
            })?;
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            if entry.file_type().is_file() && is_knowledge(relative) {
                let text = std::fs::read_to_string(entry.path()).map_err(|source| {
                    let path = entry.path().to_owned();
                    KnowledgeError {
                        path,
                        should: FOLDER,
                        source,
                    }
                })?;
                files.push(KnowledgeFile {
                    path: relative.to_string_lossy().replace('\\', "/"),
                    shown: entry.path().display().to_string(),
                    text,
                    check: Check::Now,
                });
            }
        }
        Ok(Self::sorted(files))
    }

    fn sorted(mut files: Vec<KnowledgeFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            files,
            added: Vec::new(),
        }
    }

    /// Adds a file of a user. Of files that say different things the one added last counts.
    pub fn add(&mut self, addition: Addition, path: &Path) -> Result<(), KnowledgeError> {
        let text = std::fs::read_to_string(path).map_err(|source| KnowledgeError {
            path: path.to_owned(),
            should: match addition {
                Addition::Names => "be a Turtle file of names",
                Addition::Rule => "be a TOML file with a rule",
            },
            source,
        })?;
        let shown = path.display().to_string();
        let file = KnowledgeFile {
            path: shown.clone(),
            shown,
            text,
            check: Check::Now,
        };
        self.added.push((addition, file));
        Ok(())
    }

    /// The files of a user, in the order in which they were added.
    pub fn added(&self, addition: Addition) -> impl Iterator<Item = &KnowledgeFile> {
        let of_sort = self.added.iter().filter(move |(sort, _)| *sort == addition);
        of_sort.map(|(_, file)| file)
    }

    /// The files below a folder such as `rules/`.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a KnowledgeFile> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(folder))
    }

    /// One file by its path.
    pub fn file(&self, path: &str) -> Option<&KnowledgeFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Every file.
    pub fn files(&self) -> &[KnowledgeFile] {
        &self.files
    }
}

fn collect_embedded(folder: &Dir<'_>, files: &mut Vec<KnowledgeFile>) {
    for file in folder.files() {
        if let Some(text) = file.contents_utf8().filter(|_| is_knowledge(file.path())) {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.push(KnowledgeFile {
                shown: format!("ontology/{path}"),
                path,
                text: text.to_owned(),
                check: Check::OnUse,
            });
        }
    }
    for inner in folder.dirs() {
        collect_embedded(inner, files);
    }
}

fn is_knowledge(path: &Path) -> bool {
    matches!(
        path.extension().and_then(|extension| extension.to_str()),
        Some("ttl" | "toml")
    )
}

#[cfg(test)]
mod tests {
    use super::Knowledge;
    use std::path::Path;

    #[test]
    fn the_folder_and_the_program_hold_the_same() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
        let read = Knowledge::folder(&folder).expect("the folder is readable");
        let built_in = Knowledge::embedded();
        let texts = |knowledge: &Knowledge| -> Vec<(String, String)> {
            let files = knowledge.files().iter();
            files
                .map(|file| (file.path.clone(), file.text.clone()))
                .collect()
        };
        assert_eq!(texts(&read), texts(&built_in));
    }
}
