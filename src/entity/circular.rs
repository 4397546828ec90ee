//! Circulars by series and number: what a mention cites, its identifier and its names.

use crate::language::Language;
use crate::mention::{Attribute, Mention, Mentions};
use crate::namespace::{cg, identifier, local, slug};
use crate::vocabulary::Vocabulary;
use oxigraph::model::{NamedNode, NamedNodeRef};

/// The series and number of a circular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CircularNumber {
    /// The series, as `id:series/tsb`.
    pub series: NamedNode,
    /// The number as written, "26", "6/TSAG", "20/43".
    pub number: String,
    /// What stands before the series, where the series is split by study group: "6" of 6/LCCE/14.
    pub prefix: Option<String>,
    /// The addendum, corrigendum or revision of it that is meant: "addendum-1".
    pub part: Option<String>,
}

/// The entry that a mention names for certain.
pub(super) fn single_candidate(mention: &Mention, vocabulary: &Vocabulary) -> Option<NamedNode> {
    match mention.candidates.as_slice() {
        [only] => Some(vocabulary.entry(*only).iri.clone()),
        _ => None,
    }
}

/// The series and number that a mention of a circular gives.
///
/// The series is captured as a word of the vocabulary (`series`), as a code ("CACE", `code`), by the
/// office that issues it (`bureau`) or by the kind of letter alone (`letter`); without any of these it
/// is `default`.
pub(super) fn circular_number(
    mentions: &Mentions,
    mention: &Mention,
    vocabulary: &Vocabulary,
    default: Option<&NamedNode>,
) -> Option<CircularNumber> {
    let attribute = |name: &str| mentions.attribute(mention, name);
    let named = |name: &str| {
        let id = *attribute(name)?.mentions.first()?;
        single_candidate(mentions.get(id), vocabulary)
    };
    let by_code = || {
        let code = attribute("code")?.words;
        let mut entries = vocabulary.by_name(&code);
        entries
            .find(|entry| vocabulary.kinds().is_named(entry.kind, "CircularSeries"))
            .map(|entry| entry.iri.clone())
    };
    let kind = || named("letter");
    let series_where = |fits: &dyn Fn(NamedNodeRef<'_>) -> bool| {
        let mut series = vocabulary.of_kind("CircularSeries");
        let found = series.find(|entry| fits(entry.iri.as_ref()));
        found.map(|entry| entry.iri.clone())
    };
    let by_bureau = || {
        let bureau = named("bureau")?;
        let class = kind().unwrap_or_else(|| {
            // 3/9: the third collective letter to Study Group 9.
            let is_collective = attribute("number").is_some_and(|number| {
                number
                    .words
                    .starts_with(|digit: char| digit.is_ascii_digit())
                    && number.words.contains('/')
            });
            if is_collective {
                cg::COLLECTIVE_LETTER.into_owned()
            } else {
                cg::BUREAU_CIRCULAR.into_owned()
            }
        });
        series_where(&|series| {
            vocabulary.node(series, cg::ISSUED_BY).as_ref() == Some(&bureau)
                && vocabulary.node(series, cg::DENOTES).as_ref() == Some(&class)
        })
    };
    let by_kind = || {
        let class = kind()?;
        series_where(&|series| vocabulary.node(series, cg::IMPLIED_BY).as_ref() == Some(&class))
    };
    let series = named("series")
        .or_else(by_code)
        .or_else(by_bureau)
        .or_else(by_kind)
        .or_else(|| default.cloned())?;
    let number = attribute("number")?;
    let number = with_group_code(mentions, &number, vocabulary).unwrap_or(number.words);
    let number = number.trim().trim_end_matches(['.', ',']).replace(' ', "");
    // BDT/CIRCULAR/021 is circular 21.
    let is_plain = number.chars().all(|digit| digit.is_ascii_digit());
    let number = if is_plain {
        number.trim_start_matches('0').to_owned()
    } else {
        number
    };
    let part = ["addendum", "corrigendum", "revision"]
        .into_iter()
        .find_map(|name| {
            let words = attribute(name)?.words;
            Some(format!("{name}-{}", slug(&words)))
        });
    Some(CircularNumber {
        series,
        number,
        prefix: attribute("prefix").map(|prefix| prefix.words),
        part,
    })
}

/// A number with the code of the group that it names, which each language writes its own way: 6/TSAG
/// for 6/GCNT.
fn with_group_code(
    mentions: &Mentions,
    number: &Attribute,
    vocabulary: &Vocabulary,
) -> Option<String> {
    let group = mentions.get(*number.mentions.first()?);
    let known = single_candidate(group, vocabulary)?;
    let entry = vocabulary.by_iri(known.as_ref())?;
    let is_standing = vocabulary.kinds().is_named(entry.kind, "AdvisoryGroup");
    let code = entry.notation().filter(|_| is_standing)?;
    let (count, group_and_rest) = number.words.split_once('/')?;
    let rest = group_and_rest.get(group.plain.end - group.plain.start..)?;
    Some(format!("{count}/{code}{rest}"))
}

/// The identifier of a circular.
pub(super) fn circular_iri(
    vocabulary: &Vocabulary,
    number: &CircularNumber,
    period: Option<&str>,
) -> NamedNode {
    let series = local(number.series.as_ref()).unwrap_or("series/unknown");
    let series = series.rsplit('/').next().unwrap_or(series);
    let prefix = number.prefix.as_deref().unwrap_or_default();
    let slug = slug(&format!("{prefix} {}", number.number));
    let restarts = vocabulary.literal(number.series.as_ref(), cg::RESTARTS);
    let mut parts = vec!["circular", series];
    if restarts.as_deref() == Some("true") {
        parts.push(period.unwrap_or("unknown-period"));
    }
    parts.push(&slug);
    parts.extend(number.part.as_deref());
    identifier(parts)
}

/// The name of a circular in a language: "TSB Circular 26", "Circulaire TSB 26".
pub(super) fn circular_name(
    vocabulary: &Vocabulary,
    number: &CircularNumber,
    language: Language,
) -> String {
    let name = match vocabulary.by_iri(number.series.as_ref()) {
        // Series that are known by their code are cited by it: CACE/560, CL-20/43.
        Some(series) => coded(vocabulary, number)
            .unwrap_or_else(|| format!("{} {}", series.label(language), number.number)),
        None => number.number.clone(),
    };
    with_part(number, name)
}

/// The name of a circular of a series that has a code, with the words that letters put before it:
/// "Administrative Circular CACE/560", "Carta Circular 7/LCCE/23". Addenda have none.
pub(super) fn full_name(
    vocabulary: &Vocabulary,
    number: &CircularNumber,
    language: Language,
) -> Option<String> {
    let series = vocabulary.by_iri(number.series.as_ref())?;
    if number.part.is_some() {
        return None;
    }
    let (label, code) = (series.label(language), series.notation()?);
    let name = label.replacen(code, &coded(vocabulary, number)?, 1);
    (name != label).then_some(name)
}

/// Code and number, with the group that they are told apart by: 7/LCCE/23.
fn coded(vocabulary: &Vocabulary, number: &CircularNumber) -> Option<String> {
    let code = vocabulary.by_iri(number.series.as_ref())?.notation()?;
    let joint = vocabulary.literal(number.series.as_ref(), cg::JOINT);
    let joint = joint.as_deref().unwrap_or("/");
    let prefix = number.prefix.as_ref();
    let prefix = prefix.map_or(String::new(), |prefix| format!("{prefix}{joint}"));
    Some(format!("{prefix}{code}{joint}{}", number.number))
}

fn with_part(number: &CircularNumber, name: String) -> String {
    match &number.part {
        Some(part) => format!("{} to {name}", sentence_case(&part.replace('-', " "))),
        None => name,
    }
}

fn sentence_case(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + characters.as_str()
    })
}
