//! One named thread that reads and compares, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::samples;
use crate::comparing::{self, Read};
use crate::model::{Article, Correction, Side, Sides};
use crate::workspace::{Checked, Command, Compared, Finding, Folder, Opened, Origin, Settings, settings};
use crate::{import, reading};

/// What a reader is told where the program itself failed.
const OWN_FAULT: &str =
    "this article could not be read: Diptych met a fault of its own. The other column is as it was.";

/// Slow work.
#[derive(Debug)]
pub enum Task {
    /// Read an article for that side.
    Open(Side, u64, Origin),
    /// Compare two, with the reader's corrections, shared words sought so.
    Compare(u64, Sides<Arc<Opened>>, Vec<Correction>, Finding),
    /// Look for a quotation.
    Check(u64, Sides<Option<Arc<Opened>>>, String),
    /// List a folder's articles.
    ReadFolder(u64, PathBuf),
    /// Write the settings down.
    Save(Box<Settings>, PathBuf),
}

/// Starts the thread. Answers go to `replies`, each followed by a call of `wake`.
///
/// # Errors
///
/// The system's error where it allows no thread.
pub fn start(replies: Sender<Command>, wake: impl Fn() + Send + 'static) -> std::io::Result<Sender<Task>> {
    let (tasks, inbox) = channel();
    thread::Builder::new().name("diptych-worker".to_owned()).spawn(move || work(&inbox, &replies, &wake))?;
    Ok(tasks)
}

/// Works until the window has gone. What a newer task of its kind has overtaken is not done.
fn work(inbox: &Receiver<Task>, replies: &Sender<Command>, wake: &dyn Fn()) {
    while let Ok(first) = inbox.recv() {
        let mut queue = vec![first];
        while !queue.is_empty() {
            queue.extend(inbox.try_iter());
            let task = queue.remove(0);
            if queue.iter().any(|later| overtakes(later, &task)) {
                continue;
            }
            if let Some(reply) = done(task) {
                if replies.send(reply).is_err() {
                    return;
                }
                wake();
            }
        }
    }
}

/// Whether the answer to the earlier task is wanted no more.
fn overtakes(later: &Task, earlier: &Task) -> bool {
    matches!(
        (later, earlier),
        (Task::Compare(..), Task::Compare(..)) | (Task::Check(..), Task::Check(..)) | (Task::Save(..), Task::Save(..))
    )
}

fn done(task: Task) -> Option<Command> {
    match task {
        Task::Open(side, revision, origin) => {
            let outcome = catch_unwind(AssertUnwindSafe(|| opened(origin)));
            Some(Command::Opened(side, revision, outcome.unwrap_or_else(|_| Err(OWN_FAULT.to_owned()))))
        }
        Task::Compare(revision, sides, corrections, finding) => {
            let outcome =
                catch_unwind(AssertUnwindSafe(|| compare(&sides, &corrections, &finding))).unwrap_or_default();
            let comparing::Corrected { readings: corrected, comparison } = outcome;
            Some(Command::Compared(revision, Arc::new(Compared::new(sides, corrected, comparison))))
        }
        Task::Check(revision, articles, quotation) => {
            let nothing = Checked { quotation: quotation.clone(), articles: articles.clone(), found: Sides::default() };
            let outcome = catch_unwind(AssertUnwindSafe(|| Checked::new(quotation, articles))).unwrap_or(nothing);
            Some(Command::Checked(revision, Arc::new(outcome)))
        }
        Task::ReadFolder(revision, path) => {
            let outcome = import::folder(&path).map(|articles| Folder { path, articles });
            Some(Command::FolderRead(revision, outcome.map_err(|error| error.to_string())))
        }
        Task::Save(settings, path) => {
            let outcome = settings::save(&settings, &path);
            let sentence = |cause| format!("The settings could not be saved in {}: {cause}.", path.display());
            outcome.err().map(|cause| Command::Failed(Side::Left, sentence(cause)))
        }
    }
}

fn opened(origin: Origin) -> Result<Arc<Opened>, String> {
    let article = article(&origin)?;
    let reading = reading::read(&article);
    Ok(Arc::new(Opened { origin, article, reading }))
}

fn article(origin: &Origin) -> Result<Article, String> {
    let outcome = match origin {
        Origin::File(path) => import::open(path),
        Origin::Pasted(text) => import::pasted(text),
        Origin::Sample(name) => {
            let bytes = samples::bytes(name).ok_or_else(|| format!("{name} is not among the sample articles."))?;
            import::from_bytes(bytes, name)
        }
    };
    outcome.map_err(|error| error.to_string())
}

fn compare(sides: &Sides<Arc<Opened>>, corrections: &[Correction], finding: &Finding) -> comparing::Corrected {
    let read = |opened| -> Read<'_> {
        let opened: &Opened = opened;
        Read { article: &opened.article, reading: &opened.reading }
    };
    comparing::compare_corrected_with(Sides::new(read(&sides.left), read(&sides.right)), corrections, finding)
}
