//! The head of a query file: its first comment lines.
//!
//! ```text
//! # Who chairs a group?                  the question
//! # fr: Qui préside un groupe ?          and in other languages
//! #
//! # What the query does, in sentences.
//! #
//! # param group: cg:Group — the group    a value that it takes; `group?` may be left out
//! # ask en: who chairs {group}           a form of the question, a regular expression
//! ```

use crate::diagnostic::FileError;
use crate::namespace::ID;
use crate::query::named::{NamedQuery, Parameter, ParameterKind, Pattern};
use crate::store::name::expand;
use oxigraph::model::NamedNode;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

impl NamedQuery {
    /// Reads the head of a query file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileError> {
        let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let mut query = Self {
            name: base.strip_suffix(".rq").unwrap_or(base).to_owned(),
            file: file.to_owned(),
            text: text.to_owned(),
            question: BTreeMap::new(),
            explanation: String::new(),
            parameters: Vec::new(),
            patterns: Vec::new(),
        };
        let mut in_title = true;
        for (number, line) in text.lines().enumerate() {
            let Some(comment) = line.strip_prefix('#') else {
                break;
            };
            let comment = comment.trim();
            let mistake = |message: String| FileError::at_line(file, text, number + 1, 1, message);
            if let Some(rest) = comment.strip_prefix("param ") {
                query
                    .parameters
                    .push(read_parameter(rest).map_err(mistake)?);
            } else if let Some(rest) = comment.strip_prefix("ask ") {
                let pattern = read_pattern(rest, &query.parameters).map_err(mistake)?;
                query.patterns.push(pattern);
            } else if comment.is_empty() {
                in_title = false;
            } else if in_title {
                let (language, question) = in_language(comment);
                query
                    .question
                    .insert(language.to_owned(), question.to_owned());
            } else {
                let gap = if query.explanation.is_empty() {
                    ""
                } else {
                    " "
                };
                query.explanation += gap;
                query.explanation += comment;
            }
        }
        Ok(query)
    }
}

/// `group: cg:Group — the group`; a `?` after the name makes it optional.
fn read_parameter(text: &str) -> Result<Parameter, String> {
    let wanted = "write `param NAME: TYPE — what it is`";
    let (name, rest) = text.split_once(": ").ok_or(wanted)?;
    let (kind, description) = rest.split_once('—').unwrap_or((rest, ""));
    let kind = match kind.trim() {
        "entity" => ParameterKind::Entity(Vec::new()),
        "text" => ParameterKind::Text,
        "date" => ParameterKind::Date,
        "number" => ParameterKind::Number,
        classes => ParameterKind::Entity(
            classes
                .split(" or ")
                .map(read_class)
                .collect::<Result<_, _>>()?,
        ),
    };
    Ok(Parameter {
        name: name.trim_end_matches('?').to_owned(),
        kind,
        is_required: !name.ends_with('?'),
        description: description.trim().to_owned(),
    })
}

fn read_class(name: &str) -> Result<NamedNode, String> {
    let class = expand(name).filter(|class| !class.as_str().starts_with(ID));
    class.ok_or_else(|| {
        format!("unknown type `{name}`; a class such as `cg:Group`, or one of entity, text, date, number")
    })
}

/// `en: who chairs {group}`; the parameters must have been declared above.
fn read_pattern(text: &str, parameters: &[Parameter]) -> Result<Pattern, String> {
    let (language, source) = text
        .split_once(": ")
        .ok_or("write `ask LANGUAGE: words {parameter}`")?;
    let mut regex = source.trim().to_owned();
    let mut known = BTreeSet::new();
    for parameter in parameters {
        let words = match parameter.kind {
            ParameterKind::Number => r"\d+",
            ParameterKind::Date => r"\d{4}(?:-\d\d){0,2}",
            _ => ".+?",
        };
        let slot = format!("{{{}}}", parameter.name);
        if regex.contains(&slot) {
            known.insert(&parameter.name);
        }
        regex = regex.replace(&slot, &format!("(?P<{}>{words})", parameter.name));
    }
    let missing = parameters
        .iter()
        .find(|parameter| parameter.is_required && !known.contains(&parameter.name));
    if let Some(parameter) = missing {
        return Err(format!(
            "the question does not give `{{{}}}`",
            parameter.name
        ));
    }
    let regex = Regex::new(&format!("(?i)^(?:{regex})$"))
        .map_err(|error| format!("the pattern is not a regular expression: {error}"))?;
    Ok(Pattern {
        language: language.to_owned(),
        source: source.trim().to_owned(),
        regex,
    })
}

/// `fr: Qui préside ?` is French; a line without a language is English.
fn in_language(text: &str) -> (&str, &str) {
    match text.split_once(": ") {
        Some((language, question)) if language.len() == 2 => (language, question.trim()),
        _ => ("en", text),
    }
}

#[cfg(test)]
mod tests {
    use crate::query::named::{NamedQuery, ParameterKind};

    const FILE: &str = "# Who chairs a group?\n# fr: Qui préside un groupe ?\n#\n# Chairs\n# only.\n#\n\
        # param group: cg:Group — the group\n# param year?: number — when\n\
        # ask en: who chairs {group}(?: in {year})?\nSELECT ?answer WHERE { ?answer cg:chairs $group }\n";

    #[test]
    fn the_head_tells_everything() {
        let query = NamedQuery::read("queries/chairs.rq", FILE).expect("well formed");
        assert_eq!(query.name, "chairs");
        assert_eq!(query.question_in("fr"), "Qui préside un groupe ?");
        assert_eq!(query.question_in("zh"), "Who chairs a group?");
        assert_eq!(query.explanation, "Chairs only.");
        assert!(query.parameters[0].is_required && !query.parameters[1].is_required);
        assert_eq!(query.parameters[1].kind, ParameterKind::Number);
        assert!(query.patterns[0].regex.is_match("Who chairs TSAG in 2004"));
        assert!(query.body().starts_with("SELECT"));
    }

    #[test]
    fn a_mistake_in_the_head_has_its_place() {
        let error =
            NamedQuery::read("q.rq", "# Q?\n#\n# param x: group — x\n").expect_err("a mistake");
        assert!(
            error
                .to_string()
                .starts_with("q.rq:3:1: unknown type `group`"),
            "{error}"
        );
        let text = FILE.replace("chairs {group}", "chairs it");
        let error = NamedQuery::read("q.rq", &text).expect_err("a mistake");
        assert!(
            error.to_string().contains("does not give `{group}`"),
            "{error}"
        );
    }
}
