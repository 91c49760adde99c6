//! Closed triples and arcs that run both ways.

use super::super::graph::Graph;
use super::super::rows::Rows;

/// Returns for each actor the number of triangles it is part of, in the undirected form.
///
/// Each triangle is found once, from its end of fewest ties: time O(ties^1.5), memory O(actors + ties) (Chiba & Nishizeki 1985, SIAM Journal on Computing 14:210–223).
pub fn triangles(graph: &Graph) -> Vec<u64> {
    let rank = |actor: u32| (graph.neighbours(actor).len(), actor);
    let later = Rows::each(graph.len(), |actor, later| {
        let own = rank(actor);
        let neighbours = graph.neighbours(actor).iter();
        later.extend(neighbours.filter(|next| rank(**next) > own));
    });
    let mut count = vec![0; graph.len()];
    let mut marked = vec![u32::MAX; graph.len()];
    for actor in 0..graph.len() as u32 {
        for next in later.at(actor) {
            marked[*next as usize] = actor;
        }
        for next in later.at(actor) {
            for third in later.at(*next) {
                if marked[*third as usize] == actor {
                    for corner in [actor, *next, *third] {
                        count[corner as usize] += 1;
                    }
                }
            }
        }
    }
    count
}

/// Returns the share of paths of two ties that are closed to a triangle: 3 × triangles / paths, in the undirected form.
///
/// Takes the triangles of each actor, then O(actors). Undefined where no actor has two ties. Wasserman & Faust 1994, p. 243, and, as
/// one number for the whole, Newman, Strogatz & Watts 2001, Physical Review E 64:026118.
pub fn transitivity(graph: &Graph, triangles: &[u64]) -> Option<f64> {
    let paths: u64 = (0..graph.len() as u32)
        .map(|actor| graph.neighbours(actor).len() as u64)
        .map(|ties| ties * ties.saturating_sub(1) / 2)
        .sum();
    // Each triangle closes three paths and was counted at its three corners.
    let closed: u64 = triangles.iter().sum();
    (paths > 0).then(|| closed as f64 / paths as f64)
}

/// Returns the share of arcs that are answered by an arc back; O(arcs).
///
/// Undefined without an arc, and where ties have no direction. Wasserman & Faust 1994, p. 515; Newman 2010, p. 204.
pub fn reciprocity(graph: &Graph) -> Option<f64> {
    // Arcs stand in the order of their pairs, so the two of a pair are next to each other.
    let answered = graph
        .arcs
        .windows(2)
        .filter(|two| two[0].from == two[1].to && two[0].to == two[1].from)
        .count();
    (!graph.arcs.is_empty()).then(|| 2.0 * answered as f64 / graph.arcs.len() as f64)
}
