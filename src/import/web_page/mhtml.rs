//! The page in a web archive (MHTML), as browsers save it: a mail whose first part, or the one it names, is the page.

use encoding_rs::Encoding;

use super::decoding;

/// How deep parts stand in parts: a browser writes one level, a mail program two.
const DEEPEST: usize = 4;
/// The most parts that are looked at: pictures follow the page, which stands first.
const MOST_PARTS: usize = 1000;

/// The text of the page; none where there is none.
pub fn page(bytes: &[u8]) -> Option<String> {
    page_in(bytes, DEEPEST)
}

fn page_in(bytes: &[u8], deeper: usize) -> Option<String> {
    let (headers, body) = split(bytes);
    let kind = header(&headers, "content-type").unwrap_or_default();
    let kind_in_small = kind.to_ascii_lowercase();
    if kind_in_small.starts_with("multipart/") {
        let boundary = parameter(&kind, "boundary")?;
        let parts = || parts(body, &boundary).take(MOST_PARTS);
        let root = parameter(&kind, "start");
        let is_root = |part: &&[u8]| root.is_some() && header(&split(part).0, "content-id") == root;
        let deeper = deeper.checked_sub(1)?;
        let named = parts().find(is_root).and_then(|part| page_in(part, deeper));
        return named.or_else(|| parts().find_map(|part| page_in(part, deeper)));
    }
    if !kind_in_small.starts_with("text/html") && !kind_in_small.starts_with("application/xhtml") {
        return None;
    }
    let encoding = header(&headers, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes = match encoding.trim() {
        "quoted-printable" => from_quoted_printable(body),
        "base64" => from_base64(body),
        _ => body.to_owned(),
    };
    let said = parameter(&kind, "charset").and_then(|label| Encoding::for_label(label.as_bytes()));
    if said.is_some() { decoding::decode_as(&bytes, said) } else { decoding::decode(&bytes) }
}

/// The headers, those that run over several lines joined, and what follows the empty line.
fn split(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let mut headers: Vec<String> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let line = String::from_utf8_lossy(&rest[..end]);
        rest = &rest[end..];
        let line = line.trim_end();
        match headers.last_mut() {
            _ if line.is_empty() => break,
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => headers.push(line.to_owned()),
        }
    }
    (headers, rest)
}

fn header(headers: &[String], name: &str) -> Option<String> {
    let value = |line: &String| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    };
    headers.iter().find_map(value)
}

/// `boundary="…"` out of a header's value.
fn parameter(value: &str, name: &str) -> Option<String> {
    let of = |part: &str| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    };
    value.split(';').skip(1).find_map(of).filter(|value| !value.is_empty())
}

/// What stands between lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> impl Iterator<Item = &'a [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    while at < body.len() && starts.len() <= MOST_PARTS {
        let end = body[at..].iter().position(|byte| *byte == b'\n').map_or(body.len(), |line| at + line + 1);
        if body[at..end].starts_with(&mark) {
            starts.push((at, end));
        }
        at = end;
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(start, _)| *start).chain([body.len()]).collect();
    starts.into_iter().zip(ends).map(|((_, start), end)| &body[start..end])
}

fn from_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = after;
            }
            _ => bytes.push(first),
        }
    }
    bytes
}

fn digit(hex: u8) -> u8 {
    char::from(hex).to_digit(16).unwrap_or_default() as u8
}

/// Characters that are no base64 are passed over, as mail programs do.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for &byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(encoding: &str, body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
             \tboundary=\"----Edge\"\r\n\r\n\r\n------Edge\r\nContent-Type: text/html; charset=utf-8\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n------Edge\r\nContent-Type: image/png\r\n\r\nxx\r\n------Edge--\r\n"
        )
    }

    #[test]
    fn the_page_is_read_out_of_a_browsers_archive() {
        for (encoding, body) in [
            ("quoted-printable", "<p>The f=\r\nerry =E2=80=94 stays=3D"),
            ("base64", "PHA+VGhlIGZlcnJ5IOKAlCBz\r\ndGF5cz0="),
            ("8bit", "<p>The ferry — stays="),
        ] {
            let page = page(archive(encoding, body).as_bytes()).unwrap_or_default();
            assert_eq!(page.trim_end(), "<p>The ferry — stays=", "{encoding}");
        }
    }

    #[test]
    fn an_archive_that_is_cut_off_or_nests_for_ever_ends() {
        for bytes in ["", "Content-Type: multipart/related; boundary=x", "Content-Type: multipart/related\n\n--x"] {
            assert_eq!(page(bytes.as_bytes()), None);
        }
        let nested = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(10_000);
        assert_eq!(page(nested.as_bytes()), None);
    }
}
