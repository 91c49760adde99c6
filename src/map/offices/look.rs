//! How lines and circles look: widths on one scale for all pictures, colours that differ by form in grey print too.

use super::content::{Lies, Pair};
pub use crate::map::paper::style::HELD;
use crate::map::paper::style::{BINDING, Colour, FEWER};

/// From how many ties on a line is how wide. One scale for all pictures: the same number has the same width everywhere.
pub const STEPS: [(u32, f64); 4] = [(1, 1.8), (2, 3.8), (5, 6.6), (10, 10.0)];

/// A line of which nothing is to be said.
pub const PALE: Colour = "#c8cfd8";
/// The track of a ring, and the circle of an office without numbers.
pub const TRACK: Colour = "#dde1e7";
/// Fewer than expected: certain, as a hint.
pub const APART: [Colour; 2] = [FEWER, "#c9716d"];
/// More than expected: certain, as a hint.
pub const CLOSE: [Colour; 2] = [BINDING, "#6a7583"];

/// The dashes of a missing tie, and how far its two lines lie from each other.
pub const MISSING: &str = "9 5";
pub const DOUBLE: f64 = 5.4;

/// The dots of a line whose number is not told.
pub const DOTS: &str = "2 4";

/// The width of the second line of what is agreed in writing, and its distance from the first.
pub const AGREED: (f64, f64) = (1.2, 2.8);

/// The share of a circle's radius that its ring takes.
pub const RING: f64 = 0.19;

/// The width of a line of so many ties.
pub fn line(ties: u32) -> f64 {
    let steps = STEPS.iter().rev();
    let step = steps.clone().find(|(from, _)| ties >= *from);
    step.map_or(STEPS[0].1, |(_, width)| *width)
}

/// The colour of a pair's line.
pub fn colour(pair: &Pair) -> Colour {
    let shade = |certain: bool| usize::from(!certain);
    match (pair.lies, pair.held) {
        (Lies::Fewer { certain }, _) => APART[shade(certain)],
        (Lies::More { certain }, _) => CLOSE[shade(certain)],
        (Lies::Unremarkable, true) => HELD,
        (Lies::Unremarkable, false) => PALE,
    }
}
