//! `circugraph query`: run a named query, a file or a text in SPARQL.

use crate::cli::confidence::ConfidentStoreArgs;
use crate::cli::output::{extension, remark, write_result};
use crate::cli::queries::QueriesArgs;
use crate::namespace::shorten;
use crate::query::format::{FORMATS, Format, by_extension, by_name, write};
use crate::query::named::{NamedQuery, ParameterKind, Queries};
use crate::query::{run as run_query, unused_terms};
use crate::store::name::Names;
use anyhow::{Context, bail};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Ask the graph in SPARQL, or by the name of a ready-made query
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  circugraph query --list
  circugraph query chairs --param group=JCA-Res.178
  circugraph query meetings --param year=2012 --format csv --output meetings.csv
  circugraph query -e 'SELECT ?who ?group WHERE { ?who cg:chairs ?group } ORDER BY ?who'
  circugraph query my-question.rq

The prefixes cg, id, rdfs, skos, dcterms, foaf, org, prov, schema, xsd and more need no declaration.
A value of --param is a name in any language, a prefixed name such as id:group/tsag, or an IRI.
Exit code: 0 done, 1 the answer is empty, 2 could not be done.")]
pub(super) struct QueryArgs {
    /// Name of a query (see --list), a file of SPARQL, or - for standard input
    #[arg(value_name = "NAME|FILE", conflicts_with = "expression")]
    pub(super) query: Option<String>,
    /// The text of the query
    #[arg(short, long, value_name = "SPARQL")]
    pub(super) expression: Option<String>,
    /// Show the named queries with what they ask and what they need
    #[arg(long, conflicts_with_all = ["query", "expression"])]
    pub(super) list: bool,
    /// A value for a parameter of the query; may be repeated
    #[arg(short, long = "param", value_name = "NAME=VALUE", value_parser = name_and_value)]
    pub(super) parameters: Vec<(String, String)>,
    /// How to write the answer [default: by the ending of --output, else table]
    #[arg(short, long, value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    pub(super) format: Option<String>,
    /// Write the answer to a file
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Language of the list of queries
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: String,
    /// Where the named queries are.
    #[command(flatten)]
    pub(super) queries: QueriesArgs,
    /// The store to read.
    #[command(flatten)]
    pub(super) store: ConfidentStoreArgs,
}

/// Runs the subcommand.
pub(super) fn run(arguments: &QueryArgs) -> anyhow::Result<ExitCode> {
    let queries = arguments.queries.read()?;
    let output = arguments.output.as_deref();
    if arguments.list {
        write_result(list(&queries, &arguments.lang).as_bytes(), output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let query = chosen(arguments, &queries)?;
    let format = chosen_format(arguments.format.as_deref(), output);
    let store = arguments.store.open()?;
    let bindings = if query.parameters.is_empty() && arguments.parameters.is_empty() {
        Default::default()
    } else {
        query.bindings(&Names::read(&store)?, &arguments.parameters)?
    };
    let answer = run_query(&store, &query.file, &query.text, &bindings)?;
    let width = if output.is_none() {
        comfy_table::Table::new().width()
    } else {
        None
    };
    write_result(&write(&answer, format, width)?, output)?;
    if !answer.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    remark("the answer is empty");
    for problem in unused_terms(&store, &query.text)? {
        remark(format!("note: {problem}"));
    }
    Ok(ExitCode::from(1))
}

fn chosen(arguments: &QueryArgs, queries: &Queries) -> anyhow::Result<NamedQuery> {
    if let Some(text) = &arguments.expression {
        return Ok(free_query("-e", text, arguments)?);
    }
    let Some(name) = &arguments.query else {
        bail!(
            "no query is given; name one of `circugraph query --list`, a file, or give SPARQL with `-e`"
        );
    };
    if name == "-" {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .context("cannot read standard input")?;
        return Ok(free_query("standard input", &text, arguments)?);
    }
    let is_file = name.contains(['/', '\\', '.']) || Path::new(name).is_file();
    match queries.get(name) {
        Ok(query) => Ok(query.clone()),
        Err(_) if is_file => {
            let text =
                std::fs::read_to_string(name).with_context(|| format!("cannot read `{name}`"))?;
            Ok(free_query(name, &text, arguments)?)
        }
        Err(error) => Err(error.into()),
    }
}

/// A query without a name of its own: what its head does not declare may be anything with a name.
fn free_query(
    file: &str,
    text: &str,
    arguments: &QueryArgs,
) -> Result<NamedQuery, crate::diagnostic::FileError> {
    let mut query = NamedQuery::read(file, text)?;
    for (name, _) in &arguments.parameters {
        let stands_in_text = [format!("${name}"), format!("?{name}")]
            .iter()
            .any(|variable| text.contains(variable));
        if stands_in_text && query.parameter(name).is_err() {
            query.parameters.push(crate::query::named::Parameter {
                name: name.clone(),
                kind: ParameterKind::Entity(Vec::new()),
                is_required: true,
                description: String::new(),
            });
        }
    }
    Ok(query)
}

fn chosen_format(name: Option<&str>, output: Option<&Path>) -> Format {
    name.and_then(by_name)
        .or_else(|| extension(output).and_then(by_extension))
        .unwrap_or(FORMATS[0])
}

/// Name and question of each query, then its parameters.
fn list(queries: &Queries, language: &str) -> String {
    let width = queries
        .iter()
        .map(|query| query.name.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for query in queries.iter() {
        text += &format!("{:width$}  {}\n", query.name, query.question_in(language));
        for parameter in &query.parameters {
            let kind = match &parameter.kind {
                ParameterKind::Entity(classes) if classes.is_empty() => "anything".to_owned(),
                ParameterKind::Entity(classes) => {
                    let classes: Vec<String> = classes
                        .iter()
                        .map(|class| shorten(class.as_str()))
                        .collect();
                    classes.join(" or ")
                }
                ParameterKind::Text => "text".to_owned(),
                ParameterKind::Date => "date".to_owned(),
                ParameterKind::Number => "number".to_owned(),
            };
            let optional = if parameter.is_required {
                ""
            } else {
                ", may be left out"
            };
            text += &format!(
                "{:width$}    {} ({kind}{optional}): {}\n",
                "", parameter.name, parameter.description
            );
        }
    }
    text
}

fn name_and_value(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => {
            let name = name.trim_start_matches(['$', '?']);
            Ok((name.to_owned(), value.to_owned()))
        }
        _ => Err("write NAME=VALUE, such as group=TSAG".to_owned()),
    }
}
