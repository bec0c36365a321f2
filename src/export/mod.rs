//! A comparison, and what a reader made of it, to bytes: one file a format.

pub mod cards;
pub mod citation;
pub mod docx;
pub mod handout;
pub mod html;
pub mod json;
pub mod markdown;
pub mod pdf;
pub mod runs;
pub mod sheet;
pub mod text;

mod csv;
mod kinds;
mod markup;
mod notes;
mod pair;
mod paper;
mod passages;

pub use kinds::{Failure, Format, Kind, Options, Written, write};
pub use pair::{Pair, SayOfQuotation};
pub use paper::Paper;
