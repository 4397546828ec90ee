//! Which store a subcommand works on.

use crate::store::{Store, StoreError};
use clap::Args;
use std::path::PathBuf;

/// `--store DIR`.
#[derive(Debug, Args)]
pub struct StoreArgument {
    /// The store: a directory that `circugraph build` made
    #[arg(long, value_name = "DIR", env = "CIRCUGRAPH_STORE", default_value = "circugraph.store")]
    pub store: PathBuf,
}

impl StoreArgument {
    /// Opens the store to read.
    pub fn open(&self) -> Result<Store, StoreError> {
        Store::open_existing(&self.store)
    }
}
