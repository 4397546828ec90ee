//! The names that ship keep their bearers apart.

use circugraph::knowledge::{Knowledge, KnowledgeFile};
use circugraph::vocabulary::Vocabulary;
use circugraph::vocabulary::check::{Checker, Gravity};

/// The names that two things may share without anything to tell them apart by; most are regulators of two
/// countries, and words for kinds.
const CLASHES: usize = 43;

#[test]
fn few_things_share_a_name() {
    let knowledge = Knowledge::embedded();
    let vocabulary = Vocabulary::load(&knowledge).expect("the vocabulary is right");
    let mut checker = Checker::new(&knowledge, &vocabulary).expect("the ontology is right");
    let files = knowledge.under("vocabulary/");
    let names: Vec<&KnowledgeFile> = files.filter(|file| file.path.ends_with(".ttl")).collect();
    let clashes: Vec<String> = names
        .iter()
        .flat_map(|file| checker.check(file).findings)
        .filter(|finding| finding.gravity == Gravity::Problem && finding.code == "clash")
        .map(|finding| finding.mistake.to_string())
        .collect();
    assert!(
        clashes.len() <= CLASHES,
        "{}\n{} names are shared, more than {CLASHES}",
        clashes.join("\n"),
        clashes.len()
    );
}
