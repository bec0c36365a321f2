//! A document's styles: what each makes of a paragraph or a run, what it inherits included.

use std::collections::HashMap;

use super::super::run::Run;
use super::super::story::Sort;
use super::super::style_names;
use super::super::xml::{Element, Malformed, Piece, Vocabulary, Xml};

/// The most styles that are followed from one to the one that it is based on: Word allows ten, and a circle is endless.
const MOST_STEPS: usize = 20;
/// The outline level that means body text.
const BODY_LEVEL: u8 = 9;

/// By their ids.
#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
}

/// What one style says by itself.
#[derive(Default, Clone)]
struct Style {
    based_on: Option<String>,
    sort: Option<Sort>,
    /// From 0; [`BODY_LEVEL`] for body text.
    level: Option<u8>,
    is_item: Option<bool>,
    indent: Option<i32>,
    run: Run,
}

/// What a paragraph says of itself.
#[derive(Default, Clone)]
pub struct ParagraphProperties {
    pub style: Option<String>,
    pub level: Option<u8>,
    pub is_item: Option<bool>,
    pub indent: Option<i32>,
}

impl ParagraphProperties {
    /// Takes a property of a paragraph.
    pub fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "pStyle" => self.style = element.attribute("val"),
            "outlineLvl" => self.level = element.attribute("val").and_then(|level| level.parse().ok()),
            "numId" => self.is_item = Some(element.attribute("val").is_some_and(|list| list != "0")),
            "ind" => {
                let left = element.attribute("left").or_else(|| element.attribute("start"));
                self.indent = left.and_then(|left| left.parse().ok()).or(self.indent);
            }
            _ => {}
        }
    }
}

impl Styles {
    /// From `styles.xml`; an empty part has none.
    pub fn read(part: &str) -> Result<Self, Malformed> {
        let mut styles = Self::default();
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            if let Piece::Start(element) = piece
                && element.vocabulary == Vocabulary::Word
                && element.name() == "style"
            {
                let id = element.attribute("styleId");
                let style = style(&mut xml)?;
                styles.by_id.extend(id.map(|id| (id, style)));
            }
        }
        Ok(styles)
    }

    /// The sort and the left indent, in twentieths of a point, of a paragraph.
    pub fn paragraph(&self, own: &ParagraphProperties) -> (Sort, i32) {
        let inherited = |value: fn(&Style) -> Option<u8>| self.chain(own.style.as_deref()).find_map(value);
        let sort = self.chain(own.style.as_deref()).find_map(|style| style.sort);
        let level = own.level.or_else(|| inherited(|style| style.level)).filter(|level| *level < BODY_LEVEL);
        let is_item = own.is_item.or_else(|| self.chain(own.style.as_deref()).find_map(|style| style.is_item));
        let indent = own.indent.or_else(|| self.chain(own.style.as_deref()).find_map(|style| style.indent));
        let sort = match (sort, level) {
            (Some(sort @ (Sort::Title | Sort::Subtitle | Sort::Furniture)), _) => sort,
            (_, Some(level)) => Sort::Heading(level + 1),
            // Its level says that a heading's style is not one here.
            (Some(Sort::Heading(_)), None) if own.level.is_some() => Sort::Plain,
            (Some(sort), None) => sort,
            (None, None) if is_item == Some(true) => Sort::Item,
            (None, None) => Sort::Plain,
        };
        (sort, indent.unwrap_or(0))
    }

    /// What a style of characters says of a run.
    pub fn characters(&self, id: &str) -> Run {
        self.chain(Some(id)).fold(Run::default(), |run, style| run.or(style.run))
    }

    /// Whether a paragraph's style hides its words. Its other looks are the paragraph's and mark no words in it.
    pub fn hides(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.run.hidden).unwrap_or(false)
    }

    /// A style and those that it is based on.
    fn chain<'a>(&'a self, id: Option<&str>) -> impl Iterator<Item = &'a Style> + use<'a> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&'a Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(MOST_STEPS)
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Style, Malformed> {
    let mut style = Style::default();
    let mut paragraph = ParagraphProperties::default();
    xml.inside(|element| {
        match element.name() {
            "name" => {
                let name = element.attribute("val").unwrap_or_default();
                style.sort = style_names::sort(&name);
                style.run.code = style_names::is_code(&name).then_some(true);
                style.run.emphasis = style.run.emphasis.or(style_names::is_emphasis(&name).then_some(true));
            }
            "basedOn" => style.based_on = element.attribute("val"),
            // What a table's style says of its first row, and what was so before a change.
            "tblStylePr" | "pPrChange" | "rPrChange" => return false,
            _ => {
                take_run(&mut style.run, element);
                paragraph.take(element);
            }
        }
        true
    })?;
    (style.level, style.is_item, style.indent) = (paragraph.level, paragraph.is_item, paragraph.indent);
    Ok(style)
}

/// Takes a property of a run.
pub fn take_run(run: &mut Run, element: &Element<'_>) {
    match element.name() {
        "i" => run.emphasis = Some(is_on(element)),
        "b" => run.strong = Some(is_on(element)),
        "vanish" => run.hidden = Some(is_on(element)),
        _ => {}
    }
}

/// Whether a switch is on: it is where it merely stands.
fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}
