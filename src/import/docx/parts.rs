//! Where in its container a document keeps what.

use super::super::container::{Container, folder_of, resolved};
use super::super::error::Problem;
use super::super::xml::{Malformed, Piece, Xml};

/// Names of parts.
pub struct Parts {
    pub main: String,
    pub styles: String,
    pub footnotes: String,
    pub endnotes: String,
    pub properties: String,
}

/// What a part refers to: the sort of reference and the part's name.
struct Relation {
    sort: String,
    part: String,
}

impl Parts {
    /// Follows the references from the container's root.
    pub fn find(container: &mut Container<'_>) -> Result<Self, Problem> {
        let of_root = relations(container, "")?;
        let usual = "word/document.xml";
        let main = named(&of_root, "officeDocument").filter(|main| container.has(main));
        let main = main.unwrap_or_else(|| usual.to_owned());
        let of_main = relations(container, &main)?;
        let part = |sort: &str, usual: &str| named(&of_main, sort).unwrap_or_else(|| usual.to_owned());
        Ok(Self {
            styles: part("styles", "word/styles.xml"),
            footnotes: part("footnotes", "word/footnotes.xml"),
            endnotes: part("endnotes", "word/endnotes.xml"),
            properties: named(&of_root, "core-properties").unwrap_or_else(|| "docProps/core.xml".to_owned()),
            main,
        })
    }
}

/// The sort is the last step of an address, which differs between the forms of the format in what is before it.
fn named(relations: &[Relation], sort: &str) -> Option<String> {
    let is_of_sort = |relation: &&Relation| relation.sort.rsplit('/').next() == Some(sort);
    relations.iter().find(is_of_sort).map(|relation| relation.part.clone())
}

fn relations(container: &mut Container<'_>, part: &str) -> Result<Vec<Relation>, Problem> {
    let (folder, file) = (folder_of(part), part.rsplit('/').next().unwrap_or(part));
    let name = resolved(folder, &format!("_rels/{file}.rels"));
    let Some(xml) = container.text(&name)? else { return Ok(Vec::new()) };
    read(&xml, folder).map_err(|Malformed| container.damaged())
}

fn read(xml: &str, folder: &str) -> Result<Vec<Relation>, Malformed> {
    let mut xml = Xml::new(xml);
    let mut relations = Vec::new();
    while let Some(piece) = xml.next()? {
        let Piece::Start(element) = piece else { continue };
        let is_inside = element.attribute("TargetMode").as_deref() != Some("External");
        if let (true, Some(sort), Some(target)) = (is_inside, element.attribute("Type"), element.attribute("Target")) {
            relations.push(Relation { sort, part: resolved(folder, &target) });
        }
    }
    Ok(relations)
}
