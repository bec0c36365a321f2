//! Sources that the reader merged or split.

use super::super::Read;
use super::super::sources::{heaviest_first, side_of};
use super::resolve;
use crate::model::{ArticleKey, Correction, Side, Sides, Source, SourceRef};

/// The sources after the reader's merges and splits, in the order in which they were made.
pub fn merged_and_split(sides: Sides<Read<'_>>, sources: Vec<Source>, corrections: &[Correction]) -> Vec<Source> {
    let concerns = |correction: &&Correction| matches!(correction, Correction::Merge { .. } | Correction::Apart { .. });
    let mut wanted = corrections.iter().filter(concerns).peekable();
    if wanted.peek().is_none() {
        return sources;
    }
    let keys = sides.map(|read| ArticleKey::of(&read.article.text));
    let mut cast = Cast { sides, keys, sources };
    for correction in wanted {
        match correction {
            Correction::Merge { kept, other } => cast.merge(kept, other),
            Correction::Apart { one, other } => cast.part(one, other),
            _ => {}
        }
    }
    heaviest_first(&mut cast.sources);
    cast.sources
}

/// A referent of one side, and the source it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Member {
    source: usize,
    side: Side,
    referent: usize,
}

struct Cast<'a> {
    sides: Sides<Read<'a>>,
    keys: Sides<ArticleKey>,
    sources: Vec<Source>,
}

impl Cast<'_> {
    fn merge(&mut self, kept: &SourceRef, other: &SourceRef) {
        let (Some(kept), Some(other)) = (self.find(kept), self.find(other)) else { return };
        if kept.source == other.source {
            return;
        }
        let gone = self.sources[other.source].clone();
        let one = &mut self.sources[kept.source];
        for side in Side::BOTH {
            let mut referents = one.sides.get(side).referents.clone();
            referents.extend(&gone.sides.get(side).referents);
            referents.sort_unstable();
            *one.sides.get_mut(side) = side_of(*self.sides.get(side), &referents);
        }
        one.confidence = 1.0;
        one.why = format!("You merged “{}” and “{}”.", one.name, gone.name);
        self.sources.remove(other.source);
    }

    fn part(&mut self, one: &SourceRef, other: &SourceRef) {
        let (Some(one), Some(other)) = (self.find(one), self.find(other)) else { return };
        if one.source != other.source || one == other {
            return;
        }
        let whole = &self.sources[one.source];
        let moved =
            if one.side == other.side { vec![other.referent] } else { whole.sides.get(other.side).referents.clone() };
        let mut rest = whole.clone();
        let mut new = Source { sides: Sides::default(), ..whole.clone() };
        *new.sides.get_mut(other.side) = side_of(*self.sides.get(other.side), &moved);
        let left: Vec<usize> =
            whole.sides.get(other.side).referents.iter().copied().filter(|index| !moved.contains(index)).collect();
        *rest.sides.get_mut(other.side) = side_of(*self.sides.get(other.side), &left);
        for part in [&mut rest, &mut new] {
            self.rename(part);
        }
        self.sources[one.source] = rest;
        self.sources.push(new);
    }

    /// Gives what is left of a source the name and kind of its fullest part.
    fn rename(&self, part: &mut Source) {
        let members = Side::BOTH.into_iter().flat_map(|side| {
            let referents = &self.sides.get(side).reading.referents;
            part.sides.get(side).referents.iter().filter_map(|index| referents.get(*index))
        });
        if let Some(fullest) = members.max_by_key(|referent| referent.name.chars().count()) {
            part.kind = fullest.kind;
            part.name.clone_from(&fullest.name);
        }
        if !part.is_shared() {
            part.confidence = 1.0;
            part.why = String::new();
        }
    }

    fn find(&self, wanted: &SourceRef) -> Option<Member> {
        Side::BOTH.into_iter().filter(|side| *self.keys.get(*side) == wanted.article).find_map(|side| {
            let referent = resolve(self.sides.get(side).reading, wanted)?;
            let source = self.sources.iter().position(|source| source.sides.get(side).referents.contains(&referent))?;
            Some(Member { source, side, referent })
        })
    }
}
