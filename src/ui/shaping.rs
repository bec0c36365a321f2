//! The words of a long page shaped on a thread of its own, with fonts of its own, so that no frame waits for them.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use egui::Context;
use egui::epaint::text::Fonts;

use super::extents::Extents;
use super::typeset::{Typesetting, job};
use crate::model::Article;
use crate::view::Page;

/// So many bytes are shaped between two answers.
const BYTES_AN_ANSWER: usize = 100_000;

/// A page on its way. Who drops it stops the work at the next answer.
#[derive(Debug)]
pub struct Shaping {
    answers: Receiver<Vec<(usize, Extents)>>,
}

/// What came of it so far.
#[derive(Debug)]
pub enum Answer {
    /// These blocks, by their index.
    Blocks(Vec<(usize, Extents)>),
    /// Nothing new.
    Waiting,
    /// Nothing more will come.
    Done,
}

impl Shaping {
    /// Begins. None where the system allows no thread.
    pub fn start(ctx: &Context, page: &Page, article: &Article, typesetting: Typesetting) -> Option<Self> {
        let (sender, answers) = channel();
        let (options, definitions) = ctx.fonts(|fonts| (*fonts.options(), fonts.definitions().clone()));
        let (page, article, waker) = (page.clone(), article.clone(), ctx.clone());
        let work = move || {
            let mut fonts = Fonts::new(options, definitions);
            shape(&mut fonts, &page, &article, typesetting, &waker, &sender);
        };
        let thread = thread::Builder::new().name("diptych-shaping".to_owned());
        thread.spawn(work).ok().map(|_| Self { answers })
    }

    /// What has come since.
    pub fn answer(&self) -> Answer {
        match self.answers.try_recv() {
            Ok(blocks) => Answer::Blocks(blocks),
            Err(TryRecvError::Empty) => Answer::Waiting,
            Err(TryRecvError::Disconnected) => Answer::Done,
        }
    }
}

fn shape(
    fonts: &mut Fonts,
    page: &Page,
    article: &Article,
    typesetting: Typesetting,
    waker: &Context,
    sender: &Sender<Vec<(usize, Extents)>>,
) {
    let pixels_per_point = waker.pixels_per_point();
    let mut done = Vec::new();
    let mut bytes = 0;
    for (index, block) in page.blocks.iter().enumerate() {
        let setting = typesetting.of(block.kind);
        let job = job(block, article, &setting, f32::INFINITY);
        bytes += job.text.len();
        let galley = fonts.layout_uncached(pixels_per_point, job.into());
        done.push((index, Extents::of(&galley, setting.points)));
        if bytes > BYTES_AN_ANSWER {
            bytes = 0;
            if sender.send(std::mem::take(&mut done)).is_err() {
                return;
            }
            waker.request_repaint();
        }
    }
    if sender.send(done).is_ok() {
        waker.request_repaint();
    }
}
