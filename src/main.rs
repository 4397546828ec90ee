//! The `circugraph` program.

use circugraph::cli::{Cli, output, run};
use clap::Parser;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::remark(format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Whoever read the result has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io_error = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    io_error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
