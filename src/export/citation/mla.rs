//! MLA 9: `Fenn, Ada, and Tobias Rook. “Title.” Publication, 9 Apr. 2017, p. 4, echo.example/weir. Accessed 31 Jan.
//! 2018.` No author: the title comes first; no date: none is given. Addresses go without `https://`.

use super::super::runs::Runs;
use super::entry::{Entry, container, full_stop, quoted_title, space};
use super::people::Author;

pub fn cite(entry: &Entry) -> Runs {
    let mut runs = Runs::default();
    // A body that publishes itself is named once, as the publisher.
    if !entry.outlet_is_author() {
        runs.plain(&names(&entry.authors));
        full_stop(&mut runs);
    }
    space(&mut runs);
    quoted_title(&mut runs, entry.title, '.');
    let behind =
        [entry.date.as_ref().map(super::when::When::day_first), entry.pages_with_sign(), entry.address.map(bare)];
    if entry.publication.is_some() || behind.iter().any(Option::is_some) {
        space(&mut runs);
        container(&mut runs, entry.publication, &behind);
        full_stop(&mut runs);
    }
    if let Some(accessed) = &entry.accessed {
        runs.plain(&format!(" Accessed {}", accessed.day_first()));
        full_stop(&mut runs);
    }
    runs
}

fn names(authors: &[Author]) -> String {
    match authors {
        [] => String::new(),
        [only] => only.turned(),
        [first, second] => format!("{}, and {}", first.turned(), second.in_order()),
        [first, ..] => format!("{}, et al.", first.turned()),
    }
}

fn bare(address: &str) -> String {
    address.trim_start_matches("https://").trim_start_matches("http://").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::citation::tests_table::{Fields, check_form};

    #[test]
    fn entries_of_the_works_cited() {
        let check = |fields: Fields, expected: &str| check_form(cite, fields, expected);
        check(
            ("Ada Fenn", "The Weir Holds", "The Echo", "2017-04-09", "4", "https://echo.example/weir", "2018-01-31"),
            "Fenn, Ada. “The Weir Holds.” *The Echo*, 9 Apr. 2017, p. 4, echo.example/weir. Accessed 31 Jan. 2018.",
        );
        check(
            ("Ada Fenn and Tobias Rook Jr.", "Who Owns It?", "The Echo", "2017-04", "", "", ""),
            "Fenn, Ada, and Tobias Rook Jr. “Who Owns It?” *The Echo*, Apr. 2017.",
        );
        check(("Ada Fenn, Jo Lunt and Quill", "Tides", "", "2017", "", "", ""), "Fenn, Ada, et al. “Tides.” 2017.");
        check(("", "A “Dry” Year", "The Echo", "", "", "", ""), "“A ‘Dry’ Year.” *The Echo*.");
        check(("The Echo", "Our View", "Echo", "2017", "", "", ""), "“Our View.” *Echo*, 2017.");
        check(("Quill", "Tides", "The Echo", "", "4–6, 9", "", ""), "Quill. “Tides.” *The Echo*, pp. 4–6, 9.");
        check(("Ludo van der Berg", "Tides", "", "", "", "", ""), "van der Berg, Ludo. “Tides.”");
    }
}
