//! An article as attribution reads it: words with their classes, every quoted run as one unit, cut into sentences.

use super::lexicon::{self, Class, CueVerb};
use super::marks::Run;
use crate::model::{Article, Reading, Role, Span, Token, TokenKind};

/// A word, a mark, or a whole quoted run.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    pub span: Span,
    pub kind: UnitKind,
    pub class: Class,
    pub cue: Option<CueVerb>,
    /// Begins with a capital letter.
    pub capital: bool,
    /// Ends in "'s" or "s'".
    pub possessive: bool,
    /// Looks like a plural.
    pub plural: bool,
    /// How the word ends.
    pub ending: Ending,
    /// Of a quoted run: its last character before the closing mark.
    pub last: Option<char>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    Word,
    Number,
    Mark(char),
    /// A quoted run, by its index in the list of runs.
    Quote(usize),
}

/// Endings that tell something of a word that no list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Ed,
    Ing,
    Ly,
    /// A point: an abbreviation or initial.
    Point,
    Other,
}

/// The units of one sentence (end-exclusive indices) and its paragraph.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub start: usize,
    pub end: usize,
    pub paragraph: usize,
}

/// All units of an article in order, and the sentences they form.
#[derive(Debug, Default)]
pub struct Layout {
    pub units: Vec<Unit>,
    pub lines: Vec<Line>,
}

impl Unit {
    pub fn is_word(&self) -> bool {
        self.kind == UnitKind::Word
    }

    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, UnitKind::Mark(mark) if marks.contains(mark))
    }

    pub fn is_dash(&self) -> bool {
        self.is_mark("—–―")
    }

    /// "as", the one word that is of both classes.
    pub fn is_as(&self) -> bool {
        self.class.is(Class::WITH) && self.class.is(Class::SUBORDINATOR)
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            UnitKind::Quote(run) => Some(run),
            _ => None,
        }
    }

    /// A capitalised word that no list knows as a function word or verb.
    pub fn is_name(&self) -> bool {
        let month = self.class.is(Class::TIME) && self.class.is(Class::MODAL);
        self.is_word() && self.capital && (month || !self.class.is(FUNCTION) && !self.class.is(Class::TIME_ONLY))
    }
}

/// Classes whose words are never part of a name's beginning.
pub const FUNCTION: Class = Class::DETERMINER
    .with(Class::POSSESSIVE)
    .with(Class::SUBJECT)
    .with(Class::OBJECT)
    .with(Class::PREPOSITION)
    .with(Class::COORDINATOR)
    .with(Class::ADVERSATIVE)
    .with(Class::SUBORDINATOR)
    .with(Class::RELATIVE)
    .with(Class::AUXILIARY)
    .with(Class::NEGATION)
    .with(Class::ADVERB);

/// Lays an article out: runs that are not nested become single units.
pub fn lay_out(article: &Article, reading: &Reading, runs: &[Run]) -> Layout {
    let mut layout = Layout::default();
    let mut tokens = reading.tokens.as_slice();
    let mut runs = runs.iter().enumerate().filter(|(_, run)| !run.nested).peekable();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        while runs.next_if(|(_, run)| run.outer.end <= paragraph.span.start).is_some() {}
        let first = tokens.partition_point(|token| token.span.start < paragraph.span.start);
        let last = tokens.partition_point(|token| token.span.start < paragraph.span.end);
        let (mine, rest) = (&tokens[first..last], &tokens[last..]);
        tokens = rest;
        if reading.roles.get(index).is_some_and(|role| !is_read(*role)) {
            continue;
        }
        let start = layout.units.len();
        let mut here = Vec::new();
        while let Some((run, found)) = runs.next_if(|(_, run)| run.outer.start < paragraph.span.end) {
            here.push((run, *found));
        }
        units_of(&article.text, mine, &here, &mut layout.units);
        super::sentences::cut(&article.text, &mut layout, start, index);
    }
    layout
}

/// Lays out the words inside a run, the runs that stand directly in it as single units.
pub fn lay_out_inside(article: &Article, reading: &Reading, run: Run, nested: &[(usize, Run)]) -> Layout {
    let mut layout = Layout::default();
    let first = reading.tokens.partition_point(|token| token.span.start < run.inner.start);
    let last = reading.tokens.partition_point(|token| token.span.start < run.inner.end);
    units_of(&article.text, &reading.tokens[first..last.max(first)], nested, &mut layout.units);
    super::sentences::cut(&article.text, &mut layout, 0, run.paragraph);
    layout
}

/// Whether quotations and statements are looked for in paragraphs of that role.
pub fn is_read(role: Role) -> bool {
    role.is_content() || matches!(role, Role::Caption)
}

fn units_of(text: &str, tokens: &[Token], runs: &[(usize, Run)], units: &mut Vec<Unit>) {
    let mut runs = runs.iter().peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((index, run)) = runs.next_if(|(_, run)| run.outer.start <= token.span.start) {
            let closing = ['’', '\'', '”', '"', '“', '‘'];
            let last = run.inner.of(text).trim_end().trim_end_matches(closing).chars().next_back();
            units.push(Unit { last, ..plain(run.outer, UnitKind::Quote(*index)) });
            while tokens.get(at).is_some_and(|token| token.span.start < run.outer.end) {
                at += 1;
            }
            continue;
        }
        at += push_token(text, &tokens[at..], units);
    }
}

fn plain(span: Span, kind: UnitKind) -> Unit {
    Unit {
        span,
        kind,
        class: Class::default(),
        cue: None,
        capital: false,
        possessive: false,
        plural: false,
        ending: Ending::Other,
        last: None,
    }
}

/// Pushes the first of `tokens`, merged with those that belong to it ("Sen.", "U.S.", "J."); says how many it took.
fn push_token(text: &str, tokens: &[Token], units: &mut Vec<Unit>) -> usize {
    let token = tokens[0];
    let words = token.span.of(text);
    match token.kind {
        TokenKind::Number => {
            units.push(plain(token.span, UnitKind::Number));
            1
        }
        TokenKind::Mark => {
            let mark = words.chars().next().unwrap_or(' ');
            if matches!(mark, '\'' | '’')
                && follows_directly(units.last(), token)
                && let Some(last) = units.last_mut().filter(|last| last.is_word())
            {
                last.possessive = true;
                last.span.end = token.span.end;
                return 1;
            }
            if mark == '-' && push_dash(text, token, units) {
                return 1;
            }
            units.push(plain(token.span, UnitKind::Mark(mark)));
            1
        }
        TokenKind::Word => {
            let (whole, count) = abbreviation(text, tokens);
            units.push(word(whole, text));
            count
        }
    }
}

/// A hyphen that is a dash: doubled, or with space on both sides. Says whether it was one.
fn push_dash(text: &str, token: Token, units: &mut Vec<Unit>) -> bool {
    if let Some(last) = units.last_mut().filter(|last| last.is_mark("-—–") && last.span.end == token.span.start) {
        last.span.end = token.span.end;
        last.kind = UnitKind::Mark('—');
        return true;
    }
    let space = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let before = text[..token.span.start].chars().next_back();
    let after = text[token.span.end..].chars().next();
    if space(before) && space(after) {
        units.push(plain(token.span, UnitKind::Mark('–')));
        return true;
    }
    false
}

fn follows_directly(last: Option<&Unit>, token: Token) -> bool {
    last.is_some_and(|last| last.span.end == token.span.start)
}

/// The span of the first token with the points that belong to it, and the number of tokens in it.
fn abbreviation(text: &str, tokens: &[Token]) -> (Span, usize) {
    let first = tokens[0].span;
    let is_point = |token: &Token, end: usize| token.span.start == end && token.span.of(text) == ".";
    let lower = first.of(text).to_lowercase();
    let known = lexicon::is_title_abbreviation(&lower) || lexicon::is_abbreviation(&lower);
    let letter = |words: &str| words.chars().count() == 1 && words.chars().all(char::is_alphabetic);
    let mut end = first.end;
    let mut taken = 1;
    if !tokens.get(1).is_some_and(|token| is_point(token, end)) {
        return (first, 1);
    }
    if letter(first.of(text)) || ends_in_letter(first.of(text)) {
        // "U.S.", "J.", "a.m.", "D-N.Y."
        while tokens.get(taken).is_some_and(|token| is_point(token, end)) {
            end += 1;
            taken += 1;
            match tokens.get(taken) {
                Some(next) if next.span.start == end && letter(next.span.of(text)) => {
                    end = next.span.end;
                    taken += 1;
                }
                _ => break,
            }
        }
        return (Span::new(first.start, end), taken);
    }
    let capital = first.of(text).starts_with(char::is_uppercase);
    if known && (capital || matches!(lower.as_str(), "etc" | "vs" | "v" | "approx" | "est")) {
        return (Span::new(first.start, end + 1), 2);
    }
    (first, 1)
}

/// "D-N" of "D-N.Y.".
fn ends_in_letter(word: &str) -> bool {
    word.len() == 3 && word.as_bytes().get(1) == Some(&b'-')
}

fn word(span: Span, text: &str) -> Unit {
    let words = span.of(text);
    let mut lower = words.to_lowercase().replace(['’', '\u{ad}'], "'");
    let capital = words.starts_with(char::is_uppercase);
    let mut possessive = false;
    let mut entry = lexicon::entry(&lower);
    if entry.class == Class::default() && entry.cue.is_none() {
        if let Some(owner) = lower.strip_suffix("'s") {
            possessive = true;
            entry = lexicon::entry(owner);
            lower.truncate(lower.len() - 2);
        } else if let Some(abbreviated) = lower.strip_suffix('.') {
            entry.class = lexicon::entry(abbreviated).class;
        }
    }
    let ending = match lower.as_str() {
        word if word.ends_with('.') => Ending::Point,
        word if word.ends_with("ed") && word.len() > 4 && !is_compound(word) => Ending::Ed,
        word if word.ends_with("ing") && word.len() > 5 => Ending::Ing,
        word if word.ends_with("ly") && word.len() > 4 => Ending::Ly,
        _ => Ending::Other,
    };
    Unit {
        span,
        kind: UnitKind::Word,
        class: entry.class,
        cue: entry.cue,
        capital,
        possessive,
        plural: is_plural(&lower),
        ending,
        last: None,
    }
}

/// "union-backed": a participle with what belongs to it, which is no verb; "re-elected" is one.
fn is_compound(word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["re", "co", "pre", "mis", "over", "out", "live", "fact"];
    word.rsplit_once('-').is_some_and(|(first, _)| !PREFIXES.contains(&first))
}

fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 28] = [
        "people", "men", "women", "children", "police", "media", "majority", "some", "many", "most", "others", "few",
        "both", "all", "half", "data", "percent", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "several", "more",
    ];
    let regular = word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let compound = ["men", "women", "people"].iter().any(|end| word.ends_with(end));
    regular || compound || IRREGULAR.contains(&word)
}
