//! Keys to actions. The keys themselves stand with the actions.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::workspace::Action;

/// What the keys of this frame ask for. Plain letters are left alone while the reader types.
pub fn pressed(ctx: &Context) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let menu_open = egui::Popup::is_any_open(ctx);
    // What lies over the columns has the keys that need no second one.
    let is_covered = menu_open || ctx.memory(|memory| memory.top_modal_layer().is_some());
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let mut found = Vec::new();
    // More modifiers first, so that Ctrl+Shift+O is not taken for Ctrl+O.
    let mut all: Vec<(Action, KeyboardShortcut)> = Action::all()
        .flat_map(|action| action.keys().iter().filter_map(move |keys| Some((action, parsed(keys)?))))
        .collect();
    let bare = |keys: &KeyboardShortcut| [keys.modifiers.shift, keys.modifiers.command, keys.modifiers.alt];
    all.sort_by_key(|(_, keys)| bare(keys).into_iter().filter(|pressed| !pressed).count());
    for (action, keys) in all {
        // The system turns Ctrl+C into an event of its own.
        let is_plain = keys.modifiers.is_none()
            && !matches!(keys.logical_key, Key::F1 | Key::F3 | Key::F5 | Key::F11 | Key::Escape);
        let is_the_fields = matches!(action, Action::Copy | Action::Undo | Action::Redo);
        if typing && (is_plain || is_the_fields) || is_plain && is_covered {
            continue;
        }
        // Arrows belong to what has the focus: a slider, a list of choices.
        if focused && keys.modifiers.is_none() && matches!(keys.logical_key, Key::ArrowLeft | Key::ArrowRight) {
            continue;
        }
        // With Shift they select.
        let is_arrow = matches!(keys.logical_key, Key::ArrowLeft | Key::ArrowRight);
        if is_arrow && keys.modifiers.is_none() && ctx.input(|input| input.modifiers.shift) {
            continue;
        }
        // An open menu closes by itself.
        if keys.logical_key == Key::Escape && menu_open {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            found.push(action);
        }
    }
    if !typing {
        ctx.input(|input| {
            if input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?")) {
                found.push(Action::KeySheet);
            }
            if input.events.iter().any(|event| matches!(event, Event::Copy)) {
                found.push(Action::Copy);
            }
        });
    }
    found.dedup();
    found
}

/// A key as the table has it, "Ctrl+Shift+O"; "?" is found by its letter instead.
fn parsed(keys: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut rest = keys;
    while let Some((first, after)) = rest.split_once('+') {
        match first {
            "Ctrl" => modifiers = modifiers.plus(Modifiers::COMMAND),
            "Shift" => modifiers = modifiers.plus(Modifiers::SHIFT),
            "Alt" => modifiers = modifiers.plus(Modifiers::ALT),
            _ => return None,
        }
        rest = after;
    }
    let key = Key::from_name(rest).filter(|_| rest != "?")?;
    Some(KeyboardShortcut::new(modifiers, key))
}

/// The first key of an action as people write it: "Ctrl+O"; empty where it has none.
pub fn keys_in_words(action: Action) -> String {
    action.keys().first().map_or_else(String::new, |keys| in_words(keys))
}

/// A key as people write it.
pub fn in_words(keys: &str) -> String {
    let mac = cfg!(target_os = "macos");
    keys.replace("Ctrl", if mac { "⌘" } else { "Ctrl" })
        .replace("Plus", "+")
        .replace("Comma", ",")
        .replace("BracketLeft", "[")
        .replace("BracketRight", "]")
        .replace("Backslash", "\\")
        .replace("Equals", "=")
        .replace("Minus", "−")
        .replace("Escape", "Esc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_every_action_is_understood() {
        for action in Action::all() {
            for keys in action.keys() {
                assert!(*keys == "?" || parsed(keys).is_some(), "{action:?}: {keys}");
            }
        }
    }

    #[test]
    fn the_key_table_of_the_readme_has_every_key() {
        let readme = include_str!("../../README.md");
        let table = readme.split("## Keys").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or("");
        for keys in Action::all().flat_map(Action::keys) {
            // A row gives the seven layers as "`1` … `7`".
            if matches!(*keys, "2" | "3" | "4" | "5" | "6") {
                continue;
            }
            let shown = in_words(keys).replace('⌘', "Ctrl").replace("Left", "←").replace("Right", "→");
            assert!(table.contains(&format!("`{shown}`")), "{shown}");
        }
    }

    #[test]
    fn keys_read_as_people_write_them() {
        assert_eq!(in_words("Ctrl+Plus"), if cfg!(target_os = "macos") { "⌘++" } else { "Ctrl++" });
        assert_eq!(in_words("Escape"), "Esc");
    }
}
