//! A sorted table of text inside the program, searched where it lies.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// Lines in byte order of their first field, fields parted by tabs.
pub struct SortedTable {
    text: &'static str,
    /// Made at the first search.
    index: OnceLock<Index>,
}

/// Where the lines are.
struct Index {
    /// Where each line starts, in bytes.
    starts: Vec<u32>,
    /// By [`opening`]: the first line that opens so or later; one more entry for the end.
    openings: Vec<u32>,
}

impl SortedTable {
    /// A table of lines sorted by their first field.
    pub const fn new(text: &'static str) -> Self {
        Self { text, index: OnceLock::new() }
    }

    /// All lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.text.lines()
    }

    /// The line whose first field is `key`.
    pub fn find(&self, key: &str) -> Option<&'static str> {
        let Index { starts, openings } = self.index.get_or_init(|| Index::of(self.text));
        let opening = opening(key.as_bytes());
        let starts = &starts[openings[opening] as usize..openings[opening + 1] as usize];
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

impl Index {
    fn of(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(after_breaks).filter(|&start| start < text.len()).collect();
        let mut openings = Vec::with_capacity(OPENINGS + 1);
        for (line, &start) in starts.iter().enumerate() {
            let opening = opening(&text.as_bytes()[start..]);
            while openings.len() <= opening {
                openings.push(line as u32);
            }
        }
        openings.resize(OPENINGS + 1, starts.len() as u32);
        Self { starts: starts.into_iter().map(|start| start as u32).collect(), openings }
    }
}

/// How many openings there are.
const OPENINGS: usize = 1 << 16;

/// The first two bytes of a first field as a number that keeps their order; what is not there counts as a tab.
fn opening(field: &[u8]) -> usize {
    let byte = |at: usize| match field.get(at) {
        None | Some(b'\r' | b'\n') => b'\t',
        Some(&byte) => byte,
    };
    let first = byte(0);
    usize::from(first) << 8 | usize::from(if first == b'\t' { b'\t' } else { byte(1) })
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
        for missing in ["", "a", "as", "ashe", "elms", "é", "zinc"] {
            assert_eq!(table.find(missing), None, "{missing}");
        }
    }

    #[test]
    fn fields_of_one_letter_are_found() {
        let table = SortedTable::new("a\tletter\nab\ni\nim\n");
        for (field, line) in [("a", "a\tletter"), ("ab", "ab"), ("i", "i"), ("im", "im")] {
            assert_eq!(table.find(field), Some(line));
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(SortedTable::new("").find("ash"), None);
    }
}
