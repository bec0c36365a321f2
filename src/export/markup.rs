//! Elements of XML and HTML, always balanced, everything in them escaped.

use quick_xml::escape::escape;

/// A document that is being written.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// One that begins with these bytes: a declaration.
    pub fn beginning(declaration: &str) -> Self {
        Self(declaration.to_owned())
    }

    /// An element with what stands in it.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inner: impl FnOnce(&mut Self)) {
        self.start(name, attributes, ">");
        inner(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element in which nothing can stand.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes, "/>");
    }

    /// An element with words.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.element(name, attributes, |inner| inner.text(words));
    }

    /// Words.
    pub fn text(&mut self, words: &str) {
        self.0.push_str(&escape(allowed(words)));
    }

    /// What is written as it stands: our own style sheet, line ends.
    pub fn raw(&mut self, written: &str) {
        self.0.push_str(written);
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            self.0.push_str(&escape(allowed(value)));
            self.0.push('"');
        }
        self.0.push_str(end);
    }
}

/// Characters that no XML may hold, even escaped, become the mark for an unreadable one.
fn allowed(words: &str) -> std::borrow::Cow<'_, str> {
    let is_forbidden = |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if words.contains(is_forbidden) {
        return words.replace(is_forbidden, "\u{fffd}").into();
    }
    words.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let mut page = Markup::default();
        page.words("p", &[("title", "a \"b\" & 'c'")], "<script>\u{1}\u{b} & \u{a0}é</script>");
        assert_eq!(
            page.finish(),
            "<p title=\"a &quot;b&quot; &amp; &apos;c&apos;\">&lt;script&gt;\u{fffd}\u{fffd} &amp; \u{a0}é&lt;/script&gt;</p>"
        );
    }
}
