//! The style sheet and the fonts of a document.

use std::collections::HashMap;

use super::super::story::Sort;
use super::super::style_names;
use super::code_pages::CodePage;

/// The most styles that are followed from one to the one that it is based on: a circle is endless.
const MOST_STEPS: usize = 20;
/// More styles or fonts than any program writes.
const MOST_ENTRIES: usize = 10_000;
/// The outline level that means body text.
const BODY_LEVEL: i32 = 9;

/// An entry of the style sheet as it is read.
#[derive(Default, Clone)]
pub struct Style {
    /// Of a paragraph style; other sorts say nothing that the text does not repeat.
    pub number: Option<i32>,
    pub based_on: Option<i32>,
    pub level: Option<i32>,
    pub name: String,
}

/// An entry of the font table as it is read.
#[derive(Default, Clone)]
pub struct Font {
    pub number: i32,
    pub name: String,
    pub code_page: Option<CodePage>,
}

/// All of them.
#[derive(Default)]
pub struct Tables {
    styles: HashMap<i32, Style>,
    fonts: HashMap<i32, Font>,
}

impl Tables {
    /// Adds a paragraph style.
    pub fn add_style(&mut self, style: Style) {
        if let Some(number) = style.number.filter(|_| self.styles.len() < MOST_ENTRIES) {
            self.styles.insert(number, style);
        }
    }

    /// Adds a font.
    pub fn add_font(&mut self, font: Font) {
        if self.fonts.len() < MOST_ENTRIES {
            self.fonts.insert(font.number, font);
        }
    }

    /// The font of that number.
    pub fn font(&self, number: i32) -> Option<&Font> {
        self.fonts.get(&number)
    }

    /// The sort of a paragraph by its style and by the outline level that it may have itself.
    pub fn sort(&self, style: i32, own_level: Option<i32>) -> Option<Sort> {
        let next = |style: &&Style| style.based_on.and_then(|number| self.styles.get(&number));
        let chain = || std::iter::successors(self.styles.get(&style), next).take(MOST_STEPS);
        let level = own_level.or_else(|| chain().find_map(|style| style.level));
        let sort = chain().find_map(|style| style_names::sort(&style.name));
        match (sort, level) {
            (Some(sort @ (Sort::Title | Sort::Subtitle | Sort::Furniture)), _) => Some(sort),
            (_, Some(level)) if (0..BODY_LEVEL).contains(&level) => Some(Sort::Heading(level as u8 + 1)),
            _ => sort,
        }
    }
}
