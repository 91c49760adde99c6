//! Files as the system knows them: which one it is, who may read it, and what is in the way.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;

use crate::store::{Error, Obstacle, Result, Said};

/// The identity of a file, independent of its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileId {
    device: u64,
    inode: u64,
}

impl FileId {
    /// The file that a path leads to.
    pub(super) fn of(file: &Path) -> std::io::Result<Self> {
        let about = std::fs::metadata(file)?;
        #[cfg(unix)]
        let (device, inode) = {
            use std::os::unix::fs::MetadataExt;
            (about.dev(), about.ino())
        };
        // Elsewhere an open file can be neither removed nor replaced.
        #[cfg(not(unix))]
        let (device, inode) = (u64::from(about.is_file()), 0);
        Ok(Self { device, inode })
    }

    /// Refuses a path that now leads to another file: what is written to an unlinked file is lost with the program.
    pub(super) fn still_at(self, file: &Path) -> Result<()> {
        match Self::of(file) {
            Ok(id) if id == self => Ok(()),
            Ok(_) => Err(replaced(file, "another file is in its place")),
            Err(error) => Err(replaced(file, &error.to_string())),
        }
    }
}

/// The error for a file that is no longer the one that was opened.
pub(super) fn replaced(file: &Path, words: &str) -> Error {
    Error::Replaced(Said::words(words)).of_file(file)
}

/// Creates a file that only its owner can read; fails if it exists.
pub(super) fn make_private(file: &Path) -> std::io::Result<()> {
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    new.open(file).map(drop)
}

/// What the file system said about a file.
pub(super) fn in_the_way(file: &Path, error: &std::io::Error) -> Error {
    let obstacle = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Obstacle::DiskFull,
        ErrorKind::ReadOnlyFilesystem => Obstacle::ReadOnly,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Obstacle::NoFolder,
        ErrorKind::PermissionDenied => Obstacle::NotAllowed,
        _ => Obstacle::Disk,
    };
    Error::CannotWrite(obstacle, Said::words(error.to_string())).of_file(file)
}
