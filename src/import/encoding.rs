//! Bytes to text, the encoding found by content.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Of so many bytes or characters of real text, one at most is a stray control character or undecodable.
const TEXT_PER_STRAY: usize = 100;

/// The text in the bytes, without a byte order mark; none where they are no text in any encoding.
///
/// A byte order mark decides. Without one: UTF-16 shows by zero bytes at every other place, UTF-8 by being valid,
/// old Macintosh text by its curly marks; what remains goes to Firefox's detector for legacy encodings.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let text = if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        by_mark(encoding, &bytes[mark_bytes..])
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else if bytes.contains(&0) {
        return None;
    } else {
        eight_bit(bytes)
    };
    is_text(&text).then_some(text)
}

fn by_mark(encoding: &'static Encoding, bytes: &[u8]) -> String {
    if encoding == UTF_8 {
        utf_8_with_strays(bytes)
    } else {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// Zero bytes stand at one parity only: spaces, line ends and ASCII letters are half zeros in any script's UTF-16.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (even, odd) = (zeros(0), zeros(1));
    // Less than one space or line end in fifty characters is no writing with spaces in it.
    let enough = bytes.len() / 100 + 1;
    let encoding = if odd >= enough && even * 20 <= odd {
        UTF_16LE
    } else if even >= enough && odd * 20 <= even {
        UTF_16BE
    } else {
        return None;
    };
    let sound = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!sound.contains('\0')).then_some(encoding)
}

fn eight_bit(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP is ASCII with escapes.
        if !bytes.contains(&0x1B) {
            return text.to_owned();
        }
    }
    if is_mostly_utf_8(bytes) {
        return utf_8_with_strays(bytes);
    }
    legacy(bytes).decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether characters of several bytes are ten times as many as bytes that fit nowhere: a single such sequence
/// hardly ever comes about by chance in another encoding.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut stray) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        stray += usize::from(!chunk.invalid().is_empty());
    }
    sound >= 10 * stray && sound > 0
}

/// UTF-8 in which single bytes of Windows-1252 were pasted, as editors without encodings do; a character cut off at
/// the end becomes a replacement character.
fn utf_8_with_strays(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.len();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        rest -= chunk.valid().len() + chunk.invalid().len();
        match chunk.invalid() {
            [] => {}
            [_] => text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0),
            _ if rest == 0 => text.push(char::REPLACEMENT_CHARACTER),
            several => text.push_str(&WINDOWS_1252.decode_without_bom_handling(several).0),
        }
    }
    text
}

fn legacy(bytes: &[u8]) -> &'static Encoding {
    if is_macintosh(bytes) {
        return MACINTOSH;
    }
    if bytes.iter().all(|byte| byte.is_ascii() || is_typography_in_every_windows_code_page(*byte))
        && !bytes.contains(&0x1B)
    {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Curly marks of the old Macintosh set are capital Õ, Ò and Ó in Windows-1252, which do not stand inside an English
/// word or between a space and a letter that way round.
fn is_macintosh(bytes: &[u8]) -> bool {
    let marks = bytes.windows(3).filter(|three| match three {
        [before, 0xD5, after] => before.is_ascii_lowercase() && after.is_ascii_lowercase(),
        [before, 0xD2, after] => before.is_ascii_whitespace() && after.is_ascii_alphabetic(),
        [before, 0xD3, after] => before.is_ascii_punctuation() && after.is_ascii_whitespace(),
        _ => false,
    });
    let accents = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let marks = marks.count();
    marks > 0 && marks * 3 >= accents
}

/// Dashes, curly marks, ellipsis, no-break space and the like, which all Windows code pages have at one place.
fn is_typography_in_every_windows_code_page(byte: u8) -> bool {
    matches!(byte, 0x85 | 0x91..=0x97 | 0xA0 | 0xA7 | 0xA9 | 0xAB | 0xAE | 0xB0 | 0xB7 | 0xBB)
}

fn is_text(text: &str) -> bool {
    // Behind another character beyond ASCII the control characters beyond it are letters saved wrongly ("â€\u{9d}").
    let mut before = ' ';
    let is_one = |character: char| {
        let is_saved_wrongly = !before.is_ascii() && ('\u{80}'..='\u{9F}').contains(&character);
        before = character;
        is_stray(character) && !is_saved_wrongly
    };
    let strays = text.chars().map(is_one).filter(|is_one| *is_one).count();
    strays == 0 || (strays * TEXT_PER_STRAY <= text.len() && !text.contains('\0'))
}

/// Characters that no writing holds: control characters other than those of white space, back space, escape and the
/// old end-of-file mark; characters that could not be decoded.
fn is_stray(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' | '\u{8}' | '\u{B}' | '\u{C}' | '\u{1A}' | '\u{1B}' | '\u{85}' => false,
        char::REPLACEMENT_CHARACTER => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "“Don’t,” the ferryman’s wife said — she was café-tired … and left.";

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).as_deref(), Some(expected));
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf_8_with_and_without_a_mark() {
        check(SENTENCE.as_bytes(), SENTENCE);
        check(format!("\u{FEFF}{SENTENCE}").as_bytes(), SENTENCE);
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        for text in [SENTENCE, "Паромщик ушёл домой. Никто его не видел.\n"] {
            for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
                check(&utf_16(text, bytes_of), text);
                check(&utf_16(&format!("\u{FEFF}{text}"), bytes_of), text);
            }
        }
    }

    #[test]
    fn windows_code_pages() {
        check(b"\x93Don\x92t,\x94 she said \x97 twice\x85", "“Don’t,” she said — twice…");
        check(&WINDOWS_1252.encode(SENTENCE).0, SENTENCE);
        let polish = "Rada miejska przegłosowała uchwałę o nowej tamie. „Będziemy żałować” – powiedział sołtys Wąsik.";
        check(&encoding_rs::WINDOWS_1250.encode(polish).0, polish);
        let russian = "Городской совет проголосовал за новую плотину. «Мы об этом пожалеем», — сказал староста.";
        check(&encoding_rs::WINDOWS_1251.encode(russian).0, russian);
    }

    #[test]
    fn old_macintosh_marks() {
        check(
            &[b"The mayor\xD5s wife said: \xD2Not here.\xD3 She left".as_slice()].concat(),
            "The mayor’s wife said: “Not here.” She left",
        );
    }

    #[test]
    fn single_windows_bytes_inside_utf_8() {
        let mut bytes = "éééé — naïve — “quoted” — über".as_bytes().to_vec();
        bytes.extend_from_slice(b" it\x92s here");
        check(&bytes, "éééé — naïve — “quoted” — über it’s here");
    }

    #[test]
    fn a_character_cut_off_at_the_end_spoils_nothing_before_it() {
        let whole =
            "Ferry – pier – “lamp” – rope – “oar” – tide and a long line of plain words that follow — ".repeat(3);
        let bytes = whole.as_bytes();
        let cut = decode(&bytes[..bytes.len() - 2]).unwrap_or_default();
        assert!(cut.starts_with("Ferry – pier – “lamp”") && cut.ends_with(char::REPLACEMENT_CHARACTER), "{cut}");
    }

    #[test]
    fn letters_saved_wrongly_are_text() {
        check("She said â€œnoâ€\u{9d} in Å\u{81}Ã³dÅº.".as_bytes(), "She said â€œnoâ€\u{9d} in Å\u{81}Ã³dÅº.");
    }

    #[test]
    fn bytes_that_are_no_text() {
        for bytes in [b"ab\0cd".as_slice(), b"\x01\x02\x03 words", b"\xFF\xFE\x00\xD8\x00\xD8\x00\xD8"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
