//! One column: which article is in it, how far it is scrolled, and what of it is in view.

use std::sync::Arc;

use egui::{Context, Galley, Pos2, Rect, Vec2, pos2};

use super::cursor;
use super::layout::{self, Layout};
use super::selection::Selection;
use super::tokens::{motion, space};
use super::typeset::{Setting, Typesetting};
use crate::model::{Article, Comparison, Described, Side, Span};
use crate::view::{Block, BlockKind, Marks, Page};
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
    /// The byte at the top in the last frame.
    top_byte: usize,
    /// The byte that was brought back to the top after a change of type or width, and the offset it got: until the reader
    /// scrolls it stays the one, so that panes may come and go without the text drifting.
    held: Option<(usize, f32)>,
}

/// The article in a column, made ready to be shown.
#[derive(Debug)]
pub struct Content {
    /// The article.
    pub opened: Arc<Opened>,
    /// Its blocks.
    pub page: Page,
    /// How they are made.
    set: PageSet,
    /// Its linked passages.
    pub marks: Marks,
    /// Per link the block in which its passage begins, and at which share of that.
    begins: Vec<(usize, f32)>,
    compared: Option<Arc<Compared>>,
}

/// How an article's page is made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageSet {
    /// Whether what is not the article is left out.
    pub folded: bool,
    /// How many words the reader takes in a minute.
    pub words_a_minute: u32,
    /// What is known of the article.
    pub described: Arc<Described>,
}

#[derive(Debug, Clone, Copy)]
struct Glide {
    since: f64,
    from: f32,
    to: Goal,
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

    /// Where it is on screen.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, Vec2::new(self.galley.rect.width(), self.galley.rect.height()))
    }
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

    /// The furthest that it can be scrolled: the last line may come up to where passages land.
    fn furthest(&self, place: &Place) -> f32 {
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

    fn advance(&mut self, ctx: &Context, place: &Place) -> bool {
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
    }

    /// Whether it is on its way.
    pub fn is_gliding(&self) -> bool {
        self.glide.is_some()
    }

    /// Scrolls by so many points; a glide under way ends.
    pub fn scroll_by(&mut self, points: f32, place: &Place) {
        self.glide = None;
        let furthest = self.last_page(place).max(self.offset);
        self.offset = (self.offset + points).clamp(0.0, furthest);
    }

    /// Scrolls to that share of the page, 0 to 1; a glide under way ends.
    pub fn scroll_to_share(&mut self, share: f32, place: &Place) {
        self.glide = None;
        self.offset = (share * self.layout.height() - place.viewport.height() / 2.0).clamp(0.0, self.last_page(place));
        self.took_strip = true;
    }

    /// Whether it was moved by its strip since this was last asked.
    pub fn took_strip(&mut self) -> bool {
        std::mem::take(&mut self.took_strip)
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
    fn height_of(&self, ctx: &Context, byte: usize, place: &Place) -> Option<(f32, f32)> {
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

    /// Stands at that offset; a glide under way ends.
    pub fn stand_at(&mut self, offset: f32, place: &Place) {
        self.glide = None;
        self.offset = offset.clamp(0.0, self.furthest(place));
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
                            crate::view::Words::Paragraph(paragraph, _) => Some(paragraph),
                            crate::view::Words::Own(_) => None,
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

impl Content {
    /// Whether it is the same article on the same page: it was shown before it was read.
    fn is_of(&self, article: &Article, page: &Page) -> bool {
        Arc::ptr_eq(&self.opened.article.text, &article.text) && self.page == *page
    }

    /// The headline, or the file's name where it has none.
    pub fn title(&self) -> String {
        self.set.described.title.clone().unwrap_or_else(|| self.opened.origin.name())
    }

    /// What it shares with the other one, once that is known.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.compared.as_ref().map(|compared| &compared.comparison)
    }

    /// The comparison whose passages are marked.
    pub fn compared(&self) -> Option<&Compared> {
        self.compared.as_deref()
    }

    /// The quotation of that side whose words hold that byte; the innermost, where one quotes another.
    pub fn quotation_at(&self, side: Side, byte: usize) -> Option<usize> {
        let quotations = &self.compared.as_ref()?.reading(side).quotations;
        let holds = |index: &usize| quotations[*index].spans.iter().any(|span| span.holds(byte));
        (0..quotations.len()).filter(holds).min_by_key(|index| quotations[*index].extent().len())
    }

    fn place_in_block(&self, byte: usize, paragraph: usize) -> (usize, f32) {
        let index = self.page.block_of.get(paragraph).copied().flatten().unwrap_or(0);
        let span = self.page.blocks.get(index).and_then(Block::span).unwrap_or_default();
        let inside = byte.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
        (index, inside.clamp(0.0, 1.0))
    }

    fn take_marks(&mut self, compared: Option<&Arc<Compared>>, side: Side) {
        let is_same = match (&self.compared, compared) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            (None, None) => true,
            _ => false,
        };
        if is_same {
            return;
        }
        // A comparison of other articles than the ones shown would mark the wrong words.
        let fits = compared.filter(|compared| Arc::ptr_eq(compared.sides.get(side), &self.opened));
        self.marks = fits.map_or_else(Marks::default, |compared| {
            Marks::new(&self.opened.article, compared.reading(side), &compared.comparison, side)
        });
        self.begins = fits.map_or_else(Vec::new, |compared| {
            let links = compared.comparison.links.iter().zip(&self.marks.paragraph_of);
            links.map(|(link, paragraph)| self.place_in_block(link.spans.get(side).start, *paragraph)).collect()
        });
        self.compared = fits.cloned();
    }
}

fn page_of(opened: &Opened, set: &PageSet) -> Page {
    let (folded, pace) = (set.folded, set.words_a_minute);
    Page::new(&opened.article, &opened.reading, &set.described, &opened.origin.name(), folded, pace)
        .signed(opened.sign())
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
