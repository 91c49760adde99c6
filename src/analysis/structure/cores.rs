//! Cores: parts in which everybody has so many ties.

use super::super::graph::Graph;
use super::super::rows::Rows;

/// Returns for each actor the largest k for which it belongs to the k-core, the largest part of the undirected form in which
/// each actor has at least k ties; 0 for an isolated one.
///
/// Actors are removed by the ties they have left, fewest first. A triangle with one more actor tied to a corner gives 2
/// for the triangle and 1 for the other. Time and memory O(actors + ties). Seidman 1983, Social Networks 5:269–287; the order
/// in linear time: Batagelj & Zaveršnik 2003, arXiv:cs/0310049.
pub fn cores(graph: &Graph) -> Vec<u32> {
    let ties = |actor| graph.neighbours(actor).len() as u32;
    let mut left: Vec<u32> = (0..graph.len() as u32).map(ties).collect();
    let most = left.iter().copied().max().unwrap_or(0) as usize;
    // `order` holds the actors sorted by what is left to them, `place` where each stands in it, `start` where each
    // number begins.
    let by_ties = Rows::of(most + 1, left.iter().copied().zip(0_u32..));
    let (mut start, mut order) = by_ties.into_parts();
    let mut place = vec![0; graph.len()];
    for (at, actor) in order.iter().enumerate() {
        place[*actor as usize] = at;
    }
    for at in 0..order.len() {
        let actor = order[at];
        for other in graph.neighbours(actor) {
            let ties = left[*other as usize] as usize;
            if ties <= left[actor as usize] as usize {
                continue;
            }
            // The other moves to the front of those with as many ties left, and the front moves on.
            let front = start[ties] as usize;
            let swapped = order[front];
            order.swap(front, place[*other as usize]);
            place[swapped as usize] = place[*other as usize];
            place[*other as usize] = front;
            start[ties] += 1;
            left[*other as usize] -= 1;
        }
    }
    left
}
