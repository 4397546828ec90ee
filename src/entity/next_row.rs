//! Days that a wording takes from the row below: in rows that open with their days
//!
//! ```text
//! 18 June 2014     Forum on smart cities
//! 19-20 June 2014  Fifth meeting of the Focus Group
//! ```
//!
//! a meeting and the days behind it stand side by side, and are of two rows.

use super::otherwise::is_day;
use crate::document::Document;
use crate::mention::Mentions;
use crate::relation::{Argument, Claim};
use crate::span::Span;
use crate::vocabulary::kind::Kinds;

/// The claims without such days.
pub(super) fn without_next_rows(
    claims: Vec<Claim>,
    mentions: &Mentions,
    (document, kinds): (&Document, &Kinds),
) -> Vec<Claim> {
    let days: Vec<Span> = mentions
        .outermost()
        .filter(|(_, mention)| kinds.is_named(mention.kind, "Date"))
        .map(|(_, day)| day.plain)
        .collect();
    let is_kept = |claim: &Claim| match claim.subject {
        Argument::Mention(id) if is_day(claim.predicate.as_ref()) => {
            let evidence = document.plain.range(claim.evidence.span);
            !is_of_next_row(
                evidence,
                mentions.get(id).plain,
                &document.plain.text,
                &days,
            )
        }
        _ => true,
    };
    claims.into_iter().filter(is_kept).collect()
}

/// True where days open the row of a meeting, and what a claim was read from leaves them out and reads on
/// behind the row. All are bytes of the plain form, in which lines that a converter broke are whole.
fn is_of_next_row(evidence: Span, meeting: Span, text: &str, days: &[Span]) -> bool {
    let reads_on = evidence.end > meeting.end && text[meeting.end..evidence.end].contains('\n');
    let row = text[..meeting.start].rfind('\n').map_or(0, |end| end + 1);
    reads_on
        && days.iter().any(|day| {
            row <= day.start
                && day.end <= meeting.start
                && day.end <= evidence.start
                && !text[row..day.start].contains(char::is_alphanumeric)
        })
}
