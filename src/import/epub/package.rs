//! What a book consists of: its pages in order and what it says of itself.

use std::collections::{HashMap, HashSet};

use super::super::container::{Container, folder_of, resolved};
use super::super::error::Problem;
use super::super::properties;
use super::super::xml::{Element, Malformed, Piece, Vocabulary, Xml};
use crate::model::{Metadata, leading_date};

/// More pages than any book is cut into.
const MOST_PAGES: usize = 10_000;

/// The package document of a book.
#[derive(Default)]
pub struct Package {
    pub metadata: Metadata,
    /// Names of the parts to read, in order.
    pub spine: Vec<String>,
    /// The part with the table of contents, of the newer and of the older form.
    pub navigation: Option<String>,
    pub older_navigation: Option<String>,
    /// Covers, title pages, tables of contents.
    pub apparatus: Vec<String>,
}

/// A file of the book by its id.
struct Item {
    path: String,
    is_page: bool,
}

#[derive(Default)]
struct Draft {
    package: Package,
    items: HashMap<String, Item>,
    /// Ids in order.
    spine: Vec<String>,
    toc: Option<String>,
    /// Names by the ids of their elements, and the ids of those that are no authors.
    creators: Vec<(Option<String>, String)>,
    not_authors: Vec<String>,
    dates: Vec<String>,
}

impl Package {
    /// The first package of the container.
    pub fn find(container: &mut Container<'_>) -> Result<Self, Problem> {
        let root = container.required("META-INF/container.xml")?;
        let path = root_file(&root).ok_or_else(|| container.damaged())?;
        let path = resolved("", &unescaped(&path));
        let part = container.required(&path)?;
        Self::read(&part, folder_of(&path)).map_err(|Malformed| container.damaged())
    }

    fn read(part: &str, folder: &str) -> Result<Self, Malformed> {
        let mut draft = Draft::default();
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            if let Piece::Start(element) = piece {
                draft.take(&element, &mut xml, folder)?;
            }
        }
        Ok(draft.finish())
    }
}

impl Draft {
    fn take(&mut self, element: &Element<'_>, xml: &mut Xml<'_>, folder: &str) -> Result<(), Malformed> {
        let attribute = |name: &str| element.attribute(name);
        match element.name() {
            "item" => self.item(element, folder),
            "itemref" if attribute("linear").as_deref() != Some("no") => self.spine.extend(attribute("idref")),
            "spine" => self.toc = attribute("toc"),
            "reference" if attribute("type").is_some_and(|sort| is_apparatus(&sort)) => {
                self.package.apparatus.extend(attribute("href").map(|href| resolved(folder, &unescaped(&href))));
            }
            "meta" if attribute("property").as_deref() == Some("role") => {
                let subject = attribute("refines").unwrap_or_default();
                if xml.words()? != "aut" {
                    self.not_authors.push(subject.trim_start_matches('#').to_owned());
                }
            }
            "title" | "creator" | "publisher" | "date" if element.vocabulary == Vocabulary::Dublin => {
                self.describe(element, &xml.words()?);
            }
            _ => {}
        }
        Ok(())
    }

    fn item(&mut self, element: &Element<'_>, folder: &str) {
        let (Some(id), Some(href)) = (element.attribute("id"), element.attribute("href")) else { return };
        let path = resolved(folder, &unescaped(&href));
        let media = element.attribute("media-type").unwrap_or_default();
        let has = |property: &str| {
            element.attribute("properties").is_some_and(|all| all.split(' ').any(|one| one == property))
        };
        if has("nav") {
            self.package.navigation = Some(path.clone());
            self.package.apparatus.push(path.clone());
        }
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let is_page = media.contains("html") || media.is_empty() && ["xhtml", "html", "htm"].contains(&ending.as_str());
        self.items.insert(id, Item { path, is_page });
    }

    fn describe(&mut self, element: &Element<'_>, words: &str) {
        let metadata = &mut self.package.metadata;
        match element.name() {
            "title" => metadata.title = metadata.title.take().or_else(|| properties::title(words)),
            "publisher" => metadata.publication = metadata.publication.take().or_else(|| properties::author(words)),
            "creator" if element.attribute("role").is_none_or(|role| role == "aut") => {
                self.creators.push((element.attribute("id"), words.to_owned()));
            }
            // Dates of a making or a change of the file are told as such.
            "date" if element.attribute("event").is_none_or(|event| event.contains("publication")) => {
                self.dates.push(words.to_owned());
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Package {
        let page = |id: &String| self.items.get(id).filter(|item| item.is_page).map(|item| item.path.clone());
        // A page that comes again is read where it comes first.
        let mut seen = HashSet::new();
        let pages = self.spine.iter().filter_map(page).filter(|path| seen.insert(path.clone()));
        self.package.spine = pages.take(MOST_PAGES).collect();
        self.package.older_navigation = self.toc.and_then(|id| self.items.get(&id)).map(|item| item.path.clone());
        let is_author = |id: &Option<String>| id.as_ref().is_none_or(|id| !self.not_authors.contains(id));
        let authors = self.creators.iter().filter(|(id, _)| is_author(id)).map(|(_, name)| name.as_str());
        self.package.metadata.byline = properties::authors(authors);
        self.package.metadata.date = self.dates.iter().find_map(|words| date(words));
        self.package
    }
}

/// Programs that know no date write the first of all years.
fn date(words: &str) -> Option<String> {
    let is_year = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    let date = if is_year { Some(words.to_owned()) } else { leading_date(words).map(|date| date.iso) };
    date.filter(|date| date.as_str() >= "1450")
}

/// Whether a page of that sort is no chapter. Sorts are those of the EPUB vocabularies.
pub fn is_apparatus(sort: &str) -> bool {
    const SORTS: [&str; 14] = [
        "cover",
        "title-page",
        "titlepage",
        "halftitlepage",
        "toc",
        "landmarks",
        "copyright-page",
        "loi",
        "lot",
        "index",
        "page-list",
        "colophon",
        "imprint",
        "seriespage",
    ];
    sort.split_whitespace().any(|sort| SORTS.contains(&sort))
}

/// The first one that is told to be a package, else the first.
fn root_file(container: &str) -> Option<String> {
    let mut first = None;
    let mut xml = Xml::new(container);
    while let Ok(Some(piece)) = xml.next() {
        if let Piece::Start(element) = piece
            && element.name() == "rootfile"
            && let Some(path) = element.attribute("full-path")
        {
            if element.attribute("media-type").as_deref() == Some("application/oebps-package+xml") {
                return Some(path);
            }
            first = first.or(Some(path));
        }
    }
    first
}

/// An address without its `%20`.
pub fn unescaped(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = code.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *first == b'%');
        rest = if byte.is_some() { &after[2..] } else { after };
        bytes.push(byte.unwrap_or(*first));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_is_told_by_its_type() {
        let files = "<c><rootfile full-path=\"a.pdf\" media-type=\"application/pdf\"/>\
                     <rootfile full-path=\"b.opf\" media-type=\"application/oebps-package+xml\"/></c>";
        assert_eq!(root_file(files).as_deref(), Some("b.opf"));
        assert_eq!(root_file("<c><rootfile full-path=\"a\"/></c>").as_deref(), Some("a"));
    }

    #[test]
    fn addresses_and_dates() {
        assert_eq!(unescaped("Chapter%20one%C3%A9%2.html%"), "Chapter oneé%2.html%");
        assert_eq!(date("2019-05-02T00:00:00Z").as_deref(), Some("2019-05-02"));
        assert_eq!(date("2019").as_deref(), Some("2019"));
        assert_eq!(date("0101-01-01"), None);
    }
}
