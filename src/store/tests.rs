//! A store keeps what it is given, whole, and says plainly when it cannot be opened.

use crate::namespace::{cg, rdfs, source_graph};
use crate::store::name::Names;
use crate::store::{Change, Statement, Store, StoreError};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad};

fn node(local: &str) -> NamedNode {
    crate::namespace::identifier(local.split('/'))
}

fn path_quad(graph: &NamedNode, path: &str) -> Quad {
    Quad::new(node("file/1"), cg::PATH, Literal::from(path), graph.clone())
}

fn fact(graph: &NamedNode, person: &str) -> Quad {
    Quad::new(node(person), cg::CHAIRS, node("group/tsag"), graph.clone())
}

fn contents(store: &Store, graph: NamedNodeRef<'_>) -> Vec<String> {
    let quads = store.graph(graph).expect("the graph can be read");
    let mut lines: Vec<String> = quads.iter().map(ToString::to_string).collect();
    lines.sort();
    lines
}

#[test]
fn a_graph_is_replaced_whole() {
    let store = Store::memory().expect("a store in memory");
    let graph = source_graph("0123456789abcdef0");
    let one = [fact(&graph, "person/one"), fact(&graph, "person/two")];
    let change = |quads: &[Quad]| store.replace_graph(graph.as_ref(), quads).expect("written");
    assert_eq!(change(&one), Change::Added);
    assert_eq!(change(&one), Change::Unchanged);
    assert_eq!(change(&one[..1]), Change::Replaced);
    assert_eq!(contents(&store, graph.as_ref()), [one[0].to_string()]);
    assert!(store.remove_graph(graph.as_ref()).expect("removed"));
    assert!(
        !store
            .remove_graph(graph.as_ref())
            .expect("nothing to remove")
    );
    assert_eq!(store.count().expect("counted"), 0);
}

#[test]
fn what_two_letters_state_is_there_once_until_neither_does() {
    let store = Store::memory().expect("a store in memory");
    let graphs = ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"].map(source_graph);
    for graph in &graphs {
        store
            .replace_graph(graph.as_ref(), &[fact(graph, "person/one")])
            .expect("written");
    }
    let seen = || store.triples_with(cg::CHAIRS).count();
    assert_eq!((seen(), store.count().expect("counted")), (1, 2));
    store.remove_graph(graphs[0].as_ref()).expect("removed");
    assert_eq!(seen(), 1);
    store
        .replace_graph(graphs[1].as_ref(), &[fact(&graphs[1], "person/two")])
        .expect("written");
    assert_eq!(seen(), 1);
    store.remove_graph(graphs[1].as_ref()).expect("removed");
    assert_eq!(seen(), 0);
}

#[test]
fn the_same_words_at_two_paths_are_one_graph() {
    let store = Store::memory().expect("a store in memory");
    let graph = source_graph("aaaaaaaaaaaaaaaa");
    for path in ["a.txt", "b.txt"] {
        let quads = [path_quad(&graph, path), fact(&graph, "person/one")];
        store
            .replace_source(path, graph.as_ref(), &quads)
            .expect("written");
    }
    assert_eq!(contents(&store, graph.as_ref()).len(), 3);
    assert!(store.remove_path("a.txt").expect("removed"));
    assert_eq!(contents(&store, graph.as_ref()).len(), 2);
    assert_eq!(store.sources().expect("sources")[0].path, "b.txt");
    assert!(store.remove_path("b.txt").expect("removed"));
    assert_eq!(store.count().expect("counted"), 0);
}

#[test]
fn new_words_at_a_path_replace_the_old() {
    let store = Store::memory().expect("a store in memory");
    let (old, new) = (
        source_graph("aaaaaaaaaaaaaaaa"),
        source_graph("bbbbbbbbbbbbbbbb"),
    );
    let put = |graph: &NamedNode, person: &str| {
        let quads = [path_quad(graph, "a.txt"), fact(graph, person)];
        store
            .replace_source("a.txt", graph.as_ref(), &quads)
            .expect("written")
    };
    assert_eq!(put(&old, "person/one"), Change::Added);
    assert_eq!(put(&old, "person/one"), Change::Unchanged);
    assert_eq!(put(&new, "person/two"), Change::Replaced);
    assert!(contents(&store, old.as_ref()).is_empty());
    assert_eq!(store.graphs_of_path("a.txt").expect("sources").len(), 1);
}

#[test]
fn a_directory_that_is_no_store_is_left_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let missing = directory.path().join("none");
    assert!(matches!(
        Store::open_existing(&missing),
        Err(StoreError::Missing(_))
    ));
    std::fs::write(directory.path().join("letter.txt"), "words").expect("written");
    assert!(matches!(
        Store::create(directory.path()),
        Err(StoreError::NotAStore(_))
    ));
    assert!(matches!(
        Store::open_existing(directory.path()),
        Err(StoreError::NotAStore(_))
    ));
}

#[test]
fn another_format_is_named() {
    let directory = tempfile::tempdir().expect("a directory");
    let marker = directory.path().join("circugraph.json");
    std::fs::write(marker, "{\"format\":7}").expect("written");
    let error = Store::open_existing(directory.path())
        .err()
        .expect("an error")
        .to_string();
    assert!(
        error.contains("has format 7") && error.contains("build again"),
        "{error}"
    );
}

#[cfg(feature = "disk")]
#[test]
fn one_writes_or_many_read() {
    let directory = tempfile::tempdir().expect("a directory");
    let graph = source_graph("aaaaaaaaaaaaaaaa");
    let writer = Store::create(directory.path()).expect("made");
    writer
        .replace_graph(graph.as_ref(), &[fact(&graph, "person/one")])
        .expect("written");
    writer.flush().expect("flushed");
    let locked =
        |result: Result<Store, StoreError>| matches!(result, Err(StoreError::Locked { .. }));
    assert!(locked(Store::create(directory.path())));
    assert!(locked(Store::open_existing(directory.path())));
    drop(writer);
    let one = Store::open_existing(directory.path()).expect("opened");
    let two = Store::open_existing(directory.path()).expect("opened beside it");
    assert!(locked(Store::create(directory.path())));
    assert_eq!(
        (one.count().expect("read"), two.count().expect("read")),
        (1, 1)
    );
}

#[cfg(feature = "disk")]
#[test]
fn names_are_kept_until_somebody_writes() {
    let directory = tempfile::tempdir().expect("a directory");
    let kept = directory.path().join("circugraph.names");
    let write = |label: &str, ends_well: bool| {
        let store = Store::create(directory.path()).expect("opened to write");
        assert!(!kept.exists());
        let graph = source_graph("aaaaaaaaaaaaaaaa");
        let label = Literal::new_language_tagged_literal(label, "en").expect("a literal");
        let quad = Quad::new(node("group/tsag"), rdfs::LABEL, label, graph.clone());
        store
            .replace_graph(graph.as_ref(), &[quad])
            .expect("written");
        if ends_well {
            store.flush().expect("flushed");
        }
        assert_eq!(kept.exists(), ends_well);
    };
    let found = |name: &str| {
        let store = Store::open_existing(directory.path()).expect("opened");
        let names = Names::read(&store).expect("names");
        let things = names.find(name);
        things
            .first()
            .map(|thing| names.label_or_iri(thing.as_ref(), "fr"))
    };
    write("The Group", true);
    assert_eq!(found("the group").as_deref(), Some("The Group"));
    write("Another\nGroup", false);
    assert_eq!(found("the group"), None);
    assert_eq!(found("Another Group").as_deref(), Some("Another Group"));
    write("A third", true);
    assert_eq!(found("a third").as_deref(), Some("A third"));
    std::fs::write(&kept, "what nobody wrote").expect("written");
    assert_eq!(found("a third").as_deref(), Some("A third"));
}

#[test]
fn many_new_graphs_are_written_at_once() {
    let store = Store::memory().expect("a store in memory");
    let graphs: Vec<NamedNode> = (0..20)
        .map(|number| source_graph(&format!("{number:016x}")))
        .collect();
    let paths: Vec<String> = (0..20).map(|number| format!("{number}.txt")).collect();
    let stated: Vec<[Quad; 2]> = graphs
        .iter()
        .zip(&paths)
        .map(|(graph, path)| [path_quad(graph, path), fact(graph, "person/one")])
        .collect();
    let statements: Vec<Statement<'_>> = (0..20)
        .map(|number| Statement {
            path: &paths[number],
            graph: graphs[number].as_ref(),
            quads: &stated[number],
        })
        .collect();
    let change = |statements| store.replace_sources(statements).expect("written");
    assert_eq!(change(&statements[..3]), [Change::Added; 3]);
    let changes = change(&statements);
    assert_eq!(changes[..3], [Change::Unchanged; 3]);
    assert_eq!(changes[3..], [Change::Added; 17]);
    assert_eq!(store.count().expect("counted"), 40);
    assert_eq!(store.triples_with(cg::CHAIRS).count(), 1);
    assert_eq!(store.sources().expect("listed").len(), 20);
}
