//! Where a sentence, quotation or item opens, so that a capital proves nothing.

use super::{Shape, Word};
use crate::reading::referents::lexicon::lexicon;

/// Finds the words whose capital proves nothing.
pub(super) fn mark_openings(words: &mut [Word<'_>]) {
    let mut sentence = usize::MAX;
    let mut paragraph = usize::MAX;
    let mut open = true;
    for at in 0..words.len() {
        let before = at.checked_sub(1).map(|before| &words[before]);
        let abbreviated = before.is_some_and(never_ends_a_sentence);
        if words[at].paragraph != paragraph || (words[at].sentence != sentence && !abbreviated) {
            open = true;
        }
        (sentence, paragraph) = (words[at].sentence, words[at].paragraph);
        if words[at].shape == Shape::Mark {
            // A quotation, an item or a new sentence may begin; an apostrophe within a word is no mark.
            let opening = matches!(
                words[at].text,
                "“" | "\"" | "‘" | "«" | "„" | "”" | ":" | "•" | "." | "?" | "!" | "…" | "*" | "#" | "–" | "—"
            );
            let dash = matches!(words[at].text, "–" | "—") && !open;
            open = (open || opening) && !dash;
            continue;
        }
        words[at].opens = open;
        open = false;
    }
}

/// Whether the word ends in a dot that says nothing about the sentence: a title, an initial.
fn never_ends_a_sentence(word: &Word<'_>) -> bool {
    word.shape == Shape::Initial
        || (word.text.ends_with('.') && (lexicon().office(&word.folded).is_some() || word.is("st.")))
}
