//! What can be exported, in words.

use crate::workspace::{ExportFormat, ExportKind, State};

/// What an export is called.
pub fn export_title(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::Handout => "Handout for a class",
        ExportKind::Report => "Report",
        ExportKind::Cards => "Debate cards",
        ExportKind::Disclosure => "Disclosure",
        ExportKind::Notes => "Notes",
        ExportKind::Links => "Table of links",
        ExportKind::Comparison => "Comparison",
    }
}

/// What it is for, in a line.
pub fn export_help(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::Handout => "Passages by theme, room to write, who is quoted where",
        ExportKind::Report => "Linked passages side by side, on one page for a browser",
        ExportKind::Cards => "Tag, cite and evidence, in the styles of debaters’ templates",
        ExportKind::Disclosure => "Of each card the tag, the cite, the first and the last words",
        ExportKind::Notes => "Your notes, highlights and cards, each with its passage",
        ExportKind::Links => "A row for every link, for a spreadsheet",
        ExportKind::Comparison => "All that both share, for scripts and notes",
    }
}

/// How a format is called.
pub fn format_name(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Docx => "Word",
        ExportFormat::Pdf => "PDF",
        ExportFormat::Html => "Web page",
        ExportFormat::Markdown => "Markdown",
        ExportFormat::Csv => "CSV",
        ExportFormat::Json => "JSON",
        ExportFormat::Text => "Text",
    }
}

/// What is worth knowing before it is written; nothing where all is as it seems.
pub fn export_caution(state: &State) -> Option<&'static str> {
    if !state.can_export() {
        return Some("Open an article on each side first; then there is something to export.");
    }
    let work = state.work();
    match state.exporting.wish.kind {
        ExportKind::Cards | ExportKind::Disclosure if work.cards().next().is_none() => {
            Some("No card is cut yet: the passages that both share most become cards, their tags left for you to type.")
        }
        ExportKind::Notes if work.items.is_empty() => Some("Nothing of yours is there yet."),
        _ => None,
    }
}
