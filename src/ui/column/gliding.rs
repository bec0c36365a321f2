//! How a column scrolls: by the wheel, by the strip, or gliding to a passage.

use egui::Context;

use super::{Column, Place};
use crate::ui::tokens::{motion, space};

#[derive(Debug, Clone, Copy)]
pub(super) struct Glide {
    pub(super) since: f64,
    pub(super) from: f32,
    pub(super) to: Goal,
}

/// Where a column glides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Where that byte's line stands so many points below the top of the column.
    Passage {
        /// The first byte of the passage.
        byte: usize,
        /// Points from the top of the column.
        landing: f32,
    },
    /// To that offset.
    Offset(f32),
}

impl Column {
    /// The furthest that it can be scrolled: the last line may come up to where passages land.
    pub(super) fn furthest(&self, place: &Place) -> f32 {
        let end = self.layout.height() - place.viewport.height() * motion::LANDING;
        if self.layout.height() <= place.viewport.height() - space::LARGE && self.glide.is_none() {
            return self.offset.max(0.0).min(end.max(0.0));
        }
        end.max(0.0)
    }

    /// The offset at which the page's last line stands at the bottom, where the wheel stops.
    pub fn last_page(&self, place: &Place) -> f32 {
        (self.layout.height() - place.viewport.height() + space::WIDE * 2.0).max(0.0)
    }

    pub(super) fn advance(&mut self, ctx: &Context, place: &Place) -> bool {
        let Some(glide) = self.glide else { return false };
        let share = (ctx.input(|input| input.time) - glide.since) / motion::GLIDE;
        let goal = match glide.to {
            Goal::Offset(offset) => offset,
            Goal::Passage { byte, landing } => {
                self.passage_top(ctx, byte, place).map_or(self.offset, |top| top - landing)
            }
        };
        let goal = goal.clamp(0.0, self.furthest(place));
        self.offset = glide.from + (goal - glide.from) * motion::ease_out(share);
        if share >= 1.0 {
            self.offset = goal;
            self.glide = None;
        }
        self.glide.is_some()
    }

    /// Starts to glide; with `at_once` it is there in the next frame.
    pub fn glide_to(&mut self, goal: Goal, now: f64, at_once: bool) {
        let since = if at_once { now - motion::GLIDE } else { now };
        self.glide = Some(Glide { since, from: self.offset, to: goal });
        self.has_landed = matches!(goal, Goal::Passage { .. });
    }

    /// Whether it stands at a passage that it was sent to, or is on its way there.
    pub fn has_landed(&self) -> bool {
        self.has_landed
    }

    /// Whether it is on its way.
    pub fn is_gliding(&self) -> bool {
        self.glide.is_some()
    }

    /// Scrolls by so many points; a glide under way ends.
    pub fn scroll_by(&mut self, points: f32, place: &Place) {
        (self.glide, self.has_landed) = (None, false);
        let furthest = self.last_page(place).max(self.offset);
        self.offset = (self.offset + points).clamp(0.0, furthest);
    }

    /// Scrolls to that share of the page, 0 to 1; a glide under way ends.
    pub fn scroll_to_share(&mut self, share: f32, place: &Place) {
        (self.glide, self.has_landed) = (None, false);
        self.offset = (share * self.layout.height() - place.viewport.height() / 2.0).clamp(0.0, self.last_page(place));
        self.took_strip = true;
    }

    /// Whether it was moved by its strip since this was last asked.
    pub fn took_strip(&mut self) -> bool {
        std::mem::take(&mut self.took_strip)
    }

    /// Stands at that offset; a glide under way ends.
    pub fn stand_at(&mut self, offset: f32, place: &Place) {
        (self.glide, self.has_landed) = (None, false);
        self.offset = offset.clamp(0.0, self.furthest(place));
    }
}
