//! Writes a file beside its place and puts it there when it is whole.
//!
//! The part is its writer's alone and locked as long as the writer lives; it goes when that fails or is interrupted.
//! After a kill that nobody can answer it stays, and the next one who writes the same file finds it unlocked and
//! removes it.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::{Readers, interrupt};

/// Between the name of the file and what makes the part's name its own.
const MARK: &str = ".miteinander-";
const ENDING: &str = ".part";

/// Writes a file whole or not at all; what was there is replaced at once, and on the disk when this returns.
pub fn write(path: &Path, content: &[u8], readers: Readers) -> io::Result<()> {
    let name = path.file_name().ok_or(ErrorKind::IsADirectory)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    remove_left(folder, name);
    interrupt::watch()?;
    let mut part = begin(folder, name)?;
    let filled = fill(&mut part, content, path, readers);
    let mut under_way = interrupt::part();
    // Dropped while nobody is interrupted, a part that was not filled is gone too.
    let put = filled.and_then(|()| Ok(part.persist(path)?));
    *under_way = None;
    drop(under_way);
    put?;
    sync_folder(folder)
}

/// Makes the part, which nobody but its owner can open from its first moment.
fn begin(folder: &Path, name: &OsStr) -> io::Result<NamedTempFile> {
    let mut under_way = interrupt::part();
    loop {
        let part = tempfile::Builder::new()
            .prefix(&prefix(name))
            .suffix(ENDING)
            .tempfile_in(folder)?;
        // Where files cannot be locked nobody finds this one unlocked either.
        let _ = part.as_file().lock();
        // Else whoever looked for what was left has found it before it was locked.
        if fs::symlink_metadata(part.path()).is_ok() {
            *under_way = Some(part.path().to_owned());
            return Ok(part);
        }
    }
}

fn fill(part: &mut NamedTempFile, content: &[u8], path: &Path, readers: Readers) -> io::Result<()> {
    part.write_all(content)?;
    open_to(part.as_file(), path, readers)?;
    part.as_file().sync_all()
}

/// Removes the parts of this file whose writers were killed.
fn remove_left(folder: &Path, name: &OsStr) {
    let prefix = prefix(name);
    let (prefix, ending) = (prefix.as_encoded_bytes(), ENDING.as_bytes());
    // A folder that may be written but not listed holds what it holds.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let part = name.starts_with(prefix) && name.ends_with(ending);
        let plain = entry.file_type().is_ok_and(|it| it.is_file());
        if part
            && plain
            && let Ok(left) = File::open(entry.path())
            && left.try_lock().is_ok()
        {
            // Another who looks for it at the same time may have been quicker.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn prefix(name: &OsStr) -> OsString {
    let mut prefix = name.to_owned();
    prefix.push(MARK);
    prefix
}

/// Gives the part the mode that the file is to have.
#[cfg(unix)]
fn open_to(part: &File, path: &Path, readers: Readers) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let replaced = fs::metadata(path).ok();
    let usual = match &replaced {
        Some(replaced) => replaced.mode() & 0o777,
        None => 0o666 & !super::process::umask(),
    };
    let mut mode = match readers {
        Readers::Usual => usual,
        Readers::Owner => usual & 0o600,
    };
    if let Some(replaced) = replaced {
        let (owner, group) = (replaced.uid(), replaced.gid());
        let given =
            fchown(part, Some(owner), Some(group)).or_else(|_| fchown(part, None, Some(group)));
        // Another group: it may do what both that one and everybody could.
        if given.is_err() {
            mode &= 0o707 | (mode & 0o007) << 3;
        }
    }
    part.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn open_to(_: &File, _: &Path, _: Readers) -> io::Result<()> {
    Ok(())
}

/// Brings the new name to the disk: else after a power cut the old file may be there again.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.or_else(|error| match error.kind() {
        // Some folders cannot be opened, and some file systems know no such thing.
        ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported => Ok(()),
        _ => Err(error),
    })
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
