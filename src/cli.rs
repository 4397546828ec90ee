//! The command line: what may be typed, and the subcommand that does it.

pub mod ask;
pub mod export;
pub mod output;
pub mod queries;
pub mod query;
pub mod store;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Turns circular letters into a knowledge graph that people can question
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Query(query::QueryArguments),
    Ask(ask::AskArguments),
    Export(export::ExportArguments),
}

/// Does what was typed.
pub fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    match &cli.command {
        Command::Query(arguments) => query::run(arguments),
        Command::Ask(arguments) => ask::run(arguments),
        Command::Export(arguments) => export::run(arguments),
    }
}
