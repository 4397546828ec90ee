//! How much of what a careful reader finds in a letter was found.
//!
//! [`evaluate`] lays each [`Gold`] beside the [`Extraction`] of its letter and counts, into a
//! [`Report`]. Things are compared by their names in any language, never by identifiers. Nothing is
//! read from files here.

mod alignment;
pub mod calibration;
mod citation;
mod deadline;
mod document;
pub mod gold;
mod group;
mod implication;
pub mod ledger;
mod meeting;
mod name;
mod named;
mod person;
mod reading;
mod relation;
mod resolution;
pub mod score;
mod value;

use crate::pipeline::Extraction;
use crate::vocabulary::Vocabulary;
use alignment::Alignment;
use calibration::{Band, bands};
use gold::Gold;
use ledger::{Ledger, Miss, Spurious};
use name::Names;
use reading::Reading;
use score::{Count, Counts, Score, scores};

/// What was found of the golds of some letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The number of letters.
    pub letters: usize,
    /// By category and language; the last is everything.
    pub scores: Vec<Score>,
    /// What was not found, in order of the letters and categories.
    pub misses: Vec<Miss>,
    /// What was found and is in no gold, in the same order.
    pub spurious: Vec<Spurious>,
    /// How many of the facts stated with each confidence are right.
    pub calibration: Vec<Band>,
}

impl Report {
    /// The harmonic mean of recall and precision over everything, from 0 to 1.
    pub fn f1(&self) -> f64 {
        self.scores.last().and_then(|total| total.f1).unwrap_or(0.0)
    }
}

/// Compares letters with their golds. A name that one letter gives a thing counts for all.
pub fn evaluate(letters: &[(Gold, Extraction)], vocabulary: &Vocabulary) -> Report {
    let names = Names::gather(letters.iter().map(|(_, extraction)| extraction), vocabulary);
    let mut counts = Counts::new();
    let mut misses = Vec::new();
    let mut spurious = Vec::new();
    let mut judgements = Vec::new();
    for (gold, extraction) in letters {
        let reading = Reading::new(extraction, vocabulary, &names);
        let language = gold.language.unwrap_or(extraction.document.language);
        let account = account(gold, &reading, &extraction.document.source.path);
        for (category, count) in &account.counts {
            let total: &mut Count = counts.entry((*category, language)).or_default();
            *total += *count;
        }
        misses.extend(account.misses);
        spurious.extend(account.spurious);
        judgements.extend(account.judgements);
    }
    Report {
        letters: letters.len(),
        scores: scores(&counts),
        misses,
        spurious,
        calibration: bands(&judgements),
    }
}

/// One letter, category by category.
fn account<'a>(gold: &'a Gold, reading: &'a Reading<'a>, letter: &'a str) -> Ledger<'a> {
    let alignment = Alignment::new(gold, reading);
    let mut ledger = Ledger::new(letter, reading);
    document::compare(&alignment, &mut ledger);
    meeting::compare(&alignment, &mut ledger);
    group::compare(&alignment, &mut ledger);
    person::compare(&alignment, &mut ledger);
    resolution::compare(&alignment, &mut ledger);
    citation::compare(&alignment, &mut ledger);
    deadline::compare(&alignment, &mut ledger);
    named::compare(&alignment, &mut ledger);
    relation::compare(&alignment, &mut ledger);
    ledger
}

#[cfg(test)]
mod tests {
    use super::gold::Gold;
    use super::ledger::{Miss, Spurious};
    use super::score::{Category, Count};
    use super::{Report, evaluate};
    use crate::document::cue::PartCues;
    use crate::document::{Document, Source};
    use crate::entity::{Entities, Entity, Fact};
    use crate::knowledge::Knowledge;
    use crate::language::Language;
    use crate::mention::Mentions;
    use crate::namespace::{ID, cg, dcterms, org, schema};
    use crate::pipeline::Extraction;
    use crate::relation::Evidence;
    use crate::span::Span;
    use crate::vocabulary::Vocabulary;
    use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};

    const TEXT: &str = "The TSAG meets in Geneva\nfrom 12 to 16 July 2004.";

    fn node(path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{ID}{path}"))
    }

    /// Things with their kinds, and facts whose values are things (`id:` before the path) or words.
    fn report(
        gold: &str,
        things: &[(&str, &str)],
        facts: &[(&str, NamedNodeRef<'_>, &str)],
    ) -> Report {
        let knowledge = Knowledge::embedded();
        let cues = PartCues::load(&knowledge).expect("the cues are sound");
        let vocabulary = Vocabulary::load(&knowledge).expect("the vocabulary is sound");
        let source = Source {
            path: "a.txt".into(),
            sha256: "00".into(),
            format: "text/plain",
        };
        let entities = things.iter().map(|(path, kind)| {
            let iri = node(path);
            let is_known = vocabulary.by_iri(iri.as_ref()).is_some();
            let entity = Entity {
                iri: iri.clone(),
                kind: (*kind).to_owned(),
                mentions: Vec::new(),
                is_known,
            };
            (iri.as_str().to_owned(), entity)
        });
        let facts = facts.iter().map(|(subject, predicate, object)| Fact {
            subject: node(subject),
            predicate: predicate.into_owned(),
            object: match object.strip_prefix("id:") {
                Some(path) => Term::from(node(path)),
                None => Literal::new_simple_literal(*object).into(),
            },
            evidence: Evidence {
                span: Span::new(25, 32),
                rule: "rule".into(),
                confidence: 90,
            },
        });
        let extraction = Extraction {
            document: Document::new(TEXT.to_owned(), Language::English, source, &cues),
            mentions: Mentions::default(),
            claims: Vec::new(),
            entities: Entities {
                referents: Default::default(),
                circular: node("circular/tsb/2001-2004/1"),
                entities: entities.collect(),
                facts: facts.collect(),
                date: None,
            },
            diagnostics: Vec::new(),
        };
        let gold = Gold::parse("a.json", gold).expect("the gold is well-formed");
        evaluate(&[(gold, extraction)], &vocabulary)
    }

    fn count(report: &Report, category: Category) -> (usize, usize, usize) {
        let score = report
            .scores
            .iter()
            .find(|score| score.category == Some(category));
        let Count {
            found,
            expected,
            spurious,
        } = score.map(|score| score.count).unwrap_or_default();
        (found, expected, spurious)
    }

    fn missed(misses: &[Miss]) -> Vec<String> {
        misses
            .iter()
            .map(|miss| format!("{} {}: {}", miss.item, miss.field, miss.expected))
            .collect()
    }

    fn made_up(spurious: &[Spurious]) -> Vec<String> {
        spurious
            .iter()
            .map(|found| format!("{} {}: {}", found.item, found.field, found.found))
            .collect()
    }

    #[test]
    fn meetings_are_paired_by_body_and_day() {
        let gold = r#"{"meetings": [
            {"name": "Annual meeting", "of": "TSAG", "start": "2004-07-12", "end": "2004-07-16", "city": "Geneva"},
            {"name": "PP-10", "kind": "conference", "city": "Guadalajara", "country": "Mexico"}
        ]}"#;
        let things = [
            ("meeting/tsag/2004-07-12", "GroupMeeting"),
            ("meeting/tsag/2004-11-02", "GroupMeeting"),
            ("meeting/pp-10", "Conference"),
        ];
        let facts = [
            ("meeting/tsag/2004-07-12", cg::MEETING_OF, "id:group/tsag"),
            ("meeting/tsag/2004-07-12", schema::START_DATE, "2004-07-12"),
            ("meeting/tsag/2004-07-12", schema::END_DATE, "2004-07-15"),
            ("meeting/tsag/2004-11-02", cg::MEETING_OF, "id:group/tsag"),
            ("meeting/tsag/2004-11-02", schema::START_DATE, "2004-11-02"),
        ];
        let report = report(gold, &things, &facts);
        assert_eq!(
            missed(&report.misses),
            [
                "Annual meeting, 2004-07-12 end: 2004-07-16",
                "Annual meeting, 2004-07-12 city: Geneva"
            ]
        );
        assert_eq!(report.misses[1].line, Some(1));
        let found = made_up(&report.spurious);
        assert_eq!(found[0], "Annual meeting, 2004-07-12 end: 2004-07-15");
        assert!(found[1].contains("2004-11-02"));
        assert_eq!(found.len(), 2);
        let first = &report.spurious[0];
        assert_eq!(
            (first.line, first.column, first.quote.as_str()),
            (2, 1, "from 12")
        );
        assert_eq!(count(&report, Category::Meetings), (7, 9, 2));
    }

    #[test]
    fn what_other_parts_of_a_gold_say_is_no_spurious_relation() {
        let gold = r#"{
            "document": {"signatory": "Houlin Zhao", "signatory_role": "Director of TSB"},
            "meetings": [{"name": "WTSA-12", "city": "Dubai"}],
            "groups": [{"acronym": "TSAG", "chairs": ["Houlin Zhao"]}],
            "people": [{"name": "Houlin Zhao", "role": "Director", "organization": "TSB"}],
            "resolutions": [{"body": "PP", "number": "178", "place": "Guadalajara", "year": 2010}],
            "relations": [["Resolution 178 (Guadalajara, 2010)", "instructs", "Director of TSB"]]
        }"#;
        let things = [
            ("meeting/wtsa-12", "Assembly"),
            ("group/tsag", "AdvisoryGroup"),
            ("person/houlin-zhao", "Person"),
            ("resolution/pp/178", "Resolution"),
        ];
        let facts = [
            (
                "circular/tsb/2001-2004/1",
                cg::SIGNED_BY,
                "id:person/houlin-zhao",
            ),
            (
                "circular/tsb/2001-2004/1",
                cg::SIGNED_AS,
                "id:post/director-tsb",
            ),
            ("person/houlin-zhao", org::HOLDS, "id:post/director-tsb"),
            ("person/houlin-zhao", cg::CHAIRS, "id:group/tsag"),
            ("meeting/wtsa-12", schema::LOCATION, "id:place/dubai"),
            ("meeting/wtsa-12", schema::LOCATION, "id:place/geneva"),
            ("resolution/pp/178", cg::ADOPTED_BY, "id:meeting/pp-10"),
            (
                "resolution/pp/178/guadalajara-2010",
                dcterms::IS_VERSION_OF,
                "id:resolution/pp/178",
            ),
            (
                "resolution/pp/178/guadalajara-2010",
                cg::INSTRUCTS,
                "id:post/director-tsb",
            ),
            ("resolution/pp/178", cg::INSTRUCTS, "id:post/director-br"),
            (
                "resolution/pp/178/guadalajara-2010",
                cg::INSTRUCTS,
                "id:post/director-br",
            ),
        ];
        let report = report(gold, &things, &facts);
        assert_eq!(count(&report, Category::Relations), (1, 1, 2));
        let relations = report
            .spurious
            .iter()
            .filter(|found| found.category == Category::Relations);
        let fields: Vec<&str> = relations.map(|found| found.field).collect();
        assert_eq!(fields, ["heldIn", "instructs"]);
        assert_eq!(count(&report, Category::People), (3, 3, 0));
        assert_eq!(count(&report, Category::Resolutions), (5, 5, 0));
        assert_eq!(count(&report, Category::Groups), (3, 3, 0));
    }

    #[test]
    fn what_a_gold_does_not_list_is_spurious_where_it_lists_all() {
        let gold = r#"{"document": {"identifier": "TSB Circular 1", "issuer": "BR"}, "places": ["Geneva"]}"#;
        let things = [
            ("person/pekka-tarjanne", "Person"),
            ("place/geneva", "City"),
            ("place/dubai", "City"),
        ];
        let facts = [
            (
                "circular/tsb/2001-2004/1",
                dcterms::IDENTIFIER,
                "TSB Circular 1",
            ),
            ("circular/tsb/2001-2004/1", cg::IN_SERIES, "id:series/tsb"),
            ("circular/tsb/2001-2004/1", cg::NUMBER, "1"),
            (
                "circular/tsb/2001-2004/1",
                cg::ISSUED_BY,
                "id:organization/tsb",
            ),
            ("circular/tsb/2001-2004/1", dcterms::ISSUED, "2004-06-01"),
            (
                "circular/tsb/2001-2004/1",
                cg::COPIED_TO,
                "id:post/director-br",
            ),
        ];
        let report = report(gold, &things, &facts);
        assert_eq!(missed(&report.misses), [" issuer: BR"]);
        assert_eq!(
            made_up(&report.spurious),
            [
                " date: 2004-06-01",
                " issuer: Telecommunication Standardization Bureau",
                "Pekka Tarjanne : Pekka Tarjanne",
                "TSB Circular 1 issuedBy: Telecommunication Standardization Bureau",
            ]
        );
        assert_eq!(count(&report, Category::Places), (1, 1, 0));
        assert!((report.f1() - 4.0 / 9.0).abs() < 1e-9);
    }
}
