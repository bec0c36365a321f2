//! A text as it is searched: letters without case and accents, marks and spaces of one kind, and the way back.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::model::Span;

/// A text made ready to be searched. Kept once an article; every place in it leads back to bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the folded text and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    folded: usize,
    original: Span,
    /// Whether it is the original byte for byte in length, so that a place inside leads to a place inside.
    is_even: bool,
}

/// Whether capitals count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Counts,
    Folds,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if character.is_whitespace() {
                let mut breaks = usize::from(character == '\n');
                let mut end = at + character.len_utf8();
                while let Some((next, space)) =
                    characters.next_if(|(_, next)| next.is_whitespace() || is_ignored(*next))
                {
                    breaks += usize::from(space == '\n');
                    end = next + space.len_utf8();
                }
                // A search reaches over a line's end, but not from one paragraph into the next.
                folded.push(if breaks > 1 { "\n" } else { " " }, Span::new(at, end));
                continue;
            }
            let span = Span::new(at, at + character.len_utf8());
            if is_combining_mark(character) {
                folded.attach(span.end);
            } else if character.is_ascii() {
                let lower = [character.to_ascii_lowercase() as u8];
                folded.push(std::str::from_utf8(&lower).unwrap_or(""), span);
            } else if !is_ignored(character) {
                let mut words = String::new();
                fold_into(&mut words, character, Case::Folds);
                folded.push(&words, span);
            }
        }
        folded
    }

    fn push(&mut self, words: &str, original: Span) {
        if words.is_empty() {
            return;
        }
        let folded = self.text.len();
        self.text.push_str(words);
        let is_even = words.len() == original.len();
        match self.runs.last_mut() {
            Some(last) if is_even && last.is_even && last.original.end == original.start => {
                last.original.end = original.end;
            }
            _ => self.runs.push(Run { folded, original, is_even }),
        }
    }

    /// The last character goes on to there: an accent follows it.
    fn attach(&mut self, end: usize) {
        let Some(last) = self.runs.last_mut() else { return };
        let length = self.text.chars().next_back().map_or(0, char::len_utf8);
        if last.is_even && last.original.len() > length {
            last.original.end -= length;
            let original = Span::new(last.original.end, end);
            self.runs.push(Run { folded: self.text.len() - length, original, is_even: false });
        } else {
            last.original.end = end;
            last.is_even = false;
        }
    }

    /// Where these bytes of the folded text stand in the original.
    fn original(&self, start: usize, end: usize) -> Option<Span> {
        let run = |at: usize| self.runs.get(self.runs.partition_point(|run| run.folded <= at).checked_sub(1)?);
        let (first, last) = (run(start)?, run(end.checked_sub(1)?)?);
        let from = first.original.start + if first.is_even { start - first.folded } else { 0 };
        let to = if last.is_even { last.original.start + end - last.folded } else { last.original.end };
        Some(Span::new(from, to))
    }
}

/// What is sought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// The words, as typed.
    pub words: String,
    /// Whether capitals must agree.
    pub case: bool,
    /// Whether the words must not be parts of longer ones.
    pub whole: bool,
}

impl Sought {
    /// Every place of these words in a text, in bytes of that text, in order and without overlap. `folded` is the text's.
    pub fn places<'a>(&self, text: &'a str, folded: &'a Folded) -> impl Iterator<Item = Span> + use<'a> {
        let needle = Folded::new(&self.words).text;
        let step = needle.len();
        let (whole, cased) = (self.whole, self.case.then(|| with_case(&self.words)));
        let (mut from, mut last_end) = (0, 0);
        std::iter::from_fn(move || {
            if needle.trim().is_empty() {
                return None;
            }
            loop {
                let start = from + folded.text.get(from..)?.find(&needle)?;
                let end = start + step;
                from = end;
                let Some(span) = folded.original(start, end) else { continue };
                // One character may fold to several letters: it is found once.
                let is_passed_over = span.start < last_end
                    || whole && !is_whole(&folded.text, start, end)
                    || cased.as_ref().is_some_and(|cased| !with_case(span.of(text)).contains(cased.as_str()));
                if !is_passed_over {
                    last_end = span.end;
                    return Some(span);
                }
            }
        })
    }
}

/// Whether no letter or digit goes on where the words begin and end with one.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let inside = text.get(start..end).unwrap_or("");
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    let goes_back = is_letter(inside.chars().next()) && is_letter(before);
    let goes_on = is_letter(inside.chars().next_back()) && is_letter(after);
    !goes_back && !goes_on
}

/// Folded but for its capitals.
fn with_case(words: &str) -> String {
    let mut folded = String::new();
    let mut after_space = false;
    for character in words.chars().filter(|character| !is_ignored(*character)) {
        if character.is_whitespace() {
            if !after_space {
                folded.push(' ');
            }
        } else {
            fold_into(&mut folded, character, Case::Counts);
        }
        after_space = character.is_whitespace();
    }
    folded
}

fn fold_into(folded: &mut String, character: char, case: Case) {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => folded.push('"'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '´' | '`' => folded.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => folded.push('-'),
        'ς' => folded.push('σ'),
        'ß' | 'ẞ' if case == Case::Folds => folded.push_str("ss"),
        _ => {
            for part in std::iter::once(character).nfkd().filter(|part| !is_combining_mark(*part)) {
                if case == Case::Folds {
                    folded.extend(part.to_lowercase().filter(|lower| !is_combining_mark(*lower)));
                } else {
                    folded.push(part);
                }
            }
        }
    }
}

/// Signs that nobody sees: soft hyphens, spaces without width, marks of direction.
fn is_ignored(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        with(text, &Sought { words: words.to_owned(), ..Sought::default() })
    }

    fn with<'a>(text: &'a str, sought: &Sought) -> Vec<&'a str> {
        sought.places(text, &Folded::new(text)).map(|span| span.of(text)).collect()
    }

    #[test]
    fn case_marks_and_ligatures_are_one() {
        assert_eq!(found("The WEIR and the weir", "Weir"), ["WEIR", "weir"]);
        assert_eq!(found("“It’s a weir,” she said", "\"it's a weir,\""), ["“It’s a weir,”"]);
        assert_eq!(found("the oﬃce of the ﬁnder", "office of the f"), ["oﬃce of the ﬁ"]);
        assert_eq!(found("1841–1842", "1841-1842"), ["1841–1842"]);
        assert_eq!(found("wait … what", "..."), ["…"]);
    }

    #[test]
    fn accents_are_found_with_their_whole_letter() {
        assert_eq!(found("a café, a cafe\u{301} and a cafe.", "cafe"), ["café", "cafe\u{301}", "cafe"]);
        assert_eq!(found("Straße, STRASSE", "strasse"), ["Straße", "STRASSE"]);
        assert_eq!(found("İzmir and izmir", "izmir"), ["İzmir", "izmir"]);
    }

    #[test]
    fn what_nobody_sees_is_passed_over() {
        assert_eq!(found("the mill\u{ad}race", "millrace"), ["mill\u{ad}race"]);
        assert_eq!(found("zero\u{200b}width", "zerowidth"), ["zero\u{200b}width"]);
        assert_eq!(found("40\u{a0}km and 40\u{202f}km", "40 km"), ["40\u{a0}km", "40\u{202f}km"]);
        assert_eq!(found("over a\nline", "a line"), ["a\nline"]);
        assert!(found("one\n\ntwo", "one two").is_empty(), "paragraphs are apart");
    }

    #[test]
    fn capitals_count_where_asked() {
        let case = |words: &str| Sought { words: words.to_owned(), case: true, ..Sought::default() };
        assert_eq!(with("Mill, mill, MILL", &case("mill")), ["mill"]);
        assert_eq!(with("“Mill’s” and \"mill's\"", &case("\"Mill's\"")), ["“Mill’s”"]);
    }

    #[test]
    fn whole_words_are_no_parts() {
        let whole = |words: &str| Sought { words: words.to_owned(), whole: true, ..Sought::default() };
        assert_eq!(with("mill, miller, watermill. The mill’s", &whole("mill")), ["mill", "mill"]);
        assert_eq!(with("(mill)", &whole("(mill)")), ["(mill)"]);
    }

    #[test]
    fn places_do_not_overlap_and_nothing_is_found_of_nothing() {
        assert_eq!(found("aaaa", "aa"), ["aa", "aa"]);
        assert!(found("a b", " ").is_empty() && found("a b", "").is_empty() && found("", "a").is_empty());
        assert!(found("a b", "\u{ad}").is_empty());
    }

    #[test]
    fn spans_of_any_text_are_on_letters() {
        let text = "é\u{301}x가각👩‍👩‍👧 ﬁﬁ…\u{ad}ß\u{a0}\u{feff}Ως\u{301}";
        for start in text.char_indices().map(|(at, _)| at) {
            for end in text.char_indices().map(|(at, _)| at).filter(|end| *end > start) {
                let words = &text[start..end];
                let sought = Sought { words: words.to_owned(), ..Sought::default() };
                for span in sought.places(text, &Folded::new(text)) {
                    assert!(text.get(span.start..span.end).is_some_and(|found| !found.is_empty()), "{words}");
                }
            }
        }
    }
}
