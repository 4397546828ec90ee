//! The `circugraph` program: parse, run, report the error, choose the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    circugraph::cli::main()
}
