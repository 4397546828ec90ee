//! The `circugraph` program: parse, run, report the error, choose the exit code.

use std::process::ExitCode;

/// Reading makes and drops millions of short strings on every core.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    circugraph::cli::main()
}
