//! Where results and remarks go: results to standard output or a file, all else to standard error.

use anyhow::Context;
use std::io::{self, Write};
use std::path::Path;

/// Writes a result, whole, to `file` or to standard output.
pub(super) fn write_result(bytes: &[u8], file: Option<&Path>) -> anyhow::Result<()> {
    match file {
        Some(file) => std::fs::write(file, bytes)
            .with_context(|| format!("cannot write `{}`", file.display())),
        None => {
            let mut output = io::stdout().lock();
            output.write_all(bytes)?;
            Ok(output.flush()?)
        }
    }
}

/// Tells the user something that is not the result. That nobody listens is no reason to stop.
pub(super) fn remark(message: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// The ending of a file's name, to guess a format from.
pub(super) fn extension(file: Option<&Path>) -> Option<&str> {
    file?.extension()?.to_str()
}
