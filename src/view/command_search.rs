//! Commands by a part of their name: which fit what was typed, the best first.

use crate::workspace::{Action, Menu};

/// For a letter that begins a word.
const WORD_START: i32 = 8;
/// For a letter right behind the one before.
const IN_A_ROW: i32 = 5;
/// For the very beginning of the name.
const NAME_START: i32 = 6;
/// Taken away for every letter passed over, as far as this many.
const MOST_PASSED: i32 = 6;

/// The commands whose names have the typed letters in order, best first. With nothing typed, those used last come first,
/// then all in the order of the menus, the program's own at the end; what was used last breaks ties.
pub fn commands_for(typed: &str, recent: &[Action]) -> Vec<Action> {
    let typed: Vec<char> = letters(typed).filter(|letter| !letter.is_whitespace()).collect();
    let rank = |action: &Action| recent.iter().position(|used| used == action).unwrap_or(recent.len());
    let is_own = |action: Action| typed.is_empty() && action.menu() == Menu::Diptych;
    let mut found: Vec<(i32, usize, bool, usize, Action)> = Action::all()
        .enumerate()
        .filter_map(|(order, action)| Some((-fit(&typed, action)?, rank(&action), is_own(action), order, action)))
        .collect();
    found.sort_by_key(|(fit, rank, own, order, _)| (*fit, *rank, *own, *order));
    found.into_iter().map(|(.., action)| action).collect()
}

/// How well the letters fit a command: its name, or its menu and its name.
fn fit(typed: &[char], action: Action) -> Option<i32> {
    if typed.is_empty() {
        return Some(0);
    }
    let name: Vec<char> = letters(action.label()).collect();
    let whole: Vec<char> = letters(&format!("{} {}", action.menu().label(), action.label())).collect();
    // A name alone is the better fit.
    score(typed, &name).map(|score| score + 2).max(score(typed, &whole))
}

fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().flat_map(char::to_lowercase)
}

/// The best way to find the letters in the name one after the other; none where there is no way.
fn score(typed: &[char], name: &[char]) -> Option<i32> {
    // best[i]: the best score with the letters so far, the last of them at name[i].
    let mut best: Vec<Option<i32>> = vec![None; name.len()];
    for (count, letter) in typed.iter().enumerate() {
        let mut next = vec![None; name.len()];
        for (at, found) in name.iter().enumerate().filter(|(_, found)| *found == letter) {
            let before = if count == 0 { Some(start(at)) } else { reach(&best, at) };
            let is_word_start =
                at.checked_sub(1).and_then(|at| name.get(at)).is_none_or(|before| !before.is_alphanumeric());
            next[at] =
                before.map(|score| score + 1 + if is_word_start && found.is_alphanumeric() { WORD_START } else { 0 });
        }
        best = next;
    }
    let shortness = 4 - (name.len() as i32 / 12).min(4);
    best.into_iter().flatten().max().map(|score| score + shortness)
}

fn start(at: usize) -> i32 {
    if at == 0 { NAME_START } else { 0 }
}

/// The best score before a letter at `at`.
fn reach(best: &[Option<i32>], at: usize) -> Option<i32> {
    let way = |(from, score): (usize, &Option<i32>)| {
        let passed = (at - from - 1) as i32;
        Some((*score)? + if passed == 0 { IN_A_ROW } else { -passed.min(MOST_PASSED) })
    };
    best.iter().enumerate().take(at).filter_map(way).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<Action> {
        commands_for(typed, &[]).first().copied()
    }

    #[test]
    fn a_part_of_a_name_or_its_first_letters_find_a_command() {
        assert_eq!(first("swap"), Some(Action::SwapSides));
        assert_eq!(first("full"), Some(Action::FullScreen));
        assert_eq!(first("gtp"), Some(Action::GoToParagraph));
        assert_eq!(first("find n"), Some(Action::FindNext));
        assert_eq!(first("LARGER"), Some(Action::TextLarger));
        assert_eq!(first("chk"), Some(Action::CheckQuotation));
        assert_eq!(first("go back"), Some(Action::Back));
    }

    #[test]
    fn every_command_is_found_by_its_own_name() {
        for action in Action::all() {
            assert_eq!(first(action.label()), Some(action), "{}", action.label());
        }
    }

    #[test]
    fn letters_that_no_name_has_in_order_find_nothing() {
        assert!(commands_for("zzzq", &[]).is_empty());
    }

    #[test]
    fn what_was_used_last_comes_first() {
        let recent = [Action::TextSmaller, Action::SwapSides];
        let all = commands_for("", &recent);
        assert_eq!(all[..2], recent);
        assert_eq!(all.len(), Action::all().count());
        assert_eq!(all.get(2), Some(&Action::OpenLeft));
        assert_eq!(all.last().map(|action| action.menu()), Some(Menu::Diptych));
        assert_eq!(commands_for("swap", &recent).first(), Some(&Action::SwapSides));
    }
}
