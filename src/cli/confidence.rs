//! `--min-confidence`: how sure a fact must be to count.

use crate::cli::store::StoreArgs;
use crate::store::{Store, StoreError};
use clap::Args;

/// For subcommands that read letters.
#[derive(Debug, Args)]
pub(super) struct ConfidenceArgs {
    /// Leave out what is stated with less confidence, from 0 to 1; rules mostly state 0.9, the form
    /// of a name 0.95, guesses 0.7 and less
    #[arg(long, value_name = "X", value_parser = from_0_to_1)]
    pub(super) min_confidence: Option<f64>,
}

/// For subcommands that read a store.
#[derive(Debug, Args)]
pub(super) struct ConfidentStoreArgs {
    #[command(flatten)]
    store: StoreArgs,
    /// Answer as if facts stated with less confidence were not there, from 0 to 1; of a fact that
    /// several letters state the best counts. Copies the store into memory first, which takes time
    #[arg(long, value_name = "X", value_parser = from_0_to_1)]
    min_confidence: Option<f64>,
}

impl ConfidentStoreArgs {
    /// Opens the store to read, or a copy of it without what is not sure enough.
    pub(super) fn open(&self) -> Result<Store, StoreError> {
        let store = self.store.open()?;
        match self.min_confidence {
            Some(least) => store.confident(least),
            None => Ok(store),
        }
    }
}

/// Reads a share, such as a confidence or a score.
pub(super) fn from_0_to_1(text: &str) -> Result<f64, String> {
    let number = text
        .parse()
        .ok()
        .filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "give a number from 0 to 1, such as 0.8".to_owned())
}
