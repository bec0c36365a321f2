//! How much is read, and why no more.

/// The largest file that is opened, in bytes. A novel of 250,000 words is 1.5 MB, in UTF-16 3 MB; ten times that
/// is no article, and would keep the reader waiting for seconds.
pub const LARGEST_FILE_BYTES: u64 = 32_000_000;

/// How many files of a folder are looked at: more than a person chooses from, few enough to list at once.
pub const MOST_FILES_IN_A_FOLDER: usize = 10_000;

/// How many bytes of a file are looked at to tell its format. A PDF may carry its mark as late as this, and the
/// first names in a zip container lie well before it.
pub const SNIFFED_BYTES: usize = 4096;
