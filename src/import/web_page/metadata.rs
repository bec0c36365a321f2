//! Title, byline, publication and date as a page gives them: to machines first, then to the eye.

use dom_query::{Document, NodeRef};

use super::super::properties::is_same;
use super::linked_data::LinkedData;
use super::names::{LONGEST_NAME_WORDS, looks_like_a_name, person, unique};
use super::place::{class_and_id, siblings};
use super::site_title::{cuts, without_site};
use super::words;
use crate::model::{Metadata, leading_date, listed};

/// Names of meta elements, the surest first.
const TITLES: [&str; 9] = [
    "og:title",
    "citation_title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "headline",
    "title",
];
const AUTHORS: [&str; 9] = [
    "citation_author",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "article:author_name",
];
const PUBLICATIONS: [&str; 5] =
    ["citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];
const DATES: [&str; 20] = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "date",
];
/// What the makers of blogs and newspapers call the element that holds the day.
const CALLED_DATES: [&str; 7] =
    [".date-header", ".entry-date", ".post-date", ".posted-on", "#pub_date", ".pub_date", "h2.date"];

/// What stands in the elements of a page's head, and what JSON-LD says.
pub struct Said<'p> {
    page: &'p Document,
    linked: &'p LinkedData,
    /// Names in small letters with their content, in order.
    metas: Vec<(String, String)>,
    titles: Vec<String>,
    publication: Option<String>,
}

impl<'p> Said<'p> {
    /// What that page says.
    pub fn by(page: &'p Document, linked: &'p LinkedData) -> Self {
        let mut metas = Vec::new();
        for meta in page.select("meta[content]").nodes() {
            let content = meta.attr_or("content", "").trim().to_owned();
            for key in ["property", "name", "itemprop"] {
                if let Some(name) = meta.attr(key).filter(|_| !content.is_empty()) {
                    metas.push((name.trim().to_ascii_lowercase(), content.clone()));
                }
            }
        }
        let mut said = Self { page, linked, metas, titles: Vec::new(), publication: None };
        said.titles = said.given_titles();
        said.publication = said.given_publication();
        said
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.metas.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next()).map(str::to_owned)
    }

    /// Titles as the page gives them, the surest first; the site's name may stand on them.
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    fn given_titles(&self) -> Vec<String> {
        let element = self
            .page
            .select("head title")
            .nodes()
            .first()
            .or(self.page.select("title").nodes().first())
            .map(NodeRef::text);
        let linked = self.linked.title.clone().into_iter();
        let all = linked.chain(TITLES.iter().filter_map(|name| self.all(name).next().map(str::to_owned)));
        let mut titles: Vec<String> =
            all.chain(element.map(|title| title.to_string())).map(|title| one_line(&title)).collect();
        titles.retain(|title| !title.is_empty());
        titles
    }

    fn given_publication(&self) -> Option<String> {
        let is_name = |name: &String| !name.contains("://");
        let journal = self.first(&PUBLICATIONS[..2]).filter(is_name);
        let linked = || self.linked.publication.clone().filter(is_name);
        let named = journal.or_else(linked).or_else(|| self.first(&PUBLICATIONS[2..]).filter(is_name));
        named.map(|name| one_line(&name)).or_else(|| self.publication_in_title())
    }

    fn publication_in_title(&self) -> Option<String> {
        let title = one_line(&self.page.select("title").nodes().first()?.text());
        let mut sides: Vec<&str> = cuts(&title).flat_map(|(before, after)| [before, after]).collect();
        // "Headline - Paper - Print"
        let inner: Vec<&str> =
            sides.iter().flat_map(|side| cuts(side)).flat_map(|(before, after)| [before, after]).collect();
        sides.extend(inner);
        sides.sort_by_key(|side| side.len());
        let is_name = |side: &&&str| side.len() > 2 && is_name_of_site(self.page, side);
        let of_home = sides.iter().find(is_name).map(|side| side.trim().to_owned());
        of_home.or_else(|| self.publication_above_headline(&title))
    }

    /// The side of the page's title that heads the page, where the other side is what machines are told of the article.
    fn publication_above_headline(&self, title: &str) -> Option<String> {
        let (_, told) = self.titles.split_last()?;
        let headings = self.page.select("h1");
        let heads = |side: &str| headings.nodes().iter().any(|heading| is_same(&heading.text(), side));
        let is_told = |side: &str| told.iter().any(|title| is_same(title, side));
        cuts(title).flat_map(|(before, after)| [(before, after), (after, before)]).find_map(|(site, article)| {
            (is_told(article) && !is_told(site) && heads(site)).then(|| site.trim().to_owned())
        })
    }

    /// The title without the site's name before or behind it.
    pub fn title(&self) -> Option<String> {
        let (first, others) = self.titles.split_first()?;
        Some(without_site(first, self.publication.as_deref().unwrap_or_default(), others))
    }

    /// The authors as the page names them to machines.
    pub fn authors(&self) -> Vec<String> {
        let publication = self.publication.as_deref().unwrap_or_default();
        let named = |names: Vec<String>| {
            let names: Vec<String> = names.iter().filter_map(|name| person(name, publication)).collect();
            Some(names).filter(|names| !names.is_empty())
        };
        // Whatever a maker of pages puts before it, its last word says what it holds.
        let is_author =
            |name: &str| name.rsplit([':', '.', '_', '-']).next() == Some("author") && !name.contains("twitter");
        let others =
            || named(self.metas.iter().filter(|(name, _)| is_author(name)).map(|(_, who)| who.clone()).collect());
        let metas =
            || AUTHORS.iter().find_map(|name| named(self.all(name).map(str::to_owned).collect())).or_else(others);
        named(self.linked.authors.clone())
            .or_else(metas)
            .or_else(|| named(self.marked_authors()))
            .map(unique)
            .unwrap_or_default()
    }

    /// Microdata and links to authors.
    fn marked_authors(&self) -> Vec<String> {
        let selectors = [
            "[itemprop~=author]",
            "[rel~=author]",
            ".byline .author",
            ".byline a",
            ".post-author .fn",
            ".author-name",
            ".byline",
            "[class*=byline]",
            "[data-component*=byline]",
            ".author",
        ];
        for selector in selectors {
            let found = self.page.select(selector);
            let of_article = found
                .nodes()
                .iter()
                .filter(|node| !stands_in_comments(node))
                .take(if selector.starts_with('[') { 8 } else { 1 });
            let names = of_article.map(|node| {
                let inner = dom_query::Selection::from(*node).select_single("[itemprop=name]");
                let node = inner.nodes().first().unwrap_or(node);
                let words = node.attr("content").unwrap_or_else(|| node.formatted_text());
                words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
            });
            let names: Vec<String> = names
                .filter(|name| !name.trim().is_empty() && name.split_whitespace().count() <= LONGEST_NAME_WORDS)
                .collect();
            // What a class calls so must look like a name; marks and links say what they are.
            let looks_like_names = selector.starts_with("[itemprop")
                || selector.starts_with("[rel")
                || names.iter().all(|name| looks_like_a_name(name));
            if !names.is_empty() && looks_like_names {
                return names;
            }
        }
        Vec::new()
    }

    /// The day it was published, as the page gives it to machines.
    pub fn date(&self) -> Option<String> {
        let linked = self.linked.date.as_deref().and_then(date);
        let metas = || DATES.iter().find_map(|name| self.all(name).find_map(date));
        let is_date = |name: &str| name.contains("publi") && (name.contains("date") || name.contains("time"));
        let others = || self.metas.iter().filter(|(name, _)| is_date(name)).find_map(|(_, day)| date(day));
        linked.or_else(metas).or_else(others).or_else(|| self.marked_date())
    }

    fn marked_date(&self) -> Option<String> {
        for selector in
            ["[itemprop~=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]", "time"]
                .iter()
                .chain(&CALLED_DATES)
        {
            let found = self.page.select(selector);
            let of_article =
                found.nodes().iter().filter(|node| !selector.starts_with("time") || !stands_in_a_row(node));
            let dates = of_article.filter_map(|node| {
                let given = ["content", "datetime", "title"]
                    .iter()
                    .find_map(|key| node.attr(key).and_then(|value| date(&value)));
                given
                    .or_else(|| node.formatted_text().lines().find_map(date))
                    .or_else(|| node.element_children().first().and_then(|part| date(&part.text())))
            });
            // Several times in a page are those of its comments and teasers; the first stands at the article's head.
            if let Some(first) = dates.into_iter().next() {
                return Some(first);
            }
        }
        None
    }

    /// What lines at the head of the article say of who wrote it and when, where the page does not say it otherwise.
    pub fn add_from_head(metadata: &mut Metadata, lines: &[String]) {
        for line in lines {
            let parts = || line.split(['|', '·', '•']).flat_map(|part| part.split(" - ")).map(str::trim);
            if metadata.byline.is_none() {
                let publication = metadata.publication.clone().unwrap_or_default();
                let by = parts().find(|part| ["By ", "by ", "BY "].iter().any(|lead| part.starts_with(lead)));
                let is_name = |name: &String| {
                    name.split_whitespace().count() <= LONGEST_NAME_WORDS && name.starts_with(char::is_uppercase)
                };
                metadata.byline = by.and_then(|by| person(by, &publication)).filter(is_name);
            }
            // Two days are the ends of a life or a journey.
            let days = parts().filter(|part| leading_date(part).is_some()).count();
            if metadata.date.is_none() && days <= 1 {
                let bare = |part: &str| {
                    ["Published on ", "Published: ", "Published ", "Posted on ", "Posted "]
                        .iter()
                        .find_map(|lead| part.strip_prefix(lead).map(str::to_owned))
                        .unwrap_or_else(|| part.to_owned())
                };
                let after_comma = line.split_once(", ").map(|(_, rest)| rest.to_owned());
                metadata.date = parts()
                    .map(bare)
                    .chain(after_comma)
                    .find_map(|part| leading_date(&part))
                    .map(|date| date.iso)
                    .filter(|date| date.len() == "2026-01-01".len());
            }
        }
    }

    /// What a line below the article says of it: "Posted by Ada Quill on March 16, 2009 at 10:02 AM", as blogs write.
    pub fn add_from_foot(metadata: &mut Metadata, lines: &[String]) {
        const LONGEST_WORDS: usize = 60;
        for line in lines.iter().filter(|line| line.split_whitespace().count() <= LONGEST_WORDS) {
            // In a sentence somebody else does.
            const LEADS: [&str; 4] = ["Posted ", "Posted: ", "This entry was posted ", "This post was posted "];
            let Some(said) = LEADS.iter().find_map(|lead| line.strip_prefix(lead)) else { continue };
            let (who, day) = match said.strip_prefix("by ").map(|rest| rest.split_once(" on ")) {
                Some(Some((who, day))) => (Some(who), day),
                Some(None) => continue,
                None => (None, said.strip_prefix("on ").unwrap_or(said)),
            };
            // A weekday may stand before it.
            let after_weekday = day.split_once([',', ' ']).map(|(_, rest)| rest.trim_start());
            let Some(day) = [Some(day), after_weekday].into_iter().flatten().find_map(leading_date) else { continue };
            metadata.date = metadata.date.take().or(Some(day.iso).filter(|iso| iso.len() == "2026-01-01".len()));
            let publication = metadata.publication.clone().unwrap_or_default();
            let who = who.and_then(|who| person(who, &publication)).filter(|who| looks_like_a_name(who));
            metadata.byline = metadata.byline.take().or(who);
            return;
        }
    }

    /// Where the page says that it stands.
    fn address(&self) -> Option<String> {
        let canonical = self.page.select("link[rel=canonical]");
        let linked = canonical.nodes().first().map(|link| link.attr_or("href", "").trim().to_owned());
        let is_one = |address: &String| address.starts_with("https://") || address.starts_with("http://");
        linked.filter(is_one).or_else(|| self.first(&["og:url"]).filter(is_one))
    }

    /// All but what only the text shows.
    pub fn metadata(&self) -> Metadata {
        let byline = Some(listed(&self.authors())).filter(|names| !names.is_empty());
        Metadata {
            title: self.title(),
            byline,
            publication: self.publication.clone(),
            date: self.date(),
            address: self.address(),
        }
    }
}

/// Whether it stands in one of several boxes made alike that each hold a time: teasers, comments.
fn stands_in_a_row(time: &NodeRef<'_>) -> bool {
    const LEAST_OTHERS: usize = 2;
    time.ancestors_it(Some(4)).take_while(|outer| !outer.has_name("body")).any(|outer| {
        let is_alike = |other: &NodeRef<'_>| {
            other.node_name() == outer.node_name()
                && other.class() == outer.class()
                && other.descendants_it().any(|inner| inner.has_name("time"))
        };
        siblings(&outer).filter(is_alike).take(LEAST_OTHERS).count() == LEAST_OTHERS
    })
}

/// Those who comment are authors too.
fn stands_in_comments(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|outer| !outer.has_name("body") && words::name_comments(&class_and_id(&outer)))
}

/// Whether a name in the page's title is also the name on its way home: then it is the outlet's.
fn is_name_of_site(page: &Document, name: &str) -> bool {
    let links = page.select("a[href='/'], a[rel=home], img[alt]");
    links.nodes().iter().take(200).any(|node| {
        let said = node.attr("alt").unwrap_or_else(|| node.text());
        said.len() < 200 && is_same(&said, name)
    })
}

/// A date as machines or people write it, to `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
pub fn date(value: &str) -> Option<String> {
    let value = value.trim();
    if let Some(written) = leading_date(value) {
        return Some(written.iso);
    }
    if let Some(day) = east_asian(value) {
        return Some(day);
    }
    let digits =
        |range: std::ops::Range<usize>| value.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let year = digits(0..4).filter(|year| ("1400".."2200").contains(year))?;
    let is_month = |month: &&str| ("01"..="12").contains(month);
    match (value.len(), digits(5..7).filter(is_month), digits(4..6).filter(is_month)) {
        (4, ..) => Some(year.to_owned()),
        (7, Some(month), _) => Some(format!("{year}-{month}")),
        (8 | 14.., _, Some(month)) => digits(6..8).map(|day| format!("{year}-{month}-{day}")),
        _ => None,
    }
}

/// 2013年7月12日.
fn east_asian(value: &str) -> Option<String> {
    let (year, rest) = value.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let number = |part: &str| part.trim().parse::<u32>().ok();
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    ((1400..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether a line begins with a date or a time of day, and says little more.
pub fn leading_or_time(line: &str) -> bool {
    let line = line.trim();
    let is_time = line.len() < 30
        && line.split_once([':', '.']).is_some_and(|(hour, rest)| {
            let is_digit = |c: char| c.is_ascii_digit();
            (1..=2).contains(&hour.len())
                && hour.chars().all(is_digit)
                && rest.len() >= 2
                && rest.chars().take(2).all(is_digit)
        });
    leading_date(line).is_some_and(|date| line.len() < date.bytes + 40 && !line.ends_with('.')) || is_time
}

/// Text on one line, its white space one space.
pub fn one_line(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_machines_write_them() {
        for (value, expected) in [
            ("2026-03-04T17:21:09.000Z", Some("2026-03-04")),
            ("2024-11", Some("2024-11")),
            ("20240830", Some("2024-08-30")),
            ("20240830T101500Z", Some("2024-08-30")),
            ("1998", Some("1998")),
            ("2013年7月12日 08:21", Some("2013-07-12")),
            ("Wed, 04 Mar 2026 10:00:00 GMT", Some("2026-03-04")),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(date(value).as_deref(), expected, "{value}");
        }
    }
}
