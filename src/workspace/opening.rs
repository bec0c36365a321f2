//! Opening: articles asked for and received, folders, and the comparison once both are there.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Compared, Folder, Job, Origin, Pair, Sheet, State};
use crate::model::{ArticleKey, Link, Side, Sides};

impl State {
    pub(super) fn open(&mut self, side: Side, origin: Origin) -> Job {
        let revision = self.next_revision();
        let column = self.columns.get_mut(side);
        column.awaited = Some(revision);
        column.being_read = None;
        column.notice = None;
        column.mending = None;
        if matches!(self.sheet, Some(Sheet::Path(..))) {
            self.sheet = None;
        }
        self.next_offer(side);
        Job::Open(side, revision, origin)
    }

    pub(super) fn open_path(&mut self, side: Side, path: PathBuf) -> Vec<Job> {
        if path.is_dir() {
            return self.read_folder(path);
        }
        vec![self.open(side, Origin::File(path))]
    }

    pub(super) fn read_folder(&mut self, path: PathBuf) -> Vec<Job> {
        let revision = self.next_revision();
        self.folder_awaited = Some(revision);
        vec![Job::ReadFolder(revision, path)]
    }

    /// Asks for a comparison if both columns have their article and none is on its way.
    pub(super) fn compare(&mut self) -> Vec<Job> {
        let mut jobs = self.forget_comparison();
        let Some(job) = self.comparison_job() else { return jobs };
        self.make();
        self.remember_pair();
        jobs.extend([job, Job::SaveSettings]);
        jobs
    }

    /// The pair stands first among those opened before, under its titles of now; whether there is one.
    pub(super) fn remember_pair(&mut self) -> bool {
        let origin = |side| self.columns.get(side).opened.as_ref().map(|opened| opened.origin.clone());
        let (Some(left), Some(right)) = (origin(Side::Left), origin(Side::Right)) else { return false };
        let title = |side| self.title(side).unwrap_or_default();
        let (left_title, right_title) = (title(Side::Left), title(Side::Right));
        self.settings.remember(Pair { left, right, left_title, right_title });
        true
    }

    /// Everything that points into a comparison goes with it. Seeks again what is sought, in what is open now.
    #[must_use]
    pub(super) fn forget_comparison(&mut self) -> Vec<Job> {
        let mut jobs = self.keep_note();
        self.compared = None;
        self.as_read = None;
        self.current = None;
        self.passage = None;
        self.together = None;
        self.one_column.counterpart_open = false;
        self.at_hand = None;
        self.history.clear();
        self.close_source_sheet();
        jobs.extend(self.seek_again());
        jobs
    }

    /// The job that compares both articles with the corrections that hold for them, if both are there.
    fn comparison_job(&mut self) -> Option<Job> {
        let revision = self.next_revision();
        let both = (&self.columns.left, &self.columns.right);
        let (Some(left), Some(right)) = (&both.0.opened, &both.1.opened) else { return None };
        if both.0.awaited.is_some() || both.1.awaited.is_some() {
            return None;
        }
        let sides = Sides::new(Arc::clone(left), Arc::clone(right));
        self.comparing = Some(revision);
        self.compared_share = 0.0;
        let corrections = if self.log.is_empty() { Vec::new() } else { self.log.work(&self.open_keys()).corrections };
        Some(Job::Compare(revision, sides, corrections, self.settings.finding))
    }

    /// The folder of the articles that are open: where the reader looks for more, and where what they export belongs.
    pub fn folder_of_files(&self) -> Option<PathBuf> {
        let file = |side: Side| match &self.columns.get(side).opened.as_ref()?.origin {
            Origin::File(path) => std::path::absolute(path).ok(),
            _ => None,
        };
        Some(Side::BOTH.into_iter().find_map(file)?.parent()?.to_owned())
    }

    /// The keys of the articles that are open.
    pub(super) fn open_keys(&self) -> Vec<ArticleKey> {
        Side::BOTH.into_iter().filter_map(|side| self.key(side)).collect()
    }

    /// Compares again. What is shown stays until the answer comes.
    pub(super) fn recount(&mut self) -> Vec<Job> {
        self.comparison_job().into_iter().collect()
    }

    pub(super) fn receive_comparison(&mut self, revision: u64, compared: Arc<Compared>) -> Vec<Job> {
        if self.comparing != Some(revision) {
            return Vec::new();
        }
        self.comparing = None;
        self.together = None;
        // Sheets point into the comparison that goes, and a counterpart may be one no more.
        self.close_source_sheet();
        if let Some(passage) = &mut self.passage {
            passage.link = None;
            *passage.spans.get_mut(passage.asked.other()) = None;
        }
        self.make();
        let read = compared;
        let compared = read.reworked(&self.made.work);
        let links = &compared.comparison.links;
        // Where the reader left off the link is current again, but nothing moves: the columns stand where they stood.
        let resumed = self.resume.take().and_then(|left_off| left_off.current).filter(|link| *link < links.len());
        let marked = self.resume_link.take().and_then(|link| compared.link_at(&link));
        self.current = resumed.or_else(|| again(self.current_link()?, links)).or(marked);
        self.as_read = Some(read);
        self.compared = Some(compared);
        Vec::new()
    }

    pub(super) fn receive_folder(&mut self, revision: u64, outcome: Result<Folder, String>) -> Vec<Job> {
        if self.folder_awaited.take_if(|awaited| *awaited == revision).is_none() || self.revision != revision {
            return Vec::new();
        }
        match outcome {
            Ok(folder) => self.choose_from(folder),
            Err(sentence) => {
                self.columns.left.notice = Some(sentence);
                Vec::new()
            }
        }
    }

    /// Opens a folder's first two articles and offers the rest.
    pub(super) fn choose_from(&mut self, folder: Folder) -> Vec<Job> {
        let first = folder.articles.first().cloned();
        let second = folder.articles.get(1).cloned();
        self.folder = Some(folder);
        self.sheet = Some(Sheet::Folder);
        let mut jobs = Vec::new();
        for (side, path) in [(Side::Left, first), (Side::Right, second)] {
            jobs.extend(path.map(|path| self.open(side, Origin::File(path))));
        }
        jobs
    }

    /// Puts both articles away, and what is on its way to them.
    pub(super) fn close(&mut self) -> Vec<Job> {
        let mut jobs = self.leave();
        self.columns = Sides::default();
        self.comparing = None;
        self.close_bar();
        self.compare();
        self.checking.awaited = None;
        jobs.extend([Job::Cancel, Job::SaveSettings]);
        jobs
    }

    pub(super) fn swap(&mut self) -> Vec<Job> {
        if self.columns.left.awaited.is_some() || self.columns.right.awaited.is_some() {
            return Vec::new();
        }
        let mut jobs = self.leave();
        std::mem::swap(&mut self.columns.left, &mut self.columns.right);
        self.one_column.facing = self.one_column.facing.other();
        jobs.extend(self.take_up());
        jobs
    }
}

/// A link of an earlier comparison in a later one: of the same kind at the same places.
fn again(old: &Link, links: &[Link]) -> Option<usize> {
    links.iter().position(|link| link.kind == old.kind && link.spans == old.spans)
}
