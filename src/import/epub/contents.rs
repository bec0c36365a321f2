//! Where the chapters of a book begin, out of its table of contents.

use super::super::container::{Container, folder_of, resolved};
use super::super::error::Problem;
use super::super::xml::{Malformed, Piece, Xml};
use super::package::{Package, unescaped};

/// More lines of contents than any reader looks through.
const MOST_ENTRIES: usize = 2_000;

/// Where a chapter begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// What the contents call it.
    pub title: Option<String>,
    /// The page's place in the spine.
    pub place: usize,
    /// The element of the page, where the chapter does not begin with it.
    pub fragment: Option<String>,
}

/// A line of the contents.
#[derive(Debug, Default, Clone)]
struct Entry {
    title: String,
    address: Option<String>,
    /// From 1.
    level: usize,
}

/// The beginnings of chapters in the order of the spine; none where the book has no contents that can be read.
///
/// A line that stands under another one is a chapter where it leads to another page, and a section where it leads
/// into the same one.
pub fn starts(container: &mut Container<'_>, package: &Package) -> Result<Vec<Start>, Problem> {
    for (path, read) in [
        (&package.navigation, navigation as fn(&str) -> Result<Vec<Entry>, Malformed>),
        (&package.older_navigation, older_navigation),
    ] {
        let Some(path) = path else { continue };
        let part = container.optional(path)?;
        // Contents that cannot be read are none.
        let starts = chapters(&read(&part).unwrap_or_default(), folder_of(path), package);
        if !starts.is_empty() {
            return Ok(starts);
        }
    }
    Ok(Vec::new())
}

fn chapters(entries: &[Entry], folder: &str, package: &Package) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut above: Vec<(usize, Option<usize>)> = Vec::new();
    for entry in entries {
        let start = entry.address.as_ref().and_then(|address| start(entry, address, folder, package));
        above.retain(|(level, _)| *level < entry.level);
        let is_section = start.as_ref().is_some_and(|start| above.iter().any(|(_, place)| *place == Some(start.place)));
        above.push((entry.level, start.as_ref().map(|start| start.place)));
        let is_known =
            |start: &Start| starts.iter().any(|one| (one.place, &one.fragment) == (start.place, &start.fragment));
        if let Some(start) = start.filter(|start| !is_section && !is_known(start)) {
            starts.push(start);
        }
    }
    alone_on_their_pages(&mut starts);
    starts.sort_by_key(|start| start.place);
    starts
}

fn start(entry: &Entry, address: &str, folder: &str, package: &Package) -> Option<Start> {
    let (page, fragment) = address.split_once('#').map_or((address, None), |(page, fragment)| (page, Some(fragment)));
    let path = resolved(folder, &unescaped(page));
    let place = package.spine.iter().position(|one| *one == path).filter(|_| !package.apparatus.contains(&path))?;
    let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(unescaped);
    Some(Start { title: Some(entry.title.clone()).filter(|title| !title.is_empty()), place, fragment })
}

/// A chapter that is the only one of its page begins with the page, unless it is the page that a chapter goes on in.
fn alone_on_their_pages(starts: &mut [Start]) {
    let places: Vec<usize> = starts.iter().map(|start| start.place).collect();
    for start in starts.iter_mut() {
        if places.iter().filter(|place| **place == start.place).count() == 1 {
            start.fragment = None;
        }
    }
}

/// The list in a page: `nav` of the type `toc` with lists in lists.
fn navigation(part: &str) -> Result<Vec<Entry>, Malformed> {
    let mut entries = Vec::new();
    let mut level = 0;
    let mut is_contents = false;
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Start(element) => match element.name() {
                "nav" => {
                    is_contents = element.attribute("type").is_none_or(|sort| sort.split(' ').any(|one| one == "toc"));
                }
                "ol" => level += 1,
                "a" | "span" if is_contents && level > 0 && entries.len() < MOST_ENTRIES => {
                    let address = element.attribute("href");
                    entries.push(Entry { title: xml.words()?, address, level });
                }
                _ => {}
            },
            Piece::End(tag) => match tag.name() {
                "nav" => is_contents = false,
                "ol" => level = level.saturating_sub(1),
                _ => {}
            },
            Piece::Text(_) => {}
        }
    }
    Ok(entries)
}

/// The list of the older form: `navPoint` in `navPoint`.
fn older_navigation(part: &str) -> Result<Vec<Entry>, Malformed> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut level = 0;
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Start(element) => match element.name() {
                "navPoint" if entries.len() < MOST_ENTRIES => {
                    level += 1;
                    entries.push(Entry { level, ..Entry::default() });
                }
                "pageList" | "navList" => xml.skip()?,
                "text" if level > 0 => {
                    let title = xml.words()?;
                    entries.iter_mut().last().into_iter().for_each(|entry| entry.title.clone_from(&title));
                }
                "content" if level > 0 => {
                    entries.iter_mut().last().into_iter().for_each(|entry| entry.address = element.attribute("src"));
                }
                _ => {}
            },
            Piece::End(tag) if tag.name() == "navPoint" => level = level.saturating_sub(1),
            _ => {}
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(contents: &str, expected: &[(&str, usize, Option<&str>)]) {
        let spine = ["a.xhtml", "b.xhtml", "c.xhtml"].map(str::to_owned).to_vec();
        let package = Package { spine, ..Package::default() };
        let entries = navigation(contents).unwrap_or_default();
        let found = chapters(&entries, "", &package);
        let found: Vec<_> =
            found.iter().map(|one| (one.title.as_deref().unwrap_or(""), one.place, one.fragment.as_deref())).collect();
        assert_eq!(found, expected, "{contents}");
    }

    #[test]
    fn parts_have_chapters_and_chapters_have_sections() {
        check(
            "<nav><ol><li><span>Part one</span><ol><li><a href='a.xhtml'>Fog</a><ol><li><a href='a.xhtml#s1'>Why</a></li></ol></li>\
             <li><a href='b.xhtml#top'>Tide</a></li></ol></li><li><a href='c.xhtml'>Notes</a></li></ol></nav>",
            &[("Fog", 0, None), ("Tide", 1, None), ("Notes", 2, None)],
        );
    }

    #[test]
    fn several_chapters_of_one_page() {
        check(
            "<nav><ol><li><a href='a.xhtml#one'>One</a></li><li><a href='a.xhtml#two'>Two</a></li>\
             <li><a href='missing.xhtml'>Gone</a></li></ol></nav>",
            &[("One", 0, Some("one")), ("Two", 0, Some("two"))],
        );
    }
}
