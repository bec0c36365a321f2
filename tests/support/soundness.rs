//! What must hold for any bytes whatever: nothing panics, every span lies inside its text on character boundaries,
//! lists are in order of place, indices point somewhere, and the same bytes give the same findings twice.
//!
//! Used by the property tests and by the fuzz targets alike.

use std::fmt::Debug;

use diptych::comparing::{self, Read};
use diptych::import;
use diptych::model::{Article, Attribution, Comparison, Quotation, Reading, Side, Sides, Source, Span};
use diptych::reading;

/// Opens the bytes as the file `name`, reads them and checks all that was found; nothing where they are no article.
pub fn check_bytes(bytes: &[u8], name: &str) -> Option<(Article, Reading)> {
    let article = import::from_bytes(bytes, name).ok()?;
    let found = check_article(&article);
    Some((article, found))
}

/// Opens the bytes as the file `name` and checks where its paragraphs and styles lie.
pub fn check_import(bytes: &[u8], name: &str) {
    if let Ok(article) = import::from_bytes(bytes, name) {
        fit(&article.text, article.paragraphs.iter().map(|paragraph| paragraph.span));
        apart(article.paragraphs.iter().map(|paragraph| paragraph.span));
        fit(&article.text, article.styles.iter().map(|styled| styled.span));
    }
}

/// Reads the article twice and checks all that was found.
pub fn check_article(article: &Article) -> Reading {
    let text: &str = &article.text;
    let found = reading::read(article);
    fit(text, article.paragraphs.iter().map(|paragraph| paragraph.span));
    apart(article.paragraphs.iter().map(|paragraph| paragraph.span));
    fit(text, article.styles.iter().map(|styled| styled.span));
    fit(text, spans(&found));
    apart(found.tokens.iter().map(|token| token.span));
    apart(found.sentences.iter().map(|sentence| sentence.span));
    in_order("quotations", found.quotations.iter().map(Quotation::extent));
    in_order("terms", found.terms.iter().copied());
    in_order("figures", found.figures.iter().map(|one| one.span));
    for quotation in &found.quotations {
        assert!(!quotation.spans.is_empty(), "a quotation without words");
        apart(quotation.spans.iter().copied());
    }
    for referent in &found.referents {
        in_order("mentions", referent.mentions.iter().copied());
        in_order("names", referent.names.iter().copied());
    }
    for sentence in &found.sentences {
        let home = article.paragraphs[sentence.paragraph].span;
        assert!(home.contains(sentence.span), "{sentence:?} is not in its paragraph {home:?}");
    }
    assert_eq!(found.roles.len(), article.paragraphs.len(), "one role a paragraph");
    for one in attributions(&found) {
        within(one.speaker.into_iter().chain(one.on_behalf_of), found.referents.len());
        assert!((0.0..=1.0).contains(&one.confidence), "{one:?}");
    }
    same_twice(&found, &reading::read(article));
    found
}

/// Compares both ways round and twice, and checks all that was found.
pub fn check_pair(left: (&Article, &Reading), right: (&Article, &Reading)) {
    for (left, right) in [(left, right), (right, left)] {
        let read = |(article, reading)| Read { article, reading };
        let sides = Sides::new(read(left), read(right));
        let found = comparing::compare(sides);
        for side in Side::BOTH {
            check_side(&found, sides.get(side), side);
        }
        for link in &found.links {
            within(link.source, found.sources.len());
            within(link.theme, found.themes.len());
            assert!(link.score.is_finite(), "{link:?}");
        }
        same_twice(&found, &comparing::compare(sides));
    }
}

fn check_side(found: &Comparison, read: &Read<'_>, side: Side) {
    let text: &str = &read.article.text;
    fit(text, found.links.iter().map(|link| *link.spans.get(side)));
    for source in &found.sources {
        let Source { sides, .. } = source;
        let mine = sides.get(side);
        fit(text, mine.mentions.iter().chain(&mine.introductions).copied());
        in_order("a source's mentions", mine.mentions.iter().copied());
        within(mine.referents.iter().copied(), read.reading.referents.len());
        within(mine.quotations.iter().copied(), read.reading.quotations.len());
        within(mine.statements.iter().copied(), read.reading.statements.len());
    }
    for theme in &found.themes {
        within(theme.paragraphs.get(side).iter().copied(), read.article.paragraphs.len());
    }
}

fn attributions(found: &Reading) -> impl Iterator<Item = &Attribution> {
    let quoted = found.quotations.iter().map(|one| &one.attribution);
    quoted.chain(found.statements.iter().map(|one| &one.attribution))
}

fn spans(found: &Reading) -> Vec<Span> {
    let mut all: Vec<Span> = found.tokens.iter().map(|token| token.span).collect();
    all.extend(found.sentences.iter().map(|sentence| sentence.span));
    all.extend(found.quotations.iter().flat_map(|one| &one.spans));
    all.extend(found.statements.iter().map(|one| one.span));
    all.extend(&found.terms);
    all.extend(found.figures.iter().map(|one| one.span));
    for one in attributions(found) {
        let runner_up = one.runner_up.as_ref().map(|other| other.mention);
        all.extend([one.mention, one.cue, one.outlet, runner_up].into_iter().flatten());
    }
    for one in &found.referents {
        all.extend(one.mentions.iter().chain(&one.names).chain(&one.introductions));
    }
    all
}

/// Every span holds something and can be cut out of the text.
fn fit(text: &str, spans: impl IntoIterator<Item = Span>) {
    for span in spans {
        assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{span:?} does not fit {text:?}");
    }
}

/// One behind the other, none overlapping the next.
fn apart(spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start, "{span:?} begins before {end}");
        end = span.end;
    }
}

fn in_order(what: &str, spans: impl IntoIterator<Item = Span>) {
    let mut before = Span::default();
    for span in spans {
        assert!(before.start <= span.start, "{what}: {span:?} stands behind {before:?}");
        before = span;
    }
}

fn within(indices: impl IntoIterator<Item = usize>, length: usize) {
    for index in indices {
        assert!(index < length, "{index} of {length}");
    }
}

fn same_twice<T: PartialEq + Debug>(first: &T, second: &T) {
    assert!(first == second, "the same text gave two findings:\n{first:?}\n{second:?}");
}
