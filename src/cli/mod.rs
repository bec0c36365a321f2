//! The commands: a window on two articles, or the same reading without one.

mod arguments;
mod check;
mod compare;
mod explain;
pub(crate) mod export;
mod opening;
mod read;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use crate::import;
use arguments::{Arguments, Command};

/// Exit status for bad input, as the public format says.
const BAD_INPUT: u8 = 2;

/// Runs the program on its arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    if let Ok(program) = std::env::current_exe() {
        import::confined::by(program);
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(message) => {
            // Help and version go to standard output with status 0, mistakes to standard error with status 2.
            let _ = message.print();
            return if message.use_stderr() { ExitCode::from(BAD_INPUT) } else { ExitCode::SUCCESS };
        }
    };
    let outcome = match arguments.command {
        Some(Command::Compare(compare)) => compare::run(&compare).and_then(|output| print(&output)),
        Some(Command::Read(read)) => read::run(&read, print),
        Some(Command::Explain(explain)) => explain::run(&explain).and_then(|output| print(&output)),
        Some(Command::Check(check)) => check::run(&check).and_then(|output| print(&output)),
        Some(Command::Export(export)) => export::run(&export).and_then(|told| print(&told)),
        Some(Command::ReadConfined(read)) => import::serve(&read.file, read.part).map_err(|cause| cause.to_string()),
        None => open_window(arguments.files),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("diptych: {message}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Writes to standard output. A reader that went away (`| head`) is no error.
fn print(output: &str) -> Result<(), String> {
    use std::io::{ErrorKind, Write as _};
    match std::io::stdout().lock().write_all(output.as_bytes()) {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => {
            Err(format!("the result could not be written: {cause}; is the disk full?"))
        }
        _ => Ok(()),
    }
}

#[cfg(feature = "desktop")]
fn open_window(files: Vec<std::path::PathBuf>) -> Result<(), String> {
    crate::desktop::run(files)
}

#[cfg(not(feature = "desktop"))]
fn open_window(_files: Vec<std::path::PathBuf>) -> Result<(), String> {
    Err("this build has no window; try `diptych compare LEFT RIGHT`, or build it with its default features".to_owned())
}
