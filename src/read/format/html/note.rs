//! Footnotes of a page: short links to a block that begins with the same number.

use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// By the name that links point at: the number and the words of the note.
    notes: BTreeMap<String, (String, String)>,
    /// The blocks that hold notes.
    blocks: BTreeSet<NodeId>,
}

impl Notes {
    pub(super) fn find(page: &Html) -> Self {
        let mut found = Self::default();
        let (Ok(links), Ok(named)) = (Selector::parse("a[href]"), Selector::parse("[id], a[name]"))
        else {
            return found;
        };
        let mut targets: BTreeMap<&str, ElementRef<'_>> = BTreeMap::new();
        for element in page.select(&named) {
            let names = [element.value().attr("id"), element.value().attr("name")];
            for name in names.into_iter().flatten() {
                targets.entry(name).or_insert(element);
            }
        }
        for link in page.select(&links) {
            let Some((name, number)) = reference(link) else {
                continue;
            };
            let Some(target) = targets.get(name.as_str()) else {
                continue;
            };
            // A link from the note back to the text is no reference to a note.
            let Some(block) = block_of(*target).filter(|block| is_after(link, *block)) else {
                continue;
            };
            let words: String = block.text().collect();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let sign = number.as_str();
            let words = words
                .trim_start_matches(['[', '('])
                .strip_prefix(sign)
                .map(|rest| rest.trim_start_matches([']', ')', '.', ' ']).to_owned());
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                found.blocks.insert(block.id());
                found.notes.insert(name, (number, words));
            }
        }
        found
    }

    /// The number and the words of the note that a link refers to, the first time.
    pub(super) fn take(&mut self, link: ElementRef<'_>) -> Option<(String, String)> {
        let (name, _) = reference(link)?;
        self.notes.remove(&name)
    }

    /// True for the block that holds a note.
    pub(super) fn is_note(&self, element: ElementRef<'_>) -> bool {
        self.blocks.contains(&element.id())
    }
}

/// What a link that may refer to a note points at, and its number.
fn reference(link: ElementRef<'_>) -> Option<(String, String)> {
    let name = link.value().attr("href")?.strip_prefix('#')?;
    let words: String = link.text().collect();
    let number = words.trim().trim_matches(['[', ']', '(', ')']);
    let fits = !number.is_empty()
        && number.chars().count() <= 3
        && number
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '*');
    fits.then(|| (name.to_owned(), number.to_owned()))
}

/// The block that a target opens or is.
fn block_of(target: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let is_block = |element: &ElementRef<'_>| {
        matches!(element.value().name(), "p" | "div" | "li" | "dd" | "td")
    };
    if is_block(&target) {
        return Some(target);
    }
    target
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(is_block)
}

/// True when the block does not hold the link, and comes after it.
fn is_after(link: ElementRef<'_>, block: ElementRef<'_>) -> bool {
    let holds = link.ancestors().any(|ancestor| ancestor.id() == block.id());
    !holds && link.id() < block.id()
}
