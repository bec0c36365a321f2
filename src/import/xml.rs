//! XML piece by piece, within bounds: nesting and names are counted, no entity but the five is known, nothing outside
//! the part is read.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, QName};

use super::limits::{MOST_XML_DEPTH, MOST_XML_NAMESPACES};

/// The vocabularies that are told apart. Attributes are known by their local names alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Word's, in its transitional and its strict form.
    Word,
    /// What stands in for a part that an older program does not know.
    Compatibility,
    /// Formulas in Office documents.
    Math,
    /// `OpenDocument`: text, table, office, style, drawing, metadata.
    OdfText,
    OdfTable,
    OdfOffice,
    OdfStyle,
    OdfDrawing,
    OdfMetadata,
    /// Dublin Core.
    Dublin,
    /// Every other one, and none.
    Other,
}

impl Vocabulary {
    fn of(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Self::OdfText,
            "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Self::OdfTable,
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Self::OdfOffice,
            "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Self::OdfStyle,
            "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Self::OdfDrawing,
            "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" => Self::OdfMetadata,
            "http://purl.org/dc/elements/1.1/" => Self::Dublin,
            _ => Self::Other,
        }
    }
}

/// What is wrong with a part: it is no XML, or nests beyond reason.
#[derive(Debug)]
pub struct Malformed;

/// A piece of the part.
pub enum Piece<'a> {
    /// An element begins; an empty one ends next.
    Start(Element<'a>),
    /// The element that began last ends.
    End(EndTag<'a>),
    /// Words, in as many pieces as they come.
    Text(Cow<'a, str>),
}

/// An element with its attributes.
pub struct Element<'a> {
    pub vocabulary: Vocabulary,
    tag: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// The value of an attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }
}

/// The end of an element.
pub struct EndTag<'a> {
    pub vocabulary: Vocabulary,
    tag: BytesEnd<'a>,
}

impl EndTag<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }
}

/// Reads a part of a container.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Prefixes with the depth at which they were declared; the default has none.
    prefixes: Vec<(usize, String, Vocabulary)>,
}

impl<'a> Xml<'a> {
    /// From decoded text.
    pub fn new(part: &'a str) -> Self {
        let mut reader = Reader::from_str(part);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, prefixes: Vec::new() }
    }

    /// The next piece, none at the end of the part.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Malformed> {
        loop {
            match self.reader.read_event().map_err(|_| Malformed)? {
                Event::Start(tag) => return self.start(tag).map(Some),
                Event::End(tag) => {
                    let vocabulary = self.vocabulary(tag.name());
                    let depth = self.depth;
                    self.prefixes.truncate(self.prefixes.partition_point(|(declared, ..)| *declared < depth));
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::End(EndTag { vocabulary, tag })));
                }
                Event::Text(words) => return Ok(Some(Piece::Text(words.xml10_content()))),
                Event::CData(words) => return Ok(Some(Piece::Text(words.xml10_content()))),
                Event::GeneralRef(reference) => {
                    let character = match reference.resolve_char_ref() {
                        Ok(Some(character)) => Some(character),
                        _ => predefined(&reference),
                    };
                    if let Some(character) = character {
                        return Ok(Some(Piece::Text(Cow::Owned(character.to_string()))));
                    }
                }
                // A part that stops in the middle of an element is not whole.
                Event::Eof if self.depth > 0 => return Err(Malformed),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: BytesStart<'a>) -> Result<Piece<'a>, Malformed> {
        self.depth += 1;
        for attribute in tag.attributes().with_checks(false).map_while(Result::ok) {
            let prefix = match attribute.key.as_namespace_binding() {
                Some(PrefixDeclaration::Default) => "",
                Some(PrefixDeclaration::Named(prefix)) => prefix,
                None => continue,
            };
            self.prefixes.push((self.depth, prefix.to_owned(), Vocabulary::of(&attribute.value)));
        }
        if self.depth > MOST_XML_DEPTH || self.prefixes.len() > MOST_XML_NAMESPACES {
            return Err(Malformed);
        }
        let vocabulary = self.vocabulary(tag.name());
        Ok(Piece::Start(Element { vocabulary, tag }))
    }

    fn vocabulary(&self, name: QName<'_>) -> Vocabulary {
        let prefix = name.prefix().map_or("", |prefix| prefix.into_inner());
        let declared = self.prefixes.iter().rev().find(|(_, declared, _)| declared == prefix);
        declared.map_or(Vocabulary::Other, |(.., vocabulary)| *vocabulary)
    }

    /// Passes over what is left of the element that has just begun, its end included.
    pub fn skip(&mut self) -> Result<(), Malformed> {
        self.inside(|_| true)
    }

    /// Shows every element inside the one that has just begun, up to its end; `wanted` says whether to look into it.
    pub fn inside(&mut self, mut wanted: impl FnMut(&Element<'a>) -> bool) -> Result<(), Malformed> {
        let outer = self.depth;
        let mut unwanted_below = usize::MAX;
        while self.depth >= outer {
            match self.next()? {
                Some(Piece::Start(element)) if self.depth <= unwanted_below => {
                    unwanted_below = if wanted(&element) { usize::MAX } else { self.depth };
                }
                Some(_) => {}
                None => return Err(Malformed),
            }
        }
        Ok(())
    }

    /// The words of the element that has just begun, up to its end.
    pub fn words(&mut self) -> Result<String, Malformed> {
        let outer = self.depth;
        let mut words = String::new();
        while self.depth >= outer {
            match self.next()? {
                Some(Piece::Text(text)) => words.push_str(&text),
                Some(_) => {}
                None => return Err(Malformed),
            }
        }
        Ok(words.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(part: &str) -> Option<String> {
        let mut xml = Xml::new(part);
        let mut words = String::new();
        loop {
            match xml.next() {
                Ok(Some(Piece::Text(text))) => words.push_str(&text),
                Ok(Some(_)) => {}
                Ok(None) => return Some(words),
                Err(Malformed) => return None,
            }
        }
    }

    #[test]
    fn the_five_entities_and_numbers_are_known_and_no_other() {
        assert_eq!(
            words("<a>Tea &amp; &lt;rum&gt; &#8212; &#x201C;two&quot;</a>").as_deref(),
            Some("Tea & <rum> — “two\"")
        );
        let laughs = "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\"><!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>A&m;&x;B</a>";
        assert_eq!(words(laughs).as_deref(), Some("AB"));
    }

    #[test]
    fn nesting_is_bounded_and_every_element_must_end() {
        let deep = |levels: usize| format!("{}ferry{}", "<a>".repeat(levels), "</a>".repeat(levels));
        assert_eq!(words(&deep(MOST_XML_DEPTH)).as_deref(), Some("ferry"));
        assert_eq!(words(&deep(MOST_XML_DEPTH + 1)), None);
        for broken in ["<a>ferry", "<a>ferry</b>", "<a><b></a></b>", "<a", "<a>ferry</a"] {
            assert_eq!(words(broken), None, "{broken}");
        }
    }

    #[test]
    fn vocabularies_are_told_by_their_addresses() {
        let part = "<x:p xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><t xmlns=\"http://purl.org/dc/elements/1.1/\"/><t/></x:p>";
        let mut xml = Xml::new(part);
        let mut found = Vec::new();
        while let Ok(Some(piece)) = xml.next() {
            if let Piece::Start(element) = piece {
                found.push((element.vocabulary, element.name().to_owned()));
            }
        }
        let expected = [(Vocabulary::Word, "p"), (Vocabulary::Dublin, "t"), (Vocabulary::Other, "t")];
        assert_eq!(found, expected.map(|(vocabulary, name)| (vocabulary, name.to_owned())));
    }

    #[test]
    fn what_is_not_wanted_is_passed_over_whole() {
        let mut xml = Xml::new("<a><b><c/><c><d/></c></b><e/></a>");
        assert!(matches!(xml.next(), Ok(Some(Piece::Start(_)))));
        let mut seen = Vec::new();
        let outcome = xml.inside(|element| {
            seen.push(element.name().to_owned());
            element.name() != "b"
        });
        assert!(outcome.is_ok() && matches!(xml.next(), Ok(None)));
        assert_eq!(seen, ["b", "e"]);
    }
}
