//! The command line: what was typed, and one file for each subcommand.

mod ask;
mod build;
mod confidence;
mod evaluate;
mod export;
mod extract;
mod ontology;
mod output;
mod queries;
mod query;
mod reading;
mod remove;
mod rules;
mod store;
mod text;
mod vocabulary;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Turns the circular letters of the International Telecommunication Union into a knowledge graph
/// that can be queried, questioned and drawn.
#[derive(Debug, Parser)]
#[command(name = "circugraph", version, max_term_width = 100)]
#[command(
    after_help = "A first look:\n  circugraph build letters/\n  circugraph ask \"Who chairs JCA-Res.178?\"\n  circugraph query --list\n  circugraph export --around JCA-Res.178 -o around.dot\n\nExit codes: 0 done; 1 done, but a check failed or an answer was empty; 2 could not be done."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Remove(remove::RemoveArgs),
    Ask(ask::AskArgs),
    Query(query::QueryArgs),
    Export(export::ExportArgs),
    Extract(extract::ExtractArgs),
    Text(text::TextArgs),
    Evaluate(evaluate::EvaluateArgs),
    Vocabulary(vocabulary::VocabularyArgs),
    Rules(rules::RulesArgs),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    keep_readers_quiet();
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
        Command::Build(args) => build::run(args),
        Command::Remove(args) => remove::run(args),
        Command::Ask(args) => ask::run(args),
        Command::Query(args) => query::run(args),
        Command::Export(args) => export::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Text(args) => text::run(args),
        Command::Evaluate(args) => evaluate::run(args),
        Command::Vocabulary(args) => vocabulary::run(args),
        Command::Rules(args) => rules::run(args),
    }
}

/// A reader that panics is reported as a damaged file, once.
fn keep_readers_quiet() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !crate::read::is_reader() {
            report(panic);
        }
    }));
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
