//! What is known of words by themselves: their class, and the grammar of verbs and nouns that report.
//!
//! The lists are data (`assets/lexicon`), each with its origin at its head; the inflected forms are made here.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A set of word classes; a word may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(u64);

impl Class {
    pub const DETERMINER: Class = Class(1);
    pub const POSSESSIVE: Class = Class(1 << 1);
    pub const SUBJECT: Class = Class(1 << 2);
    pub const OBJECT: Class = Class(1 << 3);
    pub const PREPOSITION: Class = Class(1 << 4);
    pub const COORDINATOR: Class = Class(1 << 5);
    pub const ADVERSATIVE: Class = Class(1 << 6);
    pub const SUBORDINATOR: Class = Class(1 << 7);
    pub const RELATIVE: Class = Class(1 << 8);
    pub const BE: Class = Class(1 << 9);
    pub const HAVE: Class = Class(1 << 10);
    pub const DO: Class = Class(1 << 11);
    pub const MODAL: Class = Class(1 << 12);
    pub const NEGATION: Class = Class(1 << 13);
    pub const ADVERB: Class = Class(1 << 14);
    pub const TIME: Class = Class(1 << 15);
    pub const TITLE: Class = Class(1 << 16);
    pub const PERSON: Class = Class(1 << 17);
    pub const GROUP: Class = Class(1 << 18);
    pub const DOCUMENT: Class = Class(1 << 19);
    pub const VERB: Class = Class(1 << 20);
    pub const TIME_ONLY: Class = Class(1 << 21);
    /// "to", which verbs follow.
    pub const TO: Class = Class(1 << 22);
    /// "of", which always binds to the noun before it.
    pub const OF: Class = Class(1 << 23);
    /// Prepositions that bind to common nouns: "for", "with", "at".
    pub const OF_NOUNS: Class = Class(1 << 24);
    /// "according".
    pub const ACCORDING: Class = Class(1 << 25);
    /// "by", which brings a passive's agent.
    pub const BY: Class = Class(1 << 26);
    /// "out", "back": part of the verb before them.
    pub const PARTICLE: Class = Class(1 << 27);
    /// Words that announce a term rather than a quotation: "so-called", "the word".
    pub const NAMING: Class = Class(1 << 28);
    /// "with", which brings a clause without a finite verb.
    pub const WITH: Class = Class(1 << 32);
    /// A verb that is a noun as well: "deal", "work".
    pub const VERB_NOUN: Class = Class(1 << 35);
    /// A noun for something said or thought: "claim", "letter".
    pub const NOMINAL: Class = Class(1 << 36);
    /// "from" and "by", which name the author of a writing.
    pub const FROM_BY: Class = Class(1 << 37);
    /// "as", "to", "by", "like": prepositions that seldom bring a work's title.
    pub const NOT_TITLE: Class = Class(1 << 38);
    /// "in".
    pub const IN: Class = Class(1 << 34);
    /// "last", "next": before a time.
    pub const TIME_BEFORE: Class = Class(1 << 33);
    /// What titles belong to: "show", "host".
    pub const WORK: Class = Class(1 << 30);
    /// Determiners that stand alone as well: "another said".
    pub const ALONE: Class = Class(1 << 39);
    /// "including", which opens a list of members.
    pub const LISTING: Class = Class(1 << 40);
    /// Verbs whose subject receives what others say: "drew criticism".
    pub const RECEIVING: Class = Class(1 << 41);
    /// "view", "words": with "in" or "by" before them, whose they are is who is reported.
    pub const VIEW: Class = Class(1 << 42);
    /// "per", which a source follows.
    pub const PER: Class = Class(1 << 43);
    /// Nouns for what a crowd or a voice calls out: "chants", "a cry".
    pub const UTTERANCE: Class = Class(1 << 44);
    /// "that".
    pub const THAT: Class = Class(1 << 29);
    pub const AUXILIARY: Class = Class(Self::BE.0 | Self::HAVE.0 | Self::DO.0 | Self::MODAL.0);
    /// A pronoun or common noun that can speak.
    pub const SPEAKING_NOUN: Class = Class(Self::TITLE.0 | Self::PERSON.0 | Self::GROUP.0 | Self::DOCUMENT.0);

    /// Whether it shares a class with `other`.
    pub fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// The first without the second.
    #[must_use]
    pub const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    fn named(name: &str) -> Class {
        match name {
            "determiner" => Self::DETERMINER,
            "possessive" => Self::POSSESSIVE,
            "subject" => Self::SUBJECT,
            "object" => Self::OBJECT,
            "preposition" => Self::PREPOSITION,
            "coordinator" => Self::COORDINATOR,
            "adversative" => Self::ADVERSATIVE,
            "subordinator" => Self::SUBORDINATOR,
            "relative" => Self::RELATIVE,
            "be" => Self::BE,
            "have" => Self::HAVE,
            "do" => Self::DO,
            "modal" => Self::MODAL,
            "negation" => Self::NEGATION,
            "adverb" => Self::ADVERB,
            "time" => Self::TIME,
            "time_only" => Self::TIME_ONLY,
            "title" => Self::TITLE,
            "person_noun" => Self::PERSON,
            "group_noun" => Self::GROUP,
            "document_noun" => Self::DOCUMENT,
            "verb" => Self::VERB,
            "to" => Self::TO,
            "of" => Self::OF,
            "according" => Self::ACCORDING,
            "by" => Self::BY,
            "particle" => Self::PARTICLE,
            "naming" => Self::NAMING,
            "alone" => Self::ALONE,
            "listing" => Self::LISTING,
            "receiving" => Self::RECEIVING,
            "view" => Self::VIEW,
            "per" => Self::PER,
            "utterance" => Self::UTTERANCE,
            "that" => Self::THAT,
            "with" => Self::WITH,
            "not_title" => Self::NOT_TITLE,
            "from_by" => Self::FROM_BY,
            "verb_noun" => Self::VERB_NOUN,
            "nominal" => Self::NOMINAL,
            "in" => Self::IN,
            "time_before" => Self::TIME_BEFORE,
            "work_noun" => Self::WORK,
            "of_nouns" => Self::OF_NOUNS,
            _ => Class(0),
        }
    }
}

/// The grammar of a verb that reports; see `assets/lexicon/cue_verbs.txt` for the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grammar(u32);

impl Grammar {
    pub const QUOTES: Grammar = Grammar(1);
    pub const WEAK: Grammar = Grammar(1 << 1);
    pub const CLAUSE: Grammar = Grammar(1 << 2);
    pub const HEARER: Grammar = Grammar(1 << 3);
    pub const INFINITIVE: Grammar = Grammar(1 << 4);
    pub const NOUN: Grammar = Grammar(1 << 5);
    pub const LABEL: Grammar = Grammar(1 << 6);
    pub const ATTITUDE: Grammar = Grammar(1 << 7);
    /// Base and present forms are nouns too.
    pub const HOMOGRAPH: Grammar = Grammar(1 << 8);

    /// Whether it shares a property with `other`.
    pub fn is(self, other: Grammar) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Grammar) -> Grammar {
        Grammar(self.0 | other.0)
    }

    fn letter(letter: &str) -> Grammar {
        match letter {
            "q" => Self::QUOTES,
            "w" => Self::WEAK,
            "t" => Self::CLAUSE,
            "h" => Self::HEARER,
            "i" => Self::INFINITIVE,
            "n" => Self::NOUN,
            "l" => Self::LABEL,
            "a" => Self::ATTITUDE,
            "u" => Self::HOMOGRAPH,
            _ => Grammar(0),
        }
    }
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said", as past or participle
    Past,
    /// "written", as participle only
    Participle,
    /// "saying"
    Progressive,
}

/// A form of a verb that reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueVerb {
    pub form: Form,
    pub grammar: Grammar,
    /// The verb's number in the list: equal for all forms of one verb.
    pub verb: u16,
}

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry {
    pub class: Class,
    pub cue: Option<CueVerb>,
}

static ENTRIES: LazyLock<HashMap<String, Entry>> = LazyLock::new(|| {
    let mut entries: HashMap<String, Entry> = HashMap::new();
    for line in lines(include_str!("../../assets/lexicon/word_classes.txt")) {
        let Some((name, words)) = line.split_once(':') else { continue };
        for word in words.split_whitespace() {
            let entry = entries.entry(word.to_owned()).or_default();
            entry.class = entry.class.with(Class::named(name));
        }
    }
    for (number, line) in lines(include_str!("../../assets/lexicon/cue_verbs.txt")).enumerate() {
        add_verb(&mut entries, line, number as u16);
    }
    entries
});

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn add_verb(entries: &mut HashMap<String, Entry>, line: &str, verb: u16) {
    let mut parts = line.split_whitespace();
    let Some(forms) = parts.next() else { return };
    let letters: Vec<&str> = parts.collect();
    let grammar = letters.iter().fold(Grammar(0), |sum, letter| sum.with(Grammar::letter(letter)));
    let mut forms = forms.split('/');
    let base = forms.next().unwrap_or_default();
    let stem = if letters.contains(&"d") { format!("{base}{}", &base[base.len() - 1..]) } else { base.to_owned() };
    let past = forms.next().map_or_else(|| regular_past(&stem), str::to_owned);
    let participle = forms.next().map_or_else(|| past.clone(), str::to_owned);
    let mut add = |word: String, form| {
        let entry = entries.entry(word).or_default();
        entry.cue.get_or_insert(CueVerb { form, grammar, verb });
    };
    add(past, Form::Past);
    add(base.to_owned(), Form::Base);
    add(participle, Form::Participle);
    add(present(base), Form::Present);
    add(progressive(&stem), Form::Progressive);
}

fn regular_past(stem: &str) -> String {
    if stem.ends_with('e') {
        format!("{stem}d")
    } else if ends_in_consonant_y(stem) {
        format!("{}ied", &stem[..stem.len() - 1])
    } else {
        format!("{stem}ed")
    }
}

fn present(base: &str) -> String {
    if ends_in_consonant_y(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "sh", "ch", "x", "z", "go", "do"].iter().any(|end| base.ends_with(end)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn progressive(stem: &str) -> String {
    if stem.ends_with('e') && !stem.ends_with("ee") {
        format!("{}ing", &stem[..stem.len() - 1])
    } else {
        format!("{stem}ing")
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    word.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| word.ends_with(end))
}

/// What is known of a word, given in lower case with straight apostrophes.
pub fn entry(word: &str) -> Entry {
    ENTRIES.get(word).copied().unwrap_or_default()
}

/// Words that end in a point without ending a sentence, and that always go on: titles and ranks.
pub fn is_title_abbreviation(word: &str) -> bool {
    const TITLES: [&str; 40] = [
        "mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "capt", "sgt", "maj",
        "cmdr", "adm", "prof", "rev", "hon", "pres", "st", "det", "supt", "insp", "cpl", "pvt", "msgr", "fr", "amb",
        "atty", "asst", "dep", "vs", "v", "no", "messrs", "mlle", "mme",
    ];
    TITLES.contains(&word)
}

/// Words that end in a point, at a sentence's end or not: states, months, kinds of company.
pub fn is_abbreviation(word: &str) -> bool {
    const OTHERS: [&str; 76] = [
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md",
        "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "vt",
        "va", "wash", "wis", "wyo", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "inc",
        "corp", "co", "ltd", "bros", "jr", "sr", "esq", "dept", "univ", "assn", "ave", "blvd", "rd", "ft", "mt", "etc",
        "approx", "est", "fig", "p", "pp", "vol", "al", "ed", "eds", "cf", "ca", "ste", "twp", "cal", "n.y",
    ];
    OTHERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_verbs_are_made() {
        let form = |word: &str| entry(word).cue.map(|cue| cue.form);
        assert_eq!(form("said"), Some(Form::Past));
        assert_eq!(form("admitting"), Some(Form::Progressive));
        assert_eq!(form("denies"), Some(Form::Present));
        assert_eq!(form("written"), Some(Form::Participle));
        assert_eq!(form("agreed"), Some(Form::Past));
        assert_eq!(form("table"), None);
    }

    #[test]
    fn words_may_be_of_several_classes() {
        assert!(entry("that").class.is(Class::DETERMINER) && entry("that").class.is(Class::RELATIVE));
    }
}
