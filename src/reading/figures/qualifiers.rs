//! "Nearly", "more than", "or so": how exact a number is said to be.

use super::Line;
use crate::model::Qualifier;

/// Where the number itself begins behind the words that qualify it, and what they say.
pub fn before(line: Line<'_>, at: usize) -> (usize, Qualifier) {
    let words = [line.word(at), line.word(at + 1), line.word(at + 2)];
    let (length, qualifier) = match words {
        ["just" | "barely" | "slightly" | "only", "under" | "below" | "shy", _] => (2, Qualifier::Nearly),
        ["just" | "slightly" | "little" | "well" | "only" | "significantly" | "considerably", ..]
            if before(line, at + 1).1 == Qualifier::Over =>
        {
            return before(line, at + 1);
        }
        ["a", "little", _] if before(line, at + 2).1 != Qualifier::Plain => return before(line, at + 2),
        ["as", "many" | "much" | "few", "as"] => (3, Qualifier::Under),
        ["no", "more" | "less" | "fewer", "than"] => {
            (3, if words[1] == "more" { Qualifier::Under } else { Qualifier::Over })
        }
        ["in", "excess", "of"] => (3, Qualifier::Over),
        ["more" | "greater" | "higher", "than", _] | ["upwards" | "north", "of", _] | ["at", "least", _] => {
            (2, Qualifier::Over)
        }
        ["less" | "fewer" | "lower", "than", _] | ["at", "most", _] | ["up", "to", _] => (2, Qualifier::Under),
        ["close", "to", _] | ["just", "short", _] => (2 + usize::from(words[2] == "of"), Qualifier::Nearly),
        ["an", "estimated", _] => (2, Qualifier::About),
        ["nearly" | "almost", ..] => (1, Qualifier::Nearly),
        ["about" | "some" | "roughly" | "approximately" | "around" | "estimated" | "circa", ..] => {
            (1, Qualifier::About)
        }
        ["over" | "above" | "exceeding", ..] => (1, Qualifier::Over),
        ["under" | "below", ..] => (1, Qualifier::Under),
        ["only" | "just" | "exactly" | "precisely", ..] => (1, Qualifier::Plain),
        _ => (0, Qualifier::Plain),
    };
    (at + length, qualifier)
}

/// "or so", "or more", "or less" behind a number: the token after them and what they say.
pub fn behind(line: Line<'_>, at: usize) -> Option<(usize, Qualifier)> {
    match [line.word(at), line.word(at + 1)] {
        ["or", "so"] => Some((at + 2, Qualifier::About)),
        ["or", "more"] => Some((at + 2, Qualifier::Over)),
        ["or", "less" | "fewer"] => Some((at + 2, Qualifier::Under)),
        _ if line.written(at) == "+" => Some((at + 1, Qualifier::Over)),
        _ => None,
    }
}
