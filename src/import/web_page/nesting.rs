//! A page cut to what a parser bears, before it is parsed.

/// The deepest that elements stand in each other. Browsers cut at the same depth; a parser looks through all open
/// elements again and again, so that a million of them would take it for ever.
const DEEPEST: usize = 512;

/// The longest tag that keeps its attributes, in bytes: beyond it they are pictures or data written into the page.
const LONGEST_TAG_BYTES: usize = 16_384;

/// Elements that end of themselves where the next begins, or have no inside: they do not pile up.
const SHALLOW: [&str; 32] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html", "img",
    "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "wbr",
];
/// Elements in which tags are text.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "iframe"];

/// The page without the tags that nest too deep and without attributes that are too long. Words stay.
pub fn cut(page: &str) -> String {
    let mut cut = String::with_capacity(page.len());
    let (mut depth, mut dropped) = (0_usize, 0_usize);
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        cut.push_str(&rest[..start]);
        rest = &rest[start..];
        let tag = &rest[..length_of_tag(rest)];
        rest = &rest[tag.len()..];
        let name = name_of(tag);
        let is_counted = !name.is_empty() && !SHALLOW.contains(&name.as_str()) && !tag.ends_with("/>");
        if is_counted && tag.starts_with("</") {
            if dropped > 0 {
                dropped -= 1;
                continue;
            }
            depth = depth.saturating_sub(1);
        } else if is_counted && !RAW.contains(&name.as_str()) {
            if depth >= DEEPEST {
                dropped += 1;
                continue;
            }
            depth += 1;
        }
        if tag.len() <= LONGEST_TAG_BYTES || name.is_empty() {
            cut.push_str(tag);
        } else {
            cut.push('<');
            cut.push_str(&name);
            cut.push('>');
        }
        if RAW.contains(&name.as_str()) && !tag.starts_with("</") {
            let inside = length_of_raw(rest, &name);
            cut.push_str(&rest[..inside]);
            rest = &rest[inside..];
            // Its end tag does not count: its start did not.
            let end = length_of_tag(rest);
            cut.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    cut.push_str(rest);
    cut
}

/// How many bytes a tag or comment takes that begins here; 1 where a `<` is but a `<`.
fn length_of_tag(rest: &str) -> usize {
    if rest.is_empty() {
        return 0;
    }
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map_or(rest.len(), |end| end + "<!---->".len());
    }
    let bytes = rest.as_bytes();
    if !bytes.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?')) {
        return 1;
    }
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if bytes[..at].trim_ascii_end().ends_with(b"=") => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

fn length_of_raw(rest: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let after = rest.as_bytes().get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(rest.len())
}

fn name_of(tag: &str) -> String {
    let inside = tag.trim_start_matches('<').trim_start_matches('/');
    let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inside.len());
    inside[..end.min(40)].to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_as_people_write_them_stays_as_it_is() {
        let page = "<!DOCTYPE html><html><title>a < b</title><!-- <div> --><p class=\"x > y\">One<p>Two<br/>3 < 4\
                    <script>if (a</b/.exec(c)) {}</script><div>Three</div></html>";
        assert_eq!(cut(page), page);
    }

    #[test]
    fn a_million_nested_elements_are_few_and_the_words_stay() {
        let page = format!("{}The ferry stays.{}", "<div>".repeat(1_000_000), "</div>".repeat(1_000_000));
        let cut = cut(&page);
        assert_eq!(cut.matches("<div>").count(), DEEPEST);
        assert_eq!(cut.matches("</div>").count(), DEEPEST);
        assert!(cut.contains("The ferry stays."));
    }

    #[test]
    fn attributes_of_a_picture_written_into_the_page_go() {
        let page = format!("<p>One<img src=\"data:{}\">two", "A".repeat(100_000));
        assert_eq!(cut(&page), "<p>One<img>two");
    }

    #[test]
    fn broken_tags_end_with_the_page() {
        for page in ["<", "<p", "a <b c=\"", "<!--", "<script>", "</", "<title>é"] {
            assert_eq!(cut(page), page);
        }
    }
}
