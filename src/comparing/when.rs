//! What day a written date means, seen from the day on which its article came out.

use crate::model::{Figure, FigureKind};

/// How many days a phrase such as "last week" may be off, the day of publication being only near that of writing.
const SLACK_DAYS: i64 = 3;
/// A date without a year is of the year that brings it nearest to the article's own date.
const MONTH_DAYS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The day on which an article came out, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// Days since 1 March of the year 0; none where the article gives no day.
    day: Option<i64>,
    year: Option<i64>,
}

impl Published {
    /// From `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub fn on(date: Option<&str>) -> Self {
        let parts: Vec<i64> = date.unwrap_or("").split('-').map_while(|part| part.parse().ok()).collect();
        let day = match parts[..] {
            [year, month, day] => Some(day_number(year, month, day)),
            _ => None,
        };
        Self { day, year: parts.first().copied() }
    }
}

/// When something was, as far as a date says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// From one day to another, both included.
    Days {
        /// The first day.
        first: i64,
        /// The last day.
        last: i64,
        /// Whether a phrase such as "last week" says so: then it may be off by a few days.
        loose: bool,
    },
    /// A day of a month of a year that is not given; the day is 0 where only the month is given.
    OfYear {
        /// 1 to 12.
        month: i64,
        /// 1 to 31, or 0.
        day: i64,
    },
    /// A day of the week, 0 for Monday.
    Weekday(i64),
    /// A phrase that says when only to who knows the rest.
    Phrase(String),
}

/// How two moments stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// They exclude each other.
    Apart,
    /// Nothing can be said.
    Open,
    /// One month or one year, or one weekday of some week.
    Near,
    /// One week or so.
    Close,
    /// One day.
    SameDay,
}

/// What a date figure means.
pub fn moment(figure: &Figure, published: Published) -> Option<Moment> {
    if figure.kind != FigureKind::Date {
        return None;
    }
    let key = figure.key.as_str();
    Some(match figure.unit.as_str() {
        "relative" => relative(key, published),
        "decade" => {
            let year: i64 = key.trim_end_matches('s').parse().ok()?;
            days(day_number(year, 1, 1), day_number(year + 9, 12, 31))
        }
        _ => absolute(key, published)?,
    })
}

/// How two moments stand to each other.
pub fn agreement(one: &Moment, other: &Moment) -> Agreement {
    use Moment::{Days, OfYear, Phrase, Weekday};
    match (one, other) {
        (Days { first, last, loose }, Days { first: from, last: to, loose: vague }) => {
            let slack = if *loose || *vague { SLACK_DAYS } else { 0 };
            if *first > to + slack || *from > last + slack {
                return Agreement::Apart;
            }
            match (last - first).max(to - from) {
                0 if first == from => Agreement::SameDay,
                0..=13 => Agreement::Close,
                14..=100 => Agreement::Near,
                _ => Agreement::Open,
            }
        }
        (OfYear { month, day }, OfYear { month: other_month, day: other_day }) => {
            of_year((*month, *day), (*other_month, *other_day))
        }
        (Days { first, last, loose: false }, OfYear { month, day })
        | (OfYear { month, day }, Days { first, last, loose: false })
            if last - first <= 31 =>
        {
            let (_, own_month, own_day) = calendar(*first);
            of_year((own_month, if first == last { own_day } else { 0 }), (*month, *day))
        }
        (Weekday(one), Weekday(other)) => {
            if one == other {
                Agreement::Near
            } else {
                Agreement::Apart
            }
        }
        (Days { first, last, .. }, Weekday(weekday)) | (Weekday(weekday), Days { first, last, .. })
            if first == last =>
        {
            if weekday_of(*first) == *weekday {
                Agreement::Near
            } else {
                Agreement::Apart
            }
        }
        (Phrase(one), Phrase(other)) if one == other => Agreement::Near,
        _ => Agreement::Open,
    }
}

fn of_year(one: (i64, i64), other: (i64, i64)) -> Agreement {
    if one.0 != other.0 || (one.1 > 0 && other.1 > 0 && one.1 != other.1) {
        Agreement::Apart
    } else if one.1 > 0 && one.1 == other.1 {
        Agreement::SameDay
    } else {
        Agreement::Near
    }
}

/// "2014-02-11", "2014-02", "2014", "02-11", "02".
fn absolute(key: &str, published: Published) -> Option<Moment> {
    let parts: Vec<i64> = key.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let has_year = key.split('-').next().is_some_and(|first| first.len() == 4);
    Some(match (parts.as_slice(), has_year) {
        ([year, month, day], true) => one_day(day_number(*year, *month, *day)),
        ([year, month], true) => month_of(*year, *month),
        ([year], true) => days(day_number(*year, 1, 1), day_number(*year, 12, 31)),
        ([month, day], false) => nearest(published, *month, *day),
        ([month], false) => nearest(published, *month, 0),
        _ => return None,
    })
}

/// A day or month without a year, in the year that brings it nearest to the article's own date.
fn nearest(published: Published, month: i64, day: i64) -> Moment {
    let (Some(own), Some(year)) = (published.day, published.year) else { return Moment::OfYear { month, day } };
    let of = |year: i64| if day > 0 { one_day(day_number(year, month, day)) } else { month_of(year, month) };
    let distance = |moment: &Moment| match moment {
        Moment::Days { first, last, .. } => (first - own).abs().min((last - own).abs()),
        _ => i64::MAX,
    };
    [of(year - 1), of(year), of(year + 1)].into_iter().min_by_key(distance).unwrap_or(Moment::OfYear { month, day })
}

fn relative(key: &str, published: Published) -> Moment {
    let phrase = || Moment::Phrase(key.to_owned());
    let weekday = weekday_number(key);
    let Some(own) = published.day else { return weekday.map_or_else(phrase, Moment::Weekday) };
    if let Some(weekday) = weekday {
        return one_day(own - (weekday_of(own) - weekday).rem_euclid(7));
    }
    if let Some(moment) = ago(key, own) {
        return moment;
    }
    let Some((which, stretch)) = key.split_once(' ') else {
        return match key {
            "yesterday" => one_day(own - 1),
            "tonight" => one_day(own),
            "tomorrow" => one_day(own + 1),
            _ => phrase(),
        };
    };
    if let (Some(weekday), "last" | "this") = (weekday_number(stretch), which) {
        let latest = own - (weekday_of(own) - weekday).rem_euclid(7);
        return if which == "last" { loosely(latest - 7, latest) } else { one_day(latest) };
    }
    let (year, month, _) = calendar(own);
    if let Some(named) = crate::model::month_number(stretch).map(i64::from) {
        let past = if named > month || (which == "last" && named == month) { year - 1 } else { year };
        return if which == "next" { phrase() } else { month_of(past, named) };
    }
    match (which, stretch) {
        ("last" | "past", "week") => loosely(own - 13, own - 1),
        ("this", "week") => loosely(own - 6, own + 6),
        ("last" | "this" | "past", "weekend") => loosely(own - 8, own),
        ("last", "night" | "evening") => loosely(own - 1, own),
        ("this", "morning" | "afternoon" | "evening") => one_day(own),
        ("last" | "past", "month") => {
            let before = day_number(year, month, 1) - 1;
            let (year, month, _) = calendar(before);
            days(day_number(year, month, 1), before)
        }
        ("this", "month") => month_of(year, month),
        ("last", "year") => days(day_number(year - 1, 1, 1), day_number(year - 1, 12, 31)),
        ("this", "year") => days(day_number(year, 1, 1), day_number(year, 12, 31)),
        _ => phrase(),
    }
}

/// "3 days ago", "2 weeks ago".
fn ago(key: &str, own: i64) -> Option<Moment> {
    let mut words = key.split(' ');
    let (number, unit, "ago") = (words.next()?.parse::<f64>().ok()?, words.next()?, words.next()?) else {
        return None;
    };
    let (each, off) = match unit {
        "days" => (1.0, 1),
        "weeks" => (7.0, 5),
        "months" => (30.4, 20),
        "years" => (365.25, 200),
        _ => return None,
    };
    let day = own - (number * each).clamp(0.0, 1e6) as i64;
    Some(loosely(day - off, day + off))
}

fn one_day(day: i64) -> Moment {
    days(day, day)
}

fn days(first: i64, last: i64) -> Moment {
    Moment::Days { first, last, loose: false }
}

fn loosely(first: i64, last: i64) -> Moment {
    Moment::Days { first, last, loose: true }
}

fn month_of(year: i64, month: i64) -> Moment {
    let length = MONTH_DAYS.get(usize::try_from(month - 1).unwrap_or(0)).copied().unwrap_or(31);
    let first = day_number(year, month, 1);
    days(first, first + length - 1)
}

/// Days since 1 March of the year 0 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// Year, month and day of a day number.
fn calendar(day: i64) -> (i64, i64, i64) {
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

/// 0 for Monday.
fn weekday_of(day: i64) -> i64 {
    (day + 2).rem_euclid(7)
}

fn weekday_number(word: &str) -> Option<i64> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().position(|day| *day == word).and_then(|at| i64::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Qualifier, Span};

    fn date(key: &str, published: &str) -> Moment {
        let plain = |character: char| character.is_ascii_digit() || matches!(character, '-' | 's');
        let unit = match key {
            _ if key.ends_with("0s") => "decade",
            _ if key.chars().all(plain) => "day",
            _ => "relative",
        };
        let figure = Figure {
            span: Span::default(),
            kind: FigureKind::Date,
            value: None,
            upper: None,
            precision: 0.0,
            unit: unit.to_owned(),
            key: key.to_owned(),
            qualifier: Qualifier::Plain,
        };
        moment(&figure, Published::on(Some(published))).expect("a moment")
    }

    fn check(left: (&str, &str), right: (&str, &str), expected: Agreement) {
        assert_eq!(agreement(&date(left.0, left.1), &date(right.0, right.1)), expected, "{left:?} {right:?}");
    }

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        check(("02-11", "2014-02-13"), ("2014-02-11", ""), Agreement::SameDay);
        check(("tuesday", "2014-02-13"), ("02-11", "2014-03-01"), Agreement::SameDay);
        check(("yesterday", "2014-02-12"), ("tuesday", "2014-02-11"), Agreement::SameDay);
        check(("12-30", "2014-01-02"), ("2013-12-30", ""), Agreement::SameDay);
        check(("02-11", ""), ("02-11", ""), Agreement::SameDay);
        check(("02-11", ""), ("2014-02-11", ""), Agreement::SameDay);
        check(("last tuesday", "2014-02-13"), ("2014-02-11", ""), Agreement::Close);
        check(("last week", "2014-02-16"), ("2014-02-11", ""), Agreement::Close);
        check(("last month", "2014-03-16"), ("2014-02-11", ""), Agreement::Near);
        check(("3 days ago", "2014-02-14"), ("2014-02-11", ""), Agreement::Close);
    }

    #[test]
    fn other_days_months_and_years_exclude_each_other() {
        check(("02-11", "2014-02-13"), ("02-11", "2015-02-13"), Agreement::Apart);
        check(("02-11", ""), ("02-12", ""), Agreement::Apart);
        check(("2014-02", ""), ("2015-02", ""), Agreement::Apart);
        check(("tuesday", ""), ("wednesday", ""), Agreement::Apart);
        check(("last month", "2014-03-16"), ("2014-04-11", ""), Agreement::Apart);
        check(("1980s", ""), ("1991", ""), Agreement::Apart);
    }

    #[test]
    fn little_follows_from_a_year_or_a_phrase() {
        check(("2014", ""), ("2014-02-11", ""), Agreement::Open);
        check(("last week", ""), ("last month", ""), Agreement::Open);
        check(("tuesday", ""), ("2014-02-11", ""), Agreement::Near);
    }

    #[test]
    fn every_day_number_is_its_own_calendar_day() {
        for day in (700_000..740_000).step_by(37) {
            let (year, month, of_month) = calendar(day);
            assert_eq!(day_number(year, month, of_month), day);
        }
        assert_eq!(weekday_of(day_number(2014, 2, 11)), 1);
    }
}
