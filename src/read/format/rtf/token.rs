//! The tokens of RTF: groups, control words, bytes of text.

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\*`: the group may be passed over.
    Ignorable,
    /// A control word and its number: `\par`, `\u1580`.
    Word(&'a str, Option<i32>),
    /// A control sign with a text of its own.
    Sign(&'static str),
    /// A byte of text, in the encoding of the font.
    Byte(u8),
}

/// Cuts a file into tokens.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn run(&mut self, fits: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default()
    }

    fn word(&mut self) -> Token<'a> {
        let word = self.run(|byte| byte.is_ascii_alphabetic());
        let is_negative = self.peek() == Some(b'-');
        if is_negative {
            self.at += 1;
        }
        let digits = self.run(|byte| byte.is_ascii_digit());
        let number = digits.parse::<i32>().ok();
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        if word == "bin" {
            // Bytes of a picture.
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Token::Word(
            word,
            number.map(|number| if is_negative { -number } else { number }),
        )
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let sign = self.peek()?;
        if sign.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 1;
        Some(match sign {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).unwrap_or_default();
                let digits = std::str::from_utf8(digits).unwrap_or_default();
                let byte = u8::from_str_radix(digits, 16);
                self.at = (self.at + 2).min(self.bytes.len());
                Token::Byte(byte.unwrap_or(b' '))
            }
            b'*' => Token::Ignorable,
            b'~' => Token::Sign("\u{A0}"),
            b'_' => Token::Sign("\u{2011}"),
            b'-' => Token::Sign("\u{AD}"),
            b'\n' | b'\r' => Token::Word("par", None),
            b'\t' => Token::Sign("\t"),
            byte => Token::Byte(byte),
        })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\n' | b'\r' | 0 => continue,
                b'\t' => Some(Token::Sign("\t")),
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}
