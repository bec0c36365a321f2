//! Two readings to a [`Comparison`]: unified sources, shared words, quotations, themes, events, facts, ranked.

mod corrections;
mod events;
mod facts;
mod frequencies;
pub mod overlap;
mod ranking;
pub mod relatedness;
mod shared_words;
mod similarity;
mod source_links;
mod sources;
mod themes;
mod vocabulary;
mod when;
pub mod wording;

use vocabulary::Vocabulary;

use crate::model::{Article, Comparison, Correction, Link, Reading, Side, Sides, Source};

/// How many steps comparing has, for those who watch it.
const STEPS: f32 = 10.0;

/// One article with its reading, as comparing takes them.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    /// The words.
    pub article: &'a Article,
    /// What was found in them.
    pub reading: &'a Reading,
}

/// What two articles share.
pub fn compare(sides: Sides<Read<'_>>) -> Comparison {
    relate(sides, sources::unify(sides), &overlap::Settings::default(), &mut |_| true).unwrap_or_default()
}

/// A comparison after the reader's corrections, with the readings that these changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrected {
    /// The readings as corrected; none where no correction touches one.
    pub readings: Sides<Option<Reading>>,
    /// What the articles share.
    pub comparison: Comparison,
}

/// What two articles share where the reader's corrections hold, the later before the earlier. Those of other articles,
/// and those whose place cannot be found, change nothing.
pub fn compare_corrected(sides: Sides<Read<'_>>, corrections: &[Correction]) -> Corrected {
    compare_corrected_with(sides, corrections, &overlap::Settings::default())
}

/// The same where shared words are sought as the `settings` say.
pub fn compare_corrected_with(
    sides: Sides<Read<'_>>,
    corrections: &[Correction],
    settings: &overlap::Settings,
) -> Corrected {
    compare_watched(sides, corrections, settings, &mut |_| true).unwrap_or_default()
}

/// The same; before each step `watch` hears which share of them is done, 0 to 1, and says whether to go on. None where
/// it says no.
pub fn compare_watched(
    sides: Sides<Read<'_>>,
    corrections: &[Correction],
    settings: &overlap::Settings,
    watch: &mut dyn FnMut(f32) -> bool,
) -> Option<Corrected> {
    let readings = sides.map(|read| corrections::corrected(read, corrections));
    let read = |side: Side| {
        let Read { article, reading } = *sides.get(side);
        Read { article, reading: readings.get(side).as_ref().unwrap_or(reading) }
    };
    let sides = Sides::new(read(Side::Left), read(Side::Right));
    let sources = corrections::merged_and_split(sides, sources::unify(sides), corrections);
    let comparison = relate(sides, sources, settings, watch)?;
    Some(Corrected { readings, comparison })
}

/// Everything that follows from who is who; none where `watch` ends it.
fn relate(
    sides: Sides<Read<'_>>,
    sources: Vec<Source>,
    settings: &overlap::Settings,
    watch: &mut dyn FnMut(f32) -> bool,
) -> Option<Comparison> {
    let mut goes_on = |step: u8| watch(f32::from(step) / STEPS).then_some(());
    let mut comparison = Comparison { sources, ..Comparison::default() };
    goes_on(1)?;
    let vocabulary = Vocabulary::of(sides);
    goes_on(2)?;
    let meanings = similarity::Meanings::of(&vocabulary, sides);
    let ties = similarity::ties(&vocabulary, &meanings, sides, &comparison.sources);
    goes_on(3)?;
    comparison.themes = themes::find(sides, &vocabulary, &meanings, &ties);
    goes_on(4)?;
    let mut links = particular_links(sides, &comparison.sources, &vocabulary, &ties, settings, &mut goes_on)?;
    links.extend(themes::link(sides, &comparison, &vocabulary, &meanings, &ties));
    goes_on(9)?;
    comparison.links = ranking::rank(links, sides, &comparison);
    Some(comparison)
}

/// Links that rest on something particular: a happening, the same words, a source, a figure or finding.
fn particular_links(
    sides: Sides<Read<'_>>,
    sources: &[Source],
    vocabulary: &Vocabulary,
    ties: &[similarity::Tie],
    settings: &overlap::Settings,
    goes_on: &mut dyn FnMut(u8) -> Option<()>,
) -> Option<Vec<Link>> {
    let mut links = events::link(sides, sources, vocabulary);
    goes_on(5)?;
    links.extend(shared_words::link(sides, sources, &links, settings));
    goes_on(6)?;
    links.extend(source_links::link(sides, sources));
    goes_on(7)?;
    links.extend(facts::link(sides, vocabulary, ties));
    goes_on(8)?;
    Some(links)
}
