//! The walk to the left over one noun phrase, from its last unit to its first.

use super::nouns::is_noun_like;
use super::steps::{Step, step};
use crate::reading::lexicon::Class;
use crate::reading::units::{FUNCTION, Unit, UnitKind};

/// Walks left from `end` over one noun phrase and says where it begins; none where no phrase ends there.
pub(super) fn walk_left(units: &[Unit], floor: usize, end: usize) -> Option<usize> {
    let mut at = end;
    // Where a name begins behind a common noun: the place to split "In a statement | Holm said".
    let mut split: Option<usize> = None;
    while at > floor {
        let index = at - 1;
        let unit = &units[index];
        let before = (index > floor).then(|| &units[index - 1]);
        match unit.kind {
            UnitKind::Mark(')') => {
                let Some(opening) =
                    (floor.max(index.saturating_sub(16))..index).rev().find(|&open| units[open].is_mark("("))
                else {
                    break;
                };
                at = opening;
                continue;
            }
            UnitKind::Mark('$' | '%' | '/' | '&' | '#' | '@' | '\'' | '’') | UnitKind::Number => {}
            UnitKind::Mark('-' | '–') if before.is_some_and(|left| left.span.end == unit.span.start) => {}
            UnitKind::Mark(',') => {
                // "Smith, Jones and Orr"; "Salem, Ore. mayor Holm" is left at the comma.
                if at < end && is_list(units, floor, index, at, end) {
                    at = index;
                    continue;
                }
                break;
            }
            UnitKind::Mark(_) => break,
            UnitKind::Quote(_) => {
                if at == end || !is_inside_phrase(units, index) {
                    break;
                }
            }
            UnitKind::Word => match step(units, floor, index, at, end, &mut split) {
                Step::Over(to) => {
                    at = to;
                    continue;
                }
                Step::Take => {}
                Step::Stop => break,
                Step::TakeAndStop => {
                    at = index;
                    break;
                }
                Step::Split => {
                    at = split?;
                    break;
                }
            },
        }
        at = index;
    }
    (at < end).then_some(at)
}

/// Whether a quoted run stands inside a noun phrase: a title, a nickname, a term.
pub(super) fn is_inside_phrase(units: &[Unit], at: usize) -> bool {
    let next = units.get(at + 1).is_some_and(|next| next.is_word() && !next.class.is(FUNCTION) && next.cue.is_none());
    let before = at.checked_sub(1).map(|before| &units[before]);
    let open = units[at].last.is_none_or(|last| !",?!.".contains(last));
    open && before.is_some_and(|word| {
        word.is_word()
            && (word.class.is(Class::DETERMINER)
                || word.possessive && next
                || word.is_name() && next
                || word.class.is(Class::PREPOSITION) && word.span.len() == 2)
    })
}

/// Whether the comma at `comma` separates the members of a list that ends with "and": "Holm, Orr and Lind".
fn is_list(units: &[Unit], floor: usize, comma: usize, at: usize, end: usize) -> bool {
    let joined =
        units[at..end].iter().any(|unit| unit.class.is(Class::COORDINATOR) && !unit.class.is(Class::ADVERSATIVE));
    let begins = comma > floor && is_noun_like(&units[comma - 1]) && units[at].is_name();
    let left = (floor..comma).rev().take_while(|&left| !units[left].is_mark(",")).collect::<Vec<_>>();
    joined
        && begins
        && left.iter().all(|&left| {
            units[left].is_name()
                || units[left].class.is(Class::TITLE.with(Class::DETERMINER))
                || units[left].is_mark(".-()")
        })
}
