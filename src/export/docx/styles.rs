//! Styles of Word documents, those that debaters' templates expect among them.

use super::super::markup::Markup;

/// A style as it is declared; what is none or false is not said.
#[derive(Clone, Copy, Default)]
pub struct Style<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub aliases: Option<&'a str>,
    pub is_character: bool,
    pub is_default: bool,
    pub based_on: Option<&'a str>,
    pub next: Option<&'a str>,
    pub link: Option<&'a str>,
    /// Properties of its paragraphs: elements in the order of the schema.
    pub paragraph: &'a [Property<'a>],
    /// Properties of its runs: elements in the order of the schema.
    pub run: &'a [Property<'a>],
}

/// An element with its attributes.
pub type Property<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// Writes a style.
pub fn style(styles: &mut Markup, style: &Style) {
    let kind = if style.is_character { "character" } else { "paragraph" };
    let mut attributes = vec![("w:type", kind), ("w:styleId", style.id)];
    if style.is_default {
        attributes.insert(1, ("w:default", "1"));
    }
    styles.element("w:style", &attributes, |inner| {
        inner.empty("w:name", &[("w:val", style.name)]);
        let said = [
            ("w:aliases", style.aliases),
            ("w:basedOn", style.based_on),
            ("w:next", style.next),
            ("w:link", style.link),
        ];
        for (element, value) in said {
            if let Some(value) = value {
                inner.empty(element, &[("w:val", value)]);
            }
        }
        inner.empty("w:qFormat", &[]);
        properties(inner, "w:pPr", style.paragraph);
        properties(inner, "w:rPr", style.run);
    });
}

fn properties(inner: &mut Markup, name: &str, properties: &[Property]) {
    if properties.is_empty() {
        return;
    }
    inner.element(name, &[], |inner| {
        for (element, attributes) in properties {
            match *element {
                "w:pBdr" => border(inner, attributes),
                _ => inner.empty(element, attributes),
            }
        }
    });
}

/// A line on each side.
fn border(inner: &mut Markup, attributes: &[(&str, &str)]) {
    inner.element("w:pBdr", &[], |border| {
        for side in ["w:top", "w:left", "w:bottom", "w:right"] {
            border.empty(side, attributes);
        }
    });
}

/// What holds where no style says otherwise. `half_points` is the size of the text.
pub fn defaults(styles: &mut Markup, family: &str, half_points: &str, paragraph: &[Property]) {
    styles.element("w:docDefaults", &[], |defaults| {
        let fonts = [("w:ascii", family), ("w:hAnsi", family), ("w:eastAsia", family), ("w:cs", family)];
        let run: [Property; 3] =
            [("w:rFonts", &fonts), ("w:sz", &[("w:val", half_points)]), ("w:szCs", &[("w:val", half_points)])];
        defaults.element("w:rPrDefault", &[], |inner| properties(inner, "w:rPr", &run));
        defaults.element("w:pPrDefault", &[], |inner| properties(inner, "w:pPr", paragraph));
    });
}

/// The character style that the others start from.
const BASE: &str = "DefaultParagraphFont";

const BOLD: [Property; 2] = [("w:b", &[]), ("w:bCs", &[])];
const CENTRED: Property = ("w:jc", &[("w:val", "center")]);
const BREAK: Property = ("w:pageBreakBefore", &[]);
const STAYS: [Property; 2] = [("w:keepNext", &[]), ("w:keepLines", &[])];
const BOX: Property = ("w:pBdr", &[("w:val", "single"), ("w:sz", "24"), ("w:space", "1"), ("w:color", "auto")]);

const TAG_SIZE: [Property; 2] = [("w:sz", &[("w:val", "26")]), ("w:szCs", &[("w:val", "26")])];
const TEXT_SIZE: [Property; 2] = [("w:sz", &[("w:val", "22")]), ("w:szCs", &[("w:val", "22")])];
const LINE: Property = ("w:u", &[("w:val", "single")]);

const POCKET: [Property; 4] = [BOLD[0], BOLD[1], ("w:sz", &[("w:val", "52")]), ("w:szCs", &[("w:val", "52")])];
const HAT: [Property; 5] =
    [BOLD[0], BOLD[1], ("w:sz", &[("w:val", "44")]), ("w:szCs", &[("w:val", "44")]), ("w:u", &[("w:val", "double")])];
const BLOCK: [Property; 5] = [BOLD[0], BOLD[1], ("w:sz", &[("w:val", "32")]), ("w:szCs", &[("w:val", "32")]), LINE];
const TAG: [Property; 4] = [BOLD[0], BOLD[1], TAG_SIZE[0], TAG_SIZE[1]];
const CITE: [Property; 5] = [BOLD[0], BOLD[1], TAG_SIZE[0], TAG_SIZE[1], ("w:u", &[("w:val", "none")])];
const UNDERLINE: [Property; 3] = [TEXT_SIZE[0], TEXT_SIZE[1], LINE];
const EMPHASIS: [Property; 5] = [BOLD[0], BOLD[1], TEXT_SIZE[0], TEXT_SIZE[1], LINE];

/// A heading's level, name, alias, and the properties of its paragraph and its runs.
type Heading<'a> = (&'a str, &'a str, &'a str, &'a [Property<'a>], &'a [Property<'a>]);

/// The styles of debate cards, by the ids, names and aliases that templates and the parsers of evidence know.
pub fn of_cards(styles: &mut Markup) {
    defaults(
        styles,
        "Calibri",
        "22",
        &[("w:spacing", &[("w:after", "160"), ("w:line", "259"), ("w:lineRule", "auto")])],
    );
    let normal =
        Style { id: "Normal", name: "Normal", aliases: Some("Normal/Card"), is_default: true, ..Style::default() };
    style(styles, &normal);
    style(
        styles,
        &Style { id: BASE, name: "Default Paragraph Font", is_character: true, is_default: true, ..Style::default() },
    );
    let headings: [Heading; 4] = [
        (
            "1",
            "heading 1",
            "Pocket",
            &[STAYS[0], STAYS[1], BREAK, BOX, CENTRED, ("w:outlineLvl", &[("w:val", "0")])],
            &POCKET,
        ),
        ("2", "heading 2", "Hat", &[STAYS[0], STAYS[1], BREAK, CENTRED, ("w:outlineLvl", &[("w:val", "1")])], &HAT),
        ("3", "heading 3", "Block", &[STAYS[0], STAYS[1], BREAK, CENTRED, ("w:outlineLvl", &[("w:val", "2")])], &BLOCK),
        ("4", "heading 4", "Tag", &[STAYS[0], STAYS[1], ("w:outlineLvl", &[("w:val", "3")])], &TAG),
    ];
    for (level, name, aliases, paragraph, run) in headings {
        let (id, linked) = (format!("Heading{level}"), format!("Heading{level}Char"));
        let based_on = Some("Normal");
        let heading = Style {
            id: &id,
            name,
            aliases: Some(aliases),
            based_on,
            next: based_on,
            link: Some(&linked),
            paragraph,
            run,
            ..Style::default()
        };
        style(styles, &heading);
        let shown = format!("Heading {level} Char");
        let character = Style {
            id: &linked,
            name: &shown,
            is_character: true,
            based_on: Some(BASE),
            link: Some(&id),
            run,
            ..Style::default()
        };
        style(styles, &character);
    }
    let of_words = |id, name, aliases, run| Style {
        id,
        name,
        aliases,
        is_character: true,
        based_on: Some(BASE),
        run,
        ..Style::default()
    };
    style(styles, &of_words("Style13ptBold", "Style 13 pt Bold", Some("Cite"), &CITE));
    style(styles, &of_words("StyleUnderline", "Style Underline", Some("Underline"), &UNDERLINE));
    style(styles, &of_words("Emphasis", "Emphasis", None, &EMPHASIS));
}
