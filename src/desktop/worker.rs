//! One named thread that reads and compares, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{exporting, samples};
use crate::comparing::{self, Read};
use crate::import::{Part, Problem, mojibake};
use crate::model::{Article, Correction, Side, Sides};
use crate::workspace::{
    Checked, Command, Compared, Export, Finding, Folder, Offer, Offered, Opened, Origin, Settings, settings,
};
use crate::{import, reading};

/// What a reader is told where the program itself failed.
const OWN_FAULT: &str =
    "this article could not be read: Diptych met a fault of its own. The other column is as it was.";

/// Work that takes longer than this tells how far it has come.
const TOLD_AFTER: Duration = Duration::from_millis(100);

/// Slow work.
#[derive(Debug, Clone)]
pub enum Task {
    /// Open an article for that side.
    Open(Side, u64, Origin),
    /// Read one that is open.
    Read(Side, u64, Arc<Opened>),
    /// Compare two, with the reader's corrections, shared words sought so.
    Compare(u64, Sides<Arc<Opened>>, Vec<Correction>, Finding),
    /// Look for a quotation.
    Check(u64, Sides<Option<Arc<Opened>>>, String),
    /// Write an export.
    Export(u64, Box<Export>),
    /// Stop what goes on for articles that have been closed.
    Cancel,
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

/// Works until the window has gone. What a newer task has overtaken is not done, or not to its end.
fn work(inbox: &Receiver<Task>, replies: &Sender<Command>, wake: &dyn Fn()) {
    while let Ok(first) = inbox.recv() {
        let mut queue = vec![first];
        while !queue.is_empty() {
            queue.extend(inbox.try_iter());
            let task = queue.remove(0);
            if queue.iter().any(|later| overtakes(later, &task)) {
                continue;
            }
            let since = Instant::now();
            let mut watch = |task: &Task, revision: u64, share: f32| {
                queue.extend(inbox.try_iter());
                let goes_on = !queue.iter().any(|later| overtakes(later, task));
                if goes_on && since.elapsed() > TOLD_AFTER && replies.send(Command::Progress(revision, share)).is_ok() {
                    wake();
                }
                goes_on
            };
            let Some(reply) = done(&task, &mut watch) else { continue };
            let offer = mending(&reply);
            for reply in [Some(reply), offer].into_iter().flatten() {
                if replies.send(reply).is_err() {
                    return;
                }
                wake();
            }
        }
    }
}

/// The offer to mend an article whose letters were saved wrongly.
fn mending(reply: &Command) -> Option<Command> {
    let Command::Imported(side, revision, opened) = reply else { return None };
    let damage = mojibake::damage(&opened.article.text)?;
    let mended = match &opened.origin {
        Origin::File(path) => Origin::File(import::path_of_mended(path)),
        Origin::Pasted(text) => Origin::Pasted(mojibake::mended(text)?),
        Origin::Sample(_) => return None,
    };
    Some(Command::Damaged(*side, *revision, format!("{damage}."), mended))
}

/// Whether the answer to the earlier task is wanted no more.
fn overtakes(later: &Task, earlier: &Task) -> bool {
    match (later, earlier) {
        (Task::Open(side, ..), Task::Open(other, ..) | Task::Read(other, ..)) => side == other,
        (Task::Open(..) | Task::Read(..) | Task::Compare(..), Task::Compare(..))
        | (Task::Cancel, Task::Open(..) | Task::Read(..) | Task::Compare(..) | Task::Check(..))
        | (Task::Check(..), Task::Check(..))
        | (Task::Save(..), Task::Save(..)) => true,
        _ => false,
    }
}

/// Hears how much of a task is done, and says whether it is still wanted.
type Watch<'a> = dyn FnMut(&Task, u64, f32) -> bool + 'a;

fn done(task: &Task, watch: &mut Watch<'_>) -> Option<Command> {
    match task.clone() {
        Task::Open(side, revision, origin) => {
            let mut goes_on = || watch(task, revision, 0.0);
            let outcome = catch_unwind(AssertUnwindSafe(|| opened(origin, &mut goes_on)));
            match outcome.unwrap_or_else(|_| Err(Unopened::Said(OWN_FAULT.to_owned()))) {
                Ok(opened) => Some(Command::Imported(side, revision, opened)),
                Err(Unopened::Said(sentence)) => Some(Command::Opened(side, revision, Err(sentence))),
                Err(Unopened::Several(offer)) => Some(Command::Offered(side, revision, offer)),
                Err(Unopened::Document(path)) => Some(Command::FoundDocument(side, revision, path)),
                Err(Unopened::Stopped) => None,
            }
        }
        Task::Read(side, revision, opened) => {
            let mut watch = |share| watch(task, revision, share);
            let outcome = catch_unwind(AssertUnwindSafe(|| reading::read_watched(&opened.article, &mut watch)));
            let read = |reading| Opened { origin: opened.origin.clone(), article: opened.article.clone(), reading };
            match outcome {
                Ok(reading) => reading.map(|reading| Command::Opened(side, revision, Ok(Arc::new(read(reading))))),
                Err(_) => Some(Command::Opened(side, revision, Err(OWN_FAULT.to_owned()))),
            }
        }
        Task::Compare(revision, sides, corrections, finding) => {
            let mut watch = |share| watch(task, revision, share);
            let outcome = catch_unwind(AssertUnwindSafe(|| compare(&sides, &corrections, &finding, &mut watch)));
            let comparing::Corrected { readings: corrected, comparison } =
                outcome.unwrap_or_else(|_| Some(comparing::Corrected::default()))?;
            Some(Command::Compared(revision, Arc::new(Compared::new(sides, corrected, comparison))))
        }
        Task::Check(revision, articles, quotation) => {
            let nothing = Checked { quotation: quotation.clone(), articles: articles.clone(), found: Sides::default() };
            let outcome = catch_unwind(AssertUnwindSafe(|| Checked::new(quotation, articles))).unwrap_or(nothing);
            Some(Command::Checked(revision, Arc::new(outcome)))
        }
        Task::Export(revision, export) => {
            let fault = || Err("The file could not be written: Diptych met a fault of its own.".to_owned());
            let outcome = catch_unwind(AssertUnwindSafe(|| exporting::written(&export))).unwrap_or_else(|_| fault());
            Some(Command::Exported(revision, outcome))
        }
        Task::Cancel => None,
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

/// Why there is no article.
#[derive(Debug)]
enum Unopened {
    /// One sentence.
    Said(String),
    /// One of these is to be chosen.
    Several(Offer),
    /// It is a document of two.
    Document(PathBuf),
    /// Nobody waits for it any more.
    Stopped,
}

fn opened(origin: Origin, goes_on: &mut dyn FnMut() -> bool) -> Result<Arc<Opened>, Unopened> {
    let article = article(&origin, goes_on)?;
    let reading = reading::skim(&article);
    Ok(Arc::new(Opened { origin, article, reading }))
}

fn article(origin: &Origin, goes_on: &mut dyn FnMut() -> bool) -> Result<Article, Unopened> {
    let outcome = match origin {
        Origin::File(path) => import::open_while(path, goes_on),
        Origin::Pasted(text) => import::pasted(text),
        Origin::Sample(name) => {
            let missing = || Unopened::Said(format!("{name} is not among the sample articles."));
            let bytes = samples::bytes(name).ok_or_else(missing)?;
            import::from_bytes(bytes, name)
        }
    };
    outcome.map_err(|error| match (&error.problem, error.path()) {
        (Problem::Stopped, _) => Unopened::Stopped,
        (Problem::Document, Some(file)) => Unopened::Document(file.to_owned()),
        (Problem::Several(parts), Some(file)) => Unopened::Several(offer(file, parts)),
        _ => Unopened::Said(error.to_string()),
    })
}

/// The articles of a file, each with what opens it.
fn offer(file: &Path, parts: &[Part]) -> Offer {
    let offered = |(number, part): (usize, &Part)| {
        let about = &part.metadata;
        let words = format!("{} words", part.words);
        let known = [about.publication.as_deref(), about.byline.as_deref(), about.date.as_deref(), Some(&words)];
        Offered {
            title: about.title.clone().unwrap_or_else(|| format!("Article {number}")),
            detail: known.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            origin: Origin::File(import::path_of_part(file, number)),
        }
    };
    Offer { file: Origin::File(file.to_owned()).name(), articles: (1..).zip(parts).map(offered).collect() }
}

fn compare(
    sides: &Sides<Arc<Opened>>,
    corrections: &[Correction],
    finding: &Finding,
    watch: &mut dyn FnMut(f32) -> bool,
) -> Option<comparing::Corrected> {
    let read = |opened| -> Read<'_> {
        let opened: &Opened = opened;
        Read { article: &opened.article, reading: &opened.reading }
    };
    comparing::compare_watched(Sides::new(read(&sides.left), read(&sides.right)), corrections, finding, watch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "The ferry sinks.\n\nIt sank twice before, the harbour master said.";

    fn read(side: Side, revision: u64) -> Task {
        let origin = Origin::Pasted(WORDS.to_owned());
        Task::Read(side, revision, opened(origin, &mut || true).expect("it has words"))
    }

    /// The revisions that are answered where these tasks wait for the worker.
    fn answered(waiting: Vec<Task>) -> Vec<u64> {
        let (tasks, inbox) = channel();
        let (replies, answers) = channel();
        for task in waiting {
            tasks.send(task).expect("it is open");
        }
        drop(tasks);
        work(&inbox, &replies, &|| {});
        drop(replies);
        let revision = |command| match command {
            Command::Opened(_, revision, _) | Command::Compared(revision, _) | Command::Checked(revision, _) => {
                revision
            }
            other => panic!("{other:?}"),
        };
        answers.into_iter().map(revision).collect()
    }

    #[test]
    fn what_goes_on_for_closed_articles_is_let_go() {
        let Task::Read(_, _, article) = read(Side::Left, 1) else { return };
        let both = Sides::new(Arc::clone(&article), article);
        let compare = Task::Compare(3, both.clone(), Vec::new(), Finding::default());
        let check = Task::Check(4, both.map(Some), "It sank twice".to_owned());
        let before = vec![read(Side::Left, 1), read(Side::Right, 2), compare, check];
        assert_eq!(answered(before.clone()), [1, 2, 3, 4]);
        let closed = before.into_iter().chain([Task::Cancel, read(Side::Left, 5)]).collect();
        assert_eq!(answered(closed), [5]);
    }

    #[test]
    fn a_reading_under_way_ends_when_its_article_is_closed() {
        let task = read(Side::Left, 1);
        assert!(done(&task, &mut |_, _, _| true).is_some());
        assert!(done(&task, &mut |task, _, _| !overtakes(&Task::Cancel, task)).is_none());
    }
}
