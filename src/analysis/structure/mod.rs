//! What the whole network looks like, departments aside.

pub mod betweenness;
pub mod centralization;
pub mod closure;
pub mod cores;
pub mod cuts;
pub mod distance;
mod rows;
mod sweep;
mod whole;

pub(super) use rows::Rows;
pub(super) use whole::Whole;

use super::graph::Graph;

/// The share of possible ties that exist: m / (n(n−1)/2), of arcs m / n(n−1).
///
/// Undefined below two actors. Wasserman & Faust 1994, p. 101 (undirected) and p. 129 (directed).
pub fn density(graph: &Graph) -> Option<f64> {
    let n = graph.len() as f64;
    let pairs = n * (n - 1.0) / 2.0;
    let possible = if graph.directed { 2.0 * pairs } else { pairs };
    (graph.len() >= 2).then(|| graph.tie_count() as f64 / possible)
}

/// The sizes of the connected components of the undirected form, in the order of their first actor.
///
/// An isolated actor is a component of one. Wasserman & Faust 1994, p. 109.
pub fn components(graph: &Graph) -> Vec<usize> {
    let mut seen = vec![false; graph.len()];
    let mut sizes = Vec::new();
    let mut open = Vec::new();
    for start in 0..graph.len() as u32 {
        if seen[start as usize] {
            continue;
        }
        seen[start as usize] = true;
        open.push(start);
        let mut size = 0;
        while let Some(actor) = open.pop() {
            size += 1;
            for next in graph.neighbours(actor) {
                if !seen[*next as usize] {
                    seen[*next as usize] = true;
                    open.push(*next);
                }
            }
        }
        sizes.push(size);
    }
    sizes
}

/// The actors without any tie, in order.
pub fn isolates(graph: &Graph) -> Vec<u32> {
    (0..graph.len() as u32)
        .filter(|actor| graph.neighbours(*actor).is_empty())
        .collect()
}
