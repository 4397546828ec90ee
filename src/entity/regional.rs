//! The meeting of one region in a series that has one for each: the regional preparatory meetings for the
//! World Telecommunication Development Conferences, which the vocabulary knows as `RPM-AFR-10`.

use super::Resolver;
use super::mint::tail;
use crate::mention::MentionId;
use crate::namespace::identifier;
use crate::vocabulary::NameSort;
use oxigraph::model::NamedNode;

/// What the attribute that holds a region is called, before the region's code in notations: `region-afr`.
const REGION: &str = "region-";

/// How many years before its conference a meeting that prepares it is announced, at most.
const EARLIEST: i16 = 3;

impl Resolver<'_> {
    /// The meeting of the region that a mention names, for the conference that it names or for the next
    /// one.
    pub(super) fn regional_meeting(&self, id: MentionId) -> Option<NamedNode> {
        let mention = self.mentions.get(id);
        let mut attributes = mention.attributes.iter();
        let region = attributes.find_map(|attribute| attribute.name.strip_prefix(REGION))?;
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
