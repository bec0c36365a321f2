//! The paragraphs of an office document's text, and what they become in an article.

use std::ops::Range;

use super::draft::Draft;
use crate::model::{Role, Style};

/// How a run of words is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four styles that come in any mixture")]
pub struct Look {
    pub emphasis: bool,
    pub strong: bool,
    pub code: bool,
    pub linked: bool,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Plain,
    Title,
    Subtitle,
    Byline,
    Dateline,
    /// With its level from 1.
    Heading(u8),
    Quote,
    PullQuote,
    Item,
    Caption,
    /// Tables of contents and the like.
    Furniture,
    /// A footnote or endnote.
    Note,
}

/// Indented by so much more than the rest, in twentieths of a point, a paragraph is a quotation: a quarter inch.
const QUOTE_INDENT: i32 = 360;
/// How many paragraphs may stand over the headline: a section's name, a date.
const MOST_ABOVE_TITLE: usize = 2;

/// A paragraph that has ended.
#[derive(Debug, Default)]
pub struct Block {
    pub sort: Sort,
    /// Left indent in twentieths of a point.
    pub indent: i32,
    pub text: String,
    /// The whole text, part by part, with its look.
    pub looks: Vec<(Range<usize>, Look)>,
}

impl Block {
    pub fn push(&mut self, words: &str, look: Look) {
        let start = self.text.len();
        self.text.push_str(words);
        let end = self.text.len();
        match self.looks.last_mut() {
            Some((range, last)) if *last == look => range.end = end,
            _ => self.looks.push((start..end, look)),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// Long paragraphs that stand in from where most of the text stands are quotations.
pub fn mark_indented_quotations(blocks: &mut [Block]) {
    const LEAST_WORDS: usize = 8;
    const MOST_INDENTS: usize = 64;
    let mut widths: Vec<(i32, usize)> = Vec::new();
    for block in blocks.iter().filter(|block| block.sort == Sort::Plain) {
        match widths.iter().position(|(indent, _)| *indent == block.indent) {
            Some(place) => widths[place].1 += block.words(),
            // So many different indents are no layout.
            None if widths.len() < MOST_INDENTS => widths.push((block.indent, block.words())),
            None => {}
        }
    }
    let Some(usual) = widths.iter().max_by_key(|(indent, words)| (*words, -*indent)).map(|(indent, _)| *indent) else {
        return;
    };
    let is_quotation = |block: &Block| {
        block.sort == Sort::Plain
            && block.indent >= usual.saturating_add(QUOTE_INDENT)
            && block.words() >= LEAST_WORDS
            && !block.text.contains('\t')
    };
    for block in blocks.iter_mut() {
        if is_quotation(block) {
            block.sort = Sort::Quote;
        }
    }
}

/// Where no paragraph has the style of a title, a first-level heading at the top that is the only one of its level is it.
pub fn mark_title(blocks: &mut [Block]) {
    let mut titles = blocks.iter_mut().filter(|block| block.sort == Sort::Title);
    if titles.next().is_some() {
        titles.for_each(|block| block.sort = Sort::Heading(1));
        return;
    }
    let mut first_level = blocks.iter().enumerate().filter(|(_, block)| block.sort == Sort::Heading(1));
    let (Some((place, _)), None) = (first_level.next(), first_level.next()) else { return };
    if place <= MOST_ABOVE_TITLE
        && let Some(block) = blocks.get_mut(place)
    {
        block.sort = Sort::Title;
    }
}

fn role(block: &Block) -> Option<Role> {
    match block.sort {
        Sort::Plain => None,
        Sort::Title => Some(Role::Title),
        // A line under the headline is a heading, a paragraph there is the writer's.
        Sort::Subtitle => (!block.text.trim_end().ends_with(['.', '!', '?', '…'])).then_some(Role::Heading),
        Sort::Byline => Some(Role::Byline),
        Sort::Dateline => Some(Role::Dateline),
        Sort::Heading(_) => Some(Role::Heading),
        Sort::Quote => Some(Role::BlockQuote),
        Sort::PullQuote => Some(Role::PullQuote),
        // Notes are a numbered list under the text.
        Sort::Item | Sort::Note => Some(Role::ListItem),
        Sort::Caption => Some(Role::Caption),
        Sort::Furniture => Some(Role::Furniture),
    }
}

pub fn write(block: &Block, draft: &mut Draft) {
    let role = role(block);
    let plain = Look::default();
    let mut open = plain;
    for (range, look) in &block.looks {
        let look = within(block, *look);
        restyle(draft, open, look);
        open = look;
        for line in block.text[range.clone()].split_inclusive('\n') {
            // Two line breaks in a row part paragraphs, whatever the program calls them.
            if line.trim().is_empty()
                && line.ends_with('\n')
                && draft.block().trim_end_matches([' ', '\t']).ends_with('\n')
            {
                draft.end_block(role);
            } else {
                draft.words(line);
            }
        }
    }
    restyle(draft, open, plain);
    draft.end_block(role);
}

/// A look that the whole block has is its style's, where blocks of that sort usually have one.
fn within(block: &Block, look: Look) -> Look {
    let is_whole = block.looks.len() == 1;
    match block.sort {
        Sort::Title | Sort::Subtitle | Sort::Heading(_) | Sort::Byline | Sort::Caption if is_whole => {
            Look { strong: false, emphasis: false, ..look }
        }
        Sort::Quote | Sort::PullQuote if is_whole => Look { emphasis: false, ..look },
        _ => look,
    }
}

fn restyle(draft: &mut Draft, from: Look, to: Look) {
    let styles = |look: Look| {
        [
            (look.emphasis, Style::Emphasis),
            (look.strong, Style::Strong),
            (look.code, Style::Code),
            (look.linked, Style::Linked),
        ]
    };
    for ((was, style), (is, _)) in styles(from).into_iter().zip(styles(to)) {
        match (was, is) {
            (true, false) => draft.close_style(style),
            (false, true) => draft.open_style(style),
            _ => {}
        }
    }
}
