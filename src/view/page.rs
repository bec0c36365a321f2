//! An article as blocks down a page, with the words of each and how they are set.

use crate::model::{Article, Described, Reading, Role, Span, Style};

use super::head_line;

/// A line longer than this, in bytes, is running text: its line breaks are the editor's, not the author's.
const VERSE_LINE_BYTES: usize = 46;

/// The blocks of an article, top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// In order.
    pub blocks: Vec<Block>,
    /// Per paragraph of the article: its block. None where the head of the page says it already.
    pub block_of: Vec<Option<usize>>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// How it is set.
    pub kind: BlockKind,
    /// Its words.
    pub words: Words,
}

/// Where a block's words stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Words {
    /// In this paragraph of the article.
    Paragraph(usize, Span),
    /// Not in the article: made from what is known of it.
    Own(String),
}

/// How a block is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who, where and when, under the headline.
    Head,
    /// A heading inside the article.
    Heading,
    /// Running prose.
    Body,
    /// A quotation set off.
    BlockQuote,
    /// Words repeated for show.
    PullQuote,
    /// An item of a list.
    ListItem,
    /// The words to a picture.
    Caption,
    /// What is not the article itself: about the author, buttons, credits.
    Aside,
    /// A rule.
    Separator,
}

impl BlockKind {
    /// Each of them, in order.
    pub const ALL: [BlockKind; 10] = [
        BlockKind::Title,
        BlockKind::Head,
        BlockKind::Heading,
        BlockKind::Body,
        BlockKind::BlockQuote,
        BlockKind::PullQuote,
        BlockKind::ListItem,
        BlockKind::Caption,
        BlockKind::Aside,
        BlockKind::Separator,
    ];
}

/// A run of one face inside a block, in bytes of the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its words, counted from the block's first byte.
    pub span: Span,
    /// Set in italics.
    pub italic: bool,
    /// Set in bold.
    pub bold: bool,
    /// Set in a fixed width.
    pub code: bool,
}

impl Page {
    /// The page of an article of which that is `described`. `fallback_title` stands over it where nobody gives a title;
    /// where it is `folded`, what is not the article is left out.
    pub fn new(
        article: &Article,
        reading: &Reading,
        described: &Described,
        fallback_title: &str,
        folded: bool,
        words_a_minute: u32,
    ) -> Self {
        let mut page = Page { blocks: Vec::new(), block_of: vec![None; article.paragraphs.len()] };
        // A title of the reader's own stands over the page; what the article has there follows, as it stands.
        let is_retitled = described.title.is_some() && described.title != reading.metadata.title;
        let title_at = title_paragraph(reading).filter(|_| !is_retitled);
        if title_at.is_none() {
            let title = described.title.clone().unwrap_or_else(|| fallback_title.to_owned());
            page.blocks.push(Block { kind: BlockKind::Title, words: Words::Own(title) });
        }
        let head = head_line(described, article, words_a_minute);
        let mut head_due = true;
        for (index, paragraph) in article.paragraphs.iter().enumerate() {
            let role = reading.roles.get(index).copied().unwrap_or(Role::Body);
            if head_due && title_at.is_none_or(|title| index > title) {
                page.blocks.push(Block { kind: BlockKind::Head, words: Words::Own(head.clone()) });
                head_due = false;
            }
            let is_folded = folded && role.can_fold();
            if is_folded || is_said_by_head(reading, described, index, role) {
                continue;
            }
            page.block_of[index] = Some(page.blocks.len());
            let kind = if is_retitled && role == Role::Title { BlockKind::Aside } else { kind_of(role) };
            page.blocks.push(Block { kind, words: Words::Paragraph(index, paragraph.span) });
        }
        page
    }

    /// The same with a word before who wrote it: "Sample".
    #[must_use]
    pub fn signed(mut self, sign: Option<&str>) -> Self {
        let head = self.blocks.iter_mut().find(|block| block.kind == BlockKind::Head);
        if let (Some(sign), Some(Words::Own(words))) = (sign, head.map(|block| &mut block.words)) {
            *words = format!("{sign}  ·  {words}");
        }
        self
    }
}

impl Block {
    /// The block's words for display: as many bytes as the article has there, but soft line breaks as spaces.
    pub fn text(&self, article: &Article) -> String {
        match &self.words {
            Words::Own(words) => words.clone(),
            Words::Paragraph(_, span) => unbroken(span.of(&article.text)),
        }
    }

    /// Its place in the article; none for words that are not in it.
    pub fn span(&self) -> Option<Span> {
        match self.words {
            Words::Paragraph(_, span) => Some(span),
            Words::Own(_) => None,
        }
    }

    /// Its runs, in order and without gaps over `length` bytes.
    pub fn runs(&self, article: &Article, length: usize) -> Vec<Run> {
        let plain = Run { span: Span::new(0, length), italic: false, bold: false, code: false };
        let Some(span) = self.span() else { return vec![plain] };
        let styles = article.styles.iter().filter(|styled| styled.span.overlaps(span));
        let mut cuts: Vec<usize> = vec![0, length];
        let local = |at: usize| at.saturating_sub(span.start).min(length);
        let styles: Vec<_> = styles.collect();
        cuts.extend(styles.iter().flat_map(|styled| [local(styled.span.start), local(styled.span.end)]));
        cuts.sort_unstable();
        cuts.dedup();
        let run = |(start, end): (usize, usize)| {
            let has = |style: Style| {
                styles.iter().any(|styled| {
                    styled.style == style && local(styled.span.start) <= start && end <= local(styled.span.end)
                })
            };
            Run {
                span: Span::new(start, end),
                italic: has(Style::Emphasis),
                bold: has(Style::Strong),
                code: has(Style::Code),
            }
        };
        cuts.iter().copied().zip(cuts.iter().copied().skip(1)).map(run).collect()
    }
}

/// The first paragraph that is the headline, if any.
fn title_paragraph(reading: &Reading) -> Option<usize> {
    reading.roles.iter().position(|role| *role == Role::Title)
}

/// Whether the line under the headline says what this paragraph says: a byline or date line before the text begins, which
/// the reader did not put right.
fn is_said_by_head(reading: &Reading, described: &Described, index: usize, role: Role) -> bool {
    let read = &reading.metadata;
    let known = match role {
        Role::Byline => read.byline.is_some() && read.byline == described.byline,
        Role::Dateline => read.date.is_some() && read.date == described.date,
        _ => false,
    };
    let text_begins = |role: &Role| matches!(role, Role::Body | Role::Heading | Role::BlockQuote | Role::ListItem);
    known && !reading.roles.iter().take(index).any(text_begins)
}

fn kind_of(role: Role) -> BlockKind {
    match role {
        Role::Title => BlockKind::Title,
        Role::Heading => BlockKind::Heading,
        Role::Body => BlockKind::Body,
        Role::BlockQuote => BlockKind::BlockQuote,
        Role::PullQuote => BlockKind::PullQuote,
        Role::ListItem => BlockKind::ListItem,
        Role::Caption => BlockKind::Caption,
        Role::Byline | Role::Dateline | Role::Bio | Role::Furniture => BlockKind::Aside,
        Role::Separator => BlockKind::Separator,
    }
}

/// What has a byte and no breadth in a line that is laid out.
const NOTHING: char = '\r';

/// White space as single plain spaces, byte for byte: what is too much becomes [`NOTHING`]. Line breaks stay where all
/// lines are short (verse, addresses), no-break spaces where they hold a number or an initial.
fn unbroken(words: &str) -> String {
    let verse = words.contains('\n') && words.lines().all(|line| line.len() <= VERSE_LINE_BYTES);
    let mut shown = String::with_capacity(words.len());
    let mut after_blank = false;
    for (at, character) in words.char_indices() {
        match character {
            '\n' if verse => shown.push('\n'),
            ' ' | '\n' | '\t' | '\u{b}' | '\u{c}' | '\r' => shown.push(if after_blank { NOTHING } else { ' ' }),
            '\u{a0}' if !holds_together(words, at) => {
                shown.push(if after_blank { NOTHING } else { ' ' });
                shown.push(NOTHING);
            }
            other => shown.push(other),
        }
        after_blank = shown.ends_with([' ', NOTHING]);
    }
    shown
}

/// Whether the no-break space at that byte keeps together what belongs together: a number and its unit, an initial and
/// a name, "p. 12". Between two words it is what some editor left behind.
fn holds_together(words: &str, at: usize) -> bool {
    let before = words[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = words[at..].trim_start().split(char::is_whitespace).next().unwrap_or_default();
    let is_number =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || word.ends_with(|c: char| c.is_ascii_digit());
    let is_abbreviation = before.ends_with('.') && before.chars().count() <= 3;
    let is_mark = |word: &str| !word.is_empty() && !word.contains(char::is_alphanumeric);
    is_number(before) || is_number(after) || is_abbreviation || is_mark(before) || is_mark(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Metadata, Paragraph, Styled};

    fn article(paragraphs: &[&str]) -> Article {
        let mut text = String::new();
        let mut found = Vec::new();
        for words in paragraphs {
            let start = text.len();
            text.push_str(words);
            found.push(Paragraph { span: Span::new(start, text.len()), role: None });
            text.push_str("\n\n");
        }
        Article { text: text.into(), paragraphs: found, ..Article::default() }
    }

    fn page(article: &Article, reading: &Reading, folded: bool) -> Page {
        Page::new(article, reading, &Described::from(&reading.metadata), "mill.txt", folded, 238)
    }

    #[test]
    fn what_the_reader_says_stands_over_the_page_and_what_the_article_says_below() {
        let article = article(&["The Mil", "By Ada Fen", "It burned."]);
        let reading = Reading {
            roles: vec![Role::Title, Role::Byline, Role::Body],
            metadata: Metadata {
                title: Some("The Mil".to_owned()),
                byline: Some("Ada Fen".to_owned()),
                ..Metadata::default()
            },
            ..Reading::default()
        };
        let described = Described {
            title: Some("The Mill".to_owned()),
            byline: Some("Ada Fenn".to_owned()),
            ..Described::from(&reading.metadata)
        };
        let page = Page::new(&article, &reading, &described, "mill.txt", false, 238);
        let shown: Vec<(BlockKind, String)> =
            page.blocks.iter().map(|block| (block.kind, block.text(&article))).collect();
        let words = |words: &str| words.to_owned();
        assert_eq!(shown[0], (BlockKind::Title, words("The Mill")));
        assert_eq!(shown[1], (BlockKind::Head, words("Ada Fenn  ·  1\u{a0}min\u{a0}read")));
        assert_eq!(shown[2], (BlockKind::Aside, words("The Mil")));
        assert_eq!(shown[3], (BlockKind::Aside, words("By Ada Fen")), "every word of the article stays in view");
    }

    #[test]
    fn a_title_line_and_a_byline_become_the_head_of_the_page() {
        let article = article(&["The Mill", "By Ada Fenn", "It burned."]);
        let reading = Reading {
            roles: vec![Role::Title, Role::Byline, Role::Body],
            metadata: Metadata { byline: Some("Ada Fenn".to_owned()), ..Metadata::default() },
            ..Reading::default()
        };
        let page = page(&article, &reading, false);
        let kinds: Vec<BlockKind> = page.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Head, BlockKind::Body]);
        assert_eq!(page.blocks[1].text(&article), "Ada Fenn  ·  1\u{a0}min\u{a0}read");
        assert_eq!(page.block_of, [Some(0), None, Some(2)]);
    }

    #[test]
    fn what_is_not_the_article_is_folded_away_and_comes_back() {
        let article = article(&["The Mill", "It burned.", "Share this", "“It burned.”"]);
        let roles = vec![Role::Title, Role::Body, Role::Furniture, Role::PullQuote];
        let reading = Reading { roles, ..Reading::default() };
        let count = |folded| page(&article, &reading, folded).blocks.len();
        assert_eq!((count(true), count(false)), (3, 5));
    }

    #[test]
    fn the_file_name_stands_over_an_article_without_title() {
        let article = article(&["It burned."]);
        let reading = Reading { roles: vec![Role::Body], ..Reading::default() };
        assert_eq!(page(&article, &reading, false).blocks[0].text(&article), "mill.txt");
    }

    #[test]
    fn soft_line_breaks_become_spaces_and_no_byte_moves() {
        let prose = "A line of prose that an old editor has broken where it\npleased, in the middle of a sentence.";
        let block = Block { kind: BlockKind::Body, words: Words::Paragraph(0, Span::new(0, prose.len())) };
        let shown = block.text(&article(&[prose]));
        assert_eq!(shown.len(), prose.len());
        assert!(!shown.contains('\n'));
        let verse = "Short lines\nstay short.";
        let block = Block { kind: BlockKind::Body, words: Words::Paragraph(0, Span::new(0, verse.len())) };
        assert!(block.text(&article(&[verse])).contains('\n'));
    }

    #[test]
    fn odd_white_space_is_shown_as_a_reader_expects_it() {
        for (stored, shown) in [
            ("the mill\u{a0}and the weir", "the mill \rand the weir"),
            ("It burned.  Nobody saw.", "It burned. \rNobody saw."),
            ("38\u{a0}percent of J.\u{a0}Fenn", "38\u{a0}percent of J.\u{a0}Fenn"),
            ("“Well\u{a0}…”", "“Well\u{a0}…”"),
        ] {
            assert_eq!(unbroken(stored), shown);
            assert_eq!(unbroken(stored).len(), stored.len(), "no byte moves");
        }
    }

    #[test]
    fn runs_cover_the_block_and_nest() {
        let mut article = article(&["a bold and both end"]);
        article.styles = vec![
            Styled { span: Span::new(2, 15), style: Style::Strong },
            Styled { span: Span::new(11, 15), style: Style::Emphasis },
        ];
        let block = Block { kind: BlockKind::Body, words: Words::Paragraph(0, Span::new(0, 19)) };
        let runs = block.runs(&article, 19);
        let seen: Vec<(usize, usize, bool, bool)> =
            runs.iter().map(|run| (run.span.start, run.span.end, run.bold, run.italic)).collect();
        assert_eq!(seen, [(0, 2, false, false), (2, 11, true, false), (11, 15, true, true), (15, 19, false, false)]);
    }
}
