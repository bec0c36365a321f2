//! What a style or a run of Word and `OpenDocument` says of how words are set.

use super::story::Look;

/// Nothing where it says nothing, so that what is around it decides.
#[derive(Debug, Default, Clone, Copy)]
pub struct Run {
    pub emphasis: Option<bool>,
    pub strong: Option<bool>,
    pub code: Option<bool>,
    pub hidden: Option<bool>,
}

impl Run {
    /// Where this says nothing, the other does.
    pub fn or(self, other: Self) -> Self {
        Self {
            emphasis: self.emphasis.or(other.emphasis),
            strong: self.strong.or(other.strong),
            code: self.code.or(other.code),
            hidden: self.hidden.or(other.hidden),
        }
    }

    /// The looks that it comes to, inside a link or not.
    pub fn look(self, linked: bool) -> Look {
        let is = |value: Option<bool>| value.unwrap_or(false);
        Look { emphasis: is(self.emphasis), strong: is(self.strong), code: is(self.code), linked }
    }
}
