//! Sheets on which the reader puts sources right: who said it, which two are one, which one is two.

use egui::{Button, CornerRadius, Rect, RichText, Ui, WidgetInfo, pos2, vec2};

use super::chooser_ui::{Choice, Chooser, Chosen, chooser_ui};
use super::fonts::{Face, sans, sans_strong, serif};
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::tokens::{size, space};
use super::words_ui::few_lines;
use crate::model::{Correction, LinkKind, Said, Side, SourceKind, SourceRef};
use crate::view;
use crate::workspace::{Command, Compared};

/// How wide these sheets are, in points.
const WIDTH: f32 = 480.0;
/// Letters of a quotation that are laid out.
const QUOTED_LETTERS: usize = 260;
/// How many mentions of one side can be taken out of a source.
const MOST_MENTIONS: usize = 100;

/// Who said a quotation: yes, somebody else, or nobody.
pub fn who_said_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    chooser: &mut Chooser,
    (side, quotation): (Side, usize),
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    let (Some(found), Some(words)) =
        (compared.quotation(side, quotation), view::speaker_words(compared, side, quotation))
    else {
        return;
    };
    title_ui(ui, palette, "Who said it?");
    let said = view::snippet(compared.text(side), found.extent(), QUOTED_LETTERS);
    quoted_ui(ui, palette, &format!("“{said}”"));
    ui.add_space(space::MEDIUM);
    let speaker = words.speaker.as_deref().unwrap_or("Nobody named");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(speaker).font(sans_strong(size::PANEL)).color(palette.ink));
        ui.label(RichText::new(&words.sureness).font(sans(size::PANEL)).color(palette.quiet));
    });
    ui.label(RichText::new(&words.why).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let mut correct = |correction: Option<Correction>| commands.extend(correction.map(Command::correct));
    ui.horizontal(|ui| {
        if !words.is_readers && found.attribution.speaker.is_some() && button_ui(ui, "Confirm") {
            correct(compared.confirms(side, quotation));
        }
        if (found.attribution.speaker.is_some() || !words.is_readers) && button_ui(ui, "Nobody is named") {
            correct(compared.says(side, quotation, Said::ByNobody));
        }
        if words.is_readers && button_ui(ui, "Back to the reading’s answer") {
            correct(compared.says(side, quotation, Said::AsRead));
        }
    });
    ui.add_space(space::MEDIUM);
    let choices = speakers(compared, side, quotation);
    let new = Some("A name that is not in the list");
    let chosen = chooser_ui(ui, palette, chooser, "Somebody else: type to find, or a new name", &choices, new);
    let by = match chosen {
        Some(Chosen::Listed(referent)) => compared.source_ref(side, *referent),
        Some(Chosen::Typed(name)) => Some(SourceRef { article: compared.key(side), mention: None, name }),
        None => None,
    };
    correct(by.and_then(|source| compared.says(side, quotation, Said::By(source))));
}

fn button_ui(ui: &mut Ui, words: &str) -> bool {
    ui.add(Button::new(words).min_size(vec2(0.0, 30.0))).clicked()
}

/// A passage in the reading face, with the bar of quotations beside it.
fn quoted_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    let room = ui.available_width();
    let galley = few_lines(ui, words, serif(Face::Regular, 15.0), room - 16.0, 4);
    let (_, rect) = ui.allocate_space(vec2(room, galley.rect.height()));
    let response = ui.interact(rect, ui.scope_id().with("quoted"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    let bar = Rect::from_min_max(rect.min + vec2(0.0, 2.0), pos2(rect.left() + 3.0, rect.bottom() - 2.0));
    ui.painter().rect_filled(bar, CornerRadius::same(1), palette.hue(LinkKind::Quotation));
    ui.painter().galley(rect.min + vec2(16.0, 0.0), galley, palette.ink);
}

/// The sources of that article by referent: the one it is, the one it could be, then those named nearest; what can
/// hardly speak comes last.
fn speakers(compared: &Compared, side: Side, quotation: usize) -> Vec<Choice<usize>> {
    let Some(found) = compared.quotation(side, quotation) else { return Vec::new() };
    let at = found.extent().start;
    let now = found.attribution.speaker;
    let other = found.attribution.runner_up.as_ref().map(|other| other.mention);
    let own = compared.comparison.sources.iter().filter_map(|source| {
        let mine = source.sides.get(side);
        let referent = *mine.referents.first()?;
        let is_now = now.is_some_and(|now| mine.referents.contains(&now));
        let is_other = other.is_some_and(|other| mine.mentions.contains(&other));
        let near = mine.mentions.iter().map(|span| span.start.abs_diff(at)).min().unwrap_or(usize::MAX);
        let mute = match source.kind {
            SourceKind::Anonymous => mine.quotations.is_empty(),
            SourceKind::Place | SourceKind::Event | SourceKind::Law => !mine.speaks(),
            _ => false,
        };
        let sign = match (is_now, is_other) {
            (true, _) => "now",
            (false, true) => "could also be",
            _ => "",
        };
        let detail = view::source_line(compared, source);
        Some((
            (!is_now, !is_other, mute, near),
            Choice { title: view::source_title(source), detail, sign, value: referent },
        ))
    });
    let mut ranked: Vec<_> = own.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, choice)| choice).collect()
}

/// Which other source is the same as this one.
pub fn merge_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    chooser: &mut Chooser,
    source: usize,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    let sources = &compared.comparison.sources;
    let Some(one) = sources.get(source) else { return };
    title_ui(ui, palette, &format!("Who is the same as {}?", one.name));
    let words = "Both become one source under the fuller name, with the words of both.";
    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let own: Vec<&str> = one.name.split_whitespace().collect();
    let mut others: Vec<usize> = (0..sources.len()).filter(|index| *index != source).collect();
    // Those with a word of the name in common are what the reader most likely means.
    others.sort_by_key(|index| {
        let found = &sources[*index];
        (!found.name.split_whitespace().any(|word| own.contains(&word)), found.kind != one.kind, *index)
    });
    let choice = |index: usize| {
        let found = &sources[index];
        let sign = view::Presence::of(found).label();
        Choice { title: view::source_title(found), detail: view::source_line(compared, found), sign, value: index }
    };
    let choices: Vec<Choice<usize>> = others.into_iter().map(choice).collect();
    if let Some(Chosen::Listed(other)) = chooser_ui(ui, palette, chooser, "Type to find a source", &choices, None) {
        commands.extend(compared.merges(source, *other).map(Command::correct));
    }
}

/// Which part of a source is somebody else.
pub fn split_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    chooser: &mut Chooser,
    source: usize,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    let Some(one) = compared.comparison.sources.get(source) else { return };
    title_ui(ui, palette, &format!("What is not {}?", one.name));
    let words = "The part that you choose becomes a source of its own and takes its quotations along.";
    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let choices = parts(compared, source);
    if let Some(Chosen::Listed(correction)) = chooser_ui(ui, palette, chooser, "Type to find a part", &choices, None) {
        commands.push(Command::correct(correction.clone()));
    }
}

/// What can be parted from a source: a side, a part that was merged, a single mention.
fn parts(compared: &Compared, source: usize) -> Vec<Choice<Correction>> {
    let Some(one) = compared.comparison.sources.get(source) else { return Vec::new() };
    let mut parts = Vec::new();
    if one.is_shared() {
        parts.extend(compared.parts_sides(source).map(|value| Choice {
            title: "Left and right are two".to_owned(),
            detail: "The articles mean two different sources by this name".to_owned(),
            sign: "",
            value,
        }));
    }
    for side in Side::BOTH {
        let own = one.sides.get(side);
        let reading = compared.reading(side);
        for referent in own.referents.iter().filter(|_| own.referents.len() > 1) {
            let Some(found) = reading.referents.get(*referent) else { continue };
            let detail = format!("All {} of that name on the {}", times(found.mentions.len()), side.name());
            parts.extend(compared.parts(source, side, *referent).map(|value| Choice {
                title: found.name.clone(),
                detail,
                sign: "",
                value,
            }));
        }
        let several = own.referents.iter().filter_map(|index| reading.referents.get(*index));
        let mentions = several.filter(|referent| referent.mentions.len() > 1).flat_map(|referent| &referent.mentions);
        for mention in mentions.take(MOST_MENTIONS) {
            let sentence = view::sentence_of(compared, side, *mention);
            parts.push(Choice {
                title: view::snippet(compared.text(side), *mention, 60),
                detail: view::snippet(compared.text(side), sentence, 90),
                sign: side.name(),
                value: compared.takes_out(side, *mention),
            });
        }
    }
    parts
}

fn times(count: usize) -> String {
    view::counted(count, "mention")
}
