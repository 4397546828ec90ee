//! Rules that link mentions into claims.
//!
//! A rule is a file of `ontology/rules/`: what it states, the wording of each language, and example
//! sentences that it must and must not match. [`Rules`] is loaded once; [`link`] runs it over a
//! letter. Which thing a mention refers to is not decided here.

pub mod context;
pub mod example;
pub mod rule;

use crate::document::{Document, Part};
use crate::language::Language;
use crate::mention::date::{self, Hour, PartialDate};
use crate::mention::pairing::ITSELF;
use crate::mention::{Mention, MentionId, Mentions, Shapes};
use crate::pattern::template::{End, Template, Term};
use crate::pattern::{Found, Typed};
use crate::span::Span;
use crate::vocabulary::Vocabulary;
use oxigraph::model::NamedNode;
use rule::{Rule, RulePattern, Rules};
use std::collections::BTreeSet;

/// Where a claim or fact stands in the letter, and what found it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The words that state it: bytes of the text.
    pub span: Span,
    /// The name of the rule, as its file has it.
    pub rule: String,
    /// How sure the rule is, in hundredths.
    pub confidence: u8,
}

/// A statement between mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Who or what it is about.
    pub subject: Argument,
    /// The property.
    pub predicate: NamedNode,
    /// The other end.
    pub object: Argument,
    /// Where it stands.
    pub evidence: Evidence,
    /// Against what else it stands.
    pub force: Force,
}

/// Whether a claim stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// It does.
    Firm,
    /// It stands where no firm claim states the property of the subject, nor the date of another thing.
    Otherwise,
    /// The same, of each meeting that the letter announces.
    Shared,
}

/// One end of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// What a mention refers to.
    Mention(MentionId),
    /// The circular being read.
    Letter,
    /// A thing named by the rule.
    Node(NamedNode),
    /// Words in a language, or a code in none.
    Text(String, Option<Language>),
    /// A date, with the hour if it is given.
    Date(PartialDate, Option<Hour>),
    /// An hour of a day that is stated elsewhere.
    Hour(Hour),
    /// `true`.
    True,
}

/// The capture that holds the words to quote, where that is not the whole match.
const EVIDENCE: &str = "evidence";

/// The claims that the rules, and the mentions themselves, state in a letter; in order of place.
pub fn link(
    document: &Document,
    mentions: &Mentions,
    vocabulary: &Vocabulary,
    shapes: &Shapes,
    rules: &Rules,
) -> Vec<Claim> {
    let linker = Linker {
        document,
        mentions,
        vocabulary,
        shapes,
    };
    let mut claims = Vec::new();
    for (id, mention) in mentions.iter() {
        for template in shapes.templates_of(&mention.finder) {
            linker.state_of_mention(id, mention, template, &mut claims);
        }
    }
    for part in &document.parts {
        let typed = mentions.typed(document, part.plain);
        for rule in rules.iter() {
            for entry in &rule.patterns {
                if is_meant(entry, part) {
                    for found in entry.pattern.find(&typed) {
                        linker.state(rule, entry, &typed, &found, &mut claims);
                    }
                }
            }
        }
    }
    claims.sort_by_key(|claim| (claim.evidence.span, claim.evidence.rule.clone()));
    claims
}

/// The patterns that match somewhere in a letter, each as the name of its rule and its number there.
pub fn matching<'a>(
    document: &Document,
    mentions: &Mentions,
    rules: &'a Rules,
) -> BTreeSet<(&'a str, usize)> {
    let mut matching = BTreeSet::new();
    for part in &document.parts {
        let typed = mentions.typed(document, part.plain);
        for rule in rules.iter() {
            for (number, entry) in rule.patterns.iter().enumerate() {
                if is_meant(entry, part) && !entry.pattern.find(&typed).is_empty() {
                    matching.insert((rule.name.as_str(), number));
                }
            }
        }
    }
    matching
}

/// True for a pattern that is for a part of that kind and language.
fn is_meant(entry: &RulePattern, part: &Part) -> bool {
    (entry.languages.is_empty() || entry.languages.contains(&part.language))
        && (entry.parts.is_empty() || entry.parts.contains(&part.kind))
}

/// Captured words with the mentions in them.
struct Captured {
    span: Span,
    mentions: Vec<MentionId>,
}

struct Linker<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    vocabulary: &'a Vocabulary,
    shapes: &'a Shapes,
}

/// The confidence of what a mention's own form states.
const MENTION_CONFIDENCE: u8 = 95;

impl Linker<'_> {
    fn state(
        &self,
        rule: &Rule,
        entry: &RulePattern,
        typed: &Typed,
        found: &Found,
        claims: &mut Vec<Claim>,
    ) {
        let captured = |name: &str| -> Option<Captured> {
            let capture = found.captures.iter().find(|capture| capture.name == name)?;
            let plain = typed.plain(capture.typed);
            Some(Captured {
                span: self.document.plain.source(plain.start, plain.end),
                mentions: typed
                    .mentions_in(capture)
                    .into_iter()
                    .map(MentionId)
                    .collect(),
            })
        };
        let stated = found
            .captures
            .iter()
            .find(|capture| capture.name == EVIDENCE);
        let plain = typed.plain(stated.map_or(found.typed, |capture| capture.typed));
        let span = self
            .document
            .plain
            .source(plain.start, plain.end)
            .trim_to_quote(&self.document.text);
        let evidence = Evidence {
            span,
            rule: rule.name.clone(),
            confidence: entry.confidence,
        };
        for template in &entry.templates {
            let force = match entry.is_otherwise {
                _ if template.subject == Term::Meetings => Force::Shared,
                true => Force::Otherwise,
                false => Force::Firm,
            };
            self.fill(template, &captured, (&evidence, force), claims);
        }
    }

    fn state_of_mention(
        &self,
        id: MentionId,
        mention: &Mention,
        template: &Template,
        claims: &mut Vec<Claim>,
    ) {
        let captured = |name: &str| -> Option<Captured> {
            if name == "self" {
                let itself = self.mentions.attribute(mention, ITSELF);
                let mentions = itself.map_or(vec![id], |itself| itself.mentions);
                return Some(Captured {
                    span: mention.span,
                    mentions,
                });
            }
            // A part of a part will do: the date of the meeting that a deadline names.
            let attribute = self.mentions.attribute(mention, name).or_else(|| {
                let parts = mention
                    .attributes
                    .iter()
                    .flat_map(|attribute| &attribute.mentions);
                let mut parts = parts.map(|part| self.mentions.get(*part));
                parts.find_map(|part| self.mentions.attribute(part, name))
            })?;
            Some(Captured {
                span: attribute.span,
                mentions: attribute.mentions,
            })
        };
        let parts = mention.attributes.iter().map(|attribute| attribute.span);
        let evidence = Evidence {
            span: parts
                .fold(mention.span, Span::join)
                .trim(&self.document.text),
            rule: mention.finder.clone(),
            confidence: MENTION_CONFIDENCE,
        };
        let force = match self.shapes.reads_pairs(&mention.finder) {
            true => Force::Otherwise,
            false => Force::Firm,
        };
        self.fill(template, &captured, (&evidence, force), claims);
    }

    fn fill(
        &self,
        template: &Template,
        captured: &dyn Fn(&str) -> Option<Captured>,
        (evidence, force): (&Evidence, Force),
        claims: &mut Vec<Claim>,
    ) {
        if let Some(condition) = &template.condition
            && captured(condition).is_none()
        {
            return;
        }
        let at = evidence.span.start;
        for subject in self.arguments(&template.subject, captured, at) {
            for object in self.arguments(&template.object, captured, at) {
                claims.push(Claim {
                    subject: subject.clone(),
                    predicate: template.predicate.clone(),
                    object,
                    evidence: evidence.clone(),
                    force,
                });
            }
        }
    }

    fn arguments(
        &self,
        term: &Term,
        captured: &dyn Fn(&str) -> Option<Captured>,
        at: usize,
    ) -> Vec<Argument> {
        let spoken_of = |id: Option<MentionId>| id.map(Argument::Mention).into_iter().collect();
        match term {
            Term::Letter => vec![Argument::Letter],
            Term::Context => spoken_of(self.quoted_resolution(at)),
            Term::Group => spoken_of(self.group_spoken_of(at)),
            Term::Body => spoken_of(self.group_counted(at)),
            Term::Meeting => spoken_of(
                self.last_of("Meeting", &["MeetingSeries"], at)
                    .or_else(|| self.last_of("Meeting", &[], at)),
            ),
            Term::Meetings => self.meetings_announced().map(Argument::Mention).collect(),
            Term::Clock(name, end) => {
                let hours = captured(name).and_then(|hour| {
                    let mention = self.mentions.get(*hour.mentions.first()?);
                    date::hours(self.mentions, mention, self.vocabulary)
                });
                let hour = hours.and_then(|(first, last)| match end {
                    End::End => last,
                    _ => Some(first),
                });
                hour.map(Argument::Hour).into_iter().collect()
            }
            Term::Node(node) => vec![Argument::Node(node.clone())],
            Term::True => vec![Argument::True],
            Term::Capture(name, Some(kind)) => {
                let mentions = captured(name).map_or(Vec::new(), |capture| capture.mentions);
                let of_kind = mentions.into_iter().filter(|id| {
                    self.shapes
                        .kinds()
                        .is_named(self.mentions.get(*id).kind, kind)
                });
                of_kind.map(Argument::Mention).collect()
            }
            Term::Capture(name, None) => captured(name).map_or(Vec::new(), |capture| {
                if capture.mentions.is_empty() {
                    vec![self.text(&capture, None)]
                } else {
                    capture
                        .mentions
                        .iter()
                        .map(|id| Argument::Mention(*id))
                        .collect()
                }
            }),
            Term::Part(name, part) => {
                let mentions = captured(name).map_or(Vec::new(), |capture| capture.mentions);
                let parts = mentions
                    .iter()
                    .filter_map(|id| self.mentions.attribute(self.mentions.get(*id), part));
                parts
                    .flat_map(|part| part.mentions)
                    .map(Argument::Mention)
                    .collect()
            }
            Term::Text(name) => captured(name)
                .map(|capture| {
                    let language = self.document.language_at(capture.span.start);
                    self.text(&capture, Some(language))
                })
                .into_iter()
                .collect(),
            Term::Code(name) => captured(name)
                .map(|capture| self.text(&capture, None))
                .into_iter()
                .collect(),
            Term::Date(name, end, hour) => {
                let hour = hour.as_deref().and_then(captured);
                let date = captured(name).and_then(|date| self.date(&date, *end, hour.as_ref()));
                date.into_iter().collect()
            }
        }
    }

    /// The words as read, their line breaks and runs of space made one.
    fn text(&self, capture: &Captured, language: Option<Language>) -> Argument {
        let joint = if self.document.language_at(capture.span.start) == Language::Chinese {
            ""
        } else {
            " "
        };
        let lines: Vec<String> = capture
            .span
            .of(&self.document.text)
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let words = lines.join(joint).replace("**", "");
        Argument::Text(words.trim().to_owned(), language)
    }

    fn date(&self, capture: &Captured, end: End, hour: Option<&Captured>) -> Option<Argument> {
        let mention = self.mentions.get(*capture.mentions.first()?);
        let range = date::dates(self.mentions, mention, self.vocabulary)?;
        let hours = hour.and_then(|hour| {
            let mention = self.mentions.get(*hour.mentions.first()?);
            date::hours(self.mentions, mention, self.vocabulary)
        });
        let is_range = range.start != range.end;
        let (first, last) = hours.map_or((None, None), |(first, last)| (Some(first), last));
        match end {
            End::Start => Some(Argument::Date(range.start, first)),
            End::End if is_range || last.is_some() => Some(Argument::Date(range.end, last)),
            End::First if is_range => Some(Argument::Date(range.start, first)),
            End::Last => Some(Argument::Date(range.end, last.or(first))),
            End::Only if !is_range => Some(Argument::Date(range.start, first)),
            End::End | End::First | End::Only => None,
        }
    }
}
