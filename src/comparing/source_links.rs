//! Passages where both articles quote or cite one source.

use std::collections::BTreeSet;

use super::Read;
use crate::model::{Attribution, Link, LinkKind, Side, Sides, Source, SourceKind, SourceSide, Span, Wording};

/// How many links one source gets at most.
const LINKS_A_SOURCE: usize = 3;
/// Share of common words from which two quotations are one utterance, linked as such elsewhere.
const ONE_UTTERANCE: f32 = 0.6;
/// Mentions on either side from which a name stands everywhere and tells little.
const EVERYWHERE: usize = 5;

/// Links of kind source.
pub fn link(sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Link> {
    let shared = sources.iter().enumerate().filter(|(_, source)| source.is_shared());
    shared.flat_map(|(index, source)| links_of(sides, source, index)).collect()
}

fn links_of(sides: Sides<Read<'_>>, source: &Source, index: usize) -> Vec<Link> {
    let cited = Sides::new(Side::Left, Side::Right).map(|side| Cited::of(*sides.get(side), source.sides.get(side)));
    if source.kind == SourceKind::Place && cited.left.quotations.is_empty() && cited.right.quotations.is_empty() {
        return Vec::new();
    }
    let mut links = both_quote(sides, source, &cited);
    if links.is_empty() && !one_utterance_only(&cited) {
        links.extend(best_other(sides, source, &cited));
    }
    for link in &mut links {
        link.source = Some(index);
        link.score *= source.confidence;
    }
    links
}

/// One passage in which a source speaks or is named.
struct Passage {
    span: Span,
    words: Vec<String>,
    confidence: f32,
}

/// What one article cites of a source.
struct Cited {
    quotations: Vec<Passage>,
    statements: Vec<Passage>,
}

impl Cited {
    fn of(read: Read<'_>, side: &SourceSide) -> Self {
        let quotations = side.quotations.iter().filter_map(|&index| read.reading.quotations.get(index));
        let statements = side.statements.iter().filter_map(|&index| read.reading.statements.get(index));
        let quoted = |found: &crate::model::Quotation| Passage {
            span: passage(read, found.extent(), &found.attribution),
            words: found.spans.iter().flat_map(|span| words_of(span.of(&read.article.text))).collect(),
            confidence: found.attribution.confidence,
        };
        let stated = |found: &crate::model::Statement| Passage {
            span: passage(read, found.span, &found.attribution),
            words: words_of(found.span.of(&read.article.text)).collect(),
            confidence: found.attribution.confidence,
        };
        let mut cited =
            Self { quotations: quotations.map(quoted).collect(), statements: statements.map(stated).collect() };
        for list in [&mut cited.quotations, &mut cited.statements] {
            list.sort_by(|left, right| right.words.len().cmp(&left.words.len()).then(left.span.cmp(&right.span)));
        }
        cited
    }
}

fn words_of(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// From the start of the attributing sentence through the quotation, or from the quotation through its attribution.
fn passage(read: Read<'_>, quoted: Span, attribution: &Attribution) -> Span {
    let sentence = |at: usize| {
        let sentences = &read.reading.sentences;
        let index = sentences.partition_point(|sentence| sentence.span.start <= at);
        index.checked_sub(1).and_then(|index| sentences.get(index)).map_or(quoted, |sentence| sentence.span)
    };
    let mut span = Span::new(sentence(quoted.start).start.min(quoted.start), behind_mark(read, quoted.end));
    if let Some(mention) = attribution.mention {
        let around = sentence(mention.start);
        let near = mention.start.abs_diff(quoted.start).min(mention.start.abs_diff(quoted.end)) < 1500;
        if near && mention.start < quoted.start {
            span = Span::new(around.start.min(span.end), span.end);
        } else if near {
            span = Span::new(span.start, span.end.max(mention.end).max(around.end.min(mention.end + 200)));
        }
    }
    on_boundaries(&read.article.text, span)
}

/// Past the closing mark behind a quotation.
fn behind_mark(read: Read<'_>, end: usize) -> usize {
    let rest = read.article.text.get(end..).unwrap_or_default();
    let mark = rest.chars().next().filter(|c| matches!(c, '”' | '"' | '’' | '»' | '\''));
    end + mark.map_or(0, char::len_utf8)
}

fn on_boundaries(text: &str, span: Span) -> Span {
    let mut end = span.end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(span.start.min(end), end)
}

/// Links where both quote the source in different words, longest quotations first.
fn both_quote(sides: Sides<Read<'_>>, source: &Source, cited: &Sides<Cited>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut used = Sides::new(BTreeSet::new(), BTreeSet::new());
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    // The longest few of each side are enough to choose from.
    for (left, first) in cited.left.quotations.iter().enumerate().take(12) {
        for (right, second) in cited.right.quotations.iter().enumerate().take(12) {
            pairs.push((first.words.len().min(second.words.len()), left, right));
        }
    }
    pairs.sort_by(|first, second| second.0.cmp(&first.0).then((first.1, first.2).cmp(&(second.1, second.2))));
    for (words, left, right) in pairs {
        let (first, second) = (&cited.left.quotations[left], &cited.right.quotations[right]);
        let taken = used.left.contains(&left) || used.right.contains(&right);
        if links.len() == LINKS_A_SOURCE || taken || alike(first, second) > ONE_UTTERANCE {
            continue;
        }
        used.left.insert(left);
        used.right.insert(right);
        let rank = links.len() as f32;
        let trust = first.confidence.min(second.confidence).clamp(0.5, 1.0);
        let score = (0.86 + 0.12 * (words as f32 / 40.0).min(1.0) - 0.15 * rank) * (0.7 + 0.3 * trust);
        let words = source.sides.as_ref().map(|side| side.words_quoted);
        let why = format!(
            "Both quote {}, in different words: {} words on the left, {} on the right.",
            source.name, words.left, words.right
        );
        links.push(new_link(source, Sides::new(first.span, second.span), score, why, Some(Wording::Different)));
    }
    let _ = sides;
    links
}

/// Share of the shorter quotation's words that stand in the longer one.
fn alike(left: &Passage, right: &Passage) -> f32 {
    let (short, long) = if left.words.len() <= right.words.len() { (left, right) } else { (right, left) };
    let known: BTreeSet<&String> = long.words.iter().collect();
    let common = short.words.iter().filter(|word| known.contains(word)).count();
    if short.words.is_empty() { 0.0 } else { common as f32 / short.words.len() as f32 }
}

/// Whether both quote the source, and in the same words: linked as one quotation elsewhere.
fn one_utterance_only(cited: &Sides<Cited>) -> bool {
    !cited.left.quotations.is_empty() && !cited.right.quotations.is_empty()
}

/// The best link of a source that is not quoted on both sides.
fn best_other(sides: Sides<Read<'_>>, source: &Source, cited: &Sides<Cited>) -> Option<Link> {
    let level = |cited: &Cited| match (cited.quotations.is_empty(), cited.statements.is_empty()) {
        (false, _) => Level::Quoted,
        (true, false) => Level::Reported,
        (true, true) => Level::Named,
    };
    let levels = cited.as_ref().map(level);
    let spans = Sides::new(
        best_span(sides.left, &source.sides.left, &cited.left)?,
        best_span(sides.right, &source.sides.right, &cited.right)?,
    );
    let name = &source.name;
    let (score, why) = match (levels.left, levels.right) {
        (Level::Quoted, Level::Quoted) => (0.8, format!("Both quote {name}.")),
        (Level::Quoted, Level::Reported) => {
            (0.68, format!("Both cite {name}; the left quotes it, the right only reports."))
        }
        (Level::Reported, Level::Quoted) => {
            (0.68, format!("Both cite {name}; the right quotes it, the left only reports."))
        }
        (Level::Reported, Level::Reported) => (0.6, format!("Both report what {name} says.")),
        (Level::Quoted | Level::Reported, Level::Named) => {
            (0.35, format!("Both name {name}; only the left says what it said."))
        }
        (Level::Named, Level::Quoted | Level::Reported) => {
            (0.35, format!("Both name {name}; only the right says what it said."))
        }
        (Level::Named, Level::Named) => (0.25, format!("Both name {name}.")),
    };
    let people = source.kind == SourceKind::Person;
    let why = if people {
        why.replace("quotes it", "quotes the words").replace("what it said", "what was said")
    } else {
        why
    };
    let fewest = source.sides.left.mentions.len().min(source.sides.right.mentions.len());
    let most = source.sides.left.mentions.len().max(source.sides.right.mentions.len());
    let everywhere = most > EVERYWHERE && levels.left != Level::Quoted && levels.right != Level::Quoted;
    let score = if everywhere { score * 0.5 } else { score + 0.02 * (fewest.min(3) as f32 - 1.0) };
    Some(new_link(source, spans, score, why, None))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Quoted,
    Reported,
    Named,
}

fn best_span(read: Read<'_>, side: &SourceSide, cited: &Cited) -> Option<Span> {
    let spoken = cited.quotations.first().or_else(|| cited.statements.first()).map(|passage| passage.span);
    spoken.or_else(|| sentence_of(read, introduced_or_first(side)?))
}

/// The mention beside an introduction, else the first.
fn introduced_or_first(side: &SourceSide) -> Option<Span> {
    let near = |mention: &&Span| {
        side.introductions.iter().any(|found| {
            found.end <= mention.start && mention.start - found.end < 4
                || found.start >= mention.end && found.start - mention.end < 6
        })
    };
    side.mentions.iter().find(near).or_else(|| side.mentions.first()).copied()
}

fn sentence_of(read: Read<'_>, mention: Span) -> Option<Span> {
    let sentences = &read.reading.sentences;
    let index = sentences.partition_point(|sentence| sentence.span.start <= mention.start).checked_sub(1)?;
    let span = sentences.get(index)?.span;
    Some(if span.contains(mention) { span } else { mention })
}

fn new_link(source: &Source, spans: Sides<Span>, score: f32, why: String, wording: Option<Wording>) -> Link {
    let label = source.name.clone();
    Link { score: score.clamp(0.0, 1.0), label, why, wording, ..Link::new(LinkKind::Source, spans) }
}

#[cfg(test)]
mod tests {
    use super::super::sources::unify;
    use super::*;
    use crate::model::{Article, Paragraph, Reading, Role};

    fn links(left: &str, right: &str) -> Vec<(String, f32, String, String)> {
        let read = |text: &str| -> (Article, Reading) {
            let paragraph = Paragraph { span: Span::new(0, text.len()), role: Some(Role::Body) };
            let article = Article { text: text.into(), paragraphs: vec![paragraph], ..Article::default() };
            let reading = crate::reading::read(&article);
            (article, reading)
        };
        let (left, right) = (read(left), read(right));
        let sides =
            Sides::new(Read { article: &left.0, reading: &left.1 }, Read { article: &right.0, reading: &right.1 });
        let found = link(sides, &unify(sides));
        let words =
            |link: &Link| (link.spans.left.of(&left.0.text).to_owned(), link.spans.right.of(&right.0.text).to_owned());
        found.iter().map(|link| (link.why.clone(), link.score, words(link).0, words(link).1)).collect()
    }

    #[test]
    fn both_quote_one_source() {
        let found = links(
            "It rained. “We will stay in the harbor,” Harriet Lowe said.",
            "Mayor Harriet Lowe said, “Nobody has told us to leave.” It rained.",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "Both quote Harriet Lowe, in different words: 6 words on the left, 6 on the right.");
        assert!(found[0].2.starts_with("“We will stay") && found[0].2.contains("Harriet Lowe"));
        assert_eq!(found[0].3, "Mayor Harriet Lowe said, “Nobody has told us to leave.”");
    }

    #[test]
    fn the_same_words_are_left_to_the_links_of_quotations() {
        let found = links(
            "“We will stay in the harbor,” Harriet Lowe said.",
            "Harriet Lowe said, “We will stay in the harbor.”",
        );
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_source_only_named_ranks_far_below_one_quoted() {
        let quoted = links(
            "“We will stay in the harbor,” Harriet Lowe said.",
            "Harriet Lowe said, “Nobody has told us to leave.”",
        );
        let named = links("They met Harriet Lowe.", "We asked for Harriet Lowe.");
        assert_eq!(named[0].0, "Both name Harriet Lowe.");
        assert!(named[0].1 * 2.0 < quoted[0].1);
    }

    #[test]
    fn places_make_no_links() {
        assert!(links("They toured Dover.", "We toured Dover.").is_empty());
    }
}
