//! Reports and comparisons as plain text, for a terminal or a letter.

mod columns;
mod comparison;
mod report;

pub use comparison::comparison;
pub use report::report;
