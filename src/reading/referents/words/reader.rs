//! From tokens to words: what belongs to one is put together, possessives and contractions are cut off.

use super::shapes::shape_of;
use super::{Shape, Word, is_read};
use crate::model::{Article, Reading, Span, Token, TokenKind};
use crate::reading::referents::lexicon::{folded, lexicon};

pub(super) struct Reader<'a, 'r> {
    text: &'a str,
    article: &'a Article,
    reading: &'r Reading,
    quoted: Vec<(Span, usize)>,
    paragraph: usize,
    sentence: usize,
    quotation: usize,
}

impl<'a, 'r> Reader<'a, 'r> {
    pub(super) fn new(article: &'a Article, reading: &'r Reading) -> Self {
        let each = reading.quotations.iter().enumerate();
        let mut quoted: Vec<(Span, usize)> =
            each.flat_map(|(index, found)| found.spans.iter().map(move |span| (*span, index))).collect();
        quoted.sort_unstable();
        Self { text: &article.text, article, reading, quoted, paragraph: 0, sentence: 0, quotation: 0 }
    }

    /// Adds the word that begins with the token `at`; says which token comes next.
    pub(super) fn take(&mut self, at: usize, words: &mut Vec<Word<'a>>) -> usize {
        let start = self.reading.tokens[at].span.start;
        self.move_to(start);
        let inside = self.article.paragraphs.get(self.paragraph).is_some_and(|found| found.span.holds(start));
        if !inside || !self.reading.roles.get(self.paragraph).is_some_and(|role| is_read(*role)) {
            return at + 1;
        }
        let (span, next, shape) = self.shape(at);
        let quotation = self.quoted.get(self.quotation).filter(|(span, _)| span.holds(start)).map(|found| found.1);
        let mut word = Word {
            span,
            end: span.end,
            text: span.of(self.text),
            folded: String::new(),
            shape,
            possessive: false,
            opens: false,
            glued: at > 0 && self.reading.tokens[at - 1].span.end == start,
            sentence: self.sentence,
            paragraph: self.paragraph,
            quotation,
        };
        let next = self.cut_possessive(&mut word, next);
        word.folded = folded(word.text);
        cut_contraction(&mut word);
        words.push(word);
        next
    }

    fn move_to(&mut self, start: usize) {
        while self.article.paragraphs.get(self.paragraph + 1).is_some_and(|next| next.span.start <= start) {
            self.paragraph += 1;
        }
        while self.reading.sentences.get(self.sentence + 1).is_some_and(|next| next.span.start <= start) {
            self.sentence += 1;
        }
        while self.quoted.get(self.quotation).is_some_and(|(span, _)| span.end <= start) {
            self.quotation += 1;
        }
    }

    fn token(&self, at: usize) -> Option<&'r Token> {
        self.reading.tokens.get(at)
    }

    /// Whether the token `at` is that mark and stands right behind the one before.
    fn glued_mark(&self, at: usize, mark: &str) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        self.token(at).is_some_and(|token| {
            token.span.of(self.text) == mark && before.is_some_and(|before| before.span.end == token.span.start)
        })
    }

    /// The whole word that begins with the token `at`, the token behind it, and how it is written.
    fn shape(&self, at: usize) -> (Span, usize, Shape) {
        let token = self.reading.tokens[at];
        let text = token.span.of(self.text);
        match token.kind {
            TokenKind::Mark => (token.span, at + 1, Shape::Mark),
            TokenKind::Number => self.reference(at).unwrap_or((token.span, at + 1, Shape::Number)),
            TokenKind::Word => self.letters(at, text).unwrap_or((token.span, at + 1, shape_of(text))),
        }
    }

    /// "287(g)", "501(c)(3)".
    fn reference(&self, at: usize) -> Option<(Span, usize, Shape)> {
        let mut end = at + 1;
        while self.glued_mark(end, "(")
            && self.token(end + 1).is_some_and(|inner| inner.span.len() <= 3 && inner.kind != TokenKind::Mark)
            && self.glued_mark(end + 2, ")")
        {
            end += 3;
        }
        (end > at + 1).then(|| (self.span(at, end), end, Shape::Reference))
    }

    /// "J.", "U.S.", "Sen.": a dot that belongs to the word.
    fn letters(&self, at: usize, text: &str) -> Option<(Span, usize, Shape)> {
        let is_letter = |token: &Token| {
            let word = token.span.of(self.text);
            word.chars().count() == 1 && word.chars().all(char::is_uppercase)
        };
        if !self.glued_mark(at + 1, ".") {
            return None;
        }
        let ending = self.token(at + 2).map_or("", |token| token.span.of(self.text));
        let glued = self.token(at + 2).is_some_and(|token| token.span.start == self.reading.tokens[at + 1].span.end);
        if glued && matches!(ending, "com" | "org" | "net" | "gov" | "edu" | "io" | "info" | "tv") {
            return Some((self.span(at, at + 3), at + 3, Shape::Mixed));
        }
        if is_letter(&self.reading.tokens[at]) {
            let mut end = at + 2;
            while self.token(end).is_some_and(is_letter)
                && self.token(end).is_some_and(|token| token.span.start == self.reading.tokens[end - 1].span.end)
                && self.glued_mark(end + 1, ".")
            {
                end += 2;
            }
            let shape = if end > at + 2 { Shape::Dotted } else { Shape::Initial };
            return Some((self.span(at, end), end, shape));
        }
        let dotted = folded(&format!("{text}."));
        is_abbreviation(&dotted).then(|| (self.span(at, at + 2), at + 2, shape_of(text)))
    }

    fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.reading.tokens[first].span.start, self.reading.tokens[end - 1].span.end)
    }

    /// Cuts off "'s", or takes the apostrophe of "s'"; says which token comes next.
    fn cut_possessive(&self, word: &mut Word<'a>, next: usize) -> usize {
        let bare = ["’s", "'s", "‘s", "’S", "'S"].iter().find_map(|ending| word.text.strip_suffix(ending));
        if let Some(bare) = bare.filter(|bare| !bare.is_empty()) {
            word.possessive = true;
            word.span = Span::new(word.span.start, word.span.start + bare.len());
            word.text = bare;
            return next;
        }
        let dotted = matches!(word.shape, Shape::Dotted | Shape::Initial);
        if dotted && (self.glued_mark(next, "’") || self.glued_mark(next, "'")) {
            let ending = self.token(next + 1).filter(|token| token.span.of(self.text) == "s");
            if let Some(ending) = ending {
                word.possessive = true;
                word.end = ending.span.end;
                return next + 2;
            }
        }
        let plural = word.text.ends_with('s') && word.shape != Shape::Mark;
        if plural && (self.glued_mark(next, "’") || self.glued_mark(next, "'")) && self.goes_on(next, word.quotation)
        {
            word.possessive = true;
            word.end = self.reading.tokens[next].span.end;
            return next + 1;
        }
        next
    }

    /// Whether a word follows the apostrophe at token `at` after a space: a possessive, not a closing mark.
    fn goes_on(&self, at: usize, quotation: Option<usize>) -> bool {
        let end = self.reading.tokens[at].span.end;
        let closes = self.quoted.get(self.quotation).is_some_and(|(span, _)| span.end + 4 >= end && span.end <= end);
        let word = |token: &Token| token.kind == TokenKind::Word && token.span.start > end;
        !(closes && quotation.is_some()) && self.token(at + 1).is_some_and(word)
    }
}

/// Takes "don't" for the plain word it is, and cuts "'ll" off a name.
fn cut_contraction(word: &mut Word<'_>) {
    if word.folded.ends_with("n't") {
        word.shape = Shape::Lower;
        return;
    }
    let Some(ending) = ["'ll", "'ve", "'re", "'d", "'m"].into_iter().find(|ending| word.folded.ends_with(ending))
    else {
        return;
    };
    let letters = ending.chars().count();
    let cut: usize = word.text.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    if cut == 0 {
        return;
    }
    let bare = folded(&word.text[..cut]);
    if lexicon().is_function(&bare) {
        word.shape = Shape::Lower;
        word.folded = bare;
        return;
    }
    word.span = Span::new(word.span.start, word.span.start + cut);
    word.text = &word.text[..cut];
    word.folded = bare;
}

/// Whether the folded word, with its dot, is an abbreviation that names are made with.
fn is_abbreviation(dotted: &str) -> bool {
    const OTHERS: [&str; 22] = [
        "v.", "vs.", "jr.", "sr.", "st.", "ste.", "mt.", "ft.", "inc.", "corp.", "co.", "ltd.", "dept.", "univ.",
        "bros.", "assn.", "ave.", "blvd.", "rd.", "messrs.", "no.", "ph.d.",
    ];
    lexicon().office(dotted).is_some() || OTHERS.contains(&dotted) || lexicon().place(dotted).is_some()
}
