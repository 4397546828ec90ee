//! Days told of several bodies at once, where the letter gives one of them days of its own within:
//! "Working Parties 1A and 1B will meet from 13 to 21 June", and in the table "1A: 14-21 June".

use super::Resolver;
use super::antecedent::Pointers;
use super::meeting::body_slug;
use crate::mention::MentionId;
use crate::namespace::schema;
use crate::relation::{Argument, Claim};
use oxigraph::model::NamedNode;
use std::collections::{BTreeMap, BTreeSet};

impl Resolver<'_> {
    /// The meeting of a body, among the dated ones, whose days lie within those that a mention tells of
    /// it and others.
    pub(super) fn within_days(
        &self,
        id: MentionId,
        body: &NamedNode,
        dated: &BTreeMap<MentionId, NamedNode>,
        pointers: &Pointers,
    ) -> Option<NamedNode> {
        let (first, last) = self.first_and_last(id, pointers)?;
        let owner = body_slug(body);
        let is_within = |other: &MentionId| {
            let days = self.first_and_last(*other, pointers);
            days.is_some_and(|days| first <= days.0 && days.1 <= last && days != (first, last))
        };
        let meetings: BTreeSet<&NamedNode> = dated
            .iter()
            .filter(|(other, _)| self.has(self.mentions.get(**other), "body"))
            .filter(|(other, _)| self.kind(**other) == self.kind(id))
            .filter(|(other, _)| self.owner_of(**other) == owner && is_within(other))
            .map(|(_, meeting)| meeting)
            .collect();
        match Vec::from_iter(meetings).as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    }

    /// True for days and hours of a claim about several bodies, where the subject has days of its own: the
    /// opening told of all need not be that of each.
    pub(super) fn is_of_others(&self, claim: &Claim, subject: &NamedNode) -> bool {
        let Argument::Mention(id) = claim.subject else {
            return false;
        };
        [schema::START_DATE, schema::END_DATE].contains(&claim.predicate.as_ref())
            && self.narrower.contains(&(id, subject.clone()))
    }
}
