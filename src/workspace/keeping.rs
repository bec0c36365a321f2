//! What the reader makes of a pair is kept: fetched when both articles are there, saved at every change.

use std::path::PathBuf;
use std::sync::Arc;

use super::store::{Bookmark, Change, Document, Fetched, KeptArticle, Unplaced};
use super::{Event, Job, Log, NoPicker, Opened, Origin, Sheet, State};
use crate::model::{ArticleKey, ItemId, Side, Sides};

/// How the work on the pair that is open is kept.
#[derive(Debug, Clone, Default)]
pub struct Keeping {
    /// Whether there is a place to keep it in.
    pub is_on: bool,
    /// What was made of earlier texts of these articles and has no place in them any more.
    pub unplaced: Vec<Unplaced>,
    /// Why the latest changes are not on the disk, where they are not.
    pub trouble: Option<String>,
    /// Those earlier texts.
    earlier: Vec<KeptArticle>,
    /// The revision of the pair that is being fetched.
    awaited: Option<u64>,
    /// The articles whose work is here.
    pair: Option<[ArticleKey; 2]>,
    /// The document that they are opened from.
    document: Option<PathBuf>,
    /// How many changes were to be kept, and the last of them that is.
    asked: u64,
    kept: u64,
}

impl Keeping {
    /// Whether the reader's last changes are on their way to the disk.
    pub fn is_saving(&self) -> bool {
        self.kept < self.asked && self.trouble.is_none()
    }

    /// Whether the reader's last changes could not be saved.
    pub fn is_unsaved(&self) -> bool {
        self.kept < self.asked && self.trouble.is_some()
    }

    /// Whether what was kept of a pair is being fetched.
    pub fn is_fetching(&self) -> bool {
        self.awaited.is_some()
    }
}

impl State {
    /// Both articles are there: what was made of them is fetched, if it is not here, and then they are compared.
    pub(super) fn take_up(&mut self) -> Vec<Job> {
        let Some(sides) = self.both().filter(|_| self.keeping.is_on) else { return self.compare() };
        let Some(keys) = self.keys_of_both() else { return self.compare() };
        if self.keeping.pair == Some(keys) {
            return self.compare();
        }
        let mut jobs = self.leave();
        jobs.extend(self.forget_comparison());
        let revision = self.next_revision();
        self.keeping.awaited = Some(revision);
        jobs.push(Job::Fetch(revision, sides, self.keeping.document.take()));
        jobs
    }

    /// Both articles, once both are read.
    fn both(&self) -> Option<Sides<Arc<Opened>>> {
        let opened = |side| {
            let column = self.columns.get(side);
            column.opened.clone().filter(|_| column.awaited.is_none())
        };
        Some(Sides::new(opened(Side::Left)?, opened(Side::Right)?))
    }

    fn keys_of_both(&self) -> Option<[ArticleKey; 2]> {
        Some([self.key(Side::Left)?, self.key(Side::Right)?])
    }

    /// What the reader does from now on is not about the pair that was open. A note that is being written is kept with it.
    pub(super) fn leave(&mut self) -> Vec<Job> {
        let mut jobs = self.keep_note();
        self.keeping.awaited = None;
        let bookmark = self.bookmark();
        if self.keeping.pair.take().is_none() {
            return jobs;
        }
        let Keeping { asked, document, .. } = std::mem::take(&mut self.keeping);
        // The numbers go on: a late answer about that pair says nothing of the next.
        self.keeping = Keeping { is_on: true, document, asked, kept: asked, ..Keeping::default() };
        self.log = Log::default();
        jobs.push(Job::Leave(bookmark));
        jobs
    }

    /// What was kept of the pair is there. What was done to one of its articles before the other came is added to it.
    pub(super) fn receive_fetched(&mut self, revision: u64, fetched: Fetched) -> Vec<Job> {
        if self.keeping.awaited != Some(revision) {
            return Vec::new();
        }
        self.keeping.awaited = None;
        let Some(keys) = self.both().and_then(|_| self.keys_of_both()) else { return Vec::new() };
        let before = std::mem::replace(&mut self.log, fetched.log).of(&keys);
        self.keeping.pair = Some(keys);
        self.keeping.unplaced = fetched.unplaced;
        self.keeping.earlier = fetched.earlier;
        if !fetched.told.is_empty() {
            self.columns.left.notice = Some(fetched.told.join(" "));
        }
        // Where the program was left, it says itself.
        if self.resume.is_none() {
            self.places = Sides::new(fetched.bookmark.tops[0], fetched.bookmark.tops[1]);
            self.resume_link = fetched.bookmark.link;
        }
        let first_free = self.log.next_item().0;
        let mut jobs = Vec::new();
        for edit in before.done() {
            let edit = edit.with_items(|item| ItemId(first_free.saturating_add(item.0)));
            self.log.push(edit.clone(), &keys);
            jobs.extend(self.keep(Change::Did(edit)));
        }
        jobs.extend(self.compare());
        jobs
    }

    /// The job that keeps a change of the log.
    pub(super) fn keep(&mut self, change: Change) -> Option<Job> {
        self.keeping.pair?;
        self.keeping.asked += 1;
        Some(Job::Keep(self.keeping.asked, change))
    }

    /// The disk has all changes up to that number, or has not, and why. A reader is told of trouble once, and when it is
    /// over.
    pub(super) fn receive_kept(&mut self, outcome: Result<u64, String>) -> Vec<Job> {
        let notice = &mut self.columns.left.notice;
        match outcome {
            Ok(number) => {
                self.keeping.kept = self.keeping.kept.max(number);
                if let Some(trouble) = self.keeping.trouble.take() {
                    notice.take_if(|notice| *notice == trouble);
                    self.tell(Event::SavedAgain);
                }
            }
            Err(sentence) => {
                if self.keeping.trouble.as_ref() != Some(&sentence) {
                    *notice = Some(sentence.clone());
                }
                self.keeping.trouble = Some(sentence);
            }
        }
        Vec::new()
    }

    /// A file turned out to be a document of two articles: both are opened, and then the work in it.
    pub(super) fn receive_document(&mut self, side: Side, revision: u64, path: PathBuf) -> Vec<Job> {
        if self.columns.get(side).awaited != Some(revision) {
            return Vec::new();
        }
        let part = |number: u8| {
            let mut name = path.clone().into_os_string();
            name.push(format!("#{number}"));
            Origin::File(name.into())
        };
        let mut jobs = self.leave();
        jobs.extend([self.open(Side::Left, part(1)), self.open(Side::Right, part(2))]);
        self.keeping.document = Some(path);
        jobs
    }

    /// Where the reader is.
    pub fn bookmark(&self) -> Bookmark {
        if self.keeping.pair.is_none() {
            return Bookmark::default();
        }
        let link = self.current.and_then(|link| self.compared.as_ref()?.link_ref(link));
        Bookmark { tops: [self.places.left, self.places.right], link }
    }

    /// The two articles with all that was made of them, for a file of the reader's own.
    pub fn document(&self) -> Option<Document> {
        let kept = |side| {
            let opened = self.columns.get(side).opened.as_ref()?;
            Some(KeptArticle::new(opened.origin.name(), opened.article.clone()))
        };
        let mut document = Document::new(Sides::new(kept(Side::Left)?, kept(Side::Right)?));
        let mut wanted = document.keys().to_vec();
        wanted.extend(self.keeping.earlier.iter().map(|earlier| earlier.key));
        document.log = self.log.of(&wanted);
        document.earlier.clone_from(&self.keeping.earlier);
        document.bookmark = self.bookmark();
        document.changes = document.log.done().len() as u64;
        Some(document)
    }

    pub(super) fn ask_for_copy(&mut self) -> Vec<Job> {
        if self.both().is_none() { Vec::new() } else { vec![Job::PickCopy(self.copy_name())] }
    }

    /// A name to offer for a copy, after the left headline.
    fn copy_name(&self) -> String {
        let title = self.title(Side::Left).unwrap_or_default();
        let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let words: Vec<&str> = plain.split_whitespace().take(6).collect();
        let name = if words.is_empty() { "Two articles".to_owned() } else { words.join(" ") };
        format!("{name}.{}", super::store::ENDING)
    }

    pub(super) fn save_copy(&mut self, path: PathBuf, replaces: bool) -> Vec<Job> {
        if matches!(self.sheet, Some(Sheet::SaveCopy(_))) {
            self.sheet = None;
        }
        // A name that gets its ending here is another file than the one that the picker asked about.
        let replaces = replaces && path.extension().is_some();
        let path = if path.extension().is_none() { path.with_extension(super::store::ENDING) } else { path };
        self.document().map(|document| Job::SaveCopy(path, replaces, Box::new(document))).into_iter().collect()
    }

    pub(super) fn receive_copy(&mut self, outcome: Result<PathBuf, String>) -> Vec<Job> {
        match outcome {
            Ok(path) => self.tell(Event::CopySaved(path)),
            Err(sentence) => self.columns.left.notice = Some(sentence),
        }
        Vec::new()
    }

    pub(super) fn no_copy_picker(&mut self) -> Vec<Job> {
        self.show_sheet(Some(Sheet::SaveCopy(NoPicker::Missing)))
    }
}
