//! Characters of the symbol fonts, which have letters' numbers of their own.

/// What the character `code` of a font shows. In the symbol fonts it is a number from F020 or from 20; signs that no
/// writing has are none.
pub fn character(font: &str, code: u32) -> Option<char> {
    let low = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    match font.to_lowercase().as_str() {
        "symbol" => symbol(low),
        "wingdings" => wingdings(low),
        "wingdings 2" | "wingdings 3" | "webdings" => None,
        _ if low != code => char::from_u32(low).filter(|c| !c.is_control()),
        _ => char::from_u32(code).filter(|c| !c.is_control()),
    }
}

/// Adobe's Symbol encoding, from 0x41 to 0x7A the Greek letters at their keys.
fn symbol(code: u32) -> Option<char> {
    const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |letters: &str, first: u32| letters.chars().nth((code - first) as usize);
    match code {
        0x41..=0x5A => nth(CAPITALS, 0x41),
        0x61..=0x7A => nth(SMALL, 0x61),
        0x22 => Some('∀'),
        0x24 => Some('∃'),
        0x27 => Some('∋'),
        0x2A => Some('∗'),
        0x2D | 0xBE => Some('−'),
        0x40 => Some('≅'),
        0x5C => Some('∴'),
        0x5E => Some('⊥'),
        0x7E => Some('∼'),
        0x20..=0x7D => char::from_u32(code),
        0xA0 => Some('€'),
        0xA2 => Some('′'),
        0xA3 => Some('≤'),
        0xA5 => Some('∞'),
        0xAB => Some('↔'),
        0xAC => Some('←'),
        0xAD => Some('↑'),
        0xAE => Some('→'),
        0xAF => Some('↓'),
        0xB0 => Some('°'),
        0xB1 => Some('±'),
        0xB2 => Some('″'),
        0xB3 => Some('≥'),
        0xB4 => Some('×'),
        0xB7 => Some('•'),
        0xB8 => Some('÷'),
        0xB9 => Some('≠'),
        0xBA => Some('≡'),
        0xBB => Some('≈'),
        0xBC => Some('…'),
        0xD2 | 0xE2 => Some('®'),
        0xD3 | 0xE3 => Some('©'),
        0xD4 | 0xE4 => Some('™'),
        0xD6 => Some('√'),
        0xE5 => Some('∑'),
        0xF2 => Some('∫'),
        _ => None,
    }
}

fn wingdings(code: u32) -> Option<char> {
    match code {
        0x20 => Some(' '),
        0x4A => Some('☺'),
        0x4C => Some('☹'),
        0x6C => Some('●'),
        0x6E | 0xA7 => Some('▪'),
        0xA8 => Some('◻'),
        0xD8 => Some('➢'),
        0xDF | 0xE7 => Some('←'),
        0xE0 | 0xE8 => Some('→'),
        0xFB => Some('✗'),
        0xFC => Some('✓'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbol_fonts_and_others() {
        assert_eq!(character("Symbol", 0xF061), Some('α'));
        assert_eq!(character("Symbol", 0xB0), Some('°'));
        assert_eq!(character("Wingdings", 0xF0E0), Some('→'));
        assert_eq!(character("Webdings", 0xF0E0), None);
        assert_eq!(character("Times New Roman", 0x2014), Some('—'));
        assert_eq!(character("Times New Roman", 0xD800), None);
    }
}
