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
    let parts: Vec<&str> = folded.split('/').collect();
    let by_slash = parts.len() > 1 && parts.iter().any(|part| is_agency(part)) && !folded.contains("://");
    by_slash || folded.rsplit_once(" via ").is_some_and(|(_, agency)| is_agency(agency))
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
