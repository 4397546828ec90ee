//! Every IRI constant, and every function that mints an IRI.
//!
//! An identifier is made from what a thing is, never from the file that names it, so that graphs
//! made on different machines can be laid side by side. The terms themselves are explained in
//! `ontology/circugraph.ttl`.

use oxigraph::model::{NamedNode, NamedNodeRef};
use unicode_normalization::UnicodeNormalization;

/// Where the identifiers of things live.
pub const ID: &str = "https://w3id.org/circugraph/id/";

/// The prefixes of every query, and of the Turtle that the program writes.
pub const PREFIXES: &[(&str, &str)] = &[
    ("cg", cg::BASE),
    ("dcterms", dcterms::BASE),
    ("foaf", foaf::BASE),
    ("id", ID),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("org", org::BASE),
    ("owl", owl::BASE),
    ("prov", prov::BASE),
    ("rdf", rdf::BASE),
    ("rdfs", rdfs::BASE),
    ("schema", schema::BASE),
    ("skos", skos::BASE),
    ("xsd", xsd::BASE),
];

/// An IRI with one of the usual prefixes, as `cg:chairs`; the IRI itself where none fits.
pub fn shorten(iri: &str) -> String {
    for (prefix, base) in PREFIXES {
        if let Some(local) = iri.strip_prefix(base) {
            return format!("{prefix}:{local}");
        }
    }
    iri.to_owned()
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $module:ident = $base:literal { $($name:ident = $local:literal),* $(,)? }) => {
        $(#[$meta])*
        pub mod $module {
            use oxigraph::model::NamedNodeRef;
            /// The namespace.
            pub const BASE: &str = $base;
            $(
                #[doc = concat!("`", $base, $local, "`")]
                pub const $name: NamedNodeRef<'_> =
                    NamedNodeRef::new_unchecked(concat!($base, $local));
            )*
        }
    };
}

vocabulary!(
    /// The project's own terms: only what no standard has.
    cg = "https://w3id.org/circugraph/ontology#" {
        // Classes.
        AUDIENCE = "Audience",
        ANNEX = "Annex",
        BUREAU_CIRCULAR = "BureauCircular",
        CIRCULAR = "Circular",
        CIRCULAR_SERIES = "CircularSeries",
        CITY = "City",
        COLLECTIVE_LETTER = "CollectiveLetter",
        CONSULTATION = "Consultation",
        CONTRIBUTION = "Contribution",
        COUNTRY = "Country",
        DEADLINE = "Deadline",
        DECISION = "Decision",
        DOCUMENT = "Document",
        GROUP = "Group",
        GROUP_MEETING = "GroupMeeting",
        LANGUAGE_VERSION = "LanguageVersion",
        MEETING = "Meeting",
        MEETING_SERIES = "MeetingSeries",
        MONTH = "Month",
        ORDINAL = "Ordinal",
        PASSAGE = "Passage",
        QUESTION = "Question",
        RECOMMENDATION = "Recommendation",
        RESOLUTION = "Resolution",
        RESOLUTION_EDITION = "ResolutionEdition",
        SOURCE_FILE = "SourceFile",
        STUDY_GROUP = "StudyGroup",
        STUDY_PERIOD = "StudyPeriod",
        TREATY = "Treaty",
        TREATY_PROVISION = "TreatyProvision",
        WEEKDAY = "Weekday",
        WRITER = "Writer",
        ANAPHOR = "Anaphor",
        // Properties.
        ADDRESSED_TO = "addressedTo",
        ADOPTED_BY = "adoptedBy",
        AMENDS = "amends",
        ANNEX_NUMBER = "annexNumber",
        ANNEX_OF = "annexOf",
        ANNOUNCES = "announces",
        CHAIRS = "chairs",
        CONFIDENCE = "confidence",
        CONTACT_PERSON = "contactPerson",
        CONVENED_BY = "convenedBy",
        CONVENES = "convenes",
        COPIED_TO = "copiedTo",
        DECISIONS_FROM = "decisionsFrom",
        DENOTES = "denotes",
        DUE_TO = "dueTo",
        END = "end",
        ESTABLISHED_BY = "establishedBy",
        ESTABLISHED_ON = "establishedOn",
        HAS_ASSEMBLY = "hasAssembly",
        HAS_DEADLINE = "hasDeadline",
        IMPLEMENTS = "implements",
        IN_COUNTRY = "inCountry",
        IN_SERIES = "inSeries",
        INSTRUCTS = "instructs",
        INVITES = "invites",
        IN_VERSION = "inVersion",
        IS_RAPPORTEUR_OF = "isRapporteurOf",
        IS_SECRETARY_OF = "isSecretaryOf",
        ISSUED_AT = "issuedAt",
        ISSUED_BY = "issuedBy",
        IMPLIED_BY = "impliedBy",
        JOINT = "joint",
        LANGUAGE_VERSION_OF = "languageVersionOf",
        MAILING_LIST = "mailingList",
        MEETING_OF = "meetingOf",
        MODE = "mode",
        NUMBER = "number",
        NUMBER_LEADS = "numberLeads",
        SHORT_NAME = "shortName",
        TAKES_SECTOR = "takesSector",
        OPEN_TO = "openTo",
        PAGE = "page",
        PATH = "path",
        POST = "post",
        QUOTE = "quote",
        REFERENCE_CODE = "referenceCode",
        REPORTS_TO = "reportsTo",
        REPRESENTS = "represents",
        REQUESTS = "requests",
        RESOLUTIONS_FROM = "resolutionsFrom",
        REVISED_BY = "revisedBy",
        RESTARTS = "restarts",
        RULE = "rule",
        SECRETARIAT = "secretariat",
        SECRETARIAT_OF = "secretariatOf",
        SHA256 = "sha256",
        SIGNED_AS = "signedAs",
        SIGNED_BY = "signedBy",
        START = "start",
        CONTEXTUAL = "contextual",
        CONTEXTUAL_NAME = "contextualName",
        STATED_IN = "statedIn",
        STUDY_PERIOD_OF = "studyPeriod",
        AFFILIATED_WITH = "affiliatedWith",
        URGENT = "urgent",
        VICE_CHAIRS = "viceChairs",
        // Individuals.
        ELECTRONIC = "Electronic",
        HYBRID = "Hybrid",
        PHYSICAL = "Physical",
    }
);

vocabulary!(
    /// Dublin Core terms.
    dcterms = "http://purl.org/dc/terms/" {
        FORMAT = "format",
        IDENTIFIER = "identifier",
        ISSUED = "issued",
        IS_VERSION_OF = "isVersionOf",
        LANGUAGE = "language",
        REFERENCES = "references",
        REPLACES = "replaces",
        TITLE = "title",
    }
);

vocabulary!(
    /// Friend of a friend.
    foaf = "http://xmlns.com/foaf/0.1/" {
        NAME = "name",
        PERSON = "Person",
    }
);

vocabulary!(
    /// The W3C organization ontology.
    org = "http://www.w3.org/ns/org#" {
        HOLDS = "holds",
        MEMBER = "member",
        MEMBER_DURING = "memberDuring",
        MEMBER_OF = "memberOf",
        MEMBERSHIP = "Membership",
        ORGANIZATION_OF = "organization",
        ORGANIZATION = "Organization",
        POST = "Post",
        POST_IN = "postIn",
        ROLE_OF = "role",
        ROLE = "Role",
        SUB_ORGANIZATION_OF = "subOrganizationOf",
    }
);

vocabulary!(
    /// The web ontology language.
    owl = "http://www.w3.org/2002/07/owl#" {
        SAME_AS = "sameAs",
    }
);

vocabulary!(
    /// The provenance ontology.
    prov = "http://www.w3.org/ns/prov#" {
        ACTIVITY = "Activity",
        ENTITY = "Entity",
        SOFTWARE_AGENT = "SoftwareAgent",
        USED = "used",
        WAS_ASSOCIATED_WITH = "wasAssociatedWith",
        WAS_DERIVED_FROM = "wasDerivedFrom",
        WAS_GENERATED_BY = "wasGeneratedBy",
    }
);

vocabulary!(
    /// RDF itself.
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#" {
        REIFIES = "reifies",
        TYPE = "type",
    }
);

vocabulary!(
    /// RDF Schema.
    rdfs = "http://www.w3.org/2000/01/rdf-schema#" {
        LABEL = "label",
        SUB_CLASS_OF = "subClassOf",
    }
);

vocabulary!(
    /// schema.org.
    schema = "https://schema.org/" {
        EMAIL = "email",
        DISSOLUTION_DATE = "dissolutionDate",
        END_DATE = "endDate",
        EVENT_STATUS = "eventStatus",
        EVENT_CANCELLED = "EventCancelled",
        EVENT_POSTPONED = "EventPostponed",
        EVENT_RESCHEDULED = "EventRescheduled",
        EVENT_SCHEDULED = "EventScheduled",
        FAX_NUMBER = "faxNumber",
        LOCATION = "location",
        LOCATION_CREATED = "locationCreated",
        MENTIONS = "mentions",
        PREVIOUS_START_DATE = "previousStartDate",
        START_DATE = "startDate",
        SUPER_EVENT = "superEvent",
        TELEPHONE = "telephone",
        URL = "url",
        CREATIVE_WORK = "CreativeWork",
        PLACE = "Place",
    }
);

vocabulary!(
    /// SKOS.
    skos = "http://www.w3.org/2004/02/skos/core#" {
        ALT_LABEL = "altLabel",
        EXACT_MATCH = "exactMatch",
        HIDDEN_LABEL = "hiddenLabel",
        NOTATION = "notation",
    }
);

vocabulary!(
    /// XML Schema datatypes.
    xsd = "http://www.w3.org/2001/XMLSchema#" {
        BOOLEAN = "boolean",
        DATE = "date",
        DATE_TIME = "dateTime",
        DECIMAL = "decimal",
        G_YEAR = "gYear",
        G_YEAR_MONTH = "gYearMonth",
        INTEGER = "integer",
        TIME = "time",
    }
);

/// `id:<path>`; each part between slashes is made into a [`slug`].
///
/// Parts that are nothing but signs become `-`, so that no identifier ends in a slash.
pub fn identifier<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> NamedNode {
    let mut iri = ID.trim_end_matches('/').to_owned();
    for part in parts {
        iri.push('/');
        iri.push_str(&slug(part.as_ref()));
    }
    NamedNode::new_unchecked(iri)
}

/// The part of an identifier after `id:`, if it is one of ours.
pub fn local(iri: NamedNodeRef<'_>) -> Option<&str> {
    iri.as_str().strip_prefix(ID)
}

/// `id:graph/<first 16 hex digits of the file's SHA-256>`: the named graph of one source file.
pub fn source_graph(sha256: &str) -> NamedNode {
    identifier(["graph", sha256.get(..16).unwrap_or(sha256)])
}

/// `id:graph/vocabulary`, where the project's own knowledge stands.
pub fn vocabulary_graph() -> NamedNode {
    identifier(["graph", "vocabulary"])
}

/// Lower case ASCII where a Latin letter has an ASCII base, other scripts as they are, every run of
/// anything else one hyphen; dots between characters are kept, as in `jca-res.178` and `a.1`.
///
/// The same name written with other dashes, spaces, accents or case gives the same slug.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    let mut dot = false;
    for character in name.nfkd() {
        if is_mark(character) {
            continue;
        }
        if character.is_alphanumeric() {
            if dot && !slug.is_empty() && !gap {
                slug.push('.');
            } else if (gap || dot) && !slug.is_empty() {
                slug.push('-');
            }
            (gap, dot) = (false, false);
            slug.extend(character.to_lowercase());
        } else if character == '.' {
            dot = true;
        } else if !matches!(character, '\'' | '’' | '\u{AD}') {
            gap = true;
        }
    }
    if slug.is_empty() {
        "-".to_owned()
    } else {
        slug
    }
}

/// True for combining marks that decomposition leaves behind on Latin and Cyrillic letters.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// The properties that give a thing its class and names, which say nothing else of it.
pub const DESCRIPTIONS: &[NamedNodeRef<'_>] =
    &[rdf::TYPE, rdfs::LABEL, skos::ALT_LABEL, skos::NOTATION];

#[cfg(test)]
mod tests {
    use super::{identifier, slug};

    #[test]
    fn variants_of_a_name_give_one_slug() {
        for name in ["JCA-Rés.178", "JCA‑Res.178", "jca Res.178"] {
            assert_eq!(slug(name), "jca-res.178");
        }
        assert_eq!(slug("Côte d'Ivoire"), "cote-divoire");
        assert_eq!(slug("T. Wong"), "t-wong");
        assert_eq!(slug("A.1"), "a.1");
        assert_eq!(slug("  "), "-");
    }

    #[test]
    fn identifiers_are_paths() {
        let iri = identifier(["circular", "tsb", "2013-2016", "26"]);
        assert_eq!(
            iri.as_str(),
            "https://w3id.org/circugraph/id/circular/tsb/2013-2016/26"
        );
    }
}
