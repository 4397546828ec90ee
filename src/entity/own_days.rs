//! Days that a wording gives to a meeting whose own words name other ones: "Study Group 5, at its meeting
//! (Geneva, 23 November 2010), accepted an invitation to a meeting which will be held from 20 to 28 September
//! 2011" tells of two meetings.

use crate::mention::date::{self, DateRange, PartialDate};
use crate::mention::{MentionId, Mentions};
use crate::namespace::schema;
use crate::relation::{Argument, Claim};
use crate::span::Span;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// What the claims of one wording about one mention are known by.
type Told = (MentionId, Span, String);

/// The claims, with such days and the city told with them given to the meeting of the letter that has these
/// days, or to none. A meeting that was put off has two days.
pub(super) fn with_own_days(
    claims: Vec<Claim>,
    mentions: &Mentions,
    vocabulary: &Vocabulary,
) -> Vec<Claim> {
    let mut own: BTreeMap<MentionId, Option<DateRange>> = BTreeMap::new();
    let mut of_others: BTreeMap<Told, Option<MentionId>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| is_begun(claim)) {
        let (Argument::Mention(id), Argument::Date(day, _)) = (&claim.subject, &claim.object)
        else {
            continue;
        };
        let days = own
            .entry(*id)
            .or_insert_with(|| days_in(mentions, *id, vocabulary));
        let is_own = days.is_none_or(|days| days.start <= *day && *day <= days.end);
        let is_told_elsewhere = !mentions.get(*id).span.contains(claim.evidence.span);
        if day.is_full() && !is_own && is_told_elsewhere && !is_put_off(&claims, claim) {
            let key = (*id, claim.evidence.span, claim.evidence.rule.clone());
            of_others.insert(key, begun_on(&claims, mentions, (*id, *day), vocabulary));
        }
    }
    if of_others.is_empty() {
        return claims;
    }
    let given = |mut claim: Claim| {
        let Argument::Mention(id) = claim.subject else {
            return Some(claim);
        };
        let moves = [schema::START_DATE, schema::END_DATE, schema::LOCATION];
        if !moves.contains(&claim.predicate.as_ref()) {
            return Some(claim);
        }
        let key = (id, claim.evidence.span, claim.evidence.rule.clone());
        match of_others.get(&key) {
            None => Some(claim),
            Some(None) => None,
            Some(Some(other)) => {
                claim.subject = Argument::Mention(*other);
                Some(claim)
            }
        }
    };
    claims.into_iter().filter_map(given).collect()
}

fn is_begun(claim: &Claim) -> bool {
    claim.predicate == schema::START_DATE
}

/// The days among the words of a mention.
fn days_in(mentions: &Mentions, id: MentionId, vocabulary: &Vocabulary) -> Option<DateRange> {
    let mention = mentions.get(id);
    let when = mentions.attribute(mention, "when")?;
    let [only] = when.mentions.as_slice() else {
        return None;
    };
    let days = date::dates(mentions, mentions.get(*only), vocabulary)?;
    let is_inside = mention.span.contains(when.span);
    (is_inside && days.start.is_full() && days.end.is_full()).then_some(days)
}

fn is_put_off(claims: &[Claim], claim: &Claim) -> bool {
    let mut others = claims.iter().filter(|other| other.subject == claim.subject);
    others.any(|other| other.predicate == schema::PREVIOUS_START_DATE)
}

/// Another meeting that begins on a day.
fn begun_on(
    claims: &[Claim],
    mentions: &Mentions,
    (id, day): (MentionId, PartialDate),
    vocabulary: &Vocabulary,
) -> Option<MentionId> {
    let mut begun = claims.iter().filter(|claim| is_begun(claim));
    begun.find_map(|claim| match (&claim.subject, &claim.object) {
        (Argument::Mention(other), Argument::Date(first, _)) if *other != id && *first == day => {
            let days = days_in(mentions, *other, vocabulary);
            days.is_none_or(|days| days.start == day).then_some(*other)
        }
        _ => None,
    })
}
