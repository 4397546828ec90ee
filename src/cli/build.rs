//! `circugraph build`: reads files and folders into a store, and sums up.

use super::confidence::ConfidenceArgs;
use super::ontology::OntologyArgs;
use super::output::{extension, remark, write_result};
use super::reading::{LanguageArgs, LimitArgs};
use super::store::StoreArgs;
use crate::graph;
use crate::language::Language;
use crate::namespace::{rdf, rdfs, schema, skos, vocabulary_graph};
use crate::pipeline::{NO_LETTER, Reader};
use crate::read::{Found, Options, ReadError, walk};
use crate::report::gap::{GapFormat, LetterGaps, gaps, write};
use crate::report::short;
use crate::store::{Change, Statement, Store, StoreError};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use oxigraph::model::{NamedNode, Quad};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Read letters into the store: files, and folders with all below them
#[derive(Debug, Args)]
#[command(
    after_help = "Each file has a graph of its own. Building again changes nothing; a changed file replaces its own\ngraph. A file that cannot be read is named with what to do, and the others are built. What a file\nis, its content tells, not its name.\n\nExamples:\n  circugraph build letters/\n  circugraph build letters/ 2013.zip more/2013-26.docx --store archive.store\n  circugraph build letters/ --report missed.csv --min-confidence 0.8"
)]
pub(super) struct BuildArgs {
    /// The letters: Word, RTF and PDF files, web pages, text, Markdown; archives (zip, tar, gzip) and mail with such files; folders with all below them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Write the passages from which no fact came to a file, letter by letter: sentences with a name,
    /// number or date in them; as text, or as .json or .csv
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    confidence: ConfidenceArgs,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    language: LanguageArgs,
    #[command(flatten)]
    limits: LimitArgs,
    #[command(flatten)]
    ontology: OntologyArgs,
}

/// Files read at a time: enough to keep the cores busy, few enough that memory does not grow with
/// the number of files.
const BATCH: usize = 64;

/// One letter, ready to be stored.
struct Built {
    path: String,
    language: Language,
    graph: NamedNode,
    quads: Vec<Quad>,
    facts: BTreeMap<String, usize>,
    warnings: Vec<String>,
    is_no_letter: bool,
    gaps: Option<LetterGaps>,
}

#[derive(Default)]
struct Summary {
    languages: BTreeMap<Language, usize>,
    changes: BTreeMap<&'static str, usize>,
    facts: BTreeMap<String, usize>,
    warnings: usize,
    failures: usize,
    passed_over: usize,
    gaps: Vec<LetterGaps>,
}

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let reader = args.ontology.reader()?;
    let options = Options {
        limits: args.limits.limits(),
        ..args.language.options()
    };
    let store = Store::create(&args.store.store)?;
    store.replace_graph(
        vocabulary_graph().as_ref(),
        &graph::vocabulary_quads(&reader.vocabulary),
    )?;
    let mut builder = Builder {
        reader: &reader,
        options: &options,
        args,
        store: &store,
        batch: Vec::new(),
        met: BTreeSet::new(),
        summary: Summary::default(),
        progress: progress(),
        failure: None,
    };
    let walked = walk(&args.paths, &options, &mut |found| builder.take(found));
    builder.build_batch();
    if let Some(failure) = builder.failure {
        return Err(failure.into());
    }
    builder.progress.finish_and_clear();
    forget_gone(&store, &walked.containers, &builder.met)?;
    store.flush()?;
    let mut summary = builder.summary;
    if let Some(file) = &args.report {
        report(&mut summary.gaps, file)?;
    }
    summary.print(begun.elapsed().as_secs_f64());
    Ok(if summary.failures > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// Writes what was not understood, in the order of the paths.
fn report(letters: &mut [LetterGaps], file: &Path) -> anyhow::Result<()> {
    letters.sort_by(|a, b| a.path.cmp(&b.path));
    let format = match extension(Some(file)) {
        Some("json") => GapFormat::Json,
        Some("csv") => GapFormat::Csv,
        _ => GapFormat::Text,
    };
    write_result(write(letters, format)?.as_bytes(), Some(file))?;
    let missed: usize = letters.iter().map(|letter| letter.gaps.len()).sum();
    let passages: usize = letters.iter().map(|letter| letter.passages).sum();
    remark(format!(
        "{missed} of {passages} passages with a name, number or date were not understood: see {}",
        file.display()
    ));
    Ok(())
}

/// Files on their way into the store.
struct Builder<'a> {
    reader: &'a Reader,
    options: &'a Options,
    args: &'a BuildArgs,
    store: &'a Store,
    batch: Vec<Found>,
    /// The path of every file that was met.
    met: BTreeSet<String>,
    summary: Summary,
    progress: ProgressBar,
    /// What ended the run.
    failure: Option<StoreError>,
}

impl Builder<'_> {
    fn take(&mut self, found: Result<Found, ReadError>) {
        match found {
            Ok(found) => {
                self.met.insert(found.path.clone());
                self.batch.push(found);
            }
            Err(error) => {
                self.met.insert(error.path.clone());
                self.progress.suspend(|| self.summary.leave_out(&error));
            }
        }
        if self.batch.len() >= BATCH {
            self.build_batch();
        }
    }

    fn build_batch(&mut self) {
        let batch = std::mem::take(&mut self.batch);
        if self.failure.is_some() {
            return;
        }
        let built: Vec<Result<Built, ReadError>> = batch
            .into_par_iter()
            .map(|found| build(found, self.options, self.args, self.reader))
            .collect();
        if let Err(failure) = self.store_all(built) {
            self.failure = Some(failure);
        }
    }

    fn store_all(&mut self, built: Vec<Result<Built, ReadError>>) -> Result<(), StoreError> {
        let letters = built.iter().flatten().filter(|letter| !letter.is_no_letter);
        let statements: Vec<Statement<'_>> = letters
            .map(|letter| Statement {
                path: &letter.path,
                graph: letter.graph.as_ref(),
                quads: &letter.quads,
            })
            .collect();
        let mut changes = self.store.replace_sources(&statements)?.into_iter();
        for result in &built {
            self.progress.inc(1);
            match result {
                Ok(letter) if letter.is_no_letter => {
                    self.store.remove_path(&letter.path)?;
                    self.progress.suspend(|| self.summary.pass_over(letter));
                }
                Ok(letter) => {
                    let change = changes.next().unwrap_or(Change::Unchanged);
                    self.progress.suspend(|| self.summary.add(letter, change));
                }
                Err(error) => self.progress.suspend(|| self.summary.leave_out(error)),
            }
        }
        Ok(())
    }
}

/// Forgets what stood in an archive when it was built before, and stands there no more.
fn forget_gone(
    store: &Store,
    containers: &[String],
    met: &BTreeSet<String>,
) -> Result<(), StoreError> {
    if containers.is_empty() {
        return Ok(());
    }
    for source in store.sources()? {
        let is_inside = |container: &String| {
            let rest = source.path.strip_prefix(container.as_str());
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        if containers.iter().any(is_inside) && !met.contains(&source.path) {
            store.remove_path(&source.path)?;
        }
    }
    Ok(())
}

fn build(
    found: Found,
    options: &Options,
    args: &BuildArgs,
    reader: &Reader,
) -> Result<Built, ReadError> {
    let document = found.read(options, &reader.cues)?;
    let mut extraction = reader.extract(document);
    if let Some(least) = args.confidence.min_confidence {
        extraction.keep_confident(least);
    }
    let wants_gaps = args.report.is_some();
    let (graph, quads) = graph::quads(&extraction.document, &extraction.entities);
    let mut facts = BTreeMap::new();
    for fact in &extraction.entities.facts {
        let predicate = fact.predicate.as_ref();
        let describes = [rdf::TYPE, rdfs::LABEL, skos::ALT_LABEL, skos::NOTATION];
        if !describes.contains(&predicate) && predicate != schema::MENTIONS {
            *facts.entry(short(predicate)).or_default() += 1;
        }
    }
    Ok(Built {
        path: extraction.document.source.path.clone(),
        language: extraction.document.language,
        graph,
        quads,
        facts,
        gaps: wants_gaps.then(|| gaps(&extraction, reader.shapes.kinds())),
        is_no_letter: extraction
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code == NO_LETTER),
        warnings: extraction
            .diagnostics
            .iter()
            .map(ToString::to_string)
            .collect(),
    })
}

/// A counter on a terminal, nothing elsewhere.
fn progress() -> ProgressBar {
    let bar = ProgressBar::no_length();
    match ProgressStyle::with_template("{spinner} {pos} letters, {per_sec}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Summary {
    fn add(&mut self, letter: &Built, change: Change) {
        *self.languages.entry(letter.language).or_default() += 1;
        let change = match change {
            Change::Added => "new",
            Change::Replaced => "changed",
            Change::Unchanged => "unchanged",
        };
        *self.changes.entry(change).or_default() += 1;
        for (kind, count) in &letter.facts {
            *self.facts.entry(kind.clone()).or_default() += count;
        }
        self.gaps.extend(letter.gaps.clone());
        for warning in &letter.warnings {
            self.warnings += 1;
            remark(format!("{}: warning: {warning}", letter.path));
        }
    }

    /// A text that is no letter is no mistake in a folder that holds more than letters.
    fn pass_over(&mut self, letter: &Built) {
        self.passed_over += 1;
        for warning in &letter.warnings {
            remark(format!("{}: passed over: {warning}", letter.path));
        }
    }

    /// A picture in a folder is no mistake either; what should have been a letter is.
    fn leave_out(&mut self, error: &ReadError) {
        if error.problem.is_of_other_kind() {
            self.passed_over += 1;
            remark(format!("{}: passed over: {}", error.path, error.problem));
        } else {
            self.failures += 1;
            remark(format!("error: {error}"));
        }
    }

    fn print(&self, seconds: f64) {
        let letters: usize = self.languages.values().sum();
        let listed = |counts: Vec<String>| counts.join(", ");
        let languages = self
            .languages
            .iter()
            .map(|(language, count)| format!("{language} {count}"));
        let changes = self
            .changes
            .iter()
            .map(|(change, count)| format!("{count} {change}"));
        remark(format!(
            "{letters} letters ({}): {}",
            listed(languages.collect()),
            listed(changes.collect())
        ));
        let mut facts: Vec<(&String, &usize)> = self.facts.iter().collect();
        facts.sort_by_key(|(kind, count)| (std::cmp::Reverse(**count), (*kind).clone()));
        let total: usize = self.facts.values().sum();
        let facts = facts.iter().map(|(kind, count)| format!("{kind} {count}"));
        remark(format!("{total} facts: {}", listed(facts.collect())));
        remark(format!(
            "{} warnings, {} files left out, {seconds:.1} seconds",
            self.warnings,
            self.failures + self.passed_over
        ));
    }
}
