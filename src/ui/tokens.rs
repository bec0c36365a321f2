//! The design in one place: colours of each theme, type scale, spacing, motion.

use egui::Color32;

use crate::model::LinkKind;

/// The grid: every distance is a multiple of 4 points.
pub mod space {
    /// Between things that are one.
    pub const HAIR: f32 = 4.0;
    /// Between neighbours.
    pub const SMALL: f32 = 8.0;
    /// Inside a panel.
    pub const MEDIUM: f32 = 12.0;
    /// Between groups.
    pub const LARGE: f32 = 16.0;
    /// Around the text.
    pub const WIDE: f32 = 32.0;
    /// Height of the menu bar.
    pub const BAR: f32 = 40.0;
    /// Corners of what has corners.
    pub const CORNER: u8 = 4;
}

/// Sizes of type, in points.
pub mod size {
    /// The articles' text, where there is room for it.
    pub const BODY: f32 = 18.0;
    /// The articles' text in a narrow column.
    pub const BODY_NARROW: f32 = 16.0;
    /// Headlines, when the text is [`BODY`].
    pub const TITLE: f32 = 27.0;
    /// Headings, when the text is [`BODY`].
    pub const HEADING: f32 = 20.0;
    /// Captions and asides, when the text is [`BODY`].
    pub const ASIDE: f32 = 15.0;
    /// Everything that is not an article.
    pub const PANEL: f32 = 13.0;
    /// Titles of panels.
    pub const TAB: f32 = 13.0;
    /// Small labels.
    pub const LABEL: f32 = 11.0;
    /// Line height of the articles' text, as a share of its size.
    pub const LEADING: f32 = 1.5;
    /// Width of a line of the articles' text, in ems of the reading face: about 66 characters.
    pub const MEASURE_EM: f32 = 29.5;
    /// The same where the text starts to shrink instead: about 54 characters.
    pub const NARROW_MEASURE_EM: f32 = 24.5;
}

/// Time, in seconds.
pub mod motion {
    /// How long the columns glide to a passage.
    pub const GLIDE: f64 = 0.16;
    /// How long the pointer rests before a card opens.
    pub const CARD_DELAY: f64 = 0.35;
    /// How long what became of a correction is said.
    pub const TELLING: f64 = 7.0;
    /// How long work goes on before it is shown to go on.
    pub const BUSY_DELAY: f64 = 0.4;
    /// Where a passage lands: as a share of the column's height, from the top.
    pub const LANDING: f32 = 1.0 / 3.0;

    /// Ease out: quick to start, soft to stop. From 0 to 1.
    pub fn ease_out(share: f64) -> f32 {
        let left = 1.0 - share.clamp(0.0, 1.0);
        (1.0 - left * left * left) as f32
    }
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Whether it is for the night.
    pub dark: bool,
    /// What the articles stand on.
    pub paper: Color32,
    /// What the paper lies on.
    pub desk: Color32,
    /// Menus and cards.
    pub card: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that whispers.
    pub quiet: Color32,
    /// Lines that part.
    pub hairline: Color32,
    /// Behind selected text.
    pub selection: Color32,
    /// What went wrong.
    pub alarm: Color32,
    /// Where the keyboard is.
    pub focus: Color32,
    hues: [Color32; 6],
}

const fn hex(colour: u32) -> Color32 {
    Color32::from_rgb((colour >> 16) as u8, (colour >> 8) as u8, colour as u8)
}

/// Ink on paper.
pub const LIGHT: Palette = Palette {
    dark: false,
    paper: hex(0x00FB_FAF7),
    desk: hex(0x00F1_EFEA),
    card: hex(0x00FF_FEFC),
    ink: hex(0x001F_1E1B),
    quiet: hex(0x006B_675F),
    hairline: hex(0x00DE_DAD2),
    selection: hex(0x00CF_E1EE),
    alarm: hex(0x00A6_3A12),
    focus: hex(0x0000_72B2),
    hues: [hex(0x0000_9E73), hex(0x00D5_5E00), hex(0x0000_72B2), hex(0x00B0_527F), hex(0x00B0_527F), hex(0x00B0_7A00)],
};

/// For the night.
pub const DARK: Palette = Palette {
    dark: true,
    paper: hex(0x001C_1B19),
    desk: hex(0x0014_1312),
    card: hex(0x0024_2320),
    ink: hex(0x00E8_E3D9),
    quiet: hex(0x009B_958A),
    hairline: hex(0x0033_302B),
    selection: hex(0x002C_4456),
    alarm: hex(0x00F0_8A4B),
    focus: hex(0x006B_B3E0),
    hues: [hex(0x004F_C3A1), hex(0x00F0_8A4B), hex(0x006B_B3E0), hex(0x00E2_9ABF), hex(0x00E2_9ABF), hex(0x00E6_B84D)],
};

impl Palette {
    /// The hue of a kind of link.
    pub fn hue(&self, kind: LinkKind) -> Color32 {
        let at = match kind {
            LinkKind::Text => 0,
            LinkKind::Quotation => 1,
            LinkKind::Source => 2,
            LinkKind::Event => 3,
            LinkKind::Fact => 4,
            LinkKind::Theme => 5,
        };
        self.hues[at]
    }

    /// Behind a passage that the reader looks at.
    pub fn tint(&self, kind: LinkKind, strength: f32) -> Color32 {
        let share = if self.dark { 0.20 } else { 0.15 };
        self.hue(kind).gamma_multiply(share * strength)
    }

    /// A touch of ink on whatever is below: `strength` 0 to 1.
    pub fn wash(&self, strength: f32) -> Color32 {
        self.ink.gamma_multiply(strength)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_everything_it_stands_on() {
        for palette in [LIGHT, DARK] {
            for ground in [palette.paper, palette.desk, palette.card] {
                assert!(contrast(palette.ink, ground) >= 7.0, "ink on {ground:?}");
                assert!(contrast(palette.quiet, ground) >= 4.5, "quiet on {ground:?}");
            }
            assert!(contrast(palette.alarm, palette.card) >= 4.5);
        }
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        for palette in [LIGHT, DARK] {
            for kind in LinkKind::ALL {
                assert!(contrast(palette.hue(kind), palette.paper) >= 3.0, "{kind:?}");
            }
        }
    }
}
