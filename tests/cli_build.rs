//! The subcommands that read letters, run as a program: build, remove, extract, text and evaluate;
//! what they print where, their exit codes, and what they make of bad input.
#![cfg(feature = "disk")]

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A directory to run in, with a few letters.
struct World {
    directory: TempDir,
}

const LETTER: &str = "Geneva, 16 March 2011\n\nRef: TSB Circular 174\n\nTo Administrations of Member States of the Union\n\nSubject: New joint coordination activity on tests (JCA-Tests)\n\nDear Sir/Madam,\n\nTSAG agreed to establish JCA-Tests. JCA-Tests will report to TSAG. JCA-Tests is chaired by Ms Ann Lee.\n\nYours faithfully,\n\nMalcolm Johnson\nDirector of the Telecommunication Standardization Bureau\n";

const ITALIAN: &str = "Ho l'onore di informarla che la prossima riunione del gruppo di studio si terrà a Ginevra nel mese di maggio. Tutti gli stati membri sono invitati a partecipare ai lavori e a presentare i loro contributi entro la fine di aprile. Distinti saluti.";

impl World {
    fn new() -> Self {
        let world = Self {
            directory: TempDir::new().expect("a directory"),
        };
        world.write("letters/174.txt", LETTER);
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    fn circugraph(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::cargo_bin("circugraph").expect("the program is built");
        command
            .current_dir(self.directory.path())
            .env_remove("CIRCUGRAPH_QUERIES")
            .env_remove("CIRCUGRAPH_ONTOLOGY")
            .env_remove("CIRCUGRAPH_VOCABULARY")
            .env("CIRCUGRAPH_STORE", "store")
            .args(arguments)
            .assert()
    }

    fn ontology(&self) -> PathBuf {
        let copy = self.path("ontology");
        copy_folder(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology"),
            &copy,
        );
        copy
    }

    fn exported(&self) -> Vec<u8> {
        let output = self.circugraph(&["export", "--format", "nquads"]).code(0);
        output.get_output().stdout.clone()
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("readable") {
        let entry = entry.expect("readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn build_sums_up_and_building_again_changes_nothing() {
    let world = World::new();
    world
        .circugraph(&["build", "letters"])
        .code(0)
        .stdout(is_empty())
        .stderr(contains("1 letters (en 1): 1 new").and(contains("0 files left out")));
    let first = world.exported();
    world
        .circugraph(&["build", "letters"])
        .code(0)
        .stderr(contains("1 unchanged"));
    assert_eq!(
        first,
        world.exported(),
        "the same letters give the same bytes"
    );
    world
        .circugraph(&["ask", "Who chairs JCA-Tests?"])
        .code(0)
        .stdout(contains("Ann Lee").and(contains("letters/174.txt")));
}

#[test]
fn a_changed_file_replaces_its_own_graph_and_remove_takes_it_away() {
    let world = World::new();
    world.write(
        "letters/175.txt",
        LETTER.replace("174", "175").replace("Ann Lee", "Bea Ray"),
    );
    world.circugraph(&["build", "letters/174.txt"]).code(0);
    let before = world.exported();
    world.circugraph(&["build", "letters/175.txt"]).code(0);
    world.write(
        "letters/175.txt",
        LETTER.replace("174", "175").replace("Ann Lee", "Cy Fox"),
    );
    world
        .circugraph(&["build", "letters/175.txt"])
        .code(0)
        .stderr(contains("1 changed"));
    world
        .circugraph(&["ask", "Who chairs JCA-Tests?"])
        .code(0)
        .stdout(
            contains("Ann Lee")
                .and(contains("Cy Fox"))
                .and(contains("Bea Ray").not()),
        );
    world
        .circugraph(&["remove", "letters/175.txt"])
        .code(0)
        .stderr(contains("removed letters/175.txt"));
    assert_eq!(before, world.exported(), "removing leaves nothing behind");
    world
        .circugraph(&["remove", "letters/175.txt"])
        .code(1)
        .stderr(contains(
            "letters/175.txt: the store has no letter from this path",
        ));
}

#[test]
fn bad_files_are_named_and_the_others_are_built() {
    let world = World::new();
    world.write("letters/empty.txt", "");
    world.write("letters/binary.txt", b"PK\x03\x04\x00\x00\x01");
    world.write("letters/italian.txt", ITALIAN);
    world.write("letters/picture.txt", b"\x89PNG\r\n\x1A\n\0\0");
    world.write(
        "letters/latin.txt",
        b"La r\xE9union du groupe aura lieu \xE0 Gen\xE8ve au mois de mai",
    );
    world.write(
        "letters/notes.txt",
        "These are the notes of a walk along the lake, with nothing in them about any meeting.",
    );
    world.write(
        "letters/undated.txt",
        LETTER.replace("Geneva, 16 March 2011", ""),
    );
    world
        .circugraph(&["build", "letters", "letters/none.txt", "letters/odd.pdf"])
        .code(1)
        .stderr(contains("error: letters/empty.txt: the file is empty"))
        .stderr(contains(
            "error: letters/binary.txt: this zip archive is damaged",
        ))
        .stderr(contains(
            "error: letters/italian.txt: the letter is in Italian",
        ))
        .stderr(contains(
            "letters/latin.txt: passed over: this is no letter",
        ))
        .stderr(contains(
            "letters/picture.txt: passed over: this is a picture; letters are read from .txt, .md, .docx",
        ))
        .stderr(contains("error: letters/none.txt: cannot be read"))
        .stderr(contains("error: letters/odd.pdf: cannot be read"))
        .stderr(contains(
            "letters/notes.txt: passed over: this is no letter",
        ))
        .stderr(contains(
            "letters/undated.txt: warning: the letter states no date of its own",
        ))
        .stderr(contains("2 letters (en 2)").and(contains("8 files left out")));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    world.write("letters/closed.txt", LETTER);
    let closed = world.path("letters/closed.txt");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&closed).is_ok() {
        // The superuser may read everything: there is nothing to refuse.
        world.circugraph(&["build", "letters"]).code(0);
        return;
    }
    world
        .circugraph(&["build", "letters"])
        .code(1)
        .stderr(contains("error: letters/closed.txt: cannot be read").and(contains("1 letters")));
}

#[test]
fn mistakes_in_the_ontology_are_shown_with_their_line() {
    let mistakes = [
        (
            "vocabulary/people.ttl",
            "<person/x> a foaf:Person ;;; \"\n",
            "people.ttl:",
        ),
        (
            "rules/chairs.toml",
            "[[pattern]]\nmatch = '<Persn>'\n",
            "there is no kind `Persn`; did you mean `Person`?",
        ),
        (
            "rules/chairs.toml",
            "[[pattern]]\nmatch = '(<Person>'\n",
            "rules/chairs.toml:",
        ),
        (
            "mentions/date.toml",
            "nonsense = 1\n",
            "mentions/date.toml:",
        ),
        ("parts.toml", "[it]\n", "parts.toml"),
    ];
    for (file, words, message) in mistakes {
        let world = World::new();
        let ontology = world.ontology();
        let broken = ontology.join(file);
        let text = fs::read_to_string(&broken).expect("readable") + words;
        fs::write(&broken, text).expect("written");
        world
            .circugraph(&["build", "letters", "--ontology", "ontology"])
            .code(2)
            .stdout(is_empty())
            .stderr(contains("the ontology cannot be used").and(contains(message)));
        assert!(
            !world.path("store").exists(),
            "nothing is made before the ontology is read"
        );
    }
}

#[test]
fn a_user_adds_a_name_without_compiling() {
    let world = World::new();
    let ontology = world.ontology();
    fs::write(
        ontology.join("vocabulary/mine.ttl"),
        "@base <https://w3id.org/circugraph/id/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<person/anna-maria-lee> a foaf:Person ; rdfs:label \"Ann Lee\"@en .\n",
    )
    .expect("written");
    world
        .circugraph(&[
            "extract",
            "letters/174.txt",
            "--ontology",
            "ontology",
            "--format",
            "json",
        ])
        .code(0)
        .stdout(contains("id/person/anna-maria-lee"));
}

#[test]
fn what_is_no_store_is_left_alone() {
    let world = World::new();
    world.write("mine/notes.txt", "mine");
    world
        .circugraph(&["build", "letters", "--store", "mine"])
        .code(2)
        .stderr(contains("mine"));
    assert!(world.path("mine/notes.txt").exists());
    world
        .circugraph(&["remove", "letters/174.txt", "--store", "nowhere"])
        .code(2)
        .stderr(contains("nowhere"));
    assert!(!world.path("nowhere").exists());
}

#[test]
fn extract_prints_facts_with_their_words() {
    let world = World::new();
    world
        .circugraph(&["extract", "letters/174.txt"])
        .code(0)
        .stdout(contains("Ann Lee cg:chairs"))
        .stdout(contains("JCA-Tests is chaired by Ms Ann Lee"));
    world
        .circugraph(&["extract", "letters/174.txt", "--format", "nquads"])
        .code(0)
        .stdout(contains(
            "<https://w3id.org/circugraph/id/circular/tsb/2009-2012/174>",
        ));
    world
        .circugraph(&["extract", "letters/174.txt", "--format", "turtle"])
        .code(0)
        .stdout(contains("@prefix cg:").and(contains("<<(")));
    world
        .circugraph(&["text", "letters/174.txt"])
        .code(0)
        .stdout(LETTER);
    world
        .circugraph(&["text", "letters/174.txt", "--mentions"])
        .code(0)
        .stdout(contains("⟨AdvisoryGroup TSAG⟩"));
}

#[test]
fn evaluate_compares_with_the_gold_beside_a_letter() {
    let world = World::new();
    world.write(
        "letters/174.json",
        r#"{"id": "174", "language": "en", "groups": [{"acronym": "JCA-Tests", "chairs": ["Ann Lee"]}], "people": [{"name": "Malcolm Johnson"}, {"name": "Ann Lee"}, {"name": "Nobody Else"}]}"#,
    );
    world
        .circugraph(&["evaluate", "letters", "--misses"])
        .code(0)
        .stdout(contains("people").and(contains("Nobody Else")));
    world
        .circugraph(&["evaluate", "letters", "--min-f1", "0.999"])
        .code(1);
    let output = world
        .circugraph(&["evaluate", "letters", "--format", "json"])
        .code(0);
    let report: serde_json::Value =
        serde_json::from_slice(&output.get_output().stdout).expect("JSON");
    assert!(report["scores"].is_array());
    world.write("letters/174.json", "{\"groups\": 3}");
    world
        .circugraph(&["evaluate", "letters"])
        .code(2)
        .stderr(contains("letters/174.json:1:"));
}

#[test]
fn help_teaches() {
    let world = World::new();
    world
        .circugraph(&["--help"])
        .code(0)
        .stdout(contains("Exit codes").and(contains("circugraph ask")));
    for command in [
        "build",
        "remove",
        "ask",
        "query",
        "export",
        "extract",
        "text",
        "evaluate",
        "vocabulary",
        "vocabulary check",
        "vocabulary find",
        "rules",
        "rules list",
        "rules test",
    ] {
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.push("--help");
        world
            .circugraph(&arguments)
            .code(0)
            .stdout(contains("Usage:").and(contains("xample")));
    }
}
