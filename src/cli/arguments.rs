//! What may stand on the command line, and its help.

use std::path::PathBuf;

use crate::export::Kind;
use crate::export::citation::Form;
use crate::import;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Opens two articles side by side and shows what they share.
#[derive(Parser)]
#[command(
    name = "diptych",
    version,
    args_conflicts_with_subcommands = true,
    about = "Opens two articles side by side and shows what they share: who is quoted in both, what both are about, \
             where the same words stand in both.",
    after_help = "Examples:\n  \
        diptych                                  the window, where you left off (at first: two sample articles)\n  \
        diptych left.txt right.md                the window on two articles\n  \
        diptych articles/                        the window on a folder: its first two articles, the rest to choose from\n  \
        diptych compare left.txt right.txt       what both share, as text\n  \
        diptych compare left.txt right.txt --format json > comparison.json\n  \
        diptych work.diptych                     the window on a document that you saved\n\
        diptych explain article.txt              who said what, and why the program thinks so\n  \
        diptych check 'the quoted words' left.txt right.txt\n  \
        diptych export left.txt right.txt --to handout.pdf\n\n\
        Articles are plain text or Markdown, in UTF-8, UTF-16 or a Windows code page,\n\
        or web pages (HTML, MHTML), Word documents (DOCX), OpenDocument texts (ODT), rich text (RTF), e-books\n\
        (EPUB), PDFs; Diptych documents hold two articles and the work on them.\n\
        A file of several articles opens with \
        the number of one behind its name: hits.txt#3;\n\
        a text saved with the wrong encoding (â€œ for “) is read mended as old.txt#mended. Nothing leaves this computer."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// One or two articles, or a folder of articles, to open in the window
    #[arg(value_name = "FILE", num_args = 0..)]
    pub files: Vec<PathBuf>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Print what two articles share, without a window
    ///
    /// Exit status 0; 2 where an article cannot be read, with one line on standard error that says what is wrong
    /// with which file. The same two files print the same bytes.
    Compare(Compare),
    /// Print what is found in single articles: quotations, speakers, statements, sources
    Read(Read),
    /// Print every quotation with its speaker, the rule that decided, and the runner-up
    Explain(Explain),
    /// Look for a quotation in articles and print how faithful it is, word by word, as something to check
    ///
    /// For each file: where the words stand, what the quotation changes, adds, leaves out or puts in brackets, and the
    /// words around; or the nearest words where they are not there.
    Check(Check),
    /// Write what two articles share as a file: a handout, a report, debate cards, a table …
    ///
    /// The format is the file's ending. What it shows is taken from a word in the
    /// file's name, or from --as:
    ///
    ///   handout     .pdf .docx .html  passages in two columns, to read or fill in
    ///   report      .html             everything on one page, to read or print
    ///   cards       .docx .md         debate cards in the styles of the templates
    ///   disclosure  .txt .md          their tags, cites, first and last words
    ///   notes       .md               your notes, highlights and cards
    ///   links       .csv              a table for a spreadsheet, a row a link
    ///   comparison  .json .md .txt    what `diptych compare` prints
    ///
    /// A name that says nothing gives a handout (.pdf, .docx), a report (.html),
    /// links (.csv), else a comparison. The file is replaced whole or not at all.
    /// Exit status 0; 2 with one line on standard error that says why not.
    #[command(
        verbatim_doc_comment,
        after_help = "Examples:\n  \
        diptych export left.txt right.md --to handout.pdf --blank --paper letter\n  \
        diptych export left.txt right.md --to cards.docx\n  \
        diptych export left.txt right.md --to links.csv\n  \
        diptych export left.txt right.md --to week-3.docx --as handout\n  \
        diptych export work.diptych --to cards.docx"
    )]
    Export(Export),
    /// The program's own: reads one file within limits for the process that asked
    #[command(name = import::confined::COMMAND, hide = true)]
    ReadConfined(ReadConfined),
}

#[derive(Args)]
pub struct ReadConfined {
    pub file: PathBuf,
    #[arg(long)]
    pub part: Option<usize>,
}

#[derive(Args)]
pub struct Compare {
    /// The article on the left, or a Diptych document of both
    pub left: PathBuf,
    /// The article on the right
    pub right: Option<PathBuf>,
    /// How to print it: json is the public format for scripts, markdown for notes, text for a terminal
    #[arg(long, value_enum, default_value_t = ComparisonFormat::Text)]
    pub format: ComparisonFormat,
}

#[derive(Args)]
pub struct Export {
    /// The article on the left, or a Diptych document of both with your work on them
    pub left: PathBuf,
    /// The article on the right
    pub right: Option<PathBuf>,
    /// With what you made of the two in the window: notes, corrections, cards
    #[arg(long, requires = "right")]
    pub mine: bool,
    /// The file to write; its ending is the format
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// What it shows, where the file's name does not say
    #[arg(long, value_enum, value_name = "WHAT")]
    pub r#as: Option<ExportKind>,
    /// A handout to be filled in, with an answer key on a page of its own
    #[arg(long)]
    pub blank: bool,
    /// The size of the pages
    #[arg(long, value_enum, default_value_t = PaperSize::A4)]
    pub paper: PaperSize,
    /// The form of the citations in a handout and a report; cards have the debate form
    #[arg(long, value_enum, value_name = "FORM")]
    pub cite: Option<CitationForm>,
}

#[derive(Args)]
pub struct Read {
    /// The articles
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print it: one JSON object a line and file
    #[arg(long, value_enum, default_value_t = ReadingFormat::Json)]
    pub format: ReadingFormat,
}

#[derive(Args)]
pub struct Explain {
    /// The article
    pub file: PathBuf,
}

#[derive(Args)]
pub struct Check {
    /// The words to look for, in quotation marks of the shell
    pub quotation: String,
    /// The articles
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ComparisonFormat {
    Json,
    Markdown,
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ReadingFormat {
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ExportKind {
    Handout,
    Report,
    Cards,
    Disclosure,
    Notes,
    Links,
    Comparison,
}

impl From<ExportKind> for Kind {
    fn from(kind: ExportKind) -> Self {
        match kind {
            ExportKind::Handout => Kind::Handout,
            ExportKind::Report => Kind::Report,
            ExportKind::Cards => Kind::Cards,
            ExportKind::Disclosure => Kind::Disclosure,
            ExportKind::Notes => Kind::Notes,
            ExportKind::Links => Kind::Links,
            ExportKind::Comparison => Kind::Comparison,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PaperSize {
    A4,
    Letter,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum CitationForm {
    Debate,
    Mla,
    Apa,
    Chicago,
}

impl From<CitationForm> for Form {
    fn from(form: CitationForm) -> Self {
        match form {
            CitationForm::Debate => Form::Debate,
            CitationForm::Mla => Form::Mla,
            CitationForm::Apa => Form::Apa,
            CitationForm::Chicago => Form::Chicago,
        }
    }
}
