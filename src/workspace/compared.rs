//! Two open articles and what they share, with the words to point at its parts that outlive a recount.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Opened;
use super::layers::length_words;
use super::reworked::Readers;
use crate::model::{
    ArticleKey, Attribution, Comparison, Correction, Link, LinkKind, Place, Quotation, Reading, Said, Side, Sides,
    Source, SourceRef, Span,
};

/// Two open articles and what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The articles it was made from.
    pub sides: Sides<Arc<Opened>>,
    /// Their readings where the reader's corrections changed them.
    pub corrected: Sides<Option<Reading>>,
    /// What they share.
    pub comparison: Comparison,
    /// The links in the order in which they are listed and stepped through: strongest first, but those of one theme
    /// together.
    listed: Vec<usize>,
    /// Per link the words of its shorter side, where it is of shared words.
    pub(super) lengths: Vec<Option<usize>>,
    /// Kept, for they cost a pass over each text.
    keys: Sides<ArticleKey>,
    /// What of it is the reader's.
    pub(super) readers: Readers,
}

impl Compared {
    /// Of two articles and what they share; `corrected` where corrections changed a reading.
    pub fn new(sides: Sides<Arc<Opened>>, corrected: Sides<Option<Reading>>, comparison: Comparison) -> Self {
        let keys = sides.as_ref().map(|opened| ArticleKey::of(&opened.article.text));
        Self::keyed(keys, sides, corrected, comparison)
    }

    /// The same articles and readings, sharing that.
    pub(super) fn with(&self, comparison: Comparison) -> Self {
        Self::keyed(self.keys, self.sides.clone(), self.corrected.clone(), comparison)
    }

    fn keyed(
        keys: Sides<ArticleKey>,
        sides: Sides<Arc<Opened>>,
        corrected: Sides<Option<Reading>>,
        comparison: Comparison,
    ) -> Self {
        let listed = themes_together(&comparison.links);
        let texts = sides.as_ref().map(|opened| opened.article.text.as_ref());
        let lengths = comparison.links.iter().map(|link| length_words(link, texts)).collect();
        Self { sides, corrected, comparison, listed, lengths, keys, readers: Readers::default() }
    }

    /// The links in the order in which they are listed: indices into the comparison's links.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    /// That side's reading, with the reader's corrections.
    pub fn reading(&self, side: Side) -> &Reading {
        self.corrected.get(side).as_ref().unwrap_or(&self.sides.get(side).reading)
    }

    /// That side's words.
    pub fn text(&self, side: Side) -> &str {
        &self.sides.get(side).article.text
    }

    /// The key of that side's article.
    pub fn key(&self, side: Side) -> ArticleKey {
        *self.keys.get(side)
    }

    /// The keys of both articles.
    pub fn keys(&self) -> Sides<ArticleKey> {
        self.keys
    }

    /// A quotation of that side.
    pub fn quotation(&self, side: Side, index: usize) -> Option<&Quotation> {
        self.reading(side).quotations.get(index)
    }

    /// What was read of a quotation before any correction.
    pub fn as_read(&self, side: Side, index: usize) -> Option<&Attribution> {
        self.sides.get(side).reading.quotations.get(index).map(|found| &found.attribution)
    }

    /// The source that a referent of that side belongs to: an index into the comparison's sources.
    pub fn source_of(&self, side: Side, referent: usize) -> Option<usize> {
        self.comparison.sources.iter().position(|source| source.sides.get(side).referents.contains(&referent))
    }

    /// Who is said to have said a quotation: an index into the comparison's sources.
    pub fn speaker_of(&self, side: Side, quotation: usize) -> Option<usize> {
        self.source_of(side, self.quotation(side, quotation)?.attribution.speaker?)
    }

    /// A referent of that side, to be found again.
    pub fn source_ref(&self, side: Side, referent: usize) -> Option<SourceRef> {
        let found = self.reading(side).referents.get(referent)?;
        let mention = found.names.first().or_else(|| found.mentions.first()).copied();
        Some(SourceRef { article: self.key(side), mention, name: found.name.clone() })
    }

    /// A source, to be found again: by its first part on the left, else on the right.
    pub fn any_ref(&self, source: usize) -> Option<SourceRef> {
        let found = self.comparison.sources.get(source)?;
        Side::BOTH.into_iter().find_map(|side| self.source_ref(side, *found.sides.get(side).referents.first()?))
    }

    /// The correction that gives a quotation of that side a speaker.
    pub fn says(&self, side: Side, quotation: usize, said: Said) -> Option<Correction> {
        let span = self.quotation(side, quotation)?.extent();
        let place = Place { article: self.key(side), span };
        Some(Correction::Speaker { quotation: place, said })
    }

    /// The correction that says of a quotation's speaker: yes. None where nobody is named.
    pub fn confirms(&self, side: Side, quotation: usize) -> Option<Correction> {
        let speaker = self.quotation(side, quotation)?.attribution.speaker?;
        self.says(side, quotation, Said::By(self.source_ref(side, speaker)?))
    }

    /// The correction that makes two sources one, under the fuller name: a name before an anonymous one, then the one
    /// of more words.
    pub fn merges(&self, one: usize, other: usize) -> Option<Correction> {
        let rank = |index: usize| {
            let source: &Source = self.comparison.sources.get(index)?;
            let words = source.name.split_whitespace().count();
            Some((source.kind != crate::model::SourceKind::Anonymous, words, std::cmp::Reverse(index)))
        };
        let (kept, other) = if rank(one)? >= rank(other)? { (one, other) } else { (other, one) };
        Some(Correction::Merge { kept: self.any_ref(kept)?, other: self.any_ref(other)? })
    }

    /// The correction that parts the sides of a shared source.
    pub fn parts_sides(&self, source: usize) -> Option<Correction> {
        let sides = &self.comparison.sources.get(source)?.sides;
        let one = self.source_ref(Side::Left, *sides.left.referents.first()?)?;
        let other = self.source_ref(Side::Right, *sides.right.referents.first()?)?;
        Some(Correction::Apart { one, other })
    }

    /// The correction that takes one part of a source out of it, where one article has two: a merge taken back.
    pub fn parts(&self, source: usize, side: Side, referent: usize) -> Option<Correction> {
        let found = self.comparison.sources.get(source)?;
        let kept = found.sides.get(side).referents.iter().find(|index| **index != referent)?;
        Some(Correction::Apart { one: self.source_ref(side, *kept)?, other: self.source_ref(side, referent)? })
    }

    /// The correction that takes a mention out of a source.
    pub fn takes_out(&self, side: Side, mention: Span) -> Correction {
        Correction::TakeOut { mention: Place { article: self.key(side), span: mention } }
    }

    /// The link that says most of a quotation of that side: of all that hold most of it, quotations and sources first.
    pub fn link_of_quotation(&self, side: Side, quotation: usize) -> Option<usize> {
        let extent = self.quotation(side, quotation)?.extent();
        let links = self.comparison.links.iter().enumerate();
        let held = links.filter(|(_, link)| 2 * link.spans.get(side).shared_bytes(extent) > extent.len());
        held.filter(|(_, link)| matches!(link.kind, LinkKind::Quotation | LinkKind::Source))
            .min_by_key(|(index, link)| (link.kind != LinkKind::Quotation, *index))
            .map(|(index, _)| index)
    }
}

/// The order of the list: every theme stands where its strongest link does.
fn themes_together(links: &[Link]) -> Vec<usize> {
    let mut themes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, link) in links.iter().enumerate().filter(|(_, link)| link.kind == LinkKind::Theme) {
        themes.entry(&link.label).or_default().push(index);
    }
    let mut listed = Vec::with_capacity(links.len());
    for (index, link) in links.iter().enumerate() {
        match link.kind {
            LinkKind::Theme => listed.extend(themes.remove(link.label.as_str()).unwrap_or_default()),
            _ => listed.push(index),
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_stands_where_its_strongest_link_does() {
        let link = |kind, label: &str| Link { label: label.to_owned(), ..Link::new(kind, Sides::default()) };
        let links = [
            link(LinkKind::Theme, "The mill"),
            link(LinkKind::Fact, "The mill"),
            link(LinkKind::Theme, "The river"),
            link(LinkKind::Theme, "The mill"),
            link(LinkKind::Text, "a stone"),
            link(LinkKind::Theme, "The river"),
        ];
        assert_eq!(themes_together(&links), [0, 3, 1, 2, 5, 4]);
    }
}
