//! Gaps of a pattern that have a greatest length, such as `[^.;\n]{0,80}?`.
//!
//! A regular expression with a counted gap is compiled into a copy of the gap for each character that
//! it may have, which takes most of the time of reading a letter. So the gap is compiled without its
//! greatest length, as `[^.;\n]*?`, and measured where it has matched: in characters, also where words
//! or a mention may stand in the place of one.

use super::search::Match;
use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{Ast, GroupKind, Repetition, RepetitionKind, RepetitionRange};

/// A gap that is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gap {
    /// The name of its group.
    name: String,
    /// The most characters that it may have, words that stand for one included.
    most: usize,
}

impl Gap {
    /// True when the gap is longer in a match than it may be.
    pub(super) fn is_exceeded(&self, found: &Match, text: &str) -> bool {
        let words = found.capture(&self.name).map_or("", |gap| gap.of(text));
        words.len() > self.most && words.chars().nth(self.most).is_some()
    }
}

/// Shorter gaps are left as they are.
const SHORTEST: u32 = 24;

/// The expression with its long gaps opened, and these.
pub(super) fn open(source: &str) -> (String, Vec<Gap>) {
    let Ok(ast) = Parser::new().parse(source) else {
        return (source.to_owned(), Vec::new());
    };
    let mut found = Vec::new();
    find(&ast, source, &mut found);
    found.sort_by_key(|repetition| repetition.span.start.offset);
    let (mut opened, mut gaps) = (String::with_capacity(source.len()), Vec::new());
    let mut at = 0;
    for repetition in found {
        let Some((least, most)) = bounds(repetition) else {
            continue;
        };
        let name = format!("g{}", gaps.len());
        let (start, operator) = (
            repetition.span.start.offset,
            repetition.op.span.start.offset,
        );
        let lazy = if repetition.greedy { "" } else { "?" };
        opened.push_str(&source[at..start]);
        opened.push_str(&format!(
            "(?P<{name}>{}{{{least},}}{lazy})",
            &source[start..operator]
        ));
        at = repetition.span.end.offset;
        gaps.push(Gap {
            name,
            most: most as usize,
        });
    }
    opened.push_str(&source[at..]);
    (opened, gaps)
}

/// Finds the long gaps that are not repeated themselves.
fn find<'a>(ast: &'a Ast, source: &str, found: &mut Vec<&'a Repetition>) {
    match ast {
        Ast::Repetition(repetition) => {
            let is_long = bounds(repetition).is_some_and(|(_, most)| most >= SHORTEST);
            if is_long && is_of_characters(&repetition.ast) && is_ended(repetition, source) {
                found.push(repetition);
            } else if repetition.op.kind == RepetitionKind::ZeroOrOne {
                find(&repetition.ast, source, found);
            }
        }
        Ast::Group(group) => find(&group.ast, source, found),
        Ast::Alternation(alternation) => {
            for ast in &alternation.asts {
                find(ast, source, found);
            }
        }
        Ast::Concat(concat) => {
            for ast in &concat.asts {
                find(ast, source, found);
            }
        }
        _ => {}
    }
}

fn bounds(repetition: &Repetition) -> Option<(u32, u32)> {
    match repetition.op.kind {
        RepetitionKind::Range(RepetitionRange::Bounded(least, most)) => Some((least, most)),
        _ => None,
    }
}

/// True for an expression that matches one character, or now and then some words instead, such as a
/// mention with what is added to it in brackets.
fn is_of_characters(ast: &Ast) -> bool {
    match ast {
        Ast::Dot(_) | Ast::ClassBracketed(_) | Ast::ClassPerl(_) | Ast::ClassUnicode(_) => true,
        Ast::Group(group) => {
            matches!(group.kind, GroupKind::NonCapturing(_)) && is_of_characters(&group.ast)
        }
        Ast::Alternation(alternation) => alternation.asts.iter().any(is_of_characters),
        _ => false,
    }
}

/// True for a gap that is as short as it can be, and for the words in brackets, which no bracket is
/// among: what follows ends them wherever they may be at most.
fn is_ended(repetition: &Repetition, source: &str) -> bool {
    let class = &source[repetition.ast.span().start.offset..repetition.ast.span().end.offset];
    !repetition.greedy || class.starts_with("[^()")
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn long_gaps_are_opened() {
        let (opened, gaps) =
            open(r"a(?: \([^()]{1,60}\))? [^.;]{0,80}?b(?:[^.]|(?:x|yz)){3,90}?c\w{0,5}");
        assert_eq!(
            opened,
            r"a(?: \((?P<g0>[^()]{1,})\))? (?P<g1>[^.;]{0,}?)b(?P<g2>(?:[^.]|(?:x|yz)){3,}?)c\w{0,5}"
        );
        let most: Vec<usize> = gaps.iter().map(|gap| gap.most).collect();
        assert_eq!(most, [60, 80, 90]);
    }

    #[test]
    fn repeated_and_greedy_gaps_are_left() {
        for source in [r"(?:a[^.]{0,80}?b)+", r"[^.;]{0,80}", r"(?:ab){0,80}?"] {
            assert_eq!(open(source).0, source);
        }
    }
}
