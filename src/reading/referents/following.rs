//! Names that a lower-case noun completes: "Trump administration", "Secure Communities program", "Dover police".

use super::lexicon::lexicon;
use super::names::Name;
use super::words::{Shape, Word};
use crate::model::SourceKind;

/// Lets each name take the noun behind it, where that makes another thing of it.
pub fn complete(words: &[Word<'_>], names: &mut [Name]) {
    for name in names {
        // "Velm Water spokesman", "a spokesman for Velm Water": somebody speaks for a body.
        let voiced = words.get(name.end).is_some_and(is_voice) || is_spoken_for(words, name);
        if voiced && name.kind.is_none() && name.end - name.first > 1 {
            name.kind = Some(SourceKind::Organisation);
            name.weak = false;
        }
        let Some(noun) = words.get(name.end).filter(|noun| !noun.glued && noun.shape != Shape::Mark) else { continue };
        let possessive = words[name.end - 1].possessive;
        if possessive || noun.paragraph != words[name.first].paragraph {
            continue;
        }
        let Some(kind) = lexicon().following(&noun.folded) else { continue };
        if fits(words, name, &noun.folded) {
            name.end += 1;
            name.kind = Some(kind);
            name.weak = false;
            name.known = None;
            name.person = None;
            name.title = None;
        }
    }
}

fn is_voice(word: &Word<'_>) -> bool {
    lexicon().office(&word.folded).is_some_and(|office| office.voice)
}

fn is_spoken_for(words: &[Word<'_>], name: &Name) -> bool {
    let before = |back: usize| name.first.checked_sub(back).and_then(|at| words.get(at));
    let back = 1 + usize::from(before(1).is_some_and(|word| word.is("the")));
    before(back).is_some_and(|word| word.is("for")) && before(back + 1).is_some_and(is_voice)
}

fn fits(words: &[Word<'_>], name: &Name, noun: &str) -> bool {
    let lone = name.kind.is_none() && name.end - name.first == 1;
    match noun {
        "administration" | "campaign" => name.kind == Some(SourceKind::Person) || lone,
        "police" | "government" | "govt" => {
            let behind = words.get(name.end + 1).map_or("", |word| word.folded.as_str());
            let officer = lexicon().office(behind).is_some()
                || matches!(
                    behind,
                    "department"
                        | "departments"
                        | "officers"
                        | "officials"
                        | "force"
                        | "station"
                        | "custody"
                        | "brutality"
                        | "reports"
                );
            name.kind == Some(SourceKind::Place) && !officer
        }
        "amendment" | "poll" | "study" | "survey" => false,
        _ => {
            let reference = name.first + 1 == name.end && words[name.first].shape == Shape::Reference;
            let several = name.end - name.first > 1 || !name.weak;
            reference || (several && !matches!(name.kind, Some(SourceKind::Person | SourceKind::Place)))
        }
    }
}
