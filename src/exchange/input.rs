//! The files that are given, and how much of them is read.

use super::chosen::Columns;
use super::correction::Correction;

/// The most characters that a cell may hold.
pub const MAX_CELL: usize = crate::domain::MAX_TEXT;

/// A file that was given: its name without its folder, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// How an import reads its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The phase, by id or name, of rows that name none in files that name none.
    pub phase: Option<String>,
    /// Whether what is missing from the file goes.
    pub replace: bool,
    /// What a person says of columns that are not known.
    pub columns: Columns,
    /// Functions whose names changed, as somebody decided.
    pub renamed: Vec<Renamed>,
    /// What was decided about faults.
    pub corrections: Vec<Correction>,
}

/// A function whose name changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Its name or id before.
    pub from: String,
    /// Its name in the file.
    pub to: String,
}
