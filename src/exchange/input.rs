//! The files that are given, and how much of them is read.

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
