//! For whom a spokesperson speaks: "spokesman for the mill", "mill spokesman", "the mill, through a spokeswoman".

use super::coreference::Scene;
use super::lexicon::lexicon;
use super::words::Word;
use crate::model::Span;

impl Scene<'_, '_> {
    /// "… through a spokeswoman": the words of whoever speaks for the one named.
    pub(super) fn voice_behind(&self, end: usize, sentence: usize) -> Option<(usize, usize)> {
        let mut at = end;
        while self.words.get(at).is_some_and(|word| word.sentence == sentence) && at < end + 8 {
            let through = matches!(self.words[at].folded.as_str(), "through" | "via");
            let article = self
                .words
                .get(at + 1)
                .is_some_and(|word| matches!(word.folded.as_str(), "a" | "an" | "his" | "her" | "its" | "their"));
            if through && article {
                let voice = (at + 2..(at + 4).min(self.words.len())).find(|&at| is_voice(&self.words[at]));
                return voice.map(|voice| (at + 1, voice + 1));
            }
            at += 1;
        }
        None
    }

    /// For whom a spokesperson speaks.
    pub(super) fn on_behalf_of(&self, first: usize, end: usize, speaker: usize) -> Option<usize> {
        let mut spans = vec![Span::new(self.words[first].span.start, self.words[end - 1].span.end)];
        spans.extend(self.entities[speaker].introductions.iter().copied());
        spans.into_iter().find_map(|span| self.represented(span, speaker))
    }

    /// Whom the spokesperson of the span speaks for: "spokesman for X", "X spokesman", "X's spokesman".
    fn represented(&self, span: Span, speaker: usize) -> Option<usize> {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        let voice = (from..to).find(|&at| is_voice(&self.words[at]))?;
        let names = self.names_in(Span::new(span.start, span.end + 1));
        let others = || names.iter().filter(|(index, _)| *index != speaker);
        let behind = others().find(|(_, name)| name.first > voice && name.first <= voice + 5);
        let before = others().rev().find(|(_, name)| name.end <= voice);
        behind.or(before).map(|(index, _)| *index)
    }
}

fn is_voice(word: &Word<'_>) -> bool {
    lexicon().office(&word.folded).is_some_and(|office| office.voice)
        || matches!(word.folded.as_str(), "lawyer" | "attorney" | "representative" | "aide" | "publicist")
}
