//! What blocks are for, as far as their setting tells.

use hayro_interpret::kurbo::Rect;

use super::blocks::{Block, starts_item};
use super::lines::Line;
use super::measures::Measures;
use super::words::Word;

/// What a block is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Title,
    Heading,
    Body,
    BlockQuote,
    ListItem,
    Caption,
    Footnote,
}

impl Kind {
    /// Whether it only interrupts what is read, so that a paragraph may go on behind it.
    pub fn interrupts(self) -> bool {
        matches!(self, Kind::Caption | Kind::Footnote)
    }
}

/// Headings are larger than the running text by this much, in percent of it.
const HEADING_SIZE_PERCENT: f32 = 112.0;
/// A title is larger than the running text by this much, in percent of it.
const TITLE_SIZE_PERCENT: f32 = 125.0;
/// Longer blocks are no headings, in words.
const LONGEST_HEADING_WORDS: usize = 30;
/// Notes are smaller than the running text by this much, in percent of it.
const NOTE_SIZE_PERCENT: f32 = 94.0;
/// Words that start a caption, before a number or a colon.
const CAPTION_STARTS: [&str; 14] = [
    "figure",
    "fig",
    "table",
    "chart",
    "map",
    "photo",
    "photograph",
    "photos",
    "picture",
    "image",
    "illustration",
    "graphic",
    "exhibit",
    "plate",
];

/// What the blocks of a document are for. `pictures` has the places of each page's pictures.
pub fn kinds(blocks: &[Block], pictures: &[Vec<Rect>], measures: &Measures) -> Vec<Kind> {
    let teller = Teller { blocks, pictures, measures };
    let mut kinds: Vec<Kind> = (0..blocks.len()).map(|at| teller.kind(at)).collect();
    if let Some((title, text)) = teller.title(&kinds) {
        kinds[title] = Kind::Title;
        // Bylines, datelines and standfirsts are set in many ways, and known by their words.
        for kind in kinds[title + 1..text].iter_mut().filter(|kind| **kind == Kind::Heading) {
            *kind = Kind::Body;
        }
    }
    kinds
}

struct Teller<'b> {
    blocks: &'b [Block],
    pictures: &'b [Vec<Rect>],
    measures: &'b Measures,
}

impl Teller<'_> {
    fn kind(&self, at: usize) -> Kind {
        let block = &self.blocks[at];
        if self.is_caption(block) {
            Kind::Caption
        } else if self.is_footnote(at) {
            Kind::Footnote
        } else if self.is_heading(block) {
            Kind::Heading
        } else if block.first().is_some_and(starts_item) && self.is_listed(at) {
            Kind::ListItem
        } else if self.is_block_quote(at) {
            Kind::BlockQuote
        } else {
            Kind::Body
        }
    }

    fn is_heading(&self, block: &Block) -> bool {
        let words: usize = block.lines.iter().map(|line| line.words.len()).sum();
        if words > LONGEST_HEADING_WORDS || block.lines.len() > 4 || !text(block).chars().any(char::is_alphabetic) {
            return false;
        }
        let is_large = block.size() * 100.0 > self.measures.body_size * HEADING_SIZE_PERCENT;
        let is_bold = block.lines.iter().all(|line| self.measures.is_bold(line));
        let is_sentence = text(block).trim_end_matches(['”', '"', '’']).ends_with(['.', ':', ',', ';']);
        is_large || (is_bold && !is_sentence)
    }

    /// The largest heading before the running text of the first page, and where that starts.
    fn title(&self, kinds: &[Kind]) -> Option<(usize, usize)> {
        let is_running = |at: &usize| kinds[*at] == Kind::Body && self.blocks[*at].lines.len() > 2;
        let end = (0..kinds.len()).find(is_running)?;
        let first_page = self.blocks.first()?.page;
        let headings = (0..end).filter(|at| kinds[*at] == Kind::Heading && self.blocks[*at].page == first_page);
        let title = headings
            .reduce(|best, at| if self.blocks[at].size() > self.blocks[best].size() + 0.3 { at } else { best })?;
        let is_large = self.blocks[title].size() * 100.0 > self.measures.body_size * TITLE_SIZE_PERCENT;
        is_large.then_some((title, end))
    }

    fn is_caption(&self, block: &Block) -> bool {
        let text = text(block);
        let mut words = text.split_whitespace();
        let (Some(first), second) = (words.next(), words.next()) else { return false };
        let bare = first.trim_end_matches(['.', ':']).to_lowercase();
        let is_numbered = second.is_some_and(|word| {
            let number = word.trim_end_matches(['.', ':', '|', ')']);
            number.len() < word.len()
                && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                && number.len() < 6
        });
        let is_named = CAPTION_STARTS.contains(&bare.as_str()) && (is_numbered || first.ends_with(':'));
        let is_small = block.size() * 100.0 <= self.measures.body_size * NOTE_SIZE_PERCENT;
        is_named || (is_small && block.lines.len() <= 8 && self.is_by_picture(block))
    }

    /// Whether a picture stands right above or below it.
    fn is_by_picture(&self, block: &Block) -> bool {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { return false };
        let near = 2.2 * self.measures.leading(block.size());
        self.pictures.get(block.page).into_iter().flatten().any(|picture| {
            let is_over = (picture.x0 as f32) < block.right() && (picture.x1 as f32) > block.left();
            let below = first.baseline - first.size - picture.y1 as f32;
            let above = picture.y0 as f32 - last.baseline;
            let is_picture = picture.height() > 30.0 && picture.width() > 30.0;
            is_picture && is_over && ((-5.0..near).contains(&below) || (-5.0..near).contains(&above))
        })
    }

    /// Small print with a number or a mark before it, or what is numbered as a mark in the text is, with nothing else
    /// under it in its column.
    fn is_footnote(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let is_note =
            |block: &Block| block.size() * 100.0 <= self.measures.body_size * NOTE_SIZE_PERCENT || self.is_cited(block);
        let same_region = |other: &Block| other.region == block.region;
        let first = (0..=at).rev().take_while(|at| same_region(&self.blocks[*at]) && is_note(&self.blocks[*at])).last();
        let has_mark = first.and_then(|first| self.blocks[first].first()).is_some_and(starts_note);
        has_mark
            && self.blocks[at..].iter().take_while(|other| same_region(other)).all(is_note)
            && self
                .page(block.page)
                .iter()
                .filter(|other| !is_note(other))
                .filter_map(Block::last)
                .any(|line| block.first().is_some_and(|first| line.baseline < first.baseline))
    }

    /// The blocks of a page.
    fn page(&self, page: usize) -> &[Block] {
        let start = self.blocks.partition_point(|block| block.page < page);
        let end = self.blocks.partition_point(|block| block.page <= page);
        &self.blocks[start..end]
    }

    /// Whether a block starts with a number that stands raised in the text of its page.
    fn is_cited(&self, block: &Block) -> bool {
        let Some(mark) = block.first().filter(|line| starts_note(line)).and_then(|line| line.words.first()) else {
            return false;
        };
        let lines = self.page(block.page).iter().flat_map(|other| &other.lines);
        let mut raised = lines.flat_map(|line| line.words.iter().skip(1).filter(|word| is_raised(line, word)));
        mark.text.bytes().all(|byte| byte.is_ascii_digit()) && raised.any(|word| word.text == mark.text)
    }

    fn is_listed(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let Some(first) = block.first() else { return false };
        let is_inset = first.left - block.column.0 > 0.5 * first.size;
        let hangs = block.lines.get(1).is_some_and(|second| second.left - first.left > 0.5 * first.size);
        let is_item = |other: Option<&Block>| {
            let line = other.and_then(Block::first);
            line.is_some_and(|line| starts_item(line) && (line.left - first.left).abs() < first.size)
        };
        is_inset
            || hangs
            || is_item(self.blocks.get(at + 1))
            || at.checked_sub(1).is_some_and(|at| is_item(self.blocks.get(at)))
    }

    /// Set in from both edges of its column, and apart from what is around it.
    fn is_block_quote(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let size = block.size();
        if size * 100.0 > self.measures.body_size * 104.0 || size * 100.0 < self.measures.body_size * 78.0 {
            return false;
        }
        let (left, right) = (block.left() - block.column.0, block.column.1 - block.right());
        let is_even = block.lines.iter().skip(1).all(|line| line.left - block.left() < 2.5 * size);
        let lefts: Vec<f32> = block.lines.iter().map(|line| line.left - block.column.0).collect();
        let is_centred = block.lines.iter().all(|line| {
            let (left, right) = (line.left - block.column.0, block.column.1 - line.right);
            (left - right).abs() < 0.6 * size
        });
        let is_long = block.lines.len() >= 2
            && !(is_centred && lefts.windows(2).any(|pair| (pair[0] - pair[1]).abs() > 0.5 * size));
        let next_above =
            self.blocks.get(at + 1).filter(|next| next.region == block.region).map_or(f32::MAX, |next| next.above);
        let is_apart = block.above > 1.25 && next_above > 1.25;
        let is_inset = left > 0.9 * size && right > 0.7 * size;
        is_even && ((is_long && is_inset) || (is_apart && !is_centred && left > 1.4 * size && block.lines.len() <= 2))
    }
}

/// Whether a line starts with the mark of a note: a small raised number, "1.", "*" or "†".
pub fn starts_note(line: &Line) -> bool {
    let Some(first) = line.words.first() else { return false };
    let mark = first.text.trim_matches(['.', ')', '(', '[', ']']);
    let is_number = (1..=3).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit());
    is_raised(line, first) || is_number || first.text.starts_with(['*', '†', '‡', '§', '¶'])
}

/// Whether a word is set small and above the line that the others stand on.
pub fn is_raised(line: &Line, word: &Word) -> bool {
    word.size < 0.85 * line.size && word.baseline < line.baseline - 0.1 * line.size
}

/// The letters of a block, its lines by spaces apart.
fn text(block: &Block) -> String {
    let words: Vec<&str> = block.lines.iter().flat_map(|line| &line.words).map(|word| &*word.text).collect();
    words.join(" ")
}
