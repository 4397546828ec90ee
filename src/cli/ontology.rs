//! Which knowledge a subcommand reads letters with: the built-in ontology, another one, and the names
//! and rules that a user adds.

use crate::knowledge::{Addition, Knowledge};
use crate::pipeline::Reader;
use anyhow::Context;
use clap::Args;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

/// The variable that lists the files of names that are always to be added.
const VOCABULARY_VARIABLE: &str = "CIRCUGRAPH_VOCABULARY";

/// Where the program's names come from.
#[derive(Debug, Args)]
pub(super) struct NamesArgs {
    /// A folder to use instead of the built-in ontology/ (names, rules, labels)
    #[arg(long, value_name = "DIR", env = "CIRCUGRAPH_ONTOLOGY")]
    ontology: Option<PathBuf>,
    /// A Turtle file of your own names, which add to the built-in ones or override them: names are
    /// added, an rdfs:label takes the place of the one in its language, other values replace those
    /// of their property; may be repeated. $CIRCUGRAPH_VOCABULARY lists files as PATH lists folders
    #[arg(long, value_name = "FILE.ttl")]
    vocabulary: Vec<PathBuf>,
}

impl NamesArgs {
    /// The files of the ontology, and the user's names. Those of the environment come first, so that
    /// those of the command line may override them.
    pub(super) fn knowledge(&self) -> anyhow::Result<Knowledge> {
        let mut knowledge = match &self.ontology {
            Some(folder) => Knowledge::folder(folder)?,
            None => Knowledge::embedded(),
        };
        let listed = std::env::var_os(VOCABULARY_VARIABLE).unwrap_or_default();
        for file in std::env::split_paths(&listed) {
            if !file.as_os_str().is_empty() {
                knowledge
                    .add(Addition::Names, &file)
                    .with_context(|| format!("${VOCABULARY_VARIABLE} cannot be used"))?;
            }
        }
        for file in &self.vocabulary {
            knowledge.add(Addition::Names, file)?;
        }
        Ok(knowledge)
    }
}

/// Where the program's knowledge comes from.
#[derive(Debug, Args)]
pub(super) struct OntologyArgs {
    #[command(flatten)]
    names: NamesArgs,
    /// A TOML file with a rule of your own; one with the name of a built-in rule takes its place; may
    /// be repeated
    #[arg(long, value_name = "FILE.toml")]
    rules: Vec<PathBuf>,
}

impl OntologyArgs {
    /// Loads the ontology and compiles its names, patterns and rules.
    pub(super) fn reader(&self) -> anyhow::Result<ManuallyDrop<Reader>> {
        load(&self.knowledge()?)
    }

    /// The files of the ontology, and the user's names and rules.
    pub(super) fn knowledge(&self) -> anyhow::Result<Knowledge> {
        let mut knowledge = self.names.knowledge()?;
        add_rules(&mut knowledge, &self.rules)?;
        Ok(knowledge)
    }
}

/// Adds files with rules.
pub(super) fn add_rules(knowledge: &mut Knowledge, files: &[PathBuf]) -> anyhow::Result<()> {
    for file in files {
        knowledge.add(Addition::Rule, file)?;
    }
    Ok(())
}

/// Compiles an ontology. It lasts until the program ends, and is then left to the system, which takes
/// it back at once.
pub(super) fn load(knowledge: &Knowledge) -> anyhow::Result<ManuallyDrop<Reader>> {
    let reader = Reader::load(knowledge).context("the ontology cannot be used")?;
    Ok(ManuallyDrop::new(reader))
}
