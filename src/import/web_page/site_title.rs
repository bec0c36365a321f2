//! Titles of pages, which carry the site's name before or behind them.

use super::super::properties::is_same;

/// Whether `whole` is that title with a site's or author's name behind it, or else before it.
pub fn is_title_in(title: &str, whole: &str, stands_before: bool) -> bool {
    cuts(whole).any(|(before, after)| is_same(title, if stands_before { before } else { after }))
}

/// Both sides of every mark that parts a title from a site's name.
pub fn cuts(title: &str) -> impl Iterator<Item = (&str, &str)> {
    const MARKS: [&str; 10] = [" - ", " – ", " — ", " | ", " · ", " « ", " » ", " :: ", ": ", " by "];
    MARKS.into_iter().flat_map(move |mark| {
        title.match_indices(mark).map(move |(at, mark)| (&title[..at], &title[at + mark.len()..]))
    })
}

/// The title without the publication's name; where that is not known, what another title says without more.
pub fn without_site(title: &str, publication: &str, others: &[String]) -> String {
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
    fn a_title_loses_the_sites_name() {
        assert_eq!(without_site("The ferry stays | The Meridian", "The Meridian", &[]), "The ferry stays");
        assert_eq!(without_site("Valley Post: The ferry stays", "Valley Post", &[]), "The ferry stays");
        assert_eq!(without_site("Ferries - a history", "Valley Post", &[]), "Ferries - a history");
    }
}
