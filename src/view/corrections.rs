//! What became of an edit, in a sentence.

use crate::model::{Correction, Edit, Field, Item, Said};
use crate::workspace::{Action, Event};

/// What happened, and what can be done about it; `item` is what was made, changed or taken away.
pub fn told(event: &Event, item: Option<&Item>) -> (String, Option<Action>) {
    match event {
        Event::Done(edit) => (sentence(edit, item), Some(Action::Undo)),
        Event::Undone(edit) => (format!("Taken back: {}", in_sentence(edit, item)), Some(Action::Redo)),
        Event::Redone(edit) => (format!("Again: {}", in_sentence(edit, item)), Some(Action::Undo)),
        Event::CopiedWithCitation => ("Copied, with the citation.".to_owned(), None),
        Event::Exported(exported) => {
            let saved = format!("Saved as {}.", exported.path.display());
            (exported.lacks.iter().fold(saved, |told, lacks| format!("{told} {lacks}")), None)
        }
        Event::NothingToNote => {
            ("Select some words, choose a link or point at a paragraph, and ask for a note again.".to_owned(), None)
        }
        Event::NothingSelected => ("Select some words of an article first.".to_owned(), None),
        Event::OneSelected => {
            ("Select words on the left and words on the right, and they can be linked.".to_owned(), None)
        }
        Event::NoLink => ("Choose a link first: then it can be struck out.".to_owned(), None),
        Event::NoQuotation => {
            ("Point at a quotation, or go to one with Tab, and ask again who said it.".to_owned(), None)
        }
        Event::NothingToUndo => ("Nothing of these articles is left to undo.".to_owned(), None),
        Event::NothingToRedo => ("Nothing of these articles is left to redo.".to_owned(), None),
        Event::SavedAgain => ("Everything is saved again.".to_owned(), None),
        Event::CopySaved(path) => (format!("A copy is in “{}”.", path.display()), None),
    }
}

fn sentence(edit: &Edit, item: Option<&Item>) -> String {
    match edit {
        Edit::Correct(correction) => corrected(correction),
        Edit::Put(_, item) => made(item).to_owned(),
        Edit::Remove { .. } => item.map_or("Taken away.", taken).to_owned(),
        Edit::Move { .. } => item.map_or("Moved.", moved).to_owned(),
    }
}

fn made(item: &Item) -> &'static str {
    match item {
        Item::Note(_) => "The note is kept.",
        Item::Highlight(_) => "Highlighted.",
        Item::Drawn(drawn) if !drawn.label.is_empty() => "The link has your name.",
        Item::Drawn(_) => "The two passages are linked, on your word.",
        Item::Struck(_) => "The link is struck out.",
        Item::ThemeName(_) => "The theme has your name.",
        Item::Card(_) => "The card is kept.",
    }
}

fn taken(item: &Item) -> &'static str {
    match item {
        Item::Note(_) => "The note is taken away.",
        Item::Highlight(_) => "The highlight is taken away.",
        Item::Drawn(_) => "Your link is taken away.",
        Item::Struck(_) => "The link is back.",
        Item::ThemeName(_) => "The theme has the program’s name again.",
        Item::Card(_) => "The card is taken away.",
    }
}

fn moved(item: &Item) -> &'static str {
    match item {
        Item::Card(_) => "The card is moved.",
        _ => "Moved.",
    }
}

fn corrected(correction: &Correction) -> String {
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
        Correction::Describe { field, value: Some(words), .. } if words.trim().is_empty() => {
            format!("{}: none, on your word.", name(*field))
        }
        Correction::Describe { field, value: Some(words), .. } => format!("{}: {}.", name(*field), words.trim()),
        Correction::Describe { field, value: None, .. } => format!("{}: as the program reads it.", name(*field)),
    }
}

/// A field of an article's description, as forms and messages call it.
pub fn name(field: Field) -> &'static str {
    match field {
        Field::Title => "Title",
        Field::Byline => "Author",
        Field::Qualifications => "Qualifications",
        Field::Publication => "Publication",
        Field::Date => "Date",
        Field::Pages => "Pages",
        Field::Address => "Web address",
        Field::Accessed => "Accessed",
    }
}

/// The sentence behind a colon: names and marks stay, other first letters become small.
fn in_sentence(edit: &Edit, item: Option<&Item>) -> String {
    let words = sentence(edit, item);
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
        let merge = Edit::Correct(Correction::Merge { kept: source("Ada Fenn"), other: source("Fenn") });
        assert_eq!(
            told(&Event::Done(merge.clone()), None),
            ("“Ada Fenn” and “Fenn” are one source.".to_owned(), Some(Action::Undo))
        );
        assert_eq!(
            told(&Event::Undone(merge), None),
            ("Taken back: “Ada Fenn” and “Fenn” are one source.".to_owned(), Some(Action::Redo))
        );
        assert_eq!(told(&Event::NothingToRedo, None).1, None);
    }
}
