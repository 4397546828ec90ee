//! The patterns of `ontology/mentions/`: what a composed mention looks like in each language.

use super::namesake::Namesakes;
use super::pairing::Pairs;
use super::schedule::Schedule;
use super::{Attribute, Mentions};
use crate::diagnostic::FileError;
use crate::document::PartKind;
use crate::example::{Example, ExampleFile};
use crate::knowledge::{Knowledge, KnowledgeFile};
use crate::language::Language;
use crate::namespace::ID;
use crate::pattern::template::Template;
use crate::pattern::{Found, Macros, Pattern};
use crate::span::Span;
use crate::vocabulary::kind::{Kind, Kinds, kind_name};
use crate::vocabulary::{EntryId, Vocabulary};
use oxigraph::model::NamedNodeRef;
use serde::Deserialize;
use std::collections::HashMap;
use toml::Spanned;

/// One file of `mentions/`: a kind of mention and its patterns.
#[derive(Debug, Clone)]
pub struct MentionShape {
    /// The name, which is the file's.
    pub name: String,
    /// The sentences in which it must find what they say, or nothing.
    pub examples: Vec<Example>,
    /// The file, for messages.
    pub file: ExampleFile,
    kind: Kind,
    patterns: Vec<ShapePattern>,
    templates: Vec<Template>,
    /// The entry of the vocabulary that every mention of it refers to, if it is a way of putting one.
    pub(super) means: Option<EntryId>,
    /// What it finds in pairs beside one another, if it has no patterns of its own.
    pub(super) pairs: Option<Pairs>,
    /// What it reads the rows of schedules by.
    pub(super) schedule: Option<Schedule>,
    /// True if it finds the next member of a list beside the one found before.
    pub(super) repeats: bool,
    /// The narrower kinds that a word for a class, captured as `kind`, can give.
    narrower: HashMap<u32, Kind>,
}

#[derive(Debug, Clone)]
struct ShapePattern {
    languages: Vec<Language>,
    parts: Vec<PartKind>,
    pattern: Pattern,
}

/// Every shape, by stage.
#[derive(Debug, Clone)]
pub struct Shapes {
    stages: Vec<Vec<MentionShape>>,
    kinds: Kinds,
    pub(super) namesakes: Namesakes,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShapeFile {
    name: String,
    makes: String,
    under: Option<String>,
    means: Option<Spanned<String>>,
    stage: u8,
    #[serde(default)]
    repeats: bool,
    #[expect(dead_code, reason = "for readers of the file")]
    about: String,
    #[serde(default)]
    claims: Vec<Spanned<String>>,
    #[serde(default)]
    pattern: Vec<PatternEntry>,
    pairs: Option<PairsEntry>,
    schedule: Option<ScheduleEntry>,
    #[serde(default)]
    example: Vec<Example>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScheduleEntry {
    head: Spanned<String>,
    unless: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PairsEntry {
    things: Vec<String>,
    with: String,
    bars: Vec<String>,
    cue: Option<Spanned<String>>,
    after: Option<Spanned<String>>,
    before: Option<Spanned<String>>,
    unless: Spanned<String>,
    #[serde(default)]
    bare: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternEntry {
    languages: Option<Vec<String>>,
    #[serde(rename = "in")]
    parts: Option<Vec<PartKind>>,
    #[serde(rename = "match")]
    pattern: Spanned<String>,
    after: Option<String>,
}

impl Shapes {
    /// Loads every file of `mentions/`.
    pub(super) fn load(
        knowledge: &Knowledge,
        vocabulary: &Vocabulary,
        macros: &Macros,
    ) -> Result<Self, FileError> {
        let mut kinds = vocabulary.kinds().clone();
        let mut files: Vec<(&KnowledgeFile, ShapeFile)> = Vec::new();
        for file in knowledge.under("mentions/") {
            let parsed: ShapeFile = toml::from_str(&file.text).map_err(|error| {
                let offset = error.span().map_or(0, |span| span.start);
                FileError::at_offset(&file.shown, &file.text, offset, error.message())
            })?;
            let kind = kinds.add(&parsed.makes);
            if let Some(parent) = &parsed.under {
                let parent = kinds.add(parent);
                kinds.place_under(kind, parent);
            }
            files.push((file, parsed));
        }
        let mut stages: Vec<Vec<MentionShape>> = Vec::new();
        for (file, parsed) in files {
            let stage = usize::from(parsed.stage);
            if stages.len() <= stage {
                stages.resize_with(stage + 1, Vec::new);
            }
            stages[stage].push(shape(file, parsed, vocabulary, &kinds, macros)?);
        }
        Ok(Self {
            stages,
            namesakes: Namesakes::load(knowledge, &kinds)?,
            kinds,
        })
    }

    /// The number of the last stage.
    pub fn last_stage(&self) -> u8 {
        u8::try_from(self.stages.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Every shape, in order of stages and files.
    pub fn iter(&self) -> impl Iterator<Item = &MentionShape> {
        self.stages.iter().flatten()
    }

    /// What a mention found by the shape of that name states by its form.
    pub fn templates_of(&self, finder: &str) -> &[Template] {
        self.named(finder).map_or(&[], |shape| &shape.templates)
    }

    /// True for a shape that reads pairs, whose claims stand only where no wording states otherwise; bare
    /// rows are as firm as a wording.
    pub fn reads_pairs(&self, finder: &str) -> bool {
        self.named(finder)
            .and_then(|shape| shape.pairs.as_ref())
            .is_some_and(|pairs| !pairs.bare)
    }

    fn named(&self, name: &str) -> Option<&MentionShape> {
        let mut shapes = self.stages.iter().flatten();
        shapes.find(|shape| shape.name == name)
    }

    /// The kinds of the vocabulary and those that shapes make.
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// The shapes of one stage, in order of their files.
    pub(super) fn of_stage(&self, stage: u8) -> impl Iterator<Item = &MentionShape> {
        self.stages.get(usize::from(stage)).into_iter().flatten()
    }
}

fn shape(
    file: &KnowledgeFile,
    parsed: ShapeFile,
    vocabulary: &Vocabulary,
    kinds: &Kinds,
    macros: &Macros,
) -> Result<MentionShape, FileError> {
    let kind = kinds.get(&parsed.makes).ok_or_else(|| {
        FileError::new(&file.shown, format!("there is no kind `{}`", parsed.makes))
    })?;
    let mut patterns = Vec::new();
    for entry in parsed.pattern {
        let at = entry.pattern.span().start;
        let mistake = |message: String| FileError::at_offset(&file.shown, &file.text, at, message);
        let pattern = Pattern::compile(entry.pattern.get_ref(), kinds, macros, file.check);
        let pattern = pattern
            .and_then(|pattern| match &entry.after {
                Some(after) => pattern.after(after, kinds, macros, file.check),
                None => Ok(pattern),
            })
            .map_err(|error| mistake(error.to_string()))?;
        let tags = entry.languages.unwrap_or_default();
        let languages = tags.iter().map(|tag| tag.parse::<Language>());
        patterns.push(ShapePattern {
            languages: languages
                .collect::<Result<_, _>>()
                .map_err(|error| mistake(error.to_string()))?,
            parts: entry.parts.unwrap_or_default(),
            pattern,
        });
    }
    let compile = |source: &Spanned<String>| {
        let pattern = Pattern::compile(source.get_ref(), kinds, macros, file.check);
        pattern.map_err(|error| {
            FileError::at_offset(
                &file.shown,
                &file.text,
                source.span().start,
                error.to_string(),
            )
        })
    };
    let entry = |means: &Spanned<String>| {
        let iri = means
            .get_ref()
            .strip_prefix("id:")
            .map(|path| format!("{ID}{path}"));
        let entry = iri.and_then(|iri| vocabulary.by_iri(NamedNodeRef::new_unchecked(&iri)));
        let id = entry.and_then(|entry| vocabulary.id_of(entry));
        id.ok_or_else(|| {
            let message = format!("the vocabulary has no `{}`", means.get_ref());
            FileError::at_offset(&file.shown, &file.text, means.span().start, message)
        })
    };
    let means = parsed.means.as_ref().map(entry).transpose()?;
    if let Some(entry) = &parsed.pairs {
        let named = entry.things.iter().chain(&entry.bars).chain([&entry.with]);
        if let Some(unknown) = named.clone().find(|name| kinds.get(name).is_none()) {
            let message = format!("there is no kind `{unknown}`");
            return Err(FileError::new(&file.shown, message));
        }
    }
    if patterns.is_empty() && parsed.pairs.is_none() && parsed.schedule.is_none() {
        let message = "there is nothing to find: no [[pattern]], [pairs] or [schedule]";
        return Err(FileError::new(&file.shown, message));
    }
    let pairs = match parsed.pairs {
        Some(entry) => Some(Pairs {
            with: entry.with,
            cue: entry.cue.as_ref().map(compile).transpose()?,
            after: entry.after.as_ref().map(compile).transpose()?,
            before: entry.before.as_ref().map(compile).transpose()?,
            unless: compile(&entry.unless)?,
            things: entry.things,
            bars: entry.bars,
            bare: entry.bare,
        }),
        None => None,
    };
    let schedule = match &parsed.schedule {
        Some(entry) => Some(Schedule {
            head: compile(&entry.head)?,
            unless: compile(&entry.unless)?,
        }),
        None => None,
    };
    let narrower = ["GroupKind", "MeetingKind", "DocumentKind"]
        .into_iter()
        .flat_map(|words| vocabulary.of_kind(words))
        .filter_map(|entry| {
            let class = kinds.get(kind_name(entry.iri.as_ref()))?;
            let id = vocabulary.id_of(entry)?;
            kinds.is(class, kind).then_some((id.0, class))
        })
        .collect();
    let read = |source: &Spanned<String>| {
        Template::parse(source.get_ref()).map_err(|error| {
            FileError::at_offset(
                &file.shown,
                &file.text,
                source.span().start,
                error.to_string(),
            )
        })
    };
    Ok(MentionShape {
        name: parsed.name,
        examples: parsed.example,
        file: ExampleFile::new(&file.shown, &file.text),
        kind,
        patterns,
        means,
        pairs,
        schedule,
        repeats: parsed.repeats,
        templates: parsed.claims.iter().map(read).collect::<Result<_, _>>()?,
        narrower,
    })
}

impl MentionShape {
    /// The kind of what it makes.
    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// The patterns for a language and kind of part.
    pub(super) fn patterns_for(
        &self,
        language: Language,
        part: PartKind,
    ) -> impl Iterator<Item = &Pattern> {
        self.patterns
            .iter()
            .filter(move |entry| entry.languages.is_empty() || entry.languages.contains(&language))
            .filter(move |entry| entry.parts.is_empty() || entry.parts.contains(&part))
            .map(|entry| &entry.pattern)
    }

    /// The bytes of the typed text that become the mention: the capture `self`, else everything.
    pub(super) fn whole(&self, found: &Found) -> Span {
        found
            .captures
            .iter()
            .find(|capture| capture.name == "self")
            .map_or(found.typed, |capture| capture.typed)
    }

    /// The kind of the mention: that of a mention captured as `like`, else the class that a captured
    /// word for a kind names, if it is narrower.
    pub(super) fn kind_given(&self, mentions: &Mentions, attributes: &[Attribute]) -> Kind {
        let mut like = attributes
            .iter()
            .filter(|attribute| attribute.name == "like");
        if let Some(id) = like.find_map(|attribute| attribute.mentions.first()) {
            return mentions.get(*id).kind;
        }
        attributes
            .iter()
            .filter(|attribute| attribute.name == "kind")
            .flat_map(|attribute| &attribute.mentions)
            .flat_map(|id| &mentions.get(*id).candidates)
            .find_map(|entry| self.narrower.get(&entry.0))
            .copied()
            .unwrap_or(self.kind)
    }
}
