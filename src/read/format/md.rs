//! Markdown: text whose marks the plain form passes over.

use crate::read::layout::Text;
use crate::read::{Options, ReadProblem, encoding};

/// The text as it is, without its byte order mark.
pub(super) fn read(bytes: Vec<u8>, _: &Options) -> Result<Text, ReadProblem> {
    Ok(encoding::decode(bytes)?.into())
}
