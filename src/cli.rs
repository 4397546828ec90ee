//! The command line: what was typed, and one file for each subcommand.

mod evaluate;

use crate::knowledge::Knowledge;
use crate::pipeline::Reader;
use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads the circular letters of the ITU into a knowledge graph that can be questioned.
#[derive(Debug, Parser)]
#[command(name = "circugraph", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done; 1 done, but a check failed or an answer was empty; 2 could not be done.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Evaluate(evaluate::EvaluateArgs),
}

/// Where the program's knowledge comes from.
#[derive(Debug, Args)]
pub(crate) struct OntologyArgs {
    /// A folder to use instead of the built-in ontology/ (names, rules, labels)
    #[arg(long, value_name = "DIR", env = "CIRCUGRAPH_ONTOLOGY")]
    ontology: Option<PathBuf>,
}

impl OntologyArgs {
    pub(crate) fn knowledge(&self) -> anyhow::Result<Knowledge> {
        match &self.ontology {
            Some(folder) => Ok(Knowledge::folder(folder)?),
            None => Ok(Knowledge::embedded()),
        }
    }

    pub(crate) fn reader(&self) -> anyhow::Result<Reader> {
        let knowledge = self.knowledge()?;
        Reader::load(&knowledge).context("the ontology cannot be used")
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Evaluate(args) => evaluate::run(args),
    }
}

/// A line on standard error.
#[expect(clippy::print_stderr, reason = "the one place where messages are printed")]
pub(crate) fn complain(message: &str) {
    eprintln!("{message}");
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
