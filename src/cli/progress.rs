//! The one line on a terminal that says what a long report is at, and the end of permutations that take too long.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use crate::analysis::{Progress, Stage};
use crate::text::Lang;

/// Who gets an answer at once needs no line.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line may change.
const EVERY: Duration = Duration::from_millis(100);

/// How long permutations may take: whoever typed one nought too many shall hear of it, not wait for days.
pub const PERMUTING: Duration = Duration::from_secs(5 * 60);

/// Writes to standard error if that is a terminal and nobody asked for quiet; the line is wiped out at the end.
pub struct Line {
    lang: Lang,
    shown: Option<Mutex<Instant>>,
    begun: Instant,
    /// How long permutations may take, and since when they are under way.
    permuting: (Duration, OnceLock<Instant>),
    /// The share of the permutations that is done, as the bits of a number that is not negative: in the same order.
    permuted: AtomicU64,
}

impl Line {
    pub fn new(quiet: bool, permuting: Duration, lang: Lang) -> Self {
        let begun = Instant::now();
        let watched = !quiet && io::stderr().is_terminal();
        Self {
            lang,
            shown: watched.then(|| Mutex::new(begun)),
            begun,
            permuting: (permuting, OnceLock::new()),
            permuted: AtomicU64::new(0),
        }
    }

    /// How many of so many permutations are done.
    pub fn permuted(&self, of: u32) -> u32 {
        (self.share() * f64::from(of)) as u32
    }

    fn share(&self) -> f64 {
        f64::from_bits(self.permuted.load(Ordering::Relaxed))
    }
}

impl Progress for Line {
    fn at(&self, stage: Stage, share: f64) {
        if stage == Stage::Permutations {
            self.permuting.1.get_or_init(Instant::now);
            self.permuted.fetch_max(share.to_bits(), Ordering::Relaxed);
        }
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

    fn stopped(&self) -> bool {
        let (most, begun) = &self.permuting;
        let taken = begun.get().map(Instant::elapsed);
        self.share() < 1.0 && taken.is_some_and(|taken| taken >= *most)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Line, Progress, Stage};
    use crate::text::Lang;

    #[test]
    fn only_permutations_are_stopped_when_their_time_is_over() {
        let line = Line::new(true, Duration::ZERO, Lang::De);
        line.at(Stage::Graph, 0.0);
        assert!(!line.stopped(), "nothing is permuted yet");
        line.at(Stage::Permutations, 0.0);
        line.at(Stage::Permutations, 0.25);
        line.at(Stage::Permutations, 0.125);
        assert!(line.stopped());
        assert_eq!(line.permuted(4_000), 1_000);
        line.at(Stage::Permutations, 1.0);
        assert!(!line.stopped(), "what follows takes as long as it does");
        let patient = Line::new(true, Duration::MAX, Lang::De);
        patient.at(Stage::Permutations, 0.0);
        assert!(!patient.stopped());
    }
}
