//! Reading a file in a process of its own: what a hostile file does there, it does to nobody else.
//!
//! The program runs itself on the file, with limits on memory and time, and takes the article from its output. A parser
//! that crashes, overflows its stack, eats memory or never ends takes that process with it and nothing more; a reader
//! who closes the file stops it. Where no program has been named (in tests, in other programs that use this library)
//! a thread with a deep stack does the same work, and only panics are caught.

use std::io::{Read, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::contents::Part;
use super::error::Problem;
use super::limits::{LARGEST_ANSWER_BYTES, LONGEST_READING, MOST_MEMORY_BYTES, STACK_BYTES};
use crate::model::{Article, WrittenArticle};

/// The hidden command by which the program reads a file for itself.
pub const COMMAND: &str = "read-confined";

/// How often the reader's wish to go on is asked.
const ASKED_EVERY: Duration = Duration::from_millis(20);

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that has [`COMMAND`], as its `main` does. The first name stays.
pub fn by(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// What the other process says.
#[derive(Serialize, Deserialize)]
enum Answer {
    Article(WrittenArticle),
    Several(Vec<Part>),
    NoPart(usize, usize),
    Empty,
    /// A sentence's end for the person.
    Refused(String),
}

/// Runs `read` on the file, confined if it can be. `goes_on` is asked whether the article is still wanted.
///
/// # Errors
///
/// What `read` says; [`Problem::Died`], [`Problem::TooSlow`] or [`Problem::Stopped`] where it came to no end of its own.
pub fn run(
    file: &Path,
    part: Option<usize>,
    goes_on: &mut dyn FnMut() -> bool,
    read: impl FnOnce() -> Result<Article, Problem> + Send + 'static,
) -> Result<Article, Problem> {
    match PROGRAM.get().and_then(|program| spawn(program, file, part)) {
        Some(child) => answer_of(child, goes_on),
        None => deep(read),
    }
}

/// On a thread whose stack bears deep nesting.
fn deep(read: impl FnOnce() -> Result<Article, Problem> + Send + 'static) -> Result<Article, Problem> {
    let guarded = move || catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Problem::Died));
    let thread = thread::Builder::new().name("diptych-import".to_owned()).stack_size(STACK_BYTES);
    match thread.spawn(guarded) {
        Ok(running) => running.join().unwrap_or(Err(Problem::Died)),
        Err(cause) => Err(Problem::Unreadable(cause)),
    }
}

/// None where the system starts no process.
fn spawn(program: &Path, file: &Path, part: Option<usize>) -> Option<Child> {
    let mut command = Command::new(program);
    command.arg(COMMAND).arg(file);
    if let Some(part) = part {
        command.args(["--part", &part.to_string()]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    without_console(&mut command);
    command.spawn().ok()
}

#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_console(_command: &mut Command) {}

fn answer_of(mut child: Child, goes_on: &mut dyn FnMut() -> bool) -> Result<Article, Problem> {
    let outcome = output_of(&mut child).ok_or(Problem::Died).and_then(|output| awaited(&output, goes_on));
    // Dead or not, it is asked to end and buried: no process outlives its file.
    let _ = child.kill();
    let _ = child.wait();
    match serde_json::from_slice(&outcome?) {
        Ok(Answer::Article(sent)) => sent.sound().ok_or(Problem::Died),
        Ok(Answer::Several(parts)) => Err(Problem::Several(parts)),
        Ok(Answer::NoPart(part, count)) => Err(Problem::NoPart { part, count }),
        Ok(Answer::Empty) => Err(Problem::Empty),
        Ok(Answer::Refused(sentence)) => Err(Problem::Said(sentence)),
        Err(_) => Err(Problem::Died),
    }
}

/// Its output, once it has ended, of bounded length.
fn output_of(child: &mut Child) -> Option<Receiver<Vec<u8>>> {
    let output = child.stdout.take()?.take(LARGEST_ANSWER_BYTES);
    let (sender, receiver) = channel();
    let read = move || {
        let mut bytes = Vec::new();
        let mut output = output;
        if output.read_to_end(&mut bytes).is_ok() {
            let _ = sender.send(bytes);
        }
    };
    thread::Builder::new().name("diptych-answer".to_owned()).spawn(read).ok()?;
    Some(receiver)
}

fn awaited(output: &Receiver<Vec<u8>>, goes_on: &mut dyn FnMut() -> bool) -> Result<Vec<u8>, Problem> {
    let end = Instant::now() + LONGEST_READING;
    loop {
        match output.recv_timeout(ASKED_EVERY) {
            Ok(bytes) => return Ok(bytes),
            Err(RecvTimeoutError::Disconnected) => return Err(Problem::Died),
            Err(RecvTimeoutError::Timeout) if Instant::now() > end => return Err(Problem::TooSlow),
            Err(RecvTimeoutError::Timeout) if !goes_on() => return Err(Problem::Stopped),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// The other process's whole work: reads the file and writes the answer to standard output.
///
/// # Errors
///
/// The system's error where the answer cannot be written.
pub fn serve(read: impl FnOnce() -> Result<Article, Problem> + Send + 'static) -> std::io::Result<()> {
    limit();
    let answer = match deep(read) {
        Ok(article) => Answer::Article((&article).into()),
        Err(Problem::Several(parts)) => Answer::Several(parts),
        Err(Problem::NoPart { part, count }) => Answer::NoPart(part, count),
        Err(Problem::Empty) => Answer::Empty,
        Err(problem) => Answer::Refused(problem.to_string()),
    };
    let mut output = std::io::stdout().lock();
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}

/// Memory and processor time, by the system. Where it has no such limits, time alone is bounded, by the other side.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |value| Rlimit { current: Some(value), maximum: Some(value) };
    let _ = setrlimit(Resource::Data, most(MOST_MEMORY_BYTES));
    let _ = setrlimit(Resource::Cpu, most(LONGEST_READING.as_secs() + 1));
    // A parser that dies leaves no image of its memory on the disk.
    let _ = setrlimit(Resource::Core, most(0));
}

#[cfg(not(unix))]
fn limit() {}
