//! The graph on disk: one named graph for each source file, one for the vocabulary.
//!
//! [`Store`] opens it, replaces or removes the graph of one file at a time (always in one
//! transaction, so that no reader ever meets half a letter) and counts what is there. It asks no
//! questions; that is the business of `query`. Names of things are read by [`name`].
//!
//! On disk a store is a directory with a marker file that tells its format, a lock file, and the
//! database in a directory of its own. Many may read at a time, or one may write.

mod guard;
pub mod name;
mod source;

use crate::namespace::rdf;
use crate::store::guard::Guard;
use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, Quad, QuadRef, Term, Triple};
use oxigraph::store::{StorageError, Transaction};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

pub use source::Source;

/// The format that this program reads and writes, as the marker file tells it.
pub const FORMAT: u64 = 1;

/// A graph of letters and vocabulary, on disk or in memory.
pub struct Store {
    database: oxigraph::store::Store,
    /// Keeps others from writing (or, for a writer, from opening) while this store is open.
    _guard: Option<Guard>,
}

/// What became of one graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// There was nothing of it before.
    Added,
    /// There was something else before.
    Replaced,
    /// It was there already, quad for quad; nothing was written.
    Unchanged,
}

/// Why a store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such directory.
    #[error("no store at `{}`; make one with `circugraph build --store {} FILES`", .0.display(), .0.display())]
    Missing(PathBuf),
    /// The directory holds something else.
    #[error("not a circugraph store: `{}`; name an empty or a new directory", .0.display())]
    NotAStore(PathBuf),
    /// The store was made by a program with another format.
    #[error(
        "the store `{}` has format {found}, and this program reads format {FORMAT}; build again into a new directory with `--store`",
        directory.display()
    )]
    OtherFormat {
        /// The store.
        directory: PathBuf,
        /// What its marker says.
        found: u64,
    },
    /// Another program has the store open.
    #[error(
        "the store `{}` is in use: another program is {doing} it; wait until that ends, or name another store with `--store`",
        directory.display()
    )]
    Locked {
        /// The store.
        directory: PathBuf,
        /// `reading` or `writing`.
        doing: &'static str,
    },
    /// A file of the store could not be read or written.
    #[error("cannot open the store file `{}`", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The database failed.
    #[error("the store failed")]
    Database(#[from] StorageError),
    /// The program has no database.
    #[error("this program was built without stores on disk; build it with the feature `disk`")]
    NoDisk,
}

impl Store {
    /// Opens the store in `directory` to write, and makes it where there is nothing yet.
    pub fn create(directory: &Path) -> Result<Self, StoreError> {
        let guard = Guard::to_write(directory)?;
        Ok(Self {
            database: open_database(&guard.database())?,
            _guard: Some(guard),
        })
    }

    /// Opens a store that is there already, to read.
    pub fn open_existing(directory: &Path) -> Result<Self, StoreError> {
        let guard = Guard::to_read(directory)?;
        let database = guard.database();
        Ok(Self {
            database: if database.is_dir() {
                read_database(&database)?
            } else {
                oxigraph::store::Store::new()?
            },
            _guard: Some(guard),
        })
    }

    /// An empty store that lasts as long as the program.
    pub fn memory() -> Result<Self, StoreError> {
        Ok(Self {
            database: oxigraph::store::Store::new()?,
            _guard: None,
        })
    }

    /// The database itself, to evaluate queries on.
    pub fn database(&self) -> &oxigraph::store::Store {
        &self.database
    }

    /// Makes `quads` the whole of `graph`, in one transaction; their own graph names are disregarded.
    pub fn replace_graph(
        &self,
        graph: NamedNodeRef<'_>,
        quads: &[Quad],
    ) -> Result<Change, StoreError> {
        let mut transaction = self.database.start_transaction()?;
        let change = replace(&mut transaction, graph, quads)?;
        if change != Change::Unchanged {
            transaction.commit()?;
        }
        Ok(change)
    }

    /// Removes `graph` and nothing else; false when there is no such graph.
    pub fn remove_graph(&self, graph: NamedNodeRef<'_>) -> Result<bool, StoreError> {
        let mut transaction = self.database.start_transaction()?;
        if !transaction.contains_named_graph(graph)? {
            return Ok(false);
        }
        transaction.remove_named_graph(graph)?;
        transaction.commit()?;
        Ok(true)
    }

    /// Every quad of `graph`, in no particular order.
    pub fn graph(&self, graph: NamedNodeRef<'_>) -> Result<Vec<Quad>, StoreError> {
        let graph = GraphNameRef::from(graph);
        let quads = self.database.quads_for_pattern(None, None, None, Some(graph));
        Ok(quads.collect::<Result<_, _>>()?)
    }

    /// Every quad of the store, in no particular order.
    pub fn quads(&self) -> impl Iterator<Item = Result<Quad, StoreError>> {
        self.database.iter().map(|quad| Ok(quad?))
    }

    /// The number of quads; reads them all.
    pub fn count(&self) -> Result<usize, StoreError> {
        Ok(self.database.len()?)
    }

    /// Every fact that some letter states, once, with the graphs that state it.
    pub fn facts(&self) -> Result<BTreeMap<String, (Triple, Vec<NamedNode>)>, StoreError> {
        let mut facts: BTreeMap<String, (Triple, Vec<NamedNode>)> = BTreeMap::new();
        let reified = self.database.quads_for_pattern(None, Some(rdf::REIFIES), None, None);
        for quad in reified {
            let quad = quad?;
            let Term::Triple(triple) = quad.object else {
                continue;
            };
            let (_, graphs) = facts
                .entry(triple.to_string())
                .or_insert_with(|| (*triple, Vec::new()));
            if let oxigraph::model::GraphName::NamedNode(graph) = quad.graph_name {
                graphs.push(graph);
            }
        }
        Ok(facts)
    }

    /// How many different facts each property has in the letters, by the property's IRI.
    pub fn facts_by_kind(&self) -> Result<BTreeMap<NamedNode, usize>, StoreError> {
        let mut kinds = BTreeMap::new();
        for (fact, _) in self.facts()?.into_values() {
            *kinds.entry(fact.predicate).or_insert(0) += 1;
        }
        Ok(kinds)
    }

    /// Waits until everything written so far is safe on disk; does nothing for a store in memory.
    pub fn flush(&self) -> Result<(), StoreError> {
        #[cfg(feature = "disk")]
        self.database.flush()?;
        Ok(())
    }
}

/// Makes `quads` the whole of `graph` within a transaction that the caller commits.
fn replace(
    transaction: &mut Transaction<'_>,
    graph: NamedNodeRef<'_>,
    quads: &[Quad],
) -> Result<Change, StoreError> {
    let wanted: HashSet<QuadRef<'_>> = quads.iter().map(|quad| in_graph(quad, graph)).collect();
    let present = transaction
        .quads_for_pattern(None, None, None, Some(graph.into()))
        .collect::<Result<HashSet<Quad>, _>>()?;
    if present.len() == wanted.len() && present.iter().all(|quad| wanted.contains(&quad.as_ref())) {
        return Ok(Change::Unchanged);
    }
    for quad in &present {
        if !wanted.contains(&quad.as_ref()) {
            transaction.remove(quad);
        }
    }
    for quad in wanted {
        transaction.insert(quad);
    }
    Ok(if present.is_empty() {
        Change::Added
    } else {
        Change::Replaced
    })
}

fn in_graph<'a>(quad: &'a Quad, graph: NamedNodeRef<'a>) -> QuadRef<'a> {
    QuadRef::new(&quad.subject, &quad.predicate, &quad.object, graph)
}

#[cfg(feature = "disk")]
fn open_database(path: &Path) -> Result<oxigraph::store::Store, StoreError> {
    Ok(oxigraph::store::Store::open(path)?)
}

#[cfg(feature = "disk")]
fn read_database(path: &Path) -> Result<oxigraph::store::Store, StoreError> {
    Ok(oxigraph::store::Store::open_read_only(path)?)
}

#[cfg(not(feature = "disk"))]
fn open_database(_: &Path) -> Result<oxigraph::store::Store, StoreError> {
    Err(StoreError::NoDisk)
}

#[cfg(not(feature = "disk"))]
fn read_database(_: &Path) -> Result<oxigraph::store::Store, StoreError> {
    Err(StoreError::NoDisk)
}

#[cfg(test)]
mod tests;
