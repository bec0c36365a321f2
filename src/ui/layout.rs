//! Where every block of a page stands, kept for one width and size of type.

use std::sync::Arc;

use egui::{Context, Galley};

use super::extents::Extents;
use super::rows::{balanced, unparted};
use super::shaping::{Answer, Shaping};
use super::tokens::space;
use super::typeset::{Setting, Typesetting, job};
use crate::model::Article;
use crate::view::{Block, BlockKind, Page};

/// A page of so many bytes is shaped at once; a longer one on a thread of its own.
const SHAPED_AT_ONCE_BYTES: usize = 12_000;
/// Above the first block and below the last, in points.
const PAGE_MARGIN: f32 = 44.0;
/// Average width of a character, in ems, for text that was not shaped yet.
const CHARACTER_EM: f32 = 0.45;

/// Tops and heights of a page's blocks, in points from the top of the page.
#[derive(Debug, Default)]
pub struct Layout {
    typesetting: Option<Typesetting>,
    /// Per block. From before the type changed until the new widths are there.
    extents: Vec<Option<Extents>>,
    shaping: Option<Shaping>,
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

    /// Whether widths of words are on their way; whoever finds them asks for a frame.
    pub fn is_shaping(&self) -> bool {
        self.shaping.is_some()
    }

    /// Brings the places up to date with the page and its type.
    pub fn refresh(&mut self, ctx: &Context, page: &Page, article: &Article, typesetting: Typesetting) {
        let is_new = self.extents.len() != page.blocks.len();
        if is_new {
            self.extents = vec![None; page.blocks.len()];
        }
        if is_new || self.typesetting.is_none_or(|old| !old.has_same_widths(&typesetting)) {
            self.shape(ctx, page, article, typesetting);
        }
        if is_new || self.typesetting != Some(typesetting) {
            self.take_shaped();
            self.typesetting = Some(typesetting);
            self.wrap(page, article, typesetting);
        } else {
            let came = self.take_shaped();
            self.wrap_again(page, article, typesetting, &came);
        }
    }

    /// Shapes the blocks at infinite width, or has it done.
    fn shape(&mut self, ctx: &Context, page: &Page, article: &Article, typesetting: Typesetting) {
        self.shaping = None;
        if article.text.len() > SHAPED_AT_ONCE_BYTES {
            self.shaping = Shaping::start(ctx, page, article, typesetting);
            return;
        }
        for (block, extents) in page.blocks.iter().zip(&mut self.extents) {
            let setting = typesetting.of(block.kind);
            let job = job(block, article, &setting, f32::INFINITY);
            *extents = Some(Extents::of(&ctx.fonts_mut(|fonts| fonts.layout_job(job)), setting.points));
        }
    }

    /// Takes what has been shaped since: these blocks.
    fn take_shaped(&mut self) -> Vec<usize> {
        let mut came = Vec::new();
        while let Some(shaping) = &self.shaping {
            match shaping.answer() {
                Answer::Blocks(blocks) => {
                    for (index, extents) in blocks {
                        came.push(index);
                        if let Some(known) = self.extents.get_mut(index) {
                            *known = Some(extents);
                        }
                    }
                }
                Answer::Waiting => break,
                Answer::Done => self.shaping = None,
            }
        }
        came
    }

    fn wrap(&mut self, page: &Page, article: &Article, typesetting: Typesetting) {
        let settings = BlockKind::ALL.map(|kind| typesetting.of(kind));
        let blocks = page.blocks.iter().zip(&self.extents);
        self.heights = blocks
            .map(|(block, extents)| {
                height(block, extents.as_ref(), article, &settings[block.kind as usize], typesetting)
            })
            .collect();
        self.place(page, typesetting);
    }

    fn wrap_again(&mut self, page: &Page, article: &Article, typesetting: Typesetting, which: &[usize]) {
        for &index in which {
            let found = page.blocks.get(index).zip(self.extents.get(index)).zip(self.heights.get_mut(index));
            if let Some(((block, extents), known)) = found {
                *known = height(block, extents.as_ref(), article, &typesetting.of(block.kind), typesetting);
            }
        }
        if !which.is_empty() {
            self.place(page, typesetting);
        }
    }

    fn place(&mut self, page: &Page, typesetting: Typesetting) {
        let spaces = BlockKind::ALL.map(|kind| typesetting.of(kind).space_before);
        let mut y = PAGE_MARGIN;
        self.tops.clear();
        for (index, (block, height)) in page.blocks.iter().zip(&self.heights).enumerate() {
            y += if index == 0 { 0.0 } else { spaces[block.kind as usize] };
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
    let width = width(&setting, typesetting);
    let job = job(block, article, &setting, width);
    ctx.fonts_mut(|fonts| match block.kind {
        BlockKind::Title => balanced(fonts, &job, width),
        _ => unparted(fonts, job),
    })
}

fn width(setting: &Setting, typesetting: Typesetting) -> f32 {
    (typesetting.measure - setting.indent_left - setting.indent_right).max(space::WIDE)
}

/// Of one block, in points: by the widths of its words, else by their number.
fn height(
    block: &Block,
    extents: Option<&Extents>,
    article: &Article,
    setting: &Setting,
    typesetting: Typesetting,
) -> f32 {
    let width = width(setting, typesetting);
    let lines = extents.map_or_else(
        || estimated_lines(block, article, setting, width),
        |extents| extents.lines_at(width, setting.points),
    );
    lines as f32 * setting.line_height
}

fn estimated_lines(block: &Block, article: &Article, setting: &Setting, width: f32) -> usize {
    let characters = block.span().map_or_else(|| block.text(article).len(), crate::model::Span::len);
    ((characters as f32 * setting.points * CHARACTER_EM / width).ceil() as usize).max(1)
}
