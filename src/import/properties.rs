//! Document properties that are somebody's, told from those that a program or a factory has filled in.

use crate::model::listed;

/// Names that programs and factories give themselves, in lower case.
const NOBODY: &[&str] = &[
    "user",
    "users",
    "username",
    "user name",
    "owner",
    "admin",
    "administrator",
    "author",
    "unknown",
    "unknown author",
    "anonymous",
    "default",
    "default user",
    "guest",
    "home",
    "me",
    "pc",
    "windows user",
    "windows",
    "microsoft",
    "microsoft office user",
    "microsoft office",
    "microsoft account",
    "microsoft corporation",
    "microsoft word",
    "office user",
    "ms office user",
    "office",
    "valued customer",
    "valued acer customer",
    "preferred customer",
    "customer",
    "hp",
    "hp user",
    "hewlett-packard",
    "hewlett-packard company",
    "dell",
    "lenovo",
    "lenovo user",
    "acer",
    "asus",
    "toshiba",
    "sony",
    "samsung",
    "apple",
    "mac",
    "macbook",
    "python-docx",
    "apache poi",
    "openxml",
    "un-named",
    "unnamed",
    "libreoffice",
    "openoffice",
    "openoffice.org",
    "google docs",
    "calibre",
    "pandoc",
    "benutzer",
    "utilisateur",
    "usuario",
    "utente",
    "gebruiker",
    "usuário",
    "brukare",
    "bruger",
    "bruker",
    "пользователь",
    "admin user",
    "test",
    "student",
    "teacher",
    "staff",
    "root",
    "none",
    "n/a",
    "na",
    "-",
    "normal.dotm",
    "normal.dot",
    "normal",
];

/// Titles that a program puts in by itself, in lower case.
const NO_TITLE: &[&str] = &[
    "untitled",
    "untitled document",
    "document",
    "document1",
    "doc1",
    "word document",
    "microsoft word",
    "microsoft word document",
    "normal.dotm",
    "normal.dot",
    "normal",
    "title",
    "no title",
    "new document",
    "powerpoint presentation",
    "slide 1",
    "unknown",
    "none",
    "n/a",
    "ohne titel",
    "sans titre",
    "sin título",
    "senza titolo",
];

/// A title that a person has given.
pub fn title(told: &str) -> Option<String> {
    let title = one_line(told);
    let title = title.strip_prefix("Microsoft Word - ").unwrap_or(&title);
    let is_none = NO_TITLE.contains(&title.to_lowercase().as_str()) || is_file_name(title) || !has_letters(title);
    (!is_none).then(|| title.to_owned())
}

/// An author's name without "by", where it is a name and not that of an account.
pub fn author(told: &str) -> Option<String> {
    let name = one_line(told);
    let name = name.strip_prefix("by ").or(name.strip_prefix("By ")).unwrap_or(&name).trim();
    let is_none = NOBODY.contains(&name.to_lowercase().as_str()) || is_account(name) || !has_letters(name);
    (!is_none).then(|| name.to_owned())
}

/// Several authors as they are written in a byline: "A", "A and B", "A, B and C".
pub fn authors<'a>(told: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in told.into_iter().flat_map(|told| told.split(';')).filter_map(author) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| listed(&names))
}

/// Whether two titles are the same, capitals, marks and spaces aside.
pub fn is_same(told: &str, shown: &str) -> bool {
    letters(told).eq(letters(shown))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn one_line(told: &str) -> String {
    let words: Vec<&str> =
        told.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// A file's name or its way on a disk.
fn is_file_name(title: &str) -> bool {
    let ending = title.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    title.contains('\\')
        || ["doc", "docx", "docm", "dot", "dotx", "odt", "rtf", "txt", "pdf", "htm", "html"].contains(&ending.as_str())
}

/// An address, or a log-in name: one word without a capital.
fn is_account(name: &str) -> bool {
    let is_log_in = name.is_ascii() && !name.contains(' ') && !name.chars().any(char::is_uppercase);
    name.contains(['@', '\\', '/']) || is_log_in
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_and_factories_write_no_articles() {
        for nobody in [
            "",
            "User",
            "Administrator",
            "Microsoft Office User",
            "aquill",
            "a.quill@example.org",
            "BRINMOUTH\\ada",
            "123",
            "python-docx",
        ] {
            assert_eq!(author(nobody), None, "{nobody}");
        }
        assert_eq!(author(" By Ada\nQuill ").as_deref(), Some("Ada Quill"));
        assert_eq!(author("李娜").as_deref(), Some("李娜"));
        assert_eq!(
            authors(["Ada Quill;Ben Rush", "User", "Ada Quill", "Cy Teal"]).as_deref(),
            Some("Ada Quill, Ben Rush and Cy Teal")
        );
    }

    #[test]
    fn titles_that_a_program_gives_are_none() {
        for none in ["", "Document1", "untitled", "Microsoft Word - ferry.doc", "draft 3.docx", "Normal.dotm", "***"] {
            assert_eq!(title(none), None, "{none}");
        }
        assert_eq!(title("Microsoft Word - The Ferry Stays").as_deref(), Some("The Ferry Stays"));
    }
}
