//! Where the statements of a Turtle file stand, for messages that point at them.
//!
//! The RDF parser decides what a file says and gives no places; this reads a file that it has found
//! well formed once more, for the places alone. What stands in brackets has no name and is passed over.

use crate::namespace::rdf;
use oxigraph::model::NamedNode;
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A statement about something that has a name, with its places in bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub subject: NamedNode,
    /// Where that is named.
    pub subject_at: usize,
    /// What it says of it.
    pub predicate: NamedNode,
    /// Where.
    pub predicate_at: usize,
    /// The value.
    pub object: Object,
    /// Where it stands.
    pub object_at: usize,
}

/// A value, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    /// Something with a name.
    Node(NamedNode),
    /// Words, and their language.
    Text(String, Option<String>),
    /// A number, a truth value, or something without a name.
    Other,
}

/// The statements of a well-formed Turtle file, in order.
pub fn statements(turtle: &str) -> Vec<Statement> {
    let mut reading = Reading {
        tokens: tokens(turtle),
        at: 0,
        base: String::new(),
        prefixes: HashMap::new(),
        statements: Vec::new(),
    };
    while reading.at < reading.tokens.len() {
        reading.statement();
    }
    reading.statements
}

struct Token<'a> {
    text: &'a str,
    start: usize,
}

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    let alternatives = [
        r"(?P<space>\s+|#[^\n]*)",
        r"<[^<>\s]*>",
        r#"(?s:"""(?:"{0,2}(?:[^"\\]|\\.))*""")"#,
        r"(?s:'''(?:'{0,2}(?:[^'\\]|\\.))*''')",
        r#""(?:[^"\\\n]|\\.)*""#,
        r"'(?:[^'\\\n]|\\.)*'",
        r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
        r"\^\^",
        r"[.;,\[\]()]",
        // A full stop in a name belongs to it, one at its end does not.
        r#"(?:\\.|[^\s<>"'\[\](),;.\\#^@]|\.+(?:\\.|[^\s<>"'\[\](),;.\\]))(?:\\.|[^\s<>"'\[\](),;.\\]|\.+(?:\\.|[^\s<>"'\[\](),;.\\]))*"#,
    ];
    Regex::new(&alternatives.join("|")).expect("the expression is constant")
});

fn tokens(turtle: &str) -> Vec<Token<'_>> {
    let found = TOKEN.captures_iter(turtle);
    let found = found.filter(|found| found.name("space").is_none());
    let tokens = found.filter_map(|found| found.get(0)).map(|token| Token {
        text: token.as_str(),
        start: token.start(),
    });
    tokens.collect()
}

struct Reading<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    base: String,
    prefixes: HashMap<&'a str, String>,
    statements: Vec<Statement>,
}

impl<'a> Reading<'a> {
    fn peek(&self) -> &'a str {
        self.tokens.get(self.at).map_or("", |token| token.text)
    }

    fn next(&mut self) -> (&'a str, usize) {
        let token = self.tokens.get(self.at);
        self.at += 1;
        token.map_or(("", 0), |token| (token.text, token.start))
    }

    /// Reads a directive, or all that is said of one subject.
    fn statement(&mut self) {
        let first = self.peek().trim_start_matches('@').to_ascii_lowercase();
        match first.as_str() {
            "prefix" => {
                self.next();
                let prefix = self.next().0.trim_end_matches(':');
                let namespace = self.next().0;
                let namespace = self.absolute(namespace);
                self.prefixes.insert(prefix, namespace);
            }
            "base" => {
                self.next();
                let base = self.next().0;
                self.base = self.absolute(base);
            }
            "." => {
                self.next();
            }
            _ => {
                let (subject, subject_at) = self.term();
                self.predicates(subject, subject_at);
            }
        }
    }

    fn predicates(&mut self, subject: Object, subject_at: usize) {
        while !matches!(self.peek(), "." | "]" | "") {
            if self.peek() == ";" {
                self.next();
                continue;
            }
            let (predicate, predicate_at) = self.term();
            loop {
                let (object, object_at) = self.term();
                if let (Object::Node(subject), Object::Node(predicate)) = (&subject, &predicate) {
                    self.statements.push(Statement {
                        subject: subject.clone(),
                        subject_at,
                        predicate: predicate.clone(),
                        predicate_at,
                        object,
                        object_at,
                    });
                }
                if self.peek() != "," {
                    break;
                }
                self.next();
            }
        }
    }

    fn term(&mut self) -> (Object, usize) {
        let (text, at) = self.next();
        let object = match text.chars().next() {
            Some('[') => {
                self.predicates(Object::Other, at);
                self.next();
                Object::Other
            }
            Some('(') => {
                while !matches!(self.peek(), ")" | "") {
                    self.term();
                }
                self.next();
                Object::Other
            }
            Some('"' | '\'') => self.literal(text),
            Some('<') => Object::Node(NamedNode::new_unchecked(self.absolute(text))),
            _ if text == "a" => Object::Node(rdf::TYPE.into_owned()),
            _ => self.prefixed(text),
        };
        (object, at)
    }

    /// The words between the quotes, and the language or type behind them.
    fn literal(&mut self, quoted: &str) -> Object {
        let long = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
        let quotes = if long { 3 } else { 1 };
        let words = unescaped(&quoted[quotes..quoted.len() - quotes]);
        if self.peek() == "^^" {
            self.next();
            self.term();
            return Object::Text(words, None);
        }
        match self.peek().strip_prefix('@') {
            Some(language) => {
                self.next();
                Object::Text(words, Some(language.to_ascii_lowercase()))
            }
            None => Object::Text(words, None),
        }
    }

    fn prefixed(&self, name: &str) -> Object {
        let expanded = name.split_once(':').and_then(|(prefix, local)| {
            let namespace = self.prefixes.get(prefix)?;
            Some(format!("{namespace}{}", local.replace('\\', "")))
        });
        expanded.map_or(Object::Other, |iri| {
            Object::Node(NamedNode::new_unchecked(iri))
        })
    }

    /// An IRI in angle brackets, taken from the base if it is relative.
    fn absolute(&self, iri: &str) -> String {
        let iri = unescaped(iri.trim_start_matches('<').trim_end_matches('>'));
        let scheme = iri.split(['/', '?', '#']).next().unwrap_or("");
        if scheme.contains(':') {
            return iri;
        }
        let base = if iri.starts_with('#') || iri.is_empty() {
            self.base.split('#').next().unwrap_or("")
        } else {
            let end = self.base.rfind('/').map_or(0, |slash| slash + 1);
            &self.base[..end]
        };
        format!("{base}{iri}")
    }
}

fn unescaped(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some(marker @ ('u' | 'U')) => {
                let length = if marker == 'u' { 4 } else { 8 };
                let digits: String = characters.by_ref().take(length).collect();
                let code = u32::from_str_radix(&digits, 16).ok();
                plain.extend(code.and_then(char::from_u32));
            }
            Some(other) => plain.push(other),
            None => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Object, statements};
    use crate::knowledge::Knowledge;
    use oxigraph::io::{RdfFormat, RdfParser};
    use oxigraph::model::{NamedOrBlankNode, Term};

    #[test]
    fn places_point_at_the_words() {
        let turtle = "@base <https://example.org/id/> .\nPREFIX ex: <https://example.org/#>\n<a> a ex:B.c ; # a comment; with . and \"\n  ex:p \"x\\\"y\"@en , [ ex:q 1.5 ] , 'z' .\nex:d ex:p \"\"\"lo\"ng\"\"\"^^ex:t .";
        let found = statements(turtle);
        let shown: Vec<(&str, &str)> = found
            .iter()
            .map(|statement| {
                let object = &turtle[statement.object_at..];
                (statement.subject.as_str(), &object[..3])
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("https://example.org/id/a", "ex:"),
                ("https://example.org/id/a", "\"x\\"),
                ("https://example.org/id/a", "[ e"),
                ("https://example.org/id/a", "'z'"),
                ("https://example.org/#d", "\"\"\""),
            ]
        );
        assert_eq!(
            found[1].object,
            Object::Text("x\"y".to_owned(), Some("en".to_owned()))
        );
        assert_eq!(found[4].object, Object::Text("lo\"ng".to_owned(), None));
    }

    #[test]
    fn it_reads_what_the_parser_reads() {
        for file in Knowledge::embedded().under("vocabulary/") {
            let parser = RdfParser::from_format(RdfFormat::Turtle);
            let mut parsed = Vec::new();
            for quad in parser.for_slice(file.text.as_bytes()) {
                let quad = quad.expect("well formed");
                if let NamedOrBlankNode::NamedNode(subject) = quad.subject {
                    let object = match quad.object {
                        Term::NamedNode(node) => node.into_string(),
                        Term::Literal(literal) if literal.language().is_some() => {
                            literal.value().to_owned()
                        }
                        _ => continue,
                    };
                    parsed.push((subject.into_string(), quad.predicate.into_string(), object));
                }
            }
            let mut found = Vec::new();
            for statement in statements(&file.text) {
                let object = match statement.object {
                    Object::Node(node) => node.into_string(),
                    Object::Text(text, Some(_)) => text,
                    _ => continue,
                };
                found.push((
                    statement.subject.into_string(),
                    statement.predicate.into_string(),
                    object,
                ));
            }
            assert_eq!(found, parsed, "{}", file.shown);
        }
    }
}
