//! What a date, a range of dates or an hour means, read from the parts of its mention.
//!
//! Dates follow ISO 8601 and are as exact as the text: a day, a month or a year. Impossible ones
//! (30 February) mean nothing.

use super::{Attribute, Mention, Mentions};
use crate::namespace::schema;
use crate::vocabulary::Vocabulary;
use std::fmt;

/// A day, a month or a year of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, as 2013.
    pub year: i16,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month, from 1; only with a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// The date, if the calendar has it.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (day.is_none() || month.is_some()).then_some(Self { year, month, day })
    }

    /// Reads `2013`, `2013-06` or `2013-06-05`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..text.len().min(10))?.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map(str::parse).transpose().ok()?;
        let day = parts.next().map(str::parse).transpose().ok()?;
        Self::new(year, month, day)
    }

    /// True when the day is named.
    pub fn is_full(self) -> bool {
        self.day.is_some()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

/// From a date to a date; both are the same where the text names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateRange {
    /// The first day, month or year.
    pub start: PartialDate,
    /// The last.
    pub end: PartialDate,
}

/// An hour of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hour {
    /// From 0 to 24; 24:00 is the end of the day, as XSD has it.
    pub hour: i8,
    /// From 0 to 59.
    pub minute: i8,
}

impl fmt::Display for Hour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// The dates that a mention names: captures `day`, `month`, `year` (`yy` if it has two digits) and `to-day`,
/// `to-month`, `to-year`, `to-yy`; what one end leaves out is taken from the other, and a year that both leave out from
/// the dates named before.
pub fn dates(mentions: &Mentions, mention: &Mention, vocabulary: &Vocabulary) -> Option<DateRange> {
    let number = |name: &str| -> Option<i16> {
        let attribute = mentions.attribute(mention, name)?;
        number_of(mentions, &attribute, vocabulary)
    };
    let small = |name: &str| number(name).and_then(|number| i8::try_from(number).ok());
    let year = number("year").or_else(|| number("yy"));
    let to_year = number("to-year").or_else(|| number("to-yy"));
    let (month, to_month) = (small("month"), small("to-month"));
    let (day, to_day) = (small("day"), small("to-day"));
    let is_range = to_day.is_some() || to_month.is_some() || to_year.is_some();
    let stated = to_year.or(year);
    let end_year = match stated {
        Some(year) => year,
        None => year_understood(mentions, mention, (month?, day), vocabulary)?,
    };
    let mut start_year = year.unwrap_or(end_year);
    let start_month = month.or(to_month);
    let end_month = to_month.or(month);
    // "28 December to 3 January 2013" begins the year before.
    if year.is_none() && start_month > end_month {
        start_year -= 1;
    }
    let start = PartialDate::new(start_year, start_month, day)?;
    if !is_range {
        return Some(DateRange { start, end: start });
    }
    let end = PartialDate::new(end_year, end_month, to_day)?;
    // Text from right to left comes with the days of a month turned around: 27-23.
    let is_reversed = start > end && start.month == end.month && start.year == end.year;
    let (start, end) = if is_reversed {
        (end, start)
    } else {
        (start, end)
    };
    (start <= end).then_some(DateRange { start, end })
}

/// How many bytes after a day without a year the day stands that tells the year of both.
const NEXT_IN_RANGE: usize = 40;

/// The year of a day whose year is left out: that of a period named with its year in which the day lies,
/// or of an event known to begin on it; else that of a date that follows at once ("from 27 June until 3 July
/// 2001"); else that of the date named last before, or the next one where the day would lie half a year before
/// that date.
fn year_understood(
    mentions: &Mentions,
    mention: &Mention,
    (month, day): (i8, Option<i8>),
    vocabulary: &Vocabulary,
) -> Option<i16> {
    let (before, after): (Vec<&Mention>, Vec<&Mention>) = mentions
        .iter()
        .map(|(_, other)| other)
        .filter(|other| other.kind == mention.kind && states_year(other))
        .partition(|other| other.span.end <= mention.span.start);
    let last = before.iter().max_by_key(|other| other.span.start);
    let next = after.iter().min_by_key(|other| other.span.start);
    let nearest = last.or(next)?;
    if let Some(year) = year_of_period(mentions, mention, (month, day), vocabulary) {
        return Some(year);
    }
    // "starting on 27 June and ending on 3 July 2001"
    if let Some(end) = next.filter(|next| next.span.start <= mention.span.end + NEXT_IN_RANGE) {
        let end = dates(mentions, end, vocabulary)?.end;
        let lies_after = end.month.is_some_and(|then| month > then);
        return Some(end.year - i16::from(lies_after));
    }
    let reference = dates(mentions, nearest, vocabulary)?.start;
    let lies_far_before = reference.month.is_some_and(|then| month + 6 < then);
    Some(reference.year + i16::from(lies_far_before))
}

fn states_year(date: &Mention) -> bool {
    const YEARS: [&str; 4] = ["year", "yy", "to-year", "to-yy"];
    date.attributes
        .iter()
        .any(|part| YEARS.contains(&part.name.as_str()))
}

/// The only year in which a day lies in a period that the letter names with its year, or in which an event
/// that it names is known to begin on that day.
fn year_of_period(
    mentions: &Mentions,
    mention: &Mention,
    (month, day): (i8, Option<i8>),
    vocabulary: &Vocabulary,
) -> Option<i16> {
    let day = day?;
    let told = |other: &Mention| -> Option<DateRange> {
        if other.kind == mention.kind && states_year(other) {
            return dates(mentions, other, vocabulary);
        }
        let [only] = other.candidates.as_slice() else {
            return None;
        };
        let is_event = vocabulary
            .kinds()
            .is_named(vocabulary.entry(*only).kind, "Meeting");
        let event = vocabulary.entry(*only).iri.as_ref();
        let start = is_event.then(|| vocabulary.literal(event, schema::START_DATE))??;
        let start = PartialDate::parse(&start)?;
        Some(DateRange { start, end: start })
    };
    let holds = |range: &DateRange| {
        let day = PartialDate::new(range.start.year, Some(month), Some(day));
        let is_period = range.start.is_full() && range.end.is_full();
        day.filter(|_| is_period)
            .is_some_and(|day| range.start <= day && day <= range.end)
    };
    let others = mentions.iter().map(|(_, other)| other);
    let mut years = others
        .filter_map(told)
        .filter(holds)
        .map(|range| range.start.year);
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// The hours that a mention names: captures `hour`, in digits or as an ordinal, `minute` and
/// `to-hour`, `to-minute`, with `pm` and `to-pm` where the afternoon is named, and `half` for half past.
pub fn hours(
    mentions: &Mentions,
    mention: &Mention,
    vocabulary: &Vocabulary,
) -> Option<(Hour, Option<Hour>)> {
    let past = if mentions.attribute(mention, "half").is_some() {
        30
    } else {
        0
    };
    let hour = |hour: &str, minute: &str, afternoon: &str| -> Option<Hour> {
        let hour = mentions.attribute(mention, hour)?;
        let minute = mentions
            .attribute(mention, minute)
            .map_or(Some(past), |minute| minute.words.parse().ok())?;
        let mut hour = i8::try_from(number_of(mentions, &hour, vocabulary)?).ok()?;
        if mentions.attribute(mention, afternoon).is_some() && hour < 12 {
            hour += 12;
        }
        let is_hour = (0..24).contains(&hour) && (0..60).contains(&minute);
        (is_hour || (hour, minute) == (24, 0)).then_some(Hour { hour, minute })
    };
    let start = hour("hour", "minute", "pm")?;
    let is_told = |name: &str| mentions.attribute(mention, name).is_some();
    let end = hour("to-hour", "to-minute", "to-pm").map(|end| match end.hour {
        // The afternoon that is named once holds for both.
        12.. => end,
        hour if is_told("pm") && !is_told("to-pm") => Hour {
            hour: hour + 12,
            ..end
        },
        _ => end,
    });
    Some(match end {
        Some(end) if is_back_to_front(start, end) => (end, Some(start)),
        end => (start, end),
    })
}

/// True for a period of working hours as converters of right-to-left pages leave it: 16:00-14:00. Nights
/// and afternoons without their sign are left as they are.
fn is_back_to_front(start: Hour, end: Hour) -> bool {
    const EARLIEST: i8 = 8;
    end < start && end.hour >= EARLIEST
}

/// The number that an attribute gives: in digits, or by a month or ordinal of the vocabulary.
pub fn number_of(
    mentions: &Mentions,
    attribute: &Attribute,
    vocabulary: &Vocabulary,
) -> Option<i16> {
    if let Some(id) = attribute.mentions.first() {
        let mention = mentions.get(*id);
        if let Some(value) = mentions.attribute(mention, "value") {
            return value.words.parse().ok();
        }
        let mut candidates = mention.candidates.iter();
        return candidates.find_map(|entry| vocabulary.entry(*entry).notation()?.parse().ok());
    }
    let number: i16 = attribute.words.trim().parse().ok()?;
    Some(if attribute.name.ends_with("yy") {
        year_of_two_digits(number)
    } else {
        number
    })
}

/// The year that two digits tell: those of the circulars, of 1960 to 2059.
pub fn year_of_two_digits(number: i16) -> i16 {
    if number < 60 {
        2000 + number
    } else {
        1900 + number
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn dates_are_as_exact_as_the_text() {
        for text in ["2013", "2013-06", "2013-06-05"] {
            assert_eq!(
                PartialDate::parse(text)
                    .map(|date| date.to_string())
                    .as_deref(),
                Some(text)
            );
        }
        assert_eq!(PartialDate::parse("2013-02-30"), None);
        assert_eq!(PartialDate::new(2013, None, Some(3)), None);
        assert!(PartialDate::parse("2012-12").is_some_and(|date| !date.is_full()));
    }
}
