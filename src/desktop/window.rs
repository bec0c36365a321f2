//! eframe around the app, and the first frame's time for those who measure.

use std::path::PathBuf;
use std::time::Instant;

use eframe::{CreationContext, Frame, NativeOptions};
use egui::{Context, Ui, ViewportBuilder, ViewportCommand};

use super::App;
use super::icon::icon;
use crate::workspace::settings::{self, Kept};
use crate::workspace::store;

/// Set to anything: the window prints how long its first frame took, in milliseconds, and closes.
const FIRST_FRAME_VARIABLE: &str = "DIPTYCH_FIRST_FRAME";

/// Opens the window and stays until it closes.
///
/// # Errors
///
/// One sentence where no window can be opened.
pub fn open(files: Vec<PathBuf>) -> Result<(), String> {
    let since = Instant::now();
    let kept = Kept { work_folder: store::folder(), ..Kept::at(settings::path()) };
    let size = kept.settings.opening_points();
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Diptych")
            .with_app_id("diptych")
            .with_icon(icon())
            .with_inner_size(size)
            .with_min_inner_size(settings::LEAST_POINTS)
            .with_drag_and_drop(true),
        ..NativeOptions::default()
    };
    let outcome = eframe::run_native(
        "Diptych",
        options,
        Box::new(move |creation: &CreationContext<'_>| {
            let app = App::with(&creation.egui_ctx, files, kept);
            let stopwatch = std::env::var_os(FIRST_FRAME_VARIABLE).map(|_| since);
            Ok(Box::new(Window { app, stopwatch, frames: 0 }))
        }),
    );
    outcome.map_err(|cause| {
        let cause = cause.to_string();
        format!(
            "no window can be opened ({}); is there a display, with the libraries that the README names? \
             `diptych compare LEFT RIGHT` needs none",
            reason(&cause)
        )
    })
}

/// What the system said, without the place in the toolkit's own source that stands before it.
fn reason(cause: &str) -> &str {
    cause.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(cause, |(_, reason)| reason)
}

struct Window {
    app: App,
    stopwatch: Option<Instant>,
    frames: u32,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.app.step(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.app.show(ui);
        let Some(since) = self.stopwatch else { return };
        self.frames += 1;
        if self.frames == 1 {
            ui.ctx().request_repaint();
        } else if self.frames == 2 {
            // The second frame begins when the first is on the screen.
            eprintln!("first frame after {} ms", since.elapsed().as_millis());
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if self.stopwatch.is_none() {
            self.app.save();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn no_source_path_is_told_to_the_reader() {
        let cause = "winit EventLoopError: os error at /home/x/lib/mod.rs:788: Failed to load a shared library";
        assert_eq!(reason(cause), "Failed to load a shared library");
        assert_eq!(reason("no display"), "no display");
    }
}
