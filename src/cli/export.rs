//! `circugraph export`: the graph, or a part of it, for other programs.

use crate::cli::confidence::ConfidentStoreArgs;
use crate::cli::output::{extension, remark, write_result};
use crate::export::{EXPORTERS, Exporter, Make, by_extension, by_name};
use crate::namespace::shorten;
use crate::network::Network;
use crate::query::meaning::meaning;
use crate::store::name::Names;
use anyhow::bail;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;
use std::process::ExitCode;

/// Write the graph for other programs: a drawing, a network, quads
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  circugraph export --around JCA-Res.178 | dot -Tsvg > jca.svg
  circugraph export --around \"Houlin Zhao\" --depth 1 --lang zh --output zhao.dot
  circugraph export --output everything.nq

Formats: dot and graphml hold things and the facts between them, the whole or what is around one
thing; nquads and trig hold every quad, with all evidence.
Exit code: 0 done, 1 there is nothing to write, 2 could not be done.")]
pub(super) struct ExportArgs {
    /// What to write [default: by the ending of --output, else dot]
    #[arg(short, long, value_parser = PossibleValuesParser::new(EXPORTERS.iter().map(|exporter| exporter.name)))]
    pub(super) format: Option<String>,
    /// Only what is around this thing: its name, prefixed name or IRI
    #[arg(long, value_name = "THING")]
    pub(super) around: Option<String>,
    /// How many facts away from it
    #[arg(long, value_name = "N", default_value_t = 2, requires = "around")]
    pub(super) depth: usize,
    /// Language of the labels; English where a thing has none in it
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: String,
    /// Write to a file
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The store to read.
    #[command(flatten)]
    pub(super) store: ConfidentStoreArgs,
}

/// Runs the subcommand.
pub(super) fn run(arguments: &ExportArgs) -> anyhow::Result<ExitCode> {
    let output = arguments.output.as_deref();
    let exporter = chosen(arguments);
    let store = arguments.store.open()?;
    let bytes = match exporter.make {
        Make::OfStore(_) if arguments.around.is_some() => {
            bail!(
                "`{}` holds the whole store; leave `--around` away or choose dot or graphml",
                exporter.name
            )
        }
        Make::OfStore(make) => make(&store)?,
        Make::OfNetwork(make) => {
            let names = Names::read(&store)?;
            let mut network = Network::whole(&store, &names, &arguments.lang)?;
            if let Some(name) = &arguments.around {
                let thing = meaning(&names, name, &[])?;
                network = network.around(thing.as_ref(), arguments.depth);
                if network.graph.node_count() == 0 {
                    remark(format!(
                        "no letter in the store says anything of `{}`",
                        shorten(thing.as_str())
                    ));
                    return Ok(ExitCode::from(1));
                }
            }
            remark(format!(
                "{} things, {} facts",
                network.graph.node_count(),
                network.graph.edge_count()
            ));
            make(&network)
        }
    };
    write_result(&bytes, output)?;
    Ok(ExitCode::SUCCESS)
}

fn chosen(arguments: &ExportArgs) -> Exporter {
    let by_file = || extension(arguments.output.as_deref()).and_then(by_extension);
    let named = arguments.format.as_deref().and_then(by_name);
    named.or_else(by_file).unwrap_or(EXPORTERS[0])
}
