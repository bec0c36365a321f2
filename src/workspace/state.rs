//! What is open, what is current, and how commands change it.

use std::sync::Arc;

use super::made::Made;
use super::{
    Action, Bar, Checking, Command, Compared, Destination, Exporting, Find, Finding, Fold, Folder, History, Job,
    Keeping, LeftOff, Log, NoPicker, Offer, OneColumn, Opened, Origin, Pair, Pane, Passage, Settings, Sheet, Theme,
    Together, Told, Typography, Writing,
};
use crate::model::{Link, LinkKind, LinkRef, Side, Sides, Span};

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
    /// While the article in it is being read: how much of that is done, 0 to 1.
    pub being_read: Option<f32>,
    /// One sentence on what went wrong.
    pub notice: Option<String>,
    /// What is wrong with the article's letters, and where the same stands mended.
    pub mending: Option<(String, Origin)>,
}

impl Column {
    /// The sentence over it, and what opens the article mended where that is the offer.
    pub fn message(&self) -> Option<(&str, Option<&Origin>)> {
        let notice = self.notice.as_deref().map(|sentence| (sentence, None));
        notice.or_else(|| self.mending.as_ref().map(|(sentence, mended)| (sentence.as_str(), Some(mended))))
    }

    /// Puts the sentence over it away; whether there was one.
    fn put_away(&mut self) -> bool {
        self.notice.take().is_some() || self.mending.take().is_some()
    }
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
    /// Counts every time the reader let go, so that a pinned card knows when to close.
    pub lettings_go: u64,
    /// Where the columns were sent last.
    pub destination: Destination,
    /// Where the reader has been.
    pub history: History,
    /// What is sought in both.
    pub find: Find,
    /// The quotation under the pointer or the keyboard, else the one shown last; kept by the window.
    pub at_hand: Option<(Side, usize)>,
    /// The theme that is read from passage to passage.
    pub together: Option<Together>,
    /// The words selected in each column; kept by the window.
    pub selected: Sides<Option<Span>>,
    /// The paragraph under the pointer or the keyboard; kept by the window.
    pub paragraph_at_hand: Option<(Side, Span)>,
    /// The note that is being written.
    pub writing: Option<Writing>,
    /// The theme that the reader is at; kept by the window.
    pub theme_at_hand: Option<usize>,
    /// Whether the window is too narrow for a pane beside the columns; kept by the window.
    pub is_narrow: bool,
    /// Whether the pane lies over the columns, in such a window.
    pub drawer_open: bool,
    /// What a window shows that has no room for two columns.
    pub one_column: OneColumn,
    /// The step of the tour that the reader is at.
    pub tour: Option<usize>,
    /// Pairs that come with the program; kept by the window.
    pub samples: Vec<Pair>,
    /// Whether the two articles are presented to a class.
    pub presenting: bool,
    /// What the reader did.
    pub log: Log,
    /// What became of the last one, to be said for a while.
    pub told: Option<Told>,
    /// What the reader wants exported.
    pub exporting: Exporting,
    /// The quotation that the reader has checked.
    pub checking: Checking,
    /// What lies over the columns.
    pub sheet: Option<Sheet>,
    /// The folder to choose from.
    pub folder: Option<Folder>,
    /// The articles of files that hold several, to choose from.
    pub offers: Sides<Option<Offer>>,
    /// What is remembered.
    pub settings: Settings,
    /// Where to go once both articles are there.
    pub resume: Option<LeftOff>,
    /// The link to be current again once both are compared.
    pub(super) resume_link: Option<LinkRef>,
    /// How what the reader does is kept.
    pub keeping: Keeping,
    /// The byte at the top of each column, kept by the window for [`LeftOff`].
    pub places: Sides<usize>,
    /// What both share before the reader's links and names.
    pub(super) as_read: Option<Arc<Compared>>,
    /// What the reader made of the open articles.
    pub(super) made: Made,
    /// How what is not the article is folded.
    pub(super) fold: Fold,
    pub(super) revision: u64,
    /// The revision of the comparison that is on its way.
    pub(super) comparing: Option<u64>,
    /// How much of it is done, 0 to 1.
    pub(super) compared_share: f32,
    /// The revision of the folder that is being listed.
    pub(super) folder_awaited: Option<u64>,
}

impl State {
    /// With these settings, and nothing open yet.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Whether an article is being read, both compared, a quotation looked for or a folder listed.
    pub fn is_busy(&self) -> bool {
        self.comparing.is_some()
            || self.folder_awaited.is_some()
            || self.checking.awaited.is_some()
            || self.keeping.is_fetching()
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
        let jobs = self.carry_out(command);
        if self.make() {
            self.rework();
        }
        jobs
    }

    fn carry_out(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::Do(action) => self.act(action),
            Command::Open(side, origin) => {
                self.one_column.facing = side;
                vec![self.open(side, origin)]
            }
            Command::OpenPair(left, right) => {
                self.one_column.facing = Side::Left;
                vec![self.open(Side::Left, left), self.open(Side::Right, right)]
            }
            Command::OpenFolder(path) | Command::PickedFolder(path) => self.read_folder(path),
            Command::OpenPath(side, path) => {
                self.one_column.facing = side;
                self.open_path(side, path)
            }
            Command::Picked(side, path) => {
                self.one_column.facing = side;
                vec![self.open(side, Origin::File(path))]
            }
            Command::GoTo(link) => self.go_to(link),
            Command::Show(passage) => {
                self.together = None;
                self.show(passage)
            }
            Command::ShowPane(pane) => self.show_pane(pane),
            Command::ReadTogether(theme) => self.read_together(theme),
            Command::Edit(edit) => self.edit(edit),
            Command::Check(quotation) => self.check(quotation),
            Command::Seek(sought) => self.seek(sought),
            Command::GoToParagraph(number) => self.go_to_paragraph(number),
            Command::CloseBar => {
                self.close_bar();
                Vec::new()
            }
            Command::Leap => self.leap(),
            Command::TurnTo(side) => self.turn_to(side),
            Command::CloseCounterpart => {
                self.one_column.counterpart_open = false;
                Vec::new()
            }
            Command::LeaveLink => {
                self.current = None;
                self.passage = None;
                Vec::new()
            }
            Command::OpenSheet(sheet) => self.show_sheet(Some(sheet)),
            Command::ShowOnly(kind) => self.show_only(kind),
            Command::ToggleLayer(kind) => self.toggle_layer(kind),
            Command::SetShortest(words) => self.set_shortest(words),
            Command::SetTheme(theme) => self.set_theme(theme),
            Command::SetTextScale(scale) => self.set_text_scale(scale),
            Command::TourTo(step) => {
                self.tour = step;
                Vec::new()
            }
            Command::SetSplit(split) => {
                // Dragging asks for it in every frame: it is written down with whatever is next.
                self.settings.set_split(split);
                Vec::new()
            }
            Command::SetFinding(finding) => self.set_finding(finding),
            Command::SetPace(words_a_minute) => {
                self.settings.set_pace(words_a_minute);
                vec![Job::SaveSettings]
            }
            Command::SetGlides(glides) => {
                self.settings.glides = glides;
                vec![Job::SaveSettings]
            }
            Command::SetTypography(typography) => self.set_typography(typography),
            Command::DismissNotice(side) => self.dismiss(side),
            Command::CloseSheet => self.show_sheet(None),
            Command::Imported(side, revision, opened) => self.receive_import(side, revision, opened),
            Command::Progress(revision, share) => self.receive_progress(revision, share),
            Command::Opened(side, revision, outcome) => self.receive(side, revision, outcome),
            Command::Damaged(side, revision, sentence, mended) => self.receive_damage(side, revision, sentence, mended),
            Command::Offered(side, revision, offer) => self.receive_offer(side, revision, offer),
            Command::Compared(revision, compared) => self.receive_comparison(revision, compared),
            Command::Checked(revision, checked) => self.receive_check(revision, checked),
            Command::Found(found) => self.receive_found(found),
            Command::FolderRead(revision, outcome) => self.receive_folder(revision, outcome),
            Command::FoundDocument(side, revision, path) => self.receive_document(side, revision, path),
            Command::Fetched(revision, fetched) => self.receive_fetched(revision, *fetched),
            Command::Kept(outcome) => self.receive_kept(outcome),
            Command::SaveCopy(path, replaces) => self.save_copy(path, replaces),
            Command::CopySaved(outcome) => self.receive_copy(outcome),
            Command::NoCopyPicker => self.no_copy_picker(),
            Command::ChooseFrom(folder) => self.choose_from(folder),
            Command::NoPicker(side) => self.show_sheet(Some(Sheet::Path(side, NoPicker::Missing))),
            Command::Failed(side, sentence) => {
                self.columns.get_mut(side).notice = Some(sentence);
                Vec::new()
            }
            made => self.take_in_hand(made),
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
            Action::SaveCopy => self.ask_for_copy(),
            Action::Close => self.close(),
            Action::Tour => {
                self.tour = Some(0);
                Vec::new()
            }
            Action::SwapSides => self.swap(),
            Action::Quit => vec![Job::Quit],
            Action::NextLink => self.step(true),
            Action::PreviousLink => self.step(false),
            Action::LetGo => self.let_go(),
            Action::OtherArticle => self.turn_to(self.one_column.facing.other()),
            Action::ToTop => self.scroll_both(false),
            Action::ToEnd => self.scroll_both(true),
            Action::Back => self.travel(false),
            Action::Forward => self.travel(true),
            Action::Find => self.open_bar(Bar::Find),
            Action::FindNext => self.find_next(true),
            Action::FindPrevious => self.find_next(false),
            Action::GoToParagraph => self.open_bar(Bar::Paragraph),
            Action::AllCommands => self.toggle_sheet(Sheet::Commands),
            Action::Copy => vec![Job::CopySelection],
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::WhoSaid => self.ask_who_said(),
            Action::Note => self.begin_note(),
            Action::Highlight(colour) => self.highlight(colour),
            Action::Join => self.join_selections(),
            Action::Strike => self.strike(),
            Action::CutCard => self.cut_card(),
            Action::Export => self.ask_export(),
            Action::CopyWithCitation => self.copy_with_citation(),
            Action::AboutArticle => self.ask_about_article(),
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
            Action::Fold => self.fold(),
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

    pub(super) fn current_link(&self) -> Option<&Link> {
        self.compared.as_ref()?.comparison.links.get(self.current?)
    }

    /// What kind of link joins a passage with its counterpart.
    pub fn kind_of(&self, passage: &Passage) -> Option<LinkKind> {
        Some(self.compared.as_ref()?.comparison.links.get(passage.link?)?.kind)
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
        self.visit_passage(passage);
        Vec::new()
    }

    pub(super) fn go_to(&mut self, link: usize) -> Vec<Job> {
        let found = self.compared.as_ref().and_then(|compared| compared.comparison.links.get(link));
        if let Some(spans) = found.map(|found| found.spans) {
            self.current = Some(link);
            self.passage = None;
            self.together = None;
            self.visit_link(link, spans);
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

    fn scroll_both(&mut self, to_end: bool) -> Vec<Job> {
        self.leap();
        vec![Job::ScrollBoth { to_end }]
    }

    fn let_go(&mut self) -> Vec<Job> {
        if self.writing.is_some() {
            return self.keep_note();
        }
        if self.sheet.take().is_some() || self.tour.take().is_some() || self.close_bar() {
            return Vec::new();
        }
        if self.presenting && self.together.is_none() && self.current.is_none() {
            return self.present(false);
        }
        self.lettings_go += 1;
        let put_away = Side::BOTH.map(|side| self.columns.get_mut(side).put_away());
        if !put_away.contains(&true) {
            self.current = None;
            self.passage = None;
            self.together = None;
            self.one_column.counterpart_open = false;
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
        self.columns.get_mut(side).put_away();
        Vec::new()
    }
}
