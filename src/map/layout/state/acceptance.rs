//! What a tried move has to reach.

use crate::map::plane::Point;

/// How a tried move is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evaluation {
    /// By stress, length and heavy ties: quick, and close to what crossings say.
    Rough,
    /// By crossings, stress, and all ties over nodes and through rooms.
    Exact,
}

/// When a tried move is accepted.
#[derive(Debug, Clone, Copy)]
pub struct Acceptance {
    /// How it is evaluated.
    pub evaluation: Evaluation,
    /// The cost has to grow by less than this.
    pub threshold: f64,
    /// This tie has to strike less than before.
    pub relieved: Option<usize>,
}

/// What a move does inside the rooms of its nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// The inside of every room stays as it is.
    Rigid,
    /// No two nodes of a room come to overlap.
    Spaced,
    /// Nodes move within their rooms and may overlap.
    Moved,
}

/// Nodes that are to move with their new places; once they are moved, with their old ones.
pub type NewPlaces = Vec<(usize, Point)>;
