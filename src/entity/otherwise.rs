//! Which claims stand that hold only where nothing else is stated.
//!
//! A wide wording ("the meeting ... 3 May") is right where no narrower one has read the sentence. Such
//! claims wait until the firm ones are facts, and then stand where the facts leave a gap.

use super::{Fact, Resolver};
use crate::document::PartKind;
use crate::mention::date::PartialDate;
use crate::namespace::{cg, schema};
use crate::relation::{Argument, Claim, Evidence, Force};
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A subject with one of its properties.
type Slot = (NamedNode, NamedNode);

impl Resolver<'_> {
    /// Of the claims of a force, those that stand beside the claims which this resolver has read.
    pub(super) fn standing(&self, claims: &[Claim], force: Force) -> Vec<Claim> {
        let facts = self.facts();
        let filled: BTreeSet<Slot> = facts.iter().map(slot).collect();
        let timed: BTreeSet<Slot> = facts
            .iter()
            .filter(|fact| is_timed(fact))
            .map(slot)
            .collect();
        // What is told of all the meetings of a letter is not told of a conference that it only names.
        let has_meeting_of_its_own = force == Force::Shared
            && facts.iter().any(|fact| {
                fact.predicate == schema::START_DATE
                    && !self.is_named_only(&fact.subject)
                    && self.is_to_come(&fact.subject, &facts)
            });
        // Of the surest wordings the one that came first speaks for a subject; what others say of it is
        // dropped. An hour without its day leaves the day to others.
        let mut first: BTreeMap<(String, NamedNode, bool), &Evidence> = BTreeMap::new();
        let mut standing = Vec::new();
        let mut waiting: Vec<&Claim> = claims.iter().filter(|claim| claim.force == force).collect();
        waiting.sort_by_key(|claim| Reverse(claim.evidence.confidence));
        for claim in waiting {
            let subjects = self.subjects(&claim.subject);
            let taken = match claim.object {
                Argument::Hour(_) => &timed,
                _ => &filled,
            };
            let is_open = subjects.iter().all(|subject| {
                slots_of(subject, claim).all(|slot| !taken.contains(&slot))
                    && !self.is_known_otherwise(subject, claim)
            });
            let is_meant = match force {
                Force::Shared => subjects.iter().any(|subject| {
                    self.is_to_come(subject, &facts)
                        && !(has_meeting_of_its_own && self.is_named_only(subject))
                }),
                Force::Firm | Force::Otherwise => !self.has_another_use(claim),
            };
            if !is_open || !is_meant {
                continue;
            }
            let about = match subjects.first() {
                Some(subject) => subject.to_string(),
                None => format!("{:?}", claim.subject),
            };
            let is_hour = matches!(claim.object, Argument::Hour(_));
            let key = (about, claim.predicate.clone(), is_hour);
            let speaker = first.entry(key).or_insert(&claim.evidence);
            if **speaker == claim.evidence {
                standing.push(claim.clone());
            }
        }
        standing
    }

    /// True for another day or city of a meeting than the vocabulary knows; hours it does not know.
    fn is_known_otherwise(&self, subject: &NamedNode, claim: &Claim) -> bool {
        if claim.predicate == schema::LOCATION {
            let known = self.vocabulary.node(subject.as_ref(), schema::LOCATION);
            let told = self.objects(&claim.object);
            return known.is_some_and(|known| !told.contains(&known.into()));
        }
        let Argument::Date(day, _) = claim.object else {
            return false;
        };
        let predicate = claim.predicate.as_ref();
        let known = self.vocabulary.literal(subject.as_ref(), predicate);
        let is_known = known.is_some_and(|known| day.to_string().starts_with(&known));
        is_day(predicate) && self.vocabulary.by_iri(subject.as_ref()).is_some() && !is_known
    }

    /// True where the date of a claim is that of the letter, or of what another claim of the passage states.
    fn has_another_use(&self, claim: &Claim) -> bool {
        let Argument::Date(date, _) = claim.object else {
            return false;
        };
        let mut uses = self.claims.iter().filter(|other| {
            matches!(other.object, Argument::Date(used, _) if used == date)
                && other.evidence.span.overlaps(claim.evidence.span)
        });
        self.own.date == Some(date) || uses.next().is_some()
    }

    /// True for a known edition of a series of conferences that is not what the letter is about.
    fn is_named_only(&self, meeting: &NamedNode) -> bool {
        let series = self.vocabulary.node(meeting.as_ref(), cg::IN_SERIES);
        let mut subject = self
            .mentions
            .iter()
            .filter(|(_, mention)| mention.part == PartKind::Subject);
        series.is_some()
            && !subject.any(|(id, _)| {
                let meant = self.referents.get(&id);
                meant.is_some_and(|meant| meant.contains(meeting))
            })
    }

    /// True for a meeting that begins on the day of the letter or later.
    fn is_to_come(&self, meeting: &NamedNode, facts: &[Fact]) -> bool {
        let Some(written) = self.own.date else {
            return false;
        };
        let starts = facts
            .iter()
            .filter(|fact| fact.subject == *meeting && fact.predicate == schema::START_DATE);
        let start = starts.filter_map(day).next();
        start.is_some_and(|start| start >= written)
    }
}

/// The day that a fact states, without its hour.
fn day(fact: &Fact) -> Option<PartialDate> {
    match &fact.object {
        Term::Literal(day) => PartialDate::parse(day.value().split('T').next()?),
        _ => None,
    }
}

fn slot(fact: &Fact) -> Slot {
    (fact.subject.clone(), fact.predicate.clone())
}

/// The property of a subject that must be open; with one end of its days the other, while each has an hour
/// of its own.
fn slots_of<'a>(subject: &'a NamedNode, claim: &'a Claim) -> impl Iterator<Item = Slot> + 'a {
    let predicate = claim.predicate.as_ref();
    let is_last_day = predicate == schema::END_DATE && !matches!(claim.object, Argument::Hour(_));
    let start = is_last_day.then_some(schema::START_DATE);
    let predicates = std::iter::once(predicate).chain(start);
    predicates.map(|predicate| (subject.clone(), predicate.into_owned()))
}

/// True for the properties that tell when a meeting begins and ends.
pub(super) fn is_day(predicate: NamedNodeRef<'_>) -> bool {
    predicate == schema::START_DATE || predicate == schema::END_DATE
}

/// True for a day that has its hour.
fn is_timed(fact: &Fact) -> bool {
    is_day(fact.predicate.as_ref())
        && matches!(&fact.object, Term::Literal(day) if day.value().contains('T'))
}
