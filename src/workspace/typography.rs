//! How the reader wants the articles set.

use serde::{Deserialize, Serialize};

/// The smallest and the largest of every length, as a share of the usual one.
const SHARES: std::ops::RangeInclusive<f32> = 0.8..=3.0;
/// The widest the letters can be set apart, in ems.
const MOST_LETTER_SPACE_EM: f32 = 0.12;

/// How the reader wants the articles set. Shares are of the usual length, 0.8 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typography {
    /// The face of the articles.
    pub face: ReadingFace,
    /// From one line to the next.
    pub line_height: f32,
    /// Width of a line.
    pub measure: f32,
    /// Between two paragraphs.
    pub paragraph_space: f32,
    /// Added between two letters, in ems, 0 to 0.12.
    pub letter_space_em: f32,
}

impl Default for Typography {
    fn default() -> Self {
        Self { face: ReadingFace::Serif, line_height: 1.0, measure: 1.0, paragraph_space: 1.0, letter_space_em: 0.0 }
    }
}

/// The face of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingFace {
    /// A book face.
    Serif,
    /// A face whose letters are hard to take for each other: Atkinson Hyperlegible Next.
    Legible,
}

impl Typography {
    /// With every length within its bounds, whatever a file said.
    #[must_use]
    pub fn sane(self) -> Self {
        let share = |share: f32| if share.is_finite() { share.clamp(*SHARES.start(), *SHARES.end()) } else { 1.0 };
        let letters = if self.letter_space_em.is_finite() { self.letter_space_em } else { 0.0 };
        Self {
            face: self.face,
            line_height: share(self.line_height),
            measure: share(self.measure),
            paragraph_space: share(self.paragraph_space),
            letter_space_em: letters.clamp(0.0, MOST_LETTER_SPACE_EM),
        }
    }
}
