//! Further things that are due on the day of a row, each on a line of its own below it:
//!
//! ```text
//! 15 January 2018   - Submit fellowship requests
//!                   - Submit interpretation requests
//! ```

use super::{LONGEST_THING, Row, Schedule, deadline, things};
use crate::document::{Document, PartKind};
use crate::mention::{Mention, MentionShape, Mentions, Shapes};
use crate::span::Span;

/// The most characters between the words that a deadline was read from and the end of their line.
const LONGEST_REST: usize = 80;

/// Adds them to the deadlines that were read, whatever wording they were read by.
pub(in crate::mention) fn add(
    mentions: &mut Mentions,
    document: &Document,
    shapes: &Shapes,
    (shape, schedule): (&MentionShape, &Schedule),
) {
    let read = things_read(mentions);
    let mut found = Vec::new();
    for row in rows(mentions, document, shapes) {
        let part = document.parts.iter().find(|part| {
            [PartKind::Body, PartKind::Annex].contains(&part.kind) && part.plain.contains(row.plain)
        });
        let Some(part) = part else { continue };
        let rest_of_part = Span::new(row.plain.end, part.plain.end);
        for line in lines_below(mentions, document, shapes, rest_of_part) {
            let what = things(line, &document.plain.text).next();
            let what = what.filter(|what| {
                let typed = mentions.typed(document, *what);
                let place = document.plain.source(what.start, what.end);
                let is_read = read.iter().any(|read| read.overlaps(place));
                !is_read && schedule.unless.find(&typed).is_empty()
            });
            if let Some(what) = what {
                let row = (&row, what, what);
                found.push(deadline(mentions, document, (shape, shapes), part, row));
            }
        }
    }
    for mention in found {
        mentions.add(mention);
    }
}

/// Deadlines that open their line with the day, which is no item of a list itself.
fn rows(mentions: &Mentions, document: &Document, shapes: &Shapes) -> Vec<Row> {
    let text = &document.plain.text;
    let row = |mention: &Mention| {
        let when = mentions.attribute(mention, "when")?;
        let when = when.mentions.first().copied()?;
        let plain = mentions.get(when).plain;
        let before = text[..plain.start].trim_end_matches(' ');
        let opens_line = before.is_empty() || before.ends_with('\n');
        (opens_line && mention.plain.contains(plain)).then_some(Row {
            when,
            plain: mention.plain,
            is_open: false,
        })
    };
    let outermost = mentions.outermost().map(|(_, mention)| mention);
    outermost
        .filter(|mention| shapes.kinds().is_named(mention.kind, "Deadline"))
        .filter_map(row)
        .collect()
}

/// The lines without a day of their own, each with a bullet, right below the line in which a range
/// begins.
fn lines_below(
    mentions: &Mentions,
    document: &Document,
    shapes: &Shapes,
    range: Span,
) -> Vec<Span> {
    let text = range.of(&document.plain.text);
    let mut at = text.find('\n').unwrap_or(text.len());
    let rest = Span::new(range.start, range.start + at);
    if text[..at].chars().count() > LONGEST_REST || has_day(mentions, shapes, rest) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    while let Some(below) = text.get(at + 1..) {
        let line = below.split('\n').next().unwrap_or("");
        let start = range.start + at + 1;
        let place = Span::new(start, start + line.len());
        let is_short = line.chars().count() <= LONGEST_THING;
        if !is_short || !opens_with_bullet(line) || has_day(mentions, shapes, place) {
            break;
        }
        lines.push(place);
        at += 1 + line.len();
    }
    lines
}

/// The words that mentions have already as what is due: bytes of the text.
fn things_read(mentions: &Mentions) -> Vec<Span> {
    let parts = mentions
        .outermost()
        .flat_map(|(_, mention)| &mention.attributes);
    let things = parts.filter(|attribute| attribute.name == "what");
    things.map(|attribute| attribute.span).collect()
}

fn opens_with_bullet(line: &str) -> bool {
    line.trim_start().starts_with(['-', '·', '•', '*'])
}

fn has_day(mentions: &Mentions, shapes: &Shapes, range: Span) -> bool {
    let from = mentions.outermost_from(range.start);
    let mut inside = from.take_while(|(_, mention)| mention.plain.start < range.end);
    inside.any(|(_, mention)| {
        let is = |name: &str| shapes.kinds().is_named(mention.kind, name);
        is("Date") || is("Deadline")
    })
}
