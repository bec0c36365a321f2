//! Every command, run from the sheet of all commands on the real program, does what its name says.

use std::panic::{AssertUnwindSafe, catch_unwind};

use diptych::desktop::App;
use diptych::model::{ArticleKey, Correction, Edit, Place, Said, Side};
use diptych::workspace::{
    Action, Bar, Command, Event as Told, NoPicker, Origin, Pane, Scrolling, Sheet, Sought, State, Theme,
};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, ViewportCommand, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LEFT, RIGHT, program_on, settle};

type Program = Harness<'static, Option<App>>;

/// What a command asked of the system.
#[derive(Default)]
struct Asked {
    window: Vec<ViewportCommand>,
    copied: Vec<String>,
}

fn app(program: &Program) -> &App {
    program.state().as_ref().expect("it runs")
}

fn state(program: &Program) -> &State {
    app(program).state()
}

fn tell(program: &mut Program, command: Command) {
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, command);
    settle(program);
}

fn act(program: &mut Program, action: Action) {
    tell(program, Command::Do(action));
}

/// Types the command's name into the sheet and presses Enter.
fn run(program: &mut Program, action: Action) -> Asked {
    program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    program.run();
    assert_eq!(state(program).sheet, Some(Sheet::Commands), "{action:?}");
    program.event(Event::Text(action.label().to_owned()));
    program.run();
    let mut asked = Asked::default();
    // One event a frame, so that no frame's output is missed.
    for pressed in [true, false] {
        let (key, modifiers) = (Key::Enter, Modifiers::NONE);
        program.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        program.step();
        let output = program.output();
        asked.window.extend(output.viewport_output.values().flat_map(|viewport| viewport.commands.clone()));
        asked.copied.extend(output.platform_output.commands.iter().filter_map(|command| match command {
            OutputCommand::CopyText(words) => Some(words.clone()),
            _ => None,
        }));
    }
    settle(program);
    asked
}

fn sheet_after(program: &mut Program, action: Action) -> Option<Sheet> {
    run(program, action);
    state(program).sheet
}

fn origin(program: &Program, side: Side) -> Origin {
    state(program).columns.get(side).opened.as_ref().expect("it is open").origin.clone()
}

fn offset(program: &Program) -> f32 {
    app(program).room().columns.left.offset
}

fn paste(program: &mut Program, action: Action, side: Side) {
    let asked = run(program, action);
    assert!(asked.window.contains(&ViewportCommand::RequestPaste));
    program.event(Event::Paste("The ferry sinks.\n\nIt sank twice before.".to_owned()));
    settle(program);
    assert!(matches!(origin(program, side), Origin::Pasted(words) if words.starts_with("The ferry")));
    assert!(matches!(origin(program, side.other()), Origin::File(_)));
}

fn over_quotation(program: &mut Program) {
    let mut texts = program.query_all_by_label_contains("“A river that cannot move");
    let text = texts.find(|node| node.accesskit_node().role() == Role::Label).expect("it is in view").rect();
    drop(texts);
    program.event(Event::PointerMoved(text.left_top() + vec2(80.0, 12.0)));
    program.run();
}

fn correction(program: &Program) -> Edit {
    let opened = state(program).columns.left.opened.as_ref().expect("it is open");
    let quotation = Place { article: ArticleKey::of(&opened.article.text), span: quotation_span() };
    Edit::Correct(Correction::Speaker { quotation, said: Said::ByNobody })
}

/// What became of the last correction.
fn told(program: &Program) -> Option<Told> {
    state(program).told.as_ref().map(|told| told.event.clone())
}

fn quotation_span() -> diptych::model::Span {
    let words = "A river that cannot move is a pond with ambitions,";
    let start = LEFT.find(words).expect("it is there");
    diptych::model::Span::new(start, start + words.len())
}

fn double_click(program: &mut Program) {
    let text = program.get_by_label_contains("The weir has stood since 1841").rect();
    let pos = text.left_top() + vec2(50.0, 12.0);
    program.event(Event::PointerMoved(pos));
    program.run();
    for pressed in [true, false, true, false] {
        let modifiers = Modifiers::NONE;
        program.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
    }
    program.run();
}

fn seek(program: &mut Program) -> usize {
    act(program, Action::Find);
    tell(program, Command::Seek(Sought { words: "stone".to_owned(), ..Sought::default() }));
    assert_eq!(state(program).find.ordinal(), Some(1));
    state(program).find.count()
}

/// Runs it from the sheet on a fresh program and asserts what its name says. A new action has no check here until
/// somebody writes one: this match has no other arm.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
fn check(program: &mut Program, action: Action) {
    match action {
        Action::OpenLeft | Action::OpenFolder => {
            assert_eq!(sheet_after(program, action), Some(Sheet::Path(Side::Left, NoPicker::Missing)));
        }
        Action::OpenRight => {
            assert_eq!(sheet_after(program, action), Some(Sheet::Path(Side::Right, NoPicker::Missing)));
        }
        Action::OpenByPath => {
            assert_eq!(sheet_after(program, action), Some(Sheet::Path(Side::Left, NoPicker::Asked)));
        }
        Action::PasteLeft => paste(program, action, Side::Left),
        Action::PasteRight => paste(program, action, Side::Right),
        Action::OpenSamples => {
            run(program, action);
            assert!(Side::BOTH.iter().all(|side| matches!(origin(program, *side), Origin::Sample(_))));
        }
        Action::SwapSides => {
            let (left, right) = (origin(program, Side::Left), origin(program, Side::Right));
            run(program, action);
            assert_eq!((origin(program, Side::Left), origin(program, Side::Right)), (right, left));
        }
        Action::SaveCopy => {
            assert_eq!(sheet_after(program, action), Some(Sheet::SaveCopy(NoPicker::Missing)));
        }
        Action::Quit => assert!(run(program, action).window.contains(&ViewportCommand::Close)),
        Action::FullScreen => {
            assert!(run(program, action).window.contains(&ViewportCommand::Fullscreen(true)));
        }
        Action::NextLink | Action::PreviousLink => {
            run(program, action);
            let mut shown = state(program).shown();
            let expected = if action == Action::NextLink { shown.next() } else { shown.next_back() };
            assert!(expected.is_some() && state(program).current == expected);
        }
        Action::LetGo => {
            tell(program, Command::GoTo(0));
            run(program, action);
            assert_eq!(state(program).current, None);
        }
        Action::ToTop => {
            act(program, Action::ToEnd);
            assert!(offset(program) > 0.0);
            run(program, action);
            assert!(offset(program).abs() < 0.5);
        }
        Action::ToEnd => {
            run(program, action);
            assert!(offset(program) > 0.0);
        }
        Action::OtherArticle => {
            for expected in [Side::Right, Side::Left] {
                run(program, action);
                assert_eq!(app(program).room().active, expected);
            }
        }
        Action::Back | Action::Forward => {
            tell(program, Command::GoTo(0));
            tell(program, Command::GoTo(1));
            if action == Action::Forward {
                act(program, Action::Back);
            }
            run(program, action);
            assert_eq!(state(program).current, Some(usize::from(action == Action::Forward)));
        }
        Action::Find => {
            run(program, action);
            assert_eq!(state(program).find.bar, Some(Bar::Find));
        }
        Action::FindNext | Action::FindPrevious => {
            let count = seek(program);
            run(program, action);
            let expected = if action == Action::FindNext { 2 } else { count };
            assert_eq!(state(program).find.ordinal(), Some(expected));
        }
        Action::GoToParagraph => {
            run(program, action);
            assert_eq!(state(program).find.bar, Some(Bar::Paragraph));
        }
        Action::Copy => {
            double_click(program);
            assert_eq!(run(program, action).copied, ["weir"]);
        }
        Action::Undo => {
            let made = correction(program);
            tell(program, Command::Edit(made.clone()));
            run(program, action);
            assert_eq!(told(program), Some(Told::Undone(made)));
        }
        Action::Redo => {
            let made = correction(program);
            tell(program, Command::Edit(made.clone()));
            act(program, Action::Undo);
            run(program, action);
            assert_eq!(told(program), Some(Told::Redone(made)));
        }
        Action::WhoSaid => {
            over_quotation(program);
            assert_eq!(sheet_after(program, action), Some(Sheet::WhoSaid(Side::Left, 0)));
        }
        Action::NextTheme => {
            let before = program.ctx.theme();
            run(program, action);
            assert_ne!(program.ctx.theme(), before);
        }
        Action::Theme(theme) => {
            let other = if theme == Theme::Dark { Theme::Light } else { Theme::Dark };
            tell(program, Command::SetTheme(other));
            run(program, action);
            assert_eq!(state(program).settings.theme, theme);
        }
        Action::TextLarger | Action::TextSmaller | Action::TextReset => {
            if action == Action::TextReset {
                tell(program, Command::SetTextScale(2.0));
            }
            run(program, action);
            let scale = state(program).settings.text_scale;
            let expected = match action {
                Action::TextLarger => 1.1,
                Action::TextSmaller => 1.0 / 1.1,
                _ => 1.0,
            };
            assert!((scale - expected).abs() < 0.01, "{scale}");
        }
        Action::TogglePane => {
            let before = state(program).is_pane_shown();
            run(program, action);
            assert_ne!(state(program).is_pane_shown(), before);
        }
        Action::Show(pane) => {
            let other = if pane == Pane::Overview { Pane::Shared } else { Pane::Overview };
            tell(program, Command::ShowPane(other));
            run(program, action);
            assert!(state(program).settings.pane == pane && state(program).is_pane_shown());
        }
        Action::ReadOn | Action::ReadBack => {
            act(program, Action::OpenSamples);
            act(program, Action::ReadOn);
            let steps = state(program).together.as_ref().expect("there is a theme").steps.len();
            run(program, action);
            let expected = if action == Action::ReadOn { 1 % steps } else { steps - 1 };
            assert_eq!(state(program).together.as_ref().map(|together| together.at), Some(expected));
        }
        Action::Layer(kind) => {
            run(program, action);
            assert!(!state(program).is_on(kind));
            run(program, action);
            assert!(state(program).is_on(kind));
        }
        Action::Scrolling(scrolling) => {
            let other = if scrolling == Scrolling::Aligned { Scrolling::Proportional } else { Scrolling::Aligned };
            act(program, Action::Scrolling(other));
            run(program, action);
            assert_eq!(state(program).settings.scrolling, scrolling);
        }
        Action::EvenColumns => {
            tell(program, Command::SetSplit(0.6));
            run(program, action);
            assert!((state(program).settings.split - 0.5).abs() < 0.001);
        }
        Action::Widen(side) => {
            run(program, action);
            let split = state(program).settings.split;
            assert!(if side == Side::Left { split > 0.501 } else { split < 0.499 }, "{split}");
        }
        Action::FocusLine => {
            let before = state(program).settings.focus_line;
            run(program, action);
            assert_ne!(state(program).settings.focus_line, before);
        }
        Action::Fold => {
            let before = state(program).settings.folded;
            run(program, action);
            assert_ne!(state(program).settings.folded, before);
        }
        Action::Close => {
            run(program, action);
            assert!(Side::BOTH.iter().all(|side| state(program).columns.get(*side).opened.is_none()));
        }
        Action::Tour => {
            run(program, action);
            assert_eq!(state(program).tour, Some(0));
        }
        Action::Present => {
            run(program, action);
            assert!(state(program).presenting);
        }
        Action::Note => {
            double_click(program);
            run(program, action);
            assert!(state(program).writing.is_some());
        }
        Action::Highlight(colour) => {
            double_click(program);
            run(program, action);
            let marked: Vec<_> = state(program).work().highlights().map(|(_, found)| found.colour).collect();
            assert_eq!(marked, [colour]);
        }
        Action::Join => {
            run(program, action);
            assert_eq!(told(program), Some(Told::OneSelected));
        }
        Action::Strike => {
            tell(program, Command::GoTo(0));
            run(program, action);
            assert_eq!((state(program).work().struck().count(), state(program).current), (1, None));
        }
        Action::CutCard => {
            double_click(program);
            let opened = sheet_after(program, action);
            let card = state(program).work().cards().next().map(|(item, _)| Sheet::Card(item));
            assert!(card.is_some() && opened == card);
        }
        Action::CopyWithCitation => {
            double_click(program);
            let copied = run(program, action).copied;
            assert!(copied.len() == 1 && copied[0].starts_with("“weir”\n") && copied[0].contains("Fenn"), "{copied:?}");
        }
        Action::Export => assert_eq!(sheet_after(program, action), Some(Sheet::Export)),
        Action::AboutArticle => assert_eq!(sheet_after(program, action), Some(Sheet::Article(Side::Left))),
        Action::CheckQuotation => assert_eq!(sheet_after(program, action), Some(Sheet::Check)),
        Action::Preferences => assert_eq!(sheet_after(program, action), Some(Sheet::Preferences)),
        Action::AllCommands => assert_eq!(sheet_after(program, action), Some(Sheet::Commands)),
        Action::KeySheet => assert_eq!(sheet_after(program, action), Some(Sheet::Keys)),
        Action::About => assert_eq!(sheet_after(program, action), Some(Sheet::About)),
    }
}

#[test]
fn every_command_does_what_its_name_says() {
    let does_it = |action: &Action| {
        let (_folder, mut program) = program_on(("weir.txt", LEFT), ("council.txt", RIGHT));
        catch_unwind(AssertUnwindSafe(|| check(&mut program, *action))).is_ok()
    };
    let broken: Vec<&str> = Action::all().filter(|action| !does_it(action)).map(Action::label).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn arrows_choose_and_escape_closes() {
    let (_folder, mut program) = program_on(("weir.txt", LEFT), ("council.txt", RIGHT));
    program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    program.run();
    program.event(Event::Text("find".to_owned()));
    program.run();
    program.get_by_label("Find in both…, Edit, Ctrl+F");
    program.key_press(Key::ArrowDown);
    program.run();
    program.key_press(Key::ArrowUp);
    program.run();
    program.key_press(Key::Escape);
    settle(&mut program);
    assert_eq!(state(&program).sheet, None);
    assert_eq!(state(&program).find.bar, None);
    program.event(Event::Text("?".to_owned()));
    settle(&mut program);
    assert_eq!(state(&program).sheet, Some(Sheet::Keys), "letters are commands again");
    program.get_by_label("Find in both…: Ctrl+F");
}

#[test]
fn the_command_used_last_stands_first() {
    let (_folder, mut program) = program_on(("weir.txt", LEFT), ("council.txt", RIGHT));
    run(&mut program, Action::SwapSides);
    let swapped = origin(&program, Side::Left);
    program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    program.run();
    program.key_press(Key::Enter);
    settle(&mut program);
    assert_ne!(origin(&program, Side::Left), swapped, "swapped back");
}
