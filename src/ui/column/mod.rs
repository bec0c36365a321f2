//! One column: which article is in it, how far it is scrolled, and what of it is in view.

mod content;
mod gliding;
mod places;
mod set_block;

use std::sync::Arc;

use egui::{Context, Pos2, Rect, pos2};

use content::page_of;
pub use content::{Content, PageSet};
use gliding::Glide;
pub use gliding::Goal;
pub use set_block::SetBlock;

use super::layout::{self, Layout};
use super::selection::Selection;
use super::typeset::Typesetting;
use crate::model::{Article, Side};
use crate::view::{Block, Marks, Words};
use crate::workspace::{Compared, Opened};

/// One column between frames.
#[derive(Debug)]
pub struct Column {
    side: Side,
    content: Option<Content>,
    layout: Layout,
    /// How far it is scrolled, in points from the top of the page.
    pub offset: f32,
    glide: Option<Glide>,
    /// A byte of the article to bring to the top when the page is laid out: where the reader left off.
    pub resume_at: Option<usize>,
    /// Selected text.
    pub selection: Option<Selection>,
    took_strip: bool,
    /// Whether it stands where it was sent, and not where the reader scrolled it.
    has_landed: bool,
    /// The byte at the top in the last frame.
    top_byte: usize,
    /// The byte that was brought back to the top after a change of type or width, and the offset it got: until the reader
    /// scrolls it stays the one, so that panes may come and go without the text drifting.
    held: Option<(usize, f32)>,
}

/// Where a column stands on screen in this frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// What of the window it has.
    pub viewport: Rect,
    /// Left edge of the text.
    pub text_left: f32,
    /// Its type.
    pub typesetting: Typesetting,
}

impl Column {
    /// An empty one.
    pub fn new(side: Side) -> Self {
        Self {
            side,
            content: None,
            layout: Layout::default(),
            offset: 0.0,
            glide: None,
            resume_at: None,
            selection: None,
            took_strip: false,
            has_landed: false,
            top_byte: 0,
            held: None,
        }
    }

    /// What is in it.
    pub fn content(&self) -> Option<&Content> {
        self.content.as_ref()
    }

    /// Takes what the state has for this column, its page made so.
    pub fn take(&mut self, opened: Option<&Arc<Opened>>, compared: Option<&Arc<Compared>>, set: PageSet) {
        let Some(opened) = opened else {
            self.content = None;
            self.layout.clear();
            return;
        };
        let is_same = self.content.as_ref().is_some_and(|content| Arc::ptr_eq(&content.opened, opened));
        if !is_same {
            let page = page_of(opened, &set);
            if let Some(content) = self.content.as_mut().filter(|content| content.is_of(&opened.article, &page)) {
                content.opened = Arc::clone(opened);
                content.set = set.clone();
                content.marks = Marks::default();
                content.begins = Vec::new();
                content.compared = None;
            } else {
                let shown = self.content.as_ref().map(|content| &content.opened.article.text);
                if shown.is_some_and(|shown| Arc::ptr_eq(shown, &opened.article.text)) {
                    // Read, the same words stand on another page.
                    self.resume_at = self.resume_at.or(Some(self.top_byte));
                }
                let (opened, marks, begins) = (Arc::clone(opened), Marks::default(), Vec::new());
                let set = set.clone();
                self.content = Some(Content { opened, page, set, marks, begins, compared: None });
                self.layout.clear();
                self.offset = 0.0;
                self.glide = None;
                self.selection = None;
            }
        }
        let side = self.side;
        if let Some(content) = &mut self.content {
            if content.set != set {
                content.page = page_of(opened, &set);
                content.set = set;
                // Their places in the blocks are others.
                content.compared = None;
                self.resume_at = Some(self.top_byte);
                self.layout.clear();
            }
            content.take_marks(compared, side);
        }
    }

    /// Brings layout and scrolling up to date. Whether another frame is wanted.
    pub fn settle(&mut self, ctx: &Context, place: &Place) -> bool {
        let Some(content) = &self.content else { return false };
        let kept = self.top_byte_if_resized(content, place);
        let article = &content.opened.article;
        let anchor = (self.offset > 1.0).then(|| self.layout.block_near(self.offset));
        let stood = anchor.map_or(0.0, |block| self.layout.top(block));
        self.layout.refresh(ctx, &content.page, article, place.typesetting);
        let held = self.resume_at.take().or(kept);
        if let Some(byte) = held {
            self.offset = self.offset_of(ctx, byte, place);
        } else if let Some(block) = anchor {
            // What is read stays where it is while the heights of what stands above become known.
            self.shift(self.layout.top(block) - stood);
        }
        let gliding = self.advance(ctx, place);
        self.offset = self.offset.clamp(0.0, self.furthest(place));
        if let Some(byte) = held {
            self.held = Some((byte, self.offset));
        }
        self.top_byte = self.top_byte();
        gliding
    }

    fn shift(&mut self, points: f32) {
        self.offset += points;
        if let Some((_, offset)) = &mut self.held {
            *offset += points;
        }
        if let Some(glide) = &mut self.glide {
            glide.from += points;
        }
    }

    /// The byte at the top, if the type is about to change: the reader should not lose the place.
    fn top_byte_if_resized(&self, content: &Content, place: &Place) -> Option<usize> {
        let changed = self.layout.typesetting().is_some_and(|old| old != place.typesetting);
        let held = self.held.filter(|(_, offset)| (offset - self.offset).abs() < 0.5).map(|(byte, _)| byte);
        (changed && self.offset > 1.0).then(|| held.unwrap_or_else(|| self.top_byte_of(content)))
    }

    /// The byte of the article at the top of the column.
    pub fn top_byte(&self) -> usize {
        self.content.as_ref().map_or(0, |content| self.top_byte_of(content))
    }

    fn top_byte_of(&self, content: &Content) -> usize {
        if self.offset <= 1.0 {
            return 0;
        }
        let index = self.layout.block_near(self.offset + 1.0);
        let span = content.page.blocks.iter().skip(index).find_map(Block::span).unwrap_or_default();
        let inside = (self.offset - self.layout.top(index)) / self.layout.block_height(index).max(1.0);
        let byte = span.start + (span.len() as f32 * inside.clamp(0.0, 1.0)) as usize;
        floor_boundary(&content.opened.article, byte)
    }

    fn offset_of(&self, ctx: &Context, byte: usize, place: &Place) -> f32 {
        if byte == 0 { 0.0 } else { self.height_of(ctx, byte, place).map_or(0.0, |(top, _)| top) }
    }

    /// The blocks in view, laid out.
    pub fn blocks_in_view(&mut self, ctx: &Context, place: &Place) -> Vec<SetBlock> {
        let Some(content) = &self.content else { return Vec::new() };
        let article = &content.opened.article;
        let set = |layout: &Layout, offset: f32| {
            let range = layout.blocks_between(offset, offset + place.viewport.height());
            let top = place.viewport.top() - offset;
            content
                .page
                .blocks
                .iter()
                .enumerate()
                .take(range.end)
                .skip(range.start)
                .map(|(index, block)| {
                    let setting = place.typesetting.of(block.kind);
                    let origin = pos2(place.text_left + setting.indent_left, top + layout.top(index));
                    SetBlock {
                        index,
                        setting,
                        kind: block.kind,
                        span: block.span(),
                        paragraph: match block.words {
                            Words::Paragraph(paragraph, _) => Some(paragraph),
                            Words::Own(_) => None,
                        },
                        origin: snap(ctx, origin),
                        galley: layout::galley(ctx, block, article, place.typesetting),
                    }
                })
                .collect::<Vec<_>>()
        };
        let blocks = set(&self.layout, self.offset);
        let real: Vec<(usize, f32)> = blocks.iter().map(|block| (block.index, block.galley.rect.height())).collect();
        if self.layout.correct(&content.page, place.typesetting, &real) {
            return set(&self.layout, self.offset);
        }
        blocks
    }
}

/// On whole pixels, so that letters are crisp.
fn snap(ctx: &Context, at: Pos2) -> Pos2 {
    let pixels = ctx.pixels_per_point();
    pos2((at.x * pixels).round() / pixels, (at.y * pixels).round() / pixels)
}

fn floor_boundary(article: &Article, byte: usize) -> usize {
    let mut at = byte.min(article.text.len());
    while !article.text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
