//! The reader makes something: notes, highlights, links of their own, names of themes; and takes it away.

use super::{Command, Event, Job, Sheet, State};
use crate::model::{
    Card, Drawn, Edit, Emphasis, Highlight, Item, ItemId, LinkRef, MarkerColour, Marking, Note, NoteOn, Place, Side,
    Span, ThemeName,
};

/// A note that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The note that is written anew; none for one that is to be.
    pub item: Option<ItemId>,
    /// What it is on.
    pub on: NoteOn,
    /// What has been typed.
    pub text: String,
}

impl State {
    /// What the reader makes, changes or takes away, and what they want exported.
    pub(super) fn take_in_hand(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::TakeAway(item) => self.take_away(item),
            Command::MoveItem(item, down) => self.move_item(item, down),
            Command::WriteNote(item) => self.write_note(item),
            Command::NoteTyped(text) => {
                if let Some(writing) = &mut self.writing {
                    writing.text = text;
                }
                Vec::new()
            }
            Command::SetCard(item, card) => self.set_card(item, card),
            Command::KeepNote => self.keep_note(),
            Command::SetWish(wish) => {
                self.exporting.wish = wish;
                self.exporting.failed = None;
                Vec::new()
            }
            Command::PickExport => self.pick_export(),
            Command::NoExportPicker => {
                self.exporting.has_no_picker = true;
                Vec::new()
            }
            Command::ExportTo(path, replaces) => self.export_to(&path, replaces),
            Command::Exported(revision, outcome) => self.receive_export(revision, outcome),
            Command::NameTheme(theme, name) => self.name_theme(theme, &name),
            Command::NameLink(item, name) => self.name_link(item, &name),
            _ => Vec::new(),
        }
    }

    /// The words that the reader selected, without the white space around them: in the article that they turned to,
    /// else in the other one.
    pub fn selection(&self) -> Option<(Side, Span)> {
        let facing = self.one_column.facing;
        [facing, facing.other()].into_iter().find_map(|side| Some((side, self.selection_on(side)?)))
    }

    /// The words selected on that side.
    pub fn selection_on(&self, side: Side) -> Option<Span> {
        let span = (*self.selected.get(side))?;
        let text = &self.columns.get(side).opened.as_ref()?.article.text;
        let words = span.of(text);
        let start = span.start + words.len() - words.trim_start().len();
        let trimmed = words.trim();
        (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len()))
    }

    /// Begins a note: on the words selected in the article that the reader turned to, else on the current link, else on
    /// the paragraph at hand. A note that is there already is taken up again.
    pub(super) fn begin_note(&mut self) -> Vec<Job> {
        let facing = self.one_column.facing;
        let selected = self.selection_on(facing).and_then(|span| self.place(facing, span)).map(NoteOn::Passage);
        let link = || Some(NoteOn::Link(self.compared.as_ref()?.link_ref(self.current?)?));
        let paragraph = || {
            let (side, span) = self.paragraph_at_hand?;
            self.place(side, span).map(NoteOn::Passage)
        };
        let Some(on) = selected.or_else(link).or_else(paragraph) else {
            self.tell(Event::NothingToNote);
            return Vec::new();
        };
        let known = self.work().notes().find(|(_, note)| note.on == on).map(|(item, note)| (item, note.text.clone()));
        let (item, text) = known.map_or((None, String::new()), |(item, text)| (Some(item), text));
        self.writing = Some(Writing { item, on, text });
        Vec::new()
    }

    /// Takes a note up again.
    pub(super) fn write_note(&mut self, item: ItemId) -> Vec<Job> {
        let jobs = self.keep_note();
        if let Some(Item::Note(note)) = self.work().item(item) {
            self.writing = Some(Writing { item: Some(item), on: note.on.clone(), text: note.text.clone() });
        }
        jobs
    }

    /// The note is done: it is kept as it was typed, or taken away where nothing is left of it.
    pub(super) fn keep_note(&mut self) -> Vec<Job> {
        let Some(Writing { item, on, text }) = self.writing.take() else { return Vec::new() };
        let text = text.trim().to_owned();
        match item {
            Some(item) if text.is_empty() => self.take_away(item),
            None if text.is_empty() => Vec::new(),
            _ => {
                let note = Item::Note(Note { on, text });
                let item = item.unwrap_or_else(|| self.log.next_item());
                if self.work().item(item) == Some(&note) { Vec::new() } else { self.edit(Edit::Put(item, note)) }
            }
        }
    }

    /// Marks the selection with that pen; what was marked just so is unmarked, in another colour it changes colour.
    pub(super) fn highlight(&mut self, colour: MarkerColour) -> Vec<Job> {
        let Some(place) = self.selection().and_then(|(side, span)| self.place(side, span)) else {
            self.tell(Event::NothingSelected);
            return Vec::new();
        };
        let known = self.work().highlights().find(|(_, known)| known.place == place);
        match known.map(|(item, known)| (item, known.colour)) {
            Some((item, known)) if known == colour => self.take_away(item),
            Some((item, _)) => self.edit(Edit::Put(item, Item::Highlight(Highlight { place, colour }))),
            None => self.put(Item::Highlight(Highlight { place, colour })),
        }
    }

    /// Joins the selection on the left and the one on the right; the new link is current.
    pub(super) fn join_selections(&mut self) -> Vec<Job> {
        let place = |side: Side| self.place(side, self.selection_on(side)?);
        let (Some(left), Some(right)) = (place(Side::Left), place(Side::Right)) else {
            self.tell(Event::OneSelected);
            return Vec::new();
        };
        if self.compared.is_none() || left.article == right.article {
            self.tell(Event::OneSelected);
            return Vec::new();
        }
        let item = self.log.next_item();
        let drawn = Drawn { places: [left, right], label: String::new() };
        let mut jobs = self.edit(Edit::Put(item, Item::Drawn(drawn)));
        if let Some(link) = self.compared.as_ref().and_then(|compared| compared.link_of_item(item)) {
            jobs.extend(self.go_to(link));
        }
        jobs
    }

    /// Strikes the current link out; one that the reader drew is taken away.
    pub(super) fn strike(&mut self) -> Vec<Job> {
        let current = self.current.and_then(|link| {
            let compared = self.compared.as_ref()?;
            Some((compared.drawn_by(link), compared.link_ref(link)?))
        });
        match current {
            Some((Some(item), _)) => self.take_away(item),
            Some((None, link)) => self.put(Item::Struck(link)),
            None => {
                self.tell(Event::NoLink);
                Vec::new()
            }
        }
    }

    /// Gives a theme a name of the reader's own; none, or the program's own, takes that back.
    pub(super) fn name_theme(&mut self, theme: usize, name: &str) -> Vec<Job> {
        let Some(theme) = self.compared.as_ref().and_then(|compared| compared.theme_ref(theme)) else {
            return Vec::new();
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_it = |item: &Item| matches!(item, Item::ThemeName(named) if named.theme == theme);
        let known = self.work().items.iter().rev().find(|(_, item)| is_it(item)).map(|(item, _)| *item);
        match known {
            _ if self.work().theme_name(&theme).unwrap_or(&theme.label) == name => Vec::new(),
            Some(item) if name.is_empty() || name == theme.label => self.take_away(item),
            None if name.is_empty() => Vec::new(),
            Some(item) => self.edit(Edit::Put(item, Item::ThemeName(ThemeName { theme, name }))),
            None => self.put(Item::ThemeName(ThemeName { theme, name })),
        }
    }

    /// Gives a link that the reader drew a name; none takes it back.
    fn name_link(&mut self, item: ItemId, name: &str) -> Vec<Job> {
        let Some(Item::Drawn(drawn)) = self.work().item(item) else { return Vec::new() };
        let label = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if label == drawn.label {
            return Vec::new();
        }
        let drawn = Drawn { label, ..drawn.clone() };
        self.edit(Edit::Put(item, Item::Drawn(drawn)))
    }

    /// Cuts the selection as a card, its words underlined, and opens it.
    pub(super) fn cut_card(&mut self) -> Vec<Job> {
        let Some(cut) = self.selection().and_then(|(side, span)| self.place(side, span)) else {
            self.tell(Event::NothingSelected);
            return Vec::new();
        };
        let item = self.log.next_item();
        let markings = vec![Marking { span: cut.span, emphasis: Emphasis::Underlined }];
        let card = Card { cut, tag: String::new(), markings, shrunk_points: None };
        let jobs = self.edit(Edit::Put(item, Item::Card(card)));
        self.sheet = Some(Sheet::Card(item));
        jobs
    }

    /// Takes something of the reader's away; a link that was struck out comes back so.
    pub(super) fn take_away(&mut self, item: ItemId) -> Vec<Job> {
        let Some(of) = self.work().item(item).map(Item::articles) else { return Vec::new() };
        if self.sheet == Some(Sheet::Card(item)) {
            self.sheet = None;
        }
        self.edit(Edit::Remove { item, of })
    }

    /// Moves something up or down among what is of its sort in the reader's list.
    pub(super) fn move_item(&mut self, item: ItemId, down: bool) -> Vec<Job> {
        let work = self.work();
        let Some(found) = work.item(item) else { return Vec::new() };
        let sort = std::mem::discriminant(found);
        let of = found.articles();
        let alike: Vec<ItemId> = work
            .items
            .iter()
            .filter(|(_, other)| std::mem::discriminant(other) == sort)
            .map(|(other, _)| *other)
            .collect();
        let Some(at) = alike.iter().position(|other| *other == item) else { return Vec::new() };
        let before = match (down, at) {
            (false, 0) => return Vec::new(),
            (false, at) => alike.get(at - 1).copied(),
            (true, at) if at + 1 >= alike.len() => return Vec::new(),
            (true, at) => alike.get(at + 2).copied(),
        };
        self.edit(Edit::Move { item, before, of })
    }

    /// Puts something new among what the reader made.
    fn put(&mut self, item: Item) -> Vec<Job> {
        let id = self.log.next_item();
        self.edit(Edit::Put(id, item))
    }

    /// Where the passages of an item stand, left and right.
    pub fn places_of(&self, item: &Item) -> crate::model::Sides<Option<Span>> {
        let mut spans = crate::model::Sides::default();
        let mut put = |place: &Place| {
            if let Some(side) = self.side_of(place.article) {
                *spans.get_mut(side) = Some(place.span);
            }
        };
        match item {
            Item::Note(Note { on: NoteOn::Passage(place), .. }) | Item::Highlight(Highlight { place, .. }) => {
                put(place);
            }
            Item::Note(Note { on: NoteOn::Link(LinkRef { places, .. }), .. })
            | Item::Drawn(Drawn { places, .. })
            | Item::Struck(LinkRef { places, .. }) => places.iter().for_each(put),
            Item::Card(card) => put(&card.cut),
            Item::ThemeName(_) => {}
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Comparison, Link, LinkKind, Reading, Sides, Theme};
    use crate::workspace::{Action, Command, Compared, Opened, Origin};

    const LEFT: &str = "The mill stands. The weir is old.";
    const RIGHT: &str = "A mill stood here. The pond is new.";

    fn state() -> State {
        let opened = |text: &str| {
            let article = Article { text: text.into(), ..Article::default() };
            Arc::new(Opened { origin: Origin::Pasted(text.to_owned()), article, reading: Reading::default() })
        };
        let sides = Sides::new(opened(LEFT), opened(RIGHT));
        let link = |kind, left: Span, right: Span| Link {
            label: "the mill".to_owned(),
            theme: (kind == LinkKind::Theme).then_some(0),
            ..Link::new(kind, Sides::new(left, right))
        };
        let links = vec![
            link(LinkKind::Text, Span::new(4, 8), Span::new(2, 6)),
            link(LinkKind::Theme, Span::new(0, 16), Span::new(0, 18)),
        ];
        let theme =
            Theme { label: "the mill".to_owned(), terms: Vec::new(), paragraphs: Sides::default(), weight: 1.0 };
        let comparison = Comparison { links, themes: vec![theme], ..Comparison::default() };
        let mut state = State::default();
        state.columns.left.opened = Some(Arc::clone(&sides.left));
        state.columns.right.opened = Some(Arc::clone(&sides.right));
        state.compared = Some(Arc::new(Compared::new(sides, Sides::default(), comparison)));
        state
    }

    fn kinds(state: &State) -> Vec<LinkKind> {
        state.compared.as_ref().expect("compared").comparison.links.iter().map(|link| link.kind).collect()
    }

    fn act(state: &mut State, action: Action) {
        state.apply(Command::Do(action));
    }

    #[test]
    fn a_link_struck_out_is_gone_everywhere_and_comes_back() {
        let mut state = state();
        state.apply(Command::GoTo(0));
        act(&mut state, Action::Strike);
        assert_eq!(kinds(&state), [LinkKind::Theme]);
        assert_eq!(state.current, None);
        assert_eq!(state.shown().count(), 1);
        let (item, _) = state.work().struck().next().expect("it stands in the work");
        state.apply(Command::TakeAway(item));
        assert_eq!(kinds(&state), [LinkKind::Text, LinkKind::Theme]);
        act(&mut state, Action::Undo);
        assert_eq!(kinds(&state), [LinkKind::Theme]);
    }

    #[test]
    fn two_selections_are_joined_and_the_link_is_current() {
        let mut state = state();
        state.apply(Command::GoTo(0));
        act(&mut state, Action::Join);
        assert_eq!(state.told.as_ref().map(|told| &told.event), Some(&Event::OneSelected));
        state.selected = Sides::new(Some(Span::new(16, 33)), Some(Span::new(18, 35)));
        act(&mut state, Action::Join);
        assert_eq!(kinds(&state), [LinkKind::Drawn, LinkKind::Text, LinkKind::Theme]);
        assert_eq!(state.current, Some(0));
        let link = &state.compared.as_ref().expect("compared").comparison.links[0];
        assert_eq!(link.spans, Sides::new(Span::new(17, 33), Span::new(19, 35)), "without the blank before");
        assert_eq!(link.label, "The weir is old.");
        let item = state.work().items[0].0;
        let label = |state: &State| state.compared.as_ref().expect("compared").comparison.links[0].label.clone();
        state.apply(Command::NameLink(item, " Old  stones ".to_owned()));
        assert_eq!(label(&state), "Old stones");
        act(&mut state, Action::Undo);
        assert_eq!(label(&state), "The weir is old.");
        act(&mut state, Action::Strike);
        assert_eq!(kinds(&state), [LinkKind::Text, LinkKind::Theme], "one's own link is taken away, not struck out");
        assert!(state.work().items.is_empty());
    }

    #[test]
    fn what_is_current_stays_current_when_others_come_and_go() {
        let mut state = state();
        state.apply(Command::GoTo(1));
        state.selected = Sides::new(Some(Span::new(17, 33)), Some(Span::new(19, 35)));
        act(&mut state, Action::Join);
        state.apply(Command::GoTo(2));
        act(&mut state, Action::Undo);
        assert_eq!(state.current, Some(1));
        assert_eq!(kinds(&state)[1], LinkKind::Theme);
    }

    #[test]
    fn a_theme_has_the_readers_name_until_that_is_taken_back() {
        let mut state = state();
        let label = |state: &State| {
            let comparison = &state.compared.as_ref().expect("compared").comparison;
            (comparison.themes[0].label.clone(), comparison.links.last().expect("two").label.clone())
        };
        state.apply(Command::NameTheme(0, " Whose  mill ".to_owned()));
        assert_eq!(label(&state), ("Whose mill".to_owned(), "Whose mill".to_owned()));
        state.apply(Command::NameTheme(0, "Old mills".to_owned()));
        assert_eq!(label(&state).0, "Old mills");
        assert_eq!(state.work().items.len(), 1);
        state.apply(Command::NameTheme(0, String::new()));
        assert_eq!(label(&state), ("the mill".to_owned(), "the mill".to_owned()));
    }

    #[test]
    fn a_pen_marks_changes_colour_and_unmarks() {
        let mut state = state();
        act(&mut state, Action::Highlight(MarkerColour::Cyan));
        assert_eq!(state.told.as_ref().map(|told| &told.event), Some(&Event::NothingSelected));
        state.selected.left = Some(Span::new(3, 9));
        let colours = |state: &State| {
            state.work().highlights().map(|(_, found)| (found.place.span, found.colour)).collect::<Vec<_>>()
        };
        act(&mut state, Action::Highlight(MarkerColour::Cyan));
        assert_eq!(colours(&state), [(Span::new(4, 8), MarkerColour::Cyan)]);
        act(&mut state, Action::Highlight(MarkerColour::Green));
        assert_eq!(colours(&state), [(Span::new(4, 8), MarkerColour::Green)]);
        act(&mut state, Action::Highlight(MarkerColour::Green));
        assert!(colours(&state).is_empty());
    }

    #[test]
    fn a_note_is_begun_typed_kept_and_taken_up_again() {
        let mut state = state();
        act(&mut state, Action::Note);
        assert_eq!(state.told.as_ref().map(|told| &told.event), Some(&Event::NothingToNote));
        state.paragraph_at_hand = Some((Side::Right, Span::new(0, 18)));
        state.current = Some(0);
        state.selected.left = Some(Span::new(4, 8));
        act(&mut state, Action::Note);
        state.apply(Command::NoteTyped("whose mill?  ".to_owned()));
        state.apply(Command::Do(Action::LetGo));
        let notes = |state: &State| state.work().notes().map(|(_, note)| note.text.clone()).collect::<Vec<_>>();
        assert_eq!(notes(&state), ["whose mill?"]);
        act(&mut state, Action::Note);
        assert_eq!(state.writing.as_ref().map(|writing| writing.text.as_str()), Some("whose mill?"), "the same note");
        state.apply(Command::NoteTyped(String::new()));
        state.apply(Command::KeepNote);
        assert!(notes(&state).is_empty(), "nothing is left of it");
        act(&mut state, Action::Undo);
        assert_eq!(notes(&state), ["whose mill?"]);
        state.selected = Sides::default();
        act(&mut state, Action::Note);
        assert!(matches!(state.writing.as_ref().map(|writing| &writing.on), Some(NoteOn::Link(_))), "the current link");
    }

    #[test]
    fn before_a_class_nothing_is_made() {
        let mut state = state();
        state.selected = Sides::new(Some(Span::new(17, 33)), Some(Span::new(19, 35)));
        state.current = Some(0);
        state.presenting = true;
        for action in [
            Action::Note,
            Action::Highlight(MarkerColour::Yellow),
            Action::Join,
            Action::Strike,
            Action::CutCard,
            Action::Undo,
        ] {
            act(&mut state, action);
        }
        state.apply(Command::NameTheme(0, "Whose mill".to_owned()));
        assert!(state.log.is_empty() && state.writing.is_none() && state.sheet.is_none());
    }

    #[test]
    fn cards_are_cut_and_moved() {
        let mut state = state();
        for (start, end) in [(4, 8), (21, 25)] {
            state.selected.left = Some(Span::new(start, end));
            act(&mut state, Action::CutCard);
        }
        let ids = |state: &State| state.work().cards().map(|(item, _)| item.0).collect::<Vec<_>>();
        assert_eq!(ids(&state), [1, 2]);
        assert_eq!(state.sheet, Some(Sheet::Card(ItemId(2))));
        state.apply(Command::MoveItem(ItemId(1), true));
        assert_eq!(ids(&state), [2, 1]);
        state.apply(Command::MoveItem(ItemId(1), true));
        assert_eq!(ids(&state), [2, 1], "it is the last");
        state.apply(Command::MoveItem(ItemId(1), false));
        assert_eq!(ids(&state), [1, 2]);
        act(&mut state, Action::Undo);
        assert_eq!(ids(&state), [2, 1]);
    }
}
