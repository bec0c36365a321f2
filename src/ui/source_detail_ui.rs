//! What stands below a source that is open: how each article introduces it, what it says, and how to put it right.

use egui::layers::ShapeIdx;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Button, CornerRadius, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::pane_ui::{MARGIN, into_view};
use super::sources_ui::Stall;
use super::tokens::{size, space};
use super::words_ui::{LINE, few_lines};
use crate::model::{LinkKind, Side, Source, Span};
use crate::view::{self, IntroductionWord};
use crate::workspace::{Command, Passage, Sheet};

/// How many passages of a kind are listed on one side; the rest is counted.
const MOST_PASSAGES: usize = 24;
/// The same for bare mentions.
const MOST_MENTIONS: usize = 4;
/// Letters of a passage that are laid out: more than its lines can hold.
const PASSAGE_LETTERS: usize = 160;

/// One passage of the list.
struct Listed {
    side: Side,
    span: Span,
    /// The quotation, if it is one.
    quotation: Option<usize>,
    /// What kind of passage, for the screen reader.
    noun: &'static str,
    /// A word of doubt.
    doubt: Option<&'static str>,
    passage: Option<Passage>,
}

/// Paints what stands below the row, and on `ground` the card around both. Says which quotation was asked for.
pub fn source_detail_ui(
    ui: &mut Ui,
    stall: Stall<'_>,
    row: Rect,
    index: usize,
    ground: ShapeIdx,
    commands: &mut Vec<Command>,
) -> Option<(Side, usize)> {
    let source = stall.compared.comparison.sources.get(index)?;
    let start = ui.cursor().top();
    let mut at_hand = None;
    let inner = Rect::from_min_max(pos2(row.left() + MARGIN, start), pos2(row.right() - MARGIN, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(("detail", index)));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    introductions_ui(&mut child, stall, source);
    for side in Side::BOTH {
        if let Some(found) = passages_ui(&mut child, stall, source, index, side, commands) {
            at_hand = Some(found);
        }
    }
    one_source_ui(&mut child, stall, source);
    buttons_ui(&mut child, source, index, commands);
    child.add_space(space::SMALL);
    let height = child.min_rect().bottom() - start;
    ui.allocate_space(vec2(row.width(), height + space::HAIR));
    let card = Rect::from_min_max(row.min, pos2(row.right(), start + height)).shrink2(vec2(8.0, 1.0));
    let line = Stroke::new(stall.palette.line(1.0), stall.palette.hairline);
    let shape =
        egui::epaint::RectShape::new(card, CornerRadius::same(6), stall.palette.paper, line, StrokeKind::Inside);
    ui.painter().set(ground, shape);
    at_hand
}

fn label_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(space::MEDIUM);
    ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
    ui.add_space(2.0);
}

/// Left and right: the words with which the source is introduced; those that only one has stand out and are underlined.
fn introductions_ui(ui: &mut Ui, stall: Stall<'_>, source: &Source) {
    let found = view::introductions(stall.compared, source);
    if found.left.is_empty() && found.right.is_empty() {
        return;
    }
    label_ui(ui, stall.palette, "Introduced as");
    for side in Side::BOTH {
        if source.sides.get(side).is_empty() {
            continue;
        }
        let lines = found.get(side);
        if lines.is_empty() {
            introduction_ui(ui, stall, side, &[]);
        }
        for line in lines {
            introduction_ui(ui, stall, side, line);
        }
    }
}

fn introduction_ui(ui: &mut Ui, stall: Stall<'_>, side: Side, line: &[IntroductionWord]) {
    let palette = stall.palette;
    let room = ui.available_width();
    let indent = 40.0;
    let mut job = LayoutJob::default();
    job.wrap.max_width = room - indent;
    let plain =
        TextFormat { font_id: sans(size::PANEL), line_height: Some(LINE), color: palette.ink, ..TextFormat::default() };
    let marked = TextFormat {
        font_id: sans_strong(size::PANEL),
        underline: Stroke::new(1.0, palette.hue(LinkKind::Source)),
        ..plain.clone()
    };
    if line.is_empty() {
        job.append("without an introduction", 0.0, TextFormat { color: palette.quiet, ..plain.clone() });
    }
    for (at, word) in line.iter().enumerate() {
        if at > 0 {
            job.append(" ", 0.0, plain.clone());
        }
        job.append(&word.word, 0.0, if word.differs { marked.clone() } else { plain.clone() });
    }
    let words = job.text.clone();
    let galley = ui.painter().layout_job(job);
    let (_, rect) = ui.allocate_space(vec2(room, galley.rect.height()));
    let salt = ("introduction", side, words.clone());
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    let differing: Vec<&str> = line.iter().filter(|word| word.differs).map(|word| word.word.as_str()).collect();
    let only = if differing.is_empty() { String::new() } else { format!("; only here: {}", differing.join(" ")) };
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("Introduced on the {} as {words}{only}", side.name()))
    });
    side_word_ui(ui, palette, side, rect.left_top());
    ui.painter().galley(pos2(rect.left() + indent, rect.top()), galley, palette.ink);
}

fn side_word_ui(ui: &Ui, palette: &Palette, side: Side, at: egui::Pos2) {
    let word = side.title();
    ui.painter().text(at + vec2(0.0, LINE / 2.0), Align2::LEFT_CENTER, word, sans(size::LABEL), palette.quiet);
}

/// What one article has of a source: its quotations, what is reported of it, or where it is named.
fn passages_ui(
    ui: &mut Ui,
    stall: Stall<'_>,
    source: &Source,
    index: usize,
    side: Side,
    commands: &mut Vec<Command>,
) -> Option<(Side, usize)> {
    let own = source.sides.get(side);
    if own.is_empty() {
        return None;
    }
    let listed = listed(stall, source, index, side);
    let words = match (own.quotations.len(), own.statements.len()) {
        (0, 0) => format!("named {}", view::times(own.mentions.len())),
        (0, reported) => format!("reported {}", view::times(reported)),
        (quoted, _) => format!("{}, {}", view::counted(quoted, "quotation"), view::counted(own.words_quoted, "word")),
    };
    let title = if side == Side::Left { "On the left" } else { "On the right" };
    label_ui(ui, stall.palette, &format!("{title}: {words}"));
    let mut at_hand = None;
    for passage in &listed {
        let response = passage_ui(ui, stall, passage);
        if response.clicked() {
            commands.extend(passage.passage.map(Command::Show));
        }
        if response.clicked() || response.has_focus() {
            at_hand = passage.quotation.map(|quotation| (side, quotation)).or(at_hand);
        }
    }
    at_hand
}

fn listed(stall: Stall<'_>, source: &Source, index: usize, side: Side) -> Vec<Listed> {
    let compared = stall.compared;
    let own = source.sides.get(side);
    let reading = compared.reading(side);
    let quoted = own.quotations.iter().take(MOST_PASSAGES).filter_map(|&quotation| {
        let found = reading.quotations.get(quotation)?;
        Some(Listed {
            side,
            span: found.extent(),
            quotation: Some(quotation),
            noun: "Quotation",
            doubt: view::doubt(&found.attribution),
            passage: view::passage_of_quotation(compared, side, quotation),
        })
    });
    let plain = |span: Span, noun| Listed {
        side,
        span,
        quotation: None,
        noun,
        doubt: None,
        passage: Some(view::passage_of_source(compared, index, side, span)),
    };
    let spans: Vec<Span> =
        own.statements.iter().filter_map(|index| reading.statements.get(*index)).map(|found| found.span).collect();
    // What is reported inside what is reported says nothing new.
    let inner = |span: &Span| spans.iter().any(|outer| outer != span && outer.contains(*span));
    let reported = spans.iter().filter(|span| !inner(span)).take(MOST_PASSAGES);
    let reported = reported.map(|span| Listed { doubt: Some("reported"), ..plain(*span, "Reported") });
    let mut listed: Vec<Listed> = quoted.chain(reported).collect();
    listed.sort_by_key(|passage| passage.span.start);
    if listed.is_empty() {
        let named = own.mentions.iter().take(MOST_MENTIONS);
        listed.extend(named.map(|&mention| plain(view::sentence_of(compared, side, mention), "Named")));
    }
    listed
}

fn passage_ui(ui: &mut Ui, stall: Stall<'_>, listed: &Listed) -> Response {
    let palette = stall.palette;
    let text = stall.compared.text(listed.side);
    let snippet = view::snippet(text, listed.span, PASSAGE_LETTERS);
    let words = if listed.quotation.is_some() { format!("“{snippet}”") } else { snippet };
    let room = ui.available_width();
    let galley = few_lines(ui, &words, serif(Face::Regular, 14.0), room - 14.0, 2);
    let tail = if listed.doubt.is_some() { 16.0 } else { 0.0 };
    let (_, rect) = ui.allocate_space(vec2(room, galley.rect.height() + tail + 10.0));
    let salt = ("passage", listed.side, listed.span.start, listed.span.end);
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click());
    let doubt = listed.doubt.map_or_else(String::new, |doubt| format!(", {doubt}"));
    response.widget_info(|| {
        let name = format!("{} on the {}{doubt}: {words}", listed.noun, listed.side.name());
        WidgetInfo::labeled(Role::Link, true, name)
    });
    let painter = ui.painter();
    let ground = rect.expand2(vec2(6.0, 0.0));
    let is_shown = stall.state.passage.is_some_and(|passage| *passage.spans.get(listed.side) == Some(listed.span));
    if response.hovered() || is_shown {
        let strength = if is_shown { 0.08 } else { 0.05 };
        painter.rect_filled(ground, CornerRadius::same(space::CORNER), palette.wash(strength));
    }
    focus_ring_ui(painter, palette, ground, &response);
    into_view(ui, rect, &response);
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 7.0), pos2(rect.left() + 3.0, rect.bottom() - 7.0));
    let hue = palette.hue(LinkKind::Quotation);
    let colour = if listed.quotation.is_some() { hue } else { palette.hairline };
    painter.rect_filled(bar, CornerRadius::same(1), colour);
    let at = rect.left_top() + vec2(14.0, 5.0);
    let height = galley.rect.height();
    painter.galley(at, galley, palette.ink);
    if let Some(doubt) = listed.doubt {
        let below = at + vec2(0.0, height + 8.0);
        painter.text(below, Align2::LEFT_CENTER, doubt, sans(size::LABEL), palette.quiet);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Why both sides are taken to be one.
fn one_source_ui(ui: &mut Ui, stall: Stall<'_>, source: &Source) {
    if source.why.is_empty() {
        return;
    }
    label_ui(ui, stall.palette, "Why one source");
    ui.label(RichText::new(&source.why).font(sans(12.0)).color(stall.palette.ink));
}

fn buttons_ui(ui: &mut Ui, source: &Source, index: usize, commands: &mut Vec<Command>) {
    ui.add_space(space::MEDIUM);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        ui.spacing_mut().button_padding = vec2(10.0, 4.0);
        let mut button = |ui: &mut Ui, words: &str, name: &str, sheet: Sheet| {
            let response = ui.add(Button::new(RichText::new(words).font(sans(12.0))).min_size(vec2(0.0, 26.0)));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if response.clicked() {
                commands.push(Command::OpenSheet(sheet));
            }
        };
        button(ui, "Merge with…", &format!("Merge {} with another source", source.name), Sheet::Merge(index));
        let parts = source.sides.left.mentions.len() + source.sides.right.mentions.len();
        if parts > 1 {
            button(ui, "Split…", &format!("Split {}", source.name), Sheet::Split(index));
        }
    });
}
