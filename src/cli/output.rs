//! Says lines to who listens, and writes an answer whole or not at all.

mod beside;
mod interrupt;
#[cfg(unix)]
mod process;
mod stores;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::args::Common;
use super::{Failure, Outcome};
use crate::text::Errors;

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Who may read what else is written here; where a file is replaced, nobody whom that one kept out.
    Usual,
    /// Its owner alone.
    Owner,
}

/// Says a line to who asked; that nobody listens any more (`| head`) is no fault.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Tells a line to who watches; that nobody does any more (`2>&1 | head`) must not stop the work.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes to a file, or to standard output without one.
pub fn write(output: Option<&Path>, content: &[u8], readers: Readers, common: &Common) -> Outcome {
    let say = Errors::of(common.lang());
    let Some(path) = output else {
        let written = unread_is_done(pour(io::stdout().lock(), content));
        return written.map_err(|error| refused((say.cannot_write_file)("-", error.kind())));
    };
    spare_stores(path, common)?;
    let file = path.display().to_string();
    let failed = |error: io::Error| refused((say.cannot_write_file)(&file, error.kind()));
    // Renamed over, a device or a pipe would be no more, and a link would no longer lead where it led.
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        let open = fs::File::options().write(true).open(path);
        return unread_is_done(open.and_then(|open| pour(open, content))).map_err(failed);
    }
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    beside::write(&path, content, readers).map_err(failed)
}

/// Refuses a file that holds a store: before work that writes to one, and before the file is written.
pub fn spare_stores(path: &Path, common: &Common) -> Outcome {
    let say = Errors::of(common.lang());
    let file = path.display().to_string();
    let failed = |error: io::Error| refused((say.cannot_write_file)(&file, error.kind()));
    match stores::holds_a_store(path, &common.store).map_err(failed)? {
        true => Err(refused((say.is_a_store)(&file))),
        false => Ok(()),
    }
}

fn refused(message: String) -> Failure {
    Failure::Refused(message)
}

fn pour(mut out: impl Write, content: &[u8]) -> io::Result<()> {
    out.write_all(content)?;
    out.flush()
}

/// Whoever reads a page of it and leaves (`| head`) wants no complaint.
fn unread_is_done(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}
