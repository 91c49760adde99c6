//! One search for groups of the highest modularity, after Traag, Waltman & van Eck 2019, Scientific Reports 9:5233.
//!
//! Nodes move to the neighbouring group that gains most until none gains (fast local moving); each group is then
//! parted into well-connected ones, which become the nodes of a smaller graph, and so on until nothing is left to
//! join. Where the paper's refinement draws at random among the groups that gain, ours takes the one that gains most, as the
//! authors' own library does; chance is in the order of the nodes and between groups that gain alike. All gains are whole
//! numbers, so equal means equal.

use rand_xoshiro::rand_core::Rng;

use super::desk::Desk;
use super::nodes::{Nodes, renumber};

/// Groups of the nodes of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The group of each node, numbered from 0 in the order of their first nodes.
    pub group: Vec<u32>,
    /// How many groups there are.
    pub count: usize,
    /// [`Nodes::score`] of the groups.
    pub score: i64,
}

impl Found {
    /// Each node by itself.
    pub(super) fn single(nodes: &Nodes) -> Self {
        Self::of(nodes, (0..nodes.len() as u32).collect())
    }

    /// Groups that are already there, numbered below the number of nodes.
    pub(super) fn of(nodes: &Nodes, mut group: Vec<u32>) -> Self {
        let below = group.iter().max().map_or(0, |most| *most as usize + 1);
        let count = renumber(&mut group, below);
        let score = nodes.score(&group, count);
        Self {
            group,
            count,
            score,
        }
    }
}

/// Runs at most `rounds` rounds from a start, as long as each improves the score and somebody waits; returns the best
/// groups, never worse than the start.
pub(super) fn improve(
    nodes: &Nodes,
    start: Found,
    rounds: usize,
    rng: &mut impl Rng,
    desk: &mut Desk<'_>,
) -> Found {
    let mut best = start;
    for _ in 0..rounds {
        if desk.is_left() {
            break;
        }
        let found = round(nodes, &best, rng, desk);
        if found.score <= best.score {
            break;
        }
        best = found;
    }
    best
}

/// One round of local moving, refinement and contraction, until every group is one node.
fn round(nodes: &Nodes, start: &Found, rng: &mut impl Rng, desk: &mut Desk<'_>) -> Found {
    let mut group = start.group.clone();
    desk.local_moves(nodes, &mut group, rng);
    let mut count = renumber(&mut group, nodes.len());
    // For each actor its node in the graph that is being contracted.
    let mut place: Vec<u32> = Vec::new();
    let mut smaller: Option<Nodes> = None;
    loop {
        let now = smaller.as_ref().unwrap_or(nodes);
        if count == now.len() || desk.is_left() {
            break;
        }
        let mut parts = desk.refine(now, &group, count, rng);
        let parted = renumber(&mut parts, now.len());
        if parted == now.len() {
            break;
        }
        let next = now.contract(&parts, parted);
        let mut joined = vec![0; parted];
        for (part, own) in parts.iter().zip(&group) {
            joined[*part as usize] = *own;
        }
        if place.is_empty() {
            place = parts;
        } else {
            for at in &mut place {
                *at = parts[*at as usize];
            }
        }
        desk.local_moves(&next, &mut joined, rng);
        count = renumber(&mut joined, next.len());
        group = joined;
        smaller = Some(next);
    }
    let score = smaller.as_ref().unwrap_or(nodes).score(&group, count);
    let mut all = if place.is_empty() {
        group
    } else {
        place.iter().map(|at| group[*at as usize]).collect()
    };
    let count = renumber(&mut all, count);
    Found {
        group: all,
        count,
        score,
    }
}
