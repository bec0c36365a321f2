//! "he", "she", "it", "they": who is meant.

use super::{Meant, Scene};
use crate::model::SourceKind;
use crate::reading::referents::cast::{Entity, Mention};
use crate::reading::referents::kinds::is_speech;
use crate::reading::referents::lexicon::Sex;

impl Scene<'_, '_> {
    /// Whom the pronoun at word `at` means.
    pub fn pronoun(&self, at: usize) -> Option<Meant> {
        let word = &self.words[at];
        let wanted = Pronoun::of(&word.folded)?;
        let mut scores: Vec<(usize, f32)> = Vec::new();
        for (rank, (index, mention)) in self.before(word.span.start).enumerate() {
            let there = &self.words[mention.first];
            if there.paragraph + 4 < word.paragraph {
                break;
            }
            if self.headings.contains(&there.paragraph) {
                continue;
            }
            let Some(fit) = wanted.fit(&self.entities[index]) else { continue };
            let mut score = fit + 10.0 - 2.0 * (word.sentence - there.sentence).min(6) as f32 - 0.1 * rank as f32;
            score -= 1.0 * (word.paragraph - there.paragraph) as f32;
            if there.quotation.is_some() && there.quotation != word.quotation {
                score -= 5.0;
            }
            if self.is_subject(&mention) {
                score += 3.0;
            }
            if self.words[mention.end - 1].possessive {
                score -= 1.0;
            }
            if self.last_speaker.is_some_and(|(speaker, sentence)| speaker == index && sentence + 2 >= word.sentence) {
                score += 2.5;
            }
            match scores.iter_mut().find(|(known, _)| *known == index) {
                Some((_, known)) => *known = known.max(score) + 0.3,
                None => scores.push((index, score)),
            }
        }
        let best = scores.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        let second =
            scores.iter().filter(|(index, _)| *index != best.0).map(|(_, score)| *score).fold(f32::MIN, f32::max);
        if best.1 < 2.0 {
            return None;
        }
        let trust = match best.1 - second {
            gap if gap > 4.0 => 0.97,
            gap if gap > 2.0 => 0.9,
            gap if gap > 1.0 => 0.8,
            _ => 0.65,
        };
        Some((best.0, trust))
    }

    /// Whether the mention is the first of its sentence that no preposition leads in.
    fn is_subject(&self, mention: &Mention) -> bool {
        let word = &self.words[mention.first];
        let mut at = mention.first;
        while at > 0 && self.words[at - 1].sentence == word.sentence && mention.first - at < 12 {
            at -= 1;
        }
        let lead = &self.words[at..mention.first];
        let behind = self.words.get(mention.end).map_or("", |next| next.folded.as_str());
        let before = lead.last().map_or("", |last| last.folded.as_str());
        let governed = lead.iter().rev().take(4).any(|word| {
            matches!(
                word.folded.as_str(),
                "of" | "by" | "to" | "with" | "from" | "at" | "for" | "against" | "on" | "about" | "in"
            )
        });
        let speaks = is_speech(behind) || is_speech(before);
        speaks || (!governed && lead.len() < 6) || matches!(behind, "has" | "is" | "was" | "had" | "who")
    }

    /// Whether a person is called by the pronoun's sex elsewhere: keeps what was learnt.
    pub fn learn_sex(&mut self, index: usize, at: usize) {
        let sex = match self.words[at].folded.as_str() {
            "he" | "his" | "him" => Sex::Male,
            "she" | "her" => Sex::Female,
            _ => return,
        };
        let entity = &mut self.entities[index];
        entity.sex = entity.sex.or(Some(sex));
    }
}

/// What a pronoun asks of what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pronoun {
    One(Sex),
    Thing,
    Several,
    Who,
}

impl Pronoun {
    fn of(folded: &str) -> Option<Self> {
        Some(match folded {
            "he" | "him" | "his" | "himself" => Self::One(Sex::Male),
            "she" | "her" | "hers" | "herself" => Self::One(Sex::Female),
            "it" | "its" | "itself" => Self::Thing,
            "they" | "them" | "their" | "themselves" => Self::Several,
            "who" | "which" => Self::Who,
            _ => return None,
        })
    }

    /// How well the entity fits; none where it cannot be meant.
    fn fit(self, entity: &Entity) -> Option<f32> {
        let human =
            entity.kind == Some(SourceKind::Person) || (entity.kind == Some(SourceKind::Anonymous) && !entity.plural);
        match self {
            Self::One(sex) if human => match entity.sex {
                Some(known) if known == sex => Some(0.5),
                Some(_) => None,
                None => Some(0.0),
            },
            Self::Thing if !human && !entity.plural => match entity.kind {
                Some(SourceKind::Place | SourceKind::Event) => Some(-4.0),
                _ => Some(0.0),
            },
            Self::Several => match entity.kind {
                _ if entity.plural => Some(2.0),
                Some(SourceKind::Organisation | SourceKind::Study) => Some(-1.0),
                Some(SourceKind::Anonymous) => Some(-3.0),
                _ => None,
            },
            Self::Who => Some(0.0),
            _ => None,
        }
    }
}
