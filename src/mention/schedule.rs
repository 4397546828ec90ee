//! The days of a schedule, each with what is due by it: what stands under a head such as "Key
//! deadlines:", in whatever layout and language.
//!
//! The head says that days are last days; whether what is due stands before its day or behind it is
//! told by the first row. Several things due on one day stand behind bullets. What the patterns of
//! other shapes have read is left as it is.

pub(super) mod column;
pub(super) mod same_day;

use super::date;
use super::{Attribute, Mention, MentionId, MentionShape, Mentions, Shapes};
use crate::document::{Document, Part, PartKind};
use crate::language::is_han;
use crate::pattern::Pattern;
use crate::span::Span;
use crate::vocabulary::Vocabulary;

/// What a shape reads schedules by, compiled.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    /// The head, up to the first row.
    pub(super) head: Pattern,
    /// What is no thing due: a meeting, the hour of an opening.
    pub(super) unless: Pattern,
}

/// The longest way from one day to the next, in characters.
const LONGEST_ROW: usize = 330;

/// The longest thing due that is believed, in characters; the shortest in letters, a Chinese one counting
/// twice.
const LONGEST_THING: usize = 220;
const SHORTEST_THING: usize = 4;

/// How far around a row what another shape has read of it may stand, in bytes.
const NEAR: usize = 1000;

/// How far behind its day the hour of a row may stand, in characters.
const FARTHEST_HOUR: usize = 12;

/// Signs that may stand before the day of a row.
const BULLETS: &[char] = &[' ', '-', '–', '·', '•', '|', '*'];

/// A day of a schedule.
struct Row {
    when: MentionId,
    plain: Span,
    /// False where another shape has read the day as one by which something is due.
    is_open: bool,
}

/// Adds the deadlines of the schedules of a letter.
pub(super) fn add_rows(
    mentions: &mut Mentions,
    document: &Document,
    (vocabulary, shapes): (&Vocabulary, &Shapes),
    (shape, schedule): (&MentionShape, &Schedule),
) {
    const PARTS: [PartKind; 2] = [PartKind::Body, PartKind::Annex];
    for part in document
        .parts
        .iter()
        .filter(|part| PARTS.contains(&part.kind))
    {
        let typed = mentions.typed(document, part.plain);
        for found in schedule.head.find(&typed) {
            let head = typed.plain(found.typed).end;
            let rows = rows(mentions, vocabulary, shapes, document, part, head);
            let due = due(mentions, document, schedule, head, &rows);
            for (row, place, what) in due {
                let mention = deadline(
                    mentions,
                    document,
                    (shape, shapes),
                    part,
                    (row, place, what),
                );
                mentions.add(mention);
            }
        }
    }
}

/// The days under a head, as long as they follow one another closely.
fn rows(
    mentions: &Mentions,
    vocabulary: &Vocabulary,
    shapes: &Shapes,
    document: &Document,
    part: &Part,
    head: usize,
) -> Vec<Row> {
    let text = &document.plain.text;
    let mut rows: Vec<Row> = Vec::new();
    let mut opening: Option<bool> = None;
    for (id, mention) in mentions.outermost_from(head) {
        if !part.plain.contains(mention.plain) {
            break;
        }
        let is = |name: &str| shapes.kinds().is_named(mention.kind, name);
        let (when, is_open) = if is("Date") {
            (id, true)
        } else if is("Deadline") {
            let when = mentions.attribute(mention, "when");
            match when.and_then(|when| when.mentions.first().copied()) {
                // What else is due on the day of a row is part of it.
                Some(when) if mention.plain.contains(mentions.get(when).plain) => (when, false),
                _ => continue,
            }
        } else {
            continue;
        };
        let end = rows.last().map_or(head, |row| row.plain.end);
        let between = text.get(end..mention.plain.start).unwrap_or("");
        // A day in brackets belongs to what they explain.
        let is_in_brackets = between.matches('(').count() > between.matches(')').count();
        if between.chars().count() > LONGEST_ROW || ends_block(between) || is_in_brackets {
            break;
        }
        // Days that open lines are followed by such; those in running lines by no other sentence.
        let before = &text[..mention.plain.start];
        let opens_line = before.trim_end_matches(BULLETS).ends_with('\n');
        let is_like_first = match opening {
            None => true,
            Some(true) => opens_line || !between.contains('\n') && !between.contains(". "),
            Some(false) => opens_line || !between.contains(". "),
        };
        if !is_like_first {
            break;
        }
        opening.get_or_insert(opens_line);
        let days = date::dates(mentions, mentions.get(when), vocabulary);
        if !days.is_some_and(|days| days.start == days.end && days.end.is_full()) {
            break;
        }
        rows.push(Row {
            when,
            plain: mention.plain,
            is_open,
        });
    }
    rows
}

/// True where a sentence of the letter stands between two days: the schedule is over.
fn ends_block(between: &str) -> bool {
    const LONGEST_LINE: usize = 150;
    between.lines().skip(1).any(|line| {
        let line = line.trim();
        line.ends_with(['.', '。', ':', '：']) && line.chars().count() > LONGEST_LINE / 2
            || line.chars().count() > LONGEST_LINE
    })
}

/// The things due: the number of the row, where the mention stands, and its words.
fn due<'r>(
    mentions: &Mentions,
    document: &Document,
    schedule: &Schedule,
    head: usize,
    rows: &'r [Row],
) -> Vec<(&'r Row, Span, Span)> {
    let text = &document.plain.text;
    let Some(first) = rows.first() else {
        return Vec::new();
    };
    let opens_with_words = things(Span::new(head, first.plain.start), text)
        .next()
        .is_some();
    let mut due = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let segment = if opens_with_words {
            let start = number
                .checked_sub(1)
                .map_or(head, |before| rows[before].plain.end);
            // What goes before the end of a clause belongs to the row before.
            let words = Span::new(start, row.plain.start).of(text);
            let clause = words.rfind([';', '；', '。']).map_or(0, |at| at + 1);
            let clause = (clause..=words.len()).find(|at| words.is_char_boundary(*at));
            Span::new(start + clause.unwrap_or(0), row.plain.start)
        } else {
            let end = rows
                .get(number + 1)
                .map_or_else(|| end_of_last(text, row.plain.end), |next| next.plain.start);
            Span::new(row.plain.end, end)
        };
        let mut is_first = row.is_open;
        for thing in things(segment, text) {
            let source = document.plain.source(thing.start, thing.end);
            let is_read = |mention: &Mention| {
                let mut words = mention.attributes.iter().filter(|part| part.name == "what");
                words.any(|what| what.span.overlaps(source))
                    || mention.plain.overlaps(thing)
                        && mention.attributes.iter().any(|part| part.name == "when")
            };
            let near = mentions.outermost_from(row.plain.start.saturating_sub(NEAR));
            let mut near = near.take_while(|(_, mention)| mention.plain.start < thing.end + NEAR);
            let is_taken = near.any(|(_, mention)| is_read(mention));
            let typed = mentions.typed(document, thing);
            if is_taken || !schedule.unless.find(&typed).is_empty() {
                continue;
            }
            let place = if is_first {
                row.plain.join(thing)
            } else {
                thing
            };
            if is_first || !opens_with_words {
                due.push((row, place, thing));
            }
            is_first = false;
        }
    }
    due
}

/// Where the last row ends: with its line, or its sentence.
fn end_of_last(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let line = rest.trim_start_matches([' ', '\n', '-', '|', '/', ':']);
    let skipped = rest.len() - line.len();
    let end = line.find(['\n', '。']).unwrap_or(line.len());
    let end = line[..end].find(". ").unwrap_or(end);
    start + skipped + end
}

/// The things between two days: parted by bullets, without the signs around them.
fn things(segment: Span, text: &str) -> impl Iterator<Item = Span> + '_ {
    const AROUND: &[char] = &[
        ' ', '\n', '-', '–', '·', '•', '|', '/', ':', ',', ';', '.', '；', '，', '：', '、',
    ];
    let words = segment.of(text);
    let mut starts: Vec<usize> = vec![0];
    let is_open = |at: usize| words[..at].matches('(').count() > words[..at].matches(')').count();
    for bullet in ["\n-", "- ", "· ", "• "] {
        let found = words.match_indices(bullet).filter(|(at, _)| !is_open(*at));
        starts.extend(found.map(|(at, bullet)| at + bullet.len()));
    }
    // Chinese has no space behind its bullets.
    let dashes = words.match_indices('-').filter(|(at, _)| {
        let before = words[..*at].chars().next_back();
        words[at + 1..].starts_with(is_han)
            && !before.is_some_and(|sign| sign.is_ascii_digit())
            && !is_open(*at)
    });
    starts.extend(dashes.map(|(at, _)| at + 1));
    starts.sort_unstable();
    starts.dedup();
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .copied()
        .chain([words.len()])
        .collect();
    let spans: Vec<Span> = starts
        .into_iter()
        .zip(ends)
        .filter_map(move |(start, end)| {
            let thing = words.get(start..end)?;
            let trimmed = thing.trim_start_matches(AROUND);
            let start = segment.start + start + (thing.len() - trimmed.len());
            let trimmed = trimmed.trim_end_matches(AROUND);
            let weight = |sign: char| match () {
                () if is_han(sign) => 2,
                () if sign.is_alphabetic() => 1,
                () => 0,
            };
            let letters: usize = trimmed.chars().map(weight).sum();
            let length = trimmed.chars().count();
            (letters >= SHORTEST_THING && length <= LONGEST_THING)
                .then(|| Span::new(start, start + trimmed.len()))
        })
        .collect();
    spans.into_iter()
}

fn deadline(
    mentions: &Mentions,
    document: &Document,
    (shape, shapes): (&MentionShape, &Shapes),
    part: &Part,
    (row, place, what): (&Row, Span, Span),
) -> Mention {
    let source = |plain: Span| document.plain.source(plain.start, plain.end);
    let when = mentions.get(row.when);
    let mut behind = mentions
        .outermost_from(row.plain.end)
        .filter(|(_, other)| other.plain.start >= row.plain.end);
    let hours = behind.next().filter(|(_, hours)| {
        let between = Span::new(row.plain.end, hours.plain.start).of(&document.plain.text);
        shapes.kinds().is_named(hours.kind, "Hours") && between.chars().count() < FARTHEST_HOUR
    });
    let attribute = |name: &str, plain: Span, mentions: Vec<MentionId>| Attribute {
        name: name.to_owned(),
        span: source(plain),
        words: plain.of(&document.plain.text).to_owned(),
        mentions,
    };
    let mut attributes = vec![
        attribute("when", when.plain, vec![row.when]),
        attribute("what", what, Vec::new()),
    ];
    attributes.extend(hours.map(|(id, hours)| attribute("hours", hours.plain, vec![id])));
    Mention {
        span: source(place),
        plain: place,
        kind: shape.kind(),
        candidates: Vec::new(),
        attributes,
        finder: shape.name.clone(),
        part: part.kind,
        is_outermost: true,
    }
}
