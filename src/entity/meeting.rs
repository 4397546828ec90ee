//! Which meeting of a group is meant: by body and first day.

use super::Resolver;
use super::antecedent::{Pointers, hyphenated};
use crate::document::PartKind;
use crate::mention::date::{self, PartialDate};
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, identifier, local, schema};
use crate::relation::Argument;
use crate::vocabulary::matcher::comparable;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::collections::{BTreeMap, BTreeSet};

/// In the identifiers of events of which nobody is told whose they are, in a letter that tells no office.
const NO_OFFICE: &str = "unknown";

/// Between the bodies of a joint meeting, in its identifier.
pub(super) const JOINT: &str = "-with-";

impl Resolver<'_> {
    /// The first days that claims state of any of these mentions.
    pub(super) fn start_dates(&self, cluster: &[MentionId]) -> Vec<PartialDate> {
        self.dates_of(cluster, schema::START_DATE)
    }

    /// The dates that claims of a property state of any of these mentions.
    pub(super) fn dates_of(
        &self,
        cluster: &[MentionId],
        property: NamedNodeRef<'_>,
    ) -> Vec<PartialDate> {
        let claims = cluster
            .iter()
            .flat_map(|id| self.claims_about(*id, property));
        let dates = claims.filter_map(|claim| match claim.object {
            Argument::Date(date, _) => Some(date),
            _ => None,
        });
        dates.collect()
    }

    /// Meetings of groups, consultations and workshops: body or kind, and first day.
    pub(super) fn identify_meetings(&mut self, pointers: &Pointers) {
        let open: Vec<MentionId> = self
            .mentions
            .iter()
            .filter(|(_, mention)| !mention.attributes.is_empty())
            .map(|(id, _)| id)
            .filter(|id| self.is(*id, "Meeting") && !self.referents.contains_key(id))
            .filter(|id| !pointers.contains_key(id))
            .collect();
        let mut dated: BTreeMap<MentionId, NamedNode> = BTreeMap::new();
        let of_several = |id: &MentionId| {
            self.bodies_of(*id).len() > 1 && !self.has(self.mentions.get(*id), "joint")
        };
        let (several, single): (Vec<MentionId>, Vec<MentionId>) =
            open.iter().copied().partition(of_several);
        for id in single {
            if let Some(iri) = self.dated_meeting(id, &self.cluster(id, pointers), None) {
                dated.insert(id, iri);
            }
        }
        self.part_named_apart(&mut dated);
        self.join_sittings(&mut dated, pointers);
        for id in several {
            let cluster = self.cluster(id, pointers);
            for body in self.bodies_of(id) {
                if let Some(own) = self.within_days(id, &body, &dated, pointers) {
                    let told = cluster.iter().map(|mention| (*mention, own.clone()));
                    self.narrower.extend(told);
                    self.refer(id, own);
                } else if let Some(iri) = self.dated_meeting(id, &cluster, Some(&body)) {
                    self.refer(id, iri);
                }
            }
        }
        let open = open
            .into_iter()
            .filter(|id| !self.referents.contains_key(id))
            .collect::<Vec<_>>();
        for id in &open {
            let iri = dated
                .get(id)
                .cloned()
                .or_else(|| self.same_meeting(*id, &dated));
            if let Some(iri) = iri {
                self.refer(*id, iri);
            }
        }
    }

    /// The bodies that a mention gives one meeting each: Working Parties 9A, 9B and 9D will meet.
    fn bodies_of(&self, id: MentionId) -> Vec<NamedNode> {
        let bodies = self.mentions.attribute(self.mentions.get(id), "body");
        let bodies = bodies.into_iter().flat_map(|body| body.mentions);
        bodies
            .filter_map(|body| self.referent(body).cloned())
            .collect()
    }

    fn dated_meeting(
        &self,
        id: MentionId,
        cluster: &[MentionId],
        body: Option<&NamedNode>,
    ) -> Option<NamedNode> {
        let is_exact = |date: &PartialDate| (date.day.is_some(), date.month.is_some());
        // What is told of the meeting itself goes before what is told of words that point to it.
        let own = self.start_dates(&[id]).into_iter().max_by_key(is_exact);
        let date = match own {
            Some(own) if own.is_full() => own,
            _ => self.start_dates(cluster).into_iter().max_by_key(is_exact)?,
        };
        if let Some(event) = self.known_event(id, cluster, date) {
            return Some(event);
        }
        let owner = match body {
            Some(body) => body_slug(body)?,
            None => self.owner_of(id)?,
        };
        let kind = self.kinds.name(self.kind(id));
        let mut parts = vec!["meeting".to_owned(), owner];
        if kind != "GroupMeeting" && kind != "Meeting" {
            parts.push(hyphenated(kind));
        }
        parts.push(date.to_string());
        Some(identifier(parts))
    }

    /// The event that the vocabulary knows to begin on that day, where the letter names it elsewhere or
    /// tells the same city.
    fn known_event(
        &self,
        id: MentionId,
        cluster: &[MentionId],
        day: PartialDate,
    ) -> Option<NamedNode> {
        if !day.is_full() || self.has(self.mentions.get(id), "body") {
            return None;
        }
        let cities = self.stated(cluster, schema::LOCATION);
        let kind = match self.kinds.name(self.kind(id)) {
            "GroupMeeting" => "Meeting",
            kind => kind,
        };
        let is_named =
            |event: &NamedNode| self.referents.values().flatten().any(|iri| iri == event);
        let mut events = self.vocabulary.of_kind(kind).filter(|event| {
            let known = |property| self.vocabulary.literal(event.iri.as_ref(), property);
            let city = self.vocabulary.node(event.iri.as_ref(), schema::LOCATION);
            known(schema::START_DATE).is_some_and(|start| start == day.to_string())
                && (city.is_some_and(|city| cities.contains(&city)) || is_named(&event.iri))
        });
        let event = events.next()?;
        events.next().is_none().then(|| event.iri.clone())
    }

    /// The body whose meeting it is; for one that has none, the office that writes; where the
    /// letter does not tell its office, who convenes it.
    pub(super) fn owner_of(&self, id: MentionId) -> Option<String> {
        let mention = self.mentions.get(id);
        if self.has(mention, "joint") {
            return self.owners_of(id);
        }
        let body = self.part(mention, "body");
        let named = body.and_then(|body| self.referent(body).cloned());
        if body.is_some() && named.is_none() {
            return None;
        }
        let named = named.or_else(|| self.stated(&[id], cg::MEETING_OF).into_iter().next());
        let named = named
            .or_else(|| self.own.issuer.clone())
            .or_else(|| self.stated(&[id], cg::CONVENED_BY).into_iter().next());
        match named {
            Some(body) => body_slug(&body),
            None => Some(NO_OFFICE.to_owned()),
        }
    }

    /// The bodies that meet as one, in whatever order they are named.
    fn owners_of(&self, id: MentionId) -> Option<String> {
        let owners: Option<BTreeSet<String>> = self.bodies_of(id).iter().map(body_slug).collect();
        let owners = Vec::from_iter(owners?);
        (!owners.is_empty()).then(|| owners.join(JOINT))
    }

    /// The dated meeting of the same body and kind that stands nearest: before, else after.
    fn same_meeting(
        &self,
        id: MentionId,
        dated: &BTreeMap<MentionId, NamedNode>,
    ) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        let ordinal = self.ordinal_of(mention);
        // One that is called by its number is the one that the subject line announces or that stands beside it.
        let is_counted = |other: MentionId| {
            mention.part == PartKind::Subject || self.are_side_by_side(other, id)
        };
        let fits = |other: &&MentionId| {
            let candidate = self.mentions.get(**other);
            let other_ordinal = self.ordinal_of(candidate);
            self.kind(**other) == self.kind(id)
                && self.owner_of(**other) == self.owner_of(id)
                && (self.has(candidate, "body") == self.has(mention, "body")
                    || ordinal.is_some() && (ordinal == other_ordinal || is_counted(**other)))
                && (ordinal.is_none() || other_ordinal.is_none() || ordinal == other_ordinal)
                && !self.are_named_apart(**other, id)
                && !self.begins_on_another_day(id, **other)
        };
        let mut order: Vec<&MentionId> = dated.keys().filter(fits).collect();
        order.sort_by_key(|other| self.mentions.get(**other).plain);
        // One that the same paragraph dates is meant before those of other paragraphs.
        let same_line = order
            .iter()
            .find(|other| self.are_in_one_line(***other, id));
        let before = same_line.or_else(|| {
            order
                .iter()
                .rev()
                .find(|other| self.mentions.get(***other).plain.end <= mention.plain.start)
        });
        let found = before
            .or(order.first())
            .and_then(|other| dated.get(*other).cloned());
        found.or_else(|| self.meeting_without_day(id, dated))
    }

    /// Which of its series a meeting is, however the number is written.
    pub(super) fn ordinal_of(&self, mention: &Mention) -> Option<i16> {
        let number = self.mentions.attribute(mention, "ordinal")?;
        date::number_of(self.mentions, &number, self.vocabulary)
    }

    /// Gives each of several events of one kind and day an identifier of its own, by what its name speaks
    /// of: the preparatory meetings for WTSA-12 and for WCIT-12.
    fn part_named_apart(&self, dated: &mut BTreeMap<MentionId, NamedNode>) {
        let mut order: Vec<MentionId> = dated.keys().copied().collect();
        order.retain(|id| !self.has(self.mentions.get(*id), "body"));
        order.sort_by_key(|id| self.mentions.get(*id).plain);
        let mut first: BTreeMap<NamedNode, String> = BTreeMap::new();
        for id in order {
            let topic = self.topic(self.mentions.get(id), "name");
            let (Some(topic), Some(shared)) = (topic, dated.get(&id).cloned()) else {
                continue;
            };
            let first_topic = first.entry(shared.clone()).or_insert_with(|| topic.clone());
            if !first_topic.contains(&topic)
                && !topic.contains(first_topic.as_str())
                && let Some(path) = local(shared.as_ref())
            {
                dated.insert(id, identifier(path.split('/').chain([topic.as_str()])));
            }
        }
    }

    /// True for two meetings with names of their own that differ.
    fn are_named_apart(&self, one: MentionId, other: MentionId) -> bool {
        let name = |id| {
            let name = self.words(self.mentions.get(id), "name")?;
            Some(comparable(&name))
        };
        match (name(one), name(other)) {
            (Some(one), Some(other)) => !are_much_alike(&one, &other),
            _ => false,
        }
    }

    /// True where the days of an event of no group are not those that are told of another.
    fn begins_on_another_day(&self, id: MentionId, other: MentionId) -> bool {
        if self.has(self.mentions.get(id), "body") {
            return false;
        }
        let own = self.part(self.mentions.get(id), "when").and_then(|when| {
            let days = date::dates(self.mentions, self.mentions.get(when), self.vocabulary)?;
            days.start.is_full().then_some(days.start)
        });
        own.is_some_and(|own| {
            let told = self.start_dates(&[other]);
            !told.is_empty() && !told.contains(&own)
        })
    }

    /// True where no sentence ends between two mentions that stand close to each other.
    fn are_side_by_side(&self, one: MentionId, other: MentionId) -> bool {
        const FARTHEST: usize = 60;
        self.words_between(one, other).is_some_and(|words| {
            words.chars().count() <= FARTHEST && !words.contains(['.', ';', '\n', '。'])
        })
    }

    /// The words between two mentions, whichever stands first; nothing where one is in the other.
    pub(super) fn words_between(&self, one: MentionId, other: MentionId) -> Option<&str> {
        let (one, other) = (self.mentions.get(one).plain, self.mentions.get(other).plain);
        let (first, second) = (one.min(other), one.max(other));
        self.document.plain.text.get(first.end..second.start)
    }

    pub(super) fn are_in_one_line(&self, one: MentionId, other: MentionId) -> bool {
        let (one, other) = (self.mentions.get(one).plain, self.mentions.get(other).plain);
        let between = one.start.min(other.start)..one.end.max(other.end);
        self.document
            .plain
            .text
            .get(between)
            .is_some_and(|words| !words.contains('\n'))
    }
}

/// False for a body and the meeting of another one, which a mention of both named together.
pub(super) fn is_paired(meeting: &NamedNode, predicate: NamedNodeRef<'_>, body: &Term) -> bool {
    let (Term::NamedNode(body), cg::MEETING_OF) = (body, predicate) else {
        return true;
    };
    // A series that is a group as well may be named for its edition: a meeting is no meeting's.
    if body.as_str().contains("/id/meeting/") {
        return false;
    }
    let path = crate::namespace::local(meeting.as_ref()).unwrap_or_default();
    let owner = path
        .strip_prefix("meeting/")
        .and_then(|path| path.split_once('/'));
    match (owner, body_slug(body)) {
        (Some((owner, _)), Some(slug)) => {
            let mut owners = owner.split(JOINT);
            owners.any(|owner| owner == slug) || !body.as_str().contains("/group/")
        }
        _ => true,
    }
}

/// A body in the identifier of its meetings: `tsag`, `itu-t-sg13`.
pub(super) fn body_slug(body: &NamedNode) -> Option<String> {
    let (_, path) = crate::namespace::local(body.as_ref())?.split_once('/')?;
    Some(path.replace('/', "-"))
}

/// True for two names of one thing in words that vary: three in four pairs of letters of the shorter are in
/// the other, as in "workshop on network access" and "ITU workshop on access networks".
fn are_much_alike(one: &str, other: &str) -> bool {
    let pairs = |name: &str| -> BTreeSet<(char, char)> {
        let second = name.chars().skip(1);
        name.chars().zip(second).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.intersection(&other).count();
    shared * 4 >= one.len().min(other.len()) * 3
}
