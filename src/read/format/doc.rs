//! Word files of 1997 to 2003 (`.doc`).

use crate::read::layout::Text;
use crate::read::{Options, ReadProblem, office};
use office_oxide::DocumentFormat;

/// The words of the file, tracked deletions and hidden text left out.
pub(super) fn read(bytes: Vec<u8>, options: &Options) -> Result<Text, ReadProblem> {
    office::read(bytes, DocumentFormat::Doc, "Word 97-2003 file", options)
}
