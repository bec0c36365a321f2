//! Whether two figures say the same, one perhaps less exactly.

use crate::model::{Figure, FigureKind, Qualifier};

/// How far "about" may be off, as a share of the number: at least and at most.
const ABOUT: (f64, f64) = (0.03, 0.1);
/// How far below "nearly" and above "over" the number itself may be, as a share of it.
const NEARLY: f64 = 0.1;
const OVER: f64 = 0.2;
/// The most that a number with nothing said may have been rounded by, as a share of it.
const PLAIN: f64 = 0.025;
/// The precision of a share in words, in points of a hundred.
const SHARE_PRECISION: f64 = 2.0;

/// How two figures stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same number, said as exactly in both.
    Same,
    /// One is the other, rounded or hedged.
    Rounded,
    /// One number, of which one says "nearly" and the other "over".
    Hedged,
    /// Two numbers.
    Apart,
}

/// How two amounts of one kind and unit stand to each other.
pub fn of(left: &Figure, right: &Figure) -> Agreement {
    if left.key == right.key {
        return if contradict(left.qualifier, right.qualifier) { Agreement::Hedged } else { Agreement::Same };
    }
    if left.kind != right.kind || left.unit == "tally" || rate(left) != rate(right) {
        return Agreement::Apart;
    }
    let fits = |exact: &Figure, round: &Figure| {
        let finer =
            exact.precision < round.precision || (round.qualifier != Qualifier::Plain && exact.value != round.value);
        finer && exact.upper.is_none() && exact.value.is_some_and(|value| allows(round, value))
    };
    if fits(left, right) || fits(right, left) { Agreement::Rounded } else { Agreement::Apart }
}

fn contradict(one: Qualifier, other: Qualifier) -> bool {
    let below = |qualifier| matches!(qualifier, Qualifier::Nearly | Qualifier::Under);
    (below(one) && other == Qualifier::Over) || (below(other) && one == Qualifier::Over)
}

/// What is behind "per" in a figure's key.
fn rate(figure: &Figure) -> Option<&str> {
    figure.key.split_once(" per ").map(|(_, rate)| rate)
}

/// Whether a rounded or hedged figure allows the number to be that value.
fn allows(round: &Figure, value: f64) -> bool {
    let Some(own) = round.value else { return false };
    if let Some(upper) = round.upper {
        return (own..=upper).contains(&value) && upper <= 2.0 * own;
    }
    let size = own.abs();
    let (below, above) = match round.qualifier {
        Qualifier::Plain => {
            let most = if round.kind == FigureKind::Percent { 0.5_f64.max(shares_slack(round)) } else { PLAIN * size };
            let step =
                if round.digits() >= 2 || round.kind == FigureKind::Percent { round.precision / 2.0 } else { 0.0 };
            (step.min(most), step.min(most))
        }
        Qualifier::About => {
            let off = (round.precision / 2.0).max(ABOUT.0 * size).min(ABOUT.1 * size);
            (off, off)
        }
        Qualifier::Nearly | Qualifier::Under => (round.precision.min(NEARLY * size).max(ABOUT.0 * size), 0.0),
        Qualifier::Over => (0.0, round.precision.min(OVER * size).max(ABOUT.0 * size)),
    };
    let off = value - own;
    let edge = 1e-9 * size.max(1.0);
    -below - edge <= off && off <= above + edge
}

/// A share in words ("a third") is less exact than a percentage.
fn shares_slack(figure: &Figure) -> f64 {
    if (figure.precision - SHARE_PRECISION).abs() < 0.1 { SHARE_PRECISION / 2.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Paragraph, Span};

    fn figure(text: &str) -> Figure {
        let paragraphs = vec![Paragraph { span: Span::new(0, text.len()), role: None }];
        let article = Article { text: text.into(), paragraphs, ..Article::default() };
        let figures = crate::reading::read(&article).figures;
        figures.into_iter().next().unwrap_or_else(|| panic!("no figure in {text}"))
    }

    fn check(left: &str, right: &str, expected: Agreement) {
        assert_eq!(of(&figure(left), &figure(right)), expected, "{left} | {right}");
        assert_eq!(of(&figure(right), &figure(left)), expected, "{right} | {left}");
    }

    #[test]
    fn the_same_in_other_words() {
        check("It is 40 percent.", "Four in ten agree.", Agreement::Same);
        check("It is 40 percent.", "Two in five agree.", Agreement::Same);
        check("The 9 percent rise.", "The nine percent rise.", Agreement::Same);
        check("It cost $1.4 million.", "It cost 1.4 million dollars.", Agreement::Same);
        check("It lost half of its members.", "It lost 50 percent.", Agreement::Same);
        check("Two dozen boats sank.", "It sank 24 boats.", Agreement::Same);
    }

    #[test]
    fn one_is_the_other_rounded() {
        check("It cost $612,450.", "It cost over six hundred thousand dollars.", Agreement::Rounded);
        check("It cost $587,300.", "It cost nearly $600,000.", Agreement::Rounded);
        check("Some 600,000 tickets were sold.", "It sold 612,450 tickets.", Agreement::Rounded);
        check("It cost $1,412,300.", "It cost $1.4 million.", Agreement::Rounded);
        check("It is 39.6 percent.", "It is 40 percent.", Agreement::Rounded);
        check("It is 33 percent.", "A third of the wells ran dry.", Agreement::Rounded);
        check("Between 20 and 30 boats sank.", "It sank 24 boats.", Agreement::Rounded);
        check("At least 600 boats sank.", "It sank 612 boats.", Agreement::Rounded);
    }

    #[test]
    fn other_numbers_are_other_numbers() {
        check("It cost $612,450.", "It cost nearly $600,000.", Agreement::Apart);
        check("It cost $587,300.", "It cost over $600,000.", Agreement::Apart);
        check("It is 41 percent.", "It is 40 percent.", Agreement::Apart);
        check("It is 36 percent.", "A third of the wells ran dry.", Agreement::Apart);
        check("It sank 600 boats.", "It sank 612 boats.", Agreement::Apart);
        check("Over 100 boats sank.", "It sank 900 boats.", Agreement::Apart);
        check("It cost nearly $600,000.", "It cost more than $600,000.", Agreement::Hedged);
    }
}
