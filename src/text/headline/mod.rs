//! What a report says of silos in one sentence, and every verdict in a word and a sentence of its own.

mod amounts;
mod case;
mod english;
mod german;
mod reasons;
mod sentence;
mod verdicts;

pub use amounts::range;
pub use case::{Headline, Inside, Why};
pub(super) use english::expected_in as expected_english;
pub(super) use german::expected_in as expected_german;
pub use verdicts::{Said, TooSmall, Unsaid, hint};
