//! Bringing an older file forward.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::disk::{in_the_way, make_private};
use crate::store::{AddressFault, Error, Result};

/// How the file says whose it is: "mitn".
const APPLICATION: i32 = 0x6d69_746e;

/// The steps from the empty file, in order; the n-th leads to version n. Never changed once released.
const MIGRATIONS: [&str; 13] = [
    include_str!("migrations/001-network.sql"),
    include_str!("migrations/002-request.sql"),
    include_str!("migrations/003-mark.sql"),
    include_str!("migrations/004-places.sql"),
    include_str!("migrations/005-binding.sql"),
    include_str!("migrations/006-accounts.sql"),
    include_str!("migrations/007-release.sql"),
    include_str!("migrations/008-author.sql"),
    include_str!("migrations/009-contact.sql"),
    include_str!("migrations/010-log.sql"),
    include_str!("migrations/011-erased.sql"),
    include_str!("migrations/012-open.sql"),
    include_str!("migrations/013-workshop.sql"),
];

/// The newest version that this program knows.
pub(super) fn known_version() -> i64 {
    MIGRATIONS.len() as i64
}

/// The version of a file; 0 while it is empty.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection
        .prepare_cached("PRAGMA user_version")?
        .query_row([], |row| row.get(0))?)
}

/// Refuses a file that is not ours or newer than this program, before anything is written to it.
pub(super) fn check(connection: &Connection, file: &Path) -> Result<()> {
    // One snapshot: another program may be creating the file between two queries.
    let snapshot = connection.unchecked_transaction()?;
    let tables: i64 =
        snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = snapshot.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    drop(snapshot);
    if tables > 0 && application != APPLICATION {
        return Err(AddressFault::Foreign(file.display().to_string()).into());
    }
    let (found, known) = (version(connection)?, known_version());
    if found > known {
        return Err(Error::Newer { found, known });
    }
    Ok(())
}

/// Brings the file to the newest version in one transaction; what held data is copied beside it first.
pub(super) fn bring_forward(connection: &mut Connection, file: &Path) -> Result<()> {
    let found = version(connection)?;
    if found == known_version() {
        return Ok(());
    }
    if found > 0 {
        copy(connection, file, found)?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have done it in the meantime.
    let done = usize::try_from(version(&transaction)?)
        .map_err(|_| Error::Unreadable("the file's version is below zero".to_owned()))?;
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", known_version().max(done as i64))?;
    transaction.commit()?;
    // Removes what earlier versions deleted, and no table moves in a later VACUUM: see the seal.
    connection.execute_batch("VACUUM")?;
    Ok(())
}

fn copy(connection: &Connection, file: &Path, version: i64) -> Result<()> {
    let mut copies = (1..).map(|n| {
        let suffix = if n == 1 {
            String::new()
        } else {
            format!("-{n}")
        };
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".version-{version}{suffix}"));
        PathBuf::from(name)
    });
    let copy = copies
        .find(|copy| !copy.exists())
        .expect("the numbers do not end");
    // For its owner alone, as the file itself: SQLite writes into an existing empty file.
    make_private(&copy).map_err(|error| in_the_way(&copy, &error))?;
    connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    // SQLite does not sync the copy: it must be on the disk before its original is changed.
    std::fs::File::open(&copy)
        .and_then(|copy| copy.sync_all())
        .map_err(|error| in_the_way(&copy, &error))
}
