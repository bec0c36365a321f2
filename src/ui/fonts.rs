//! The faces: one serif to read in, one sans for everything else.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

/// The faces of the reading serif.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Real italics.
    Italic,
    /// Bold.
    Bold,
    /// Both.
    BoldItalic,
    /// Headlines.
    SemiBold,
}

impl Face {
    fn name(self) -> &'static str {
        match self {
            Face::Regular => "serif",
            Face::Italic => "serif italic",
            Face::Bold => "serif bold",
            Face::BoldItalic => "serif bold italic",
            Face::SemiBold => "serif semibold",
        }
    }

    /// The face for text of that weight and slant.
    pub fn of(italic: bool, bold: bool) -> Face {
        match (italic, bold) {
            (false, false) => Face::Regular,
            (true, false) => Face::Italic,
            (false, true) => Face::Bold,
            (true, true) => Face::BoldItalic,
        }
    }
}

const SANS: &str = "sans";
const SANS_STRONG: &str = "sans semibold";

/// The reading serif at that size in points.
pub fn serif(face: Face, points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(face.name().into()))
}

/// The sans at that size in points.
pub fn sans(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// The heavier sans at that size in points.
pub fn sans_strong(points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(SANS_STRONG.into()))
}

/// All faces, each with egui's own as a last resort for signs they lack.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let last_resort = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let files: [(&str, &'static [u8]); 7] = [
        (Face::Regular.name(), include_bytes!("../../assets/fonts/DiptychSerif-Regular.ttf")),
        (Face::Italic.name(), include_bytes!("../../assets/fonts/DiptychSerif-Italic.ttf")),
        (Face::Bold.name(), include_bytes!("../../assets/fonts/DiptychSerif-Bold.ttf")),
        (Face::BoldItalic.name(), include_bytes!("../../assets/fonts/DiptychSerif-BoldItalic.ttf")),
        (Face::SemiBold.name(), include_bytes!("../../assets/fonts/DiptychSerif-SemiBold.ttf")),
        (SANS, include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
        (SANS_STRONG, include_bytes!("../../assets/fonts/Inter-SemiBold.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut family = vec![name.to_owned()];
        family.extend(last_resort.iter().cloned());
        fonts.families.insert(FontFamily::Name(name.into()), family);
    }
    let mut sans_family = vec![SANS.to_owned()];
    sans_family.extend(last_resort);
    fonts.families.insert(FontFamily::Proportional, sans_family);
    fonts
}
