//! `circugraph vocabulary check`: what is wrong with files of names, by line.

use crate::cli::ontology::NamesArgs;
use crate::cli::output::{remark, write_result};
use crate::knowledge::{Addition, KnowledgeFile};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::check::{Checked, Checker, Completeness, Finding, Gravity, syntax};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Report mistakes in files of names, names that others bear, and names that are ordinary words
#[derive(Debug, Args)]
#[command(after_help = "\
Each finding stands with its file, line and column. Problems: mistakes of syntax [syntax]; a class or \
property that nobody knows [unknown-class, unknown-property]; a thing without class or label \
[no-class, no-label] or with an identifier outside https://w3id.org/circugraph/id/ \
[foreign-identifier]; a name that something else bears, built in or in the files [clash]; a name that \
is a frequent word of one of the six languages [ordinary-word], has fewer than three letters and is \
no acronym [short-name], or is in lower case [lower-case]. Remarks: languages without a label \
[missing-language]; a name that something else bears of which letters tell it apart [homonym].

Without FILE the whole vocabulary is checked, built in and added; remarks are then counted only, \
unless --remarks asks for them.

Examples:
  circugraph vocabulary check mine.ttl
  circugraph vocabulary check --remarks | grep missing-language

Exit code: 0 clean, 1 there are problems, 2 a file could not be read.")]
pub(super) struct CheckArgs {
    /// Turtle files of names [default: the whole vocabulary]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// List the remarks on the whole vocabulary, too
    #[arg(long)]
    remarks: bool,
    #[command(flatten)]
    names: NamesArgs,
}

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let mut knowledge = args.names.knowledge()?;
    let known = knowledge.added(Addition::Names).count();
    for file in &args.files {
        knowledge.add(Addition::Names, file)?;
    }
    let own: Vec<KnowledgeFile> = if args.files.is_empty() {
        let built_in = knowledge.under("vocabulary/");
        let ours = built_in.filter(|file| file.path.ends_with(".ttl"));
        ours.chain(knowledge.added(Addition::Names))
            .cloned()
            .collect()
    } else {
        knowledge
            .added(Addition::Names)
            .skip(known)
            .cloned()
            .collect()
    };
    let mut findings: Vec<Finding> = own.iter().flat_map(syntax).collect();
    let mut completeness = Vec::new();
    if findings.is_empty() {
        let vocabulary = Vocabulary::load(&knowledge)?;
        let mut checker = Checker::new(&knowledge, &vocabulary)?;
        for file in &own {
            let checked: Checked = checker.check(file);
            findings.extend(checked.findings);
            completeness.push((file.shown.as_str(), checked.completeness));
        }
    }
    let is_shown = |finding: &&Finding| {
        finding.gravity == Gravity::Problem || args.remarks || !args.files.is_empty()
    };
    let shown = findings.iter().filter(is_shown);
    let text: String = shown
        .map(|finding| format!("{}\n", finding.mistake))
        .collect();
    write_result(text.as_bytes(), None)?;
    for (file, completeness) in completeness {
        tell(file, completeness);
    }
    let problems = findings
        .iter()
        .filter(|finding| finding.gravity == Gravity::Problem)
        .count();
    remark(format!(
        "{problems} problems, {} remarks",
        findings.len() - problems
    ));
    Ok(if problems == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn tell(file: &str, completeness: Completeness) {
    let Completeness {
        entries,
        in_all_languages,
    } = completeness;
    if entries > 0 {
        remark(format!(
            "{file}: {entries} things, {in_all_languages} with a label in all six languages"
        ));
    }
}
