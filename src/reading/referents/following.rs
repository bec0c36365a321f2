//! Names that a lower-case noun completes: "Trump administration", "Secure Communities program", "Dover police".

use super::lexicon::lexicon;
use super::names::Name;
use super::words::{Shape, Word};
use crate::model::SourceKind;

/// Lets each name take the noun behind it, where that makes another thing of it.
pub fn complete(words: &[Word<'_>], names: &mut [Name]) {
    for name in names {
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
