//! Words in marks that nobody is said to have said: terms, titles of works, scare quotes, names that something bears.
//!
//! Told from quotations by the words around them and by how well the best candidate for a speaker is attested; short
//! runs only: longer ones are quotations whoever said them.

use super::attribution::{Attributed, Candidate};
use super::lexicon::{self, Class, Grammar};
use super::marks::Run;
use super::quotations::{begins_whole, ends_whole};
use super::units::{FUNCTION, Layout, Line, Unit};

/// Whether words in marks are a term, a title or a scare quote rather than something that somebody said.
pub fn is_term(text: &str, layout: &Layout, run: Run, one: &Attributed) -> bool {
    let words = run.inner.of(text).trim();
    if !words.chars().any(char::is_alphanumeric) {
        return true;
    }
    if is_called_out(layout, one) {
        return false;
    }
    let count = words.split_whitespace().count();
    let score = one.candidates.first().map_or(0.0, |best| best.score);
    if is_title(words, count) && !is_headline(layout, one) && names_a_work(text, layout, run, one, score) {
        return true;
    }
    let announced = one.unit > layout.lines[one.line].start && layout.units[one.unit - 1].is_mark(":");
    if score < WEAKEST
        && count <= LONGEST_TERM
        && !announced
        && !one.unattributed
        && !is_utterance(text, layout, run, one)
    {
        return true;
    }
    if words.chars().filter(|c| c.is_alphanumeric()).count() == 1 {
        return true;
    }
    let line = layout.lines[one.line];
    let before = (one.unit > line.start).then(|| &layout.units[one.unit - 1]);
    let spoken = one.candidates.first().is_some_and(|best| is_right_at(layout, best, one.unit));
    let introduced = before.is_some_and(|word| word.is_mark(",:")) && score > 0.8;
    if count > 5 || introduced || words.ends_with([',', '.', '!', '?']) {
        return false;
    }
    if count <= 4 && is_held_as(layout, line, one.unit) {
        return true;
    }
    let used = is_used(text, layout, line, one.unit)
        || one.candidates.iter().any(|candidate| labels(layout, candidate, one.unit));
    if spoken || used {
        return false;
    }
    count <= 4 && is_named_so(layout, line, one.unit)
        || count <= 2 && score < 0.5
        || count <= 4 && score < 0.6 && is_attributive(layout, line, one.unit)
        || count <= 4 && score < 0.75 && is_one_of_many(layout, line, one.unit)
}

/// Whether words that nobody is known to have said are a whole sentence that stands by itself or signed, as
/// speech does.
fn is_utterance(text: &str, layout: &Layout, run: Run, one: &Attributed) -> bool {
    let words = run.inner.of(text);
    let line = layout.lines[one.line];
    let signed = layout.units[..line.end].get(one.unit + 1).is_some_and(Unit::is_dash);
    let bare = !layout.units[line.start..line.end].iter().any(Unit::is_word);
    let alone = one.unit == line.start && (bare || signed);
    alone && words.split_whitespace().count() >= 3 && begins_whole(words) && ends_whole(text, run)
}

/// "chants of “…”", "with cries of “…” and “…”": a noun for what is called out, whoever does.
fn is_called_out(layout: &Layout, one: &Attributed) -> bool {
    let line = layout.lines[one.line];
    let before = &layout.units[line.start..one.unit];
    let first = before
        .iter()
        .rposition(|unit| !(unit.quote().is_some() || unit.class.is(Class::COORDINATOR) || unit.is_mark(",")));
    let Some(of) = first.filter(|&of| of > 0 && before[of].class.is(Class::OF)) else { return false };
    before[of - 1].class.is(Class::UTTERANCE)
}

/// A score below which nobody is known to have said it.
const WEAKEST: f32 = 0.1;

/// The longest run of words that may still be a term, where nobody is known to have said it.
const LONGEST_TERM: usize = 5;

/// Whether a title stands where a work is named: "the film “…”", "Channel Nine's “…”", "on “…”".
fn names_a_work(text: &str, layout: &Layout, run: Run, one: &Attributed, score: f32) -> bool {
    let count = run.inner.of(text).split_whitespace().count();
    let line = layout.lines[one.line];
    let unit = |back: usize| one.unit.checked_sub(back).filter(|&at| at >= line.start).map(|at| &layout.units[at]);
    let (Some(before), second) = (unit(1), unit(2)) else { return score < 0.3 && count > 1 };
    let work = |word: &Unit| word.class.is(Class::WORK);
    if before.cue.is_some_and(|cue| cue.grammar.is(Grammar::QUOTES))
        || before.is_mark(":")
        || before.is_mark(",") && second.is_some_and(|word| word.cue.is_some() && !work(word))
    {
        return false;
    }
    let shown = before.possessive && before.capital
        || work(before)
        || second.is_some_and(work) && (before.is_mark(",") || before.class.is(Class::OF.with(Class::NAMING)));
    if run.inner.of(text).ends_with(['?', '!']) {
        return shown;
    }
    let on = before.class.is(Class::PREPOSITION) && !before.class.is(Class::OF.with(Class::NOT_TITLE)) && count > 1;
    shown || on || score < 0.6 && !before.class.is(Class::TO)
}

/// Whether the sentence capitalises most of its words, so that capitals tell nothing.
fn is_headline(layout: &Layout, one: &Attributed) -> bool {
    let line = layout.lines[one.line];
    let words = || layout.units[line.start..line.end].iter().filter(|unit| unit.is_word());
    words().count() >= 4 && words().filter(|unit| unit.capital).count() * 10 >= words().count() * 7
}

/// Whether a word before says that this is a name: "so-called", "the word", "known as the", "status as a".
fn is_named_so(layout: &Layout, line: Line, unit: usize) -> bool {
    const REACH: usize = 4;
    let low = line.start.max(unit.saturating_sub(REACH));
    (low..unit)
        .rev()
        .take_while(|&at| {
            let word = &layout.units[at];
            at + 1 == unit
                || layout.units[at + 1].class.is(Class::DETERMINER.with(Class::PREPOSITION).with(Class::WITH))
                || word.class.is(Class::NAMING)
        })
        .any(|at| layout.units[at].class.is(Class::NAMING))
}

/// "what Holm called a “river city”": the one who gives the name is the speaker.
fn labels(layout: &Layout, candidate: &Candidate, unit: usize) -> bool {
    const REACH: usize = 3;
    let Some(cue) = &candidate.cue else { return false };
    let named = layout.units[cue.clone()].iter().any(|word| word.cue.is_some_and(|cue| cue.grammar.is(Grammar::LABEL)));
    named && candidate.mention.end <= cue.start && cue.end <= unit && unit - cue.end <= REACH
}

/// "used the term “river city”": whoever used the words said them.
fn is_used(text: &str, layout: &Layout, line: Line, unit: usize) -> bool {
    let Some([verb, article, noun]) = layout.units[line.start..unit].last_chunk::<3>() else { return false };
    let is = |unit: &Unit, words: &[&str]| words.contains(&unit.span.of(text).to_lowercase().as_str());
    is(verb, &["use", "uses", "used", "using", "utter", "uttered", "uttering"])
        && article.class.is(Class::DETERMINER)
        && is(noun, &["word", "words", "term", "terms", "phrase", "phrases", "expression", "label", "slogan"])
}

/// "its status as a “river city”", whatever verb of speech comes before: a name that something bears.
fn is_held_as(layout: &Layout, line: Line, unit: usize) -> bool {
    let Some([noun, preposition, article]) = layout.units[line.start..unit].last_chunk::<3>() else { return false };
    noun.class.is(Class::NAMING)
        && noun.cue.is_none()
        && preposition.class.is(Class::PREPOSITION.with(Class::WITH))
        && article.class.is(Class::DETERMINER)
}

/// "the “shelter” policies": an article or adjective before, the noun behind.
fn is_attributive(layout: &Layout, line: Line, unit: usize) -> bool {
    let before = (unit > line.start).then(|| &layout.units[unit - 1]);
    let next = layout.units[..line.end].get(unit + 1);
    let open = before.is_some_and(|word| {
        word.is_word()
            && word.cue.is_none()
            && !word.class.is(Class::AUXILIARY.with(Class::PREPOSITION).with(Class::SUBJECT))
    });
    open && next.is_some_and(|next| next.is_word() && next.cue.is_none() && !next.class.is(FUNCTION))
}

/// "other “shelter first” proposals": a determiner before, a common noun in the plural behind.
fn is_one_of_many(layout: &Layout, line: Line, unit: usize) -> bool {
    let determined = unit > line.start && layout.units[unit - 1].class.is(Class::DETERMINER);
    let noun =
        |next: &Unit| next.is_word() && next.plural && !next.capital && next.cue.is_none() && !next.class.is(FUNCTION);
    determined && layout.units[..line.end].get(unit + 1).is_some_and(noun)
}

/// Whether the cue stands right beside the quotation.
fn is_right_at(layout: &Layout, best: &Candidate, unit: usize) -> bool {
    let Some(cue) = &best.cue else { return best.score > 0.8 };
    let spoken =
        layout.units[cue.clone()].iter().any(|word: &Unit| word.cue.is_some() || word.class.is(Class::ACCORDING));
    spoken && (cue.end == unit || best.score >= 0.9)
}

/// Whether every word that matters is capitalised, as in the title of a work or programme.
fn is_title(words: &str, count: usize) -> bool {
    let mut list = words
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let small = |word: &str| {
        lexicon::entry(&word.to_lowercase())
            .class
            .is(Class::DETERMINER.with(Class::PREPOSITION).with(Class::COORDINATOR).with(Class::WITH))
    };
    (1..=10).contains(&count) && list.all(|word| capital(word) || small(word))
}
