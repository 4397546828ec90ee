//! `circugraph vocabulary`: check names, and find out what a name means.

mod check;
mod find;

use clap::{Args, Subcommand};
use std::process::ExitCode;

/// Check names, and find out what a name would be taken for
#[derive(Debug, Args)]
#[command(after_help = "\
Your own names are Turtle files, given with --vocabulary or listed in $CIRCUGRAPH_VOCABULARY:

  @base <https://w3id.org/circugraph/id/> .
  @prefix cg: <https://w3id.org/circugraph/ontology#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix org: <http://www.w3.org/ns/org#> .
  <group/fg-tides> a cg:FocusGroup ;
      rdfs:label \"Focus Group on Tides\"@en , \"Groupe spécialisé sur les marées\"@fr ;
      skos:altLabel \"Tides Group\"@en ; skos:notation \"FG-Tides\" ;
      org:subOrganizationOf <group/tsag> .

Of a thing that is known already, names are added; an rdfs:label takes the place of the one in its \
language, which stays a name; values of any other property replace those there were.

Examples:
  circugraph vocabulary check mine.ttl
  circugraph vocabulary find Женеве
  circugraph build letters --vocabulary mine.ttl")]
pub(super) struct VocabularyArgs {
    #[command(subcommand)]
    command: VocabularyCommand,
}

#[derive(Debug, Subcommand)]
enum VocabularyCommand {
    Check(check::CheckArgs),
    Find(find::FindArgs),
}

pub(super) fn run(args: &VocabularyArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        VocabularyCommand::Check(args) => check::run(args),
        VocabularyCommand::Find(args) => find::run(args),
    }
}
