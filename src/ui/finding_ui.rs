//! How shared words are sought: every parameter by its name in the literature, with its unit and what it does.

use std::ops::RangeInclusive;

use egui::{RichText, ScrollArea, Ui};

use super::fonts::sans;
use super::palette::Palette;
use super::preferences_ui::{end_ui, slider_row_ui};
use super::slider_ui::Scale;
use super::tokens::size;
use crate::workspace::{Command, Finding, Scoring, Seeding};

/// How high the list of parameters may be, in points.
const HEIGHT: f32 = 380.0;

/// Paints the page.
pub fn finding_ui(ui: &mut Ui, palette: &Palette, finding: Finding, commands: &mut Vec<Command>) {
    let said = "Seeds, gapped extension and a threshold that grows with the articles, as in sequence search (BLAST). \
                Rest on a name to read what it does. A change is counted at once.";
    ui.label(RichText::new(said).font(sans(12.0)).color(palette.quiet));
    let mut changed = finding;
    let mut any = false;
    let scroll = ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        any = passages_ui(ui, palette, &mut changed);
        heading_ui(ui, palette, "Seeds");
        any |= seeding_ui(ui, palette, &mut changed.seeding);
        heading_ui(ui, palette, "Scores, in tenths of a bit");
        any |= scoring_ui(ui, palette, &mut changed.scoring);
    });
    if any {
        commands.push(Command::SetFinding(changed));
    }
    if end_ui(ui, palette, finding == Finding::default(), commands) {
        commands.push(Command::SetFinding(Finding::default()));
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
}

fn passages_ui(ui: &mut Ui, palette: &Palette, finding: &mut Finding) -> bool {
    let mut row = Row { ui, palette, any: false };
    row.count(
        "Shortest run",
        "An exact run of so many words is a passage whatever its words.",
        "words",
        &mut finding.shortest_run_words,
        3..=40,
    );
    row.score(
        "Significance",
        "What any other passage must score for each bit of the search space. Chance alone gives 10.",
        "",
        &mut finding.significance,
        1..=40,
    );
    row.score(
        "Least score",
        "What such a passage must score in articles however short, in tenths of a bit.",
        "",
        &mut finding.least_score,
        0..=2000,
    );
    row.count(
        "Least similarity",
        "So many in a hundred of the shorter side's words must agree.",
        "%",
        &mut finding.least_similarity_percent,
        0..=100,
    );
    row.count(
        "Longest gap",
        "Fragments in one order are one passage where no more words than these lie between them.",
        "words",
        &mut finding.merge_gap_words,
        0..=200,
    );
    row.any
}

fn seeding_ui(ui: &mut Ui, palette: &Palette, seeding: &mut Seeding) -> bool {
    let mut row = Row { ui, palette, any: false };
    row.count("Seed length", "The shortest exact run that may be a seed.", "words", &mut seeding.seed_words, 2..=8);
    row.score("One hit", "What one seed alone must score for each bit.", "", &mut seeding.one_hit, 0..=40);
    row.score("Two hits", "What near seeds must score together for each bit.", "", &mut seeding.two_hit, 0..=40);
    row.count("Window", "How far apart such seeds may stand.", "words", &mut seeding.window_words, 0..=100);
    row.count("Drift", "Words that may be put in or dropped between them.", "words", &mut seeding.drift_words, 0..=50);
    row.any
}

fn scoring_ui(ui: &mut Ui, palette: &Palette, scoring: &mut Scoring) -> bool {
    let mut row = Row { ui, palette, any: false };
    row.score("Match, at most", "The most that one agreeing word scores.", "", &mut scoring.match_limit, 10..=300);
    row.score("Mismatch", "What a changed word costs.", "", &mut scoring.mismatch, 0..=300);
    row.score(
        "Gap, opened",
        "What the first word put in or dropped costs besides.",
        "",
        &mut scoring.gap_open,
        0..=300,
    );
    row.score("Gap, extended", "What each word put in or dropped costs.", "", &mut scoring.gap_extend, 1..=300);
    row.score("Drop-off", "How far the score may fall before an extension ends.", "", &mut scoring.drop_off, 50..=2000);
    row.count("Band", "How far an extension may leave its diagonal.", "words", &mut scoring.band_words, 0..=200);
    row.score("End gain", "What the words after the last change must score.", "", &mut scoring.end_gain, 0..=500);
    row.any
}

/// Rows of parameters, and whether any of them was changed.
struct Row<'a> {
    ui: &'a mut Ui,
    palette: &'a Palette,
    any: bool,
}

impl Row<'_> {
    fn count(&mut self, name: &str, help: &str, unit: &str, value: &mut u32, range: RangeInclusive<u32>) {
        let mut signed = (*value).cast_signed();
        let range = range.start().cast_signed()..=range.end().cast_signed();
        self.score(name, help, unit, &mut signed, range);
        *value = signed.cast_unsigned();
    }

    fn score(&mut self, name: &str, help: &str, unit: &str, value: &mut i32, range: RangeInclusive<i32>) {
        let scale = Scale { range, step: 1.0, usual: None };
        let unit = if unit.len() > 1 { format!(" {unit}") } else { unit.to_owned() };
        self.any |= slider_row_ui(self.ui, self.palette, (name, help), value, &scale, &unit);
    }
}
