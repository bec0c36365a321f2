//! English words that are no names, for the rooms that tell words apart.

/// One a line, sorted by bytes, behind a comment (`assets/lexicon/README.md`). A static, so that the program holds it once.
pub static COMMON_WORDS: &str = include_str!("../../assets/lexicon/common-words.txt");
