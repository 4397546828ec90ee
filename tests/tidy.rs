//! What of the project's style can be checked: who uses whom, how long files are, that modules say
//! what they are for, and that tables and folders hold the same.
//!
//! Each test lists everything that is wrong, with what to do.

use circugraph::export::EXPORTERS;
use circugraph::language::LANGUAGES;
use circugraph::query::named::Queries;
use circugraph::read::FORMATS;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Term, TermRef};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The length of a file before its tests.
const LONGEST_FILE: usize = 500;

/// Names that say nothing of what is in a module.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "manager", "factory",
];

/// Folders of the project whose files are not looked at: what is made, not written.
const MADE: &[&str] = &[".git", "target", "demo", "circugraph.store"];

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = layers();
    let place = |module: &str| order.iter().position(|layer| layer == module);
    let mut wrong = Vec::new();
    for file in rust_files("src") {
        let Some(own) = place(&file.layer()) else {
            continue;
        };
        for (number, used) in layers_used(&file) {
            match place(&used) {
                Some(other) if other > own => wrong.push(format!(
                    "{}:{number}: `{}` stands above `{used}` in src/lib.rs and must not use it",
                    file.name, order[own]
                )),
                Some(_) => {}
                None => wrong.push(format!(
                    "{}:{number}: `{used}` is not in src/lib.rs",
                    file.name
                )),
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_top_level_module_is_listed() {
    let listed: BTreeSet<String> = layers().into_iter().collect();
    let files = rust_files("src").into_iter().map(|file| file.layer());
    let there: BTreeSet<String> = files
        .filter(|layer| !["lib", "main"].contains(&layer.as_str()))
        .collect();
    assert_same(&there, &listed, "src/", "src/lib.rs");
}

#[test]
fn files_are_short() {
    let mut wrong = Vec::new();
    for file in rust_files("src") {
        let lines = file.code().count();
        if lines > LONGEST_FILE {
            wrong.push(format!(
                "{}: {lines} lines before its tests; give it a folder of the same name, one file for each part",
                file.name
            ));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut wrong = Vec::new();
    for file in ["src", "tests", "benches"].into_iter().flat_map(rust_files) {
        let first = file.text.lines().next().unwrap_or_default();
        let Some(words) = first.strip_prefix("//! ") else {
            wrong.push(format!(
                "{}: opens without `//! ` and what it is for",
                file.name
            ));
            continue;
        };
        if words.to_lowercase().starts_with("this module")
            || words.to_lowercase().starts_with("this file")
        {
            wrong.push(format!("{}: say what it is for, not `{words}`", file.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn modules_have_names_that_say_something() {
    let files = ["src", "tests", "benches"].into_iter().flat_map(rust_files);
    let empty = files.filter(|file| EMPTY_NAMES.contains(&stem(Path::new(&file.name)).as_str()));
    assert_none(
        &empty
            .map(|file| format!("{}: name what is in it", file.name))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    assert_no_line(
        Regex::new(r"\.unwrap\(\)"),
        "say with `expect` what makes it safe",
    );
}

#[test]
fn imports_name_what_they_use() {
    assert_no_line(
        Regex::new(r"^\s*(?:pub )?use .*::(?:\*|prelude::)"),
        "name each import at its home",
    );
}

#[test]
fn every_format_has_a_reader() {
    let readers = registered("src/read/format.rs", "read");
    assert_same(
        &files_of("src/read/format", "rs"),
        &readers,
        "src/read/format/",
        "`FORMATS`",
    );
    let extensions: BTreeSet<&str> = FORMATS.iter().map(|format| format.extension).collect();
    assert_eq!(
        extensions.len(),
        FORMATS.len(),
        "an extension stands twice in `FORMATS`"
    );
}

#[test]
fn every_exporter_is_registered() {
    let mut files = files_of("src/export", "rs");
    files.remove("tests");
    assert_same(
        &files,
        &registered("src/export.rs", "[a-z]+"),
        "src/export/",
        "`EXPORTERS`",
    );
    for unique in [
        EXPORTERS
            .iter()
            .map(|exporter| exporter.name)
            .collect::<BTreeSet<_>>(),
        EXPORTERS
            .iter()
            .map(|exporter| exporter.extension)
            .collect(),
        EXPORTERS
            .iter()
            .map(|exporter| exporter.media_type)
            .collect(),
    ] {
        assert_eq!(
            unique.len(),
            EXPORTERS.len(),
            "something stands twice in `EXPORTERS`: {unique:?}"
        );
    }
}

#[test]
fn every_subcommand_has_a_file_of_its_name() {
    let table =
        Regex::new(r"Command::[A-Z][A-Za-z]+\(args\) => ([a-z_]+)::run").expect("a pattern");
    let text = read("src/cli.rs");
    let subcommands: Vec<String> = table
        .captures_iter(&text)
        .map(|found| found[1].to_owned())
        .collect();
    assert!(!subcommands.is_empty(), "src/cli.rs lists no subcommand");
    let files = files_of("src/cli", "rs");
    let lost = subcommands.into_iter().filter(|name| !files.contains(name));
    assert_none(
        &lost
            .map(|name| format!("src/cli/{name}.rs is missing"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_query_is_built_in_and_has_its_expected_table() {
    let queries = Queries::embedded().expect("the queries are well formed");
    let built_in: BTreeSet<String> = queries.iter().map(|query| query.name.clone()).collect();
    assert_same(
        &files_of("queries", "rq"),
        &built_in,
        "queries/",
        "the table of queries",
    );
    assert_same(
        &files_of("tests/queries", "txt"),
        &built_in,
        "tests/queries/",
        "the table of queries",
    );
}

#[test]
fn every_rule_file_has_the_name_of_its_rule() {
    let mut wrong = Vec::new();
    for folder in ["ontology/rules", "ontology/mentions"] {
        for file in files_of(folder, "toml") {
            let path = format!("{folder}/{file}.toml");
            let table: toml::Table = read(&path).parse().expect("well-formed TOML");
            match table.get("name").and_then(toml::Value::as_str) {
                Some(name) if name == file => {}
                Some(name) => wrong.push(format!("{path}: its name is `{name}`")),
                None => wrong.push(format!("{path}: it has no name")),
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn letters_of_every_language_can_be_taken_apart() {
    let parts: toml::Table = read("ontology/parts.toml")
        .parse()
        .expect("well-formed TOML");
    let tables = parts.iter().filter(|(_, value)| value.is_table());
    let told = tables.map(|(tag, _)| tag.clone()).collect();
    let languages = tags().into_iter().map(str::to_owned).collect();
    assert_same(&told, &languages, "ontology/parts.toml", "`LANGUAGES`");
}

#[test]
fn every_term_has_a_label_and_a_comment_in_every_language() {
    let ontology = read("ontology/circugraph.ttl");
    let mut said: BTreeMap<(String, &str), BTreeSet<String>> = BTreeMap::new();
    let mut terms = BTreeSet::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(ontology.as_bytes()) {
        let quad = quad.expect("well-formed Turtle");
        let subject = quad.subject.to_string();
        if !subject.starts_with("<https://w3id.org/circugraph/ontology#") {
            continue;
        }
        let predicate = quad.predicate.as_str();
        for what in ["label", "comment"] {
            let is_said = predicate == format!("http://www.w3.org/2000/01/rdf-schema#{what}");
            if let (true, Some(language)) = (is_said, language_of(&quad.object)) {
                said.entry((subject.clone(), what))
                    .or_default()
                    .insert(language);
            }
        }
        terms.insert(subject);
    }
    assert!(!terms.is_empty(), "the ontology has no terms");
    let mut wrong = Vec::new();
    for term in &terms {
        for what in ["label", "comment"] {
            let languages = said.get(&(term.clone(), what)).cloned().unwrap_or_default();
            for tag in tags().into_iter().filter(|tag| !languages.contains(*tag)) {
                wrong.push(format!(
                    "ontology/circugraph.ttl: {term} has no {what} in `{tag}`"
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_file_knows_the_machine_that_it_was_written_on() {
    let path = Regex::new(r"(?:^|[^A-Za-z0-9_./}~-])/(?:home|mnt|root|tmp|Users|work)/")
        .expect("a pattern");
    let mut wrong = Vec::new();
    for file in files() {
        for (number, line) in file.text.lines().enumerate() {
            if path.is_match(line) {
                wrong.push(format!(
                    "{}:{}: a path of one machine: {line}",
                    file.name,
                    number + 1
                ));
            }
        }
    }
    assert_none(&wrong);
}

/// A text file of the project.
struct File {
    /// The path from the project's folder, with `/` between parts.
    name: String,
    text: String,
}

impl File {
    /// The top-level module that it belongs to.
    fn layer(&self) -> String {
        let inside = self.name.trim_start_matches("src/").trim_end_matches(".rs");
        inside.split('/').next().unwrap_or_default().to_owned()
    }

    /// Its lines with their numbers, as far as its tests; none of a file of tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_tests = self.name.ends_with("/tests.rs");
        let lines = (1..)
            .zip(self.text.lines())
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        lines.filter(move |_| !is_tests)
    }
}

/// The modules in the order of `src/lib.rs`.
fn layers() -> Vec<String> {
    let module = Regex::new(r"(?m)^(?:pub )?mod ([a-z_]+);").expect("a pattern");
    module
        .captures_iter(&read("src/lib.rs"))
        .map(|found| found[1].to_owned())
        .collect()
}

/// The top-level modules that code names, each with its line: `crate::graph`, `use crate::{graph, read}`.
fn layers_used(file: &File) -> Vec<(usize, String)> {
    let named = Regex::new(r"\bcrate::(?:\{([^{}]*)\}?|([a-z_]+))").expect("a pattern");
    let name = Regex::new(r"(?:^|[\s,])([a-z_]+)").expect("a pattern");
    let mut code = String::new();
    for (_, line) in file.code() {
        code += line.split("//").next().unwrap_or_default();
        code.push('\n');
    }
    let mut used = Vec::new();
    for found in named.captures_iter(&code) {
        let start = found.get(0).map_or(0, |whole| whole.start());
        let line = 1 + code[..start].matches('\n').count();
        let names = found
            .get(1)
            .or(found.get(2))
            .map_or("", |names| names.as_str());
        used.extend(
            name.captures_iter(names)
                .map(|name| (line, name[1].to_owned())),
        );
    }
    used
}

/// The modules whose function of that name a table of exporters or formats holds: `dot::dot`.
fn registered(file: &str, function: &str) -> BTreeSet<String> {
    let entry = Regex::new(&format!(
        r"(?m)^        [a-z]+: (?:[A-Za-z:]+\()?([a-z_]+)::(?:{function})\)?,$"
    ))
    .expect("a pattern");
    entry
        .captures_iter(&read(file))
        .map(|found| found[1].to_owned())
        .collect()
}

fn tags() -> BTreeSet<&'static str> {
    LANGUAGES.iter().map(|(_, tag, _)| *tag).collect()
}

fn language_of(term: &Term) -> Option<String> {
    match term.as_ref() {
        TermRef::Literal(literal) => literal.language().map(str::to_owned),
        _ => None,
    }
}

fn assert_no_line(pattern: Result<Regex, regex::Error>, advice: &str) {
    let pattern = pattern.expect("a pattern");
    let mut wrong = Vec::new();
    for file in rust_files("src") {
        for (number, line) in file.code().filter(|(_, line)| pattern.is_match(line)) {
            wrong.push(format!("{}:{number}: {advice}: {}", file.name, line.trim()));
        }
    }
    assert_none(&wrong);
}

#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Two places hold the same names.
#[track_caller]
fn assert_same(left: &BTreeSet<String>, right: &BTreeSet<String>, in_left: &str, in_right: &str) {
    let only = |names: &BTreeSet<String>, others: &BTreeSet<String>, here: &str, there: &str| {
        let names: Vec<&String> = names.difference(others).collect();
        names
            .iter()
            .map(|name| format!("`{name}` is in {here} and not in {there}"))
            .collect::<Vec<_>>()
    };
    let wrong = [
        only(left, right, in_left, in_right),
        only(right, left, in_right, in_left),
    ];
    assert_none(&wrong.concat());
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The names, without the extension, of the files in a folder.
fn files_of(folder: &str, extension: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(root().join(folder)).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| stem(&path))
        .collect()
}

fn rust_files(folder: &str) -> Vec<File> {
    let prefix = format!("{folder}/");
    let is_rust = |file: &File| file.name.starts_with(&prefix) && file.name.ends_with(".rs");
    files().into_iter().filter(is_rust).collect()
}

/// Every text file of the project, sorted.
fn files() -> Vec<File> {
    let root = root();
    let is_written = |entry: &walkdir::DirEntry| {
        entry.depth() != 1 || !MADE.iter().any(|made| entry.file_name() == *made)
    };
    let entries = walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_written);
    let entries = entries.map(|entry| entry.expect("the project's folder can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let name = entry
                .path()
                .strip_prefix(&root)
                .ok()?
                .to_string_lossy()
                .replace('\\', "/");
            Some(File {
                name,
                text: std::fs::read_to_string(entry.path()).ok()?,
            })
        })
        .collect()
}
