//! The Chicago Manual of Style, 18th edition, notes and bibliography, as the bibliography has it: `Fenn, Ada, and Tobias
//! Rook. “Title.” Publication, April 9, 2017, 4. https://echo.example/weir.` No author: the title comes first; no date:
//! the day of access, else "n.d.".

use super::super::runs::Runs;
use super::entry::{Entry, container, full_stop, quoted_title, space};
use super::people::Author;
use super::when::When;

pub fn cite(entry: &Entry) -> Runs {
    let mut runs = Runs::default();
    runs.plain(&names(&entry.authors));
    full_stop(&mut runs);
    space(&mut runs);
    quoted_title(&mut runs, entry.title, '.');
    let date = entry.date.as_ref().map(When::month_first);
    let accessed = entry.accessed.as_ref().filter(|_| date.is_none() && entry.address.is_some());
    let date = date.or_else(|| accessed.is_none().then(|| "n.d.".to_owned()));
    let behind = [date, entry.pages.map(str::to_owned)];
    if entry.publication.is_some() || behind.iter().any(Option::is_some) {
        space(&mut runs);
        container(&mut runs, entry.publication, &behind);
        full_stop(&mut runs);
    }
    if let Some(accessed) = accessed {
        runs.plain(&format!(" Accessed {}.", accessed.month_first()));
    }
    if let Some(address) = entry.address {
        runs.plain(&format!(" {address}."));
    }
    runs
}

/// With more authors than these only the first three are named.
const MOST_NAMED: usize = 6;

fn names(authors: &[Author]) -> String {
    let Some((first, others)) = authors.split_first() else { return String::new() };
    let mut names = vec![first.turned()];
    if authors.len() > MOST_NAMED {
        names.extend(others.iter().take(2).map(Author::in_order));
        return format!("{}, et al.", names.join(", "));
    }
    names.extend(others.iter().map(Author::in_order));
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{}, and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::citation::tests_table::{Fields, check_form};

    #[test]
    fn entries_of_the_bibliography() {
        let check = |fields: Fields, expected: &str| check_form(cite, fields, expected);
        check(
            ("Ada Fenn", "The Weir Holds", "The Echo", "2017-04-09", "A4", "https://echo.example/weir", "2018-01-31"),
            "Fenn, Ada. “The Weir Holds.” *The Echo*, April 9, 2017, A4. https://echo.example/weir.",
        );
        check(
            ("Ada Fenn, Tobias Rook Jr. and Jo Lunt", "Who Owns It?", "The Echo", "2017-04", "", "", ""),
            "Fenn, Ada, Tobias Rook Jr., and Jo Lunt. “Who Owns It?” *The Echo*, April 2017.",
        );
        check(
            ("Rook, Tobias, Jr.", "Tides", "The Echo", "", "", "https://echo.example/t", "2018-01-31"),
            "Rook, Tobias, Jr. “Tides.” *The Echo*. Accessed January 31, 2018. https://echo.example/t.",
        );
        check(("", "Tides", "The Echo", "", "", "", ""), "“Tides.” *The Echo*, n.d.");
        check(("Institute for Tides", "Tides", "", "2017", "", "", ""), "Institute for Tides. “Tides.” 2017.");
        check(
            ("A. Fenn; B. Fenn; C. Fenn; D. Fenn; E. Fenn; F. Fenn; G. Fenn", "Tides", "", "2017", "", "", ""),
            "Fenn, A., B. Fenn, C. Fenn, et al. “Tides.” 2017.",
        );
    }
}
