//! Dates as people write them.

/// The months in English, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date found in a text, as far as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub iso: String,
    /// How many bytes of the text it takes.
    pub bytes: usize,
}

/// The date with which a text begins: "Dec. 13, 2016", "13 December 2016", "Friday, 13th of December 2016",
/// "December 2016", "2016-12-13", "2016/12/13". Dates in digits alone whose day and month could be swapped, dates
/// without a year and days that no calendar has are none.
pub fn leading_date(text: &str) -> Option<WrittenDate> {
    let mut words = Words { text, at: 0 };
    words.skip_weekday();
    let date =
        words.clone_at().numeric().or_else(|| words.clone_at().month_first()).or_else(|| words.clone_at().day_first());
    date.map(|(iso, bytes)| WrittenDate { iso, bytes })
}

/// The date that a whole line gives, as forms take it: like [`leading_date`], and "2016" alone.
pub fn typed_date(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(year) = year(line) {
        return Some(format!("{year:04}"));
    }
    let date = leading_date(line)?;
    line.get(date.bytes..).is_some_and(|rest| rest.trim_matches(['.', ',', ' ']).is_empty()).then_some(date.iso)
}

/// Reads word by word.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

type Found = Option<(String, usize)>;

impl<'a> Words<'a> {
    fn clone_at(&self) -> Words<'a> {
        Words { text: self.text, at: self.at }
    }

    /// The next run of letters or of digits, without the points, commas and white space before it.
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let start = rest.find(|c: char| !(c.is_whitespace() || matches!(c, ',' | '.')))?;
        let word = &rest[start..];
        let first = word.chars().next()?;
        let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        let length = word.find(|c: char| !same(c)).unwrap_or(word.len());
        if length == 0 {
            return None;
        }
        self.at += start + length;
        Some(&word[..length])
    }

    fn skip_weekday(&mut self) {
        let mut ahead = self.clone_at();
        if ahead.next().is_some_and(is_weekday) {
            self.at = ahead.at;
        }
    }

    /// 2016-12-13, 2016/12/13, 13/12/2016 where only one order is possible.
    fn numeric(self) -> Found {
        let rest = self.text.get(self.at..)?;
        let start = rest.len() - rest.trim_start().len();
        let rest = &rest[start..];
        let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))).unwrap_or(rest.len());
        let digits = rest[..length].trim_end_matches(['.', '-', '/']);
        let mark = digits.chars().find(|c| !c.is_ascii_digit())?;
        let parts: Vec<&str> = digits.split(mark).collect();
        let bytes = self.at + start + digits.len();
        let number = |index: usize| parts.get(index).and_then(|part| part.parse::<u32>().ok());
        let length_of = |index: usize| parts.get(index).map_or(0, |part| part.len());
        let iso = match parts.len() {
            3 if length_of(0) == 4 => date(number(0)?, number(1)?, number(2)?),
            2 if length_of(0) == 4 && length_of(1) == 2 && mark == '-' => month(number(0)?, number(1)?),
            3 if length_of(2) == 4 => unambiguous(number(0)?, number(1)?, number(2)?),
            _ => None,
        }?;
        // A time may follow an ISO date; more digits or letters make it something else.
        let after = rest[digits.len()..].chars().next();
        after.is_none_or(|c| !c.is_alphanumeric() || c == 'T').then_some((iso, bytes))
    }

    /// December 13, 2016; Dec. 13th, 2016; December 2016.
    fn month_first(mut self) -> Found {
        let month_number = month_number(self.next()?)?;
        let number = self.next()?;
        if let Some(year) = year(number) {
            return Some((month(year, month_number)?, self.at));
        }
        let day = number.parse().ok()?;
        self.skip_ordinal();
        let year = year(self.next()?)?;
        Some((date(year, month_number, day)?, self.at))
    }

    /// 13 December 2016; 13th of December, 2016.
    fn day_first(mut self) -> Found {
        let day = self.next()?.parse().ok()?;
        self.skip_ordinal();
        let mut word = self.next()?;
        if word == "of" {
            word = self.next()?;
        }
        let month_number = month_number(word)?;
        let year = year(self.next()?)?;
        Some((date(year, month_number, day)?, self.at))
    }

    fn skip_ordinal(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or("");
        if ["st", "nd", "rd", "th"].iter().any(|ending| rest.starts_with(ending)) {
            self.at += 2;
        }
    }
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1400..=2999).contains(year))
}

fn date(year: u32, month: u32, day: u32) -> Option<String> {
    let sound = (1400..=2999).contains(&year) && (1..=days_in(year, month)).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn month(year: u32, month: u32) -> Option<String> {
    ((1400..=2999).contains(&year) && (1..=12).contains(&month)).then(|| format!("{year:04}-{month:02}"))
}

fn unambiguous(first: u32, second: u32, year: u32) -> Option<String> {
    match (first > 12, second > 12) {
        (true, false) => date(year, second, first),
        (false, true) => date(year, first, second),
        _ if first == second => date(year, first, second),
        _ => None,
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A month's number from 1, by its English name or abbreviation without a point, in any case.
pub fn month_number(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let is_short = lower.len() == 3 || lower == "sept";
    let begins = |month: &str| month.get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(&lower));
    let place = MONTHS.iter().position(|month| begins(month) && (is_short || month.len() == lower.len()))?;
    Some(place as u32 + 1)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let lower = word.to_lowercase();
    let is_short =
        matches!(lower.as_str(), "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun");
    is_short || DAYS.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, iso: Option<&str>) {
        assert_eq!(leading_date(text).map(|date| date.iso).as_deref(), iso, "{text}");
    }

    #[test]
    fn a_line_is_a_date_or_it_is_not() {
        for (line, iso) in [
            (" Dec. 13, 2016 ", Some("2016-12-13")),
            ("2016-12-13", Some("2016-12-13")),
            ("December 2016", Some("2016-12")),
            ("2016", Some("2016")),
            ("13 December 2016.", Some("2016-12-13")),
            ("December 13, 2016 or so", None),
            ("last week", None),
            ("3/4/2016", None),
            ("216", None),
            ("", None),
        ] {
            assert_eq!(typed_date(line).as_deref(), iso, "{line}");
        }
    }

    #[test]
    fn the_usual_ways_to_write_a_date() {
        check("Dec. 13, 2016 – The ferry", Some("2016-12-13"));
        check("December 13, 2016", Some("2016-12-13"));
        check("Sept. 9, 2018", Some("2018-09-09"));
        check("13 December 2016", Some("2016-12-13"));
        check("the 13th", None);
        check("13th of December, 2016", Some("2016-12-13"));
        check("Friday, March 3rd, 2017", Some("2017-03-03"));
        check("May 2017", Some("2017-05"));
        check("2016-12-13T10:00:00Z", Some("2016-12-13"));
        check("2016-12", Some("2016-12"));
        check("2016/12/13", Some("2016-12-13"));
    }

    #[test]
    fn what_is_no_date_or_could_be_two() {
        check("13/12/2016", Some("2016-12-13"));
        check("03/04/2016", None);
        check("February 30, 2016", None);
        check("February 29, 2016", Some("2016-02-29"));
        check("May 4", None);
        check("May I ask", None);
        check("2016 was a year", None);
        check("March 20170", None);
        check("", None);
    }

    #[test]
    fn the_length_covers_the_date_alone() {
        let text = "Dec. 13, 2016 – The ferry";
        assert_eq!(leading_date(text).map(|date| &text[date.bytes..]), Some(" – The ferry"));
    }
}
