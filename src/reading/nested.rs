//! Quotations inside quotations: whom the speaker quotes.
//!
//! The words inside a run are read as a text of their own, with the marks in it as its quotations. What nobody is named
//! for inside the outer quotation, and is no longer than a term, stays a term: "a ‘shelter first’ town".

use super::attribution;
use super::cues;
use super::marks::Run;
use super::quotations;
use super::units;
use crate::model::{Article, Attribution, Quotation, Reading, Rule};

/// A score under which a candidate is only the subject that happens to stand there.
const SPOKEN: f32 = 0.6;

/// Adds the quotations inside quotations to [`Reading::quotations`], each behind the one it stands in.
pub fn find(article: &Article, runs: &[Run], reading: &mut Reading) {
    let homes = homes(runs);
    let mut from = 0;
    let mut added: Vec<Quotation> = Vec::new();
    while from < homes.len() {
        let home = homes[from].0;
        let count = homes[from..].iter().take_while(|(other, _)| *other == home).count();
        let children: Vec<(usize, Run)> = homes[from..from + count].iter().map(|&(_, at)| (at, runs[at])).collect();
        if let Some(outer) = outer(&reading.quotations, &added, runs[home]) {
            added.extend(inside(article, runs, home, &children, reading, &outer));
        }
        from += count;
    }
    reading.quotations.extend(added);
    reading.quotations.sort_by_key(|one| (one.extent().start, std::cmp::Reverse(one.extent().end)));
    reading.terms.sort_unstable();
}

/// Of each nested run: the smallest run around it, and itself; by the former.
fn homes(runs: &[Run]) -> Vec<(usize, usize)> {
    let mut around: Vec<usize> = Vec::new();
    let mut homes = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        while around.last().is_some_and(|&outer| runs[outer].outer.end <= run.outer.start) {
            around.pop();
        }
        if let Some(&home) = around.last().filter(|&&outer| runs[outer].inner.contains(run.outer)) {
            homes.push((home, index));
        }
        around.push(index);
    }
    homes.sort_unstable();
    homes
}

/// The quotations directly inside the run `home`.
fn inside(
    article: &Article,
    runs: &[Run],
    home: usize,
    children: &[(usize, Run)],
    reading: &mut Reading,
    outer: &Attribution,
) -> Vec<Quotation> {
    let layout = units::lay_out_inside(article, reading, runs[home], children);
    let cues: Vec<_> = layout.lines.iter().map(|line| cues::find(&layout.units, *line)).collect();
    let mut attributed = attribution::attribute(&layout, runs, &cues);
    for one in &mut attributed {
        one.candidates.retain(|candidate| candidate.score >= SPOKEN);
    }
    let mut found = Reading::default();
    quotations::collect(article, &layout, runs, &attributed, &mut found);
    reading.terms.extend(found.terms);
    for one in &mut found.quotations {
        let doubled = one.attribution.mention.is_none() && has_marks_of_its_home(article, one, runs[home]);
        if doubled || is_first_person(article, &one.attribution) {
            one.attribution = own_words(outer);
        }
    }
    found.quotations
}

/// The attribution of the quotation that the run became; none where it is a term.
fn outer(quotations: &[Quotation], added: &[Quotation], run: Run) -> Option<Attribution> {
    let from = quotations.partition_point(|one| one.extent().end < run.inner.end);
    let near = quotations[from..].iter().take_while(|one| one.extent().start <= run.inner.start);
    let own = |one: &&Quotation| one.spans.contains(&run.inner);
    near.into_iter().find(own).or_else(|| added.iter().rev().find(own)).map(|one| one.attribution.clone())
}

/// Whether the speaker of the outer quotation speaks of themselves: "I told him ‘…’".
fn is_first_person(article: &Article, attribution: &Attribution) -> bool {
    let words = attribution.mention.map_or("", |mention| mention.of(&article.text));
    matches!(words, "I" | "We" | "we" | "me" | "us")
}

/// Whether the same marks stand around both: nobody sets a quotation in a quotation so, the speaker only begins again.
fn has_marks_of_its_home(article: &Article, one: &Quotation, home: Run) -> bool {
    let mark = |at: usize| article.text[..at].chars().next_back();
    mark(one.extent().start) == mark(home.inner.start)
}

/// Said by who says the quotation around it.
fn own_words(outer: &Attribution) -> Attribution {
    const SHARE: f32 = 0.9;
    Attribution { confidence: outer.confidence * SHARE, rule: Rule::SameVoice, runner_up: None, ..outer.clone() }
}

#[cfg(test)]
mod tests {
    use crate::reading::{self, testing};

    /// All quotations in order, each with its mention.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let article = testing::article(text);
        let found = reading::read(&article);
        let mention = |span: Option<crate::model::Span>| span.map_or("", |span| span.of(text));
        let all: Vec<(&str, &str)> =
            found.quotations.iter().map(|one| (one.spans[0].of(text), mention(one.attribution.mention))).collect();
        assert_eq!(all, expected, "{text}");
    }

    #[test]
    fn whom_the_speaker_quotes_is_quoted_too() {
        check(
            "“The judge told me ‘go home’ and I went,” Holm said.",
            &[("The judge told me ‘go home’ and I went,", "Holm"), ("go home", "The judge")],
        );
        check(
            "‘The judge told me “go home” and I went,’ Holm said.",
            &[("The judge told me “go home” and I went,", "Holm"), ("go home", "The judge")],
        );
        check(
            "“I said to him, ‘Mend the dam before the rain comes,’” Holm recalled.",
            &[
                ("I said to him, ‘Mend the dam before the rain comes,’", "Holm"),
                ("Mend the dam before the rain comes,", "Holm"),
            ],
        );
    }

    #[test]
    fn a_term_in_a_quotation_stays_a_term() {
        check("“This is a ‘shelter first’ town,” Holm said.", &[("This is a ‘shelter first’ town,", "Holm")]);
    }
}
