//! What every export takes: two articles, what they share, and what a reader made of them.

use std::borrow::Cow;

use super::citation::{Form, cite};
use super::passages;
use super::runs::Run;
use crate::model::{
    Article, ArticleKey, Card, Comparison, Described, Link, LinkRef, Note, NoteOn, Place, Reading, Side, Sides, Span,
    ThemeRef, Work,
};

/// What a quotation (the first) changes of the text that it is from (the second), in words for a person.
pub type SayOfQuotation = fn(&str, &str) -> String;

/// Two articles, what they share, and what a reader made of them.
pub struct Pair<'a> {
    articles: Sides<&'a Article>,
    readings: Sides<&'a Reading>,
    keys: Sides<ArticleKey>,
    comparison: Cow<'a, Comparison>,
    work: &'a Work,
    say: SayOfQuotation,
}

impl<'a> Pair<'a> {
    /// The `comparison` is the one where the corrections of `work` hold already. Links that the reader struck out are
    /// left out of it here, themes bear the reader's names.
    pub fn new(
        articles: Sides<&'a Article>,
        readings: Sides<&'a Reading>,
        comparison: &'a Comparison,
        work: &'a Work,
        say: SayOfQuotation,
    ) -> Self {
        let keys = articles.map(|article| ArticleKey::of(&article.text));
        Self { articles, readings, keys, comparison: after_work(comparison, keys, work), work, say }
    }

    /// Both articles.
    pub fn articles(&self) -> Sides<&'a Article> {
        self.articles
    }

    /// Both readings.
    pub fn readings(&self) -> Sides<&'a Reading> {
        self.readings
    }

    /// What the articles share, as the reader left it.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What the reader made.
    pub fn work(&self) -> &'a Work {
        self.work
    }

    /// The words of that side.
    pub fn text(&self, side: Side) -> &'a str {
        &self.articles.get(side).text
    }

    /// The words of a passage.
    pub fn words(&self, side: Side, span: Span) -> &'a str {
        span.of(self.text(side))
    }

    /// The key of that side's article.
    pub fn key(&self, side: Side) -> ArticleKey {
        *self.keys.get(side)
    }

    /// The side on which that article stands.
    pub fn side_of(&self, article: ArticleKey) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.key(*side) == article)
    }

    /// What is known of that side's article.
    pub fn described(&self, side: Side) -> Described {
        self.work.described(self.key(side), &self.readings.get(side).metadata)
    }

    /// The citation of that side's article.
    pub fn cited(&self, side: Side, form: Form) -> Vec<Run> {
        cite(form, &self.described(side))
    }

    /// What to call that side's article: its title, or its file's name.
    pub fn name(&self, side: Side) -> String {
        passages::name_of(self.articles.get(side), self.described(side).title.as_deref())
    }

    /// "Keep the Weir / The Weir Goes".
    pub fn title(&self) -> String {
        format!("{} / {}", self.name(Side::Left), self.name(Side::Right))
    }

    /// The number, from 1, of the paragraph at a byte offset, as the window counts: prose, block quotations and list items.
    pub fn paragraph_number(&self, side: Side, at: usize) -> Option<usize> {
        let paragraph = self.articles.get(side).paragraph_at(at)?;
        let roles = &self.readings.get(side).roles;
        let is_one = roles.get(paragraph).is_some_and(|role| role.is_counted());
        is_one.then(|| roles[..=paragraph].iter().filter(|role| role.is_counted()).count())
    }

    /// The full paragraphs that a span touches.
    pub fn paragraphs_of(&self, side: Side, span: Span) -> Vec<Span> {
        let paragraphs = self.articles.get(side).paragraphs.iter().map(|paragraph| paragraph.span);
        paragraphs.filter(|paragraph| paragraph.overlaps(span)).collect()
    }

    /// The reader's notes on a link, in order.
    pub fn notes_on_link<'b>(&self, link: &'b Link) -> impl Iterator<Item = &'a Note> + use<'a, 'b> {
        let keys = self.keys;
        let on_it = move |note: &&Note| matches!(&note.on, NoteOn::Link(linked) if linked.means(link, keys));
        self.work.notes().map(|(_, note)| note).filter(on_it)
    }

    /// Where a note stands: one passage, or both of a link.
    pub fn places_of(&self, note: &Note) -> Vec<(Side, Span)> {
        let place = |place: &Place| Some((self.side_of(place.article)?, place.span));
        match &note.on {
            NoteOn::Passage(passage) => place(passage).into_iter().collect(),
            NoteOn::Link(link) => match link.spans(self.keys) {
                Some(spans) => Side::BOTH.into_iter().map(|side| (side, *spans.get(side))).collect(),
                None => link.places.iter().filter_map(place).collect(),
            },
        }
    }

    /// Links that the reader drew: the passages and the reader's reason, which may be empty.
    pub fn drawn(&self) -> Vec<(Sides<Span>, &'a str)> {
        let drawn = self.work.drawn().map(|(_, drawn)| drawn);
        drawn.filter_map(|drawn| Some((drawn.spans(self.keys)?, drawn.label.as_str()))).collect()
    }

    /// What the words that a card has read aloud leave out or join, in words for a person.
    pub fn say_of_card(&self, card: &Card) -> Option<String> {
        let text = self.text(self.side_of(card.cut.article)?);
        let read = super::cards::read_aloud(card, text);
        (!read.is_empty()).then(|| (self.say)(&read, text))
    }
}

/// Without what was struck out, and with the reader's names for themes.
fn after_work<'a>(comparison: &'a Comparison, keys: Sides<ArticleKey>, work: &Work) -> Cow<'a, Comparison> {
    let struck: Vec<&LinkRef> = work.struck().map(|(_, link)| link).collect();
    let name = |label: &str| work.theme_name(&ThemeRef::new([keys.left, keys.right], label));
    let is_named = comparison.themes.iter().any(|theme| name(&theme.label).is_some());
    if struck.is_empty() && !is_named {
        return Cow::Borrowed(comparison);
    }
    let is_struck = |link: &Link| struck.iter().any(|struck| struck.means(link, keys));
    let mut left = comparison.clone();
    left.links.retain(|link| !is_struck(link));
    for link in &mut left.links {
        if let Some(theme) = link.theme.and_then(|theme| comparison.themes.get(theme))
            && link.label == theme.label
            && let Some(name) = name(&theme.label)
        {
            name.clone_into(&mut link.label);
        }
    }
    for theme in &mut left.themes {
        if let Some(name) = name(&theme.label) {
            theme.label = name.to_owned();
        }
    }
    Cow::Owned(left)
}
