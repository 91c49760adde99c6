//! Whether a statement met the row that it was for.

use crate::store::{Error, Result, Violation};

/// An update must have met its row.
pub(super) fn replaced(rows: usize) -> Result<()> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Error::Violated(Violation::NotThere))
    }
}

/// A removal must have met its row, unless nothing was there before either.
pub(super) fn removed<T>(rows: usize, before: &Option<T>) -> Result<()> {
    if rows == 1 || before.is_none() {
        Ok(())
    } else {
        Err(Error::Violated(Violation::NotThere))
    }
}
