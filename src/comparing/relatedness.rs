//! How surely two paragraphs are about one thing, for every pair of paragraphs, and what each signal adds: what the
//! ranking of links leans on, laid open so that it can be measured.

use super::vocabulary::Vocabulary;
use super::{Read, ranking, similarity, sources};
use crate::model::{Comparison, Link, LinkKind, Side, Sides};

/// What a pair without any signal, a full tie and a sure link say, in logits: fitted on the pairs of `tests/tuning`, those of
/// `corpus/gold` and one annotated pair of real articles, each pair of articles with the same weight.
const BASE_LOGIT: f32 = -2.5;
const TIE_LOGIT: f32 = 45.0;
const LINKS_LOGIT: f32 = 6.3;

/// What speaks for two paragraphs being about one thing. Each is 0 where there is nothing of it, at most 1. The first six
/// are on the scale of a cosine of words and are added up; the others are links' worths.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Signals {
    /// Shared words and close pairs of words, by weight: a cosine.
    pub words: f32,
    /// What both say, in whatever words; below 0 where they speak of different things.
    pub meaning: f32,
    /// A name that few paragraphs have.
    pub names: f32,
    /// A shared source that few other paragraphs name.
    pub sources: f32,
    /// What a block quotation has from its lead-in, or the lead-in from it.
    pub lead_in: f32,
    /// What studies found, in both.
    pub research: f32,
    /// One happening told in both: the best link's worth.
    pub events: f32,
    /// The same figure, statute, programme or finding, or two on one point: the best link's worth.
    pub facts: f32,
    /// The same running words: the best link's worth.
    pub shared_words: f32,
    /// One source quoted or cited in both, or one utterance: the best link's worth.
    pub quotations: f32,
}

/// The name of one of the [`Signals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// [`Signals::words`]
    Words,
    /// [`Signals::meaning`]
    Meaning,
    /// [`Signals::names`]
    Names,
    /// [`Signals::sources`]
    Sources,
    /// [`Signals::lead_in`]
    LeadIn,
    /// [`Signals::research`]
    Research,
    /// [`Signals::events`]
    Events,
    /// [`Signals::facts`]
    Facts,
    /// [`Signals::shared_words`]
    SharedWords,
    /// [`Signals::quotations`]
    Quotations,
}

impl Signal {
    /// All signals, in the order of their fields.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Meaning,
        Self::Names,
        Self::Sources,
        Self::LeadIn,
        Self::Research,
        Self::Events,
        Self::Facts,
        Self::SharedWords,
        Self::Quotations,
    ];

    /// Its name in a table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "vocabulary",
            Self::Meaning => "meaning",
            Self::Names => "rare names",
            Self::Sources => "shared sources",
            Self::LeadIn => "lead-ins",
            Self::Research => "research",
            Self::Events => "events",
            Self::Facts => "facts and figures",
            Self::SharedWords => "shared words",
            Self::Quotations => "quotations and citations",
        }
    }
}

impl Signals {
    /// 0 to 1: how likely a reader is to draw a line between the two (logistic regression). The links count as independent
    /// witnesses, each of which may be wrong (a noisy or; Pearl, 1988).
    pub fn score(&self) -> f32 {
        let tie = self.words + self.meaning + self.names + self.sources + self.lead_in + self.research;
        let doubts = [self.events, self.facts, self.shared_words, self.quotations];
        let links = 1.0 - doubts.iter().map(|witness| 1.0 - witness.clamp(0.0, 1.0)).product::<f32>();
        1.0 / (1.0 + (-(BASE_LOGIT + TIE_LOGIT * tie + LINKS_LOGIT * links)).exp())
    }

    /// What one of them says.
    pub fn get(&self, signal: Signal) -> f32 {
        match signal {
            Signal::Words => self.words,
            Signal::Meaning => self.meaning,
            Signal::Names => self.names,
            Signal::Sources => self.sources,
            Signal::LeadIn => self.lead_in,
            Signal::Research => self.research,
            Signal::Events => self.events,
            Signal::Facts => self.facts,
            Signal::SharedWords => self.shared_words,
            Signal::Quotations => self.quotations,
        }
    }

    /// All but one.
    #[must_use]
    pub fn without(mut self, signal: Signal) -> Self {
        *self.get_mut(signal) = 0.0;
        self
    }

    fn get_mut(&mut self, signal: Signal) -> &mut f32 {
        match signal {
            Signal::Words => &mut self.words,
            Signal::Meaning => &mut self.meaning,
            Signal::Names => &mut self.names,
            Signal::Sources => &mut self.sources,
            Signal::LeadIn => &mut self.lead_in,
            Signal::Research => &mut self.research,
            Signal::Events => &mut self.events,
            Signal::Facts => &mut self.facts,
            Signal::SharedWords => &mut self.shared_words,
            Signal::Quotations => &mut self.quotations,
        }
    }
}

/// Two paragraphs of running prose and what ties them.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Indices of the paragraphs.
    pub paragraphs: Sides<usize>,
    /// What speaks for it.
    pub signals: Signals,
}

/// Every pair of paragraphs of running prose, by place on the left, then on the right; the weakest ties too.
pub fn measure(sides: Sides<Read<'_>>) -> Vec<Related> {
    let comparison = Comparison { sources: sources::unify(sides), ..Comparison::default() };
    let vocabulary = Vocabulary::of(sides);
    let meanings = similarity::Meanings::of(&vocabulary, sides);
    let ties = similarity::ties(&vocabulary, &meanings, sides, &comparison.sources);
    let settings = super::overlap::Settings::default();
    let to_the_end = &mut |_| Some(());
    let links = super::particular_links(sides, &comparison.sources, &vocabulary, &ties, &settings, to_the_end)
        .unwrap_or_default();
    let mut pairs: Vec<Related> = similarity::all_ties(&vocabulary, &meanings, sides, &comparison.sources)
        .iter()
        .map(|tie| {
            let paragraph = |side: Side| vocabulary.passages.get(side)[*tie.passages.get(side)].paragraph;
            let similarity::Parts { words, meaning, names, sources, lead_in, research } = tie.parts;
            let signals = Signals { words, meaning, names, sources, lead_in, research, ..Signals::default() };
            Related { paragraphs: Sides::new(paragraph(Side::Left), paragraph(Side::Right)), signals }
        })
        .collect();
    for link in &links {
        let worth = ranking::worth(link, &comparison);
        let (left, right) = (touched(sides, link, Side::Left), touched(sides, link, Side::Right));
        for pair in &mut pairs {
            if left.contains(&pair.paragraphs.left) && right.contains(&pair.paragraphs.right) {
                let said = pair.signals.get_mut(signal_of(link.kind));
                *said = said.max(worth);
            }
        }
    }
    pairs
}

/// The paragraphs that a link's span lies in.
fn touched(sides: Sides<Read<'_>>, link: &Link, side: Side) -> std::ops::Range<usize> {
    let paragraphs = &sides.get(side).article.paragraphs;
    let span = link.spans.get(side);
    let first = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
    first..paragraphs.partition_point(|paragraph| paragraph.span.start < span.end)
}

fn signal_of(kind: LinkKind) -> Signal {
    match kind {
        LinkKind::Text => Signal::SharedWords,
        LinkKind::Quotation | LinkKind::Source => Signal::Quotations,
        LinkKind::Event => Signal::Events,
        LinkKind::Fact => Signal::Facts,
        LinkKind::Theme | LinkKind::Drawn => Signal::Words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Paragraph, Span};

    fn article(paragraphs: [&str; 3]) -> Article {
        let text = paragraphs.join("\n\n");
        let mut at = 0;
        let paragraphs = paragraphs
            .map(|words| {
                let span = Span::new(at, at + words.len());
                at += words.len() + 2;
                Paragraph { span, role: None }
            })
            .to_vec();
        Article { text: text.into(), paragraphs, ..Article::default() }
    }

    const LEFT: [&str; 3] = [
        "The lighthouse at Corrin Head lost its keeper in 1994, and since then the lamp has been tended by a timer.",
        "“A timer does not hear a boat,” said Edda Lowrie, who was the last keeper of the lamp, and who still counts.",
        "In the village the bakery opens at five, and the children buy rolls there on their way to school.",
    ];
    const RIGHT: [&str; 3] = [
        "Gulls have come to nest on the roof of the school, and the caretaker has put up wires.",
        "When a keeper tended the lamp of the lighthouse, boats were heard before they were seen.",
        "“I would take it up again tomorrow,” said Edda Lowrie. “I have kept my boots.”",
    ];

    fn measured() -> Vec<Related> {
        measured_of(LEFT, RIGHT)
    }

    fn measured_of(left: [&str; 3], right: [&str; 3]) -> Vec<Related> {
        let articles = Sides::new(article(left), article(right));
        let readings = articles.as_ref().map(crate::reading::read);
        measure(Sides::new(
            Read { article: &articles.left, reading: &readings.left },
            Read { article: &articles.right, reading: &readings.right },
        ))
    }

    fn signals(left: usize, right: usize) -> Signals {
        let pairs = measured();
        let pair = pairs.iter().find(|pair| pair.paragraphs == Sides::new(left, right));
        pair.map_or_else(|| panic!("no pair {left}, {right} in {pairs:#?}"), |pair| pair.signals)
    }

    #[test]
    fn every_pair_of_paragraphs_is_measured_once() {
        let places: Vec<_> = measured().iter().map(|pair| (pair.paragraphs.left, pair.paragraphs.right)).collect();
        let all: Vec<_> = (0..3).flat_map(|left| (0..3).map(move |right| (left, right))).collect();
        assert_eq!(places, all);
    }

    #[test]
    fn words_tie_what_is_about_one_thing() {
        assert!(signals(0, 1).score() > signals(0, 0).score());
        assert!(signals(0, 1).words > signals(2, 1).words);
    }

    #[test]
    fn a_source_that_both_quote_speaks_for_a_pair() {
        let both = signals(1, 2);
        assert!(both.quotations > 0.0, "{both:?}");
        assert!(both.without(Signal::Quotations).score() < both.score());
    }

    #[test]
    fn a_source_counts_by_the_paragraphs_that_name_it_and_not_by_how_often_each_does() {
        let more = "“I would take it up again tomorrow,” said Edda Lowrie. “I have kept my boots.” Lowrie sits down. \
                    Lowrie stands up. She says that Lowrie is a name for boats.";
        let once = signals(1, 2).sources;
        let often = measured_of(LEFT, [RIGHT[0], RIGHT[1], more]);
        let often = often.iter().find(|pair| pair.paragraphs == Sides::new(1, 2)).map(|pair| pair.signals.sources);
        assert!(once > 0.0 && often >= Some(once), "{once} and {often:?}");
    }

    #[test]
    fn what_research_found_speaks_for_a_pair_where_not_every_paragraph_tells_of_it() {
        let left = ["A study of four harbours finds that gulls follow the trawlers.", LEFT[1], LEFT[2]];
        let right = ["Researchers in Brenn counted nests on tin roofs for nine summers.", RIGHT[1], RIGHT[2]];
        let research = |left, right| measured_of(left, right)[0].signals.research;
        assert!(research(left, right) > 0.0);
        assert!(research(left, RIGHT).abs() <= 0.0);
        let everywhere = ["A survey of bees.", "A survey of wasps.", "A survey of ants."];
        assert!(research(everywhere, right).abs() <= 0.0);
    }

    #[test]
    fn what_is_said_in_other_words_counts_less_where_the_articles_share_their_words() {
        let meaning = |right: [&str; 3]| {
            let pairs = measured_of(LEFT, right);
            pairs.iter().map(|pair| pair.signals.meaning.abs()).fold(0.0, f32::max)
        };
        let other_words = [
            "Sailors once looked for a beacon on the headland; a clock lights it now.",
            "Nobody listens for ships any more, an old guardian complains.",
            "Pupils eat warm bread before their lessons.",
        ];
        assert!(meaning(LEFT) < meaning(other_words));
    }

    #[test]
    fn without_a_signal_that_is_silent_nothing_changes() {
        for pair in measured() {
            for signal in Signal::ALL {
                let without = pair.signals.without(signal);
                assert_eq!(without.get(signal).to_bits(), 0.0_f32.to_bits());
                let said = pair.signals.get(signal);
                if said.abs() <= 0.0 {
                    assert_eq!(without, pair.signals);
                }
                assert_eq!(without.score() > pair.signals.score(), said < 0.0, "{signal:?}: {pair:?}");
            }
        }
    }
}
