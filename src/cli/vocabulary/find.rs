//! `circugraph vocabulary find`: what a name would be taken for, and why.

use crate::cli::ontology::OntologyArgs;
use crate::cli::output::{remark, write_result};
use crate::document::{Document, PartKind};
use crate::knowledge::{Addition, Knowledge};
use crate::language::{LANGUAGES, Language};
use crate::mention::VOCABULARY_FINDER;
use crate::pipeline::Reader;
use crate::report::short;
use crate::vocabulary::find::{FoundName, Hit, Meaning, Strength, find, nearest, terms};
use crate::vocabulary::statement::statements;
use crate::vocabulary::{Entry, NameSort};
use clap::Args;
use oxigraph::model::NamedNodeRef;
use std::fmt::Write;
use std::process::ExitCode;

/// Show what a name would be taken for, and why
#[derive(Debug, Args)]
#[command(after_help = "\
The name may be inflected and stand after prepositions, as in a letter. Of each thing that it may \
mean: its label, kind and identifier, the names that match with their sort and language, the \
languages of its labels, and where it is stated; of a post and of a person the terms of office. If \
nothing bears the whole name: what the patterns of ontology/mentions make of it, and the nearest names.

Examples:
  circugraph vocabulary find TSAG
  circugraph vocabulary find \"в Женеве\"
  circugraph vocabulary find \"Director of TSB\" --date 2004-05-12
  circugraph vocabulary find \"Focus Group on Tides\" --vocabulary mine.ttl

Exit code: 0 the vocabulary knows it, 1 it does not, 2 could not be done.")]
pub(super) struct FindArgs {
    /// The name, as a letter writes it
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
    /// Who held the post on this day: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<String>,
    /// As a letter in this language would mean it: en, fr, es, ru, ar or zh [default: any of them]
    #[arg(long, value_name = "TAG")]
    lang: Option<Language>,
    #[command(flatten)]
    ontology: OntologyArgs,
}

pub(super) fn run(args: &FindArgs) -> anyhow::Result<ExitCode> {
    let knowledge = args.ontology.knowledge()?;
    let reader = crate::cli::ontology::load(&knowledge)?;
    let name = args.name.join(" ");
    let languages: Vec<Language> = match args.lang {
        Some(language) => vec![language],
        None => LANGUAGES.iter().map(|(language, _, _)| *language).collect(),
    };
    let hits = find(&reader.vocabulary, &name, &languages);
    let shower = Shower {
        reader: &reader,
        knowledge: &knowledge,
        date: args.date.as_deref(),
    };
    let mut text = String::new();
    let is_whole = hits.iter().any(|hit| hit.is_whole);
    if !is_whole {
        shower.patterns(&name, &languages, &mut text);
    }
    let is_known = !hits.is_empty() && text.is_empty();
    for hit in &hits {
        shower.hit(hit, &mut text);
    }
    if hits.is_empty() {
        shower.nearest(&name, &mut text);
    }
    write_result(text.as_bytes(), None)?;
    if !is_known {
        remark(format!("the vocabulary has no name `{name}`"));
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

struct Shower<'a> {
    reader: &'a Reader,
    knowledge: &'a Knowledge,
    date: Option<&'a str>,
}

impl Shower<'_> {
    fn hit(&self, hit: &Hit<'_>, text: &mut String) {
        let count = match hit.meanings.len() {
            1 => String::new(),
            count => format!("  (one of {count}: the words around it decide, or it means none)"),
        };
        for meaning in &hit.meanings {
            let kind = self.reader.shapes.kinds().name(meaning.entry.kind);
            let _ = writeln!(
                text,
                "{}  [{kind}]{count}",
                meaning.entry.label(Language::English)
            );
            let _ = writeln!(text, "  {}", meaning.entry.iri.as_str());
            if !hit.is_whole {
                let _ = writeln!(text, "  the words are: {}", hit.words);
            }
            self.names(meaning, text);
            self.languages(meaning.entry, text);
            self.terms(meaning.entry, text);
            for place in self.places(meaning.entry) {
                let _ = writeln!(text, "  stated in {place}");
            }
            text.push('\n');
        }
    }

    fn names(&self, meaning: &Meaning<'_>, text: &mut String) {
        for FoundName { name, strength } in &meaning.names {
            let sort = match name.sort {
                NameSort::Preferred => "label",
                NameSort::Notation => "acronym or code",
                NameSort::Other => "other name",
                NameSort::Hidden => "hidden name",
            };
            let language = name.language.map_or("any language", Language::tag);
            let note = match strength {
                Strength::Sure => "",
                Strength::Contextual => ", only where the words around it say so",
                Strength::Misspelt => ", but letters are not searched for it in this spelling",
            };
            let _ = writeln!(
                text,
                "  matches its {sort} “{}” ({language}){note}",
                name.text
            );
        }
    }

    fn languages(&self, entry: &Entry, text: &mut String) {
        let mut labels = Vec::new();
        for (language, tag, _) in LANGUAGES {
            let mut names = entry.names.iter();
            if let Some(name) = names
                .find(|name| name.sort == NameSort::Preferred && name.language == Some(*language))
            {
                labels.push(format!("{tag} {}", name.text));
            }
        }
        let _ = writeln!(text, "  labels: {}", labels.join("; "));
    }

    fn terms(&self, entry: &Entry, text: &mut String) {
        let terms = terms(&self.reader.vocabulary, entry.iri.as_ref(), self.date);
        for term in &terms {
            let other = if term.post == entry.iri {
                &term.person
            } else {
                &term.post
            };
            let end = term.end.as_deref().unwrap_or("");
            let other = self.label(other.as_ref());
            let _ = writeln!(text, "  {} – {end}: {other}", term.start);
        }
        let is_post = self.reader.shapes.kinds().is_named(entry.kind, "Post");
        if let (true, true, Some(date)) = (terms.is_empty(), is_post, self.date) {
            let _ = writeln!(text, "  nobody is known to have held it on {date}");
        }
    }

    fn label(&self, iri: NamedNodeRef<'_>) -> String {
        let entry = self.reader.vocabulary.by_iri(iri);
        entry.map_or_else(
            || short(iri),
            |entry| entry.label(Language::English).to_owned(),
        )
    }

    /// `file:line` of the first statement about an entry in each file that makes one.
    fn places(&self, entry: &Entry) -> Vec<String> {
        let files = self.knowledge.under("vocabulary/");
        let files = files.chain(self.knowledge.added(Addition::Names));
        let places = files.filter_map(|file| {
            let statements = statements(&file.text);
            let first = statements
                .iter()
                .find(|statement| statement.subject == entry.iri)?;
            let line = file.text[..first.subject_at].matches('\n').count() + 1;
            Some(format!("{}:{line}", file.shown))
        });
        places.collect()
    }

    /// What the patterns of mentions make of a name that stands alone.
    fn patterns(&self, name: &str, languages: &[Language], text: &mut String) {
        let mut seen = Vec::new();
        for language in languages {
            let document = Document::of_part(name.to_owned(), *language, PartKind::Body);
            let extraction = self.reader.extract(document);
            for (id, mention) in extraction.mentions.outermost() {
                if mention.finder == VOCABULARY_FINDER {
                    continue;
                }
                let referents = extraction.entities.referents.get(&id);
                let referents = referents.into_iter().flatten();
                let iris: Vec<&str> = referents.map(|iri| iri.as_str()).collect();
                let found = format!(
                    "“{}” has the form of a {} (ontology/mentions/{}.toml){}{}\n\n",
                    mention.span.of(name),
                    self.reader.shapes.kinds().name(mention.kind),
                    mention.finder,
                    if iris.is_empty() { "" } else { "\n  " },
                    iris.join("\n  "),
                );
                if !seen.contains(&found) {
                    text.push_str(&found);
                    seen.push(found);
                }
            }
        }
    }

    fn nearest(&self, name: &str, text: &mut String) {
        let near = nearest(&self.reader.vocabulary, name);
        if !near.is_empty() {
            text.push_str("the nearest names:\n");
        }
        for (entry, name) in near {
            let _ = writeln!(text, "  {}  {}", name.text, short(entry.iri.as_ref()));
        }
    }
}

fn date(text: &str) -> Result<String, String> {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let is_shaped = matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2]);
    let is_numbers = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let is_day = lengths.len() < 3 || text.parse::<jiff::civil::Date>().is_ok();
    if is_shaped && is_numbers && is_day {
        Ok(text.to_owned())
    } else {
        Err("write a date as 2004-05-12, 2004-05 or 2004".to_owned())
    }
}
