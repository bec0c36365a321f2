//! Which fonts are bold and which are italic: by their names, or, where the file hides those, by their shapes.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph, GlyphRun, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{BezPath, Point, Shape as _, flatten};

use super::glyphs::Look;

/// How many letters of a run are measured.
const MEASURED_LETTERS: usize = 40;
/// The most shapes that are kept; a document of ten fonts has some 700.
const MOST_SHAPES: usize = 20_000;

/// The shapes of glyphs that were measured already.
#[derive(Debug, Default)]
pub struct Weights {
    shapes: HashMap<u128, Option<Measures>>,
}

#[derive(Debug, Clone, Copy)]
struct Measures {
    /// The mean width of its strokes, in thousandths of an em.
    stroke: f64,
    /// How far it leans, as a tangent.
    lean: f64,
}

impl Weights {
    /// How the font of a run looks.
    pub fn look(&mut self, run: &GlyphRun<'_, '_>) -> Look {
        let outlines = || {
            run.glyphs().iter().filter_map(|glyph| match &**glyph {
                Glyph::Outline(outline) => Some(outline),
                Glyph::Type3(_) => None,
            })
        };
        match outlines().next().and_then(named) {
            Some(look) => look,
            None => self.measured(outlines()),
        }
    }

    fn measured<'g>(&mut self, outlines: impl Iterator<Item = &'g OutlineGlyph>) -> Look {
        let shapes: Vec<Measures> =
            outlines.take(MEASURED_LETTERS).filter_map(|outline| self.measures(outline)).collect();
        let mean = |measure: fn(&Measures) -> f64| shapes.iter().map(measure).sum::<f64>() / shapes.len().max(1) as f64;
        // One letter may lean by itself, as a "d" and a "j" do.
        let lean = if shapes.len() > 2 { mean(|shape| shape.lean) } else { 0.0 };
        Look { bold: false, italic: false, stroke: mean(|shape| shape.stroke) as f32, lean: lean as f32 }
    }

    fn measures(&mut self, outline: &OutlineGlyph) -> Option<Measures> {
        let key = outline.identifier().cache_key();
        if let Some(known) = self.shapes.get(&key) {
            return *known;
        }
        let measures = measured(outline);
        if self.shapes.len() < MOST_SHAPES {
            self.shapes.insert(key, measures);
        }
        measures
    }
}

/// By the name and flags that the font has, where they can be had.
fn named(outline: &OutlineGlyph) -> Option<Look> {
    let font = outline.font_data()?;
    let name = font.postscript_name?.to_ascii_lowercase();
    let bold = ["bold", "black", "heavy", "demi"].iter().any(|part| name.contains(part));
    let italic = font.is_italic || name.contains("italic") || name.contains("oblique");
    Some(Look { bold: bold || font.weight.is_some_and(|weight| weight >= 600), italic, stroke: 0.0, lean: 0.0 })
}

fn measured(outline: &OutlineGlyph) -> Option<Measures> {
    let Some(BfString::Char(letter)) = outline.as_unicode() else { return None };
    if !letter.is_alphabetic() {
        return None;
    }
    let path = outline.outline();
    let (area, around) = (path.area().abs(), path.perimeter(1.0));
    // A stroke of length l and width w has an area of l·w and an edge of little more than 2·l.
    (area > 0.0 && around > 0.0).then(|| Measures { stroke: 2.0 * area / around, lean: lean(&path) })
}

/// The slope of the line that runs up through a shape, by the second moments of its corners.
fn lean(path: &BezPath) -> f64 {
    const COARSE: f64 = 5.0;
    let mut points: Vec<Point> = Vec::new();
    flatten(path, COARSE, |element| points.extend(element.end_point()));
    let count = points.len().max(1) as f64;
    let middle = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x / count, sum.1 + point.y / count));
    let (mut across, mut up) = (0.0, 0.0);
    for point in &points {
        across += (point.x - middle.0) * (point.y - middle.1);
        up += (point.y - middle.1).powi(2);
    }
    if up > 0.0 { across / up } else { 0.0 }
}
