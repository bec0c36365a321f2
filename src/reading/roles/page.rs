//! An article's paragraphs with what the rules ask of each.

use crate::model::{Article, Role};

/// The paragraphs of an article and the roles found so far.
pub struct Page<'a> {
    /// In order of place.
    pub paragraphs: Vec<Block<'a>>,
    /// One a paragraph; none while nothing is known against prose.
    pub roles: Vec<Option<Role>>,
    /// The title that the file gives, if it does.
    pub file_title: Option<&'a str>,
    /// The author that the file gives, if it does.
    pub file_byline: Option<&'a str>,
}

/// One paragraph.
pub struct Block<'a> {
    /// Its words as they stand.
    pub text: &'a str,
    /// The same in lower case with straight marks, plain dashes and single spaces, without bullets, stars and
    /// brackets around it: for comparing with set phrases.
    pub folded: String,
    /// How many words it has, parted by white space.
    pub words: usize,
}

impl<'a> Page<'a> {
    /// The paragraphs with the roles that the markup gives.
    pub fn of(article: &'a Article) -> Self {
        let block = |text: &'a str| Block { text, folded: folded(text), words: text.split_whitespace().count() };
        Self {
            paragraphs: article.paragraphs.iter().map(|one| block(one.span.of(&article.text))).collect(),
            roles: article.paragraphs.iter().map(|one| one.role).collect(),
            file_title: article.metadata.title.as_deref(),
            file_byline: article.metadata.byline.as_deref(),
        }
    }

    /// Gives every paragraph of which nothing is known the role that `rule` finds, if it finds one.
    pub fn mark_each(&mut self, mut rule: impl FnMut(&Block<'a>) -> Option<Role>) {
        for (block, role) in self.paragraphs.iter().zip(&mut self.roles) {
            *role = role.or_else(|| rule(block));
        }
    }

    /// Whether nothing is known against its being prose.
    pub fn is_open(&self, index: usize) -> bool {
        self.roles.get(index).is_some_and(Option::is_none)
    }

    /// Whether it stands outside the article's content: furniture, a separator, a caption.
    pub fn is_aside(&self, index: usize) -> bool {
        matches!(self.roles.get(index), Some(Some(Role::Furniture | Role::Separator | Role::Caption)))
    }

    /// The next paragraph behind `index` that is no aside.
    pub fn next(&self, index: usize) -> Option<usize> {
        (index + 1..self.roles.len()).find(|next| !self.is_aside(*next))
    }

    /// The paragraph before `index` that is no aside.
    pub fn previous(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|before| !self.is_aside(*before))
    }

    /// The paragraph, or an empty one behind the end.
    pub fn words(&self, index: usize) -> usize {
        self.paragraphs.get(index).map_or(0, |block| block.words)
    }
}

impl Block<'_> {
    /// Whether it begins with a set phrase, given folded, that ends at a word's end.
    pub fn begins(&self, phrase: &str) -> bool {
        self.after(phrase).is_some()
    }

    /// What follows a set phrase at its beginning.
    pub fn after(&self, phrase: &str) -> Option<&str> {
        let rest = self.folded.strip_prefix(phrase)?;
        let ends_word = rest.is_empty()
            || !rest.starts_with(char::is_alphanumeric)
            || phrase.ends_with(|c: char| !c.is_alphanumeric());
        ends_word.then_some(rest)
    }

    /// Its last character, closing marks aside.
    pub fn last_mark(&self) -> Option<char> {
        let words = self.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_']);
        words.chars().next_back()
    }

    /// Whether it ends as a sentence does, with a full stop, not with an abbreviation's ("Jr.", "U.S.").
    pub fn ends_with_stop(&self) -> bool {
        matches!(self.last_mark(), Some('.' | '…' | '。'))
    }

    /// Whether its words are capitalised as in a headline: all but small words, and at least two.
    pub fn is_title_case(&self) -> bool {
        let (mut capital, mut small) = (0, 0);
        for word in self.text.split_whitespace() {
            let letters = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            match letters.chars().next() {
                Some(first) if first.is_uppercase() || first.is_numeric() => capital += 1,
                Some(_) if !is_small_word(letters) => small += 1,
                _ => {}
            }
        }
        capital >= 2 && capital >= small * 6
    }

    /// Whether all its letters are capitals.
    pub fn is_all_capitals(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && !self.text.chars().any(char::is_lowercase)
    }

    /// How many sentences it seems to have, at least one.
    pub fn sentences(&self) -> usize {
        let mut words = self.text.split_whitespace().peekable();
        let mut count = 1;
        while let Some(word) = words.next() {
            let ends = word.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '?', '!']);
            let abbreviates =
                word.trim_end_matches('.').chars().filter(|c| c.is_alphabetic()).count() <= 3 && word.ends_with('.');
            let starts_next =
                words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c)));
            count += usize::from(ends && starts_next && !abbreviates);
        }
        count
    }
}

/// Words that a headline sets small.
fn is_small_word(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "from", "if", "in", "into", "is", "it", "its", "no",
        "nor", "of", "on", "or", "over", "per", "so", "than", "the", "to", "v", "via", "with",
    ];
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    SMALL.contains(&bare.as_str())
        || matches!(bare.as_str(), "vs" | "yet" | "up" | "about" | "under" | "de" | "la" | "van" | "von")
}

/// Lower case, straight marks, plain dashes, single spaces; bullets, stars and brackets around it dropped.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'a'..='z' | '0'..='9' | ',' | '.' => folded.push(character),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            '‘' | '’' | '‛' | '`' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '–' | '—' | '―' | '‐' | '‑' | '−' => folded.push('-'),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            _ if character.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.extend(character.to_lowercase()),
        }
    }
    let is_around = |c: char| c.is_whitespace() || "*_()[]•·-|»>{}".contains(c);
    let bare = folded.trim_matches(is_around);
    // Marks around the whole are a wrapper too; a single one belongs to words that are quoted.
    let inner = bare.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"'));
    inner.unwrap_or(bare).to_owned()
}
