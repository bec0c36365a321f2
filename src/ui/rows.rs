//! Where lines break better than a greedy wrap breaks them: titles balanced, a quotation with the dash before it.

use std::sync::Arc;

use egui::Galley;
use egui::epaint::text::{FontsView, Glyph, PlacedRow};
use egui::text::LayoutJob;

/// How near the narrowest width comes, in points.
const STEP_POINTS: f32 = 4.0;
/// How many widths between the narrowest and the whole one are tried.
const WIDTHS_TRIED: usize = 8;
/// How many breaks of one paragraph are mended.
const MOST_MENDED: usize = 4;

/// On as few lines as fit into that width, as even as breaks at words let them be: no last line of one word.
pub fn balanced(fonts: &mut FontsView<'_>, job: &LayoutJob, width: f32) -> Arc<Galley> {
    let whole = fonts.layout_job(job.clone());
    let lines = whole.rows.len();
    if lines < 2 {
        return whole;
    }
    let mut at = |width: f32| {
        let mut narrower = job.clone();
        narrower.wrap.max_width = width;
        fonts.layout_job(narrower)
    };
    let (mut too_narrow, mut narrowest) = (width / lines as f32, width);
    while narrowest - too_narrow > STEP_POINTS {
        let middle = too_narrow.midpoint(narrowest);
        if at(middle).rows.len() > lines { too_narrow = middle } else { narrowest = middle }
    }
    let widths = (0..=WIDTHS_TRIED).map(|step| narrowest + (width - narrowest) * step as f32 / WIDTHS_TRIED as f32);
    let tried = widths.map(&mut at).filter(|galley| galley.rows.len() == lines);
    tried.min_by(|one, other| unevenness(one).total_cmp(&unevenness(other))).unwrap_or(whole)
}

/// How far lines stay behind the longest, squared and added up.
fn unevenness(galley: &Galley) -> f32 {
    let end = |row: &PlacedRow| row.glyphs[..written(row)].last().map_or(0.0, Glyph::max_x);
    let longest = galley.rows.iter().map(end).fold(0.0, f32::max);
    galley.rows.iter().map(|row| (longest - end(row)).powi(2)).sum()
}

/// With no line that begins with the mark of a quotation cut from the dash before it: the word before the dash goes
/// with both to the next line. Every byte keeps its place.
pub fn unparted(fonts: &mut FontsView<'_>, mut job: LayoutJob) -> Arc<Galley> {
    let mut galley = fonts.layout_job(job.clone());
    for _ in 0..MOST_MENDED {
        let Some(space) = space_before_parted(&galley) else { break };
        job.text.replace_range(space..=space, "\n");
        galley = fonts.layout_job(job.clone());
    }
    galley
}

/// The byte of the last space in a line that ends with a dash, where the next line begins with a mark of quotation.
fn space_before_parted(galley: &Galley) -> Option<usize> {
    let mut passed = 0;
    for pair in galley.rows.windows(2) {
        let [row, next] = pair else { continue };
        let length = row.glyphs.len() + usize::from(row.ends_with_newline);
        if is_parted(row, next) {
            // A dash between spaces takes the word before it along; the first word of a line has nowhere to go.
            let spaces = |end: usize| row.glyphs[..end].iter().rposition(|glyph| glyph.chr == ' ');
            let last = spaces(written(row))?;
            let space = if last + 2 == written(row) { spaces(last)? } else { last };
            return galley.text().char_indices().nth(passed + space).map(|(byte, _)| byte);
        }
        passed += length;
    }
    None
}

/// How many glyphs a line has without the white space at its end.
fn written(row: &PlacedRow) -> usize {
    row.glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace()).map_or(0, |last| last + 1)
}

fn is_parted(row: &PlacedRow, next: &PlacedRow) -> bool {
    let is_dash = |character: char| matches!(character, '—' | '–' | '―' | '-');
    let is_mark = |character: char| matches!(character, '“' | '”' | '‘' | '"' | '«' | '„');
    let (last, first) = (row.glyphs[..written(row)].last(), next.glyphs.first());
    !row.ends_with_newline && last.zip(first).is_some_and(|(last, first)| is_dash(last.chr) && is_mark(first.chr))
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Context, FontId, RawInput};

    use super::*;

    fn with_fonts<T>(work: impl Fn(&mut FontsView<'_>) -> T) -> T {
        let ctx = Context::default();
        ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
        ctx.fonts_mut(work)
    }

    fn job(words: &str, width: f32) -> LayoutJob {
        LayoutJob::simple(words.to_owned(), FontId::proportional(20.0), Color32::BLACK, width)
    }

    fn lines(galley: &Galley) -> Vec<String> {
        galley.rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_title_has_no_last_line_of_one_word() {
        let title = "The council keeps the weir, for now, after four long evenings of testimony";
        let (greedy, even) = with_fonts(|fonts| {
            // The width at which the last word alone goes over.
            let mut width = 700.0;
            while lines(&fonts.layout_job(job(title, width))).last().is_none_or(|last| last != "testimony") {
                width -= 1.0;
                assert!(width > 100.0, "some width leaves the last word alone");
            }
            (lines(&fonts.layout_job(job(title, width))), lines(&balanced(fonts, &job(title, width), width)))
        });
        assert_eq!(even.len(), greedy.len(), "no line more");
        assert!(even.last().is_some_and(|last| last.contains(' ')), "{even:?}");
        assert_eq!(even.join(" "), title);
    }

    #[test]
    fn a_quotation_stays_with_the_dash_before_it() {
        for words in [
            "The owner had one thing to say of it all — “never again” — and then he said it twice.",
            "The owner said that the weir was old – ‘older than I am’ – and that it would stay.",
        ] {
            mends(words);
        }
    }

    fn mends(words: &str) {
        let (parted, whole) = with_fonts(|fonts| {
            let is_cut = |galley: &Galley| lines(galley).iter().any(|line| line.starts_with(['“', '‘']));
            let cut = (200..800).map(|width| width as f32).find(|width| is_cut(&fonts.layout_job(job(words, *width))));
            let width = cut.expect("at some width the mark begins a line");
            (lines(&fonts.layout_job(job(words, width))), unparted(fonts, job(words, width)))
        });
        assert!(parted.iter().any(|line| line.ends_with(['—', '–'])), "{parted:?}");
        assert!(lines(&whole).iter().all(|line| !line.starts_with(['“', '‘'])), "{:?}", lines(&whole));
        let begins_with_dash = |line: &String| line.starts_with("— “") || line.starts_with("– ‘");
        assert!(!lines(&whole).iter().any(begins_with_dash), "{:?}", lines(&whole));
        assert_eq!(whole.text().len(), words.len(), "no byte moves");
    }
}
