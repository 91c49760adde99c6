//! The one line on a terminal that says what a long report is at.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::analysis::{Progress, Stage};
use crate::text::Lang;

/// Who gets an answer at once needs no line.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line may change.
const EVERY: Duration = Duration::from_millis(100);

/// Writes to standard error if that is a terminal and nobody asked for quiet; the line is wiped out at the end.
pub struct Line {
    lang: Lang,
    shown: Option<Mutex<Instant>>,
    begun: Instant,
}

impl Line {
    pub fn new(quiet: bool, lang: Lang) -> Self {
        let begun = Instant::now();
        let watched = !quiet && io::stderr().is_terminal();
        Self {
            lang,
            shown: watched.then(|| Mutex::new(begun)),
            begun,
        }
    }
}

impl Progress for Line {
    fn at(&self, stage: Stage, share: f64) {
        let Some(shown) = &self.shown else {
            return;
        };
        let now = Instant::now();
        // Whoever finds another thread writing has nothing newer to say.
        if let Ok(mut shown) = shown.try_lock()
            && now - self.begun >= PATIENCE
            && now - *shown >= EVERY
        {
            *shown = now;
            let line = stage.told(share, self.lang);
            // A terminal that takes no line must not stop the work.
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
