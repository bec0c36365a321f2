//! The public JSON format, `diptych.comparison/1` and `diptych.reading/1`.
//!
//! Spans are `[start, end)` in UTF-8 bytes into the `text` of the article they belong to.

use serde::Serialize;

use crate::model::{
    Article, Attribution, Comparison, LinkKind, QuotationKind, Reading, Role, Side, Sides, SourceKind, Span, Wording,
};

/// The JSON of a comparison: one object, one line end.
pub fn comparison(articles: Sides<&Article>, readings: Sides<&Reading>, comparison: &Comparison) -> String {
    let names = Sides::new(Side::Left, Side::Right).map(|side| SourceNames::of_comparison(comparison, side));
    let sides = Sides::new(Side::Left, Side::Right)
        .map(|side| article_json(articles.get(side), readings.get(side), names.get(side)));
    print(&ComparisonJson {
        schema: "diptych.comparison/1",
        left: sides.left,
        right: sides.right,
        sources: sources_json(articles, comparison),
        themes: themes_json(comparison),
        links: links_json(comparison),
    })
}

/// The JSON of one article's reading: one object, one line end.
pub fn reading(article: &Article, reading: &Reading) -> String {
    let names = SourceNames { ids: (0..reading.referents.len()).map(id).collect() };
    let sources = reading.referents.iter().enumerate().map(|(index, referent)| ReadSourceJson {
        id: id(index),
        name: &referent.name,
        kind: referent.kind,
        mentions: &referent.mentions,
        introduced_as: texts(article, &referent.introductions),
    });
    print(&ReadingJson {
        schema: "diptych.reading/1",
        article: article_json(article, reading, &names),
        sources: sources.collect(),
    })
}

fn print(value: &impl Serialize) -> String {
    // Plain strings, numbers and lists: serde_json cannot fail on them.
    let mut line = serde_json::to_string(value).unwrap_or_default();
    line.push('\n');
    line
}

/// The public id of each referent of one article.
struct SourceNames {
    ids: Vec<String>,
}

impl SourceNames {
    fn of_comparison(comparison: &Comparison, side: Side) -> Self {
        let mut ids = Vec::new();
        for (index, source) in comparison.sources.iter().enumerate() {
            for &referent in &source.sides.get(side).referents {
                if ids.len() <= referent {
                    ids.resize(referent + 1, String::new());
                }
                ids[referent] = id(index);
            }
        }
        Self { ids }
    }

    fn get(&self, referent: Option<usize>) -> Option<&str> {
        referent.and_then(|index| self.ids.get(index)).map(String::as_str).filter(|name| !name.is_empty())
    }
}

fn id(index: usize) -> String {
    format!("s{}", index + 1)
}

fn theme_id(index: usize) -> String {
    format!("t{}", index + 1)
}

fn texts<'a>(article: &'a Article, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().map(|span| span.of(&article.text)).collect()
}

/// Two decimals: enough for a reader, and the same bytes on every machine.
fn rounded(value: f32) -> f64 {
    (f64::from(value.clamp(0.0, 1.0)) * 1000.0).round() / 1000.0
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    schema: &'a str,
    left: ArticleJson<'a>,
    right: ArticleJson<'a>,
    sources: Vec<SourceJson<'a>>,
    themes: Vec<ThemeJson<'a>>,
    links: Vec<LinkJson<'a>>,
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    schema: &'a str,
    article: ArticleJson<'a>,
    sources: Vec<ReadSourceJson<'a>>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    path: Option<String>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    publication: Option<&'a str>,
    date: Option<&'a str>,
    text: &'a str,
    paragraphs: Vec<ParagraphJson>,
    quotations: Vec<QuotationJson<'a>>,
    statements: Vec<StatementJson<'a>>,
}

#[derive(Serialize)]
struct ParagraphJson {
    span: Span,
    role: Role,
}

#[derive(Serialize)]
struct QuotationJson<'a> {
    spans: &'a [Span],
    kind: QuotationKind,
    #[serde(flatten)]
    attribution: AttributionJson<'a>,
}

#[derive(Serialize)]
struct StatementJson<'a> {
    span: Span,
    #[serde(flatten)]
    attribution: AttributionJson<'a>,
}

#[derive(Serialize)]
struct AttributionJson<'a> {
    speaker: Option<&'a str>,
    attribution: Option<Span>,
    cue: Option<Span>,
    confidence: f64,
}

#[derive(Serialize)]
struct ReadSourceJson<'a> {
    id: String,
    name: &'a str,
    kind: SourceKind,
    mentions: &'a [Span],
    introduced_as: Vec<&'a str>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    id: String,
    name: &'a str,
    kind: SourceKind,
    left: SourceSideJson<'a>,
    right: SourceSideJson<'a>,
}

#[derive(Serialize)]
struct SourceSideJson<'a> {
    mentions: &'a [Span],
    introduced_as: Vec<&'a str>,
    quotations: &'a [usize],
    statements: &'a [usize],
    words_quoted: usize,
}

#[derive(Serialize)]
struct ThemeJson<'a> {
    id: String,
    label: &'a str,
    terms: &'a [String],
    left: &'a [usize],
    right: &'a [usize],
}

#[derive(Serialize)]
struct LinkJson<'a> {
    kind: LinkKind,
    left: Span,
    right: Span,
    score: f64,
    label: &'a str,
    why: std::borrow::Cow<'a, str>,
    source: Option<String>,
    theme: Option<String>,
    wording: Option<Wording>,
}

fn article_json<'a>(article: &'a Article, reading: &'a Reading, names: &'a SourceNames) -> ArticleJson<'a> {
    let metadata = &reading.metadata;
    let attribution = |found: &Attribution| AttributionJson {
        speaker: names.get(found.speaker),
        attribution: found.mention,
        cue: found.cue,
        confidence: rounded(found.confidence),
    };
    ArticleJson {
        path: article.path.as_ref().map(|path| path.display().to_string()),
        title: metadata.title.as_deref(),
        byline: metadata.byline.as_deref(),
        publication: metadata.publication.as_deref(),
        date: metadata.date.as_deref(),
        text: &article.text,
        paragraphs: article
            .paragraphs
            .iter()
            .zip(&reading.roles)
            .map(|(paragraph, &role)| ParagraphJson { span: paragraph.span, role })
            .collect(),
        quotations: reading
            .quotations
            .iter()
            .map(|found| QuotationJson {
                spans: &found.spans,
                kind: found.kind,
                attribution: attribution(&found.attribution),
            })
            .collect(),
        statements: reading
            .statements
            .iter()
            .map(|found| StatementJson { span: found.span, attribution: attribution(&found.attribution) })
            .collect(),
    }
}

fn sources_json<'a>(articles: Sides<&'a Article>, comparison: &'a Comparison) -> Vec<SourceJson<'a>> {
    let side_json = |source: &'a crate::model::Source, side: Side| {
        let found = source.sides.get(side);
        SourceSideJson {
            mentions: &found.mentions,
            introduced_as: texts(articles.get(side), &found.introductions),
            quotations: &found.quotations,
            statements: &found.statements,
            words_quoted: found.words_quoted,
        }
    };
    let all = comparison.sources.iter().enumerate();
    all.map(|(index, source)| SourceJson {
        id: id(index),
        name: &source.name,
        kind: source.kind,
        left: side_json(source, Side::Left),
        right: side_json(source, Side::Right),
    })
    .collect()
}

fn themes_json(comparison: &Comparison) -> Vec<ThemeJson<'_>> {
    let all = comparison.themes.iter().enumerate();
    all.map(|(index, theme)| ThemeJson {
        id: theme_id(index),
        label: &theme.label,
        terms: &theme.terms,
        left: &theme.paragraphs.left,
        right: &theme.paragraphs.right,
    })
    .collect()
}

fn links_json(comparison: &Comparison) -> Vec<LinkJson<'_>> {
    let all = comparison.links.iter();
    all.map(|link| LinkJson {
        kind: link.kind,
        left: link.spans.left,
        right: link.spans.right,
        score: rounded(link.score),
        label: &link.label,
        why: link.whole_reason(),
        source: link.source.map(id),
        theme: link.theme.map(theme_id),
        wording: link.wording,
    })
    .collect()
}
