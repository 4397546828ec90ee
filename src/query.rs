//! Asking the store in SPARQL: named queries, their parameters, and answers in every format.
//!
//! [`run`] evaluates a query over all graphs of a store at once and gives an [`Answer`]; [`named`]
//! holds the queries that have a name, [`bind`] puts values into them, [`mod@format`] writes answers.
//! What a question in everyday words means is the business of `question`.

pub mod bind;
pub mod format;
pub mod meaning;
pub mod named;
mod syntax;
mod table;

use crate::diagnostic::{Diagnostic, FileError};
use crate::namespace::{PREFIXES, cg, rdfs};
use crate::store::{Store, StoreError};
use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, Triple};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, SparqlEvaluator};
use std::collections::BTreeMap;

/// The values of parameters by name, without the `$`.
pub type Bindings = BTreeMap<String, Term>;

/// What a query found.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// From SELECT: rows in the order of the query.
    Solutions {
        /// The names of the columns, without the `?`.
        variables: Vec<String>,
        /// One value for each column, none where it is not bound.
        rows: Vec<Vec<Option<Term>>>,
    },
    /// From ASK.
    Boolean(bool),
    /// From CONSTRUCT and DESCRIBE: triples without duplicates, sorted.
    Graph(Vec<Triple>),
}

/// Why a query could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The query, or its head, is not well formed.
    #[error(transparent)]
    Text(#[from] FileError),
    /// The store failed to evaluate it.
    #[error("the query could not be evaluated")]
    Evaluation(#[from] QueryEvaluationError),
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Answer {
    /// True when there is nothing in it: no row, no triple, or `false`.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Solutions { rows, .. } => rows.is_empty(),
            Self::Boolean(value) => !value,
            Self::Graph(triples) => triples.is_empty(),
        }
    }
}

/// Evaluates `text` over the union of all graphs of `store`; `file` names it in error messages.
///
/// The usual prefixes need no declaration.
pub fn run(
    store: &Store,
    file: &str,
    text: &str,
    bindings: &Bindings,
) -> Result<Answer, QueryError> {
    let text = bind::bind(text, bindings);
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, base) in PREFIXES {
        evaluator = evaluator
            .with_prefix(*prefix, *base)
            .expect("the namespaces of the program are IRIs");
    }
    let query = evaluator
        .parse_query(&text)
        .map_err(|error| syntax::explain(file, &text, &error))?;
    collect(query.on_store(store.database()).execute()?)
}

/// The terms of the project's ontology in `text` that nothing in the store uses, with the nearest
/// that the ontology has: a reason for an empty answer.
pub fn unused_terms(store: &Store, text: &str) -> Result<Vec<Diagnostic>, QueryError> {
    let mut problems = Vec::new();
    for name in syntax::prefixed_names(text, "cg") {
        let term = NamedNode::new_unchecked(format!("{}{name}", cg::BASE));
        if is_used(store, term.as_ref())? {
            continue;
        }
        let problem = Diagnostic::new(
            "unused-term",
            format!("nothing in the store uses `cg:{name}`"),
        );
        let known = ontology_terms(store)?;
        problems.push(
            match meaning::nearest(&name, known.iter().map(String::as_str)) {
                Some(near) if near != name => problem.hint(format!("the nearest is `cg:{near}`")),
                _ => problem,
            },
        );
    }
    Ok(problems)
}

fn is_used(store: &Store, term: NamedNodeRef<'_>) -> Result<bool, QueryError> {
    let everything = Some(GraphNameRef::DefaultGraph);
    let first = |property, object| {
        let mut quads = store
            .database()
            .quads_for_pattern(None, property, object, everything);
        quads.next().transpose().map(|quad| quad.is_some())
    };
    let is_used =
        first(Some(term), None).and_then(|used| Ok(used || first(None, Some(term.into()))?));
    Ok(is_used.map_err(StoreError::from)?)
}

/// The local names of the ontology's terms, as far as the store gives them labels.
fn ontology_terms(store: &Store) -> Result<Vec<String>, QueryError> {
    let mut terms = Vec::new();
    for triple in store.triples_with(rdfs::LABEL) {
        if let NamedOrBlankNode::NamedNode(term) = triple?.subject
            && let Some(local) = term.as_str().strip_prefix(cg::BASE)
        {
            terms.push(local.to_owned());
        }
    }
    Ok(terms)
}

fn collect(results: QueryResults<'_>) -> Result<Answer, QueryError> {
    Ok(match results {
        QueryResults::Boolean(value) => Answer::Boolean(value),
        QueryResults::Solutions(solutions) => {
            let columns = solutions.variables().to_vec();
            let rows = solutions
                .map(|solution| {
                    let solution = solution?;
                    Ok(columns
                        .iter()
                        .map(|column| solution.get(column).cloned())
                        .collect())
                })
                .collect::<Result<_, QueryEvaluationError>>()?;
            Answer::Solutions {
                variables: columns
                    .into_iter()
                    .map(|column| column.into_string())
                    .collect(),
                rows,
            }
        }
        QueryResults::Graph(triples) => {
            let mut triples = triples.collect::<Result<Vec<Triple>, _>>()?;
            triples.sort_by_cached_key(ToString::to_string);
            triples.dedup();
            Answer::Graph(triples)
        }
    })
}
