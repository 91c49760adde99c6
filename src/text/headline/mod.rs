//! What a report says of silos in one sentence, and every verdict in a word and a sentence of its own.

mod sentence;
mod verdicts;

pub use sentence::{Headline, Inside, Why, range};
pub(super) use sentence::{expected_english, expected_german};
pub use verdicts::{Said, TooSmall, Unsaid, hint};
