//! The form of debate cards: `First Last, qualifications, M-D-YYYY, "Title," Publication, pages, URL, accessed
//! M-D-YYYY`, with the last name and the date set apart. Whatever is missing is shown as missing.

use super::super::runs::{Look, Runs};
use super::entry::{Entry, ends_itself};
use super::people::{Author, Person};

pub fn cite(entry: &Entry) -> Runs {
    let mut runs = Runs::default();
    who(&mut runs, entry);
    runs.plain(", ");
    match &entry.date {
        Some(date) => runs.push(Look::Cite, &date.dashed()),
        None => runs.push(Look::Cite, "no date"),
    }
    let title = entry.title.unwrap_or("no title");
    let comma = if ends_itself(title) { "" } else { "," };
    runs.plain(&format!(", \"{}{comma}\"", title.replace('"', "'")));
    runs.plain(&format!(" {}", entry.publication.unwrap_or("no publication")));
    if let Some(pages) = entry.pages_with_sign() {
        runs.plain(&format!(", {pages}"));
    }
    runs.plain(&format!(", {}", entry.address.unwrap_or("no URL")));
    match &entry.accessed {
        Some(date) => runs.plain(&format!(", accessed {}", date.dashed())),
        None if entry.address.is_some() => runs.plain(", no date of access"),
        None => {}
    }
    runs
}

fn who(runs: &mut Runs, entry: &Entry) {
    if entry.authors.is_empty() {
        return runs.push(Look::Cite, "No author");
    }
    for (index, author) in entry.authors.iter().enumerate() {
        if index > 0 {
            runs.plain(if index + 1 == entry.authors.len() { " and " } else { ", " });
        }
        match author {
            Author::Person(person) => name(runs, person),
            Author::Body(name) => runs.push(Look::Cite, name),
        }
    }
    runs.plain(&format!(", {}", entry.qualifications.unwrap_or("no qualifications")));
}

fn name(runs: &mut Runs, person: &Person) {
    if let Some(title) = &person.before {
        runs.plain(&format!("{title} "));
    }
    runs.plain(&format!("{} ", person.given));
    runs.push(Look::Cite, &person.family);
    if let Some(suffix) = &person.suffix {
        runs.plain(&format!(" {suffix}"));
    }
    if let Some(degrees) = &person.after {
        runs.plain(&format!(", {degrees}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::runs::{Run, plain_text};
    use crate::model::Described;

    fn article() -> Described {
        let said = |words: &str| Some(words.to_owned());
        Described {
            title: said("The Weir Holds"),
            byline: said("Ada Fenn"),
            qualifications: said("professor of rivers at Brinmouth"),
            publication: said("The Echo"),
            date: said("2017-04-09"),
            pages: None,
            address: said("https://echo.example/weir"),
            accessed: said("2018-01-31"),
        }
    }

    fn runs(article: &Described) -> Vec<Run> {
        cite(&Entry::of(article)).into_runs()
    }

    #[test]
    fn the_whole_form_with_name_and_date_set_apart() {
        let runs = runs(&article());
        let whole = "Ada Fenn, professor of rivers at Brinmouth, 4-9-2017, \"The Weir Holds,\" The Echo, \
            https://echo.example/weir, accessed 1-31-2018";
        assert_eq!(plain_text(&runs), whole);
        let apart: Vec<&str> = runs.iter().filter(|run| run.look == Look::Cite).map(|run| run.text.as_str()).collect();
        assert_eq!(apart, ["Fenn", "4-9-2017"]);
    }

    #[test]
    fn what_is_missing_is_shown_and_what_is_odd_is_kept() {
        let check = |change: fn(&mut Described), expected: &str| {
            let mut article = article();
            change(&mut article);
            let cited = plain_text(&runs(&article));
            assert!(cited.contains(expected), "{expected}: {cited}");
        };
        check(|article| article.byline = None, "No author, 4-9-2017");
        check(|article| article.date = None, ", no date, \"");
        check(|article| article.date = Some("2017".into()), ", 2017, \"");
        check(|article| article.qualifications = None, "Ada Fenn, no qualifications, 4-9-2017");
        check(|article| article.publication = None, "Holds,\" no publication, https");
        check(|article| article.address = None, "The Echo, no URL, accessed 1-31-2018");
        check(|article| article.accessed = None, "weir, no date of access");
        check(|article| article.pages = Some("4-6".into()), "The Echo, pp. 4-6, https");
        check(|article| article.title = Some("Who \"Owns\" It?".into()), "\"Who 'Owns' It?\" The Echo");
        check(|article| article.byline = Some("Dr. Ada Fenn Jr., M.D.".into()), "Dr. Ada Fenn Jr., M.D., professor");
        check(|article| article.byline = Some("Ada Fenn, Jo Lunt and Quill".into()), "Ada Fenn, Jo Lunt and Quill, ");
        check(|article| article.byline = Some("Institute for Tides".into()), "Institute for Tides, professor");
    }
}
