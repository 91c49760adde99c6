//! A panic of a foreign reader on a damaged file becomes a fault of the file.
//!
//! calamine slices .xls streams at places that the file names, unchecked.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::super::fault::Problem;
use super::sheet::Broken;

thread_local! {
    static SHELTERED: Cell<bool> = const { Cell::new(false) };
}

/// Reads a file; a panic inside is silent and means that the file is damaged. Nothing of the reader outlives it.
pub(super) fn sheltered<T>(read: impl FnOnce() -> Result<T, Broken>) -> Result<T, Broken> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SHELTERED.get() {
                usual(info);
            }
        }));
    });
    let before = SHELTERED.replace(true);
    let read = panic::catch_unwind(AssertUnwindSafe(read));
    SHELTERED.set(before);
    read.unwrap_or(Err(Problem::Unreadable.into()))
}
