//! The words by which the makers of pages name their boxes, in classes and the like. What they write into the text is in
//! [`super::phrases`].

/// Words of classes and names: what is called so is no part of the article.
const AROUND: &str = "\
    ad ambox mbox adcontainer addthis addtoany ads adsbygoogle adsense adslot adunit advert advertisement advertising adverts \
    adwrapper barrier bookmark bookmarks breadcrumb breadcrumbs byline ccpa claps colophon comment commenters \
    commentaires commentlist comments commentsection comentarios commenti consent cookie cookies crumbs cta dateline dfp disclosure disqus donate \
    donation dropdown editsection feedback flyout follow followus gdpr hatnote infobox jetpack kommentar kommentare komentarze leftnav leftrail lightbox likes \
    linkbox livefyre mailchimp masthead menu menus metrics modal mostpopular mostread nav navbar navbox navigation \
    newsletter newsletters onetrust optin outbrain overlay pagenav pager pagination paging popular popup postdate \
    postfoot printfooter promo promos promotion rail recirc recirculation recommendation recommendations recommended \
    regwall related relacionadas relatedposts respond rightcol rightcolumn rightrail share sharebar sharebuttons sharedaddy sharethis sharing sidebar signature \
    signup sitesub skip skiplink skiptranslate social socialmedia socials sponsor sponsored submenu subscribe \
    subscription taboola tags ticker toc toolbar trackback trackbacks";
/// Further words of that sort, in small boxes only: of large ones they name what is in them.
const AROUND_IN_SMALL: &str = "\
    author authors bio buttons button by catlinks cats categories contributor copyright gensmall postdetails rating ratings count credit credits date disclaimer \
    jump kicker labels login meta paywall posted reprints rubric stats tag taglist timestamp \
    topics trending updated updates upsell username userinfo usertitle views zoom";
/// Parts of classes once their hyphens are gone.
const AROUND_JOINED: &str = "\
    citebacklink aboutauthor authorcard authorinfo authorprofile authordesc authorblock authorabout aboutthisarticle alsoread articletags assistivetext authorbio authorbox cookiebanner cookienotice \
    endmark inlinerelated jumptonav lireaussi linksblock mayalsolike mostpopular mostread morefrom morestories \
    newslettersignup nextup pagetools photocredit imagecredit postcomment postnav postfooter posttags printinfo \
    readalso readmore readnext relatedarticle relatedcontent relatedlink relatedpost relatedstor screenreader \
    sharetool skiptocontent sronly texttrack visuallyhidden youmaylike";
/// What readers write below an article, in the languages of the web's larger part.
const COMMENTS: &str = "\
    comments comment commentlist commentsection disqus respond livefyre kommentar kommentare commentaires reactions \
    comentarios commenti komentarze reacties kommentarer guestbook condolences";
/// What an article is called in the names of the box that holds its body, and what the body is called.
const ARTICLES: &str = "\
    article story post entry news blog artikel artykul articulo articolo artigo nota noticia node single item gh arti \
    page document";
const BODIES: &str = "\
    body bodytext content contents text texto texte copy maintext cuerpo corpo inhalt tresc corps";
/// Whole names of such a box.
const BODIES_ALONE: &str = "\
    availablecontent bodycopy bodytext econtent maincontenttext mwparseroutput wysiwyg";
/// What may stand behind those names where a box is no body.
const NO_BODIES: &str = "\
    related teaser card header footer head foot title meta tools summary preview snippet sidebar comment size list \
    share tags nav";
/// Verse and songs: lines that no measure of prose finds.
const VERSES: &str = "poem poems poetry verse verses stanza stanzas lyrics lyric gedicht poeme poema";
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
    words(names).any(|word| has(COMMENTS, &word))
}

/// Whether one of several names, parted by spaces, is that of the box that holds an article's body.
pub fn name_the_body(names: &str) -> bool {
    names.split_whitespace().any(|name| {
        let joined = joined(name);
        let begins_with_a_body = |rest: &str| BODIES.split(' ').any(|body| rest.starts_with(body));
        let is_body = |article: &str| {
            joined.match_indices(article).any(|(at, _)| begins_with_a_body(&joined[at + article.len()..]))
        };
        has(BODIES_ALONE, &joined)
            || (ARTICLES.split(' ').any(is_body) && !NO_BODIES.split(' ').any(|other| joined.contains(other)))
    })
}

/// Whether it names a button.
pub fn name_a_button(names: &str) -> bool {
    words(names).any(|word| matches!(word.as_str(), "btn" | "button" | "cta"))
}

/// Whether it speaks of verse or a song.
pub fn name_verse(names: &str) -> bool {
    words(names).any(|word| has(VERSES, &word))
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
}
