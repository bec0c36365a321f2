//! "the mayor", "the police chief": who holds the office.

use super::{Meant, Scene};
use crate::model::{SourceKind, Span};
use crate::reading::referents::lexicon::lexicon;
use crate::reading::referents::person_names::plain;
use crate::reading::referents::words::Shape;

impl Scene<'_, '_> {
    /// The office phrase that begins at `at`, over one or two modifiers, and where it ends.
    pub fn office_at(&self, at: usize) -> Option<(String, usize)> {
        (0..3).find_map(|skipped| {
            let start = at + skipped;
            let modifiers = self.words.get(at..start)?;
            let plain = modifiers.iter().all(|word| {
                word.shape != Shape::Mark
                    && !lexicon().is_function(&word.folded)
                    && !word.possessive
                    && (word.is_capital()
                        || matches!(
                            word.folded.as_str(),
                            "former" | "current" | "then" | "acting" | "late" | "outgoing"
                        ))
            });
            if !plain {
                return None;
            }
            (1..=4).rev().find_map(|length| {
                let slice = self.words.get(start..start + length)?;
                let phrase = slice.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
                lexicon().office(&phrase).filter(|office| !office.address).map(|_| (phrase, start + length))
            })
        })
    }

    /// The person nearest before `at` who holds the office; `places` are words that should speak for them.
    pub fn holder_of(&self, office: &str, at: usize, places: &[String]) -> Option<Meant> {
        let mut best: Option<(usize, f32)> = None;
        let mut seen = Vec::new();
        let first = self.words.partition_point(|word| word.span.start < at);
        let bare = self.words.get(first + 1).is_some_and(|word| word.is(office));
        for (rank, (index, _)) in self.before(at).enumerate() {
            if seen.contains(&index) || self.entities[index].kind != Some(SourceKind::Person) {
                continue;
            }
            seen.push(index);
            let Some(fit) = self.fit_of(index, office, bare) else { continue };
            let agreeing = places.iter().filter(|place| self.introduces(index, place)).count() as f32;
            let score = fit + 0.5 * agreeing - 0.005 * rank as f32;
            if best.is_none_or(|(_, known)| score > known + 0.001) {
                best = Some((index, score));
            }
        }
        best.map(|(index, score)| (index, score.clamp(0.6, 0.95)))
    }

    /// How well an office that the person is given fits the one by which somebody is called. Whom an administration is
    /// named after is "the president" where nothing else stands with it (`bare`).
    fn fit_of(&self, index: usize, office: &str, bare: bool) -> Option<f32> {
        let elect = office.ends_with("-elect");
        let offices = self.entities[index].offices.iter();
        let held = offices.filter(|held| !elect || held.ends_with("-elect") || !self.is_of_a_body(index, held));
        let fit = held.filter_map(|held| office_fit(held, office)).max_by(f32::total_cmp);
        if self.author == Some(index) {
            // What a note on the author says is seldom meant in the text itself.
            let past = self.introduced_as(index, office).any(|(_, words)| words.contains("former"));
            return fit.filter(|fit| *fit >= 0.9 && !past).map(|fit| fit - 0.3);
        }
        let leads =
            bare && office == "president" && self.entities[index].offices.is_empty() && self.has_administration(index);
        fit.or(leads.then_some(0.85))
    }

    /// The introductions that give the person the office, each folded.
    fn introduced_as<'x>(&'x self, index: usize, office: &'x str) -> impl Iterator<Item = (Span, String)> + 'x {
        let all = self.entities[index].introductions.iter().map(|span| (*span, plain(span.of(self.text))));
        all.filter(move |(_, words)| words.contains(office))
    }

    /// Whether the office is only that of a named body: "president of the Sheriffs Guild".
    fn is_of_a_body(&self, index: usize, office: &str) -> bool {
        let body = |span: Span| {
            self.names_in(span).iter().any(|(other, _)| self.entities[*other].kind == Some(SourceKind::Organisation))
        };
        let mut all = self.introduced_as(index, office).peekable();
        all.peek().is_some() && all.all(|(span, _)| body(span))
    }

    fn introduces(&self, index: usize, place: &str) -> bool {
        self.entities[index].introductions.iter().any(|span| plain(span.of(self.text)).contains(place))
    }
}

/// How well an office that somebody holds fits the one by which somebody is called.
fn office_fit(held: &str, called: &str) -> Option<f32> {
    if held == called {
        return Some(0.9);
    }
    let elect = |office: &str| office.trim_end_matches("-elect").to_owned();
    if elect(held) == elect(called) {
        return Some(0.8);
    }
    let abbreviated = long_form(held) == long_form(called);
    if abbreviated {
        return Some(0.9);
    }
    if called == "president" || called == "general" || called == "minister" {
        return None;
    }
    let last = |office: &str| office.split(' ').next_back().unwrap_or_default().to_owned();
    let tail = last(held) == last(called) && !called.contains(' ');
    let of = held.split(" of ").next().is_some_and(|head| head == called);
    (tail || of).then_some(0.8)
}

/// The office without abbreviation, one form for each.
pub fn long_form(office: &str) -> &str {
    match office {
        "sen." | "sen" => "senator",
        "gov." | "gov" => "governor",
        "rep." | "rep" | "congressman" | "congresswoman" => "representative",
        "lt. gov." => "lieutenant governor",
        "gen." => "general",
        "sgt." => "sergeant",
        "det." => "detective",
        "capt." => "captain",
        "col." => "colonel",
        "pres." => "president",
        "chief of police" => "police chief",
        "house speaker" => "speaker",
        other => other,
    }
}
