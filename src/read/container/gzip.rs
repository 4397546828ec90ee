//! Files compressed with gzip: mostly a tar archive, else one file.

use super::{Budget, Source, Visit, tar};
use crate::read::ReadProblem;
use flate2::read::MultiGzDecoder;
use std::io::{BufReader, Read};

pub(super) fn begins(head: &[u8]) -> bool {
    head.starts_with(b"\x1F\x8B\x08")
}

pub(super) fn open(
    source: &mut dyn Source,
    path: &str,
    budget: &Budget,
    visit: Visit<'_>,
) -> Result<(), ReadProblem> {
    let mut unpacked = MultiGzDecoder::new(BufReader::new(source));
    let mut head = Vec::new();
    let damaged = |error| ReadProblem::damaged("gzip file", error);
    (&mut unpacked)
        .take(512)
        .read_to_end(&mut head)
        .map_err(damaged)?;
    let is_tar = tar::begins(&head);
    let mut whole = head.as_slice().chain(unpacked);
    if is_tar {
        return tar::members(&mut whole, budget, visit);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".gz").unwrap_or("content");
    let read = budget.take(&mut whole).map_err(|problem| match problem {
        ReadProblem::Io(error) => damaged(error),
        other => other,
    });
    visit(name, read);
    Ok(())
}
