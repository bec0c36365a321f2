//! A sorted table of text inside the program, searched where it lies.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// Lines in byte order of their first field, fields parted by tabs.
pub struct SortedTable {
    text: &'static str,
    /// Where each line starts, in bytes; found at the first search.
    starts: OnceLock<Vec<u32>>,
}

impl SortedTable {
    /// A table of lines sorted by their first field.
    pub const fn new(text: &'static str) -> Self {
        Self { text, starts: OnceLock::new() }
    }

    /// All lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.text.lines()
    }

    /// The line whose first field is `key`.
    pub fn find(&self, key: &str) -> Option<&'static str> {
        let starts = self.starts.get_or_init(|| line_starts(self.text));
        let at = starts.binary_search_by(|&start| self.compare(start as usize, key.as_bytes())).ok()?;
        self.text.get(starts[at] as usize..)?.lines().next()
    }

    /// How the first field of the line at `start` stands to `key`.
    fn compare(&self, start: usize, key: &[u8]) -> Ordering {
        let line = &self.text.as_bytes()[start..];
        let shared = key.len().min(line.len());
        line[..shared].cmp(key).then_with(|| match line.get(shared) {
            None | Some(b'\t' | b'\r' | b'\n') => Ordering::Equal,
            Some(_) => Ordering::Greater,
        })
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1);
    let starts = std::iter::once(0).chain(after_breaks);
    starts.filter(|&start| (start as usize) < text.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_by_its_whole_first_field_alone() {
        let table = SortedTable::new("ash\ttree\nashes\tremains\nelm");
        assert_eq!(table.find("ash"), Some("ash\ttree"));
        assert_eq!(table.find("ashes"), Some("ashes\tremains"));
        assert_eq!(table.find("elm"), Some("elm"));
        for missing in ["", "as", "ashe", "elms", "zinc"] {
            assert_eq!(table.find(missing), None, "{missing}");
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(SortedTable::new("").find("ash"), None);
    }
}
