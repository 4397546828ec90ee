//! The named queries that a subcommand works with: the project's own or those of a directory.

use crate::query::named::Queries;
use anyhow::Context;
use clap::Args;
use std::path::{Path, PathBuf};

/// `--queries DIR`.
#[derive(Debug, Args)]
pub(super) struct QueriesArgs {
    /// Take the named queries from the .rq files of this directory instead of the built-in ones
    #[arg(long, value_name = "DIR", env = "CIRCUGRAPH_QUERIES")]
    pub(super) queries: Option<PathBuf>,
}

impl QueriesArgs {
    /// Reads the queries.
    pub(super) fn read(&self) -> anyhow::Result<Queries> {
        match &self.queries {
            None => Ok(Queries::embedded()?),
            Some(directory) => Ok(Queries::read(files(directory)?)?),
        }
    }
}

/// Path and text of every `.rq` file, in the order of their names.
fn files(directory: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let context = || format!("cannot read the queries in `{}`", directory.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.extension().is_some_and(|extension| extension == "rq") {
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            files.push((path.display().to_string(), text));
        }
    }
    files.sort();
    Ok(files)
}
