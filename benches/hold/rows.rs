//! The table: what was seen before the bounds were there, and what is measured now.

use std::time::{Duration, Instant};

/// Begins the table.
pub fn head() {
    println!("| what | before | now |\n|---|---|---|");
}

/// Prints a row.
pub fn row(what: &str, before: &str, now: &str) {
    println!("| {what} | {before} | {now} |");
}

/// A time as people read it.
pub fn say(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 1.0 => format!("{:.0} ms", seconds * 1e3),
        seconds => format!("{seconds:.1} s"),
    }
}

/// How long something takes, as people read it.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, String) {
    let begun = Instant::now();
    let done = work();
    (done, say(begun.elapsed()))
}
