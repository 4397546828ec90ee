//! Which sector's members, associates or academia a letter is addressed to.

use super::Resolver;
use super::meeting::body_slug;
use super::mint::tail;
use crate::document::PartKind;
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, identifier, local};
use oxigraph::model::NamedNode;

/// How far behind an audience, in bytes, the sector that it shares with others may be named.
const FARTHEST: usize = 60;

/// The same where the audience before has named it: a conjunction and an article.
const NEAREST: usize = 12;

impl Resolver<'_> {
    /// Gives the members of a list the sector that is named once at its end, or with the member just
    /// before: Sector Members, Associates and Academia of ITU-D; ITU-D Sector Members and Associates.
    pub(super) fn share_sectors(&mut self) {
        let audiences = self.mentions.outermost();
        let audiences = audiences.filter(|(id, _)| self.is(*id, "Audience"));
        let is_addressed =
            |mention: &Mention| matches!(mention.part, PartKind::Addressees | PartKind::Copies);
        let (addressed, told): (Vec<_>, Vec<_>) =
            audiences.partition(|(_, mention)| is_addressed(mention));
        // The last comes first, so that a sector passes from each to the one before.
        for (id, _) in addressed.into_iter().rev() {
            let behind = self.sector_behind(id, FARTHEST);
            self.narrow(id, behind.or_else(|| self.sector_before(id)));
        }
        for (id, _) in told.iter().rev() {
            let behind = self.sector_behind(*id, NEAREST);
            self.narrow(*id, behind.filter(|_| self.ends_with_sector(*id)));
        }
        // A sentence may name the sector first, too.
        for (id, _) in told {
            self.narrow(id, self.sector_before(id));
        }
    }

    fn narrow(&mut self, id: MentionId, sector: Option<String>) {
        if let Some(narrower) = sector.and_then(|sector| self.within(id, &sector)) {
            self.referents.insert(id, vec![narrower]);
        }
    }

    /// Gives audiences that each Sector has, such as the chairmen of study groups, the Sector of the
    /// letter where it names none.
    pub(super) fn take_sector(&mut self) {
        let Some(sector) = self.own.sector.as_ref().and_then(tail) else {
            return;
        };
        let general: Vec<(MentionId, NamedNode)> = self
            .mentions
            .iter()
            .filter(|(id, _)| self.is(*id, "Audience"))
            .filter_map(|(id, _)| Some((id, self.of_sector(self.referent(id)?, &sector)?)))
            .collect();
        for (id, narrower) in general {
            self.referents.insert(id, vec![narrower]);
        }
    }

    fn of_sector(&self, general: &NamedNode, sector: &str) -> Option<NamedNode> {
        let takes = self
            .vocabulary
            .literal(general.as_ref(), cg::TAKES_SECTOR)?;
        let narrower = identifier(["audience", &format!("{sector}-{}", tail(general)?)]);
        let is_known = takes == "true" && self.vocabulary.by_iri(narrower.as_ref()).is_some();
        is_known.then_some(narrower)
    }

    /// The members of a sector that a general word for members means.
    fn within(&self, id: MentionId, sector: &str) -> Option<NamedNode> {
        let general = tail(self.referent(id)?)?;
        let narrower = identifier(["audience", &format!("{sector}-{general}")]);
        self.vocabulary
            .by_iri(narrower.as_ref())
            .map(|entry| entry.iri.clone())
    }

    fn sector_before(&self, id: MentionId) -> Option<String> {
        let mention = self.mentions.get(id);
        let mut before = self
            .mentions
            .outermost()
            .filter(|(_, other)| other.plain.end <= mention.plain.start);
        let (last, found) = before.next_back()?;
        let between = self
            .document
            .plain
            .text
            .get(found.plain.end..mention.plain.start)?;
        let is_list = between.len() <= NEAREST && !between.contains(['.', ';', ':', '\n']);
        if !is_list || !self.is(last, "Audience") {
            return None;
        }
        self.sector_named(last, found)
    }

    /// True where a list of audiences ends with its sector: Associates and Academia of ITU-D.
    fn ends_with_sector(&self, id: MentionId) -> bool {
        let mut end = self.mentions.get(id).plain.end;
        for (next, found) in self.mentions.outermost() {
            if found.plain.start < end {
                continue;
            }
            if found.plain.start > end + NEAREST || !self.is(next, "Audience") {
                return self.is(next, "Sector") && found.plain.start <= end + NEAREST;
            }
            end = found.plain.end;
            let mut inner = self.mentions.iter().filter(|(_, inner)| {
                found.plain.contains(inner.plain) && self.kinds.is_named(inner.kind, "Sector")
            });
            if let Some((_, sector)) = inner.next() {
                return sector.plain.end == end;
            }
        }
        false
    }

    fn sector_behind(&self, id: MentionId, farthest: usize) -> Option<String> {
        let mention = self.mentions.get(id);
        let mut after = self
            .mentions
            .outermost()
            .filter(|(_, other)| other.plain.start >= mention.plain.end);
        let (next, found) = after.next()?;
        let between = self
            .document
            .plain
            .text
            .get(mention.plain.end..found.plain.start)?;
        if between.len() > farthest || between.contains(['.', ';', ':']) {
            return None;
        }
        self.sector_named(next, found)
    }

    /// The sector that a mention is, or that the audience it refers to belongs to.
    fn sector_named(&self, id: MentionId, mention: &Mention) -> Option<String> {
        let referent = self.referent(id)?;
        if self.kinds.is_named(mention.kind, "Sector") {
            return tail(referent);
        }
        // The Sector may be named inside: Academia of ITU-D.
        let inner = self.mentions.iter().find(|(other, inner)| {
            *other != id
                && mention.plain.contains(inner.plain)
                && self.kinds.is_named(inner.kind, "Sector")
        });
        if let Some((inner, _)) = inner {
            return tail(self.referent(inner)?);
        }
        let audience = local(referent.as_ref())?.strip_prefix("audience/")?;
        let sectors = self.vocabulary.of_kind("Sector");
        let mut slugs = sectors.filter_map(|sector| tail(&sector.iri));
        slugs.find(|slug| audience.starts_with(&format!("{slug}-")))
    }

    /// The members, leaders or delegates of a body.
    pub(super) fn audience(&self, mention: &Mention) -> Option<NamedNode> {
        let audience = self
            .part(mention, "audience")
            .and_then(|id| self.referent_or_mint(id))?;
        let body = self
            .part(mention, "body")
            .and_then(|id| self.referent_or_mint(id))?;
        // "ITU-T Associates of Study Group 5" have a body already: they are ITU-T Associates.
        let whole = self
            .part(mention, "audience")
            .map(|id| self.mentions.get(id).plain)?;
        let has_body = self.mentions.iter().any(|(_, inner)| {
            whole.contains(inner.plain) && self.kinds.is_named(inner.kind, "Sector")
        });
        if has_body {
            return Some(audience);
        }
        // So are the Associates of a study group of that Sector.
        let (general, path) = (tail(&audience)?, local(body.as_ref())?);
        if let Some((sector, _)) = path
            .strip_prefix("group/")
            .and_then(|path| path.split_once('/'))
        {
            let of_sector = identifier(["audience", &format!("{sector}-{general}")]);
            if self.vocabulary.by_iri(of_sector.as_ref()).is_some() {
                return Some(of_sector);
            }
        }
        Some(identifier([
            "audience",
            &tail(&audience)?,
            &body_slug(&body)?,
        ]))
    }
}
