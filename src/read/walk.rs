//! From paths to files: folders are searched, archives and mail opened.

use super::container::{Budget, Container, Source};
use super::{Options, ReadError, ReadProblem, kind, read_bytes, shown};
use crate::document::Document;
use crate::document::cue::PartCues;
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// A file that a letter may be read from.
pub struct Found {
    /// Its path as messages and the graph show it; in an archive, below the archive's path.
    pub path: String,
    content: Content,
}

enum Content {
    OnDisk(PathBuf),
    Unpacked(Vec<u8>),
}

impl Found {
    /// A file on disk that is read as it is.
    pub fn on_disk(path: &Path) -> Self {
        Self {
            path: shown(path),
            content: Content::OnDisk(path.to_owned()),
        }
    }

    /// Reads it into a document.
    pub fn read(self, options: &Options, cues: &PartCues) -> Result<Document, ReadError> {
        let bytes = match self.content {
            Content::OnDisk(path) => load(&path, options.limits.size),
            Content::Unpacked(bytes) => Ok(bytes),
        };
        let document = bytes.and_then(|bytes| read_bytes(&self.path, bytes, options, cues));
        document.map_err(|problem| ReadError {
            path: self.path,
            problem,
        })
    }
}

fn load(path: &Path, size: u64) -> Result<Vec<u8>, ReadProblem> {
    let file = File::open(path).map_err(ReadProblem::Io)?;
    let mut bytes = Vec::new();
    file.take(size.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(ReadProblem::Io)?;
    if bytes.len() as u64 > size {
        return Err(ReadProblem::TooLarge(size));
    }
    Ok(bytes)
}

/// What a walk met beside the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walked {
    /// The paths of the containers that were gone through to their end.
    pub containers: Vec<String>,
}

/// Hands over every file that is meant by some paths, sorted by path: files as they are, folders with
/// all below them, archives and mail with what stands in them.
pub fn walk(
    paths: &[PathBuf],
    options: &Options,
    visit: &mut dyn FnMut(Result<Found, ReadError>),
) -> Walked {
    let mut walker = Walker {
        options,
        visit,
        walked: Walked::default(),
    };
    let (files, problems) = files(paths);
    for problem in problems {
        (walker.visit)(Err(problem));
    }
    for path in files {
        walker.on_disk(&path);
    }
    walker.walked
}

struct Walker<'a> {
    options: &'a Options,
    visit: &'a mut dyn FnMut(Result<Found, ReadError>),
    walked: Walked,
}

impl Walker<'_> {
    fn on_disk(&mut self, path: &Path) {
        let opened = File::open(path).map(BufReader::new);
        let Ok(mut file) = opened else {
            // The reader tells what is wrong.
            return (self.visit)(Ok(Found::on_disk(path)));
        };
        match kind::container(&mut file) {
            Some(container) => {
                let budget = Budget::new(&self.options.limits);
                self.open(container, &mut file, shown(path), 1, &budget);
            }
            None => (self.visit)(Ok(Found::on_disk(path))),
        }
    }

    fn open(
        &mut self,
        container: &Container,
        source: &mut dyn Source,
        path: String,
        depth: usize,
        budget: &Budget,
    ) {
        let nesting = self.options.limits.nesting;
        let opened = if depth > nesting {
            Err(ReadProblem::TooDeep(nesting))
        } else {
            (container.open)(source, &path, budget, &mut |name, read| {
                let path = format!("{path}/{name}");
                match read {
                    Ok(bytes) => self.unpacked(path, bytes, depth, budget),
                    Err(problem) => (self.visit)(Err(ReadError { path, problem })),
                }
            })
        };
        match opened {
            Ok(()) => self.walked.containers.push(path),
            Err(problem) => (self.visit)(Err(ReadError { path, problem })),
        }
    }

    fn unpacked(&mut self, path: String, bytes: Vec<u8>, depth: usize, budget: &Budget) {
        let mut bytes = Cursor::new(bytes);
        match kind::container(&mut bytes) {
            Some(container) => self.open(container, &mut bytes, path, depth + 1, budget),
            None => (self.visit)(Ok(Found {
                path,
                content: Content::Unpacked(bytes.into_inner()),
            })),
        }
    }
}

/// The files that are meant by some paths: files as they are, folders with all below them that is not
/// hidden; sorted, each once.
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
                Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
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
