//! Cores: parts in which everybody has so many ties.

use super::super::graph::Graph;

/// For each actor the largest k for which it belongs to the k-core, the largest part of the undirected form in which
/// each actor has at least k ties; 0 for an isolated one.
///
/// Actors are taken off by the ties they have left, fewest first. Seidman 1983, Social Networks 5:269–287; the order
/// in linear time: Batagelj & Zaveršnik 2003, arXiv:cs/0310049.
pub fn cores(graph: &Graph) -> Vec<u32> {
    let actors = 0..graph.len() as u32;
    let mut left: Vec<u32> = actors
        .clone()
        .map(|actor| graph.neighbours(actor).len() as u32)
        .collect();
    let most = left.iter().copied().max().unwrap_or(0) as usize;
    // `order` holds the actors sorted by what is left to them, `place` where each stands in it, `start` where each
    // number begins.
    let mut start = vec![0; most + 2];
    for ties in &left {
        start[*ties as usize + 1] += 1;
    }
    for ties in 0..=most {
        start[ties + 1] += start[ties];
    }
    let mut next = start.clone();
    let mut order = vec![0; graph.len()];
    let mut place = vec![0; graph.len()];
    for actor in actors {
        let at = &mut next[left[actor as usize] as usize];
        place[actor as usize] = *at;
        order[*at] = actor;
        *at += 1;
    }
    for at in 0..order.len() {
        let actor = order[at];
        for other in graph.neighbours(actor) {
            let ties = left[*other as usize] as usize;
            if ties <= left[actor as usize] as usize {
                continue;
            }
            // The other moves to the front of those with as many ties left, and the front moves on.
            let front = start[ties];
            let swapped = order[front];
            order.swap(front, place[*other as usize]);
            place[swapped as usize] = place[*other as usize];
            place[*other as usize] = front;
            start[ties] = front + 1;
            left[*other as usize] -= 1;
        }
    }
    left
}
