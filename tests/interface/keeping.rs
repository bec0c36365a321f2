//! What a reader makes comes back: after a crash, after a file was edited, from a document.

use std::path::PathBuf;
use std::time::Duration;

use diptych::desktop::App;
use diptych::model::{ArticleKey, Edit, Field, Item, ItemId, Note, NoteOn, Place, Side, Span};
use diptych::workspace::settings::Kept;
use diptych::workspace::{Action, Command, Event, Origin, State};
use egui::Context;

use super::stage::{LEFT, RIGHT};

/// A folder with the two articles in it, and a folder for what is kept.
struct Home {
    folder: tempfile::TempDir,
    ctx: Context,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().expect("a folder to write to"), ctx: Context::default() };
        home.write("weir.txt", LEFT);
        home.write("council.txt", RIGHT);
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).expect("written");
        self.path(name)
    }

    /// The program on these files, once it has come to rest.
    fn program(&self, files: &[&str], work: &str) -> App {
        let kept = Kept { work_folder: Some(self.path(work)), ..Kept::at(None) };
        let mut app = App::with(&self.ctx, files.iter().map(|name| self.path(name)).collect(), kept);
        app.forbid_picker();
        self.settle(&mut app);
        app
    }

    fn pair(&self) -> App {
        self.program(&["weir.txt", "council.txt"], "work")
    }

    fn settle(&self, app: &mut App) {
        app.wait(&self.ctx, Duration::from_mins(1));
    }

    fn tell(&self, app: &mut App, command: Command) {
        app.apply(&self.ctx, command);
        self.settle(app);
    }
}

fn place(text: &str, words: &str) -> Place {
    let start = text.find(words).expect("the words are there");
    Place { article: ArticleKey::of(text), span: Span::new(start, start + words.len()) }
}

fn note(state: &State, text: &str, words: &str, note: &str) -> Command {
    let on = NoteOn::Passage(place(text, words));
    Command::Edit(Edit::Put(state.log.next_item(), Item::Note(Note { on, text: note.to_owned() })))
}

fn open_keys(state: &State) -> Vec<ArticleKey> {
    Side::BOTH
        .iter()
        .filter_map(|side| Some(ArticleKey::of(&state.columns.get(*side).opened.as_ref()?.article.text)))
        .collect()
}

/// Every note with the words that it is on.
fn notes(app: &App) -> Vec<(String, String)> {
    let state = app.state();
    let work = state.log.work(&open_keys(state));
    let words = |place: Place| {
        let texts = Side::BOTH.iter().filter_map(|side| state.columns.get(*side).opened.as_ref());
        let home = texts.map(|opened| opened.article.text.clone()).find(|text| ArticleKey::of(text) == place.article);
        home.map(|text| place.span.of(&text).to_owned()).unwrap_or_default()
    };
    let on = |(_, note): (ItemId, &Note)| match note.on {
        NoteOn::Passage(place) => (words(place), note.text.clone()),
        NoteOn::Link(_) => (String::new(), note.text.clone()),
    };
    work.notes().map(on).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(words, note)| ((*words).to_owned(), (*note).to_owned())).collect()
}

/// Two notes, the second taken back, and a correction.
fn work_on(home: &Home, app: &mut App) {
    let first = note(app.state(), LEFT, "stone by stone", "really?");
    home.tell(app, first);
    let second = note(app.state(), RIGHT, "five to four", "who?");
    home.tell(app, second);
    home.tell(app, Command::Do(Action::Undo));
    let article = ArticleKey::of(LEFT);
    let value = Some("The Marston Gauge".to_owned());
    home.tell(
        app,
        Command::Edit(Edit::Correct(diptych::model::Correction::Describe {
            article,
            field: Field::Publication,
            value,
        })),
    );
}

#[test]
fn after_a_crash_everything_is_back() {
    let home = Home::new();
    let mut app = home.pair();
    work_on(&home, &mut app);
    let before = app.state().log.clone();
    // Nothing is closed or saved.
    drop(app);
    let again = home.pair();
    assert_eq!(again.state().log, before);
    assert_eq!(notes(&again), pairs(&[("stone by stone", "really?")]));
    let notice = again.state().columns.left.notice.clone().unwrap_or_default();
    assert!(
        notice.contains("4 changes were brought back") || notice.contains("3 changes were brought back"),
        "{notice}"
    );
    drop(again);
    assert_eq!(home.pair().state().columns.left.notice, None, "it is said once");
}

#[test]
fn the_same_pair_comes_back_after_another_one_and_with_its_sides_exchanged() {
    let home = Home::new();
    home.write("other.txt", "The Ferry\n\nThe ferry sinks. It sank twice before, the harbour master said on Monday.");
    let mut app = home.pair();
    work_on(&home, &mut app);
    home.tell(&mut app, Command::Open(Side::Left, Origin::File(home.path("other.txt"))));
    assert!(notes(&app).is_empty());
    home.tell(&mut app, Command::Open(Side::Left, Origin::File(home.path("weir.txt"))));
    assert_eq!(notes(&app), pairs(&[("stone by stone", "really?")]));
    home.tell(&mut app, Command::Do(Action::SwapSides));
    assert_eq!(notes(&app), pairs(&[("stone by stone", "really?")]));
    assert_eq!(app.state().columns.left.notice, None);
}

#[test]
fn a_note_that_is_being_written_is_kept_when_the_pair_or_the_window_closes() {
    let home = Home::new();
    home.write("other.txt", "The Ferry\n\nThe ferry sinks. It sank twice before, the harbour master said on Monday.");
    let mut app = home.pair();
    let texts = |app: &App| {
        let work = app.state().work();
        work.notes().map(|(_, note)| note.text.clone()).collect::<Vec<_>>()
    };
    let write = |app: &mut App, words: &str| {
        home.tell(app, Command::GoTo(0));
        home.tell(app, Command::Do(Action::Note));
        home.tell(app, Command::NoteTyped(words.to_owned()));
    };
    write(&mut app, "whose stones?");
    home.tell(&mut app, Command::Open(Side::Left, Origin::File(home.path("other.txt"))));
    assert!(texts(&app).is_empty(), "it is not about that pair");
    home.tell(&mut app, Command::Open(Side::Left, Origin::File(home.path("weir.txt"))));
    assert_eq!(texts(&app), ["whose stones?"]);
    write(&mut app, "since when?");
    app.save();
    drop(app);
    assert_eq!(texts(&home.pair()), ["since when?"], "a link has one note, which is written further");
}

#[test]
fn where_the_reader_was_comes_back() {
    let home = Home::new();
    let mut app = home.pair();
    home.tell(&mut app, Command::GoTo(0));
    let link = |app: &App| {
        let state = app.state();
        let compared = state.compared.as_ref().expect("both are compared");
        state.current.map(|current| compared.comparison.links[current].spans)
    };
    let before = link(&app);
    assert!(before.is_some());
    app.save();
    drop(app);
    assert_eq!(link(&home.pair()), before);
}

#[test]
fn notes_stay_with_their_words_in_an_edited_file_and_lost_ones_are_told_of() {
    let home = Home::new();
    let mut app = home.pair();
    let kept = note(app.state(), LEFT, "stone by stone", "really?");
    home.tell(&mut app, kept);
    let lost = note(app.state(), LEFT, "some of the trout", "which?");
    home.tell(&mut app, lost);
    app.save();
    drop(app);
    let edited =
        LEFT.replace("This spring the argument", "Last spring the long argument").replace(", some of the trout", "");
    home.write("weir.txt", &edited);
    let app = home.pair();
    assert_eq!(notes(&app), pairs(&[("stone by stone", "really?")]));
    let notice = app.state().columns.left.notice.clone().unwrap_or_default();
    assert!(notice.contains("what you made on “some of the trout” has no place"), "{notice}");
    let unplaced = &app.state().keeping.unplaced;
    assert_eq!(unplaced.len(), 1);
    assert_eq!(unplaced[0].words, "some of the trout");
}

#[test]
fn a_copy_holds_everything_and_opens_where_the_files_are_not() {
    let home = Home::new();
    let mut app = home.pair();
    work_on(&home, &mut app);
    let log = app.state().log.clone();
    home.tell(&mut app, Command::SaveCopy(home.path("both"), false));
    home.tell(&mut app, Command::CloseSheet);
    let until = std::time::Instant::now() + Duration::from_mins(1);
    while app.state().told.as_ref().is_none_or(|told| !matches!(told.event, Event::CopySaved(_))) {
        assert!(std::time::Instant::now() < until, "the copy is not saved");
        app.step(&home.ctx);
    }
    drop(app);
    for name in ["weir.txt", "council.txt"] {
        std::fs::remove_file(home.path(name)).expect("removed");
    }
    let elsewhere = home.program(&["both.diptych"], "elsewhere");
    assert_eq!(elsewhere.state().log, log);
    assert_eq!(notes(&elsewhere), pairs(&[("stone by stone", "really?")]));
    assert!(elsewhere.state().compared.is_some());
}

#[test]
fn where_nothing_can_be_saved_the_work_stays_in_the_window_and_is_saved_when_it_can_be() {
    let home = Home::new();
    let in_the_way = home.write("work", "a file where the folder should be");
    let mut app = home.pair();
    let first = note(app.state(), LEFT, "stone by stone", "really?");
    home.tell(&mut app, first);
    assert!(app.state().keeping.is_unsaved());
    let notice = app.state().columns.left.notice.clone().unwrap_or_default();
    assert!(notice.contains("Your work is still in this window"), "{notice}");
    assert!(diptych::view::window_title(app.state()).starts_with("Not saved"));
    std::fs::remove_file(in_the_way).expect("removed");
    let second = note(app.state(), RIGHT, "five to four", "who?");
    home.tell(&mut app, second);
    // The next change tries again; so does time.
    let until = std::time::Instant::now() + Duration::from_mins(1);
    while app.state().keeping.is_unsaved() {
        assert!(std::time::Instant::now() < until, "it is not saved");
        app.step(&home.ctx);
    }
    assert_eq!(app.state().columns.left.notice, None);
    drop(app);
    assert_eq!(notes(&home.pair()).len(), 2);
}
