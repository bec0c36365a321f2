//! What a Markdown file says of itself above its text.

use crate::model::{Metadata, leading_date, listed};

/// One key with its value or list of values.
struct Entry {
    key: String,
    values: Vec<String>,
}

/// The metadata in a front matter block: simple keys of YAML (`title: …`) or TOML (`title = "…"`), with lists in
/// brackets or one item a line. Everything else in the block is passed over.
pub fn metadata(block: &str) -> Metadata {
    let mut metadata = Metadata::default();
    for entry in entries(block) {
        let joined = || Some(listed(&entry.values)).filter(|value| !value.is_empty());
        match entry.key.as_str() {
            "title" | "headline" => metadata.title = metadata.title.or_else(joined),
            "author" | "authors" | "byline" | "by" | "creator" => {
                metadata.byline = metadata.byline.or_else(|| author(joined()));
            }
            "publication" | "publisher" | "source" | "site" | "outlet" | "newspaper" | "journal" | "magazine" => {
                // An address is where it was, not who published it.
                metadata.publication = metadata.publication.or_else(|| joined().filter(|name| !name.contains("://")));
            }
            "date" | "published" | "publication_date" | "date_published" | "published_at" | "pubdate" => {
                metadata.date = metadata.date.or_else(|| joined().and_then(|value| date(&value)));
            }
            _ => {}
        }
    }
    metadata
}

fn author(value: Option<String>) -> Option<String> {
    value.map(|name| name.strip_prefix("by ").or(name.strip_prefix("By ")).unwrap_or(&name).trim().to_owned())
}

fn date(value: &str) -> Option<String> {
    let is_year = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { Some(value.to_owned()) } else { leading_date(value).map(|date| date.iso) }
}

fn entries(block: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in block.lines() {
        let is_inside = line.starts_with([' ', '\t', '-']);
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        if is_inside {
            if let Some(entry) = entries.last_mut() {
                entry.values.extend(inner_value(words));
            }
        } else if let Some((key, value)) = words.split_once([':', '=']) {
            let key = key.trim().trim_matches(['"', '\'']).to_lowercase().replace('-', "_");
            entries.push(Entry { key, values: values(value.trim()) });
        }
    }
    entries
}

/// A value on an indented line: "- Name", "name: Name" or the going on of a folded text.
fn inner_value(words: &str) -> Option<String> {
    let item = words.strip_prefix('-').unwrap_or(words).trim();
    let name = match item.split_once(": ") {
        Some(("name", name)) => name,
        Some((key, _)) if key.chars().all(|c| c.is_alphanumeric() || c == '_') => return None,
        _ => item,
    };
    Some(plain(name)).filter(|value| !value.is_empty())
}

fn values(value: &str) -> Vec<String> {
    let items: Vec<&str> = match value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(list) if !value.starts_with("[[") => list.split(',').collect(),
        _ if matches!(value, ">" | "|" | ">-" | "|-") => Vec::new(),
        _ => vec![value],
    };
    items.into_iter().map(plain).filter(|item| !item.is_empty()).collect()
}

/// A value without its quotation marks and the brackets of a wiki link.
fn plain(value: &str) -> String {
    let value = value.trim();
    let inner = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(value);
    let inner = inner.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")).unwrap_or(inner);
    inner.replace("\\\"", "\"").replace("''", "'").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, title: &str, byline: &str, publication: &str, date: &str) {
        let found = metadata(block);
        let found = [found.title, found.byline, found.publication, found.date].map(Option::unwrap_or_default);
        assert_eq!(found, [title, byline, publication, date], "{block}");
    }

    #[test]
    fn simple_keys() {
        check(
            "title: The Ferry Stays\nauthor: Ada Quill\npublication: The Brinmouth Echo\ndate: 2019-05-02",
            "The Ferry Stays",
            "Ada Quill",
            "The Brinmouth Echo",
            "2019-05-02",
        );
        check(
            "title: \"Ferries: A Plea\"\nby: 'Ada O''Quill'\ndate: May 2, 2019",
            "Ferries: A Plea",
            "Ada O'Quill",
            "",
            "2019-05-02",
        );
        check("title = \"The Ferry Stays\"\ndate = 2019-05-02T08:00:00Z", "The Ferry Stays", "", "", "2019-05-02");
    }

    #[test]
    fn several_authors() {
        check("authors: [Ada Quill, Ben Rush]", "", "Ada Quill and Ben Rush", "", "");
        check(
            "author:\n  - Ada Quill\n  - Ben Rush\n  - name: Cy Teal\n    url: x\ntitle: T",
            "T",
            "Ada Quill, Ben Rush and Cy Teal",
            "",
            "",
        );
    }

    #[test]
    fn an_address_is_no_publication_and_a_word_no_date() {
        check("source: https://example.org/ferry\ndate: yesterday", "", "", "", "");
    }
}
