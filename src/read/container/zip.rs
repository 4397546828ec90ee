//! Zip archives.

use super::{Budget, Source, Visit, is_hidden, safe};
use crate::read::ReadProblem;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most members of an archive that are looked at.
const MEMBERS: usize = 1_000_000;

pub(super) fn begins(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

pub(super) fn open(
    source: &mut dyn Source,
    _: &str,
    budget: &Budget,
    visit: Visit<'_>,
) -> Result<(), ReadProblem> {
    let mut archive =
        ZipArchive::new(source).map_err(|error| ReadProblem::damaged("zip archive", error))?;
    for index in 0..archive.len().min(MEMBERS) {
        if budget.is_spent() {
            return Err(budget.spent());
        }
        let (name, read) = match archive.by_index(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(mut member) => {
                let name = member.name().map_or_else(
                    |_| String::from_utf8_lossy(member.name_raw()).into_owned(),
                    |name| name.into_owned(),
                );
                if is_hidden(&name) {
                    continue;
                }
                (name, budget.take(&mut member).map_err(damaged))
            }
            Err(error) => (format!("member {}", index + 1), Err(refusal(error))),
        };
        visit(&safe(&name), read);
    }
    Ok(())
}

/// The names of all members.
pub(in crate::read) fn names(source: &mut dyn Source) -> Option<Vec<String>> {
    let archive = ZipArchive::new(source).ok()?;
    let names = archive.file_names_raw().take(MEMBERS);
    Some(
        names
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect(),
    )
}

fn damaged(problem: ReadProblem) -> ReadProblem {
    match problem {
        ReadProblem::Io(error) => ReadProblem::damaged("member of a zip archive", error),
        other => other,
    }
}

fn refusal(error: ZipError) -> ReadProblem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadProblem::Locked("member of a zip archive")
        }
        error => ReadProblem::damaged("member of a zip archive", error),
    }
}
