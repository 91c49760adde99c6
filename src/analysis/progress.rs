//! Who waits for a long report is told what is being computed, and may stop waiting.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::domain::{Stop, Stopped};
pub use crate::text::Stage;

/// Is told how far a computation is; from any of its threads.
pub trait Progress: Sync {
    /// So much of a stage is done, from 0 to 1.
    fn at(&self, stage: Stage, share: f64);

    /// Whether nobody waits any more; once it is so it stays so.
    fn stopped(&self) -> bool {
        false
    }

    /// Ends the computation where nobody waits any more.
    fn check(&self) -> Result<(), Stopped> {
        match self.stopped() {
            true => Err(Stopped),
            false => Ok(()),
        }
    }
}

/// A stage of which so many parts are done, in whatever order.
pub(super) struct Meter<'a> {
    progress: &'a dyn Progress,
    stage: Stage,
    parts: usize,
    done: AtomicUsize,
}

impl<'a> Meter<'a> {
    /// The stage begins.
    pub(super) fn new(progress: &'a dyn Progress, stage: Stage, parts: usize) -> Self {
        progress.at(stage, 0.0);
        Self {
            progress,
            stage,
            parts,
            done: AtomicUsize::new(0),
        }
    }

    /// Whether nobody waits for the rest.
    pub(super) fn stopped(&self) -> bool {
        self.progress.stopped()
    }

    /// Ends the stage where nobody waits for the rest.
    pub(super) fn check(&self) -> Result<(), Stopped> {
        self.progress.check()
    }

    /// One more part is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress
            .at(self.stage, done as f64 / self.parts.max(1) as f64);
    }
}

/// Nobody waits.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn at(&self, _: Stage, _: f64) {}
}

impl Progress for Stop {
    fn at(&self, _: Stage, _: f64) {}

    fn stopped(&self) -> bool {
        self.is_raised()
    }
}
