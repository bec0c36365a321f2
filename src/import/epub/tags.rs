//! A page of a book as tags that an HTML parser reads as they are meant: empty elements get their ends, nesting is
//! bounded and balanced, what is no text is left out, and the page is cut where chapters begin.

use super::super::limits::{MOST_ELEMENTS, MOST_HTML_DEPTH};
use super::package::is_apparatus;

/// A page, or what stands of it from one chapter's beginning to the next.
pub struct Piece<'w> {
    /// The beginning that was asked for; none for the page's own.
    pub fragment: Option<&'w str>,
    pub html: String,
    /// The page is a cover, a title page or the like.
    pub is_apparatus: bool,
}

/// Elements that have no end.
const VOID: [&str; 8] = ["br", "hr", "img", "wbr", "input", "col", "link", "meta"];
/// Elements whose content is no text of the book; readings over East Asian characters among them.
const SILENT: [&str; 14] = [
    "head", "script", "style", "svg", "math", "iframe", "object", "audio", "video", "rt", "rp", "template", "nav",
    "form",
];
/// Elements around the text, whose tags say nothing.
const OUTER: [&str; 2] = ["html", "body"];
/// A web page may have [`MOST_ELEMENTS`]; a book may stand in a single page.
const MOST_TAGS: usize = 10 * MOST_ELEMENTS;

/// The pieces of a page that the fragments `wanted` cut it into, the page's own beginning first; none of a page of
/// more elements than any book has.
pub fn pieces<'w>(page: &str, wanted: &[&'w str]) -> Option<Vec<Piece<'w>>> {
    let mut writer =
        Writer { pieces: vec![Piece { fragment: None, html: String::new(), is_apparatus: false }], open: Vec::new() };
    let mut rest = page;
    let mut count = 0;
    while let Some(start) = rest.find('<') {
        writer.text(&rest[..start]);
        rest = &rest[start..];
        if let Some(after) = passed_over(rest, &mut writer) {
            rest = after;
            continue;
        }
        let (tag, after) = tag(rest)?;
        rest = after;
        count += 1;
        if count > MOST_TAGS {
            return None;
        }
        if tag.is_end {
            writer.end(&tag.name);
        } else if SILENT.contains(&tag.name.as_str()) || is_note_mark(&tag, rest, &writer) {
            if !tag.is_empty {
                rest = after_end(rest, &tag.name);
            }
        } else {
            writer.start(&tag, wanted);
        }
    }
    writer.text(rest);
    Some(writer.pieces)
}

/// What follows a comment, a declaration or a piece of literal text.
fn passed_over<'p>(rest: &'p str, writer: &mut Writer<'_>) -> Option<&'p str> {
    let behind = |start: &str, end: &str| rest[start.len()..].split_once(end).map_or("", |(_, after)| after);
    if rest.starts_with("<!--") {
        Some(behind("<!--", "-->"))
    } else if let Some(literal) = rest.strip_prefix("<![CDATA[") {
        let (words, after) = literal.split_once("]]>").unwrap_or((literal, ""));
        writer.text(&words.replace('&', "&amp;").replace('<', "&lt;"));
        Some(after)
    } else if rest.starts_with("<!") {
        Some(behind("<!", ">"))
    } else if rest.starts_with("<?") {
        Some(behind("<?", "?>"))
    } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        None
    } else {
        writer.text("&lt;");
        Some(&rest[1..])
    }
}

struct Tag<'p> {
    /// In lower case, without a prefix.
    name: String,
    attributes: &'p str,
    is_end: bool,
    is_empty: bool,
}

/// The tag at the beginning of `rest`, and what follows it. A tag that does not end takes all.
fn tag(rest: &str) -> Option<(Tag<'_>, &str)> {
    let mut mark = None;
    let end = rest.bytes().position(|byte| {
        match (mark, byte) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') => mark = Some(byte),
            (Some(open), byte) if open == byte => mark = None,
            _ => {}
        }
        false
    });
    let end = end.unwrap_or(rest.len());
    let inside = rest.get(1..end)?;
    let after = rest.get(end + 1..).unwrap_or("");
    let is_end = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let is_empty = inside.ends_with('/');
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let (name, attributes) = inside.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inside, ""));
    let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    Some((Tag { name, attributes, is_end, is_empty }, after))
}

impl Tag<'_> {
    /// The value of an attribute by its whole name.
    fn attribute(&self, name: &str) -> Option<&str> {
        let mut rest = self.attributes;
        while let Some((key, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let mark = after.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
            let (value, next) = after[1..].split_once(mark)?;
            if key.trim() == name {
                return Some(value);
            }
            rest = next;
        }
        None
    }

    fn has(&self, attribute: &str, wanted: &[&str]) -> bool {
        self.attribute(attribute).is_some_and(|value| value.split_whitespace().any(|one| wanted.contains(&one)))
    }
}

/// Whether a link is the mark of a note or the way back from one.
fn is_note_mark(tag: &Tag<'_>, rest: &str, writer: &Writer<'_>) -> bool {
    if tag.name != "a" || tag.is_empty {
        return false;
    }
    let is_told = tag.has("epub:type", &["noteref", "backlink"])
        || tag.has("role", &["doc-noteref", "doc-backlink"])
        || tag.has("class", &["footnote-ref", "footnote-back", "noteref", "footnoteref"]);
    is_told || tag.attribute("href").is_some_and(|href| href.contains('#')) && is_raised_number(rest, writer)
}

/// Whether the link at whose content `rest` begins is a raised number or star.
fn is_raised_number(rest: &str, writer: &Writer<'_>) -> bool {
    const LONGEST: usize = 100;
    let head = &rest.as_bytes()[..rest.len().min(LONGEST)];
    let Some(content) = head.windows(3).position(|three| three == b"</a").and_then(|end| rest.get(..end)) else {
        return false;
    };
    let is_raised = writer.open.last().is_some_and(|(name, _)| name == "sup") || content.contains("<sup");
    let words: String = content
        .split('<')
        .enumerate()
        .map(|(place, part)| if place == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) })
        .collect();
    let mark = words.trim().trim_matches(['[', ']', '(', ')']);
    let is_number = mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
    is_raised && !mark.is_empty() && (is_number || mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶')))
}

/// What follows the end of an element inside which `rest` begins, elements of its name inside it minded.
fn after_end<'p>(rest: &'p str, name: &str) -> &'p str {
    let mut depth = 1;
    let mut rest = rest;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = tag(rest) else { return "" };
        rest = after;
        if tag.name == name && !tag.is_empty {
            depth = if tag.is_end { depth - 1 } else { depth + 1 };
        }
        if depth == 0 {
            return rest;
        }
    }
    ""
}

struct Writer<'w> {
    pieces: Vec<Piece<'w>>,
    /// Names of the open elements with their tags.
    open: Vec<(String, String)>,
}

impl<'w> Writer<'w> {
    fn text(&mut self, words: &str) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.html.push_str(words);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, wanted: &[&'w str]) {
        let id = tag.attribute("id").or_else(|| tag.attribute("name"));
        if let Some(fragment) = wanted.iter().find(|fragment| Some(**fragment) == id) {
            self.cut(fragment);
        }
        if tag.attribute("epub:type").is_some_and(is_apparatus)
            && matches!(tag.name.as_str(), "body" | "section" | "div")
            && let Some(piece) =
                self.pieces.last_mut().filter(|piece| piece.html.trim().is_empty() || tag.name == "body")
        {
            piece.is_apparatus = true;
        }
        if OUTER.contains(&tag.name.as_str()) {
            return;
        }
        let is_void = VOID.contains(&tag.name.as_str());
        if is_void {
            self.text(&format!("<{}>", tag.name));
        } else if self.open.len() < MOST_HTML_DEPTH {
            let written = written(tag);
            self.text(&written);
            self.open.push((tag.name.clone(), written));
            if tag.is_empty {
                self.end(&tag.name);
            }
        }
    }

    fn end(&mut self, name: &str) {
        let Some(place) = self.open.iter().rposition(|(open, _)| open == name) else { return };
        while self.open.len() > place {
            if let Some((open, _)) = self.open.pop() {
                self.text(&format!("</{open}>"));
            }
        }
    }

    /// A new piece begins inside the elements that are open.
    fn cut(&mut self, fragment: &'w str) {
        let mut ends = String::new();
        for (name, _) in self.open.iter().rev() {
            ends.extend(["</", name, ">"]);
        }
        self.text(&ends);
        let html = self.open.iter().map(|(_, tag)| tag.as_str()).collect();
        self.pieces.push(Piece { fragment: Some(fragment), html, is_apparatus: false });
    }
}

/// The tag with those attributes that say what its words are.
fn written(tag: &Tag<'_>) -> String {
    let mut written = format!("<{}", tag.name);
    for name in ["class", "style"] {
        if let Some(value) = tag.attribute(name).filter(|value| value.len() < 200 && !value.contains('"')) {
            written.extend([" ", name, "=\"", value, "\""]);
        }
    }
    if tag.attribute("hidden").is_some() {
        written.push_str(" hidden");
    }
    written + ">"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(page: &str) -> String {
        pieces(page, &[]).map(|pieces| pieces.into_iter().map(|piece| piece.html).collect()).unwrap_or_default()
    }

    #[test]
    fn empty_elements_end_and_every_tag_has_its_end() {
        assert_eq!(
            html("<html><head><title/></head><body><p><a id='x'/>One<br/>two</p></body></html>"),
            "<p><a></a>One<br>two</p>"
        );
        assert_eq!(html("<p><i>One</p>two</i></b>"), "<p><i>One</i></p>two");
        assert_eq!(html("<![CDATA[1 < 2]]><!-- <p> --> & <3"), "1 &lt; 2 & &lt;3");
    }

    #[test]
    fn nesting_is_bounded() {
        let deep = html(&"<div>".repeat(100_000));
        assert_eq!(deep.matches("<div>").count(), MOST_HTML_DEPTH);
        assert!(pieces(&"<i>".repeat(MOST_TAGS + 1), &[]).is_none());
    }

    #[test]
    fn marks_of_notes_are_no_words() {
        assert_eq!(html("stays.<a epub:type=\"noteref\" href=\"#n1\">1</a> So"), "stays. So");
        assert_eq!(html("stays.<sup><a href=\"n.html#n1\">[12]</a></sup> So"), "stays.<sup></sup> So");
        assert_eq!(html("see <a href=\"n.html#n1\">12</a>"), "see <a>12</a>");
    }

    #[test]
    fn a_page_is_cut_where_chapters_begin() {
        let page = "<body><div class='book'><h1>Book</h1><h2 id='one'>One</h2><p>Fog.</p><h2 id=\"two\">Two</h2><p>Tide.</p></div></body>";
        let found = pieces(page, &["one", "two"]).unwrap_or_default();
        let found: Vec<_> = found.iter().map(|piece| (piece.fragment, piece.html.as_str())).collect();
        let expected = [
            (None, "<div class=\"book\"><h1>Book</h1></div>"),
            (Some("one"), "<div class=\"book\"><h2>One</h2><p>Fog.</p></div>"),
            (Some("two"), "<div class=\"book\"><h2>Two</h2><p>Tide.</p></div>"),
        ];
        assert_eq!(found, expected);
    }
}
