//! The figures for leaders: departments only, and what of them is held back.
//!
//! A department under three functions is small: its figures would be statements about one or two functions. The
//! figures shown to leaders are made from the network *without* the actors of small departments and of all that is
//! out of scope, so no number depends on a hidden one, and none can be worked out by subtraction. What is shown of
//! a small department is its name, its number of actors and the state of its pairs. Which function holds two
//! departments together is not named, and only said where both have three functions.

mod change;
mod departments;
mod figures;
mod partners;
mod shown;

pub(super) use change::comparison;
pub(super) use departments::outline;
pub(super) use figures::report;
pub use partners::{Partner, Partners, partners};
pub use shown::{FEWEST_SHOWN, response};
