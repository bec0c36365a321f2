//! Title, byline, publication and date as a page gives them: to machines first, then to the eye.

use dom_query::{Document, NodeRef};

use super::super::properties::is_same;
use super::linked_data::LinkedData;
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
const AUTHORS: [&str; 10] = [
    "citation_author",
    "author",
    "byl",
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
/// Accounts that write nothing themselves.
const NOBODY: [&str; 14] = [
    "admin",
    "administrator",
    "author",
    "editor",
    "editorial",
    "guest",
    "root",
    "staff",
    "super user",
    "superuser",
    "unknown",
    "user",
    "webmaster",
    "wordpress",
];
/// A name is no longer than this, in words.
const LONGEST_NAME_WORDS: usize = 8;

/// What stands in the elements of a page's head, and what JSON-LD says.
pub struct Said<'p> {
    page: &'p Document,
    linked: &'p LinkedData,
    /// Names in small letters with their content, in order.
    metas: Vec<(String, String)>,
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
        Self { page, linked, metas }
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.metas.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next()).map(str::to_owned)
    }

    /// Titles as the page gives them, the surest first; the site's name may stand on them.
    pub fn titles(&self) -> Vec<String> {
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

    /// The outlet, where the page names it.
    pub fn publication(&self) -> Option<String> {
        let journal = self.first(&PUBLICATIONS[..2]);
        let named = journal.or_else(|| self.linked.publication.clone()).or_else(|| self.first(&PUBLICATIONS[2..]));
        named.map(|name| one_line(&name)).or_else(|| self.publication_in_title())
    }

    fn publication_in_title(&self) -> Option<String> {
        let title = one_line(&self.page.select("title").nodes().first()?.text());
        let mut sides: Vec<&str> = cuts(&title).flat_map(|(before, after)| [before, after]).collect();
        sides.sort_by_key(|side| side.len());
        sides
            .into_iter()
            .find(|side| side.len() > 2 && is_name_of_site(self.page, side))
            .map(|side| side.trim().to_owned())
    }

    /// The title without the site's name before or behind it.
    pub fn title(&self) -> Option<String> {
        let titles = self.titles();
        let first = titles.first()?;
        let publication = self.publication().unwrap_or_default();
        Some(without_site(first, &publication, &titles[1..]))
    }

    /// The authors as the page names them to machines.
    pub fn authors(&self) -> Vec<String> {
        let publication = self.publication().unwrap_or_default();
        let named = |names: Vec<String>| {
            let names: Vec<String> = names.iter().filter_map(|name| person(name, &publication)).collect();
            Some(names).filter(|names| !names.is_empty())
        };
        let metas = || AUTHORS.iter().find_map(|name| named(self.all(name).map(str::to_owned).collect()));
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
        linked.or_else(metas).or_else(|| self.marked_date())
    }

    fn marked_date(&self) -> Option<String> {
        for selector in
            ["[itemprop~=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]", "time"]
        {
            let found = self.page.select(selector);
            let dates = found.nodes().iter().filter_map(|node| {
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
            if metadata.date.is_none() {
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

    /// All but what only the text shows.
    pub fn metadata(&self) -> Metadata {
        let byline = Some(listed(&self.authors())).filter(|names| !names.is_empty());
        Metadata { title: self.title(), byline, publication: self.publication(), date: self.date(), address: None }
    }
}

fn looks_like_a_name(name: &str) -> bool {
    let bare = person(name, "").unwrap_or_default();
    bare.starts_with(char::is_uppercase)
        && bare.split_whitespace().count() <= 5
        && !bare.contains(|c: char| c.is_ascii_digit())
}

/// Those who comment are authors too.
fn stands_in_comments(node: &NodeRef<'_>) -> bool {
    let names = |node: &NodeRef<'_>| format!("{} {}", node.attr_or("class", ""), node.attr_or("id", ""));
    node.ancestors_it(None).any(|outer| !outer.has_name("body") && words::name_comments(&names(&outer)))
}

/// Whether a name in the page's title is also the name on its way home: then it is the outlet's.
fn is_name_of_site(page: &Document, name: &str) -> bool {
    let links = page.select("a[href='/'], a[rel=home], img[alt]");
    links.nodes().iter().take(200).any(|node| {
        let said = node.attr("alt").unwrap_or_else(|| node.text());
        said.len() < 200 && is_same(&said, name)
    })
}

/// A name without "By" and without what follows it; none of accounts, addresses and the outlet itself.
pub fn person(name: &str, publication: &str) -> Option<String> {
    let mut name = one_line(name);
    if name.contains('@') {
        // The address behind the name.
        name = name.split(' ').filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    }
    for lead in [
        "Interview by ",
        "Posted by ",
        "Written by ",
        "Words by ",
        "Words: ",
        "By: ",
        "By ",
        "by ",
        "BY ",
        "Par ",
        "Von ",
        "Por ",
        "Di ",
    ] {
        if let Some(rest) = name.strip_prefix(lead) {
            name = rest.trim().into();
        }
    }
    if let Some((first, _)) = name.split_once([',', '|', '·', '•']).filter(|(_, rest)| !is_list_of_names(rest)) {
        name = first.trim().into();
    }
    let is_address = name.contains("://") || name.contains('@') || name.starts_with("www.") || name.starts_with('/');
    let small = name.to_lowercase();
    let is_named = !name.is_empty()
        && name.chars().any(char::is_alphabetic)
        && name.split_whitespace().count() <= 4 * LONGEST_NAME_WORDS;
    let is_somebody = !NOBODY.contains(&small.as_str()) && !is_same(&name, publication);
    (is_named && !is_address && is_somebody).then_some(name)
}

/// "Ann Lee and Bo Ray" after a comma are further names; "Consumer Editor" is an office.
fn is_list_of_names(rest: &str) -> bool {
    rest.contains(" and ") || rest.contains(',')
}

fn unique(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.iter().any(|one| is_same(one, &name)) {
            kept.push(name);
        }
    }
    kept
}

/// A date as machines or people write it, to `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
pub fn date(value: &str) -> Option<String> {
    let value = value.trim();
    if let Some(written) = leading_date(value) {
        return Some(written.iso);
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

/// Whether `whole` is that title with a site's or author's name behind it, or else before it.
pub fn is_title_in(title: &str, whole: &str, stands_before: bool) -> bool {
    cuts(whole).any(|(before, after)| is_same(title, if stands_before { before } else { after }))
}

/// Both sides of every mark that parts a title from a site's name.
fn cuts(title: &str) -> impl Iterator<Item = (&str, &str)> {
    const MARKS: [&str; 10] = [" - ", " – ", " — ", " | ", " · ", " « ", " » ", " :: ", ": ", " by "];
    MARKS.into_iter().flat_map(move |mark| {
        title.match_indices(mark).map(move |(at, mark)| (&title[..at], &title[at + mark.len()..]))
    })
}

/// The title without the publication's name; where that is not known, what another title says without more.
fn without_site(title: &str, publication: &str, others: &[String]) -> String {
    let bare = cuts(title).find_map(|(before, after)| {
        let of = |side: &str| !publication.is_empty() && is_same(side, publication);
        if of(after) {
            Some(before)
        } else if of(before) {
            Some(after)
        } else {
            None
        }
    });
    let of_others = || {
        cuts(title).find_map(|(before, after)| {
            [before, after].into_iter().find(|side| others.iter().any(|other| is_same(other, side)))
        })
    };
    bare.or_else(of_others).unwrap_or(title).trim().to_owned()
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
            ("Wed, 04 Mar 2026 10:00:00 GMT", Some("2026-03-04")),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(date(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn accounts_addresses_and_the_outlet_write_nothing() {
        for name in ["admin", "Staff", "https://face.example/ada", "The Meridian", "news@meridian.example", "  "] {
            assert_eq!(person(name, "The Meridian"), None, "{name}");
        }
        assert_eq!(person("By Terry Vance, Consumer Editor", "").as_deref(), Some("Terry Vance"));
    }

    #[test]
    fn a_title_loses_the_sites_name() {
        assert_eq!(without_site("The ferry stays | The Meridian", "The Meridian", &[]), "The ferry stays");
        assert_eq!(without_site("Valley Post: The ferry stays", "Valley Post", &[]), "The ferry stays");
        assert_eq!(without_site("Ferries - a history", "Valley Post", &[]), "Ferries - a history");
    }
}
