//! Reading one theme through: its passages in turn, left and right.

use super::{Compared, Job, Passage, State};
use crate::model::{LinkKind, Side, Sides, Span};

/// A theme that is read from passage to passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Index into the comparison's themes.
    pub theme: usize,
    /// Its passages in the order of reading: of every pair the left one, then the right one; then what stands alone.
    pub steps: Vec<Passage>,
    /// The step the reader is at.
    pub at: usize,
}

impl Together {
    /// At the first passage of that theme; none where it has no passage.
    pub fn new(compared: &Compared, theme: usize) -> Option<Self> {
        let steps = steps(compared, theme);
        (!steps.is_empty()).then_some(Self { theme, steps, at: 0 })
    }

    /// The passage the reader is at.
    pub fn passage(&self) -> Option<Passage> {
        self.steps.get(self.at).copied()
    }

    /// One step on or back, round at the ends.
    fn step(&mut self, forward: bool) {
        let count = self.steps.len().max(1);
        self.at = (self.at + if forward { 1 } else { count - 1 }) % count;
    }
}

/// The steps through a theme: its linked pairs from top to bottom, then the paragraphs without a partner.
fn steps(compared: &Compared, theme: usize) -> Vec<Passage> {
    let comparison = &compared.comparison;
    let Some(found) = comparison.themes.get(theme) else { return Vec::new() };
    let links = comparison.links.iter().enumerate();
    let mut pairs: Vec<(usize, Sides<Span>)> = links
        .filter(|(_, link)| link.kind == LinkKind::Theme && link.theme == Some(theme))
        .map(|(index, link)| (index, link.spans))
        .collect();
    pairs.sort_by_key(|(index, spans)| (spans.left.start, spans.right.start, *index));
    let mut steps: Vec<Passage> = Vec::new();
    for (link, spans) in pairs {
        for asked in Side::BOTH {
            // Where one passage has two partners it is read once.
            let is_read = |step: &Passage| step.asked == asked && step.spans.get(asked) == &Some(*spans.get(asked));
            if !steps.iter().any(is_read) {
                steps.push(Passage { asked, spans: spans.map(Some), link: Some(link) });
            }
        }
    }
    for asked in Side::BOTH {
        let paragraphs = &compared.sides.get(asked).article.paragraphs;
        for span in found.paragraphs.get(asked).iter().filter_map(|index| paragraphs.get(*index)).map(|it| it.span) {
            if !steps.iter().any(|step| step.spans.get(asked) == &Some(span)) {
                let mut spans = Sides::default();
                *spans.get_mut(asked) = Some(span);
                steps.push(Passage { asked, spans, link: None });
            }
        }
    }
    steps
}

impl State {
    /// Begins to read a theme.
    pub(super) fn read_together(&mut self, theme: usize) -> Vec<Job> {
        let Some(compared) = &self.compared else { return Vec::new() };
        self.together = Together::new(compared, theme);
        self.show_step()
    }

    /// The next passage of the theme that is read, or the one before; where none is, the first of the theme at hand.
    pub(super) fn read_on(&mut self, forward: bool) -> Vec<Job> {
        let Some(together) = &mut self.together else {
            return self.nearest_theme().map_or_else(Vec::new, |theme| self.read_together(theme));
        };
        together.step(forward);
        self.show_step()
    }

    fn show_step(&mut self) -> Vec<Job> {
        let passage = self.together.as_ref().and_then(Together::passage);
        passage.map_or_else(Vec::new, |passage| self.show(passage))
    }

    /// The theme under the pointer or open in its pane, else that of the current link, else the heaviest of both.
    fn nearest_theme(&self) -> Option<usize> {
        let comparison = &self.compared.as_ref()?.comparison;
        let of_link = || comparison.links.get(self.current?)?.theme;
        let first = || (!comparison.themes.is_empty()).then_some(0);
        self.theme_at_hand.filter(|theme| *theme < comparison.themes.len()).or_else(of_link).or_else(first)
    }
}
