//! A date as each form writes it.

use crate::model::MONTHS;

/// A date, as far as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A day: year, month from 1, day.
    Day(u16, u8, u8),
    /// A month of a year.
    Month(u16, u8),
    /// A year.
    Year(u16),
    /// What the reader typed, where it is none of these: "Spring 2017".
    Words(String),
}

/// As the MLA shortens them.
const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

impl When {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; everything else stays words.
    pub fn read(date: &str) -> Self {
        Self::in_digits(date).unwrap_or_else(|| When::Words(date.to_owned()))
    }

    fn in_digits(date: &str) -> Option<Self> {
        let digits = |part: &str, width: usize| {
            (part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
        };
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let Some(month) = parts.next() else { return Some(When::Year(year)) };
        let month = digits(month, 2).filter(|month| (1..=12).contains(month))? as u8;
        let Some(day) = parts.next() else { return Some(When::Month(year, month)) };
        let day = digits(day, 2).filter(|day| (1..=31).contains(day))? as u8;
        parts.next().is_none().then_some(When::Day(year, month, day))
    }

    /// "4-9-2017", "4-2017", "2017".
    pub fn dashed(&self) -> String {
        match self {
            When::Day(year, month, day) => format!("{month}-{day}-{year}"),
            When::Month(year, month) => format!("{month}-{year}"),
            When::Year(year) => year.to_string(),
            When::Words(words) => words.clone(),
        }
    }

    /// "9 Apr. 2017", "Apr. 2017", "2017".
    pub fn day_first(&self) -> String {
        match self {
            When::Day(year, month, day) => format!("{day} {} {year}", name(&SHORT_MONTHS, *month)),
            When::Month(year, month) => format!("{} {year}", name(&SHORT_MONTHS, *month)),
            When::Year(year) => year.to_string(),
            When::Words(words) => words.clone(),
        }
    }

    /// "April 9, 2017", "April 2017", "2017".
    pub fn month_first(&self) -> String {
        match self {
            When::Day(year, month, day) => format!("{} {day}, {year}", name(&MONTHS, *month)),
            When::Month(year, month) => format!("{} {year}", name(&MONTHS, *month)),
            When::Year(year) => year.to_string(),
            When::Words(words) => words.clone(),
        }
    }

    /// "2017, April 9", "2017, April", "2017".
    pub fn year_first(&self) -> String {
        match self {
            When::Day(year, month, day) => format!("{year}, {} {day}", name(&MONTHS, *month)),
            When::Month(year, month) => format!("{year}, {}", name(&MONTHS, *month)),
            When::Year(year) => year.to_string(),
            When::Words(words) => words.clone(),
        }
    }
}

fn name(months: &[&'static str; 12], month: u8) -> &'static str {
    months.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_as_far_as_it_is_given() {
        let check = |date: &str, expected: [&str; 4]| {
            let when = When::read(date);
            assert_eq!([when.dashed(), when.day_first(), when.month_first(), when.year_first()], expected, "{date}");
        };
        check("2017-04-09", ["4-9-2017", "9 Apr. 2017", "April 9, 2017", "2017, April 9"]);
        check("2017-05", ["5-2017", "May 2017", "May 2017", "2017, May"]);
        check("2017", ["2017"; 4]);
        check("Spring 2017", ["Spring 2017"; 4]);
        check("2017-13-01", ["2017-13-01"; 4]);
        check("2017-04-09T12:00", ["2017-04-09T12:00"; 4]);
    }
}
