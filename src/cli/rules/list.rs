//! `circugraph rules list`: every rule with what it finds.

use crate::cli::ontology::OntologyArgs;
use crate::cli::output::write_result;
use crate::language::LANGUAGES;
use crate::relation::rule::Rule;
use clap::Args;
use std::process::ExitCode;

/// List the rules: name, languages, and what they find
#[derive(Debug, Args)]
#[command(after_help = "\
The number beside a language is that of the wordings for it.

Example:
  circugraph rules list --rules mine.toml")]
pub(super) struct ListArgs {
    #[command(flatten)]
    ontology: OntologyArgs,
}

pub(super) fn run(args: &ListArgs) -> anyhow::Result<ExitCode> {
    let reader = args.ontology.reader()?;
    let names = reader.rules.iter().map(|rule| rule.name.len());
    let width = names.max().unwrap_or(0);
    let rules = reader.rules.iter();
    let text: String = rules
        .map(|rule| {
            let languages = languages(rule);
            format!(
                "{:width$}  {languages}\n{:width$}  {}\n",
                rule.name, "", rule.about
            )
        })
        .collect();
    write_result(text.as_bytes(), None)?;
    Ok(ExitCode::SUCCESS)
}

/// `en 3, fr 2`: how many wordings there are for each language.
fn languages(rule: &Rule) -> String {
    let counts = LANGUAGES.iter().map(|(language, tag, _)| {
        let patterns = rule.patterns().iter();
        let of_language = patterns
            .filter(|pattern| pattern.languages.is_empty() || pattern.languages.contains(language));
        (tag, of_language.count())
    });
    let present = counts.filter(|(_, count)| *count > 0);
    let written: Vec<String> = present
        .map(|(tag, count)| format!("{tag} {count}"))
        .collect();
    written.join(", ")
}
