//! Reports and comparisons as plain text, for a terminal or a letter.

mod columns;
mod report;

pub use report::report;
