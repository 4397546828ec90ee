//! Tar archives.

use super::{Budget, Source, Visit, is_hidden, safe};
use crate::read::ReadProblem;
use std::io::Read;

pub(super) fn begins(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

pub(super) fn open(
    source: &mut dyn Source,
    _: &str,
    budget: &Budget,
    visit: Visit<'_>,
) -> Result<(), ReadProblem> {
    members(source, budget, visit)
}

/// Hands over the members of an archive that is read from front to back. What is skipped counts as
/// unpacked, too: it has to be gone through.
pub(super) fn members(
    source: &mut dyn Read,
    budget: &Budget,
    visit: Visit<'_>,
) -> Result<(), ReadProblem> {
    let damaged = |error| ReadProblem::damaged("tar archive", error);
    let mut archive = tar::Archive::new(source);
    for member in archive.entries().map_err(damaged)? {
        let mut member = member.map_err(damaged)?;
        if budget.is_spent() {
            return Err(budget.spent());
        }
        let name = String::from_utf8_lossy(&member.path_bytes()).into_owned();
        if !member.header().entry_type().is_file() || is_hidden(&name) {
            budget.spend(member.size());
            continue;
        }
        let read = budget.take(&mut member).map_err(|problem| match problem {
            ReadProblem::Io(error) => damaged(error),
            other => other,
        });
        let is_too_large = matches!(read, Err(ReadProblem::TooLarge(_)));
        visit(&safe(&name), read);
        if is_too_large {
            budget.spend(member.size());
        }
    }
    Ok(())
}
