//! How words are written: capitals, dots, digits.

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// "house".
    Lower,
    /// "House".
    Capital,
    /// "ICE".
    Upper,
    /// "`McCain`", "`iPhone`".
    Mixed,
    /// "J.".
    Initial,
    /// "U.S.", "J.K.".
    Dotted,
    /// "124".
    Number,
    /// "287(g)", "287g".
    Reference,
    /// Any mark.
    Mark,
}

/// How a word of letters is written.
pub(super) fn shape_of(text: &str) -> Shape {
    let base = ["’s", "'s"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    let mut letters = base.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    if base.starts_with(|c: char| c.is_ascii_digit()) {
        // "287g" names a section; "1990s", "40m" and "300k" name nothing.
        let digits = base.chars().filter(char::is_ascii_digit).count();
        let lettered =
            lower + upper == 0 && !matches!(first.to_ascii_lowercase(), 's' | 'k' | 'm' | 'b' | 'p' | 'c' | 'f');
        let whole = digits + 1 == base.chars().count();
        return if lettered && whole && (2..=4).contains(&digits) { Shape::Reference } else { Shape::Lower };
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) => Shape::Capital,
        (true, _, 0) => Shape::Upper,
        (true, 0, _) => Shape::Capital,
        (true, _, _) => Shape::Mixed,
        (false, upper, _) if upper > 0 && !base.contains('-') => Shape::Mixed,
        _ => Shape::Lower,
    }
}
