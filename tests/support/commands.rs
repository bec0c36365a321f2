//! Any command that a reader can give while two articles are open, but for those that open others.

use std::path::PathBuf;

use diptych::model::{Card, Item, ItemId, LinkKind, Side, Sides, Span};
use diptych::workspace::{
    Action, Command, Pane, ParagraphNumber, Passage, Sheet, Sought, State, Theme, Typography, Wish,
};

use crate::edits::{Random, edit};

/// The reader selects something, or nothing, and points at a paragraph and a quotation.
pub fn look_about(random: &mut Random, state: &mut State) {
    for side in Side::BOTH {
        *state.selected.get_mut(side) = Some(some_words(random, state, side)).filter(|_| random.below(3) > 0);
    }
    let side = random.of(&Side::BOTH);
    state.paragraph_at_hand = Some((side, some_words(random, state, side))).filter(|_| random.below(2) > 0);
    state.at_hand = Some((side, random.below(2))).filter(|_| random.below(2) > 0);
}

/// A stretch of that side's text, whole letters.
fn some_words(random: &mut Random, state: &State, side: Side) -> Span {
    let text = state.columns.get(side).opened.as_ref().map_or("", |opened| &opened.article.text);
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let start = random.below(bounds.len());
    let end = (start + 1 + random.below(60)).min(bounds.len() - 1);
    Span::new(bounds[start], bounds[end])
}

pub fn command(random: &mut Random, state: &State) -> Command {
    let side = random.of(&Side::BOTH);
    let links = state.compared.as_ref().map_or(0, |compared| compared.comparison.links.len());
    let made: Vec<(ItemId, Item)> = state.work().items.clone();
    let item = made.get(random.below(made.len())).map_or(ItemId(7), |(item, _)| *item);
    let words = random.of(&["mill", "the river", "", "whose?"]).to_owned();
    match random.below(50) {
        0..3 | 40.. => Command::Edit(edit(random, &state.log)),
        3..17 => Command::Do(random.of(&actions())),
        17 => Command::GoTo(random.below(links + 1)),
        18 => {
            let spans = Sides::new(some_words(random, state, Side::Left), some_words(random, state, Side::Right));
            Command::Show(Passage { asked: side, spans: spans.map(Some), link: None })
        }
        19 => Command::LeaveLink,
        20 => Command::ShowPane(random.of(&Pane::ALL)),
        21 => Command::ReadTogether(random.below(3)),
        22 => Command::TakeAway(item),
        23 => Command::MoveItem(item, random.below(2) == 0),
        24 => Command::WriteNote(item),
        25 | 26 => Command::NoteTyped(words),
        27 => Command::KeepNote,
        28 => made
            .iter()
            .find_map(|(item, made)| match made {
                Item::Card(card) => Some(Command::SetCard(*item, Card { tag: words.clone(), ..card.clone() })),
                _ => None,
            })
            .unwrap_or(Command::CloseSheet),
        29 => Command::SetWish(Wish::default()),
        30 => Command::ExportTo(PathBuf::from("/exports/mill.html"), false),
        31 if random.below(2) == 0 => Command::NameLink(item, words),
        31 => Command::NameTheme(random.below(2), words),
        32 => Command::Check(words),
        33 => Command::Seek(Sought { words, case: false, whole: random.below(2) == 0 }),
        34 => Command::GoToParagraph(ParagraphNumber { side: None, number: random.below(5) }),
        35 => random.of(&[Command::CloseBar, Command::Leap, Command::TurnTo(side), Command::CloseCounterpart]),
        36 => {
            Command::OpenSheet(random.of(&[Sheet::Keys, Sheet::Export, Sheet::WhoSaid(side, 0), Sheet::Article(side)]))
        }
        37 => random.of(&[
            Command::ShowOnly(Some(LinkKind::Theme)),
            Command::ToggleLayer(LinkKind::Quotation),
            Command::SetShortest(6),
        ]),
        38 => random.of(&[
            Command::SetTheme(Theme::Dark),
            Command::SetTextScale(1.5),
            Command::SetTypography(Typography::default()),
            Command::SetSplit(0.4),
            Command::SetGlides(false),
            Command::SetPace(200),
            Command::TourTo(Some(1)),
        ]),
        39 => {
            let mut finding = state.settings.finding;
            finding.shortest_run_words = 3 + random.below(4) as u32;
            Command::SetFinding(finding)
        }
    }
}

/// All but those that open other articles, and undo and redo, which the test gives by itself.
fn actions() -> Vec<Action> {
    let others = [Action::Close, Action::OpenSamples, Action::Undo, Action::Redo];
    Action::all().filter(|action| !others.contains(action)).collect()
}
