//! What a style's name says of a paragraph. Word keeps the English names of its own styles in every language;
//! `LibreOffice`, Google and pandoc have names of their own.

use super::story::Sort;

/// The sort of paragraph that a style of that name is for, none of a name that says nothing.
pub fn sort(name: &str) -> Option<Sort> {
    let name = name.trim().to_lowercase().replace(['_', '-'], " ");
    let name = name.as_str();
    match name {
        "title" | "headline" => Some(Sort::Title),
        "subtitle" => Some(Sort::Subtitle),
        "author" | "byline" | "by line" => Some(Sort::Byline),
        "date" | "dateline" => Some(Sort::Dateline),
        "quote" | "intense quote" | "quotations" | "quotation" | "block text" | "block quote" | "blockquote"
        | "block quotation" | "html blockquote" => Some(Sort::Quote),
        "pull quote" | "pullquote" => Some(Sort::PullQuote),
        "caption" | "image caption" | "table caption" | "illustration" | "figure" | "drawing" => Some(Sort::Caption),
        "footnote text" | "endnote text" | "footnote" | "endnote" => Some(Sort::Note),
        "toc heading" | "contents heading" | "header" | "footer" => Some(Sort::Furniture),
        _ if name.starts_with("list bullet") || name.starts_with("list number") => Some(Sort::Item),
        _ => level(name, "heading ")
            .map(Sort::Heading)
            .or(level(name, "toc ").or(level(name, "contents ")).map(|_| Sort::Furniture)),
    }
}

fn level(name: &str, prefix: &str) -> Option<u8> {
    name.strip_prefix(prefix)?.parse().ok().filter(|level| (1..=10).contains(level))
}

/// Whether a character style or a font is one for code.
pub fn is_code(name: &str) -> bool {
    let name = name.to_lowercase();
    ["verbatim char", "source text", "source_20_text", "html code", "teletype"].contains(&name.as_str())
}

/// Looks of a character style that its name gives even where it has no properties.
pub fn is_emphasis(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "emphasis" | "subtle emphasis" | "intense emphasis")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_program() {
        for (name, expected) in [
            ("heading 1", Some(Sort::Heading(1))),
            ("Heading 10", Some(Sort::Heading(10))),
            ("heading 77", None),
            ("Intense Quote", Some(Sort::Quote)),
            ("Block Text", Some(Sort::Quote)),
            ("toc 3", Some(Sort::Furniture)),
            ("List Bullet 2", Some(Sort::Item)),
            ("List Paragraph", None),
            ("Normal", None),
            ("Body Text", None),
        ] {
            assert_eq!(sort(name), expected, "{name}");
        }
    }
}
