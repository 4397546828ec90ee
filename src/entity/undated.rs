//! Meetings of which a letter tells whose they are, but no day: "the meetings of JCT-VC and JVET will be
//! collocated with it". They are known by the letter that names them.

use super::antecedent::hyphenated;
use super::circular::circular_name;
use super::{Fact, Resolver};
use crate::language::Language;
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, identifier, local, schema};
use oxigraph::model::{NamedNode, Term};
use std::collections::BTreeMap;

impl Resolver<'_> {
    /// A meeting of which the letter tells no day, by its number, else by its body, else by its name.
    pub(super) fn meeting_without_day(
        &self,
        id: MentionId,
        dated: &BTreeMap<MentionId, NamedNode>,
    ) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        let is_of_body =
            self.has(mention, "body") || !self.stated(&[id], cg::MEETING_OF).is_empty();
        let owner = self.owner_of(id);
        if !is_of_body {
            return self.undated_event(id, &owner?, dated);
        }
        match self.ordinal_of(mention) {
            // "Study Group 2 (Caracas, 10-14 September 2001) holds its fourth meeting": it may be that one.
            Some(_) if self.may_be_dated(id, owner.as_deref()?, dated) => None,
            Some(number) => Some(identifier(["meeting", &owner?, &number.to_string()])),
            None if self.is_of_group(mention) => self.undated_meeting(&owner?, dated),
            None => None,
        }
    }

    /// True where the letter tells a meeting of the same body by its days and no number, and the body of this
    /// one not beside it.
    fn may_be_dated(
        &self,
        id: MentionId,
        owner: &str,
        dated: &BTreeMap<MentionId, NamedNode>,
    ) -> bool {
        let of_owner = format!("meeting/{owner}/");
        !self.has(self.mentions.get(id), "body")
            && dated.iter().any(|(other, iri)| {
                local(iri.as_ref()).is_some_and(|path| path.starts_with(&of_owner))
                    && self.ordinal_of(self.mentions.get(*other)).is_none()
            })
    }

    /// An event that has a name and no day: "Workshop on Multimedia in NGN". The only one of its kind in the
    /// letter is the same in every language; several are told apart by their names.
    fn undated_event(
        &self,
        id: MentionId,
        owner: &str,
        dated: &BTreeMap<MentionId, NamedNode>,
    ) -> Option<NamedNode> {
        let kind = self.kinds.name(self.kind(id));
        if ["GroupMeeting", "Meeting", "MeetingSeries"].contains(&kind) {
            return None;
        }
        let name = self.words(self.mentions.get(id), "name")?;
        let slug = self.own_slug()?;
        let mut named = self
            .mentions
            .iter()
            .filter(|(other, _)| self.kind(*other) == self.kind(id) && !dated.contains_key(other))
            .filter_map(|(_, mention)| self.words(mention, "name"));
        let told_apart = match named.all(|other| other.eq_ignore_ascii_case(&name)) {
            true => "undated",
            false => &name,
        };
        Some(identifier([
            "meeting",
            owner,
            &hyphenated(kind),
            &slug,
            told_apart,
        ]))
    }

    /// The meeting of a body of which the letter tells no day, and no other meeting: known by the letter.
    pub(super) fn undated_meeting(
        &self,
        owner: &str,
        dated: &BTreeMap<MentionId, NamedNode>,
    ) -> Option<NamedNode> {
        let meeting = identifier(["meeting", owner, &self.own_slug()?]);
        let of_owner = format!("meeting/{owner}/");
        let is_other = |iri: &NamedNode| {
            *iri != meeting && local(iri.as_ref()).is_some_and(|path| path.starts_with(&of_owner))
        };
        let identified = self.referents.values().flatten();
        let mut others = identified.chain(dated.values()).filter(|iri| is_other(iri));
        others.next().is_none().then_some(meeting)
    }

    /// The facts without those that say where a meeting without a day is, or that the letter announces it:
    /// of an event, and of a meeting in a letter that tells the days of others, which only names this one.
    pub(super) fn without_undated(&self, facts: Vec<Fact>) -> Vec<Fact> {
        let Some(slug) = self.own_slug() else {
            return facts;
        };
        let (ending, middle) = (format!("/{slug}"), format!("/{slug}/"));
        let tells_days = facts
            .iter()
            .any(|fact| fact.predicate == schema::START_DATE);
        let is_undated = |iri: &NamedNode| {
            iri.as_str().contains(&middle) || tells_days && iri.as_str().ends_with(&ending)
        };
        let is_kept = |fact: &Fact| match &fact.object {
            Term::NamedNode(meeting) if fact.predicate == cg::ANNOUNCES => !is_undated(meeting),
            _ => fact.predicate != schema::LOCATION || !is_undated(&fact.subject),
        };
        facts.into_iter().filter(is_kept).collect()
    }

    /// True for the meeting of a group; those of an organization are of any sort.
    pub(super) fn is_of_group(&self, mention: &Mention) -> bool {
        self.part(mention, "body")
            .is_some_and(|body| self.is(body, "Group") && !self.is(body, "Meeting"))
    }

    /// True for the letter in the identifiers of such meetings.
    pub(super) fn is_own_slug(&self, slug: &str) -> bool {
        self.own_slug().is_some_and(|own| own == slug)
    }

    /// What stands for the day in the names of such meetings: the letter by its number, else its date, else
    /// words for the undated.
    pub(super) fn told_by(&self, language: Language) -> Option<String> {
        if let Some((number, _)) = &self.own.number {
            return Some(circular_name(self.vocabulary, number, language));
        }
        if let Some(date) = self.own.date {
            return Some(date.to_string());
        }
        let words = self.labels.fill("Undated", |_, _| None);
        let mut words = words
            .into_iter()
            .filter(|name| name.language == Some(language));
        words.next().map(|name| name.text)
    }

    /// The letter in the identifiers of such meetings.
    fn own_slug(&self) -> Option<String> {
        Some(local(self.own.iri.as_ref())?.replace('/', "-"))
    }
}
