//! The faces: a serif or a more legible face to read in, a sans for everything else.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

use crate::workspace::ReadingFace;

/// The faces of the reading family.
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
    fn name(self, family: ReadingFace) -> &'static str {
        match (family, self) {
            (ReadingFace::Serif, Face::Regular) => "serif",
            (ReadingFace::Serif, Face::Italic) => "serif italic",
            (ReadingFace::Serif, Face::Bold) => "serif bold",
            (ReadingFace::Serif, Face::BoldItalic) => "serif bold italic",
            (ReadingFace::Serif, Face::SemiBold) => "serif semibold",
            (ReadingFace::Legible, Face::Regular) => "legible",
            (ReadingFace::Legible, Face::Italic) => "legible italic",
            (ReadingFace::Legible, Face::Bold) => "legible bold",
            (ReadingFace::Legible, Face::BoldItalic) => "legible bold italic",
            (ReadingFace::Legible, Face::SemiBold) => "legible semibold",
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
    reading(ReadingFace::Serif, face, points)
}

/// The face that the articles are set in, at that size in points.
pub fn reading(family: ReadingFace, face: Face, points: f32) -> FontId {
    FontId::new(points, FontFamily::Name(face.name(family).into()))
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
    let (serif, legible) = (ReadingFace::Serif, ReadingFace::Legible);
    let files: [(&str, &'static [u8]); 12] = [
        (Face::Regular.name(serif), include_bytes!("../../assets/fonts/DiptychSerif-Regular.ttf")),
        (Face::Italic.name(serif), include_bytes!("../../assets/fonts/DiptychSerif-Italic.ttf")),
        (Face::Bold.name(serif), include_bytes!("../../assets/fonts/DiptychSerif-Bold.ttf")),
        (Face::BoldItalic.name(serif), include_bytes!("../../assets/fonts/DiptychSerif-BoldItalic.ttf")),
        (Face::SemiBold.name(serif), include_bytes!("../../assets/fonts/DiptychSerif-SemiBold.ttf")),
        (Face::Regular.name(legible), include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
        (Face::Italic.name(legible), include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Italic.ttf")),
        (Face::Bold.name(legible), include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
        (Face::BoldItalic.name(legible), include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-BoldItalic.ttf")),
        (Face::SemiBold.name(legible), include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf")),
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
