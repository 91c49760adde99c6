//! Keeps answers from being written over a store.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::store;

/// What an SQLite file begins with, ours or that of another program.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// What SQLite keeps beside a file, and would take for the file's own.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Whether what would be written over is a database: the store itself by whatever name or link, a file that belongs to
/// it, or any other.
pub fn holds_a_store(path: &Path, url: &str) -> io::Result<bool> {
    if store::file_of(url).is_some_and(|file| belongs(path, &file)) {
        return Ok(true);
    }
    let regular = fs::metadata(path).is_ok_and(|about| about.is_file());
    if !regular {
        return Ok(false);
    }
    let mut begin = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(MAGIC.len() as u64).read_to_end(&mut begin)?,
        // Who may write a file but not read it cannot be asked what is in it; the store was compared above.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => 0,
        Err(error) => return Err(error),
    };
    Ok(begin == MAGIC)
}

/// Whether a path leads to the file of a store or to what SQLite keeps beside it, be it there already or not.
fn belongs(path: &Path, store: &Path) -> bool {
    // SQLite keeps it beside the file itself, wherever a link to that may be.
    let store = place(store).unwrap_or_else(|| store.to_owned());
    BESIDE.iter().any(|ending| {
        let mut name = store.as_os_str().to_owned();
        name.push(ending);
        let file = PathBuf::from(name);
        let same = fs::metadata(path)
            .ok()
            .zip(fs::metadata(&file).ok())
            .is_some_and(|(one, other)| same(&one, &other));
        same || place(path).is_some_and(|at| Some(at) == place(&file))
    })
}

#[cfg(unix)]
fn same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Where files have no numbers their paths are compared.
#[cfg(not(unix))]
fn same(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Where a file is or would be, links on the way there followed.
fn place(path: &Path) -> Option<PathBuf> {
    if let Ok(there) = fs::canonicalize(path) {
        return Some(there);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}
