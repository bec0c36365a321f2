//! The container of a Word document with the parts that every one has.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::markup::Markup;

pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The vocabulary of `document.xml`, `styles.xml` and the like.
pub const WORD: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE_PREFIX: (&str, &str) = ("xmlns:r", OFFICE);
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A Word document that is being put together.
pub struct Package {
    /// What the document is called.
    pub title: String,
    /// `w:body`'s content, the section's properties with it.
    pub body: Markup,
    /// `w:style` elements, the document's defaults with them.
    pub styles: Markup,
    /// What stands at the foot of each page, if anything.
    pub footer: Option<Markup>,
    /// The families that the styles name.
    pub fonts: &'static [&'static str],
}

impl Package {
    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// Where the document is too large for its container.
    pub fn write(self) -> Result<Vec<u8>, std::io::Error> {
        let has_footer = self.footer.is_some();
        let mut parts = vec![
            ("[Content_Types].xml", content_types(has_footer)),
            ("_rels/.rels", package_relations()),
            ("docProps/core.xml", core(&self.title)),
            (
                "word/document.xml",
                wrapped("w:document", |inner| {
                    inner.element("w:body", &[], |body| body.raw(&self.body.finish()));
                }),
            ),
            ("word/_rels/document.xml.rels", document_relations(has_footer)),
            ("word/styles.xml", wrapped("w:styles", |inner| inner.raw(&self.styles.finish()))),
            ("word/settings.xml", wrapped("w:settings", settings)),
            ("word/fontTable.xml", wrapped("w:fonts", |inner| fonts(inner, self.fonts))),
        ];
        if let Some(footer) = self.footer {
            parts.push(("word/footer1.xml", wrapped("w:ftr", |inner| inner.raw(&footer.finish()))));
        }
        container(&parts)
    }
}

fn container(parts: &[(&str, String)]) -> Result<Vec<u8>, std::io::Error> {
    // One time for all files: the same words give the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn wrapped(root: &str, inner: impl FnOnce(&mut Markup)) -> String {
    let mut part = Markup::beginning(DECLARATION);
    part.element(root, &[WORD, OFFICE_PREFIX], inner);
    part.finish()
}

fn content_types(has_footer: bool) -> String {
    let mut part = Markup::beginning(DECLARATION);
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    part.element("Types", &[("xmlns", types)], |inner| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        inner.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        inner.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| inner.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        part("/word/document.xml", &format!("{MAIN}.document.main+xml"));
        part("/word/styles.xml", &format!("{MAIN}.styles+xml"));
        part("/word/settings.xml", &format!("{MAIN}.settings+xml"));
        part("/word/fontTable.xml", &format!("{MAIN}.fontTable+xml"));
        if has_footer {
            part("/word/footer1.xml", &format!("{MAIN}.footer+xml"));
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    });
    part.finish()
}

fn relations(all: &[(&str, &str)]) -> String {
    let mut part = Markup::beginning(DECLARATION);
    part.element("Relationships", &[("xmlns", RELATIONS)], |inner| {
        for (index, (kind, target)) in all.iter().enumerate() {
            let id = format!("rId{}", index + 1);
            inner.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
        }
    });
    part.finish()
}

fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[(&format!("{OFFICE}/officeDocument"), "word/document.xml"), (core, "docProps/core.xml")])
}

/// The footer, where there is one, is `rId4`.
pub const FOOTER_ID: &str = "rId4";

fn document_relations(has_footer: bool) -> String {
    let kind = |name: &str| format!("{OFFICE}/{name}");
    let (styles, settings, fonts, footer) = (kind("styles"), kind("settings"), kind("fontTable"), kind("footer"));
    let mut all =
        vec![(styles.as_str(), "styles.xml"), (settings.as_str(), "settings.xml"), (fonts.as_str(), "fontTable.xml")];
    all.extend(has_footer.then_some((footer.as_str(), "footer1.xml")));
    relations(&all)
}

/// The title alone: nothing is said of an author or a day that nobody gave.
fn core(title: &str) -> String {
    let mut part = Markup::beginning(DECLARATION);
    let properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let spaces = [("xmlns:cp", properties), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    part.element("cp:coreProperties", &spaces, |inner| inner.words("dc:title", &[], title));
    part.finish()
}

fn settings(inner: &mut Markup) {
    inner.empty("w:zoom", &[("w:percent", "100")]);
    inner.empty("w:defaultTabStop", &[("w:val", "720")]);
    inner.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
    inner.element("w:compat", &[], |compat| {
        // Word 2013 and later: without it a document opens in compatibility mode.
        let uri = "http://schemas.microsoft.com/office/word";
        compat.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
    });
}

fn fonts(inner: &mut Markup, families: &[&str]) {
    for family in families {
        inner.element("w:font", &[("w:name", family)], |font| {
            font.empty("w:charset", &[("w:val", "00")]);
            font.empty("w:family", &[("w:val", "auto")]);
            font.empty("w:pitch", &[("w:val", "variable")]);
        });
    }
}
