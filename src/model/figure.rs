//! Numbers and dates with what they say.

use super::Span;

/// A number, date or reference to a law, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The whole expression: "35.5 fewer crimes per 10,000 people".
    pub span: Span,
    /// What sort of figure.
    pub kind: FigureKind,
    /// Its value in its own unit, where it is a number.
    pub value: Option<f64>,
    /// What it counts or the unit it is in, folded to lower case: "percent", "usd", "crimes".
    pub unit: String,
}

/// What sort of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// So many of something.
    Count,
    /// An amount of money.
    Money,
    /// A share of a hundred.
    Percent,
    /// A day, month or year.
    Date,
    /// A statute, amendment, order or programme by its number.
    Reference,
}
