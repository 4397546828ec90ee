//! The words of a SPARQL text, as far as putting values into it and explaining mistakes need them.
//!
//! [`tokens`] knows what is a variable, a name or a bracket, and what must not be looked into:
//! strings, IRIs and comments. It does not parse; oxigraph does.

use crate::diagnostic::FileError;
use crate::namespace::PREFIXES;
use crate::query::meaning::nearest;
use crate::span::Span;
use oxigraph::sparql::SparqlSyntaxError;

/// One piece of a SPARQL text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `?name` or `$name`.
    Variable,
    /// A keyword, a prefixed name or a number.
    Word,
    /// `<…>`.
    Iri,
    /// A quoted string.
    Text,
    /// A sign: bracket, operator, full stop.
    Sign(char),
}

/// The tokens of `text` in order; white space and comments are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = match first {
            '#' => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            '"' | '\'' => (Kind::Text, text_length(rest, first)),
            '<' => match iri_length(rest) {
                Some(length) => (Kind::Iri, length),
                None => (Kind::Sign('<'), 1),
            },
            '?' | '$' if name_length(&rest[1..]) > 0 => {
                (Kind::Variable, 1 + name_length(&rest[1..]))
            }
            _ if is_name(first) || first == ':' => (Kind::Word, word_length(rest)),
            _ => (Kind::Sign(first), first.len_utf8()),
        };
        tokens.push(Token {
            kind,
            span: Span::new(at, at + length),
        });
        at += length;
    }
    tokens
}

/// The local parts of the names with `prefix` in the text, in order and without repetition.
pub(super) fn prefixed_names(text: &str, prefix: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for token in tokens(text).iter().filter(|token| token.kind == Kind::Word) {
        if let Some((own, local)) = token.span.of(text).split_once(':')
            && own == prefix
            && !local.is_empty()
            && !names.iter().any(|name| name == local)
        {
            names.push(local.to_owned());
        }
    }
    names
}

/// Says in plain words what the parser found wrong, and where.
pub(super) fn explain(file: &str, text: &str, error: &SparqlSyntaxError) -> FileError {
    let tokens = tokens(text);
    if let Some((token, prefix)) = undeclared_prefix(text, &tokens) {
        let known = PREFIXES.iter().map(|(prefix, _)| *prefix);
        let message = match nearest(prefix, known) {
            Some(near) => format!("unknown prefix `{prefix}:`; the nearest is `{near}:`"),
            None => format!("unknown prefix `{prefix}:`; declare it with `PREFIX {prefix}: <…>`"),
        };
        return FileError::at_offset(file, text, token.span.start, message);
    }
    let said = error.to_string();
    let Some((line, column)) = place(&said) else {
        return FileError::new(file, format!("not a SPARQL query: {said}"));
    };
    let offset = offset_of(text, line, column);
    let message = match tokens.iter().find(|token| token.span.end > offset) {
        Some(token) => format!("not SPARQL from `{}` on", token.span.of(text)),
        None => "the query ends too soon".to_owned(),
    };
    FileError::at_line(file, text, line, column, message + &expected(&said))
}

/// `; a … is missing` when the parser's list of what might follow is short enough to help.
fn expected(said: &str) -> String {
    let Some((_, list)) = said.split_once(": expected ") else {
        return String::new();
    };
    let list = list.trim_start_matches("one of ");
    if list.len() > 60 || list.contains("EOF") || list.contains('[') {
        String::new()
    } else {
        format!("; expected {list}")
    }
}

/// The line and column that the parser names: `error at 1:5: expected …`.
fn place(said: &str) -> Option<(usize, usize)> {
    let (_, after) = said.split_once("error at ")?;
    let mut numbers = after.split(':');
    let line = numbers.next()?.trim().parse().ok()?;
    let column = numbers.next()?.trim().parse().ok()?;
    Some((line, column))
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = &text[before.min(text.len())..];
    let within = rest.char_indices().nth(column.saturating_sub(1));
    before + within.map_or(rest.len(), |(offset, _)| offset)
}

fn undeclared_prefix<'a>(text: &'a str, tokens: &[Token]) -> Option<(Token, &'a str)> {
    let mut declared: Vec<&str> = PREFIXES.iter().map(|(prefix, _)| *prefix).collect();
    declared.push("_");
    let mut declaring = false;
    for token in tokens.iter().filter(|token| token.kind == Kind::Word) {
        let word = token.span.of(text);
        let prefix = word.split_once(':').map(|(prefix, _)| prefix);
        match prefix {
            Some(prefix) if declaring => declared.push(prefix),
            Some(prefix) if !declared.contains(&prefix) => return Some((*token, prefix)),
            _ => {}
        }
        declaring = word.eq_ignore_ascii_case("prefix");
    }
    None
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn name_length(text: &str) -> usize {
    text.find(|character| !is_name(character))
        .unwrap_or(text.len())
}

/// A word runs over the signs of prefixed names but does not end in a full stop or a hyphen. In
/// `id:` names it runs over slashes too: identifiers are paths.
fn word_length(text: &str) -> usize {
    let is_path = text.starts_with("id:");
    let belongs = |character: char| {
        is_name(character)
            || matches!(character, ':' | '-' | '.' | '%')
            || (is_path && character == '/')
    };
    let end = text
        .find(|character| !belongs(character))
        .unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', '-', '/']);
    word.len().max(1)
}

fn iri_length(text: &str) -> Option<usize> {
    let end = text.find('>')?;
    let inside = &text[1..end];
    let is_iri = !inside.contains(|character: char| {
        character.is_whitespace()
            || matches!(character, '<' | '"' | '{' | '}' | '|' | '^' | '`' | '(')
    });
    is_iri.then_some(end + 1)
}

fn text_length(text: &str, quote: char) -> usize {
    let long: String = [quote; 3].iter().collect();
    let mark = if text.starts_with(&long) {
        long
    } else {
        quote.to_string()
    };
    let mut at = mark.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(&mark) {
            return at + mark.len();
        }
        let mut characters = rest.chars();
        let first = characters.next().map_or(0, char::len_utf8);
        let escaped = if rest.starts_with('\\') {
            characters.next().map_or(0, char::len_utf8)
        } else {
            0
        };
        at += first + escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Kind, prefixed_names, tokens};

    #[test]
    fn strings_iris_and_comments_are_not_looked_into() {
        let text = "SELECT ?a { <http://x/?b> ?p \"?c \\\" $d\" } # ?e";
        let variables: Vec<&str> = tokens(text)
            .iter()
            .filter(|token| token.kind == Kind::Variable)
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(variables, ["?a", "?p"]);
    }

    #[test]
    fn names_end_before_the_full_stop() {
        assert_eq!(
            prefixed_names("?s cg:chairs ?o. ?s a cg:Group.", "cg"),
            ["chairs", "Group"]
        );
        assert_eq!(
            prefixed_names("id:group/jca-res.178 a ?x", "id"),
            ["group/jca-res.178"]
        );
    }
}
