//! The thread that keeps what a reader makes: every change on the disk, tried again where the disk says no.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::model::Sides;
use crate::workspace::store::{Bookmark, Change, Document, Fetched, Keeper, KeptArticle, places};
use crate::workspace::{Command, Opened};

/// How long until what could not be saved is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// What a reader is told where the program itself failed.
const OWN_FAULT: &str = "What is kept of these two articles could not be used: Diptych met a fault of its own. What you do \
                         now is in this window alone: save a copy.";

/// What it is asked to do.
#[derive(Debug)]
pub enum Order {
    /// Fetch what is kept of these, and of the document that they come from.
    Fetch(u64, Sides<Arc<Opened>>, Option<PathBuf>),
    /// Keep this change, the so-manieth of the pair that was fetched last.
    Keep(u64, Change),
    /// The pair is left, the reader being there.
    Leave(Bookmark),
    /// Save this document in a file; whether it may replace another.
    Copy(PathBuf, bool, Box<Document>),
}

/// The thread, as long as this lives. It ends when all it was asked is done.
#[derive(Debug)]
pub struct KeepingThread {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl KeepingThread {
    /// Starts it; work is kept in that folder. Answers go to `replies`, each followed by a call of `wake`.
    ///
    /// # Errors
    ///
    /// The system's error where it allows no thread.
    pub fn start(
        folder: Option<PathBuf>,
        replies: Sender<Command>,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let mut desk = Desk { folder, replies, wake: Box::new(wake), open: None, left: Vec::new() };
        let thread = thread::Builder::new().name("diptych-keeper".to_owned()).spawn(move || desk.work(&inbox))?;
        Ok(Self { orders: Some(orders), thread: Some(thread) })
    }

    /// Asks for something to be done.
    pub fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread lives as long as this.
            let _ = orders.send(order);
        }
    }
}

impl Drop for KeepingThread {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Desk {
    folder: Option<PathBuf>,
    replies: Sender<Command>,
    wake: Box<dyn Fn() + Send>,
    /// The pair that is open, and the number of the last change that it was given.
    open: Option<(Keeper, u64)>,
    /// Pairs that were left and are not wholly on the disk, with where the reader was.
    left: Vec<(Keeper, Bookmark)>,
}

impl Desk {
    fn work(&mut self, inbox: &Receiver<Order>) {
        loop {
            let order = if self.is_in_trouble() {
                inbox.recv_timeout(RETRY_AFTER)
            } else {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match order {
                Ok(order) => self.carry_out(order),
                Err(RecvTimeoutError::Timeout) => self.try_again(),
                Err(RecvTimeoutError::Disconnected) => return self.try_again(),
            }
        }
    }

    fn is_in_trouble(&self) -> bool {
        !self.left.is_empty() || self.open.as_ref().is_some_and(|(keeper, _)| !keeper.is_kept())
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Fetch(revision, sides, document) => {
                let fetched = catch_unwind(AssertUnwindSafe(|| self.fetch(&sides, document))).unwrap_or_else(|_| {
                    self.open = None;
                    Fetched { told: vec![OWN_FAULT.to_owned()], ..Fetched::default() }
                });
                self.reply(Command::Fetched(revision, Box::new(fetched)));
            }
            Order::Keep(number, change) => {
                let outcome = match &mut self.open {
                    Some((keeper, last)) => {
                        *last = number;
                        keeper.keep(change).map(|_| number).map_err(|error| error.to_string())
                    }
                    None => Err(OWN_FAULT.to_owned()),
                };
                self.reply(Command::Kept(outcome));
            }
            Order::Leave(bookmark) => {
                if let Some((mut keeper, _)) = self.open.take()
                    && keeper.close(bookmark.clone()).is_err()
                {
                    self.left.push((keeper, bookmark));
                }
            }
            Order::Copy(path, replaces, document) => {
                let outcome = if path.exists() && !replaces {
                    Err(format!("“{}” is there already: give the copy another name.", path.display()))
                } else {
                    document.save_as(&path).map_err(|error| error.to_string())
                };
                self.reply(Command::CopySaved(outcome.map(|()| path)));
            }
        }
    }

    fn fetch(&mut self, sides: &Sides<Arc<Opened>>, document: Option<PathBuf>) -> Fetched {
        self.open = None;
        let Some(folder) = self.folder.clone() else { return Fetched::default() };
        let kept = |opened: &Opened| KeptArticle::new(opened.origin.name(), opened.article.clone());
        let articles = Sides::new(kept(&sides.left), kept(&sides.right));
        let name = places([&sides.left.origin, &sides.right.origin]);
        let still_here = self.left.iter().position(|(keeper, _)| keeper.is_of(&articles));
        let (mut keeper, mut told) = if let Some(index) = still_here {
            (self.left.remove(index).0.turned(articles), Vec::new())
        } else {
            let (keeper, fetched) = Keeper::open(&folder, articles, name);
            (keeper, fetched.told)
        };
        if let Some(path) = document {
            match keeper.take_in(&path) {
                Ok(left_out) => told.extend(left_out.map(|left_out| left_out.to_string())),
                Err(error) => told.push(error.to_string()),
            }
            // Where this fails the next change tells.
            let _ = keeper.retry();
        }
        let fetched = keeper.fetched(told);
        self.open = Some((keeper, 0));
        fetched
    }

    fn try_again(&mut self) {
        self.left.retain_mut(|(keeper, bookmark)| keeper.close(bookmark.clone()).is_err());
        let Some((keeper, number)) = &mut self.open else { return };
        if keeper.is_kept() {
            return;
        }
        let outcome = keeper.retry().map(|_| *number).map_err(|error| error.to_string());
        self.reply(Command::Kept(outcome));
    }

    fn reply(&self, command: Command) {
        // The window may be gone: then nobody waits for the answer.
        if self.replies.send(command).is_ok() {
            (self.wake)();
        }
    }
}
