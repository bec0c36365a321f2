//! The colours of each theme, in one place.

use egui::Color32;

use crate::model::{LinkKind, MarkerColour};

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Whether it is light on dark.
    pub dark: bool,
    /// Whether it has no tints and no quiet colours, and thicker lines.
    pub contrast: bool,
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

/// Same words, quotations, sources, events, facts, themes; after Okabe and Ito (2008), moved as little as keeps them apart
/// for colour-blind eyes, and three to one from the paper.
const HUES_ON_LIGHT: [Color32; 6] =
    [hex(0x0000_9E73), hex(0x00B8_4800), hex(0x0000_72B1), hex(0x00AF_517F), hex(0x00AF_517F), hex(0x00B6_7E06)];
const HUES_ON_DARK: [Color32; 6] =
    [hex(0x0051_C9A8), hex(0x00EE_8A4A), hex(0x006A_B1DF), hex(0x00E2_9DC6), hex(0x00E2_9DC6), hex(0x00E9_BB4F)];

/// Ink on paper.
pub const LIGHT: Palette = Palette {
    dark: false,
    contrast: false,
    paper: hex(0x00FB_FAF7),
    desk: hex(0x00F1_EFEA),
    card: hex(0x00FF_FEFC),
    ink: hex(0x001F_1E1B),
    quiet: hex(0x006B_675F),
    hairline: hex(0x00DE_DAD2),
    selection: hex(0x00CF_E1EE),
    alarm: hex(0x00A6_3A12),
    focus: hex(0x0000_72B2),
    hues: HUES_ON_LIGHT,
};

/// Ink on old paper.
pub const SEPIA: Palette = Palette {
    dark: false,
    contrast: false,
    paper: hex(0x00F6_EEDC),
    desk: hex(0x00EC_E1CA),
    card: hex(0x00FB_F5E7),
    ink: hex(0x002B_2318),
    quiet: hex(0x0065_5944),
    hairline: hex(0x00D6_C8AB),
    selection: hex(0x00D3_DCD6),
    alarm: hex(0x0098_330E),
    focus: hex(0x0000_66A0),
    hues: [hex(0x0004_8760), hex(0x00CF_6414), hex(0x000A_66A0), hex(0x00A2_4671), hex(0x00A2_4671), hex(0x008C_5B00)],
};

/// For the night.
pub const DARK: Palette = Palette {
    dark: true,
    contrast: false,
    paper: hex(0x001C_1B19),
    desk: hex(0x0014_1312),
    card: hex(0x0024_2320),
    ink: hex(0x00E8_E3D9),
    quiet: hex(0x009B_958A),
    hairline: hex(0x0033_302B),
    selection: hex(0x002C_4456),
    alarm: hex(0x00F0_8A4B),
    focus: hex(0x006B_B3E0),
    hues: HUES_ON_DARK,
};

/// Black on white.
pub const CONTRAST: Palette = Palette {
    dark: false,
    contrast: true,
    paper: Color32::WHITE,
    desk: Color32::WHITE,
    card: Color32::WHITE,
    ink: Color32::BLACK,
    quiet: hex(0x0033_3333),
    hairline: Color32::BLACK,
    selection: hex(0x00FF_E680),
    alarm: hex(0x008A_1F00),
    focus: hex(0x0000_3F8A),
    hues: [hex(0x000B_6D4E), hex(0x00B0_4C04), hex(0x0000_5693), hex(0x0092_2862), hex(0x0092_2862), hex(0x006A_4600)],
};

/// White on black.
pub const CONTRAST_DARK: Palette = Palette {
    dark: true,
    contrast: true,
    paper: Color32::BLACK,
    desk: Color32::BLACK,
    card: Color32::BLACK,
    ink: Color32::WHITE,
    quiet: hex(0x00D9_D9D9),
    hairline: Color32::WHITE,
    selection: hex(0x0000_4A8F),
    alarm: hex(0x00FF_A066),
    focus: hex(0x0080_C8FF),
    hues: HUES_ON_DARK,
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
            // What the reader draws is drawn in ink.
            LinkKind::Drawn => return self.ink,
        };
        self.hues[at]
    }

    /// Behind a passage that the reader looks at; nothing where the theme has no tints.
    pub fn tint(&self, kind: LinkKind, strength: f32) -> Color32 {
        let share = match (self.contrast, self.dark) {
            (true, _) => 0.0,
            (false, true) => 0.20,
            (false, false) => 0.15,
        };
        self.hue(kind).gamma_multiply(share * strength)
    }

    /// Behind words that were found; stronger where the reader is.
    pub fn found(&self, is_here: bool) -> Color32 {
        match (self.contrast, self.dark, is_here) {
            (true, false, false) => hex(0x00FF_F2B8),
            (_, false, true) => hex(0x00FF_D24D),
            (true, true, false) => hex(0x0033_3000),
            (true, true, true) => hex(0x005C_4A00),
            (false, false, false) => hex(0x00FC_EBB0),
            (false, true, false) => hex(0x0047_3C14),
            (false, true, true) => hex(0x0079_6100),
        }
    }

    /// The ground of words that the reader marked with a pen of that colour; nothing where the theme has no tints.
    pub fn marker(&self, colour: MarkerColour) -> Color32 {
        if self.contrast {
            return Color32::TRANSPARENT;
        }
        match (colour, self.dark) {
            (MarkerColour::Yellow, false) => hex(0x00FB_EE9A),
            (MarkerColour::Cyan, false) => hex(0x00C6_EBF2),
            (MarkerColour::Green, false) => hex(0x00CF_EFC0),
            (MarkerColour::Yellow, true) => hex(0x004A_4210),
            (MarkerColour::Cyan, true) => hex(0x0013_4450),
            (MarkerColour::Green, true) => hex(0x0022_4A1C),
        }
    }

    /// The line under such words, which every pen draws in a way of its own.
    pub fn marker_line(&self, colour: MarkerColour) -> Color32 {
        match (colour, self.dark) {
            _ if self.contrast => self.ink,
            (MarkerColour::Yellow, false) => hex(0x0093_7400),
            (MarkerColour::Cyan, false) => hex(0x0017_7F96),
            (MarkerColour::Green, false) => hex(0x003F_8326),
            (MarkerColour::Yellow, true) => hex(0x00E0_C23C),
            (MarkerColour::Cyan, true) => hex(0x005C_C4DA),
            (MarkerColour::Green, true) => hex(0x007F_CB62),
        }
    }

    /// In the strip, where words were found.
    pub fn found_tick(&self) -> Color32 {
        if self.dark { hex(0x00E0_B93C) } else { hex(0x008F_6800) }
    }

    /// A touch of ink on whatever is below: `strength` 0 to 1.
    pub fn wash(&self, strength: f32) -> Color32 {
        self.ink.gamma_multiply(if self.contrast { (strength * 1.6).min(1.0) } else { strength })
    }

    /// The edge of a box that can be checked.
    pub fn outline(&self) -> Color32 {
        self.quiet
    }

    /// The track of a slider: three to one from the card.
    pub fn track(&self) -> Color32 {
        match (self.contrast, self.dark) {
            (true, _) => self.ink,
            (false, true) => hex(0x0077_7268),
            (false, false) => hex(0x008D_887E),
        }
    }

    /// How thick a line is, in points, that is so thick in the quiet themes.
    pub fn line(&self, points: f32) -> f32 {
        if self.contrast { points.max(2.0) } else { points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, Palette); 5] = [
        ("light", LIGHT),
        ("sepia", SEPIA),
        ("dark", DARK),
        ("high contrast", CONTRAST),
        ("high contrast, dark", CONTRAST_DARK),
    ];

    type Rgb = [f64; 3];

    fn linear(colour: Color32) -> Rgb {
        [colour.r(), colour.g(), colour.b()].map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn times(matrix: [[f64; 3]; 3], [x, y, z]: Rgb) -> Rgb {
        matrix.map(|[first, second, third]| first * x + second * y + third * z)
    }

    /// Relative luminance after WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// CIE 1976 L*a*b* under D65.
    fn lab(linear: Rgb) -> Rgb {
        let to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let [x, y, z] = times(to_xyz, linear.map(|share| share.clamp(0.0, 1.0)));
        let root = |share: f64| if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 };
        let [x, y, z] = [root(x / 0.950_47), root(y), root(z / 1.088_83)];
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn distance(one: Rgb, other: Rgb) -> f64 {
        lab(one).iter().zip(lab(other)).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
    }

    /// How a colour looks to eyes that lack one kind of cone wholly: Machado, Oliveira and Fernandes (2009).
    const BLINDNESSES: [(&str, [[f64; 3]; 3]); 4] = [
        ("full colour sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_82, 0.042_94, 0.968_881]],
        ),
        (
            "tritanopia",
            [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_9]],
        ),
    ];

    #[test]
    fn text_can_be_read_on_everything_it_stands_on() {
        for (name, palette) in ALL {
            let quiet = if palette.contrast { 7.0 } else { 4.5 };
            for ground in [palette.paper, palette.desk, palette.card] {
                assert!(contrast(palette.ink, ground) >= 7.0, "{name}: ink on {ground:?}");
                assert!(contrast(palette.quiet, ground) >= quiet, "{name}: quiet on {ground:?}");
                assert!(contrast(palette.focus, ground) >= 4.5, "{name}: focus on {ground:?}");
            }
            assert!(contrast(palette.outline(), palette.card) >= 3.0, "{name}: the edge of a box");
            assert!(contrast(palette.ink, palette.selection) >= 7.0, "{name}: selected words");
            assert!(contrast(palette.alarm, palette.card) >= if palette.contrast { 7.0 } else { 4.5 }, "{name}");
        }
    }

    #[test]
    fn text_can_be_read_on_every_tint() {
        for (name, palette) in ALL {
            for kind in LinkKind::ALL {
                let tint = palette.tint(kind, 1.0);
                let ground = palette.paper.blend(tint);
                assert!(contrast(palette.ink, ground) >= 7.0, "{name}: {kind:?}");
            }
        }
    }

    #[test]
    fn text_can_be_read_where_words_were_found() {
        for (name, palette) in ALL {
            for is_here in [false, true] {
                let ground = palette.paper.blend(palette.found(is_here));
                let (least, found) = (if palette.contrast { 7.0 } else { 4.5 }, contrast(palette.ink, ground));
                assert!(found >= least, "{name}: {is_here}, {found:.1}");
            }
        }
    }

    #[test]
    fn marked_words_can_be_read_and_their_lines_stand_out() {
        for (name, palette) in ALL {
            for colour in MarkerColour::ALL {
                let marked = palette.paper.blend(palette.marker(colour));
                assert!(contrast(palette.ink, marked) >= 7.0, "{name}: ink on {colour:?}");
                let least = if palette.contrast { 4.5 } else { 3.0 };
                for ground in [palette.paper, marked] {
                    let found = contrast(palette.marker_line(colour), ground);
                    assert!(found >= least, "{name}: the line of {colour:?} on {ground:?}, {found:.1}");
                }
            }
        }
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        for (name, palette) in ALL {
            for kind in LinkKind::ALL {
                let least = if palette.contrast { 4.5 } else { 3.0 };
                assert!(contrast(palette.hue(kind), palette.paper) >= least, "{name}: {kind:?}");
            }
        }
    }

    #[test]
    fn kinds_are_told_apart_by_colour_blind_eyes() {
        // Events and facts share a hue. A difference of 10 is plain at a glance; 2.3 is just noticeable.
        let kinds = [LinkKind::Text, LinkKind::Quotation, LinkKind::Source, LinkKind::Event, LinkKind::Theme];
        for (name, palette) in ALL {
            for (sight, matrix) in BLINDNESSES {
                for (at, one) in kinds.iter().enumerate() {
                    for other in &kinds[at + 1..] {
                        let seen = |kind: &LinkKind| times(matrix, linear(palette.hue(*kind)));
                        let apart = distance(seen(one), seen(other));
                        assert!(apart >= 10.0, "{name}, {sight}: {one:?} and {other:?} are {apart:.1} apart");
                    }
                }
            }
        }
    }
}
