//! Words that look like a name of the vocabulary and are none in their place: `ontology/not-names.toml`.

use crate::diagnostic::FileError;
use crate::document::plain::fold_pattern;
use crate::knowledge::Knowledge;
use crate::span::Span;
use crate::vocabulary::kind::{Kind, Kinds};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use toml::Spanned;

const FILE: &str = "not-names.toml";

/// The contexts in which names do not count.
#[derive(Debug, Clone)]
pub(super) struct Namesakes(Vec<Context>);

#[derive(Debug, Clone)]
struct Context {
    /// The kinds of name that it speaks of; all where there are none.
    kinds: Vec<Kind>,
    words: Option<Regex>,
    before: Option<Regex>,
    after: Option<Regex>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    context: Vec<ContextEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextEntry {
    #[serde(default)]
    kinds: Vec<Spanned<String>>,
    words: Option<Spanned<String>>,
    before: Option<Spanned<String>>,
    after: Option<Spanned<String>>,
}

/// How much of the text on either side of a name is looked at, in characters.
const AROUND: usize = 40;

impl Namesakes {
    /// Loads the file; an ontology without it has none.
    pub(super) fn load(knowledge: &Knowledge, known: &Kinds) -> Result<Self, FileError> {
        let Some(file) = knowledge.file(FILE) else {
            return Ok(Self(Vec::new()));
        };
        let mistake =
            |at: usize, what: &str| FileError::at_offset(&file.shown, &file.text, at, what);
        let parsed: ContextFile = toml::from_str(&file.text)
            .map_err(|error| mistake(error.span().map_or(0, |span| span.start), error.message()))?;
        let kind = |name: &Spanned<String>| {
            let unknown = || {
                mistake(
                    name.span().start,
                    &format!("there is no kind `{}`", name.get_ref()),
                )
            };
            known.get(name.get_ref()).ok_or_else(unknown)
        };
        let compile = |source: &Option<Spanned<String>>, whole: bool| {
            let Some(source) = source else {
                return Ok(None);
            };
            let folded = fold_pattern(source.get_ref());
            let folded = match whole {
                true => format!("^(?:{folded})$"),
                false => folded,
            };
            let regex = RegexBuilder::new(&folded).case_insensitive(true).build();
            let regex = regex.map_err(|error| mistake(source.span().start, &error.to_string()))?;
            Ok(Some(regex))
        };
        let contexts = parsed.context.iter().map(|entry| {
            Ok(Context {
                kinds: entry.kinds.iter().map(kind).collect::<Result<_, _>>()?,
                words: compile(&entry.words, true)?,
                before: compile(&entry.before, false)?,
                after: compile(&entry.after, false)?,
            })
        });
        Ok(Self(contexts.collect::<Result<_, FileError>>()?))
    }

    /// True where words that may name something of these kinds do not.
    pub(super) fn is_one(&self, name: Span, text: &str, kinds: &[Kind], known: &Kinds) -> bool {
        let before = &text[..name.start];
        let start = before.char_indices().rev().nth(AROUND - 1);
        let before = &before[start.map_or(0, |(at, _)| at)..];
        let after = &text[name.end..];
        let end = after.char_indices().nth(AROUND);
        let after = &after[..end.map_or(after.len(), |(at, _)| at)];
        let fits = |regex: &Option<Regex>, words: &str| {
            regex.as_ref().is_none_or(|regex| regex.is_match(words))
        };
        self.0.iter().any(|context| {
            (context.kinds.is_empty() || kinds.iter().all(|kind| context.is_of(*kind, known)))
                && fits(&context.words, name.of(text))
                && fits(&context.before, before)
                && fits(&context.after, after)
        })
    }
}

impl Context {
    fn is_of(&self, kind: Kind, known: &Kinds) -> bool {
        self.kinds.iter().any(|class| known.is(kind, *class))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, PartKind};
    use crate::knowledge::Knowledge;
    use crate::language::Language;
    use crate::pipeline::Reader;

    #[test]
    fn surnames_and_things_are_no_places() {
        let reader = Reader::load(&Knowledge::embedded()).expect("the built-in ontology is right");
        let places = |text: &str, language| {
            let document = Document::of_part(text.to_owned(), language, PartKind::Body);
            let mentions = crate::mention::find(&document, &reader.vocabulary, &reader.shapes);
            let kinds = reader.shapes.kinds();
            mentions
                .iter()
                .filter(|(_, mention)| {
                    kinds.is_named(mention.kind, "City") || kinds.is_named(mention.kind, "Country")
                })
                .map(|(_, mention)| mention.span.of(text).to_owned())
                .collect::<Vec<_>>()
        };
        for (text, language, named) in [
            (
                "Mr Irving Berlin will arrive in Geneva.",
                Language::English,
                vec!["Geneva"],
            ),
            (
                "M. Albert Lima se rendra à Lima.",
                Language::French,
                vec!["Lima"],
            ),
            (
                "The Kyoto Protocol was discussed in Kyoto.",
                Language::English,
                vec!["Kyoto"],
            ),
            (
                "共有十家,其中国家级实验室三家,在中国。",
                Language::Chinese,
                vec!["中国"],
            ),
            (
                "يبلغ قطر الهوائي 3 أمتار في قطر.",
                Language::Arabic,
                vec!["قطر"],
            ),
        ] {
            assert_eq!(places(text, language), named, "{text}");
        }
    }
}
