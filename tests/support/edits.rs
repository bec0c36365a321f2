//! Any edit that a reader can make, on two articles.

use std::path::PathBuf;

use diptych::model::{
    Article, ArticleKey, Card, Correction, Drawn, Edit, Emphasis, Field, Highlight, Item, ItemId, LinkKind, LinkRef,
    MarkerColour, Marking, Note, NoteOn, Place, Said, Sides, SourceRef, Span, ThemeName, ThemeRef,
};
use diptych::workspace::store::KeptArticle;
use diptych::workspace::{Log, Origin};

pub const LEFT: &str = "“The mill will stand as long as I do,” said Marion Vale, the chair. She had come early.\n\n\
Tobias Rook, a miller, shook his head. “Nobody has asked the river,” Rook said.\n\n\
The bridge was closed for a week in the spring, and the road stayed quiet – für eine Woche.\n\n“We have time.”";
pub const RIGHT: &str = "Chair Marion Vale said the vote was close. “I would not call it a victory,” Vale said.\n\n\
“The river was never asked,” said T. Rook, who owns the mill.";

/// Numbers from a seed: xorshift (Marsaglia, 2003).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % most.max(1) as u64) as usize
    }

    #[allow(dead_code, reason = "not every test chooses")]
    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

pub fn articles() -> Sides<Article> {
    let article = |text: &str| diptych::import::pasted(text).expect("it has words");
    Sides::new(article(LEFT), article(RIGHT))
}

#[allow(dead_code, reason = "not every test keeps them")]
pub fn kept() -> Sides<KeptArticle> {
    let Sides { left, right } = articles();
    Sides::new(KeptArticle::new("left.txt".to_owned(), left), KeptArticle::new("right.txt".to_owned(), right))
}

pub fn keys() -> [ArticleKey; 2] {
    [ArticleKey::of(LEFT), ArticleKey::of(RIGHT)]
}

pub fn origins() -> Sides<Origin> {
    Sides::new(Origin::File(PathBuf::from("/articles/left.txt")), Origin::File(PathBuf::from("/articles/right.txt")))
}

/// A stretch of words of that text.
fn span(random: &mut Random, text: &str) -> Span {
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    let first = random.below(words.len());
    let last = (first + random.below(6)).min(words.len() - 1);
    Span::new(words[first].0, words[last].0 + words[last].1.len())
}

fn place(random: &mut Random) -> Place {
    let text = random.of(&[LEFT, RIGHT]);
    Place { article: ArticleKey::of(text), span: span(random, text) }
}

fn both(random: &mut Random) -> [Place; 2] {
    [LEFT, RIGHT].map(|text| Place { article: ArticleKey::of(text), span: span(random, text) })
}

fn words(random: &mut Random) -> String {
    random
        .of(&["whose mill?", "“since when?”\n\nnobody says", "", "Großmühle 水車 🌊", "\u{0}\u{7f}\\\"", "Vale"])
        .to_owned()
}

fn source(random: &mut Random) -> SourceRef {
    let text = random.of(&[LEFT, RIGHT]);
    let name = random.of(&["Marion Vale", "Rook", "Vale"]);
    let mention = text.find(name).map(|start| Span::new(start, start + name.len())).filter(|_| random.below(3) > 0);
    SourceRef { article: ArticleKey::of(text), mention, name: name.to_owned() }
}

/// The places of what is quoted, so that corrections find something to correct.
fn quotation(random: &mut Random) -> Place {
    let text = random.of(&[LEFT, RIGHT]);
    let starts: Vec<usize> = text.match_indices('“').map(|(at, mark)| at + mark.len()).collect();
    let start = random.of(&starts);
    let length = text[start..].find('”').unwrap_or(0);
    Place { article: ArticleKey::of(text), span: Span::new(start, start + length) }
}

fn correction(random: &mut Random) -> Correction {
    match random.below(6) {
        0 => {
            let said = match random.below(3) {
                0 => Said::ByNobody,
                1 => Said::AsRead,
                _ => Said::By(source(random)),
            };
            Correction::Speaker { quotation: quotation(random), said }
        }
        1 => Correction::Merge { kept: source(random), other: source(random) },
        2 => Correction::Apart { one: source(random), other: source(random) },
        3 => Correction::TakeOut { mention: place(random) },
        _ => {
            let value = Some(words(random)).filter(|_| random.below(3) > 0);
            Correction::Describe { article: random.of(&keys()), field: random.of(&Field::ALL), value }
        }
    }
}

fn link(random: &mut Random) -> LinkRef {
    LinkRef { kind: random.of(&LinkKind::ALL), places: both(random) }
}

fn item(random: &mut Random) -> Item {
    match random.below(6) {
        0 => {
            let on = if random.below(2) == 0 { NoteOn::Passage(place(random)) } else { NoteOn::Link(link(random)) };
            Item::Note(Note { on, text: words(random) })
        }
        1 => Item::Highlight(Highlight { place: place(random), colour: random.of(&MarkerColour::ALL) }),
        2 => Item::Drawn(Drawn { places: both(random), label: words(random) }),
        3 => Item::Struck(link(random)),
        4 => Item::ThemeName(ThemeName { theme: ThemeRef::new(keys(), "the mill"), name: words(random) }),
        _ => {
            let cut = place(random);
            let colour = random.of(&MarkerColour::ALL);
            let emphasis = [Emphasis::Underlined, Emphasis::Emphasised, Emphasis::Highlighted(colour)];
            let markings = emphasis.map(|emphasis| Marking { span: cut.span, emphasis });
            let shrunk_points = Some(4 + random.below(8) as u8).filter(|_| random.below(2) == 0);
            Item::Card(Card { cut, tag: words(random), markings: markings[..random.below(4)].to_vec(), shrunk_points })
        }
    }
}

/// One more edit of any kind, of something new or of something that is in the log.
pub fn edit(random: &mut Random, log: &Log) -> Edit {
    let made: Vec<(ItemId, Item)> = log.work(&keys()).items;
    let of = |item: &Item| item.articles();
    match random.below(8) {
        0..3 => Edit::Correct(correction(random)),
        3 if !made.is_empty() => Edit::Put(random.of(&made).0, item(random)),
        4 if !made.is_empty() => {
            let (id, gone) = random.of(&made);
            Edit::Remove { item: id, of: of(&gone) }
        }
        5 if !made.is_empty() => {
            let (id, moved) = random.of(&made);
            let before = Some(random.of(&made).0).filter(|_| random.below(3) > 0);
            Edit::Move { item: id, before, of: of(&moved) }
        }
        _ => Edit::Put(log.next_item(), item(random)),
    }
}
