//! The words around the articles: dates, counts, names for the screen reader. Sentences, not codes.

use super::overview::{NO_SENTENCE, common_sentence};
use super::sources::{Cast, Presence, counted};
use crate::model::{Article, Described, LinkKind, MONTHS, Side};
use crate::workspace::{Compared, Opened, State, Theme};

/// Who, where and when, as far as it is known, and how long it takes: "Ada Fenn · The Mill Post · 3 May 2018 · 6 min read".
pub fn head_line(described: &Described, article: &Article, words_a_minute: u32) -> String {
    let date = described.date.as_deref().map(long_date);
    let parts =
        [described.byline.clone(), described.publication.clone(), date, Some(reading_time(article, words_a_minute))];
    parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("  ·  ")
}

/// `2018-05-03` as "3 May 2018", `2018-05` as "May 2018"; anything else as it stands.
pub fn long_date(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let month = |number: &str| number.parse::<usize>().ok().and_then(|number| MONTHS.get(number.checked_sub(1)?));
    match parts[..] {
        [year, number, day] => match (month(number), day.parse::<u8>()) {
            (Some(name), Ok(day)) => format!("{day} {name} {year}"),
            _ => iso.to_owned(),
        },
        [year, number] => month(number).map_or_else(|| iso.to_owned(), |name| format!("{name} {year}")),
        _ => iso.to_owned(),
    }
}

/// A kind in the singular, for names and cards.
pub fn kind_name(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Text => "same words",
        LinkKind::Quotation => "quotation",
        LinkKind::Source => "source",
        LinkKind::Event => "event",
        LinkKind::Fact => "fact",
        LinkKind::Theme => "theme",
        LinkKind::Drawn => "your link",
    }
}

/// A kind as the list's filter has it.
pub fn kind_plural(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Text => "Same words",
        LinkKind::Quotation => "Quotations",
        LinkKind::Source => "Sources",
        LinkKind::Event => "Events",
        LinkKind::Fact => "Facts",
        LinkKind::Theme => "Themes",
        LinkKind::Drawn => "Yours",
    }
}

/// A linked passage's name for a screen reader: "Link 3 of 9, source, J. Hale, on the left in paragraph 7".
pub fn link_name(compared: &Compared, hidden: &[bool], link: usize, side: Side, paragraph: usize) -> String {
    let Some(found) = compared.comparison.links.get(link) else { return String::new() };
    let other = side.other();
    let there = compared.sides.get(other);
    let joined = there.article.paragraph_at(found.spans.get(other).start).map(|at| there.paragraph_number(at));
    let joined = joined.map_or_else(String::new, |at| format!(", joined to paragraph {at} of the {}", other.name()));
    format!(
        "Link {}, {}, {}, on the {} in paragraph {}{joined}",
        ordinal(compared, hidden, link),
        kind_name(found.kind),
        found.label,
        side.name(),
        compared.sides.get(side).paragraph_number(paragraph)
    )
}

/// A column with the article of that title for the screen reader: "Left article: Keep the Pond, 9 paragraphs, 6 links".
pub fn article_name(side: Side, article: Option<(&Opened, &str)>, links: usize) -> String {
    let side = side.title();
    let Some((opened, title)) = article else { return format!("{side} article: none is open") };
    let paragraphs = counted(opened.paragraphs(), "paragraph");
    format!("{side} article: {title}, {paragraphs}, {}", counted(links, "link"))
}

/// One line over the list: "34 links" or "6 of 34 links", and whether no sentence is in both. The same links are counted
/// kind by kind and stepped through.
pub fn shared_summary(compared: &Compared, hidden: &[bool]) -> String {
    let links = &compared.comparison.links;
    let shown = (0..links.len()).filter(|index| !hidden.get(*index).copied().unwrap_or(false)).count();
    let all = counted(links.len(), "link");
    let count = if shown == links.len() { all } else { format!("{shown} of {all}") };
    if common_sentence(compared).is_some() { count } else { format!("{count}  ·  {NO_SENTENCE}") }
}

/// One line over the overview: "3 speak in both · 2 only left · 5 only right". Those count who are quoted, cited or reported by a
/// name.
pub fn sources_summary(cast: &Cast) -> String {
    let count = |presence| {
        let group = cast.groups.iter().find(|group| group.presence == presence);
        group.map_or(0, |group| group.speaking.len())
    };
    let shared = count(Presence::Both);
    let (left, right) = (count(Presence::Only(Side::Left)), count(Presence::Only(Side::Right)));
    let speak = if shared == 0 { "Nobody speaks".to_owned() } else { speakers_counted(shared) };
    format!("{speak} in both  ·  {left} only left  ·  {right} only right")
}

/// "3 speak": how many of a group's sources are quoted, or reported by a name.
pub fn speakers_counted(count: usize) -> String {
    match count {
        0 => "nobody speaks".to_owned(),
        1 => "1 speaks".to_owned(),
        count => format!("{count} speak"),
    }
}

/// What is being done, for the screen reader: "Reading both articles, 40%".
pub fn progress_words(state: &State, share: f32) -> String {
    let is_awaited = |side| state.columns.get(side).awaited.is_some();
    let what = match (is_awaited(Side::Left), is_awaited(Side::Right)) {
        (true, true) => "Reading both articles",
        (true, false) => "Reading the left article",
        (false, true) => "Reading the right article",
        (false, false) => "Comparing the articles",
    };
    format!("{what}, {}%", (share * 100.0).round())
}

/// What the list says when it has nothing to list.
pub fn empty_list(state: &State) -> &'static str {
    let waiting = Side::BOTH.iter().any(|side| state.columns.get(*side).opened.is_none());
    if waiting && !state.is_busy() {
        "Open an article on each side, and what they share is listed here."
    } else if state.is_busy() {
        "Comparing…"
    } else if LinkKind::LAYERS.iter().all(|kind| !state.is_on(*kind)) {
        "Every layer is switched off."
    } else if state.only().is_some() {
        "Nothing of this kind in common."
    } else if !state.settings.hidden.is_empty() || state.settings.shortest_words > 0 {
        "Nothing in common but in what is switched off, or too short."
    } else {
        "No sentence, source or figure in common."
    }
}

/// How a class is led through.
pub const PRESENTING: &str = "Space steps on  ·  R reads a theme  ·  Esc ends";

/// What a class is looking at: its kind, its name, and the rest in a sentence.
pub fn caption(state: &State) -> (Option<LinkKind>, String, String) {
    if let Some((label, place)) = super::themes::reading_together(state) {
        return (Some(LinkKind::Theme), label, place);
    }
    let found = state.compared.as_ref().and_then(|compared| {
        let current = state.current?;
        let row = super::list::row(&compared.comparison, current)?;
        let place = ordinal(compared, &state.hidden(), current);
        Some((Some(row.kind), row.label.to_string(), format!("Link {place}  ·  {}", row.why)))
    });
    found.unwrap_or_else(|| (None, "Nothing is chosen".to_owned(), PRESENTING.to_owned()))
}

/// A theme as a short word.
pub fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Sepia => "Sepia",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
        Theme::ContrastDark => "High contrast, dark",
    }
}

/// The window's title, from the articles in it.
pub fn window_title(state: &State) -> String {
    let unsaved = if state.keeping.is_unsaved() { "Not saved: " } else { "" };
    match (state.title(Side::Left), state.title(Side::Right)) {
        (Some(left), Some(right)) => format!("{unsaved}{left} | {right} · Diptych"),
        (Some(one), None) | (None, Some(one)) => format!("{one} · Diptych"),
        (None, None) => "Diptych".to_owned(),
    }
}

/// How long an article takes to read at that pace, never broken: "6 min read".
pub fn reading_time(article: &Article, words_a_minute: u32) -> String {
    format!("{}\u{a0}min\u{a0}read", minutes(article.text.split_whitespace().count(), words_a_minute))
}

/// How much is selected, and how long that takes at that pace: "38 words · 10 seconds".
pub fn selected_words(words: usize, words_a_minute: u32) -> String {
    let seconds = (words * 60).div_ceil(words_a_minute.max(1) as usize);
    let time = match seconds.div_ceil(5) * 5 {
        seconds if seconds < 60 => format!("{seconds} seconds"),
        _ => counted(minutes(words, words_a_minute), "minute"),
    };
    format!("{}  ·  {time}", counted(words, "word"))
}

/// Begun minutes.
fn minutes(words: usize, words_a_minute: u32) -> usize {
    words.div_ceil(words_a_minute.max(1) as usize).max(1)
}

/// A link's place among those that are listed, `hidden` left out: "3 of 9".
pub fn ordinal(compared: &Compared, hidden: &[bool], link: usize) -> String {
    let is_shown = |link: &&usize| !hidden.get(**link).copied().unwrap_or(false);
    let shown = || compared.listed().iter().filter(is_shown);
    let place = shown().position(|listed| *listed == link).map_or(0, |at| at + 1);
    format!("{place} of {}", shown().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (iso, words) in [("2018-05-03", "3 May 2018"), ("2018-05", "May 2018"), ("2018", "2018"), ("soon", "soon")]
        {
            assert_eq!(long_date(iso), words);
        }
    }

    #[test]
    fn the_head_line_leaves_out_what_is_not_known() {
        let described =
            Described { byline: Some("Ada Fenn".to_owned()), date: Some("2018-05".to_owned()), ..Described::default() };
        let article = Article { text: "word ".repeat(500).into(), ..Article::default() };
        assert_eq!(head_line(&described, &article, 238), "Ada Fenn  ·  May 2018  ·  3\u{a0}min\u{a0}read");
        assert_eq!(head_line(&Described::default(), &article, 238), "3\u{a0}min\u{a0}read");
        assert_eq!(head_line(&Described::default(), &article, 600), "1\u{a0}min\u{a0}read", "at the reader's own pace");
    }
}
