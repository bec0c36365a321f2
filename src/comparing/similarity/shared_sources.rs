//! What a source that both passages mention adds to a tie.

use super::super::Read;
use super::super::vocabulary::Vocabulary;
use crate::model::{Side, Source, SourceKind};

/// What one shared source that few passages name adds.
const SOURCE_BONUS: f32 = 0.22;
/// Its share where one passage has the source's words, and where none has.
const HALF_HEARD: f32 = 0.35;
const UNHEARD: f32 = 0.05;
/// What a source loses that all passages of an article name.
const COMMON_COST: f32 = 2.5;
/// A source rarer than this is named in a reason.
const LEAST_RARITY: f32 = 0.5;

/// A shared source in one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mentioned {
    /// Its index.
    source: usize,
    /// Whether the passage quotes it or reports what it said.
    speaks: bool,
}

/// For each passage of both sides the shared sources that it mentions, by index.
pub(super) type Named = [Vec<Vec<Mentioned>>; 2];

pub(super) fn named_sources(
    vocabulary: &Vocabulary,
    read: Read<'_>,
    sources: &[Source],
    side: Side,
) -> Vec<Vec<Mentioned>> {
    let passages = vocabulary.passages.get(side);
    let mut named: Vec<Vec<Mentioned>> = vec![Vec::new(); passages.len()];
    let passage_at = |at: usize| vocabulary.passage_of(side, read.article.paragraph_at(at)?);
    for (index, source) in sources.iter().enumerate() {
        if !source.is_shared() || matches!(source.kind, SourceKind::Place | SourceKind::Anonymous) {
            continue;
        }
        let own = source.sides.get(side);
        let said = own.quotations.iter().filter_map(|&at| read.reading.quotations.get(at)).map(|it| it.extent().start);
        let said =
            said.chain(own.statements.iter().filter_map(|&at| read.reading.statements.get(at)).map(|it| it.span.start));
        for passage in said.filter_map(passage_at) {
            note(&mut named[passage], index, true);
        }
        for passage in own.mentions.iter().filter_map(|mention| passage_at(mention.start)) {
            note(&mut named[passage], index, false);
        }
    }
    named
}

fn note(mentioned: &mut Vec<Mentioned>, source: usize, speaks: bool) {
    match mentioned.iter_mut().find(|own| own.source == source) {
        Some(own) => own.speaks |= speaks,
        None => mentioned.push(Mentioned { source, speaks }),
    }
}

/// The sources that both passages mention and few others do, rarest first.
pub(super) fn shared_sources(named: &Named, left: usize, right: usize, rarity: &[f32]) -> Vec<usize> {
    let mut shared: Vec<(f32, usize)> = named[0][left]
        .iter()
        .filter(|mention| named[1][right].iter().any(|other| other.source == mention.source))
        .map(|mention| (rarity[mention.source], mention.source))
        .filter(|(rarity, _)| *rarity >= LEAST_RARITY)
        .collect();
    shared.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    shared.into_iter().map(|(_, source)| source).collect()
}

/// What shared sources add to a tie: most where both passages have the source's words.
pub(super) fn source_bonus(named: &Named, left: usize, right: usize, rarity: &[f32]) -> f32 {
    let worth = |mention: &Mentioned, other: &Mentioned| {
        let speaks = match (mention.speaks, other.speaks) {
            (true, true) => 1.0,
            (true, false) | (false, true) => HALF_HEARD,
            (false, false) => UNHEARD,
        };
        speaks * rarity[mention.source].powi(2)
    };
    let best = named[0][left].iter().filter_map(|mention| {
        let other = named[1][right].iter().find(|other| other.source == mention.source)?;
        Some(worth(mention, other))
    });
    SOURCE_BONUS * best.fold(0.0, f32::max)
}

/// By source, 0 to 1: near 1 for one that few passages of either article name, near 0 for one that both name throughout.
pub(super) fn rarities(named: &Named, sources: usize) -> Vec<f32> {
    let mut rarities = vec![1.0_f32; sources];
    for passages in named {
        let mut times = vec![0_usize; sources];
        for mention in passages.iter().flatten() {
            times[mention.source] += 1;
        }
        for (rarity, times) in rarities.iter_mut().zip(times) {
            let share = times as f32 / passages.len().max(1) as f32;
            *rarity = rarity.min((1.0 - COMMON_COST * share).max(0.0));
        }
    }
    rarities
}
