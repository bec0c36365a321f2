//! The words by which the makers of pages name what stands around an article, in classes and in the text itself.

/// Words of classes and names: what is called so is no part of the article.
const AROUND: &str = "\
    ad adcontainer addthis addtoany ads adsbygoogle adsense adslot adunit advert advertisement advertising adverts \
    adwrapper barrier bookmark bookmarks breadcrumb breadcrumbs byline ccpa claps colophon comment commenters \
    commentlist comments commentsection consent cookie cookies crumbs cta dateline dfp disclosure disqus donate \
    donation dropdown editsection feedback flyout follow followus gdpr hatnote infobox jetpack lightbox likes \
    linkbox livefyre mailchimp masthead menu menus metrics modal mostpopular mostread nav navbar navbox navigation \
    newsletter newsletters onetrust optin outbrain overlay pagenav pager pagination paging popular popup postdate \
    postfoot printfooter promo promos promotion rail recirc recirculation recommendation recommendations recommended \
    regwall related relatedposts respond share sharebar sharebuttons sharedaddy sharethis sharing sidebar signature \
    signup sitesub skip skiplink skiptranslate social socialmedia socials sponsor sponsored submenu subscribe \
    subscription taboola tags ticker toc toolbar";
/// Further words of that sort, in small boxes only: of large ones they name what is in them.
const AROUND_IN_SMALL: &str = "\
    author authors bio buttons button catlinks cats categories contributor copyright count credit credits date \
    kicker labels login meta paywall posted reprints rubric stats tag taglist timestamp \
    topics trending updated updates upsell username userinfo usertitle views zoom";
/// Parts of classes once their hyphens are gone.
const AROUND_JOINED: &str = "\
    aboutauthor authorcard authorinfo authorprofile authordesc authorblock authorabout aboutthisarticle alsoread articletags assistivetext authorbio authorbox cookiebanner cookienotice \
    endmark inlinerelated jumptonav lireaussi linksblock mayalsolike mostpopular mostread morefrom morestories \
    newslettersignup nextup pagetools photocredit imagecredit postcomment postnav postfooter posttags printinfo \
    readalso readmore readnext relatedarticle relatedcontent relatedlink relatedpost relatedstor screenreader \
    sharetool skiptocontent sronly texttrack visuallyhidden youmaylike";
/// Roles that ARIA gives to what is no article.
const AROUND_ROLES: &str = "\
    alert alertdialog banner complementary contentinfo dialog menu menubar navigation search status tablist toolbar \
    tooltip form";

/// Whether a word is one of those.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether a class, a name or the like says that the element stands around the article, whatever its size.
pub fn name_what_is_around(names: &str) -> bool {
    let joined = joined(names);
    words(names).any(|word| has(AROUND, &word)) || AROUND_JOINED.split(' ').any(|part| joined.contains(part))
}

/// Whether it says so of a small box.
pub fn name_what_is_around_in_small(names: &str) -> bool {
    words(names).any(|word| has(AROUND_IN_SMALL, &word))
}

/// Whether it speaks of comments, which may be longer than the article.
pub fn name_comments(names: &str) -> bool {
    words(names).any(|word| {
        ["comments", "comment", "commentlist", "commentsection", "disqus", "respond", "livefyre"]
            .contains(&word.as_str())
    })
}

/// Whether it names what stands before an article that must be paid for.
pub fn name_a_barrier(names: &str) -> bool {
    let is_one = |word: String| {
        matches!(
            word.as_str(),
            "paywall" | "barrier" | "regwall" | "offer" | "offers" | "subscribe" | "upsell" | "premium" | "piano"
        )
    };
    words(names).any(is_one)
}

/// Whether a role does.
pub fn is_role_around(role: &str) -> bool {
    has(AROUND_ROLES, &role.trim().to_ascii_lowercase())
}

/// Whether it names the words to a picture.
pub fn name_a_caption(names: &str) -> bool {
    words(names)
        .any(|word| matches!(word.as_str(), "caption" | "captions" | "thumbcaption" | "figcaption" | "imagecaption"))
}

/// The words of "postBody-text_2": post, body, text.
fn words(names: &str) -> impl Iterator<Item = String> {
    names.split(|c: char| !c.is_ascii_alphabetic()).flat_map(|name| {
        let mut words = vec![String::new()];
        let mut was_small = false;
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && was_small {
                words.push(String::new());
            }
            was_small = letter.is_ascii_lowercase();
            if let Some(last) = words.last_mut() {
                last.push(letter.to_ascii_lowercase());
            }
        }
        let whole = name.to_ascii_lowercase();
        if words.len() > 1 {
            words.push(whole);
        }
        words.into_iter().filter(|word| !word.is_empty())
    })
}

fn joined(names: &str) -> String {
    names.chars().filter(|c| c.is_ascii_alphabetic() || *c == ' ').map(|c| c.to_ascii_lowercase()).collect()
}

/// Headings of what stands around an article. The whole block, in small letters and without marks.
const HEADINGS: &str = "\
    advertisement | advertising | ad | publicité | anzeige | publicidad | sponsored | sponsored content | promoted | \
    related | related articles | related content | related links | related news | related posts | related stories | \
    related story | related topics | related coverage | related internet links | more on this story | more on this \
    topic | more like this | more stories | more news | more from | more to explore | read more | read next | read \
    also | also read | see also on | up next | next up | don't miss | editor's picks | editors' picks | top stories \
    | latest news | latest stories | most read | most popular | most viewed | most shared | most commented | \
    trending | trending now | popular now | recommended | recommended for you | recommended reading | recommended \
    stories | you may like | you may also like | you might like | you might also like | you may be interested in | \
    share | share this | share this article | share this story | share this page | share this post | follow us | \
    topics | tags | filed under | comments | no comments | leave a comment | leave a reply | join the conversation | join the \
    discussion | add a comment | newsletter | newsletters | sign up | subscribe | on this page | in this article | \
    table of contents | like this | loading | play video | watch video | listen to this article | about the author | \
    post navigation | skip advertisement";
/// Beginnings of lines that lead away from the article; they are so only where most of what follows is a link.
const LEADS_AWAY: &str = "\
    read more | read next | read also | also read | related: | see also | see more | more: | more from | watch: | \
    watch now | listen: | don't miss | lire aussi | à lire aussi | lesen sie auch | lesen sie mehr | leer más | lea \
    también | leggi anche | must read | related story | recommended: | explore more | further reading: | in \
    pictures: | next up";
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
    caption | enlarge this image | share or comment | you receive this";

/// Whether a short block heads or is something around the article.
pub fn is_heading_of_what_is_around(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    HEADINGS.split(" | ").any(|heading| heading == bare)
        || bare.starts_with("more from ")
        || bare.starts_with("more on this ")
        || is_reply_count(&bare)
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

/// "23 comments", "3 thoughts on …".
fn is_reply_count(bare: &str) -> bool {
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    rest.len() < bare.len()
        && ["comments", "comment", "replies", "responses", "shares", "likes", "thoughts on", "min read", "minute read"]
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
    let is_handle = small.starts_with("follow ")
        && small.len() < 100
        && ["@", "twitter", "facebook", "instagram"].iter().any(|part| small.contains(part));
    is_handle || TO_THE_READER.split(" | ").any(|lead| small.starts_with(lead))
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
    ];
    small.split_whitespace().count() <= 9 && leads.iter().any(|lead| small.starts_with(lead))
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
    fn classes_are_read_word_by_word() {
        for names in
            ["related-posts", "c-shareTools", "sd-block sharedaddy", "ad_slot", "article__newsletter", "sr-only"]
        {
            assert!(name_what_is_around(names), "{names}");
        }
        for names in ["entry-content", "roadmap", "shareholder-letter", "read", "headline", "gradient", "article-body"]
        {
            assert!(!name_what_is_around(names), "{names}");
        }
    }

    #[test]
    fn lines_of_the_page_are_told_from_lines_of_the_article() {
        assert!(is_heading_of_what_is_around("Related:") && is_heading_of_what_is_around("23 Comments"));
        assert!(!is_heading_of_what_is_around("Related matters before the court"));
        assert!(is_counter("1/4") && is_counter("2 of 14") && !is_counter("1914"));
        assert!(is_credit("(Image: Ebbing Council)") && !is_credit("The image was lost"));
    }
}
