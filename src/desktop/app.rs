//! The program behind the window: commands in, jobs out, a worker beside it. Plain functions; eframe is a thin wrapper.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use egui::{Context, Event, Ui, ViewportCommand};

use super::keeping::{KeepingThread, Order};
use super::worker::{self, Task};
use super::{finder, picker, samples};
use crate::model::Side;
use crate::ui::{Room, room_ui, shortcuts, style};
use crate::view;
use crate::workspace::settings::{self, Kept};
use crate::workspace::{Action, Command, Folder, Job, Origin, Search, Settings, State, Theme};

/// How long the first frame waits for the articles, so that it does not show an empty page.
const FIRST_FRAME_WAIT: Duration = Duration::from_millis(150);
/// And once their pages are there, for what was read in them, so that short ones do not come in two steps.
const MARKS_WAIT: Duration = Duration::from_millis(50);

/// The running program.
pub struct App {
    state: State,
    room: Room,
    tasks: Option<Sender<Task>>,
    keeping: Option<KeepingThread>,
    searches: Option<Sender<Search>>,
    replies: Receiver<Command>,
    reply_to: Sender<Command>,
    settings_path: Option<PathBuf>,
    paste_side: Option<Side>,
    title: String,
    picker_allowed: bool,
}

impl App {
    /// Starts on these files; with none, where the reader left off or else on the sample pair. Settings are read from
    /// and saved to `settings_path`, if there is one.
    pub fn new(ctx: &Context, files: Vec<PathBuf>, settings_path: Option<PathBuf>) -> Self {
        Self::with(ctx, files, Kept::at(settings_path))
    }

    /// The same with settings that were read already.
    pub fn with(ctx: &Context, files: Vec<PathBuf>, kept: Kept) -> Self {
        let Kept { settings, path: settings_path, is_new, work_folder } = kept;
        // Whoever has settings was here before: the tour does not come back.
        let is_first_time = files.is_empty() && is_new;
        style::install(ctx);
        style::set_theme(ctx, settings.theme);
        let (reply_to, replies) = channel();
        let waker = ctx.clone();
        let tasks = worker::start(reply_to.clone(), move || waker.request_repaint()).ok();
        let waker = ctx.clone();
        let searches = finder::start(reply_to.clone(), move || waker.request_repaint()).ok();
        let waker = ctx.clone();
        let is_keeping = work_folder.is_some();
        let keeping = KeepingThread::start(work_folder, reply_to.clone(), move || waker.request_repaint()).ok();
        let mut app = Self {
            state: State::new(settings),
            room: Room::default(),
            tasks,
            keeping,
            searches,
            replies,
            reply_to,
            settings_path,
            paste_side: None,
            title: String::new(),
            picker_allowed: true,
        };
        app.state.keeping.is_on = is_keeping && app.keeping.is_some();
        app.state.tour = is_first_time.then_some(0);
        app.state.samples = samples::pairs();
        app.open_first(ctx, files);
        app.wait_for_pages(ctx);
        app.wait(ctx, MARKS_WAIT);
        app
    }

    /// What is open and current.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What the window keeps for itself.
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// As on a system without a file picker: asking for one opens the field for a path.
    pub fn forbid_picker(&mut self) {
        self.picker_allowed = false;
    }

    /// Waits until nothing is read, compared or searched, at most so long.
    pub fn wait(&mut self, ctx: &Context, at_most: Duration) {
        let until = Instant::now() + at_most;
        while self.state.is_busy()
            || self.state.keeping.is_saving()
            || self.state.find.is_seeking()
            || self.state.exporting.is_writing()
        {
            let Ok(reply) = self.replies.recv_timeout(until.saturating_duration_since(Instant::now())) else { return };
            self.apply(ctx, reply);
        }
    }

    /// Waits until every article on its way can be shown.
    fn wait_for_pages(&mut self, ctx: &Context) {
        let until = Instant::now() + FIRST_FRAME_WAIT;
        let is_due = |side: &Side, state: &State| {
            let column = state.columns.get(*side);
            column.awaited.is_some() && column.being_read.is_none()
        };
        while Side::BOTH.iter().any(|side| is_due(side, &self.state)) {
            let Ok(reply) = self.replies.recv_timeout(until.saturating_duration_since(Instant::now())) else { return };
            self.apply(ctx, reply);
        }
    }

    /// Takes answers, drops, pastes and keys, and changes the state. Draws nothing.
    pub fn step(&mut self, ctx: &Context) {
        while let Ok(reply) = self.replies.try_recv() {
            self.apply(ctx, reply);
        }
        for command in self.pasted(ctx).into_iter().chain(self.dropped(ctx)) {
            self.apply(ctx, command);
        }
        for action in shortcuts::pressed(ctx) {
            self.apply(ctx, Command::Do(action));
        }
        let title = view::window_title(&self.state);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Draws the window and does what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        let mut commands = Vec::new();
        room_ui(ui, &self.state, &mut self.room, &mut commands);
        self.room.report(&mut self.state);
        self.remember_size(ui.ctx());
        let ctx = ui.ctx().clone();
        if !commands.is_empty() {
            ctx.request_repaint();
        }
        for command in commands {
            self.apply(&ctx, command);
        }
    }

    /// Keeps the size of the window, unless it fills the screen.
    fn remember_size(&mut self, ctx: &Context) {
        let fills = ctx.input(|input| {
            let viewport = input.viewport();
            viewport.fullscreen.unwrap_or(false) || viewport.maximized.unwrap_or(false)
        });
        if !fills {
            let size = ctx.content_rect().size();
            self.state.settings.window_points = Some([size.x, size.y]);
        }
    }

    /// Writes down where the reader is, and waits until all that they made is on the disk or cannot be.
    pub fn save(&mut self) {
        for command in self.room.end(&self.state) {
            for job in self.state.apply(command) {
                if let Job::Keep(number, change) = job {
                    self.order(Order::Keep(number, change));
                }
            }
        }
        if let Some(keeping) = self.keeping.take() {
            keeping.send(Order::Leave(self.state.bookmark()));
        }
        self.state.settings.left_off = Some(self.state.leave_off());
        if let Some(path) = &self.settings_path {
            // The window is closing: there is nobody left to tell.
            let _ = settings::save(&self.state.settings, path);
        }
    }

    /// Changes the state and does the jobs that follow.
    pub fn apply(&mut self, ctx: &Context, command: Command) {
        let command = match command {
            Command::Do(Action::OpenSamples) => {
                let (left, right) = samples::pair();
                Command::OpenPair(left, right)
            }
            Command::Do(Action::NextTheme) => Command::SetTheme(other_theme(ctx)),
            other => other,
        };
        let is_taken_up = matches!(command, Command::Fetched(..));
        for job in self.state.apply(command) {
            self.run(ctx, job);
        }
        if is_taken_up && self.state.resume.is_none() {
            self.return_to_bookmark();
        }
        style::set_theme(ctx, self.state.settings.theme);
    }

    fn open_first(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        let command = match files.len() {
            0 => return self.resume(ctx),
            1 => files.into_iter().next().map(|path| Command::OpenPath(Side::Left, path)),
            2 => {
                let mut origins = files.into_iter().map(Origin::File);
                origins.next().zip(origins.next()).map(|(left, right)| Command::OpenPair(left, right))
            }
            _ => Some(Command::ChooseFrom(Folder { path: PathBuf::new(), articles: files })),
        };
        if let Some(command) = command {
            self.apply(ctx, command);
        }
    }

    fn resume(&mut self, ctx: &Context) {
        let left_off = self.state.settings.left_off.clone();
        let Some(left_off) = left_off.filter(|left_off| left_off.left.is_some() || left_off.right.is_some()) else {
            return self.apply(ctx, Command::Do(Action::OpenSamples));
        };
        let places = left_off.places();
        for side in Side::BOTH {
            self.room.columns.get_mut(side).resume_at = Some(*places.get(side));
            if let Some(origin) = left_off.origin(side) {
                self.apply(ctx, Command::Open(side, origin.clone()));
            }
        }
        self.apply(ctx, Command::TurnTo(Side::Left));
        self.state.resume = Some(left_off);
    }

    /// Where the reader was when they left the pair; a column that stood at its beginning stays as it is.
    fn return_to_bookmark(&mut self) {
        for side in Side::BOTH {
            let top = *self.state.places.get(side);
            if top > 0 {
                self.room.columns.get_mut(side).resume_at = Some(top);
            }
        }
    }

    fn order(&mut self, order: Order) {
        if let Some(keeping) = &self.keeping {
            keeping.send(order);
        }
    }

    fn run(&mut self, ctx: &Context, job: Job) {
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        let near = || self.state.folder_of_files();
        match job {
            Job::Open(side, revision, origin) => self.send(Task::Open(side, revision, origin)),
            Job::Read(side, revision, opened) => self.send(Task::Read(side, revision, opened)),
            Job::Compare(revision, sides, corrections, finding) => {
                self.send(Task::Compare(revision, sides, corrections, finding));
            }
            Job::Check(revision, articles, quotation) => self.send(Task::Check(revision, articles, quotation)),
            Job::Export(revision, export) => self.send(Task::Export(revision, export)),
            Job::PickExport(name) if self.picker_allowed => {
                picker::pick_export(&name, near(), self.reply_to.clone(), wake);
            }
            Job::PickExport(_) => self.apply(ctx, Command::NoExportPicker),
            Job::CopyText(words) => ctx.copy_text(words),
            Job::Seek(search) => self.search(ctx, search),
            Job::Cancel => self.send(Task::Cancel),
            Job::ReadFolder(revision, path) => self.send(Task::ReadFolder(revision, path)),
            Job::Pick(side) if self.picker_allowed => picker::pick_file(side, near(), self.reply_to.clone(), wake),
            Job::PickFolder if self.picker_allowed => picker::pick_folder(near(), self.reply_to.clone(), wake),
            Job::Pick(side) => self.apply(ctx, Command::NoPicker(side)),
            Job::PickFolder => self.apply(ctx, Command::NoPicker(Side::Left)),
            Job::RequestPaste(side) => {
                self.paste_side = Some(side);
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            Job::CopySelection => {
                if let Some(words) = self.room.selected_words() {
                    ctx.copy_text(words);
                }
            }
            Job::ScrollBoth { to_end } => {
                self.room.scroll_both(ctx.input(|input| input.time), to_end);
                ctx.request_repaint();
            }
            Job::ToggleFullScreen => {
                let now = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!now));
            }
            Job::SetFullScreen(on) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on)),
            Job::SaveSettings => {
                if let Some(path) = self.settings_path.clone() {
                    self.send(Task::Save(Box::new(self.saved_settings()), path));
                }
            }
            Job::Fetch(revision, sides, document) => self.order(Order::Fetch(revision, sides, document)),
            Job::Keep(number, change) => self.order(Order::Keep(number, change)),
            Job::Leave(bookmark) => self.order(Order::Leave(bookmark)),
            Job::PickCopy(name) if self.picker_allowed => picker::pick_copy(name, near(), self.reply_to.clone(), wake),
            Job::PickCopy(_) => self.apply(ctx, Command::NoCopyPicker),
            Job::SaveCopy(path, replaces, document) => self.order(Order::Copy(path, replaces, document)),
            Job::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn saved_settings(&self) -> Settings {
        Settings { left_off: Some(self.state.leave_off()), ..self.state.settings.clone() }
    }

    fn send(&mut self, task: Task) {
        let sent = self.tasks.as_ref().is_some_and(|tasks| tasks.send(task).is_ok());
        if !sent {
            self.state.columns.left.notice = Some("This system allows no thread to read articles on.".to_owned());
        }
    }

    /// On the thread for it; without one here and now.
    fn search(&mut self, ctx: &Context, search: Search) {
        let unsent = match &self.searches {
            Some(searches) => searches.send(search).err().map(|unsent| unsent.0),
            None => Some(search),
        };
        for found in unsent.iter().flat_map(Search::answers) {
            self.apply(ctx, Command::Found(found));
        }
    }

    /// Text from the clipboard, unless it goes into a field.
    fn pasted(&mut self, ctx: &Context) -> Option<Command> {
        if ctx.text_edit_focused() {
            return None;
        }
        let text = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        })?;
        let empty = Side::BOTH.into_iter().find(|side| self.state.columns.get(*side).opened.is_none());
        let side = self.paste_side.take().or(empty).unwrap_or(self.room.active);
        Some(Command::Open(side, Origin::Pasted(text)))
    }

    /// Files dropped on the window: one goes to the column under the pointer, two fill both.
    fn dropped(&self, ctx: &Context) -> Option<Command> {
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let middle = ctx.content_rect().center().x;
        let pointer = ctx.input(|input| input.pointer.latest_pos());
        let side = match pointer {
            Some(at) if at.x < middle => Side::Left,
            Some(_) => Side::Right,
            None => self.room.active,
        };
        match &paths[..] {
            [] => None,
            [one] => Some(Command::OpenPath(side, one.clone())),
            [left, right] => Some(Command::OpenPair(Origin::File(left.clone()), Origin::File(right.clone()))),
            _ => Some(Command::ChooseFrom(Folder { path: PathBuf::new(), articles: paths })),
        }
    }
}

fn other_theme(ctx: &Context) -> Theme {
    match ctx.theme() {
        egui::Theme::Dark => Theme::Light,
        egui::Theme::Light => Theme::Dark,
    }
}
