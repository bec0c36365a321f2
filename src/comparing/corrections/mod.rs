//! The reader's corrections, applied: speakers and mentions in a reading, then sources merged and split.

mod readings;
mod sources;

pub use readings::corrected;
pub use sources::merged_and_split;

use crate::model::{Reading, SourceRef, Span};

/// The referent that a reader pointed at: the one with that mention, of several the one so named; without a mention,
/// or where the reading has changed since, the one of that name whose mention is there.
fn resolve(reading: &Reading, source: &SourceRef) -> Option<usize> {
    let all = || reading.referents.iter().enumerate();
    let Some(mention) = source.mention else {
        return all().find(|(_, referent)| same_name(&referent.name, &source.name)).map(|(index, _)| index);
    };
    let has = |spans: &[Span]| spans.contains(&mention);
    let exact = || all().filter(|(_, referent)| has(&referent.mentions));
    let named = exact().find(|(_, referent)| same_name(&referent.name, &source.name));
    let near = || {
        all().find(|(_, referent)| {
            same_name(&referent.name, &source.name) && referent.mentions.iter().any(|span| span.overlaps(mention))
        })
    };
    named.or_else(|| exact().next()).or_else(near).map(|(index, _)| index)
}

fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
