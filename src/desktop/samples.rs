//! The articles that come with the program, inside it, so that the installed program has them too.

use serde::Deserialize;

use crate::workspace::{Origin, Pair};

const MANIFEST: &str = include_str!("../../corpus/manifest.json");

/// Every article of the manifest; a test holds both against each other.
const FILES: [(&str, &[u8]); 8] = [
    ("the-witness-who-was-never-called.txt", include_bytes!("../../corpus/the-witness-who-was-never-called.txt")),
    ("alder-falls-council-vote.md", include_bytes!("../../corpus/alder-falls-council-vote.md")),
    ("read-the-whole-page.md", include_bytes!("../../corpus/read-the-whole-page.md")),
    ("what-i-heard-in-room-118.md", include_bytes!("../../corpus/what-i-heard-in-room-118.md")),
    ("ketterick-dam-vote.txt", include_bytes!("../../corpus/ketterick-dam-vote.txt")),
    ("keep-the-pond.md", include_bytes!("../../corpus/keep-the-pond.md")),
    ("letter-from-the-little-sorrel.txt", include_bytes!("../../corpus/letter-from-the-little-sorrel.txt")),
    ("seven-minutes-each.txt", include_bytes!("../../corpus/seven-minutes-each.txt")),
];

#[derive(Deserialize)]
struct Manifest {
    sample_pair: [String; 2],
    articles: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    file: String,
    title: String,
    subject: String,
}

/// The two articles that the window opens first.
pub fn pair() -> (Origin, Origin) {
    match serde_json::from_str::<Manifest>(MANIFEST) {
        Ok(Manifest { sample_pair: [left, right], .. }) => (Origin::Sample(left), Origin::Sample(right)),
        // The tests read the same manifest, so this stands only for a build that failed them.
        Err(_) => (Origin::Sample(FILES[0].0.to_owned()), Origin::Sample(FILES[1].0.to_owned())),
    }
}

/// All of them in pairs, two on one subject together, the first pair first.
pub fn pairs() -> Vec<Pair> {
    let Ok(manifest) = serde_json::from_str::<Manifest>(MANIFEST) else { return Vec::new() };
    let mut subjects: Vec<&str> = manifest.articles.iter().map(|article| article.subject.as_str()).collect();
    subjects.dedup();
    let mut pairs = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        if subjects[..at].contains(subject) {
            continue;
        }
        let own: Vec<&Article> = manifest.articles.iter().filter(|article| article.subject == *subject).collect();
        let couples = own.chunks(2).filter_map(|couple| couple.first().zip(couple.get(1)));
        pairs.extend(couples.map(|(left, right)| Pair {
            left: Origin::Sample(left.file.clone()),
            right: Origin::Sample(right.file.clone()),
            left_title: left.title.clone(),
            right_title: right.title.clone(),
        }));
    }
    pairs
}

/// The bytes of one of them; none for a name that is not among them.
pub fn bytes(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(file, _)| *file == name).map(|(_, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Whole {
        sample_pair: Vec<String>,
        articles: Vec<Entry>,
    }

    #[derive(Deserialize)]
    struct Entry {
        file: String,
    }

    #[test]
    fn the_samples_come_in_pairs_the_first_one_first() {
        let pairs = pairs();
        let (left, right) = pair();
        assert!(pairs.len() >= 3, "{}", pairs.len());
        assert_eq!((&pairs[0].left, &pairs[0].right), (&left, &right));
    }

    #[test]
    fn the_program_holds_every_article_of_the_manifest() {
        let manifest: Whole = serde_json::from_str(MANIFEST).expect("the manifest is JSON");
        for name in manifest.articles.iter().map(|entry| &entry.file).chain(&manifest.sample_pair) {
            assert!(bytes(name).is_some(), "{name} is not built in");
        }
        assert_eq!(manifest.articles.len(), FILES.len());
    }
}
