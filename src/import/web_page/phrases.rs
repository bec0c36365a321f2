//! What the makers of pages write around an article: headings of lists, lines that lead away, words to the reader.

use super::units::length;

/// Headings of what stands around an article. The whole block, in small letters and without marks.
const HEADINGS: &str = "\
    advertisement | advertising | ad | publicité | anzeige | publicidad | sponsored | sponsored content | promoted | \
    related | related articles | related content | related links | related news | related posts | related stories | \
    related story | related topics | related coverage | more on this story | more on this \
    topic | more like this | more stories | more news | more from | more to explore | read more | read next | read \
    also | also read | up next | next up | don't miss | editor's picks | editors' picks | top stories \
    | latest news | latest stories | most read | most popular | most viewed | most shared | most commented | \
    trending | trending now | popular now | recommended | recommended for you | recommended reading | recommended \
    stories | you may like | you may also like | you might like | you might also like | you may be interested in | \
    share | share this | share this article | share this story | share this page | share this post | follow us | \
    topics | tags | filed under | comments | no comments | leave a comment | leave a reply | join the conversation | join the \
    discussion | add a comment | newsletter | newsletters | sign up | subscribe | on this page | in this article | \
    table of contents | like this | loading | play video | watch video | listen to this article | about the author | \
    post navigation | skip advertisement | author information | rights and permissions | about this article | cite \
    this article | about | about me | about us | about this blog | about this site | most popular stories | must reads | also in this issue | get involved | what to read next | \
    mehr zum thema | mehr zu | lesen sie auch | lesen sie mehr | das könnte sie auch interessieren | auch interessant | \
    meistgelesen | weitere artikel | themen | schlagworte | teilen | kommentare | anzeige | newsletter | zur startseite | \
    lire aussi | à lire aussi | a lire aussi | à lire également | a lire également | sur le même sujet | les plus lus | \
    dans la même rubrique | vos réactions | commentaires | partager | contribuer | voir aussi | publicité | \
    lee también | lea también | te puede interesar | le puede interesar | más información | noticias relacionadas | \
    más leídas | lo más visto | lo más leído | temas | etiquetas | archivado en | comentarios | compartir | \
    leggi anche | potrebbe interessarti | i più letti | argomenti | condividi | commenti | \
    leia mais | leia também | veja também | saiba mais | mais lidas | notícias relacionadas | comentários | \
    czytaj też | czytaj także | zobacz także | zobacz też | przeczytaj także | reklama | komentarze | \
    lees ook | lees meer | meer over dit onderwerp | meest gelezen | läs också | läs även | läs mer | les også | læs også | \
    lue myös | читайте также | материалы по теме | по теме | смотрите также | самое читаемое | комментарии | реклама | \
    関連記事 | 関連ニュース | あわせて読みたい | アクセスランキング | 相关阅读 | 相关新闻 | 延伸阅读 | 推荐阅读 | 网友评论 | 관련기사 | \
    اقرأ أيضا | اقرأ أيضًا | مواضيع ذات صلة | أخبار ذات صلة | الأكثر قراءة";
/// Beginnings of lines that lead away from the article; they are so only where most of what follows is a link.
const LEADS_AWAY: &str = "\
    read more | read next | read also | also read | related: | see also | see more | more: | more from | watch: | \
    watch now | listen: | don't miss | lire aussi | à lire aussi | lesen sie auch | lesen sie mehr | leer más | lea \
    también | leggi anche | must read | related story | recommended: | explore more | further reading: | in \
    pictures: | next up | lesen sie: | mehr dazu | auch interessant | à lire également | a lire également | voir aussi | \
    lee también | lea más | le puede interesar | te puede interesar | leia mais | leia também | veja também | saiba \
    mais | czytaj też | czytaj także | zobacz także | zobacz też | przeczytaj | lees ook | lees meer | läs också | läs \
    även | les også | læs også | читайте также | смотрите также | подробнее | 関連記事 | 相关阅读 | اقرأ أيضا";
/// Beginnings of short blocks that speak to the reader of the page and not of its matter.
const TO_THE_READER: &str = "\
    advertisement | story continues below | article continues | continue reading | skip advertisement | scroll to \
    continue | sign up | signup | subscribe | click to share | tap here | follow us | like us on | share on | share \
    this | email this | print this | join our | join the conversation | get our | never miss a | want more | have \
    you got a story | have a story | got a tip | send us | this article was first published | this article was \
    originally published | this article originally appeared | this story originally appeared | this article appears \
    in | this article appeared in | a version of this article appear | a version of this story appear | first \
    published in | by signing up | by subscribing | by entering your email | by submitting | already a subscriber | \
    already have an account | to continue reading | to read this article | to read the full | you have reached your \
    | log in to | sign in to | please log in | please sign in | you are visitor | last updated | last modified | \
    this page was last | best viewed | all rights reserved | copyright © | copyright 19 | copyright 20 | © | we use \
    cookies | we may earn | please turn on javascript | please enable javascript | you need to enable javascript | \
    loading... | loading… | view gallery | view full screen | view comments | show comments | hide caption | toggle \
    caption | enlarge this image | share or comment | you receive this | was this page helpful | is this page \
    useful | stay informed | this post may contain affiliate | this article is licensed | your email address will not | \
    this entry was posted | submitted by | filed under | published in: | © | (c) 20 | contents copyright | \
    reproduction interdite | tous droits réservés | alle rechte vorbehalten | nachdruck nur | todos los derechos | \
    riproduzione riservata | todos os direitos | wszelkie prawa | все права защищены | alle rechten voorbehouden | \
    continua após a publicidade | sigue leyendo | weiter nach der anzeige | la suite après cette publicité | \
    find this article at | our mailing address | you are receiving this | you received this | 责任编辑 | (责任编辑 | （责任编辑 | 責任編輯 | 版权 | 有料会員 | 無断転載";
/// Words of a box that would have the reader's address or money, whatever it says besides.
const OFFERS: &str = "\
    your inbox | our newsletter | free newsletter | newsletter sign | sign up for | sign up to | sign up here | \
    subscribe to | subscribe now | subscribe here | delivered directly to | support our journalism | become a \
    subscriber | become a member | ihrem postfach | unseren newsletter | notre newsletter | votre boîte mail | nuestra \
    newsletter | nuestro boletín | a la newsletter | nossa newsletter | nostra newsletter | наш telegram | нашем telegram";
/// What such a box begins with: it tells the reader to do something.
const COMMANDS: &str = "\
    get | sign | subscribe | start | stay | join | receive | want | never | keep | don't | simply | enjoy | like what | \
    for more | register | support our | become a | help us | free newsletter | \
    erhalten | melden | abonnieren | inscrivez | recevez | abonnez | suscríbete | recibe | puedes | apúntate | receba | \
    assine | iscriviti | ricevi | больше | подпис";
/// What the buttons of a page say.
const CONTROLS: &str = "\
    listen | share | save | scroll | skip | image | like | likes | follow | following | print | email | e-mail | mail | tweet | post | pin | reply | \
    report | bookmark | copy link | gift article | download | subscribe | sign in | log in | comment | comments | \
    advertisement | ad | menu | close | more | facebook | twitter | x | whatsapp | linkedin | reddit | pinterest | \
    telegram | pocket | flipboard | google scholar | article google scholar | pubmed | crossref | teilen | drucken | merken | partager | imprimer | compartir | guardar | imprimir | \
    condividi | stampa | поделиться | シェア | ツイート | 分享 | edit | view source";

/// Whether a short block heads or is something around the article.
pub fn is_heading_of_what_is_around(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    is_listed(HEADINGS, &bare)
        || bare.starts_with("more from ")
        || bare.starts_with("more on this ")
        || (bare.starts_with("why trust ") && bare.split_whitespace().count() <= 5)
        || is_reply_count(&bare)
        || uncounted(&bare).is_some_and(|bare| is_listed(HEADINGS, bare))
}

fn is_listed(list: &str, words: &str) -> bool {
    list.split(" | ").any(|listed| listed == words)
}

/// "vos réactions (14" without its number.
fn uncounted(bare: &str) -> Option<&str> {
    let (words, number) = bare.rsplit_once('(')?;
    number.trim_end_matches(')').bytes().all(|byte| byte.is_ascii_digit()).then_some(words.trim())
}

/// Whether a button of the page says so.
pub fn is_control(text: &str) -> bool {
    let small = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    is_listed(CONTROLS, &small)
}

/// "Lire aussi : …", "Related: …", "Editor's choice: …", in whatever language: a label, and then a link to the end.
///
/// `linked` is how many characters of it are links, measured as [`length`] does.
pub fn is_label_before_link(text: &str, linked: usize) -> bool {
    const LONGEST_LABEL_WORDS: usize = 4;
    let Some((label, rest)) = text.split_once([':', '：', '»', '›', '→']) else { return false };
    let marks = 3;
    (1..=LONGEST_LABEL_WORDS).contains(&label.split_whitespace().count())
        && length(label) <= 60
        && linked > 0
        && linked + marks >= length(rest)
        && length(rest) >= 8
}

/// Whether a heading is that of sources, notes or further reading which the writer gives.
pub fn heads_sources(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    [
        "see also",
        "further reading",
        "references",
        "external links",
        "sources",
        "notes",
        "bibliography",
        "works cited",
        "resources",
        "links",
        "footnotes",
    ]
    .contains(&bare.as_str())
}

/// Whether a title says that the page which was asked for is not there.
pub fn says_not_found(title: &str) -> bool {
    let small = title.to_lowercase().replace('’', "'");
    [
        "page not found",
        "404 not found",
        "404 error",
        "error 404",
        "can't find that page",
        "can't find the page",
        "seite nicht gefunden",
        "page introuvable",
        "página no encontrada",
        "pagina non trovata",
        "página não encontrada",
        "страница не найдена",
        "pagina niet gevonden",
    ]
    .iter()
    .any(|words| small.contains(words))
}

/// "23 comments", "3 thoughts on …".
fn is_reply_count(bare: &str) -> bool {
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    rest.len() < bare.len()
        && [
            "comments",
            "comment",
            "answers",
            "replies",
            "responses",
            "shares",
            "likes",
            "thoughts on",
            "min read",
            "minute read",
        ]
        .iter()
        .any(|word| rest.trim_start().starts_with(word))
        && bare.split_whitespace().count() <= 12
}

/// Whether a block leads to another page.
pub fn leads_away(text: &str) -> bool {
    let small = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    LEADS_AWAY.split(" | ").any(|lead| small.starts_with(lead))
}

/// Whether a short block speaks to the reader of the page.
pub fn speaks_to_the_reader(text: &str) -> bool {
    let small = text.trim_start().trim_start_matches(['(', '[', '*', '"', '“']).to_lowercase().replace('’', "'");
    let is_handle = begins_with("follow  | reach  | contact  | email  | e-mail  | write to ", &small)
        && small.len() < 160
        && ["@", "twitter", "facebook", "instagram"].iter().any(|part| small.contains(part));
    let is_reserved = small.contains("all rights reserved") || small.contains("reprinted by permission");
    is_handle
        || is_reserved
        || small.contains(" can be reached at ")
        || begins_with(TO_THE_READER, &small)
        || is_offer(&small)
}

fn begins_with(list: &str, small: &str) -> bool {
    list.split(" | ").any(|lead| small.starts_with(lead))
}

/// A newsletter, a subscription: it wants something, and says so to the reader.
fn is_offer(small: &str) -> bool {
    begins_with(COMMANDS, small) && OFFERS.split(" | ").any(|words| small.contains(words))
}

/// "Reporting by Ada Quill; Editing by Ben Rush": who made it, at its end.
pub fn names_the_desk(text: &str) -> bool {
    const LONGEST_WORDS: usize = 25;
    let bare = text.trim().trim_start_matches('(');
    let small = bare.to_lowercase();
    let leads =
        ["reporting by ", "additional reporting by ", "writing by ", "editing by ", "edited by ", "compiled by "];
    let name = leads.iter().find(|lead| small.starts_with(**lead)).and_then(|lead| bare.get(lead.len()..));
    bare.split_whitespace().count() <= LONGEST_WORDS
        && name.is_some_and(|name| name.starts_with(char::is_uppercase))
        && (small.contains("editing by ") || !bare.ends_with(['.', '!', '?', '”', '"']))
}

/// Whether it says who took a picture, and nothing more.
pub fn is_credit(text: &str) -> bool {
    let small = text.trim().trim_start_matches('(').to_lowercase();
    let leads = [
        "photo:",
        "photo by",
        "photograph:",
        "photograph by",
        "photos:",
        "image:",
        "images:",
        "image source",
        "image credit",
        "credit:",
        "picture:",
        "pictures:",
        "illustration:",
        "illustration by",
        "foto:",
        "crédit",
        "getty images",
        "source:",
        "bild:",
        "фото:",
        "źródło:",
        "quelle:",
        "fuente:",
        "fonte:",
        "★★",
    ];
    small.split_whitespace().count() <= 9 && leads.iter().any(|lead| small.starts_with(lead))
}

/// Whether a line inside the words to a picture says who took it.
pub fn is_credit_in_caption(text: &str) -> bool {
    let small = text.trim().trim_start_matches(['(', '[', '—', '–', '-', ' ']).to_lowercase();
    let is_short = small.split_whitespace().count() <= 12;
    let leads = ["photo", "image", "picture", "illustration", "foto", "bild", "source"];
    let rest = leads.iter().find_map(|lead| small.strip_prefix(lead));
    // "Photograph: …", "Image by …", and no sentence that begins with a picture.
    let says = |rest: &str| {
        let rest = rest.trim_start_matches(|c: char| c.is_alphabetic());
        rest.starts_with([':', '/', '.', '…'])
            || ["by ", "credit", "courtesy"].iter().any(|by| rest.trim_start().starts_with(by))
    };
    is_short && (rest.is_some_and(says) || ["credit", "crédit", "©"].iter().any(|lead| small.starts_with(lead)))
}

/// "3/14", "1 of 9", page numbers and marks alone.
pub fn is_counter(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let count = words.clone().count();
    (2..=3).contains(&count) && words.all(|word| is_number(word) || word == "of")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_page_are_told_from_lines_of_the_article() {
        assert!(is_heading_of_what_is_around("Related:") && is_heading_of_what_is_around("23 Comments"));
        assert!(is_heading_of_what_is_around("Kommentare (14)"));
        assert!(!is_heading_of_what_is_around("Related matters before the court"));
        assert!(is_counter("1/4") && is_counter("2 of 14") && !is_counter("1914"));
        assert!(is_credit("(Image: Ebbing Council)") && !is_credit("The image was lost"));
    }

    #[test]
    fn a_label_before_a_link_leads_away_in_any_language() {
        let link = "Drei Bäcker und ein Ofen";
        let linked = link.chars().filter(|c| !c.is_whitespace()).count();
        assert!(is_label_before_link(&format!("Auch lesenswert: {link}"), linked));
        assert!(!is_label_before_link("He said one thing: the boat was green, and she was his.", 5));
        assert!(!is_label_before_link("The price: 40 crowns", 0));
    }

    #[test]
    fn an_offer_is_told_from_talk_of_one() {
        assert!(speaks_to_the_reader("Get the Quayside in your inbox every Friday."));
        assert!(!speaks_to_the_reader("He wrote to everybody who would sign up for the boat."));
    }
}
