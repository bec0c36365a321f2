//! Exports of the corpus, opened again and held against the articles.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use diptych::comparing::{self, Read, wording};
use diptych::export::{self, Format, Kind, Options, Pair, Paper};
use diptych::import;
use diptych::model::{
    Article, ArticleKey, Card, Comparison, Correction, Edit, Emphasis, Field, Highlight, Item, ItemId, LinkRef,
    MarkerColour, Marking, Note, NoteOn, Place, Reading, Sides, Span, ThemeName, ThemeRef, Work,
};
use diptych::reading;

/// Two articles of the corpus, read and compared.
struct Compared {
    articles: Sides<Article>,
    readings: Sides<Reading>,
    comparison: Comparison,
}

fn corpus(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file)
}

fn compared() -> Compared {
    let open = |file| import::open(&corpus(file)).unwrap_or_else(|error| panic!("{error}"));
    let articles = Sides::new(open("the-witness-who-was-never-called.txt"), open("alder-falls-council-vote.md"));
    let readings = articles.as_ref().map(reading::read);
    let read = |article, reading| Read { article, reading };
    let comparison =
        comparing::compare(Sides::new(read(&articles.left, &readings.left), read(&articles.right, &readings.right)));
    Compared { articles, readings, comparison }
}

impl Compared {
    fn pair<'a>(&'a self, work: &'a Work) -> Pair<'a> {
        Pair::new(self.articles.as_ref(), self.readings.as_ref(), &self.comparison, work, wording::say_of_quotation)
    }

    fn written(&self, kind: Kind, format: Format, work: &Work) -> Vec<u8> {
        let options = Options { paper: Paper::Letter, ..Options::default() };
        export::write(kind, format, &self.pair(work), &options).unwrap_or_else(|failure| panic!("{failure}")).bytes
    }

    fn text(&self, kind: Kind, format: Format, work: &Work) -> String {
        String::from_utf8(self.written(kind, format, work)).expect("UTF-8")
    }

    fn left_key(&self) -> ArticleKey {
        ArticleKey::of(&self.articles.left.text)
    }

    /// The place of words of the left article.
    fn left(&self, words: &str) -> Place {
        let start = self.articles.left.text.find(words).unwrap_or_else(|| panic!("{words} is not there"));
        Place { article: self.left_key(), span: Span::new(start, start + words.len()) }
    }

    /// A card of the whole left article, words underlined, emphasised and highlighted across each other.
    fn whole_card(&self) -> Card {
        let text = &self.articles.left.text;
        let at = |share: usize| text.floor_char_boundary(text.len() * share / 100);
        let marking = |from, to, emphasis| Marking { span: Span::new(at(from), at(to)), emphasis };
        let markings = vec![
            marking(3, 9, Emphasis::Underlined),
            marking(5, 6, Emphasis::Emphasised),
            marking(40, 55, Emphasis::Highlighted(MarkerColour::Cyan)),
            marking(50, 60, Emphasis::Underlined),
        ];
        let cut = Place { article: self.left_key(), span: Span::new(0, text.len()) };
        Card { cut, tag: "Fear silences witnesses & victims <now>".to_owned(), markings, shrunk_points: Some(6) }
    }
}

fn work(items: Vec<Item>) -> Work {
    let edits: Vec<Edit> =
        items.into_iter().enumerate().map(|(index, item)| Edit::Put(ItemId(index as u64 + 1), item)).collect();
    Work::of(&edits)
}

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a container");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
    text
}

fn opened(bytes: &[u8], ending: &str) -> Article {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let path = folder.path().join(format!("opened.{ending}"));
    std::fs::write(&path, bytes).expect("a file");
    import::open(&path).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_export_is_made_and_is_the_same_bytes_twice() {
    let compared = compared();
    let work = work(vec![Item::Card(compared.whole_card())]);
    for kind in Kind::ALL {
        for format in kind.formats() {
            let written = compared.written(kind, *format, &work);
            assert!(!written.is_empty(), "{} {}", kind.name(), format.ending());
            assert!(written == compared.written(kind, *format, &work), "{} {}", kind.name(), format.ending());
        }
    }
}

#[test]
fn the_body_of_a_card_is_the_article_byte_for_byte() {
    let compared = compared();
    let work = work(vec![Item::Card(compared.whole_card())]);
    let docx = compared.written(Kind::Cards, Format::Docx, &work);
    let opened = opened(&docx, "docx");
    let paragraphs: Vec<&str> = opened.paragraphs.iter().map(|found| found.span.of(&opened.text)).collect();
    let article = &compared.articles.left;
    let body: Vec<&str> = article.paragraphs.iter().map(|found| found.span.of(&article.text)).collect();
    // The pocket, the tag and the cite come before it.
    assert_eq!(paragraphs[1], "Fear silences witnesses & victims <now>");
    assert!(paragraphs[2].starts_with("Ruth Castellane, no qualifications, 4-9-2017, \""), "{}", paragraphs[2]);
    assert_eq!(&paragraphs[3..], body);
}

#[test]
fn the_styles_are_those_that_templates_and_parsers_know() {
    let compared = compared();
    let work = work(vec![Item::Card(compared.whole_card())]);
    let docx = compared.written(Kind::Cards, Format::Docx, &work);
    let styles = part(&docx, "word/styles.xml");
    let expected = [
        ("paragraph", "Heading1", "heading 1", Some("Pocket"), Some("0")),
        ("paragraph", "Heading2", "heading 2", Some("Hat"), Some("1")),
        ("paragraph", "Heading3", "heading 3", Some("Block"), Some("2")),
        ("paragraph", "Heading4", "heading 4", Some("Tag"), Some("3")),
        ("paragraph", "Normal", "Normal", Some("Normal/Card"), None),
        ("character", "Style13ptBold", "Style 13 pt Bold", Some("Cite"), None),
        ("character", "StyleUnderline", "Style Underline", Some("Underline"), None),
        ("character", "Emphasis", "Emphasis", None, None),
    ];
    for (kind, id, name, aliases, level) in expected {
        let has_id = |style: &&str| style.contains(&format!("w:styleId=\"{id}\""));
        let style = styles.split("<w:style ").find(has_id).unwrap_or_else(|| panic!("{id} is missing"));
        assert!(style.contains(&format!("w:type=\"{kind}\"")), "{style}");
        assert!(style.contains(&format!("<w:name w:val=\"{name}\"/>")), "{style}");
        let said = aliases.map(|aliases| format!("<w:aliases w:val=\"{aliases}\"/>"));
        assert!(said.as_ref().map_or(!style.contains("w:aliases"), |said| style.contains(said)), "{style}");
        let said = level.map(|level| format!("<w:outlineLvl w:val=\"{level}\"/>"));
        assert!(said.as_ref().map_or(!style.contains("w:outlineLvl"), |said| style.contains(said)), "{style}");
        if id.starts_with("Heading") {
            assert!(style.contains(&format!("<w:link w:val=\"{id}Char\"/>")), "{style}");
            assert!(styles.contains(&format!("w:styleId=\"{id}Char\"")), "{id}Char");
        }
    }
    let body = part(&docx, "word/document.xml");
    for mark in ["\"StyleUnderline\"", "\"Emphasis\"", "<w:highlight w:val=\"cyan\"/>", "<w:sz w:val=\"12\"/>"] {
        assert!(body.contains(mark), "{mark}");
    }
    assert_eq!(body.matches("<w:pStyle w:val=\"Heading4\"/>").count(), 1);
    assert_eq!(body.matches("<w:rStyle w:val=\"Style13ptBold\"/>").count(), 2, "the last name and the date");
}

#[test]
fn without_cards_there_is_one_for_each_paragraph_that_the_two_share_most() {
    let compared = compared();
    let nothing = Work::default();
    let page = compared.text(Kind::Cards, Format::Markdown, &nothing);
    let tags = page.lines().filter(|line| line.starts_with("#### ")).count();
    assert!(tags > 3 && page.matches("No tag yet").count() == tags, "{page}");
    assert_eq!(page.matches("Check: ").count(), tags, "{page}");
    assert!(!page.contains("Not in the article"), "{page}");
}

#[test]
fn a_card_says_what_reading_the_underlined_words_leaves_out() {
    let compared = compared();
    let mut card = compared.whole_card();
    let (before, after) = ("nobody who passed in the dark", "did him any harm");
    card.markings = [before, after]
        .map(|words| Marking { span: compared.left(words).span, emphasis: Emphasis::Underlined })
        .to_vec();
    let page = compared.text(Kind::Cards, Format::Markdown, &work(vec![Item::Card(card.clone())]));
    assert!(page.contains("10 of ") && page.contains("Check: word for word the same"), "{page}");
    card.markings[0].span = compared.left("for twenty-two years nobody").span;
    let page = compared.text(Kind::Cards, Format::Markdown, &work(vec![Item::Card(card)]));
    assert!(page.contains("who passed in the dark”"), "{page}");
}

#[test]
fn the_readers_work_changes_what_is_exported() {
    let compared = compared();
    let [left, right] =
        [&compared.articles.left, &compared.articles.right].map(|article| ArticleKey::of(&article.text));
    let first = &compared.comparison.links[0];
    let places = [Place { article: right, span: first.spans.right }, Place { article: left, span: first.spans.left }];
    let link = LinkRef { kind: first.kind, places };
    let themes = &compared.comparison.themes;
    let linked = compared.comparison.links.iter().find_map(|link| link.theme).expect("a link of a theme");
    let theme = ThemeRef::new([right, left], &themes[linked].label);
    let passage = compared.left("She went out to him.");
    let mut work = work(vec![
        Item::ThemeName(ThemeName { theme, name: "Speaking to the police".to_owned() }),
        Item::Note(Note { on: NoteOn::Link(link.clone()), text: "compare the *verbs*".to_owned() }),
        Item::Note(Note { on: NoteOn::Passage(passage), text: "who is she?".to_owned() }),
        Item::Highlight(Highlight { place: passage, colour: MarkerColour::Green }),
    ]);
    let outlet = Correction::Describe { article: left, field: Field::Publication, value: Some("The Echo".to_owned()) };
    work.take(&Edit::Correct(outlet));
    let links = compared.text(Kind::Links, Format::Csv, &work);
    assert!(links.contains("compare the *verbs*") && links.contains("Speaking to the police"));
    let notes = compared.text(Kind::Notes, Format::Markdown, &work);
    for words in ["compare the \\*verbs\\*", "who is she?", "> She went out to him.", "## Highlights", "*The Echo*"] {
        assert!(notes.contains(words), "{words}: {notes}");
    }
    let rows = |links: &str| links.matches("\r\n").count();
    work.take(&Edit::Put(ItemId(9), Item::Struck(link)));
    assert_eq!(rows(&compared.text(Kind::Links, Format::Csv, &work)) + 1, rows(&links), "a link struck out is gone");
}

#[test]
fn the_table_has_a_row_a_link_and_a_mark_for_spreadsheets() {
    let compared = compared();
    let table = compared.text(Kind::Links, Format::Csv, &Work::default());
    assert!(table.starts_with("\u{feff}number,kind,label,why,"));
    // Cells hold no line ends of this kind but at the end of a row.
    assert_eq!(table.matches("\r\n").count(), compared.comparison.links.len() + 1);
    assert!(table.ends_with("\r\n"));
}

fn options(is_blank: bool) -> Options {
    Options { is_blank, ..Options::default() }
}

/// White space and hyphens aside, as lines may end anywhere.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

#[test]
fn the_words_of_a_handout_can_be_copied_from_the_pdf() {
    let compared = compared();
    let nothing = Work::default();
    let pair = compared.pair(&nothing);
    let pdf = export::write(Kind::Handout, Format::Pdf, &pair, &options(false)).expect("a PDF").bytes;
    let opened = letters(&opened(&pdf, "pdf").text);
    let sheet = export::handout::sheet(&pair, false, None);
    let runs: Vec<String> = sheet.runs().map(|run| letters(&run.text)).filter(|run| run.len() > 3).collect();
    // A reader of columns may take the two cells of a short row for lines that run across: the words are there all the
    // same, and nearly everything stands in one piece.
    let whole = runs.iter().filter(|run| opened.contains(*run)).count();
    assert!(runs.len() > 60 && 10 * whole >= 9 * runs.len(), "{whole} of {}", runs.len());
    for word in sheet.runs().flat_map(|run| run.text.split_whitespace()).map(letters) {
        assert!(opened.contains(&word), "{word}");
    }
}

#[test]
fn a_blank_handout_gives_its_answers_on_a_page_of_their_own() {
    let compared = compared();
    let nothing = Work::default();
    let pair = compared.pair(&nothing);
    let page = |is_blank| {
        let written = export::write(Kind::Handout, Format::Html, &pair, &options(is_blank)).expect("a page").bytes;
        String::from_utf8(written).expect("UTF-8")
    };
    let passage = "Calls for help from the four blocks";
    assert!(page(false).contains(passage) && !page(false).contains("Answer key"));
    let blank = page(true);
    let (sheet, key) = blank.split_once("<h1 class=\"new-page\">Answer key</h1>").expect("an answer key");
    assert!(key.contains(passage) && !sheet.contains(passage));
    assert!(sheet.contains("writing-line") && !key.contains("writing-line"));
}

#[test]
fn no_part_of_a_document_is_broken_by_what_an_article_is_called() {
    let compared = compared();
    let title = "<script>alert(\"x\")</script> & ]]> \u{1}\u{fffe} =1+1 שלום";
    let mut work = work(vec![Item::Card(compared.whole_card())]);
    let field = |field, value: &str| {
        let article = compared.left_key();
        Edit::Correct(Correction::Describe { article, field, value: Some(value.to_owned()) })
    };
    work.take(&field(Field::Title, title));
    work.take(&field(Field::Address, "javascript:alert(1)"));
    for (kind, format) in [(Kind::Report, Format::Html), (Kind::Handout, Format::Html)] {
        let page = compared.text(kind, format, &work);
        assert!(!page.contains("<script") && !page.contains("href=\"javascript"), "{}", kind.name());
        well_formed(page.strip_prefix("<!DOCTYPE html>").expect("a page"));
    }
    for kind in [Kind::Cards, Kind::Handout] {
        let docx = compared.written(kind, Format::Docx, &work);
        let mut archive = zip::ZipArchive::new(Cursor::new(&docx)).expect("a container");
        for index in 0..archive.len() {
            let mut part = String::new();
            archive.by_index(index).expect("a part").read_to_string(&mut part).expect("UTF-8");
            well_formed(&part);
        }
    }
    assert!(compared.written(Kind::Handout, Format::Pdf, &work).starts_with(b"%PDF-"));
}

/// Every element ends, every entity is known, and no character is one that XML forbids.
fn well_formed(part: &str) {
    let mut reader = quick_xml::Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_i64;
    // A style sheet is text to a browser and is none of an article's words.
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}")) {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    let is_forbidden = |c: char| (c < ' ' && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!part.contains(is_forbidden));
}
