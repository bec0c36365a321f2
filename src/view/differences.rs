//! One wording with its differences from another marked, word by word, as it is to be set.

use crate::model::{Span, words_in};
use crate::workspace::{Change, ChangeKind};

/// A wording of more words than these is shown around its differences only.
const WHOLE_WORDS: usize = 44;
/// Agreeing words shown on each side of a difference.
const AROUND_WORDS: usize = 7;
/// Words of the article shown before and after a wording.
const CONTEXT_WORDS: usize = 8;
/// A difference of more words than these is cut in its middle.
const DIFFERING_WORDS: usize = 16;
/// No more words than these are shown, differing ones included.
const MOST_WORDS: usize = 96;

/// How a piece of a wording stands to the other wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stands {
    /// The same in both.
    Same,
    /// Only in this wording.
    OnlyHere,
    /// Only in the other wording; it is shown where it would stand.
    OnlyThere,
    /// The same word in other letters.
    Slight,
    /// Around the wording, or between its parts: not compared.
    Around,
    /// Words left out here to save room.
    Cut,
}

/// A piece of a wording on one line, blanks at its ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub words: String,
    /// How they stand.
    pub stands: Stands,
}

/// Two wordings and where they differ; every span counts in the text it is of.
#[derive(Debug, Clone)]
pub struct Differing<'a> {
    /// The text that the wording to be shown is in.
    pub text: &'a str,
    /// Where it stands there.
    pub span: Span,
    /// What of it is compared, in order of place.
    pub compared: Vec<Span>,
    /// The text of the other wording.
    pub other: &'a str,
    /// Here, in the other, and what differs.
    pub changes: Vec<(Span, Span, ChangeKind)>,
}

impl Differing<'_> {
    /// The changes of a verdict as they are wanted here: `is_left` where the wording to be shown is its left one.
    pub fn changes_of(
        changes: &[Change],
        is_left: bool,
        start: usize,
        other_start: usize,
    ) -> Vec<(Span, Span, ChangeKind)> {
        let shifted = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
        let oriented = |change: &Change| {
            let (here, there) = if is_left { (change.left, change.right) } else { (change.right, change.left) };
            (shifted(here, start), shifted(there, other_start), change.kind)
        };
        changes.iter().map(oriented).collect()
    }

    /// Widened by the words around it, within their paragraph, with a sign where more follows.
    pub fn pieces_in(&self, paragraph: Span) -> Vec<Piece> {
        let before = Span::new(paragraph.start.min(self.span.start), self.span.start).of(self.text);
        let after = Span::new(self.span.end, paragraph.end.max(self.span.end)).of(self.text);
        let (near_before, near_after) = (tail(before, CONTEXT_WORDS), head(after, CONTEXT_WORDS));
        let span = Span::new(self.span.start - near_before.len(), self.span.end + near_after.len());
        let mut pieces = Vec::new();
        pieces.extend((near_before.len() < before.trim_start().len()).then(cut));
        pieces.extend(windowed(Differing { span, ..self.clone() }.pieces()));
        pieces.extend((near_after.len() < after.trim_end().len()).then(cut));
        pieces
    }

    /// The whole wording in pieces.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut changes = self.changes.clone();
        changes.sort_by_key(|(here, there, _)| (here.start, here.end, there.start));
        let mut pieces = Pieces::default();
        let mut at = self.span.start;
        for (here, there, kind) in changes {
            let here = Span::new(here.start.clamp(at, self.span.end), here.end.clamp(at, self.span.end));
            self.plain(Span::new(at, here.start), &mut pieces);
            match kind {
                ChangeKind::Case => pieces.push(here.of(self.text), Stands::Same),
                ChangeKind::Spelling => pieces.push(here.of(self.text), Stands::Slight),
                _ => {
                    pieces.push_apart(there.of(self.other), Stands::OnlyThere);
                    pieces.push_apart(here.of(self.text), Stands::OnlyHere);
                }
            }
            at = here.end;
        }
        self.plain(Span::new(at, self.span.end), &mut pieces);
        pieces.found
    }

    /// Words without a difference, those that are not compared told apart.
    fn plain(&self, span: Span, pieces: &mut Pieces) {
        let mut at = span.start;
        for part in &self.compared {
            let part = Span::new(part.start.clamp(at, span.end), part.end.clamp(at, span.end));
            pieces.push(Span::new(at, part.start).of(self.text), Stands::Around);
            pieces.push(part.of(self.text), Stands::Same);
            at = part.end;
        }
        pieces.push(Span::new(at, span.end).of(self.text), Stands::Around);
    }
}

/// Pieces as they come, on one line.
#[derive(Debug, Default)]
struct Pieces {
    found: Vec<Piece>,
    /// Whether the next piece must not touch the last.
    apart: bool,
}

impl Pieces {
    fn push(&mut self, words: &str, stands: Stands) {
        let mut line = one_line(words);
        if line.is_empty() {
            return;
        }
        if self.apart && line.starts_with(|first: char| first.is_alphanumeric() || "“‘([\"—–".contains(first)) {
            line.insert(0, ' ');
        }
        self.apart = false;
        if self.ends_blank() && line.starts_with(' ') {
            line.remove(0);
        }
        match self.found.last_mut() {
            Some(last) if last.stands == stands => last.words.push_str(&line),
            _ if line.is_empty() => {}
            _ => self.found.push(Piece { words: line, stands }),
        }
    }

    /// Words with a blank before and after them, which are not marked.
    fn push_apart(&mut self, words: &str, stands: Stands) {
        let line = one_line(words);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let opens = self.found.last().is_some_and(|last| last.words.ends_with(['“', '‘', '(', '[', '"', '—', '–']));
        if !self.found.is_empty() && !self.ends_blank() && !opens {
            self.apart = false;
            self.push(" ", Stands::Same);
        }
        self.apart = false;
        self.push(line, stands);
        self.apart = true;
    }

    fn ends_blank(&self) -> bool {
        self.found.last().is_none_or(|last| last.words.ends_with(' '))
    }
}

/// White space as single blanks, those at the ends kept.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            character if character.is_whitespace() && line.ends_with(' ') => {}
            character if character.is_whitespace() => line.push(' '),
            other => line.push(other),
        }
    }
    line
}

/// Long pieces cut to what stands around the differences, and the whole to what a reader takes in at a glance.
pub fn windowed(pieces: Vec<Piece>) -> Vec<Piece> {
    let total: usize = pieces.iter().map(|piece| words_in(&piece.words)).sum();
    if total <= WHOLE_WORDS {
        return pieces;
    }
    let differs = |piece: &Piece| matches!(piece.stands, Stands::OnlyHere | Stands::OnlyThere | Stands::Slight);
    let (Some(first), Some(last)) = (pieces.iter().position(differs), pieces.iter().rposition(differs)) else {
        return shortened(pieces, WHOLE_WORDS);
    };
    let mut middle = pieces;
    let after = middle.split_off(last + 1);
    let before: Vec<Piece> = middle.drain(..first).collect();
    let mut shown = ended(before, AROUND_WORDS);
    for piece in middle {
        let most = if differs(&piece) { DIFFERING_WORDS } else { 2 * AROUND_WORDS };
        cut_middle(piece, most, &mut shown);
    }
    shown.extend(shortened(after, AROUND_WORDS));
    shortened(shown, MOST_WORDS)
}

/// The first so many words.
fn shortened(pieces: Vec<Piece>, most: usize) -> Vec<Piece> {
    let mut left = most;
    let mut shown = Vec::new();
    for piece in pieces {
        let words = words_in(&piece.words);
        if words <= left {
            left -= words;
            shown.push(piece);
            continue;
        }
        let kept = head(&piece.words, left);
        if !kept.is_empty() {
            shown.push(Piece { words: kept.to_owned(), stands: piece.stands });
        }
        shown.push(cut());
        break;
    }
    shown
}

fn cut() -> Piece {
    Piece { words: " … ".to_owned(), stands: Stands::Cut }
}

/// A piece of more than so many words without its middle.
fn cut_middle(piece: Piece, most: usize, shown: &mut Vec<Piece>) {
    if words_in(&piece.words) <= most + 3 {
        return shown.push(piece);
    }
    let (start, end) = (head(&piece.words, most / 2), tail(&piece.words, most / 2));
    shown.push(Piece { words: start.to_owned(), stands: piece.stands });
    shown.push(cut());
    shown.push(Piece { words: end.to_owned(), stands: piece.stands });
}

/// The last so many words.
fn ended(pieces: Vec<Piece>, most: usize) -> Vec<Piece> {
    let mut left = most;
    let mut shown = Vec::new();
    for piece in pieces.into_iter().rev() {
        let words = words_in(&piece.words);
        if words <= left {
            left -= words;
            shown.push(piece);
            continue;
        }
        shown.push(Piece { words: tail(&piece.words, left).to_owned(), stands: piece.stands });
        shown.push(cut());
        break;
    }
    shown.reverse();
    shown
}

/// Up to the end of the word of that number.
fn head(words: &str, most: usize) -> &str {
    let mut end = 0;
    for word in words.split_whitespace().take(most) {
        end = words[end..].find(word).map_or(words.len(), |found| end + found + word.len());
    }
    &words[..end]
}

/// From the beginning of the last so many words.
fn tail(words: &str, most: usize) -> &str {
    let mut start = words.len();
    for word in words.split_whitespace().rev().take(most) {
        start = words[..start].rfind(word).unwrap_or(0);
    }
    &words[start..]
}

/// The pieces for a screen reader: what differs is said to, with the names of both wordings.
pub fn spoken(pieces: &[Piece], here: &str, there: &str) -> String {
    let mut line = String::new();
    for piece in pieces {
        match piece.stands {
            Stands::OnlyHere => line.extend(["[only ", here, ": ", &piece.words, "]"]),
            Stands::OnlyThere => line.extend(["[only ", there, ": ", &piece.words, "]"]),
            _ => line.push_str(&piece.words),
        }
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing<'a>(text: &'a str, other: &'a str, changes: &[(&str, &str, ChangeKind)]) -> Differing<'a> {
        let span = |text: &str, words: &str| {
            let start = text.find(words).expect("the words are there");
            Span::new(start, start + words.len())
        };
        let changes = changes.iter().map(|(here, there, kind)| {
            // An empty wording stands before the word after it, written as "|word".
            let place = |text: &str, words: &str| match words.strip_prefix('|') {
                Some(next) => Span::new(span(text, next).start, span(text, next).start),
                None => span(text, words),
            };
            (place(text, here), place(other, there), *kind)
        });
        let whole = Span::new(0, text.len());
        Differing { text, span: whole, compared: vec![whole], other, changes: changes.collect() }
    }

    fn check(found: &Differing<'_>, expected: &str) {
        assert_eq!(spoken(&windowed(found.pieces()), "here", "there"), expected);
    }

    #[test]
    fn altered_dropped_and_added_words_stand_in_their_places() {
        check(
            &differing("We will never sell it.", "We will not sell it.", &[("never", "not", ChangeKind::Altered)]),
            "We will [only there: not] [only here: never] sell it.",
        );
        check(
            &differing("We sell it.", "We often sell it.", &[("|sell", "often", ChangeKind::Added)]),
            "We [only there: often] sell it.",
        );
        check(
            &differing("“We often\nsell it.”", "We sell it.", &[("often", "|sell", ChangeKind::Dropped)]),
            "“We [only here: often] sell it.”",
        );
        check(
            &differing("Never sell it.", "You never sell it.", &[("|Never", "You", ChangeKind::Added)]),
            "[only there: You] Never sell it.",
        );
    }

    #[test]
    fn other_letters_are_no_other_words() {
        check(
            &differing(
                "the colour of it",
                "the color of It",
                &[("colour", "color", ChangeKind::Spelling), ("it", "It", ChangeKind::Case)],
            ),
            "the colour of it",
        );
    }

    #[test]
    fn a_long_wording_is_shown_around_its_differences() {
        let words = |from: usize| (from..from + 60).map(|at| format!("w{at}")).collect::<Vec<_>>().join(" ");
        let text = format!("{} mill {}", words(100), words(200));
        let other = format!("{} dam {}", words(100), words(200));
        check(
            &differing(&text, &other, &[("mill", "dam", ChangeKind::Altered)]),
            "… w153 w154 w155 w156 w157 w158 w159 [only there: dam] [only here: mill] w200 w201 w202 w203 w204 w205 w206 …",
        );
        let shown = windowed(differing(&text, &text, &[]).pieces());
        let line = spoken(&shown, "", "");
        assert!(line.starts_with("w100 w101") && line.ends_with("w143 …"), "{line}");
    }

    #[test]
    fn what_is_not_compared_is_told_apart() {
        let text = "“We stay,” she said, “for good.”";
        let mut found = differing(text, text, &[]);
        let part = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).expect("there");
        found.compared = vec![part("We stay,"), part("for good.")];
        let around: Vec<String> = found
            .pieces()
            .into_iter()
            .filter(|piece| piece.stands == Stands::Around)
            .map(|piece| piece.words)
            .collect();
        assert_eq!(around, ["“", "” she said, “", "”"]);
    }
}
