//! Writes what the reader exports, on the worker's thread.

use std::path::Path;

use crate::comparing::wording;
use crate::export::{self, Pair};
use crate::import;
use crate::model::{Side, Sides};
use crate::workspace::store::{place_of, save};
use crate::workspace::{Export, Exported, Origin};

/// Writes it at once, or not at all: where it stands now, or why it does not, in a sentence.
pub fn written(wanted: &Export) -> Result<Exported, String> {
    let Export { wish, path, replaces, compared, work } = wanted;
    if !path.is_absolute() {
        return Err(format!("{}: give the whole path, from the root.", path.display()));
    }
    if Side::BOTH.into_iter().any(|side| is_article(path, &compared.sides.get(side).origin)) {
        return Err(format!("{} is one of the two articles; choose another name.", path.display()));
    }
    if path.exists() && !replaces {
        return Err(format!("{} is there already; choose another name.", path.display()));
    }
    let articles = compared.sides.as_ref().map(|opened| &opened.article);
    let readings = Sides::new(compared.reading(Side::Left), compared.reading(Side::Right));
    let pair = Pair::new(articles, readings, &compared.comparison, work, wording::say_of_quotation);
    let written =
        export::write(wish.kind, wish.format, &pair, &wish.options).map_err(|failure| format!("{failure}."))?;
    save(path, &written.bytes)?;
    Ok(Exported { path: path.clone(), lacks: written.told() })
}

/// Nobody loses an article to an export of it.
fn is_article(path: &Path, origin: &Origin) -> bool {
    matches!(origin, Origin::File(article) if place_of(&import::file_of(article)) == place_of(path))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::export::{Format, Kind};
    use crate::model::{Comparison, Work};
    use crate::reading;
    use crate::workspace::{Compared, Opened, Wish};

    fn export(folder: &Path, name: &str, replaces: bool) -> Export {
        let opened = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("written");
            let article = import::open(&path).expect("it has words");
            let reading = reading::read(&article);
            Arc::new(Opened { origin: Origin::File(path), article, reading })
        };
        let sides = Sides::new(
            opened("mill.txt", "The mill stands.\n\nIt is old."),
            opened("weir.txt", "The weir stands.\n\nIt is new."),
        );
        let compared = Arc::new(Compared::new(sides, Sides::default(), Comparison::default()));
        let wish = Wish { format: Format::Json, ..Wish::of(Kind::Comparison) };
        Export { wish, path: folder.join(name), replaces, compared, work: Arc::new(Work::default()) }
    }

    #[test]
    fn a_file_is_written_whole_and_replaced_only_where_the_reader_said_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = written(&export(folder.path(), "both.json", false)).expect("written");
        let words = std::fs::read_to_string(&path.path).expect("it is there");
        assert!(words.contains("diptych.comparison/1"));
        let refused = written(&export(folder.path(), "both.json", false)).expect_err("it is there already");
        assert!(refused.contains("is there already"), "{refused}");
        assert!(written(&export(folder.path(), "both.json", true)).is_ok());
    }

    #[test]
    fn an_article_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let refused = written(&export(folder.path(), "mill.txt", true)).expect_err("it is an article");
        assert!(refused.contains("one of the two articles"), "{refused}");
        let text = std::fs::read_to_string(folder.path().join("mill.txt")).expect("it is there");
        assert!(text.starts_with("The mill stands."));
        let mut part = export(folder.path(), "mill.txt", true);
        let side = Arc::make_mut(&mut part.compared);
        let opened = Arc::make_mut(&mut side.sides.left);
        opened.origin = Origin::File(import::path_of_part(&folder.path().join("mill.txt"), 3));
        assert!(written(&part).is_err(), "nor the file that it is a part of");
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let refused = written(&export(folder.path(), "nowhere/both.json", false)).expect_err("no folder");
        assert!(refused.contains("there is no folder"), "{refused}");
    }
}
