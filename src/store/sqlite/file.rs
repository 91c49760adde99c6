//! Opening the file.

use std::fs::{File, Permissions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::disk::{FileId, in_the_way, make_private};
use super::log::{log_length, log_of};
use super::{migrate, seal};
use crate::store::{AddressFault, Error, Obstacle, Result, Said};

/// What every SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How long a writer waits for another program's write.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Opens or creates the file and migrates it; returns the one connection that writes, the file's identity, and its path
/// with all links resolved, as SQLite keeps the log there.
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
    // Deleted data are overwritten with zeros, and only we checkpoint the log: see the seal.
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

/// Creates the file for its owner alone, or withdraws others' right to read an existing one.
///
/// An empty file is not taken for a new one: it may be what is left of a store.
fn make(file: &Path) -> Result<()> {
    match make_private(file) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        // It may still be opened; if not, the error below says what is in the way.
        Err(error) if file.exists() => tracing::debug!(%error, "the file is there"),
        Err(error) => return Err(in_the_way(file, &error)),
    }
    let begun = Instant::now();
    // Another program may be creating it right now.
    while is_empty(file) {
        if begun.elapsed() > PATIENCE {
            return Err(AddressFault::Empty(file.display().to_string()).into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    narrow(file);
    Ok(())
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

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| match Error::from(error) {
            Error::CannotWrite(Obstacle::NotAllowed, said) if !has_folder(file) => {
                Error::CannotWrite(Obstacle::NoFolder, said)
            }
            other => other,
        })?;
    connection.busy_timeout(PATIENCE)?;
    // Only we checkpoint the log, after checking that the file is the one that was opened; closing must not do it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Switches to the write-ahead log. Of two programs that create the same file at once, the second is refused without
/// waiting, so it tries again.
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
