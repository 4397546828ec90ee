//! How much was found: counts by category and language, and what they come to.

use crate::language::{LANGUAGES, Language};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What a unit of a gold is counted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the keys of the format")]
pub enum Category {
    Document,
    Meetings,
    Groups,
    People,
    Resolutions,
    Recommendations,
    Questions,
    Circulars,
    Documents,
    Deadlines,
    Organizations,
    Places,
    Urls,
    Emails,
    Relations,
}

/// Whether a gold lists all there is of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All: what is not listed is spurious.
    Whole,
    /// Some: only what is listed counts.
    Part,
}

/// Every category with its key in the format.
pub const CATEGORIES: &[(Category, &str, Listing)] = &[
    (Category::Document, "document", Listing::Whole),
    (Category::Meetings, "meetings", Listing::Whole),
    (Category::Groups, "groups", Listing::Part),
    (Category::People, "people", Listing::Whole),
    (Category::Resolutions, "resolutions", Listing::Whole),
    (Category::Recommendations, "recommendations", Listing::Whole),
    (Category::Questions, "questions", Listing::Whole),
    (Category::Circulars, "circulars", Listing::Whole),
    (Category::Documents, "documents", Listing::Part),
    (Category::Deadlines, "deadlines", Listing::Whole),
    (Category::Organizations, "organizations", Listing::Part),
    (Category::Places, "places", Listing::Part),
    (Category::Urls, "urls", Listing::Part),
    (Category::Emails, "emails", Listing::Part),
    (Category::Relations, "relations", Listing::Whole),
];

impl Category {
    /// Its key in the format.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Whether a gold lists all there is of it.
    pub fn listing(self) -> Listing {
        self.row().2
    }

    fn row(self) -> (Category, &'static str, Listing) {
        let row = CATEGORIES.iter().find(|(category, _, _)| *category == self);
        *row.unwrap_or(&CATEGORIES[0])
    }
}

impl Serialize for Category {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Units counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Units of the golds that were found.
    pub found: usize,
    /// Units of the golds.
    pub expected: usize,
    /// What was found and is in no gold.
    pub spurious: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.expected += other.expected;
        self.spurious += other.spurious;
    }
}

impl Count {
    /// The part of what is expected that was found, from 0 to 1; none if nothing is expected.
    pub fn recall(self) -> Option<f64> {
        ratio(self.found, self.expected)
    }

    /// The part of what was found that is right, from 0 to 1; none if nothing was found.
    pub fn precision(self) -> Option<f64> {
        ratio(self.found, self.found + self.spurious)
    }

    /// The harmonic mean of the two, from 0 to 1; none if there is nothing to count.
    pub fn f1(self) -> Option<f64> {
        ratio(2 * self.found, self.found + self.expected + self.spurious)
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// What was counted of a category in a language; of all where either is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// The category.
    pub category: Option<Category>,
    /// The language's tag.
    pub language: Option<&'static str>,
    /// The units.
    #[serde(flatten)]
    pub count: Count,
    /// The part of what is expected that was found.
    pub recall: Option<f64>,
    /// The part of what was found that is right; none where the golds do not list all there is.
    pub precision: Option<f64>,
    /// The harmonic mean of the two; the recall where there is no precision.
    pub f1: Option<f64>,
}

impl Score {
    fn new(category: Option<Category>, language: Option<Language>, count: Count) -> Self {
        let is_whole = category.is_none_or(|category| category.listing() == Listing::Whole);
        Self {
            category,
            language: language.map(Language::tag),
            count,
            recall: count.recall(),
            precision: count.precision().filter(|_| is_whole),
            f1: if is_whole { count.f1() } else { count.recall() },
        }
    }
}

/// Counts by category and language.
pub(super) type Counts = BTreeMap<(Category, Language), Count>;

/// For each category its languages and then all of them; last, each language in all categories, and
/// everything. What nothing was counted of is left out.
pub(super) fn scores(counts: &Counts) -> Vec<Score> {
    let sum = |category: Option<Category>, language: Option<Language>| {
        let mut total = Count::default();
        for ((of, within), count) in counts {
            if category.is_none_or(|category| category == *of)
                && language.is_none_or(|language| language == *within)
            {
                total += *count;
            }
        }
        Score::new(category, language, total)
    };
    let categories = CATEGORIES
        .iter()
        .map(|(category, _, _)| Some(*category))
        .chain([None]);
    let all = categories.flat_map(|category| {
        let languages = LANGUAGES
            .iter()
            .map(|(language, _, _)| Some(*language))
            .chain([None]);
        languages.map(move |language| (category, language))
    });
    let scores = all.map(|(category, language)| sum(category, language));
    scores
        .filter(|score| {
            let is_everything = score.category.is_none() && score.language.is_none();
            is_everything || score.count != Count::default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{CATEGORIES, Category, Count, Counts, scores};
    use crate::language::Language;
    use std::collections::BTreeSet;

    fn count(found: usize, expected: usize, spurious: usize) -> Count {
        Count {
            found,
            expected,
            spurious,
        }
    }

    #[test]
    fn every_category_has_one_row_in_order() {
        let categories: Vec<Category> = CATEGORIES.iter().map(|row| row.0).collect();
        assert!(categories.is_sorted());
        let names: BTreeSet<&str> = CATEGORIES.iter().map(|row| row.1).collect();
        assert_eq!(names.len(), CATEGORIES.len());
    }

    #[test]
    fn measures_are_what_their_names_say() {
        let some = count(3, 4, 1);
        assert_eq!(
            (some.recall(), some.precision(), some.f1()),
            (Some(0.75), Some(0.75), Some(0.75))
        );
        assert_eq!(count(0, 0, 0).f1(), None);
        assert_eq!(count(0, 0, 2).f1(), Some(0.0));
        assert_eq!(count(0, 0, 2).recall(), None);
    }

    #[test]
    fn totals_follow_their_parts() {
        let mut counts = Counts::new();
        counts.insert((Category::Places, Language::French), count(1, 2, 0));
        counts.insert((Category::Places, Language::Chinese), count(2, 2, 0));
        counts.insert((Category::People, Language::French), count(1, 1, 1));
        let rows: Vec<(Option<&str>, Option<&str>, usize)> = scores(&counts)
            .iter()
            .map(|score| {
                (
                    score.category.map(Category::name),
                    score.language,
                    score.count.found,
                )
            })
            .collect();
        let expected = [
            (Some("people"), Some("fr"), 1),
            (Some("people"), None, 1),
            (Some("places"), Some("fr"), 1),
            (Some("places"), Some("zh"), 2),
            (Some("places"), None, 3),
            (None, Some("fr"), 2),
            (None, Some("zh"), 2),
            (None, None, 4),
        ];
        assert_eq!(rows, expected);
        let places = &scores(&counts)[4];
        assert_eq!((places.precision, places.f1), (None, Some(0.75)));
    }
}
