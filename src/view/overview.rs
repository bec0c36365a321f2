//! The overview: what two articles share and where they part, on one page, every line a way to its place.

use std::collections::BTreeSet;

use super::list::row;
use super::source_passages::passage_of_quotation;
use super::sources::{Cast, Presence, source_title};
use super::themes::{theme_counts, theme_groups};
use crate::model::{Link, LinkKind, Relation, Side, Source, Span};
use crate::workspace::{Compared, Passage};

/// So much of a sentence, by bytes, stands in both where it counts as one in common rather than as a turn of phrase.
const MOST_OF_A_SENTENCE: f32 = 0.6;
/// And so many words at least.
const SENTENCE_WORDS: usize = 6;
/// How many lines of one sort there are at most.
const MOST_SPEAKERS: usize = 3;
const MOST_TOLD: usize = 2;
const MOST_THEMES: usize = 3;
/// How many speakers of one article alone are named.
const MOST_NAMES: usize = 2;

/// What is said where no sentence stands in both.
pub const NO_SENTENCE: &str = "No sentence in common";

/// What two articles share and where they part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overview {
    /// What both have.
    pub shared: Vec<OverviewLine>,
    /// Where they differ, and what only one has.
    pub apart: Vec<OverviewLine>,
}

/// One line of it.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewLine {
    /// What it is about.
    pub kind: LinkKind,
    /// Its name.
    pub title: String,
    /// The rest, in a plain sentence.
    pub detail: String,
    /// Where it leads; nowhere where nothing is there.
    pub to: Option<Target>,
}

/// Where a line of the overview leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An index into the comparison's links.
    Link(usize),
    /// A passage.
    Passage(Passage),
    /// An index into the comparison's themes.
    Theme(usize),
}

impl Overview {
    /// Of a comparison.
    pub fn new(compared: &Compared) -> Self {
        let mut shared = speakers(compared);
        let mut apart = Vec::new();
        match same_words(compared) {
            // The longest words in common may be an utterance that is told of already.
            Some(same) if shared.iter().any(|line| line.to == same.to) => {}
            Some(same) => shared.push(same),
            None => apart.push(no_sentence(compared)),
        }
        shared.extend(told(compared, |link| !parts(link)));
        shared.extend(themes(compared, Presence::Both, MOST_THEMES));
        apart.extend(told(compared, parts));
        let cast = Cast::new(compared);
        for side in Side::BOTH {
            apart.extend(only_speakers(compared, &cast, side));
        }
        for side in Side::BOTH {
            apart.extend(themes(compared, Presence::Only(side), 1));
        }
        Self { shared, apart }
    }

    /// Without the last lines, those of the longer part first, until all fit into so much height; two lines stay.
    #[must_use]
    pub fn fitting(&self, height: f32, height_of: impl Fn(&OverviewLine) -> f32) -> Self {
        let heights = |lines: &[OverviewLine]| lines.iter().map(&height_of).collect::<Vec<f32>>();
        let (mut shared, mut apart) = (heights(&self.shared), heights(&self.apart));
        while shared.len() + apart.len() > 2 && shared.iter().chain(&apart).sum::<f32>() > height {
            let longer = if shared.len() >= apart.len() { &mut shared } else { &mut apart };
            longer.pop();
        }
        let first = |lines: &[OverviewLine], count: usize| lines.iter().take(count).cloned().collect();
        Self { shared: first(&self.shared, shared.len()), apart: first(&self.apart, apart.len()) }
    }
}

/// Who is quoted in both: the strongest links of quotations and of sources that both quote, one a source.
fn speakers(compared: &Compared) -> Vec<OverviewLine> {
    let mut seen = BTreeSet::new();
    let links = compared.comparison.links.iter().enumerate();
    let quoted = links.filter(|(_, link)| {
        let of_source = link.kind == LinkKind::Source && link.wording.is_some();
        (of_source || link.kind == LinkKind::Quotation) && link.source.is_none_or(|source| seen.insert(source))
    });
    quoted.take(MOST_SPEAKERS).filter_map(|(index, _)| line_of(compared, index)).collect()
}

/// That no sentence is in both, and what comes nearest.
fn no_sentence(compared: &Compared) -> OverviewLine {
    let nearest = longest(compared, |_| true).map(|(link, _)| link);
    let label = nearest.and_then(|link| compared.comparison.links.get(link)).map(|link| &link.label);
    OverviewLine {
        kind: LinkKind::Text,
        title: NO_SENTENCE.to_owned(),
        detail: label.map_or_else(String::new, |label| format!("Nearest: “{label}”")),
        to: nearest.map(Target::Link),
    }
}

/// The longest words in common, where they are a sentence.
fn same_words(compared: &Compared) -> Option<OverviewLine> {
    let (link, words) = common_sentence(compared)?;
    let row = row(&compared.comparison, link);
    let count = compared.comparison.count(LinkKind::Text) + compared.comparison.count(LinkKind::Quotation);
    Some(OverviewLine {
        kind: LinkKind::Text,
        title: row.as_ref().map_or_else(String::new, |row| row.label.to_string()),
        detail: match count {
            1 => format!("{words} words stand in both"),
            _ => format!("{words} words, the longest of {count} passages in both"),
        },
        to: Some(Target::Link(link)),
    })
}

/// The longest passage in both that is a sentence, or most of one: its link, and its words.
pub fn common_sentence(compared: &Compared) -> Option<(usize, usize)> {
    let is_sentence = |link: usize| {
        let Some(found) = compared.comparison.links.get(link) else { return false };
        Side::BOTH.into_iter().any(|side| covers_sentence(compared, side, *found.spans.get(side)))
    };
    longest(compared, is_sentence).filter(|(_, words)| *words >= SENTENCE_WORDS)
}

fn longest(compared: &Compared, fits: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let links = (0..compared.comparison.links.len()).filter(|link| fits(*link));
    let lengths = links.filter_map(|link| Some((link, compared.shared_words(link)?)));
    lengths.max_by_key(|(link, words)| (*words, std::cmp::Reverse(*link)))
}

/// Whether a passage holds the most of a sentence of that side.
fn covers_sentence(compared: &Compared, side: Side, passage: Span) -> bool {
    let sentences = &compared.reading(side).sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= passage.start);
    let touched = sentences.iter().skip(first).take_while(|sentence| sentence.span.start < passage.end);
    touched
        .map(|sentence| sentence.span)
        .any(|sentence| sentence.shared_bytes(passage) as f32 >= MOST_OF_A_SENTENCE * sentence.len() as f32)
}

/// Whether the two tellings part, and how can be said.
fn parts(link: &Link) -> bool {
    link.relation.is_some_and(|relation| relation != Relation::Same) && !link.details.is_empty()
}

/// Events and facts that are so.
fn told(compared: &Compared, wanted: impl Fn(&Link) -> bool) -> Vec<OverviewLine> {
    let links = compared.comparison.links.iter().enumerate();
    let told = links.filter(|(_, link)| link.relation.is_some() && wanted(link));
    told.take(MOST_TOLD).filter_map(|(index, _)| line_of(compared, index)).collect()
}

fn line_of(compared: &Compared, link: usize) -> Option<OverviewLine> {
    let row = row(&compared.comparison, link)?;
    let found = compared.comparison.links.get(link)?;
    let apart = found.details.first().map(|said| format!("Left: {}. Right: {}.", said.left, said.right));
    Some(OverviewLine {
        kind: row.kind,
        title: row.label.to_string(),
        detail: apart.unwrap_or_else(|| row.short_why.to_string()),
        to: Some(Target::Link(link)),
    })
}

fn themes(compared: &Compared, presence: Presence, most: usize) -> Vec<OverviewLine> {
    let groups = theme_groups(compared);
    let group = groups.iter().find(|group| group.presence == presence);
    let only = match presence {
        Presence::Both => "",
        Presence::Only(Side::Left) => "Only on the left: ",
        Presence::Only(Side::Right) => "Only on the right: ",
    };
    let themes = group.into_iter().flat_map(|group| &group.themes).take(most);
    themes
        .filter_map(|&index| {
            let theme = compared.comparison.themes.get(index)?;
            Some(OverviewLine {
                kind: LinkKind::Theme,
                title: theme.label.clone(),
                detail: format!("{only}{}", theme_counts(theme)),
                to: Some(Target::Theme(index)),
            })
        })
        .collect()
}

/// Those whom one article quotes and the other does not name.
fn only_speakers(compared: &Compared, cast: &Cast, side: Side) -> Option<OverviewLine> {
    let group = cast.groups.iter().find(|group| group.presence == Presence::Only(side))?;
    let sources = &compared.comparison.sources;
    let speaking: Vec<&Source> = group
        .speaking
        .iter()
        .filter_map(|index| sources.get(*index))
        .filter(|source| source.sides.get(side).words_quoted > 0)
        .collect();
    let first = speaking.first()?;
    let names: Vec<String> = speaking.iter().take(MOST_NAMES).map(|source| source_title(source)).collect();
    let names = match speaking.len().saturating_sub(MOST_NAMES) {
        0 => names.join(" and "),
        more => format!("{} and {more} more", names.join(", ")),
    };
    let quotation = *first.sides.get(side).quotations.first()?;
    Some(OverviewLine {
        kind: LinkKind::Source,
        title: format!("Quoted only on the {}", side.name()),
        detail: names,
        to: passage_of_quotation(compared, side, quotation).map(Target::Passage),
    })
}
