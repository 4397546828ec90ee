//! Meetings of which a letter tells whose they are, but no day: "the meetings of JCT-VC and JVET will be
//! collocated with it". They are known by the letter that names them.

use super::circular::circular_name;
use super::{Fact, Resolver};
use crate::language::Language;
use crate::mention::{Mention, MentionId};
use crate::namespace::{cg, identifier, local, schema};
use oxigraph::model::{NamedNode, Term};
use std::collections::BTreeMap;

impl Resolver<'_> {
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

    /// The facts without those that say where a meeting without a day is, or that the letter announces it,
    /// in a letter that tells the days of others: it only names this one.
    pub(super) fn without_undated(&self, facts: Vec<Fact>) -> Vec<Fact> {
        let Some(slug) = self.own_slug() else {
            return facts;
        };
        let ending = format!("/{slug}");
        let is_undated = |iri: &NamedNode| iri.as_str().ends_with(&ending);
        if facts
            .iter()
            .all(|fact| fact.predicate != schema::START_DATE)
        {
            return facts;
        }
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
