//! What is known of an article, field by field: what it says, where that is from, and what a reader's typing makes of it.

use super::corrections::name;
use super::phrases::long_date;
use crate::model::{Correction, Described, Field, Side, typed_date};
use crate::workspace::State;

/// One field of an article's description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutField {
    /// Which.
    pub field: Field,
    /// What it is called.
    pub name: &'static str,
    /// What it says, as a field shows it; empty where it is missing.
    pub value: String,
    /// Where that is from, in a few words: "From the file".
    pub origin: &'static str,
    /// What the program reads there, where the reader says otherwise and it can be given back.
    pub as_read: Option<String>,
    /// Whether nobody says it.
    pub is_missing: bool,
}

/// The fields of that side's article, in the order of a citation; none where no article is open.
pub fn about(state: &State, side: Side) -> Vec<AboutField> {
    let Some(opened) = &state.columns.get(side).opened else { return Vec::new() };
    let in_file = Described::from(&opened.article.metadata);
    let read = Described::from(&opened.reading.metadata);
    let known = state.described(side);
    let about = |field: Field| {
        let (now, read) = (known.get(field), read.get(field));
        let is_readers = now != read;
        let origin = match (now, read) {
            (Some(_), _) if is_readers => "On your word",
            (None, Some(_)) => "None, on your word",
            (None, None) => "Missing",
            (Some(words), _) if in_file.get(field) == Some(words) => "From the file",
            (Some(_), _) => "From the text",
        };
        AboutField {
            field,
            name: name(field),
            value: now.map(|words| shown(field, words)).unwrap_or_default(),
            origin,
            as_read: is_readers.then(|| read.map_or_else(|| "nothing".to_owned(), |words| shown(field, words))),
            is_missing: now.is_none(),
        }
    };
    Field::ALL.map(about).to_vec()
}

/// How many fields of that side's article nobody says: "3 missing"; nothing where all are there.
pub fn missing_fields(described: &Described) -> Vec<&'static str> {
    Field::ALL.into_iter().filter(|field| described.get(*field).is_none()).map(name).collect()
}

/// What a field asks for, where it is empty.
pub fn field_hint(field: Field) -> &'static str {
    match field {
        Field::Title => "The headline",
        Field::Byline => "Full name; several as “Ada Fenn and Tobias Rook”",
        Field::Qualifications => "Who the author is: “hydrologist, Marston College”",
        Field::Publication => "The newspaper, journal or site",
        Field::Date => "13 December 2016, December 2016 or 2016",
        Field::Pages => "As printed: “12–15”",
        Field::Address => "https://…",
        Field::Accessed => "The day you got it: 13 December 2016",
    }
}

/// The correction that what was typed into a field comes to; none where it changes nothing.
///
/// # Errors
///
/// One sentence where the field takes no such words.
pub fn description_of(
    state: &State,
    side: Side,
    field: Field,
    typed: &str,
) -> Result<Option<Correction>, &'static str> {
    let (Some(article), Some(opened)) = (state.key(side), &state.columns.get(side).opened) else { return Ok(None) };
    let read = Described::from(&opened.reading.metadata);
    let known = state.described(side);
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_date = matches!(field, Field::Date | Field::Accessed);
    let words = if is_date && !typed.is_empty() {
        typed_date(&typed).ok_or("Write the date as 13 December 2016, December 2016 or 2016.")?
    } else {
        typed
    };
    if known.get(field).unwrap_or_default() == words {
        return Ok(None);
    }
    // What stands there anyway needs no word of the reader's.
    let is_as_read = read.get(field).unwrap_or_default() == words;
    let value = (!is_as_read).then_some(words);
    Ok(Some(Correction::Describe { article, field, value }))
}

/// The correction that gives a field back to what the program reads there.
pub fn as_read(state: &State, side: Side, field: Field) -> Option<Correction> {
    Some(Correction::Describe { article: state.key(side)?, field, value: None })
}

/// Dates as people write them.
fn shown(field: Field, words: &str) -> String {
    if matches!(field, Field::Date | Field::Accessed) { long_date(words) } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Metadata, Reading};
    use crate::workspace::{Command, Opened, Origin};

    fn state() -> State {
        let metadata = Metadata { title: Some("The Weir".to_owned()), ..Metadata::default() };
        let article = Article { text: "By Ada Fenn".into(), metadata: metadata.clone(), ..Article::default() };
        let metadata =
            Metadata { byline: Some("Ada Fenn".to_owned()), date: Some("2018-05-03".to_owned()), ..metadata };
        let reading = Reading { metadata, ..Reading::default() };
        let mut state = State::default();
        let opened = Opened { origin: Origin::Pasted(String::new()), article, reading };
        state.columns.left.opened = Some(Arc::new(opened));
        state
    }

    fn say(state: &mut State, field: Field, typed: &str) {
        let correction = description_of(state, Side::Left, field, typed).expect("the field takes it");
        if let Some(correction) = correction {
            state.apply(Command::correct(correction));
        }
    }

    fn row(state: &State, field: Field) -> AboutField {
        about(state, Side::Left).into_iter().find(|row| row.field == field).expect("every field has a row")
    }

    #[test]
    fn every_field_says_where_it_is_from() {
        let state = state();
        assert_eq!(row(&state, Field::Title).origin, "From the file");
        assert_eq!(row(&state, Field::Byline).origin, "From the text");
        assert_eq!(row(&state, Field::Date).value, "3 May 2018");
        let pages = row(&state, Field::Pages);
        assert!(pages.is_missing && pages.value.is_empty());
        assert_eq!(pages.origin, "Missing");
        assert!(about(&state, Side::Right).is_empty(), "no article is open there");
    }

    #[test]
    fn what_the_reader_says_is_theirs_until_it_is_given_back() {
        let mut state = state();
        say(&mut state, Field::Byline, "  Ada\u{a0}Fenn-Rook ");
        let byline = row(&state, Field::Byline);
        assert_eq!((byline.value.as_str(), byline.origin), ("Ada Fenn-Rook", "On your word"));
        assert_eq!(byline.as_read.as_deref(), Some("Ada Fenn"));
        say(&mut state, Field::Byline, "");
        assert_eq!(row(&state, Field::Byline).origin, "None, on your word");
        state.apply(Command::correct(as_read(&state, Side::Left, Field::Byline).expect("it is open")));
        assert_eq!(row(&state, Field::Byline).origin, "From the text");
        say(&mut state, Field::Pages, "12");
        say(&mut state, Field::Pages, "");
        assert_eq!(row(&state, Field::Pages).origin, "Missing", "nobody says it any more");
    }

    #[test]
    fn a_date_is_taken_as_people_write_it_or_not_at_all() {
        let mut state = state();
        say(&mut state, Field::Date, "Dec. 13, 2016");
        assert_eq!(state.described(Side::Left).date.as_deref(), Some("2016-12-13"));
        assert!(description_of(&state, Side::Left, Field::Date, "next spring").is_err());
        assert_eq!(description_of(&state, Side::Left, Field::Date, "2016-12-13"), Ok(None), "the same day");
    }

    #[test]
    fn the_title_is_everywhere_the_readers_at_once() {
        let mut state = state();
        say(&mut state, Field::Title, "The Weir at Low Marston");
        assert_eq!(super::super::window_title(&state), "The Weir at Low Marston · Diptych");
        state.apply(Command::Do(crate::workspace::Action::Undo));
        assert_eq!(super::super::window_title(&state), "The Weir · Diptych");
    }
}
