//! Opening the file.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::migrate;
use crate::store::{AddressFault, Error, Obstacle, Result, Said};

/// What every SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How long a writer waits for another program's write.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens or makes the file, brings it forward, and answers the one connection that writes.
pub(super) fn open(file: &Path) -> Result<Connection> {
    open_writer(file).map_err(|error| error.of_file(file))
}

fn open_writer(file: &Path) -> Result<Connection> {
    refuse_foreign(file)?;
    let mut connection = connect(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    migrate::check(&connection, file)?;
    // What is acknowledged survives a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    write_ahead(&connection)?;
    migrate::bring_forward(&mut connection, file)?;
    Ok(connection)
}

/// Opens a connection that only reads.
pub(super) fn open_reader(file: &Path) -> Result<Connection> {
    connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(|error| error.of_file(file))
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
