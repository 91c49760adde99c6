//! Each actor's place among the others: told to the core team on request, in the order of the ids, never a ranking.

pub mod brokerage;
pub mod constraint;
mod contacts;

use serde::Serialize;

use crate::domain::Survey;

use super::graph::Graph;
use super::partition::Partition;
use super::structure::Whole;
use super::structure::centralization::Degrees;
use super::structure::cores::cores;
use brokerage::{Brokerage, brokerage};
use constraint::constraints;

/// The figures of one actor; null is what is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActorFigures {
    /// Its id.
    pub actor: String,
    /// Its name.
    #[serde(skip)]
    pub label: String,
    /// Its department; null where the column is empty.
    pub department: Option<String>,
    /// Its ties.
    #[serde(flatten)]
    pub degree: Degrees<u32>,
    /// The shortest paths of others that lead over it; null where they are too many to be counted.
    pub betweenness: Option<f64>,
    /// Burt's constraint: how much its contacts lead back to each other; null without a tie.
    pub constraint: Option<f64>,
    /// Burt's effective size: its contacts without those that repeat each other; null without a tie.
    pub effective_size: Option<f64>,
    /// The k of the innermost k-core that it belongs to.
    pub core: u32,
    /// (external − internal) / both, of its ties; null without a tie, and where the silo figures are without it.
    pub e_i: Option<f64>,
    /// Whether the network has more components without it.
    pub cut_point: bool,
    /// Between whom it stands; null where the silo figures are without it.
    pub brokerage: Option<Brokerage>,
}

/// The figures of all actors, in the order of their ids.
///
/// `e_i` and `brokerage` are counted among the actors that the silo figures are about, of their ties, with `directed`
/// of their arcs; effective size, core and cut point are of the undirected form. Effective size = d − 2t/d with d
/// neighbours and t ties among them (Burt 1992, Structural Holes, p. 52, unweighted; Borgatti 1997, Connections
/// 20:35–38).
pub(super) fn actor_figures(
    survey: &Survey,
    graph: &Graph,
    partition: &Partition,
    whole: &Whole,
) -> Vec<ActorFigures> {
    let constraints = constraints(graph);
    let cores = cores(graph);
    let mut brokers = vec![None; graph.len()];
    for (actor, own) in partition.members.iter().zip(brokerage(graph, partition)) {
        brokers[*actor as usize] = Some(own);
    }
    let e_i = e_i(graph.len(), partition);
    (0..)
        .zip(&graph.actors)
        .map(|(actor, member)| {
            let at = actor as usize;
            let named = &survey.actors[member.actor as usize];
            let contacts = graph.neighbours(actor).len() as f64;
            ActorFigures {
                actor: named.id.clone(),
                label: named.label.clone(),
                department: member
                    .group
                    .map(|group| graph.groups[group as usize].clone()),
                degree: whole.degrees.at(actor),
                betweenness: whole
                    .betweenness
                    .as_ref()
                    .map(|betweenness| betweenness[at]),
                constraint: constraints[at],
                effective_size: (contacts > 0.0)
                    .then(|| contacts - 2.0 * whole.triangles[at] as f64 / contacts),
                core: cores[at],
                e_i: e_i[at],
                cut_point: whole.cuts.points[at],
                brokerage: brokers[at],
            }
        })
        .collect()
}

/// (external − internal) / both, of the ties of each actor of a partition; Krackhardt & Stern 1988.
fn e_i(actors: usize, partition: &Partition) -> Vec<Option<f64>> {
    let mut inside = vec![0_u32; partition.len()];
    let mut all = vec![0_u32; partition.len()];
    for tie in &partition.ties {
        let (a, b) = partition.departments_of(*tie);
        for end in tie {
            all[*end as usize] += 1;
            inside[*end as usize] += u32::from(a == b);
        }
    }
    let mut e_i = vec![None; actors];
    for ((actor, inside), all) in partition.members.iter().zip(inside).zip(all) {
        e_i[*actor as usize] = (all > 0).then(|| 1.0 - 2.0 * f64::from(inside) / f64::from(all));
    }
    e_i
}
