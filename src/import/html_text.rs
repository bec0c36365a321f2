//! The words in scraps of HTML that stand inside Markdown.

/// Elements whose content is no text.
const SILENT: [&str; 3] = ["script", "style", "template"];
/// Elements that stand inside a line; every other tag parts paragraphs.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u",
];

/// The words of a piece of HTML, split where block tags stand; tags, comments and scripts are dropped.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        append(&mut paragraphs, &rest[..start]);
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if !is_tag {
            append(&mut paragraphs, "<");
            rest = &rest[1..];
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let name = tag_name(&rest[1..end]);
        let is_closing = rest[1..].starts_with('/');
        rest = &rest[end + 1..];
        if SILENT.contains(&name.as_str()) && !is_closing {
            rest = after_closing_tag(rest, &name);
        } else if !INLINE.contains(&name.as_str()) {
            paragraphs.push(String::new());
        }
    }
    append(&mut paragraphs, rest);
    let words = paragraphs.iter().map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "));
    words.filter(|one| !one.is_empty()).collect()
}

/// Whether a tag is `<br>`.
pub fn is_line_break(tag: &str) -> bool {
    tag.strip_prefix('<').is_some_and(|inside| tag_name(inside) == "br")
}

fn append(paragraphs: &mut [String], words: &str) {
    if let Some(last) = paragraphs.last_mut() {
        last.push_str(&unescaped(words));
    }
}

fn tag_name(inside: &str) -> String {
    let name = inside.trim_start_matches('/');
    name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn after_closing_tag<'a>(rest: &'a str, name: &str) -> &'a str {
    let closes = |start: &usize| tag_name(&rest[start + 2..]) == name;
    let close = rest.match_indices("</").map(|(start, _)| start).find(closes);
    close.and_then(|start| rest[start..].find('>').map(|end| &rest[start + end + 1..])).unwrap_or("")
}

/// The entities that prose needs; others stay as they are written.
fn unescaped(words: &str) -> String {
    const ENTITIES: [(&str, &str); 14] = [
        ("&nbsp;", "\u{A0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&hellip;", "…"),
        ("&amp;", "&"),
    ];
    if !words.contains('&') {
        return words.to_owned();
    }
    ENTITIES.iter().fold(words.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
