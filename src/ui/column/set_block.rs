//! A block in view, laid out where it stands.

use std::sync::Arc;

use egui::{Galley, Pos2, Rangef, Rect, Vec2};

use crate::model::Span;
use crate::ui::cursor;
use crate::ui::typeset::Setting;
use crate::view::BlockKind;

/// A block that is in view.
#[derive(Debug, Clone)]
pub struct SetBlock {
    /// Index into the page's blocks.
    pub index: usize,
    /// How it is set.
    pub setting: Setting,
    /// What kind.
    pub kind: BlockKind,
    /// Its words in the article, if they are from there.
    pub span: Option<Span>,
    /// The paragraph, if it is one.
    pub paragraph: Option<usize>,
    /// Its top left corner on screen.
    pub origin: Pos2,
    /// Its lines.
    pub galley: Arc<Galley>,
}

impl SetBlock {
    /// The lines that a span of the article fills in this block, on screen.
    pub fn lines_of(&self, span: Span) -> Vec<cursor::LineBox> {
        let Some(words) = self.span.filter(|words| words.overlaps(span)) else { return Vec::new() };
        let local = |at: usize| at.clamp(words.start, words.end) - words.start;
        let shift = self.origin.to_vec2();
        cursor::lines_of(&self.galley, local(span.start), local(span.end))
            .into_iter()
            .map(|line| cursor::LineBox { rect: line.rect.translate(shift), baseline: line.baseline + shift.y })
            .collect()
    }

    /// Per line of [`SetBlock::lines_of`]: from where to where its letters reach below it, on screen.
    pub fn descents_of(&self, span: Span) -> Vec<Vec<Rangef>> {
        let Some(words) = self.span.filter(|words| words.overlaps(span)) else { return Vec::new() };
        let local = |at: usize| at.clamp(words.start, words.end) - words.start;
        let mut lines = cursor::descents_of(&self.galley, local(span.start), local(span.end));
        for descent in lines.iter_mut().flatten() {
            *descent = Rangef::new(descent.min + self.origin.x, descent.max + self.origin.x);
        }
        lines
    }

    /// Where it is on screen.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, Vec2::new(self.galley.rect.width(), self.galley.rect.height()))
    }
}
