//! Made pairs of articles with planted passages: what is shared is known, so finding can be measured.
//!
//! The surroundings are of the passages' own genre: one grammar of news prose writes both articles and the passages,
//! with the function words, set phrases and sentence frames of the genre and content words by Zipf's law from the
//! English word list that the program ships. Nothing is noise: the same frames and words stand everywhere.

use std::ops::Range;

/// What is done to a passage on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Word for word.
    Verbatim,
    /// So many in a hundred words changed: most replaced, some dropped or put in.
    Changed(u32),
    /// Other case, quotation marks, hyphens, spaces, ligatures, soft hyphens.
    Typography,
    /// The middle left out, with an ellipsis.
    Ellipsis,
    /// Its sentences in another order.
    Shuffled,
    /// Word for word, twice on the right.
    Repeated,
}

impl Kind {
    /// All kinds that the tables show.
    pub const ALL: [Kind; 9] = [
        Kind::Verbatim,
        Kind::Typography,
        Kind::Changed(5),
        Kind::Changed(10),
        Kind::Changed(20),
        Kind::Changed(30),
        Kind::Ellipsis,
        Kind::Shuffled,
        Kind::Repeated,
    ];

    /// A name for a table.
    pub fn name(self) -> String {
        match self {
            Kind::Changed(percent) => format!("{percent} in 100 words changed"),
            other => format!("{other:?}").to_lowercase(),
        }
    }
}

/// Two articles and what they share.
#[derive(Debug, Clone, Default)]
pub struct Planted {
    pub left: String,
    pub right: String,
    /// Byte ranges of the same passage on both sides; where sentences are shuffled, one pair a sentence.
    pub truth: Vec<(Range<usize>, Range<usize>)>,
    /// What was done to each of them.
    pub kinds: Vec<Kind>,
}

/// `SplitMix64`: small, and the same numbers everywhere.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn percent(&mut self) -> u32 {
        (self.next() % 100) as u32
    }
}

/// A grammar of news prose. NP, VP, PP and S are rules; N a noun, V a verb, A an adjective, P a person, D a number; the rest
/// stands as it is.
const SENTENCES: [&str; 16] = [
    "S",
    "S PP",
    "S , P said",
    "S , according to NP",
    "S because S",
    "S , and S",
    "“ S , ” said P",
    "“ S . S , ” P told NP",
    "In D , S",
    "But S",
    "PP , S",
    "If S , S",
    "NP VP , which VP",
    "Still , S",
    "As a result S",
    "While S , S",
];
const CLAUSES: [&str; 8] =
    ["NP VP", "NP VP PP", "NP VP and VP", "it is A that NP VP", "there is NP PP", "NP VP PP PP", "P VP", "we VP PP"];
const NOUN_PHRASES: [&str; 22] = [
    "the N",
    "a A N",
    "the A N",
    "P",
    "N",
    "their N",
    "D N",
    "the N of NP",
    "one of the N",
    "every N",
    "those who VP",
    "its own N",
    "no N",
    "most N",
    "A N",
    "the N and the N",
    "P , a A N ,",
    "some of the N",
    "the N that NP V",
    "this A N",
    "more than D N",
    "what NP V",
];
const VERB_PHRASES: [&str; 22] = [
    "V NP",
    "has V NP",
    "will V NP",
    "would not V NP",
    "was V by NP",
    "is A",
    "V to V NP",
    "had been A",
    "could V NP",
    "is not A enough to V NP",
    "did not V NP",
    "V",
    "began to V NP",
    "should V NP",
    "V that S",
    "refused to V",
    "have V NP",
    "were V PP",
    "may V NP again",
    "declined to comment",
    "have to V",
    "can only V NP",
];
const PREPOSITIONAL_PHRASES: [&str; 20] = [
    "in the N",
    "before the N",
    "after NP V",
    "with A N",
    "for D N",
    "on N",
    "under the A N",
    "without NP",
    "at the N",
    "by N",
    "in D",
    "during the A N",
    "across N",
    "despite NP",
    "in the end",
    "in the meantime",
    "on the other hand",
    "for the first time",
    "over the N",
    "against NP",
];

/// Given and family names, put together at random: nobody is meant.
const GIVEN: [&str; 24] = [
    "Ada", "Otto", "Mira", "Jonas", "Lena", "Hugo", "Ines", "Karl", "Nora", "Pavel", "Rosa", "Sven", "Tilda", "Ugo",
    "Vera", "Wim", "Xenia", "Yann", "Zora", "Bela", "Cora", "Dario", "Edda", "Finn",
];
const FAMILY: [&str; 24] = [
    "Lunt", "Brandt", "Ferrow", "Gaskell", "Hollin", "Ivers", "Jessop", "Karoly", "Lathom", "Mercer", "Norrby",
    "Oakes", "Pell", "Quarrie", "Rusk", "Selby", "Tarn", "Ullman", "Varga", "Wexler", "Yorke", "Zander", "Arden",
    "Bohm",
];

/// Writes prose of the genre.
#[derive(Debug)]
pub struct Writer {
    random: Random,
    /// Where the sentence's last set phrase began, in words.
    set_phrase: Option<usize>,
    /// Content words, the most frequent first.
    words: Vec<&'static str>,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        let table = include_str!("../../assets/lexicon/english-frequencies.txt");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let list =
            lines.filter_map(|line| line.split_once(": ").map(|(bits, words)| (bits.parse().unwrap_or(0.0), words)));
        let content = list.filter(|(bits, _): &(f32, _)| *bits >= 10.5);
        let words =
            content.flat_map(|(_, words)| words.split(' ')).filter(|word| word.len() > 3 && !word.contains('\''));
        Self { random: Random::new(seed), set_phrase: None, words: words.collect() }
    }

    /// A content word by Zipf's law: the nth is 1/n as likely as the first.
    fn word(&mut self) -> &'static str {
        let most = (self.words.len() as f64).ln();
        let rank = ((self.random.below(1 << 24) as f64 / (1 << 24) as f64) * most).exp() as usize;
        // Frequent words are a flatter curve in real prose: Zipf and Mandelbrot's shift.
        let rank = (rank + self.random.below(120)) % self.words.len();
        self.words[rank]
    }

    /// Words of one sentence, the first with a capital; marks are words of their own.
    fn sentence(&mut self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        self.set_phrase = None;
        let rule = SENTENCES[self.random.below(SENTENCES.len())];
        self.expand(rule, 0, &mut words);
        words.push(".".to_owned());
        if let Some(first) = words.iter_mut().find(|word| word.starts_with(char::is_alphabetic)) {
            let mut letters = first.chars();
            *first = letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect();
        }
        words
    }

    /// Puts words for the parts of a rule.
    fn expand(&mut self, rule: &str, depth: usize, words: &mut Vec<String>) {
        // Deep in a sentence the first, simple rules do.
        let choose = |random: &mut Random, rules: &'static [&'static str]| {
            rules[random.below(if depth > 3 { 3 } else { rules.len() })]
        };
        for part in rule.split(' ') {
            let rules: Option<&'static [&'static str]> = match part {
                "S" => Some(&CLAUSES),
                "NP" => Some(&NOUN_PHRASES),
                "VP" => Some(&VERB_PHRASES),
                "PP" => Some(&PREPOSITIONAL_PHRASES),
                _ => None,
            };
            if let Some(rules) = rules {
                let mut rule = choose(&mut self.random, rules);
                // Two set phrases in a row would be shared passages that nobody planted.
                if !rule.contains(|c: char| c.is_uppercase()) && rule.split(' ').count() > 2 {
                    let soon = self.set_phrase.is_some_and(|at| words.len() < at + 10);
                    rule = if soon { rules[0] } else { rule };
                    self.set_phrase = Some(words.len());
                }
                self.expand(rule, depth + 1, words);
                continue;
            }
            match part {
                "N" => words.push(format!("{}{}", self.word(), if self.random.percent() < 30 { "s" } else { "" })),
                "V" => words.push(format!("{}{}", self.word(), if self.random.percent() < 60 { "ed" } else { "" })),
                "A" => words.push(self.word().to_owned()),
                "D" => words.push((2 + self.random.below(1900)).to_string()),
                "P" => {
                    words.push(GIVEN[self.random.below(GIVEN.len())].to_owned());
                    words.push(FAMILY[self.random.below(FAMILY.len())].to_owned());
                }
                other => words.push(other.to_owned()),
            }
        }
    }

    /// Sentences of about so many words together.
    fn sentences(&mut self, least: usize) -> Vec<Vec<String>> {
        let (mut sentences, mut count) = (Vec::new(), 0);
        while count < least {
            let sentence = self.sentence();
            count += words_in(&sentence);
            sentences.push(sentence);
        }
        sentences
    }

    /// Running words of about so many words, cut to length.
    fn passage(&mut self, length: usize) -> Vec<String> {
        let mut words = Vec::new();
        let mut count = 0;
        for word in self.sentences(length).concat() {
            if count == length {
                break;
            }
            count += usize::from(is_word(&word));
            words.push(word);
        }
        while words.first().is_some_and(|word| !is_word(word)) {
            words.remove(0);
        }
        while words.last().is_some_and(|word| !is_word(word)) {
            words.pop();
        }
        words
    }

    /// Does `kind` to a passage.
    fn change(&mut self, passage: &[String], kind: Kind) -> Vec<String> {
        match kind {
            Kind::Changed(percent) => self.reword(passage, percent),
            Kind::Typography => passage.iter().map(|word| self.reset(word)).collect(),
            Kind::Ellipsis => {
                let third = passage.len() / 3;
                let cut = third..third + third.min(12);
                [&passage[..cut.start], &["…".to_owned()], &passage[cut.end..]].concat()
            }
            _ => passage.to_vec(),
        }
    }

    fn reword(&mut self, passage: &[String], percent: u32) -> Vec<String> {
        let mut changed = Vec::with_capacity(passage.len());
        for word in passage {
            if !is_word(word) || self.random.percent() >= percent {
                changed.push(word.clone());
                continue;
            }
            match self.random.percent() {
                0..60 => changed.push(self.word().to_owned()),
                60..80 => {}
                _ => changed.extend([self.word().to_owned(), word.clone()]),
            }
        }
        changed
    }

    fn reset(&mut self, word: &str) -> String {
        match self.random.percent() {
            0..8 => word.to_uppercase(),
            8..16 if word.len() > 6 && word.is_ascii() => format!("{}\u{AD}{}", &word[..3], &word[3..]),
            16..24 => word.replace("fi", "ﬁ").replace("fl", "ﬂ"),
            _ => word.replace(['“', '”'], "\"").replace(';', " –"),
        }
    }
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

fn words_in(words: &[String]) -> usize {
    words.iter().filter(|word| is_word(word)).count()
}

/// Sets words as prose: marks close up, quotation marks turn.
fn set(words: &[String], text: &mut String) -> Range<usize> {
    let mut start = None;
    for word in words {
        let closes = matches!(word.as_str(), "," | "." | ";" | "”" | "?");
        if !closes && !text.is_empty() && !text.ends_with(['“', '\n']) {
            text.push(' ');
        }
        start.get_or_insert(text.len());
        text.push_str(word);
    }
    start.unwrap_or(text.len())..text.len()
}

/// Two articles of about `words` words each with `count` passages of each of `kinds`, `lengths` words long, in another
/// order on the right.
pub fn plant(seed: u64, words: usize, count: usize, kinds: &[Kind], lengths: Range<usize>) -> Planted {
    let mut writer = Writer::new(seed);
    let mut passages = Vec::new();
    for index in 0..count {
        // Lengths from short to long, more of the short.
        let share = (index / kinds.len()) as f64 / (count.div_ceil(kinds.len())).max(1) as f64;
        let length = lengths.start + ((lengths.end - lengths.start) as f64 * share * share) as usize;
        passages.push((kinds[index % kinds.len()], length));
    }
    let between = words / (count + 1).max(1);
    let mut planted = Planted::default();
    let mut lefts = Vec::new();
    let mut sources = Vec::new();
    for (kind, length) in &passages {
        set_surroundings(&mut writer, between, &mut planted.left);
        let parts =
            if *kind == Kind::Shuffled { writer.sentences((*length).max(24)) } else { vec![writer.passage(*length)] };
        let mut places = Vec::new();
        for part in &parts {
            let range = set(part, &mut planted.left);
            places.push(trimmed(&planted.left, range));
        }
        lefts.push(places);
        sources.push(parts);
    }
    set_surroundings(&mut writer, between, &mut planted.left);
    let mut order: Vec<usize> = (0..passages.len()).collect();
    for index in (1..order.len()).rev() {
        order.swap(index, writer.random.below(index + 1));
    }
    for index in order {
        let (kind, _) = passages[index];
        let uses = if kind == Kind::Repeated { 2 } else { 1 };
        for _ in 0..uses {
            set_surroundings(&mut writer, between / uses, &mut planted.right);
            let parts = &sources[index];
            // Shuffled sentences go backwards: none keeps its neighbour.
            for part in (0..parts.len()).rev() {
                let changed = writer.change(&parts[part], kind);
                let range = set(&changed, &mut planted.right);
                planted.truth.push((lefts[index][part].clone(), trimmed(&planted.right, range)));
                planted.kinds.push(kind);
            }
        }
    }
    set_surroundings(&mut writer, between, &mut planted.right);
    let (left, right) = (planted.left.clone(), planted.right.clone());
    for (on_left, on_right) in &mut planted.truth {
        widen(&left, on_left, &right, on_right);
    }
    planted
}

fn set_surroundings(writer: &mut Writer, words: usize, text: &mut String) {
    for (index, sentence) in writer.sentences(words).iter().enumerate() {
        if index % 4 == 0 && !text.is_empty() {
            text.push_str("\n\n");
        }
        set(sentence, text);
    }
}

/// Without marks at either end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = inside.find(char::is_alphanumeric).unwrap_or(0);
    let end = inside
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_alphanumeric())
        .map_or(inside.len(), |(at, c)| at + c.len_utf8());
    range.start + start..range.start + end
}

/// Makes a planted pair as long as it goes: where the words beside it agree by chance, they are shared too.
fn widen(left: &str, on_left: &mut Range<usize>, right: &str, on_right: &mut Range<usize>) {
    while let (Some(one), Some(other)) = (word_after(left, on_left.end), word_after(right, on_right.end)) {
        if left[one.clone()].to_lowercase() != right[other.clone()].to_lowercase() {
            break;
        }
        (on_left.end, on_right.end) = (one.end, other.end);
    }
    while let (Some(one), Some(other)) = (word_before(left, on_left.start), word_before(right, on_right.start)) {
        if left[one.clone()].to_lowercase() != right[other.clone()].to_lowercase() {
            break;
        }
        (on_left.start, on_right.start) = (one.start, other.start);
    }
}

fn word_after(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(char::is_alphanumeric)?;
    let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
    Some(start..start + length)
}

fn word_before(text: &str, to: usize) -> Option<Range<usize>> {
    let (at, last) = text[..to].char_indices().rev().find(|(_, c)| c.is_alphanumeric())?;
    let end = at + last.len_utf8();
    let start = text[..end]
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    Some(start..end)
}

/// How well found passages cover planted ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Share of planted bytes found, over all passages, both sides.
    pub recall: f64,
    /// Share of found bytes that were planted.
    pub precision: f64,
    /// Pieces a found passage comes in.
    pub granularity: f64,
    /// Potthast and others (2010): harmonic mean of macro-averaged precision and recall over log2(1 + granularity).
    pub plagdet: f64,
    /// Passages found with their exact ends.
    pub exact: usize,
    /// Passages of which half is found on both sides.
    pub found: usize,
}

/// Byte ranges that belong together: of the left text, and of the right.
pub type Joined = (Range<usize>, Range<usize>);

/// Measures found pairs of byte ranges against the truth.
pub fn score(planted: &Planted, found: &[Joined]) -> Score {
    let shared =
        |one: &Range<usize>, other: &Range<usize>| one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let meets = |truth: &Joined, pair: &Joined| shared(&truth.0, &pair.0) > 0 && shared(&truth.1, &pair.1) > 0;
    let size = |pair: &Joined| pair.0.len() + pair.1.len();
    let covered = |of: &Joined, by: &[Joined]| {
        let hits: Vec<_> = by.iter().filter(|pair| meets(of, pair)).collect();
        let union = |side: fn(&Joined) -> &Range<usize>| {
            let mut parts: Vec<_> = hits
                .iter()
                .map(|pair| (side(pair).start.max(side(of).start), side(pair).end.min(side(of).end)))
                .collect();
            parts.sort_unstable();
            let (mut total, mut reached) = (0, 0);
            for (start, end) in parts {
                total += end.saturating_sub(start.max(reached));
                reached = reached.max(end);
            }
            total
        };
        (union(|pair| &pair.0), union(|pair| &pair.1), hits.len())
    };
    let (mut hit, mut all, mut macro_recall, mut pieces, mut detected) = (0, 0, 0.0, 0, 0);
    let (mut exact, mut half) = (0, 0);
    for truth in &planted.truth {
        let (left, right, count) = covered(truth, found);
        hit += left + right;
        all += size(truth);
        macro_recall += (left + right) as f64 / size(truth) as f64;
        pieces += count;
        detected += usize::from(count > 0);
        exact += usize::from(found.contains(truth));
        half += usize::from(2 * left >= truth.0.len() && 2 * right >= truth.1.len());
    }
    let (mut right_bytes, mut found_bytes, mut macro_precision) = (0, 0, 0.0);
    for pair in found {
        let (left, right, _) = covered(pair, &planted.truth);
        right_bytes += left + right;
        found_bytes += size(pair);
        macro_precision += (left + right) as f64 / size(pair).max(1) as f64;
    }
    let (recall, precision) = (hit as f64 / all.max(1) as f64, right_bytes as f64 / found_bytes.max(1) as f64);
    let macro_recall = macro_recall / planted.truth.len().max(1) as f64;
    let macro_precision = macro_precision / found.len().max(1) as f64;
    let granularity = pieces as f64 / detected.max(1) as f64;
    let mean = 2.0 * macro_recall * macro_precision / (macro_recall + macro_precision).max(f64::EPSILON);
    let plagdet = mean / (1.0 + granularity).log2();
    Score { recall, precision, granularity, plagdet, exact, found: half }
}
