//! SQLite's errors as the store's own.

use rusqlite::{ErrorCode, ffi};

use crate::store::{Error, Obstacle, Said, Violation};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let words = error.to_string();
        let cannot_write = |obstacle| Self::CannotWrite(obstacle, Said::words(&words));
        let (code, extended) = match error.sqlite_error() {
            Some(said) => (said.code, said.extended_code),
            None => return Self::Failed(words),
        };
        match code {
            ErrorCode::ConstraintViolation => Self::Violated(violation(extended)),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy(words),
            ErrorCode::DiskFull => cannot_write(Obstacle::DiskFull),
            ErrorCode::ReadOnly if extended == ffi::SQLITE_READONLY_DIRECTORY => {
                cannot_write(Obstacle::NotAllowed)
            }
            ErrorCode::ReadOnly => cannot_write(Obstacle::ReadOnly),
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                cannot_write(Obstacle::NotAllowed)
            }
            ErrorCode::SystemIoFailure => cannot_write(Obstacle::Disk),
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => {
                Self::Damaged(Said::words(words))
            }
            _ => Self::Failed(words),
        }
    }
}

fn violation(extended: i32) -> Violation {
    match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => Violation::KeyTaken,
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Violation::Dangling,
        _ => Violation::Value,
    }
}

/// A column whose value cannot be read.
pub(super) fn unreadable(column: &str, why: impl std::fmt::Display) -> Error {
    Error::Unreadable(format!("{column}: {why}"))
}
