//! A user's own names and rules, run as a program: what they add, what they override, and what is said
//! of mistakes in them.

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};
use std::fs;
use tempfile::TempDir;

/// A directory to run in, with a letter.
struct World {
    directory: TempDir,
}

const LETTER: &str = "Geneva, 16 March 2011\n\nRef: TSB Circular 174\n\nTo Administrations of Member States of the Union\n\nSubject: New group on tides\n\nDear Sir/Madam,\n\nTSAG agreed to establish the Tides Group. The Tides Group will report to TSAG. The Tides Group is chaired by Ms Ann Lee.\n\nYours faithfully,\n\nMalcolm Johnson\nDirector of the Telecommunication Standardization Bureau\n";

const HEAD: &str = "@base <https://w3id.org/circugraph/id/> .
@prefix cg: <https://w3id.org/circugraph/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
";

const TIDES: &str = "<group/fg-tides> a cg:FocusGroup ;
    rdfs:label \"Focus Group on Tides\"@en , \"Groupe spécialisé sur les marées\"@fr ;
    skos:altLabel \"Tides Group\"@en .
";

impl World {
    fn new() -> Self {
        let world = Self {
            directory: TempDir::new().expect("a directory"),
        };
        world.write("letter.txt", LETTER);
        world.write("mine.ttl", &format!("{HEAD}{TIDES}"));
        world
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.directory.path().join(name), content).expect("a file");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("circugraph").expect("the program is built");
        command
            .current_dir(self.directory.path())
            .env_remove("CIRCUGRAPH_ONTOLOGY")
            .env_remove("CIRCUGRAPH_VOCABULARY")
            .env("CIRCUGRAPH_STORE", "store")
            .args(arguments);
        command
    }

    fn circugraph(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        self.command(arguments).assert()
    }
}

#[test]
fn own_names_are_added() {
    let world = World::new();
    let fact = "Focus Group on Tides cg:reportsTo Telecommunication Standardization Advisory Group";
    world
        .circugraph(&["extract", "letter.txt"])
        .code(0)
        .stdout(contains(fact).not());
    world
        .circugraph(&["extract", "letter.txt", "--vocabulary", "mine.ttl"])
        .code(0)
        .stdout(contains(fact));
    world
        .circugraph(&[
            "text",
            "letter.txt",
            "--mentions",
            "--vocabulary",
            "mine.ttl",
        ])
        .code(0)
        .stdout(contains("⟨FocusGroup Tides Group⟩"));
}

#[test]
fn the_environment_lists_names_and_the_command_line_overrides_them() {
    let world = World::new();
    world.write(
        "second.ttl",
        &format!("{HEAD}<group/fg-tides> rdfs:label \"FG on Tides\"@en ."),
    );
    world
        .command(&["extract", "letter.txt", "--vocabulary", "second.ttl"])
        .env("CIRCUGRAPH_VOCABULARY", "mine.ttl:")
        .assert()
        .code(0)
        .stdout(contains("FG on Tides cg:reportsTo"));
    world
        .command(&["extract", "letter.txt"])
        .env("CIRCUGRAPH_VOCABULARY", "mine.ttl:none.ttl")
        .assert()
        .code(2)
        .stdout(is_empty())
        .stderr(contains("$CIRCUGRAPH_VOCABULARY").and(contains("cannot read `none.ttl`")));
}

#[test]
fn own_labels_come_first_and_own_values_replace() {
    let world = World::new();
    world.write(
        "mine.ttl",
        &format!(
            "{HEAD}<place/geneva> rdfs:label \"Calvin City\"@en ; cg:inCountry <country/FR> ."
        ),
    );
    world
        .circugraph(&["vocabulary", "find", "Geneva", "--vocabulary", "mine.ttl"])
        .code(0)
        .stdout(contains("Calvin City  [City]"))
        .stdout(contains("matches its other name “Geneva” (en)"))
        .stdout(contains("fr Genève"))
        .stdout(contains("cities.ttl:").and(contains("mine.ttl:6")));
    world
        .circugraph(&["build", "letter.txt", "--vocabulary", "mine.ttl"])
        .code(0);
    world
        .circugraph(&[
            "query",
            "-e",
            "SELECT ?c { id:place/geneva cg:inCountry ?c }",
            "--format",
            "csv",
        ])
        .code(0)
        .stdout(contains("country/FR").and(contains("country/CH").not()));
}

#[test]
fn mistakes_in_own_names_are_shown_with_their_line() {
    let world = World::new();
    world.write("mine.ttl", &format!("{HEAD}<group/x> a cg:Group ;;; \"\n"));
    world
        .circugraph(&["extract", "letter.txt", "--vocabulary", "mine.ttl"])
        .code(2)
        .stdout(is_empty())
        .stderr(contains("mine.ttl:6:"));
    world
        .circugraph(&["vocabulary", "check", "mine.ttl"])
        .code(1)
        .stdout(contains("mine.ttl:6:").and(contains("^")));
    world
        .circugraph(&["vocabulary", "check", "none.ttl"])
        .code(2)
        .stderr(contains(
            "cannot read `none.ttl`, which should be a Turtle file of names",
        ));
}

#[test]
fn check_tells_what_is_wrong_with_names() {
    let world = World::new();
    world.write(
        "mine.ttl",
        &format!(
            "{HEAD}<group/fg-tides> a cg:FocusGrup ; rdfs:label \"Tides\"@en ; cg:reportTo <group/tsag> .
<group/a> a cg:Group ; rdfs:label \"TSAG\"@en .
<group/b> a cg:Group ; rdfs:label \"Several\"@en , \"tides people\"@fr , \"xy\"@es ; cg:contextualName \"xy\" .
<group/c> skos:altLabel \"Tides Club\"@en .
<group/d> a cg:Group ; skos:altLabel \"Tides Forum\"@en .
<https://example.org/e> a cg:Group ; rdfs:label \"Ebb\"@en .
<group/f> a cg:Group .
"
        ),
    );
    world
        .circugraph(&["vocabulary", "check", "mine.ttl"])
        .code(1)
        .stdout(contains(
            "mine.ttl:6:20: there is no class `cg:FocusGrup`; did you mean `cg:FocusGroup`? [unknown-class]",
        ))
        .stdout(contains("there is no property `cg:reportTo`; did you mean `cg:reportsTo`?"))
        .stdout(contains(
            "mine.ttl:7:35: `TSAG` is a name of <https://w3id.org/circugraph/id/group/tsag> too, of another kind: AdvisoryGroup, not Group (ontology/vocabulary/groups.ttl:",
        ))
        .stdout(contains("mine.ttl:8:35: `Several` is an ordinary word (en)"))
        .stdout(contains("mine.ttl:8:50: `tides people` is in lower case"))
        .stdout(contains("`xy`").not())
        .stdout(contains("mine.ttl:9:1: nothing says what it is").and(contains("[no-class]")))
        .stdout(contains("mine.ttl:10:1: it has names but no rdfs:label"))
        .stdout(contains("mine.ttl:11:1: the identifier of a thing begins with"))
        .stdout(contains("mine.ttl:12:1: it has no rdfs:label and no other name"))
        .stdout(contains("mine.ttl:8:1: remark: no rdfs:label in ru, ar, zh [missing-language]"))
        .stderr(contains("9 problems"));
    world.write("good.ttl", &format!("{HEAD}{TIDES}"));
    world
        .circugraph(&["vocabulary", "check", "good.ttl"])
        .code(0)
        .stdout(contains("remark: no rdfs:label in es, ru, ar, zh"))
        .stderr(contains("0 problems, 1 remarks"));
    world
        .circugraph(&["vocabulary", "check"])
        .stdout(contains("missing-language").not())
        .stdout(contains("syntax").or(contains("unknown-")).not())
        .stderr(contains("with a label in all six languages"));
}

#[test]
fn find_shows_what_a_name_means_and_why() {
    let world = World::new();
    let find = |arguments: &[&str]| {
        let mut all = vec!["vocabulary", "find"];
        all.extend(arguments);
        world.circugraph(&all)
    };
    find(&["TSAG"])
        .code(0)
        .stdout(contains("[AdvisoryGroup]").and(contains("acronym or code “TSAG” (any language)")));
    for inflected in ["в Женеве", "بجنيف"] {
        find(&[inflected])
            .code(0)
            .stdout(contains("id/place/geneva").and(contains("labels: en Geneva; fr Genève")));
    }
    find(&["geneva"])
        .code(0)
        .stdout(contains("letters are not searched for it in this spelling"));
    find(&["Director", "of", "TSB", "--date", "2004-05-12"])
        .code(0)
        .stdout(contains("1999-02-01 – 2006-12-31: Houlin Zhao").and(contains("Johnson").not()));
    find(&["TSAG", "--date", "12.5.2004"])
        .code(2)
        .stderr(contains("write a date as 2004-05-12"));
    find(&["Ms Ann Lee"])
        .code(1)
        .stdout(contains("has the form of a Person").and(contains("id/person/ann-lee")));
    find(&["Genva"])
        .code(1)
        .stdout(contains("the nearest names:\n  Geneva  id:place/geneva"))
        .stderr(contains("the vocabulary has no name `Genva`"));
}

const TWINNED: &str = "name = \"twinned-with\"
about = \"A group that works hand in hand with another.\"
claims = [\"one dcterms:relation other\"]
[[pattern]]
languages = [\"en\"]
match = '<one:Group> (?:is|was) twinned with (?:the )?<other:Group>'
[[pattern]]
languages = [\"en\"]
match = '<one:Group> is the twin of <other:Group>'
[[example]]
language = \"en\"
text = \"JCA-IoT is twinned with TSAG.\"
finds = [\"JCA-IoT dcterms:relation TSAG\"]
[[example]]
language = \"en\"
text = \"JCA-IoT reports to TSAG.\"
finds = []
";

#[test]
fn own_rules_are_added_or_replace_those_of_their_name() {
    let world = World::new();
    world.write(
        "letter.txt",
        &LETTER.replace("will report to TSAG", "is twinned with TSAG"),
    );
    world.write("twin.toml", TWINNED);
    let own = ["--vocabulary", "mine.ttl", "--rules", "twin.toml"];
    let arguments = [&["extract", "letter.txt"][..], &own].concat();
    world
        .circugraph(&arguments)
        .code(0)
        .stdout(contains("Focus Group on Tides dcterms:relation"))
        .stdout(contains(
            "line 11, twinned-with (0.90): Tides Group is twinned with TSAG",
        ))
        .stdout(contains("cg:chairs"));
    world.write("twin.toml", &TWINNED.replace("twinned-with\"", "chairs\""));
    world
        .circugraph(&arguments)
        .code(0)
        .stdout(contains("dcterms:relation").and(contains("cg:chairs").not()));
    world.write(
        "twin.toml",
        &TWINNED.replace("<one:Group> (", "<one:Grop> ("),
    );
    world.circugraph(&arguments).code(2).stderr(contains(
        "twin.toml:6:9: there is no kind `Grop`; did you mean `Group`?",
    ));
}

#[test]
fn rules_are_tested_on_their_sentences_and_on_samples() {
    let world = World::new();
    world.write(
        "letter.txt",
        &LETTER.replace(
            "The Tides Group will report to",
            "JCA-Cloud is twinned with",
        ),
    );
    world.write("twin.toml", TWINNED);
    world
        .circugraph(&["rules", "test", "twin.toml"])
        .code(0)
        .stdout(is_empty())
        .stderr(contains("1 rules and 0 kinds of mention: 2 examples, 0 not as expected"))
        .stderr(contains(
            "there is no tests/cases or tests/letters or tests/pieces or tests/retold here; name letters with `--samples DIR`",
        ));
    world
        .circugraph(&["rules", "test", "twin.toml", "--samples", "letter.txt"])
        .code(0)
        .stdout(contains(
            "letter.txt:11: twinned-with: JCA-Cloud dcterms:relation TSAG\n  “JCA-Cloud is twinned with TSAG”",
        ))
        .stdout(contains(
            "twin.toml:9:9: this wording of `twinned-with` matches in no sample",
        ))
        .stderr(contains("1 claims in 1 letters"));
    world.write(
        "twin.toml",
        &TWINNED.replace("finds = []", "finds = [\"a b c\"]"),
    );
    world
        .circugraph(&["rules", "test", "twin.toml"])
        .code(1)
        .stdout(contains(
            "twin.toml:16:8: `twinned-with` does not find what it should",
        ))
        .stdout(contains("should find: a b c\n  finds:       nothing"))
        .stdout(contains("⟨AdvisoryGroup TSAG⟩"));
    world
        .circugraph(&["rules", "list", "--rules", "twin.toml"])
        .code(0)
        .stdout(contains("twinned-with").and(contains("reports-to")))
        .stdout(contains("A group that works hand in hand with another."));
}

#[test]
fn confidence_can_be_asked_for_when_reading_and_when_asking() {
    let world = World::new();
    world.write("letter.txt", &LETTER.replace("Tides Group", "JCA-Tests"));
    let sure = ["--min-confidence", "0.97"];
    world
        .circugraph(&[&["extract", "letter.txt"][..], &sure].concat())
        .code(0)
        .stdout(contains("TSB Circular 174 dcterms:issued"))
        .stdout(contains("cg:chairs").not());
    world.circugraph(&["build", "letter.txt"]).code(0);
    let question = ["query", "-e", "SELECT ?who { ?who cg:chairs ?group }"];
    world.circugraph(&question).code(0);
    world
        .circugraph(&[&question[..], &sure].concat())
        .code(1)
        .stderr(contains("the answer is empty"));
    world
        .circugraph(&[&["export", "--format", "nquads"][..], &sure].concat())
        .code(0)
        .stdout(contains("ontology#chairs> <https://w3id.org/circugraph/id/").not())
        .stdout(contains("purl.org/dc/terms/issued"));
    world
        .circugraph(&["query", "letters", "--min-confidence", "9"])
        .code(2)
        .stderr(contains("give a number from 0 to 1"));
}

#[test]
fn what_was_not_understood_is_reported() {
    let world = World::new();
    world.write(
        "letter.txt",
        &LETTER.replace(
            "The Tides Group will report to TSAG.",
            "The weather in Brazil was fair on 4 May 2011. It is late.",
        ),
    );
    let build = |report: &str| {
        world
            .circugraph(&["build", "letter.txt", "--report", report])
            .code(0)
            .stderr(contains(
                "passages with a name, number or date were not understood",
            ));
        fs::read_to_string(world.directory.path().join(report)).expect("a report")
    };
    let sentence = "The weather in Brazil was fair on 4 May 2011.";
    let text = build("missed.txt");
    assert!(text.contains(&format!("line 11: {sentence}")), "{text}");
    assert!(
        text.contains("Country “Brazil”") && !text.contains("It is late"),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&build("missed.json")).expect("JSON");
    let gaps = json[0]["gaps"].as_array().expect("gaps");
    assert!(gaps.iter().any(|gap| gap["words"] == sentence), "{json}");
    assert!(build("missed.csv").contains(&format!("letter.txt,en,11,{sentence},")));
}

#[test]
fn language_versions_that_differ_are_listed_with_both_sides() {
    let world = World::new();
    let french = "Genève, le 17 mars 2011\n\nRéf.: Circulaire TSB 174\n\nAux administrations des États Membres de l'Union\n\nObjet: Réunion de la Commission d'études 17 de l'UIT-T\n\nMadame, Monsieur,\n\nLa Commission d'études 17 de l'UIT-T se réunira à Lausanne du 12 au 20 avril 2011. Les contributions devront parvenir au TSB avant le 2 avril 2011.\n\nVeuillez agréer, Madame, Monsieur, l'assurance de ma haute considération.\n\nMalcolm Johnson\nDirecteur du Bureau de la normalisation des télécommunications\n";
    world.write("fr.txt", french);
    world.write(
        "letter.txt",
        &LETTER.replace(
            "The Tides Group will report to TSAG.",
            "ITU-T Study Group 17 will meet in Geneva from 11 to 20 April 2011. Contributions should reach TSB by 1 April 2011.",
        ),
    );
    world.circugraph(&["build", "letter.txt", "fr.txt"]).code(0);
    world
        .circugraph(&["query", "disagreements", "--format", "csv"])
        .code(0)
        .stdout(contains(
            "issued,2011-03-16,https://w3id.org/circugraph/id/circular/tsb/2009-2012/174,en,\"Geneva, 16 March 2011\",letter.txt,2011-03-17,https://w3id.org/circugraph/id/circular/tsb/2009-2012/174,fr,\"Genève, le 17 mars 2011\",fr.txt",
        ))
        .stdout(contains("deadline/tsb/2009-2012/174/2011-04-01").and(contains("174/2011-04-02")))
        .stdout(contains("itu-t-sg17/2011-04-11").and(contains("itu-t-sg17/2011-04-12")));
}
