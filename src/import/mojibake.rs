//! Text in UTF-8 that was once read as Windows-1252 and saved so: "donâ€™t" for "don’t". Noticed, and mended when asked.
//!
//! A run is damaged where its characters, put back into the bytes of Windows-1252, are characters of UTF-8. Twice over
//! is mended twice. Nothing else is touched: what does not decode wholly stays as it stands.

use std::collections::BTreeMap;
use std::fmt;

use encoding_rs::WINDOWS_1252;

use crate::model::{Article, Paragraph, Span, Styled};

/// How often a text was saved wrongly at most: each time makes one character two or three.
const MOST_ROUNDS: usize = 3;
/// A text is likely damaged where its sound characters beyond ASCII are no more than so many times the damaged ones: an
/// essay on the matter shows a few and is sound itself.
const SOUND_FOR_DAMAGED: usize = 4;

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// What stands there most often.
    pub stands: String,
    /// What should.
    pub meant: String,
    /// How many damaged characters there are.
    pub places: usize,
}

/// The sentence for the offer to mend it.
impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Of some nothing is to be seen.
        let stands: String = self.stands.chars().filter(|character| !character.is_control()).collect();
        let places = if self.places == 1 { "in one place".to_owned() } else { format!("in {} places", self.places) };
        write!(
            f,
            "It looks as if this text was saved with the wrong encoding ({} for {}, {places})",
            stands, self.meant
        )
    }
}

/// Whether a text looks damaged.
pub fn is_likely(text: &str) -> bool {
    damage(text).is_some()
}

/// What is wrong with a text; none where it looks sound.
pub fn damage(text: &str) -> Option<Damage> {
    judged(text, &damaged(text))
}

/// What these damaged characters come to.
fn judged(text: &str, found: &[Damaged]) -> Option<Damage> {
    let mut kinds: BTreeMap<(&str, char), usize> = BTreeMap::new();
    for one in found {
        *kinds.entry((one.span.of(text), one.meant)).or_default() += 1;
    }
    let ((stands, meant), _) =
        kinds.into_iter().max_by_key(|((stands, _), count)| (*count, std::cmp::Reverse(*stands)))?;
    let damaged: usize = found.iter().map(|one| one.span.of(text).chars().count()).sum();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    let is_certain = found.iter().any(|one| one.is_certain);
    let is_likely = is_certain && beyond_ascii - damaged <= SOUND_FOR_DAMAGED * found.len();
    is_likely.then(|| Damage { stands: stands.to_owned(), meant: meant.to_string(), places: found.len() })
}

/// The text mended; none where it looks sound.
pub fn mended(text: &str) -> Option<String> {
    let mut mended: Option<String> = None;
    for _ in 0..MOST_ROUNDS {
        let Some(better) = once(mended.as_deref().unwrap_or(text)) else { break };
        mended = Some(better.0);
    }
    mended
}

/// The article with its text and what is known of it mended, its blocks and styles in their places; as it is, where it
/// looks sound.
pub fn mended_article(mut article: Article) -> Article {
    for _ in 0..MOST_ROUNDS {
        let Some((text, edits)) = once(&article.text) else { break };
        let moved = |span: Span| Span::new(edits.moved(span.start), edits.moved(span.end));
        for Paragraph { span, .. } in &mut article.paragraphs {
            *span = moved(*span);
        }
        for Styled { span, .. } in &mut article.styles {
            *span = moved(*span);
        }
        article.text = text.into();
    }
    let metadata = &mut article.metadata;
    for said in [&mut metadata.title, &mut metadata.byline, &mut metadata.publication].into_iter().flatten() {
        if let Some(better) = mended(said) {
            *said = better;
        }
    }
    article
}

/// Mends one layer.
fn once(text: &str) -> Option<(String, Edits)> {
    let found = damaged(text);
    judged(text, &found)?;
    let mut mended = String::with_capacity(text.len());
    let mut edits = Edits::default();
    let mut at = 0;
    for one in found {
        mended.push_str(&text[at..one.span.start]);
        mended.push(one.meant);
        at = one.span.end;
        edits.0.push((at, mended.len()));
    }
    mended.push_str(&text[at..]);
    Some((mended, edits))
}

/// Where places behind each edit, in bytes, stand in the mended text.
#[derive(Default)]
struct Edits(Vec<(usize, usize)>);

impl Edits {
    /// No span begins or ends inside a damaged character but where a format's markup cut it in two; then it holds it.
    fn moved(&self, place: usize) -> usize {
        let before = self.0.partition_point(|(end, _)| *end <= place);
        let next = self.0.get(before);
        let (end, moved) = before.checked_sub(1).and_then(|last| self.0.get(last)).copied().unwrap_or_default();
        let place = moved + (place - end);
        next.map_or(place, |(_, after)| place.min(*after))
    }
}

/// One character of the writer's that stands as two to four.
struct Damaged {
    span: Span,
    meant: char,
    /// Whether nobody would write so on purpose.
    is_certain: bool,
}

/// All of them, in order, in runs that are certain.
fn damaged(text: &str) -> Vec<Damaged> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    for (at, character) in text.char_indices() {
        if !character.is_ascii() {
            run.push((at, character));
        } else if !run.is_empty() {
            add_run(&run, &mut found);
            run.clear();
        }
    }
    add_run(&run, &mut found);
    found
}

fn add_run(run: &[(usize, char)], found: &mut Vec<Damaged>) {
    let mut of_run: Vec<Damaged> = Vec::new();
    let mut at = 0;
    while let Some(rest) = run.get(at..).filter(|rest| rest.len() >= 2) {
        if let Some((meant, count)) = decoded(rest) {
            let (first, last) = (rest[0], rest[count - 1]);
            let span = Span::new(first.0, last.0 + last.1.len_utf8());
            of_run.push(Damaged { span, meant, is_certain: is_certain(first.1, rest[1].1) });
            at += count;
        } else {
            at += 1;
        }
    }
    // Letters of other scripts are told by their neighbours; a lone pair may be an accented letter before a mark.
    let is_sure = of_run.len() >= 2 || of_run.iter().any(|one| one.is_certain);
    if is_sure {
        for one in &mut of_run {
            one.is_certain = true;
        }
        found.append(&mut of_run);
    }
}

/// "Ã©", "â€™", "ðŸ", "Â\u{A0}": but not "Ã”", which ends a quotation in capitals.
fn is_certain(first: char, second: char) -> bool {
    let is_mark = matches!(second, '“' | '”' | '‘' | '’' | '„' | '‚' | '–' | '—' | '…' | '»' | '›' | '•' | '™');
    match first {
        'Ã' | 'Â' => !is_mark,
        'â' | 'ð' => true,
        _ => false,
    }
}

/// The character whose bytes of UTF-8 these are, and how many they are.
fn decoded(rest: &[(usize, char)]) -> Option<(char, usize)> {
    let count = match byte(rest[0].1)? {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = rest.get(..count)?.iter().map(|(_, character)| byte(*character)).collect::<Option<_>>()?;
    let character = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((character, count))
}

/// The byte of Windows-1252, or of Latin-1 where that has none, that reads as a character.
fn byte(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(character)) {
        return Some(byte);
    }
    let mut letter = [0; 4];
    let (bytes, _, has_errors) = WINDOWS_1252.encode(character.encode_utf8(&mut letter));
    if has_errors { None } else { bytes.first().copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as a program writes it that takes UTF-8 for Windows-1252.
    fn spoilt(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    const SOUND: [&str; 6] = [
        "“Don’t,” said Zoë — ‘never’ in Łódź… 40 €, naïve café, Ærø.",
        "Паром остался, сказала она.",
        "船は六時間遅れた。",
        "العبّارة تأخرت",
        "Ναι, το πλοίο.",
        "Plain words alone, and a rocket 🚀 on the 4th.",
    ];

    #[test]
    fn what_was_spoilt_once_twice_or_thrice_is_mended() {
        for sound in SOUND {
            let mut text = sound.to_owned();
            for _ in 0..MOST_ROUNDS {
                text = spoilt(&text);
                assert_eq!(mended(&text).as_deref(), Some(sound), "{text}");
            }
        }
    }

    #[test]
    fn sound_texts_stay() {
        for sound in SOUND {
            assert_eq!(mended(sound), None, "{sound}");
        }
        for sound in [
            "ATÉ AMANHÃ”, disse ela; “NÃO»",
            "LE CAFÉ» était fermé, LA CITÉ».",
            "São Tomé, Sérgio, Çelik, À bientôt…",
            "On the web “é” turns into Ã©, which — as everyone’s “favourite” error — tells you “nothing” about the naïve café’s menu.",
        ] {
            assert_eq!(mended(sound), None, "{sound}");
        }
    }

    #[test]
    fn a_text_of_two_hands_is_mended_where_it_is_damaged() {
        assert_eq!(
            mended("Zoë said donâ€™t, and heâ€™d be naÃ¯ve.").as_deref(),
            Some("Zoë said don’t, and he’d be naïve.")
        );
    }

    #[test]
    fn the_offer_says_what_stands_where() {
        let damage = damage("heâ€™d, sheâ€™d, a cafÃ©").expect("it is damaged");
        assert_eq!(
            damage.to_string(),
            "It looks as if this text was saved with the wrong encoding (â€™ for ’, in 3 places)"
        );
    }

    #[test]
    fn blocks_and_styles_keep_their_words() {
        let text = "HÃ©lÃ¨ne\n\nâ€œOui,â€œ dit-elle Ã\u{A0} JosÃ©.";
        let place = |words: &str| {
            let start = text.find(words).unwrap_or_default();
            Span::new(start, start + words.len())
        };
        let paragraph = |words| Paragraph { span: place(words), role: None };
        let article = Article {
            text: text.into(),
            paragraphs: vec![paragraph("HÃ©lÃ¨ne"), paragraph("â€œOui,â€œ dit-elle Ã\u{A0} JosÃ©.")],
            styles: vec![Styled { span: place("JosÃ©"), style: crate::model::Style::Strong }],
            ..Article::default()
        };
        let article = mended_article(article);
        let words: Vec<&str> = article.paragraphs.iter().map(|one| one.span.of(&article.text)).collect();
        assert_eq!(words, ["Hélène", "“Oui,“ dit-elle à José."]);
        assert_eq!(article.styles[0].span.of(&article.text), "José");
    }
}
