//! Words, numbers and marks.

use crate::model::{Span, Token, TokenKind};

/// The tokens of a text, in order. White space and invisible characters are between tokens.
///
/// A word keeps its inner apostrophes, hyphens and invisible joiners ("don't", "well-being"), a number its
/// inner points and commas ("35.5", "1,200"). Every other visible character is a mark by itself.
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        if !first.is_alphanumeric() {
            tokens.push(Token { span: Span::new(start, end), kind: TokenKind::Mark });
            continue;
        }
        let numeric = first.is_numeric();
        let mut only_digits = numeric;
        while let Some(&(at, next)) = characters.peek() {
            let after = text[at + next.len_utf8()..].chars().next();
            let inner = if only_digits { joins_digits(next) } else { joins_letters(next) };
            let goes_on = next.is_alphanumeric()
                || is_combining(next)
                || (inner && after.is_some_and(if only_digits { char::is_numeric } else { char::is_alphanumeric }));
            if !goes_on {
                break;
            }
            only_digits &= next.is_numeric() || joins_digits(next);
            end = at + next.len_utf8();
            characters.next();
        }
        let kind = if only_digits { TokenKind::Number } else { TokenKind::Word };
        tokens.push(Token { span: Span::new(start, end), kind });
    }
    tokens
}

fn joins_digits(character: char) -> bool {
    matches!(character, '.' | ',')
}

fn joins_letters(character: char) -> bool {
    matches!(character, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '&') || is_invisible(character)
}

/// Characters that show nothing: soft hyphen, zero-width space and joiners, byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let words: Vec<&str> = tokenise(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn words_keep_their_inner_marks() {
        check("Don’t ask the well-being office.", &["Don’t", "ask", "the", "well-being", "office", "."]);
        check("the boys' boat", &["the", "boys", "'", "boat"]);
    }

    #[test]
    fn numbers_keep_points_and_commas() {
        check("35.5 of 1,200, then 3.", &["35.5", "of", "1,200", ",", "then", "3", "."]);
    }

    #[test]
    fn invisible_characters_do_not_split_words() {
        check("re\u{AD}port \u{200B}it", &["re\u{AD}port", "it"]);
    }
}
