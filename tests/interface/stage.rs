//! A window with two short articles and links of every kind between them, made by hand.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use diptych::desktop::App;
use diptych::model::{Comparison, Link, LinkKind, Side, Sides, Source, SourceKind, SourceSide, Span, Theme};
use diptych::ui::{Room, room_ui, shortcuts, style};
use diptych::workspace::{Column, Command, Compared, Job, Opened, Origin, Pane, State};
use diptych::{import, reading};
use egui::Vec2;
use egui_kittest::Harness;

pub const LEFT: &str = "The Weir at Low Marston\n\nBy Ada Fenn\n\nMay 3, 2018\n\n\
The weir has stood since 1841, and the town has argued about it since 1842. This spring the argument came to a vote.\n\n\
“A river that cannot move is a pond with ambitions,” said Dr. Ines Okafor, who has measured the Marston for thirty years. \
She would take the weir down tomorrow, stone by stone, and keep the stones.\n\n\
The council heard 412 residents in four evenings. Most spoke of the mill, some of the trout, and one of a grandmother who \
had learned to swim in the race below the wheel.\n\n\
What nobody disputed was the figure on the wall: 38 percent less water in August than in the year the gauge was put in.\n\n\
The mill is loved, and it is empty. Love has not mended the roof, and the roof will not wait for the river.\n\n\
So the question is not whether the weir is old. It is whether a town may change its mind about a stone.\n";

pub const RIGHT: &str = "Council Keeps the Weir, for Now\n\nBy Tobias Rook\n\nMay 5, 2018\n\n\
LOW MARSTON — After four evenings of testimony the council voted on Thursday to keep the weir for another ten years.\n\n\
Ines Okafor, a hydrologist at the county college, told the members that a river that cannot move is “a pond with \
ambitions.” She did not persuade them.\n\n\
In all, 412 residents spoke or wrote. The mill’s owner offered to open the building to schools on Fridays.\n\n\
The gauge below the bridge showed 38 percent less water last August than when it was installed, the engineer reported.\n\n\
The vote was five to four. The chair, Marion Vale, said she had changed her mind twice and might do so again.\n\n\
The stones stay where they are. The trout, the owner noted, were not asked.\n";

/// What a test holds: the state and what the window keeps.
pub struct Stage {
    pub state: State,
    pub room: Room,
    pub asked: Vec<Command>,
}

pub type Window<'a> = Harness<'a, Stage>;

/// A window of that size on the two articles.
pub fn window<'a>(width: f32, height: f32) -> Window<'a> {
    window_on(width, height, compared())
}

/// A window of that size on these, with the list of what is shared.
pub fn window_on<'a>(width: f32, height: f32, compared: Arc<Compared>) -> Window<'a> {
    let mut shown = State::default();
    shown.settings.pane = Pane::Shared;
    for side in Side::BOTH {
        let opened = Some(Arc::clone(compared.sides.get(side)));
        *shown.columns.get_mut(side) = Column { opened, ..Column::default() };
    }
    shown.compared = Some(compared);
    let stage = Stage { state: shown, room: Room::default(), asked: Vec::new() };
    Harness::builder()
        .allow_missing_glyphs()
        .with_size(Vec2::new(width, height))
        .with_context_setup(style::install)
        .with_step_dt(0.05)
        .with_max_steps(40)
        .build_ui_state(show, stage)
}

fn show(ui: &mut egui::Ui, stage: &mut Stage) {
    for action in shortcuts::pressed(ui.ctx()) {
        stage.apply(Command::Do(action));
    }
    let mut commands = Vec::new();
    room_ui(ui, &stage.state, &mut stage.room, &mut commands);
    stage.room.report(&mut stage.state);
    if !commands.is_empty() {
        ui.ctx().request_repaint();
    }
    for command in commands {
        stage.asked.push(command.clone());
        stage.apply(command);
    }
}

impl Stage {
    /// Changes the state. Of the jobs that follow only searches are done, at once.
    pub fn apply(&mut self, command: Command) {
        for job in self.state.apply(command) {
            let Job::Seek(search) = job else { continue };
            for found in search.answers() {
                self.state.apply(Command::Found(found));
            }
        }
    }
}

/// The real program on these files, with a worker, and no settings on disk.
pub fn program<'a>(files: Vec<PathBuf>) -> Harness<'a, Option<App>> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_context_setup(style::install)
        .with_step_dt(0.05)
        .with_max_steps(40)
        .build_ui_state(
            |ui, app: &mut Option<App>| {
                let ctx = ui.ctx().clone();
                if let Some(app) = app {
                    app.step(&ctx);
                    app.show(ui);
                }
            },
            None,
        );
    let mut app = App::new(&harness.ctx, files, None);
    app.forbid_picker();
    *harness.state_mut() = Some(app);
    settle(&mut harness);
    harness
}

/// The real program on two files of these words, named so, in a folder that lives as long as it is held.
pub fn program_on(left: (&str, &str), right: (&str, &str)) -> (tempfile::TempDir, Harness<'static, Option<App>>) {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let file = |(name, text): (&str, &str)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let files = vec![file(left), file(right)];
    (folder, program(files))
}

/// Runs until the worker and the window have come to rest.
pub fn settle(harness: &mut Harness<'_, Option<App>>) {
    let ctx = harness.ctx.clone();
    harness.run();
    if let Some(app) = harness.state_mut() {
        app.wait(&ctx, Duration::from_mins(1));
    }
    harness.run();
}

fn opened(text: &str) -> Arc<Opened> {
    let article = import::pasted(text).expect("it has words");
    let reading = reading::read(&article);
    Arc::new(Opened { origin: Origin::Pasted(text.to_owned()), article, reading })
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the article");
    Span::new(start, start + words.len())
}

fn link(kind: LinkKind, left: &str, right: &str, label: &str, why: &str) -> Link {
    let spans = Sides::new(span(LEFT, left), span(RIGHT, right));
    Link { score: 0.5, label: label.to_owned(), why: why.to_owned(), ..Link::new(kind, spans) }
}

/// Both articles and six links.
pub fn compared() -> Arc<Compared> {
    let okafor = Source {
        name: "Ines Okafor".to_owned(),
        kind: SourceKind::Person,
        sides: Sides::new(
            SourceSide { mentions: vec![span(LEFT, "Dr. Ines Okafor")], ..SourceSide::default() },
            SourceSide { mentions: vec![span(RIGHT, "Ines Okafor")], ..SourceSide::default() },
        ),
        confidence: 0.98,
        why: "The same name.".to_owned(),
    };
    let source = Link {
        source: Some(0),
        ..link(
            LinkKind::Source,
            "said Dr. Ines Okafor, who has measured the Marston for thirty years",
            "Ines Okafor, a hydrologist at the county college, told the members",
            "Ines Okafor",
            "Both quote Ines Okafor, in nearly the same words.",
        )
    };
    let mut links = vec![
        link(
            LinkKind::Quotation,
            "A river that cannot move is a pond with ambitions,",
            "a pond with ambitions.",
            "a pond with ambitions",
            "The same sentence; the right quotes its last four words and reports the rest.",
        ),
        source,
        link(
            LinkKind::Text,
            "river that cannot move is",
            "river that cannot move is",
            "river that cannot move",
            "Five words in a row.",
        ),
        link(
            LinkKind::Fact,
            "38 percent less water in August",
            "38 percent less water last August",
            "38 percent less water",
            "Both give the same figure for the water in August.",
        ),
        link(LinkKind::Fact, "412 residents", "412 residents", "412 residents", "The same number of residents heard."),
        link(
            LinkKind::Theme,
            "The mill is loved, and it is empty. Love has not mended the roof, and the roof will not wait for the river.",
            "The stones stay where they are. The trout, the owner noted, were not asked.",
            "the mill and its stones",
            "Both: mill, stones, river.",
        ),
    ];
    let theme = |label: &str, terms: [&str; 2], left: Vec<usize>, right: Vec<usize>| Theme {
        label: label.to_owned(),
        terms: terms.map(str::to_owned).to_vec(),
        paragraphs: Sides::new(left, right),
        weight: 0.5,
    };
    let themes = vec![
        theme("The mill and its stones", ["mill", "stones"], vec![5, 7], vec![5, 8]),
        theme("Age of the weir", ["weir", "old"], vec![3, 8], Vec::new()),
        theme("The vote", ["vote", "council"], Vec::new(), vec![3, 7]),
    ];
    if let Some(last) = links.last_mut() {
        last.theme = Some(0);
    }
    let comparison = Comparison { sources: vec![okafor], themes, links };
    Arc::new(Compared::new(Sides::new(opened(LEFT), opened(RIGHT)), Sides::default(), comparison))
}
