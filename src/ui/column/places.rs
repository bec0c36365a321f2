//! Where on its page a passage, a byte or a paragraph stands.

use egui::Context;

use super::{Column, Place};
use crate::ui::{cursor, layout};
use crate::view::Block;

impl Column {
    /// The offset nearest to that one at which a line begins so many points below the column's top.
    pub fn offset_at_line(&self, offset: f32, below: f32, place: &Place) -> f32 {
        let Some(content) = &self.content else { return offset };
        let y = offset + below;
        let index = self.layout.block_near(y);
        let Some(block) = content.page.blocks.get(index) else { return offset };
        let (top, line) = (self.layout.top(index), place.typesetting.of(block.kind).line_height);
        let last = (self.layout.block_height(index) / line).round().max(1.0) - 1.0;
        let inside = top + ((y - top) / line).round().clamp(0.0, last) * line;
        let following = self.layout.top(index + 1);
        let is_nearer = index + 1 < content.page.blocks.len() && (following - y).abs() < (inside - y).abs();
        if is_nearer { following - below } else { inside - below }
    }

    /// Top and bottom of the line nearest to that height, in points from the top of the page.
    pub fn line_near(&self, y: f32, place: &Place) -> (f32, f32) {
        let index = self.layout.block_near(y);
        let block = self.content.as_ref().and_then(|content| content.page.blocks.get(index));
        let Some(block) = block else { return (y, y + place.typesetting.line_height()) };
        let (top, line) = (self.layout.top(index), place.typesetting.of(block.kind).line_height);
        let last = (self.layout.block_height(index) / line).round().max(1.0) - 1.0;
        let begins = top + ((y - top) / line).floor().clamp(0.0, last) * line;
        (begins, begins + line)
    }

    /// Height of the whole page, in points.
    pub fn page_height(&self) -> f32 {
        self.layout.height()
    }

    /// Where the line of that byte stands, in points from the top of the page.
    pub fn passage_top(&self, ctx: &Context, byte: usize, place: &Place) -> Option<f32> {
        self.height_of(ctx, byte, place).map(|(top, _)| top)
    }

    /// Top and bottom of the line that holds that byte, in points from the top of the page.
    pub(super) fn height_of(&self, ctx: &Context, byte: usize, place: &Place) -> Option<(f32, f32)> {
        let content = self.content.as_ref()?;
        let article = &content.opened.article;
        let paragraph = article.paragraph_at(byte).unwrap_or(0);
        let Some(index) = content.page.block_of.get(paragraph).copied().flatten() else { return Some((0.0, 0.0)) };
        let block = content.page.blocks.get(index)?;
        let galley = layout::galley(ctx, block, article, place.typesetting);
        let local = byte.saturating_sub(block.span()?.start);
        let (top, bottom) = cursor::line_at(&galley, local);
        Some((self.layout.top(index) + top, self.layout.top(index) + bottom))
    }

    /// Where a passage stands as a share of the page, 0 to 1, without laying it out: for the strip.
    pub fn share_of(&self, link: usize) -> Option<f32> {
        let begins = *self.content.as_ref()?.begins.get(link)?;
        Some(self.y_at(begins) / self.layout.height().max(1.0))
    }

    /// About where a byte stands, in points from the top of the page, without laying it out.
    pub fn y_of(&self, byte: usize) -> Option<f32> {
        let content = self.content.as_ref()?;
        Some(self.y_at(content.place_in_block(byte, content.opened.article.paragraph_at(byte)?)))
    }

    /// Of a share of a block.
    fn y_at(&self, (block, inside): (usize, f32)) -> f32 {
        self.layout.top(block) + self.layout.block_height(block) * inside
    }

    /// Where a byte stands as a share of the page, 0 to 1, without laying it out: for the strip.
    pub fn share_of_byte(&self, byte: usize) -> Option<f32> {
        let content = self.content.as_ref()?;
        let paragraph = content.opened.article.paragraph_at(byte)?;
        let index = content.page.block_of.get(paragraph).copied().flatten().unwrap_or(0);
        let span = content.page.blocks.get(index)?.span().unwrap_or_default();
        let inside = byte.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
        let y = self.layout.top(index) + self.layout.block_height(index) * inside.clamp(0.0, 1.0);
        Some(y / self.layout.height().max(1.0))
    }

    /// The byte at that share of the page, 0 to 1; not always the first of a character.
    pub fn byte_at_share(&self, share: f32) -> usize {
        let Some(content) = &self.content else { return 0 };
        let y = share * self.layout.height();
        let index = self.layout.block_near(y);
        let inside = ((y - self.layout.top(index)) / self.layout.block_height(index).max(1.0)).clamp(0.0, 1.0);
        let mut following = content.page.blocks.iter().skip(index);
        match following.next().map(Block::span) {
            Some(Some(span)) => span.start + (span.len() as f32 * inside) as usize,
            // Words of our own stand before those of the next paragraph.
            _ => following.find_map(Block::span).map_or(0, |span| span.start),
        }
    }

    /// From where to where a paragraph stands as shares of the page, 0 to 1, without laying it out.
    pub fn shares_of_paragraph(&self, paragraph: usize) -> Option<(f32, f32)> {
        let index = self.content.as_ref()?.page.block_of.get(paragraph).copied().flatten()?;
        let (top, page) = (self.layout.top(index), self.layout.height().max(1.0));
        Some((top / page, (top + self.layout.block_height(index)) / page))
    }
}
