//! Whether an article is in a script or a language in which the reading finds nothing: its rules are those of English.

use std::fmt;

/// A text with fewer letters says nothing of its language.
const LEAST_LETTERS: usize = 60;
/// A text with fewer words says nothing of its language either.
const LEAST_WORDS: usize = 40;
/// So many words at a text's beginning tell its language.
const MOST_WORDS: usize = 2000;
/// English prose has two words in five of these; of other languages' words one in twelve at most looks like one.
const ENGLISH: &str = "\
    the of and to in a is that for it was on with as he be at by said but from his not are this have had they which or \
    you were her she their we has been who will would there what when all about one more than can if so no out up i an";
/// The most such words in a hundred of a text that is not in English.
const MOST_ENGLISH_PERCENT: usize = 12;
/// The fewest of another language's words in a hundred of a text that is in it.
const LEAST_OTHER_PERCENT: usize = 18;
/// The commonest small words of the languages that are told apart.
const OTHERS: [(&str, &str); 14] = [
    (
        "German",
        "der die das und ist nicht ein eine einen einem den dem des zu mit von auf für im sich auch als es sie er wir hat wird sind war dass an aus bei nach wie",
    ),
    (
        "French",
        "le la les des du de et un une est que qui dans pour pas sur au aux ce cette il elle ne se par plus avec sont son sa ses en mais ont été nous",
    ),
    (
        "Spanish",
        "el la los las de del y que en un una es se por con para no su sus al lo como más pero fue ha este esta son le ya muy",
    ),
    (
        "Italian",
        "il lo la i gli le di del della dei delle e che in un una è per con non si da al alla sono ha come più ma anche nel nella ci suo",
    ),
    (
        "Portuguese",
        "o a os as de do da dos das e que em um uma é se por com para não no na nos nas ao mais mas foi como são seu sua ele ela",
    ),
    (
        "Dutch",
        "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij maar door ze hij wordt naar uit nog was worden heeft",
    ),
    (
        "Swedish",
        "och att det en ett som är på av för den med till inte har de om i var han hon jag men så från vi kan när",
    ),
    (
        "Norwegian or Danish",
        "og at det en et som er på av for den med til ikke har de om i var han hun jeg men så fra vi kan når der af",
    ),
    (
        "Polish",
        "i w na z się nie do jest to że o jak ale po co przez od za był była dla czy już ma być tym jego są oraz",
    ),
    (
        "Czech or Slovak",
        "a v na je se že to s z do o za pro by ale po jak jako od který která byl byla jsou už jen si tak má",
    ),
    (
        "Finnish",
        "ja on ei että se oli hän mutta ovat myös kun niin joka kuin mitä tai jos sitä vain ole minä sen ollut hänen",
    ),
    ("Turkish", "ve bir bu da de için ile çok o ne daha gibi olarak sonra kadar var ama olan değil en ben her dedi"),
    ("Hungarian", "a az és hogy nem is egy ez meg de volt csak már mint azt van ezt még aki amely el ha vagy"),
    ("Romanian", "și de a în la cu pe că nu o un este din care pentru mai se au sunt ce fi sau dar prin al ale lui"),
];

/// Why the reading finds little or nothing in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Most of its letters are of this script.
    Script(&'static str),
    /// Its words are this language's.
    Language(&'static str),
}

/// One calm sentence for the reader.
impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Script(name) => write!(f, "This article is mainly in {name} script")?,
            Self::Language(name) => write!(f, "This article seems to be in {name}")?,
        }
        f.write_str(
            "; Diptych finds quotations and sources in English articles, and may find few or none in this one",
        )?;
        if let Self::Script("Arabic" | "Hebrew") = self {
            f.write_str(". Its lines run from right to left, and may not be shown so")?;
        }
        f.write_str(".")
    }
}

/// Why little or nothing is found in that text; none where it is English, or too short to say.
pub fn unread(text: &str) -> Option<Unread> {
    other_script(text).map(Unread::Script).or_else(|| other_language(text).map(Unread::Language))
}

fn other_script(text: &str) -> Option<&'static str> {
    const SCRIPTS: [&str; 11] = [
        "Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Indian", "Thai", "Korean", "Japanese", "Chinese", "another",
    ];
    let mut counts = [0_usize; SCRIPTS.len()];
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        counts[script(letter)] += 1;
    }
    let letters: usize = counts.iter().sum();
    // Japanese is written with Chinese characters too; its own stand between them.
    let [japanese, chinese] = [8, 9];
    if counts[japanese] * 10 > counts[chinese] {
        counts[japanese] += std::mem::take(&mut counts[chinese]);
    }
    let (most, count) = counts.iter().enumerate().skip(1).max_by_key(|(_, count)| **count)?;
    let needed = if most >= 7 { LEAST_LETTERS / 3 } else { LEAST_LETTERS };
    (*count >= needed && count * 2 > letters).then_some(SCRIPTS[most])
}

/// The place of a letter's script among those that are told apart.
fn script(letter: char) -> usize {
    match letter {
        '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{FF21}'..='\u{FF5A}' => 0,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => 1,
        '\u{400}'..='\u{52F}' => 2,
        '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => 3,
        '\u{600}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => 4,
        '\u{900}'..='\u{DFF}' => 5,
        '\u{E00}'..='\u{E7F}' => 6,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' | '\u{3130}'..='\u{318F}' => 7,
        '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => 8,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}' => 9,
        _ => 10,
    }
}

fn other_language(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(str::to_lowercase)
        .collect();
    let share = |list: &str| {
        let listed: Vec<&str> = list.split(' ').collect();
        words.iter().filter(|word| listed.contains(&word.as_str())).count() * 100 / words.len()
    };
    if words.len() < LEAST_WORDS || share(ENGLISH) > MOST_ENGLISH_PERCENT {
        return None;
    }
    let shares = OTHERS.iter().map(|(name, list)| (share(list), *name));
    // The first of equals, in whatever order they stand.
    let (most, name) = shares.rev().max_by_key(|(share, _)| *share)?;
    (most >= LEAST_OTHER_PERCENT).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_by_their_letters() {
        let said = |text: &str| unread(&text.repeat(3));
        assert_eq!(said("العبّارة إلى الجزر تأخرت ست ساعات اليوم"), Some(Unread::Script("Arabic")));
        assert_eq!(said("המזרקה תושתק בצהריים כדי שישמעו את הים"), Some(Unread::Script("Hebrew")));
        assert_eq!(said("В посёлке нашли почтовый ящик и письма"), Some(Unread::Script("Cyrillic")));
        assert_eq!(said("책을 빌리면 우산도 함께 빌려 준다고 한다"), Some(Unread::Script("Korean")));
        assert_eq!(said("昨日、港で小さな船が見つかったそうです。"), Some(Unread::Script("Japanese")));
        assert_eq!(said("昨天有人在港口发现了一条小船，没有人知道是谁的。"), Some(Unread::Script("Chinese")));
    }

    #[test]
    fn languages_are_told_by_their_small_words() {
        let german = "Die Brücke ist seit dem Sommer gesperrt, und der Rat hat nicht gesagt, wann sie wieder auf ist. Es \
            wird wohl das Jahr dauern, sagte eine Frau auf dem Markt, die von der anderen Seite mit dem Rad zu uns kommt \
            und sich auf den Weg über die Furt nicht verlassen will.";
        assert_eq!(unread(german), Some(Unread::Language("German")));
        let sentence = Unread::Language("German").to_string();
        assert!(sentence.contains("German") && sentence.ends_with("in this one."), "{sentence}");
    }

    #[test]
    fn english_is_read_whatever_stands_in_it() {
        let english = "The mayor, Jürgen Straßer, said „Es wird nicht billig“ and sat down. The people of the valley had \
            been told in the spring that it would cost them nothing, and they said so, at some length, in the hall where \
            the plans were laid out. His deputy, Николай Орлов, said that he had nothing to add to it.";
        assert_eq!(unread(english), None);
        assert_eq!(unread("Kurz und gut."), None);
    }
}
