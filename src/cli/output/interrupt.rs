//! Removes the part of a file when the program is asked to end while it writes.

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The part under way.
static PART: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The part under way; as long as this is held no signal ends the program.
pub fn part() -> MutexGuard<'static, Option<PathBuf>> {
    PART.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on whatever asks the program to end takes the part along. What it was told to ignore it goes on ignoring.
#[cfg(unix)]
pub fn watch() -> io::Result<()> {
    use std::sync::atomic::{AtomicBool, Ordering};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    static WATCHING: AtomicBool = AtomicBool::new(false);
    if WATCHING.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    let mut asking = vec![SIGHUP, SIGINT, SIGQUIT, SIGTERM];
    asking.retain(|signal| !super::process::ignores(*signal));
    let mut signals = Signals::new(asking)?;
    let wait = move || {
        for signal in signals.forever() {
            let part = part();
            if let Some(part) = part.as_deref() {
                // It may have been taken away by others.
                let _ = std::fs::remove_file(part);
            }
            // Ended as by the signal itself, so that a shell's loop ends with it. The part stays held until then.
            if emulate_default_handler(signal).is_err() {
                std::process::exit(1);
            }
        }
    };
    std::thread::Builder::new().spawn(wait)?;
    Ok(())
}

#[cfg(not(unix))]
pub fn watch() -> io::Result<()> {
    Ok(())
}
