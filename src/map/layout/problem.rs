//! What is to be laid out.

use super::graph::ClusteredGraph;
use crate::map::plane::Rect;

/// A graph, the boxes that its nodes and the names of its rooms need, and the frame that holds them.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The nodes, rooms and ties.
    pub graph: ClusteredGraph,
    /// The box around each node's centre that no other may overlap.
    pub footprints: Vec<Rect>,
    /// The boxes of each node's mark and name about its centre, which its room has to hold.
    pub bodies: Vec<[Rect; 2]>,
    /// The width and height of each room's name.
    pub titles: Vec<(f64, f64)>,
    /// The part of the page for the rooms.
    pub frame: Rect,
    /// The margin of a room around what it holds.
    pub margin: f64,
    /// The radius of a node.
    pub radius: f64,
    /// The least gap between two rooms.
    pub gap: f64,
}
