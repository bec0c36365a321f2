//! The glyphs of a page, each with its letters and its place, in the direction in which most of the page is written.

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::weights::Weights;
use crate::import::limits::MOST_GLYPHS_OF_A_PAGE;

/// One glyph, in points; x grows along the line and y from line to line.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// What it stands for: one letter, or the letters of a ligature.
    pub letters: Letters,
    /// Where it starts.
    pub left: f32,
    /// Where the next one starts, before any kerning.
    pub right: f32,
    /// The line it stands on.
    pub baseline: f32,
    /// Font size.
    pub size: f32,
    /// How its font looks.
    pub look: Look,
}

/// What a glyph stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Letters {
    One(char),
    More(Box<str>),
    /// The file does not say.
    Unknown,
}

/// How a font looks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    /// Bold by its name.
    pub bold: bool,
    /// Italic by its name.
    pub italic: bool,
    /// The mean width of its strokes in thousandths of an em, where it has no name; else nought.
    pub stroke: f32,
    /// How far its letters lean, as a tangent, where it has no name; else nought.
    pub lean: f32,
}

/// What stands on a page, all of it written in one direction.
#[derive(Debug, Default)]
pub struct Sheet {
    /// In the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Where pictures are.
    pub pictures: Vec<Rect>,
}

/// In which direction a line runs, in quarter turns clockwise; none where it is slanted, as a stamp over the page is.
type Turn = Option<u8>;

/// Gathers what is drawn on one page.
pub struct Gatherer<'w> {
    weights: &'w mut Weights,
    /// The page's size, in points.
    size: (f64, f64),
    drawn: Vec<Drawn>,
    pictures: Vec<Rect>,
}

struct Drawn {
    letters: Letters,
    origin: Point,
    end: Point,
    size: f64,
    look: Look,
    turn: Turn,
}

impl<'w> Gatherer<'w> {
    /// For a page of that width and height in points.
    pub fn new(weights: &'w mut Weights, size: (f32, f32)) -> Self {
        let size = (f64::from(size.0), f64::from(size.1));
        Self { weights, size, drawn: Vec::new(), pictures: Vec::new() }
    }

    /// The sheets of the page: what most of it is written in, then what is written across that, if it is much of it.
    pub fn finish(self) -> Vec<Sheet> {
        let mut counts = [0_usize; 4];
        for drawn in self.drawn.iter().filter(|one| one.letters != Letters::One(' ')) {
            if let Some(turn) = drawn.turn {
                counts[usize::from(turn)] += 1;
            }
        }
        let all: usize = counts.iter().sum();
        let mut turns: Vec<u8> = (0..4).filter(|turn| is_much(counts[usize::from(*turn)], all)).collect();
        turns.sort_by_key(|turn| (std::cmp::Reverse(counts[usize::from(*turn)]), *turn));
        turns.iter().map(|turn| self.sheet(*turn)).collect()
    }

    fn sheet(&self, turn: u8) -> Sheet {
        let (width, height) = self.size;
        let upright = match turn {
            0 => Affine::IDENTITY,
            1 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]),
            _ => Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]),
        };
        let glyph = |drawn: &Drawn| {
            let (origin, end) = (upright * drawn.origin, upright * drawn.end);
            Glyph {
                letters: drawn.letters.clone(),
                left: origin.x.min(end.x) as f32,
                right: origin.x.max(end.x) as f32,
                baseline: origin.y as f32,
                size: drawn.size as f32,
                look: drawn.look,
            }
        };
        let pictures = self.pictures.iter().map(|place| upright.transform_rect_bbox(*place)).collect();
        let glyphs = self.drawn.iter().filter(|drawn| drawn.turn == Some(turn)).map(glyph).collect();
        Sheet { glyphs, pictures }
    }
}

/// Less is a stamp at the page's edge.
fn is_much(count: usize, all: usize) -> bool {
    count > 0 && count * 8 >= all
}

impl<'a> Device<'a> for Gatherer<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let is_vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        let look = self.weights.look(run);
        for glyph in run.glyphs() {
            if self.drawn.len() >= MOST_GLYPHS_OF_A_PAGE {
                return;
            }
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                Shape::Outline(outline) => outline.advance_width(),
                Shape::Type3(drawing) => drawing.advance_width(),
            };
            let size = height(place);
            let origin = place * Point::ORIGIN;
            let along = if is_vertical { Vec2::new(0.0, size) } else { along(place, advance.unwrap_or(500.0)) };
            let end = origin + along;
            let is_on_page = |point: Point| {
                (-1.0..=self.size.0 + 1.0).contains(&point.x) && (-1.0..=self.size.1 + 1.0).contains(&point.y)
            };
            if !(size.is_finite() && size > 0.0 && is_on_page(origin) && end.x.is_finite() && end.y.is_finite()) {
                continue;
            }
            let turn = turn(if is_vertical { along } else { direction(place) });
            self.drawn.push(Drawn { letters: letters(glyph), origin, end, size, look, turn });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let place = props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
        let whole = Rect::new(0.0, 0.0, self.size.0, self.size.1);
        // A picture behind the whole page is its paper.
        let is_paper = place.intersect(whole).area() * 10.0 > whole.area() * 9.0;
        if !is_paper && place.is_finite() && self.pictures.len() < MOST_GLYPHS_OF_A_PAGE {
            self.pictures.push(place);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
}

/// Glyphs are drawn a thousand units high.
const UNITS_PER_EM: f64 = 1000.0;

fn height(place: Affine) -> f64 {
    let [_, _, x, y, _, _] = place.as_coeffs();
    x.hypot(y) * UNITS_PER_EM
}

fn direction(place: Affine) -> Vec2 {
    let [x, y, ..] = place.as_coeffs();
    Vec2::new(x, y)
}

/// A font in the place of one that the file lacks is drawn stretched to the other's widths, which say the advance by
/// themselves: a scale near the height's is the stretch and no more.
fn along(place: Affine, advance: f32) -> Vec2 {
    direction(place) * f64::from(advance)
}

fn turn(along: Vec2) -> Turn {
    const QUARTER: f64 = std::f64::consts::FRAC_PI_2;
    let turns = along.y.atan2(along.x) / QUARTER;
    let whole = turns.round();
    // Scans that were laid in askew carry their text a degree or two off.
    ((turns - whole).abs() < 0.06).then(|| (whole as i64).rem_euclid(4) as u8)
}

fn letters(glyph: &Shape<'_>) -> Letters {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) if is_letter(letter) => {
            ligature(letter).map_or(Letters::One(letter), Letters::from)
        }
        Some(BfString::String(letters)) if letters.chars().all(is_letter) => Letters::from(&*letters),
        _ => match glyph {
            Shape::Type3(drawing) => tex_letters(drawing.char_code()),
            Shape::Outline(_) => Letters::Unknown,
        },
    }
}

impl From<&str> for Letters {
    fn from(text: &str) -> Self {
        let mut resolved = String::new();
        for letter in text.chars() {
            match ligature(letter) {
                Some(letters) => resolved.push_str(letters),
                None => resolved.push(letter),
            }
        }
        let mut letters = resolved.chars();
        match (letters.next(), letters.next()) {
            (None, _) => Letters::Unknown,
            (Some(letter), None) => Letters::One(letter),
            _ => Letters::More(resolved.into()),
        }
    }
}

/// Control characters and private codes say nothing.
fn is_letter(letter: char) -> bool {
    (!letter.is_control() || letter.is_whitespace())
        && !matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{FEFF}' | '\u{F0000}'..)
}

/// Letters that a font joins into one shape: part of its design and not of the text.
fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' => "ſt",
        '\u{FB06}' => "st",
        _ => return None,
    })
}

/// The codes of Knuth's text fonts ("OT1"), which old TeX files carry as bitmaps without any names.
fn tex_letters(code: u32) -> Letters {
    const LIGATURES: [&str; 5] = ["ff", "fi", "fl", "ffi", "ffl"];
    match code {
        0x0B..=0x0F => Letters::from(LIGATURES[(code - 0x0B) as usize]),
        0x10 => Letters::One('ı'),
        0x13 => Letters::One('´'),
        0x12 => Letters::One('`'),
        0x19 => Letters::One('ß'),
        0x1A => Letters::One('æ'),
        0x1B => Letters::One('œ'),
        0x1C => Letters::One('ø'),
        0x22 => Letters::One('”'),
        0x27 => Letters::One('’'),
        0x5C => Letters::One('“'),
        0x5E => Letters::One('ˆ'),
        0x60 => Letters::One('‘'),
        0x7B => Letters::One('–'),
        0x7C => Letters::One('—'),
        0x7E => Letters::One('˜'),
        0x7F => Letters::One('¨'),
        0x21..=0x7A => char::from_u32(code).map_or(Letters::Unknown, Letters::One),
        _ => Letters::Unknown,
    }
}
