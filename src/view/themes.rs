//! What the articles are about: the themes of both, of the left alone, of the right alone, and their passages.

use super::sources::{Presence, counted};
use crate::model::{LinkKind, Side, Sides, Span, Theme};
use crate::workspace::{Compared, Passage, State};

/// The themes of both articles, or of one alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeGroup {
    /// Whose they are.
    pub presence: Presence,
    /// Indices into the comparison's themes, heaviest first.
    pub themes: Vec<usize>,
}

/// A passage of a theme that stands open, with what it belongs to on the other side.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemePassage {
    /// What to show.
    pub passage: Passage,
    /// Its paragraph on each side, counted from 1; none where it has no partner.
    pub numbers: Sides<Option<usize>>,
    /// Why the two belong together; empty without a partner.
    pub why: String,
}

/// The groups that have any: in both, only left, only right.
pub fn theme_groups(compared: &Compared) -> Vec<ThemeGroup> {
    let themes = &compared.comparison.themes;
    let group = |presence| {
        let own = themes.iter().enumerate().filter(|(_, theme)| presence_of(theme) == presence);
        ThemeGroup { presence, themes: own.map(|(index, _)| index).collect() }
    };
    Presence::ALL.map(group).into_iter().filter(|group| !group.themes.is_empty()).collect()
}

fn presence_of(theme: &Theme) -> Presence {
    match (theme.paragraphs.left.is_empty(), theme.paragraphs.right.is_empty()) {
        (false, true) => Presence::Only(Side::Left),
        (true, false) => Presence::Only(Side::Right),
        _ => Presence::Both,
    }
}

/// The most paragraphs that any theme has on one side: the length of the longest bar.
pub fn most_paragraphs(compared: &Compared) -> usize {
    let counts =
        compared.comparison.themes.iter().flat_map(|theme| Side::BOTH.map(|side| theme.paragraphs.get(side).len()));
    counts.max().unwrap_or(0).max(1)
}

/// "3 paragraphs left, 2 right"; "4 paragraphs".
pub fn theme_counts(theme: &Theme) -> String {
    let (left, right) = (theme.paragraphs.left.len(), theme.paragraphs.right.len());
    match (left, right) {
        (left, 0) => counted(left, "paragraph"),
        (0, right) => counted(right, "paragraph"),
        (left, right) => format!("{} left, {right} right", counted(left, "paragraph")),
    }
}

/// The words that carry a theme, in one line: "trust, cooperation, witnesses".
pub fn theme_terms(theme: &Theme) -> String {
    const MOST: usize = 4;
    theme.terms.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A theme's name for a screen reader.
pub fn theme_name(theme: &Theme) -> String {
    let only = match presence_of(theme) {
        Presence::Both => "",
        Presence::Only(Side::Left) => ", only on the left",
        Presence::Only(Side::Right) => ", only on the right",
    };
    format!("Theme, {}, {}{only}", theme.label, theme_counts(theme))
}

/// The linked pairs of a theme, strongest first; of a theme without any its paragraphs.
pub fn theme_passages(compared: &Compared, theme: usize) -> Vec<ThemePassage> {
    let links = compared.comparison.links.iter().enumerate();
    let own = links.filter(|(_, link)| link.kind == LinkKind::Theme && link.theme == Some(theme));
    let pairs: Vec<ThemePassage> = own
        .map(|(index, link)| ThemePassage {
            passage: Passage { asked: Side::Left, spans: link.spans.map(Some), link: Some(index) },
            numbers: Sides::new(Side::Left, Side::Right).map(|side| number_of(compared, side, *link.spans.get(side))),
            why: link.why.clone(),
        })
        .collect();
    if !pairs.is_empty() {
        return pairs;
    }
    let Some(found) = compared.comparison.themes.get(theme) else { return Vec::new() };
    let alone = |side: Side| found.paragraphs.get(side).iter().filter_map(move |&at| lone(compared, side, at));
    alone(Side::Left).chain(alone(Side::Right)).collect()
}

fn lone(compared: &Compared, side: Side, paragraph: usize) -> Option<ThemePassage> {
    let span = compared.sides.get(side).article.paragraphs.get(paragraph)?.span;
    let mut spans = Sides::default();
    *spans.get_mut(side) = Some(span);
    let mut numbers = Sides::default();
    *numbers.get_mut(side) = Some(compared.sides.get(side).paragraph_number(paragraph));
    Some(ThemePassage { passage: Passage { asked: side, spans, link: None }, numbers, why: String::new() })
}

fn number_of(compared: &Compared, side: Side, span: Span) -> Option<usize> {
    let opened = compared.sides.get(side);
    opened.article.paragraph_at(span.start).map(|paragraph| opened.paragraph_number(paragraph))
}

/// What is said where neither article has a theme: the paragraphs that are close all the same, if any.
pub fn no_themes(compared: &Compared) -> String {
    match compared.comparison.links.iter().filter(|link| link.kind == LinkKind::Theme).count() {
        0 => "No theme stands out in either article.".to_owned(),
        1 => "No theme of several paragraphs. One pair of paragraphs is close; it stands under Shared.".to_owned(),
        pairs => {
            format!("No theme of several paragraphs. {pairs} pairs of paragraphs are close; they stand under Shared.")
        }
    }
}

/// While a theme is read from passage to passage: its label, and "Left, paragraph 7 · passage 3 of 8".
pub fn reading_together(state: &State) -> Option<(String, String)> {
    let (together, compared) = (state.together.as_ref()?, state.compared.as_ref()?);
    let theme = compared.comparison.themes.get(together.theme)?;
    let passage = together.passage()?;
    let number = passage.spans.get(passage.asked).and_then(|span| number_of(compared, passage.asked, span))?;
    let side = passage.asked.title();
    Some((
        theme.label.clone(),
        format!("{side}, paragraph {number}  ·  passage {} of {}", together.at + 1, together.steps.len()),
    ))
}
