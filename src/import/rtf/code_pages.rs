//! The bytes of a font to characters.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

use super::super::symbols;

/// How the bytes of a font are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodePage {
    Known(&'static Encoding),
    /// The upper half of one of the old code pages of DOS.
    Dos(&'static str),
    /// A symbol font.
    Symbols,
}

const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

impl CodePage {
    /// By Windows's number.
    pub fn of_number(number: i32) -> Option<Self> {
        let encoding = match number {
            437 => return Some(Self::Dos(DOS_437)),
            850 => return Some(Self::Dos(DOS_850)),
            866 => IBM866,
            874 => WINDOWS_874,
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            1252 => WINDOWS_1252,
            1253 => WINDOWS_1253,
            1254 => WINDOWS_1254,
            1255 => WINDOWS_1255,
            1256 => WINDOWS_1256,
            1257 => WINDOWS_1257,
            1258 => WINDOWS_1258,
            10000 => MACINTOSH,
            10007 => X_MAC_CYRILLIC,
            65001 => UTF_8,
            _ => return None,
        };
        Some(Self::Known(encoding))
    }

    /// By a font's character set; none of the one that is the document's.
    pub fn of_character_set(number: i32) -> Option<Self> {
        let code_page = match number {
            0 => 1252,
            2 => return Some(Self::Symbols),
            77 => 10000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            254 => 437,
            255 => 850,
            _ => return None,
        };
        Self::of_number(code_page)
    }

    /// The characters; `font` names the font, which says what its symbols are.
    pub fn decode(self, bytes: &[u8], font: &str) -> String {
        match self {
            Self::Known(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Dos(upper) => bytes.iter().filter_map(|byte| dos(upper, *byte)).collect(),
            Self::Symbols => {
                bytes.iter().filter_map(|byte| symbols::character(font, 0xF000 + u32::from(*byte))).collect()
            }
        }
    }
}

fn dos(upper: &str, byte: u8) -> Option<char> {
    if byte.is_ascii() { Some(char::from(byte)) } else { upper.chars().nth(usize::from(byte) - 0x80) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_halves_are_whole() {
        assert_eq!(DOS_437.chars().count(), 128);
        assert_eq!(DOS_850.chars().count(), 128);
    }

    #[test]
    fn bytes_mean_what_their_font_says() {
        let decoded = |set: i32, bytes: &[u8]| CodePage::of_character_set(set).map(|page| page.decode(bytes, "Symbol"));
        assert_eq!(decoded(0, b"caf\xE9").as_deref(), Some("café"));
        assert_eq!(decoded(204, b"\xEC\xE8\xF0").as_deref(), Some("мир"));
        assert_eq!(decoded(128, b"\x93\xFA\x96\x7B").as_deref(), Some("日本"));
        assert_eq!(decoded(255, b"caf\x82").as_deref(), Some("café"));
        assert_eq!(decoded(2, b"a\xB0").as_deref(), Some("α°"));
        assert_eq!(decoded(1, b"a"), None);
    }
}
