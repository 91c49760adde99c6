//! Reports and comparisons as plain text, for a terminal or a letter.

mod actors;
mod choices;
mod columns;
mod comparison;
mod gaps;
mod handout;
mod report;
mod structure;
mod verdict;

pub use comparison::comparison;
pub use handout::{Chapter, handout};
pub use report::report;
