//! Numbers and dates with what they say.

use super::Span;

/// A number, date or reference to a law, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The whole expression: "35.5 fewer crimes per 10,000 people".
    pub span: Span,
    /// What sort of figure.
    pub kind: FigureKind,
    /// Its value in its own unit, where it is a number; for a rate the number before "per".
    pub value: Option<f64>,
    /// What it counts or the unit it is in, folded to lower case: "percent", "usd", "crimes"; of a date how fine
    /// it is: "day", "month", "year", "decade", "relative".
    pub unit: String,
    /// The same for the same figure however it is written: "287g", "amendment 10", "2012-07", "last week", "24 cities".
    pub key: String,
    /// Whether the text says that the number is not exact ("nearly", "more than", "an estimated").
    pub hedged: bool,
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
