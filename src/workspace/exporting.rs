//! What leaves the window: a file of what both articles share and of the reader's work, and a quotation with its citation.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Compared, Event, Job, Sheet, State};
use crate::export::citation::{self, Form};
use crate::export::runs::Run;
use crate::export::{Format, Kind, Options};
use crate::model::{Side, Work};

/// Letters of a title that a file's name has.
const NAME_LETTERS: usize = 40;

/// What the reader wants written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What it shows.
    pub kind: Kind,
    /// How it is written.
    pub format: Format,
    /// What can be chosen of it.
    pub options: Options,
}

impl Default for Wish {
    fn default() -> Self {
        Self::of(Kind::Handout)
    }
}

impl Wish {
    /// That, in its usual format.
    pub fn of(kind: Kind) -> Self {
        let format = kind.formats().first().copied().unwrap_or(Format::Text);
        Self { kind, format, options: Options::default() }
    }
}

/// A file that is to be written.
#[derive(Debug, Clone)]
pub struct Export {
    /// What.
    pub wish: Wish,
    /// Where.
    pub path: PathBuf,
    /// Whether a file of that name may be replaced: the system's picker has asked.
    pub replaces: bool,
    /// The articles, and what they share before the reader's links and names.
    pub compared: Arc<Compared>,
    /// What the reader made.
    pub work: Arc<Work>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where.
    pub path: PathBuf,
    /// What it cannot show, in a sentence.
    pub lacks: Option<String>,
}

/// What the sheet of exports knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exporting {
    /// What the reader chose.
    pub wish: Wish,
    /// Whether the system has no picker: a field for the path takes its place.
    pub has_no_picker: bool,
    /// The revision of the file that is being written.
    pub awaited: Option<u64>,
    /// Why the last one could not be written.
    pub failed: Option<String>,
}

impl Exporting {
    /// Whether a file is being written.
    pub fn is_writing(&self) -> bool {
        self.awaited.is_some()
    }
}

impl State {
    /// Opens the sheet of exports.
    pub(super) fn ask_export(&mut self) -> Vec<Job> {
        self.exporting.failed = None;
        self.toggle_sheet(Sheet::Export)
    }

    /// Whether there is anything to export: two articles, compared.
    pub fn can_export(&self) -> bool {
        self.compared.is_some()
    }

    /// A name for the file that the reader wants: "the-weir-at-low-marston-handout.pdf".
    pub fn export_name(&self) -> String {
        let Wish { kind, format, .. } = self.exporting.wish;
        let title = self.title(Side::Left).unwrap_or_default().to_lowercase().replace(['’', '\''], "");
        let words: Vec<&str> =
            title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut stem = String::new();
        for word in words {
            if stem.chars().count() + word.chars().count() > NAME_LETTERS {
                break;
            }
            stem.push_str(word);
            stem.push('-');
        }
        format!("{stem}{}.{}", kind.name(), format.ending())
    }

    /// Asks where to.
    pub(super) fn pick_export(&mut self) -> Vec<Job> {
        if self.exporting.has_no_picker || !self.can_export() {
            return Vec::new();
        }
        vec![Job::PickExport(self.export_name())]
    }

    /// Writes it there; `replaces` where the reader was asked already whether a file of that name may go.
    pub(super) fn export_to(&mut self, path: &Path, replaces: bool) -> Vec<Job> {
        let Some(compared) = self.as_read.clone().or_else(|| self.compared.clone()) else { return Vec::new() };
        let wish = self.exporting.wish;
        let ending = wish.format.ending();
        let has_it = path.extension().is_some_and(|own| Format::of_ending(&own.to_string_lossy()) == Some(wish.format));
        let path = if has_it {
            path.to_owned()
        } else {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".{ending}"));
            PathBuf::from(name)
        };
        // A name that got its ending here is another file than the one that the picker asked about.
        let replaces = replaces && has_it;
        let revision = self.next_revision();
        self.exporting.awaited = Some(revision);
        self.exporting.failed = None;
        let work = Arc::clone(self.work());
        vec![Job::Export(revision, Box::new(Export { wish, path, replaces, compared, work }))]
    }

    pub(super) fn receive_export(&mut self, revision: u64, outcome: Result<Exported, String>) -> Vec<Job> {
        if self.exporting.awaited.take_if(|awaited| *awaited == revision).is_none() {
            return Vec::new();
        }
        match outcome {
            Ok(exported) => {
                if self.sheet == Some(Sheet::Export) {
                    self.sheet = None;
                }
                self.tell(Event::Exported(exported));
            }
            Err(sentence) => self.exporting.failed = Some(sentence),
        }
        Vec::new()
    }

    /// The citation of that side's article.
    pub fn citation(&self, side: Side, form: Form) -> Vec<Run> {
        citation::cite(form, &self.described(side))
    }

    /// Puts the selected words on the clipboard, with the citation of their article.
    pub(super) fn copy_with_citation(&mut self) -> Vec<Job> {
        let found = self.selection().and_then(|(side, span)| {
            let opened = self.columns.get(side).opened.as_ref()?;
            let form = self.exporting.wish.options.citations.unwrap_or_default();
            Some(citation::quotation(span.of(&opened.article.text), form, &self.described(side)))
        });
        let Some(words) = found else {
            self.tell(Event::NothingSelected);
            return Vec::new();
        };
        self.tell(Event::CopiedWithCitation);
        vec![Job::CopyText(words)]
    }
}
