//! What is known of an article for its citation, and the fields that a reader can say.

use serde::{Deserialize, Serialize};

use crate::model::{ArticleKey, Correction, Metadata};

/// What can be said of an article. What nobody says is missing and is shown so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The headline.
    Title,
    /// The author or authors, without "by".
    Byline,
    /// Who the author is.
    Qualifications,
    /// The outlet.
    Publication,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    Date,
    /// Pages, as printed.
    Pages,
    /// Where on the web it stands.
    Address,
    /// When the reader got it: `YYYY-MM-DD`.
    Accessed,
}

impl Field {
    /// All, in the order in which they are asked for.
    pub const ALL: [Field; 8] = [
        Field::Title,
        Field::Byline,
        Field::Qualifications,
        Field::Publication,
        Field::Date,
        Field::Pages,
        Field::Address,
        Field::Accessed,
    ];
}

/// What is known of an article, by its file, its text and its reader.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// The headline.
    pub title: Option<String>,
    /// The author or authors, without "by".
    pub byline: Option<String>,
    /// Who the author is; only a reader says it.
    pub qualifications: Option<String>,
    /// The outlet.
    pub publication: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub date: Option<String>,
    /// Pages, as printed; only a reader says it.
    pub pages: Option<String>,
    /// Where on the web it stands.
    pub address: Option<String>,
    /// When the reader got it: `YYYY-MM-DD`; only a reader says it.
    pub accessed: Option<String>,
}

impl From<&Metadata> for Described {
    fn from(read: &Metadata) -> Self {
        Self {
            title: read.title.clone(),
            byline: read.byline.clone(),
            publication: read.publication.clone(),
            date: read.date.clone(),
            address: read.address.clone(),
            qualifications: None,
            pages: None,
            accessed: None,
        }
    }
}

impl Described {
    /// Of an article of which that was `read`, where these corrections do not say otherwise.
    pub fn of(article: ArticleKey, read: &Metadata, corrections: &[Correction]) -> Self {
        let mut described = Self::from(read);
        for correction in corrections {
            if let Correction::Describe { article: of, field, value } = correction
                && *of == article
            {
                described.set(*field, value.as_deref(), read);
            }
        }
        described
    }

    /// That field.
    pub fn get(&self, field: Field) -> Option<&str> {
        match field {
            Field::Title => self.title.as_deref(),
            Field::Byline => self.byline.as_deref(),
            Field::Qualifications => self.qualifications.as_deref(),
            Field::Publication => self.publication.as_deref(),
            Field::Date => self.date.as_deref(),
            Field::Pages => self.pages.as_deref(),
            Field::Address => self.address.as_deref(),
            Field::Accessed => self.accessed.as_deref(),
        }
    }

    /// Says a field: the reader's words; nothing but white space for "it has none"; none for what was `read`.
    fn set(&mut self, field: Field, value: Option<&str>, read: &Metadata) {
        *self.slot(field) = match value {
            Some(words) => Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
            None => Self::from(read).get(field).map(str::to_owned),
        };
    }

    fn slot(&mut self, field: Field) -> &mut Option<String> {
        match field {
            Field::Title => &mut self.title,
            Field::Byline => &mut self.byline,
            Field::Qualifications => &mut self.qualifications,
            Field::Publication => &mut self.publication,
            Field::Date => &mut self.date,
            Field::Pages => &mut self.pages,
            Field::Address => &mut self.address,
            Field::Accessed => &mut self.accessed,
        }
    }
}
