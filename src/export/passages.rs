//! A passage as one line of a report.

use crate::model::{Article, Span};

/// The words of a span on one line, white space folded, at most `most` characters; cut at a word with "…".
pub fn on_one_line(article: &Article, span: Span, most: usize) -> String {
    shortened(span.of(&article.text), most)
}

/// Words on one line, white space folded, at most `most` characters; cut at a word with "…".
pub fn shortened(words: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in words.split_whitespace() {
        let longer = length + word.chars().count() + usize::from(length > 0);
        if longer > most {
            line.push('…');
            break;
        }
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        length = longer;
    }
    line
}

/// What to call an article in a report: its title, or its file's name.
pub fn name_of(article: &Article, title: Option<&str>) -> String {
    let file =
        || article.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    title.map(str::to_owned).or_else(file).unwrap_or_else(|| "Pasted text".to_owned())
}

/// The first words of a passage, white space folded; "…" where there are more.
pub fn first_words(passage: &str, most: usize) -> String {
    let more = passage.split_whitespace().nth(most).map(|_| " …");
    first_of(passage, most) + more.unwrap_or_default()
}

/// The first words of a passage, white space folded.
pub fn first_of(passage: &str, most: usize) -> String {
    passage.split_whitespace().take(most).collect::<Vec<_>>().join(" ")
}

/// The last words of a passage, white space folded.
pub fn last_words(passage: &str, most: usize) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    words[words.len().saturating_sub(most)..].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passages_end_at_a_word() {
        let article = Article { text: "one two\nthree".into(), ..Article::default() };
        assert_eq!(on_one_line(&article, Span::new(0, 13), 9), "one two…");
        assert_eq!(on_one_line(&article, Span::new(0, 13), 13), "one two three");
    }
}
