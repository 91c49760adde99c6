//! Opening the file.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::log::{log_length, log_of};
use super::{migrate, seal};
use crate::store::{AddressFault, Error, Obstacle, Result, Said};

/// What every SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How long a writer waits for another program's write.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Opens or makes the file, brings it forward, and answers the one connection that writes, which file it is, and where
/// that is: behind all links, as SQLite keeps the log there.
pub(super) fn open(file: &Path) -> Result<(Connection, FileId, PathBuf)> {
    open_writer(file).map_err(|error| error.of_file(file))
}

fn open_writer(file: &Path) -> Result<(Connection, FileId, PathBuf)> {
    let lost = !file.exists() && log_length(file) > 0;
    if lost {
        return Err(AddressFault::LostFile(log_of(file).display().to_string()).into());
    }
    make(file)?;
    let real = std::fs::canonicalize(file).map_err(|error| in_the_way(file, &error))?;
    let file = real.as_path();
    let id = FileId::of(file).map_err(|error| in_the_way(file, &error))?;
    refuse_foreign(file)?;
    if !seal::log_is_own(file)? {
        return Err(AddressFault::ForeignLog(log_of(file).display().to_string()).into());
    }
    let mut connection = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    migrate::check(&connection, file)?;
    // What is deleted is written over with zeros, and the log is taken into the file by us alone: see the seal.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    // What is acknowledged survives a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    write_ahead(&connection)?;
    migrate::bring_forward(&mut connection, file)?;
    // In the meantime it may have been replaced.
    id.still_at(file)?;
    Ok((connection, id, real))
}

/// Opens a connection that only reads the file that was opened before.
pub(super) fn open_reader(file: &Path, id: FileId) -> Result<Connection> {
    let reader = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
    id.still_at(file)?;
    reader.map_err(|error| error.of_file(file))
}

/// Which file it is, whatever it is called.
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

    /// Refuses a path that leads elsewhere by now: what is written to a file without a name is gone with the program.
    pub(super) fn still_at(self, file: &Path) -> Result<()> {
        match Self::of(file) {
            Ok(id) if id == self => Ok(()),
            Ok(_) => Err(seal::replaced(file, "another file is in its place")),
            Err(error) => Err(seal::replaced(file, &error.to_string())),
        }
    }
}

/// Makes the file, readable by nobody else, or takes other readers' rights away from the one that is there.
///
/// One without content is not taken for a new one: it may be what is left of a store.
fn make(file: &Path) -> Result<()> {
    match make_private(file) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        // What cannot be made may still be opened, and is told below in the words of what is in the way.
        Err(error) if file.exists() => tracing::debug!(%error, "the file is there"),
        Err(error) => return Err(in_the_way(file, &error)),
    }
    let begun = Instant::now();
    // Another program may be making it at this moment.
    while is_empty(file) {
        if begun.elapsed() > PATIENCE {
            return Err(AddressFault::Empty(file.display().to_string()).into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    narrow(file);
    Ok(())
}

/// Makes a file that only its owner can read; one that is there is an error.
pub(super) fn make_private(file: &Path) -> std::io::Result<()> {
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    new.open(file).map(drop)
}

fn is_empty(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|about| about.is_file() && about.len() == 0)
}

/// A store holds contacts: nobody but its owner needs to read it.
fn narrow(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(about) = std::fs::metadata(file) else {
            return;
        };
        let mode = about.permissions().mode();
        if about.is_file() && mode & 0o077 != 0 {
            let narrowed = std::fs::set_permissions(file, Permissions::from_mode(mode & 0o600));
            match narrowed {
                Ok(()) => tracing::info!("others can no longer read the store's file"),
                Err(error) => tracing::warn!(%error, "others can read the store's file"),
            }
        }
    }
}

fn has_folder(file: &Path) -> bool {
    match file.parent() {
        None => true,
        // A file name alone stands in the folder that the program runs in.
        Some(folder) => folder.as_os_str().is_empty() || folder.is_dir(),
    }
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

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| match Error::from(error) {
            Error::CannotWrite(Obstacle::NotAllowed, said) if !has_folder(file) => {
                Error::CannotWrite(Obstacle::NoFolder, said)
            }
            other => other,
        })?;
    connection.busy_timeout(PATIENCE)?;
    // The log is taken into the file by us alone, where it is the one that was opened; closing must not do it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Two programs that make the same file at once: the one that comes second is turned away here without waiting,
/// so it asks again.
fn write_ahead(connection: &Connection) -> Result<()> {
    let begun = std::time::Instant::now();
    loop {
        match connection
            .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))
        {
            Ok(mode) if mode.eq_ignore_ascii_case("wal") => return Ok(()),
            Ok(mode) => {
                let words = format!("the journal mode stays {mode}");
                return Err(Error::CannotWrite(Obstacle::NoLog, Said::words(words)));
            }
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && begun.elapsed() < PATIENCE =>
            {
                std::thread::yield_now();
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// A file that is something else is never touched.
fn refuse_foreign(file: &Path) -> Result<()> {
    if file.is_dir() {
        return Err(AddressFault::Folder(file.display().to_string()).into());
    }
    // Reading a device or a pipe might never end.
    if file.exists() && !file.is_file() {
        return Err(AddressFault::Foreign(file.display().to_string()).into());
    }
    let mut begin = Vec::new();
    match File::open(file) {
        Ok(opened) => {
            opened
                .take(MAGIC.len() as u64)
                .read_to_end(&mut begin)
                .map_err(|error| in_the_way(file, &error))?;
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(in_the_way(file, &error)),
    }
    if begin.is_empty() || begin == MAGIC {
        Ok(())
    } else {
        Err(AddressFault::Foreign(file.display().to_string()).into())
    }
}
