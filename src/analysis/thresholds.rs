//! The silo figure at each threshold: does the answer hang on from which strength on a tie counts?

use serde::Serialize;

use crate::domain::Survey;

use super::chance::labels::Moments;
use super::graph::Graph;
use super::partition::Partition;
use super::selection::{Selection, SelectionError};
use super::silo::BesideLabels;

/// E-I of the ties from a strength on, beside what chance gives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AtThreshold {
    /// The least strength that makes a tie.
    pub min_strength: f64,
    /// The ties of that strength, among the actors that the silo figures are about.
    pub ties: usize,
    /// Their E-I.
    #[serde(flatten)]
    pub figures: BesideLabels,
}

/// The strengths that stand beside the one in force.
pub(super) const ALL: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

/// A row for each of some thresholds that keeps a tie, and for the one in force; ascending.
pub(super) fn by_threshold(
    survey: &Survey,
    graph: &Graph,
    partition: &Partition,
    selection: &Selection,
    strengths: &[f64],
) -> Result<Vec<AtThreshold>, SelectionError> {
    let in_force = graph.min_strength;
    let others = strengths.iter().copied();
    let mut wanted: Vec<f64> = others.filter(|other| *other != in_force).collect();
    wanted.push(in_force);
    wanted.sort_by(f64::total_cmp);
    // Weaker ties than those in force have to be looked up again.
    let strong = if wanted[0] < in_force {
        let weaker = Selection {
            min_strength: wanted[0],
            ..selection.clone()
        };
        stated(&Graph::select(survey, &weaker)?, survey, graph, partition)
    } else {
        stated(graph, survey, graph, partition)
    };
    Ok(wanted
        .into_iter()
        .map(|threshold| at(threshold, &strong, partition))
        .filter(|row| row.ties > 0 || row.min_strength == in_force)
        .collect())
}

/// The ties of a graph among a partition's actors, by their places there, with their strengths.
fn stated(
    ties: &Graph,
    survey: &Survey,
    graph: &Graph,
    partition: &Partition,
) -> Vec<([u32; 2], f64)> {
    let mut place = vec![None; survey.actors.len()];
    for (at, member) in (0_u32..).zip(&partition.members) {
        place[graph.actors[*member as usize].actor as usize] = Some(at);
    }
    let of = |actor: u32| place[ties.actors[actor as usize].actor as usize];
    let between = |a: u32, b: u32| {
        of(a)
            .zip(of(b))
            .map(|(a, b): (u32, u32)| [a.min(b), a.max(b)])
    };
    if ties.directed {
        let arcs = ties.arcs.iter();
        arcs.filter_map(|arc| Some((between(arc.from, arc.to)?, arc.strength)))
            .collect()
    } else {
        let pairs = ties.ties.iter();
        pairs
            .filter_map(|tie| Some((between(tie.a, tie.b)?, tie.strength)))
            .collect()
    }
}

fn at(threshold: f64, strong: &[([u32; 2], f64)], partition: &Partition) -> AtThreshold {
    let ties: Vec<[u32; 2]> = strong
        .iter()
        .filter(|(_, strength)| *strength >= threshold)
        .map(|(tie, _)| *tie)
        .collect();
    let strata = partition.strata.each_ref().map(Vec::len);
    AtThreshold {
        min_strength: threshold,
        ties: ties.len(),
        figures: BesideLabels::of(
            partition.inside(&ties),
            &Moments::among(strata, &partition.silent, &ties),
            &partition.sides(),
        ),
    }
}
