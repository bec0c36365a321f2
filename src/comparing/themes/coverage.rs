//! Which passages a label's words name.

use super::super::vocabulary::Vocabulary;
use crate::model::{Side, Sides};

/// The share of what a label says that a passage must hold.
const LEAST_HELD: f32 = 0.66;
/// The share that a passage must hold which has so many of the label's companions besides.
const LEAST_HELD_IN_COMPANY: f32 = 0.4;
const LEAST_COMPANIONS: usize = 2;
/// Of so many passages the companions tell something.
const MEMBERS_WITH_COMPANY: std::ops::Range<usize> = 2..30;
/// What a word counts at least, and one of a person's or a place's name beside others.
const LEAST_VALUE: f32 = 0.1;
const PROPER_FACTOR: f32 = 0.5;
/// How many companions a theme has at most, and how closely they must keep to its passages.
const MOST_COMPANIONS: usize = 5;
const LEAST_COMPANY: f32 = 0.4;

/// Where each word stands and what it says, for the two articles.
#[derive(Debug)]
pub struct Coverage {
    values: Vec<f32>,
    /// For each term the passages that have it, in order.
    postings: Sides<Vec<Vec<usize>>>,
    /// What each passage holds of the label at hand; zero between calls.
    held: Sides<Vec<f32>>,
}

impl Coverage {
    /// Of all terms of two articles.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut postings =
            Sides::new(vec![Vec::new(); vocabulary.terms.len()], vec![Vec::new(); vocabulary.terms.len()]);
        for side in Side::BOTH {
            for (index, passage) in vocabulary.passages.get(side).iter().enumerate() {
                for &(term, _) in &passage.counts {
                    postings.get_mut(side)[term].push(index);
                }
            }
        }
        let values = (0..vocabulary.terms.len()).map(|term| value(vocabulary, term)).collect();
        let held = vocabulary.passages.as_ref().map(|passages| vec![0.0; passages.len()]);
        Self { values, postings, held }
    }

    /// How much a term says in a label, 0 to 1.
    pub fn value(&self, term: usize) -> f32 {
        self.values.get(term).copied().unwrap_or(0.0)
    }

    /// The passages that hold enough of the terms.
    pub fn members(&mut self, terms: &[usize]) -> Sides<Vec<usize>> {
        let least = LEAST_HELD * terms.iter().map(|&term| self.values[term]).sum::<f32>();
        let [left, right] = Side::BOTH.map(|side| self.members_of(side, terms, least));
        Sides::new(left, right)
    }

    /// The passages that hold enough of the terms, and those that hold one of them and enough of the words that keep
    /// them company: "reluctant witnesses" belong to "victims afraid to testify".
    pub fn wider_members(&mut self, vocabulary: &Vocabulary, terms: &[usize]) -> Sides<Vec<usize>> {
        let members = self.members(terms);
        let count = members.left.len() + members.right.len();
        if terms.len() < 2 || !MEMBERS_WITH_COMPANY.contains(&count) {
            return members;
        }
        let companions = self.companions(vocabulary, terms, &members);
        let least = LEAST_HELD_IN_COMPANY * terms.iter().map(|&term| self.values[term]).sum::<f32>();
        let [left, right] = Side::BOTH.map(|side| {
            let near = self.members_of(side, terms, least);
            let counts = &vocabulary.passages.get(side);
            let keeps_company = |passage: &usize| {
                let has =
                    |term: &&usize| counts[*passage].counts.binary_search_by_key(*term, |(term, _)| *term).is_ok();
                companions.iter().filter(has).count() >= LEAST_COMPANIONS
            };
            let own = members.get(side);
            near.into_iter().filter(|passage| own.binary_search(passage).is_ok() || keeps_company(passage)).collect()
        });
        Sides::new(left, right)
    }

    fn members_of(&mut self, side: Side, terms: &[usize], least: f32) -> Vec<usize> {
        let (postings, held) = (self.postings.get(side), self.held.get_mut(side));
        let mut touched = Vec::new();
        for &term in terms {
            for &passage in &postings[term] {
                if held[passage] == 0.0 {
                    touched.push(passage);
                }
                held[passage] += self.values[term];
            }
        }
        touched.sort_unstable();
        let members = touched.iter().copied().filter(|&passage| held[passage] >= least - 1e-4).collect();
        for passage in touched {
            held[passage] = 0.0;
        }
        members
    }

    /// Words that keep to a theme's passages, closest first (Ochiai, 1957).
    pub fn companions(&self, vocabulary: &Vocabulary, terms: &[usize], passages: &Sides<Vec<usize>>) -> Vec<usize> {
        let mut standing: Vec<usize> = Side::BOTH
            .iter()
            .flat_map(|&side| passages.get(side).iter().map(move |&index| (side, index)))
            .flat_map(|(side, index)| vocabulary.passages.get(side)[index].counts.iter().map(|(term, _)| *term))
            .collect();
        standing.sort_unstable();
        let members = (passages.left.len() + passages.right.len()) as f32;
        let mut companions: Vec<(f32, usize)> = standing
            .chunk_by(|one, next| one == next)
            .filter(|run| run.len() > 1 && !terms.contains(&run[0]) && !vocabulary.terms[run[0]].is_name)
            .map(|run| {
                let everywhere = vocabulary.terms[run[0]].passages;
                let all = (everywhere.left + everywhere.right) as f32;
                (run.len() as f32 / (all * members).sqrt(), run[0])
            })
            .filter(|(company, _)| *company >= LEAST_COMPANY)
            .map(|(company, term)| (company * self.values[term], term))
            .collect();
        companions.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        companions.into_iter().take(MOST_COMPANIONS).map(|(_, term)| term).collect()
    }
}

/// Rare words say more than common ones, and little where they stand in most passages of both articles.
fn value(vocabulary: &Vocabulary, term: usize) -> f32 {
    let term = &vocabulary.terms[term];
    let share = |side: Side| *term.passages.get(side) as f32 / vocabulary.passages.get(side).len().max(1) as f32;
    let everywhere = share(Side::Left).min(share(Side::Right));
    let proper = if term.is_proper { PROPER_FACTOR } else { 1.0 };
    (term.background * (1.15 - everywhere).min(1.0) * proper).max(LEAST_VALUE)
}
