//! The subcommands that read a store, run as a program: what they print where, and their exit codes.
#![cfg(feature = "disk")]

use assert_cmd::Command;
use circugraph::store::Store;
use oxigraph::io::{RdfFormat, RdfParser};
use predicates::str::{contains, starts_with};
use tempfile::TempDir;

const LETTERS: &str = include_str!("graphs/letters.trig");

/// A directory with a store of three files in it.
struct World {
    directory: TempDir,
}

impl World {
    fn new() -> Self {
        let directory = TempDir::new().expect("a directory");
        let store = Store::create(&directory.path().join("store")).expect("a store");
        let quads = RdfParser::from_format(RdfFormat::TriG).for_slice(LETTERS);
        let quads = quads.collect::<Result<Vec<_>, _>>().expect("well formed");
        store.replace_graphs(&quads).expect("stored");
        store.flush().expect("flushed");
        Self { directory }
    }

    fn circugraph(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::cargo_bin("circugraph").expect("the program is built");
        command
            .current_dir(self.directory.path())
            .env_remove("CIRCUGRAPH_QUERIES")
            .env("CIRCUGRAPH_STORE", "store")
            .args(arguments)
            .assert()
    }
}

#[test]
fn ask_proves_its_answer() {
    let world = World::new();
    world
        .circugraph(&["ask", "Qui", "préside", "la", "JCA-Net", "?"])
        .code(0)
        .stdout(starts_with("Ada Okoye\n  “Co-chairs: Ms Ada Okoye and Mr Luis Prado”\n    TSB Circular 91, letters/091-en.txt, characters 320 to 361\n"))
        .stdout(contains("SPARQL that was run:"))
        .stderr("");
    world
        .circugraph(&["ask", "Who directed TSB in 2004?"])
        .code(0)
        .stdout(contains(
            "known from the vocabulary, not from a letter: Houlin Zhao, Director of",
        ));
}

#[test]
fn ask_gives_json_whose_sparql_can_be_run_again() {
    let world = World::new();
    let output = world
        .circugraph(&["ask", "谁主持JCA-Net？", "--format", "json"])
        .code(0);
    let reply: serde_json::Value =
        serde_json::from_slice(&output.get_output().stdout).expect("JSON");
    assert_eq!(reply["language"], "zh");
    assert_eq!(reply["question"], "谁主持JCA-Net？");
    assert_eq!(
        reply["answers"][1]["iri"],
        "https://w3id.org/circugraph/id/person/luis-prado"
    );
    let evidence = &reply["answers"][1]["evidence"][0];
    assert_eq!(
        evidence["quote"],
        "Co-chairs: Ms Ada Okoye and Mr Luis Prado"
    );
    assert_eq!(
        (&evidence["source"], &evidence["start"]),
        (&"letters/091-en.txt".into(), &320.into())
    );
    let sparql = reply["sparql"].as_str().expect("text");
    world
        .circugraph(&["query", "-e", sparql, "--format", "csv"])
        .code(0)
        .stdout(contains("person/luis-prado,Co-chairs"));
}

#[test]
fn what_is_not_understood_is_said() {
    let world = World::new();
    let ask = |question: &str| world.circugraph(&["ask", question]);
    ask("What is the meaning of it all?")
        .code(1)
        .stdout("")
        .stderr(contains("Who chairs a group?"));
    ask("Quel temps fait-il ?")
        .code(1)
        .stderr(contains("Qui préside un groupe ?"));
    ask("Who chairs JCA-Nut?")
        .code(1)
        .stderr("nothing known by the name `JCA-Nut`; the nearest: `JCA-Net`\n");
    ask("Who chairs TSAG?")
        .code(1)
        .stderr(contains("nothing in the store answers it"));
}

#[test]
fn query_writes_the_format_that_the_file_asks_for() {
    let world = World::new();
    let file = world.directory.path().join("out.csv");
    world
        .circugraph(&["query", "letters", "--output", "out.csv"])
        .code(0)
        .stdout("");
    let text = std::fs::read_to_string(file).expect("written");
    assert!(
        text.starts_with("letter,identifier,issued,languages,files\r\n"),
        "{text}"
    );
    world
        .circugraph(&["query", "-e", "ASK { ?who cg:chairs id:group/jca-net }"])
        .code(0)
        .stdout("yes\n");
    world
        .circugraph(&[
            "query",
            "-e",
            "SELECT (COUNT(*) AS ?n) { ?who cg:chairs ?group }",
            "-f",
            "csv",
        ])
        .code(0)
        .stdout("n\r\n2\r\n");
    world
        .circugraph(&[
            "query",
            "-e",
            "CONSTRUCT WHERE { ?p cg:chairs ?g }",
            "-f",
            "ntriples",
        ])
        .code(0)
        .stdout(contains(
            "person/ada-okoye> <https://w3id.org/circugraph/ontology#chairs>",
        ));
}

#[test]
fn query_says_what_is_wrong_and_where() {
    let world = World::new();
    let query = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["query"].iter().chain(arguments).copied().collect();
        world.circugraph(&arguments)
    };
    query(&["-e", "SELECT ?x {\n  ?x cgg:chairs ?y }"])
        .code(2)
        .stdout("")
        .stderr("error: -e:2:6: unknown prefix `cgg:`; the nearest is `cg:`\n    ?x cgg:chairs ?y }\n       ^\n");
    query(&["-e", "SELECT ?x { ?x cg:chair ?y }"])
        .code(1)
        .stderr(contains("the nearest is `cg:chairs`"));
    query(&["chair"]).code(2).stderr(contains(
        "no query is called `chair`; the nearest is `chairs`",
    ));
    query(&["chairs"])
        .code(2)
        .stderr(contains("`chairs` needs `group`"));
    query(&["chairs", "--param", "grp=x"])
        .code(2)
        .stderr(contains("takes no `grp`; it takes `group`"));
    query(&["post-holders", "-p", "post=Director of TSB", "-p", "year=x"])
        .code(2)
        .stderr(contains("`x` is not a whole number"));
    query(&["letters", "--format", "turtle"])
        .code(2)
        .stderr(contains("choose table, csv"));
    query(&["letters", "--store", "none"])
        .code(2)
        .stderr(contains("no store at `none`; make one with"));
}

#[test]
fn query_takes_a_directory_of_ones_own() {
    let world = World::new();
    let directory = world.directory.path().join("mine");
    std::fs::create_dir(&directory).expect("made");
    let text = "# Who is there?\nSELECT ?who { ?who a foaf:Person } ORDER BY ?who\n";
    std::fs::write(directory.join("who.rq"), text).expect("written");
    world
        .circugraph(&["query", "--queries", "mine", "--list"])
        .code(0)
        .stdout("who  Who is there?\n");
    world
        .circugraph(&["query", "--queries", "mine", "who"])
        .code(0)
        .stdout(contains("id:person/sun-mei"));
    world
        .circugraph(&["query", "mine/who.rq"])
        .code(0)
        .stdout(contains("id:person/sun-mei"));
}

#[test]
fn export_draws_what_is_around_a_thing() {
    let world = World::new();
    world
        .circugraph(&[
            "export", "--around", "JCA-Net", "--depth", "1", "--lang", "fr",
        ])
        .code(0)
        .stdout(starts_with("digraph circugraph {"))
        .stdout(contains("préside"))
        .stderr(contains("things"));
    world
        .circugraph(&["export", "--around", "TDAG"])
        .code(2)
        .stderr(contains("nothing known by the name `TDAG`"));
    world
        .circugraph(&["export", "--around", "AE"])
        .code(1)
        .stdout("")
        .stderr(contains(
            "no letter in the store says anything of `id:country/AE`",
        ));
    let quads = world.circugraph(&["export", "--format", "nquads"]).code(0);
    let quads = String::from_utf8(quads.get_output().stdout.clone()).expect("text");
    assert!(quads.lines().is_sorted() && quads.lines().all(|line| line.contains("/id/graph/")));
}
