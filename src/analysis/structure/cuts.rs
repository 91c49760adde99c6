//! Actors and ties without which a part of the network would fall apart.

use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::bridges::bridges;
use petgraph::visit::EdgeRef;

use super::super::graph::Graph;

/// What holds parts of a network together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// For each actor, whether more components are left without it.
    pub points: Vec<bool>,
    /// The ties without which there are more components, in order.
    pub bridges: Vec<Bridge>,
}

/// A tie without which there are more components.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bridge {
    /// The first actor.
    pub a: u32,
    /// The second actor, greater than the first.
    pub b: u32,
}

impl Cuts {
    /// Returns the cut points and bridges of the undirected form, by petgraph's algorithms.
    ///
    /// Of a chain of three the one in the middle is a cut point and both ties are bridges; a triangle has neither. One
    /// depth-first search each: an actor's subtree hangs on it where no tie of the subtree leads above it. The
    /// searches keep stacks of their own, so chains of any length are fine. Time and memory O(actors + ties). Hopcroft & Tarjan 1973, Communications of the ACM 16:372–378; the notions: Wasserman & Faust 1994,
    /// pp. 112–114.
    pub fn of(graph: &Graph) -> Self {
        let adjacency = graph.adjacency();
        let mut points = vec![false; graph.len()];
        for actor in articulation_points(adjacency) {
            points[actor as usize] = true;
        }
        // Row by row, so in order, each from both of its ends.
        let both = bridges(adjacency).map(|tie| Bridge {
            a: tie.source(),
            b: tie.target(),
        });
        let bridges = both.filter(|tie| tie.a < tie.b).collect();
        Self { points, bridges }
    }
}
