//! Rich text, token by token.

/// What stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name-12`; a space behind it is part of it.
    Word(&'b str, Option<i32>),
    /// `\~` and the like; a line end behind a backslash comes as `\n`.
    Symbol(u8),
    /// `\'e9`
    Hex(u8),
    /// Bytes as they stand, without line ends.
    Bytes(&'b [u8]),
}

/// Reads a file from its first byte to its last. Binary data of pictures are passed over.
pub struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    /// Of all bytes of a file.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'b [u8] {
        let count = self.rest.iter().position(|byte| !wanted(*byte)).unwrap_or(self.rest.len());
        self.take(count)
    }

    /// What follows a backslash, none at the end of the file.
    fn control(&mut self) -> Option<Token<'b>> {
        match *self.rest.first()? {
            byte if byte.is_ascii_alphabetic() => Some(self.word()),
            b'\'' => {
                self.take(1);
                // One that is broken off is dropped with its backslash.
                let digits = if self.rest.iter().take(2).all(u8::is_ascii_hexdigit) { self.take(2) } else { b"" };
                let code = std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
                Some(code.map_or(Token::Bytes(b""), Token::Hex))
            }
            b'\r' => {
                self.take(if self.rest.get(1) == Some(&b'\n') { 2 } else { 1 });
                Some(Token::Symbol(b'\n'))
            }
            byte => {
                self.take(1);
                Some(Token::Symbol(byte))
            }
        }
    }

    fn word(&mut self) -> Token<'b> {
        let name = std::str::from_utf8(self.take_while(|byte| byte.is_ascii_alphabetic())).unwrap_or("");
        let is_negative = self.rest.first() == Some(&b'-') && self.rest.get(1).is_some_and(u8::is_ascii_digit);
        if is_negative {
            self.take(1);
        }
        let digits = std::str::from_utf8(self.take_while(|byte| byte.is_ascii_digit())).unwrap_or("");
        let number = digits.parse::<i32>().ok().map(|number| if is_negative { -number } else { number });
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Token::Word(name, number)
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        self.take_while(|byte| matches!(byte, b'\r' | b'\n' | 0));
        match *self.rest.first()? {
            b'{' => {
                self.take(1);
                Some(Token::Open)
            }
            b'}' => {
                self.take(1);
                Some(Token::Close)
            }
            b'\\' => {
                self.take(1);
                self.control()
            }
            _ => Some(Token::Bytes(self.take_while(|byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_token() {
        let found: Vec<_> = Tokens::new(b"{\\b0 a\r\nb\\'e9\\~\\u-3 ?\\\r\n\\bin3 }}}\\'z\\par}").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Bytes(b"a"),
            Token::Bytes(b"b"),
            Token::Hex(0xE9),
            Token::Symbol(b'~'),
            Token::Word("u", Some(-3)),
            Token::Bytes(b"?"),
            Token::Symbol(b'\n'),
            Token::Word("bin", Some(3)),
            Token::Bytes(b""),
            Token::Bytes(b"z"),
            Token::Word("par", None),
            Token::Close,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn broken_ends() {
        for bytes in [b"\\".as_slice(), b"\\'", b"\\'e", b"\\u-", b"\\bin99999999999999 ", b"\\bin-5 x"] {
            assert!(Tokens::new(bytes).count() <= 2, "{bytes:?}");
        }
    }
}
