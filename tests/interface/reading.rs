//! Reading: the list, the passages, the ways between them.

use std::sync::Arc;

use diptych::model::{self, LinkKind};
use diptych::ui::panes::Panes;
use diptych::ui::text_ui::{UNDER_HEAD, running_head_height};
use diptych::view::BlockKind;
use diptych::workspace::{Action, Command, OneColumn, Opened};
use egui::accesskit::Role;
use egui::{Key, OutputCommand, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LEFT, RIGHT, Window, compared, window};

fn passage(window: &Window<'_>, start: &str, side: &str) -> Rect {
    let all = window.query_all_by_role(egui::accesskit::Role::Link);
    let found = all.into_iter().find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(start) && label.contains(&format!("on the {side}"))
    });
    found.unwrap_or_else(|| panic!("{start} on the {side} is in view")).rect()
}

fn assert_level(window: &Window<'_>, link: &str) {
    let (left, right) = (passage(window, link, "left"), passage(window, link, "right"));
    assert!((left.top() - right.top()).abs() <= 1.0, "{link}: {left:?} and {right:?}");
}

fn current(window: &Window<'_>) -> Option<usize> {
    window.state().state.current
}

#[test]
fn the_list_names_everything_shared_strongest_first() {
    let window = window(1280.0, 800.0);
    window.get_by_label("Shared");
    let rows: Vec<String> = window
        .get_all_by_role(egui::accesskit::Role::ListItem)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(rows.len(), 6);
    assert!(rows[0].starts_with("1 of 6, quotation, … a pond with ambitions."), "{}", rows[0]);
    assert!(rows[1].contains("Both quote Ines Okafor"), "{}", rows[1]);
}

#[test]
fn a_click_on_a_row_brings_both_passages_to_one_height() {
    let mut window = window(1280.0, 480.0);
    window.get_by_label_contains("4 of 6, fact, 38 percent less water. Both").click();
    window.run();
    assert_eq!(current(&window), Some(3));
    assert_level(&window, "Link 4 of 6");
    let row = window.get_by_label_contains("4 of 6, fact, 38 percent less water. Both");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_click_on_a_passage_does_the_same() {
    let mut window = window(1280.0, 480.0);
    let words = passage(&window, "Link 3 of 6", "left");
    let text = window.get_by_label_contains("“A river that cannot move").rect();
    window.event(egui::Event::PointerMoved(pos2(text.left() + 120.0, words.top() + 8.0)));
    window.run();
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos: pos2(text.left() + 120.0, words.top() + 8.0),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        });
    }
    window.run();
    assert_eq!(current(&window), Some(2), "the most particular link under the words");
    assert_level(&window, "Link 3 of 6");
}

#[test]
fn keys_step_through_the_list_and_round_its_ends() {
    let mut window = window(1280.0, 800.0);
    for (key, expected) in
        [(Key::N, 0), (Key::J, 1), (Key::ArrowRight, 2), (Key::P, 1), (Key::K, 0), (Key::P, 5), (Key::N, 0)]
    {
        window.key_press(key);
        window.run();
        assert_eq!(current(&window), Some(expected), "{key:?}");
    }
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(current(&window), None);
}

#[test]
fn every_link_lands_level_in_a_low_window() {
    let mut window = window(1280.0, 420.0);
    for link in 1..=6 {
        window.key_press(Key::N);
        window.run();
        assert_level(&window, &format!("Link {link} of 6"));
    }
}

#[test]
fn a_kind_can_be_shown_alone() {
    let mut window = window(1280.0, 800.0);
    window.get_by_label("Show only facts").click();
    window.run();
    assert_eq!(window.state().state.only(), Some(LinkKind::Fact));
    assert_eq!(window.get_all_by_role(egui::accesskit::Role::ListItem).count(), 2);
    window.key_press(Key::N);
    window.run();
    assert_eq!(current(&window), Some(3), "the first fact");
}

#[test]
fn paragraphs_are_text_for_the_screen_reader() {
    let window = window(1280.0, 800.0);
    for words in ["The weir has stood since 1841", "Ines Okafor, a hydrologist at the county college"] {
        window.get_by_label_contains(words);
    }
    window.get_by_label_contains("Link 2 of 6, source, Ines Okafor, on the right in paragraph");
}

#[test]
fn the_theme_changes_in_mid_session() {
    let mut window = window(1280.0, 800.0);
    window.key_press(Key::N);
    window.run();
    let before = window.ctx.theme();
    for theme in [egui::Theme::Dark, egui::Theme::Light, egui::Theme::Dark] {
        window.ctx.set_theme(theme);
        window.run();
        assert_eq!(window.ctx.theme(), theme);
        window.get_by_label_contains("The weir has stood since 1841");
        assert_level(&window, "Link 1 of 6");
    }
    window.ctx.set_theme(before);
}

#[test]
fn a_selection_over_paragraphs_copies_the_articles_characters() {
    let mut window = window(1280.0, 800.0);
    let from = window.get_by_label_contains("The weir has stood since 1841").rect();
    let to = window.get_by_label_contains("The council heard 412 residents").rect();
    window.event(egui::Event::PointerMoved(from.left_top() + egui::vec2(1.0, 8.0)));
    window.run();
    window.drag_at(from.left_top() + egui::vec2(1.0, 8.0));
    window.run();
    window.event(egui::Event::PointerMoved(to.left_top() + egui::vec2(40.0, 40.0)));
    window.run();
    window.drop_at(to.left_top() + egui::vec2(40.0, 40.0));
    window.run();
    let copied = window.state().room.selected_words().expect("something is selected");
    assert!(copied.starts_with("The weir has stood since 1841"), "{copied}");
    assert!(copied.contains("came to a vote.\n\n“A river"), "the blank line between paragraphs is kept: {copied}");
    assert!(LEFT.contains(&copied), "byte for byte: {copied}");
}

#[test]
fn a_narrow_window_has_the_current_link_in_a_bar() {
    let mut window = window(900.0, 600.0);
    assert_eq!(window.query_all_by_role(egui::accesskit::Role::ListItem).count(), 0);
    window.get_by_label("Next").click();
    window.run();
    assert_eq!(current(&window), Some(0));
    window.get_by_label_contains("1 of 6   … a pond with ambitions");
    assert_level(&window, "Link 1 of 6");
}

#[test]
fn the_sheet_of_keys_opens_and_closes() {
    let mut window = window(1280.0, 800.0);
    window.event(egui::Event::Text("?".to_owned()));
    window.run();
    window.get_by_label("Open on the right…: Ctrl+Shift+O");
    for action in Action::all().filter(|action| !action.keys().is_empty()) {
        let row = format!("{}: ", action.label());
        assert!(window.query_all_by_label_contains(&row).next().is_some(), "{action:?} is on the sheet");
    }
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label_contains("Open on the right…: ").is_none());
}

#[test]
fn nothing_is_drawn_at_rest() {
    let mut window = window(1280.0, 800.0);
    window.run();
    let wanted = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(wanted.is_none_or(|delay| delay > std::time::Duration::from_hours(1)), "{wanted:?}");
}

#[test]
fn copying_without_a_selection_leaves_the_clipboard_alone() {
    let mut window = window(1280.0, 800.0);
    window.event(egui::Event::Copy);
    window.run();
    let copies =
        window.output().platform_output.commands.iter().filter(|command| matches!(command, OutputCommand::CopyText(_)));
    assert_eq!(copies.count(), 0);
}

#[test]
fn links_of_no_kind_are_said_to_be_none() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::ShowOnly(Some(LinkKind::Event)));
    window.run();
    window.get_by_label("Nothing of this kind in common.");
}

#[test]
fn any_text_can_be_shown() {
    // Right-to-left words, combining marks, an emoji family, no spaces at all: nothing may panic.
    let odd = format!("{}\n\n{}\n\n{}", "שלום עולם", "e\u{301}\u{302}👩‍👩‍👧‍👦".repeat(40), "x".repeat(5000));
    let article = diptych::import::pasted(&odd).expect("it has words");
    let reading = diptych::reading::read(&article);
    let opened = std::sync::Arc::new(diptych::workspace::Opened {
        origin: diptych::workspace::Origin::Pasted(odd),
        article,
        reading,
    });
    let sides = diptych::model::Sides::new(std::sync::Arc::clone(&opened), opened);
    let shared = diptych::model::Comparison::default();
    let compared = diptych::workspace::Compared::new(sides, diptych::model::Sides::default(), shared);
    let mut window = super::stage::window_on(700.0, 500.0, std::sync::Arc::new(compared));
    window.run();
    assert!(!RIGHT.is_empty());
}

#[test]
fn links_of_one_theme_are_folded_under_one_row_and_stepped_through() {
    let mut shared = super::stage::compared().comparison.clone();
    let theme = shared.links[5].clone();
    let second = diptych::model::Link { why: "Both: roof, stones.".to_owned(), ..theme };
    // The strongest of all and the weakest are of one theme: they stand together.
    shared.links.insert(0, second);
    let sides = super::stage::compared().sides.clone();
    let compared = diptych::workspace::Compared::new(sides, diptych::model::Sides::default(), shared);
    let mut window = super::stage::window_on(1280.0, 800.0, std::sync::Arc::new(compared));
    let rows = |window: &Window<'_>| -> Vec<String> {
        let all = window.query_all_by_role(egui::accesskit::Role::ListItem);
        all.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
    };
    assert_eq!(rows(&window).len(), 6);
    assert_eq!(rows(&window)[0], "theme, The mill and its stones, 2 links  ·  2 paragraphs left, 2 right");
    for (step, expected) in [(1, 0), (2, 6), (3, 1)] {
        window.key_press(Key::N);
        window.run();
        assert_eq!(current(&window), Some(expected), "step {step}");
        assert_eq!(rows(&window).len(), if step < 3 { 8 } else { 6 }, "the row is open while a link of it is current");
    }
    window.key_press(Key::P);
    window.run();
    let selected = window
        .query_all_by_role(egui::accesskit::Role::ListItem)
        .find(|node| node.accesskit_node().is_selected() == Some(true))
        .and_then(|node| node.accesskit_node().label());
    assert!(selected.is_some_and(|label| label.starts_with("2 of 7, theme")), "the second of the theme");
}

#[test]
fn a_long_reason_takes_one_line_until_it_is_asked_for() {
    let mut shared = super::stage::compared().comparison.clone();
    shared.links[0].why = "The left says one thing of the river and the right another, and so on. ".repeat(12);
    let sides = super::stage::compared().sides.clone();
    let compared = diptych::workspace::Compared::new(sides, diptych::model::Sides::default(), shared);
    let mut window = super::stage::window_on(1280.0, 800.0, std::sync::Arc::new(compared));
    let height = |window: &Window<'_>, start: &str| {
        let mut all = window.query_all_by_role(egui::accesskit::Role::ListItem);
        all.find(|node| node.accesskit_node().label().unwrap_or_default().starts_with(start))
            .map(|node| node.rect().height())
    };
    assert_eq!(height(&window, "1 of 6"), height(&window, "2 of 6"), "two lines, like the others");
    window.key_press(Key::N);
    window.run();
    assert!(height(&window, "1 of 6") > height(&window, "2 of 6"), "the whole reason where it is current");
}

#[test]
fn keys_select_across_paragraphs_and_the_copy_is_the_very_characters() {
    let mut window = window(1280.0, 800.0);
    let shift = egui::Modifiers::SHIFT;
    for _ in 0..2 {
        window.key_press_modifiers(egui::Modifiers::COMMAND | shift, Key::ArrowRight);
        window.run();
    }
    let words = |window: &Window<'_>| window.state().room.selected_words().unwrap_or_default();
    assert_eq!(words(&window), "The Weir");
    window.key_press_modifiers(shift, Key::ArrowRight);
    window.run();
    assert_eq!(words(&window), "The Weir ");
    for _ in 0..4 {
        window.key_press_modifiers(shift, Key::ArrowDown);
        window.run();
    }
    let selected = words(&window);
    assert!(super::stage::LEFT.starts_with(&selected) && selected.contains("May 3, 2018\n\nThe weir"), "{selected}");
    assert_eq!(current(&window), None, "arrows with Shift go to no link");
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    assert_eq!(words(&window), super::stage::LEFT.trim_end());
}

#[test]
fn what_is_not_the_article_folds_away_by_key_and_comes_back() {
    let (_folder, mut program) = super::stage::program_on(
        (
            "mill.txt",
            "The Mill\n\nThe mill burned on Thursday, and nobody was hurt.\n\nShare this article\n\nIt will be built again by spring.\n",
        ),
        ("pond.txt", "The Pond\n\nThe pond froze early this year, and the school closed for a day.\n"),
    );
    let shown = |program: &egui_kittest::Harness<'_, Option<diptych::desktop::App>>| {
        program.query_by_label_contains("Share this article").is_some()
    };
    assert!(shown(&program));
    for expected in [false, true] {
        program.key_press(Key::H);
        super::stage::settle(&mut program);
        assert_eq!(shown(&program), expected);
    }
}

#[test]
fn no_line_is_cut_under_the_running_head_after_a_jump() {
    // So low that neither article ends in view, where its end would decide.
    let mut window = window(1280.0, 300.0);
    for link in [0, 2] {
        window.state_mut().apply(Command::GoTo(link));
        window.run();
        let panes = Panes::new(
            // The harness leaves a margin around the window.
            Rect::from_min_max(pos2(8.0, 8.0), pos2(1272.0, 292.0)),
            &window.state().state.settings,
            false,
            OneColumn::default(),
            0.0,
        );
        let place = panes.places.left;
        assert!(window.state().room.columns.left.offset > 100.0, "it is scrolled");
        let under = place.viewport.top() + running_head_height(&place.typesetting) + UNDER_HEAD;
        let blocks: Vec<Rect> = [Role::Label, Role::Heading]
            .into_iter()
            .flat_map(|role| window.query_all_by_role(role).map(|node| node.rect()).collect::<Vec<_>>())
            .filter(|rect| rect.left() > place.viewport.left() && rect.right() < place.viewport.right())
            .collect();
        let begins = [BlockKind::Body, BlockKind::Title, BlockKind::Head].into_iter().any(|kind| {
            let line = place.typesetting.of(kind).line_height;
            blocks.iter().any(|rect| {
                let lines = (rect.bottom() - under) / line;
                rect.bottom() < place.viewport.bottom() && lines > 0.9 && (lines - lines.round()).abs() * line < 1.0
            })
        });
        assert!(begins, "link {link}: a line begins at {under}: {blocks:?}");
    }
}

#[test]
fn the_place_where_a_reader_left_off_is_there_before_the_article_is_read_and_after() {
    let compared = compared();
    let mut window = window(1280.0, 300.0);
    let at = LEFT.find("What nobody disputed").expect("the words are there");
    // Before it is read it stands on another page: its byline is not known to be one.
    let read = Arc::clone(&compared.sides.left);
    let mut skimmed = Opened::clone(&read);
    skimmed.reading.roles[1] = model::Role::Body;
    let stage = window.state_mut();
    stage.state.compared = None;
    stage.state.columns.left.opened = None;
    window.run();
    let stage = window.state_mut();
    stage.room.columns.left.resume_at = Some(at);
    stage.state.columns.left.opened = Some(Arc::new(skimmed));
    window.run();
    let is_there = |window: &Window<'_>| window.state().state.places.left.abs_diff(at) < 60;
    assert!(is_there(&window), "{}", window.state().state.places.left);
    window.state_mut().state.columns.left.opened = Some(read);
    window.run();
    assert!(is_there(&window), "{}", window.state().state.places.left);
}
