//! Acronyms that a letter introduces in brackets behind a name, wherever else it uses them.

use super::{Attribute, Mention, MentionId, Mentions};
use crate::document::Document;
use crate::language::is_han;
use crate::span::Span;

/// The part of a mention that holds the acronym by which it is called elsewhere.
const ACRONYM: &str = "acronym";

/// The shortest acronym that is looked for, in letters: shorter ones are words for kinds.
const SHORTEST: usize = 3;

/// Adds a mention wherever an acronym stands that a mention from the number `first` on introduces.
pub(super) fn add_echoes(mentions: &mut Mentions, document: &Document, first: usize) {
    let introduced: Vec<MentionId> = (first..mentions.all.len()).map(MentionId).collect();
    for id in introduced {
        let mention = mentions.get(id);
        let Some(acronym) = mentions.attribute(mention, ACRONYM) else {
            continue;
        };
        let is_beside_a_name = mention.plain.len() > acronym.words.len();
        if !is_beside_a_name || acronym.words.chars().count() < SHORTEST {
            continue;
        }
        let places = places_of(&acronym.words, &document.plain.text);
        let places = places.filter(|plain| mentions.at(*plain).is_none());
        let echoes: Vec<Mention> = places
            .filter_map(|plain| echo(mention, &acronym, plain, document))
            .collect();
        for echo in echoes {
            mentions.add(echo);
        }
    }
}

/// Where a word stands by itself.
fn places_of<'a>(word: &'a str, text: &'a str) -> impl Iterator<Item = Span> + 'a {
    let joins =
        |character: char| character.is_alphanumeric() && !is_han(character) || character == '-';
    text.match_indices(word).filter_map(move |(start, word)| {
        let end = start + word.len();
        let is_whole = !text[..start].ends_with(joins) && !text[end..].starts_with(joins);
        is_whole.then(|| Span::new(start, end))
    })
}

fn echo(
    introduced: &Mention,
    acronym: &Attribute,
    plain: Span,
    document: &Document,
) -> Option<Mention> {
    let span = document.plain.source(plain.start, plain.end);
    let attribute = Attribute {
        span,
        mentions: Vec::new(),
        ..acronym.clone()
    };
    Some(Mention {
        span,
        plain,
        candidates: Vec::new(),
        attributes: vec![attribute],
        part: document.part_at(span.start)?.kind,
        is_outermost: true,
        ..introduced.clone()
    })
}
