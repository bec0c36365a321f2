//! The card that opens where the pointer rests on a linked passage: why it is linked, and the other side's words.

use egui::text::TextWrapping;
use egui::{Area, Context, Frame, Id, Margin, Order, Pos2, RichText, Stroke, Ui, vec2};

use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::kind_mark_ui;
use super::tokens::{Palette, size, space};
use crate::model::Side;
use crate::view;
use crate::workspace::Compared;

/// How wide it is, in points.
const WIDTH: f32 = 320.0;
/// How many lines of the other side's words it shows.
const LINES: usize = 4;

/// Paints the card of that link beside the pointer; `side` is where the pointer is, none over the ribbons.
pub fn card_ui(ctx: &Context, palette: &Palette, compared: &Compared, link: usize, side: Option<Side>, pointer: Pos2) {
    let Some(row) = view::row(&compared.comparison, link) else { return };
    let frame = Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(6)
        .shadow(ctx.style_of(ctx.theme()).visuals.popup_shadow)
        .inner_margin(Margin::symmetric(14, 12));
    Area::new(Id::unique("card"))
        .order(Order::Tooltip)
        .fixed_pos(pointer + vec2(14.0, 20.0))
        .constrain(true)
        .interactable(false)
        .show(ctx, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = space::HAIR;
                ui.spacing_mut().interact_size.y = 18.0;
                ui.horizontal(|ui| {
                    let (mark, _) = ui.allocate_exact_size(vec2(18.0, 16.0), egui::Sense::hover());
                    kind_mark_ui(ui.painter(), palette, row.kind, mark.center());
                    ui.add(egui::Label::new(RichText::new(row.label).font(sans_strong(size::PANEL))).truncate());
                });
                ui.label(RichText::new(row.why).font(sans(size::PANEL)).color(palette.quiet));
                if let Some(side) = side {
                    counterpart_ui(ui, palette, compared, link, side.other());
                }
            });
        });
}

/// The words of that side, so far as they fit.
fn counterpart_ui(ui: &mut Ui, palette: &Palette, compared: &Compared, link: usize, side: Side) {
    let opened = compared.sides.get(side);
    let Some(found) = compared.comparison.links.get(link) else { return };
    let words: Vec<&str> = found.spans.get(side).of(&opened.article.text).split_whitespace().collect();
    let mut job = egui::text::LayoutJob::simple(words.join(" "), serif(Face::Regular, 14.0), palette.ink, WIDTH);
    job.wrap = TextWrapping { max_width: WIDTH, max_rows: LINES, ..TextWrapping::default() };
    ui.add_space(space::HAIR);
    ui.label(RichText::new(format!("On the {}", side.name())).font(sans(size::LABEL)).color(palette.quiet));
    ui.label(job);
}
