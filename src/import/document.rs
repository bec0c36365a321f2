//! A document of this program, as a file of two articles: the left one and the right one.
//!
//! What the reader made of them is not an article, and is read elsewhere.

use serde::Deserialize;

use super::error::Problem;
use super::formats::Kind;
use crate::model::{Article, DOCUMENT_VERSION, WrittenArticle};

#[derive(Deserialize)]
struct Document {
    left: Side,
    right: Side,
}

#[derive(Deserialize)]
struct Side {
    article: WrittenArticle,
}

#[derive(Deserialize)]
struct Version {
    diptych: u64,
}

/// The left article and the right one. What does not fit in them is left out.
pub fn articles(bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    let version = serde_json::from_slice::<Version>(bytes).ok();
    if version.is_some_and(|version| version.diptych > DOCUMENT_VERSION) {
        return Err(Problem::Newer);
    }
    let read = serde_json::from_slice::<Document>(bytes);
    let document = read.map_err(|_| Problem::Damaged(Kind::Document.name()))?;
    Ok([document.left, document.right].into_iter().map(|side| side.article.mended().0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: Result<[&str; 2], &str>) {
        let found = articles(json.as_bytes()).map_err(|problem| problem.to_string());
        let texts = found.as_ref().map(|articles| articles.iter().map(|article| &*article.text).collect::<Vec<_>>());
        match expected {
            Ok(expected) => assert_eq!(texts, Ok(expected.to_vec())),
            Err(words) => assert!(found.as_ref().is_err_and(|sentence| sentence.contains(words)), "{found:?}"),
        }
    }

    #[test]
    fn both_articles_come_out_of_it() {
        let article = |text: &str| {
            format!(r#"{{"later":[],"article":{{"text":"{text}","paragraphs":[],"styles":[],"metadata":{{}}}}}}"#)
        };
        let json =
            format!(r#"{{"diptych":1,"left":{},"right":{},"log":{{}}}}"#, article("The mill."), article("The weir."));
        check(&json, Ok(["The mill.", "The weir."]));
        check(&json.replacen(":1,", ":2,", 1), Err("newer Diptych"));
        check(&json[..40], Err("damaged"));
        check(r#"{"diptych":7,"panels":3}"#, Err("newer Diptych"));
    }
}
