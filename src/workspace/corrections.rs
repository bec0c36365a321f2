//! What the reader put right in this session, with undo and redo.

use serde::{Deserialize, Serialize};

use crate::model::{ArticleKey, Correction};

/// Every correction of the session, of all articles. Undo and redo reach only those of the articles that are open:
/// nobody wants to undo what is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    done: Vec<Correction>,
    undone: Vec<Correction>,
}

impl Corrections {
    /// Adds one; what was undone of the same articles can no longer be redone.
    pub fn push(&mut self, correction: Correction) {
        let about = correction.articles();
        self.undone.retain(|undone| !undone.articles().iter().any(|article| about.contains(article)));
        self.done.push(correction);
    }

    /// Takes the last one of these articles back: that one, if there is one.
    pub fn undo(&mut self, open: &[ArticleKey]) -> Option<Correction> {
        move_last(&mut self.done, &mut self.undone, open)
    }

    /// Makes the last one that was taken back hold again: that one, if there is one.
    pub fn redo(&mut self, open: &[ArticleKey]) -> Option<Correction> {
        move_last(&mut self.undone, &mut self.done, open)
    }

    /// Those that hold while these articles are open, in the order in which they were made.
    pub fn holding(&self, open: &[ArticleKey]) -> Vec<Correction> {
        self.done.iter().filter(|correction| is_about(correction, open)).cloned().collect()
    }

    /// Whether nothing was ever corrected.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }
}

fn is_about(correction: &Correction, open: &[ArticleKey]) -> bool {
    correction.articles().iter().all(|article| open.contains(article))
}

fn move_last(from: &mut Vec<Correction>, to: &mut Vec<Correction>, open: &[ArticleKey]) -> Option<Correction> {
    let last = from.iter().rposition(|correction| is_about(correction, open))?;
    let moved = from.remove(last);
    to.push(moved.clone());
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Said, Span};

    fn key(name: &str) -> ArticleKey {
        ArticleKey::of(name)
    }

    fn cleared(article: &str, start: usize) -> Correction {
        let quotation = Place { article: key(article), span: Span::new(start, start + 5) };
        Correction::Speaker { quotation, said: Said::ByNobody }
    }

    #[test]
    fn undo_and_redo_go_back_and_forth_one_by_one() {
        let mut corrections = Corrections::default();
        let open = [key("mill"), key("weir")];
        let all = [cleared("mill", 0), cleared("weir", 10), cleared("mill", 20)];
        for correction in &all {
            corrections.push(correction.clone());
        }
        for left in (0..3).rev() {
            assert_eq!(corrections.undo(&open).as_ref(), all.get(left));
            assert_eq!(corrections.holding(&open), all[..left]);
        }
        assert_eq!(corrections.undo(&open), None, "nothing is left to undo");
        for back in 1..=3 {
            assert_eq!(corrections.redo(&open).as_ref(), all.get(back - 1));
            assert_eq!(corrections.holding(&open), all[..back]);
        }
        assert_eq!(corrections.redo(&open), None);
    }

    #[test]
    fn a_new_correction_ends_what_could_be_redone() {
        let mut corrections = Corrections::default();
        let open = [key("mill"), key("weir")];
        corrections.push(cleared("mill", 0));
        corrections.undo(&open);
        corrections.push(cleared("mill", 20));
        assert_eq!(corrections.redo(&open), None);
        assert_eq!(corrections.holding(&open), [cleared("mill", 20)]);
    }

    #[test]
    fn other_articles_keep_theirs() {
        let mut corrections = Corrections::default();
        corrections.push(cleared("mill", 0));
        let elsewhere = [key("pond"), key("bridge")];
        corrections.push(cleared("pond", 0));
        assert!(corrections.undo(&elsewhere).is_some() && corrections.undo(&elsewhere).is_none());
        assert_eq!(corrections.holding(&[key("mill"), key("weir")]), [cleared("mill", 0)]);
        assert!(corrections.redo(&elsewhere).is_some(), "and can be redone there");
    }

    #[test]
    fn the_work_is_plain_data() {
        let mut corrections = Corrections::default();
        corrections.push(cleared("mill", 0));
        corrections.push(cleared("mill", 9));
        corrections.undo(&[key("mill")]);
        let written = serde_json::to_string(&corrections).expect("plain data");
        assert_eq!(serde_json::from_str::<Corrections>(&written).expect("what was written"), corrections);
    }
}
