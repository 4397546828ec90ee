//! Which mentions are the same thing; claims between mentions become facts between entities.
//!
//! Identity is made from what a thing is (`mint`), so that letters read side by side agree without
//! knowing of each other. Words that point back ("the Group", "this meeting") take the identity of
//! what they point to, and a claim whose ends cannot be identified states nothing.

mod antecedent;
mod audience;
mod beside;
mod circular;
mod corroborated;
mod deadline;
mod edition;
mod enclosure;
mod group;
mod issuer;
mod label;
mod meeting;
mod mint;
mod mistaken;
mod next_row;
mod opening;
mod otherwise;
mod own;
mod own_days;
mod rapporteur;
mod regional;
mod shared_days;
mod sitting;
mod undated;
mod value;

use crate::document::Document;
use crate::mention::date::PartialDate;
use crate::mention::{MentionId, Mentions};
use crate::namespace::{rdf, rdfs, schema, skos};
use crate::relation::{Argument, Claim, Evidence, Force};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::kind::{Kind, Kinds};
use crate::vocabulary::matcher::comparable;
pub use label::Labels;
use meeting::is_paired;
use own::Own;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};
use std::collections::{BTreeMap, BTreeSet};
use value::text_literal;
pub use value::{class_of, date_literal};

/// A claim between entities. It cannot be made without evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub subject: NamedNode,
    /// The property.
    pub predicate: NamedNode,
    /// The other end.
    pub object: Term,
    /// Where the letter states it.
    pub evidence: Evidence,
}

/// Something that the letter speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its identifier.
    pub iri: NamedNode,
    /// The name of its kind, which is that of its class: `FocusGroup`.
    pub kind: String,
    /// Its mentions, in order of place; the words that point back to it included.
    pub mentions: Vec<MentionId>,
    /// True when the vocabulary has it.
    pub is_known: bool,
}

/// What a letter says, and of what.
#[derive(Debug, Clone)]
pub struct Entities {
    /// The circular itself.
    pub circular: NamedNode,
    /// The entities by identifier.
    pub entities: BTreeMap<String, Entity>,
    /// The facts, sorted by place, each once for each passage that states it.
    pub facts: Vec<Fact>,
    /// What each mention refers to; nothing where the letter leaves it open, several things for a
    /// collective one.
    pub referents: BTreeMap<MentionId, Vec<NamedNode>>,
    /// The date of the letter, if it states one.
    pub date: Option<PartialDate>,
}

/// Kinds that are words and values, not things.
const VALUES: &[&str] = &[
    "Anaphor",
    "Date",
    "DocumentKind",
    "Email",
    "EnclosureCount",
    "GroupKind",
    "Hours",
    "Kind",
    "MeetingKind",
    "Month",
    "Ordinal",
    "Role",
    "Telephone",
    "Url",
    "Weekday",
    "Writer",
];

/// Makes entities of mentions and facts of claims.
pub fn resolve(
    document: &Document,
    mentions: &Mentions,
    claims: &[Claim],
    vocabulary: &Vocabulary,
    kinds: &Kinds,
    labels: &Labels,
) -> Entities {
    let known = (vocabulary, kinds, labels);
    let of_force = |force| {
        claims
            .iter()
            .filter(move |claim: &&Claim| claim.force == force)
    };
    let firm = of_force(Force::Firm).cloned().collect();
    let firm = next_row::without_next_rows(firm, mentions, (document, kinds));
    let mut kept = own_days::with_own_days(firm, mentions, vocabulary);
    for force in [Force::Otherwise, Force::Shared] {
        if of_force(force).next().is_some() {
            let resolver = Resolver::read(document, mentions, &kept, known);
            let standing = resolver.standing(claims, force);
            kept.extend(standing);
        }
    }
    kept.sort_by_key(|claim| (claim.evidence.span, claim.evidence.rule.clone()));
    Resolver::read(document, mentions, &kept, known).finish()
}

/// Of the same statement read twice from the same words, the surer one; `facts` are sorted by what
/// they state and then the surest first.
fn without_repetition(facts: Vec<Fact>) -> Vec<Fact> {
    let mut kept: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        let same = kept.iter().rev().take_while(|other| {
            (&other.subject, &other.predicate, &other.object)
                == (&fact.subject, &fact.predicate, &fact.object)
        });
        let mut same = same.filter(|other| {
            other.evidence.span.overlaps(fact.evidence.span) || fact.predicate == rdf::TYPE
        });
        if same.next().is_none() {
            kept.push(fact);
        }
    }
    kept
}

struct Resolver<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    claims: &'a [Claim],
    vocabulary: &'a Vocabulary,
    kinds: &'a Kinds,
    labels: &'a Labels,
    own: Own,
    /// What each mention refers to; a collective one refers to several things.
    referents: BTreeMap<MentionId, Vec<NamedNode>>,
    /// Mentions of meetings of several bodies, with those that have days of their own.
    narrower: BTreeSet<(MentionId, NamedNode)>,
}

impl<'a> Resolver<'a> {
    /// Reads claims and gives mentions their referents.
    fn read(
        document: &'a Document,
        mentions: &'a Mentions,
        claims: &'a [Claim],
        (vocabulary, kinds, labels): (&'a Vocabulary, &'a Kinds, &'a Labels),
    ) -> Self {
        let mut resolver = Self {
            document,
            mentions,
            claims,
            vocabulary,
            kinds,
            labels,
            own: Own::read(document, mentions, claims, vocabulary, kinds),
            referents: BTreeMap::new(),
            narrower: BTreeSet::new(),
        };
        resolver.identify();
        resolver
    }
}

impl Resolver<'_> {
    /// Gives mentions their referents: first those that say what they mean, then those that need
    /// the first.
    fn identify(&mut self) {
        let all: Vec<MentionId> = self.mentions.iter().map(|(id, _)| id).collect();
        for id in &all {
            if let Some(iri) = self.mint(*id) {
                self.refer(*id, iri);
            }
        }
        self.share_sectors();
        self.take_sector();
        self.identify_documents_by_number();
        self.identify_editions();
        let pointers = self.antecedents();
        self.identify_groups(&pointers);
        self.follow(&pointers);
        self.identify_meetings(&pointers);
        self.follow(&pointers);
    }

    fn refer(&mut self, id: MentionId, iri: NamedNode) {
        let referents = self.referents.entry(id).or_default();
        if !referents.contains(&iri) {
            referents.push(iri);
        }
    }

    /// The one thing that a mention refers to.
    fn referent(&self, id: MentionId) -> Option<&NamedNode> {
        match self.referents.get(&id)?.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    fn kind(&self, id: MentionId) -> Kind {
        self.mentions.get(id).kind
    }

    fn is(&self, id: MentionId, kind: &str) -> bool {
        self.kinds.is_named(self.kind(id), kind)
    }

    /// Claims of a property about a mention.
    fn claims_about<'s>(
        &'s self,
        id: MentionId,
        predicate: NamedNodeRef<'s>,
    ) -> impl Iterator<Item = &'s Claim> {
        self.claims.iter().filter(move |claim| {
            claim.subject == Argument::Mention(id) && claim.predicate.as_ref() == predicate
        })
    }

    fn finish(self) -> Entities {
        let mut facts = self.facts();
        let entities = self.entities();
        facts.extend(self.descriptions(&entities));
        facts.extend(self.mentioning(&entities));
        facts.sort_by_cached_key(|fact| {
            let triple = format!("{} {} {}", fact.subject, fact.predicate, fact.object);
            (
                triple,
                std::cmp::Reverse(fact.evidence.confidence),
                fact.evidence.span,
            )
        });
        let mut facts = without_repetition(facts);
        facts.sort_by_cached_key(|fact| {
            (
                fact.evidence.span,
                fact.subject.to_string(),
                fact.predicate.to_string(),
                fact.object.to_string(),
            )
        });
        Entities {
            circular: self.own.iri.clone(),
            entities,
            facts,
            date: self.own.date,
            referents: self.referents,
        }
    }

    /// The facts that the claims state.
    fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let is_fact = |claim: &&Claim| !own::FOR_ITSELF.contains(&claim.predicate.as_ref());
        for claim in self.claims.iter().filter(is_fact) {
            for (subject, object) in self.ends(claim) {
                if is_paired(&subject, claim.predicate.as_ref(), &object)
                    && object != Term::from(subject.clone())
                    && !self.is_of_others(claim, &subject)
                {
                    facts.push(Fact {
                        subject,
                        predicate: claim.predicate.clone(),
                        object,
                        evidence: claim.evidence.clone(),
                    });
                }
            }
        }
        facts.extend(self.own.facts(self.document, self.vocabulary));
        facts.extend(
            [
                self.edition_facts(),
                self.parents_borne(),
                self.posts_of_rapporteurs(),
            ]
            .concat(),
        );
        facts.extend(self.corroborated(&facts));
        let facts = sitting::without_last_days(mistaken::without_mistaken(facts, self.vocabulary));
        let facts = issuer::without_wholes(self.without_undated(facts), self.vocabulary);
        beside::with_cities(facts, &self.days_and_city_of_subject(), self.vocabulary)
    }

    /// The subjects and objects that a claim is about.
    fn ends(&self, claim: &Claim) -> Vec<(NamedNode, Term)> {
        if let Argument::Hour(hour) = claim.object {
            return self.moments(claim, hour);
        }
        let objects = self.objects(&claim.object);
        let subjects = self.subjects(&claim.subject).into_iter();
        subjects
            .flat_map(|subject| {
                let with_subject = |object: &Term| (subject.clone(), object.clone());
                objects.iter().map(with_subject).collect::<Vec<_>>()
            })
            .collect()
    }

    fn subjects(&self, argument: &Argument) -> Vec<NamedNode> {
        match argument {
            Argument::Mention(id) => self.referents.get(id).cloned().unwrap_or_default(),
            Argument::Letter => vec![self.own.iri.clone()],
            Argument::Node(node) => vec![node.clone()],
            Argument::Text(..) | Argument::Date(..) | Argument::Hour(_) | Argument::True => {
                Vec::new()
            }
        }
    }

    fn objects(&self, argument: &Argument) -> Vec<Term> {
        match argument {
            Argument::Text(text, language) => vec![text_literal(text, *language).into()],
            Argument::Date(date, hour) => vec![date_literal(*date, *hour).into()],
            Argument::True => vec![Literal::from(true).into()],
            Argument::Mention(id)
                if self.is(*id, "Url") || self.is(*id, "Email") || self.is(*id, "Telephone") =>
            {
                let mention = self.mentions.get(*id);
                let words = mention.span.of(&self.document.text);
                // Converters put spaces into addresses; a telephone number has its own.
                let value = if self.is(*id, "Telephone") {
                    let plain = mention.plain.of(&self.document.plain.text);
                    value::telephone(words, plain, self.has(mention, "turned"))
                } else {
                    words.split_whitespace().collect()
                };
                vec![Literal::new_simple_literal(value).into()]
            }
            _ => self
                .subjects(argument)
                .into_iter()
                .map(Term::from)
                .collect(),
        }
    }

    fn entities(&self) -> BTreeMap<String, Entity> {
        let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
        for (id, referents) in &self.referents {
            if VALUES.iter().any(|value| self.is(*id, value)) {
                continue;
            }
            for iri in referents {
                let known = self.vocabulary.by_iri(iri.as_ref());
                let entity = entities
                    .entry(iri.as_str().to_owned())
                    .or_insert_with(|| Entity {
                        iri: iri.clone(),
                        kind: match known {
                            Some(entry) => self.vocabulary.kinds().name(entry.kind).to_owned(),
                            None => self.minted_kind(*id, iri),
                        },
                        mentions: Vec::new(),
                        is_known: known.is_some(),
                    });
                entity.mentions.push(*id);
            }
        }
        for entity in entities.values_mut() {
            entity
                .mentions
                .sort_by_key(|id| self.mentions.get(*id).span);
        }
        entities.remove(self.own.iri.as_str());
        entities
    }

    /// The kind of an entity that the vocabulary does not have.
    fn minted_kind(&self, id: MentionId, iri: &NamedNode) -> String {
        let kind = self.kinds.name(self.kind(id));
        let is_edition = self.is(id, "MeetingSeries")
            || kind == "Meeting" && self.has(self.mentions.get(id), "series");
        if is_edition && iri.as_str().contains("/id/meeting/") {
            return self.kind_of_edition(iri);
        }
        kind.to_owned()
    }

    /// Class and names of the entities that the vocabulary does not have.
    fn descriptions(&self, entities: &BTreeMap<String, Entity>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for entity in entities.values().filter(|entity| !entity.is_known) {
            let Some(first) = entity.mentions.first() else {
                continue;
            };
            let state = |predicate: NamedNodeRef<'_>, object: Term, id: MentionId| Fact {
                subject: entity.iri.clone(),
                predicate: predicate.into_owned(),
                object,
                evidence: self.evidence_of(id),
            };
            let class = class_of(&entity.kind);
            facts.push(state(rdf::TYPE, class.into(), *first));
            for name in self.names_of(entity) {
                let literal = text_literal(&name.text, name.language);
                let property = match name.sort {
                    crate::vocabulary::NameSort::Preferred => rdfs::LABEL,
                    crate::vocabulary::NameSort::Notation => skos::NOTATION,
                    _ => skos::ALT_LABEL,
                };
                facts.push(state(property, literal.into(), *first));
            }
        }
        facts.extend(self.further_names(entities));
        facts
    }

    /// What the letter calls meetings of the vocabulary that it does not call by name there.
    fn further_names(&self, entities: &BTreeMap<String, Entity>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for entity in entities.values().filter(|entity| entity.is_known) {
            let Some(entry) = self.vocabulary.by_iri(entity.iri.as_ref()) else {
                continue;
            };
            for id in entity.mentions.iter().filter(|id| self.is(**id, "Meeting")) {
                for name in self.names_as_written(*id) {
                    let words = comparable(&name.text);
                    if entry
                        .names
                        .iter()
                        .all(|known| comparable(&known.text) != words)
                    {
                        facts.push(Fact {
                            subject: entity.iri.clone(),
                            predicate: skos::ALT_LABEL.into_owned(),
                            object: text_literal(&name.text, name.language).into(),
                            evidence: self.evidence_of(*id),
                        });
                    }
                }
            }
        }
        facts
    }

    /// That the letter mentions each entity, by its first mention.
    fn mentioning(&self, entities: &BTreeMap<String, Entity>) -> Vec<Fact> {
        let named = entities.values().filter_map(|entity| {
            let first = entity.mentions.first()?;
            Some(Fact {
                subject: self.own.iri.clone(),
                predicate: schema::MENTIONS.into_owned(),
                object: entity.iri.clone().into(),
                evidence: self.evidence_of(*first),
            })
        });
        named.collect()
    }

    fn evidence_of(&self, id: MentionId) -> Evidence {
        let mention = self.mentions.get(id);
        Evidence {
            span: mention.span.trim(&self.document.text),
            rule: mention.finder.clone(),
            confidence: 95,
        }
    }
}
