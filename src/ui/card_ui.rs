//! The card that opens where the pointer or the keyboard rests: who said it and why, what it is linked with.

use std::sync::Arc;

use egui::{
    Align2, Area, Button, Context, Id, Margin, Order, Pos2, Rect, RichText, Role, Sense, Shape, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::beside::beside;
use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::{Icon, icon_button_ui, kind_mark_ui};
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::style::card_frame;
use super::tokens::{motion, size, space};
use super::twin_ui::{Twins, twin_ui};
use super::words_ui::few_lines;
use crate::model::{LinkKind, Said, Side, Sides};
use crate::view;
use crate::workspace::{Action, Command, Compared, Sheet};

/// How wide it is, in points.
const WIDTH: f32 = 328.0;
/// How many lines of the other side's words it shows.
const LINES: usize = 4;
/// How many lines of a reason it shows.
const REASON_LINES: usize = 4;
/// Height of the row that says that a card is pinned, in points.
const PINNED_ROW: f32 = 20.0;
/// So far around the card the pointer still counts as on it, in points.
const REACH: f32 = 10.0;

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject {
    /// The column, none over the ribbons.
    pub side: Option<Side>,
    /// A quotation of that side.
    pub quotation: Option<usize>,
    /// A link.
    pub link: Option<usize>,
}

impl Subject {
    /// Whether there is anything to say.
    pub fn is_some(self) -> bool {
        self.quotation.is_some() || self.link.is_some()
    }

    /// The same quotation, or where there is none the same link.
    fn is_same(self, other: Subject) -> bool {
        match (self.quotation, other.quotation) {
            (Some(one), Some(other_one)) => self.side == other.side && one == other_one,
            (None, None) => self == other,
            _ => false,
        }
    }
}

/// The card between frames.
#[derive(Debug, Default)]
pub struct Card {
    subject: Option<Subject>,
    pinned: Option<Pinned>,
    since: f64,
    rect: Option<Rect>,
    twins: Twins,
}

/// A card that stays until it is closed.
#[derive(Debug)]
struct Pinned {
    of: Arc<Compared>,
    subject: Subject,
    /// How often the reader had gone somewhere and let go, with the click that pinned it.
    seen: (u64, u64),
    /// Where it stands.
    at: Option<Pos2>,
    /// Whether the columns have come to rest since.
    is_settled: bool,
}

impl Card {
    /// A click pins what it is on; one beside everything lets the card go. `seen` counts what ends it: where the reader
    /// goes and when they let go.
    pub fn click(&mut self, compared: &Arc<Compared>, subject: Subject, seen: (u64, u64)) {
        self.close();
        if subject.is_some() {
            // The click itself is on its way to the link.
            let seen = (seen.0 + u64::from(subject.link.is_some()), seen.1);
            self.pinned = Some(Pinned { of: Arc::clone(compared), subject, seen, at: None, is_settled: false });
        }
    }

    /// What is pinned. It is let go once the reader has gone elsewhere or has let go, or another comparison is there.
    pub fn pinned(&mut self, compared: &Arc<Compared>, seen: (u64, u64)) -> Option<Subject> {
        let holds =
            |pinned: &Pinned| Arc::ptr_eq(&pinned.of, compared) && pinned.seen.0 >= seen.0 && pinned.seen.1 >= seen.1;
        if self.pinned.as_ref().is_some_and(|pinned| !holds(pinned)) {
            self.close();
        }
        self.pinned.as_ref().map(|pinned| pinned.subject)
    }

    /// Where a pinned card stands, for one whose words are out of view.
    pub fn pinned_at(&self) -> Option<Rect> {
        let at = self.pinned.as_ref()?.at?;
        Some(Rect::from_min_size(at, Vec2::ZERO))
    }

    /// What the card is about in this frame. The pointer may go from the words to the card and stay there; `at_once`
    /// where the keyboard asks.
    pub fn follow(&mut self, ctx: &Context, pointed: Subject, at_once: bool) -> Option<Subject> {
        let now = ctx.input(|input| input.time);
        let hover = ctx.input(|input| input.pointer.hover_pos());
        let on_card = self.rect.zip(hover).is_some_and(|(rect, at)| rect.expand(REACH).contains(at));
        let stays = self.subject.is_some_and(|subject| subject.is_same(pointed) || (on_card && !at_once));
        if !stays {
            self.subject = pointed.is_some().then_some(pointed);
            self.since = if at_once { now - motion::CARD_DELAY } else { now };
            self.rect = None;
        }
        let subject = self.subject?;
        let rested = now - self.since;
        if rested < motion::CARD_DELAY && self.rect.is_none() {
            let rest = motion::CARD_DELAY - rested + 0.01;
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(rest));
            return None;
        }
        Some(subject)
    }

    /// Where it is, while it is shown.
    pub fn rect(&self) -> Option<Rect> {
        self.rect
    }

    /// No card until the pointer rests again.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Paints it beside `about`, the place of the words that it is about; while these are on their way, it goes with them.
    pub fn show(
        &mut self,
        ctx: &Context,
        palette: &Palette,
        compared: &Compared,
        subject: Subject,
        (about, is_moving, taken): (Rect, bool, Option<Rect>),
        commands: &mut Vec<Command>,
    ) {
        let frame = card_frame(palette, 6, Margin::symmetric(14, 12));
        let id = Id::unique(("card", subject.side, subject.quotation, subject.link));
        let measured = ctx.memory(|memory| memory.area_rect(id));
        let is_measured = measured.is_some();
        let known = measured.map_or(vec2(WIDTH + 28.0, 160.0), |rect| rect.size());
        // The menu bar stays free.
        let mut window = ctx.content_rect().shrink(space::SMALL);
        window.min.y += space::BAR - space::HAIR;
        let mut at = beside(about, known, window, taken.as_slice());
        if let Some(pinned) = &mut self.pinned {
            // While the words glide to their place it goes with them; from then on it stays where it is.
            at = *pinned.at.filter(|_| pinned.is_settled).get_or_insert(at);
            pinned.at = Some(at);
            pinned.is_settled |= !is_moving && is_measured;
        }
        let is_pinned = self.pinned.is_some();
        let frame = if is_pinned { frame.stroke(Stroke::new(palette.line(1.5), palette.focus)) } else { frame };
        let mut is_closed = false;
        let shown = Area::new(id).order(Order::Foreground).fixed_pos(at).constrain(true).show(ctx, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = space::HAIR;
                ui.spacing_mut().interact_size.y = 18.0;
                if is_pinned {
                    is_closed = pinned_row_ui(ui, palette);
                }
                if let (Some(side), Some(quotation)) = (subject.side, subject.quotation) {
                    speaker_ui(ui, palette, compared, side, quotation, commands);
                    if subject.link.is_some() {
                        rule_ui(ui, palette);
                    }
                }
                if let Some(link) = subject.link {
                    let twin = self.twins.of(compared, link, subject.side.unwrap_or(Side::Left));
                    link_ui(ui, palette, compared, link, subject.side, twin);
                }
            });
        });
        self.rect = Some(shown.response.rect);
        if is_closed {
            self.close();
        }
    }
}

/// Says that the card is pinned. Whether the reader closes it.
fn pinned_row_ui(ui: &mut Ui, palette: &Palette) -> bool {
    let (row, response) = ui.allocate_exact_size(vec2(WIDTH, PINNED_ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, "Pinned card"));
    let at = pos2(row.left(), row.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, "Pinned", sans(size::LABEL), palette.quiet);
    let place = Rect::from_center_size(pos2(row.right() - 8.0, row.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    icon_button_ui(&mut child, palette, Icon::Close, "Close the card (Esc)").clicked()
}

fn rule_ui(ui: &mut Ui, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
    let y = ui.painter().round_to_pixel_center(rect.center().y);
    ui.painter().hline(rect.x_range(), y, Stroke::new(palette.line(1.0), palette.hairline));
}

/// Who said it, why the reading thinks so, how sure it is, whom else it could be; and the reader's word on it.
fn speaker_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    side: Side,
    quotation: usize,
    commands: &mut Vec<Command>,
) {
    let Some(words) = view::speaker_words(compared, side, quotation) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 18.0), Sense::hover());
    let speaker = words.speaker.as_deref().unwrap_or("Nobody named");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{speaker}. {}", words.sureness)));
    let painter = ui.painter();
    let end = pos2(rect.right(), rect.center().y);
    let sure = painter.text(end, Align2::RIGHT_CENTER, &words.sureness, sans(size::LABEL), palette.quiet);
    let name = super::words_ui::one_line(ui, speaker, sans_strong(size::PANEL), WIDTH - sure.width() - 12.0);
    ui.painter().galley(rect.min, name, palette.ink);
    if let Some(behalf) = &words.on_behalf_of {
        ui.label(RichText::new(behalf).font(sans(size::PANEL)).color(palette.ink));
    }
    ui.label(RichText::new(&words.why).font(sans(size::PANEL)).color(palette.quiet));
    if let Some(other) = &words.runner_up {
        ui.label(RichText::new(other).font(sans(size::PANEL)).color(palette.quiet));
    }
    ui.add_space(space::HAIR);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding = vec2(10.0, 3.0);
        let button = |ui: &mut Ui, words: &str, name: &str, key: &str| {
            let mut button = Button::new(RichText::new(words).font(sans(12.0))).min_size(vec2(0.0, 24.0));
            if !key.is_empty() {
                button = button.shortcut_text(RichText::new(key).font(sans(size::LABEL)).color(palette.quiet));
            }
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            response.clicked()
        };
        if words.speaker.is_some() && !words.is_readers && button(ui, "Confirm", &format!("Confirm {speaker}"), "") {
            commands.extend(compared.confirms(side, quotation).map(Command::correct));
        }
        if button(ui, "Change…", "Change the speaker", &keys_in_words(Action::WhoSaid)) {
            commands.push(Command::OpenSheet(Sheet::WhoSaid(side, quotation)));
        }
        if words.speaker.is_some() && button(ui, "Nobody", "Nobody is named", "") {
            commands.extend(compared.says(side, quotation, Said::ByNobody).map(Command::correct));
        }
    });
}

fn link_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    link: usize,
    side: Option<Side>,
    twin: Option<&view::Twin>,
) {
    let Some(row) = view::row(&compared.comparison, link) else { return };
    ui.horizontal(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(18.0, 16.0), Sense::hover());
        kind_mark_ui(ui.painter(), palette, row.kind, mark.center());
        let label = RichText::new(row.label.as_ref()).font(sans_strong(size::PANEL));
        ui.add(egui::Label::new(label).truncate());
    });
    let details = compared.comparison.links.get(link).map_or(&[][..], |link| &link.details);
    let why = if details.is_empty() { &row.why } else { &row.short_why };
    lines_ui(ui, few_lines(ui, why, sans(size::PANEL), WIDTH, REASON_LINES), palette.quiet, why);
    details_ui(ui, palette, row.kind, details);
    if let Some(twin) = twin {
        ui.add_space(space::SMALL);
        return twin_ui(ui, palette, row.kind, twin, WIDTH);
    }
    let Some(side) = side.map(Side::other) else { return };
    let Some(found) = compared.comparison.links.get(link) else { return };
    ui.add_space(space::HAIR);
    ui.label(RichText::new(format!("On the {}", side.name())).font(sans(size::LABEL)).color(palette.quiet));
    let words = view::snippet(compared.text(side), *found.spans.get(side), 400);
    lines_ui(ui, few_lines(ui, &words, serif(Face::Regular, 14.0), WIDTH, LINES), palette.ink, &words);
}

/// What each article says where they differ, side by side.
fn details_ui(ui: &mut Ui, palette: &Palette, kind: LinkKind, details: &[Sides<String>]) {
    if details.is_empty() {
        return;
    }
    let half = (WIDTH - space::LARGE) / 2.0;
    ui.add_space(space::HAIR);
    let row = |ui: &mut Ui, words: Sides<&str>, font: egui::FontId, colour: egui::Color32, is_marked: bool| {
        let galleys = words.map(|words| few_lines(ui, words, font.clone(), half, 3));
        let height = galleys.left.rect.height().max(galleys.right.rect.height());
        let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::hover());
        for (galley, x) in [(galleys.left, rect.left()), (galleys.right, rect.left() + half + space::LARGE)] {
            let line = Rect::from_min_size(pos2(x, rect.top()), galley.rect.size());
            ui.painter().galley(line.min, galley, colour);
            if is_marked {
                let y = line.bottom() - 1.0;
                let dots =
                    Shape::dotted_line(&[pos2(line.left(), y), pos2(line.right(), y)], palette.hue(kind), 4.0, 1.0);
                ui.painter().extend(dots);
            }
        }
        response
    };
    row(ui, Sides::new(Side::Left, Side::Right).map(Side::title), sans(size::LABEL), palette.quiet, false);
    for said in details {
        let words = Sides::new(said.left.as_str(), said.right.as_str());
        let response = row(ui, words, serif(Face::Regular, 15.0), palette.ink, true);
        response.widget_info(|| {
            let name = format!("The left says “{}”, the right “{}”", said.left, said.right);
            WidgetInfo::labeled(Role::Label, true, name)
        });
    }
}

fn lines_ui(ui: &mut Ui, galley: std::sync::Arc<egui::Galley>, colour: egui::Color32, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, galley.rect.height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, colour);
}
