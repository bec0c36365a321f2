//! A document's styles: what each makes of a paragraph or a run, what it inherits included.

use std::collections::HashMap;

use super::super::run::Run;
use super::super::story::Sort;
use super::super::style_names;
use super::super::xml::{Element, Malformed, Piece, Vocabulary, Xml};

/// The most styles that are followed from one to its parent: a circle is endless.
const MOST_STEPS: usize = 20;
/// Twentieths of a point.
const PER_POINT: f64 = 20.0;

/// By family and name, as paragraphs and runs may have styles of one name.
#[derive(Default)]
pub struct Styles {
    paragraph: HashMap<String, Style>,
    text: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    sort: Option<Sort>,
    level: Option<u8>,
    indent: Option<i32>,
    run: Run,
}

impl Styles {
    /// Adds the styles of a part.
    pub fn read(&mut self, part: &str) -> Result<(), Malformed> {
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            let Piece::Start(element) = piece else { continue };
            match (element.vocabulary, element.name()) {
                (Vocabulary::OdfStyle, "style") => self.style(&element, &mut xml)?,
                (Vocabulary::OdfOffice, "body" | "master-styles") => xml.skip()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn style(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let name = element.attribute("name").unwrap_or_default();
        let shown = element.attribute("display-name").unwrap_or_else(|| name.replace("_20_", " "));
        let mut style = Style {
            parent: element.attribute("parent-style-name"),
            sort: style_names::sort(&shown),
            level: element.attribute("default-outline-level").and_then(|level| level.parse().ok()),
            run: Run {
                code: style_names::is_code(&shown).then_some(true),
                emphasis: style_names::is_emphasis(&shown).then_some(true),
                ..Run::default()
            },
            ..Style::default()
        };
        xml.inside(|inner| {
            style.take(inner);
            true
        })?;
        match element.attribute("family").as_deref() {
            Some("paragraph") => drop(self.paragraph.insert(name, style)),
            Some("text") => drop(self.text.insert(name, style)),
            _ => {}
        }
        Ok(())
    }

    /// The sort and the left indent, in twentieths of a point, of a paragraph in a style.
    pub fn paragraph(&self, name: &str) -> (Option<Sort>, i32) {
        let sort = chain(&self.paragraph, name).find_map(|style| style.sort);
        let level = chain(&self.paragraph, name).find_map(|style| style.level).filter(|level| (1..=10).contains(level));
        let indent = chain(&self.paragraph, name).find_map(|style| style.indent);
        (sort.or(level.map(Sort::Heading)), indent.unwrap_or(0))
    }

    /// Whether a paragraph's style hides its words. Its other looks are the paragraph's and mark no words in it.
    pub fn hides(&self, name: &str) -> bool {
        chain(&self.paragraph, name).find_map(|style| style.run.hidden).unwrap_or(false)
    }

    /// What a style of characters says.
    pub fn characters(&self, name: &str) -> Run {
        chain(&self.text, name).fold(Run::default(), |run, style| run.or(style.run))
    }
}

impl Style {
    fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "text-properties" => {
                let is =
                    |name: &str, plain: &[&str]| element.attribute(name).map(|value| !plain.contains(&value.as_str()));
                let own = Run {
                    emphasis: is("font-style", &["normal"]),
                    strong: element.attribute("font-weight").map(|weight| is_bold(&weight)),
                    hidden: is("display", &["true", "condition"]),
                    code: None,
                };
                self.run = own.or(self.run);
            }
            "paragraph-properties" => {
                self.indent = element.attribute("margin-left").and_then(|left| twentieths(&left)).or(self.indent);
            }
            _ => {}
        }
    }
}

/// A style and its parents.
fn chain<'a>(styles: &'a HashMap<String, Style>, name: &str) -> impl Iterator<Item = &'a Style> + use<'a> {
    let next = move |style: &&'a Style| style.parent.as_ref().and_then(|parent| styles.get(parent));
    std::iter::successors(styles.get(name), next).take(MOST_STEPS)
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
}

/// A length such as "0.5in" in twentieths of a point; none of a percentage.
fn twentieths(length: &str) -> Option<i32> {
    let unit = length.find(|c: char| c.is_ascii_alphabetic())?;
    let points = match &length[unit..] {
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "pt" => 1.0,
        "pc" => 12.0,
        _ => return None,
    };
    let number: f64 = length[..unit].parse().ok()?;
    Some((number * points * PER_POINT).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(twentieths("0.5in"), Some(720));
        assert_eq!(twentieths("1.27cm"), Some(720));
        assert_eq!(twentieths("10%"), None);
        assert_eq!(twentieths("in"), None);
        assert_eq!(twentieths("éin"), None);
    }
}
