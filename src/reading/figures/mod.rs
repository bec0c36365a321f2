//! Numbers, money, dates and references to laws.

mod amounts;
mod dates;
mod numbers;
mod qualifiers;
mod references;
mod shares;
mod tallies;

use crate::model::{Article, Figure, Reading, Span, Token, TokenKind};

/// Fills [`Reading::figures`].
pub fn find(article: &Article, reading: &mut Reading) {
    let mut figures = Vec::new();
    let words: Vec<String> = reading.tokens.iter().map(|token| folded(token.span.of(&article.text))).collect();
    for sentence in &reading.sentences {
        let first = reading.tokens.partition_point(|token| token.span.start < sentence.span.start);
        let end = reading.tokens.partition_point(|token| token.span.start < sentence.span.end);
        let line = Line { text: &article.text, tokens: &reading.tokens[first..end], words: &words[first..end] };
        let mut at = 0;
        while at < line.tokens.len() {
            match read_at(line, at) {
                Some(found) => {
                    at = found.next.max(at + 1);
                    figures.push(found.figure);
                }
                None => at += 1,
            }
        }
    }
    reading.figures = figures;
}

/// The figure that begins at a token, the most particular reading first.
fn read_at(line: Line<'_>, at: usize) -> Option<Found> {
    references::read(line, at)
        .or_else(|| tallies::read(line, at))
        .or_else(|| shares::read(line, at))
        .or_else(|| shares::age(line, at))
        .or_else(|| dates::read(line, at))
        .or_else(|| amounts::read(line, at))
}

/// A figure and the token after it.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    figure: Figure,
    next: usize,
}

/// The tokens of a sentence.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Each token folded, once for all patterns that ask.
    words: &'a [String],
}

impl<'a> Line<'a> {
    /// A token as it is written; empty past the end.
    fn written(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// A token in small letters, apostrophes straight, without a possessive ending; empty past the end.
    fn word(self, at: usize) -> &'a str {
        self.words.get(at).map_or("", String::as_str)
    }

    fn is_word(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// From one token to before another.
    fn span(self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), self.tokens.get(to.saturating_sub(1).max(from))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// Whether nothing stands between a token and the one after it.
    fn touches_next(self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(token), Some(next)) => token.span.end == next.span.start,
            _ => false,
        }
    }
}

fn folded(written: &str) -> String {
    let mut word = if written.is_ascii() {
        written.to_ascii_lowercase()
    } else {
        written.to_lowercase().replace('’', "'").replace('\u{AD}', "")
    };
    if word.ends_with("'s") {
        word.truncate(word.len() - "'s".len());
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FigureKind, Qualifier};
    use crate::reading::{read, testing};

    fn figures(text: &str) -> Vec<(String, Figure)> {
        let figures = read(&testing::article(text)).figures;
        figures.into_iter().map(|figure| (figure.span.of(text).to_owned(), figure)).collect()
    }

    fn check(text: &str, words: &str, kind: FigureKind, key: &str) {
        let found = figures(text);
        let hit = found.iter().any(|(own, figure)| own == words && figure.kind == kind && figure.key == key);
        assert!(hit, "{text}: {found:#?}");
    }

    #[test]
    fn counts_say_what_they_count() {
        check(
            "It saw 12.5 fewer burglaries per 1,000 homes.",
            "12.5 fewer burglaries per 1,000 homes",
            FigureKind::Count,
            "12.5 burglaries per 1000 homes",
        );
        check("They came from nearly 30 villages.", "nearly 30 villages", FigureKind::Count, "30 villages");
        check("Half a million people left.", "Half a million people", FigureKind::Count, "500000 people");
        check("Twenty-four ferries sank.", "Twenty-four ferries", FigureKind::Count, "24 ferries");
        check(
            "It has an estimated 3,000 unpaid tutors.",
            "an estimated 3,000 unpaid tutors",
            FigureKind::Count,
            "3000 tutors",
        );
    }

    #[test]
    fn money_has_its_scale() {
        check("The port lost $1.4 billion in fees.", "$1.4 billion", FigureKind::Money, "1400000000 usd");
        check("About 20 million dollars went missing.", "About 20 million dollars", FigureKind::Money, "20000000 usd");
        check("It cost £350m.", "£350m", FigureKind::Money, "350000000 gbp");
    }

    #[test]
    fn percentages_in_marks_and_words() {
        check("Rents rose 7.5%.", "7.5%", FigureKind::Percent, "7.5 percent");
        check("Some 40 per cent of tenants agreed.", "Some 40 per cent of tenants", FigureKind::Percent, "40 percent");
    }

    #[test]
    fn dates_absolute_and_relative() {
        check("On March 3, 2014, it closed.", "March 3, 2014", FigureKind::Date, "2014-03-03");
        check("On 3 March 2014 it closed.", "3 March 2014", FigureKind::Date, "2014-03-03");
        check("In July 2015 it opened.", "July 2015", FigureKind::Date, "2015-07");
        check("It began in 2012.", "2012", FigureKind::Date, "2012");
        check("It began in the 1980s.", "1980s", FigureKind::Date, "1980s");
        check("Last week the bridge fell.", "Last week", FigureKind::Date, "last week");
        check("She left earlier this month.", "earlier this month", FigureKind::Date, "this month");
        check("Ten years later it reopened.", "Ten years later", FigureKind::Date, "10 years later");
    }

    #[test]
    fn dates_in_other_words() {
        check("On Tuesday, Feb. 11, it closed.", "Tuesday, Feb. 11", FigureKind::Date, "02-11");
        check("It closed on the eleventh of February.", "the eleventh of February", FigureKind::Date, "02-11");
        check("It closed on February the 11th, 2014.", "February the 11th, 2014", FigureKind::Date, "2014-02-11");
        check("It closed on the 21st of May.", "the 21st of May", FigureKind::Date, "05-21");
        check("The council met on Tuesday.", "Tuesday", FigureKind::Date, "tuesday");
        check("It has been shut since mid-July.", "mid-July", FigureKind::Date, "07");
        check("It closed in February.", "February", FigureKind::Date, "02");
    }

    #[test]
    fn shares_in_words_are_percentages() {
        check("Four in ten tenants agreed.", "Four in ten", FigureKind::Percent, "40 percent");
        check("Two out of every five were late.", "Two out of every five", FigureKind::Percent, "40 percent");
        check(
            "Nearly a third of the tenants left.",
            "Nearly a third of the tenants",
            FigureKind::Percent,
            "33.3 percent",
        );
        check("Two-thirds voted.", "Two-thirds", FigureKind::Percent, "66.7 percent");
        check("Half of the wells ran dry.", "Half of the wells", FigureKind::Percent, "50 percent");
        check("One in five children walks.", "One in five", FigureKind::Percent, "20 percent");
        check("The 9 percent rise stands.", "9 percent", FigureKind::Percent, "9 percent");
        check("The nine percent rise stands.", "nine percent", FigureKind::Percent, "9 percent");
    }

    #[test]
    fn what_looks_like_a_share_and_is_none() {
        for text in ["She sank one in 2014.", "It rained four in ten days.", "The third man came.", "He came third."] {
            let found = figures(text);
            assert!(found.iter().all(|(_, figure)| figure.kind != FigureKind::Percent), "{text}: {found:?}");
        }
    }

    #[test]
    fn multiples_ages_dozens_and_tallies() {
        check("Rents doubled.", "doubled", FigureKind::Count, "2 times");
        check("It has three times as many.", "three times", FigureKind::Count, "3 times");
        check("A 34-year-old was hurt.", "34-year-old", FigureKind::Count, "34 years old");
        check("The driver, aged 34, was hurt.", "aged 34", FigureKind::Count, "34 years old");
        check("She is thirty-four years old.", "thirty-four years old", FigureKind::Count, "34 years old");
        check("Two dozen boats sank.", "Two dozen boats", FigureKind::Count, "24 boats");
        check("Half a dozen boats sank.", "Half a dozen boats", FigureKind::Count, "6 boats");
        check("Three score boats sank.", "Three score boats", FigureKind::Count, "60 boats");
        check("The board voted 7-2 for it.", "7-2", FigureKind::Count, "7-2 tally");
        check("It passed by seven votes to two.", "seven votes to two", FigureKind::Count, "7-2 tally");
    }

    #[test]
    fn numbers_in_many_words() {
        check("Six hundred and twelve boats sank.", "Six hundred and twelve boats", FigureKind::Count, "612 boats");
        check(
            "Two million three hundred thousand fish.",
            "Two million three hundred thousand fish",
            FigureKind::Count,
            "2300000 fish",
        );
        check("It cost six hundred thousand dollars.", "six hundred thousand dollars", FigureKind::Money, "600000 usd");
        check("It cost $1.5-million.", "$1.5-million", FigureKind::Money, "1500000 usd");
    }

    #[test]
    fn ranges_have_two_ends() {
        check("Between 20 and 30 boats sank.", "Between 20 and 30 boats", FigureKind::Count, "20-30 boats");
        check("Some 20 to 30 percent left.", "Some 20 to 30 percent", FigureKind::Percent, "20-30 percent");
        check(
            "It may cost $2 million to $3 million.",
            "$2 million to $3 million",
            FigureKind::Money,
            "2000000-3000000 usd",
        );
        check("It rose from 20 to 30 percent.", "30 percent", FigureKind::Percent, "30 percent");
    }

    #[test]
    fn qualifiers_and_precision_are_kept() {
        for (text, qualifier, precision) in [
            ("It cost over six hundred thousand dollars.", Qualifier::Over, 1e5),
            ("It cost nearly $600,000.", Qualifier::Nearly, 1e5),
            ("It cost some $612,450.", Qualifier::About, 10.0),
            ("At least 612 boats sank.", Qualifier::Over, 1.0),
            ("Just over 40 percent left.", Qualifier::Over, 10.0),
            ("Up to 40 percent left.", Qualifier::Under, 10.0),
            ("It has 600 boats or so.", Qualifier::About, 100.0),
            ("Exactly 7.5 percent left.", Qualifier::Plain, 0.1),
        ] {
            let found = figures(text);
            let (_, figure) = &found[0];
            assert_eq!((figure.qualifier, figure.precision), (qualifier, precision), "{text}");
        }
    }

    #[test]
    fn laws_and_programmes_by_number() {
        check("The 412(b) programme ended.", "412(b)", FigureKind::Reference, "412b");
        check("Under 412b agreements it ended.", "412b", FigureKind::Reference, "412b");
        check("It breaks the Ninth Amendment.", "Ninth Amendment", FigureKind::Reference, "amendment 9");
        check("Executive Order 77 forbade it.", "Executive Order 77", FigureKind::Reference, "executive order 77");
        check("A 1988 statute allows it.", "1988 statute", FigureKind::Reference, "1988 law");
    }

    #[test]
    fn no_figure_where_there_is_none() {
        assert_eq!(figures("One of them may march on, and no one saw it."), Vec::new());
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        for text in ["$", "$$ 4 (", "287(", "Title", "half a", "per 3", "1,2,3 million %", "é 5 ünder", "March", "§ 12"]
        {
            let _ = figures(text);
        }
    }
}
