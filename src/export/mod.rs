//! A comparison to bytes.

pub mod json;
pub mod markdown;
pub mod text;

mod passages;
