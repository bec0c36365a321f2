//! What control words mean.

use super::state::{Destination, Paragraph, Run, State};

/// The character that a control word is.
pub fn character(name: &str) -> Option<&'static str> {
    Some(match name {
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "tab" => "\t",
        "line" | "lbr" | "page" | "column" | "softline" => "\n",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        "zwbo" => "\u{200B}",
        "zwnbo" => "\u{2060}",
        "ltrmark" => "\u{200E}",
        "rtlmark" => "\u{200F}",
        _ => return None,
    })
}

/// The character that a control symbol is.
pub fn symbol(symbol: u8) -> Option<&'static str> {
    Some(match symbol {
        b'~' => "\u{A0}",
        b'-' => "\u{AD}",
        b'_' => "\u{2011}",
        b'\\' => "\\",
        b'{' => "{",
        b'}' => "}",
        b'\t' => "\t",
        _ => return None,
    })
}

/// The destination that a control word opens, of those that hold no stream of the text; none of a word that is no
/// destination. What it is inside decides.
pub fn destination(name: &str, outer: Destination) -> Option<Destination> {
    use Destination::{Author, FieldCode, FontTable, Frame, Information, Replaced, Skipped, StyleSheet, Title};
    Some(match name {
        "fonttbl" => FontTable,
        "stylesheet" => StyleSheet,
        "info" => Information,
        "title" if outer == Information => Title,
        "author" if outer == Information => Author,
        "fldinst" => FieldCode,
        "shpinst" | "do" | "object" => Frame,
        "upr" => Replaced,
        "colortbl" | "filetbl" | "pict" | "shppict" | "nonshppict" | "shprslt" | "listtable" | "listoverridetable"
        | "revtbl" | "rsidtbl" | "template" | "private" | "header" | "headerl" | "headerr" | "headerf" | "footer"
        | "footerl" | "footerr" | "footerf" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn"
        | "xe" | "tc" | "tcn" | "rxe" | "txe" | "listtext" | "pntext" | "pntxta" | "pntxtb" | "nonesttables"
        | "atnid" | "atnauthor" | "annotation" | "bkmkstart" | "bkmkend" | "mmathPict" | "objdata" | "sn" | "sv" => {
            Skipped
        }
        _ => return None,
    })
}

/// Whether an optional destination is read all the same.
pub fn is_read(name: &str) -> bool {
    matches!(
        name,
        "footnote" | "ud" | "shptxt" | "dptxbxtext" | "nesttableprops" | "cs" | "ds" | "ts" | "moMath" | "result"
    )
}

/// Takes a control word that says how words or paragraphs are set.
pub fn set(state: &mut State, name: &str, number: Option<i32>) {
    let is_on = number != Some(0);
    match name {
        "b" => state.run.look.strong = is_on,
        "i" => state.run.look.emphasis = is_on,
        "v" => state.run.hidden = is_on,
        "deleted" | "mvf" => state.run.deleted = is_on,
        "f" => state.run.font = number,
        "plain" => state.run = Run::default(),
        "uc" => state.fallback_bytes = usize::try_from(number.unwrap_or(1)).unwrap_or(0),
        "pard" => state.paragraph = Paragraph::default(),
        "s" => state.paragraph.style = number.unwrap_or(0),
        "outlinelevel" => state.paragraph.level = number,
        "li" | "lin" => state.paragraph.indent = number.unwrap_or(0),
        "fi" => state.paragraph.first_line = number.unwrap_or(0),
        "ls" => state.paragraph.is_item = number.is_some_and(|list| list > 0),
        "intbl" => state.paragraph.is_in_table = true,
        _ => {}
    }
}
