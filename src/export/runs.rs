//! Words with their looks, to be set by each format in its own way.

/// Words that are set alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub look: Look,
}

/// How words of a citation are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Look {
    /// As the words around.
    #[default]
    Plain,
    /// In italics: the name of a publication.
    Italic,
    /// In bold.
    Bold,
    /// What debaters say of a source: the last name and the date.
    Cite,
}

/// Runs that are being written, neighbours of one look joined.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Runs(Vec<Run>);

impl Runs {
    /// Adds words.
    pub fn push(&mut self, look: Look, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.look == look => last.text.push_str(text),
            _ => self.0.push(Run { text: text.to_owned(), look }),
        }
    }

    /// Adds words that are set as the words around.
    pub fn plain(&mut self, text: &str) {
        self.push(Look::Plain, text);
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The character that was written last.
    pub fn last_character(&self) -> Option<char> {
        self.0.last().and_then(|run| run.text.chars().next_back())
    }

    /// All of it, in order.
    pub fn into_runs(self) -> Vec<Run> {
        self.0
    }
}

/// The words alone.
pub fn plain_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// As `CommonMark`: italics in stars, what is cited aloud in bold.
pub fn markdown(runs: &[Run]) -> String {
    let marked = runs.iter().map(|run| {
        let words = super::markdown::escaped(&run.text);
        match run.look {
            Look::Plain => words,
            Look::Italic => format!("*{words}*"),
            Look::Bold | Look::Cite => format!("**{words}**"),
        }
    });
    marked.collect()
}
