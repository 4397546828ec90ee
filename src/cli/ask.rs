//! `circugraph ask`: a question in everyday words.

use crate::cli::confidence::ConfidentStoreArgs;
use crate::cli::output::{remark, write_result};
use crate::cli::queries::QueriesArgs;
use crate::question::{AskError, Asker, Evidence, Reply, VOCABULARY, Words};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::process::ExitCode;

/// Ask a question in English, French or Chinese
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  circugraph ask Who chairs JCA-Res.178?
  circugraph ask \"Quelle résolution la JCA-Rés.178 met-elle en œuvre ?\"
  circugraph ask 谁主持JCA-Res.178？ --format json

Every answer comes with the words of the letter that prove it and with the SPARQL that was run.
`circugraph query --list` shows what can be asked.
Exit code: 0 answered, 1 not understood or no answer, 2 could not be done.")]
pub(super) struct AskArgs {
    /// The question
    #[arg(required = true, value_name = "QUESTION")]
    pub(super) question: Vec<String>,
    /// How to write the answer
    #[arg(short, long, value_enum, default_value_t = AnswerFormat::Text)]
    pub(super) format: AnswerFormat,
    /// Language of the question [default: told from its words]
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<String>,
    /// Where the named queries are.
    #[command(flatten)]
    pub(super) queries: QueriesArgs,
    /// The store to read.
    #[command(flatten)]
    pub(super) store: ConfidentStoreArgs,
}

/// How `ask` writes its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Runs the subcommand.
pub(super) fn run(arguments: &AskArgs) -> anyhow::Result<ExitCode> {
    let queries = arguments.queries.read()?;
    let store = arguments.store.open()?;
    let asker = Asker::new(&store, &queries, Words::embedded()?)?;
    let question = arguments.question.join(" ");
    let reply = match asker.ask(&question, arguments.lang.as_deref()) {
        Ok(reply) => reply,
        Err(error @ (AskError::Query(_) | AskError::Store(_))) => return Err(error.into()),
        Err(error) => {
            remark(error);
            return Ok(ExitCode::from(1));
        }
    };
    match arguments.format {
        AnswerFormat::Json => {
            let mut json = serde_json::to_string_pretty(&reply)?;
            json.push('\n');
            write_result(json.as_bytes(), None)?;
        }
        AnswerFormat::Text => write_result(text(&asker, &reply)?.as_bytes(), None)?,
    }
    if reply.answers.is_empty() {
        remark("the question is understood, but nothing in the store answers it");
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

/// Each answer, the words that prove it and where they stand, then the query.
fn text(asker: &Asker<'_>, reply: &Reply) -> anyhow::Result<String> {
    let mut letters: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut text = String::new();
    for finding in &reply.answers {
        text += &format!("{}\n", finding.label);
        for evidence in &finding.evidence {
            let source = evidence.source.as_str();
            if !letters.contains_key(source) {
                letters.insert(source, asker.letter_of(source, &reply.language)?);
            }
            text += &proof(evidence, letters[source].as_deref());
        }
        text.push('\n');
    }
    text += "SPARQL that was run:\n";
    for line in reply.sparql.lines() {
        text += &format!("  {line}\n");
    }
    Ok(text)
}

fn proof(evidence: &Evidence, letter: Option<&str>) -> String {
    let words: Vec<&str> = evidence.quote.split_whitespace().collect();
    let words = words.join(" ");
    if evidence.source == VOCABULARY {
        return format!("  known from the vocabulary, not from a letter: {words}\n");
    }
    let place = match (evidence.start, evidence.end) {
        (Some(start), Some(end)) => format!(", characters {start} to {end}"),
        _ => String::new(),
    };
    let letter = letter
        .map(|letter| format!("{letter}, "))
        .unwrap_or_default();
    format!("  “{words}”\n    {letter}{}{place}\n", evidence.source)
}
