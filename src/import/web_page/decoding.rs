//! The bytes of a page to its text: a byte order mark, what the page declares, then what its bytes show.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::super::encoding;

/// Where a page declares its encoding: browsers look no further.
const DECLARED_WITHIN_BYTES: usize = 4096;

/// The text of a page; none where it is text in no encoding.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARED_WITHIN_BYTES).unwrap_or(bytes);
    decode_as(bytes, declared(head))
}

/// The text of a page that is said to be in that encoding; bytes that show another are not believed the saying.
pub fn decode_as(bytes: &[u8], said: Option<&'static Encoding>) -> Option<String> {
    let Some(said) = said.filter(|said| ![UTF_8, UTF_16BE, UTF_16LE].contains(said)) else {
        return encoding::decode(bytes);
    };
    let shows_itself = Encoding::for_bom(bytes).is_some()
        || bytes.contains(&0)
        || (std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0x1B));
    let (text, has_errors) = said.decode_without_bom_handling(bytes);
    if shows_itself || has_errors { encoding::decode(bytes) } else { Some(text.into_owned()) }
}

/// `charset=…` in a meta element or `encoding="…"` in an XML declaration.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    let in_xml = xml.and_then(|(inside, _)| label_after(inside, "encoding"));
    let metas = head.split("<meta").skip(1).filter_map(|rest| rest.split_once('>'));
    let in_meta = || metas.into_iter().find_map(|(inside, _)| label_after(inside, "charset"));
    in_xml.or_else(in_meta)
}

fn label_after(text: &str, key: &str) -> Option<&'static Encoding> {
    let (_, after) = text.split_once(key)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c))).unwrap_or(value.len());
    Encoding::for_label(&value.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let text = decode(bytes).unwrap_or_default();
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn a_page_says_its_encoding() {
        check(b"<meta charset=iso-8859-2><p>\xb3\xf3d\xbc", "łódź");
        check(
            b"<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1251\"><p>\xcf\xe0\xf0\xee\xec",
            "Паром",
        );
        check(b"<?xml version=\"1.0\" encoding='koi8-r'?><html><p>\xf0\xc1\xd2\xcf\xcd", "Паром");
    }

    #[test]
    fn a_page_that_says_wrong_is_read_as_it_is() {
        check("<meta charset=windows-1252><p>café — naïve".as_bytes(), "café — naïve");
        check(b"<meta charset=utf-8><p>\x93Don\x92t\x94", "“Don’t”");
    }
}
