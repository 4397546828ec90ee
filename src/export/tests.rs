//! Every format writes the same bytes each time, and what it writes can be read back.

use crate::export::{EXPORTERS, Make, by_extension, by_name};
use crate::network::Network;
use crate::store::Store;
use crate::store::name::Names;
use oxigraph::io::{RdfFormat, RdfParser};

const LETTERS: &str = include_str!("../../tests/graphs/letters.trig");

fn letters() -> Store {
    stored(LETTERS.as_bytes(), RdfFormat::TriG)
}

fn stored(bytes: &[u8], format: RdfFormat) -> Store {
    let store = Store::memory().expect("a store in memory");
    let parser = RdfParser::from_format(format).for_slice(bytes);
    let quads = parser.collect::<Result<Vec<_>, _>>().expect("well formed");
    store.replace_graphs(&quads).expect("stored");
    store
}

fn export(store: &Store, make: Make) -> Vec<u8> {
    match make {
        Make::OfStore(make) => make(store).expect("written"),
        Make::OfNetwork(make) => {
            let names = Names::read(store).expect("names");
            make(&Network::whole(store, &names, "en").expect("a network"))
        }
    }
}

#[test]
fn every_format_is_found_and_writes_the_same_bytes_twice() {
    for exporter in EXPORTERS {
        assert_eq!(
            by_name(exporter.name).map(|found| found.name),
            Some(exporter.name)
        );
        assert_eq!(
            by_extension(exporter.extension).map(|found| found.name),
            Some(exporter.name)
        );
        let one = export(&letters(), exporter.make);
        assert!(!one.is_empty());
        assert_eq!(one, export(&letters(), exporter.make), "{}", exporter.name);
    }
}

#[test]
fn quads_come_back_as_they_were() {
    let store = letters();
    for (name, format) in [("nquads", RdfFormat::NQuads), ("trig", RdfFormat::TriG)] {
        let exporter = by_name(name).expect("a format");
        let bytes = export(&store, exporter.make);
        let copy = stored(&bytes, format);
        assert_eq!(export(&copy, exporter.make), bytes);
        assert_eq!(
            copy.count().expect("counted"),
            store.count().expect("counted")
        );
    }
}
