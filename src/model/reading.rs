//! What was found in one article.

use super::{Figure, Metadata, Quotation, Referent, Role, Span, Statement};

/// Everything a reading finds in one article. All lists are in order of place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// One role a paragraph.
    pub roles: Vec<Role>,
    /// The file's metadata, completed by what the text itself says (a title line, "By …", a date line).
    pub metadata: Metadata,
    /// Words, numbers and marks, not white space.
    pub tokens: Vec<Token>,
    /// Sentences, none across a paragraph.
    pub sentences: Vec<Sentence>,
    /// Words in marks or set off that somebody is said to have said or written.
    pub quotations: Vec<Quotation>,
    /// Reported speech and findings without marks.
    pub statements: Vec<Statement>,
    /// Words in marks that are no quotation: scare quotes, terms, titles.
    pub terms: Vec<Span>,
    /// Everyone and everything quoted, cited or named, by first mention.
    pub referents: Vec<Referent>,
    /// Numbers with what they count, dates, money, statutes.
    pub figures: Vec<Figure>,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens.
    Word,
    /// Digits, with inner points and commas.
    Number,
    /// A punctuation mark or symbol.
    Mark,
}

/// A sentence and its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, with closing marks, without white space around.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
}
