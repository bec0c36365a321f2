//! A wording with the words that differ marked: struck through what stands in the other alone, underlined and heavier
//! what stands here alone.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Galley, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::fonts::{Face, sans, sans_strong, serif};
use super::palette::Palette;
use super::tokens::{size, space};
use crate::model::{ArticleKey, LinkKind, Side, Sides, Span};
use crate::view::{Piece, Stands, Twin};
use crate::workspace::Compared;

/// Size of the words, in points.
const POINTS: f32 = 15.0;
/// Height of their lines, in points.
const LEADING: f32 = 21.0;

/// The twin made last, so that it is not made again in every frame.
#[derive(Debug, Default)]
pub struct Twins {
    of: Option<(Sides<ArticleKey>, Sides<Span>, Side)>,
    twin: Option<Twin>,
}

impl Twins {
    /// The twin of that link's passage on the side of `from`, if it has one.
    pub fn of(&mut self, compared: &Compared, link: usize, from: Side) -> Option<&Twin> {
        let spans = compared.comparison.links.get(link)?.spans;
        let asked = (Sides::new(compared.key(Side::Left), compared.key(Side::Right)), spans, from);
        if self.of != Some(asked) {
            self.of = Some(asked);
            self.twin = Twin::new(compared, link, from);
        }
        self.twin.as_ref()
    }
}

/// Paints the strength, the twin's words, and what the marks mean.
pub fn twin_ui(ui: &mut Ui, palette: &Palette, kind: LinkKind, twin: &Twin, width: f32) {
    let name = twin.side.name();
    let mut job = LayoutJob::default();
    let mut say = |words: &str, font, color| {
        job.append(words, 0.0, TextFormat { font_id: font, color, valign: Align::Center, ..TextFormat::default() });
    };
    say(&twin.strength, sans_strong(12.0), palette.ink);
    say(&format!("   on the {name}"), sans(size::LABEL), palette.quiet);
    job.wrap.max_width = width;
    let words = job.text.clone();
    painted_ui(ui, ui.painter().layout_job(job), &words);
    ui.add_space(2.0);
    painted_ui(ui, marked(ui, palette, kind, &twin.pieces, width), &twin.spoken());
    if twin.differs {
        ui.add_space(space::HAIR);
        let other = twin.side.other().name();
        key_ui(ui, palette, kind, (&format!("only on the {other}"), &format!("only on the {name}")), width);
    }
}

/// What the marks mean, in the marks themselves.
pub fn key_ui(ui: &mut Ui, palette: &Palette, kind: LinkKind, (there, here): (&str, &str), width: f32) {
    let mut job = LayoutJob::default();
    for (words, stands, meaning) in [("struck", Stands::OnlyThere, there), ("underlined", Stands::OnlyHere, here)] {
        if !job.is_empty() {
            job.append("     ", 0.0, TextFormat::default());
        }
        job.append(words, 0.0, format(palette, kind, stands, 13.0));
        let plain = TextFormat { font_id: sans(size::LABEL), color: palette.quiet, ..TextFormat::default() };
        job.append(&format!("  {meaning}"), 0.0, plain);
    }
    job.wrap.max_width = width;
    let words = format!("Struck: {there}. Underlined: {here}.");
    painted_ui(ui, ui.painter().layout_job(job), &words);
}

/// The words with their marks, laid out.
pub fn marked(ui: &Ui, palette: &Palette, kind: LinkKind, pieces: &[Piece], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for piece in pieces {
        let words = if job.is_empty() { piece.words.trim_start() } else { &piece.words };
        job.append(words, 0.0, format(palette, kind, piece.stands, POINTS));
    }
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn format(palette: &Palette, kind: LinkKind, stands: Stands, points: f32) -> TextFormat {
    let (face, color) = match stands {
        Stands::OnlyHere => (Face::Bold, palette.ink),
        Stands::Same | Stands::Slight => (Face::Regular, palette.ink),
        Stands::OnlyThere | Stands::Around | Stands::Cut => (Face::Regular, palette.quiet),
    };
    let line = |wanted: bool, width: f32, color: Color32| if wanted { Stroke::new(width, color) } else { Stroke::NONE };
    let hue = palette.hue(kind);
    TextFormat {
        font_id: serif(face, points),
        color,
        line_height: (points >= POINTS).then_some(LEADING),
        valign: Align::BOTTOM,
        underline: match stands {
            Stands::OnlyHere => line(true, 2.0, hue),
            Stands::Slight => line(true, 1.0, palette.quiet),
            _ => Stroke::NONE,
        },
        strikethrough: line(stands == Stands::OnlyThere, 1.25, palette.ink),
        ..TextFormat::default()
    }
}

fn painted_ui(ui: &mut Ui, galley: Arc<Galley>, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(galley.rect.width(), galley.rect.height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
}
