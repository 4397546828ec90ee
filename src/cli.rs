//! The command line: what was typed, and one file for each subcommand.

mod ask;
mod export;
mod output;
mod queries;
mod query;
mod store;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads the circular letters of the ITU into a knowledge graph that can be questioned.
#[derive(Debug, Parser)]
#[command(name = "circugraph", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 done; 1 done, but a check failed or an answer was empty; 2 could not be done."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Query(query::QueryArgs),
    Ask(ask::AskArgs),
    Export(export::ExportArgs),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::remark(format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Query(args) => query::run(args),
        Command::Ask(args) => ask::run(args),
        Command::Export(args) => export::run(args),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
