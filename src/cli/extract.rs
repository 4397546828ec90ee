//! `circugraph extract`: one letter's facts with the words they were read from, without a store.

use super::confidence::ConfidenceArgs;
use super::ontology::OntologyArgs;
use super::output::{remark, write_result};
use super::reading::LanguageArgs;
use crate::graph;
use crate::read::Found;
use crate::report;
use clap::{Args, ValueEnum};
use oxigraph::io::RdfFormat;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print one letter's facts with the words they were read from
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  circugraph extract letter.txt\n  circugraph extract letter.txt --format turtle > letter.ttl"
)]
pub(super) struct ExtractArgs {
    /// The letter
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How to print the facts
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    format: ExtractFormat,
    #[command(flatten)]
    confidence: ConfidenceArgs,
    #[command(flatten)]
    language: LanguageArgs,
    #[command(flatten)]
    ontology: OntologyArgs,
}

/// The forms in which facts are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExtractFormat {
    /// For people: each fact with its line and words
    Text,
    /// N-Quads 1.2, the letter's named graph with its evidence
    Nquads,
    /// Turtle 1.2, the same without the name of the graph
    Turtle,
    /// One object with the facts and their evidence
    Json,
}

pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<ExitCode> {
    let reader = args.ontology.reader()?;
    let document = Found::on_disk(&args.file).read(&args.language.options(), &reader.cues)?;
    let mut extraction = reader.extract(document);
    if let Some(least) = args.confidence.min_confidence {
        extraction.keep_confident(least);
    }
    let (_, quads) = graph::quads(&extraction.document, &extraction.entities);
    let bytes = match args.format {
        ExtractFormat::Text => report::text(&extraction, &reader.vocabulary).into_bytes(),
        ExtractFormat::Json => report::json(&extraction)?.into_bytes(),
        ExtractFormat::Nquads => graph::serialize(&quads, RdfFormat::NQuads)?,
        ExtractFormat::Turtle => graph::serialize(&quads, RdfFormat::Turtle)?,
    };
    write_result(&bytes, None)?;
    for diagnostic in &extraction.diagnostics {
        remark(format!("{}: {diagnostic}", extraction.document.source.path));
    }
    Ok(ExitCode::SUCCESS)
}
