//! Where every block of a page stands, kept for one width and size of type.

use std::sync::Arc;

use egui::{Context, Galley};

use super::extents::Extents;
use super::tokens::space;
use super::typeset::{Setting, Typesetting, job};
use crate::model::Article;
use crate::view::{Block, Page};

/// How many bytes of text are shaped for their word widths in one frame; the rest follows in the next frames.
const SHAPED_BYTES_A_FRAME: usize = 24_000;
/// Above the first block and below the last, in points.
const PAGE_MARGIN: f32 = 44.0;
/// Average width of a character, in ems, for text that was not shaped yet.
const CHARACTER_EM: f32 = 0.45;

/// Tops and heights of a page's blocks, in points from the top of the page.
#[derive(Debug, Default)]
pub struct Layout {
    typesetting: Option<Typesetting>,
    extents: Vec<Option<Extents>>,
    heights: Vec<f32>,
    tops: Vec<f32>,
    height: f32,
}

impl Layout {
    /// The type that it was made for.
    pub fn typesetting(&self) -> Option<Typesetting> {
        self.typesetting
    }

    /// Forgets everything: another page comes.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Brings the places up to date with the page and its type. Whether everything has been shaped.
    pub fn refresh(&mut self, ctx: &Context, page: &Page, article: &Article, typesetting: Typesetting) -> bool {
        let is_new = self.extents.len() != page.blocks.len();
        let resized = self.typesetting.is_none_or(|old| !old.has_same_widths(&typesetting));
        if is_new || resized {
            self.extents = vec![None; page.blocks.len()];
        }
        let due = self.extents.iter().any(Option::is_none);
        if due {
            self.shape(ctx, page, article, typesetting);
        }
        if due || self.typesetting != Some(typesetting) {
            self.typesetting = Some(typesetting);
            self.wrap(page, article, typesetting);
        }
        self.extents.iter().all(Option::is_some)
    }

    /// Shapes the next blocks at infinite width.
    fn shape(&mut self, ctx: &Context, page: &Page, article: &Article, typesetting: Typesetting) {
        let mut bytes = 0;
        for (block, extents) in page.blocks.iter().zip(&mut self.extents) {
            if extents.is_some() {
                continue;
            }
            if bytes > SHAPED_BYTES_A_FRAME {
                break;
            }
            let job = job(block, article, &typesetting.of(block.kind), f32::INFINITY);
            bytes += job.text.len();
            *extents = Some(Extents::of(&ctx.fonts_mut(|fonts| fonts.layout_job(job))));
        }
    }

    fn wrap(&mut self, page: &Page, article: &Article, typesetting: Typesetting) {
        let height = |(block, extents): (&Block, &Option<Extents>)| {
            let setting = typesetting.of(block.kind);
            let width = width(&setting, typesetting);
            let lines = extents
                .as_ref()
                .map_or_else(|| estimated_lines(block, article, &setting, width), |extents| extents.lines_at(width));
            lines as f32 * setting.line_height
        };
        self.heights = page.blocks.iter().zip(&self.extents).map(height).collect();
        self.place(page, typesetting);
    }

    fn place(&mut self, page: &Page, typesetting: Typesetting) {
        let mut y = PAGE_MARGIN;
        self.tops.clear();
        for (index, (block, height)) in page.blocks.iter().zip(&self.heights).enumerate() {
            y += if index == 0 { 0.0 } else { typesetting.of(block.kind).space_before };
            self.tops.push(y);
            y += height;
        }
        self.height = y + PAGE_MARGIN;
    }

    /// Puts heights right that the wrap over numbers got wrong, once the blocks were really laid out.
    pub fn correct(&mut self, page: &Page, typesetting: Typesetting, real: &[(usize, f32)]) -> bool {
        let mut changed = false;
        for (index, height) in real {
            if let Some(known) = self.heights.get_mut(*index)
                && (*known - height).abs() > 0.5
            {
                *known = *height;
                changed = true;
            }
        }
        if changed {
            self.place(page, typesetting);
        }
        changed
    }

    /// Height of the whole page, in points.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// Top of that block, in points from the top of the page.
    pub fn top(&self, block: usize) -> f32 {
        self.tops.get(block).copied().unwrap_or(0.0)
    }

    /// Height of that block, in points.
    pub fn block_height(&self, block: usize) -> f32 {
        self.heights.get(block).copied().unwrap_or(0.0)
    }

    /// The blocks that reach into the stretch from `from` to `to`, in points from the top of the page.
    pub fn blocks_between(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let first = self.block_near(from);
        let end = self.tops.partition_point(|top| *top < to);
        first..end.max(first)
    }

    /// The last block that begins at or above that height.
    pub fn block_near(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }
}

/// Lays a block out for real. egui keeps it while it is asked for in every frame.
pub fn galley(ctx: &Context, block: &Block, article: &Article, typesetting: Typesetting) -> Arc<Galley> {
    let setting = typesetting.of(block.kind);
    let job = job(block, article, &setting, width(&setting, typesetting));
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn width(setting: &Setting, typesetting: Typesetting) -> f32 {
    (typesetting.measure - setting.indent_left - setting.indent_right).max(space::WIDE)
}

fn estimated_lines(block: &Block, article: &Article, setting: &Setting, width: f32) -> usize {
    let characters = block.span().map_or_else(|| block.text(article).len(), crate::model::Span::len);
    ((characters as f32 * setting.points * CHARACTER_EM / width).ceil() as usize).max(1)
}
