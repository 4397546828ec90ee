//! `circugraph rules`: list the rules, and see what they find.

mod list;
mod test;

use clap::{Args, Subcommand};
use std::process::ExitCode;

/// List the rules that link names into facts, and try them out
#[derive(Debug, Args)]
#[command(after_help = "\
A rule is a TOML file: what it states, its wordings, and sentences that it must and must not match.

  name = \"twinned-with\"
  about = \"A group that works hand in hand with another.\"
  claims = [\"one dcterms:relation other\"]
  [[pattern]]
  languages = [\"en\"]
  match = '<one:Group> is twinned with (?:the )?<other:Group>'
  [[example]]
  language = \"en\"
  text = \"JCA-IoT is twinned with TSAG.\"
  finds = [\"JCA-IoT dcterms:relation TSAG\"]
  [[example]]
  language = \"en\"
  text = \"JCA-IoT reports to TSAG.\"
  finds = []

`circugraph text LETTER --mentions` shows the kinds that stand in <…>. A rule of your own with the name \
of a built-in one takes its place.

Examples:
  circugraph rules list
  circugraph rules test mine.toml --samples letters
  circugraph build letters --rules mine.toml")]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    command: RulesCommand,
}

#[derive(Debug, Subcommand)]
enum RulesCommand {
    List(list::ListArgs),
    Test(test::TestArgs),
}

pub(super) fn run(args: &RulesArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        RulesCommand::List(args) => list::run(args),
        RulesCommand::Test(args) => test::run(args),
    }
}
