//! Paints: one panel a file; reads state, pushes commands.
//!
//! [`room::room_ui`] lays out the whole window. Colours, sizes and times come from [`tokens`] alone.

pub mod caption_ui;
pub mod card_ui;
pub mod check_ui;
pub mod chooser_ui;
pub mod column;
pub mod cursor;
pub mod drop_ui;
pub mod empty_ui;
pub mod extents;
pub mod finding_ui;
pub mod focus_ui;
pub mod fonts;
pub mod gutter_ui;
pub mod icons;
pub mod layers_ui;
pub mod layout;
pub mod level;
pub mod light;
pub mod link_bar_ui;
pub mod list_ui;
pub mod marks_ui;
pub mod menu_ui;
pub mod notice_ui;
pub mod overview_ui;
pub mod palette;
pub mod pane_ui;
pub mod panes;
pub mod preferences_ui;
pub mod progress_ui;
pub mod reading_ui;
pub mod room;
pub mod select_keys;
pub mod selection;
pub mod shaping;
pub mod sheets_ui;
pub mod shortcuts;
pub mod source_detail_ui;
pub mod source_sheets_ui;
pub mod sources_ui;
pub mod start_ui;
pub mod strip_ui;
pub mod style;
pub mod tabs_ui;
pub mod text_ui;
pub mod themes_ui;
pub mod together_ui;
pub mod tokens;
pub mod told_ui;
pub mod tour_ui;
pub mod twin_ui;
pub mod typeset;
pub mod words_ui;

pub use room::{Room, room_ui};
