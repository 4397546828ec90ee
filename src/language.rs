//! Which language a text is in.
//!
//! The script decides first: Han, Arabic and Cyrillic letters each leave one of the six official
//! languages. Latin text is told apart by trigrams over the whole text, never over a single line,
//! and a text in any other language is in none of ours.

use std::fmt;
use std::str::FromStr;

/// An official language of the Union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Russian.
    Russian,
    /// Arabic.
    Arabic,
    /// Chinese.
    Chinese,
}

/// Every language with its BCP 47 tag and English name, in the order that the Union lists them.
pub const LANGUAGES: &[(Language, &str, &str)] = &[
    (Language::English, "en", "English"),
    (Language::French, "fr", "French"),
    (Language::Spanish, "es", "Spanish"),
    (Language::Russian, "ru", "Russian"),
    (Language::Arabic, "ar", "Arabic"),
    (Language::Chinese, "zh", "Chinese"),
];

impl Language {
    /// The BCP 47 tag, as RDF literals carry it.
    pub fn tag(self) -> &'static str {
        LANGUAGES
            .iter()
            .find(|(language, _, _)| *language == self)
            .map_or("und", |(_, tag, _)| tag)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// A tag that is none of the six.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of the languages en, fr, es, ru, ar, zh")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        LANGUAGES
            .iter()
            .find(|(_, known, _)| *known == tag)
            .map(|(language, _, _)| *language)
            .ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}

/// What the words of a text say of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detection {
    /// One of the six.
    Language(Language),
    /// Another language, by its English name.
    Other(&'static str),
    /// Too few letters to tell.
    Unknown,
}

/// Detects the language of a whole text.
pub fn detect(text: &str) -> Detection {
    let letters = Scripts::count(text);
    let total = letters.total();
    if total < 20 {
        return Detection::Unknown;
    }
    // A Han character carries about as much text as four letters of an alphabet.
    if letters.han * 4 > total - letters.han {
        return Detection::Language(Language::Chinese);
    }
    if letters.arabic * 2 > total {
        return Detection::Language(Language::Arabic);
    }
    if letters.cyrillic * 2 > total {
        return detect_by_trigrams(text, &[whatlang::Lang::Rus]);
    }
    detect_by_trigrams(
        text,
        &[
            whatlang::Lang::Eng,
            whatlang::Lang::Fra,
            whatlang::Lang::Spa,
        ],
    )
}

/// The language of a passage inside a letter, where its words leave no doubt.
///
/// A passage of names, numbers and references looks like many languages; a short one is never sure.
pub fn detect_surely(passage: &str) -> Option<Language> {
    const SHORTEST: usize = 250;
    let letters = Scripts::count(passage);
    let weight = letters.total() + 3 * letters.han;
    if weight < SHORTEST {
        return None;
    }
    match detect(passage) {
        Detection::Language(language) => {
            let is_latin = letters.latin * 2 > letters.total() && language != Language::Chinese;
            let is_sure = !is_latin || whatlang::detect(passage)?.is_reliable();
            is_sure.then_some(language)
        }
        Detection::Other(_) | Detection::Unknown => None,
    }
}

fn detect_by_trigrams(text: &str, ours: &[whatlang::Lang]) -> Detection {
    let Some(found) = whatlang::detect(text) else {
        return Detection::Unknown;
    };
    // A short or name-laden letter may look like a neighbour of its own language; only a sure
    // answer turns a letter away.
    let lang = if ours.contains(&found.lang()) || found.is_reliable() {
        found.lang()
    } else {
        match whatlang::Detector::with_allowlist(ours.to_vec()).detect(text) {
            Some(best) => best.lang(),
            None => return Detection::Unknown,
        }
    };
    match lang {
        whatlang::Lang::Eng => Detection::Language(Language::English),
        whatlang::Lang::Fra => Detection::Language(Language::French),
        whatlang::Lang::Spa => Detection::Language(Language::Spanish),
        whatlang::Lang::Rus => Detection::Language(Language::Russian),
        other => Detection::Other(other.eng_name()),
    }
}

#[derive(Default)]
struct Scripts {
    han: usize,
    arabic: usize,
    cyrillic: usize,
    latin: usize,
}

impl Scripts {
    fn count(text: &str) -> Self {
        let mut counts = Self::default();
        for character in text.chars() {
            match character {
                _ if is_han(character) => counts.han += 1,
                '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                    counts.arabic += 1;
                }
                _ if is_cyrillic(character) => counts.cyrillic += 1,
                _ if character.is_alphabetic() => counts.latin += 1,
                _ => {}
            }
        }
        counts
    }

    fn total(&self) -> usize {
        self.han + self.arabic + self.cyrillic + self.latin
    }
}

/// True for the ideographs of Chinese text.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}' | '〇')
}

/// True for a letter of the Cyrillic script.
pub fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52F}')
}

#[cfg(test)]
mod tests {
    use super::{Detection, LANGUAGES, Language, detect};

    #[test]
    fn tells_the_six_languages_and_others_apart() {
        let cases = [
            (
                "I am pleased to inform you that the next meeting of the group will be held in Geneva",
                "en",
            ),
            (
                "J'ai l'honneur de vous informer que la prochaine réunion du groupe se tiendra à Genève",
                "fr",
            ),
            (
                "Tengo el honor de informarle de que la próxima reunión del Grupo se celebrará en Ginebra",
                "es",
            ),
            (
                "Имею честь сообщить Вам, что следующее собрание группы состоится в Женеве",
                "ru",
            ),
            (
                "يسرني أن أحيطكم علماً بأن الاجتماع القادم للفريق سيُعقد في جنيف",
                "ar",
            ),
            (
                "我荣幸地通知您，该组的下一次会议将在日内瓦ITU总部召开，请见通函",
                "zh",
            ),
        ];
        for (text, tag) in cases {
            let Detection::Language(language) = detect(text) else {
                panic!("no language found in: {text}");
            };
            assert_eq!(language.tag(), tag);
        }
        let italian = "Ho l'onore di informarla che la prossima riunione del gruppo di studio si terrà a Ginevra nel mese di maggio e che tutti i membri sono invitati a partecipare";
        assert_eq!(detect(italian), Detection::Other("Italian"));
        assert_eq!(detect("12 / 34"), Detection::Unknown);
    }

    #[test]
    fn every_tag_is_read_back() {
        for (language, tag, _) in LANGUAGES {
            assert_eq!(tag.parse::<Language>().ok(), Some(*language));
        }
        assert!("it".parse::<Language>().is_err());
    }
}
