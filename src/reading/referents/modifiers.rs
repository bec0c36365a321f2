//! Words that stand before an office and belong to it: "former", "acting", "then-".

/// What qualifies an office wherever it stands, in a title before a name and in an apposition behind one.
const MODIFIERS: [&str; 16] = [
    "former",
    "acting",
    "deputy",
    "assistant",
    "associate",
    "interim",
    "senior",
    "then",
    "late",
    "retired",
    "police",
    "state",
    "federal",
    "first",
    "vice",
    "ex",
];

/// Whether a folded word qualifies an office.
pub fn is_modifier(folded: &str) -> bool {
    MODIFIERS.contains(&folded) || then_or_ex(folded).is_some()
}

/// What follows "then-" or "ex-" in one word: "mayor" of "then-mayor".
pub fn then_or_ex(folded: &str) -> Option<&str> {
    folded.strip_prefix("then-").or_else(|| folded.strip_prefix("ex-"))
}
