//! egui's own widgets in our colours and faces.

use std::collections::BTreeMap;

use egui::style::{Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{
    Button, Color32, Context, CornerRadius, FontFamily, FontId, Frame, Id, Margin, RichText, Shadow, Stroke, Style,
    TextStyle, ThemePreference, Visuals, vec2,
};

use super::fonts::{definitions, sans, sans_strong};
use super::palette::{CONTRAST, CONTRAST_DARK, DARK, LIGHT, Palette, SEPIA};
use super::tokens::{size, space};
use crate::workspace::Theme;

/// Faces and both themes, once at the start.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK));
    ctx.options_mut(|options| {
        // Ctrl and plus make the articles' text larger, not the whole window.
        options.zoom_with_keyboard = false;
        options.fallback_theme = egui::Theme::Light;
    });
}

/// The theme that the settings ask for.
pub fn set_theme(ctx: &Context, theme: Theme) {
    let (wanted, light, dark) = match theme {
        Theme::System => (ThemePreference::System, &LIGHT, &DARK),
        Theme::Light => (ThemePreference::Light, &LIGHT, &DARK),
        Theme::Sepia => (ThemePreference::Light, &SEPIA, &DARK),
        Theme::Dark => (ThemePreference::Dark, &LIGHT, &DARK),
        Theme::Contrast => (ThemePreference::Light, &CONTRAST, &CONTRAST_DARK),
        Theme::ContrastDark => (ThemePreference::Dark, &CONTRAST, &CONTRAST_DARK),
    };
    let palettes = Palettes { light, dark };
    if palettes != Palettes::of(ctx) {
        ctx.set_style_of(egui::Theme::Light, style(light));
        ctx.set_style_of(egui::Theme::Dark, style(dark));
        ctx.data_mut(|data| data.insert_temp(Id::NULL, palettes));
    }
    if ctx.options(|options| options.theme_preference) != wanted {
        ctx.set_theme(wanted);
    }
}

/// The colours by day and by night.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Palettes {
    light: &'static Palette,
    dark: &'static Palette,
}

impl Palettes {
    fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL)).unwrap_or(Self { light: &LIGHT, dark: &DARK })
    }
}

/// The colours of this frame.
pub fn palette(ctx: &Context) -> &'static Palette {
    let palettes = Palettes::of(ctx);
    match ctx.theme() {
        egui::Theme::Dark => palettes.dark,
        egui::Theme::Light => palettes.light,
    }
}

fn style(palette: &Palette) -> Style {
    let mut style = Style { visuals: visuals(palette), animation_time: 0.12, ..Style::default() };
    style.text_styles = BTreeMap::from([
        (TextStyle::Small, sans(size::LABEL)),
        (TextStyle::Body, sans(size::PANEL)),
        (TextStyle::Button, sans(size::PANEL)),
        (TextStyle::Heading, FontId::new(20.0, FontFamily::Name("serif semibold".into()))),
        (TextStyle::Monospace, FontId::new(size::PANEL, FontFamily::Monospace)),
    ]);
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::SMALL, space::HAIR);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.menu_width = 280.0;
    spacing.scroll = egui::style::ScrollStyle::floating();
    spacing.scroll.bar_width = 6.0;
    spacing.scroll.floating_width = 3.0;
    style.interaction.selectable_labels = false;
    style.url_in_tooltip = false;
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(space::CORNER);
    let hair = Stroke::new(palette.line(1.0), palette.hairline);
    let ink = |colour| Stroke::new(1.0, colour);
    let widget = |fill: Color32, edge: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: corner,
        fg_stroke: ink(text),
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: widget(Color32::TRANSPARENT, hair, palette.ink),
        inactive: widget(palette.wash(0.05), if palette.contrast { hair } else { Stroke::NONE }, palette.ink),
        hovered: widget(palette.wash(0.09), Stroke::NONE, palette.ink),
        active: widget(palette.wash(0.14), Stroke::new(1.5, palette.focus), palette.ink),
        open: widget(palette.wash(0.09), Stroke::NONE, palette.ink),
    };
    visuals.selection = Selection { bg_fill: palette.selection, stroke: Stroke::new(1.0, palette.focus) };
    visuals.hyperlink_color = palette.focus;
    visuals.faint_bg_color = palette.wash(0.03);
    visuals.extreme_bg_color = palette.paper;
    visuals.text_edit_bg_color = Some(palette.paper);
    visuals.code_bg_color = palette.wash(0.05);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.window_fill = palette.card;
    visuals.window_stroke = hair;
    visuals.panel_fill = palette.desk;
    visuals.window_shadow = shadow(palette);
    visuals.popup_shadow = shadow(palette);
    visuals.weak_text_color = Some(palette.quiet);
    visuals.error_fg_color = palette.alarm;
    visuals.warn_fg_color = palette.alarm;
    // A blinking cursor draws frames for nobody.
    visuals.text_cursor =
        TextCursorStyle { stroke: Stroke::new(1.5, palette.ink), blink: false, ..TextCursorStyle::default() };
    visuals
}

/// The button that goes on: ink, with words of paper.
pub fn primary_button<'a>(palette: &Palette, words: &str, width: f32) -> Button<'a> {
    let words = RichText::new(words).font(sans_strong(size::PANEL)).color(palette.paper);
    Button::new(words).fill(palette.ink).min_size(vec2(width, 30.0))
}

/// One of several: the chosen one on a wash of ink.
pub fn choice_button<'a>(palette: &Palette, words: RichText, is_chosen: bool) -> Button<'a> {
    let edge = if is_chosen && palette.contrast { Stroke::new(2.0, palette.ink) } else { Stroke::NONE };
    let fill = if is_chosen { palette.wash(0.1) } else { Color32::TRANSPARENT };
    Button::new(words.color(palette.ink)).fill(fill).stroke(edge).min_size(vec2(0.0, 28.0))
}

/// The frame of a card that floats over the columns, with that much around what is in it.
pub fn card_frame(palette: &Palette, corner: u8, margin: Margin) -> Frame {
    Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(palette.line(1.0), palette.hairline))
        .corner_radius(corner)
        .shadow(shadow(palette))
        .inner_margin(margin)
}

fn shadow(palette: &Palette) -> Shadow {
    let alpha = if palette.dark { 90 } else { 28 };
    Shadow { offset: [0, 4], blur: 18, spread: 0, color: Color32::from_black_alpha(alpha) }
}
