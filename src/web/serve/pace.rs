//! The clock of a transfer: it runs only while we wait for the other end.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use super::Rate;

/// How a transfer keeps up with its least rate.
#[derive(Debug)]
pub struct Pace {
    rate: Rate,
    whole: Duration,
    /// Since when we wait, if we do.
    since: Option<Instant>,
    /// How long we waited, in this window and in all.
    waited: Duration,
    in_all: Duration,
    /// What moved since the first wait of this window.
    moved: u64,
    alarm: Alarm,
}

impl Pace {
    /// A transfer with a least rate, and how long we wait for it in all.
    pub fn new(rate: Rate, whole: Duration) -> Self {
        Self {
            rate,
            whole,
            since: None,
            waited: Duration::ZERO,
            in_all: Duration::ZERO,
            moved: 0,
            alarm: Alarm::default(),
        }
    }

    /// Some bytes moved.
    pub fn moved(&mut self, bytes: usize) {
        if let Some(since) = self.since.take() {
            let waited = since.elapsed();
            self.waited += waited;
            self.in_all += waited;
        }
        self.moved += bytes as u64;
    }

    /// Nothing moves now: ready once that was so for too long, or too little came in this window.
    pub fn too_slow(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            // What a buffer took at once tells nothing of the other end.
            if self.since.is_none() && self.waited.is_zero() {
                self.moved = 0;
            }
            let since = *self.since.get_or_insert_with(Instant::now);
            let window = self.rate.window.saturating_sub(self.waited);
            let whole = self.whole.saturating_sub(self.in_all);
            if self.alarm.poll(since + window.min(whole), cx).is_pending() {
                return Poll::Pending;
            }
            if whole <= window || self.moved < self.rate.bytes {
                return Poll::Ready(());
            }
            self.in_all += window;
            self.since = Some(since + window);
            self.waited = Duration::ZERO;
            self.moved = 0;
        }
    }
}

/// Wakes a task at a moment that may be set anew at any time.
#[derive(Debug, Default)]
pub struct Alarm(Option<Pin<Box<Sleep>>>);

impl Alarm {
    /// Ready once the moment is past.
    pub fn poll(&mut self, at: Instant, cx: &mut Context<'_>) -> Poll<()> {
        let sleep = self.0.get_or_insert_with(|| Box::pin(sleep_until(at)));
        if sleep.deadline() != at {
            sleep.as_mut().reset(at);
        }
        sleep.as_mut().poll(cx)
    }
}
