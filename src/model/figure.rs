//! Numbers and dates with what they say.

use super::Span;

/// A number, date or reference to a law, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The whole expression: "35.5 fewer crimes per 10,000 people".
    pub span: Span,
    /// What sort of figure.
    pub kind: FigureKind,
    /// Its value in its own unit, where it is a number; for a rate the number before "per", for a range the lower end.
    pub value: Option<f64>,
    /// The upper end of a range ("20 to 30 percent"), in the same unit.
    pub upper: Option<f64>,
    /// How fine the value is given, in its own unit: 0.1 for "35.5", 100,000 for "six hundred thousand"; 0 where it
    /// is no number.
    pub precision: f64,
    /// What it counts or the unit it is in, folded to lower case: "percent", "usd", "crimes"; of a date how fine
    /// it is: "day", "month", "year", "decade", "relative"; empty for a number alone.
    pub unit: String,
    /// The same for the same figure however it is written: "287g", "amendment 10", "2012-07", "last week", "24 cities".
    pub key: String,
    /// How the text says that the number is not exact ("nearly", "more than", "an estimated").
    pub qualifier: Qualifier,
}

impl Figure {
    /// How many digits of its value say something: 3 for "612,000"; 0 where it is no number.
    pub fn digits(&self) -> u32 {
        let Some(value) = self.value.filter(|_| self.precision > 0.0) else { return 0 };
        let shown = (value / self.precision).abs();
        if shown < 1.0 { 0 } else { shown.log10() as u32 + 1 }
    }
}

/// How a number stands to what was counted, by the words before or behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Qualifier {
    /// Nothing is said, or "exactly".
    #[default]
    Plain,
    /// "about", "some", "roughly", "an estimated".
    About,
    /// "nearly", "almost", "just under": a little less.
    Nearly,
    /// "more than", "over", "at least": this or more.
    Over,
    /// "less than", "up to", "at most": this or less.
    Under,
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
