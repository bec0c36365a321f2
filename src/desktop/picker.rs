//! The system's file picker, on a thread of its own; where there is none, it is found out and said.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use rfd::AsyncFileDialog;

use crate::import::EXTENSIONS;
use crate::model::Side;
use crate::workspace::Command;
use crate::workspace::store::ENDING;

/// Nobody cancels a dialog sooner than this: an answer of "nothing" by then means that no dialog was to be had.
const TOO_SOON: Duration = Duration::from_millis(500);

/// A dialog that begins in the folder where the reader's articles are.
fn dialog(near: Option<PathBuf>) -> AsyncFileDialog {
    near.map_or_else(AsyncFileDialog::new, |folder| AsyncFileDialog::new().set_directory(folder))
}

/// Asks for a file for that side.
pub fn pick_file(side: Side, near: Option<PathBuf>, replies: Sender<Command>, wake: impl Fn() + Send + 'static) {
    let dialog = dialog(near)
        .set_title(format!("Open on the {}", side.name()))
        .add_filter("Articles", &EXTENSIONS)
        .add_filter("All files", &["*"]);
    // Made here and awaited elsewhere: macOS wants its dialogs made on the main thread.
    let picked = dialog.pick_file();
    on_thread(Command::NoPicker(side), replies, wake, async move {
        picked.await.map(|file| Command::Picked(side, file.path().to_owned()))
    });
}

/// Asks for a folder.
pub fn pick_folder(near: Option<PathBuf>, replies: Sender<Command>, wake: impl Fn() + Send + 'static) {
    let picked = dialog(near).set_title("Open a folder of articles").pick_folder();
    on_thread(Command::NoPicker(Side::Left), replies, wake, async move {
        picked.await.map(|folder| Command::PickedFolder(folder.path().to_owned()))
    });
}

/// Asks where a copy is to be saved, and under what name.
pub fn pick_copy(name: String, near: Option<PathBuf>, replies: Sender<Command>, wake: impl Fn() + Send + 'static) {
    let dialog = dialog(near).set_title("Save a copy").set_file_name(name).add_filter("Diptych", &[ENDING]);
    let picked = dialog.save_file();
    on_thread(Command::NoCopyPicker, replies, wake, async move {
        picked.await.map(|file| Command::SaveCopy(file.path().to_owned(), true))
    });
}

/// Asks where an export goes, under that name. The picker itself asks before a file is replaced.
pub fn pick_export(name: &str, near: Option<PathBuf>, replies: Sender<Command>, wake: impl Fn() + Send + 'static) {
    let mut dialog = dialog(near).set_title("Export").set_file_name(name);
    if let Some((_, ending)) = name.rsplit_once('.') {
        dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
    }
    let picked = dialog.save_file();
    on_thread(Command::NoExportPicker, replies, wake, async move {
        picked.await.map(|file| Command::ExportTo(file.path().to_owned(), true))
    });
}

/// `missing` is said where there is no picker.
fn on_thread(
    missing: Command,
    replies: Sender<Command>,
    wake: impl Fn() + Send + 'static,
    picked: impl Future<Output = Option<Command>> + Send + 'static,
) {
    let (spare, instead) = (replies.clone(), missing.clone());
    let spawned = thread::Builder::new().name("diptych-picker".to_owned()).spawn(move || {
        let since = Instant::now();
        let reply = pollster::block_on(picked);
        let is_missing = reply.is_none() && since.elapsed() < TOO_SOON;
        if let Some(command) = reply.or(is_missing.then_some(missing)) {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = replies.send(command);
            wake();
        }
    });
    if spawned.is_err() {
        let _ = spare.send(instead);
    }
}
