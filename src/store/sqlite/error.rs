//! What SQLite says, in the store's own errors.

use rusqlite::ErrorCode;

use crate::store::Error;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) => Self::Violated(text),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Busy("another program holds the file".to_owned())
            }
            Some(ErrorCode::DiskFull) => Self::CannotWrite("the disk is full".to_owned()),
            Some(ErrorCode::ReadOnly) => Self::CannotWrite("the file may only be read".to_owned()),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::CannotWrite(
                "the file cannot be opened for writing: does its folder exist, and may you write there?"
                    .to_owned(),
            ),
            Some(ErrorCode::SystemIoFailure) => Self::CannotWrite(format!(
                "the disk is full or does not work ({text})"
            )),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Unreadable(text),
            _ => Self::Failed(text),
        }
    }
}

/// What stands in a row and cannot be read as what it should be.
pub(super) fn unreadable(column: &str, why: impl std::fmt::Display) -> Error {
    Error::Unreadable(format!("{column}: {why}"))
}
