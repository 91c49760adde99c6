//! What a connection and all of them together may take.

use std::time::Duration;

/// How many files the process keeps for itself: its store, its log, the files that it writes.
const OWN_FILES: u64 = 128;

/// How many files may be open at least on every system that we know.
const FEW_FILES: u64 = 256;

/// How many connections are held at most, however many files may be open.
const MANY: usize = 2_000;

/// The least that has to move while we wait for the other end.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// In how much time of waiting; the time in which nobody waits for the other end does not count.
    pub window: Duration,
    /// How many bytes.
    pub bytes: u64,
}

/// The bounds of connections. All times are of waiting for the other end.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections are held at the same time.
    pub connections: usize,
    /// How long a new connection may say nothing, and how long the head of a request may take.
    pub head: Duration,
    /// How long a connection is kept without a further request.
    pub idle: Duration,
    /// How fast a request's body has to come.
    pub body: Rate,
    /// How fast an answer has to be read.
    pub answer: Rate,
    /// How long a body or an answer may take in all, however steady it is.
    pub whole: Duration,
    /// How long what comes after a refusal is read on, so that a browser hears the refusal.
    pub linger: Duration,
    /// How many bytes of uploads under way are held.
    pub uploads: usize,
    /// How many bytes of uploads are kept until they are taken over.
    pub kept: usize,
    /// How many bytes of pages are held until they are read.
    pub pages: usize,
    /// How many bytes of large answers are held until they are read.
    pub files: usize,
    /// From how many bytes on an answer is large: such a one takes no room from pages.
    pub large: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024 - OWN_FILES as usize,
            head: Duration::from_secs(10),
            idle: Duration::from_secs(60),
            body: Rate {
                window: Duration::from_secs(10),
                bytes: 10_000,
            },
            // A kernel hands on tens of kB at once: in a shorter window a slow reader would look like none.
            answer: Rate {
                window: Duration::from_secs(20),
                bytes: 20_000,
            },
            whole: Duration::from_secs(10 * 60),
            linger: Duration::from_secs(5),
            uploads: 60 << 20,
            kept: 100 << 20,
            pages: 100 << 20,
            files: 100 << 20,
            large: 1 << 20,
        }
    }
}

impl Limits {
    /// The bounds of a process of its own: it may open as many files as the system lets it, and keeps some for itself.
    pub fn of_this_process() -> Self {
        let wanted = OWN_FILES + MANY as u64;
        let files = rlimit::increase_nofile_limit(wanted).unwrap_or_else(|error| {
            tracing::warn!(%error, "the number of open files cannot be raised");
            FEW_FILES
        });
        Self {
            connections: connections(files),
            ..Self::default()
        }
    }
}

/// How many connections fit beside our own files; where hardly anything fits, half of it.
fn connections(files: u64) -> usize {
    let room = files.saturating_sub(OWN_FILES).max(files / 2);
    usize::try_from(room).map_or(MANY, |room| room.clamp(1, MANY))
}
