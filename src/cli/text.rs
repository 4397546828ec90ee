//! `circugraph text`: the plain text that evidence offsets refer to.

use super::ontology::OntologyArgs;
use super::output::write_result;
use super::reading::LanguageArgs;
use crate::mention;
use crate::read::Found;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print the plain text of a letter, to which the offsets of evidence refer
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  circugraph text letters/2013-26.txt | less")]
pub(super) struct TextArgs {
    /// The letter
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Show the text as rules see it: in plain form, each mention with its kind
    #[arg(long)]
    mentions: bool,
    #[command(flatten)]
    language: LanguageArgs,
    #[command(flatten)]
    ontology: OntologyArgs,
}

pub(super) fn run(args: &TextArgs) -> anyhow::Result<ExitCode> {
    let reader = args.ontology.reader()?;
    let document = Found::on_disk(&args.file).read(&args.language.options(), &reader.cues)?;
    let text = if args.mentions {
        let mentions = mention::find(&document, &reader.vocabulary, &reader.shapes);
        mentions.shown(&document, &reader.shapes)
    } else {
        document.text
    };
    write_result(text.as_bytes(), None)?;
    Ok(ExitCode::SUCCESS)
}
