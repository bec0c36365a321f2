//! Plain data: what an article is, what a reading finds in it, what a comparison joins.
//!
//! Nothing here knows how a finding was made. Findings hold spans, never copied text; every span is in
//! UTF-8 bytes into [`Article::text`], end-exclusive, on character boundaries.

mod article;
mod common_words;
mod comparison;
mod correction;
mod date;
mod figure;
mod language;
mod link;
mod listed;
mod quotation;
mod reading;
mod referent;
mod rule;
mod source;
mod span;
mod theme;
mod words_in;
mod work;
mod written;

pub use article::{Article, Metadata, Paragraph, Role, Style, Styled};
pub use common_words::COMMON_WORDS;
pub use comparison::Comparison;
pub use correction::{ArticleKey, Correction, Place, Said, SourceRef};
pub use date::{MONTHS, WrittenDate, leading_date, month_number, typed_date};
pub use figure::{Figure, FigureKind, Qualifier};
pub use language::{Unread, unread};
pub use link::{Link, LinkKind, Relation, Wording};
pub use listed::listed;
pub use quotation::{Attribution, Quotation, QuotationKind, RunnerUp, Statement};
pub use reading::{Reading, Sentence, Token, TokenKind};
pub use referent::{Referent, SourceKind};
pub use rule::Rule;
pub use source::{Source, SourceSide};
pub use span::{Side, Sides, Span};
pub use theme::Theme;
pub use words_in::words_in;
pub use work::{
    Card, Described, Drawn, Edit, Emphasis, Field, Highlight, Item, ItemId, LinkRef, MarkerColour, Marking, Note,
    NoteOn, Relocation, ThemeName, ThemeRef, Work,
};
pub use written::{DOCUMENT_VERSION, WrittenArticle};
