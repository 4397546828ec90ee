//! The meeting of one region in a series that has one for each: the regional preparatory meetings for the
//! World Telecommunication Development Conferences, which the vocabulary knows as `RPM-AFR-10`.

use super::Resolver;
use super::mint::tail;
use crate::mention::MentionId;
use crate::namespace::identifier;
use crate::vocabulary::NameSort;
use oxigraph::model::NamedNode;

/// The attributes that hold a region, which are the codes of the regions in notations.
const REGIONS: [&str; 6] = ["afr", "ams", "arb", "asp", "cis", "eur"];

/// The organizations that stand for their regions.
const OF_REGIONS: [&str; 2] = ["cis", "rcc"];

/// How many years before its conference a meeting that prepares it is announced, at most.
const EARLIEST: i16 = 3;

impl Resolver<'_> {
    /// The meeting of the region that a mention names, for the conference that it names or for the next
    /// one.
    pub(super) fn regional_meeting(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        let region = REGIONS.iter().find(|region| self.has(mention, region))?;
        // The Commonwealth is an organization as well; no other stands for a region.
        let words = self.mentions.attribute(mention, region)?;
        let mut organizations = words
            .mentions
            .iter()
            .filter(|id| self.is(**id, "Organization"));
        let is_region = organizations.all(|id| {
            let named = self.referent_or_mint(*id).and_then(|iri| tail(&iri));
            named.is_some_and(|named| OF_REGIONS.contains(&named.as_str()))
        });
        if !is_region {
            return None;
        }
        let series = self.series_of(self.part(mention, "series")?)?;
        let series = self
            .vocabulary
            .by_iri(identifier(["series", &series]).as_ref())?;
        let code = series
            .names
            .iter()
            .find(|name| name.sort == NameSort::Notation)?;
        let of = |year: i16| {
            let notation = format!("{}-{}-{:02}", code.text, region.to_uppercase(), year % 100);
            let mut known = self.vocabulary.by_name(&notation);
            let only = known.next()?;
            known.next().is_none().then(|| only.iri.clone())
        };
        match self.part(mention, "of") {
            Some(conference) => {
                let conference = tail(&self.referent_or_mint(conference)?)?;
                let (_, year) = conference.rsplit_once('-')?;
                of(year.parse().ok()?)
            }
            None => {
                let told = self.start_dates(&[id]).into_iter().next();
                let year = told.or(self.own.date)?.year;
                (year..=year + EARLIEST).find_map(of)
            }
        }
    }
}
