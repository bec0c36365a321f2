//! What is open, what is current, and how commands change it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{
    Action, Checking, Command, Compared, Corrections, Finding, Folder, Job, LeftOff, Opened, Origin, Pair, Pane,
    Passage, Settings, Theme, Together, Typography,
};
use crate::model::{ArticleKey, Correction, Link, LinkKind, Side, Sides};

/// How much larger or smaller one press makes the text.
const TEXT_SCALE_STEP: f32 = 1.1;

/// How much of the room one press moves from one column to the other.
const SPLIT_STEP: f32 = 0.05;

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
    /// How the reader wants things.
    Preferences,
    /// A field for a path; whether because no picker can be had.
    Path(Side, NoPicker),
    /// The articles of a folder.
    Folder,
    /// A quotation to look for in both.
    Check,
    /// Who said this quotation of that side.
    WhoSaid(Side, usize),
    /// Which source is the same as this one: an index into the comparison's sources.
    Merge(usize),
    /// Which part of this source is somebody else.
    Split(usize),
}

/// What became of a correction, to be said for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub event: Event,
    /// Another number for every telling.
    pub serial: u64,
}

/// What happened to a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Done(Correction),
    /// It was taken back.
    Undone(Correction),
    /// It was made again.
    Redone(Correction),
    /// The reader asked who said it, and pointed at nothing.
    NoQuotation,
    /// There was none to take back.
    NothingToUndo,
    /// There was none to make again.
    NothingToRedo,
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
    /// The passage that the reader asked to see; it may have no link.
    pub passage: Option<Passage>,
    /// Counts every time a link or a passage was gone to, so that the columns know when to move.
    pub arrivals: u64,
    /// The quotation under the pointer or the keyboard, else the one shown last; kept by the window.
    pub at_hand: Option<(Side, usize)>,
    /// The theme that is read from passage to passage.
    pub together: Option<Together>,
    /// The theme that the reader is at; kept by the window.
    pub theme_at_hand: Option<usize>,
    /// Whether the window is too narrow for a pane beside the columns; kept by the window.
    pub is_narrow: bool,
    /// Whether the pane lies over the columns, in such a window.
    pub drawer_open: bool,
    /// Whether the two articles are presented to a class.
    pub presenting: bool,
    /// What the reader put right.
    pub corrections: Corrections,
    /// What became of the last one, to be said for a while.
    pub told: Option<Told>,
    /// The quotation that the reader has checked.
    pub checking: Checking,
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
        self.comparing.is_some()
            || self.checking.awaited.is_some()
            || Side::BOTH.iter().any(|side| self.columns.get(*side).awaited.is_some())
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
        if !self.allows(&command) {
            return Vec::new();
        }
        match command {
            Command::Do(action) => self.act(action),
            Command::Open(side, origin) => vec![self.open(side, origin)],
            Command::OpenPair(left, right) => vec![self.open(Side::Left, left), self.open(Side::Right, right)],
            Command::OpenFolder(path) | Command::PickedFolder(path) => self.read_folder(path),
            Command::OpenPath(side, path) => self.open_path(side, path),
            Command::Picked(side, path) => vec![self.open(side, Origin::File(path))],
            Command::GoTo(link) => self.go_to(link),
            Command::Show(passage) => {
                self.together = None;
                self.show(passage)
            }
            Command::ShowPane(pane) => self.show_pane(pane),
            Command::ReadTogether(theme) => self.read_together(theme),
            Command::Correct(correction) => self.correct(correction),
            Command::Check(quotation) => self.check(quotation),
            Command::OpenSheet(sheet) => self.show_sheet(Some(sheet)),
            Command::ShowOnly(kind) => self.show_only(kind),
            Command::ToggleLayer(kind) => self.toggle_layer(kind),
            Command::SetShortest(words) => self.set_shortest(words),
            Command::SetTheme(theme) => self.set_theme(theme),
            Command::SetTextScale(scale) => self.set_text_scale(scale),
            Command::SetSplit(split) => {
                // Dragging asks for it in every frame: it is written down with whatever is next.
                self.settings.set_split(split);
                Vec::new()
            }
            Command::SetFinding(finding) => self.set_finding(finding),
            Command::SetTypography(typography) => self.set_typography(typography),
            Command::DismissNotice(side) => self.dismiss(side),
            Command::CloseSheet => self.show_sheet(None),
            Command::Opened(side, revision, outcome) => self.receive(side, revision, outcome),
            Command::Compared(revision, compared) => self.receive_comparison(revision, compared),
            Command::Checked(revision, checked) => self.receive_check(revision, checked),
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
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::WhoSaid => self.ask_who_said(),
            Action::Layer(kind) => self.toggle_layer(kind),
            Action::CheckQuotation => self.toggle_sheet(Sheet::Check),
            // The window knows which articles come with it and what theme the system has: it does these two.
            Action::OpenSamples | Action::NextTheme => Vec::new(),
            Action::Theme(theme) => self.set_theme(theme),
            Action::TextLarger => self.set_text_scale(self.settings.text_scale * TEXT_SCALE_STEP),
            Action::TextSmaller => self.set_text_scale(self.settings.text_scale / TEXT_SCALE_STEP),
            Action::TextReset => self.set_text_scale(1.0),
            Action::TogglePane => self.set_pane_shown(!self.is_pane_shown()),
            Action::Show(pane) if self.settings.pane == pane && self.is_pane_shown() => self.set_pane_shown(false),
            Action::Show(pane) => self.show_pane(pane),
            Action::ReadOn => self.read_on(true),
            Action::ReadBack => self.read_on(false),
            Action::Scrolling(scrolling) => {
                self.settings.scrolling = scrolling;
                vec![Job::SaveSettings]
            }
            Action::EvenColumns => self.set_split(0.5),
            Action::Widen(Side::Left) => self.set_split(self.settings.split + SPLIT_STEP),
            Action::Widen(Side::Right) => self.set_split(self.settings.split - SPLIT_STEP),
            Action::FocusLine => {
                self.settings.focus_line = !self.settings.focus_line;
                vec![Job::SaveSettings]
            }
            Action::Present => self.present(!self.presenting),
            Action::FullScreen => vec![Job::ToggleFullScreen],
            Action::KeySheet => self.toggle_sheet(Sheet::Keys),
            Action::Preferences => self.toggle_sheet(Sheet::Preferences),
            Action::About => self.toggle_sheet(Sheet::About),
        }
    }

    pub(super) fn next_revision(&mut self) -> u64 {
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
        self.passage = None;
        self.together = None;
        self.at_hand = None;
        self.close_source_sheet();
        let Some((sides, job)) = self.comparison_job() else { return Vec::new() };
        self.settings.remember(Pair {
            left: sides.left.origin.clone(),
            right: sides.right.origin.clone(),
            left_title: sides.left.title(),
            right_title: sides.right.title(),
        });
        vec![job, Job::SaveSettings]
    }

    /// The job that compares both articles with the corrections that hold for them, if both are there.
    fn comparison_job(&mut self) -> Option<(Sides<Arc<Opened>>, Job)> {
        let revision = self.next_revision();
        let both = (&self.columns.left, &self.columns.right);
        let (Some(left), Some(right)) = (&both.0.opened, &both.1.opened) else { return None };
        if both.0.awaited.is_some() || both.1.awaited.is_some() {
            return None;
        }
        let sides = Sides::new(Arc::clone(left), Arc::clone(right));
        self.comparing = Some(revision);
        let corrections =
            if self.corrections.is_empty() { Vec::new() } else { self.corrections.holding(&self.open_keys()) };
        Some((sides.clone(), Job::Compare(revision, sides, corrections, self.settings.finding)))
    }

    /// The keys of the articles that are open.
    fn open_keys(&self) -> Vec<ArticleKey> {
        let opened = Side::BOTH.iter().filter_map(|side| self.columns.get(*side).opened.as_ref());
        opened.map(|opened| ArticleKey::of(&opened.article.text)).collect()
    }

    fn correct(&mut self, correction: Correction) -> Vec<Job> {
        self.corrections.push(correction.clone());
        self.close_source_sheet();
        self.tell(Event::Done(correction));
        self.recount()
    }

    fn undo(&mut self) -> Vec<Job> {
        let undone = self.corrections.undo(&self.open_keys());
        self.tell(undone.clone().map_or(Event::NothingToUndo, Event::Undone));
        undone.map_or_else(Vec::new, |_| self.recount())
    }

    fn redo(&mut self) -> Vec<Job> {
        let redone = self.corrections.redo(&self.open_keys());
        self.tell(redone.clone().map_or(Event::NothingToRedo, Event::Redone));
        redone.map_or_else(Vec::new, |_| self.recount())
    }

    fn tell(&mut self, event: Event) {
        let serial = self.told.as_ref().map_or(1, |told| told.serial + 1);
        self.told = Some(Told { event, serial });
    }

    /// Compares again. What is shown stays until the answer comes.
    fn recount(&mut self) -> Vec<Job> {
        self.comparison_job().map(|(_, job)| job).into_iter().collect()
    }

    fn receive_comparison(&mut self, revision: u64, compared: Arc<Compared>) -> Vec<Job> {
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
        let links = &compared.comparison.links;
        // Where the reader left off the link is current again, but nothing moves: the columns stand where they stood.
        let resumed = self.resume.take().and_then(|left_off| left_off.current).filter(|link| *link < links.len());
        self.current = resumed.or_else(|| again(self.current_link()?, links));
        self.compared = Some(compared);
        Vec::new()
    }

    fn current_link(&self) -> Option<&Link> {
        self.compared.as_ref()?.comparison.links.get(self.current?)
    }

    /// What kind of link joins a passage with its counterpart.
    pub fn kind_of(&self, passage: &Passage) -> Option<LinkKind> {
        Some(self.compared.as_ref()?.comparison.links.get(passage.link?)?.kind)
    }

    fn close_source_sheet(&mut self) {
        if matches!(self.sheet, Some(Sheet::WhoSaid(..) | Sheet::Merge(_) | Sheet::Split(_))) {
            self.sheet = None;
        }
    }

    fn ask_who_said(&mut self) -> Vec<Job> {
        match (self.at_hand, self.sheet, &self.compared) {
            (Some((side, quotation)), None, Some(_)) => self.sheet = Some(Sheet::WhoSaid(side, quotation)),
            (None, None, Some(_)) => self.tell(Event::NoQuotation),
            _ => {}
        }
        Vec::new()
    }

    fn show_pane(&mut self, pane: Pane) -> Vec<Job> {
        self.settings.pane = pane;
        self.set_pane_shown(true)
    }

    /// Whether a pane stands beside the columns or, in a narrow window, over them.
    pub fn is_pane_shown(&self) -> bool {
        if self.is_narrow { self.drawer_open } else { self.settings.list_shown }
    }

    fn set_pane_shown(&mut self, shown: bool) -> Vec<Job> {
        if self.is_narrow {
            self.drawer_open = shown;
        } else {
            self.settings.list_shown = shown;
        }
        vec![Job::SaveSettings]
    }

    pub(super) fn show(&mut self, passage: Passage) -> Vec<Job> {
        self.current = passage.link;
        self.passage = Some(passage);
        self.arrivals += 1;
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
            self.passage = None;
            self.together = None;
            self.arrivals += 1;
        }
        Vec::new()
    }

    /// To the next or the previous of the links shown, round at the ends.
    fn step(&mut self, forward: bool) -> Vec<Job> {
        let shown: Vec<usize> = self.shown().collect();
        let at = self.current.and_then(|current| shown.iter().position(|link| *link == current));
        let next = match (at, forward) {
            (Some(at), true) => shown.get(at + 1).or(shown.first()),
            (Some(at), false) => at.checked_sub(1).and_then(|at| shown.get(at)).or(shown.last()),
            (None, true) => shown.first(),
            (None, false) => shown.last(),
        };
        let Some(next) = next.copied() else { return Vec::new() };
        // The overview has no rows to step through.
        if self.settings.pane == Pane::Overview {
            self.settings.pane = Pane::Shared;
        }
        self.go_to(next)
    }

    fn let_go(&mut self) -> Vec<Job> {
        if self.sheet.take().is_some() {
            return Vec::new();
        }
        if self.presenting && self.together.is_none() && self.current.is_none() {
            return self.present(false);
        }
        let notices = Side::BOTH.map(|side| self.columns.get_mut(side).notice.take());
        if notices.iter().all(Option::is_none) {
            self.current = None;
            self.passage = None;
            self.together = None;
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

    fn set_split(&mut self, split: f32) -> Vec<Job> {
        self.settings.set_split(split);
        vec![Job::SaveSettings]
    }

    fn set_finding(&mut self, finding: Finding) -> Vec<Job> {
        self.settings.finding = finding.sane();
        let mut jobs = self.recount();
        jobs.push(Job::SaveSettings);
        jobs
    }

    fn set_typography(&mut self, typography: Typography) -> Vec<Job> {
        self.settings.typography = typography.sane();
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

/// A link of an earlier comparison in a later one: of the same kind at the same places.
fn again(old: &Link, links: &[Link]) -> Option<usize> {
    links.iter().position(|link| link.kind == old.kind && link.spans == old.spans)
}
