//! Parts of a sheet put on pages.

use super::chunks::{Chunk, Mark};

/// What stays free on every side of a page, in points: three quarters of an inch.
pub const MARGIN: f32 = 54.0;
/// What the foot of a page takes of its lower margin and above.
const FOOT: f32 = 14.0;

/// A page: its marks measured from its top left corner, in points.
#[derive(Default)]
pub struct Page {
    pub marks: Vec<Mark>,
    /// Headings that begin on it: level, words, and how far down.
    pub headings: Vec<(u8, String, f32)>,
}

/// The pages that the parts take, in order.
pub fn filled(chunks: Vec<Chunk>, height: f32) -> Vec<Page> {
    let lowest = height - MARGIN - FOOT;
    let mut pages = vec![Page::default()];
    let mut y = MARGIN;
    let mut chunks = chunks.into_iter().peekable();
    while let Some(first) = chunks.next() {
        let mut unit = vec![first];
        while unit.last().is_some_and(|last| last.stays_with_next) {
            let Some(next) = chunks.next() else { break };
            unit.push(next);
        }
        let wanted: f32 = unit.iter().map(|chunk| chunk.height + chunk.space_before).sum();
        for (index, chunk) in unit.into_iter().enumerate() {
            let is_begun = y > MARGIN;
            let fits = if index == 0 { y + wanted <= lowest } else { y + chunk.height <= lowest };
            if is_begun && (chunk.breaks_page || !fits) {
                pages.push(Page::default());
                y = MARGIN;
            }
            place(&mut pages, chunk, &mut y);
        }
    }
    pages
}

fn place(pages: &mut [Page], chunk: Chunk, y: &mut f32) {
    let Some(page) = pages.last_mut() else { return };
    if *y > MARGIN {
        *y += chunk.space_before;
    } else if let Some(titles) = &chunk.titles {
        page.marks.extend(titles.marks.iter().map(|mark| moved(mark.clone(), *y)));
        *y += titles.height;
    }
    if let Some((level, text)) = chunk.heading {
        page.headings.push((level, text, *y));
    }
    page.marks.extend(chunk.marks.into_iter().map(|mark| moved(mark, *y)));
    *y += chunk.height;
}

/// From a chunk's corner to its place on the page.
fn moved(mark: Mark, y: f32) -> Mark {
    match mark {
        Mark::Text { x, baseline, size, piece, leaf } => {
            Mark::Text { x: x + MARGIN, baseline: baseline + y, size, piece, leaf }
        }
        Mark::Shade { sides: [left, top, right, bottom], lightness } => {
            Mark::Shade { sides: [left + MARGIN, top + y, right + MARGIN, bottom + y], lightness }
        }
        Mark::Rule { from, to } => Mark::Rule { from: (from.0 + MARGIN, from.1 + y), to: (to.0 + MARGIN, to.1 + y) },
    }
}
