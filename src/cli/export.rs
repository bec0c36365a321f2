//! `diptych export LEFT RIGHT --to FILE`, and `diptych export DOCUMENT --to FILE`.

use std::path::{Path, PathBuf};

use super::arguments::{Export, PaperSize};
use super::opening::open_pair;
use crate::comparing::{self, Read, wording};
use crate::export::citation::Form;
use crate::export::{self, Format, Kind, Options, Pair, Paper};
use crate::model::{Article, Sides, Work};
use crate::workspace::store::{Audience, write_whole};
use crate::{import, reading};

/// Writes the file and says in a line what it is.
pub fn run(arguments: &Export) -> Result<String, String> {
    let (kind, format) = wanted(arguments)?;
    if arguments.blank && kind != Kind::Handout {
        return Err(format!("--blank is for a handout; {} has nothing to be filled in.", kind.name()));
    }
    let (articles, work) = open_pair(&arguments.left, arguments.right.as_deref())?;
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
    put(&arguments.to, &bytes)?;
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
    let to = whole(&arguments.to);
    let named =
        [Some(&arguments.left), arguments.right.as_ref(), articles.left.path.as_ref(), articles.right.path.as_ref()];
    if named.into_iter().flatten().any(|read| whole(&import::file_of(read)) == to) {
        return Err(format!("{} is one of the two articles; give the file another name.", arguments.to.display()));
    }
    Ok(())
}

/// A path that two names of one file share, as far as it exists.
pub(crate) fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
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
    let bytes = export::write(kind, format, &pair, &options).map_err(|failure| format!("{failure}."))?;
    let mut told = told(&pair, kind);
    let lacking: String = export::cannot_show(kind, format, &pair, &options).into_iter().take(MOST_TOLD).collect();
    if !lacking.is_empty() {
        told = format!("{told} Its fonts do not have {lacking}, which are boxes there; .docx and .html show them.");
    }
    Ok((bytes, told))
}

/// No more characters than these are named.
const MOST_TOLD: usize = 12;

fn told(pair: &Pair, kind: Kind) -> String {
    let links = pair.comparison().links.len();
    match kind {
        Kind::Cards | Kind::Disclosure if !export::cards::are_cut(pair) => format!(
            "{} cards of the passages that the two share most, for none was cut in the window; their tags are yours to type.",
            export::cards::of(pair).len()
        ),
        Kind::Cards | Kind::Disclosure => counted(export::cards::of(pair).len(), "card"),
        Kind::Notes => counted(pair.work().notes().count(), "note"),
        Kind::Links | Kind::Comparison => counted(links, "link"),
        Kind::Handout | Kind::Report => format!("the {}.", kind.name()),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}.", if count == 1 { "" } else { "s" })
}

/// Puts the bytes into the file at once: whoever opens it sees the old one or the whole new one.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |cause: std::io::Error| {
        format!("{} could not be written: {}. Nothing was changed.", path.display(), reason(&cause, folder))
    };
    if !folder.is_dir() {
        return Err(format!("{}: there is no folder {}.", path.display(), folder.display()));
    }
    if path.is_dir() {
        return Err(format!("{} is a folder; give a file's name.", path.display()));
    }
    // A link stays one: what it leads to is written.
    write_whole(&whole(path), Audience::AsUsual, |out| out.write_all(bytes)).map_err(failed)
}

/// Why, without the name of the temporary file.
fn reason(cause: &std::io::Error, folder: &Path) -> String {
    use std::io::ErrorKind;
    match cause.kind() {
        ErrorKind::PermissionDenied => format!("the folder {} may not be written to", folder.display()),
        ErrorKind::ReadOnlyFilesystem => format!("the folder {} can only be read", folder.display()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        kind => kind.to_string(),
    }
}
