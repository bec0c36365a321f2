//! What is to be shown, without a toolkit: blocks of a page, marks in the text, rows of the list, the words around them.

mod list;
mod marks;
mod page;
mod phrases;

pub use list::{KindCount, Row, counts, row};
pub use marks::{Mark, Marks};
pub use page::{Block, BlockKind, Page, Run, Words};
pub use phrases::{
    empty_list, head_line, kind_name, kind_plural, link_name, long_date, ordinal, reading_time, shared_summary,
    window_title,
};
