//! What the lists tell of a word or phrase.

use crate::model::SourceKind;

/// Whether a person is a man or a woman, as far as a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

/// What an office, rank, calling or form of address tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Office {
    /// Stands only before a name: "Mr.".
    pub address: bool,
    /// A calling rather than an office: "author".
    pub calling: bool,
    /// Speaks for somebody else: "spokesman".
    pub voice: bool,
    /// Of a man or a woman.
    pub sex: Option<Sex>,
}

/// A body, law or programme that is known by several forms.
#[derive(Debug)]
pub struct Known {
    /// Its long form.
    pub name: &'static str,
    /// What it is.
    pub kind: SourceKind,
}

/// Why a word needs care in names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// A head word that as often ends a person's name.
    Surname,
    /// Capitals that name no source.
    Nothing,
    /// A month, a day, a feast.
    Date,
    /// A plain word that names a body even at a sentence's start ("Congress").
    Named,
}

/// What sort of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A state or province; also its abbreviations.
    State,
    /// A country.
    Country,
    /// A part of the world.
    Region,
    /// A city or something in one.
    City,
}

/// A name of several words (or one), as a text has it.
#[derive(Debug)]
pub struct Phrase {
    /// Its words and commas, lower case.
    pub words: Vec<String>,
    /// What it names.
    pub means: Meaning,
}

/// What a listed phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Index into the known bodies.
    Known(usize),
    /// Somewhere.
    Place,
}
