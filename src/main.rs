//! Reads the arguments: a window, or a command.

use std::process::ExitCode;

fn main() -> ExitCode {
    diptych::cli::run(std::env::args_os())
}
