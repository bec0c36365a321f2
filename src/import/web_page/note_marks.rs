//! What stands in the line and is not of it: the raised numbers of notes, the way back from a note, the sign beside a
//! heading that links to itself.
//!
//! "told.¹" is read as "told."; the note itself stays where the page has it.

use dom_query::NodeRef;

/// The longest mark, in characters: "[note 12]".
const LONGEST_MARK: usize = 12;

/// Whether an element is such a mark.
pub fn is_one(node: &NodeRef<'_>, name: &str) -> bool {
    match name {
        "a" => is_link_to_note(node),
        "sup" => is_raised_mark(node),
        _ => false,
    }
}

fn is_link_to_note(node: &NodeRef<'_>) -> bool {
    let names = names_of(node);
    let text = node.text();
    let text = text.trim();
    let leads_within = node.attr_or("href", "").starts_with('#');
    let is_named = has_any(&names, &["footnote", "noteref", "fnref", "backref", "backlink", "reversefootnote"]);
    let is_sign = matches!(text, "¶" | "#" | "§" | "🔗" | "↩" | "↩︎" | "↑" | "^" | "⤴" | "↵");
    let is_heading_sign = has_any(&names, &["headerlink", "anchor", "permalink"]);
    (is_sign && (leads_within || is_named || is_heading_sign)) || (is_mark(text) && (leads_within || is_named))
}

/// Raised words are a mark where they lead to a note, where they are called one, and where a sentence or clause ends
/// before a bare number: "x²" stays.
fn is_raised_mark(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    if text.is_empty() {
        return true;
    }
    let names = names_of(node);
    let is_named = has_any(&names, &["reference", "footnote", "noteref", "fnref", "noprint", "endnote"]);
    let leads_to_note = || {
        let mut links = node.descendants_it().filter(|inner| inner.has_name("a"));
        links.any(|link| link.attr_or("href", "").contains('#') || !link.has_attr("href"))
    };
    if is_named && text.chars().count() <= 40 {
        return true;
    }
    is_mark(text) && (leads_to_note() || follows_an_end(node))
}

fn follows_an_end(node: &NodeRef<'_>) -> bool {
    let before = node.prev_sibling().map(|before| before.text().to_string()).unwrap_or_default();
    before.ends_with(['.', ',', ';', ':', '!', '?', '”', '’', '"', ')', '»'])
}

/// "12", "[3]", "2, 3", "*", "[b]", "[note 1]".
fn is_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| "[]() ,–-*†‡".contains(c));
    let is_number = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = || bare.split([',', '–', '-', ' ', '\u{A0}', '[', ']']).filter(|part| !part.is_empty());
    text.chars().count() <= LONGEST_MARK
        && !text.is_empty()
        && (bare.is_empty()
            || parts().all(is_number)
            || (text.starts_with('[') && parts().all(|part| is_number(part) || part.len() == 1 || part == "note")))
}

fn names_of(node: &NodeRef<'_>) -> String {
    let keys = ["class", "id", "rel", "rev", "role", "epub:type", "data-component-name"];
    let names: String = keys.iter().filter_map(|key| node.attr(key)).map(|value| value.to_string() + " ").collect();
    names.to_ascii_lowercase().replace(['-', '_'], "")
}

fn has_any(names: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| names.contains(part))
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::super::super::draft::Draft;

    fn check(html: &str, expected: &str) {
        let page = Document::from(html);
        let mut draft = Draft::default();
        super::super::write_blocks(page.root(), &mut draft);
        assert_eq!(&*draft.finish().text, expected, "{html}");
    }

    #[test]
    fn marks_of_notes_are_not_glued_to_the_words() {
        for told in [
            "<p>So they told.<sup>1</sup>",
            "<p>So they told.<sup id=r1><a href='#n1'>[12]</a></sup>",
            "<p>So they told.<a class=footnote-ref href='#fn1' role=doc-noteref><sup>1</sup></a>",
            "<p>So they told.<sup class=reference><a>[note 2]</a></sup>",
            "<p>So they told.<sup><a href='page.html#n2'>2</a>,<a href='page.html#n3'>3</a></sup>",
            "<p><a href='#r1'>^</a> So they told. <a href='#r1' class=footnote-back>↩︎</a>",
            "<h2>So they told.<a class=headerlink href='#so'>¶</a></h2>",
        ] {
            check(told, "So they told.");
        }
    }

    #[test]
    fn powers_ordinals_and_links_stay() {
        check(
            "<p>40 m<sup>2</sup> on the 4<sup>th</sup> floor, see <a href='#a'>chapter 3</a>.",
            "40 m2 on the 4th floor, see chapter 3.",
        );
        check("<p>In <a href='/1874'>1874</a> it cost <a href='/x'>12</a>.", "In 1874 it cost 12.");
    }
}
