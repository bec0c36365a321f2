//! What holds inside one group of a file and ends with it.

use super::super::story::{Inset, Look};

/// What the words of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Destination {
    /// Words of the text.
    #[default]
    Text,
    /// Words of nothing, with all groups inside.
    Skipped,
    /// A drawing or an object: only the text boxes inside are read.
    Frame,
    /// The older form of what follows in Unicode.
    Replaced,
    FontTable,
    StyleSheet,
    /// Properties: only two of the groups inside are read.
    Information,
    Title,
    Author,
    FieldCode,
}

/// The state of a group; a group inside begins with a copy of it.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub destination: Destination,
    /// The stream that this very group is.
    pub stream: Option<Inset>,
    pub run: Run,
    pub paragraph: Paragraph,
    /// How many bytes after a Unicode character stand for it in older programs.
    pub fallback_bytes: usize,
    /// `\*` was the last word: the next names a destination that may be passed over.
    pub is_optional: bool,
    /// Inside the result of a link.
    pub linked: bool,
}

/// How words are set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    pub look: Look,
    pub hidden: bool,
    pub deleted: bool,
    pub font: Option<i32>,
}

/// What the paragraph is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paragraph {
    pub style: i32,
    pub level: Option<i32>,
    /// Twentieths of a point: of all lines, and of the first against them.
    pub indent: i32,
    pub first_line: i32,
    pub is_item: bool,
    pub is_in_table: bool,
}
