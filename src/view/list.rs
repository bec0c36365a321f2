//! The list of what is shared: its rows and its counts.

use std::borrow::Cow;

use super::sources::counted;
use super::themes::theme_counts;
use crate::model::{Comparison, LinkKind};
use crate::workspace::Compared;

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// Index into the comparison's links; of a theme with several links its first.
    pub link: usize,
    /// What joins the passages.
    pub kind: LinkKind,
    /// Its name.
    pub label: Cow<'a, str>,
    /// Why, in a plain sentence.
    pub why: Cow<'a, str>,
    /// The same under the label, which need not be said again.
    pub short_why: Cow<'a, str>,
    /// What it stands for.
    pub stands_for: StandsFor,
}

/// Which link a row is about, and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPlace {
    /// Index into the comparison's links; of a theme with several links its first.
    pub link: usize,
    /// What it stands for.
    pub stands_for: StandsFor,
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandsFor {
    /// Its link alone.
    One,
    /// So many links of one theme.
    Theme(usize),
    /// One link of the theme in the row above.
    PartOfTheme,
}

/// How many links there are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: LinkKind,
    /// How many links.
    pub count: usize,
}

/// The row of that link; none past the end.
pub fn row(comparison: &Comparison, link: usize) -> Option<Row<'_>> {
    let found = comparison.links.get(link)?;
    Some(Row {
        link,
        kind: found.kind,
        label: as_title(found.kind, &found.label),
        why: found.whole_reason(),
        short_why: without_label(&found.label, &found.why),
        stands_for: StandsFor::One,
    })
}

/// The row of a place in the list; none past the end.
pub fn row_of(comparison: &Comparison, place: ListPlace) -> Option<Row<'_>> {
    let row = row(comparison, place.link)?;
    let StandsFor::Theme(count) = place.stands_for else { return Some(Row { stands_for: place.stands_for, ..row }) };
    let theme = comparison.links.get(place.link).and_then(|link| comparison.themes.get(link.theme?));
    let links = counted(count, "link");
    let why = theme.map_or_else(|| links.clone(), |theme| format!("{links}  ·  {}", theme_counts(theme)));
    let why: Cow<'_, str> = Cow::Owned(why);
    Some(Row { short_why: why.clone(), why, stands_for: place.stands_for, ..row })
}

/// What stands in the list, row by row, without its words. Several links of one theme are folded under one row, which
/// opens where the current link is among them.
pub fn places(compared: &Compared, shown: &[usize], current: Option<usize>) -> Vec<ListPlace> {
    let links = &compared.comparison.links;
    let mut places = Vec::with_capacity(shown.len());
    let mut at = 0;
    while let Some(&link) = shown.get(at) {
        let is_one_theme = |other: &&usize| {
            let pair = links.get(link).zip(links.get(**other));
            pair.is_some_and(|(one, other)| {
                one.kind == LinkKind::Theme && other.kind == LinkKind::Theme && one.label == other.label
            })
        };
        let together = &shown[at..at + shown[at..].iter().take_while(is_one_theme).count().max(1)];
        at += together.len();
        if together.len() == 1 {
            places.push(ListPlace { link, stands_for: StandsFor::One });
            continue;
        }
        places.push(ListPlace { link, stands_for: StandsFor::Theme(together.len()) });
        if current.is_some_and(|current| together.contains(&current)) {
            places.extend(together.iter().map(|link| ListPlace { link: *link, stands_for: StandsFor::PartOfTheme }));
        }
    }
    places
}

/// "Both quote Ada Fenn, in different words." under "Ada Fenn": "Quoted in both, in different words."
fn without_label<'a>(label: &str, why: &'a str) -> Cow<'a, str> {
    let shorter = [("Both quote ", "Quoted in both"), ("Both cite ", "Cited in both"), ("Both name ", "Named in both")]
        .into_iter()
        .find_map(|(long, short)| Some((short, why.strip_prefix(long)?.strip_prefix(label)?)))
        .filter(|(_, rest)| rest.starts_with([',', ';', '.', ':']));
    shorter.map_or(Cow::Borrowed(why), |(short, rest)| Cow::Owned(format!("{short}{rest}")))
}

/// A label as a line by itself: words out of a sentence say that they are, other small letters become capitals. Names
/// stay as people write them.
fn as_title(kind: LinkKind, label: &str) -> Cow<'_, str> {
    let Some(first) = label.chars().next().filter(|first| first.is_lowercase()) else { return Cow::Borrowed(label) };
    match kind {
        LinkKind::Text | LinkKind::Quotation => Cow::Owned(format!("… {label}")),
        LinkKind::Source | LinkKind::Drawn => Cow::Borrowed(label),
        LinkKind::Event | LinkKind::Fact | LinkKind::Theme => {
            Cow::Owned(first.to_uppercase().chain(label.chars().skip(1)).collect())
        }
    }
}

/// How many links there are of each kind, in the order that lists show them; too short passages are not counted.
pub fn counts(compared: &Compared, shortest_words: usize) -> Vec<KindCount> {
    let links = &compared.comparison.links;
    let count = |kind| {
        let of_kind = links.iter().enumerate().filter(|(_, link)| link.kind == kind);
        of_kind.filter(|(index, _)| !compared.is_shorter(*index, shortest_words)).count()
    };
    let counts = LinkKind::LAYERS.into_iter().map(|kind| KindCount { kind, count: count(kind) });
    // Who never joined anything is not told so.
    counts.filter(|found| found.kind != LinkKind::Drawn || found.count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_does_not_say_its_label_again() {
        for (why, short) in [
            ("Both quote Ada Fenn, in different words.", "Quoted in both, in different words."),
            ("Both name Ada Fenn.", "Named in both."),
            ("Both name Ada Fennimore.", "Both name Ada Fennimore."),
            ("Both tell of a fall.", "Both tell of a fall."),
        ] {
            assert_eq!(without_label("Ada Fenn", why), short);
        }
    }

    #[test]
    fn a_label_reads_as_a_line_by_itself() {
        for (kind, label, title) in [
            (LinkKind::Text, "keeper or owner of this mill", "… keeper or owner of this mill"),
            (LinkKind::Text, "The keeper of this mill", "The keeper of this mill"),
            (LinkKind::Quotation, "a pond with ambitions", "… a pond with ambitions"),
            (LinkKind::Theme, "the mill and its stones", "The mill and its stones"),
            (LinkKind::Fact, "38 percent less water", "38 percent less water"),
            (LinkKind::Source, "de Waal", "de Waal"),
        ] {
            assert_eq!(as_title(kind, label), title);
        }
    }
}
