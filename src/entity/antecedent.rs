//! Words that point back: which earlier mention "the Group" or "cette réunion" means, and how things
//! that bear no name of their own are told apart.

use super::Resolver;
use super::mint::tail;
use crate::document::PartKind;
use crate::mention::MentionId;
use crate::namespace::{cg, identifier, org};
use crate::relation::Argument;
use crate::relation::context::STANDING_GROUPS;
use oxigraph::model::{NamedNode, NamedNodeRef};
use std::collections::{BTreeMap, BTreeSet};

/// Each mention that points back, with the mention that it points to.
pub(super) type Pointers = BTreeMap<MentionId, MentionId>;

/// Meetings that are called by their names: "the meeting" means another.
const NAMED_MEETINGS: &[&str] = &[
    "Conference",
    "Assembly",
    "CouncilSession",
    "MeetingSeries",
    "Summit",
];

impl Resolver<'_> {
    /// Finds the antecedent of every mention that points back.
    pub(super) fn antecedents(&self) -> Pointers {
        let mut pointers = Pointers::new();
        let pointable = self.pointable();
        for (at, id) in pointable.iter().enumerate() {
            let mention = self.mentions.get(*id);
            if self.has(mention, "anaphor") {
                let before = pointable[..at].iter().rev();
                if let Some(nearest) = self.antecedent(*id, before.clone()) {
                    let antecedent = self.of_same_day(*id, nearest, before);
                    pointers.insert(*id, antecedent);
                }
            }
        }
        pointers
    }

    /// What can point or be pointed to, in order of their positions: the outermost mentions, and
    /// the bodies and places of meetings.
    fn pointable(&self) -> Vec<MentionId> {
        let outermost = self.mentions.outermost().flat_map(|(id, mention)| {
            let parts = ["body", "place"]
                .into_iter()
                .filter_map(move |name| self.part(mention, name))
                .filter(move |_| self.is(id, "Meeting"));
            std::iter::once(id).chain(parts)
        });
        let mut pointable: Vec<MentionId> = outermost.collect();
        pointable.sort_by_key(|id| (self.mentions.get(*id).plain.start, *id));
        pointable.dedup();
        pointable
    }

    fn antecedent<'i>(
        &self,
        id: MentionId,
        before: impl Iterator<Item = &'i MentionId> + Clone,
    ) -> Option<MentionId> {
        let wanted = self.wanted_kind(id);
        let fits = |candidate: &&MentionId| {
            (self.is(**candidate, &wanted) || self.is_known_as(**candidate, &wanted))
                && **candidate != id
                && !self.is(**candidate, "MeetingSeries")
        };
        let standing: &[&str] = match wanted.as_str() {
            "Group" => STANDING_GROUPS,
            "Meeting" => NAMED_MEETINGS,
            _ => &[],
        };
        let stands = |candidate: MentionId, kind: &str| {
            self.is(candidate, kind) || wanted == "Meeting" && self.is_known_as(candidate, kind)
        };
        let introduced = |candidate: &&MentionId| {
            fits(candidate) && !standing.iter().any(|kind| stands(**candidate, kind))
        };
        // "The Group" of a letter about one group is that group, whatever others are named in passing;
        // so is "the workshop".
        let is_event = self.is(id, "Meeting")
            && wanted != "Meeting"
            && !NAMED_MEETINGS.iter().any(|kind| self.is(id, kind));
        let is_subject = |candidate: &&MentionId| {
            (wanted == "Group" || is_event)
                && introduced(candidate)
                && self.is_in_subject(**candidate)
        };
        let of_subject: Vec<&MentionId> = before.clone().filter(is_subject).collect();
        let named: BTreeSet<&NamedNode> = of_subject
            .iter()
            .filter_map(|id| self.referent(**id))
            .collect();
        let is_only = match is_event {
            true => of_subject.len() == 1,
            false => named.len() <= 1,
        };
        let only = of_subject.first().copied().filter(|_| is_only);
        let strict = only.or_else(|| before.clone().find(introduced)).copied();
        if wanted == "Meeting" {
            return self.not_over(strict, before.clone().filter(introduced));
        }
        strict
            .or_else(|| before.clone().find(fits).copied())
            .or_else(|| self.event_of_subject(id, before).copied())
    }

    /// "The meeting" of a letter that announces one is that: not one of the past that it cites, nor that
    /// of another group which it names without a day.
    fn not_over<'i>(
        &self,
        nearest: Option<MentionId>,
        mut introduced: impl Iterator<Item = &'i MentionId>,
    ) -> Option<MentionId> {
        let nearest = nearest?;
        let announced = match self.starts_by_date(nearest) {
            Some(false) => return Some(nearest),
            Some(true) => introduced.find(|id| match self.starts_by_date(**id) {
                Some(is_past) => !is_past,
                None => self.is_told_apart(**id),
            }),
            None if self.is_told_apart(nearest)
                || !self.has(self.mentions.get(nearest), "body") =>
            {
                return Some(nearest);
            }
            None => introduced.find(|id| {
                self.starts_by_date(**id) == Some(false)
                    && self.has(self.mentions.get(**id), "body")
            }),
        };
        announced.copied().or(Some(nearest))
    }

    /// The event that a letter is about, where it calls a symposium a workshop further down.
    fn event_of_subject<'i>(
        &self,
        id: MentionId,
        mut before: impl Iterator<Item = &'i MentionId>,
    ) -> Option<&'i MentionId> {
        if !self.is(id, "Meeting") {
            return None;
        }
        before.find(|candidate| {
            self.is(**candidate, "Meeting")
                && !["GroupMeeting", "MeetingSeries"]
                    .iter()
                    .any(|kind| self.is(**candidate, kind))
                && self.is_in_subject(**candidate)
        })
    }

    /// True for a meeting that begins before the day of the letter, false for one that begins later.
    fn starts_by_date(&self, meeting: MentionId) -> Option<bool> {
        let written = self.own.date?;
        let start = self.start_dates(&[meeting]).into_iter().next()?;
        Some(start < written)
    }

    /// True for a meeting that the subject line names, or that bears a number.
    fn is_told_apart(&self, meeting: MentionId) -> bool {
        self.is_in_subject(meeting) || self.has(self.mentions.get(meeting), "ordinal")
    }

    /// True for what the subject line names.
    fn is_in_subject(&self, id: MentionId) -> bool {
        let mention = self.mentions.get(id);
        let part = self.document.part_at(mention.span.start);
        !self.has(mention, "anaphor") && part.is_some_and(|part| part.kind == PartKind::Subject)
    }

    /// True when the vocabulary has the referent under that kind.
    fn is_known_as(&self, id: MentionId, kind: &str) -> bool {
        let known = self
            .referent(id)
            .and_then(|iri| self.vocabulary.by_iri(iri.as_ref()));
        known.is_some_and(|entry| self.vocabulary.kinds().is_named(entry.kind, kind))
    }

    /// The kind of thing that pointing words mean. The general words for a meeting or group mean
    /// any kind.
    fn wanted_kind(&self, id: MentionId) -> String {
        match self.kinds.name(self.kind(id)) {
            "GroupMeeting" => "Meeting".to_owned(),
            kind => kind.to_owned(),
        }
    }

    /// Gives the words that point back the referents of what they point to.
    pub(super) fn follow(&mut self, pointers: &Pointers) {
        for (id, antecedent) in pointers {
            let mut target = *antecedent;
            while let Some(next) = pointers.get(&target) {
                target = *next;
            }
            for iri in self.referents.get(&target).cloned().unwrap_or_default() {
                self.refer(*id, iri);
            }
        }
    }

    /// A mention and all that point to it.
    pub(super) fn cluster(&self, id: MentionId, pointers: &Pointers) -> Vec<MentionId> {
        let mut cluster = vec![id];
        for (pointing, target) in pointers {
            if cluster.contains(target) {
                cluster.push(*pointing);
            }
        }
        cluster
    }

    /// The referents of what the claims of a property state of any of these mentions.
    pub(super) fn stated(
        &self,
        cluster: &[MentionId],
        predicate: NamedNodeRef<'_>,
    ) -> Vec<NamedNode> {
        let claims = cluster
            .iter()
            .flat_map(|id| self.claims_about(*id, predicate));
        let objects = claims.filter_map(|claim| match claim.object {
            Argument::Mention(object) => self.referent(object).cloned(),
            _ => None,
        });
        objects.collect()
    }

    /// Groups without a name: the kind, the body that set them up, and what they are about.
    pub(super) fn identify_groups(&mut self, pointers: &Pointers) {
        let nameless: Vec<MentionId> = self
            .mentions
            .outermost()
            .map(|(id, _)| id)
            .filter(|id| self.is(*id, "Group") && !self.referents.contains_key(id))
            .filter(|id| !pointers.contains_key(id))
            .collect();
        let mut of_kind: BTreeMap<String, Vec<MentionId>> = BTreeMap::new();
        for id in nameless {
            let kind = self.kinds.name(self.kind(id)).to_owned();
            of_kind.entry(kind).or_default().push(id);
        }
        for (kind, mentions) in of_kind {
            // All nameless groups of one kind in a letter are one group.
            let cluster: Vec<MentionId> = mentions
                .iter()
                .flat_map(|id| self.cluster(*id, pointers))
                .collect();
            let is_of_another = !self.stated(&cluster, org::SUB_ORGANIZATION_OF).is_empty();
            let meeting = self.only_group_meeting(&kind).filter(|_| !is_of_another);
            let iri = meeting.or_else(|| self.nameless_group(&kind, &cluster));
            let Some(iri) = iri else {
                continue;
            };
            for id in mentions {
                self.refer(id, iri.clone());
            }
        }
    }

    /// The one group of a kind whose meeting the letter tells of: the working group that a Decision is said
    /// to set up is the one that meets.
    fn only_group_meeting(&self, kind: &str) -> Option<NamedNode> {
        let meetings = self.mentions.outermost().map(|(id, _)| id);
        let bodies = meetings
            .filter(|id| self.is(*id, "GroupMeeting"))
            .filter_map(|id| self.part(self.mentions.get(id), "body"));
        let named: BTreeSet<NamedNode> = bodies
            .filter(|id| self.kinds.name(self.kind(*id)) == kind)
            .filter_map(|id| self.referent(id).cloned())
            .collect();
        let mut named = named.into_iter();
        let only = named.next()?;
        named.next().is_none().then_some(only)
    }

    fn nameless_group(&self, kind: &str, cluster: &[MentionId]) -> Option<NamedNode> {
        let parent = self
            .stated(cluster, org::SUB_ORGANIZATION_OF)
            .into_iter()
            .chain(self.stated(cluster, cg::ESTABLISHED_BY))
            .find_map(|parent| tail(&parent));
        let kind_slug = hyphenated(kind);
        if let Some(resolution) = self.stated(cluster, cg::IMPLEMENTS).first() {
            let cited = crate::namespace::local(resolution.as_ref())?.replace('/', "-");
            let parent = parent.unwrap_or_else(|| "itu".to_owned());
            return Some(identifier(["group", &parent, &kind_slug, &cited]));
        }
        let year = self.own.date?.year.to_string();
        Some(identifier(["group", &parent?, &kind_slug, &year]))
    }

    /// Resolutions and Decisions cited by number alone: those of the same number that the letter
    /// cites in full, or that have a title instead of a number.
    pub(super) fn identify_documents_by_number(&mut self) {
        let cited: Vec<MentionId> = self
            .mentions
            .iter()
            .map(|(id, _)| id)
            .filter(|id| self.is(*id, "Resolution") || self.is(*id, "Decision"))
            .collect();
        let mut full: BTreeMap<(String, String), NamedNode> = BTreeMap::new();
        let key = |resolver: &Self, id: MentionId| {
            let mention = resolver.mentions.get(id);
            let kind = resolver.kinds.name(mention.kind).to_owned();
            Some((kind, resolver.words(mention, "number")?))
        };
        for id in &cited {
            if let (Some(key), Some(iri)) = (key(self, *id), self.referent(*id)) {
                full.entry(key).or_insert_with(|| iri.clone());
            }
        }
        for id in cited {
            if self.referents.contains_key(&id) || self.has(self.mentions.get(id), "anaphor") {
                continue;
            }
            let found = key(self, id).and_then(|key| full.get(&key).cloned());
            if let Some(iri) = found {
                self.refer(id, iri);
            }
        }
    }

    /// Resolutions that have a title and no number: what adopted them, and what the title names.
    pub(super) fn identify_titled(&mut self) {
        let titled: Vec<MentionId> = self
            .mentions
            .outermost()
            .map(|(id, _)| id)
            .filter(|id| self.is(*id, "Resolution") && !self.referents.contains_key(id))
            .filter(|id| self.has(self.mentions.get(*id), "title"))
            .collect();
        for id in titled {
            let adopted = self.stated(&[id], cg::ADOPTED_BY);
            let topic = self.topic(self.mentions.get(id), "title");
            if let (Some(meeting), Some(topic)) = (adopted.first().and_then(tail), topic) {
                self.refer(id, identifier(["resolution", &meeting, &topic]));
            }
        }
    }
}

/// `CorrespondenceGroup` as `correspondence-group`.
pub(super) fn hyphenated(kind: &str) -> String {
    let mut slug = String::new();
    for character in kind.chars() {
        if character.is_uppercase() && !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(character.to_lowercase());
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::hyphenated;

    #[test]
    fn kinds_are_hyphenated_in_identifiers() {
        assert_eq!(hyphenated("CorrespondenceGroup"), "correspondence-group");
        assert_eq!(hyphenated("Workshop"), "workshop");
    }
}
