//! What a frame costs while both columns scroll, without a screen: input, layout, painting lists, tessellation.
//!
//! `cargo bench --bench frames`; figures are recorded in `benches/README.md`.

use std::time::{Duration, Instant};

use diptych::desktop::App;
use diptych::workspace::{Command, Pane};
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2};

/// The window, in points.
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// Frames that are counted, after as many that are not.
const FRAMES: usize = 400;

fn main() {
    for (pane, name) in [(Pane::Shared, "the list"), (Pane::Sources, "the sources")] {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Vec::new(), None);
        app.wait(&ctx, Duration::from_secs(10));
        app.apply(&ctx, Command::ShowPane(pane));
        let mut times: Vec<Duration> = (0..2 * FRAMES).map(|frame| timed_frame(&ctx, &mut app, frame)).collect();
        times.drain(..FRAMES);
        times.sort_unstable();
        let millis = |share: f64| times[((FRAMES - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
        println!(
            "frames while scrolling the sample pair beside {name}, {} × {} points, {FRAMES} frames",
            SIZE.x, SIZE.y
        );
        println!("median {:.2} ms, 99th percentile {:.2} ms, slowest {:.2} ms", millis(0.5), millis(0.99), millis(1.0));
    }
}

/// One frame: the wheel turns over the left column, then over the right, down and up again.
fn timed_frame(ctx: &Context, app: &mut App, frame: usize) -> Duration {
    let over = if frame.is_multiple_of(2) { Pos2::new(200.0, 400.0) } else { Pos2::new(700.0, 400.0) };
    let down = (frame / 100).is_multiple_of(2);
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, if down { -40.0 } else { 40.0 }),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        time: Some(frame as f64 / 60.0),
        events: vec![Event::PointerMoved(over), wheel],
        ..RawInput::default()
    };
    let start = Instant::now();
    app.step(ctx);
    let output = ctx.run_ui(input, |ui| app.show(ui));
    divan::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    start.elapsed()
}
