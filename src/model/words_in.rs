//! How long a text is to a reader.

/// How many words a speaker says there: what stands between white space and has a letter or a digit, so that a dash
/// between spaces is none.
pub fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::words_in;

    #[test]
    fn a_mark_by_itself_is_no_word() {
        assert_eq!(words_in("the weir — 38 percent “lower” … * *"), 5);
        assert_eq!(words_in(" — "), 0);
    }
}
