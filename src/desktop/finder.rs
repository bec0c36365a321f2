//! One named thread that searches, so that neither the window waits for a search nor a search for a reading.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::workspace::{Command, FoldedTexts, Search};

/// Starts the thread. Answers go to `replies`, each followed by a call of `wake`.
///
/// # Errors
///
/// The system's error where it allows no thread.
pub fn start(replies: Sender<Command>, wake: impl Fn() + Send + 'static) -> std::io::Result<Sender<Search>> {
    let (searches, inbox) = channel();
    thread::Builder::new().name("diptych-finder".to_owned()).spawn(move || work(&inbox, &replies, &wake))?;
    Ok(searches)
}

/// Searches until the window has gone. Only the newest search goes on.
fn work(inbox: &Receiver<Search>, replies: &Sender<Command>, wake: &dyn Fn()) {
    let mut texts = FoldedTexts::default();
    let mut next = inbox.recv().ok();
    while let Some(search) = next.take() {
        let search = inbox.try_iter().last().unwrap_or(search);
        search.run(&mut texts, &mut |found| {
            let is_heard = replies.send(Command::Found(found)).is_ok();
            wake();
            next = inbox.try_iter().last();
            is_heard && next.is_none()
        });
        next = next.or_else(|| inbox.recv().ok());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sides;
    use crate::workspace::{Found, Sought};

    #[test]
    fn only_the_newest_of_the_searches_that_wait_is_answered() {
        let (searches, inbox) = channel();
        let (replies, answers) = channel();
        for (number, words) in [(1, "m"), (2, "mi"), (3, "mill")] {
            let sought = Sought { words: words.to_owned(), ..Sought::default() };
            let texts = Sides::new(Some("The mill and its miller".into()), None);
            searches.send(Search { number, texts, sought }).expect("it is open");
        }
        drop(searches);
        work(&inbox, &replies, &|| {});
        drop(replies);
        let told: Vec<Command> = answers.into_iter().collect();
        let [Command::Found(Found { search: 3, places, is_last: true, .. })] = &told[..] else { panic!("{told:?}") };
        assert_eq!(places.len(), 2);
    }
}
