//! What the reader put right, in terms that outlive a reading: an article's content and places in it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Field, Span};

/// Which article, by its words alone: FNV-1a over the text (Fowler, Noll and Vo), 64 bits, the same on every machine.
/// Printed as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(u64);

impl ArticleKey {
    /// The key of an article's text.
    pub fn of(text: &str) -> Self {
        let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(text.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
    }
}

/// 16 hexadecimal digits.
impl fmt::Display for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for ArticleKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ArticleKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        u64::from_str_radix(&digits, 16).map(Self).map_err(serde::de::Error::custom)
    }
}

/// A place in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The article.
    pub article: ArticleKey,
    /// Where in it.
    pub span: Span,
}

/// A source of one article, by a place where the article means it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceRef {
    /// The article.
    pub article: ArticleKey,
    /// One of its mentions; none for a name that the reader typed and the article does not have.
    pub mention: Option<Span>,
    /// What it was called when it was pointed at.
    pub name: String,
}

/// Who said it, in the reader's judgement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// This one.
    By(SourceRef),
    /// Nobody whom the text names.
    ByNobody,
    /// Whoever the reading says: an earlier correction is taken back.
    AsRead,
}

/// One thing that the reader put right.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// The quotation from its first to its last word was said by somebody: confirmed, changed or cleared.
    Speaker {
        /// The quotation's extent.
        quotation: Place,
        /// Who said it.
        said: Said,
    },
    /// Two sources are one.
    Merge {
        /// Whose name and kind it keeps.
        kept: SourceRef,
        /// Who is the same.
        other: SourceRef,
    },
    /// What was taken for one source are two: the sides, where each is of another article, else the second of them.
    Apart {
        /// The one.
        one: SourceRef,
        /// The other.
        other: SourceRef,
    },
    /// What an article is called, who wrote it and the like.
    Describe {
        /// The article.
        article: ArticleKey,
        /// What is said of it.
        field: Field,
        /// The reader's words; empty for "it has none", none for what the program reads.
        value: Option<String>,
    },
    /// This mention means somebody else, who is given its words for a name.
    TakeOut {
        /// The mention.
        mention: Place,
    },
}

impl Correction {
    /// The articles that it is about: it holds while all of them are open.
    pub fn articles(&self) -> Vec<ArticleKey> {
        match self {
            Correction::Speaker { quotation, said: Said::By(source) } => vec![quotation.article, source.article],
            Correction::Speaker { quotation, .. } => vec![quotation.article],
            Correction::Merge { kept: one, other } | Correction::Apart { one, other } => {
                vec![one.article, other.article]
            }
            Correction::Describe { article, .. } => vec![*article],
            Correction::TakeOut { mention } => vec![mention.article],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_published_hash_and_is_printed_whole() {
        // The empty text and "a" after the authors' own table.
        assert_eq!(serde_json::to_string(&ArticleKey::of("")).ok().as_deref(), Some("\"cbf29ce484222325\""));
        assert_eq!(serde_json::to_string(&ArticleKey::of("a")).ok().as_deref(), Some("\"af63dc4c8601ec8c\""));
    }

    #[test]
    fn corrections_survive_being_written_down() {
        let article = ArticleKey::of("“No,” Ada Fenn said.");
        let source = SourceRef { article, mention: Some(Span::new(9, 17)), name: "Ada Fenn".to_owned() };
        let typed = SourceRef { mention: None, name: "Tobias Rook".to_owned(), ..source.clone() };
        let quotation = Place { article, span: Span::new(3, 6) };
        let all = vec![
            Correction::Speaker { quotation, said: Said::By(typed.clone()) },
            Correction::Speaker { quotation, said: Said::ByNobody },
            Correction::Speaker { quotation, said: Said::AsRead },
            Correction::Merge { kept: source.clone(), other: typed.clone() },
            Correction::Apart { one: source, other: typed },
            Correction::TakeOut { mention: quotation },
        ];
        let written = serde_json::to_string(&all).expect("plain data");
        assert_eq!(serde_json::from_str::<Vec<Correction>>(&written).expect("what was written"), all);
    }
}
