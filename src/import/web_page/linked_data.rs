//! What a page says of its article in JSON-LD (schema.org).

use dom_query::Document;
use serde_json::Value;

/// How deep things stand in things: schema.org's own examples stay under six.
const DEEPEST: usize = 12;
/// The most things that are looked at.
const MOST_THINGS: usize = 2000;

/// An article as its page describes it to machines.
#[derive(Debug, Default)]
pub struct LinkedData {
    /// `headline`, or `name`.
    pub title: Option<String>,
    /// Names of persons and organisations, in order.
    pub authors: Vec<String>,
    /// The publisher's name.
    pub publication: Option<String>,
    /// `datePublished` as it is written there.
    pub date: Option<String>,
    /// `articleBody`, where it is given.
    pub body: Option<String>,
}

/// The first article that the page describes.
pub fn read(page: &Document) -> LinkedData {
    let scripts = page.select("script[type]");
    let is_linked_data = |kind: &str| kind.trim().to_ascii_lowercase().starts_with("application/ld+json");
    let scripts = scripts.nodes().iter().filter(|script| is_linked_data(&script.attr_or("type", "")));
    let values: Vec<Value> = scripts.filter_map(|script| parsed(&script.text())).collect();
    let mut things = Vec::new();
    for value in &values {
        collect(value, DEEPEST, &mut things);
    }
    let article = things.iter().copied().find(|thing| is_article(thing, true));
    let Some(article) = article.or_else(|| things.iter().copied().find(|thing| is_article(thing, false))) else {
        return LinkedData::default();
    };
    let resolved = |key: &str| named(&article[key], &things);
    LinkedData {
        title: text(&article["headline"]).or_else(|| text(&article["name"])),
        authors: [resolved("author"), resolved("creator")]
            .into_iter()
            .find(|names| !names.is_empty())
            .unwrap_or_default(),
        publication: [resolved("publisher"), resolved("isPartOf")].into_iter().flatten().next(),
        date: text(&article["datePublished"]).or_else(|| text(&article["dateCreated"])),
        body: text(&article["articleBody"]),
    }
}

/// Pages wrap it in comments or write line ends into its strings.
fn parsed(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let script =
        script.trim().trim_start_matches("/*<![CDATA[*/").trim_start_matches("//<![CDATA[").trim_end_matches("/*]]>*/");
    let script = script.trim_end_matches("//]]>").trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let flat: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

fn collect<'v>(value: &'v Value, deeper: usize, things: &mut Vec<&'v Value>) {
    let Some(deeper) = deeper.checked_sub(1).filter(|_| things.len() < MOST_THINGS) else { return };
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, deeper, things)),
        Value::Object(fields) => {
            things.push(value);
            fields.values().for_each(|value| collect(value, deeper, things));
        }
        _ => {}
    }
}

/// `NewsArticle`, `BlogPosting`, `Report` and their kin; loosely also what only may be one.
fn is_article(thing: &Value, strictly: bool) -> bool {
    let is = |kind: &str| {
        let kind = kind.rsplit(['/', '#']).next().unwrap_or(kind);
        let strict = kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report" || kind == "Review";
        strict
            || (!strictly
                && matches!(kind, "WebPage" | "CreativeWork" | "SocialMediaPosting" | "DiscussionForumPosting"))
    };
    let has_title = thing["headline"].is_string() || thing["name"].is_string();
    let is_one = match &thing["@type"] {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    };
    is_one && (has_title || thing["articleBody"].is_string())
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Array(values) => values.iter().find_map(Value::as_str)?,
        _ => value.as_str()?,
    };
    Some(unescaped(text)).filter(|text| !text.is_empty())
}

/// The names of persons or organisations, given as a string, a thing, a list of them or a pointer to one.
fn named(value: &Value, things: &[&Value]) -> Vec<String> {
    match value {
        Value::String(name) => vec![unescaped(name)],
        Value::Array(values) => values.iter().flat_map(|value| named(value, things)).collect(),
        Value::Object(_) if !value["name"].is_null() => named(&value["name"], &[]),
        Value::Object(_) => {
            let same = |thing: &&&Value| thing["@id"] == value["@id"] && !thing["name"].is_null();
            let thing = things.iter().find(|thing| !value["@id"].is_null() && same(thing));
            thing.map(|thing| named(&thing["name"], &[])).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Many write HTML's entities into their JSON.
fn unescaped(text: &str) -> String {
    let words = if text.contains('&') || text.contains("</") {
        Document::fragment(text.replace("</p>", "</p>\n\n").replace("<br", "\n<br")).text().to_string()
    } else {
        text.to_owned()
    };
    words.trim().to_owned()
}
