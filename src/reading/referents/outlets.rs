//! The outlet that somebody spoke to: "told the Harrow Sentinel".

use super::coreference::Scene;
use crate::model::{Attribution, Reading, SourceKind, Span};

/// For the quotations, then for the statements, each by index: the outlet that they were said to.
pub fn find(scene: &Scene<'_, '_>, reading: &Reading) -> Vec<Option<Span>> {
    let quoted = reading.quotations.iter().map(|quotation| &quotation.attribution);
    let all = quoted.chain(reading.statements.iter().map(|statement| &statement.attribution));
    all.map(|attribution| scene.outlet(attribution)).collect()
}

/// Writes what [`find`] found into the reading.
pub fn apply(reading: &mut Reading, outlets: &[Option<Span>]) {
    let quoted = reading.quotations.iter_mut().map(|quotation| &mut quotation.attribution);
    let all = quoted.chain(reading.statements.iter_mut().map(|statement| &mut statement.attribution));
    for (attribution, outlet) in all.zip(outlets) {
        attribution.outlet = *outlet;
    }
}

impl Scene<'_, '_> {
    /// The publication right behind a form of "tell" that is not who speaks.
    fn outlet(&self, attribution: &Attribution) -> Option<Span> {
        let cue = attribution.cue?;
        let end = self.words.partition_point(|word| word.span.start < cue.end);
        let told = matches!(self.words[end.checked_sub(1)?].folded.as_str(), "tell" | "tells" | "told" | "telling");
        let first = self.words.get(end).filter(|_| told)?;
        let name = end + usize::from(first.is("the"));
        let start = self.words.get(name)?.span.start;
        let (_, mention) =
            self.name_at(start).filter(|(index, _)| self.entities[*index].kind == Some(SourceKind::Publication))?;
        let outlet = Span::new(first.span.start, mention.span.end);
        attribution.mention.is_none_or(|speaker| !speaker.overlaps(outlet)).then_some(outlet)
    }
}
