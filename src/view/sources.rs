//! Who gets to speak: the sources in three groups, how each article introduces them, and their share of the words.

use super::introductions::distinct;
use crate::model::{Quotation, Referent, Side, Sides, Source, SourceKind, SourceSide};
use crate::workspace::Compared;

/// Everyone in either article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cast {
    /// In both, only left, only right; groups with nobody in them are left out.
    pub groups: Vec<Group>,
    /// Words that each article quotes, whoever said them.
    pub words_quoted: Sides<usize>,
}

/// The sources of both articles, or of one alone: indices into the comparison's sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Whose they are.
    pub presence: Presence,
    /// Those who are quoted, most words first, then those who are reported by a name.
    pub speaking: Vec<usize>,
    /// The others: merely named, or reported without a name; most often first.
    pub named: Vec<usize>,
}

/// Which article has a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Both.
    Both,
    /// That one alone.
    Only(Side),
}

impl Presence {
    /// In the order that panes show them.
    pub const ALL: [Presence; 3] = [Presence::Both, Presence::Only(Side::Left), Presence::Only(Side::Right)];

    /// Which article has it.
    pub fn of(source: &Source) -> Self {
        match (source.is_shared(), source.sides.left.is_empty()) {
            (true, _) => Presence::Both,
            (false, false) => Presence::Only(Side::Left),
            (false, true) => Presence::Only(Side::Right),
        }
    }

    /// As the group's heading has it.
    pub fn label(self) -> &'static str {
        match self {
            Presence::Both => "In both",
            Presence::Only(Side::Left) => "Only left",
            Presence::Only(Side::Right) => "Only right",
        }
    }
}

impl Group {
    /// What the others are called together.
    pub fn others(&self, compared: &Compared) -> &'static str {
        let sources = self.named.iter().filter_map(|index| compared.comparison.sources.get(*index));
        let mut sides = sources.flat_map(|source| [&source.sides.left, &source.sides.right]);
        if sides.any(SourceSide::speaks) { "Also named or reported" } else { "Also named" }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.speaking.len() + self.named.len()
    }
}

impl Cast {
    /// Of a comparison.
    pub fn new(compared: &Compared) -> Self {
        let sources = &compared.comparison.sources;
        let groups = Presence::ALL.map(|presence| {
            let mut all: Vec<usize> =
                (0..sources.len()).filter(|index| Presence::of(&sources[*index]) == presence).collect();
            all.sort_by_key(|index| std::cmp::Reverse(standing(&sources[*index])));
            let (speaking, named) = all.into_iter().partition(|index| speaks(&sources[*index]));
            Group { presence, speaking, named }
        });
        let words_quoted = Sides::new(Side::Left, Side::Right)
            .map(|side| Quotation::words_of_all(compared.reading(side).quotations.iter(), compared.text(side)));
        Self { groups: groups.into_iter().filter(|group| group.count() > 0).collect(), words_quoted }
    }

    /// How many sources.
    pub fn count(&self) -> usize {
        self.groups.iter().map(Group::count).sum()
    }

    /// A source's share of the words that its article quotes, 0 to 1.
    pub fn share(&self, source: &Source, side: Side) -> f32 {
        let all = *self.words_quoted.get(side);
        if all == 0 { 0.0 } else { source.sides.get(side).words_quoted as f32 / all as f32 }
    }
}

/// Words quoted, then how often it is reported, then mentioned.
fn standing(source: &Source) -> (usize, usize, usize) {
    let sum = |of: fn(&SourceSide) -> usize| of(&source.sides.left) + of(&source.sides.right);
    (sum(|side| side.words_quoted), sum(|side| side.statements.len()), sum(|side| side.mentions.len()))
}

/// Whether it is quoted, or reported by a name: what "officials" or "critics" are reported to say does not make a source
/// that a reader looks for, and places, programmes and happenings do not speak unless they are quoted.
fn speaks(source: &Source) -> bool {
    let sides = [&source.sides.left, &source.sides.right];
    let mute = [SourceKind::Anonymous, SourceKind::Place, SourceKind::Programme, SourceKind::Event];
    let is_reported = !mute.contains(&source.kind);
    sides.iter().any(|side| !side.quotations.is_empty() || is_reported && !side.statements.is_empty())
}

/// A source's name as a line by itself: "a spokeswoman" with a capital, names of people as they write them.
pub fn source_title(source: &Source) -> String {
    let mut letters = source.name.chars();
    match letters.next().filter(|first| first.is_lowercase() && source.kind != SourceKind::Person) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => source.name.clone(),
    }
}

/// What a source is, in one word.
pub fn source_kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "Person",
        SourceKind::Organisation => "Organisation",
        SourceKind::Publication => "Publication",
        SourceKind::Study => "Study",
        SourceKind::Document => "Document",
        SourceKind::Law => "Law",
        SourceKind::Programme => "Programme",
        SourceKind::Event => "Event",
        SourceKind::Place => "Place",
        SourceKind::Anonymous => "Without a name",
    }
}

/// The line under a source's name: what it is, and how it is introduced or how often it is named.
pub fn source_line(compared: &Compared, source: &Source) -> String {
    let is_named = is_named(compared, source);
    let kind = kind_words(source, is_named);
    let introductions = Side::BOTH.into_iter().flat_map(|side| distinct(compared, source, side));
    let introduction =
        introductions.max_by_key(|words| (words.split(' ').count().min(9), std::cmp::Reverse(words.len())));
    if let Some(words) = introduction {
        return format!("{kind}  ·  {words}");
    }
    let sum = |of: fn(&SourceSide) -> usize| of(&source.sides.left) + of(&source.sides.right);
    let (quoted, reported) = (sum(|side| side.quotations.len()), sum(|side| side.statements.len()));
    match (quoted, reported) {
        (0, 0) => format!(
            "{kind}  ·  {} {}",
            if is_named { "named" } else { "mentioned" },
            times(sum(|side| side.mentions.len()))
        ),
        (0, reported) => format!("{kind}  ·  reported {}", times(reported)),
        (quoted, _) => format!("{kind}  ·  quoted {}", times(quoted)),
    }
}

/// What a source is; and of a thing that has no name, that it has none: "the policy".
fn kind_words(source: &Source, is_named: bool) -> String {
    let kind = source_kind_name(source.kind);
    if is_named || source.kind == SourceKind::Anonymous { kind.to_owned() } else { format!("{kind} without a name") }
}

/// Whether one of the articles calls it by a name.
fn is_named(compared: &Compared, source: &Source) -> bool {
    let referents = |side: Side| {
        let of_side = &compared.reading(side).referents;
        source.sides.get(side).referents.iter().filter_map(|index| of_side.get(*index))
    };
    let mut all = Side::BOTH.into_iter().flat_map(referents).peekable();
    all.peek().is_none() || all.any(Referent::is_named)
}

/// "once", "twice", "5 times".
pub fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

/// A source's name for a screen reader.
pub fn source_name(cast: &Cast, source: &Source) -> String {
    let side = |side: Side| {
        let own = source.sides.get(side);
        let (quotations, words) = (own.quotations.len(), own.words_quoted);
        let percent = percent(cast.share(source, side));
        (!own.is_empty()).then(|| {
            format!("{}: {} with {words} words, {percent} of all quoted", side.name(), counted(quotations, "quotation"))
        })
    };
    let sides: Vec<String> = Side::BOTH.into_iter().filter_map(side).collect();
    format!("{}, {}. {}", source_title(source), source_kind_name(source.kind).to_lowercase(), sides.join("; "))
}

/// "1 quotation", "3 quotations".
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// "41%"; "under 1%" for what would round to nothing.
pub fn percent(share: f32) -> String {
    let whole = (share * 100.0).round() as u32;
    if whole == 0 && share > 0.0 { "<1%".to_owned() } else { format!("{whole}%") }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Comparison, Reading, Span};
    use crate::workspace::{Opened, Origin};

    /// What is said of a source that the left article mentions twice, and names there or not.
    fn said_of(name: &str, kind: SourceKind, names: Vec<Span>) -> String {
        let mentions = vec![Span::new(0, 3), Span::new(9, 12)];
        let referent =
            Referent { name: name.to_owned(), kind, mentions: mentions.clone(), names, introductions: Vec::new() };
        let opened = |referents| {
            let reading = Reading { referents, ..Reading::default() };
            Arc::new(Opened { origin: Origin::Pasted(String::new()), article: Article::default(), reading })
        };
        let side = SourceSide { referents: vec![0], mentions, ..SourceSide::default() };
        let source = Source {
            name: name.to_owned(),
            kind,
            sides: Sides::new(side, SourceSide::default()),
            confidence: 1.0,
            why: String::new(),
        };
        let comparison = Comparison { sources: vec![source], ..Comparison::default() };
        let sides = Sides::new(opened(vec![referent]), opened(Vec::new()));
        let compared = Compared::new(sides, Sides::default(), comparison);
        source_line(&compared, &compared.comparison.sources[0])
    }

    #[test]
    fn a_thing_that_no_article_names_is_said_to_have_no_name() {
        let name = vec![Span::new(0, 3)];
        for (words, kind, names, said) in [
            ("the programme", SourceKind::Programme, Vec::new(), "Programme without a name  ·  mentioned twice"),
            ("Open Quays", SourceKind::Programme, name, "Programme  ·  named twice"),
            ("a miller", SourceKind::Anonymous, Vec::new(), "Without a name  ·  mentioned twice"),
        ] {
            assert_eq!(said_of(words, kind, names), said, "{words}");
        }
    }

    #[test]
    fn shares_read_as_people_write_them() {
        for (share, words) in [(0.0, "0%"), (0.004, "<1%"), (0.41, "41%"), (1.0, "100%")] {
            assert_eq!(percent(share), words);
        }
    }
}
