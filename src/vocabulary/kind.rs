//! The kinds that a mention can have: classes of the ontology, and a few kinds of words.
//!
//! A kind is named as its class is (`StudyGroup` for `cg:StudyGroup`, `Person` for `foaf:Person`).
//! Each has one character of the private use area, its letter in the typed alphabet that patterns
//! are matched over; a kind stands for its subkinds too.

use oxigraph::model::NamedNodeRef;
use std::collections::HashMap;

/// A kind, by its place in [`Kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind(u16);

/// The first letter of the typed alphabet.
const FIRST_LETTER: u32 = 0xE000;

impl Kind {
    /// The kind's letter in the typed alphabet.
    pub fn letter(self) -> char {
        char::from_u32(FIRST_LETTER + u32::from(self.0)).unwrap_or('\u{E000}')
    }
}

/// Every kind and what it is a kind of.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    names: Vec<String>,
    parents: Vec<Vec<Kind>>,
    /// For each kind, itself and all kinds above it.
    above: Vec<Vec<Kind>>,
    by_name: HashMap<String, Kind>,
}

impl Kinds {
    /// The kind of that name, if there is one.
    pub fn get(&self, name: &str) -> Option<Kind> {
        self.by_name.get(name).copied()
    }

    /// The kind of that name, made if there is none.
    pub fn add(&mut self, name: &str) -> Kind {
        if let Some(kind) = self.get(name) {
            return kind;
        }
        let kind = Kind(u16::try_from(self.names.len()).unwrap_or(u16::MAX));
        self.names.push(name.to_owned());
        self.parents.push(Vec::new());
        self.above.push(vec![kind]);
        self.by_name.insert(name.to_owned(), kind);
        kind
    }

    /// States that every `kind` is also a `parent`.
    pub fn place_under(&mut self, kind: Kind, parent: Kind) {
        let parents = &mut self.parents[usize::from(kind.0)];
        if kind != parent && !parents.contains(&parent) {
            parents.push(parent);
            // Kinds below may be above others by now.
            for index in 0..self.names.len() {
                self.above[index] = self.collect_above(index);
            }
        }
    }

    fn collect_above(&self, index: usize) -> Vec<Kind> {
        let mut above = Vec::new();
        let mut open = vec![index];
        while let Some(next) = open.pop() {
            let kind = u16::try_from(next).map_or(Kind(u16::MAX), Kind);
            if !above.contains(&kind) {
                above.push(kind);
                open.extend(
                    self.parents[next]
                        .iter()
                        .map(|parent| usize::from(parent.0)),
                );
            }
        }
        above
    }

    /// The name of a kind.
    pub fn name(&self, kind: Kind) -> &str {
        &self.names[usize::from(kind.0)]
    }

    /// A kind and all that it is below.
    pub fn above(&self, kind: Kind) -> &[Kind] {
        &self.above[usize::from(kind.0)]
    }

    /// True when `kind` is `ancestor` or below it.
    pub fn is(&self, kind: Kind, ancestor: Kind) -> bool {
        self.above[usize::from(kind.0)].contains(&ancestor)
    }

    /// True when `kind` is the kind named, or below it.
    pub fn is_named(&self, kind: Kind, ancestor: &str) -> bool {
        self.get(ancestor)
            .is_some_and(|ancestor| self.is(kind, ancestor))
    }

    /// The letters of a kind and all kinds below it.
    pub fn letters(&self, kind: Kind) -> String {
        (0..self.names.len())
            .filter_map(|index| u16::try_from(index).ok().map(Kind))
            .filter(|candidate| self.is(*candidate, kind))
            .map(Kind::letter)
            .collect()
    }

    /// The kind whose letter this is.
    pub fn of_letter(&self, letter: char) -> Option<Kind> {
        let index = u32::from(letter).checked_sub(FIRST_LETTER)?;
        let index = u16::try_from(index).ok()?;
        (usize::from(index) < self.names.len()).then_some(Kind(index))
    }

    /// The kind whose name is nearest to a misspelt one.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        self.names
            .iter()
            .map(|known| (strsim::jaro_winkler(known, name), known))
            .filter(|(likeness, _)| *likeness > 0.8)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, known)| known.as_str())
    }
}

/// The name of the kind that a class gives: the part of its IRI after `#` or the last `/`.
pub fn kind_name(class: NamedNodeRef<'_>) -> &str {
    let iri = class.as_str();
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

#[cfg(test)]
mod tests {
    use super::Kinds;

    #[test]
    fn a_kind_stands_for_those_below_it() {
        let mut kinds = Kinds::default();
        let group = kinds.add("Group");
        let focus = kinds.add("FocusGroup");
        let city = kinds.add("City");
        kinds.place_under(focus, group);
        assert!(kinds.is(focus, group) && !kinds.is(city, group));
        assert_eq!(kinds.letters(group).chars().count(), 2);
        assert_eq!(kinds.of_letter(focus.letter()), Some(focus));
        assert_eq!(kinds.of_letter('a'), None);
        assert_eq!(kinds.nearest("FocusGrup"), Some("FocusGroup"));
    }
}
