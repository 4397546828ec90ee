//! What patterns match, capture and refuse.

use super::{Macros, Pattern, PatternError, Typed};
use crate::knowledge::Check;
use crate::span::Span;
use crate::vocabulary::kind::Kinds;
use std::collections::BTreeMap;

fn macros() -> Macros {
    let list = (String::from("list"), String::from(", | and "));
    Macros {
        expressions: BTreeMap::from([list]),
    }
}

/// A pattern without kinds.
fn compiled(source: &str) -> Pattern {
    Pattern::compile(source, &Kinds::default(), &macros(), Check::Now)
        .expect("the pattern is right")
}

#[test]
fn a_class_of_characters_may_name_kinds() {
    let mut kinds = Kinds::default();
    let city = kinds.add("City");
    let text = "in Rome (IT) by Oslo";
    let places = [Span::new(3, 7), Span::new(16, 20)];
    let mentions = places
        .iter()
        .enumerate()
        .map(|(number, span)| (*span, city.letter(), number));
    let typed = Typed::new(text, Span::new(0, text.len()), mentions);
    let pattern = Pattern::compile(r"<City>[^<City>]+<City>", &kinds, &macros(), Check::Now)
        .expect("the pattern is well formed");
    assert_eq!(pattern.find(&typed).len(), 1);
}

#[test]
fn a_pattern_captures_mentions_and_words() {
    let mut kinds = Kinds::default();
    let person = kinds.add("Person");
    let text = "Chairmen: Ann, Bob and Cy (3)";
    let names = [(10, 13), (15, 18), (23, 25)];
    let mentions = names
        .iter()
        .enumerate()
        .map(|(number, (start, end))| (Span::new(*start, *end), person.letter(), number));
    let typed = Typed::new(text, Span::new(0, text.len()), mentions);
    let pattern = Pattern::compile(
        r"chairmen: <who:Person+> \((?P<n>\d)\)",
        &kinds,
        &macros(),
        Check::Now,
    )
    .expect("the pattern is right");
    let found = pattern.find(&typed);
    let who = &found[0].captures[0];
    assert_eq!(who.name, "who");
    assert_eq!(typed.mentions_in(who), [0, 1, 2]);
    assert_eq!(typed.plain(found[0].captures[1].typed).of(text), "3");
    assert_eq!(typed.plain(found[0].typed).of(text), text);
}

#[test]
fn what_stands_before_may_be_asked_for_and_captured() {
    let pattern = Pattern::compile(
        r"^(?P<name>[a-z]+)$",
        &Kinds::default(),
        &macros(),
        Check::Now,
    )
    .and_then(|pattern| {
        let head = r"(?P<head>chairs?):\n(?:[^\n:]*\n)*";
        pattern.after(head, &Kinds::default(), &macros(), Check::Now)
    })
    .expect("the patterns are right");
    let text = "zoe\nChairs:\nann\nbob\nGuests:\ncy";
    let typed = Typed::new(text, Span::new(0, text.len()), std::iter::empty());
    let found = pattern.find(&typed);
    let words = |number: usize| -> Vec<&str> {
        let captures = found.iter().map(|found| &found.captures[number]);
        captures.map(|capture| capture.typed.of(text)).collect()
    };
    assert_eq!(words(0), ["ann", "bob"]);
    assert_eq!(words(1), ["Chairs", "Chairs"]);
}

#[test]
fn alternatives_may_share_a_name() {
    let pattern = compiled(r"a(?P<n>\d)|b(?P<n>\d)");
    let typed = Typed::new("b7", Span::new(0, 2), std::iter::empty());
    assert_eq!(pattern.find(&typed)[0].captures[0].name, "n");
}

#[test]
fn what_is_only_looked_for_loosely_is_matched_exactly() {
    let pattern = compiled(r"(?:ab){6,7}\b-\w+(?P<gap>(?:[^.]|:)){2,6}!");
    let finds = |text: &str| {
        let typed = Typed::new(text, Span::new(0, text.len()), std::iter::empty());
        pattern.find(&typed).len()
    };
    assert_eq!(finds("abababababab-Ёж, да!"), 1);
    assert_eq!(finds("ab ab abababababab-会议 xx!"), 1);
    for text in [
        "ababababab-Ёж, да!",
        "abababababab-。, да!",
        "abababababab-Ёж, да нет же!",
        "abababababab-Ёж. да!",
    ] {
        assert_eq!(finds(text), 0, "{text}");
    }
}

#[test]
fn an_unknown_kind_is_named_with_the_nearest() {
    let mut kinds = Kinds::default();
    kinds.add("Person");
    let error =
        Pattern::compile("<Persn>", &kinds, &macros(), Check::Now).expect_err("no such kind");
    assert!(matches!(error, PatternError::UnknownKind { .. }));
    assert!(error.to_string().contains("did you mean `Person`?"));
}

#[test]
fn the_end_of_a_word_beside_a_kind_is_refused() {
    let mut kinds = Kinds::default();
    kinds.add("Person");
    for source in [r"\b<Person> chairs", r"chaired by <who:Person>\b"] {
        let error = Pattern::compile(source, &kinds, &macros(), Check::Now).expect_err("no border");
        assert!(matches!(error, PatternError::DeadBorder(_)), "{source}");
    }
}
