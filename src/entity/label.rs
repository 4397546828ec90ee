//! Names for things that a letter describes and does not name: "TSAG meeting, 2011-02-08",
//! "Resolution 178 (Guadalajara, 2010)", in every language that the templates have.

mod part;

use self::part::{full_year, is_of_series, prefer_one_each, short_name};
use super::circular::{circular_name, circular_number, full_name};
use super::meeting::{JOINT, body_slug};
use super::mint::Citation;
use super::{Entity, Resolver};
use crate::diagnostic::FileError;
use crate::document::plain::readable;
use crate::knowledge::Knowledge;
use crate::language::{LANGUAGES, Language};
use crate::mention::MentionId;
use crate::namespace::{ID, identifier};
use crate::vocabulary::{Name, NameSort, Vocabulary};
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;

/// The templates of `labels.toml`, by kind and language.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    templates: BTreeMap<String, BTreeMap<String, String>>,
}

const LABELS_FILE: &str = "labels.toml";

impl Labels {
    /// Loads `labels.toml`.
    pub fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let file = knowledge
            .file(LABELS_FILE)
            .ok_or_else(|| FileError::new(LABELS_FILE, "the file is missing from the ontology"))?;
        let templates = toml::from_str(&file.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            FileError::at_offset(&file.shown, &file.text, offset, error.message())
        })?;
        Ok(Self { templates })
    }

    /// The names that a template gives, one for each language whose parts are all known.
    pub(super) fn fill(
        &self,
        template: &str,
        part: impl Fn(&str, Language) -> Option<String>,
    ) -> Vec<Name> {
        let mut names = Vec::new();
        let Some(by_language) = self.templates.get(template) else {
            return names;
        };
        for (language, tag, _) in LANGUAGES {
            let Some(pattern) = by_language.get(*tag) else {
                continue;
            };
            if let Some(text) = fill(pattern, |name| part(name, *language)) {
                names.push(Name {
                    text,
                    language: Some(*language),
                    sort: NameSort::Preferred,
                });
            }
        }
        names
    }

    /// The names of an edition of a Resolution or Decision.
    pub(super) fn edition(
        &self,
        vocabulary: &Vocabulary,
        citation: &Citation,
        kind: &str,
    ) -> Vec<Name> {
        let template = if citation.is_revision {
            format!("{kind}Revision")
        } else {
            format!("{kind}Edition")
        };
        self.fill(&template, |part, language| match part {
            "number" => Some(citation.number.clone()),
            "year" => citation.year.map(|year| year.to_string()),
            "place" => {
                let place = vocabulary.by_iri(citation.place.as_ref()?.as_ref())?;
                Some(place.label(language).to_owned())
            }
            _ => None,
        })
    }
}

fn fill(pattern: &str, part: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}')?;
        filled.push_str(&rest[..open]);
        filled.push_str(&part(&rest[open + 1..close])?);
        rest = &rest[close + 1..];
    }
    filled.push_str(rest);
    Some(filled)
}

impl Resolver<'_> {
    /// The names of an entity that the vocabulary does not have.
    pub(super) fn names_of(&self, entity: &Entity) -> Vec<Name> {
        let mut names = self.names_by_template(entity);
        let named = entity
            .mentions
            .iter()
            .filter(|id| !self.has(self.mentions.get(**id), "anaphor"));
        for id in named {
            for name in self.names_as_written(*id) {
                let is_new = names.iter().all(|known| {
                    known.language != name.language || !known.text.eq_ignore_ascii_case(&name.text)
                });
                if is_new {
                    names.push(name);
                }
            }
        }
        if names.is_empty()
            && let Some(id) = entity.mentions.first()
        {
            // What nothing else names is called by the words that mention it.
            let words = self.mentions.get(*id).span.of(&self.document.text);
            let words = words.split(|sign: char| sign.is_whitespace() || sign == '|');
            let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            names.push(Name {
                text: words.join(" "),
                language: Some(self.document.language),
                sort: NameSort::Preferred,
            });
        }
        prefer_one_each(&mut names);
        self.name_by_code(&mut names);
        names
    }

    /// What has only a code or acronym is called by it.
    fn name_by_code(&self, names: &mut Vec<Name>) {
        if names.iter().any(|name| name.sort == NameSort::Preferred) {
            return;
        }
        if let Some(code) = names.first() {
            names.push(Name {
                text: code.text.clone(),
                language: Some(self.document.language),
                sort: NameSort::Preferred,
            });
        }
    }

    /// The words of a mention, or of the parts of it that are a name.
    pub(super) fn names_as_written(&self, id: MentionId) -> Vec<Name> {
        let mention = self.mentions.get(id);
        let language = self.document.language_at(mention.span.start);
        let written = |attribute: &str| {
            let found = self.mentions.attribute(mention, attribute)?;
            let words = readable(found.span.of(&self.document.text));
            Some(words.trim_matches(['*', ' ']).to_owned())
        };
        let name = |text: String, language: Option<Language>, sort| Name {
            text,
            language,
            sort,
        };
        let mut names = Vec::new();
        match self.kinds.name(mention.kind) {
            // Names of people are in no language, but in a script.
            "Person" => names.extend(
                written("name").map(|text| name(text, Some(language), NameSort::Preferred)),
            ),
            "Deadline" => names.extend(
                written("what").map(|text| name(text, Some(language), NameSort::Preferred)),
            ),
            "Document" => names.extend(
                written("title").map(|text| name(text, Some(language), NameSort::Preferred)),
            ),
            "Contribution" => {
                if let Some(number) = written("number") {
                    let part = |part: &str, _| (part == "number").then(|| number.clone());
                    names.extend(self.labels.fill("Contribution", part));
                    names.push(name(number.clone(), None, NameSort::Notation));
                }
            }
            "Circular" => {
                let own = self.own.number.as_ref().map(|(number, _)| &number.series);
                if let Some(number) = circular_number(self.mentions, mention, self.vocabulary, own)
                {
                    names.extend(LANGUAGES.iter().map(|(language, _, _)| {
                        let text = circular_name(self.vocabulary, &number, *language);
                        name(text, Some(*language), NameSort::Preferred)
                    }));
                    names.extend(LANGUAGES.iter().filter_map(|(language, _, _)| {
                        let text = full_name(self.vocabulary, &number, *language)?;
                        Some(name(text, Some(*language), NameSort::Other))
                    }));
                }
                if !self.has(mention, "date") {
                    let words = mention.span.of(&self.document.text);
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    names.push(name(words, Some(language), NameSort::Other));
                }
            }
            "Resolution" | "Decision" if !self.has(mention, "number") => {
                names.extend(
                    written("title").map(|text| name(text, Some(language), NameSort::Preferred)),
                );
            }
            "Resolution" | "Decision" | "Recommendation" | "Report" | "Question"
            | "TreatyProvision" => {}
            "Audience" if !mention.attributes.is_empty() => {
                let words = mention.span.of(&self.document.text);
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                names.push(name(words, Some(language), NameSort::Other));
            }
            _ if self.kinds.is_named(mention.kind, "Group") => {
                names.extend(
                    written("name").map(|text| name(text, Some(language), NameSort::Preferred)),
                );
                names.extend(written("acronym").map(|text| name(text, None, NameSort::Notation)));
            }
            _ if self.kinds.is_named(mention.kind, "Organization") => {
                names.extend(
                    written("name").map(|text| name(text, Some(language), NameSort::Preferred)),
                );
                names.extend(written("acronym").map(|text| name(text, None, NameSort::Notation)));
            }
            _ if self.kinds.is_named(mention.kind, "Meeting") => {
                names.extend(
                    written("name").map(|text| name(text, Some(language), NameSort::Other)),
                );
            }
            _ => {}
        }
        names
    }

    /// The names by the template of a kind, and others by the templates of its short form and of
    /// that without its sector.
    fn names_with_short(
        &self,
        kind: &str,
        fill: impl Fn(&str, Language) -> Option<String>,
    ) -> Vec<Name> {
        let mut names = self.labels.fill(kind, &fill);
        for form in ["short", "plain"] {
            let others = self.labels.fill(&format!("{kind}.{form}"), &fill);
            names.extend(others.into_iter().map(|name| Name {
                sort: NameSort::Other,
                ..name
            }));
        }
        names
    }

    fn names_by_template(&self, entity: &Entity) -> Vec<Name> {
        let path = entity.iri.as_str().trim_start_matches(ID);
        let parts: Vec<&str> = path.split('/').collect();
        let date = parts.last().copied().unwrap_or("");
        let entry = |iri: &NamedNode| self.vocabulary.by_iri(iri.as_ref());
        match parts.as_slice() {
            [work @ ("resolution" | "decision"), body, number] => {
                let kind = if *work == "decision" {
                    "Decision"
                } else {
                    "Resolution"
                };
                self.names_with_short(kind, |part, language| match part {
                    "number" => Some((*number).to_owned()),
                    "body" => Some(short_name(entry(&identifier(["series", body]))?, language)),
                    _ => None,
                })
            }
            [work @ ("recommendation" | "report"), sector, number] => {
                let kind = if *work == "report" {
                    "Report"
                } else {
                    "Recommendation"
                };
                self.labels.fill(kind, |part, language| match part {
                    "number" => Some(number.to_uppercase()),
                    "sector" => Some(short_name(
                        entry(&identifier(["organization", sector]))?,
                        language,
                    )),
                    _ => None,
                })
            }
            ["question", sector, number @ ..] => {
                let fill = |part: &str, language| match part {
                    "number" => Some(number.join("/").to_uppercase()),
                    "sector" => Some(short_name(
                        entry(&identifier(["organization", sector]))?,
                        language,
                    )),
                    _ => None,
                };
                self.names_with_short("Question", fill)
            }
            ["provision", treaty, unit, number] => self.labels.fill(
                &format!("TreatyProvision.{unit}"),
                |part, language| match part {
                    "number" => Some((*number).to_owned()),
                    "treaty" => Some(
                        entry(&identifier(["treaty", treaty]))?
                            .label(language)
                            .to_owned(),
                    ),
                    _ => None,
                },
            ),
            ["audience", "leaders", body] => {
                let fill = |part: &str, language| match part {
                    "body" => self.short_name_of(body, language),
                    "group" => self.long_name_of(body, language),
                    "number" => Some(body.rsplit('-').next()?.strip_prefix("sg")?.to_owned()),
                    _ => None,
                };
                self.names_with_short("Audience.leaders", fill)
            }
            ["audience", audience, body] => {
                let Some(audience) = entry(&identifier(["audience", audience])) else {
                    return Vec::new();
                };
                let mut names = self.labels.fill("Audience", |part, language| match part {
                    "audience" => Some(audience.label(language).to_owned()),
                    "body" => Some(self.short_name_of(body, language)?),
                    _ => None,
                });
                // Each other name of the audience gives another name of that of the body.
                for other in audience
                    .names
                    .iter()
                    .filter(|name| name.sort == NameSort::Other)
                {
                    let filled = self.labels.fill("Audience", |part, language| match part {
                        "audience" => {
                            (other.language == Some(language)).then(|| other.text.clone())
                        }
                        "body" => Some(self.short_name_of(body, language)?),
                        _ => None,
                    });
                    names.extend(filled.into_iter().map(|name| Name {
                        sort: NameSort::Other,
                        ..name
                    }));
                }
                names
            }
            ["group", sector, number] => {
                let number = number
                    .trim_start_matches(|letter: char| letter.is_ascii_lowercase())
                    .trim_start_matches('-')
                    .replace('-', "/")
                    .to_uppercase();
                let fill = |part: &str, language| match part {
                    "number" => Some(number.clone()),
                    "sector" => Some(short_name(
                        entry(&identifier(["organization", sector]))?,
                        language,
                    )),
                    _ => None,
                };
                self.names_with_short(&entity.kind, fill)
            }
            ["group", _, _, cited] if cited.starts_with("resolution-") => {
                self.labels
                    .fill(&format!("{}.about", entity.kind), |part, _| match part {
                        "number" => cited.rsplit('-').next().map(str::to_owned),
                        _ => None,
                    })
            }
            ["meeting", body, number] if is_of_series(number) => {
                let fill = |part: &str, language| match part {
                    "ordinal" => Some(
                        entry(&identifier(["ordinal", number]))?
                            .label(language)
                            .to_owned(),
                    ),
                    "number" => Some((*number).to_owned()),
                    "body" => self.short_name_of(body, language),
                    "group" => self.long_name_of(body, language),
                    _ => None,
                };
                self.names_with_short("GroupMeeting.numbered", fill)
            }
            ["meeting", body, letter] if self.is_own_slug(letter) => {
                let fill = |part: &str, language| match part {
                    "date" => self.told_by(language),
                    "body" => self.short_name_of(body, language),
                    _ => None,
                };
                self.names_with_short(&entity.kind, fill)
            }
            // One that shares its kind and day with another has a fifth part, and is called by its own name.
            ["meeting", body, ..] if (3..=4).contains(&parts.len()) => {
                let fill = |part: &str, language| match part {
                    "date" => Some(date.to_owned()),
                    "body" => self.short_name_of(body, language),
                    _ => None,
                };
                self.names_with_short(&entity.kind, fill)
            }
            ["meeting", edition] => {
                let Some((series, year)) = edition.rsplit_once('-') else {
                    return Vec::new();
                };
                let series = identifier(["series", series]);
                self.names_with_short("Edition", |part, language| match part {
                    "series" => Some(short_name(entry(&series)?, language)),
                    "name" => Some(entry(&series)?.label(language).to_owned()),
                    "year" => Some(year.to_owned()),
                    "full-year" => full_year(year).map(|year| year.to_string()),
                    _ => None,
                })
            }
            _ => Vec::new(),
        }
    }

    /// The label of a body of the vocabulary, by its name in identifiers.
    fn long_name_of(&self, slug: &str, language: Language) -> Option<String> {
        let mut bodies = self.referents.values().flatten();
        let body = bodies.find(|body| body_slug(body).as_deref() == Some(slug))?;
        let entry = self.vocabulary.by_iri(body.as_ref())?;
        Some(entry.label(language).to_owned())
    }

    /// The short name of the body that an identifier names so, among those that the letter speaks of.
    fn short_name_of(&self, slug: &str, language: Language) -> Option<String> {
        if slug.contains(JOINT) {
            let bodies = slug.split(JOINT);
            let names: Option<Vec<String>> = bodies
                .map(|body| self.short_name_of(body, language))
                .collect();
            return Some(names?.join(" / "));
        }
        let body = self.referents.iter().find_map(|(id, referents)| {
            let is_body =
                self.is(*id, "Group") || self.is(*id, "Organization") || self.is(*id, "Post");
            let body = referents.first().filter(|_| is_body)?;
            (body_slug(body).as_deref() == Some(slug)).then_some((*id, body))
        });
        let known = |iri: &NamedNode| {
            let entry = self.vocabulary.by_iri(iri.as_ref())?;
            Some(short_name(entry, language))
        };
        let Some((id, iri)) = body else {
            // The office that writes need not be named in its letter.
            return known(&identifier(["organization", slug]));
        };
        if let Some(name) = known(iri) {
            return Some(name);
        }
        let mention = self.mentions.get(id);
        if let Some(acronym) = self.mentions.attribute(mention, "acronym") {
            return Some(acronym.span.of(&self.document.text).to_owned());
        }
        let entity = Entity {
            iri: iri.clone(),
            kind: self.kinds.name(mention.kind).to_owned(),
            mentions: Vec::new(),
            is_known: false,
        };
        let names = self.names_by_template(&entity);
        let own = names
            .into_iter()
            .find(|name| name.language == Some(language));
        own.map(|name| name.text)
    }
}
