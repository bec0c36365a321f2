//! Where the work on a pair is kept: found by what the articles say, else by where they lie.
//!
//! All files of one pair share a stem, made of the keys that its articles had when it was first kept; it never changes.
//! Small files point to it, one named after every pair of texts it has had since, and one after every pair of places.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::whole::{Audience, UNFINISHED, unfinished_prefix, write_whole};
use crate::model::ArticleKey;
use crate::workspace::Origin;

const DOCUMENT: &str = "diptych";
const JOURNAL: &str = "journal";
const LOCK: &str = "lock";
const POINTER: &str = "at";

/// Whether a file is there. Where the system does not say, it may be: opening it tells why not.
pub(super) fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or_else(|error| error.kind() != ErrorKind::NotADirectory)
}

/// The paths of one pair's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    folder: PathBuf,
    stem: String,
}

impl Whereabouts {
    /// Where a pair with these keys is kept from its first change on.
    pub fn new(folder: &Path, keys: [ArticleKey; 2]) -> Self {
        Self { folder: folder.to_owned(), stem: stem(keys) }
    }

    /// Where the work on articles of these keys is, or was made on what lay there, if there is any.
    pub fn find(folder: &Path, keys: [ArticleKey; 2], places: Option<&str>) -> Option<Self> {
        let stem = stem(keys);
        let here = |stem: String| Self { folder: folder.to_owned(), stem };
        let own = here(stem.clone());
        if is_there(&own.document()) || is_there(&own.journal()) {
            return Some(own);
        }
        let pointed = [Some(stem.as_str()), places].into_iter().flatten().filter_map(|name| pointer(folder, name));
        pointed.map(here).find(|at| is_there(&at.document()))
    }

    /// Makes it be found by these keys and places from now on.
    pub fn point(&self, keys: [ArticleKey; 2], places: Option<&str>) -> std::io::Result<()> {
        let own = stem(keys);
        let by_keys = (own != self.stem).then_some(own.as_str());
        for name in [by_keys, places].into_iter().flatten() {
            if pointer(&self.folder, name).as_deref() != Some(&self.stem) {
                let path = self.folder.join(name).with_extension(POINTER);
                write_whole(&path, Audience::Owner, |out| writeln!(out, "{}", self.stem))?;
            }
        }
        Ok(())
    }

    /// The folder of all pairs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The document.
    pub fn document(&self) -> PathBuf {
        self.path(DOCUMENT)
    }

    /// What was done since the document was written.
    pub fn journal(&self) -> PathBuf {
        self.path(JOURNAL)
    }

    /// What the window holds that writes them.
    pub fn lock(&self) -> PathBuf {
        self.path(LOCK)
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(&self.stem).with_extension(ending)
    }

    /// Puts a file aside under a name that nothing has yet: that name.
    pub fn set_aside(&self, path: &Path) -> std::io::Result<PathBuf> {
        let aside = self.aside(path);
        fs::rename(path, &aside)?;
        Ok(aside)
    }

    /// Copies a file aside: the copy's name.
    pub fn copy_aside(&self, path: &Path) -> std::io::Result<PathBuf> {
        let aside = self.aside(path);
        fs::copy(path, &aside)?;
        Ok(aside)
    }

    fn aside(&self, path: &Path) -> PathBuf {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let name = |number: u32| self.folder.join(format!("{}.unreadable-{number}.{ending}", self.stem));
        (1..=u32::MAX).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0))
    }

    /// Clears what a crash left of files that were being written. Whoever calls it holds the lock.
    pub fn sweep(&self) {
        let begun = unfinished_prefix(&format!("{}.{DOCUMENT}", self.stem));
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(&begun) && name.ends_with(UNFINISHED) {
                // What stays takes room and does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The same whichever of the two stands on the left.
fn stem(mut keys: [ArticleKey; 2]) -> String {
    keys.sort();
    format!("{}-{}", keys[0], keys[1])
}

fn pointer(folder: &Path, name: &str) -> Option<String> {
    let stem = fs::read_to_string(folder.join(name).with_extension(POINTER)).ok()?.trim().to_owned();
    let is_stem = stem.len() == 33 && stem.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_stem.then_some(stem)
}

/// A name for the two places that articles come from, whichever stands on the left; none where one has no place.
pub fn places(origins: [&Origin; 2]) -> Option<String> {
    let place = |origin: &Origin| match origin {
        Origin::File(path) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            Some(format!("file {}", path.to_string_lossy()))
        }
        Origin::Sample(name) => Some(format!("sample {name}")),
        Origin::Pasted(_) => None,
    };
    let mut both = [place(origins[0])?, place(origins[1])?];
    both.sort();
    Some(format!("place-{}", ArticleKey::of(&both.join("\n"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_found_by_its_words_and_by_its_places_in_either_order() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let [mill, weir, later] = ["mill", "weir", "the mill"].map(ArticleKey::of);
        let files = ["mill.txt", "weir.txt"].map(|name| Origin::File(name.into()));
        let name = places([&files[0], &files[1]]);
        assert_eq!(name, places([&files[1], &files[0]]));
        assert_eq!(places([&files[0], &Origin::Pasted(String::new())]), None);
        let find = |keys| Whereabouts::find(folder.path(), keys, name.as_deref());
        assert_eq!(find([mill, weir]), None, "nothing is kept yet");

        let kept = Whereabouts::new(folder.path(), [mill, weir]);
        fs::write(kept.document(), "{}").expect("written");
        kept.point([mill, weir], name.as_deref()).expect("written");
        assert_eq!(find([weir, mill]).as_ref(), Some(&kept));
        assert_eq!(find([later, weir]).as_ref(), Some(&kept), "edited, and still in its place");

        kept.point([later, weir], None).expect("written");
        let moved = Whereabouts::find(folder.path(), [later, weir], None);
        assert_eq!(moved, Some(kept), "edited, and then put elsewhere");
    }
}
