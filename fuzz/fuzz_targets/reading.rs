//! What every target asks of reading: no panic, and every page begins inside the text.

use circugraph::document::cue::PartCues;
use circugraph::knowledge::Knowledge;
use circugraph::read::{self, Limits, Options};
use std::sync::LazyLock;

static CUES: LazyLock<PartCues> =
    LazyLock::new(|| PartCues::load(&Knowledge::embedded()).expect("the cues are right"));

/// Reads bytes as a file of the kind that they begin as; `first` makes them begin as one kind.
pub fn read(first: &[u8], data: &[u8]) {
    let options = Options {
        limits: Limits {
            size: 16 << 20,
            seconds: 20,
            ..Limits::default()
        },
        ..Options::default()
    };
    let bytes = if data.starts_with(first) {
        data.to_vec()
    } else {
        [first, data].concat()
    };
    match read::read_bytes("letter", bytes, &options, &CUES) {
        Ok(document) => {
            assert!(document.pages.iter().all(|page| *page <= document.text.len()));
            for part in &document.parts {
                assert!(document.text.get(part.span.start..part.span.end).is_some());
            }
        }
        // A reader that panics has told so already: the hook of the fuzzer ends the run.
        Err(problem) => drop(problem.to_string()),
    }
}
