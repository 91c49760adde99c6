//! The wished distances between nodes: compact rooms, and between rooms the distances of the graph.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::graph::ClusteredGraph;
use super::random::{below, generator};

/// A pair of nodes and the distance that they are wished.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// One node.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The wished distance, > 0.
    pub distance: f64,
    /// The term's weight, a factor times 1/distance².
    pub weight: f64,
}

/// Up to this many nodes each pair has a term; in a larger graph only some.
const ALL_PAIRS: usize = 230;

/// Up to this many nodes each pair of a room has a term in a large graph.
const ROOM_PAIRS: usize = 250;

/// Number of random partners of each node where not each pair has a term.
const SAMPLE: usize = 24;

/// Factor of a pair inside a room, relative to one between rooms.
const INSIDE: f64 = 6.0;

impl Term {
    /// The term with the weight factor/distance².
    pub fn new(a: usize, b: usize, distance: f64, factor: f64) -> Self {
        Self {
            a: a as u32,
            b: b as u32,
            distance,
            weight: factor / (distance * distance),
        }
    }
}

/// The terms of a whole graph: O(nodes²) up to 230 nodes, above that O(nodes + ties) and those of its rooms.
pub fn graph_terms(graph: &ClusteredGraph) -> Vec<Term> {
    if graph.nodes() <= ALL_PAIRS {
        all_pairs(graph)
    } else {
        sampled_pairs(graph)
    }
}

/// The wished distance of two nodes in a room of `n` nodes that are `hops` ties apart.
fn inside(hops: f64, n: usize) -> f64 {
    (0.45 * hops.min(2.0)).min(0.55 * (n as f64).sqrt())
}

/// A term for every pair: of one room by [`inside`], of two rooms hops + 1.5. Unconnected nodes count as half a tie
/// farther apart than the farthest connected ones.
fn all_pairs(graph: &ClusteredGraph) -> Vec<Term> {
    let n = graph.nodes();
    let members = graph.members();
    let hops: Vec<Vec<Option<u32>>> = (0..n).map(|from| graph.hops(from)).collect();
    let farthest = hops.iter().flatten().flatten().max();
    let farthest = farthest.map_or(1.0, |hops| f64::from(*hops));
    let mut terms = Vec::with_capacity(n * n.saturating_sub(1) / 2);
    for a in 0..n {
        for b in a + 1..n {
            let hops = hops[a][b].map_or(farthest + 0.5, f64::from);
            let room = graph.room_of[a];
            terms.push(if room == graph.room_of[b] {
                Term::new(a, b, inside(hops, members[room].len()), INSIDE)
            } else {
                Term::new(a, b, hops + 1.5, 1.0)
            });
        }
    }
    terms
}

/// The terms of a large graph: those of each room, of every tie between rooms, and of a sample of pairs between rooms.
fn sampled_pairs(graph: &ClusteredGraph) -> Vec<Term> {
    let mut rng = generator(u64::MAX >> 32);
    let mut terms = Vec::new();
    for nodes in &graph.members() {
        room_terms(nodes, graph, &mut rng, &mut terms);
    }
    for (a, b) in graph.ties() {
        if graph.room_of[a] != graph.room_of[b] {
            terms.push(Term::new(a, b, 2.5, 0.5));
        }
    }
    for node in 0..graph.nodes() {
        for _ in 0..SAMPLE {
            let other = below(&mut rng, graph.nodes());
            if graph.room_of[other] != graph.room_of[node] {
                terms.push(Term::new(node, other, 4.0, 1.0));
            }
        }
    }
    terms
}

/// Adds the terms of one room: of all its pairs, in a large room of a sample of them.
pub fn room_terms(
    nodes: &[usize],
    graph: &ClusteredGraph,
    rng: &mut Xoshiro256PlusPlus,
    terms: &mut Vec<Term>,
) {
    let n = nodes.len();
    let wished = |a: usize, b: usize| {
        let hops = if graph.are_tied(a, b) { 1.0 } else { 2.0 };
        Term::new(a, b, inside(hops, n), INSIDE)
    };
    for (at, &a) in nodes.iter().enumerate() {
        if n <= ROOM_PAIRS {
            terms.extend(nodes[at + 1..].iter().map(|b| wished(a, *b)));
            continue;
        }
        for _ in 0..SAMPLE {
            let b = nodes[below(rng, n)];
            if a != b {
                // A sampled pair stands for the size of the whole room, not for its own distance.
                let distance = 0.3 * (n as f64).sqrt();
                terms.push(Term::new(a, b, distance, INSIDE));
            }
        }
    }
}
