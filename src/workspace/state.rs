//! What is open, what is current, and how commands change it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Action, Command, Folder, Job, LeftOff, Opened, Origin, Pair, Settings, Theme};
use crate::model::{Comparison, LinkKind, Side, Sides};

/// How much larger or smaller one press makes the text.
const TEXT_SCALE_STEP: f32 = 1.1;

/// Two open articles and what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The articles it was made from.
    pub sides: Sides<Arc<Opened>>,
    /// What they share.
    pub comparison: Comparison,
}

/// One column: what is in it, what is on its way, what went wrong.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// The article in it.
    pub opened: Option<Arc<Opened>>,
    /// The revision of the article being read for it, if any.
    pub awaited: Option<u64>,
    /// One sentence on what went wrong.
    pub notice: Option<String>,
}

/// What lies over the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Every key.
    Keys,
    /// What this is.
    About,
    /// A field for a path; whether because no picker can be had.
    Path(Side, NoPicker),
    /// The articles of a folder.
    Folder,
}

/// Why the field for a path is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicker {
    /// The reader asked for it.
    Asked,
    /// The system has no file picker.
    Missing,
}

/// Everything the window shows.
#[derive(Debug, Default)]
pub struct State {
    /// The columns.
    pub columns: Sides<Column>,
    /// What both share; none until both are read and compared.
    pub compared: Option<Arc<Compared>>,
    /// The current link: an index into the comparison's links.
    pub current: Option<usize>,
    /// Counts every time the current link was gone to, so that the columns know when to move.
    pub arrivals: u64,
    /// List, mark and join only this kind.
    pub only: Option<LinkKind>,
    /// What lies over the columns.
    pub sheet: Option<Sheet>,
    /// The folder to choose from.
    pub folder: Option<Folder>,
    /// What is remembered.
    pub settings: Settings,
    /// Where to go once both articles are there.
    pub resume: Option<LeftOff>,
    /// The byte at the top of each column, kept by the window for [`LeftOff`].
    pub places: Sides<usize>,
    revision: u64,
    comparing: Option<u64>,
}

impl State {
    /// With these settings, and nothing open yet.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Whether an article is being read or both compared.
    pub fn is_busy(&self) -> bool {
        self.comparing.is_some() || Side::BOTH.iter().any(|side| self.columns.get(*side).awaited.is_some())
    }

    /// Indices of the links that are listed and marked, in the order of the list.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = usize> {
        let links = self.compared.as_ref().map_or(&[][..], |compared| &compared.comparison.links);
        let only = self.only;
        links.iter().enumerate().filter(move |(_, link)| only.is_none_or(|kind| link.kind == kind)).map(|(at, _)| at)
    }

    /// Where the reader is, to come back to.
    pub fn leave_off(&self) -> LeftOff {
        let origin = |side| self.columns.get(side).opened.as_ref().map(|opened| opened.origin.clone());
        LeftOff {
            left: origin(Side::Left),
            right: origin(Side::Right),
            left_at: self.places.left,
            right_at: self.places.right,
            current: self.current,
        }
    }

    /// Changes the state and says what is to be done outside it.
    pub fn apply(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::Do(action) => self.act(action),
            Command::Open(side, origin) => vec![self.open(side, origin)],
            Command::OpenPair(left, right) => vec![self.open(Side::Left, left), self.open(Side::Right, right)],
            Command::OpenFolder(path) | Command::PickedFolder(path) => self.read_folder(path),
            Command::OpenPath(side, path) => self.open_path(side, path),
            Command::Picked(side, path) => vec![self.open(side, Origin::File(path))],
            Command::GoTo(link) => self.go_to(link),
            Command::ShowOnly(kind) => self.show_only(kind),
            Command::SetTheme(theme) => self.set_theme(theme),
            Command::SetTextScale(scale) => self.set_text_scale(scale),
            Command::DismissNotice(side) => self.dismiss(side),
            Command::CloseSheet => self.show_sheet(None),
            Command::Opened(side, revision, outcome) => self.receive(side, revision, outcome),
            Command::Compared(revision, compared) => self.receive_comparison(revision, compared),
            Command::FolderRead(revision, outcome) => self.receive_folder(revision, outcome),
            Command::ChooseFrom(folder) => self.choose_from(folder),
            Command::NoPicker(side) => self.show_sheet(Some(Sheet::Path(side, NoPicker::Missing))),
            Command::Failed(side, sentence) => {
                self.columns.get_mut(side).notice = Some(sentence);
                Vec::new()
            }
        }
    }

    fn act(&mut self, action: Action) -> Vec<Job> {
        match action {
            Action::OpenLeft => vec![Job::Pick(Side::Left)],
            Action::OpenRight => vec![Job::Pick(Side::Right)],
            Action::OpenFolder => vec![Job::PickFolder],
            Action::OpenByPath => self.show_sheet(Some(Sheet::Path(Side::Left, NoPicker::Asked))),
            Action::PasteLeft => vec![Job::RequestPaste(Side::Left)],
            Action::PasteRight => vec![Job::RequestPaste(Side::Right)],
            Action::SwapSides => self.swap(),
            Action::Quit => vec![Job::Quit],
            Action::NextLink => self.step(true),
            Action::PreviousLink => self.step(false),
            Action::LetGo => self.let_go(),
            Action::ToTop => vec![Job::ScrollBoth { to_end: false }],
            Action::ToEnd => vec![Job::ScrollBoth { to_end: true }],
            Action::Copy => vec![Job::CopySelection],
            // The window knows which articles come with it and what theme the system has: it does these two.
            Action::OpenSamples | Action::NextTheme => Vec::new(),
            Action::ThemeOfSystem => self.set_theme(Theme::System),
            Action::ThemeLight => self.set_theme(Theme::Light),
            Action::ThemeDark => self.set_theme(Theme::Dark),
            Action::TextLarger => self.set_text_scale(self.settings.text_scale * TEXT_SCALE_STEP),
            Action::TextSmaller => self.set_text_scale(self.settings.text_scale / TEXT_SCALE_STEP),
            Action::TextReset => self.set_text_scale(1.0),
            Action::ToggleList => {
                self.settings.list_shown = !self.settings.list_shown;
                vec![Job::SaveSettings]
            }
            Action::FullScreen => vec![Job::ToggleFullScreen],
            Action::KeySheet => self.toggle_sheet(Sheet::Keys),
            Action::About => self.toggle_sheet(Sheet::About),
        }
    }

    fn next_revision(&mut self) -> u64 {
        self.revision += 1;
        self.revision
    }

    fn open(&mut self, side: Side, origin: Origin) -> Job {
        let revision = self.next_revision();
        let column = self.columns.get_mut(side);
        column.awaited = Some(revision);
        column.notice = None;
        if matches!(self.sheet, Some(Sheet::Path(..))) {
            self.sheet = None;
        }
        Job::Open(side, revision, origin)
    }

    fn open_path(&mut self, side: Side, path: PathBuf) -> Vec<Job> {
        if path.is_dir() {
            return self.read_folder(path);
        }
        vec![self.open(side, Origin::File(path))]
    }

    fn read_folder(&mut self, path: PathBuf) -> Vec<Job> {
        vec![Job::ReadFolder(self.next_revision(), path)]
    }

    /// Takes an article from the worker, unless another was asked for since; a failure leaves what was there.
    fn receive(&mut self, side: Side, revision: u64, outcome: Result<Arc<Opened>, String>) -> Vec<Job> {
        let column = self.columns.get_mut(side);
        if column.awaited != Some(revision) {
            return Vec::new();
        }
        column.awaited = None;
        match outcome {
            Ok(opened) => {
                column.opened = Some(opened);
                self.compare()
            }
            Err(sentence) => {
                column.notice = Some(sentence);
                Vec::new()
            }
        }
    }

    /// Asks for a comparison if both columns have their article and none is on its way.
    fn compare(&mut self) -> Vec<Job> {
        self.compared = None;
        self.current = None;
        let revision = self.next_revision();
        let both = (&self.columns.left, &self.columns.right);
        let (Some(left), Some(right)) = (&both.0.opened, &both.1.opened) else { return Vec::new() };
        if both.0.awaited.is_some() || both.1.awaited.is_some() {
            return Vec::new();
        }
        let sides = Sides::new(Arc::clone(left), Arc::clone(right));
        self.settings.remember(Pair {
            left: left.origin.clone(),
            right: right.origin.clone(),
            left_title: left.title(),
            right_title: right.title(),
        });
        self.comparing = Some(revision);
        vec![Job::Compare(revision, sides), Job::SaveSettings]
    }

    fn receive_comparison(&mut self, revision: u64, compared: Arc<Compared>) -> Vec<Job> {
        if self.comparing != Some(revision) {
            return Vec::new();
        }
        self.comparing = None;
        let count = compared.comparison.links.len();
        self.compared = Some(compared);
        // Where the reader left off the link is current again, but nothing moves: the columns stand where they stood.
        self.current = self.resume.take().and_then(|left_off| left_off.current).filter(|link| *link < count);
        Vec::new()
    }

    fn receive_folder(&mut self, revision: u64, outcome: Result<Folder, String>) -> Vec<Job> {
        if self.revision != revision {
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
    fn choose_from(&mut self, folder: Folder) -> Vec<Job> {
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

    fn swap(&mut self) -> Vec<Job> {
        if self.columns.left.awaited.is_some() || self.columns.right.awaited.is_some() {
            return Vec::new();
        }
        std::mem::swap(&mut self.columns.left, &mut self.columns.right);
        self.compare()
    }

    fn go_to(&mut self, link: usize) -> Vec<Job> {
        if self.compared.as_ref().is_some_and(|compared| link < compared.comparison.links.len()) {
            self.current = Some(link);
            self.arrivals += 1;
        }
        Vec::new()
    }

    /// To the next or the previous of the links shown, round at the ends.
    fn step(&mut self, forward: bool) -> Vec<Job> {
        let current = self.current;
        let next = if forward {
            self.shown().find(|link| current.is_none_or(|current| *link > current)).or_else(|| self.shown().next())
        } else {
            let before = self.shown().rev().find(|link| current.is_none_or(|current| *link < current));
            before.or_else(|| self.shown().next_back())
        };
        next.map_or_else(Vec::new, |link| self.go_to(link))
    }

    fn let_go(&mut self) -> Vec<Job> {
        if self.sheet.take().is_some() {
            return Vec::new();
        }
        let notices = Side::BOTH.map(|side| self.columns.get_mut(side).notice.take());
        if notices.iter().all(Option::is_none) {
            self.current = None;
        }
        Vec::new()
    }

    fn show_only(&mut self, kind: Option<LinkKind>) -> Vec<Job> {
        self.only = kind;
        if self.current.is_some_and(|current| !self.shown().any(|link| link == current)) {
            self.current = None;
        }
        Vec::new()
    }

    fn set_theme(&mut self, theme: Theme) -> Vec<Job> {
        self.settings.theme = theme;
        vec![Job::SaveSettings]
    }

    fn set_text_scale(&mut self, scale: f32) -> Vec<Job> {
        self.settings.set_text_scale(scale);
        vec![Job::SaveSettings]
    }

    fn dismiss(&mut self, side: Side) -> Vec<Job> {
        self.columns.get_mut(side).notice = None;
        Vec::new()
    }

    fn show_sheet(&mut self, sheet: Option<Sheet>) -> Vec<Job> {
        self.sheet = sheet;
        Vec::new()
    }

    fn toggle_sheet(&mut self, sheet: Sheet) -> Vec<Job> {
        let next = (self.sheet != Some(sheet)).then_some(sheet);
        self.show_sheet(next)
    }
}
