//! How much is read, and why no more.

use std::time::Duration;

/// The largest file of text that is opened, in bytes. A novel of 250,000 words is 1.5 MB, in UTF-16 3 MB; ten times that
/// is no article, and would keep the reader waiting for seconds.
pub const LARGEST_FILE_BYTES: u64 = 32_000_000;

/// The most lines of a text: [`LARGEST_FILE_BYTES`] in lines of 72 letters are half as many. Each may be a paragraph, for
/// which there is more to remember than a letter.
pub const MOST_LINES: usize = 1_000_000;

/// The largest file of a format that may hold pictures (PDF, Word, e-book), in bytes. Beyond it the file and what is
/// read out of it no longer fit [`MOST_MEMORY_BYTES`].
pub const LARGEST_CONTAINER_BYTES: u64 = 200_000_000;

/// The longest that reading one file may take: whoever waits is told within ten seconds, the start and the end of the
/// process that reads included. The slowest sound file tried, a PDF of 2,000 pages, needs two thirds of it.
pub const LONGEST_READING: Duration = Duration::from_secs(9);

/// The most memory that reading one file may take, in bytes: the largest container and as much again to work in.
pub const MOST_MEMORY_BYTES: u64 = 440_000_000;

/// The stack on which a file is parsed, in bytes: pages in the wild nest a few hundred elements deep, hostile ones a
/// million; the latter are cut before they are parsed, and this bears what the cut leaves.
pub const STACK_BYTES: usize = 32 << 20;

/// The longest answer taken from the process that reads a file, in bytes: the largest text, escaped.
pub const LARGEST_ANSWER_BYTES: u64 = 4 * LARGEST_FILE_BYTES;

/// The most elements of a web page that are looked at: a front page with all its menus has some 10,000.
pub const MOST_ELEMENTS: usize = 100_000;

/// How deep elements of an office document or e-book nest: tables in tables in text boxes come to sixty.
pub const MOST_XML_DEPTH: usize = 500;

/// How many names of vocabularies hold at once: Word declares some forty.
pub const MOST_XML_NAMESPACES: usize = 500;

/// How deep the tags of an e-book's page nest before they are left out; an HTML parser takes time for each level.
pub const MOST_HTML_DEPTH: usize = 200;

/// The largest part that is unpacked out of a container, in bytes: the text of a novel with all its markup is 20 MB.
pub const LARGEST_PART_BYTES: u64 = 64_000_000;

/// The most that is unpacked out of a container altogether, in bytes: twice the largest part.
pub const MOST_UNPACKED_BYTES: u64 = 2 * LARGEST_PART_BYTES;

/// How many entries a container has at most: an e-book of a thousand pictures has some two thousand.
pub const MOST_ENTRIES: usize = 20_000;

/// How many articles a file is parted into at most: a year's issues of a daily column.
pub const MOST_PARTS: usize = 1_000;

/// The most pages of a PDF: a thick book has a thousand, and so many are laid out in half of [`LONGEST_READING`].
pub const MOST_PAGES: usize = 2_000;

/// The most glyphs of a PDF: two thousand pages of 4,000 letters, whose words still fit [`MOST_MEMORY_BYTES`].
pub const MOST_PDF_LETTERS: usize = 8_000_000;

/// The most glyphs of one page of a PDF: a page of a newspaper has some 20,000.
pub const MOST_GLYPHS_OF_A_PAGE: usize = 200_000;

/// How much of a PDF is kept unpacked, in bytes, before what was read is let go.
pub const MOST_DECODED_BYTES: usize = 16_000_000;

/// The longest packet of a PDF's properties that is read, in bytes: publishers write some 10,000.
pub const LARGEST_XMP_BYTES: usize = 1_000_000;

/// How many files of a folder are looked at: more than a person chooses from, few enough to list at once.
pub const MOST_FILES_IN_A_FOLDER: usize = 10_000;

/// How many bytes of a file are looked at to tell its format. A PDF may carry its mark as late as this, and the
/// first names in a zip container lie well before it.
pub const SNIFFED_BYTES: usize = 4096;
