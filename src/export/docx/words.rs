//! Paragraphs and runs of a Word document, with every character of the text kept.

use super::super::markup::Markup;

/// How a run is set, beyond its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunLook<'a> {
    /// The id of a character style.
    pub style: Option<&'a str>,
    pub bold: bool,
    pub italic: bool,
    /// In half points.
    pub size: Option<u32>,
    /// A named colour of the marker.
    pub highlight: Option<&'a str>,
}

/// How a paragraph is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout<'a> {
    /// The id of its style; none for the usual one.
    pub style: Option<&'a str>,
    /// Whether it stays on the page of what follows.
    pub stays_with_next: bool,
    /// Where its tab stands, filled with a line, in twentieths of a point.
    pub line_to: Option<&'a str>,
    /// Whether it is read from the right.
    pub from_right: bool,
}

/// A paragraph of that style.
pub fn paragraph(body: &mut Markup, style: Option<&str>, inner: impl FnOnce(&mut Markup)) {
    paragraph_laid(body, Layout { style, ..Layout::default() }, inner);
}

/// A paragraph laid out so.
pub fn paragraph_laid(body: &mut Markup, layout: Layout, inner: impl FnOnce(&mut Markup)) {
    body.element("w:p", &[], |paragraph| {
        if layout != Layout::default() {
            paragraph.element("w:pPr", &[], |properties| laid(properties, layout));
        }
        inner(paragraph);
    });
}

fn laid(properties: &mut Markup, layout: Layout) {
    if let Some(id) = layout.style {
        properties.empty("w:pStyle", &[("w:val", id)]);
    }
    if layout.stays_with_next {
        properties.empty("w:keepNext", &[]);
    }
    if let Some(place) = layout.line_to {
        properties.element("w:tabs", &[], |tabs| {
            tabs.empty("w:tab", &[("w:val", "right"), ("w:leader", "underscore"), ("w:pos", place)]);
        });
    }
    if layout.from_right {
        properties.empty("w:bidi", &[]);
    }
}

/// Words, one run for each stretch of one direction.
pub fn run(paragraph: &mut Markup, look: RunLook, text: &str) {
    for (from_right, words) in directions(text) {
        paragraph.element("w:r", &[], |run| {
            properties(run, look, from_right);
            characters(run, words);
        });
    }
}

fn properties(run: &mut Markup, look: RunLook, from_right: bool) {
    if look == RunLook::default() && !from_right {
        return;
    }
    run.element("w:rPr", &[], |properties| {
        if let Some(style) = look.style {
            properties.empty("w:rStyle", &[("w:val", style)]);
        }
        if look.bold {
            properties.empty("w:b", &[]);
            properties.empty("w:bCs", &[]);
        }
        if look.italic {
            properties.empty("w:i", &[]);
            properties.empty("w:iCs", &[]);
        }
        if let Some(size) = look.size.map(|size| size.to_string()) {
            properties.empty("w:sz", &[("w:val", &size)]);
            properties.empty("w:szCs", &[("w:val", &size)]);
        }
        if let Some(colour) = look.highlight {
            properties.empty("w:highlight", &[("w:val", colour)]);
        }
        if from_right {
            properties.empty("w:rtl", &[]);
        }
    });
}

/// Tabs and line ends have elements of their own; all else is text with its spaces kept.
fn characters(run: &mut Markup, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.find(['\t', '\n']) {
        text(run, &rest[..at]);
        run.empty(if rest[at..].starts_with('\t') { "w:tab" } else { "w:br" }, &[]);
        rest = &rest[at + 1..];
    }
    text(run, rest);
}

fn text(run: &mut Markup, words: &str) {
    if !words.is_empty() {
        run.words("w:t", &[("xml:space", "preserve")], words);
    }
}

/// Whether the first letter with a direction is read from the right.
pub fn is_from_right(text: &str) -> bool {
    text.chars().find(|character| character.is_alphabetic()).is_some_and(is_rightward)
}

/// Stretches of one direction; marks, digits and spaces go with what stands before them.
fn directions(text: &str) -> Vec<(bool, &str)> {
    let mut stretches: Vec<(bool, &str)> = Vec::new();
    let mut start = 0;
    let mut now = is_from_right(text);
    for (at, character) in text.char_indices().filter(|(_, character)| character.is_alphabetic()) {
        let from_right = is_rightward(character);
        if from_right != now {
            stretches.extend((at > start).then(|| (now, &text[start..at])));
            (start, now) = (at, from_right);
        }
    }
    stretches.extend((start < text.len()).then(|| (now, &text[start..])));
    stretches
}

/// Hebrew, Arabic and their neighbours, by their blocks.
fn is_rightward(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut paragraph = Markup::default();
        run(&mut paragraph, RunLook::default(), text);
        paragraph.finish()
    }

    #[test]
    fn spaces_tabs_and_line_ends_are_kept() {
        assert_eq!(
            written(" a\u{a0} \tb\n<c>"),
            "<w:r><w:t xml:space=\"preserve\"> a\u{a0} </w:t><w:tab/><w:t xml:space=\"preserve\">b</w:t><w:br/>\
             <w:t xml:space=\"preserve\">&lt;c&gt;</w:t></w:r>"
        );
    }

    #[test]
    fn words_of_two_directions_are_two_runs_and_no_letter_is_lost() {
        let text = "He said שלום עולם, twice.";
        let stretches = directions(text);
        assert_eq!(stretches.iter().map(|(from_right, _)| *from_right).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(stretches.iter().map(|(_, words)| *words).collect::<String>(), text);
        assert!(is_from_right("“שלום”") && !is_from_right("2017: no"));
    }
}
