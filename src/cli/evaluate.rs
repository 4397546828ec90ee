//! `circugraph evaluate`: how much of what careful readers found in letters is found.

mod calibration;

use super::confidence::from_0_to_1;
use super::ontology::OntologyArgs;
use super::output::{remark, write_result};
use crate::evaluate::calibration::Band;
use crate::evaluate::gold::Gold;
use crate::evaluate::ledger::{Miss, Spurious};
use crate::evaluate::score::Score;
use crate::evaluate::{Report, evaluate};
use crate::pipeline::{Extraction, Reader};
use crate::read;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Measure how much of what careful readers found in letters is found
#[derive(Debug, Args)]
#[command(after_help = "\
A gold is a JSON file beside a letter, with the same name: letters/26.json beside letters/26.txt. \
Folders are searched with all that is in them; letters without a gold are passed over.

Every value in a gold is one unit: an item of a list, and each field of an item. Names match in any \
language; case, accents, dashes and spaces aside. `found` of the `expected` units were found \
(recall). What is found and not in the gold is `spurious` (precision); this is counted where golds \
list all there is, so not for groups, documents, organizations, places and addresses, whose F1 is \
their recall. A wrong value of a field is both a miss and spurious. A relation that another part of \
the gold states already (a meeting's city, a group's chairs) is neither expected nor spurious. The \
total takes all units together.

Examples:
  circugraph evaluate tests/cases
  circugraph evaluate letters --misses | less
  circugraph evaluate letters --calibration
  circugraph evaluate letters --format json --min-f1 0.8

Exit codes: 0 done; 1 the total F1 is under --min-f1; 2 could not be done.")]
pub(super) struct EvaluateArgs {
    /// Folders with letters and their golds
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// How to print the scores
    #[arg(long, value_enum, default_value_t = EvaluateFormat::Table)]
    format: EvaluateFormat,
    /// List each unit that was missed, with its line, and each that is spurious, with the words read
    #[arg(long)]
    misses: bool,
    /// Show how many of the facts stated with each confidence are right, and which rules err
    #[arg(long)]
    calibration: bool,
    /// Exit with 1 if the F1 of everything together is lower, from 0 to 1
    #[arg(long, value_name = "N", value_parser = from_0_to_1)]
    min_f1: Option<f64>,
    #[command(flatten)]
    ontology: OntologyArgs,
}

/// The forms in which scores are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EvaluateFormat {
    /// For people: a row for each category and language, then the totals
    Table,
    /// One object with the same rows
    Json,
}

pub(super) fn run(args: &EvaluateArgs) -> anyhow::Result<ExitCode> {
    let pairs = pairs(&args.folders)?;
    let reader = args.ontology.reader()?;
    let letters: anyhow::Result<Vec<(Gold, Extraction)>> = pairs
        .par_iter()
        .map(|pair| extract(pair, &reader))
        .collect();
    let report = evaluate(&letters?, &reader.vocabulary);
    let text = match args.format {
        EvaluateFormat::Table => {
            let mut text = table(&report);
            if args.calibration {
                text += &calibration::table(&report.calibration);
            }
            if args.misses {
                text += &listing(&report);
            }
            text
        }
        EvaluateFormat::Json => json(&report, args.misses)?,
    };
    write_result(text.as_bytes(), None)?;
    match args.min_f1 {
        Some(least) if report.f1() < least => {
            remark(format!(
                "the total F1 is {:.3}, lower than {least}",
                report.f1()
            ));
            Ok(ExitCode::from(1))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// One line under the names of the columns, and no other.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// A letter and its gold.
struct Pair {
    letter: PathBuf,
    gold: PathBuf,
}

/// Every letter of the folders that has a gold, sorted.
fn pairs(folders: &[PathBuf]) -> anyhow::Result<Vec<Pair>> {
    if let Some(missing) = folders.iter().find(|folder| !folder.exists()) {
        bail!("there is no folder `{}`", missing.display());
    }
    let (letters, problems) = read::files(folders);
    if let Some(problem) = problems.into_iter().next() {
        return Err(problem.into());
    }
    let pairs = letters.into_iter().map(|letter| Pair {
        gold: letter.with_extension("json"),
        letter,
    });
    let pairs: Vec<Pair> = pairs
        .filter(|pair| pair.gold != pair.letter && pair.gold.is_file())
        .collect();
    if pairs.is_empty() {
        let named: Vec<String> = folders
            .iter()
            .map(|folder| format!("`{}`", folder.display()))
            .collect();
        let known: Vec<String> = read::FORMATS
            .iter()
            .map(|format| format!(".{}", format.extension))
            .collect();
        bail!(
            "no letter with a gold is in {}; beside a letter ({}) there should be what is expected of it, as NAME.json beside NAME.txt",
            named.join(", "),
            known.join(", "),
        );
    }
    Ok(pairs)
}

fn extract(pair: &Pair, reader: &Reader) -> anyhow::Result<(Gold, Extraction)> {
    let shown = read::shown(&pair.gold);
    let text =
        std::fs::read_to_string(&pair.gold).with_context(|| format!("cannot read `{shown}`"))?;
    let gold = Gold::parse(&shown, &text)?;
    let document = read::read(Path::new(&pair.letter), None, &reader.cues)?;
    Ok((gold, reader.extract(document)))
}

/// A row for each category and language, and for all languages where there are several.
fn table(report: &Report) -> String {
    let mut table = bare_table();
    table.set_header([
        "category",
        "language",
        "found",
        "expected",
        "spurious",
        "recall",
        "precision",
        "F1",
    ]);
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut last = None;
    for score in &report.scores {
        let of_same = report
            .scores
            .iter()
            .filter(|other| other.category == score.category)
            .count();
        if score.language.is_none() && of_same == 2 {
            continue;
        }
        let category = score.category.map_or("TOTAL", |category| category.name());
        let is_first = last.replace(category) != Some(category);
        table.add_row(row(if is_first { category } else { "" }, score));
    }
    let letters = if report.letters == 1 {
        "letter"
    } else {
        "letters"
    };
    format!("{}\n\n{} {letters}\n", table.trim_fmt(), report.letters)
}

/// A table without borders, its columns as wide as what is in them.
fn bare_table() -> Table {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Disabled)
        .force_no_tty();
    table
}

fn row(category: &str, score: &Score) -> [String; 8] {
    let measure = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.3}"));
    [
        category.to_owned(),
        score.language.unwrap_or("all").to_owned(),
        score.count.found.to_string(),
        score.count.expected.to_string(),
        score.count.spurious.to_string(),
        measure(score.recall),
        measure(score.precision),
        measure(score.f1),
    ]
}

/// The misses and what is spurious, letter by letter.
fn listing(report: &Report) -> String {
    let mut letters: Vec<&str> = report
        .misses
        .iter()
        .map(|miss| miss.letter.as_str())
        .collect();
    letters.extend(report.spurious.iter().map(|found| found.letter.as_str()));
    letters.sort_unstable();
    letters.dedup();
    let mut text = String::new();
    for letter in letters {
        let _ = writeln!(text, "\n{letter}");
        for miss in report.misses.iter().filter(|miss| miss.letter == letter) {
            let what = what(miss.category.name(), &miss.item, miss.field, &miss.expected);
            let place = miss
                .line
                .map_or(String::new(), |line| format!("  (line {line})"));
            let _ = writeln!(text, "  missed    {what}{place}");
        }
        for found in report
            .spurious
            .iter()
            .filter(|found| found.letter == letter)
        {
            let what = what(
                found.category.name(),
                &found.item,
                found.field,
                &found.found,
            );
            let _ = writeln!(text, "  spurious  {what}");
            let _ = writeln!(
                text,
                "            {}:{} {}",
                found.line, found.column, found.quote
            );
        }
    }
    text
}

/// `meetings: WTSA-12, city: Dubai`; for an item as a whole, `meetings: WTSA-12`.
fn what(category: &str, item: &str, field: &str, value: &str) -> String {
    match (item.is_empty(), field.is_empty()) {
        (true, true) => format!("{category}: {value}"),
        (true, false) => format!("{category}: {field}: {value}"),
        (false, true) if value.contains(item) => format!("{category}: {value}"),
        (false, true) => format!("{category}: {item}"),
        (false, false) => format!("{category}: {item}, {field}: {value}"),
    }
}

#[derive(Serialize)]
struct JsonReport<'r> {
    letters: usize,
    scores: &'r [Score],
    calibration: &'r [Band],
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<&'r [Miss]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spurious: Option<&'r [Spurious]>,
}

fn json(report: &Report, with_misses: bool) -> serde_json::Result<String> {
    let report = JsonReport {
        letters: report.letters,
        scores: &report.scores,
        calibration: &report.calibration,
        misses: with_misses.then_some(report.misses.as_slice()),
        spurious: with_misses.then_some(report.spurious.as_slice()),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::{listing, table};
    use crate::evaluate::Report;
    use crate::evaluate::ledger::{Miss, Spurious};
    use crate::evaluate::score::{Category, Count, Score};

    fn score(category: Option<Category>, language: Option<&'static str>) -> Score {
        let count = Count {
            found: 3,
            expected: 4,
            spurious: 1,
        };
        let (recall, precision, f1) = (count.recall(), count.precision(), count.f1());
        Score {
            category,
            language,
            count,
            recall,
            precision,
            f1,
        }
    }

    fn report() -> Report {
        let miss = Miss {
            letter: "a.txt".into(),
            category: Category::Meetings,
            item: "WTSA-12".into(),
            field: "city",
            expected: "Dubai".into(),
            line: Some(3),
        };
        let spurious = Spurious {
            letter: "a.txt".into(),
            category: Category::People,
            item: "A. B".into(),
            field: "",
            found: "A. B".into(),
            line: 7,
            column: 2,
            quote: "Mr A. B".into(),
        };
        let (people, all) = (Some(Category::People), None);
        Report {
            letters: 1,
            scores: vec![
                score(people, Some("fr")),
                score(people, None),
                score(all, Some("fr")),
                score(all, None),
            ],
            misses: vec![miss],
            spurious: vec![spurious],
            calibration: Vec::new(),
        }
    }

    #[test]
    fn one_language_needs_no_totals() {
        let text = table(&report());
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            lines.iter().all(|line| line.chars().count() <= 100),
            "{text}"
        );
        let row = ["people", "fr", "3", "4", "1", "0.750", "0.750", "0.750"];
        assert_eq!(lines[2].split_whitespace().collect::<Vec<_>>(), row);
        assert!(lines[3].trim_start().starts_with("TOTAL"), "{text}");
        assert_eq!(lines[5], "1 letter");
    }

    #[test]
    fn misses_are_listed_by_letter() {
        let expected = "
a.txt
  missed    meetings: WTSA-12, city: Dubai  (line 3)
  spurious  people: A. B
            7:2 Mr A. B
";
        assert_eq!(listing(&report()), expected);
    }
}
