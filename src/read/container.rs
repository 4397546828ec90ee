//! Files that other files stand in: archives and mail.
//!
//! Each container is a file of its own that hands over what stands in it, one member after the other;
//! it never writes to disk. The [`Budget`] bounds how much is unpacked in all.

mod gzip;
mod mail;
mod tar;
mod zip;

use super::{Limits, ReadProblem};
use std::cell::Cell;
use std::io::{Read, Seek};

pub(super) use zip::names as zip_names;

/// What containers are read from: a file on disk, or one unpacked in memory.
pub(super) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// Takes one member: its name, and its bytes or why it has none.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&str, Result<Vec<u8>, ReadProblem>);

/// A kind of container.
pub(super) struct Container {
    /// What it is called in messages and as its name here.
    pub(super) name: &'static str,
    /// True when a file that begins so is one.
    begins: fn(&[u8]) -> bool,
    /// Hands over its members.
    pub(super) open: fn(&mut dyn Source, &str, &Budget, Visit<'_>) -> Result<(), ReadProblem>,
}

/// Every container that is read through.
const CONTAINERS: &[Container] = &[
    Container {
        name: "zip archive",
        begins: zip::begins,
        open: zip::open,
    },
    Container {
        name: "gzip file",
        begins: gzip::begins,
        open: gzip::open,
    },
    Container {
        name: "tar archive",
        begins: tar::begins,
        open: tar::open,
    },
    Container {
        name: "mail",
        begins: mail::begins,
        open: mail::open,
    },
];

/// The container that a file with these first bytes is.
pub(super) fn of(head: &[u8]) -> Option<&'static Container> {
    CONTAINERS.iter().find(|container| (container.begins)(head))
}

/// The container with that name.
pub(super) fn named(name: &str) -> Option<&'static Container> {
    CONTAINERS.iter().find(|container| container.name == name)
}

/// How much may still be unpacked.
pub(super) struct Budget {
    /// The most bytes of one member.
    size: u64,
    /// The bytes that are left for all.
    left: Cell<u64>,
    unpacked: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            size: limits.size,
            left: Cell::new(limits.unpacked),
            unpacked: limits.unpacked,
        }
    }

    /// Unpacks one member.
    fn take(&self, member: &mut dyn Read) -> Result<Vec<u8>, ReadProblem> {
        let most = self.size.min(self.left.get());
        let mut bytes = Vec::new();
        member
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(ReadProblem::Io)?;
        let length = bytes.len() as u64;
        self.spend(length);
        if length > most {
            return Err(ReadProblem::TooLarge(if self.is_spent() {
                self.unpacked
            } else {
                self.size
            }));
        }
        Ok(bytes)
    }

    fn spend(&self, bytes: u64) {
        self.left.set(self.left.get().saturating_sub(bytes));
    }

    /// True when nothing more may be unpacked.
    fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    fn spent(&self) -> ReadProblem {
        ReadProblem::TooLarge(self.unpacked)
    }
}

/// True for a member that no one put there as a letter.
fn is_hidden(name: &str) -> bool {
    let mut parts = name.split(['/', '\\']);
    parts.any(|part| part.starts_with('.') && part.len() > 1 && part != ".." || part == "__MACOSX")
}

/// A member's name as a path below the container: no root, no way up.
fn safe(name: &str) -> String {
    let parts = name
        .split(['/', '\\'])
        .filter(|part| !matches!(*part, "" | "." | ".."));
    parts.collect::<Vec<_>>().join("/")
}
