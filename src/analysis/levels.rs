//! Who meets whom by level: operative, coordinating, leading.

use serde::Serialize;

use crate::domain::Level;

use super::graph::Graph;

/// The ties between two levels; null is an unknown level, or what is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelPair {
    /// The first level.
    pub a: Option<&'static str>,
    /// The second level; the same for ties within one.
    pub b: Option<&'static str>,
    /// The ties between the two.
    pub ties: u64,
    /// The ties that there could be between the two.
    pub possible: u64,
    /// The ties that shuffled levels give on average.
    pub expected: Option<f64>,
}

/// The levels in the order in which they are told, the unknown one last.
const LEVELS: [Option<Level>; 4] = [
    Some(Level::Operative),
    Some(Level::Coordinating),
    Some(Level::Leading),
    None,
];

/// How many actors are of each level, in the order of [`LEVELS`].
fn sizes(graph: &Graph) -> [u64; 4] {
    LEVELS.map(|level| {
        let actors = graph.actors.iter().filter(|actor| actor.level == level);
        actors.count() as u64
    })
}

/// The ties, with `directed` the arcs, between each two of the three levels, and within each; empty where no level is
/// known.
///
/// expected = T·p₂, the mean of the label null: levels shuffled over the actors, ties fixed, p₂ = \[n_a\]₂/\[n\]₂ within
/// a level and 2·n_a·n_b/\[n\]₂ between two (Mantel 1967, Cancer Research 27:209–220), undefined below two actors. The
/// six pairs of levels always stand; those with an unknown level follow where such an actor exists, so that all rows
/// add up to the ties of the network.
pub fn level_pairs(graph: &Graph) -> Vec<LevelPair> {
    let sizes = sizes(graph);
    let [operative, coordinating, leading, unknown] = sizes;
    if operative + coordinating + leading == 0 {
        return Vec::new();
    }
    let place = |actor: u32| {
        let level = graph.actors[actor as usize].level;
        LEVELS
            .iter()
            .position(|known| *known == level)
            .expect("all levels stand in the list")
    };
    let mut ties = [[0_u64; 4]; 4];
    let mut count = |a: u32, b: u32| {
        let (a, b) = (place(a), place(b));
        ties[a.min(b)][a.max(b)] += 1;
    };
    if graph.directed {
        graph.arcs.iter().for_each(|arc| count(arc.from, arc.to));
    } else {
        graph.ties.iter().for_each(|tie| count(tie.a, tie.b));
    }
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let all = pairs(graph.len() as u64);
    let told = if unknown > 0 { 4 } else { 3 };
    let rows = (0..told).flat_map(|a| (a..told).map(move |b| (a, b)));
    let mut rows: Vec<(usize, usize)> = rows.collect();
    // The three levels among themselves first.
    rows.sort_by_key(|(_, b)| *b == 3);
    rows.into_iter()
        .map(|(a, b)| {
            let possible = if a == b {
                pairs(sizes[a])
            } else {
                sizes[a] * sizes[b]
            };
            let expected = graph.tie_count() as f64 * possible as f64 / all as f64;
            LevelPair {
                a: LEVELS[a].map(Level::code),
                b: LEVELS[b].map(Level::code),
                ties: ties[a][b],
                possible: if graph.directed {
                    2 * possible
                } else {
                    possible
                },
                expected: (all > 0).then_some(expected),
            }
        })
        .collect()
}

/// Whether no level has some actors, but fewer than these, so that no row is a statement about them.
pub(super) fn none_below(graph: &Graph, fewest: usize) -> bool {
    let sizes = sizes(graph);
    sizes.iter().all(|n| *n == 0 || *n >= fewest as u64)
}
