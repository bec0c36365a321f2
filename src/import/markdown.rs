//! Markdown to an article: the words as they would be rendered, with the roles and styles that the markup gives.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::{front_matter, html_text, plain};
use crate::model::{Article, Role, Style};

/// The article in decoded Markdown (`CommonMark` with tables, footnotes and strike-through).
///
/// Blocks are joined by blank lines, soft line breaks become spaces, tags of HTML are dropped, a picture gives its
/// alternative text as a caption. Words are never changed: no curly marks for straight ones.
pub fn article(decoded: &str) -> Article {
    let source = plain::with_line_feeds(decoded);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut builder = Builder::new(&source);
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        builder.take(event, range);
    }
    builder.finish()
}

/// Writes the rendered text block by block.
struct Builder<'a> {
    source: &'a str,
    draft: Draft,
    heading: Option<HeadingLevel>,
    has_title: bool,
    quote_depth: usize,
    item_depth: usize,
    /// Alternative texts of pictures: of the one that is open, and of those that wait for the block to end.
    open_caption: Option<String>,
    captions: Vec<String>,
    /// HTML of a block, or front matter, as it comes.
    html: Option<String>,
    front_matter: Option<String>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            draft: Draft::with_capacity(source.len()),
            heading: None,
            has_title: false,
            quote_depth: 0,
            item_depth: 0,
            open_caption: None,
            captions: Vec::new(),
            html: None,
            front_matter: None,
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words),
            Event::Code(words) => {
                self.draft.open_style(Style::Code);
                self.words(&words);
                self.draft.close_style(Style::Code);
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.words("\n"),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Rule => self.rule(range),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                self.heading = Some(*level);
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quote_depth += 1;
            }
            Tag::Item => {
                self.end_block();
                self.item_depth += 1;
            }
            Tag::CodeBlock(_) => {
                self.end_block();
                self.draft.open_style(Style::Code);
            }
            Tag::HtmlBlock => {
                self.end_block();
                self.html = Some(String::new());
            }
            Tag::MetadataBlock(_) => self.front_matter = Some(String::new()),
            Tag::Emphasis => self.draft.open_style(Style::Emphasis),
            Tag::Strong => self.draft.open_style(Style::Strong),
            Tag::Link { .. } => self.draft.open_style(Style::Linked),
            Tag::Image { .. } => self.open_caption = Some(String::new()),
            Tag::TableCell => self.cell(),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            _ => self.end_block(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_block();
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            TagEnd::Item => {
                self.end_block();
                self.item_depth = self.item_depth.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.draft.close_style(Style::Code);
                self.end_block();
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::MetadataBlock(_) => {
                self.draft.metadata = front_matter::metadata(&self.front_matter.take().unwrap_or_default());
            }
            TagEnd::Emphasis => self.draft.close_style(Style::Emphasis),
            TagEnd::Strong => self.draft.close_style(Style::Strong),
            TagEnd::Link => self.draft.close_style(Style::Linked),
            TagEnd::Image => self.captions.extend(self.open_caption.take()),
            TagEnd::TableCell | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            _ => self.end_block(),
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(block) = self.front_matter.as_mut().or(self.html.as_mut()).or(self.open_caption.as_mut()) {
            block.push_str(words);
            return;
        }
        self.draft.words(words);
    }

    /// Cells of a row stand apart by a tab.
    fn cell(&mut self) {
        if !self.draft.is_at_block_start() {
            self.words("\t");
        }
    }

    fn html(&mut self, html: &CowStr<'_>) {
        if let Some(block) = &mut self.html {
            block.push_str(html);
        } else if html_text::is_line_break(html) {
            self.words("\n");
        }
    }

    fn html_block(&mut self) {
        let html = self.html.take().unwrap_or_default();
        for paragraph in html_text::paragraphs(&html) {
            self.words(&paragraph);
            self.end_block();
        }
    }

    fn rule(&mut self, range: Range<usize>) {
        self.end_block();
        let mark = self.source.get(range).unwrap_or("***").trim().to_owned();
        self.words(&mark);
        self.end_block_as(Some(Role::Separator));
    }

    fn end_block(&mut self) {
        let role = self.role();
        self.end_block_as(role);
    }

    /// What the markup says; a paragraph outside any other block is left to the reading.
    fn role(&self) -> Option<Role> {
        match self.heading {
            Some(HeadingLevel::H1) if !self.has_title => Some(Role::Title),
            Some(_) => Some(Role::Heading),
            None if self.quote_depth > 0 => Some(Role::BlockQuote),
            None if self.item_depth > 0 => Some(Role::ListItem),
            None => None,
        }
    }

    fn end_block_as(&mut self, role: Option<Role>) {
        if self.front_matter.is_some() || self.html.is_some() {
            return;
        }
        if self.draft.end_block(role) {
            self.has_title |= role == Some(Role::Title);
        }
        for caption in std::mem::take(&mut self.captions) {
            self.words(&caption);
            self.end_block_as(Some(Role::Caption));
        }
    }

    fn finish(mut self) -> Article {
        self.end_block();
        self.draft.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[(&str, Option<Role>)]) {
        let article = article(markdown);
        let found: Vec<_> = article.paragraphs.iter().map(|one| (one.span.of(&article.text), one.role)).collect();
        assert_eq!(found, expected, "{markdown}");
    }

    fn check_styles(markdown: &str, expected: &[(&str, Style)]) {
        let article = article(markdown);
        let found: Vec<_> = article.styles.iter().map(|one| (one.span.of(&article.text), one.style)).collect();
        assert_eq!(found, expected, "{markdown}");
    }

    #[test]
    fn blocks_get_the_roles_that_their_marks_give() {
        check(
            "# The Ferry\n\nIt stays\nhere.\n\n## Why\n\n> Because\n>\n> of tides.\n\n- one\n- two\n\n  more\n\n***\n\n# Again\n",
            &[
                ("The Ferry", Some(Role::Title)),
                ("It stays here.", None),
                ("Why", Some(Role::Heading)),
                ("Because", Some(Role::BlockQuote)),
                ("of tides.", Some(Role::BlockQuote)),
                ("one", Some(Role::ListItem)),
                ("two", Some(Role::ListItem)),
                ("more", Some(Role::ListItem)),
                ("***", Some(Role::Separator)),
                ("Again", Some(Role::Heading)),
            ],
        );
    }

    #[test]
    fn words_are_not_changed() {
        check("\"Straight\" -- it's & stays &amp; so on...", &[("\"Straight\" -- it's & stays & so on...", None)]);
    }

    #[test]
    fn styles_cover_their_words_alone() {
        check_styles(
            "The *slow* ferry **never *ever* ran** by `tide` [there](x).",
            &[
                ("slow", Style::Emphasis),
                ("never ever ran", Style::Strong),
                ("ever", Style::Emphasis),
                ("tide", Style::Code),
                ("there", Style::Linked),
            ],
        );
    }

    #[test]
    fn pictures_give_their_caption() {
        check("![The pier at dusk](pier.png)", &[("The pier at dusk", Some(Role::Caption))]);
        check("Before ![the *pier*](p.png) after.", &[("Before  after.", None), ("the pier", Some(Role::Caption))]);
    }

    #[test]
    fn tags_are_dropped_and_their_words_kept() {
        check(
            "<div class=\"x\">\n<p>One &amp; only.</p>\n<script>no()</script>\n</div>\n\nTwo <b>bold</b><br>lines",
            &[("One & only.", None), ("Two bold\nlines", None)],
        );
    }

    #[test]
    fn tables_footnotes_and_front_matter() {
        check(
            "---\ntitle: The Ferry\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nIt ran.[^1]\n\n[^1]: In 1911.\n",
            &[("a\tb", None), ("1\t2", None), ("It ran.", None), ("In 1911.", None)],
        );
        assert_eq!(article("---\ntitle: The Ferry\n---\n\nIt ran.").metadata.title.as_deref(), Some("The Ferry"));
    }

    #[test]
    fn nesting_without_end_is_read() {
        assert_eq!(article(&format!("{}word", "> ".repeat(20_000))).paragraphs.len(), 1);
        assert!(!article(&"*[".repeat(20_000)).text.is_empty());
    }
}
