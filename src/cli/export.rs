//! `diptych export LEFT RIGHT --to FILE`, and `diptych export DOCUMENT --to FILE`.

use super::arguments::{Export, PaperSize};
use super::opening::{open_pair, work_on};
use crate::comparing::{self, Read, wording};
use crate::export::citation::Form;
use crate::export::{self, Format, Kind, Options, Pair, Paper};
use crate::model::{Article, Sides, Work};
use crate::workspace::store::{place_of, save};
use crate::{import, reading};

/// Writes the file and says in a line what it is.
pub fn run(arguments: &Export) -> Result<String, String> {
    let (kind, format) = wanted(arguments)?;
    if arguments.blank && kind != Kind::Handout {
        return Err(format!("--blank is for a handout; {} has nothing to be filled in.", kind.name()));
    }
    let (articles, mut work) = open_pair(&arguments.left, arguments.right.as_deref())?;
    if arguments.mine {
        work = work_on(&articles)?;
    }
    keep_articles(arguments, &articles)?;
    let options = Options {
        is_blank: arguments.blank,
        paper: match arguments.paper {
            PaperSize::A4 => Paper::A4,
            PaperSize::Letter => Paper::Letter,
        },
        citations: arguments.cite.map(Form::from),
    };
    let (bytes, told) = written(articles.as_ref(), &work, kind, format, options)?;
    save(&arguments.to, &bytes)?;
    Ok(format!("{}: {told}\n", arguments.to.display()))
}

/// What the file is to show, and in which format: as asked, else by the file's name, else what is usual for its ending.
fn wanted(arguments: &Export) -> Result<(Kind, Format), String> {
    let ending = arguments.to.extension().map(|ending| ending.to_string_lossy().into_owned());
    let format = ending.as_deref().and_then(Format::of_ending).ok_or_else(|| {
        let all: Vec<String> = Format::ALL.iter().map(|format| format.ending().to_owned()).collect();
        format!(
            "{}: the format is taken from the file's ending, which can be {}.",
            arguments.to.display(),
            crate::model::listed(&all).replace(" and ", " or ")
        )
    })?;
    let stem = arguments.to.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let asked = arguments.r#as.map(Kind::from);
    let kind = asked.or_else(|| Kind::named(&stem)).unwrap_or(format.usual_kind());
    if kind.formats().contains(&format) {
        return Ok((kind, format));
    }
    let how = if asked.is_some() { "" } else { " (its name says what it is; --as says otherwise)" };
    Err(format!("{}: {}{how}.", arguments.to.display(), export::Failure::NoSuch(kind, format)))
}

/// Nobody loses an article to an export of it.
fn keep_articles(arguments: &Export, articles: &Sides<Article>) -> Result<(), String> {
    let to = place_of(&arguments.to);
    let named =
        [Some(&arguments.left), arguments.right.as_ref(), articles.left.path.as_ref(), articles.right.path.as_ref()];
    if named.into_iter().flatten().any(|read| place_of(&import::file_of(read)) == to) {
        return Err(format!("{} is one of the two articles; give the file another name.", arguments.to.display()));
    }
    Ok(())
}

/// The bytes, and what to say of them.
fn written(
    articles: Sides<&Article>,
    work: &Work,
    kind: Kind,
    format: Format,
    options: Options,
) -> Result<(Vec<u8>, String), String> {
    let readings = reading::read_both(articles);
    let sides = Sides::new(
        Read { article: articles.left, reading: &readings.left },
        Read { article: articles.right, reading: &readings.right },
    );
    let corrected = comparing::compare_corrected(sides, &work.corrections);
    let reading = Sides::new(
        corrected.readings.left.as_ref().unwrap_or(&readings.left),
        corrected.readings.right.as_ref().unwrap_or(&readings.right),
    );
    let pair = Pair::new(articles, reading, &corrected.comparison, work, wording::say_of_quotation);
    let written = export::write(kind, format, &pair, &options).map_err(|failure| format!("{failure}."))?;
    let mut told = told(&pair, kind);
    if let Some(lacking) = written.told() {
        told = format!("{told} {lacking}");
    }
    Ok((written.bytes, told))
}

fn told(pair: &Pair, kind: Kind) -> String {
    let links = pair.comparison().links.len();
    match kind {
        Kind::Cards | Kind::Disclosure => {
            let cards = counted(export::cards::of(pair).len(), "card");
            if export::cards::are_cut(pair) {
                return format!("{cards}.");
            }
            format!(
                "{cards} of the passages that the two share most, for none was cut in the window; their tags are yours \
                 to type."
            )
        }
        Kind::Notes => counted(pair.work().notes().count(), "note") + ".",
        Kind::Links | Kind::Comparison => counted(links, "link") + ".",
        Kind::Handout | Kind::Report => format!("the {}.", kind.name()),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
