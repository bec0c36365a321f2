//! PDFs made by real programs (`tests/documents/make_pdf.sh`) open to the words of their originals, in order.

use std::path::{Path, PathBuf};

use diptych::import::{self, Problem};
use diptych::model::{Article, Role};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn opened(name: &str) -> Result<Article, Problem> {
    import::open(&folder().join("pdf").join(format!("{name}.pdf"))).map_err(|error| error.problem)
}

/// Words in small letters: a style sheet may set a heading in capitals.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn check(name: &str, original: &str) {
    let article = opened(name).unwrap_or_else(|problem| panic!("{name} {problem}"));
    let original =
        std::fs::read_to_string(folder().join("originals").join(format!("{original}.txt"))).expect("original");
    let (wanted, found) = (words(&original), words(&article.text));
    let kept: usize = similar::capture_diff_slices(similar::Algorithm::Myers, &wanted, &found)
        .iter()
        .map(|part| if let similar::DiffOp::Equal { len, .. } = part { *len } else { 0 })
        .sum();
    assert!(kept * 100 >= wanted.len() * 99, "{name}: {kept} of {} words\n{}", wanted.len(), article.text);
    assert!(
        (found.len() - kept) * 100 <= wanted.len(),
        "{name}: {} words too many\n{}",
        found.len() - kept,
        article.text
    );
}

fn with_role(article: &Article, role: Role) -> Vec<String> {
    let paragraphs = article.paragraphs.iter().filter(|paragraph| paragraph.role == Some(role));
    paragraphs.map(|paragraph| paragraph.span.of(&article.text).to_owned()).collect()
}

#[test]
fn one_column_by_latex() {
    check("pandoc", "bell-foundry");
}

#[test]
fn two_columns_with_ligatures_and_hyphens_and_no_table_of_letters() {
    check("two-columns", "lantern-tax");
}

#[test]
fn running_heads_and_page_numbers_are_dropped_and_notes_stand_at_the_end() {
    check("running-heads", "bell-foundry");
    let article = opened("running-heads").expect("opens");
    assert!(!article.text.contains("Halder Review"), "a running head");
    assert!(article.text.trim_end().ends_with("in 1974."), "the last note ends it");
}

#[test]
fn a_browsers_print_without_its_address_and_date() {
    check("browser", "night-school");
}

#[test]
fn three_columns_of_a_newspaper_with_an_initial() {
    check("newspaper", "slow-trains");
}

#[test]
fn an_office_documents_table_and_note() {
    check("office", "reed-beds");
}

#[test]
fn bitmap_fonts_that_name_no_letter() {
    check("bitmaps", "slow-trains");
}

#[test]
fn a_page_on_its_side_with_letters_set_apart() {
    check("sideways", "reed-beds");
}

#[test]
fn a_password_that_only_keeps_it_from_changes_does_not_lock_it() {
    check("unlocked", "bell-foundry");
}

#[test]
fn a_locked_file_and_a_scan_are_told() {
    assert!(matches!(opened("locked"), Err(Problem::Locked(_))));
    assert!(matches!(opened("scan"), Err(Problem::NoTextInside(_))));
}

#[test]
fn headings_block_quotes_and_lists_are_told_by_layout() {
    for name in ["two-columns", "newspaper", "browser", "office", "bitmaps"] {
        let article = opened(name).expect("opens");
        assert_eq!(with_role(&article, Role::Title).len(), 1, "{name} has one title");
    }
    let article = opened("two-columns").expect("opens");
    assert_eq!(with_role(&article, Role::Heading), ["What the board was told", "Three ways out"]);
    assert_eq!(with_role(&article, Role::ListItem).len(), 3);
    let quotations = with_role(&article, Role::BlockQuote);
    assert!(matches!(&quotations[..], [one] if one.starts_with("The lamp fund") && one.ends_with("to say so.")));
    let article = opened("browser").expect("opens");
    assert_eq!(with_role(&article, Role::ListItem).len(), 4);
    assert_eq!(with_role(&article, Role::BlockQuote).len(), 1);
}

#[test]
fn properties_count_where_the_text_bears_them_out() {
    let article = opened("pandoc").expect("opens");
    assert_eq!(article.metadata.title.as_deref(), Some("A Foundry Without Bells"));
    assert_eq!(article.metadata.byline.as_deref(), Some("Tamsin Oke and Rurik Vael"));
    for name in ["two-columns", "newspaper", "office", "bitmaps"] {
        let article = opened(name).expect("opens");
        assert_eq!(article.metadata.title, None, "{name} has the name of a file at most");
        assert_eq!(article.metadata.byline, None, "{name}");
    }
    for name in ["pandoc", "two-columns", "browser", "office"] {
        assert_eq!(opened(name).expect("opens").metadata.date, None, "the day of the print is no date of {name}");
    }
}
