//! Which knowledge a subcommand reads letters with.

use crate::knowledge::Knowledge;
use crate::pipeline::Reader;
use anyhow::Context;
use clap::Args;
use std::path::PathBuf;

/// Where the program's knowledge comes from.
#[derive(Debug, Args)]
pub(super) struct OntologyArgs {
    /// A folder to use instead of the built-in ontology/ (names, rules, labels)
    #[arg(long, value_name = "DIR", env = "CIRCUGRAPH_ONTOLOGY")]
    ontology: Option<PathBuf>,
}

impl OntologyArgs {
    /// Loads the ontology and compiles its names, patterns and rules.
    pub(super) fn reader(&self) -> anyhow::Result<Reader> {
        let knowledge = match &self.ontology {
            Some(folder) => Knowledge::folder(folder)?,
            None => Knowledge::embedded(),
        };
        Reader::load(&knowledge).context("the ontology cannot be used")
    }
}
