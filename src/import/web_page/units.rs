//! A page as a row of units of text, with what is known of each.

use std::collections::BTreeMap;

use dom_query::{NodeId, NodeRef};

use super::blocks::{INLINE, is_silent};
use super::metadata::one_line;

/// Stands in the words of a unit where the page breaks the line.
pub const LINE_END: char = '\u{2028}';

/// A run of text that no block parts.
pub struct Unit<'p> {
    /// The block it stands in.
    pub block: NodeRef<'p>,
    /// Its name.
    pub name: String,
    /// The nodes its words are in.
    pub texts: Vec<NodeId>,
    /// Its words.
    pub words: String,
    /// Characters in links.
    pub linked: usize,
    /// Characters, white space apart; one of East Asia's counts as three.
    pub length: usize,
}

impl Unit<'_> {
    /// The share of its characters that are links, from 0 to 1.
    pub fn link_share(&self) -> f64 {
        self.linked as f64 / self.length.max(1) as f64
    }

    /// Whether it is running text: long enough, with the marks of a sentence, and no row of links.
    pub fn is_prose(&self) -> bool {
        let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | ':' | ';');
        let has_end = self
            .words
            .trim_end_matches(|c: char| "\"'”’»)]1234567890".contains(c) || c.is_whitespace())
            .ends_with(ends);
        let enough = if has_end { 40 } else { 100 };
        self.length >= enough && self.link_share() < 0.35 && !self.is_heading()
    }

    /// Whether it is the title of something else: a link from end to end, of three words or more.
    pub fn is_linked_title(&self) -> bool {
        self.link_share() > 0.8 && self.count() >= 3 && !self.is_prose()
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        is_heading(&self.name)
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.words.split(LINE_END).map(str::trim)
    }

    /// How many words; two characters of East Asia are about one.
    pub fn count(&self) -> usize {
        let wide = self.words.chars().filter(|c| is_wide(*c)).count();
        self.words.split_whitespace().count().max(wide / 2)
    }
}

/// Whether an element of that name is a heading.
pub fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

/// Characters that say as much as three letters of an alphabet: kana, han and hangul.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

/// How long a text is in letters of an alphabet, white space apart.
pub fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_wide(c) { 3 } else { 1 }).sum()
}

/// The units below `root`, in order. Hidden and silent elements are none.
pub fn of<'p>(root: NodeRef<'p>) -> Vec<Unit<'p>> {
    let mut units: Vec<Unit<'p>> = Vec::new();
    let mut is_open = false;
    let mut stack = vec![(root, root, false, false)];
    while let Some((node, block, is_link, leaves)) = stack.pop() {
        if leaves {
            is_open = false;
            continue;
        }
        if node.is_text() {
            let text = node.text();
            let length = length(&text);
            if length == 0 && !is_open {
                continue;
            }
            if !is_open {
                let name = block.node_name().map(|name| name.to_string()).unwrap_or_default();
                units.push(Unit { block, name, texts: Vec::new(), words: String::new(), linked: 0, length: 0 });
                is_open = true;
            }
            if let Some(unit) = units.last_mut() {
                unit.texts.push(node.id);
                unit.words.push_str(&text);
                unit.length += length;
                unit.linked += if is_link { length } else { 0 };
            }
            continue;
        }
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if !name.is_empty() && is_silent(&node, &name) {
            continue;
        }
        if name == "br" {
            // One break is a line of a poem, two part paragraphs: either way words stand apart.
            let parts = node.next_sibling().is_some_and(|next| is_break(&next));
            is_open &= !parts;
            if let Some(unit) = units.last_mut().filter(|_| is_open) {
                unit.words.push(LINE_END);
            }
            continue;
        }
        let is_block = !INLINE.contains(&name.as_str());
        let block = if is_block { node } else { block };
        if is_block {
            is_open = false;
            stack.push((node, block, false, true));
        }
        let is_link = is_link || name == "a";
        stack.extend(node.children_it(true).map(|child| (child, block, is_link, false)));
    }
    for unit in &mut units {
        unit.words = one_line(&unit.words);
    }
    units
}

/// Whether a break follows at once, white space apart.
fn is_break(node: &NodeRef<'_>) -> bool {
    let mut next = Some(*node);
    while let Some(node) = next {
        if node.is_text() && node.text().trim().is_empty() {
            next = node.next_sibling();
        } else {
            return node.has_name("br");
        }
    }
    false
}

/// How much of the page's text stands below an element.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mass {
    /// Characters of running text.
    pub prose: usize,
    /// Characters.
    pub length: usize,
    /// Characters in links.
    pub linked: usize,
    /// Units, which follow each other.
    pub units: usize,
    /// The first of them.
    pub first: usize,
    /// Units that are links, and long enough for a title.
    pub titles: usize,
}

impl Mass {
    /// The share of its characters that are links, from 0 to 1.
    pub fn link_share(&self) -> f64 {
        self.linked as f64 / self.length.max(1) as f64
    }

    fn add(&mut self, inner: Self) {
        self.first = if self.units == 0 { inner.first } else { self.first.min(inner.first) };
        self.prose += inner.prose;
        self.length += inner.length;
        self.linked += inner.linked;
        self.units += inner.units;
        self.titles += inner.titles;
    }
}

/// The masses of the elements of a page.
pub struct Masses(BTreeMap<NodeId, Mass>);

impl Masses {
    /// Of every element below `root`, and its own, that holds text.
    pub fn below(root: NodeRef<'_>, units: &[Unit<'_>]) -> Self {
        let mut masses: BTreeMap<NodeId, Mass> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            let of_unit = Mass {
                prose: if unit.is_prose() { unit.length } else { 0 },
                length: unit.length,
                linked: unit.linked,
                units: 1,
                first: at,
                titles: usize::from(unit.is_linked_title()),
            };
            masses.entry(unit.block.id).or_default().add(of_unit);
        }
        // From the last to the first, what is inside comes before what it is inside of.
        for node in root.descendants().iter().rev() {
            let (Some(inner), Some(parent)) = (masses.get(&node.id).copied(), node.parent()) else { continue };
            masses.entry(parent.id).or_default().add(inner);
        }
        Self(masses)
    }

    /// That of an element, which is nothing where it holds no text.
    pub fn of(&self, node: &NodeRef<'_>) -> Mass {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}
