//! Wordings that speak only where no other does, and what is told of all meetings of a letter.

use circugraph::document::cue::PartCues;
use circugraph::document::{Document, Source};
use circugraph::knowledge::Knowledge;
use circugraph::language::Language;
use circugraph::pipeline::Reader;
use std::collections::BTreeSet;
use std::path::Path;

/// `subject property value` of the meetings of a letter, by the ends of their IRIs.
fn told(text: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
    let knowledge = Knowledge::folder(&folder).expect("the folder is readable");
    let reader = Reader::load(&knowledge).expect("the ontology is right");
    let cues = PartCues::load(&knowledge).expect("the cues are right");
    let source = Source {
        path: "letter.txt".to_owned(),
        sha256: "0".repeat(64),
        format: "text/plain",
    };
    let text =
        format!("Ref: TSB Circular 7\nGeneva, 3 February 2010\n\nDear Sir/Madam,\n\n{text}\n");
    let document = Document::new(text, Language::English, source, &cues);
    let end = |iri: &str| iri.rsplit(['/', '#']).next().unwrap_or("").to_owned();
    let read = reader.extract(document);
    let facts = read.entities.facts.iter();
    let of_meetings = facts.filter(|fact| fact.subject.as_str().contains("/meeting/"));
    of_meetings
        .filter_map(|fact| {
            let property = end(fact.predicate.as_str());
            let value = match &fact.object {
                oxigraph::model::Term::NamedNode(node) => end(node.as_str()),
                oxigraph::model::Term::Literal(value) => value.value().to_owned(),
                _ => return None,
            };
            let is_told = ["startDate", "endDate", "location"].contains(&property.as_str());
            is_told.then(|| format!("{} {property} {value}", end(fact.subject.as_str())))
        })
        .collect()
}

#[test]
fn a_wide_wording_gives_way_to_a_firm_one() {
    let told = told(
        "The TSAG meeting will be held in Geneva from 3 to 7 May 2010. The TSAG meeting keeps to its plan, with a \
         visit between 10 and 12 May 2010.",
    );
    let starts: Vec<&String> = told
        .iter()
        .filter(|fact| fact.contains("startDate"))
        .collect();
    assert_eq!(starts, ["2010-05-03 startDate 2010-05-03"], "{told:?}");
}

#[test]
fn a_wide_wording_speaks_where_no_other_does() {
    let told =
        told("The TSAG meeting keeps to what was said, with all papers ready, 3-7 May 2010.");
    assert!(told.contains("2010-05-03 endDate 2010-05-07"), "{told:?}");
}

#[test]
fn what_is_told_of_all_meetings_holds_of_those_to_come() {
    let told = told(
        "Study Group 9 of ITU-T met from 5 to 9 October 2009. ITU-T Study Group 5 will meet from 3 to 7 May 2010 and \
         ITU-T Study Group 12 from 10 to 14 May 2010. Both meetings will be held in Geneva.",
    );
    let placed: Vec<&String> = told
        .iter()
        .filter(|fact| fact.contains("location"))
        .collect();
    assert_eq!(
        placed,
        ["2010-05-03 location geneva", "2010-05-10 location geneva"],
        "{told:?}"
    );
}

#[test]
fn an_hour_told_with_its_day_is_of_the_meeting_of_that_day() {
    let told = told(
        "The TSAG meeting will be held in Geneva from 3 to 7 May 2010. Its dates were agreed at the Study Group 13 \
         meeting, Geneva, 4-8 January 2010. The opening session will begin at 0930 hours on 3 May 2010.",
    );
    assert!(
        told.contains("2010-05-03 startDate 2010-05-03T09:30:00"),
        "{told:?}"
    );
    assert!(
        !told.iter().any(|fact| fact.contains("2010-01-04T")),
        "{told:?}"
    );
}

#[test]
fn the_last_day_of_a_meeting_is_no_meeting() {
    let told = told(
        "Study Group 13, which met in Kyoto from 28 February to 10 March 2000, approved the Recommendation. Its title \
         was settled at the meeting of Study Group 13 (Kyoto, 10 March 2000).",
    );
    let starts: Vec<&String> = told
        .iter()
        .filter(|fact| fact.contains("startDate"))
        .collect();
    assert_eq!(starts, ["2000-02-28 startDate 2000-02-28"], "{told:?}");
}

#[test]
fn an_event_is_known_by_its_day_and_city() {
    let seminar = "A seminar on spectrum management will be held in Asunción, Paraguay, from 15 to 19 July 2013.";
    let known = told(seminar);
    assert!(
        known.contains("rrs-americas-13 startDate 2013-07-15"),
        "{known:?}"
    );
    let elsewhere = told(&seminar.replace("Asunción, Paraguay", "Lima, Peru"));
    assert!(
        elsewhere.contains("2013-07-15 startDate 2013-07-15"),
        "{elsewhere:?}"
    );
}
