//! Lines that are read from right to left, put into the order in which they are read.
//!
//! A file draws such a line from left to right, as it looks: Arabic backwards, Latin words, numbers and
//! addresses in it forwards. Here the line is turned round and those islands are turned back. What looks
//! the same in two orders (`3/SG11` and `SG11/3`) is told by what was drawn first.

use crate::read::layout::note_mark;
use pdfboss_text::TextSpan;
use std::ops::Range;

/// Words of one drawing step.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    text: String,
    x: f32,
    end: f32,
    size: f32,
    /// Where each character stands, if that is known.
    places: Vec<f32>,
    /// True where the file says that the words are in the order in which they are read.
    is_in_order: bool,
    /// True for the number of a note.
    is_note: bool,
    /// Which step of the page it was.
    step: usize,
}

impl Run {
    pub(super) fn new(span: &TextSpan, step: usize, is_note: bool) -> Self {
        Self {
            text: span.text.clone(),
            x: span.x,
            end: span.end_x,
            size: span.size,
            places: span.glyph_x.to_vec(),
            is_in_order: span.logical,
            is_note,
            step,
        }
    }
}

/// How the producer of a page writes what may be written in two ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Habits {
    /// Vowel signs are drawn after the letter that they stand on, seen from the left.
    pub(super) marks_follow: bool,
    /// Brackets are named by what they look like, not by whether they open or close.
    pub(super) brackets_by_look: bool,
}

impl Habits {
    /// Tells them by where signs and brackets stand on a page.
    pub(super) fn of<'a>(spans: impl Iterator<Item = &'a TextSpan>) -> Self {
        let spans = spans.filter(|span| !span.logical);
        Self::of_words(spans.map(|span| span.text.as_str()))
    }

    fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut follow, mut precede, mut by_look, mut by_sense) = (0, 0, 0, 0);
        let is_latin =
            |words: &str| words.contains(char::is_alphanumeric) && !words.contains(is_arabic);
        for words in words.filter(|words| !is_latin(words)) {
            let text: Vec<char> = words.chars().collect();
            for (at, sign) in text.iter().copied().enumerate() {
                let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
                let after = text.get(at + 1).copied();
                let is_word = |c: Option<char>| c.is_some_and(|c| is_arabic(c) || is_mark(c));
                if is_mark(sign) {
                    precede += usize::from(!is_word(before) && is_word(after));
                    follow += usize::from(is_word(before) && !is_word(after));
                }
                // A space stands on the outer side of a bracket, where there is one.
                let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
                match (sign, is_space(before), is_space(after)) {
                    ('(', false, true) | (')', true, false) => by_sense += 1,
                    ('(', true, false) | (')', false, true) => by_look += 1,
                    _ => {}
                }
            }
        }
        Self {
            marks_follow: follow > precede,
            brackets_by_look: by_look > by_sense,
        }
    }
}

/// How far the end of an island is looked for.
const LOOKAHEAD: usize = 500;

/// Which way a piece is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As Arabic.
    Left,
    /// As Latin.
    Right,
    /// A digit, which is read as Latin is and stands as Arabic does.
    Digit,
    /// As what is around it.
    Either,
}

/// What moves as a whole: a letter with its vowel signs, letters drawn as one.
#[derive(Debug)]
struct Piece {
    text: String,
    way: Way,
    step: usize,
}

/// The words of runs that stand from left to right on one line.
pub(super) fn words(runs: &[Run], habits: Habits) -> String {
    let pieces = pieces(runs, habits);
    let mut islands = islands(&pieces);
    let mut words = String::new();
    let mut end = pieces.len();
    while end > 0 {
        if let Some(island) = islands.pop_if(|island| island.end == end) {
            words.extend(
                pieces[island.clone()]
                    .iter()
                    .map(|piece| piece.text.as_str()),
            );
            end = island.start;
            continue;
        }
        end -= 1;
        let text = pieces[end].text.as_str();
        words.push_str(if habits.brackets_by_look {
            turned(text)
        } else {
            text
        });
    }
    words
}

fn turned(bracket: &str) -> &str {
    match bracket {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "«" => "»",
        "»" => "«",
        other => other,
    }
}

fn pieces(runs: &[Run], habits: Habits) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // Vowel signs whose letter is still to come.
    let mut marks: Vec<char> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    for (index, run) in runs.iter().enumerate() {
        let is_gap = end.is_finite() && run.x - end > 0.15 * run.size;
        end = end.max(run.end);
        if (is_gap || is_list_number(runs, index))
            && !ends_in_space(&pieces)
            && !run.text.starts_with(' ')
        {
            pieces.push(piece(' ', run.step));
        }
        if run.is_note || run.is_in_order {
            pieces.push(whole(run));
            continue;
        }
        let mut last = None;
        for (at, character) in run.text.chars().enumerate() {
            if is_mark(character) {
                match pieces.last_mut().filter(|_| habits.marks_follow) {
                    Some(letter) => letter.text.push(character),
                    None => marks.push(character),
                }
                continue;
            }
            // Letters that are drawn as one come in the order in which they are read.
            let place = run.places.get(at).copied();
            let is_drawn_with_last = place.is_some() && place == last && is_arabic(character);
            last = place;
            match pieces.last_mut().filter(|_| is_drawn_with_last) {
                Some(letter) => letter.text.push(character),
                None => pieces.push(piece(character, run.step)),
            }
            if let Some(letter) = pieces.last_mut().filter(|letter| letter.way == Way::Left) {
                letter.text.extend(marks.drain(..).rev());
            }
            // That letter ends words; the space after it may lie under the letter that follows.
            if let [.., next, last] = pieces.as_slice()
                && last.text.starts_with(['\u{629}', '\u{FE93}', '\u{FE94}'])
                && next.way == Way::Left
            {
                let last = pieces.len() - 1;
                pieces.insert(last, piece(' ', run.step));
            }
        }
    }
    pieces
}

/// A run that is kept as it is.
fn whole(run: &Run) -> Piece {
    if run.is_note {
        return Piece {
            text: note_mark(run.text.trim()),
            way: Way::Left,
            step: run.step,
        };
    }
    let mut ways = run.text.chars().map(way);
    let way = if run.text.chars().any(is_arabic) {
        Way::Left
    } else {
        ways.find(|way| *way != Way::Either).unwrap_or(Way::Either)
    };
    Piece {
        text: run.text.clone(),
        way,
        step: run.step,
    }
}

fn piece(character: char, step: usize) -> Piece {
    Piece {
        text: character.to_string(),
        way: way(character),
        step,
    }
}

fn ends_in_space(pieces: &[Piece]) -> bool {
    pieces.last().is_none_or(|piece| piece.text == " ")
}

/// True for the number or sign of an item that was put close to its words: the last run on the right.
fn is_list_number(runs: &[Run], index: usize) -> bool {
    let number = runs[index].text.trim();
    let is_number = number.len() <= 3 && number.starts_with(|c: char| c.is_ascii_digit())
        || matches!(number, "-" | "–" | "•");
    let before = index.checked_sub(1).and_then(|before| runs.get(before));
    let follows_words = before.is_some_and(|before| before.text.ends_with(is_arabic));
    index + 1 == runs.len() && is_number && follows_words
}

/// The stretches that are read from left to right: Latin words with what stands between them and the
/// numbers after them, and other numbers.
fn islands(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut islands = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if matches!(pieces[at].way, Way::Right | Way::Digit) {
            let island = at..island_end(pieces, at);
            at = island.end;
            islands.push(island);
        } else {
            at += 1;
        }
    }
    islands
}

/// Where the island ends that begins at `start`.
fn island_end(pieces: &[Piece], start: usize) -> usize {
    let mut end = start + 1;
    let mut has_words = pieces[start].way == Way::Right;
    // How many brackets are open: those of the line around it open or close in it alone.
    let mut open = 0_usize;
    for (at, piece) in pieces.iter().enumerate().skip(end).take(LOOKAHEAD) {
        let between = &pieces[end..at];
        let goes_on = match piece.way {
            Way::Left => break,
            Way::Either => match piece.text.as_str() {
                "(" | "[" => {
                    open += 1;
                    continue;
                }
                ")" | "]" if open == 0 => break,
                ")" | "]" => {
                    open -= 1;
                    if open == 0 && has_words {
                        end = at + 1;
                    }
                    continue;
                }
                // A word that goes on in the next line.
                "-" if between.is_empty() && has_words && piece.step == pieces[end - 1].step => {
                    end = at + 1;
                    continue;
                }
                _ => continue,
            },
            Way::Right => between.is_empty() || has_words,
            Way::Digit if has_words => between.is_empty() || piece.step >= pieces[end - 1].step,
            Way::Digit => {
                between.is_empty() || matches!(between, [sign] if joins_digits(&sign.text))
            }
        };
        if !goes_on {
            break;
        }
        if open == 0 {
            end = at + 1;
            has_words |= piece.way == Way::Right;
        }
    }
    end
}

fn joins_digits(sign: &str) -> bool {
    matches!(sign, "." | "," | ":" | "/" | "\u{A0}")
}

fn way(character: char) -> Way {
    if is_arabic(character) {
        Way::Left
    } else if character.is_ascii_digit() || matches!(character, '\u{660}'..='\u{669}') {
        Way::Digit
    } else if character.is_alphabetic() {
        Way::Right
    } else {
        Way::Either
    }
}

/// True for letters that are written from right to left.
pub(super) fn is_arabic(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{6D5}' | '\u{FB50}'..='\u{FC5D}' | '\u{FC64}'..='\u{FDFF}' | '\u{FE80}'..='\u{FEFC}')
}

/// True for a vowel sign, also where it is named by its form.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{FC5E}'..='\u{FC63}' | '\u{FE70}'..='\u{FE7F}')
}

#[cfg(test)]
mod tests {
    use super::{Habits, Run, words};

    /// What is read where runs stand from left to right, each with its step.
    fn read(runs: &[(usize, &str)]) -> String {
        let habits = Habits::of_words(runs.iter().map(|(_, text)| *text));
        let mut x = 0.0;
        let runs = runs.iter().map(|(step, text)| {
            let from = x;
            x += 5.0 * text.chars().count() as f32;
            Run {
                text: (*text).to_owned(),
                x: from,
                end: x,
                size: 10.0,
                step: *step,
                ..Run::default()
            }
        });
        words(&runs.collect::<Vec<_>>(), habits)
    }

    /// Letters as they stand from left to right.
    fn turned(words: &str) -> String {
        words.chars().rev().collect()
    }

    #[test]
    fn lines_are_turned_round_and_islands_are_not() {
        let march = turned("مارس ");
        assert_eq!(
            read(&[(3, "2011"), (2, &turned(" مارس ")), (1, "16")]),
            "16 مارس 2011"
        );
        assert_eq!(read(&[(2, "2007-2004"), (1, &march)]), "مارس 2004-2007");
        assert_eq!(read(&[(1, "56 72 733 22 41+")]), "+41 22 733 72 56");
        assert_eq!(
            read(&[(3, "."), (2, "ITU-T A.7"), (1, &turned("للتوصية "))]),
            "للتوصية ITU-T A.7."
        );
    }

    #[test]
    fn brackets_around_islands_are_no_part_of_them() {
        let lady = [
            (5, turned("، فنلندا)")),
            (4, "Nokia".to_owned()),
            (3, turned(" (")),
            (2, "Shane HE".to_owned()),
            (1, turned("السيدة ")),
        ];
        let by_sense: Vec<(usize, &str)> =
            lady.iter().map(|(n, text)| (*n, text.as_str())).collect();
        assert_eq!(read(&by_sense), "السيدة Shane HE (Nokia، فنلندا)");
        let by_look: Vec<(usize, String)> = lady
            .iter()
            .map(|(n, text)| {
                (
                    *n,
                    text.replace('(', "<").replace(')', "(").replace('<', ")"),
                )
            })
            .collect();
        let by_look: Vec<(usize, &str)> = by_look
            .iter()
            .map(|(n, text)| (*n, text.as_str()))
            .collect();
        assert_eq!(read(&by_look), "السيدة Shane HE (Nokia، فنلندا)");
    }

    #[test]
    fn what_looks_the_same_is_told_by_what_was_drawn_first() {
        let letter = turned("الرسالة ");
        assert_eq!(
            read(&[(2, "SG11"), (3, "/3"), (1, &letter)]),
            "الرسالة SG11/3"
        );
        assert_eq!(
            read(&[(3, "SG11"), (2, "/"), (1, "3"), (0, &letter)]),
            "الرسالة 3/SG11"
        );
    }

    #[test]
    fn vowel_signs_stay_on_their_letters() {
        let before = [(1, "ةفاضتساب \u{64B}اضرع")];
        assert_eq!(read(&before), "عرضا\u{64B} باستضافة");
        let after = [(1, "ا\u{64B}ضرع\u{64E} ")];
        assert_eq!(read(&after), " ع\u{64E}رضا\u{64B}");
    }
}
