//! The classes and properties that a file of names may use.

use super::Report;
use crate::knowledge::Knowledge;
use crate::namespace::{cg, rdf, rdfs, shorten};
use crate::vocabulary::statement::{Object, Statement, statements};
use std::collections::BTreeSet;

/// What the ontology declares, and what of other vocabularies the project uses.
pub(super) struct Terms {
    pub(super) classes: BTreeSet<String>,
    properties: BTreeSet<String>,
}

impl Terms {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut terms = Self {
            classes: BTreeSet::new(),
            properties: BTreeSet::new(),
        };
        for file in ["circugraph.ttl", "shapes.ttl"] {
            let file = knowledge.file(file);
            for statement in file.iter().flat_map(|file| statements(&file.text)) {
                terms.declare(&statement);
            }
        }
        for file in knowledge.under("vocabulary/") {
            for statement in statements(&file.text) {
                terms.use_foreign(statement);
            }
        }
        terms
    }

    /// Takes in a statement of the ontology or the shapes.
    fn declare(&mut self, statement: &Statement) {
        let Object::Node(object) = &statement.object else {
            return;
        };
        let subject = statement.subject.as_str().to_owned();
        let predicate = statement.predicate.as_str();
        if predicate == rdf::TYPE.as_str() && object.as_str().ends_with("Property") {
            self.properties.insert(subject);
        } else if predicate == rdf::TYPE.as_str() && object.as_str().ends_with("#Class") {
            self.classes.insert(subject);
        } else if predicate == rdfs::SUB_CLASS_OF.as_str() {
            self.classes.extend([subject, object.as_str().to_owned()]);
        } else if predicate.ends_with("shacl#targetClass") || predicate.ends_with("shacl#class") {
            self.classes.insert(object.as_str().to_owned());
        } else if predicate.ends_with("shacl#path") {
            self.properties.insert(object.as_str().to_owned());
        }
        self.use_foreign(statement.clone());
    }

    /// Takes in the terms of other vocabularies; our own must be declared.
    fn use_foreign(&mut self, statement: Statement) {
        let is_foreign = |iri: &str| !iri.starts_with(cg::BASE);
        if statement.predicate == rdf::TYPE
            && let Object::Node(class) = statement.object
            && is_foreign(class.as_str())
        {
            self.classes.insert(class.into_string());
        }
        if is_foreign(statement.predicate.as_str()) {
            self.properties.insert(statement.predicate.into_string());
        }
    }

    /// Reports a class or property that nobody knows.
    pub(super) fn check(&self, statement: &Statement, report: &mut Report<'_>) {
        let predicate = statement.predicate.as_str();
        if !self.properties.contains(predicate) {
            let message = unknown("property", predicate, &self.properties);
            report.problem("unknown-property", statement.predicate_at, message);
        }
        if statement.predicate == rdf::TYPE
            && let Object::Node(class) = &statement.object
            && !self.classes.contains(class.as_str())
        {
            let message = unknown("class", class.as_str(), &self.classes);
            report.problem("unknown-class", statement.object_at, message);
        }
    }
}

/// That a term is unknown, and which one may be meant.
fn unknown(what: &str, iri: &str, known: &BTreeSet<String>) -> String {
    let written = shorten(iri);
    let near = known
        .iter()
        .map(|known| (strsim::jaro_winkler(&shorten(known), &written), known))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let advice = match near {
        Some((_, near)) => format!("did you mean `{}`?", shorten(near)),
        None => "see ontology/circugraph.ttl for those there are".to_owned(),
    };
    format!("there is no {what} `{written}`; {advice}")
}
