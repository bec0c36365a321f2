//! Offices and titles inside a capitalised run.

use super::Finder;
use crate::model::SourceKind;
use crate::reading::referents::lexicon::lexicon;
use crate::reading::referents::modifiers::is_modifier;
use crate::reading::referents::person_names::{PARTICLES, SUFFIXES};
use crate::reading::referents::words::Shape;

impl Finder<'_, '_> {
    /// The rightmost office in the run, and where it ends.
    pub(super) fn office(&self, first: usize, end: usize) -> Option<(usize, usize)> {
        (first + 1..=end).rev().find_map(|after| {
            let longest = (1..=5.min(after - first)).rev().map(|length| after - length);
            let start = longest.into_iter().find(|&start| lexicon().office(&self.joined(start, after)).is_some())?;
            self.is_office(first, start, after, end).then_some((start, after))
        })
    }

    /// Whether the words `start..after` are an office here, and not part of a body's or a person's name.
    pub(super) fn is_office(&self, first: usize, start: usize, after: usize, end: usize) -> bool {
        let office = self.joined(start, after);
        let single = after - start == 1;
        if self.words[start].possessive || self.words[after - 1].possessive {
            return false;
        }
        if after == end {
            // "Stephen King", but "New York Mayor".
            let named = start > first && {
                let before = &self.words[start - 1];
                (lexicon().is_given(&before.folded) && lexicon().place(&before.folded).is_none())
                    || before.shape == Shape::Initial
            };
            let joined = (first..start).any(|at| !self.words[at].is_capital());
            let doubtful = single && (named || joined);
            return !(doubtful || lexicon().is_weak_office(&office) || self.words[start].shape == Shape::Upper);
        }
        let next = &self.words[after];
        if SUFFIXES.contains(&next.folded.trim_end_matches('.')) || !next.is_capital() && !self.is_particle_at(after) {
            return false;
        }
        let head = lexicon().head(&self.words[self.head_word(after, end)].folded);
        let named = lexicon().is_given(&next.folded) || next.shape == Shape::Initial || next.shape == Shape::Dotted;
        let weak = lexicon().is_weak_office(&office);
        match head {
            Some(SourceKind::Organisation | SourceKind::Publication) if weak => false,
            Some(_) if named && end - after >= 2 => true,
            Some(SourceKind::Place | SourceKind::Event) => !weak,
            Some(_) => false,
            None => !(weak && lexicon().is_common(&self.words[end - 1].folded)),
        }
    }

    pub(super) fn is_particle_at(&self, at: usize) -> bool {
        PARTICLES.contains(&self.words[at].folded.as_str())
    }

    /// Where the title begins: modifiers and further offices before the office.
    pub(super) fn title_start(&self, first: usize, office: usize) -> usize {
        let mut start = office;
        while start > first {
            let before = &self.words[start - 1];
            let modifier = is_modifier(&before.folded)
                || matches!(
                    before.folded.as_str(),
                    "chief"
                        | "executive"
                        | "honorary"
                        | "presumptive"
                        | "lead"
                        | "district"
                        | "of"
                        | "and"
                        | "lieutenant"
                );
            if !modifier && lexicon().office(&before.folded).is_none() {
                break;
            }
            start -= 1;
        }
        start
    }
}
