//! One pair's work on the disk: read when the pair is opened, every change in the journal before it is acknowledged, the
//! document written anew now and then.

use std::fs;
use std::path::{Path, PathBuf};

use super::document::{Bookmark, Document, DocumentError, KeptArticle, LeftOut};
use super::error::StoreError;
use super::journal::{Change, Journal, Line, Replay};
use super::lock::Lock;
use super::reanchoring::Unplaced;
use super::whereabouts::{Whereabouts, is_there};
use super::whole::{Audience, write_whole};
use crate::model::{ArticleKey, Edit, Sides};
use crate::workspace::Log;

/// After so many lines of the journal the document is written anew: few enough to read again at once, enough that
/// writing two articles anew is not what a reader waits for.
const LINES_A_DOCUMENT: usize = 200;

/// How many lost passages are told of by their words.
const LISTED: usize = 5;

/// What was kept of a pair that is opened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fetched {
    /// What was done.
    pub log: Log,
    /// Where the reader was.
    pub bookmark: Bookmark,
    /// What has no place in the articles as they are now.
    pub unplaced: Vec<Unplaced>,
    /// The earlier texts that it was made on.
    pub earlier: Vec<KeptArticle>,
    /// Sentences for the reader: what was recovered, set aside, refused.
    pub told: Vec<String>,
}

/// What is kept in that folder of these articles, by their words or else by the name of their places. Nothing is taken up:
/// a window may be writing it meanwhile.
///
/// # Errors
///
/// Why it cannot be read.
pub fn kept(folder: &Path, articles: Sides<KeptArticle>, places: Option<&str>) -> Result<Option<Document>, StoreError> {
    let Some(at) = Whereabouts::find(folder, [articles.left.key, articles.right.key], places) else { return Ok(None) };
    Ok(Kept::read(&at)?.and_then(|kept| kept.document.on(articles)))
}

/// Keeps one pair's work, from when it is opened until it is closed.
#[derive(Debug)]
pub struct Keeper {
    at: Whereabouts,
    places: Option<String>,
    document: Document,
    /// Changes that are in no file yet.
    pending: Vec<Line>,
    lock: Option<Lock>,
    /// None as long as the document must be written before anything can be appended.
    journal: Option<Journal>,
    journal_lines: usize,
    /// Why nothing may be written there.
    refused: Option<String>,
    /// Whether the document on the disk says all that the journal does not.
    is_written: bool,
}

impl Keeper {
    /// Opens what is kept in that folder of these articles, by their words or else by the name of their places.
    /// Whatever is wrong there, the work goes on, in memory if need be, and the reader is told.
    pub fn open(folder: &Path, articles: Sides<KeptArticle>, places: Option<String>) -> (Keeper, Fetched) {
        let keys = [articles.left.key, articles.right.key];
        if let Some(at) = Whereabouts::find(folder, keys, places.as_deref()) {
            let mut told = Vec::new();
            let mut keeper = Keeper::new(at, places.clone(), articles.clone());
            if keeper.take_up(articles.clone(), &mut told) {
                let fetched = keeper.fetched(told);
                return (keeper, fetched);
            }
        }
        let mut keeper = Keeper::new(Whereabouts::new(folder, keys), places, articles);
        // A folder that cannot be made is told of when there is something to save.
        let told = keeper.take_lock().err().filter(|error| matches!(error, StoreError::AnotherWindow));
        let fetched = keeper.fetched(told.map(|error| error.to_string()).into_iter().collect());
        (keeper, fetched)
    }

    fn new(at: Whereabouts, places: Option<String>, articles: Sides<KeptArticle>) -> Self {
        Self {
            at,
            places,
            document: Document::new(articles),
            pending: Vec::new(),
            lock: None,
            journal: None,
            journal_lines: 0,
            refused: None,
            is_written: false,
        }
    }

    /// What there is now, and what is to be told of it.
    pub fn fetched(&self, told: Vec<String>) -> Fetched {
        let document = &self.document;
        Fetched {
            log: document.log.clone(),
            bookmark: document.bookmark.clone(),
            unplaced: document.unplaced(),
            earlier: document.earlier.clone(),
            told,
        }
    }

    /// Whether it keeps the work on these two, on whichever side they stand.
    pub fn is_of(&self, articles: &Sides<KeptArticle>) -> bool {
        let mut keys = [articles.left.key, articles.right.key];
        let mut own = self.document.keys();
        keys.sort();
        own.sort();
        keys == own
    }

    /// The same for these two, which are its own on whichever side.
    #[must_use]
    pub fn turned(mut self, articles: Sides<KeptArticle>) -> Self {
        if let Some(document) = self.document.clone().on(articles) {
            self.document = document;
        }
        self
    }

    /// Reads what is there; false where it is of other articles.
    fn take_up(&mut self, articles: Sides<KeptArticle>, told: &mut Vec<String>) -> bool {
        if let Err(error) = self.take_lock() {
            told.push(error.to_string());
        }
        match Kept::read(&self.at) {
            Ok(Some(kept)) => {
                let before = (kept.document.keys(), kept.document.changes);
                let Some(document) = kept.document.clone().on(articles) else { return false };
                let is_other = (document.keys(), document.changes) != before;
                told.extend(kept.told(&self.at, self.lock.is_some()));
                if is_other {
                    told.extend(told_of_move(&kept.document, &document));
                }
                self.document = document;
                self.begin(&kept, is_other);
            }
            Ok(None) => {}
            Err(StoreError::Unreadable { path, problem }) => self.put_aside(&path, &problem, told),
            Err(error) => self.refuse(error.to_string(), told),
        }
        true
    }

    /// Goes on where the files end. A journal that has lines goes into the document first.
    fn begin(&mut self, kept: &Kept, is_other: bool) {
        if self.lock.is_none() {
            return;
        }
        self.at.sweep();
        let is_clean = kept.recovered == 0 && !kept.is_damaged && !is_other && kept.whole_bytes == 0;
        if is_clean || (self.settle().is_err() && !kept.is_damaged && !is_other) {
            self.is_written = true;
            self.journal = Journal::open(self.at.journal(), kept.whole_bytes).ok();
        }
    }

    /// A document that cannot be read is never written over.
    fn put_aside(&mut self, path: &Path, problem: &DocumentError, told: &mut Vec<String>) {
        let sentence = format!("What was kept on these two articles {problem}.");
        let is_damaged = !matches!(problem, DocumentError::System(_) | DocumentError::Newer { .. });
        if !is_damaged || self.lock.is_none() {
            return self.refuse(sentence, told);
        }
        let aside = [path.to_owned(), self.at.journal()].map(|path| path.exists().then(|| self.at.set_aside(&path)));
        let mut names: Vec<PathBuf> = Vec::new();
        for outcome in aside.into_iter().flatten() {
            match outcome {
                Ok(name) => names.push(name),
                Err(cause) => return self.refuse(format!("{sentence} ({cause})"), told),
            }
        }
        let names: Vec<String> = names.iter().map(|name| format!("“{}”", name.display())).collect();
        told.push(format!("{sentence} It is kept aside as {}, and you begin anew.", names.join(" and ")));
    }

    fn refuse(&mut self, problem: String, told: &mut Vec<String>) {
        let refused = StoreError::Refused { problem: problem.clone() };
        self.refused = Some(problem);
        told.push(refused.to_string());
    }

    /// Takes a document's work in, the reader having opened it from a file: what both have once, what either has too.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, or is of other articles.
    pub fn take_in(&mut self, path: &Path) -> Result<Option<LeftOut>, StoreError> {
        let (document, left_out) = Document::open(path)?;
        if let Some(document) = document.on(self.document.articles.clone()) {
            let log = std::mem::take(&mut self.document.log);
            let before = log.clone();
            self.document.log = log.joined(document.log);
            self.document.earlier.extend(document.earlier);
            self.document.forget_unused();
            if self.document.bookmark == Bookmark::default() {
                self.document.bookmark = document.bookmark;
            }
            if self.document.log != before {
                self.document.changes = self.document.changes.saturating_add(1);
                self.is_written = false;
                self.journal = None;
            }
        }
        Ok((left_out != LeftOut::default()).then_some(left_out))
    }

    /// Keeps one more change. When this returns a number without an error, all changes up to that number are on the disk.
    ///
    /// # Errors
    ///
    /// Why they are not; they are still in memory, and the next change or [`retry`](Self::retry) tries all of them.
    pub fn keep(&mut self, change: Change) -> Result<u64, StoreError> {
        self.document.apply(&change);
        self.pending.push(Line { number: self.document.changes, change });
        self.retry()
    }

    /// Tries to keep what is not kept yet: the number of the last change that is.
    ///
    /// # Errors
    ///
    /// Why it is not.
    pub fn retry(&mut self) -> Result<u64, StoreError> {
        if let Some(problem) = &self.refused {
            return Err(StoreError::Refused { problem: problem.clone() });
        }
        if !self.is_written || self.journal.is_none() {
            self.settle()?;
        } else if let Err(error) = self.append() {
            // What was written went with its folder: all of it is written anew.
            if !matches!(error, StoreError::Vanished(_)) {
                return Err(error);
            }
            self.lock = None;
            self.journal = None;
            self.is_written = false;
            self.settle()?;
        }
        if self.journal_lines >= LINES_A_DOCUMENT {
            // The journal has it all: where this fails now it is done later.
            let _ = self.settle();
        }
        Ok(self.document.changes)
    }

    /// Whether everything is on the disk.
    pub fn is_kept(&self) -> bool {
        self.pending.is_empty() && (self.is_written || self.document.changes == 0)
    }

    /// A copy for a file of the reader's own.
    pub fn document(&self, bookmark: Bookmark) -> Document {
        Document { bookmark, ..self.document.clone() }
    }

    /// Writes down where the reader was, and puts the journal into the document.
    ///
    /// # Errors
    ///
    /// Why the document is not written; the journal still has what was acknowledged.
    pub fn close(&mut self, bookmark: Bookmark) -> Result<(), StoreError> {
        let is_there = self.document.changes > 0 || bookmark != Bookmark::default();
        let is_moved = bookmark != self.document.bookmark;
        self.document.bookmark = bookmark;
        let is_due = is_moved || !self.is_kept() || self.journal_lines > 0;
        if !is_there || !is_due {
            return Ok(());
        }
        if let Some(problem) = self.refused.clone() {
            return if self.pending.is_empty() { Ok(()) } else { Err(StoreError::Refused { problem }) };
        }
        if self.lock.is_none() && self.pending.is_empty() {
            return Ok(());
        }
        self.settle()
    }

    fn append(&mut self) -> Result<(), StoreError> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        if !self.pending.is_empty() {
            journal.append(&self.pending)?;
        }
        self.journal_lines += self.pending.len();
        self.pending.clear();
        Ok(())
    }

    /// Writes the document with all there is, and begins a new journal.
    fn settle(&mut self) -> Result<(), StoreError> {
        self.regain_lock()?;
        let path = self.at.document();
        write_whole(&path, Audience::Owner, |out| self.document.write(out))
            .and_then(|()| self.at.point(self.document.keys(), self.places.as_deref()))
            .map_err(StoreError::unwritten(self.at.folder()))?;
        self.pending.clear();
        self.is_written = true;
        self.journal_lines = 0;
        // Lines that stay in a journal which cannot be emptied are passed over by their numbers.
        self.journal =
            Journal::open(self.at.journal(), 0).and_then(|mut journal| journal.clear().map(|()| journal)).ok();
        Ok(())
    }

    /// Takes the lock before anything is read.
    fn take_lock(&mut self) -> Result<(), StoreError> {
        let unwritten = || StoreError::unwritten(self.at.folder());
        fs::create_dir_all(self.at.folder()).map_err(unwritten())?;
        let lock = Lock::take(&self.at.lock()).map_err(unwritten())?;
        self.lock = Some(lock.ok_or(StoreError::AnotherWindow)?);
        Ok(())
    }

    /// Takes the lock after the work went on without it. Where another window had it meanwhile, what is on the disk must
    /// be what this one began with.
    fn regain_lock(&mut self) -> Result<(), StoreError> {
        if self.lock.is_some() {
            return Ok(());
        }
        self.take_lock()?;
        if !self.is_what_it_was() {
            self.lock = None;
            return Err(StoreError::Overtaken);
        }
        Ok(())
    }

    /// Whether what is on the disk, with what was done here since, is what is here.
    fn is_what_it_was(&self) -> bool {
        match Kept::read(&self.at) {
            Ok(None) => true,
            Ok(Some(kept)) => {
                let Some(mut document) = kept.document.on(self.document.articles.clone()) else { return false };
                let since = self.pending.iter().filter(|line| line.number > document.changes);
                let changes: Vec<Change> = since.map(|line| line.change.clone()).collect();
                for change in &changes {
                    document.apply(change);
                }
                document.log == self.document.log
            }
            Err(_) => false,
        }
    }
}

impl Document {
    /// Does what a line of the journal says.
    pub fn apply(&mut self, change: &Change) {
        let keys: [ArticleKey; 2] = self.keys();
        match change {
            Change::Did(edit) => self.log.push(edit.clone(), &keys),
            Change::Undid => {
                self.log.undo(&keys);
            }
            Change::Redid => {
                self.log.redo(&keys);
            }
        }
        self.changes = self.changes.saturating_add(1);
    }
}

/// What a reader should know of work that was made on an earlier text.
fn told_of_move(before: &Document, after: &Document) -> Vec<String> {
    let mut told = Vec::new();
    let unplaced = after.unplaced();
    if !unplaced.is_empty() {
        let words: Vec<String> = unplaced.iter().map(|one| format!("“{}”", one.words)).take(LISTED).collect();
        let more = unplaced.len() - words.len();
        let and_more = if more == 0 { String::new() } else { format!(" and {more} more") };
        told.push(format!(
            "The article was edited since, and what you made on {}{and_more} has no place in it now. It is kept, and comes \
             back with the words.",
            words.join(", ")
        ));
    }
    let markings = |document: &Document| document.log.done().iter().map(Edit::markings).sum::<usize>();
    let lost = markings(before).saturating_sub(markings(after));
    if lost > 0 {
        told.push(format!(
            "{lost} underlined or marked passages of your cards went with words that were deleted or changed."
        ));
    }
    told
}

/// What is on the disk of a pair: the document with the journal's changes in it.
struct Kept {
    document: Document,
    left_out: LeftOut,
    /// How many changes the journal had beyond the document.
    recovered: usize,
    whole_bytes: u64,
    is_damaged: bool,
}

impl Kept {
    fn read(at: &Whereabouts) -> Result<Option<Kept>, StoreError> {
        let path = at.document();
        if !is_there(&path) {
            return Ok(None);
        }
        let (mut document, left_out) = Document::open(&path)?;
        let replay = Replay::open(&at.journal())
            .map_err(|cause| StoreError::Unreadable { path: at.journal(), problem: DocumentError::System(cause) })?;
        let Replay { lines, whole_bytes, mut is_damaged } = replay;
        let mut recovered = 0;
        // What the document has already stands in a journal that could not be emptied.
        let written = document.changes;
        for line in lines.iter().skip_while(|line| line.number <= written) {
            if line.number != document.changes.saturating_add(1) {
                is_damaged = true;
                break;
            }
            document.apply(&line.change);
            recovered += 1;
        }
        Ok(Some(Kept { document, left_out, recovered, whole_bytes, is_damaged }))
    }

    /// What a reader should know of it. A damaged journal is copied aside first.
    fn told(&self, at: &Whereabouts, is_ours: bool) -> Vec<String> {
        let mut told = Vec::new();
        if self.recovered > 0 && is_ours {
            let changes = match self.recovered {
                1 => "1 change was".to_owned(),
                several => format!("{several} changes were"),
            };
            told.push(format!("Diptych was not closed as usual last time: {changes} brought back from its journal."));
        }
        if self.is_damaged && is_ours {
            let aside =
                at.copy_aside(&at.journal()).map_or_else(|cause| cause.to_string(), |path| path.display().to_string());
            told.push(format!("A part of the journal is damaged and could not be used; it is kept aside ({aside})."));
        }
        if self.left_out != LeftOut::default() {
            told.push(self.left_out.to_string());
        }
        told
    }
}
