//! What a frame costs without a screen: input, layout, painting lists, tessellation; of the sample pair, and of two
//! articles of 200,000 words with 2,000 links.
//!
//! `cargo bench --bench frames`; figures are recorded in `benches/README.md`. `-- write DIR` writes the long pair down, to
//! open it in the window; `-- long` leaves the sample pair out.

#[path = "support/long_pair.rs"]
mod long_pair;
#[path = "support/made_article.rs"]
mod made_article;

use std::sync::Arc;
use std::time::Duration;

use diptych::desktop::App;
use diptych::model::Side;
use diptych::ui::panes::Panes;
use diptych::ui::{Room, room_ui, style};
use diptych::workspace::{Action, Command, FoldedTexts, Found, Job, OneColumn, Pane, Settings, State};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};

/// The window, in points.
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// Frames that are counted, after as many that are not.
const FRAMES: usize = 400;

/// What the reader does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    /// The wheel turns over one column, then over the other.
    Scrolling,
    /// The window becomes narrower in every frame.
    Resizing,
    /// The divider between the columns is dragged.
    Dividing,
    /// The pointer moves over the text.
    Pointing,
    /// Somebody drags the pointer in the strip.
    Leaping,
    /// Somebody types into the field to find in both, and takes it back, a letter a frame.
    Finding,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo test --benches` runs this too: there is nothing to test here.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "write") {
        return long_pair::write(arguments.get(at + 1).map_or(".", String::as_str));
    }
    println!("| articles | while | beside | median | 99th percentile | slowest |");
    println!("| --- | --- | --- | --- | --- | --- |");
    if !arguments.iter().any(|argument| argument == "long") {
        sample_pair();
    }
    long_pair();
}

fn sample_pair() {
    for (pane, name) in PANES {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Vec::new(), None);
        app.wait(&ctx, Duration::from_secs(10));
        app.apply(&ctx, Command::ShowPane(pane));
        let mut draw = |ctx: &Context, input: RawInput, _: f32| {
            app.step(ctx);
            ctx.run_ui(input, |ui| app.show(ui))
        };
        report("sample pair", Doing::Scrolling, name, &ctx, &mut draw);
    }
}

fn long_pair() {
    long_pair::opening();
    let compared = Arc::new(long_pair::compared());
    for (pane, name) in PANES {
        let ctx = Context::default();
        style::install(&ctx);
        let settings = Settings { pane, ..Settings::default() };
        style::set_theme(&ctx, settings.theme);
        let mut state = State::new(settings);
        for side in Side::BOTH {
            state.columns.get_mut(side).opened = Some(Arc::clone(compared.sides.get(side)));
        }
        state.compared = Some(Arc::clone(&compared));
        // As in the program, where every command leaves it known which articles are open.
        state.apply(Command::LeaveLink);
        let mut room = Room::default();
        let mut found: Vec<Found> = Vec::new();
        let mut texts = FoldedTexts::default();
        let mut draw = |ctx: &Context, input: RawInput, split: f32| {
            state.settings.set_split(split);
            let is_typing = input.events.iter().any(|event| matches!(event, Event::Text(_)));
            let mut searches = Vec::new();
            let mut apply = |state: &mut State, command: Command| {
                let jobs = state.apply(command);
                searches.extend(
                    jobs.into_iter().filter_map(|job| if let Job::Seek(search) = job { Some(search) } else { None }),
                );
            };
            if is_typing && !state.find.is_shown() {
                apply(&mut state, Command::Do(Action::Find));
            }
            for found in found.drain(..) {
                apply(&mut state, Command::Found(found));
            }
            let output = ctx.run_ui(input, |ui| {
                let mut commands = Vec::new();
                room_ui(ui, &state, &mut room, &mut commands);
                room.report(&mut state);
                for command in commands {
                    apply(&mut state, command);
                }
            });
            // As in the window on a thread of its own, whose answers come in the next frame.
            if let Some(search) = searches.pop() {
                let (found, texts) = (&mut found, &mut texts);
                let mut tell = |piece: Found| {
                    found.push(piece);
                    true
                };
                std::thread::scope(|scope| {
                    scope.spawn(move || search.run(texts, &mut tell));
                });
            }
            output
        };
        until_at_rest(name, &ctx, &mut draw);
        for doing in
            [Doing::Scrolling, Doing::Dividing, Doing::Resizing, Doing::Pointing, Doing::Leaping, Doing::Finding]
        {
            report("2 × 200,000 words, 2,000 links", doing, name, &ctx, &mut draw);
        }
    }
}

const PANES: [(Pane, &str); 4] = [
    (Pane::Overview, "the overview"),
    (Pane::Shared, "the list"),
    (Pane::Themes, "the themes"),
    (Pane::Sources, "the sources"),
];

/// Draws one frame, the left column with that share of the width.
type Draw<'a> = dyn FnMut(&Context, RawInput, f32) -> egui::FullOutput + 'a;

/// The first frames, while the words of both articles are shaped.
fn until_at_rest(name: &str, ctx: &Context, draw: &mut Draw<'_>) {
    let mut times = Vec::new();
    for frame in 0..2000 {
        let input = input(frame, SIZE, Vec::new());
        let start = processor_time();
        let output = draw(ctx, input, 0.5);
        let wanted = output.viewport_output.values().any(|output| output.repaint_delay < Duration::from_secs(1));
        divan::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        times.push(processor_time().saturating_sub(start));
        if !wanted && frame > 4 {
            break;
        }
    }
    let first = times.first().copied().unwrap_or_default().as_secs_f64() * 1e3;
    print_row(
        "2 × 200,000 words, 2,000 links",
        &format!("opening ({} frames, the first {first:.1} ms)", times.len()),
        name,
        times,
    );
}

fn report(articles: &str, doing: Doing, name: &str, ctx: &Context, draw: &mut Draw<'_>) {
    let mut times: Vec<Duration> = (0..2 * FRAMES).map(|frame| timed_frame(ctx, doing, frame, draw)).collect();
    times.drain(..FRAMES);
    let doing = match doing {
        Doing::Scrolling => "scrolling",
        Doing::Resizing => "the window becomes narrower",
        Doing::Dividing => "the divider is dragged",
        Doing::Pointing => "the pointer moves over the text",
        Doing::Leaping => "the strip is dragged",
        Doing::Finding => "words to find are typed",
    };
    print_row(articles, doing, name, times);
}

fn print_row(articles: &str, doing: &str, name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    let millis = |share: f64| times[(last as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "| {articles} | {doing} | {name} | {:.2} ms | {:.2} ms | {:.2} ms |",
        millis(0.5),
        millis(0.99),
        millis(1.0)
    );
}

/// One frame, and what it cost this thread's processor.
fn timed_frame(ctx: &Context, doing: Doing, frame: usize, draw: &mut Draw<'_>) -> Duration {
    let input = match doing {
        Doing::Scrolling => input(frame, SIZE, scrolled(frame)),
        Doing::Dividing => input(frame, SIZE, Vec::new()),
        Doing::Resizing => input(frame, vec2(SIZE.x - (frame % 160) as f32, SIZE.y), Vec::new()),
        Doing::Pointing => input(frame, SIZE, pointed(frame)),
        Doing::Leaping => input(frame, SIZE, dragged(frame)),
        Doing::Finding => input(frame, SIZE, typed(frame)),
    };
    // One point of the columns' width a frame, to and fro.
    let along = (frame % 200) as f32 / 900.0;
    let split = match doing {
        Doing::Dividing if (frame / 200).is_multiple_of(2) => 0.4 + along,
        Doing::Dividing => 0.4 + 199.0 / 900.0 - along,
        _ => 0.5,
    };
    let start = processor_time();
    let output = draw(ctx, input, split);
    divan::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    processor_time().saturating_sub(start)
}

fn input(frame: usize, size: Vec2, events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        time: Some(frame as f64 / 60.0),
        events,
        ..RawInput::default()
    }
}

/// The wheel turns over the left column, then over the right, down and up again.
fn scrolled(frame: usize) -> Vec<Event> {
    let over = if frame.is_multiple_of(2) { pos2(200.0, 400.0) } else { pos2(700.0, 400.0) };
    let down = (frame / 100).is_multiple_of(2);
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if down { -40.0 } else { 40.0 }),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    vec![Event::PointerMoved(over), wheel]
}

/// The pointer goes over the left column in lines, then over the right.
fn pointed(frame: usize) -> Vec<Event> {
    let column = if (frame / 100).is_multiple_of(2) { 90.0 } else { 560.0 };
    let along = (frame % 20) as f32 * 18.0;
    let down = ((frame / 20) % 20) as f32 * 34.0;
    vec![Event::PointerMoved(pos2(column + along, 80.0 + down))]
}

/// The pointer takes hold of the left column's strip and goes down it.
fn dragged(frame: usize) -> Vec<Event> {
    let window = Rect::from_min_size(Pos2::ZERO, SIZE);
    let strip = Panes::new(window, &Settings::default(), false, OneColumn::default(), 0.0).strips.left;
    let at = |frame: usize| pos2(strip.center().x, strip.top() + (frame % 700) as f32);
    let moved = Event::PointerMoved(at(frame));
    if frame.is_multiple_of(FRAMES) {
        let pressed = |pressed| Event::PointerButton {
            pos: at(frame),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        return vec![moved, pressed(false), pressed(true)];
    }
    vec![moved]
}

/// "the ", letter by letter, and taken back.
fn typed(frame: usize) -> Vec<Event> {
    const WORDS: [&str; 4] = ["t", "h", "e", " "];
    match frame % 8 {
        at @ 0..4 => vec![Event::Text(WORDS[at].to_owned())],
        _ => vec![Event::Key {
            key: egui::Key::Backspace,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }],
    }
}

/// The processor time of this thread, which other programs at work do not disturb.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// By the clock where the system does not tell.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
