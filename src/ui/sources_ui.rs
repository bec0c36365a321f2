//! The sources beside the columns: in both, only left, only right; who gets to speak, and what each says.

use std::collections::HashSet;
use std::sync::Arc;

use egui::{Align2, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::chevron_ui;
use super::light::Light;
use super::palette::Palette;
use super::pane_ui::{Bar, MARGIN, bars_ui, ground_ui, heading_ui, row_ground_ui, rule_ui, silence_ui};
use super::source_detail_ui::source_detail_ui;
use super::tabs_ui::tabs_ui;
use super::tokens::{size, space};
use super::words_ui::one_line;
use crate::model::{LinkKind, Side, Sides, Source};
use crate::view::{self, Cast, Group, Presence};
use crate::workspace::{Command, Compared, Pane, State};

/// From so many sources on there is a field to find one in.
const MANY: usize = 10;
/// Height of a source with bars, in points.
const QUOTED: f32 = 66.0;
/// Height of a source without them, in points.
const NAMED: f32 = 48.0;

/// What the pane keeps between frames.
#[derive(Debug, Default)]
pub struct SourcesView {
    /// One referent of the source that stands open.
    open: Option<(Side, usize)>,
    unfolded: HashSet<Presence>,
    filter: String,
    cast: Option<(Arc<Compared>, Cast)>,
    /// The quotation that was last asked for here.
    pub at_hand: Option<(Side, usize)>,
}

/// What the pane's parts are painted with.
#[derive(Clone, Copy)]
pub struct Stall<'a> {
    /// Colours.
    pub palette: &'a Palette,
    /// What is open.
    pub state: &'a State,
    /// What both share.
    pub compared: &'a Compared,
    /// The sources in their groups.
    pub cast: &'a Cast,
    /// What stands out.
    pub light: Light<'a>,
}

/// Paints the pane; says which link the pointer or the keyboard is on.
pub fn sources_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut SourcesView,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    ground_ui(ui, palette);
    let Some(compared) = &state.compared else {
        let y = tabs_ui(ui, palette, Pane::Sources, commands);
        silence_ui(ui, palette, y + space::LARGE, view::empty_list(state));
        return None;
    };
    let fresh = view.cast.as_ref().is_some_and(|(known, _)| Arc::ptr_eq(known, compared));
    let cast = match view.cast.take().filter(|_| fresh) {
        Some((_, cast)) => cast,
        None => Cast::new(compared),
    };
    let y = tabs_ui(ui, palette, Pane::Sources, commands);
    let stall = Stall { palette, state, compared, cast: &cast, light };
    let pointed = if cast.count() == 0 {
        silence_ui(ui, palette, y + space::LARGE, "Neither article quotes or names anybody.");
        None
    } else {
        let y = head_ui(ui, stall, view, y);
        groups_ui(ui, stall, view, y, commands)
    };
    view.cast = Some((Arc::clone(compared), cast));
    pointed
}

/// How many words each article quotes, over the axis of the bars, and the field to find a source in.
fn head_ui(ui: &mut Ui, stall: Stall<'_>, view: &mut SourcesView, top: f32) -> f32 {
    let rect = ui.max_rect();
    let palette = stall.palette;
    let mut y = top + space::MEDIUM;
    let words = stall.cast.words_quoted;
    let sentence = format!("{} quoted words on the left, {} on the right", words.left, words.right);
    let line = Rect::from_min_size(pos2(rect.left() + MARGIN, y), vec2(rect.width() - 2.0 * MARGIN, 16.0));
    let response = ui.interact(line, ui.scope_id().with("quoted"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
    let painter = ui.painter();
    let say = |x: f32, align, words: String| {
        painter.text(pos2(x, line.center().y), align, words, sans(size::LABEL), palette.quiet);
    };
    say(line.left(), Align2::LEFT_CENTER, "Words quoted".to_owned());
    say(line.right(), Align2::RIGHT_CENTER, format!("{} left  ·  {} right", words.left, words.right));
    y += 16.0 + space::SMALL;
    if stall.cast.count() >= MANY {
        let field = Rect::from_min_size(pos2(rect.left() + MARGIN, y), vec2(rect.width() - 2.0 * MARGIN, 30.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(field).id_salt("find a source"));
        let edit = TextEdit::singleline(&mut view.filter)
            .hint_text("Find a source")
            .desired_width(f32::INFINITY)
            .margin(vec2(10.0, 6.0));
        let response = child.add(edit);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &view.filter, &view.filter, "");
            info.label = Some("Find a source".to_owned());
            info
        });
        y += 30.0 + space::SMALL;
    } else {
        view.filter.clear();
    }
    rule_ui(ui, palette, y);
    y
}

fn groups_ui(
    ui: &mut Ui,
    stall: Stall<'_>,
    view: &mut SourcesView,
    top: f32,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let rect = ui.max_rect();
    let body = Rect::from_min_max(pos2(rect.left() + 1.0, top), rect.max);
    let mut pointed = None;
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("sources"));
    ScrollArea::vertical().id_salt("sources").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::HAIR);
        let mut any = false;
        for group in &stall.cast.groups {
            let found = filtered(stall, group, &view.filter);
            any |= found.count() > 0;
            if found.count() > 0 {
                pointed = group_ui(ui, stall, view, &found, commands).or(pointed);
            }
        }
        if !any {
            ui.add_space(space::LARGE);
            ui.horizontal(|ui| {
                ui.add_space(MARGIN);
                let words = egui::RichText::new("No source has these words in its name or introduction.");
                ui.label(words.font(sans(size::PANEL)).color(stall.palette.quiet));
            });
        }
        ui.add_space(space::WIDE);
    });
    pointed
}

/// The group's sources with these words in name or introduction.
fn filtered(stall: Stall<'_>, group: &Group, filter: &str) -> Group {
    let wanted = filter.trim().to_lowercase();
    let fits = |index: &&usize| {
        wanted.is_empty()
            || stall.compared.comparison.sources.get(**index).is_some_and(|source| {
                source.name.to_lowercase().contains(&wanted)
                    || view::source_line(stall.compared, source).to_lowercase().contains(&wanted)
            })
    };
    Group {
        presence: group.presence,
        speaking: group.speaking.iter().filter(fits).copied().collect(),
        named: group.named.iter().filter(fits).copied().collect(),
    }
}

fn group_ui(
    ui: &mut Ui,
    stall: Stall<'_>,
    view: &mut SourcesView,
    group: &Group,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let (label, count) = (group.presence.label(), group.speaking.len());
    let counted = view::speakers_counted(count);
    heading_ui(ui, stall.palette, label, &counted, &format!("{label}, {counted}"));
    let mut pointed = None;
    for source in &group.speaking {
        pointed = source_ui(ui, stall, view, *source, commands).or(pointed);
    }
    if group.named.is_empty() {
        return pointed;
    }
    let searching = !view.filter.trim().is_empty();
    // Where nobody speaks, the named ones need no fold to hide behind; a long list of them still does.
    let bare = group.speaking.is_empty() && group.named.len() <= 3;
    if !searching && !bare && fold_ui(ui, stall, view, group).clicked() && !view.unfolded.remove(&group.presence) {
        view.unfolded.insert(group.presence);
    }
    if searching || bare || view.unfolded.contains(&group.presence) {
        for source in &group.named {
            pointed = source_ui(ui, stall, view, *source, commands).or(pointed);
        }
    }
    pointed
}

fn fold_ui(ui: &mut Ui, stall: Stall<'_>, view: &SourcesView, group: &Group) -> Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
    let response = ui.interact(rect, ui.scope_id().with(("fold", group.presence)), Sense::click());
    let is_open = view.unfolded.contains(&group.presence);
    let title = group.others(stall.compared);
    let words = format!("{title}  {}", group.named.len());
    let name = format!("{title}, {}, {}", group.presence.label().to_lowercase(), group.named.len());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    row_ground_ui(ui, stall.palette, rect, &response, response.hovered());
    let painter = ui.painter();
    chevron_ui(painter, pos2(rect.left() + MARGIN + 4.0, rect.center().y), is_open, stall.palette.quiet);
    let at = pos2(rect.left() + MARGIN + 16.0, rect.center().y);
    painter.text(at, Align2::LEFT_CENTER, words, sans(size::PANEL), stall.palette.quiet);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// One source, and below it what it says if it stands open.
fn source_ui(
    ui: &mut Ui,
    stall: Stall<'_>,
    view: &mut SourcesView,
    index: usize,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let source = stall.compared.comparison.sources.get(index)?;
    let is_open = view.open.is_some_and(|(side, referent)| source.sides.get(side).referents.contains(&referent));
    // Bars for whoever is quoted; of the others their line says how often they are reported or named.
    let is_quoted = source.sides.left.words_quoted + source.sides.right.words_quoted > 0;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), if is_quoted { QUOTED } else { NAMED }));
    if !is_open && !ui.is_rect_visible(rect) {
        return None;
    }
    // The ground of the card lies below the row, whose keyboard order comes before what stands open below it.
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = ui.is_rect_visible(rect).then(|| row_ui(ui, stall, source, rect, is_open, is_quoted));
    if is_open {
        let at_hand = source_detail_ui(ui, stall, rect, index, ground, commands);
        view.at_hand = at_hand.or(view.at_hand);
    }
    let response = response?;
    if response.clicked() {
        let first = Side::BOTH.into_iter().find_map(|side| Some((side, *source.sides.get(side).referents.first()?)));
        view.open = first.filter(|_| !is_open);
    }
    let lit = response.hovered() || response.has_focus();
    let link =
        || {
            stall.compared.comparison.links.iter().position(|link| {
                link.source == Some(index) && matches!(link.kind, LinkKind::Source | LinkKind::Quotation)
            })
        };
    lit.then(link).flatten()
}

fn row_ui(ui: &Ui, stall: Stall<'_>, source: &Source, rect: Rect, is_open: bool, is_quoted: bool) -> Response {
    let palette = stall.palette;
    let key = Side::BOTH.map(|side| source.sides.get(side).referents.first().copied());
    let response = ui.interact(rect, ui.scope_id().with(("source", key)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, view::source_name(stall.cast, source)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    row_ground_ui(ui, palette, rect, &response, response.hovered() && !is_open);
    let painter = ui.painter();
    let left = rect.left() + MARGIN;
    let room = rect.width() - 2.0 * MARGIN;
    let top = rect.top() + 8.0;
    chevron_ui(painter, pos2(rect.right() - MARGIN - 4.0, top + 9.0), is_open, palette.quiet);
    let name = one_line(ui, &view::source_title(source), sans_strong(size::PANEL), room - 20.0);
    painter.galley(pos2(left, top), name, palette.ink);
    let line = one_line(ui, &view::source_line(stall.compared, source), sans(12.0), room);
    painter.galley(pos2(left, top + 18.0), line, palette.quiet);
    if is_quoted {
        let axis = Rect::from_min_size(pos2(left, top + 38.0), vec2(room, 14.0));
        shares_ui(ui, stall, source, axis);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The shares of quoted words.
fn shares_ui(ui: &Ui, stall: Stall<'_>, source: &Source, rect: Rect) {
    let bar = |side: Side| {
        let own = source.sides.get(side);
        let share = stall.cast.share(source, side);
        let words = if own.words_quoted > 0 { view::percent(share) } else { "–".to_owned() };
        (!own.is_empty()).then_some(Bar { share, words })
    };
    let bars = Sides::new(bar(Side::Left), bar(Side::Right));
    bars_ui(ui, stall.palette, stall.palette.hue(LinkKind::Source), rect, &bars);
}
