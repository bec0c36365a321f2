//! Articles of any length, made from our own: the corpus over and over, with other people in each round.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use diptych::model::SourceKind;
use diptych::{import, reading};

/// The paragraphs of our own articles, and the words in them that are names of people.
pub struct Corpus {
    paragraphs: Vec<String>,
    names: BTreeSet<String>,
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect()
}

impl Corpus {
    /// Reads them.
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let files = fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path());
        let article = |ending: &str| matches!(ending, "txt" | "md");
        let mut files: Vec<_> =
            files.filter(|path| path.extension().is_some_and(|ending| article(&ending.to_string_lossy()))).collect();
        files.retain(|path| path.file_stem().is_none_or(|stem| stem != "README"));
        files.sort();
        let mut corpus = Self { paragraphs: Vec::new(), names: BTreeSet::new() };
        for path in files {
            let article = import::open(&path).expect("the corpus opens");
            corpus.paragraphs.extend(article.paragraphs.iter().map(|found| found.span.of(&article.text).to_owned()));
            let people = reading::read(&article).referents.into_iter().filter(|one| one.kind == SourceKind::Person);
            let names = people.flat_map(|one| one.names).flat_map(|span| words(span.of(&article.text)));
            corpus.names.extend(names.filter(|word| word.len() > 3 && word.starts_with(char::is_uppercase)));
        }
        corpus
    }

    /// The corpus over and over until there are so many words, with other people each time; from that round on.
    pub fn text(&self, words: usize, first_round: usize) -> String {
        let mut text = String::new();
        let mut count = 0;
        for round in first_round.. {
            for paragraph in &self.paragraphs {
                if count >= words {
                    return text;
                }
                count += paragraph.split_whitespace().count();
                text.push_str(&self.with_other_people(paragraph, round));
                text.push_str("\n\n");
            }
        }
        text
    }

    fn with_other_people(&self, paragraph: &str, round: usize) -> String {
        let mut made = String::with_capacity(paragraph.len());
        let mut word = String::new();
        for character in paragraph.chars().chain([' ']) {
            if character.is_alphabetic() {
                word.push(character);
                continue;
            }
            made += &if round > 0 && self.names.contains(&word) { other_name(&word, round) } else { word.clone() };
            made.push(character);
            word.clear();
        }
        made
    }
}

/// The same new name for a name in the same round: "Beckwith" → "Torvamsel".
fn other_name(name: &str, round: usize) -> String {
    const OPENINGS: [&str; 12] = ["Tor", "Bel", "Hal", "Mar", "Wes", "Kol", "Ran", "Sel", "Dor", "Lin", "Fen", "Gar"];
    const SYLLABLES: [&str; 12] = ["va", "mi", "do", "ren", "lo", "bra", "ti", "sun", "ke", "par", "go", "wel"];
    let seed =
        name.bytes().fold(round.wrapping_mul(7919), |sum, byte| sum.wrapping_mul(31).wrapping_add(byte as usize));
    let pick = |shift: u32| (seed >> shift) % 12;
    format!("{}{}{}n", OPENINGS[pick(2)], SYLLABLES[pick(7)], SYLLABLES[pick(13)])
}
