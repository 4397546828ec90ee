//! Every named query against a small graph: the expected table stands in `tests/queries/<name>.txt`.
//!
//! A line that begins with `> ` says what to do, the lines after it what comes of it:
//! `> param=value …` runs the query, `> ask QUESTION` asks and shows each answer with its evidence.
//! `UPDATE_EXPECT=1 cargo test --test queries` writes the expectations anew; read the difference.

use circugraph::query::format::{by_name, write};
use circugraph::query::named::{NamedQuery, Queries};
use circugraph::query::run;
use circugraph::question::{Asker, Words};
use circugraph::store::Store;
use circugraph::store::name::Names;
use expect_test::expect_file;
use oxigraph::io::{RdfFormat, RdfParser};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn letters() -> Store {
    let graph = std::fs::read(folder().join("graphs/letters.trig")).expect("the graph can be read");
    let store = Store::memory().expect("a store in memory");
    let parser = RdfParser::from_format(RdfFormat::TriG).for_slice(&graph);
    let quads = parser
        .collect::<Result<Vec<_>, _>>()
        .expect("the graph is well formed");
    store.replace_graphs(&quads).expect("stored");
    store
}

fn queries() -> Queries {
    Queries::embedded().expect("the queries are well formed")
}

#[test]
fn every_query_gives_the_expected_table() {
    let (store, queries) = (letters(), queries());
    let words = Words::embedded().expect("the words are well formed");
    let asker = Asker::new(&store, &queries, words).expect("the names can be read");
    let names = Names::read(&store).expect("the names can be read");
    for query in queries.iter() {
        let path = folder().join("queries").join(format!("{}.txt", query.name));
        let expected = std::fs::read_to_string(&path).unwrap_or_else(|_| "> \n".to_owned());
        let mut actual = String::new();
        for command in expected.lines().filter_map(|line| line.strip_prefix("> ")) {
            writeln!(actual, "> {command}").expect("text can be written");
            match command.strip_prefix("ask ") {
                Some(question) => actual += &answers(&asker, question, query),
                None => actual += &table(&store, &names, query, command),
            }
        }
        expect_file![path].assert_eq(&actual);
    }
}

#[test]
fn every_form_of_a_question_has_an_example() {
    for query in queries().iter() {
        let path = folder().join("queries").join(format!("{}.txt", query.name));
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        let commands = expected
            .lines()
            .filter(|line| line.starts_with("> ask "))
            .count();
        assert!(
            commands >= query.patterns.len(),
            "{}: {commands} examples for {} forms",
            query.name,
            query.patterns.len()
        );
    }
}

#[test]
fn folder_and_table_hold_the_same_queries() {
    let files = std::fs::read_dir(folder().join("../queries")).expect("the folder can be read");
    let in_folder: BTreeSet<String> = files
        .filter_map(|file| file.expect("an entry").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rq").map(str::to_owned))
        .collect();
    let in_table: BTreeSet<String> = queries().iter().map(|query| query.name.clone()).collect();
    assert_eq!(in_folder, in_table);
}

fn table(store: &Store, names: &Names<'_>, query: &NamedQuery, command: &str) -> String {
    let values: Vec<(String, String)> = command
        .split(" & ")
        .filter_map(|value| value.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let answer = query
        .bindings(names, &values)
        .map_err(anyhow::Error::from)
        .and_then(|bindings| Ok(run(store, &query.file, &query.text, &bindings)?));
    match answer {
        Ok(answer) => {
            let table = by_name("table").expect("there are tables");
            String::from_utf8(write(&answer, table, None).expect("written")).expect("text")
        }
        Err(error) => format!("error: {error:#}\n"),
    }
}

fn answers(asker: &Asker<'_>, question: &str, query: &NamedQuery) -> String {
    let reply = match asker.ask(question, None) {
        Ok(reply) => reply,
        Err(error) => return format!("error: {error}\n"),
    };
    let mut text = format!("[{}]", reply.language);
    if reply.query != query.name {
        write!(text, " by `{}`", reply.query).expect("text can be written");
    }
    for finding in &reply.answers {
        write!(text, " {}", finding.label).expect("text can be written");
        let sources: BTreeSet<&str> = finding
            .evidence
            .iter()
            .map(|evidence| evidence.source.as_str())
            .collect();
        write!(text, " {sources:?}").expect("text can be written");
    }
    text + "\n"
}
