//! Who said it: cue, mention and confidence for every quotation; reported statements.

use crate::model::{Article, Reading};

/// Gives every quotation its attribution (mention, cue, confidence; the speaker's referent comes later) and
/// fills [`Reading::statements`].
pub fn attribute(_article: &Article, _reading: &mut Reading) {}
