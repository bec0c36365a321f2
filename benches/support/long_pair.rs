//! Two articles of 200,000 words with 2,000 links of every kind, spread over both.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use diptych::model::{
    Article, Comparison, Link, LinkKind, Reading, Relation, Side, Sides, Source, SourceKind, SourceSide, Span, Theme,
    Wording,
};
use diptych::workspace::{Compared, Opened, Origin};
use diptych::{import, reading};

use super::made_article::Corpus;

/// Of one article.
const WORDS: usize = 200_000;
/// Of both.
const LINKS: usize = 2_000;
/// How many themes, each with a share of the paragraphs.
const THEMES: usize = 60;
/// The right article has other people than the left one.
const OTHER_ROUND: usize = 5_000;

/// Writes both as files into a folder.
pub fn write(folder: &str) {
    let corpus = Corpus::read();
    for (name, round) in [("long-left.txt", 0), ("long-right.txt", OTHER_ROUND)] {
        fs::write(Path::new(folder).join(name), corpus.text(WORDS, round)).expect("the folder can be written to");
    }
}

/// Says what the window waits for before it shows the first page, and what follows behind it.
pub fn opening() {
    let corpus = Corpus::read();
    let text = corpus.text(WORDS, 0);
    let since = Instant::now();
    let article = import::from_bytes(text.as_bytes(), "long.txt").expect("there are words in it");
    let imported = since.elapsed();
    let skimmed = reading::skim(&article);
    let shown = since.elapsed();
    let found = reading::read(&article);
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    eprintln!(
        "{} bytes: opened after {:.0} ms, its {} paragraphs known after {:.0} ms, its {} quotations after {:.0} ms by the clock",
        text.len(),
        millis(imported),
        skimmed.roles.len(),
        millis(shown),
        found.quotations.len(),
        millis(since.elapsed())
    );
}

/// Both, with a comparison made by hand: that the same 150 pages stand in both over and over is no pair anybody reads,
/// and what is linked would be as many pairs of them.
pub fn compared() -> Compared {
    let corpus = Corpus::read();
    let open = |name: &str, round: usize| {
        let article = import::pasted(&corpus.text(WORDS, round)).expect("there are words in it");
        let reading = reading::read(&article);
        Arc::new(Opened { origin: Origin::Pasted(name.to_owned()), article, reading })
    };
    let sides = Sides::new(open("left", 0), open("right", OTHER_ROUND));
    let sources = sources(&sides);
    let themes: Vec<Theme> = (0..THEMES).map(|theme| made_theme(&sides, theme)).collect();
    let links = (0..LINKS).map(|at| link(&sides, &sources, at)).collect();
    Compared::new(sides, Sides::default(), Comparison { sources, themes, links })
}

/// Every referent, each tenth of them in both.
fn sources(sides: &Sides<Arc<Opened>>) -> Vec<Source> {
    let mut found = Vec::new();
    let both = sides.left.reading.referents.len().min(sides.right.reading.referents.len()) / 10;
    for side in Side::BOTH {
        for index in 0..sides.get(side).reading.referents.len() {
            let is_shared = index < 10 * both && index.is_multiple_of(10);
            if is_shared && side == Side::Right {
                continue;
            }
            let mut own = Sides::default();
            *own.get_mut(side) = part(sides.get(side), index);
            if is_shared {
                own.right = part(&sides.right, index);
            }
            let referent = &sides.get(side).reading.referents[index];
            found.push(source(&referent.name, referent.kind, own));
        }
    }
    found
}

fn source(name: &str, kind: SourceKind, sides: Sides<SourceSide>) -> Source {
    Source { name: name.to_owned(), kind, sides, confidence: 0.9, why: String::new() }
}

fn part(opened: &Opened, referent: usize) -> SourceSide {
    let found = &opened.reading.referents[referent];
    let quotations = opened.reading.quotations.iter().enumerate();
    let quotations: Vec<usize> = quotations
        .filter(|(_, quotation)| quotation.attribution.speaker == Some(referent))
        .map(|(index, _)| index)
        .collect();
    let mut mentions = found.names.clone();
    mentions.extend(&found.mentions);
    mentions.sort_unstable_by_key(|span| span.start);
    mentions.dedup();
    let words = |index: &usize| opened.reading.quotations[*index].extent().of(&opened.article.text).split(' ').count();
    let words_quoted = quotations.iter().map(words).sum();
    SourceSide { referents: vec![referent], mentions, quotations, words_quoted, ..SourceSide::default() }
}

fn made_theme(sides: &Sides<Arc<Opened>>, theme: usize) -> Theme {
    let paragraphs = |opened: &Arc<Opened>| {
        (0..opened.article.paragraphs.len()).filter(|paragraph| paragraph % (THEMES * 4) == theme).collect()
    };
    let terms: Vec<String> = (0..6).map(|term| format!("term {theme} {term}")).collect();
    Theme { label: format!("theme {theme}"), terms, paragraphs: sides.as_ref().map(paragraphs), weight: 1.0 }
}

/// Link by link down both articles, the kinds in turn, the right passage up to three paragraphs off.
fn link(sides: &Sides<Arc<Opened>>, sources: &[Source], at: usize) -> Link {
    let kind = LinkKind::ALL[at % LinkKind::ALL.len()];
    // The strongest stand anywhere: the order of the list is not that of the page.
    let down = (at * 1_237 % LINKS) as f32 / LINKS as f32;
    let left = passage(&sides.left, kind, down, 0);
    let right = passage(&sides.right, kind, down, at % 4);
    let theme = (kind == LinkKind::Theme).then_some(at / LinkKind::ALL.len() % THEMES);
    let label = match theme {
        Some(theme) => format!("theme {theme}"),
        None => left.of(&sides.left.article.text).split_whitespace().take(6).collect::<Vec<_>>().join(" "),
    };
    Link {
        score: 1.0 - at as f32 / LINKS as f32,
        why: format!("Both tell of {label}, in words that differ here and there, and at some length."),
        label,
        source: matches!(kind, LinkKind::Source | LinkKind::Quotation).then(|| at * 7 % sources.len().max(1)),
        theme,
        wording: matches!(kind, LinkKind::Text | LinkKind::Quotation).then_some(if at.is_multiple_of(2) {
            Wording::Same
        } else {
            Wording::Altered
        }),
        relation: matches!(kind, LinkKind::Event | LinkKind::Fact).then_some(Relation::Same),
        ..Link::new(kind, Sides::new(left, right))
    }
}

fn passage(opened: &Opened, kind: LinkKind, down: f32, off: usize) -> Span {
    let (article, reading): (&Article, &Reading) = (&opened.article, &opened.reading);
    let of = |length: usize| ((length as f32 * down) as usize + off).min(length.saturating_sub(1));
    match kind {
        LinkKind::Quotation => reading.quotations[of(reading.quotations.len())].extent(),
        LinkKind::Theme => article.paragraphs[of(article.paragraphs.len())].span,
        _ => reading.sentences[of(reading.sentences.len())].span,
    }
}
