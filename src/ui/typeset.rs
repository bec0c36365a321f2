//! How each kind of block is set: face, size, leading, indents; and a block as a job for egui's layout.

use egui::text::{LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Color32, FontFamily, FontId};

use super::fonts::Face;
use super::tokens::size;
use crate::model::Article;
use crate::view::{Block, BlockKind};
use crate::workspace::{ReadingFace, Typography};

/// What a column's type depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typesetting {
    /// Size of running prose, in points.
    pub body_points: f32,
    /// Width of the text, in points.
    pub measure: f32,
    /// What else the reader set.
    pub typography: Typography,
}

/// How one block is set. Lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Size of its type.
    pub points: f32,
    /// From one line to the next.
    pub line_height: f32,
    /// Above its first line.
    pub space_before: f32,
    /// From the left edge of the text.
    pub indent_left: f32,
    /// From the right edge of the text.
    pub indent_right: f32,
    /// Whether it is set in quiet ink.
    pub quiet: bool,
    /// Whether it is set in the sans.
    pub is_sans: bool,
    /// Added between two letters.
    letter_space: f32,
    face: Face,
    family: ReadingFace,
}

impl Typesetting {
    /// For a column whose text may be so wide, at the reader's scale (1 is usual).
    pub fn new(available_points: f32, scale: f32, typography: Typography) -> Self {
        Self::beside(available_points, available_points, scale, typography)
    }

    /// The same in type as large as in the other column, whose text may be so wide.
    pub fn beside(available_points: f32, other_points: f32, scale: f32, typography: Typography) -> Self {
        let fluid = available_points.midpoint(other_points) / size::NARROW_MEASURE_EM;
        let body_points = (fluid.clamp(size::BODY_NARROW, size::BODY) * scale).round();
        let measure = (body_points * size::MEASURE_EM * typography.measure).min(available_points).floor();
        Self { body_points, measure, typography }
    }

    /// From one line of running prose to the next, in points.
    pub fn line_height(&self) -> f32 {
        self.of(BlockKind::Body).line_height
    }

    /// How much larger marks are than beside the usual text.
    pub fn mark_scale(&self) -> f32 {
        (self.body_points / size::BODY).max(1.0)
    }

    /// Whether words have the same widths in both.
    pub fn has_same_widths(&self, other: &Self) -> bool {
        let letters = self.typography.letter_space_em - other.typography.letter_space_em;
        (self.body_points - other.body_points).abs() < 0.01
            && letters.abs() < 0.0001
            && self.typography.face == other.typography.face
    }

    /// How a block of that kind is set.
    pub fn of(&self, kind: BlockKind) -> Setting {
        let scale = self.body_points / size::BODY;
        let Typography { face: family, line_height, paragraph_space, letter_space_em, .. } = self.typography;
        let leading = size::LEADING * line_height;
        let body = Setting {
            points: self.body_points,
            line_height: (self.body_points * leading).round(),
            space_before: (self.body_points * size::LEADING / 2.0 * paragraph_space).round(),
            indent_left: 0.0,
            indent_right: 0.0,
            quiet: false,
            is_sans: false,
            letter_space: self.body_points * letter_space_em,
            face: Face::Regular,
            family,
        };
        let sized = |points: f32, leading: f32, space: f32, face| {
            let points = (points * scale).round();
            let line_height = (points * leading * line_height).round();
            let space_before = (space * scale * paragraph_space).round();
            Setting { points, line_height, space_before, letter_space: points * letter_space_em, face, ..body }
        };
        let indent = (self.body_points * 1.4).round();
        match kind {
            BlockKind::Title => sized(size::TITLE, 1.22, 0.0, Face::SemiBold),
            BlockKind::Head => Setting { quiet: true, is_sans: true, ..sized(size::PANEL, 1.5, 10.0, Face::Regular) },
            BlockKind::Heading => sized(size::HEADING, 1.3, 30.0, Face::SemiBold),
            BlockKind::Body => body,
            BlockKind::BlockQuote => Setting { indent_left: indent, indent_right: indent / 2.0, ..body },
            BlockKind::PullQuote => {
                Setting { quiet: true, indent_left: indent, ..sized(size::ASIDE, size::LEADING, 14.0, Face::Italic) }
            }
            BlockKind::ListItem => Setting { indent_left: indent, space_before: body.space_before / 2.0, ..body },
            BlockKind::Caption => Setting { quiet: true, ..sized(size::ASIDE, 1.4, 10.0, Face::Italic) },
            BlockKind::Aside => Setting { quiet: true, ..sized(size::ASIDE, 1.45, 12.0, Face::Regular) },
            BlockKind::Separator => Setting { quiet: true, space_before: body.line_height, ..body },
        }
    }
}

/// A block as a job for the layout, wrapped at `width` points. Its colour is left open, so that a theme can change
/// without a new layout.
pub fn job(block: &Block, article: &Article, setting: &Setting, width: f32) -> LayoutJob {
    let text = block.text(article);
    let runs = block.runs(article, text.len());
    let mut job = LayoutJob {
        wrap: TextWrapping::wrap_at_width(width),
        round_output_to_gui: false,
        sections: Vec::with_capacity(runs.len()),
        ..LayoutJob::default()
    };
    for run in runs {
        let font = font(setting, run.italic, run.bold, run.code);
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: run.span.start.into()..run.span.end.into(),
            format: TextFormat {
                font_id: font,
                line_height: Some(setting.line_height),
                extra_letter_spacing: setting.letter_space,
                color: Color32::PLACEHOLDER,
                ..TextFormat::default()
            },
        });
    }
    job.text = text;
    job
}

fn font(setting: &Setting, italic: bool, bold: bool, code: bool) -> FontId {
    if setting.is_sans {
        return super::fonts::sans(setting.points);
    }
    if code {
        return FontId::new(setting.points * 0.85, FontFamily::Monospace);
    }
    let upright = matches!(setting.face, Face::Regular | Face::Italic);
    let slanted = setting.face == Face::Italic;
    // In a block that is italic throughout, emphasis stands upright.
    let face = if upright { Face::of(italic != slanted, bold) } else { setting.face };
    super::fonts::reading(setting.family, face, setting.points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_column_has_66_characters_and_a_narrow_one_smaller_type() {
        let wide = Typesetting::new(900.0, 1.0, Typography::default());
        assert!((wide.body_points - size::BODY).abs() < f32::EPSILON);
        assert!(wide.measure < 560.0);
        let narrow = Typesetting::new(330.0, 1.0, Typography::default());
        assert!((narrow.body_points - size::BODY_NARROW).abs() < f32::EPSILON);
        assert!((narrow.measure - 330.0).abs() < f32::EPSILON);
    }

    #[test]
    fn the_reader_makes_text_larger() {
        let points = |scale| Typesetting::new(900.0, scale, Typography::default()).body_points;
        assert!(points(1.5) > points(1.0));
    }

    #[test]
    fn the_reader_sets_lines_and_paragraphs_further_apart() {
        let usual = Typesetting::new(900.0, 1.0, Typography::default());
        let wide = Typography { line_height: 1.4, paragraph_space: 2.0, ..Typography::default() };
        let wide = Typesetting::new(900.0, 1.0, wide);
        for kind in [BlockKind::Body, BlockKind::BlockQuote, BlockKind::Caption] {
            assert!(wide.of(kind).line_height > usual.of(kind).line_height * 1.3, "{kind:?}");
            assert!(wide.of(kind).space_before > usual.of(kind).space_before * 1.8, "{kind:?}");
        }
    }
}
