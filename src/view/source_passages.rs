//! Where a source's words stand, with what belongs to them in the other article.

use crate::model::{Quotation, Side, Sides, Span};
use crate::workspace::{Compared, Passage};

/// The passage of a quotation with its counterpart: what a link joins it with, else what the same source says in the
/// other article, else where that names it.
pub fn passage_of_quotation(compared: &Compared, side: Side, quotation: usize) -> Option<Passage> {
    let extent = compared.quotation(side, quotation)?.extent();
    let link = compared.link_of_quotation(side, quotation);
    let joined = link.and_then(|link| compared.comparison.links.get(link)).map(|link| *link.spans.get(side.other()));
    let other = joined.or_else(|| counterpart(compared, compared.speaker_of(side, quotation)?, side.other()));
    Some(passage(side, extent, other, link))
}

/// The passage of a place where a source is named or reported, with its counterpart.
pub fn passage_of_source(compared: &Compared, source: usize, side: Side, span: Span) -> Passage {
    passage(side, span, counterpart(compared, source, side.other()), None)
}

fn passage(side: Side, own: Span, other: Option<Span>, link: Option<usize>) -> Passage {
    let mut spans = Sides::default();
    *spans.get_mut(side) = Some(own);
    *spans.get_mut(side.other()) = other;
    Passage { asked: side, spans, link }
}

/// What a source says at most length on that side, else what is reported of it, else its first mention.
fn counterpart(compared: &Compared, source: usize, side: Side) -> Option<Span> {
    let own = compared.comparison.sources.get(source)?.sides.get(side);
    let reading = compared.reading(side);
    let quotations = own.quotations.iter().filter_map(|index| reading.quotations.get(*index));
    let longest = quotations.map(Quotation::extent).max_by_key(|span| (span.len(), std::cmp::Reverse(span.start)));
    let reported = || own.statements.iter().find_map(|index| reading.statements.get(*index)).map(|found| found.span);
    longest.or_else(reported).or_else(|| own.mentions.first().copied())
}

/// A passage on one line or two: its words with white space folded, at most so many characters.
pub fn snippet(text: &str, span: Span, most: usize) -> String {
    let mut line = String::new();
    for word in span.of(text).split_whitespace() {
        if line.chars().count() + word.chars().count() > most {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The sentence of a mention.
pub fn sentence_of(compared: &Compared, side: Side, mention: Span) -> Span {
    let sentences = &compared.reading(side).sentences;
    let index = sentences.partition_point(|sentence| sentence.span.start <= mention.start).checked_sub(1);
    let sentence = index.and_then(|index| sentences.get(index)).map(|sentence| sentence.span);
    sentence.filter(|sentence| sentence.contains(mention)).unwrap_or(mention)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_ends_at_a_word() {
        assert_eq!(snippet("one two\nthree four", Span::new(0, 18), 11), "one two…");
        assert_eq!(snippet("one", Span::new(0, 3), 11), "one");
    }
}
