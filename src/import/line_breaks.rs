//! Which line breaks of plain text end a paragraph, and which merely wrap a line at a column.

use crate::model::Span;

/// Lines longer than this were not wrapped by hand or by a mail program, in characters.
const WIDEST_WRAPPED_LINE: usize = 110;
/// Lines shorter than this are no running text, in characters.
const NARROWEST_WRAPPED_LINE: usize = 30;
/// A line is full where it and the next line's first word would pass this share of the widest line, in percent.
const FULL_LINE_PERCENT: usize = 92;

/// How a text uses single line breaks.
pub struct LineBreaks {
    /// The width at which its lines are wrapped, in characters; none where a line is a paragraph.
    column: Option<usize>,
}

impl LineBreaks {
    /// Looks at every single line break of a text; `blocks` are its runs of trimmed lines between blank lines, those
    /// left out that stand as they are.
    pub fn of<'b>(text: &str, blocks: &(impl Iterator<Item = &'b [Span]> + Clone)) -> Self {
        let blocks = || blocks.clone();
        let lines = || blocks().filter(|block| block.len() > 1).flatten();
        let width = |line: &Span| line.of(text).chars().count();
        // A long address without a space cannot be wrapped and says nothing about the column.
        let widest = lines().filter(|line| line.of(text).contains(' ')).map(width).max().unwrap_or(0);
        if !(NARROWEST_WRAPPED_LINE..=WIDEST_WRAPPED_LINE).contains(&widest) {
            return Self { column: None };
        }
        let (mut breaks, mut inside_sentences, mut full) = (0, 0, 0);
        for pair in blocks().flat_map(|block| block.windows(2)) {
            breaks += 1;
            if !ends_sentence(pair[0].of(text)) {
                inside_sentences += 1;
                full += usize::from(is_full(text, pair[0], pair[1], widest));
            }
        }
        // Wrapped prose breaks inside sentences four times in five, nearly always on a full line; lists and
        // paragraphs of one line each do neither.
        let wrapped = inside_sentences * 2 >= breaks && full * 4 >= inside_sentences * 3 && full > 0;
        Self { column: wrapped.then_some(widest) }
    }

    /// Whether the break between two neighbouring lines merely wraps, so that the paragraph goes on.
    pub fn wraps(&self, text: &str, line: Span, next: Span) -> bool {
        let goes_on = !ends_sentence(line.of(text)) && starts_in_lower_case(next.of(text));
        match self.column {
            None => goes_on,
            Some(column) => goes_on || (is_full(text, line, next, column) && !is_indented_further(text, line, next)),
        }
    }
}

/// Whether the lines of a block stand as they are, each for itself: quoted mail, the head and the foot of a mail, rows of
/// a table, verse.
pub fn stand(text: &str, block: &[Span]) -> bool {
    let share = |is_one: &dyn Fn(&str) -> bool| {
        let count = block.iter().filter(|line| is_one(line.of(text))).count();
        block.len() > 1 && count * 5 >= block.len() * 4
    };
    let is_quoted = |line: &str| line.starts_with(['>', '|']);
    let is_row = |line: &str| line.contains('\t') || line.matches("  ").count() >= 2 || line.starts_with("+-");
    let starts_signature = block.first().is_some_and(|line| matches!(line.of(text), "--" | "__"));
    share(&is_quoted) || share(&is_row) || share(&is_field) || starts_signature || is_verse(text, block)
}

/// "Reply-To: ada@harbour.example".
fn is_field(line: &str) -> bool {
    let name = line.split_once(": ").map_or("", |(name, _)| name);
    !name.is_empty()
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
}

/// Short lines that mostly begin with a capital, whether or not a sentence begins there.
fn is_verse(text: &str, block: &[Span]) -> bool {
    const LEAST_LINES: usize = 3;
    const LONGEST_LINE: usize = 60;
    let starts = |line: &&Span| line.of(text).chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    // In prose that is wrapped so narrow, few lines begin a sentence; where all end one, each is a paragraph anyway.
    let goes_on = block.iter().rev().skip(1).any(|line| !ends_sentence(line.of(text)));
    block.len() >= LEAST_LINES
        && goes_on
        && block.iter().all(|line| line.of(text).chars().count() <= LONGEST_LINE)
        && block.iter().filter(starts).count() * 5 >= block.len() * 3
}

/// Whether the next line's first word would not have fitted on this line.
fn is_full(text: &str, line: Span, next: Span, column: usize) -> bool {
    let first_word = next.of(text).split_whitespace().next().unwrap_or("");
    let needed = line.of(text).chars().count() + 1 + first_word.chars().count();
    needed * 100 >= column * FULL_LINE_PERCENT
}

/// Whether the next line starts further in than this one, as the first line of a paragraph does.
fn is_indented_further(text: &str, line: Span, next: Span) -> bool {
    indent(text, next) >= indent(text, line) + 2
}

/// White space before a trimmed line, in characters.
fn indent(text: &str, line: Span) -> usize {
    text[..line.start].chars().rev().take_while(|c| c.is_whitespace() && *c != '\n').count()
}

fn ends_sentence(line: &str) -> bool {
    let words = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_']);
    words.ends_with(['.', '!', '?', ':', ';', '…', '。'])
}

fn starts_in_lower_case(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}
