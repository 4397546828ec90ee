//! What a chain of pairs tells: a mention inside each value, with the hour and the place beside it.

use super::{ITSELF, LONGEST_GAP, Pair, Rows, Sort, Token};
use crate::mention::{Attribute, Mention, MentionShape, attributes};

impl Rows<'_> {
    /// The meetings that a chain tells.
    pub(super) fn told_by(&self, chain: &[Pair], shape: &MentionShape) -> Vec<Mention> {
        let mut told = Vec::new();
        let head = self.head_of(chain).unwrap_or_default();
        let rows = chain.iter().enumerate();
        for (number, pair) in rows.filter(|(_, pair)| self.tokens[pair.day].sort != Sort::Told) {
            let end = chain.get(number + 1).map_or(self.tokens.len(), Pair::first);
            // The days on end, where the row tells the first of them before.
            let when = (pair.day..end)
                .take_while(|at| self.are_days() && self.is_told_again(*at, pair))
                .find(|at| self.tokens[*at].sort == Sort::Value && self.is_range(*at))
                .unwrap_or(pair.day);
            let day = self.tokens[when];
            for thing in &pair.things {
                let kind = self.mentions.get(self.tokens[*thing].id).kind;
                let is_meeting = self.kinds.is_named(kind, "Meeting")
                    || self.kinds.is_named(kind, "MeetingSeries");
                // A meeting is itself what the days are stated of, and none is made of the days.
                let (role, kind) = if is_meeting {
                    (ITSELF, self.mentions.get(day.id).kind)
                } else if self.kinds.is_named(kind, "City") {
                    ("place", shape.kind_given(self.mentions, &head))
                } else {
                    ("body", shape.kind())
                };
                let value = if self.are_days() { "when" } else { "who" };
                let mut attributes =
                    vec![self.attribute(role, *thing), self.attribute(value, when)];
                let opening = pair.hours.or_else(|| self.opening(pair.day, end));
                attributes.extend(opening.map(|at| self.attribute("hours", at)));
                if role == "body" {
                    attributes.extend(self.said_before(*thing));
                    attributes.extend(self.place(pair).map(|at| self.attribute("place", at)));
                }
                // An event of no name is called by its place and days.
                // A bare row is one with its group, as it stands; in columns others stand between.
                let is_row = self.pairs.bare && self.are_together(*thing, when);
                let named = match is_row || role == "place" {
                    true => self.tokens[*thing],
                    false => day,
                };
                told.push(Mention {
                    kind,
                    span: self
                        .mentions
                        .get(named.id)
                        .span
                        .join(self.mentions.get(day.id).span),
                    plain: named.plain.join(day.plain),
                    candidates: Vec::new(),
                    attributes,
                    finder: shape.name.clone(),
                    is_outermost: self.pairs.bare,
                    ..self.mentions.get(day.id).clone()
                });
            }
        }
        told
    }

    /// True where no more than hours stands between two tokens.
    fn are_together(&self, one: usize, other: usize) -> bool {
        let mut between = one.min(other) + 1..one.max(other);
        between.all(|at| self.tokens[at].sort == Sort::Hours)
    }

    /// The hour at which it opens: right behind the days, or behind the first of them told again.
    fn opening(&self, day: usize, end: usize) -> Option<usize> {
        let is_hours = |at: &usize| {
            self.tokens
                .get(*at)
                .is_some_and(|token| token.sort == Sort::Hours)
        };
        let is_near = |from: usize, at: usize| self.between(from, at).chars().count() < LONGEST_GAP;
        let days = |at: usize| self.days(at);
        let start = days(day)?.start;
        let again = (day + 1..end.min(day + 6)).find(|at| {
            self.tokens[*at].sort == Sort::Value
                && days(*at).is_some_and(|days| days.start == start && days.end == start)
        });
        let opening = again
            .map(|at| at + 1)
            .filter(|at| *at < end && is_hours(at) && is_near(at - 1, *at));
        let next = Some(day + 1).filter(|at| *at < end && is_hours(at) && is_near(day, *at));
        opening.or(next)
    }

    /// What the words right before a thing capture: Rapporteur Groups of Study Group 1.
    fn said_before(&self, thing: usize) -> Vec<Attribute> {
        const FARTHEST: usize = 120;
        let Some(before) = &self.pairs.before else {
            return Vec::new();
        };
        let end = self.tokens[thing].plain.start;
        let typed = self.typed(end.saturating_sub(FARTHEST), end);
        let found = before.find(&typed).pop();
        found.map_or(Vec::new(), |found| {
            attributes(self.document, &typed, &found)
        })
    }

    /// The city between a thing and its day, or right behind the day.
    fn place(&self, pair: &Pair) -> Option<usize> {
        let is_place = |at: &usize| {
            self.tokens
                .get(*at)
                .is_some_and(|token| token.sort == Sort::Place)
        };
        let mut inside = pair.first()..pair.last();
        let behind = Some(pair.last() + 1).filter(|at| {
            is_place(at)
                && self.between(pair.last(), *at).chars().count() < 10
                && !self.between(pair.last(), *at).contains('\n')
        });
        inside.find(is_place).or(behind)
    }

    fn attribute(&self, name: &str, token: usize) -> Attribute {
        let Token { id, plain, .. } = self.tokens[token];
        Attribute {
            name: name.to_owned(),
            span: self.mentions.get(id).span,
            words: plain.of(&self.document.plain.text).to_owned(),
            mentions: vec![id],
        }
    }
}
