//! What the reader made of the open articles: cards, notes, highlights, links drawn and struck out, names of themes,
//! each with its place.

use super::source_passages::snippet;
use super::sources::counted;
use crate::model::{Described, Edit, Item, ItemId, MarkerColour, Note, NoteOn, Place, Side};
use crate::workspace::{Command, Passage, State};

/// Letters of a passage that are laid out in a row: more than its lines can hold.
const LETTERS: usize = 160;

/// A sort of things that the reader makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkSort {
    /// Debate cards.
    Card,
    /// Words of the reader's own.
    Note,
    /// Words marked with a pen.
    Highlight,
    /// Links drawn by hand.
    Drawn,
    /// Links of the program's that are struck out.
    Struck,
    /// Names of themes.
    ThemeName,
}

/// Things of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkGroup {
    /// Which sort.
    pub sort: WorkSort,
    /// In the reader's order.
    pub rows: Vec<WorkRow>,
}

/// One thing that the reader made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkRow {
    /// Which.
    pub item: ItemId,
    /// Of which sort.
    pub sort: WorkSort,
    /// The reader's own words, or those of the article where there are none.
    pub title: String,
    /// What it is about.
    pub detail: String,
    /// Where it stands: "Left, paragraph 3".
    pub place: String,
    /// What the reader called it, where it can be named; empty where they have not.
    pub name: String,
    /// The pen it was marked with.
    pub colour: Option<MarkerColour>,
}

impl WorkSort {
    const ALL: [WorkSort; 6] =
        [WorkSort::Card, WorkSort::Note, WorkSort::Highlight, WorkSort::Drawn, WorkSort::Struck, WorkSort::ThemeName];

    /// As a heading.
    pub fn label(self) -> &'static str {
        match self {
            WorkSort::Card => "Cards",
            WorkSort::Note => "Notes",
            WorkSort::Highlight => "Highlights",
            WorkSort::Drawn => "Your links",
            WorkSort::Struck => "Struck out",
            WorkSort::ThemeName => "Names of themes",
        }
    }

    /// One of it.
    pub fn noun(self) -> &'static str {
        match self {
            WorkSort::Card => "card",
            WorkSort::Note => "note",
            WorkSort::Highlight => "highlight",
            WorkSort::Drawn | WorkSort::Struck => "link",
            WorkSort::ThemeName => "name",
        }
    }

    /// One of it, at the beginning of a sentence.
    fn one(self) -> &'static str {
        match self {
            WorkSort::Drawn => "Your link",
            WorkSort::Struck => "Link struck out",
            WorkSort::ThemeName => "Name of a theme",
            WorkSort::Card => "Card",
            WorkSort::Note => "Note",
            WorkSort::Highlight => "Highlight",
        }
    }

    fn of(item: &Item) -> Self {
        match item {
            Item::Card(_) => WorkSort::Card,
            Item::Note(_) => WorkSort::Note,
            Item::Highlight(_) => WorkSort::Highlight,
            Item::Drawn(_) => WorkSort::Drawn,
            Item::Struck(_) => WorkSort::Struck,
            Item::ThemeName(_) => WorkSort::ThemeName,
        }
    }
}

/// What the pane says that has nothing to list.
pub const NO_WORK: &str = "Nothing of yours yet. Select some words and press M for a note, Y, B or G for a highlight, E \
                           for a card; select on both sides and press U to link them.";

/// What the reader made, sort by sort; sorts without anything are left out.
pub fn your_work(state: &State) -> Vec<WorkGroup> {
    let group = |sort: WorkSort| {
        let own = state.work().items.iter().filter(|(_, item)| WorkSort::of(item) == sort);
        WorkGroup { sort, rows: own.map(|(id, item)| row(state, *id, item)).collect() }
    };
    WorkSort::ALL.map(group).into_iter().filter(|group| !group.rows.is_empty()).collect()
}

/// What the reader made of an earlier text of these articles that has no place in them any more: what it is, and the
/// words that it was on.
pub fn unplaced_work(state: &State) -> Vec<(String, String)> {
    let listed = state.keeping.unplaced.iter().map(|lost| {
        let title = match &lost.edit {
            Edit::Put(_, Item::Note(note)) => note.text.clone(),
            Edit::Put(_, Item::Card(card)) if !card.tag.is_empty() => card.tag.clone(),
            Edit::Put(_, item) => WorkSort::of(item).one().to_owned(),
            Edit::Correct(_) => "Correction".to_owned(),
            Edit::Remove { .. } | Edit::Move { .. } => "Change".to_owned(),
        };
        (title, format!("“{}”", lost.words))
    });
    listed.collect()
}

/// What goes where that thing stands; none where it stands nowhere.
pub fn way_to(state: &State, item: ItemId) -> Option<Command> {
    let found = state.work().item(item)?;
    let compared = state.compared.as_deref();
    let link = match found {
        Item::Drawn(_) => compared.and_then(|compared| compared.link_of_item(item)),
        Item::Note(Note { on: NoteOn::Link(link), .. }) => compared.and_then(|compared| compared.link_at(link)),
        _ => None,
    };
    if let Some(link) = link {
        return Some(Command::GoTo(link));
    }
    let spans = state.places_of(found);
    let asked = Side::BOTH.into_iter().find(|side| spans.get(*side).is_some())?;
    Some(Command::Show(Passage { asked, spans, link: None }))
}

/// How a pen is called.
pub fn pen_name(colour: MarkerColour) -> &'static str {
    match colour {
        MarkerColour::Yellow => "yellow",
        MarkerColour::Cyan => "blue",
        MarkerColour::Green => "green",
    }
}

/// Where a place is: "Left, paragraph 3"; empty where its article is not open.
pub fn place_words(state: &State, place: &Place) -> String {
    let Some(side) = state.side_of(place.article) else { return String::new() };
    let name = side.title();
    if state.columns.get(side).opened.is_none() {
        return String::new();
    }
    paragraph_number(state, place).map_or_else(|| name.to_owned(), |number| format!("{name}, paragraph {number}"))
}

/// The number of the paragraph that a place begins in.
fn paragraph_number(state: &State, place: &Place) -> Option<usize> {
    let opened = state.columns.get(state.side_of(place.article)?).opened.as_ref()?;
    Some(opened.paragraph_number(opened.article.paragraph_at(place.span.start)?))
}

/// The words at a place, cut to so many letters; empty where its article is not open.
pub fn words_at(state: &State, place: &Place, letters: usize) -> String {
    let opened = state.side_of(place.article).and_then(|side| state.columns.get(side).opened.as_ref());
    opened.map_or_else(String::new, |opened| snippet(&opened.article.text, place.span, letters))
}

/// A short cite: "Fenn 2018", with what is missing said.
pub fn short_cite(described: &Described) -> String {
    let year = described.date.as_deref().and_then(|date| date.get(..4)).unwrap_or("no date");
    let last = described.byline.as_deref().and_then(|byline| byline.split_whitespace().last()).unwrap_or("No author");
    if described.byline.is_none() { format!("{last}, {year}") } else { format!("{last} {year}") }
}

fn row(state: &State, id: ItemId, item: &Item) -> WorkRow {
    let (title, detail, place) = match item {
        Item::Note(Note { on: NoteOn::Passage(place), text }) => {
            (text.clone(), format!("“{}”", words_at(state, place, LETTERS)), place_words(state, place))
        }
        Item::Note(Note { on: NoteOn::Link(link), text }) => {
            (text.clone(), link_words(state, &link.places), "On a link".to_owned())
        }
        Item::Highlight(highlight) => {
            let place = place_words(state, &highlight.place);
            (
                words_at(state, &highlight.place, LETTERS),
                String::new(),
                format!("{place}, {}", pen_name(highlight.colour)),
            )
        }
        Item::Drawn(drawn) => {
            let [one, other] = drawn.places.map(|place| words_at(state, &place, LETTERS));
            let (title, words) = match drawn.label.trim() {
                "" => (format!("“{one}”"), format!("“{other}”")),
                label => (label.to_owned(), link_words(state, &drawn.places)),
            };
            (title, words, both_places(state, &drawn.places))
        }
        Item::Struck(link) => {
            (link_words(state, &link.places), super::kind_name(link.kind).to_owned(), both_places(state, &link.places))
        }
        Item::ThemeName(named) => {
            (named.name.clone(), format!("The program says “{}”", named.theme.label), String::new())
        }
        Item::Card(card) => {
            let title = if card.tag.trim().is_empty() { "No tag yet".to_owned() } else { card.tag.trim().to_owned() };
            let cite = state.side_of(card.cut.article).map(|side| short_cite(&state.described(side)));
            let words = format!("{}: “{}”", cite.unwrap_or_default(), words_at(state, &card.cut, LETTERS));
            (title, words, place_words(state, &card.cut))
        }
    };
    let colour = if let Item::Highlight(highlight) = item { Some(highlight.colour) } else { None };
    let name = if let Item::Drawn(drawn) = item { drawn.label.clone() } else { String::new() };
    WorkRow { item: id, sort: WorkSort::of(item), title, detail, place, name, colour }
}

/// The first words of both passages of a link.
fn link_words(state: &State, places: &[Place; 2]) -> String {
    let [one, other] = places.map(|place| words_at(state, &place, LETTERS / 3));
    if one == other { format!("“{one}”") } else { format!("“{one}” and “{other}”") }
}

fn both_places(state: &State, places: &[Place; 2]) -> String {
    let number = |wanted: Side| {
        let place = places.iter().find(|place| state.side_of(place.article) == Some(wanted))?;
        Some((wanted, paragraph_number(state, place)?))
    };
    match Side::BOTH.map(number) {
        [Some((_, left)), Some((_, right))] => format!("Paragraph {left} left, {right} right"),
        [Some((side, at)), None] | [None, Some((side, at))] => format!("{}, paragraph {at}", side.title()),
        [None, None] => String::new(),
    }
}

impl WorkRow {
    /// For a screen reader: "Note, whose mill?, “The mill stands”, Left, paragraph 1".
    pub fn spoken(&self) -> String {
        let parts = [self.sort.one(), &self.title, &self.detail, &self.place];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl WorkGroup {
    /// For a screen reader: "Notes, 3 notes".
    pub fn spoken(&self) -> String {
        format!("{}, {}", self.sort.label(), counted(self.rows.len(), self.sort.noun()))
    }
}
