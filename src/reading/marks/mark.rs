//! Marks one by one, with what stands on both sides.

/// What a mark looks like from both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    Opening,
    Closing,
    Either,
}

/// A mark that may open or close a quotation, or an apostrophe.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Its first byte in the text.
    pub at: usize,
    /// One past its last byte.
    pub end: usize,
    pub character: char,
    pub lean: Lean,
    /// The characters on both sides.
    pub before: Option<char>,
    pub after: Option<char>,
}

impl Mark {
    pub fn is_double(self) -> bool {
        is_double(self.character)
    }
}

fn is_double(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '"' | '«' | '»' | '＂' | '「' | '」')
}

fn is_single(character: char) -> bool {
    matches!(character, '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`')
}

/// All marks of a text, in order; two single ones for a double one are one.
pub fn find(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if is_double(character) || is_single(character) {
            let mut after = characters.peek().map(|&(_, next)| next);
            let mut end = at + character.len_utf8();
            let mut character = character;
            if matches!(character, '\'' | '`' | '‘' | '’') && after == Some(character) {
                // Two single marks for a double one.
                character = match character {
                    '‘' | '`' => '“',
                    '’' => '”',
                    _ => '"',
                };
                characters.next();
                after = characters.peek().map(|&(_, next)| next);
                end = characters.peek().map_or(text.len(), |&(next, _)| next);
            }
            if before == Some('=') {
                // An attribute of markup that was left in the text: its value is nobody's words.
                skip_value(character, &mut characters);
                before = Some(character);
                continue;
            }
            found.push(Mark { at, end, character, lean: lean(before, after), before, after });
        }
        before = Some(character);
    }
    found
}

fn skip_value(mark: char, characters: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    for (_, character) in characters.by_ref() {
        if character == mark || character == '\n' {
            break;
        }
    }
}

fn lean(before: Option<char>, after: Option<char>) -> Lean {
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{—–-/|>‘“'\"\u{200b}".contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}—–-/|<…’”'\"\u{200b}".contains(c));
    match (opens, closes) {
        (true, false) => Lean::Opening,
        (false, true) => Lean::Closing,
        _ => Lean::Either,
    }
}
