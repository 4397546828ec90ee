//! The kinds of thing that a drawing tells apart: a few, where the ontology has many classes.

use crate::namespace::{cg, foaf, org, prov, schema};
use crate::store::name::Names;
use oxigraph::model::NamedNodeRef;
use std::collections::BTreeMap;

/// What a thing is, as far as a drawing tells things apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A circular, collective letter and so on.
    Letter,
    /// A group that meets.
    Group,
    /// A meeting, conference or workshop.
    Meeting,
    /// A person.
    Person,
    /// An office that persons hold.
    Post,
    /// Those a letter is addressed to.
    Audience,
    /// Any other body.
    Organization,
    /// A resolution, a treaty, a report.
    Document,
    /// Something due by a date.
    Deadline,
    /// A city or a country.
    Place,
    /// Anything else.
    Other,
}

/// The class of each kind; a thing is of the first kind that fits.
pub const KINDS: &[(Kind, NamedNodeRef<'_>)] = &[
    (Kind::Letter, cg::CIRCULAR),
    (Kind::Group, cg::GROUP),
    (Kind::Deadline, cg::DEADLINE),
    (Kind::Meeting, cg::MEETING),
    (Kind::Meeting, cg::MEETING_SERIES),
    (Kind::Person, foaf::PERSON),
    (Kind::Post, org::POST),
    (Kind::Audience, cg::AUDIENCE),
    (Kind::Organization, org::ORGANIZATION),
    (Kind::Place, cg::CITY),
    (Kind::Place, cg::COUNTRY),
    (Kind::Place, schema::PLACE),
    (Kind::Document, cg::RESOLUTION),
    (Kind::Document, cg::RESOLUTION_EDITION),
    (Kind::Document, cg::RECOMMENDATION),
    (Kind::Document, cg::QUESTION),
    (Kind::Document, cg::TREATY),
    (Kind::Document, cg::DOCUMENT),
    (Kind::Document, schema::CREATIVE_WORK),
];

/// Classes of things that only say where facts come from.
const BOOKKEEPING: &[NamedNodeRef<'_>] = &[
    cg::PASSAGE,
    cg::SOURCE_FILE,
    cg::LANGUAGE_VERSION,
    prov::ACTIVITY,
    prov::SOFTWARE_AGENT,
];

impl Kind {
    /// The kind of a thing, by its classes and all those above them.
    pub fn of(names: &Names<'_>, thing: NamedNodeRef<'_>) -> Self {
        let classes = names.classes_of(thing);
        let fits = |class: &NamedNodeRef<'_>| classes.iter().any(|own| own.as_ref() == *class);
        let found = KINDS.iter().find(|(_, class)| fits(class));
        found.map_or(Self::Other, |(kind, _)| *kind)
    }

    /// True for what ties together things that have nothing else in common.
    pub fn is_common_ground(self) -> bool {
        matches!(self, Self::Place | Self::Audience)
    }

    pub(super) fn keeps_books(names: &Names<'_>, thing: NamedNodeRef<'_>) -> bool {
        BOOKKEEPING.iter().any(|class| names.is_a(thing, *class))
    }
}

/// The name of each kind's class in `language`.
pub(super) fn labels(names: &Names<'_>, language: &str) -> BTreeMap<Kind, String> {
    let mut labels = BTreeMap::new();
    for (kind, class) in KINDS {
        let label = || names.label_or_iri(*class, language);
        labels.entry(*kind).or_insert_with(label);
    }
    labels
}
