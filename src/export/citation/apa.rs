//! APA 7: `Fenn, A. M., & Rook, T. (2017, April 9). Title. Publication, 4. https://echo.example/weir`. No author: the
//! title comes first; no date: "n.d.", and with it the day of access.

use super::super::runs::Runs;
use super::entry::{Entry, UNTITLED, container, ends_itself, full_stop, space};
use super::people::{Author, Person};
use super::when::When;

pub fn cite(entry: &Entry) -> Runs {
    let mut runs = Runs::default();
    let date = format!("({})", entry.date.as_ref().map_or_else(|| "n.d.".to_owned(), When::year_first));
    let title = entry.title.unwrap_or(UNTITLED);
    if entry.authors.is_empty() {
        sentence(&mut runs, title);
        runs.plain(&format!(" {date}."));
    } else {
        runs.plain(&names(&entry.authors));
        full_stop(&mut runs);
        runs.plain(&format!(" {date}. "));
        sentence(&mut runs, title);
    }
    let publication = entry.publication.filter(|_| !entry.outlet_is_author());
    if publication.is_some() || entry.pages.is_some() {
        space(&mut runs);
        container(&mut runs, publication, &[entry.pages.map(str::to_owned)]);
        full_stop(&mut runs);
    }
    if let Some(address) = entry.address {
        let retrieved = entry.accessed.as_ref().filter(|_| entry.date.is_none());
        let from = retrieved.map(|date| format!("Retrieved {}, from ", date.month_first())).unwrap_or_default();
        runs.plain(&format!(" {from}{address}"));
    }
    runs
}

fn sentence(runs: &mut Runs, title: &str) {
    runs.plain(title);
    if !ends_itself(title) {
        runs.plain(".");
    }
}

/// More authors than these are named by the first nineteen and the last.
const MOST_NAMED: usize = 20;

fn names(authors: &[Author]) -> String {
    let all: Vec<String> = authors.iter().map(name).collect();
    match all.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] if all.len() <= MOST_NAMED => format!("{}, & {last}", first.join(", ")),
        [first @ .., last] => format!("{}, . . . {last}", first[..MOST_NAMED - 1].join(", ")),
    }
}

fn name(author: &Author) -> String {
    match author {
        Author::Person(Person { given, family, suffix, .. }) => {
            let name = format!("{family}, {}", initials(given));
            suffix.as_ref().map(|suffix| format!("{name}, {suffix}")).unwrap_or(name)
        }
        Author::Body(name) => name.clone(),
    }
}

/// "Ada Mary" to "A. M.", "Jean-Luc" to "J.-L.".
fn initials(given: &str) -> String {
    let letter = |part: &str| part.chars().next().map(|first| format!("{}.", first.to_uppercase()));
    let word = |word: &str| word.split('-').filter_map(letter).collect::<Vec<_>>().join("-");
    given.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::citation::tests_table::{Fields, check_form};

    #[test]
    fn entries_of_the_reference_list() {
        let check = |fields: Fields, expected: &str| check_form(cite, fields, expected);
        check(
            ("Ada Mary Fenn", "The Weir Holds", "The Echo", "2017-04-09", "A4", "https://echo.example/weir", "2018"),
            "Fenn, A. M. (2017, April 9). The Weir Holds. *The Echo*, A4. https://echo.example/weir",
        );
        check(
            ("Jean-Luc Fenn and Tobias Rook Jr.", "Who Owns It?", "The Echo", "2017-04", "", "", ""),
            "Fenn, J.-L., & Rook, T., Jr. (2017, April). Who Owns It? *The Echo*.",
        );
        check(
            ("Ada Fenn, Jo Lunt and Ana de la Cruz", "Tides", "", "2017", "", "", ""),
            "Fenn, A., Lunt, J., & de la Cruz, A. (2017). Tides.",
        );
        check(
            ("", "Tides", "The Echo", "", "", "https://echo.example/t", "2018-01-31"),
            "Tides. (n.d.). *The Echo*. Retrieved January 31, 2018, from https://echo.example/t",
        );
        check(
            ("Institute for Tides", "Tides", "Institute for Tides", "2017", "", "", ""),
            "Institute for Tides. (2017). Tides.",
        );
        check(("Quill", "Tides", "The Echo", "", "", "", ""), "Quill. (n.d.). Tides. *The Echo*.");
    }

    #[test]
    fn more_than_twenty_authors_are_cut_in_the_middle() {
        let byline = (1..=22).map(|_| "Ada Fenn").collect::<Vec<_>>().join("; ");
        let names = names(&super::super::people::authors(&byline));
        assert_eq!(names.matches("Fenn, A.").count(), 20);
        assert!(names.ends_with("Fenn, A., . . . Fenn, A."), "{names}");
    }
}
