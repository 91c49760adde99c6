//! What became of a single tie.

use super::look::Fate;

/// What became of a tie of the union.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangedTie {
    /// What became of it.
    pub fate: Fate,
    /// Its strengths before and after.
    pub strengths: [Option<f64>; 2],
    /// Whether both ends are in both phases, and one of them answered in both.
    pub comparable: bool,
    /// Whether it counts besides, as in the sentence: not where an end moved to another department or is a body.
    pub counted: bool,
}
