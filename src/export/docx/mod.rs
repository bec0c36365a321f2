//! Word documents: a zip container of XML parts, the same bytes for the same words.

mod package;
mod styles;
mod words;

pub mod cards;
pub mod sheet;

pub use package::Package;
