//! Spellings of one word: British and American, number words and digits.

/// The value of a number word or of digits below a million: for joining "twenty" and "three".
pub fn number(word: &[u8]) -> Option<u32> {
    if word.first()?.is_ascii_digit() {
        return (word.len() <= 6 && word.iter().all(u8::is_ascii_digit))
            .then(|| word.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')));
    }
    if !(3..=9).contains(&word.len()) || !b"ztofsenth".contains(&word[0]) {
        return None;
    }
    Some(match word {
        b"zero" => 0,
        b"one" => 1,
        b"two" => 2,
        b"three" => 3,
        b"four" => 4,
        b"five" => 5,
        b"six" => 6,
        b"seven" => 7,
        b"eight" => 8,
        b"nine" => 9,
        b"ten" => 10,
        b"eleven" => 11,
        b"twelve" => 12,
        b"thirteen" => 13,
        b"fourteen" => 14,
        b"fifteen" => 15,
        b"sixteen" => 16,
        b"seventeen" => 17,
        b"eighteen" => 18,
        b"nineteen" => 19,
        b"twenty" => 20,
        b"thirty" => 30,
        b"forty" => 40,
        b"fifty" => 50,
        b"sixty" => 60,
        b"seventy" => 70,
        b"eighty" => 80,
        b"ninety" => 90,
        b"hundred" => 100,
        b"thousand" => 1000,
        _ => return None,
    })
}

/// Endings that differ between British and American spelling: how many letters must stand before it, what it becomes.
const ENDINGS: [(&[u8], usize, &[u8]); 24] = [
    (b"isation", 3, b"ization"),
    (b"isations", 3, b"izations"),
    (b"ise", 3, b"ize"),
    (b"ises", 3, b"izes"),
    (b"ised", 3, b"ized"),
    (b"ising", 3, b"izing"),
    (b"yse", 3, b"yze"),
    (b"yses", 3, b"yzes"),
    (b"ysed", 3, b"yzed"),
    (b"ysing", 3, b"yzing"),
    (b"tre", 3, b"ter"),
    (b"tres", 3, b"ters"),
    (b"bre", 2, b"ber"),
    (b"logue", 2, b"log"),
    (b"logues", 2, b"logs"),
    (b"ence", 3, b"ense"),
    (b"ences", 3, b"enses"),
    (b"lled", 4, b"led"),
    (b"lling", 4, b"ling"),
    (b"ller", 4, b"ler"),
    (b"llers", 4, b"lers"),
    (b"wards", 2, b"ward"),
    (b"gement", 3, b"gment"),
    (b"gements", 3, b"gments"),
];

/// Words with two spellings that no ending tells.
const PAIRS: [(&[u8], &[u8]); 30] = [
    (b"1st", b"first"),
    (b"2nd", b"second"),
    (b"3rd", b"third"),
    (b"4th", b"fourth"),
    (b"5th", b"fifth"),
    (b"6th", b"sixth"),
    (b"7th", b"seventh"),
    (b"8th", b"eighth"),
    (b"9th", b"ninth"),
    (b"10th", b"tenth"),
    (b"programme", b"program"),
    (b"programmes", b"programs"),
    (b"grey", b"gray"),
    (b"cheque", b"check"),
    (b"cheques", b"checks"),
    (b"tyre", b"tire"),
    (b"tyres", b"tires"),
    (b"sceptical", b"skeptical"),
    (b"sceptic", b"skeptic"),
    (b"plough", b"plow"),
    (b"mould", b"mold"),
    (b"ageing", b"aging"),
    (b"enquiry", b"inquiry"),
    (b"amongst", b"among"),
    (b"whilst", b"while"),
    (b"learnt", b"learned"),
    (b"burnt", b"burned"),
    (b"adviser", b"advisor"),
    (b"advisers", b"advisors"),
    (b"jewellery", b"jewelry"),
];

/// Folds a word in small letters to one of its spellings. Words that only look alike may fold together ("prise",
/// "prize"); that is rare, and the verdict on the wording shows them both.
pub fn canonical(word: &mut Vec<u8>) {
    if word.len() < 3 {
        return;
    }
    if let Some((_, to)) = PAIRS.iter().find(|(from, _)| from == word) {
        word.clear();
        word.extend_from_slice(to);
        return;
    }
    our_to_or(word);
    let last = word[word.len() - 1];
    if !matches!(last, b'n' | b's' | b'e' | b'd' | b'g' | b'r' | b't') {
        return;
    }
    let ending = ENDINGS.iter().find(|(from, before, _)| word.len() >= from.len() + before && word.ends_with(from));
    if let Some((from, _, to)) = ending {
        word.truncate(word.len() - from.len());
        word.extend_from_slice(to);
    }
}

/// "colour" to "color": "our" after two letters and more.
fn our_to_or(word: &mut Vec<u8>) {
    if word.len() < 5 {
        return;
    }
    if let Some(at) = word.windows(3).skip(2).position(|letters| letters == b"our") {
        word.remove(at + 3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &str) {
        let mut folded = word.as_bytes().to_vec();
        canonical(&mut folded);
        assert_eq!(folded, expected.as_bytes(), "{word}");
    }

    #[test]
    fn british_becomes_american() {
        for (british, american) in [
            ("colour", "color"),
            ("neighbourhood", "neighborhood"),
            ("organisation", "organization"),
            ("criticised", "criticized"),
            ("analyse", "analyze"),
            ("centre", "center"),
            ("defence", "defense"),
            ("travelled", "traveled"),
            ("dialogue", "dialog"),
            ("programme", "program"),
            ("judgement", "judgment"),
        ] {
            check(british, american);
        }
    }

    #[test]
    fn look_alikes_stay() {
        for word in ["four", "hour", "filled", "calling", "wise", "sense", "mourning"] {
            check(word, word);
        }
    }
}
