//! Bodies under several forms: with and without "the", "U.S.", "Inc."; "Department of X" and "X Department"; the
//! first word for the whole.

use std::collections::BTreeMap;

use super::cast::Entity;
use super::lexicon::{Lexicon, lexicon};
use super::names::Name;
use super::person_names::plain;
use super::words::{Shape, Word};
use crate::model::SourceKind;

/// The form under which a body is found again.
pub fn key(words: &[Word<'_>], name: &Name) -> String {
    if let Some(known) = name.known.and_then(|index| lexicon().known(index)) {
        return key_of_known(known.name);
    }
    let parts: Vec<String> = words[name.first..name.end]
        .iter()
        .filter(|word| word.shape != Shape::Mark || word.is("&"))
        .map(|word| plain(word.text))
        .collect();
    key_of_parts(parts)
}

/// The key of a name as plain text, without possessive endings.
pub fn key_of_text(name: &str) -> String {
    if let Some(known) = lexicon().known_by(name) {
        return key_of_known(known.name);
    }
    let bare = name.replace("’s ", " ").replace("'s ", " ").replace("s’ ", "s ").replace("s' ", "s ");
    let parts = bare
        .split_whitespace()
        .map(plain)
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != ')').to_owned());
    key_of_parts(parts.filter(|part| !part.is_empty()).collect())
}

fn key_of_known(name: &str) -> String {
    format!("={}", plain(name))
}

fn key_of_parts(mut parts: Vec<String>) -> String {
    for part in &mut parts {
        match part.as_str() {
            "dept" => "department".clone_into(part),
            "univ" => "university".clone_into(part),
            "&" => "and".clone_into(part),
            "programme" => "program".clone_into(part),
            _ => {}
        }
    }
    if parts.len() > 1 && matches!(parts[0].as_str(), "the" | "us") {
        parts.remove(0);
    }
    while parts.len() > 1 && parts.last().is_some_and(|last| is_form_of_firm(last)) {
        parts.pop();
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| is_bare_programme(last)) && !is_plain_name(&parts) {
        parts.pop();
    }
    if parts.len() > 2 && matches!(parts[parts.len() - 1].as_str(), "administration" | "campaign") {
        // "Ana Ruiz campaign" is the "Ruiz campaign".
        let given = lexicon().is_given(&parts[0]) && lexicon().place(&parts[0]).is_none();
        if given {
            parts.drain(..parts.len() - 2);
        }
    }
    let of = parts.len() > 2 && matches!(parts[0].as_str(), "department" | "ministry") && parts[1] == "of";
    if of {
        let head = parts.remove(0);
        parts.remove(0);
        if parts.first().is_some_and(|first| first == "the") {
            parts.remove(0);
        }
        parts.push(head);
    }
    let joined = parts.join(" ");
    let reference = joined.replace(['(', ')'], "");
    if reference.starts_with(|c: char| c.is_ascii_digit()) { reference } else { joined }
}

fn is_form_of_firm(word: &str) -> bool {
    matches!(word, "inc" | "corp" | "corporation" | "co" | "ltd" | "llc" | "llp" | "plc" | "company")
}

fn is_bare_programme(word: &str) -> bool {
    matches!(word, "program" | "programs" | "agreement" | "agreements" | "initiative")
}

/// Whether the words before the last are one plain word, which needs its head: "Community Program".
fn is_plain_name(parts: &[String]) -> bool {
    parts.len() == 2 && lexicon().is_common(&parts[0])
}

/// Whether `text` says more than `known`, acronyms saying least.
pub fn is_fuller(text: &str, known: &str) -> bool {
    let words = |name: &str| name.split_whitespace().count();
    known.is_empty() || words(text) > words(known)
}

/// The first word of each body's name of several words, where only one begins with it and it is no plain word or place.
pub fn by_first_word(entities: &[Entity]) -> BTreeMap<String, usize> {
    let mut found: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (index, entity) in entities.iter().enumerate() {
        let words: Vec<&str> = entity.key.trim_start_matches('=').split(' ').collect();
        let derived = words.last().is_some_and(|last| matches!(*last, "administration" | "campaign"));
        let usable = words.len() > 1 && !derived && !is_plain_or_place(lexicon(), words[0]);
        let county = entity.kind == Some(SourceKind::Place) && words.last().is_some_and(|last| *last == "county");
        if usable && (county || entity.kind == Some(SourceKind::Organisation)) {
            found.entry(words[0].to_owned()).and_modify(|known| *known = None).or_insert(Some(index));
        }
    }
    found.into_iter().filter_map(|(word, index)| Some((word, index?))).collect()
}

/// Joins a single word to the one longer name of a body that begins with it: "Cardwell" to "Cardwell Institute".
pub fn join_short_forms(entities: &mut [Entity]) {
    let mut longer: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, entity) in entities.iter().enumerate() {
        let body = matches!(entity.kind, Some(SourceKind::Organisation | SourceKind::Publication));
        let words: Vec<&str> = entity.key.split(' ').collect();
        let derived = words.last().is_some_and(|last| matches!(*last, "administration" | "campaign"));
        if body && words.len() > 1 && !derived {
            longer.entry(words[0].trim_start_matches('=').to_owned()).or_default().push(index);
            let last = words[words.len() - 1];
            if entity.kind == Some(SourceKind::Publication) && lexicon().head(last) == Some(SourceKind::Publication) {
                longer.entry(format!("the {last}")).or_default().push(index);
            }
        }
    }
    for index in 0..entities.len() {
        let short = entities[index].key.clone();
        let lone = !short.is_empty() && !short.contains(' ') && !short.starts_with('=');
        if !lone || entities[index].kind == Some(SourceKind::Place) {
            continue;
        }
        let publication = entities[index].kind == Some(SourceKind::Publication);
        let key = if publication { format!("the {short}") } else { short.clone() };
        let Some([only]) = longer.get(&key).map(Vec::as_slice) else { continue };
        if *only != index && (publication || !is_plain_or_place(lexicon(), &short)) {
            let mentions = std::mem::take(&mut entities[index].mentions);
            entities[*only].mentions.extend(mentions);
        }
    }
}

fn is_plain_or_place(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.is_common(word) || lexicon.place(word).is_some()
}
