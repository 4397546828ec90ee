//! The graph on disk: one named graph for each source file, one for the vocabulary.
//!
//! [`Store`] opens it, replaces or removes the graph of one file at a time (always in one
//! transaction, so that no reader ever meets half a letter) and counts what is there. It asks no
//! questions; that is the business of `query`. Names of things are read by [`name`].
//!
//! Every fact stands in the graph of each file that states it and once more in the default graph, so
//! that a query over everything meets it once however many letters state it (oxigraph's own union of
//! graphs would repeat it). Whoever writes past [`Store`] breaks that.
//!
//! On disk a store is a directory with a marker file that tells its format, a lock file, the
//! database in a directory of its own, and the names in it, made ready. Many may read at a time, or
//! one may write.

mod confidence;
mod guard;
pub mod name;
mod source;

use crate::namespace::rdf;
use crate::store::guard::Guard;
use oxigraph::model::{
    GraphName, GraphNameRef, NamedNode, NamedNodeRef, Quad, QuadRef, Term, Triple,
};
use oxigraph::store::{StorageError, Transaction};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

pub use source::{Source, Statement};

/// The format that this program reads and writes, as the marker file tells it.
pub const FORMAT: u64 = 1;

/// A graph of letters and vocabulary, on disk or in memory.
pub struct Store {
    database: oxigraph::store::Store,
    /// Keeps others from writing (or, for a writer, from opening) while this store is open.
    guard: Option<Guard>,
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
            guard: Some(guard),
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
            guard: Some(guard),
        })
    }

    /// An empty store that lasts as long as the program.
    pub fn memory() -> Result<Self, StoreError> {
        Ok(Self {
            database: oxigraph::store::Store::new()?,
            guard: None,
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
        if self.is_new(graph)? {
            return self.add_graph(graph, quads);
        }
        let mut transaction = self.database.start_transaction()?;
        let change = replace(&mut transaction, graph, quads)?;
        if change != Change::Unchanged {
            transaction.commit()?;
        }
        Ok(change)
    }

    fn is_new(&self, graph: NamedNodeRef<'_>) -> Result<bool, StoreError> {
        Ok(!self.database.contains_named_graph(graph)?)
    }

    /// As [`Store::replace_graph`] where there is nothing to replace: a transaction that reads
    /// nothing takes a third less time.
    fn add_graph(&self, graph: NamedNodeRef<'_>, quads: &[Quad]) -> Result<Change, StoreError> {
        self.database.extend(in_both(graph, quads))?;
        Ok(if quads.is_empty() {
            Change::Unchanged
        } else {
            Change::Added
        })
    }

    /// Makes each graph named in `quads` hold what they say of it, all in one transaction; what
    /// stands in no named graph is left out.
    pub fn replace_graphs(&self, quads: &[Quad]) -> Result<(), StoreError> {
        let mut graphs: BTreeMap<NamedNode, Vec<Quad>> = BTreeMap::new();
        for quad in quads {
            if let GraphName::NamedNode(graph) = &quad.graph_name {
                graphs.entry(graph.clone()).or_default().push(quad.clone());
            }
        }
        let mut transaction = self.database.start_transaction()?;
        for (graph, quads) in &graphs {
            replace(&mut transaction, graph.as_ref(), quads)?;
        }
        Ok(transaction.commit()?)
    }

    /// Removes `graph` and nothing else; false when there is no such graph.
    pub fn remove_graph(&self, graph: NamedNodeRef<'_>) -> Result<bool, StoreError> {
        let mut transaction = self.database.start_transaction()?;
        if !transaction.contains_named_graph(graph)? {
            return Ok(false);
        }
        remove(&mut transaction, graph)?;
        transaction.commit()?;
        Ok(true)
    }

    /// Every quad of `graph`, in no particular order.
    pub fn graph(&self, graph: NamedNodeRef<'_>) -> Result<Vec<Quad>, StoreError> {
        let graph = GraphNameRef::from(graph);
        let quads = self
            .database
            .quads_for_pattern(None, None, None, Some(graph));
        Ok(quads.collect::<Result<_, _>>()?)
    }

    /// Every quad of every named graph, in no particular order.
    pub fn quads(&self) -> impl Iterator<Item = Result<Quad, StoreError>> {
        let quads = self.database.iter().map(|quad| Ok(quad?));
        quads.filter(|quad: &Result<Quad, StoreError>| {
            !quad
                .as_ref()
                .is_ok_and(|quad| quad.graph_name.is_default_graph())
        })
    }

    /// The triples with that property, each once however many graphs state it.
    pub fn triples_with(
        &self,
        property: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = Result<Triple, StoreError>> {
        let everything = Some(GraphNameRef::DefaultGraph);
        let quads = self
            .database
            .quads_for_pattern(None, Some(property), None, everything);
        quads.map(|quad| Ok(quad?.into()))
    }

    /// The number of quads in named graphs; reads them all.
    pub fn count(&self) -> Result<usize, StoreError> {
        let mut count = 0;
        for quad in self.quads() {
            quad?;
            count += 1;
        }
        Ok(count)
    }

    /// Every fact that some letter states, once, sorted by its N-Triples.
    pub fn facts(&self) -> Result<Vec<Triple>, StoreError> {
        let mut facts = BTreeMap::new();
        for reifier in self.triples_with(rdf::REIFIES) {
            if let Term::Triple(fact) = reifier?.object {
                facts.insert(fact.to_string(), *fact);
            }
        }
        Ok(facts.into_values().collect())
    }

    /// How many different facts each property has in the letters, by the property's IRI.
    pub fn facts_by_kind(&self) -> Result<BTreeMap<NamedNode, usize>, StoreError> {
        let mut kinds = BTreeMap::new();
        for fact in self.facts()? {
            *kinds.entry(fact.predicate).or_insert(0) += 1;
        }
        Ok(kinds)
    }

    /// Waits until everything written so far is safe on disk, and keeps the names in it for those who
    /// read next; does nothing for a store in memory.
    pub fn flush(&self) -> Result<(), StoreError> {
        #[cfg(feature = "disk")]
        self.database.flush()?;
        match &self.guard {
            Some(guard) => guard.keep_names(&name::kept(self)?),
            None => Ok(()),
        }
    }

    /// The names as [`Store::flush`] kept them; none where the writer was stopped before it did.
    fn kept_names(&self) -> Option<String> {
        self.guard.as_ref()?.kept_names()
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
            remove_quad(transaction, quad.as_ref())?;
        }
    }
    for quad in wanted {
        transaction.insert(quad);
        transaction.insert(everywhere(quad));
    }
    Ok(if present.is_empty() {
        Change::Added
    } else {
        Change::Replaced
    })
}

/// Removes a whole graph within a transaction that the caller commits.
fn remove(transaction: &mut Transaction<'_>, graph: NamedNodeRef<'_>) -> Result<(), StoreError> {
    let quads = transaction
        .quads_for_pattern(None, None, None, Some(graph.into()))
        .collect::<Result<Vec<_>, _>>()?;
    for quad in &quads {
        remove_quad(transaction, quad.as_ref())?;
    }
    Ok(transaction.remove_named_graph(graph)?)
}

/// Removes a quad, and its triple from the default graph unless another graph states it too.
fn remove_quad(transaction: &mut Transaction<'_>, quad: QuadRef<'_>) -> Result<(), StoreError> {
    transaction.remove(quad);
    let (subject, predicate, object) = (quad.subject, quad.predicate, quad.object);
    let left = transaction.quads_for_pattern(Some(subject), Some(predicate), Some(object), None);
    for other in left {
        if !other?.graph_name.is_default_graph() {
            return Ok(());
        }
    }
    transaction.remove(everywhere(quad));
    Ok(())
}

/// The quad's triple in the default graph.
fn everywhere(quad: QuadRef<'_>) -> QuadRef<'_> {
    QuadRef {
        graph_name: GraphNameRef::DefaultGraph,
        ..quad
    }
}

/// Quads in a named graph and in the default graph.
fn in_both<'a>(graph: NamedNodeRef<'a>, quads: &'a [Quad]) -> impl Iterator<Item = Quad> + 'a {
    let named = quads.iter().map(move |quad| in_graph(quad, graph));
    named.flat_map(|quad| [quad.into_owned(), everywhere(quad).into_owned()])
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
