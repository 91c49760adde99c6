//! Whether the file is still the one that was opened, and its write-ahead log its own.
//!
//! SQLite takes whatever log lies beside a file into it: beside a backup that was brought back, the log of the file
//! that was there before. So file and log share a token. The file's own bytes change only when the log is taken into
//! it (here, never by SQLite itself but at the end), and before that the token is drawn anew. Every write touches the
//! token's row, so every log holds the tokens under which it was written, and a file whose token is not among them is
//! another one, or an older state of this one. Where there is no log, the file must bear the token that was seen last,
//! or have borne it before. A copy made by `VACUUM INTO` bears the same token, but its pages lie elsewhere: SQLite counts
//! its schema's version on, which is kept beside the token.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};
use uuid::Uuid;

use super::disk::{FileId, in_the_way, replaced};
use super::log::{Log, log_length, log_of};
use crate::store::Result;

/// How long deleting for good waits for who reads at that moment.
const WIPE: Duration = Duration::from_secs(2);

/// How long a log may become, in bytes, before it is taken into the file.
const LOG: u64 = 4 << 20;

/// How often a file that does not fit its log is looked at again, and after which pause.
const TRIES: u32 = 60;
const PAUSE: Duration = Duration::from_millis(50);

/// The token of a file that was not written to since it was made.
const FIRST: &str = "seal-00000000000000000000000000000000";

/// The file that was opened.
#[derive(Clone)]
pub(super) struct Seal {
    file: PathBuf,
    id: FileId,
    /// Its log, which SQLite keeps open as long as the file.
    log: Option<FileId>,
    /// The token that was seen last.
    seen: Arc<Mutex<String>>,
}

impl Seal {
    /// The seal of the file that was opened at this path.
    pub(super) fn new(file: &Path, id: FileId, connection: &Connection) -> Result<Self> {
        let seen = token(connection)?;
        let seal = Self {
            file: file.to_owned(),
            id,
            log: FileId::of(&log_of(file)).ok(),
            seen: Arc::new(Mutex::new(seen)),
        };
        // All files are made with the same one, and a migration or a copy by VACUUM has another layout.
        if *seal.seen() == FIRST || !layout_is_kept(connection)? {
            seal.renew(connection, WIPE)?;
        }
        Ok(seal)
    }

    /// Where it is.
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// Which file it is.
    pub(super) fn id(&self) -> FileId {
        self.id
    }

    fn seen(&self) -> MutexGuard<'_, String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Refuses a path that leads to another file by now, and a file whose content was replaced.
    pub(super) fn holds(&self, connection: &Connection) -> Result<()> {
        self.id.still_at(&self.file)?;
        if let Some(log) = self.log {
            // What is written to a log without a name is gone with the program.
            log.still_at(&log_of(&self.file))?;
        }
        let own = in_time(|| {
            let seen = self.seen().clone();
            let of_file = token_of_file(&self.file, Some(&seen))?;
            let follows = matches!(&of_file, Some(found) if found.as_laid_out() && (found.token == seen || found.after));
            // Where the log could not be taken in whole, the file bears an older token of the log.
            Ok(follows || belongs(&self.file, of_file.as_ref())? == Some(true))
        })?;
        if !own {
            return Err(replaced(&self.file, "its content is another one"));
        }
        *self.seen() = token(connection)?;
        Ok(())
    }

    /// To be called before a write: lets a new log begin under a token that no older state of the file bears.
    pub(super) fn begin(&self, connection: &Connection) -> Result<()> {
        if log_length(&self.file) == 0 {
            self.renew(connection, Duration::ZERO)?;
        }
        Ok(())
    }

    /// To be called after a write: takes a log that became long into the file, unless somebody reads from it.
    pub(super) fn end(&self, connection: &Connection) {
        if log_length(&self.file) < LOG {
            return;
        }
        // What was written is safe in the log; the next write tries again.
        if let Err(error) = self.renew(connection, Duration::ZERO) {
            tracing::warn!(%error, "the log is not taken into the file");
        }
    }

    /// Writes the whole file anew, so that nothing of what was deleted is in it any more; whether that could be done
    /// while others read.
    pub(super) fn wipe(&self, connection: &Connection) -> Result<bool> {
        connection.busy_timeout(WIPE)?;
        connection.execute_batch("VACUUM")?;
        self.renew(connection, WIPE)
    }

    /// Draws a new token and takes the log into the file; whether all of it could be taken, as nobody reads from it.
    pub(super) fn renew(&self, connection: &Connection, patience: Duration) -> Result<bool> {
        let last = self.seen().clone();
        let of_file = token_of_file(&self.file, None).ok().flatten();
        // An older token in the file: the last attempt was held up, and its token is as good as a new one, but where the
        // pages lie elsewhere since.
        let is_due = of_file.is_none_or(|found| found.token == last || !found.as_laid_out());
        if is_due || !layout_is_kept(connection)? {
            let token = format!("seal-{}", Uuid::new_v4().simple());
            // First under the old token, in case the log is new, so that it always holds the one that is in the file.
            touch(connection)?;
            let immediate = TransactionBehavior::Immediate;
            let transaction = Transaction::new_unchecked(connection, immediate)?;
            transaction.execute_batch(&format!(
                "INSERT OR IGNORE INTO seal_past (token) SELECT substr(token, 6) FROM seal;
                 DELETE FROM seal_past WHERE number < (SELECT max(number) FROM seal_past) - 1000;
                 UPDATE seal SET token = '{token}', layout = (SELECT schema_version FROM pragma_schema_version)"
            ))?;
            transaction.commit()?;
            *self.seen() = token;
        }
        connection.busy_timeout(patience)?;
        let held_up: i64 =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(held_up == 0)
    }
}

/// Whether the layout is the one that was kept with the token.
fn layout_is_kept(connection: &Connection) -> Result<bool> {
    let same = "SELECT layout = (SELECT schema_version FROM pragma_schema_version) FROM seal";
    Ok(connection.query_row(same, [], |row| row.get(0))?)
}

fn token(connection: &Connection) -> Result<String> {
    Ok(connection
        .prepare_cached("SELECT token FROM seal")?
        .query_row([], |row| row.get(0))?)
}

/// Marks a transaction's log as the file's own.
pub(super) fn touch(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached("UPDATE seal SET writes = writes + 1")?
        .execute([])?;
    Ok(())
}

/// Whether the log beside a file, if there is one, was written for it. Asked before the file is opened.
pub(super) fn log_is_own(file: &Path) -> Result<bool> {
    if log_length(file) == 0 {
        return Ok(true);
    }
    in_time(|| match token_of_file(file, None) {
        Ok(of_file) => Ok(belongs(file, of_file.as_ref())? != Some(false)),
        // A VACUUM that was being taken in when the power went: SQLite takes the rest of it.
        Err(error) => match read_log(file)? {
            Some(log) if !log.tokens.is_empty() && !log.layouts.is_empty() => Ok(true),
            _ => Err(error),
        },
    })
}

/// Asks again where the answer is no: another program may be taking the log into the file at this moment.
fn in_time(mut own: impl FnMut() -> Result<bool>) -> Result<bool> {
    for _ in 0..TRIES {
        if matches!(own(), Ok(true)) {
            return Ok(true);
        }
        std::thread::sleep(PAUSE);
    }
    own()
}

/// Whether a file that bears this belongs to the log beside it; none where that holds no page.
fn belongs(file: &Path, of_file: Option<&Found>) -> Result<Option<bool>> {
    Ok(read_log(file)?.map(|log| match of_file {
        // Where the log holds a VACUUM that was taken in by half, the file has the new layout already.
        Some(found) if found.as_laid_out() || log.layouts.contains(&found.layout) => {
            log.tokens.contains(&found.token)
        }
        Some(_) => false,
        // A file from before there were seals, or one that is just being made.
        None => log.tokens.is_empty() || log.tokens.contains(FIRST),
    }))
}

fn read_log(file: &Path) -> Result<Option<Log>> {
    let path = log_of(file);
    Log::read(&path).map_err(|error| in_the_way(&path, &error))
}

/// What the file itself bears.
struct Found {
    token: String,
    /// Whether it bore the token before that was asked for.
    after: bool,
    /// The layout that was kept with the token.
    kept: i64,
    /// The layout that it has.
    layout: i64,
}

impl Found {
    /// Whether its pages lie where they lay when the token was drawn.
    fn as_laid_out(&self) -> bool {
        self.kept == self.layout
    }
}

/// The token in the file itself, whatever its log says; none where it has none.
fn token_of_file(file: &Path, before: Option<&str>) -> Result<Option<Found>> {
    // "Immutable" makes SQLite pass over the log, and take no lock. By SQLite and not by hand: the system takes all
    // locks of a program away when it closes the file once.
    let address = format!("file:{}?immutable=1", escaped(file));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(address, flags)?;
    // A log that was taken in up to a reader may leave a file that is shorter than its first page says: that page as it
    // was before the reader, the last ones not at all, since later they were changed again. Without this SQLite would take
    // such a file for a damaged one, and nothing could be read or written until the log was in it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    let there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'seal'";
    if connection
        .query_row(there, [], |_| Ok(()))
        .optional()?
        .is_none()
    {
        return Ok(None);
    }
    // The tokens of the past may lie on a page that the file does not have yet: then the log tells whose it is.
    let past = "SELECT EXISTS (SELECT 1 FROM seal_past WHERE token = substr(?1, 6))";
    let after = connection.query_row(past, [before], |row| row.get(0));
    let after = after.unwrap_or(false);
    let found =
        "SELECT token, layout, (SELECT schema_version FROM pragma_schema_version) FROM seal";
    let found = connection.query_row(found, [], |row| {
        Ok(Found {
            token: row.get(0)?,
            after,
            kept: row.get(1)?,
            layout: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

/// A path as it stands in an address of SQLite.
fn escaped(file: &Path) -> String {
    let mut address = String::new();
    for letter in file.to_string_lossy().chars() {
        match letter {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            letter => address.push(letter),
        }
    }
    // Two slashes would begin a host's name.
    if address.starts_with("//") {
        address.insert_str(0, "//");
    }
    address
}
