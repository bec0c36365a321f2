//! Nothing is lost: the saving code in a process of its own, killed at any moment; folders that vanish; files that are
//! damaged, or of a later version; two windows on one pair.

#[path = "support/edits.rs"]
mod edits;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use diptych::model::{ArticleKey, Edit, Item, Sides};
use diptych::workspace::Log;
use diptych::workspace::store::{Bookmark, Change, Document, Fetched, Keeper, KeptArticle, StoreError, places};
use edits::{Random, edit, kept, keys, origins};

/// How often the saving process is killed; a thousand times by the environment.
const KILLS: usize = 25;
const KILLS_VARIABLE: &str = "DIPTYCH_KILLS";
/// Set in a process that is to be killed: where it saves.
const FOLDER_VARIABLE: &str = "DIPTYCH_KILL_FOLDER";
const SEED_VARIABLE: &str = "DIPTYCH_KILL_SEED";

fn open(folder: &Path) -> (Keeper, Fetched) {
    Keeper::open(folder, kept(), places([&origins().left, &origins().right]))
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder to write to")
}

/// A change of any kind.
fn change(random: &mut Random, log: &Log) -> Change {
    match random.below(6) {
        0 => Change::Undid,
        1 => Change::Redid,
        _ => Change::Did(edit(random, log)),
    }
}

fn apply(log: &mut Log, change: &Change) {
    match change {
        Change::Did(edit) => log.push(edit.clone(), &keys()),
        Change::Undid => drop(log.undo(&keys())),
        Change::Redid => drop(log.redo(&keys())),
    }
}

/// The process that is killed: it says what it is about to do, does it, and says when it is acknowledged.
#[test]
fn the_process_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else { return };
    let seed = std::env::var(SEED_VARIABLE).ok().and_then(|seed| seed.parse().ok()).expect("a seed");
    let mut random = Random::new(seed);
    say("opening");
    let (mut keeper, fetched) = open(Path::new(&folder));
    let mut log = fetched.log;
    loop {
        let change = change(&mut random, &log);
        apply(&mut log, &change);
        say(&format!("try {}", serde_json::to_string(&change).expect("plain data")));
        match keeper.keep(change) {
            Ok(number) => say(&format!("kept {number}")),
            Err(error) => say(&format!("failed {error}")),
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn start(test: &str, folder: &Path, seed: usize) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER_VARIABLE, folder)
        .env(SEED_VARIABLE, seed.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process")
}

/// What a killed process had done and said.
#[derive(Default)]
struct Heard {
    acknowledged: Vec<Change>,
    /// Begun and not acknowledged.
    begun: Option<Change>,
}

/// Lets it work until so many changes were acknowledged, kills it, and hears what else it had said.
fn kill_after(mut child: Child, changes: usize) -> Heard {
    let mut heard = Heard::default();
    let mut lines = BufReader::new(child.stdout.take().expect("it has one")).lines();
    let mut is_killed = false;
    let mut is_open = false;
    loop {
        if !is_killed && is_open && heard.acknowledged.len() >= changes {
            child.kill().expect("killed");
            is_killed = true;
        }
        let Some(Ok(line)) = lines.next() else { break };
        if let Some(json) = line.strip_prefix("try ") {
            // The last line may be cut off: then it was not begun.
            heard.begun = serde_json::from_str(json).ok();
        } else if line.starts_with("kept ") {
            heard.acknowledged.extend(heard.begun.take());
        } else if let Some(sentence) = line.strip_prefix("failed ") {
            panic!("{sentence}");
        }
        is_open |= line.ends_with("opening");
    }
    child.wait().expect("it has ended");
    heard
}

fn kills() -> usize {
    std::env::var(KILLS_VARIABLE).ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS)
}

#[test]
fn killed_at_any_moment_no_acknowledged_change_is_lost_and_no_file_unreadable() {
    let mut random = Random::new(7);
    let mut place = folder();
    let mut expected = Log::default();
    let (mut acknowledged, mut unacknowledged, mut recoveries) = (0, 0, 0);
    for run in 0..kills() {
        if run % 20 == 0 {
            place = folder();
            expected = Log::default();
        }
        let most = if random.below(5) == 0 { 450 } else { 30 };
        let heard = kill_after(start("the_process_that_is_killed", place.path(), run + 1), random.below(most));
        acknowledged += heard.acknowledged.len();
        for change in &heard.acknowledged {
            apply(&mut expected, change);
        }

        let (mut keeper, fetched) = open(place.path());
        if fetched.log != expected {
            // It may have come to the disk before the kill came to it.
            let begun = heard.begun.expect("a change was lost, or came from nowhere");
            apply(&mut expected, &begun);
            unacknowledged += 1;
        }
        assert!(fetched.log == expected, "run {run}: a change was lost, or came from nowhere");
        assert!(
            fetched.told.iter().all(|told| told.contains("were brought back") || told.contains("was brought back")),
            "{:?}",
            fetched.told
        );
        recoveries += usize::from(!fetched.told.is_empty());
        if random.below(2) == 0 {
            keeper.close(Bookmark { tops: [run, 0], link: None }).expect("closed");
        }
        let unreadable = fs::read_dir(place.path()).expect("a folder").flatten();
        assert!(unreadable.into_iter().all(|entry| !entry.file_name().to_string_lossy().contains("unreadable")));
    }
    println!(
        "{} kills: {acknowledged} changes acknowledged, 0 lost; {unacknowledged} more were on the disk before they were \
         acknowledged; the journal was needed {recoveries} times",
        kills()
    );
}

/// Another window, which ends when its standard input does.
#[test]
fn another_window() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE) else { return };
    let seed = std::env::var(SEED_VARIABLE).expect("a seed");
    let (mut keeper, fetched) = open(Path::new(&folder));
    let mut random = Random::new(11);
    keeper.keep(Change::Did(edit(&mut random, &fetched.log))).expect("kept");
    say("open");
    let mut order = String::new();
    let _ = std::io::stdin().read_line(&mut order);
    if seed == "2" {
        keeper.keep(Change::Did(edit(&mut random, &fetched.log))).expect("kept");
    }
    keeper.close(Bookmark::default()).expect("closed");
}

fn wait_until_open(child: &mut Child) {
    let mut lines = BufReader::new(child.stdout.take().expect("it has one")).lines();
    while let Some(Ok(line)) = lines.next() {
        if line.ends_with("open") {
            return;
        }
    }
    panic!("the other window did not open");
}

#[test]
fn a_second_window_reads_says_so_and_takes_over_when_the_first_has_closed() {
    let place = folder();
    let mut other = start("another_window", place.path(), 1);
    wait_until_open(&mut other);
    let (mut keeper, fetched) = open(place.path());
    assert_eq!(fetched.log.done().len(), 1, "what the first window did is there to read");
    assert!(fetched.told.iter().any(|told| told.contains("open in another window")), "{:?}", fetched.told);
    let mine = edit(&mut Random::new(3), &fetched.log);
    assert!(matches!(keeper.keep(Change::Did(mine.clone())), Err(StoreError::AnotherWindow)));
    drop(other.stdin.take());
    other.wait().expect("it has ended");
    keeper.retry().expect("nobody else is there any more");
    drop(keeper);
    let (_, fetched) = open(place.path());
    assert_eq!(fetched.log.done().len(), 2);
    assert_eq!(fetched.log.done().last(), Some(&mine));
}

#[test]
fn what_another_window_did_meanwhile_is_never_written_over() {
    let place = folder();
    let mut other = start("another_window", place.path(), 2);
    wait_until_open(&mut other);
    let (mut keeper, fetched) = open(place.path());
    let mine = edit(&mut Random::new(3), &fetched.log);
    assert!(keeper.keep(Change::Did(mine)).is_err());
    drop(other.stdin.take());
    other.wait().expect("it has ended");
    let error = keeper.retry().expect_err("the other window went on");
    assert!(error.to_string().contains("save a copy"), "{error}");
    drop(keeper);
    assert_eq!(open(place.path()).1.log.done().len(), 2, "both of the other window");
}

fn some_edit(log: &Log) -> Change {
    Change::Did(edit(&mut Random::new(5), log))
}

#[test]
fn where_the_folder_cannot_be_made_the_work_stays_and_is_saved_once_it_can_be() {
    let place = folder();
    let path = place.path().join("work");
    fs::write(&path, "a file where the folder should be").expect("written");
    let (mut keeper, fetched) = open(&path);
    let error = keeper.keep(some_edit(&fetched.log)).expect_err("it cannot be kept there");
    assert!(error.to_string().contains("Your work is still in this window"), "{error}");
    assert!(!keeper.is_kept());
    fs::remove_file(&path).expect("removed");
    assert_eq!(keeper.retry().expect("there is room for the folder now"), 1);
    drop(keeper);
    assert_eq!(open(&path).1.log.done().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_vanishes_is_made_again_with_everything_in_it() {
    let place = folder();
    let path = place.path().join("work");
    let (mut keeper, fetched) = open(&path);
    let mut log = fetched.log;
    for round in 0..3 {
        let next = some_edit(&log);
        apply(&mut log, &next);
        keeper.keep(next).expect("kept");
        if round == 1 {
            fs::remove_dir_all(&path).expect("removed");
        }
    }
    drop(keeper);
    assert_eq!(open(&path).1.log, log);
}

#[test]
fn where_the_reader_was_comes_back_for_the_pair_on_either_side() {
    let place = folder();
    let (mut keeper, _) = open(place.path());
    keeper.close(Bookmark { tops: [17, 40], link: None }).expect("closed");
    drop(keeper);
    let (_still_open, fetched) = open(place.path());
    assert_eq!(fetched.bookmark.tops, [17, 40]);
    let Sides { left, right } = kept();
    let (_, fetched) = Keeper::open(place.path(), Sides::new(right, left), None);
    assert_eq!(fetched.bookmark.tops, [40, 17]);
    assert!(fetched.told.iter().any(|told| told.contains("another window")), "the first is still open here");
}

/// The one file in the folder with that ending.
fn file(folder: &Path, ending: &str) -> PathBuf {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.into_iter().find(|path| path.extension().is_some_and(|found| found == ending)).expect("it is there")
}

fn kept_once(folder: &Path) -> Log {
    let (mut keeper, fetched) = open(folder);
    let mut log = fetched.log;
    for _ in 0..3 {
        let next = some_edit(&log);
        apply(&mut log, &next);
        keeper.keep(next).expect("kept");
    }
    log
}

#[test]
fn a_document_that_cannot_be_read_is_kept_aside_and_told_of() {
    let place = folder();
    kept_once(place.path());
    let document = file(place.path(), "diptych");
    fs::write(&document, "{\"diptych\":1,\"left\":").expect("written");
    let (mut keeper, fetched) = open(place.path());
    assert!(fetched.log.is_empty());
    let told = fetched.told.join(" ");
    assert!(told.contains("kept aside") && told.contains("unreadable-1"), "{told}");
    keeper.keep(some_edit(&Log::default())).expect("a new document");
    drop(keeper);
    assert_eq!(open(place.path()).1.log.done().len(), 1);
    let aside = fs::read_dir(place.path()).expect("a folder").flatten();
    let aside = aside.into_iter().filter(|entry| entry.file_name().to_string_lossy().contains("unreadable"));
    assert_eq!(aside.count(), 2, "the document and its journal");
}

#[test]
fn a_document_of_a_later_version_is_neither_read_nor_written_over() {
    let place = folder();
    kept_once(place.path());
    let document = file(place.path(), "diptych");
    let later = "{\"diptych\":9,\"panels\":[{\"of\":\"three\"}]}";
    fs::write(&document, later).expect("written");
    let (mut keeper, fetched) = open(place.path());
    let told = fetched.told.join(" ");
    assert!(told.contains("newer Diptych") && told.contains("update"), "{told}");
    let error = keeper.keep(some_edit(&fetched.log)).expect_err("nowhere to keep it");
    assert!(error.to_string().contains("save a copy"), "{error}");
    let _ = keeper.close(Bookmark { tops: [1, 1], link: None });
    assert_eq!(fs::read_to_string(&document).expect("it is there"), later);
}

#[test]
fn a_damaged_journal_gives_what_it_can_and_is_kept_aside() {
    let place = folder();
    kept_once(place.path());
    let journal = file(place.path(), "journal");
    let mut bytes = fs::read(&journal).expect("it is there");
    let line = bytes.iter().position(|byte| *byte == b'\n').expect("two lines") + 40;
    bytes[line] ^= 1;
    fs::write(&journal, bytes).expect("written");
    let (_, fetched) = open(place.path());
    assert_eq!(fetched.log.done().len(), 2, "the document's, and the journal's first");
    let told = fetched.told.join(" ");
    assert!(told.contains("damaged") && told.contains("unreadable-1.journal"), "{told}");
}

#[test]
fn an_edited_article_in_its_place_keeps_its_notes() {
    let place = folder();
    let log = kept_once(place.path());
    let Sides { left, right } = kept();
    let edited =
        left.article.text.replace("a miller, ", "the miller, ").replace("She had come early.", "She came late.");
    let edited = diptych::import::pasted(&edited).expect("it has words");
    let edited = KeptArticle::new("left.txt".to_owned(), edited);
    let now = [edited.key, right.key];
    let (mut keeper, fetched) = Keeper::open(
        place.path(),
        Sides::new(edited.clone(), right.clone()),
        places([&origins().left, &origins().right]),
    );
    let about = |log: &Log, keys: &[ArticleKey]| log.work(keys).items.len() + log.work(keys).corrections.len();
    assert_eq!(about(&fetched.log, &now) + fetched.unplaced.len(), about(&log, &keys()));
    assert_eq!(fetched.log.done().len(), log.done().len(), "nothing is dropped");
    keeper.keep(some_edit(&Log::default())).expect("kept");
    drop(keeper);
    // Found by its new words too, wherever it lies.
    let (_, again) = Keeper::open(place.path(), Sides::new(edited, right), None);
    assert_eq!(again.log.done().len(), log.done().len() + 1);
}

#[test]
fn a_copy_opens_elsewhere_and_comes_together_with_what_is_there() {
    let (here, there) = (folder(), folder());
    let log = kept_once(here.path());
    let (keeper, _) = open(here.path());
    let copy = here.path().join("copy.diptych");
    keeper.document(Bookmark { tops: [3, 4], link: None }).save_as(&copy).expect("saved");
    let (mut elsewhere, fetched) = open(there.path());
    assert!(fetched.log.is_empty());
    assert_eq!(elsewhere.take_in(&copy).expect("a document"), None);
    elsewhere.retry().expect("kept");
    let fetched = elsewhere.fetched(Vec::new());
    assert_eq!(fetched.log, log);
    assert_eq!(fetched.bookmark.tops, [3, 4]);
    drop(elsewhere);
    let (mut again, _) = open(there.path());
    again.take_in(&copy).expect("a document");
    assert_eq!(again.fetched(Vec::new()).log, log, "twice is once");
}

#[test]
fn documents_come_back_as_they_were_written() {
    for seed in 0..200 {
        let mut random = Random::new(seed + 1);
        let mut document = Document::new(kept());
        for _ in 0..random.below(30) {
            let next = change(&mut random, &document.log);
            document.apply(&next);
        }
        document.bookmark.tops = [random.below(60), random.below(60)].map(|at| if at < 3 { 0 } else { at });
        document.bookmark.tops[0] = document.articles.left.article.text.floor_char_boundary(document.bookmark.tops[0]);
        document.bookmark.tops[1] = document.articles.right.article.text.floor_char_boundary(document.bookmark.tops[1]);
        let mut bytes = Vec::new();
        document.write(&mut bytes).expect("plain data");
        let (read, left_out) = Document::read(&bytes).expect("what was written");
        assert_eq!(read, document);
        assert_eq!(left_out, diptych::workspace::store::LeftOut::default());
    }
}

#[test]
fn what_points_outside_its_article_is_brought_inside_or_left_out_with_a_sentence() {
    let mut document = Document::new(kept());
    let note = |start, end| {
        let place = diptych::model::Place { article: keys()[0], span: diptych::model::Span::new(start, end) };
        let on = diptych::model::NoteOn::Passage(place);
        Item::Note(diptych::model::Note { on, text: "?".to_owned() })
    };
    // Byte 1 is inside the opening mark.
    document.log.push(Edit::Put(diptych::model::ItemId(1), note(1, 9)), &keys());
    document.log.push(Edit::Put(diptych::model::ItemId(2), note(900_000, 900_010)), &keys());
    let mut bytes = Vec::new();
    document.write(&mut bytes).expect("plain data");
    let (read, left_out) = Document::read(&bytes).expect("a document");
    let work = read.log.work(&keys());
    assert_eq!(work.items.len(), 1);
    assert!(
        matches!(&work.items[0].1, Item::Note(found) if matches!(found.on, diptych::model::NoteOn::Passage(place) if place.span.start == 0))
    );
    assert_eq!(left_out.edits, 1);
    assert!(left_out.to_string().contains("1 change that points outside"), "{left_out}");
}

/// Set to a folder on a small disk, to see what happens when it is full; by hand, as only root can make one.
const SMALL_DISK_VARIABLE: &str = "DIPTYCH_SMALL_DISK";

#[test]
fn on_a_small_disk_nothing_acknowledged_is_lost_and_the_rest_is_saved_once_there_is_room() {
    let Some(folder) = std::env::var_os(SMALL_DISK_VARIABLE).map(PathBuf::from) else { return };
    let filler = folder.join("filler");
    fs::write(&filler, vec![0; 40_000]).expect("room for the filler");
    let work = folder.join("work");
    let (mut keeper, fetched) = open(&work);
    let (mut log, mut random) = (fetched.log, Random::new(21));
    let (mut saved, mut refusals) = (log.clone(), 0);
    while refusals < 20 {
        let change = change(&mut random, &log);
        apply(&mut log, &change);
        match keeper.keep(change) {
            Ok(_) => saved.clone_from(&log),
            Err(error) => {
                refusals += 1;
                assert!(error.to_string().starts_with("The disk is full"), "{error}");
                // What is on the disk is all that was acknowledged; perhaps more.
                let copy = tempfile::tempdir().expect("a folder elsewhere");
                for entry in fs::read_dir(&work).expect("a folder").flatten() {
                    fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copied");
                }
                let (_, found) = open(copy.path());
                assert!(found.log.done().len() + found.log.undone().len() > 0);
                assert!(found.log == saved, "refusal {refusals}");
            }
        }
    }
    println!("full after {} edits; 20 changes refused", saved.done().len());
    fs::remove_file(&filler).expect("removed");
    keeper.retry().expect("there is room");
    drop(keeper);
    assert_eq!(open(&work).1.log, log);
}

/// A document with some of its bytes changed, taken out or doubled.
fn mutilated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let end = (at + random.below(40)).min(bytes.len());
        match random.below(4) {
            0 => bytes[at] = b"0123456789-[]{}\",:null"[random.below(22)],
            1 => drop(bytes.drain(at..end)),
            2 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            _ => bytes[at] = bytes[at].wrapping_add(1),
        }
    }
    bytes
}

#[test]
fn documents_changed_by_any_hand_are_refused_or_sound() {
    let mut random = Random::new(99);
    let mut document = Document::new(kept());
    for _ in 0..12 {
        let next = change(&mut random, &document.log);
        document.apply(&next);
    }
    let mut bytes = Vec::new();
    document.write(&mut bytes).expect("plain data");
    let (mut read, mut refused) = (0, 0);
    for _ in 0..3_000 {
        let Ok((mut found, _)) = Document::read(&mutilated(&bytes, &mut random)) else {
            refused += 1;
            continue;
        };
        read += 1;
        let mut again = Vec::new();
        found.write(&mut again).expect("plain data");
        let (same, left_out) = Document::read(&again).expect("what was written");
        assert_eq!((&same, left_out), (&found, diptych::workspace::store::LeftOut::default()));
        for change in [Change::Undid, Change::Redid] {
            found.apply(&change);
        }
        found.unplaced();
        let _ = found.on(kept());
    }
    assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
}
