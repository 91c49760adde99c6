//! One row of an edit removed or saved, which must meet the row that it is for.

use rusqlite::{Connection, Params};

use crate::domain::Edit;
use crate::store::{Error, Result, Violation};

/// Removes the row of an edit after which nothing is there: it must have been there, unless it was not before either.
pub(super) fn remove<K, V>(
    connection: &Connection,
    edit: &Edit<K, V>,
    statement: &str,
    key: impl Params,
) -> Result<()> {
    let rows = connection.prepare_cached(statement)?.execute(key)?;
    if rows == 1 || edit.before.is_none() {
        Ok(())
    } else {
        Err(Error::Violated(Violation::NotThere))
    }
}

/// Saves the values of an edit: in the row that must be there where there was one before, else in a new one.
pub(super) fn save<K, V>(
    connection: &Connection,
    edit: &Edit<K, V>,
    [update, insert]: [&str; 2],
    values: impl Params,
) -> Result<()> {
    if edit.before.is_none() {
        connection.prepare_cached(insert)?.execute(values)?;
        return Ok(());
    }
    match connection.prepare_cached(update)?.execute(values)? {
        1 => Ok(()),
        _ => Err(Error::Violated(Violation::NotThere)),
    }
}
