//! Words that announce a report ("said", "according to"), each with the phrase that names who speaks.

use std::ops::Range;

use super::lexicon::{Class, CueVerb, Form, Grammar};
use super::noun_phrases as phrases;
use super::units::{Ending, Line, Unit};

/// How a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// "Holm said", "has said", "is saying"
    Finite,
    /// "…, saying"
    Participle,
    /// "to say"
    Infinitive,
    /// "was described", "as explained by"
    Passive,
    /// "according to Holm"
    According,
    /// "Holm's claim that", "in a letter from Holm:"
    Nominal,
}

/// How its subject was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Right before the verb.
    Adjacent,
    /// Before an apposition or a parenthesis.
    Apposition,
    /// The antecedent of "who".
    Relative,
    /// The subject of the verb before "and".
    Coordinated,
    /// The subject of the clause that a participle or infinitive belongs to.
    Governing,
    /// Behind: "according to Holm", "by Holm".
    Behind,
}

/// A cue with its subject. Ranges are unit indices, end-exclusive.
#[derive(Debug, Clone)]
pub struct Cue {
    /// The verb, or "according".
    pub at: usize,
    /// Where its verb group begins: "has repeatedly said".
    pub start: usize,
    /// One past the verb and its particle.
    pub end: usize,
    pub verb: CueVerb,
    pub shape: Shape,
    pub subject: Option<Range<usize>>,
    pub how: How,
}

/// All cues of a sentence, in order of place.
pub fn find(units: &[Unit], line: Line) -> Vec<Cue> {
    let mut cues: Vec<Cue> = (line.start..line.end).filter_map(|at| cue_at(units, line, at)).collect();
    for index in 1..cues.len() {
        if let Some((subject, how)) = shared(units, &cues[..index], &cues[index]) {
            cues[index].subject = Some(subject);
            cues[index].how = how;
        }
    }
    cues
}

/// "with Holm shouting “…” and adding": a second participle has the subject of the first.
fn shared(units: &[Unit], earlier: &[Cue], cue: &Cue) -> Option<(Range<usize>, How)> {
    let joined = cue.shape == Shape::Participle && cue.how == How::Governing && cue.start > 0;
    if !joined || !units[cue.start - 1].class.is(Class::COORDINATOR) {
        return None;
    }
    let first = earlier.iter().rev().find(|first| first.shape == Shape::Participle)?;
    let subject = first.subject.clone().filter(|_| first.how == How::Relative)?;
    let reported = first.verb.grammar.is(Grammar::CLAUSE);
    let clear =
        (first.end..cue.start).all(|at| !units[at].is_mark(";:") && (reported || !phrases::is_finite(units, at)));
    clear.then_some((subject, first.how))
}

fn cue_at(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let unit = &units[at];
    if unit.class.is(Class::ACCORDING) {
        return according(units, line, at);
    }
    if let Some(cue) = per(units, line, at).or_else(|| view(units, line, at)) {
        return Some(cue);
    }
    if unit.class.is(Class::NOMINAL)
        && let Some(cue) = nominal(units, line, at)
    {
        return Some(cue);
    }
    let verb = unit.cue?;
    let before = (at > line.start).then(|| &units[at - 1]);
    if unit.possessive || unit.capital && before.is_some_and(Unit::is_word) && !all_capital_start(units, line, at) {
        return None;
    }
    let start = group_start(units, line, at);
    let shape = shape(units, line, start, at, verb)?;
    let end = group_end(units, line, at);
    let mut cue = Cue { at, start, end, verb, shape, subject: None, how: How::Adjacent };
    let found = match shape {
        Shape::Finite => subject(units, line, start, 0),
        Shape::Participle | Shape::Infinitive => governing(units, line, start, end),
        Shape::Passive => agent(units, line, end).map(|range| (range, How::Behind)),
        Shape::According | Shape::Nominal => None,
    };
    if let Some((range, how)) = found {
        cue.subject = Some(range);
        cue.how = how;
    }
    Some(cue)
}

/// A headline capitalises its verbs too.
fn all_capital_start(units: &[Unit], line: Line, at: usize) -> bool {
    let words = || units[line.start..line.end].iter().filter(|unit| unit.is_word());
    let capitals = words().filter(|unit| unit.capital).count();
    at > line.start && capitals * 10 >= words().count() * 7
}

fn according(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let to = (at + 1..line.end.min(at + 2)).find(|&next| units[next].class.is(Class::TO))?;
    let subject = phrases::after(units, to + 1, line.end);
    Some(adverbial(at, to + 1, subject))
}

/// "“…,” per Holm": the source right behind the preposition.
fn per(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let named = units[at].class.is(Class::PER) && units[..line.end].get(at + 1).is_some_and(Unit::is_name);
    let subject = phrases::after(units, at + 1, line.end).filter(|_| named)?;
    Some(adverbial(at, at + 1, Some(subject)))
}

/// "In Holm's view, …", "by his own account", "in the words of Holm": whose view or words they are.
fn view(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    const REACH: usize = 7;
    if !units[at].class.is(Class::VIEW) {
        return None;
    }
    let leads_in = |start: usize| start > line.start && units[start - 1].class.is(Class::IN.with(Class::BY));
    let of = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::OF));
    if of && at > line.start + 1 && units[at - 1].class.is(Class::DETERMINER) && leads_in(at - 1) {
        return Some(adverbial(at - 2, at + 2, Some(phrases::after(units, at + 2, line.end)?)));
    }
    let floor = line.start.max(at.saturating_sub(REACH));
    let owner = (floor..at).rev().find(|&left| units[left].possessive || units[left].class.is(Class::POSSESSIVE))?;
    let plain = units[owner + 1..at].iter().all(|unit| unit.is_word() && !unit.class.is(Class::PREPOSITION));
    let subject =
        if units[owner].possessive { phrases::antecedent(units, line.start, owner + 1)? } else { owner..owner + 1 };
    let start = subject.start;
    (plain && !of && leads_in(start)).then(|| adverbial(start - 1, at + 1, Some(subject)))
}

/// A cue like "according to", from its first unit to one past its last.
fn adverbial(start: usize, end: usize, subject: Option<Range<usize>>) -> Cue {
    let verb = CueVerb { form: Form::Present, grammar: Grammar::QUOTES, verb: u16::MAX };
    Cue { at: start, start, end, verb, shape: Shape::According, subject, how: How::Behind }
}

/// A noun for something said, with its owner: "Holm's claim that …", "his warning: …", "a letter from Holm: …".
fn nominal(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    const REACH: usize = 5;
    let next = units[..line.end].get(at + 1)?;
    let floor = line.start.max(at.saturating_sub(REACH));
    let owner = (floor..at)
        .rev()
        .take_while(|&left| {
            phrases::is_noun_like(&units[left]) || units[left].possessive || units[left].class.is(Class::POSSESSIVE)
        })
        .find(|&left| units[left].possessive || units[left].class.is(Class::POSSESSIVE));
    let (subject, end) = match owner {
        Some(owner) if units[owner].possessive => (phrases::antecedent(units, line.start, owner + 1)?, at + 1),
        Some(owner) => (owner..owner + 1, at + 1),
        None if next.class.is(Class::FROM_BY) => {
            let subject = phrases::after(units, at + 2, line.end)?;
            let end = subject.end;
            (subject, end)
        }
        None => return None,
    };
    let behind = units[..line.end].get(end)?;
    let announces =
        behind.class.is(Class::THAT.with(Class::TO).with(Class::OF)) || behind.is_mark(":") || behind.quote().is_some();
    let verb = CueVerb { form: Form::Base, grammar: Grammar::CLAUSE.with(Grammar::INFINITIVE), verb: u16::MAX };
    announces.then_some(Cue {
        at,
        start: at,
        end,
        verb,
        shape: Shape::Nominal,
        subject: Some(subject),
        how: How::Behind,
    })
}

/// Where the verb group begins: its auxiliaries and adverbs.
pub fn group_start(units: &[Unit], line: Line, at: usize) -> usize {
    let mut start = at;
    while start > line.start {
        let before = &units[start - 1];
        let belongs = before.class.is(Class::AUXILIARY.with(Class::NEGATION))
            && !before.class.is(Class::SUBJECT)
            && !before.capital
            || before.class.is(Class::ADVERB) && !before.class.is(Class::DETERMINER)
            || before.is_word() && before.ending == Ending::Ly && !before.is_name();
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

/// One past the verb and a particle: "pointed out", "fired back".
fn group_end(units: &[Unit], line: Line, at: usize) -> usize {
    let particle = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::PARTICLE));
    at + 1 + usize::from(particle)
}

fn shape(units: &[Unit], line: Line, start: usize, at: usize, verb: CueVerb) -> Option<Shape> {
    let before = (at > line.start).then(|| &units[at - 1]);
    let group = &units[start..at];
    let contracted = (start > line.start)
        .then(|| &units[start - 1])
        .filter(|word| word.class.is(Class::SUBJECT) && word.class.is(Class::AUXILIARY));
    let has = |class: Class| {
        group.iter().any(|unit| unit.class.is(class)) || contracted.is_some_and(|word| word.class.is(class))
    };
    let opens_noun = |word: &Unit| {
        word.possessive
            || word.class.is(Class::POSSESSIVE) && !word.class.is(Class::OBJECT)
            || word.class.is(Class::DETERMINER) && !word.plural && !word.class.is(Class::RELATIVE.with(Class::SUBJECT))
    };
    let alone = before.is_some_and(|word| word.class.is(Class::ALONE))
        && verb.form == Form::Past
        && !units[..line.end].get(at + 1).is_some_and(|next| phrases::is_noun_like(next) && !next.is_name());
    // "a widely denounced plan": the determiner before the group's adverbs.
    let attributive = start < at && start > line.start && opens_noun(&units[start - 1]) && !has_auxiliary(group);
    let noun_slot = before.is_some_and(opens_noun) && !alone || attributive;
    if before.is_some_and(|word| word.class.is(Class::TO)) && matches!(verb.form, Form::Base | Form::Past) {
        return Some(Shape::Infinitive);
    }
    if noun_slot {
        return None;
    }
    match verb.form {
        Form::Progressive => Some(if has(Class::BE) { Shape::Finite } else { Shape::Participle }),
        Form::Past | Form::Participle => {
            let by = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::BY))
                || is_called_by(units, line, at, verb);
            if by || has(Class::BE) && !has_only_have(group) {
                Some(Shape::Passive)
            } else if verb.form == Form::Participle && !has(Class::HAVE)
                || start == at && phrases::is_reduced_label(units, at, verb)
            {
                None
            } else {
                Some(Shape::Finite)
            }
        }
        Form::Base => {
            let helped = has(Class::MODAL.with(Class::DO));
            let joined =
                before.is_some_and(|word| word.class.is(Class::COORDINATOR)) && verb.grammar.is(Grammar::QUOTES);
            let ok = helped || joined && complement_follows(units, line, at) || phrases::is_verb_here(units, at, verb);
            ok.then_some(Shape::Finite)
        }
        Form::Present => {
            let joined = before.is_some_and(|word| word.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)));
            let ok = joined && complement_follows(units, line, at)
                || before.is_none_or(|word| word.quote().is_some())
                || phrases::is_verb_here(units, at, verb);
            ok.then_some(Shape::Finite)
        }
    }
}

/// "called “…” by Holm", "described as “…” by the council": a name given, and by whom.
fn is_called_by(units: &[Unit], line: Line, at: usize, verb: CueVerb) -> bool {
    const REACH: usize = 4;
    let by = (at + 1..line.end.min(at + REACH)).find(|&by| units[by].class.is(Class::BY));
    verb.grammar.is(Grammar::LABEL)
        && by.is_some_and(|by| {
            let agent = units[..line.end].get(by + 1).is_some_and(|next| {
                next.is_name() || next.class.is(Class::DETERMINER.with(Class::TITLE).with(Class::SPEAKING_NOUN))
            });
            agent && units[by - 1].quote().is_some()
        })
}

fn has_auxiliary(group: &[Unit]) -> bool {
    group.iter().any(|unit| unit.class.is(Class::AUXILIARY))
}

fn has_only_have(group: &[Unit]) -> bool {
    group.iter().all(|unit| !unit.class.is(Class::BE))
}

/// Whether what follows a verb may be its object or clause, as behind a noun it cannot be.
fn complement_follows(units: &[Unit], line: Line, at: usize) -> bool {
    let Some(next) = units[..line.end].get(at + 1) else { return at + 1 == line.end };
    next.quote().is_some()
        || next.is_mark(",.:—–")
        || next.is_name()
        || next.class.is(Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::SUBJECT)
            .with(Class::OBJECT)
            .with(Class::RELATIVE)
            .with(Class::TO)
            .with(Class::SUBORDINATOR))
        || phrases::is_noun_like(next)
}

/// The subject of the finite verb whose group begins at `start`.
pub fn subject(units: &[Unit], line: Line, start: usize, depth: usize) -> Option<(Range<usize>, How)> {
    let last = start.checked_sub(1).filter(|&last| last >= line.start)?;
    let before = &units[last];
    if before.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) {
        return earlier(units, line, last, depth);
    }
    if before.class.is(Class::RELATIVE) {
        let last = without_share(units, line, last);
        let comma = last > line.start && units[last - 1].is_mark(",");
        let end = if comma { last - 1 } else { last };
        let members = comma.then(|| phrases::before_list(units, line.start, end)).flatten();
        let range = members.or_else(|| phrases::antecedent(units, line.start, end));
        return range.map(|range| (range, How::Relative));
    }
    if before.quote().is_some() && !phrases::ends_apposition(units, line.start, start) {
        return None;
    }
    if before.is_mark(",") {
        let inner = last.checked_sub(1).filter(|&inner| inner >= line.start)?;
        if units[inner].class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) {
            return earlier(units, line, inner, depth);
        }
        let range = phrases::before(units, line.start, start).map(|range| (range, How::Apposition));
        return range.or_else(|| earlier(units, line, last, depth));
    }
    let how = if before.is_dash() || before.is_mark(")") { How::Apposition } else { How::Adjacent };
    phrases::before(units, line.start, start).map(|range| (range, how))
}

/// "towns, all of which | have pledged": where the pronoun's phrase begins.
fn without_share(units: &[Unit], line: Line, relative: usize) -> usize {
    let of = relative.checked_sub(2).filter(|&at| at > line.start && units[at + 1].class.is(Class::OF));
    of.filter(|&at| units[at].class.is(Class::ALONE)).unwrap_or(relative)
}

/// The subject of the nearest finite verb before `end` that is no verb of a relative or subordinate clause; such a
/// verb's where there is no other.
fn earlier(units: &[Unit], line: Line, end: usize, depth: usize) -> Option<(Range<usize>, How)> {
    const DEEPEST: usize = 3;
    const REACH: usize = 60;
    if depth >= DEEPEST {
        return None;
    }
    let mut second = None;
    let mut at = end;
    let floor = line.start.max(end.saturating_sub(REACH));
    while at > floor {
        at -= 1;
        if !phrases::is_finite(units, at) {
            continue;
        }
        let start = group_start(units, line, at);
        if let Some((range, how)) = subject(units, line, start, depth + 1) {
            if how != How::Relative && !is_subordinate(units, line, range.start) {
                return Some((range, How::Coordinated));
            }
            second.get_or_insert((range, How::Coordinated));
        }
        at = start;
    }
    second
}

/// Whether the clause whose subject begins at `start` stands under another: behind "that", "because", "said".
pub fn is_subordinate(units: &[Unit], line: Line, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| before >= line.start).map(|before| &units[before]) else {
        return false;
    };
    let governs = before.cue.is_some() && !before.is_name() && !is_inverted(units, line, start - 1);
    before.class.is(Class::RELATIVE.with(Class::SUBORDINATOR)) || governs
}

/// Whether the verb at `at` stands right behind a quotation: "“…,” said Holm, who added …".
fn is_inverted(units: &[Unit], line: Line, at: usize) -> bool {
    let before = units[line.start..at].iter().rev().find(|unit| !unit.is_mark(","));
    before.is_some_and(|unit| unit.quote().is_some())
}

/// The subject that a participle or infinitive takes.
fn governing(units: &[Unit], line: Line, start: usize, end: usize) -> Option<(Range<usize>, How)> {
    let before = start.checked_sub(1).filter(|&last| last >= line.start).map(|last| &units[last]);
    // "quoted Holm as saying": the one quoted speaks.
    let as_saying = before.is_some_and(Unit::is_as);
    if as_saying && start > line.start + 2 && phrases::is_noun_like(&units[start - 2]) {
        let quoted = phrases::antecedent(units, line.start, start - 1);
        return quoted.map(|range| (range, How::Apposition));
    }
    if before.is_some_and(phrases::is_noun_like)
        && let Some(range) = phrases::antecedent(units, line.start, start)
        && attaches(units, line, &range)
    {
        return Some((range, How::Relative));
    }
    if let Some((range, _)) = earlier(units, line, start, 0) {
        return Some((range, How::Governing));
    }
    // "Calling it …, Holm left": the subject follows.
    let comma = (end..line.end).find(|&at| units[at].is_mark(",") || units[at].quote().is_some())?;
    let verb = (comma + 1..line.end.min(comma + 40)).find(|&at| phrases::is_finite(units, at))?;
    let (range, _) = subject(units, line, group_start(units, line, verb), 1)?;
    Some((range, How::Governing))
}

/// Whether a participle right behind a phrase is said of the phrase: "a man shouting", "with many marchers chanting";
/// not "a letter to Holm asking".
fn attaches(units: &[Unit], line: Line, range: &Range<usize>) -> bool {
    let head = units[range.clone()]
        .iter()
        .find(|unit| unit.is_name() || unit.class.is(Class::SPEAKING_NOUN) && !unit.possessive);
    let document = head.is_some_and(|head| head.class.is(Class::DOCUMENT) && !head.class.is(Class::PERSON));
    let with = range.start > line.start && units[range.start - 1].class.is(Class::WITH);
    let person = units[range.clone()].last().is_some_and(|last| last.is_name() || last.class.is(Class::PERSON));
    let placed = units[range.clone()].iter().any(|unit| unit.class.is(Class::PREPOSITION));
    !document && (with || person && !placed)
}

/// The agent of a passive: "by Holm".
fn agent(units: &[Unit], line: Line, end: usize) -> Option<Range<usize>> {
    let by = (end..line.end.min(end + 5)).find(|&at| units[at].class.is(Class::BY))?;
    phrases::after(units, by + 1, line.end)
}
