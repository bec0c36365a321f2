//! The elements of a page to the blocks of a draft: paragraphs with their roles, runs with their styles.

use dom_query::{NodeId, NodeRef};

use super::super::draft::Draft;
use super::{note_marks, words};
use crate::model::{Role, Style};

/// Elements whose content is no text of the page.
const SILENT: [&str; 14] = [
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "button", "input", "head",
    "audio", "video",
];
/// Elements that stand inside a line; every other one is a block.
pub const INLINE: [&str; 36] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var",
];

/// Writes the text below `root` into the draft, block by block. The block that is open before is ended first, the
/// last one here is ended too.
pub fn write(root: NodeRef<'_>, draft: &mut Draft) {
    write_chosen(root, draft, &|_| true);
}

/// As [`write`], of those text nodes alone that are chosen.
pub fn write_chosen(root: NodeRef<'_>, draft: &mut Draft, is_chosen: &dyn Fn(NodeId) -> bool) {
    let mut writer = Writer { draft, open: Vec::new() };
    writer.draft.end_block(None);
    // A stack of its own and no recursion: a hostile page nests deeper than a thread's stack bears.
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => {
                if is_chosen(node.id) {
                    writer.text(&node);
                }
            }
            Step::Enter(node) => {
                let Some(name) = node.node_name() else {
                    steps.extend(children(&node));
                    continue;
                };
                if writer.enter(&node, &name) {
                    steps.push(Step::Leave(name.to_string()));
                    steps.extend(children(&node));
                }
            }
            Step::Leave(name) => writer.leave(&name),
        }
    }
    writer.end_block();
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

/// Last first, as a stack wants them.
fn children<'a>(node: &NodeRef<'a>) -> impl Iterator<Item = Step<'a>> {
    node.children_it(true).map(Step::Enter)
}

struct Writer<'d> {
    draft: &'d mut Draft,
    /// The roles that open elements give, the innermost last.
    open: Vec<(String, Role)>,
}

impl Writer<'_> {
    /// Whether what is inside is wanted.
    fn enter(&mut self, node: &NodeRef<'_>, name: &str) -> bool {
        if is_silent(node, name) {
            return false;
        }
        match name {
            "br" if self.draft.block().ends_with('\n') => self.end_block(),
            "br" => self.draft.words("\n"),
            "q" => self.draft.words("“"),
            "hr" => self.end_block(),
            "td" | "th" => self.cell(),
            _ if INLINE.contains(&name) => {}
            _ => self.end_block(),
        }
        if let Some(style) = style(name) {
            self.draft.open_style(style);
        }
        if let Some(role) = role(node, name) {
            self.open.push((name.to_owned(), role));
        }
        true
    }

    fn leave(&mut self, name: &str) {
        if name == "q" {
            self.draft.words("”");
        }
        if let Some(style) = style(name) {
            self.draft.close_style(style);
        }
        if !INLINE.contains(&name) && !matches!(name, "td" | "th" | "br") {
            self.end_block();
        }
        if self.open.last().is_some_and(|(open, _)| open == name) {
            self.open.pop();
        }
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let is_preformatted = self.open.last().is_some_and(|(name, _)| name == "pre");
        let words = node.text();
        if is_preformatted { self.preformatted(&words) } else { self.draft.flowing(&words) }
    }

    /// Blank lines part paragraphs, as they do in plain text; the lines between them stay as they are.
    fn preformatted(&mut self, words: &str) {
        let mut is_blank = false;
        for line in words.split_inclusive('\n') {
            if line.trim().is_empty() {
                is_blank |= self.draft.block().ends_with('\n') || self.draft.is_at_block_start();
                self.draft.words(line);
            } else {
                if std::mem::take(&mut is_blank) {
                    self.end_block();
                }
                self.draft.words(line);
            }
        }
    }

    /// Cells of a row stand apart by a tab.
    fn cell(&mut self) {
        if !self.draft.is_at_block_start() {
            self.draft.words("\t");
        }
    }

    fn end_block(&mut self) {
        // A caption or a pull quote is one whatever stands inside it; else the innermost element says.
        let whole = self.open.iter().find(|(_, role)| matches!(role, Role::Caption | Role::PullQuote));
        let role = whole.or(self.open.last()).map(|(_, role)| *role).filter(|role| *role != Role::Body);
        self.draft.end_block(role);
    }
}

fn style(name: &str) -> Option<Style> {
    match name {
        "em" | "i" | "cite" | "dfn" => Some(Style::Emphasis),
        "strong" | "b" => Some(Style::Strong),
        "code" | "kbd" | "samp" | "tt" | "pre" => Some(Style::Code),
        "a" => Some(Style::Linked),
        _ => None,
    }
}

/// The role of the blocks in an element; [`Role::Body`] only marks preformatted text.
fn role(node: &NodeRef<'_>, name: &str) -> Option<Role> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Heading),
        "blockquote" | "aside" | "div" | "p" | "figure" | "section" if is_pull_quote(node) => Some(Role::PullQuote),
        "blockquote" => Some(Role::BlockQuote),
        "li" | "dt" | "dd" => Some(Role::ListItem),
        "figcaption" | "caption" => Some(Role::Caption),
        "div" | "p" | "span" if node.class().is_some_and(|class| words::name_a_caption(&class)) => Some(Role::Caption),
        "pre" => Some(Role::Body),
        _ => None,
    }
}

fn is_pull_quote(node: &NodeRef<'_>) -> bool {
    let Some(class) = node.class() else { return false };
    let class = class.to_ascii_lowercase().replace(['-', '_'], "");
    class.contains("pullquote") || class.contains("blockquotepull") || class.contains("pulledquote")
}

/// Whether what is in an element is no word of the text.
pub fn is_silent(node: &NodeRef<'_>, name: &str) -> bool {
    SILENT.contains(&name) || is_hidden(node) || note_marks::is_one(node, name)
}

/// Whether the page itself does not show an element.
pub fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr_or("style", "").to_ascii_lowercase().replace(' ', "");
    node.has_attr("hidden")
        || (node.attr_or("aria-hidden", "").eq_ignore_ascii_case("true") && !node.has_name("span"))
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}
