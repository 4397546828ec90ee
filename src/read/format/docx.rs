//! Word files since 2007 (`.docx`).

use crate::read::layout::Text;
use crate::read::{Options, ReadProblem, office};
use office_oxide::DocumentFormat;

/// The words of the file, tracked deletions and hidden text left out.
pub(super) fn read(bytes: Vec<u8>, options: &Options) -> Result<Text, ReadProblem> {
    office::read(bytes, DocumentFormat::Docx, "Word file", options)
}
