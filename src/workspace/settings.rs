//! What is remembered from one run to the next, saved whole or not at all.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};

use super::store::{Audience, write_whole};
use super::{Finding, Origin, Typography};
use crate::model::{LinkKind, Side, Sides};

/// How many pairs the File menu remembers.
const RECENT_PAIRS: usize = 8;
/// The smallest and the largest size of the columns' text, as a share of the usual size.
const TEXT_SCALES: std::ops::RangeInclusive<f32> = 0.8..=3.0;

/// The smallest and the largest share of the room that the left column can have.
const SPLITS: std::ops::RangeInclusive<f32> = 0.25..=0.75;

/// Words that a reader takes in a minute, after Brysbaert (2019), "How many words do we read per minute?".
const USUAL_PACE: u32 = 238;
/// The slowest and the quickest that can be set.
pub const PACES: std::ops::RangeInclusive<u32> = 80..=800;

/// Width and height of a window that opens for the first time, and of the smallest one, in points.
const USUAL_POINTS: [f32; 2] = [1280.0, 800.0];
/// The smallest a window can be.
pub const LEAST_POINTS: [f32; 2] = [480.0, 420.0];

/// What is remembered. A field that an older file lacks has its default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the reader's own")]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Size of the columns' text as a share of the usual size, 0.8 to 3.
    pub text_scale: f32,
    /// How shared words are sought.
    pub finding: Finding,
    /// The left column's share of the room for both, 0.25 to 0.75.
    pub split: f32,
    /// Whether the columns scroll together.
    pub scrolling: Scrolling,
    /// Whether all but the lines being read are dimmed.
    pub focus_line: bool,
    /// Whether what is not the article (share lines, credits, pull quotes) is folded away rather than dimmed.
    pub folded: bool,
    /// Whether the columns glide to a passage rather than jump.
    pub glides: bool,
    /// Width and height of the window when it was last open, in points.
    pub window_points: Option<[f32; 2]>,
    /// How many words the reader takes in a minute, 80 to 800.
    pub words_a_minute: u32,
    /// How the articles are set.
    pub typography: Typography,
    /// Whether the list of what is shared stands beside the columns.
    pub list_shown: bool,
    /// What stands there.
    pub pane: Pane,
    /// The layers that are switched off: links of these kinds are neither listed nor marked.
    pub hidden: Vec<LinkKind>,
    /// Shared words and quotations of fewer words than these are neither listed nor marked.
    pub shortest_words: usize,
    /// Pairs opened before, latest first.
    pub recent: Vec<Pair>,
    /// What was open when the program ended, and where the reader was.
    pub left_off: Option<LeftOff>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_scale: 1.0,
            finding: Finding::default(),
            split: 0.5,
            scrolling: Scrolling::Alone,
            focus_line: false,
            folded: false,
            glides: true,
            window_points: None,
            words_a_minute: USUAL_PACE,
            typography: Typography::default(),
            list_shown: true,
            pane: Pane::Overview,
            hidden: Vec::new(),
            shortest_words: 0,
            recent: Vec::new(),
            left_off: None,
        }
    }
}

/// What stands beside the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pane {
    /// What the two share and where they part, on one page.
    Overview,
    /// Everything shared, strongest first.
    Shared,
    /// What they are about, together and alone.
    Themes,
    /// Who is quoted and named, and how much each gets to say.
    Sources,
    /// What the reader made of them.
    Work,
}

impl Pane {
    /// In the order of their tabs.
    pub const ALL: [Pane; 5] = [Pane::Overview, Pane::Shared, Pane::Themes, Pane::Sources, Pane::Work];

    /// As its tab has it.
    pub fn label(self) -> &'static str {
        match self {
            Pane::Overview => "Overview",
            Pane::Shared => "Shared",
            Pane::Themes => "Themes",
            Pane::Sources => "Sources",
            Pane::Work => "Yours",
        }
    }
}

/// Whether the columns scroll together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scrolling {
    /// Each by itself.
    Alone,
    /// Linked passages keep level.
    Aligned,
    /// Both by the same share of their length.
    Proportional,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light or dark, as the system has it.
    System,
    /// Ink on paper.
    Light,
    /// Ink on old paper.
    Sepia,
    /// For the night.
    Dark,
    /// Black on white.
    Contrast,
    /// White on black.
    ContrastDark,
}

impl Theme {
    /// In the order of the menu.
    pub const ALL: [Theme; 6] =
        [Theme::System, Theme::Light, Theme::Sepia, Theme::Dark, Theme::Contrast, Theme::ContrastDark];
}

/// Two articles opened together, with the titles to list them by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Where the left one comes from.
    pub left: Origin,
    /// Where the right one comes from.
    pub right: Origin,
    /// The left headline.
    pub left_title: String,
    /// The right headline.
    pub right_title: String,
}

/// Where the reader was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftOff {
    /// The article on the left, if any.
    pub left: Option<Origin>,
    /// The article on the right, if any.
    pub right: Option<Origin>,
    /// Per side: the byte of the article at the top of the column.
    pub left_at: usize,
    /// The same for the right.
    pub right_at: usize,
    /// The current link, by its place in the list.
    pub current: Option<usize>,
}

impl LeftOff {
    /// Where each column stood.
    pub fn places(&self) -> Sides<usize> {
        Sides::new(self.left_at, self.right_at)
    }

    /// What was open on that side.
    pub fn origin(&self, side: Side) -> Option<&Origin> {
        match side {
            Side::Left => self.left.as_ref(),
            Side::Right => self.right.as_ref(),
        }
    }
}

impl Settings {
    /// Puts a pair first among the recent ones. Pasted text is not listed: it has no place to open it from.
    pub fn remember(&mut self, pair: Pair) {
        if matches!(pair.left, Origin::Pasted(_)) || matches!(pair.right, Origin::Pasted(_)) {
            return;
        }
        self.recent.retain(|known| (&known.left, &known.right) != (&pair.left, &pair.right));
        self.recent.insert(0, pair);
        self.recent.truncate(RECENT_PAIRS);
    }

    /// Sets the left column's share of the room, within its bounds.
    pub fn set_split(&mut self, split: f32) {
        self.split = if split.is_finite() { split.clamp(*SPLITS.start(), *SPLITS.end()) } else { 0.5 };
    }

    /// Width and height for a window that opens, in points: as it was, but never smaller than it may be.
    pub fn opening_points(&self) -> [f32; 2] {
        let [width, height] = self.window_points.unwrap_or(USUAL_POINTS);
        let sane = |length: f32, least: f32, usual: f32| if length.is_finite() { length.max(least) } else { usual };
        [sane(width, LEAST_POINTS[0], USUAL_POINTS[0]), sane(height, LEAST_POINTS[1], USUAL_POINTS[1])]
    }

    /// Sets the size of the columns' text, within its bounds.
    pub fn set_text_scale(&mut self, scale: f32) {
        self.text_scale = if scale.is_finite() { scale.clamp(*TEXT_SCALES.start(), *TEXT_SCALES.end()) } else { 1.0 };
    }

    /// Sets how many words the reader takes in a minute, within their bounds.
    pub fn set_pace(&mut self, words_a_minute: u32) {
        self.words_a_minute = words_a_minute.clamp(*PACES.start(), *PACES.end());
    }
}

/// Set to a path: the settings are kept there and not in the system's place for them.
const SETTINGS_VARIABLE: &str = "DIPTYCH_SETTINGS";

/// The place that the environment names for them instead of the system's.
pub fn chosen_path() -> Option<PathBuf> {
    std::env::var_os(SETTINGS_VARIABLE).map(PathBuf::from)
}

/// Where they are kept; none where this system has no such place.
pub fn path() -> Option<PathBuf> {
    if let Some(chosen) = chosen_path() {
        return Some(chosen);
    }
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("diptych").join("settings.json"))
}

/// The settings as they were when the program started, and where they are kept.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// What is remembered.
    pub settings: Settings,
    /// Where; nowhere on a system without such a place.
    pub path: Option<PathBuf>,
    /// Whether there was nothing to remember yet.
    pub is_new: bool,
    /// Where what a reader makes of articles is kept; nowhere where there is none.
    pub work_folder: Option<PathBuf>,
}

impl Kept {
    /// Reads them.
    pub fn at(path: Option<PathBuf>) -> Self {
        let is_new = path.as_deref().is_some_and(|path| !path.exists());
        Self { settings: path.as_deref().map(load).unwrap_or_default(), path, is_new, work_folder: None }
    }
}

/// What was saved at `path`. A missing file gives the defaults; one that cannot be understood too, and is kept
/// beside it under another name, so that nothing the reader had is lost.
pub fn load(path: &Path) -> Settings {
    let Ok(bytes) = std::fs::read(path) else { return Settings::default() };
    if let Ok(mut settings) = serde_json::from_slice::<Settings>(&bytes) {
        settings.set_text_scale(settings.text_scale);
        settings.set_pace(settings.words_a_minute);
        settings.typography = settings.typography.sane();
        settings.finding = settings.finding.sane();
        settings.set_split(settings.split);
        return settings;
    }
    // Best effort: where even the copy fails the defaults still let the reader work.
    let _ = std::fs::rename(path, path.with_extension("unreadable.json"));
    Settings::default()
}

/// Saves them so that a crash leaves the old file or the new one, never half of one.
///
/// # Errors
///
/// The system's error where the folder or the file cannot be written.
pub fn save(settings: &Settings, path: &Path) -> std::io::Result<()> {
    write_whole(path, Audience::Owner, |out| {
        serde_json::to_writer_pretty(&mut *out, settings)?;
        out.write_all(b"\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str) -> Pair {
        let origin = || Origin::File(PathBuf::from(name));
        Pair { left: origin(), right: origin(), left_title: name.to_owned(), right_title: name.to_owned() }
    }

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("deep").join("settings.json");
        let mut settings = Settings {
            theme: Theme::Dark,
            text_scale: 1.25,
            hidden: vec![LinkKind::Theme],
            shortest_words: 12,
            ..Settings::default()
        };
        settings.remember(pair("mill.txt"));
        settings.left_off = Some(LeftOff {
            left: Some(Origin::Pasted("A town and its mill.".into())),
            right: Some(Origin::Sample("pond.md".to_owned())),
            left_at: 7,
            right_at: 0,
            current: Some(3),
        });
        save(&settings, &path).expect("saved");
        assert_eq!(load(&path), settings);
    }

    #[test]
    fn a_file_that_cannot_be_understood_is_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("settings.json");
        std::fs::write(&path, b"{ not settings").expect("written");
        assert_eq!(load(&path), Settings::default());
        assert!(folder.path().join("settings.unreadable.json").exists());
    }

    #[test]
    fn the_latest_pair_comes_first_and_once() {
        let mut settings = Settings::default();
        for name in ["one", "two", "one"] {
            settings.remember(pair(name));
        }
        let names: Vec<&str> = settings.recent.iter().map(|pair| pair.left_title.as_str()).collect();
        assert_eq!(names, ["one", "two"]);
    }

    #[test]
    fn an_absurd_text_size_is_put_right() {
        let mut settings = Settings::default();
        for (asked, given) in [(0.1, 0.8), (9.0, 3.0), (f32::NAN, 1.0), (1.5, 1.5)] {
            settings.set_text_scale(asked);
            assert!((settings.text_scale - given).abs() < f32::EPSILON, "{asked} → {}", settings.text_scale);
        }
    }
}
