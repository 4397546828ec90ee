//! Bytes to characters.
//!
//! A byte order mark decides; then UTF-8 where the bytes are well formed; then where the zeros of
//! UTF-16 stand; then how the whole text reads in the encodings of each script. The encoding of the
//! first Macintosh, which no detector tells from that of Windows, is told by where accents fall.

use super::ReadProblem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of the bytes, without its byte order mark, its lines ending as the system's do.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, ReadProblem> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{FEFF}') {
            Some(rest) => rest.to_owned(),
            None => text,
        },
        Err(error) => decode_old(error.as_bytes())?,
    };
    if text.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    if !is_text(&text) {
        // Zeros are characters in UTF-8; UTF-16 without accents is well formed as UTF-8, too.
        let text = decode_old(text.as_bytes())?;
        return if is_text(&text) {
            Ok(text)
        } else {
            Err(ReadProblem::OtherKind("a binary file"))
        };
    }
    // Macintosh files end their lines in a carriage return alone.
    if text.contains('\r') && !text.contains('\n') {
        return Ok(text.replace('\r', "\n"));
    }
    Ok(text)
}

/// As [`decode`], with the encoding that the file itself names, where it fits.
pub(super) fn decode_as(bytes: Vec<u8>, label: Option<&str>) -> Result<String, ReadProblem> {
    let named = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = named.filter(|_| Encoding::for_bom(&bytes).is_none()) {
        let (text, malformed) = encoding.decode_without_bom_handling(&bytes);
        if !malformed && !text.trim().is_empty() && is_text(&text) {
            return Ok(text.into_owned());
        }
    }
    decode(bytes)
}

fn decode_old(bytes: &[u8]) -> Result<String, ReadProblem> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => match utf_16(bytes) {
            Some(encoding) => encoding,
            None => detect(bytes),
        },
    };
    let (text, _, malformed) = encoding.decode(bytes);
    // A file cut short ends in half a character; one with many such is no text.
    let lost = text.chars().filter(|c| *c == '\u{FFFD}').count();
    if malformed && lost * 100 > text.chars().count() {
        return Err(if bytes.contains(&0) {
            ReadProblem::OtherKind("a binary file")
        } else {
            ReadProblem::Encoding
        });
    }
    Ok(text.into_owned())
}

/// UTF-16 without a mark: spaces, digits and line ends have a zero byte, all on the same side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| {
        let side = bytes.iter().skip(parity).step_by(2);
        side.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let enough = bytes.len() / 400;
    if odd > enough && even * 4 < odd {
        Some(UTF_16LE)
    } else if even > enough && odd * 4 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 {
        return WINDOWS_1252;
    }
    if !guess.is_single_byte() || accents(guess, bytes) >= accents(MACINTOSH, bytes) {
        return guess;
    }
    MACINTOSH
}

/// How many accented small letters and apostrophes stand between small letters.
fn accents(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let letters: Vec<char> = text.chars().collect();
    let is_foreign = |letter: &char| matches!(letter, '\u{400}'..='\u{6FF}');
    if letters.iter().filter(|letter| is_foreign(letter)).count() * 4 > letters.len() {
        // Another script altogether.
        return usize::MAX;
    }
    let windows = letters.windows(3);
    let fits = windows.filter(|around| {
        let inner = around[1];
        let is_accented = !inner.is_ascii() && (inner.is_lowercase() || inner == '’');
        is_accented && around[0].is_ascii_alphabetic() && around[2].is_ascii_alphabetic()
    });
    fits.count()
}

/// True for a text without the control characters that binary files are full of.
fn is_text(text: &str) -> bool {
    let is_control = |c: &char| {
        c.is_control()
            && !matches!(
                c,
                '\n' | '\r' | '\t' | '\u{C}' | '\u{B}' | '\u{85}' | '\u{1A}'
            )
    };
    let head: Vec<char> = text.chars().take(8192).collect();
    let controls = head.iter().filter(|c| is_control(c)).count();
    !head.contains(&'\0') && controls * 50 <= head.len()
}

#[cfg(test)]
mod tests {
    use super::{accents, decode};
    use crate::read::ReadProblem;
    use encoding_rs::{
        BIG5, Encoding, GBK, IBM866, ISO_8859_5, ISO_8859_6, KOI8_R, MACINTOSH, WINDOWS_1251,
        WINDOWS_1252, WINDOWS_1256,
    };

    const FRENCH: &str = "J'ai l'honneur de vous informer que la réunion de la Commission d’études aura lieu à Genève, où elle a déjà siégé l’année dernière. Veuillez agréer, Madame, Monsieur, l’assurance de ma haute considération.";
    const SPANISH: &str = "Tengo el honor de informarle de que la reunión de la Comisión se celebrará en Ginebra en el año próximo, según se decidió en la última sesión. Le saluda atentamente, el Director de la Oficina de Normalización de las Telecomunicaciones.";
    const ENGLISH: &str = "It is the Union’s wish that the members’ views be heard, and the group’s chairman will report to the Director’s office before the meeting of the group.";
    const RUSSIAN: &str = "Имею честь сообщить Вам, что следующее собрание группы состоится в Женеве с 16 по 20 мая 2011 года. С уважением, Директор Бюро стандартизации электросвязи.";
    const ARABIC: &str = "يسرني أن أحيطكم علما بأن الاجتماع القادم للفريق سيعقد في جنيف في الفترة من 16 إلى 20 مايو 2011. وتفضلوا بقبول فائق التقدير والاحترام.";
    const CHINESE: &str = "我荣幸地通知您，该组的下一次会议将于2011年5月16日至20日在日内瓦召开。请各成员国和部门成员派代表参加会议，并在会议之前提交文稿。顺致敬意！";
    const TRADITIONAL: &str = "我榮幸地通知您，該組的下一次會議將於2011年5月16日至20日在日內瓦召開。請各成員國和部門成員派代表參加會議，並在會議之前提交文稿。順致敬意！";

    #[test]
    fn old_encodings_are_told_by_how_the_text_reads() {
        let cases: &[(&'static Encoding, &str)] = &[
            (WINDOWS_1252, FRENCH),
            (WINDOWS_1252, SPANISH),
            (WINDOWS_1252, ENGLISH),
            (MACINTOSH, FRENCH),
            (MACINTOSH, SPANISH),
            (WINDOWS_1251, RUSSIAN),
            (KOI8_R, RUSSIAN),
            (ISO_8859_5, RUSSIAN),
            (IBM866, RUSSIAN),
            (WINDOWS_1256, ARABIC),
            (ISO_8859_6, ARABIC),
            (GBK, CHINESE),
            (BIG5, TRADITIONAL),
        ];
        for (encoding, text) in cases {
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{}", encoding.name());
            let found = decode(bytes.into_owned()).unwrap_or_default();
            assert_eq!(&found, text, "{}", encoding.name());
        }
    }

    #[test]
    fn marks_and_zeros_tell_unicode() {
        for text in [FRENCH, RUSSIAN, CHINESE, ENGLISH] {
            let units: Vec<u16> = text.encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            for (mark, bytes) in [
                (&b"\xFF\xFE"[..], &little),
                (b"\xFE\xFF", &big),
                (b"", &little),
                (b"", &big),
            ] {
                let found = decode([mark, bytes].concat()).unwrap_or_default();
                assert_eq!(found, text);
            }
        }
        let marked = decode(b"\xEF\xBB\xBFDear Sir".to_vec()).unwrap_or_default();
        assert_eq!(marked, "Dear Sir");
        let macintosh = decode(b"Dear Sir,\rI write".to_vec()).unwrap_or_default();
        assert_eq!(macintosh, "Dear Sir,\nI write");
    }

    #[test]
    fn what_is_no_text_is_none() {
        assert!(matches!(decode(b" \n".to_vec()), Err(ReadProblem::Empty)));
        let noise: Vec<u8> = (0..4000_u32).map(|n| (n * n % 251) as u8).collect();
        assert!(decode(noise).is_err());
        assert_eq!(accents(MACINTOSH, b"r\x8Eunion"), 1);
    }
}
