//! The letter's own identity: its series and number, its date, its office.

use super::circular::{
    CircularNumber, circular_iri, circular_name, circular_number, full_name, single_candidate,
};
use super::enclosure;
use super::issuer::offices;
use super::{Fact, text_literal};
use crate::document::{Document, PartKind};
use crate::language::Language;
use crate::mention::date::{self, PartialDate};
use crate::mention::{MentionId, Mentions};
use crate::namespace::{cg, dcterms, identifier, local, org, rdf, rdfs, schema, skos};
use crate::relation::{Argument, Claim, Evidence};
use crate::span::Span;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::kind::Kinds;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the letter is.
pub(super) struct Own {
    /// The circular's identifier.
    pub iri: NamedNode,
    /// Its date, if it states one.
    pub date: Option<PartialDate>,
    /// The office that issued it.
    pub issuer: Option<NamedNode>,
    /// The sector of that office.
    pub sector: Option<NamedNode>,
    /// The study period, "2013-2016".
    pub period: Option<String>,
    /// Its series and number with the mention that gives them.
    pub number: Option<(CircularNumber, MentionId)>,
    /// The office of the signatory.
    pub post: Option<NamedNode>,
    first_words: Span,
    number_place: Option<Span>,
    /// The series and number as the letter writes them, if nothing else is among the words.
    number_words: Option<String>,
    signature: Option<Evidence>,
    title: Option<(String, Evidence)>,
    annexes: Vec<Evidence>,
    period_is_stated: bool,
}

/// What claims state of the letter for it to be told by; what comes of them is stated in its place.
pub(super) const FOR_ITSELF: &[NamedNodeRef<'_>] =
    &[crate::namespace::owl::SAME_AS, cg::ANNEX_NUMBER];

impl Own {
    pub(super) fn read(
        document: &Document,
        mentions: &Mentions,
        claims: &[Claim],
        vocabulary: &Vocabulary,
        kinds: &Kinds,
    ) -> Self {
        let of_letter = |predicate: NamedNodeRef<'_>| {
            let predicate = predicate.into_owned();
            claims.iter().filter(move |claim| {
                claim.subject == Argument::Letter && claim.predicate == predicate
            })
        };
        // A circular that is named with its date is another one; of the others the surest is meant.
        let number = of_letter(crate::namespace::owl::SAME_AS)
            .filter_map(|claim| match claim.object {
                Argument::Mention(id) => {
                    let number = circular_number(mentions, mentions.get(id), vocabulary, None)?;
                    Some((number, id, claim.evidence.confidence))
                }
                _ => None,
            })
            .min_by_key(|(_, id, confidence)| {
                let is_dated = mentions.attribute(mentions.get(*id), "date").is_some();
                (is_dated, std::cmp::Reverse(*confidence))
            })
            .map(|(number, id, _)| (number, id));
        let date = of_letter(dcterms::ISSUED).find_map(|claim| match claim.object {
            Argument::Date(date, _) => Some(date),
            _ => None,
        });
        let single = |argument: &Argument| match argument {
            Argument::Mention(id) => single_candidate(mentions.get(*id), vocabulary),
            _ => None,
        };
        let signature = of_letter(cg::SIGNED_AS).find(|claim| single(&claim.object).is_some());
        let post = signature.and_then(|claim| single(&claim.object));
        let issuers = of_letter(cg::ISSUED_BY).filter_map(|claim| single(&claim.object));
        let stated_issuer = offices(&Vec::from_iter(issuers), vocabulary)
            .into_iter()
            .next();
        let issuer = stated_issuer
            .or_else(|| office_of_series(mentions, vocabulary, kinds))
            .or_else(|| {
                let (number, _) = number.as_ref()?;
                vocabulary.node(number.series.as_ref(), cg::ISSUED_BY)
            })
            .or_else(|| {
                let body = vocabulary.node(post.as_ref()?.as_ref(), org::POST_IN)?;
                // The Secretary-General heads the Union; the letters go out from the General
                // Secretariat.
                let office = vocabulary.node(body.as_ref(), cg::SECRETARIAT);
                Some(office.unwrap_or(body))
            });
        // "Director" under a name is the head of the office that writes.
        let post = post.and_then(|post| {
            let is_role = vocabulary
                .by_iri(post.as_ref())
                .is_some_and(|entry| vocabulary.kinds().is_named(entry.kind, "Role"));
            if is_role {
                post_of_role(vocabulary, &post, issuer.as_ref()?)
            } else {
                Some(post)
            }
        });
        let sector = issuer
            .as_ref()
            .and_then(|issuer| vocabulary.node(issuer.as_ref(), cg::SECRETARIAT_OF))
            .or_else(|| main_sector(mentions, vocabulary, kinds));
        let period = match date {
            Some(date) => study_period(vocabulary, date),
            None => likely_period(document, mentions, vocabulary, kinds),
        };
        let mut own = Self {
            iri: identifier(["circular", "unknown"]),
            date,
            issuer,
            sector,
            period,
            number_words: number.as_ref().and_then(|(_, id)| {
                let mention = mentions.get(*id);
                let words = mention.span.of(&document.text).split_whitespace();
                let words = words.collect::<Vec<_>>().join(" ").replace("**", "");
                (mentions.attribute(mention, "date").is_none()).then_some(words)
            }),
            number_place: number.as_ref().map(|(_, id)| mentions.get(*id).span),
            number,
            post,
            first_words: first_words(document),
            signature: signature.map(|claim| claim.evidence.clone()),
            title: of_letter(dcterms::TITLE).find_map(|claim| match &claim.object {
                Argument::Text(title, _) => Some((title.clone(), claim.evidence.clone())),
                _ => None,
            }),
            annexes: enclosure::annexes(document, mentions, claims, kinds),
            period_is_stated: date.is_some(),
        };
        own.iri = match &own.number {
            Some((number, _)) => circular_iri(vocabulary, number, own.period.as_deref()),
            None => own.nameless(document, mentions, vocabulary, kinds),
        };
        own
    }

    /// The identifier of a letter without a number, from what does not change between its
    /// languages: the office, its date, the letters it cites and the dates of its subject.
    fn nameless(
        &self,
        document: &Document,
        mentions: &Mentions,
        vocabulary: &Vocabulary,
        kinds: &Kinds,
    ) -> NamedNode {
        let mut marks = Vec::new();
        for (_, mention) in mentions.iter() {
            if kinds.is_named(mention.kind, "Circular") {
                let cited = circular_number(mentions, mention, vocabulary, None);
                marks.extend(cited.map(|cited| format!("{}/{}", cited.series, cited.number)));
            } else if mention.part == PartKind::Subject && kinds.is_named(mention.kind, "Date") {
                let range = date::dates(mentions, mention, vocabulary);
                marks.extend(range.map(|range| format!("{}/{}", range.start, range.end)));
            }
        }
        marks.extend(self.date.map(|date| date.to_string()));
        marks.sort();
        marks.dedup();
        if marks.is_empty() {
            // Nothing else tells this letter from others.
            marks.push(document.plain.text.clone());
        }
        let digest = Sha256::digest(marks.join("\n").as_bytes());
        let digest: String = digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let office = self
            .issuer
            .as_ref()
            .and_then(|issuer| local(issuer.as_ref()));
        let office = office
            .and_then(|office| office.rsplit('/').next())
            .unwrap_or("unknown");
        let when = self
            .date
            .map(|date| date.to_string())
            .or_else(|| self.period.clone());
        identifier([
            "circular",
            office,
            when.as_deref().unwrap_or("undated"),
            &digest,
        ])
    }

    /// What the letter's form states of itself.
    pub(super) fn facts(&self, document: &Document, vocabulary: &Vocabulary) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut amended_facts = Vec::new();
        let mut state =
            |predicate: NamedNodeRef<'_>, object: Term, span: Span, rule: &str, confidence| {
                facts.push(Fact {
                    subject: self.iri.clone(),
                    predicate: predicate.into_owned(),
                    object,
                    evidence: Evidence {
                        span,
                        rule: rule.to_owned(),
                        confidence,
                    },
                });
            };
        let at = self.number_span(document).unwrap_or(self.first_words);
        let class = self
            .number
            .as_ref()
            .and_then(|(number, _)| vocabulary.node(number.series.as_ref(), cg::DENOTES));
        let class = class.unwrap_or_else(|| cg::CIRCULAR.into_owned());
        state(rdf::TYPE, class.into(), at, "own-number", 95);
        if let Some((number, _)) = &self.number {
            state(
                cg::NUMBER,
                Literal::new_simple_literal(&number.number).into(),
                at,
                "own-number",
                95,
            );
            state(
                cg::IN_SERIES,
                number.series.clone().into(),
                at,
                "own-number",
                95,
            );
            let name = circular_name(vocabulary, number, Language::English);
            state(
                dcterms::IDENTIFIER,
                Literal::new_simple_literal(name).into(),
                at,
                "own-number",
                95,
            );
            for name in names_of_circular(vocabulary, number) {
                state(rdfs::LABEL, name.into(), at, "own-number", 95);
            }
            for name in in_every_language(|language| full_name(vocabulary, number, language)) {
                state(skos::ALT_LABEL, name.into(), at, "own-number", 95);
            }
            if let Some(code) = code_of_office(vocabulary, number) {
                let code = Literal::new_simple_literal(code);
                state(skos::NOTATION, code.into(), at, "own-number", 95);
            }
            if let Some(words) = &self.number_words {
                let written = text_literal(words, Some(document.language));
                state(skos::ALT_LABEL, written.into(), at, "own-number", 95);
            }
        } else {
            let (words, subject) = match &self.title {
                Some((title, evidence)) => (shorten(title), evidence.span),
                None => (document.source.path.clone(), at),
            };
            let label = text_literal(&words, Some(document.language));
            state(rdfs::LABEL, label.into(), subject, "subject", 80);
        }
        if let Some((number, _)) = self
            .number
            .as_ref()
            .filter(|(number, _)| number.part.is_some())
        {
            let whole = CircularNumber {
                part: None,
                ..number.clone()
            };
            let amended = circular_iri(vocabulary, &whole, self.period.as_deref());
            state(cg::AMENDS, amended.clone().into(), at, "own-number", 95);
            for name in names_of_circular(vocabulary, &whole) {
                amended_facts.push(Fact {
                    subject: amended.clone(),
                    predicate: rdfs::LABEL.into_owned(),
                    object: name.into(),
                    evidence: own_number(at),
                });
            }
            amended_facts.push(Fact {
                subject: amended,
                predicate: rdf::TYPE.into_owned(),
                object: cg::CIRCULAR.into_owned().into(),
                evidence: own_number(at),
            });
        }
        if let Some(period) = &self.period {
            let confidence = if self.period_is_stated { 95 } else { 70 };
            let literal = Literal::new_simple_literal(period);
            state(
                cg::STUDY_PERIOD_OF,
                literal.into(),
                at,
                "study-period",
                confidence,
            );
        }
        if let Some(issuer) = &self.issuer {
            let span = self.signature.as_ref().map_or(at, |evidence| evidence.span);
            state(cg::ISSUED_BY, issuer.clone().into(), span, "issuer", 90);
        }
        facts.extend(amended_facts);
        for (index, evidence) in self.annexes.iter().enumerate() {
            let annex =
                NamedNode::new_unchecked(format!("{}/annex-{}", self.iri.as_str(), index + 1));
            facts.push(Fact {
                subject: annex.clone(),
                predicate: cg::ANNEX_OF.into_owned(),
                object: self.iri.clone().into(),
                evidence: evidence.clone(),
            });
            facts.push(Fact {
                subject: annex.clone(),
                predicate: rdf::TYPE.into_owned(),
                object: cg::ANNEX.into_owned().into(),
                evidence: evidence.clone(),
            });
            let label = text_literal(
                evidence.span.of(&document.text).trim(),
                Some(document.language),
            );
            facts.push(Fact {
                subject: annex,
                predicate: rdfs::LABEL.into_owned(),
                object: label.into(),
                evidence: evidence.clone(),
            });
        }
        facts
    }

    fn number_span(&self, document: &Document) -> Option<Span> {
        self.number.as_ref()?;
        self.number_place.map(|span| span.trim(&document.text))
    }
}

/// The names of a circular in every language.
fn names_of_circular(vocabulary: &Vocabulary, number: &CircularNumber) -> Vec<Literal> {
    in_every_language(|language| Some(circular_name(vocabulary, number, language)))
}

fn in_every_language(name: impl Fn(Language) -> Option<String>) -> Vec<Literal> {
    let languages = crate::language::LANGUAGES.iter();
    let name = |(language, _, _): &(Language, &str, &str)| {
        Some(text_literal(&name(*language)?, Some(*language)))
    };
    languages.filter_map(name).collect()
}

/// The code of the office before a number that is itself a code: BDT/IP/CSTG-2.
fn code_of_office(vocabulary: &Vocabulary, number: &CircularNumber) -> Option<String> {
    let office = vocabulary.node(number.series.as_ref(), cg::ISSUED_BY)?;
    let code = vocabulary.by_iri(office.as_ref())?.notation()?.to_owned();
    let is_code = number.number.contains('/') && number.number.starts_with(char::is_alphabetic);
    is_code.then(|| format!("{code}/{}", number.number))
}

fn own_number(span: Span) -> Evidence {
    Evidence {
        span,
        rule: "own-number".to_owned(),
        confidence: 95,
    }
}

/// The first words of the letter, as the passage for what nothing else states.
fn first_words(document: &Document) -> Span {
    let line = Span::new(0, document.text.len()).trim(&document.text);
    let words = line.of(&document.text);
    let end = words.find('\n').unwrap_or(words.len());
    Span::new(line.start, line.start + end).trim(&document.text)
}

fn shorten(words: &str) -> String {
    let short: String = words.chars().take(120).collect();
    if short.len() < words.len() {
        format!("{}…", short.trim_end())
    } else {
        short
    }
}

/// The office whose circulars the letterhead names, as `电信发展局 行政通函` does.
fn office_of_series(
    mentions: &Mentions,
    vocabulary: &Vocabulary,
    kinds: &Kinds,
) -> Option<NamedNode> {
    let heads = mentions.iter().map(|(_, mention)| mention);
    let mut series = heads
        .filter(|mention| {
            mention.part == PartKind::Letterhead && kinds.is_named(mention.kind, "CircularSeries")
        })
        .filter_map(|mention| single_candidate(mention, vocabulary));
    series.find_map(|series| vocabulary.node(series.as_ref(), cg::ISSUED_BY))
}

/// The sector that a letter speaks of which does not say which office writes: the only one, or that
/// named twice as often as any other.
fn main_sector(mentions: &Mentions, vocabulary: &Vocabulary, kinds: &Kinds) -> Option<NamedNode> {
    let named = mentions
        .iter()
        .filter(|(_, mention)| kinds.is_named(mention.kind, "Sector"))
        .filter_map(|(_, mention)| single_candidate(mention, vocabulary));
    let mut counts: BTreeMap<NamedNode, usize> = BTreeMap::new();
    for sector in named {
        *counts.entry(sector).or_default() += 1;
    }
    let (sector, most) = counts.iter().max_by_key(|(_, count)| **count)?;
    let is_main = |(other, count): (&NamedNode, &usize)| other == sector || count * 2 <= *most;
    counts.iter().all(is_main).then(|| sector.clone())
}

/// The post of a role in an office: the Director of the Radiocommunication Bureau.
fn post_of_role(
    vocabulary: &Vocabulary,
    role: &NamedNode,
    office: &NamedNode,
) -> Option<NamedNode> {
    let mut posts = vocabulary.of_kind("Post").filter(|post| {
        vocabulary.node(post.iri.as_ref(), org::ROLE_OF).as_ref() == Some(role)
            && vocabulary.node(post.iri.as_ref(), org::POST_IN).as_ref() == Some(office)
    });
    posts.next().map(|post| post.iri.clone())
}

/// The study period that a date falls in, "2013-2016".
pub(super) fn study_period(vocabulary: &Vocabulary, date: PartialDate) -> Option<String> {
    let mut periods: Vec<_> = vocabulary.of_kind("StudyPeriod").collect();
    periods.sort_by(|a, b| a.iri.as_str().cmp(b.iri.as_str()));
    let found = periods.into_iter().rev().find(|period| {
        let start = vocabulary.literal(period.iri.as_ref(), schema::START_DATE);
        start
            .and_then(|start| PartialDate::parse(&start))
            .is_some_and(|start| start <= date)
    });
    found.and_then(|period| period.notation().map(str::to_owned))
}

/// The study period that most full dates of an undated letter fall in; of two, the later.
fn likely_period(
    document: &Document,
    mentions: &Mentions,
    vocabulary: &Vocabulary,
    kinds: &Kinds,
) -> Option<String> {
    let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for (_, mention) in mentions.iter() {
        let is_date = mention.is_outermost && kinds.is_named(mention.kind, "Date");
        let in_letter = document
            .part_at(mention.span.start)
            .is_some_and(|part| part.kind != PartKind::Annex);
        if is_date
            && in_letter
            && let Some(range) = date::dates(mentions, mention, vocabulary)
            && range.start.month.is_some()
            && let Some(period) = study_period(vocabulary, range.start)
        {
            *counts.entry(period).or_default() += 1;
        }
    }
    let best = counts
        .into_iter()
        .max_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    best.map(|(period, _)| period)
}
