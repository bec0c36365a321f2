//! Diptych reads two articles and finds what they share.
//!
//! # The way through
//!
//! ```text
//! path → import → Article → reading → Reading
//!                                two Readings → comparing → Comparison
//!                                   (speakers corrected → sources unified → merged and split → links)
//! Comparison + the reader's work → workspace → view → ui     (a person looks)
//!                                      └────→ export         (a file leaves)
//! ```
//!
//! Every step is a plain function from data to data. Nothing below `ui` knows that a window exists; nothing
//! but `import`, `export`'s callers and `workspace`'s storage touches a disk. Findings hold spans, never
//! copied text. Reading and comparing cannot fail: they return what they found and say where they are unsure.
//!
//! # Rooms
//!
//! | room | purpose | may import |
//! | --- | --- | --- |
//! | [`model`] | plain data | nothing |
//! | [`import`] | bytes to an article | model |
//! | [`reading`] | one article to its reading | model |
//! | [`comparing`] | two readings to a comparison | model, reading's results |
//! | [`export`] | a comparison to bytes | model |
//! | [`workspace`] | what the reader made of it, what they want exported, and settings | model, comparing, export |
//! | `view` | what is to be shown, no egui | model, workspace |
//! | `ui` | paints; reads state, pushes commands | model, workspace, view |
//! | `desktop` | eframe's app, worker, dialogs, clipboard | all |
//! | [`cli`] | the commands without a window | all |
//!
//! `tests/walls.rs` holds the `use crate::` lines against this table; the library builds without the
//! `desktop` feature, so no egui can creep in below.

pub mod cli;
pub mod comparing;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod export;
pub mod import;
pub mod model;
pub mod reading;
#[cfg(feature = "desktop")]
pub mod ui;
pub mod view;
pub mod workspace;
