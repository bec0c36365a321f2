//! The window by its accessible names: what a reader does, and what they then find. Run with
//! `cargo test --features window-tests`.

mod about_article;
mod accessibility;
mod all_commands;
mod cards;
mod classroom;
mod copying;
mod debate_cards;
mod exports;
mod finding;
mod keeping;
mod narrow;
mod opening;
mod overview;
mod pictures;
mod preferences;
mod reading;
mod sources;
mod stage;
mod start;
mod themes;
mod wordings;
mod your_work;
