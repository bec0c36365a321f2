//! The sheet on which a quotation is checked: a field, and what both articles have of it as the reader types.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Key, Response, RichText, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::tokens::{size, space};
use super::twin_ui::{key_ui, marked};
use crate::model::{LinkKind, Side, Span};
use crate::view::{self, InArticle, PlaceFound};
use crate::workspace::{Checked, Command, State};

/// How wide the sheet is, in points.
const WIDTH: f32 = 560.0;
/// How much of the window's height the answers may take.
const ANSWERS_SHARE: f32 = 0.5;
/// Around a place's words, in points.
const PADDING: f32 = 10.0;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct CheckView {
    quotation: String,
    /// What was asked for last.
    asked: Option<String>,
    is_new: bool,
}

impl CheckView {
    /// The sheet opens; with the selected words, or what stood in it before.
    pub fn begin(&mut self, selected: Option<String>) {
        if let Some(words) = selected {
            self.quotation = words;
        }
        self.asked = None;
        self.is_new = true;
    }
}

/// Paints the sheet.
pub fn check_ui(ui: &mut Ui, palette: &Palette, state: &State, view: &mut CheckView, commands: &mut Vec<Command>) {
    set_sheet_width(ui, WIDTH);
    title_ui(ui, palette, "Check a quotation");
    let words = "Both articles are searched for its words. What differs is marked, for you to judge.";
    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let entered = field_ui(ui, view);
    if view.asked.as_ref() != Some(&view.quotation) {
        view.asked = Some(view.quotation.clone());
        commands.push(Command::Check(view.quotation.clone()));
    }
    ui.add_space(space::SMALL);
    let Some(checked) = &state.checking.checked else { return };
    let is_open = |side: Side| {
        let now = state.columns.get(side).opened.as_ref();
        now.zip(checked.articles.get(side).as_ref()).is_some_and(|(now, then)| Arc::ptr_eq(now, then))
    };
    let found = Side::BOTH.into_iter().filter(|side| is_open(*side));
    let compared = state.compared.as_deref();
    let of = |side| view::in_article(checked, compared, &state.title(side).unwrap_or_default(), side);
    let found: Vec<(Side, InArticle)> = found.filter_map(|side| Some((side, of(side)?))).collect();
    let chosen = answers_ui(ui, palette, &found);
    let first = || found.iter().find_map(|(side, found)| Some((*side, found.places.first()?.span)));
    if let Some((side, span)) = chosen.or_else(|| first().filter(|_| entered)) {
        go_to(checked, side, span, commands);
    }
}

fn go_to(checked: &Checked, side: Side, span: Span, commands: &mut Vec<Command>) {
    commands.push(Command::CloseSheet);
    commands.push(Command::Show(view::passage_of_check(checked, side, span)));
}

/// The field; says whether Enter was pressed in it.
fn field_ui(ui: &mut Ui, view: &mut CheckView) -> bool {
    let edit = TextEdit::multiline(&mut view.quotation)
        .hint_text("“We will …”")
        .font(serif(Face::Regular, 15.0))
        .desired_rows(3)
        .return_key(None)
        .desired_width(f32::INFINITY)
        .margin(vec2(12.0, 10.0));
    let field = ScrollArea::vertical().id_salt("quotation").max_height(140.0).show(ui, |ui| ui.add(edit)).inner;
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &view.quotation, &view.quotation, "");
        info.label = Some("The quotation to check".to_owned());
        info
    });
    if std::mem::take(&mut view.is_new) {
        field.request_focus();
    }
    field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// What each article has of it; says which place was chosen.
fn answers_ui(ui: &mut Ui, palette: &Palette, found: &[(Side, InArticle)]) -> Option<(Side, Span)> {
    let mut chosen = None;
    let height = (ui.ctx().content_rect().height() * ANSWERS_SHARE - 100.0).max(160.0);
    ScrollArea::vertical()
        .id_salt("answers")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::HAIR;
            for (side, article) in found {
                heading_ui(ui, palette, article);
                for place in &article.places {
                    let response = place_ui(ui, palette, place, *side);
                    if response.clicked() {
                        chosen = Some((*side, place.span));
                    }
                }
                if article.more > 0 {
                    let words = format!("And in {} more places.", article.more);
                    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
                }
                ui.add_space(space::MEDIUM);
            }
        });
    if found.iter().any(|(_, article)| article.places.iter().any(|place| place.differs)) {
        let width = ui.available_width();
        key_ui(ui, palette, LinkKind::Quotation, ("only in the quotation", "only in the article"), width);
    }
    chosen
}

fn heading_ui(ui: &mut Ui, palette: &Palette, article: &InArticle) {
    let heading = RichText::new(&article.heading).font(sans(size::LABEL)).color(palette.quiet);
    ui.add(egui::Label::new(heading).truncate());
    if !article.is_found {
        ui.label(RichText::new("Not found.").font(sans_strong(size::PANEL)).color(palette.ink));
    }
}

fn place_ui(ui: &mut Ui, palette: &Palette, place: &PlaceFound, side: Side) -> Response {
    let room = ui.available_width() - 2.0 * PADDING;
    let head = head(ui, palette, place, room);
    let words = marked(ui, palette, LinkKind::Quotation, &place.pieces, room);
    let extent = vec2(room + 2.0 * PADDING, head.rect.height() + words.rect.height() + 2.0 * PADDING + space::HAIR);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| {
        let spoken = view::spoken(&place.pieces, "in the article", "in the quotation");
        let (verdict, says, place) = (place.verdict, &place.says, &place.place);
        let name = format!("{verdict}, on the {}. {says} {place}: {spoken}", side.name());
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let corner = CornerRadius::same(space::CORNER);
    let strength = if response.hovered() { 0.08 } else { 0.04 };
    ui.painter().rect_filled(rect, corner, palette.wash(strength));
    focus_ring_ui(ui.painter(), palette, rect, &response);
    let at = rect.min + vec2(PADDING, PADDING);
    let below = at + vec2(0.0, head.rect.height() + space::HAIR);
    ui.painter().galley(at, head, Color32::PLACEHOLDER);
    ui.painter().galley(below, words, Color32::PLACEHOLDER);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The verdict, what to check, and where it is.
fn head(ui: &Ui, palette: &Palette, place: &PlaceFound, room: f32) -> Arc<egui::Galley> {
    let mut job = LayoutJob::default();
    let mut say = |words: &str, font, color| {
        job.append(words, 0.0, TextFormat { font_id: font, color, line_height: Some(18.0), ..TextFormat::default() });
    };
    say(place.verdict, sans_strong(size::PANEL), palette.ink);
    say(&format!("   {}", place.says), sans(size::PANEL), palette.quiet);
    if !place.place.is_empty() {
        say(&format!("\n{}", place.place), sans(size::LABEL), palette.quiet);
    }
    job.wrap.max_width = room;
    ui.painter().layout_job(job)
}
