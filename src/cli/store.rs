//! Which store a subcommand works on.

use crate::store::{Store, StoreError};
use clap::Args;
use std::path::PathBuf;

/// `--store DIR`.
#[derive(Debug, Args)]
pub(super) struct StoreArgs {
    /// The store: a directory that `circugraph build` made
    #[arg(
        long,
        value_name = "DIR",
        env = "CIRCUGRAPH_STORE",
        default_value = "circugraph.store"
    )]
    pub(super) store: PathBuf,
}

impl StoreArgs {
    /// Opens the store to read.
    pub(super) fn open(&self) -> Result<Store, StoreError> {
        Store::open_existing(&self.store)
    }
}
