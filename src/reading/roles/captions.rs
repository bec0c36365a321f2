//! The words to a picture, and who took it.

use super::page::{Block, Page};
use crate::model::Role;

/// What a caption or credit may begin with, folded; a few words behind it are a credit, more a caption.
const BEGINNINGS: &[&str] = &[
    "image:",
    "images:",
    "photo:",
    "photos:",
    "picture:",
    "photograph:",
    "photographs:",
    "illustration:",
    "graphic:",
    "credit:",
    "caption:",
    "image credit",
    "photo credit",
    "picture credit",
    "image by",
    "image via",
    "image courtesy",
    "photo by",
    "photo via",
    "photo courtesy",
    "photos by",
    "photograph by",
    "illustration by",
    "ap photo",
];

/// Agencies and services whose name stands under pictures, folded.
const AGENCIES: &[&str] = &[
    "getty",
    "getty images",
    "gettyimages",
    "ap",
    "ap photo",
    "ap images",
    "associated press",
    "the associated press",
    "reuters",
    "afp",
    "epa",
    "upi",
    "shutterstock",
    "istock",
    "istockphoto",
    "alamy",
    "alamy stock photo",
    "instagram",
    "twitter",
    "facebook",
    "youtube",
    "flickr",
    "wikimedia commons",
    "wikimedia",
    "unsplash",
    "pixabay",
    "pexels",
];

/// A line longer than this, in words, is a caption rather than a credit.
const LONGEST_CREDIT: usize = 9;
/// The longest caption, in words.
const LONGEST_CAPTION: usize = 70;

/// Marks captions and the credits of pictures.
pub fn mark(page: &mut Page) {
    page.mark_each(role);
}

fn role(block: &Block) -> Option<Role> {
    if block.words > LONGEST_CAPTION {
        return None;
    }
    let is_begun = BEGINNINGS.iter().any(|words| block.begins(words));
    if (is_begun || is_agency_line(&block.folded)) && block.words <= LONGEST_CREDIT && !block.begins("caption:") {
        return Some(Role::Furniture);
    }
    let is_caption = is_begun || ends_with_credit(&block.folded) || begins_as_caption(block);
    is_caption.then_some(Role::Caption)
}

/// "Ada Quill/Getty", "Reuters / Ada Quill", "Getty/Instagram", "Ada Quill via Getty Images".
fn is_agency_line(folded: &str) -> bool {
    let is_agency = |part: &str| AGENCIES.contains(&part.trim_matches([' ', '.', '©']));
    let is_name = |part: &str| part.split_whitespace().count() <= 5 && !has_sentence_end(part);
    let parts: Vec<&str> = folded.split('/').collect();
    let is_slashed = parts.len() > 1 && !folded.contains("://") && parts.iter().all(|part| is_name(part));
    (is_slashed && parts.iter().any(|part| is_agency(part)))
        || folded.rsplit_once(" via ").is_some_and(|(name, agency)| is_name(name) && is_agency(agency))
}

/// A stop behind a word, not behind an initial.
fn has_sentence_end(part: &str) -> bool {
    let before_stops = part.match_indices(". ").map(|(at, _)| part[..at].split_whitespace().next_back().unwrap_or(""));
    before_stops.into_iter().any(|word| word.chars().count() > 2)
}

/// "The pier at dusk. (Ada Quill/AP)", "The pier at dusk. Photo: Ada Quill", "The pier at dusk. Ada Quill/Reuters".
fn ends_with_credit(folded: &str) -> bool {
    let from_bracket = folded.rsplit_once('(').map(|(_, credit)| credit);
    let from_stop = folded.trim_end_matches('.').rsplit_once(". ").map(|(_, credit)| credit);
    from_bracket.into_iter().chain(from_stop).any(|credit| {
        let credit = credit.trim_end_matches([')', '.']);
        let is_short = credit.split_whitespace().count() <= LONGEST_CREDIT;
        is_short && (is_agency_line(credit) || BEGINNINGS.iter().any(|words| credit.starts_with(words)))
    })
}

fn begins_as_caption(block: &Block) -> bool {
    let says_so = block.begins("pictured:") || block.begins("above:") || block.begins("caption:");
    says_so || (block.words <= 45 && block.folded.contains("file photo") && block.sentences() <= 2)
}

#[cfg(test)]
mod tests {
    use super::super::page::folded;
    use super::*;

    fn check(text: &str, expected: Option<Role>) {
        let block = Block { text, folded: folded(text), words: text.split_whitespace().count() };
        assert_eq!(role(&block), expected, "{text}");
    }

    #[test]
    fn credits() {
        for text in [
            "Image: Ada Quill/Getty",
            "Getty/Instagram",
            "Ada Quill / Reuters",
            "ADA B. QUILL via Getty Images",
            "Photo by Ada Quill",
        ] {
            check(text, Some(Role::Furniture));
        }
    }

    #[test]
    fn captions() {
        for text in [
            "The ferry leaves Brinmouth on its last run of the winter. (Ada Quill/AP)",
            "The ferry leaves Brinmouth. Photo: Ada Quill",
            "In this May 2, 2019, file photo, the ferry leaves Brinmouth.",
            "Caption: The ferry leaves Brinmouth.",
        ] {
            check(text, Some(Role::Caption));
        }
    }

    #[test]
    fn prose() {
        for text in [
            "The image of the ferry stayed with her.",
            "He sent the picture via email.",
            "The deck/hold question was settled in 1911.",
            "She told Reuters that the ferry was late. The mayor (an old ferryman) agreed.",
        ] {
            check(text, None);
        }
    }
}
