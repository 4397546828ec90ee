//! What a careful reader found in a letter, as the JSON beside it has it.
//!
//! [`Gold`] has the keys of the format and nothing else; a key that has nothing to say is left out,
//! and keys that are not known here are passed over. Whether the letter says so is for a person to
//! judge.

use crate::diagnostic::FileError;
use crate::language::Language;
use crate::namespace::{cg, dcterms, org, schema};
use oxigraph::model::NamedNodeRef;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// Everything that there is to find in a letter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Gold {
    /// The file that it stands in, as messages show it.
    #[serde(skip)]
    pub path: String,
    /// The name of the letter.
    pub id: Option<String>,
    /// Its language; the one detected if none is given.
    #[serde(deserialize_with = "language")]
    pub language: Option<Language>,
    /// The letter itself.
    pub document: GoldDocument,
    /// Meetings of any kind.
    pub meetings: Vec<GoldMeeting>,
    /// Groups of any kind.
    pub groups: Vec<GoldGroup>,
    /// People named.
    pub people: Vec<GoldPerson>,
    /// Resolutions cited.
    pub resolutions: Vec<GoldResolution>,
    /// Recommendations cited.
    pub recommendations: Vec<String>,
    /// Questions cited.
    pub questions: Vec<String>,
    /// Organizations named.
    pub organizations: Vec<String>,
    /// Cities and countries named.
    pub places: Vec<String>,
    /// Addresses on the web.
    pub urls: Vec<String>,
    /// Electronic mail addresses.
    pub emails: Vec<String>,
    /// Other letters referred to.
    pub circulars: Vec<GoldCircular>,
    /// Other documents referred to.
    pub documents: Vec<GoldCitation>,
    /// What is due when.
    pub deadlines: Vec<GoldDeadline>,
    /// Who or what stands how to whom or what.
    pub relations: Vec<GoldRelation>,
}

/// The letter itself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldDocument {
    pub identifier: Option<String>,
    pub series: Option<String>,
    #[serde(deserialize_with = "words")]
    pub number: Option<String>,
    pub date: Option<String>,
    pub place: Option<String>,
    pub issuer: Option<String>,
    #[serde(deserialize_with = "list")]
    pub reference_code: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub signatory: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub signatory_as_written: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub signatory_role: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub contact: Vec<GoldContact>,
    #[serde(deserialize_with = "list")]
    pub subject_contains: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub addressees: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub copied_to: Vec<String>,
    pub annexes: Option<usize>,
    pub urgent: bool,
}

/// Whom to ask.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldContact {
    pub name: Option<String>,
    #[serde(deserialize_with = "list")]
    pub phone: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub fax: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub email: Vec<String>,
}

/// A meeting.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldMeeting {
    pub name: Option<String>,
    #[serde(deserialize_with = "list")]
    pub of: Vec<String>,
    pub kind: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub start_time: Option<String>,
    pub end_time: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    #[serde(deserialize_with = "list")]
    pub mode: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub during: Vec<String>,
    pub status: Option<String>,
    #[serde(deserialize_with = "list")]
    pub open_to: Vec<String>,
}

/// A group.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldGroup {
    pub acronym: Option<String>,
    pub name: Option<String>,
    pub kind: Option<String>,
    #[serde(deserialize_with = "list")]
    pub chairs: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub vice_chairs: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub convenor: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub parent: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub reports_to: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub established_by: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub implements: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub mailing_list: Vec<String>,
}

/// A person.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldPerson {
    pub name: String,
    pub as_written: Option<String>,
    #[serde(deserialize_with = "list")]
    pub role: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub organization: Vec<String>,
    pub country: Option<String>,
}

/// A Resolution.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldResolution {
    pub body: Option<String>,
    #[serde(deserialize_with = "words")]
    pub number: Option<String>,
    pub place: Option<String>,
    #[serde(deserialize_with = "words")]
    pub year: Option<String>,
    pub revised: bool,
    pub title: Option<String>,
}

/// Another letter.
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldCircular {
    pub identifier: String,
    pub date: Option<String>,
}

/// Another document.
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldCitation {
    pub title: String,
    pub date: Option<String>,
}

/// Something due; what it is stands there for people.
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "the keys are those of the format")]
pub struct GoldDeadline {
    pub date: String,
    pub time: Option<String>,
    pub what: Option<String>,
}

/// A relation between two things named.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "[String; 3]")]
pub struct GoldRelation {
    /// The name of the subject.
    pub subject: String,
    /// The relation.
    pub relation: RelationKind,
    /// The name of the object.
    pub object: String,
}

/// A relation of the format, with the property that states it in the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationKind {
    /// Its name in the format.
    pub name: &'static str,
    /// Its property.
    pub property: NamedNodeRef<'static>,
}

const fn relation(name: &'static str, property: NamedNodeRef<'static>) -> RelationKind {
    RelationKind { name, property }
}

/// Every relation of the format.
pub const RELATIONS: &[RelationKind] = &[
    relation("chairs", cg::CHAIRS),
    relation("viceChairs", cg::VICE_CHAIRS),
    relation("convenes", cg::CONVENES),
    relation("reportsTo", cg::REPORTS_TO),
    relation("establishedBy", cg::ESTABLISHED_BY),
    relation("implements", cg::IMPLEMENTS),
    relation("represents", cg::REPRESENTS),
    relation("affiliatedWith", cg::AFFILIATED_WITH),
    relation("convenedBy", cg::CONVENED_BY),
    relation("adoptedBy", cg::ADOPTED_BY),
    relation("revisedBy", cg::REVISED_BY),
    relation("amends", cg::AMENDS),
    relation("instructs", cg::INSTRUCTS),
    relation("invites", cg::INVITES),
    relation("announces", cg::ANNOUNCES),
    relation("holdsPost", org::HOLDS),
    relation("partOf", org::SUB_ORGANIZATION_OF),
    relation("heldIn", schema::LOCATION),
    relation("replaces", dcterms::REPLACES),
    relation("references", dcterms::REFERENCES),
    relation("signedBy", cg::SIGNED_BY),
    relation("issuedBy", cg::ISSUED_BY),
];

impl Gold {
    /// Reads the text of a gold file; `path` is its name in messages.
    pub fn parse(path: &str, text: &str) -> Result<Self, FileError> {
        let gold: Self = serde_json::from_str(text).map_err(|error| {
            let shown = error.to_string();
            // The place stands before the message already.
            let message = shown.split(" at line ").next().unwrap_or(&shown).to_owned();
            FileError::at_line(path, text, error.line(), error.column(), message)
        })?;
        Ok(Self {
            path: path.to_owned(),
            ..gold
        })
    }
}

impl TryFrom<[String; 3]> for GoldRelation {
    type Error = String;

    fn try_from([subject, name, object]: [String; 3]) -> Result<Self, Self::Error> {
        let known = RELATIONS.iter().find(|relation| relation.name == name);
        let relation = known.copied().ok_or_else(|| {
            let nearest = RELATIONS
                .iter()
                .max_by(|a, b| strsim::jaro(a.name, &name).total_cmp(&strsim::jaro(b.name, &name)));
            let nearest = nearest.map_or("", |relation| relation.name);
            format!("`{name}` is no relation of the format; the nearest is `{nearest}`")
        })?;
        Ok(Self {
            subject,
            relation,
            object,
        })
    }
}

fn language<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
    let tag = Option::<String>::deserialize(from)?;
    tag.map(|tag| tag.parse().map_err(de::Error::custom))
        .transpose()
}

/// One value, or a list of them.
fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    from.deserialize_any(ListVisitor(PhantomData))
}

/// Words, or a number, which is taken as its digits.
fn words<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let mut words: Vec<String> = list(from)?;
    Ok(words.pop())
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or a list of them")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(vec![T::deserialize(value.into_deserializer())?])
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = values.next_element()? {
            all.push(value);
        }
        Ok(all)
    }

    fn visit_map<A: MapAccess<'de>>(self, values: A) -> Result<Self::Value, A::Error> {
        Ok(vec![T::deserialize(MapAccessDeserializer::new(values))?])
    }
}

#[cfg(test)]
mod tests {
    use super::{Gold, RELATIONS};
    use std::collections::BTreeSet;

    #[test]
    fn one_value_is_a_list_of_one() {
        let text = r#"{
            "language": "fr",
            "document": {"number": 26, "signatory": "A. B", "addressees": ["C", "D"], "contact": {"name": "E"}},
            "resolutions": [{"number": "178", "year": 2010}],
            "relations": [["A. B", "chairs", "TSAG"]],
            "mood": "sunny"
        }"#;
        let gold = Gold::parse("a.json", text).expect("the gold is well-formed");
        assert_eq!(gold.document.number.as_deref(), Some("26"));
        assert_eq!(gold.document.signatory, ["A. B"]);
        assert_eq!(gold.document.addressees.len(), 2);
        assert_eq!(gold.document.contact[0].name.as_deref(), Some("E"));
        assert_eq!(gold.resolutions[0].year.as_deref(), Some("2010"));
        assert_eq!(gold.relations[0].relation.name, "chairs");
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        let text = "{\n \"relations\": [[\"A\", \"chair\", \"B\"]]\n}";
        let error = Gold::parse("a.json", text).expect_err("no such relation");
        let shown = error.to_string();
        assert!(shown.starts_with("a.json:2:"), "{shown}");
        assert!(shown.contains("the nearest is `chairs`"), "{shown}");
        let error =
            Gold::parse("a.json", "{\"people\": [{\"name\": 3}]}").expect_err("a name is words");
        assert!(
            error.to_string().starts_with("a.json:1:22: invalid type"),
            "{error}"
        );
        assert!(Gold::parse("a.json", "{\"language\": \"it\"}").is_err());
    }

    #[test]
    fn every_relation_has_a_name_and_a_property_of_its_own() {
        let names: BTreeSet<&str> = RELATIONS.iter().map(|relation| relation.name).collect();
        let properties: BTreeSet<&str> = RELATIONS
            .iter()
            .map(|relation| relation.property.as_str())
            .collect();
        assert_eq!(names.len(), RELATIONS.len());
        assert_eq!(properties.len(), RELATIONS.len());
    }
}
