//! `circugraph remove`: takes a file's facts away, and nothing else.

use super::output::remark;
use super::store::StoreArgs;
use crate::read::shown;
use crate::store::Store;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Take the facts of files away from the store, and nothing else
#[derive(Debug, Args)]
#[command(
    after_help = "Paths are given as `build` was given them; a folder means every file below it. The files themselves\nare not touched, and need not exist any more.\n\nExample:\n  circugraph remove letters/2013-26.txt"
)]
pub(super) struct RemoveArgs {
    /// The files or folders to forget
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &RemoveArgs) -> anyhow::Result<ExitCode> {
    // Nothing is made where there is no store to remove from.
    drop(args.store.open()?);
    let store = Store::create(&args.store.store)?;
    let mut code = ExitCode::SUCCESS;
    let known = store.sources()?;
    for path in &args.paths {
        let path = shown(path);
        let folder = format!("{}/", path.trim_end_matches('/'));
        let meant: Vec<&str> = known
            .iter()
            .map(|source| source.path.as_str())
            .filter(|known| *known == path || known.starts_with(&folder))
            .collect();
        if meant.is_empty() {
            remark(format!(
                "{path}: the store has no letter from this path; `circugraph query letters` lists those it has"
            ));
            code = ExitCode::from(1);
        }
        for path in meant {
            store.remove_path(path)?;
            remark(format!("removed {path}"));
        }
    }
    store.flush()?;
    Ok(code)
}
