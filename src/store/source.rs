//! The files that a store was built from, and the graph of each.
//!
//! A graph belongs to the words of a file, not to its path: two files with the same bytes have one
//! graph that names both paths, and it lives until the last of them is gone.

use crate::namespace::cg;
use crate::store::{Change, Store, StoreError, in_both, remove, remove_quad, replace};
use oxigraph::model::{
    GraphName, GraphNameRef, LiteralRef, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term,
};
use oxigraph::store::Transaction;
use std::collections::HashSet;

/// One path of one source file, and the graph that holds what the file says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The path as it was given to `build`.
    pub path: String,
    /// The SHA-256 of the file, in hexadecimal; empty where the graph does not tell.
    pub sha256: String,
    /// The named graph.
    pub graph: NamedNode,
    /// The `cg:SourceFile`.
    pub file: NamedNode,
}

/// What is to be known of the file at a path.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// The path as it was given to `build`.
    pub path: &'a str,
    /// The named graph.
    pub graph: NamedNodeRef<'a>,
    /// What the graph holds.
    pub quads: &'a [Quad],
}

/// From so many new graphs on, sorted tables are made and taken in at once: several times faster than
/// a transaction each, but each such load leaves files that the database has to merge.
const MANY: usize = 16;

/// The memory that a load may take, in megabytes as the database counts them: a thousand quads each.
const MOST_MEMORY: usize = 200;

impl Store {
    /// As [`Store::replace_source`] for many files: what is new is written all at once, or not at
    /// all, and the rest file by file. The changes are in the order of the statements.
    pub fn replace_sources(&self, statements: &[Statement<'_>]) -> Result<Vec<Change>, StoreError> {
        let mut graphs = HashSet::new();
        let mut is_new = Vec::with_capacity(statements.len());
        for statement in statements {
            is_new.push(
                graphs.insert(statement.graph)
                    && self.is_new(statement.graph)?
                    && self.graphs_of_path(statement.path)?.is_empty(),
            );
        }
        let is_many = is_new.iter().filter(|is_new| **is_new).count() >= MANY;
        if is_many {
            let new = statements
                .iter()
                .zip(&is_new)
                .filter(|(_, is_new)| **is_new);
            let quads = new.flat_map(|(statement, _)| in_both(statement.graph, statement.quads));
            let mut loader = self
                .database
                .bulk_loader()
                .with_num_threads(1)
                .with_max_memory_size_in_megabytes(MOST_MEMORY);
            loader.load_quads(quads)?;
            loader.commit()?;
        }
        let statements = statements.iter().zip(is_new);
        statements
            .map(|(statement, is_new)| match is_new {
                true if is_many => Ok(Change::Added),
                true => self.add_graph(statement.graph, statement.quads),
                false => self.replace_source(statement.path, statement.graph, statement.quads),
            })
            .collect()
    }

    /// Makes `quads` what the store knows of the file at `path`, in one transaction.
    ///
    /// What it knew from other words at the same path goes. Other paths at which the same words
    /// stand are kept, so that files can be read in any order with the same result.
    pub fn replace_source(
        &self,
        path: &str,
        graph: NamedNodeRef<'_>,
        quads: &[Quad],
    ) -> Result<Change, StoreError> {
        let at_path = self.graphs_of_path(path)?;
        if at_path.is_empty() && self.is_new(graph)? {
            return self.add_graph(graph, quads);
        }
        let mut transaction = self.database.start_transaction()?;
        let mut displaced = false;
        for source in at_path {
            if source.graph.as_ref() != graph {
                forget(&mut transaction, &source)?;
                displaced = true;
            }
        }
        let mut quads = quads.to_vec();
        let paths = transaction.quads_for_pattern(None, Some(cg::PATH), None, Some(graph.into()));
        for other_path in paths {
            quads.push(other_path?);
        }
        let change = match replace(&mut transaction, graph, &quads)? {
            Change::Unchanged if !displaced => return Ok(Change::Unchanged),
            Change::Added if !displaced => Change::Added,
            _ => Change::Replaced,
        };
        transaction.commit()?;
        Ok(change)
    }

    /// Forgets the file at `path`, in one transaction; false when the store has none of that path.
    pub fn remove_path(&self, path: &str) -> Result<bool, StoreError> {
        let sources = self.graphs_of_path(path)?;
        if sources.is_empty() {
            return Ok(false);
        }
        let mut transaction = self.database.start_transaction()?;
        for source in &sources {
            forget(&mut transaction, source)?;
        }
        transaction.commit()?;
        Ok(true)
    }

    /// The graphs that stand for the file at `path`: one, unless the store was made by hand.
    pub fn graphs_of_path(&self, path: &str) -> Result<Vec<Source>, StoreError> {
        let path = LiteralRef::new_simple_literal(path);
        self.sources_with(Some(path))
    }

    /// Every path of every source file, sorted by path.
    pub fn sources(&self) -> Result<Vec<Source>, StoreError> {
        self.sources_with(None)
    }

    fn sources_with(&self, path: Option<LiteralRef<'_>>) -> Result<Vec<Source>, StoreError> {
        let object = path.map(Into::into);
        let mut sources = Vec::new();
        for quad in self
            .database
            .quads_for_pattern(None, Some(cg::PATH), object, None)
        {
            let quad = quad?;
            let (
                NamedOrBlankNode::NamedNode(file),
                Term::Literal(path),
                GraphName::NamedNode(graph),
            ) = (quad.subject, quad.object, quad.graph_name)
            else {
                continue;
            };
            sources.push(Source {
                path: path.value().to_owned(),
                sha256: self.sha256(&file, &graph)?,
                graph,
                file,
            });
        }
        sources.sort();
        Ok(sources)
    }

    fn sha256(&self, file: &NamedNode, graph: &NamedNode) -> Result<String, StoreError> {
        let graph = GraphNameRef::from(graph.as_ref());
        let mut quads = self.database.quads_for_pattern(
            Some(file.as_ref().into()),
            Some(cg::SHA256),
            None,
            Some(graph),
        );
        match quads.next().transpose()?.map(|quad| quad.object) {
            Some(Term::Literal(sha256)) => Ok(sha256.value().to_owned()),
            _ => Ok(String::new()),
        }
    }
}

/// Removes the path from its graph, and the graph with its last path.
fn forget(transaction: &mut Transaction<'_>, source: &Source) -> Result<(), StoreError> {
    let graph = source.graph.as_ref();
    let paths = transaction
        .quads_for_pattern(None, Some(cg::PATH), None, Some(graph.into()))
        .collect::<Result<Vec<_>, _>>()?;
    let path = LiteralRef::new_simple_literal(&source.path);
    let (gone, left): (Vec<_>, Vec<_>) = paths
        .into_iter()
        .partition(|quad| quad.object.as_ref() == path.into());
    if left.is_empty() {
        return remove(transaction, graph);
    }
    for quad in &gone {
        remove_quad(transaction, quad.as_ref())?;
    }
    Ok(())
}
