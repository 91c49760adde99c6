//! What the whole network looks like, departments aside.

pub mod betweenness;
pub mod centralization;
pub mod closure;
pub mod cores;
pub mod cuts;
pub mod distance;
mod sweep;
mod whole;

pub(super) use whole::Whole;

use petgraph::visit::{Dfs, IntoNodeIdentifiers, VisitMap};

use super::graph::Graph;

/// Returns the share of possible ties that exist: m / (n(n−1)/2), of arcs m / n(n−1).
///
/// Undefined below two actors. Wasserman & Faust 1994, p. 101 (undirected) and p. 129 (directed).
pub fn density(graph: &Graph) -> Option<f64> {
    let n = graph.len() as f64;
    let pairs = n * (n - 1.0) / 2.0;
    let possible = if graph.directed { 2.0 * pairs } else { pairs };
    (graph.len() >= 2).then(|| graph.tie_count() as f64 / possible)
}

/// Returns the sizes of the connected components of the undirected form, in the order of their first actors.
///
/// An isolated actor is a component of one: a chain of three and one actor apart give 3, 1. By petgraph's depth-first
/// search, in O(actors + ties). Wasserman & Faust 1994, p. 109.
pub fn components(graph: &Graph) -> Vec<usize> {
    let adjacency = graph.adjacency();
    let mut walk = Dfs::empty(adjacency);
    let mut sizes = Vec::new();
    for start in adjacency.node_identifiers() {
        if !walk.discovered.is_visited(&start) {
            walk.move_to(start);
            sizes.push(std::iter::from_fn(|| walk.next(adjacency)).count());
        }
    }
    sizes
}

/// Returns the actors without any tie, in order; O(actors).
pub fn isolates(graph: &Graph) -> Vec<u32> {
    (0..graph.len() as u32)
        .filter(|actor| graph.neighbours(*actor).is_empty())
        .collect()
}
