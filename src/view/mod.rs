//! What is to be shown, without a toolkit: blocks of a page, marks in the text, rows of the list, the words around them.

mod about;
mod anchors;
mod attribution;
mod card;
mod checked;
mod command_search;
mod corrections;
mod counterpart;
mod differences;
mod exports;
mod found;
mod introductions;
mod list;
mod marks;
mod overview;
mod page;
mod phrases;
mod source_passages;
mod sources;
mod themes;
mod tour;
mod twin;
mod your_work;

pub use about::{AboutField, about, as_read, description_of, field_hint, missing_fields};
pub use anchors::anchors;
pub use attribution::{SpeakerWords, doubt, quotation_name, speaker_words};
pub use card::{BodyRun, CardShown, body_runs, card_shown};
pub use checked::{InArticle, PlaceFound, in_article, passage_of_check};
pub use command_search::commands_for;
pub use corrections::told;
pub use counterpart::{Counterpart, counterpart};
pub use differences::{Piece, Stands, spoken};
pub use exports::{export_caution, export_help, export_title, format_name};
pub use found::{found_counts, found_ordinal, found_spoken, paragraph_numbers};
pub use introductions::{IntroductionWord, introductions};
pub use list::{KindCount, ListPlace, Row, StandsFor, counts, places, row, row_of};
pub use marks::{Mark, Marks};
pub use overview::{Overview, OverviewLine, Target, common_sentence};
pub use page::{Block, BlockKind, Page, Run, Words};
pub use phrases::{
    PRESENTING, article_name, caption, empty_list, head_line, kind_name, kind_plural, link_name, long_date, ordinal,
    progress_words, reading_time, selected_words, shared_summary, sources_summary, speakers_counted, theme_word,
    window_title,
};
pub use source_passages::{passage_of_quotation, passage_of_source, sentence_of, snippet};
pub use sources::{
    Cast, Group, Presence, counted, percent, source_kind_name, source_line, source_name, source_title, times,
};
pub use themes::{
    ThemeGroup, ThemePassage, most_paragraphs, no_themes, reading_together, theme_counts, theme_groups, theme_name,
    theme_passages, theme_terms,
};
pub use tour::{TOUR, TourStep};
pub use twin::Twin;
pub use your_work::{
    NO_WORK, WorkGroup, WorkRow, WorkSort, pen_name, place_words, short_cite, unplaced_work, way_to, words_at,
    your_work,
};
