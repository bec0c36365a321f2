//! Everything a reader can ask for by name: its label, its help line, its keys and its menu, in one place.

use super::{Pane, Scrolling, Theme};
use crate::model::{LinkKind, MarkerColour, Side};

/// A command without an argument, as menus, the sheet of keys and the tests list it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Choose a file for the left column.
    OpenLeft,
    /// Choose a file for the right column.
    OpenRight,
    /// Type a path instead.
    OpenByPath,
    /// Choose a folder of articles.
    OpenFolder,
    /// The clipboard becomes the left article.
    PasteLeft,
    /// The clipboard becomes the right article.
    PasteRight,
    /// The two articles that come with the program.
    OpenSamples,
    /// Save both articles and the work on them in a file.
    SaveCopy,
    /// Put both articles away: the start page.
    Close,
    /// Show the reader around.
    Tour,
    /// Left becomes right.
    SwapSides,
    /// End the program.
    Quit,
    /// The next thing shared.
    NextLink,
    /// The one before.
    PreviousLink,
    /// Nothing is current any more.
    LetGo,
    /// Both columns to their beginning.
    ToTop,
    /// Both columns to their end.
    ToEnd,
    /// Turn to the other article.
    OtherArticle,
    /// Where the reader was before.
    Back,
    /// Where the reader went back from.
    Forward,
    /// Words to find in both.
    Find,
    /// The next place of them.
    FindNext,
    /// The place before.
    FindPrevious,
    /// The number of a paragraph to go to.
    GoToParagraph,
    /// Every command by its name.
    AllCommands,
    /// Copy what is selected.
    Copy,
    /// Take the last correction back.
    Undo,
    /// Make it hold again.
    Redo,
    /// Say who said the quotation at hand.
    WhoSaid,
    /// Words of the reader's own on a passage or on a link.
    Note,
    /// Mark the selection with that pen.
    Highlight(MarkerColour),
    /// Join the selections of both articles.
    Join,
    /// Strike the current link out.
    Strike,
    /// Make a card of the selection.
    CutCard,
    /// Copy the selection with the citation of its article.
    CopyWithCitation,
    /// Write a file of it.
    Export,
    /// What an article is called, who wrote it, where and when.
    AboutArticle,
    /// Look for a quotation in both articles, word by word.
    CheckQuotation,
    /// Follow the system, then light, then dark.
    NextTheme,
    /// These colours.
    Theme(Theme),
    /// How the reader wants things.
    Preferences,
    /// Larger text in the columns.
    TextLarger,
    /// Smaller text in the columns.
    TextSmaller,
    /// The size it came with.
    TextReset,
    /// Show or hide what stands beside the columns.
    TogglePane,
    /// Show that beside the columns, or hide it if it is there.
    Show(Pane),
    /// The next passage of one theme, left and right in turn.
    ReadOn,
    /// The passage of it before.
    ReadBack,
    /// Switch the layer of this kind off or on.
    Layer(LinkKind),
    /// The columns scroll so.
    Scrolling(Scrolling),
    /// Both columns as wide as each other.
    EvenColumns,
    /// More room for this column.
    Widen(Side),
    /// Dim all but the lines being read, or nothing.
    FocusLine,
    /// Fold away what is not the article, or show it again.
    Fold,
    /// Large type and nothing else, for a class; and back.
    Present,
    /// The whole screen, and back.
    FullScreen,
    /// Every key on one sheet.
    KeySheet,
    /// What this is.
    About,
}

/// The menus of the menu bar, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// The program itself.
    Diptych,
    /// Opening.
    File,
    /// Putting things right.
    Edit,
    /// How things look.
    View,
    /// What the reader makes.
    Work,
    /// Where to look.
    Go,
    /// How it works.
    Help,
}

impl Menu {
    /// In order.
    pub const ALL: [Menu; 7] = [Menu::Diptych, Menu::File, Menu::Edit, Menu::Work, Menu::View, Menu::Go, Menu::Help];

    /// As the bar has it.
    pub fn label(self) -> &'static str {
        match self {
            Menu::Diptych => "Diptych",
            Menu::File => "File",
            Menu::Edit => "Edit",
            Menu::View => "View",
            Menu::Work => "Work",
            Menu::Go => "Go",
            Menu::Help => "Help",
        }
    }
}

/// One line of the table below.
struct Entry {
    action: Action,
    menu: Menu,
    label: &'static str,
    help: &'static str,
    keys: &'static [&'static str],
    /// Whether a line is drawn above it in its menu.
    opens_group: bool,
    /// The menu inside its menu that it stands in.
    submenu: Option<&'static str>,
}

const fn entry(
    action: Action,
    menu: Menu,
    label: &'static str,
    help: &'static str,
    keys: &'static [&'static str],
) -> Entry {
    Entry { action, menu, label, help, keys, opens_group: false, submenu: None }
}

const fn layer(kind: LinkKind, label: &'static str, keys: &'static [&'static str]) -> Entry {
    let help = "Switch these links off, or on again";
    Entry { submenu: Some("Layers"), ..entry(Action::Layer(kind), Menu::View, label, help, keys) }
}

const fn pen(colour: MarkerColour, label: &'static str, keys: &'static [&'static str]) -> Entry {
    let help = "The selected words; once more to take it away";
    entry(Action::Highlight(colour), Menu::Work, label, help, keys)
}

const fn scrolling(scrolling: Scrolling, label: &'static str, help: &'static str) -> Entry {
    Entry { submenu: Some("Scrolling"), ..entry(Action::Scrolling(scrolling), Menu::View, label, help, &[]) }
}

const fn columns(action: Action, label: &'static str, help: &'static str, keys: &'static [&'static str]) -> Entry {
    Entry { submenu: Some("Columns"), ..entry(action, Menu::View, label, help, keys) }
}

const fn colours(theme: Theme, label: &'static str, help: &'static str) -> Entry {
    Entry { submenu: Some("Colours"), ..entry(Action::Theme(theme), Menu::View, label, help, &[]) }
}

const fn group(mut entry: Entry) -> Entry {
    entry.opens_group = true;
    entry
}

/// Keys are written as egui names them, `Ctrl` meaning Cmd on a Mac.
const TABLE: &[Entry] = &[
    entry(Action::About, Menu::Diptych, "About Diptych", "What this is, and what it does with your files", &[]),
    group(entry(
        Action::Preferences,
        Menu::Diptych,
        "Preferences…",
        "Colours, type, and how shared words are found",
        &["Ctrl+Comma"],
    )),
    group(entry(Action::Quit, Menu::Diptych, "Quit", "Close the window; it opens where you left off", &["Ctrl+Q"])),
    entry(Action::OpenLeft, Menu::File, "Open on the left…", "Choose an article for the left column", &["Ctrl+O"]),
    entry(
        Action::OpenRight,
        Menu::File,
        "Open on the right…",
        "Choose an article for the right column",
        &["Ctrl+Shift+O"],
    ),
    entry(
        Action::OpenByPath,
        Menu::File,
        "Open a file by its name…",
        "Type or paste the path of an article",
        &["Ctrl+L"],
    ),
    entry(Action::OpenFolder, Menu::File, "Open a folder…", "Choose two articles of a folder", &[]),
    group(entry(Action::PasteLeft, Menu::File, "Paste on the left", "The clipboard becomes the left article", &[])),
    entry(Action::PasteRight, Menu::File, "Paste on the right", "The clipboard becomes the right article", &[]),
    group(entry(
        Action::OpenSamples,
        Menu::File,
        "Sample articles",
        "The two articles that come with the program",
        &[],
    )),
    group(entry(
        Action::SaveCopy,
        Menu::File,
        "Save a copy…",
        "Both articles and all that you made of them, in one file that opens on any computer",
        &["Ctrl+S"],
    )),
    entry(
        Action::Export,
        Menu::File,
        "Export…",
        "Cards, a handout, a report, notes or a table, as a file",
        &["Ctrl+E"],
    ),
    entry(Action::Close, Menu::File, "Close both", "Put both articles away, back to the start page", &["Ctrl+W"]),
    entry(Action::SwapSides, Menu::File, "Swap sides", "Left becomes right", &["X"]),
    entry(Action::Undo, Menu::Edit, "Undo", "Take the last thing that you did back", &["Ctrl+Z"]),
    entry(Action::Redo, Menu::Edit, "Redo", "Make it hold again", &["Ctrl+Shift+Z", "Ctrl+Y"]),
    group(entry(Action::Copy, Menu::Edit, "Copy the selection", "Exactly the characters of the article", &["Ctrl+C"])),
    group(entry(Action::Find, Menu::Edit, "Find in both…", "Words in either article, every place marked", &["Ctrl+F"])),
    entry(Action::FindNext, Menu::Edit, "Find next", "The next place of the words sought", &["F3"]),
    entry(Action::FindPrevious, Menu::Edit, "Find previous", "The place of the words before", &["Shift+F3"]),
    group(entry(
        Action::WhoSaid,
        Menu::Edit,
        "Who said it…",
        "Confirm, change or clear the speaker of the quotation at hand",
        &["W"],
    )),
    entry(
        Action::CheckQuotation,
        Menu::Edit,
        "Check a quotation…",
        "Whether these words stand in the articles, and how faithfully; the selected words, or any that you paste",
        &["C"],
    ),
    colours(Theme::System, "As the system has it", "Light or dark, following the system"),
    colours(Theme::Light, "Light", "Ink on paper"),
    colours(Theme::Sepia, "Sepia", "Ink on old paper"),
    colours(Theme::Dark, "Dark", "For the night"),
    colours(Theme::Contrast, "High contrast", "Black on white, with thicker lines"),
    colours(Theme::ContrastDark, "High contrast, dark", "White on black, with thicker lines"),
    entry(Action::NextTheme, Menu::View, "Switch light and dark", "The other one of the two", &["D"]),
    group(entry(
        Action::TextLarger,
        Menu::View,
        "Larger text",
        "Make the articles' text larger",
        &["Ctrl+Plus", "Ctrl+Equals"],
    )),
    entry(Action::TextSmaller, Menu::View, "Smaller text", "Make the articles' text smaller", &["Ctrl+Minus"]),
    entry(Action::TextReset, Menu::View, "Usual text size", "Back to the size it came with", &["Ctrl+0"]),
    group(entry(
        Action::TogglePane,
        Menu::View,
        "Side pane",
        "Show or hide what stands beside the columns",
        &["Ctrl+B"],
    )),
    entry(
        Action::Show(Pane::Overview),
        Menu::View,
        "Overview",
        "What the two share and where they part, on one page",
        &["O"],
    ),
    entry(Action::Show(Pane::Shared), Menu::View, "List of what is shared", "Every link, strongest first", &["L"]),
    entry(
        Action::Show(Pane::Themes),
        Menu::View,
        "Themes: what they are about",
        "What both articles are about, and what only one of them",
        &["T"],
    ),
    entry(
        Action::Show(Pane::Sources),
        Menu::View,
        "Sources: who gets to speak",
        "Everyone quoted or named, in both articles or in one",
        &["S"],
    ),
    entry(
        Action::Show(Pane::Work),
        Menu::View,
        "Your work",
        "Notes, highlights, links and cards of your own, each with its place",
        &["V"],
    ),
    layer(LinkKind::Quotation, "Quotations", &["1"]),
    layer(LinkKind::Text, "Same words", &["2"]),
    layer(LinkKind::Source, "Sources", &["3"]),
    layer(LinkKind::Event, "Events", &["4"]),
    layer(LinkKind::Fact, "Facts", &["5"]),
    layer(LinkKind::Theme, "Themes", &["6"]),
    layer(LinkKind::Drawn, "Your own links", &["7"]),
    scrolling(Scrolling::Alone, "Each by itself", "Each column scrolls alone"),
    scrolling(
        Scrolling::Aligned,
        "Linked passages level",
        "The other column follows from one linked passage to the next",
    ),
    scrolling(Scrolling::Proportional, "By the same share", "Both move by the same share of their length"),
    columns(Action::Widen(Side::Left), "Widen the left", "More room for the left column", &["BracketRight"]),
    columns(Action::Widen(Side::Right), "Widen the right", "More room for the right column", &["BracketLeft"]),
    columns(Action::EvenColumns, "Columns of equal width", "Both columns as wide as each other", &["Backslash"]),
    group(entry(Action::FocusLine, Menu::View, "Focus line", "Dim all but the lines being read", &["F"])),
    entry(
        Action::Fold,
        Menu::View,
        "Hide what is not the article",
        "Share lines, credits and pull quotes go, or come back dimmed",
        &["H"],
    ),
    entry(
        Action::Present,
        Menu::View,
        "Present",
        "Large type for a class: Space steps on, nothing can be changed; again to end",
        &["F5"],
    ),
    group(entry(Action::FullScreen, Menu::View, "Full screen", "The whole screen, and back", &["F11"])),
    entry(
        Action::Note,
        Menu::Work,
        "Write a note…",
        "On the selected words, on the current link, or on the paragraph at hand; Esc keeps it",
        &["M"],
    ),
    pen(MarkerColour::Yellow, "Highlight in yellow", &["Y"]),
    pen(MarkerColour::Cyan, "Highlight in blue", &["B"]),
    pen(MarkerColour::Green, "Highlight in green", &["G"]),
    group(entry(
        Action::Join,
        Menu::Work,
        "Link the two selections",
        "Select words on the left and words on the right: they are a link of your own",
        &["U"],
    )),
    entry(
        Action::Strike,
        Menu::Work,
        "Strike the link out",
        "The current link goes from the list, the text and the counts; your work brings it back",
        &["Delete"],
    ),
    group(entry(
        Action::CutCard,
        Menu::Work,
        "Cut a card",
        "The selected words as evidence: full paragraphs, the selection underlined, with its citation",
        &["E"],
    )),
    entry(
        Action::CopyWithCitation,
        Menu::Work,
        "Copy with its citation",
        "The selected words in quotation marks, and below them who wrote them, where and when",
        &["Q"],
    ),
    group(entry(
        Action::AboutArticle,
        Menu::Work,
        "About the article…",
        "Its title, author, outlet and date, for the page and for citations: look, put right, fill in",
        &["I"],
    )),
    entry(
        Action::NextLink,
        Menu::Go,
        "Next",
        "To the next thing shared, both sides at one height",
        &["N", "J", "Right"],
    ),
    entry(Action::PreviousLink, Menu::Go, "Previous", "To the one before", &["P", "K", "Left"]),
    entry(Action::LetGo, Menu::Go, "Choose nothing", "No link is current any more; messages close", &["Escape"]),
    entry(
        Action::OtherArticle,
        Menu::Go,
        "To the other article",
        "The keys move and select in it; a narrow window shows it",
        &["A"],
    ),
    group(entry(Action::Back, Menu::Go, "Back", "Where you were before", &["Alt+Left"])),
    entry(Action::Forward, Menu::Go, "Forward", "Where you went back from", &["Alt+Right"]),
    entry(Action::GoToParagraph, Menu::Go, "Go to paragraph…", "By its number, in both or in one", &["Ctrl+G"]),
    group(entry(
        Action::ReadOn,
        Menu::Go,
        "Read together",
        "One theme from passage to passage, left and right in turn",
        &["R"],
    )),
    entry(Action::ReadBack, Menu::Go, "Read the passage before", "The passage of the theme before", &["Shift+R"]),
    group(entry(Action::ToTop, Menu::Go, "To the top", "Both columns to their beginning", &["Home"])),
    entry(Action::ToEnd, Menu::Go, "To the end", "Both columns to their end", &["End"]),
    entry(Action::Tour, Menu::Help, "Show me around", "What is what, in half a minute", &[]),
    entry(
        Action::AllCommands,
        Menu::Help,
        "All commands…",
        "Every command, found by typing a part of its name",
        &["Ctrl+Shift+P"],
    ),
    entry(Action::KeySheet, Menu::Help, "Keys", "Every key on one sheet", &["?", "F1"]),
];

impl Action {
    /// Every action, menu by menu.
    pub fn all() -> impl Iterator<Item = Action> {
        TABLE.iter().map(|entry| entry.action)
    }

    /// Those of one menu, in order.
    pub fn of(menu: Menu) -> impl Iterator<Item = Action> {
        TABLE.iter().filter(move |entry| entry.menu == menu).map(|entry| entry.action)
    }

    /// Whether a line is drawn above it in its menu.
    pub fn opens_group(self) -> bool {
        self.entry().opens_group
    }

    /// The menu inside its menu that it stands in, if it does.
    pub fn submenu(self) -> Option<&'static str> {
        self.entry().submenu
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        self.entry().label
    }

    /// What it does, in one line.
    pub fn help(self) -> &'static str {
        self.entry().help
    }

    /// The keys that do it, the one to show first.
    pub fn keys(self) -> &'static [&'static str] {
        self.entry().keys
    }

    /// The menu it stands in.
    pub fn menu(self) -> Menu {
        self.entry().menu
    }

    fn entry(self) -> &'static Entry {
        // A test holds that every action has its line, so the fallback is never shown.
        TABLE.iter().find(|entry| entry.action == self).unwrap_or(&TABLE[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_key_or_a_label() {
        let mut keys: Vec<&str> = TABLE.iter().flat_map(|entry| entry.keys).copied().collect();
        let mut labels: Vec<&str> = TABLE.iter().map(|entry| entry.label).collect();
        let (all_keys, all_labels) = (keys.len(), labels.len());
        keys.sort_unstable();
        keys.dedup();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!((keys.len(), labels.len()), (all_keys, all_labels));
    }

    #[test]
    fn every_action_has_its_line() {
        let source = include_str!("actions.rs");
        let (_, after) = source.split_once("pub enum Action {").expect("it is above");
        let (body, _) = after.split_once("\n}").expect("it ends");
        let names = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        for name in names.map(|line| line.split(['(', ',']).next().unwrap_or(line)) {
            let of_it = |action: Action| format!("{action:?}").split('(').next() == Some(name);
            assert!(Action::all().any(of_it), "{name}");
        }
        let with_argument = Pane::ALL
            .map(Action::Show)
            .into_iter()
            .chain(LinkKind::LAYERS.map(Action::Layer))
            .chain([Scrolling::Alone, Scrolling::Aligned, Scrolling::Proportional].map(Action::Scrolling))
            .chain(Theme::ALL.map(Action::Theme))
            .chain(Side::BOTH.map(Action::Widen))
            .chain(MarkerColour::ALL.map(Action::Highlight));
        for action in with_argument {
            assert!(Action::all().any(|known| known == action), "{action:?}");
        }
    }

    #[test]
    fn every_menu_has_something_in_it() {
        for menu in Menu::ALL {
            assert!(Action::of(menu).next().is_some(), "{menu:?}");
        }
    }
}
