//! Which deadlines of a letter are the same: what is due by one day, unless a table says it of several
//! groups or a day has several rows.

use super::Resolver;
use super::meeting::body_slug;
use crate::mention::Mention;
use crate::mention::date::{self, PartialDate};
use crate::namespace::{identifier, local};
use oxigraph::model::NamedNode;

impl Resolver<'_> {
    /// The letter, the day, and what tells it from others of that day.
    pub(super) fn deadline(&self, mention: &Mention) -> Option<NamedNode> {
        let when = self.part(mention, "when").or_else(|| {
            let meeting = self.part(mention, "meeting")?;
            self.part(self.mentions.get(meeting), "when")
        })?;
        let range = date::dates(self.mentions, self.mentions.get(when), self.vocabulary)?;
        let circular = local(self.own.iri.as_ref())?.trim_start_matches("circular/");
        let when = if range.start == range.end {
            range.end.to_string()
        } else {
            format!("{}--{}", range.start, range.end)
        };
        let parts = std::iter::once("deadline").chain(circular.split('/'));
        let row = self.row_of_day(mention);
        let row = row.or_else(|| self.row_of_group(mention));
        Some(identifier(
            parts.chain([when.as_str()]).chain(row.as_deref()),
        ))
    }

    /// Several things may be due on a day that a table names once, in the row of the first: the
    /// number of another's row.
    fn row_of_day(&self, mention: &Mention) -> Option<String> {
        let day = |mention: &Mention| self.mentions.attribute(mention, "when");
        let own = day(mention)?;
        if own.span.end > mention.span.start {
            return None;
        }
        let rows = self.mentions.iter().filter(|(_, row)| {
            row.kind == mention.kind
                && row.span.start <= mention.span.start
                && day(row).is_some_and(|when| when.mentions == own.mentions)
        });
        Some(rows.count().max(2).to_string())
    }

    /// A table may give the same last day for each of several groups: the group of a row below the first
    /// that has the day.
    fn row_of_group(&self, mention: &Mention) -> Option<String> {
        let own = self.group_before(mention)?;
        let day = self.last_day(mention)?;
        let is_above = |other: &Mention| {
            other.kind == mention.kind
                && other.span.start < mention.span.start
                && self.last_day(other) == Some(day)
                && self.group_before(other).is_some_and(|group| group != own)
        };
        let mut others = self.mentions.iter().map(|(_, other)| other);
        others.any(is_above).then(|| body_slug(&own)).flatten()
    }

    fn last_day(&self, deadline: &Mention) -> Option<PartialDate> {
        let when = self.part(deadline, "when")?;
        let range = date::dates(self.mentions, self.mentions.get(when), self.vocabulary)?;
        Some(range.end)
    }

    /// The group in whose row a last day stands: the one named last before it, or whose meeting is.
    fn group_before(&self, deadline: &Mention) -> Option<NamedNode> {
        const LONGEST_ROW: usize = 160;
        let day = self.mentions.get(self.part(deadline, "when")?).plain;
        let is = |other: &Mention, name: &str| self.kinds.is_named(other.kind, name);
        let (id, opener) = self
            .mentions
            .outermost_from(day.start.saturating_sub(LONGEST_ROW))
            .take_while(|(_, other)| other.plain.end <= day.start)
            .filter(|(_, other)| is(other, "Group") || is(other, "GroupMeeting"))
            .last()?;
        let group = if is(opener, "Group") {
            id
        } else {
            self.part(opener, "body")?
        };
        self.referent_or_mint(group)
    }
}
