//! Writes an answer whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Failure, Outcome};
use crate::text::{Errors, Lang};

/// Says a line to who asked; that nobody listens any more (`| head`) is no fault.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Tells a line to who watches; that nobody does any more (`2>&1 | head`) must not stop the work.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes to a file, or to standard output without one.
pub fn write(output: Option<&Path>, content: &[u8], lang: Lang) -> Outcome {
    let Some(path) = output else {
        let mut out = io::stdout().lock();
        return match out.write_all(content).and_then(|()| out.flush()) {
            // Whoever reads a page of it and leaves (`| head`) wants no complaint.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|error| failure("-", &error, lang)),
        };
    };
    let said = |error: io::Error| failure(&path.display().to_string(), &error, lang);
    // Renamed over, a device or a pipe would be no more, and a link would no longer lead where it led.
    let there = fs::metadata(path).is_ok_and(|about| !about.is_file());
    if there {
        return fs::write(path, content).map_err(said);
    }
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = beside(path);
    let put = || {
        let mut file = fs::File::create(&beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    put().map_err(|error| {
        // The half-written file beside it is of no use to anyone; that it may be gone already is no fault.
        let _ = fs::remove_file(&beside);
        said(error)
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn failure(file: &str, error: &io::Error, lang: Lang) -> Failure {
    Failure::Refused((Errors::of(lang).cannot_write_file)(file, error.kind()))
}
