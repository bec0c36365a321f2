//! Where the noun phrase that names a speaker begins and ends, with its appositions.
//!
//! No parser: closed-class words, capitals, the lists of the lexicon and commas decide. Ranges are unit indices,
//! end-exclusive.

mod appositions;
mod following;
mod leftward;
mod nouns;
mod preceding;
mod relative_clauses;
mod segments;
mod steps;
mod verbs;

pub use appositions::{before_list, ends_apposition};
pub use following::after;
pub use nouns::{head, is_noun_like};
pub use preceding::{antecedent, before};
pub use relative_clauses::is_reduced_label;
pub use verbs::{is_finite, is_verb_here};

/// How far a search goes, in units: subjects are seldom longer, and cost must not grow with the text.
const REACH: usize = 70;
