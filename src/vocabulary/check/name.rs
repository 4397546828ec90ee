//! Names that two things bear, and names that ordinary text would match.

use super::{Checker, Report, sort_of};
use crate::diagnostic::FileError;
use crate::knowledge::{Knowledge, KnowledgeFile};
use crate::language::{Language, is_han};
use crate::namespace::{cg, schema};
use crate::vocabulary::matcher::{CaseRule, comparable};
use crate::vocabulary::statement::{Object, Statement, statements};
use crate::vocabulary::{Entry, EntryId, Vocabulary, is_word};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What every user of the file can do about a name that means too much.
const ADVICE: &str =
    "leave it out, or state it as cg:contextualName too, to count only where the context says so";

/// Words that text is full of, by their comparable form, with their languages.
pub(super) struct OrdinaryWords {
    languages: HashMap<String, Vec<Language>>,
}

const WORDS_FILE: &str = "ordinary-words.toml";

impl OrdinaryWords {
    pub(super) fn load(knowledge: &Knowledge) -> Result<Self, FileError> {
        let file = knowledge
            .file(WORDS_FILE)
            .ok_or_else(|| FileError::new(WORDS_FILE, "the file is missing from the ontology"))?;
        let mistake =
            |at: usize, message: String| FileError::at_offset(&file.shown, &file.text, at, message);
        let lists: BTreeMap<String, String> = toml::from_str(&file.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            mistake(at, error.message().to_owned())
        })?;
        let mut languages: HashMap<String, Vec<Language>> = HashMap::new();
        for (tag, words) in lists {
            let language: Language = tag
                .parse()
                .map_err(|error| FileError::new(&file.shown, format!("{error}")))?;
            for word in words.split_whitespace() {
                let of_word = languages.entry(comparable(word)).or_default();
                if !of_word.contains(&language) {
                    of_word.push(language);
                }
            }
        }
        Ok(Self { languages })
    }

    /// The tags of the languages of which a name is a word.
    fn languages_of(&self, name: &str) -> Vec<&'static str> {
        let languages = self.languages.get(&comparable(name));
        let tags = languages.into_iter().flatten();
        tags.map(|language| language.tag()).collect()
    }
}

/// Who bears which name, where it is stated, and which pairs were reported.
pub(super) struct Bearers<'a> {
    by_name: HashMap<String, Vec<Bearer<'a>>>,
    /// `file:line` of a name of an entry.
    places: HashMap<(String, EntryId), String>,
    reported: BTreeSet<(String, EntryId, EntryId)>,
}

struct Bearer<'a> {
    id: EntryId,
    entry: &'a Entry,
    /// The only language in which it means the entry.
    language: Option<Language>,
    is_contextual: bool,
}

impl<'a> Bearers<'a> {
    pub(super) fn of(vocabulary: &'a Vocabulary, files: &[&KnowledgeFile]) -> Self {
        let mut by_name: HashMap<String, Vec<Bearer<'a>>> = HashMap::new();
        for (id, entry) in vocabulary.entries() {
            for pattern in vocabulary.matched_names(entry) {
                by_name
                    .entry(comparable(pattern.name))
                    .or_default()
                    .push(Bearer {
                        id,
                        entry,
                        language: pattern.language,
                        is_contextual: pattern.is_contextual,
                    });
            }
        }
        let mut places = HashMap::new();
        for file in files {
            let mut line = 1;
            let mut at = 0;
            for statement in statements(&file.text) {
                let Object::Text(name, _) = &statement.object else {
                    continue;
                };
                line += file.text[at..statement.object_at].matches('\n').count();
                at = statement.object_at;
                if sort_of(&statement).is_some()
                    && let Some(entry) = vocabulary.by_iri(statement.subject.as_ref())
                    && let Some(id) = vocabulary.id_of(entry)
                {
                    let place = places.entry((comparable(name), id));
                    place.or_insert_with(|| format!("{}:{line}", file.shown));
                }
            }
        }
        Self {
            by_name,
            places,
            reported: BTreeSet::new(),
        }
    }

    /// The others that a name of an entry means as surely, each reported once.
    fn clashes(&mut self, name: &str, entry: EntryId) -> Vec<&'a Entry> {
        let key = comparable(name);
        let bearers = self.by_name.get(&key).map_or(&[][..], Vec::as_slice);
        let is_own = |bearer: &&Bearer<'_>| bearer.id == entry && !bearer.is_contextual;
        let own: Vec<&Bearer<'a>> = bearers.iter().filter(is_own).collect();
        let mut others = Vec::new();
        for other in bearers {
            let is_meant_too = own.iter().any(|own| {
                let (one, two) = (own.language, other.language);
                one.is_none() || two.is_none() || one == two
            });
            let pair = (entry.min(other.id), entry.max(other.id));
            if other.id != entry
                && !other.is_contextual
                && is_meant_too
                && self.reported.insert((key.clone(), pair.0, pair.1))
            {
                others.push(other.entry);
            }
        }
        others
    }

    fn place(&self, name: &str, entry: EntryId) -> &str {
        let place = self.places.get(&(comparable(name), entry));
        place.map_or("", String::as_str)
    }
}

impl Checker<'_> {
    /// Reports what is wrong with the name that a statement gives, if it gives one.
    pub(super) fn check_name(&mut self, statement: &Statement, report: &mut Report<'_>) {
        let (Some(_), Object::Text(name, _)) = (sort_of(statement), &statement.object) else {
            return;
        };
        let Some(entry) = self.vocabulary.by_iri(statement.subject.as_ref()) else {
            return;
        };
        let matched = self.vocabulary.matched_names(entry);
        let Some(pattern) = matched.iter().find(|pattern| pattern.name == name) else {
            return;
        };
        if let Some(id) = self.vocabulary.id_of(entry) {
            self.check_clash(name, entry, id, statement.object_at, report);
        }
        if !pattern.is_contextual && !is_word(entry.kind, self.vocabulary.kinds()) {
            self.check_form(name, statement.object_at, report);
        }
    }

    fn check_clash(
        &mut self,
        name: &str,
        entry: &Entry,
        id: EntryId,
        at: usize,
        report: &mut Report<'_>,
    ) {
        for other in self.bearers.clashes(name, id) {
            if self.is_told_apart(entry, other) {
                let message = format!(
                    "`{name}` is a name of <{}> too; which is meant is told by the words around it or \
                     by the day of the letter",
                    other.iri.as_str()
                );
                report.remark("homonym", at, message);
                continue;
            }
            let kinds = self.vocabulary.kinds();
            let kind = if other.kind == entry.kind {
                format!("of the same kind, {}", kinds.name(entry.kind))
            } else {
                let (other, own) = (kinds.name(other.kind), kinds.name(entry.kind));
                format!("of another kind: {other}, not {own}")
            };
            let place = self.vocabulary.id_of(other);
            let place = place.map_or("", |other| self.bearers.place(name, other));
            let message = format!(
                "`{name}` is a name of <{}> too, {kind} ({place}); {ADVICE}",
                other.iri.as_str()
            );
            report.problem("clash", at, message);
        }
    }

    /// True for two that letters tell apart though they share a name: groups of which one had ended when the
    /// other began, a city and the country that it is in, the word for a role and a post or audience.
    fn is_told_apart(&self, one: &Entry, other: &Entry) -> bool {
        let year = |entry: &Entry, property| -> Option<i16> {
            let day = self.vocabulary.literal(entry.iri.as_ref(), property)?;
            day.get(..4)?.parse().ok()
        };
        let ends_before = |one: &Entry, other: &Entry| {
            let end = year(one, schema::DISSOLUTION_DATE);
            let start = year(other, cg::ESTABLISHED_ON);
            matches!((end, start), (Some(end), Some(start)) if end <= start)
        };
        let is_in = |one: &Entry, other: &Entry| {
            let country = self.vocabulary.node(one.iri.as_ref(), cg::IN_COUNTRY);
            country.as_ref() == Some(&other.iri)
        };
        let kinds = self.vocabulary.kinds();
        let is_held = |one: &Entry, other: &Entry| {
            kinds.is_named(one.kind, "Role")
                && ["Post", "Audience"]
                    .iter()
                    .any(|kind| kinds.is_named(other.kind, kind))
        };
        [(one, other), (other, one)]
            .iter()
            .any(|(one, other)| ends_before(one, other) || is_in(one, other) || is_held(one, other))
    }

    /// Reports a name by whose form ordinary text would be taken for it.
    fn check_form(&self, name: &str, at: usize, report: &mut Report<'_>) {
        let rule = CaseRule::of(name);
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        let length = letters.clone().count();
        let is_han = letters.clone().all(is_han);
        let languages = self.words.languages_of(name);
        let is_acronym = rule == CaseRule::Acronym;
        if !languages.is_empty() && (!is_acronym || length < 3) {
            let message = format!(
                "`{name}` is an ordinary word ({}); {ADVICE}",
                languages.join(", ")
            );
            report.problem("ordinary-word", at, message);
        } else if !is_acronym && (is_han && length < 2 || !is_han && length < 3) {
            let message = format!("`{name}` is too short to be a sure sign of anything; {ADVICE}");
            report.problem("short-name", at, message);
        } else if letters.clone().any(char::is_lowercase)
            && !letters
                .clone()
                .any(|letter| letter.is_uppercase() || letter.is_numeric())
        {
            let message = format!(
                "`{name}` is in lower case, so it is found however it is written; give it a capital, {ADVICE}"
            );
            report.problem("lower-case", at, message);
        }
    }
}

impl Vocabulary {
    /// Every entry with its number.
    pub(in crate::vocabulary) fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        let entries = self.entries.iter();
        entries.filter_map(|entry| Some((self.id_of(entry)?, entry)))
    }
}
