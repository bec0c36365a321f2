//! The faces of the text and the glyphs of words.

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::super::runs::Look;

/// The faces that a sheet is set in.
pub struct Faces {
    regular: Face,
    italic: Face,
    bold: Face,
}

/// One face.
pub struct Face {
    /// As the PDF embeds it.
    pub font: Font,
    reference: FontRef<'static>,
    data: ShaperData,
}

impl Faces {
    /// None where the fonts of the program are damaged.
    pub fn load() -> Option<Self> {
        Some(Self {
            regular: Face::of(include_bytes!("../../../assets/fonts/DiptychSerif-Regular.ttf"))?,
            italic: Face::of(include_bytes!("../../../assets/fonts/DiptychSerif-Italic.ttf"))?,
            bold: Face::of(include_bytes!("../../../assets/fonts/DiptychSerif-SemiBold.ttf"))?,
        })
    }

    /// The face for a look.
    pub fn of(&self, look: Look) -> &Face {
        match look {
            Look::Plain => &self.regular,
            Look::Italic => &self.italic,
            Look::Bold | Look::Cite => &self.bold,
        }
    }
}

impl Faces {
    /// Whether that face has no glyph for a character.
    pub fn lacks(&self, look: Look, character: char) -> bool {
        let glyphs = self.of(look).shape(character.encode_utf8(&mut [0; 4]));
        glyphs.iter().any(|glyph| glyph.glyph_id.to_u32() == 0)
    }
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let reference = FontRef::new(bytes).ok()?;
        let data = ShaperData::new(&reference);
        Some(Self { font: Font::new(bytes.into(), 0)?, reference, data })
    }

    /// The glyphs of words in order, their advances in ems, their ranges in bytes of the words.
    pub fn shape(&self, words: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        // Nothing in these fonts is read from the right: what is not theirs stays in the order of the text.
        buffer.set_direction(harfrust::Direction::LeftToRight);
        let set = self.data.shaper(&self.reference).build();
        let em = set.units_per_em().max(1) as f32;
        let shaped = set.shape(buffer, ShapeOptions::new());
        let infos = shaped.glyph_infos();
        let glyphs = infos.iter().zip(shaped.glyph_positions()).enumerate();
        glyphs
            .map(|(index, (info, position))| {
                let start = info.cluster as usize;
                let next = infos[index..].iter().map(|other| other.cluster as usize).find(|other| *other > start);
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    position.x_advance as f32 / em,
                    position.x_offset as f32 / em,
                    position.y_offset as f32 / em,
                    0.0,
                    start..next.unwrap_or(words.len()),
                    None,
                )
            })
            .collect()
    }
}
