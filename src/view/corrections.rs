//! What became of a correction, in a sentence.

use crate::model::{Correction, Said};
use crate::workspace::{Action, Event};

/// What happened, and what can be done about it.
pub fn told(event: &Event) -> (String, Option<Action>) {
    match event {
        Event::Done(correction) => (sentence(correction), Some(Action::Undo)),
        Event::Undone(correction) => (format!("Taken back: {}", in_sentence(correction)), Some(Action::Redo)),
        Event::Redone(correction) => (format!("Again: {}", in_sentence(correction)), Some(Action::Undo)),
        Event::NoQuotation => {
            ("Point at a quotation, or go to one with Tab, and ask again who said it.".to_owned(), None)
        }
        Event::NothingToUndo => ("No correction of these articles is left to undo.".to_owned(), None),
        Event::NothingToRedo => ("No correction of these articles is left to redo.".to_owned(), None),
    }
}

fn sentence(correction: &Correction) -> String {
    match correction {
        Correction::Speaker { said: Said::By(source), .. } => format!("Said by {}, on your word.", source.name),
        Correction::Speaker { said: Said::ByNobody, .. } => "Said by nobody who is named, on your word.".to_owned(),
        Correction::Speaker { said: Said::AsRead, .. } => "Back to the reading’s own answer.".to_owned(),
        Correction::Merge { kept, other } => format!("“{}” and “{}” are one source.", kept.name, other.name),
        Correction::Apart { one, other } if one.article != other.article => {
            format!("“{}” on the left and “{}” on the right are two sources.", one.name, other.name)
        }
        Correction::Apart { one, other } => format!("“{}” and “{}” are two sources.", one.name, other.name),
        Correction::TakeOut { .. } => "The mention is a source of its own.".to_owned(),
    }
}

/// The sentence behind a colon: names and marks stay, other first letters become small.
fn in_sentence(correction: &Correction) -> String {
    let words = sentence(correction);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKey, SourceRef};

    #[test]
    fn the_reader_is_told_what_happened_and_how_to_take_it_back() {
        let source = |name: &str| SourceRef { article: ArticleKey::of("mill"), mention: None, name: name.to_owned() };
        let merge = Correction::Merge { kept: source("Ada Fenn"), other: source("Fenn") };
        assert_eq!(
            told(&Event::Done(merge.clone())),
            ("“Ada Fenn” and “Fenn” are one source.".to_owned(), Some(Action::Undo))
        );
        assert_eq!(
            told(&Event::Undone(merge)),
            ("Taken back: “Ada Fenn” and “Fenn” are one source.".to_owned(), Some(Action::Redo))
        );
        assert_eq!(told(&Event::NothingToRedo).1, None);
    }
}
