//! Several names or words in one phrase.

/// "A", "A and B", "A, B and C"; nothing of nothing.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn one_two_and_three() {
        let words = ["trust", "fear", "police"].map(str::to_owned);
        let shown: Vec<String> = (0..=3).map(|count| listed(&words[..count])).collect();
        assert_eq!(shown, ["", "trust", "trust and fear", "trust, fear and police"]);
    }
}
