//! The further rows of a table in which a wording has read one row's last day:
//!
//! ```text
//! Groups            Meeting dates    Deadline, 1600 hours UTC   Opening session
//! Working Party 5A  6-16 July 2015   Monday, 29 June 2015       6 July, 1100 hours
//! Working Party 5B  6-17 July 2015   Monday, 29 June 2015       6 July, 0930 hours
//! ```

use super::{MentionShape, Mentions, Shapes, date};
use crate::document::Document;
use crate::mention::{Attribute, Mention, MentionId};
use crate::vocabulary::Vocabulary;

/// The longest way from one cell of a row to the next, and from a row to the next, in characters.
const LONGEST_CELL: usize = 80;

/// A row: the group or meeting that opens it, and its days in order.
struct Row {
    opener: MentionId,
    days: Vec<MentionId>,
}

/// Adds the last days of the rows below those of which a wording has read it. They stand in the same column:
/// behind as many other days.
pub(in crate::mention) fn add(
    mentions: &mut Mentions,
    document: &Document,
    (vocabulary, shapes): (&Vocabulary, &Shapes),
    shape: &MentionShape,
) {
    let rows = rows(mentions, document, shapes);
    let mut found: Vec<Mention> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let Some((deadline, column)) = read_in(mentions, shapes, row) else {
            continue;
        };
        let mut above = row;
        for below in &rows[number + 1..] {
            let follows = is_next(mentions, document, above, below);
            let when = below.days.get(column).copied();
            let Some(when) = when.filter(|_| follows) else {
                break;
            };
            let days = date::dates(mentions, mentions.get(when), vocabulary);
            let is_day = days.is_some_and(|days| days.start == days.end && days.end.is_full());
            let is_whole = below.days.len() >= row.days.len();
            if !is_day || !is_whole || read_in(mentions, shapes, below).is_some() {
                break;
            }
            let head = mentions.get(row.opener).plain.start;
            found.push(in_row(mentions, document, shape, (&deadline, head), when));
            above = below;
        }
    }
    for mention in found {
        mentions.add(mention);
    }
}

/// The rows of all tables, one after another: a group or its meeting and two days or more.
fn rows(mentions: &Mentions, document: &Document, shapes: &Shapes) -> Vec<Row> {
    let text = &document.plain.text;
    let is = |mention: &Mention, name: &str| shapes.kinds().is_named(mention.kind, name);
    let mut days: Vec<MentionId> = mentions
        .iter()
        .filter(|(_, mention)| is(mention, "Date"))
        .map(|(id, _)| id)
        .collect();
    let place = |id: &MentionId| mentions.get(*id).plain;
    days.sort_by_key(|id| (place(id).start, std::cmp::Reverse(place(id).end)));
    days.dedup_by(|inner, outer| place(outer).contains(place(inner)));
    let openers: Vec<MentionId> = mentions
        .outermost()
        .filter(|(_, mention)| is(mention, "Group") || is(mention, "GroupMeeting"))
        .map(|(id, _)| id)
        .collect();
    let mut rows = Vec::new();
    for (number, opener) in openers.iter().enumerate() {
        let start = place(opener).start;
        let next = openers
            .get(number + 1)
            .map_or(text.len(), |id| place(id).start);
        let from = days.partition_point(|day| place(day).start < start);
        let mut end = place(opener).end;
        let in_row: Vec<MentionId> = days[from..]
            .iter()
            .copied()
            .take_while(|day| {
                let day = place(day);
                let between = text.get(end.min(day.start)..day.start);
                end = end.max(day.end);
                day.start < next && is_cell(between)
            })
            .collect();
        if in_row.len() > 1 {
            rows.push(Row {
                opener: *opener,
                days: in_row,
            });
        }
    }
    rows
}

/// True for what may stand between two cells: no sentence, and not much.
fn is_cell(between: Option<&str>) -> bool {
    between.is_some_and(|between| {
        between.chars().count() <= LONGEST_CELL
            && !between.contains(". ")
            && !between.contains(['。', ';', '；'])
            && !between.contains("\n\n\n")
    })
}

fn is_next(mentions: &Mentions, document: &Document, above: &Row, below: &Row) -> bool {
    let last = above.days.last().map(|day| mentions.get(*day).plain.end);
    let start = mentions.get(below.opener).plain.start;
    last.is_some_and(|last| is_cell(document.plain.text.get(last..start)))
}

/// The deadline read in a row, and behind how many other days its own stands; none where it is the first, for
/// such a row is a list's.
fn read_in(mentions: &Mentions, shapes: &Shapes, row: &Row) -> Option<(Mention, usize)> {
    let first = mentions.get(*row.days.first()?).plain;
    let last = mentions.get(*row.days.last()?).plain;
    let near = mentions.outermost_from(first.start);
    let mut near = near.take_while(|(_, mention)| mention.plain.start <= last.start);
    near.find_map(|(_, mention)| {
        if !shapes.kinds().is_named(mention.kind, "Deadline") {
            return None;
        }
        let when = mentions.attribute(mention, "when")?;
        let when = when.mentions.first()?;
        let column = row.days.iter().position(|day| day == when)?;
        (column > 0).then(|| (mention.clone(), column))
    })
}

/// The same in another row: the hour holds for all rows if the table's head gives it.
fn in_row(
    mentions: &Mentions,
    document: &Document,
    shape: &MentionShape,
    (like, head): (&Mention, usize),
    when: MentionId,
) -> Mention {
    let day = mentions.get(when);
    let attribute = Attribute {
        name: "when".to_owned(),
        span: day.span,
        words: day.plain.of(&document.plain.text).to_owned(),
        mentions: vec![when],
    };
    let head = document.plain.source(0, head).end;
    let for_all = ["what", "hours"]
        .iter()
        .filter_map(|name| mentions.attribute(like, name))
        .filter(|attribute| attribute.span.end <= head);
    Mention {
        attributes: std::iter::once(attribute).chain(for_all).collect(),
        finder: shape.name.clone(),
        plain: day.plain,
        span: day.span,
        is_outermost: true,
        ..like.clone()
    }
}
