//! Which departments have enough functions to be shown to leaders, and the answers of those.

use super::super::graph::Graph;
use super::super::partition::Partition;
use super::super::response::Response;
use super::super::selection::Selection;

pub use crate::domain::FEWEST_SHOWN;

/// What of a partition is shown to leaders.
pub struct Shown {
    /// For each department, whether it has enough functions and no earlier release held it back.
    pub departments: Vec<bool>,
    /// For each actor of the graph, whether it is in a department that has.
    pub actors: Vec<bool>,
}

impl Shown {
    /// Bodies don't make a department larger: else counting them or not would tell the difference.
    pub fn of(graph: &Graph, partition: &Partition) -> Self {
        let mut functions = vec![0; partition.departments()];
        for (member, group) in partition.members.iter().zip(&partition.group) {
            functions[*group as usize] += usize::from(!graph.actors[*member as usize].body);
        }
        let mut departments: Vec<bool> = functions.iter().map(|n| *n >= FEWEST_SHOWN).collect();
        for (member, group) in partition.members.iter().zip(&partition.group) {
            departments[*group as usize] &= !graph.actors[*member as usize].withheld;
        }
        let mut actors = vec![false; graph.len()];
        for (member, group) in partition.members.iter().zip(&partition.group) {
            actors[*member as usize] = departments[*group as usize];
        }
        Self {
            departments,
            actors,
        }
    }
}

/// Who was asked and who answered, as leaders may know it: of the functions of departments that have enough of them,
/// whatever their kind.
///
/// The possible ties of those departments' pairs tell how many of their functions answered. Would all be counted, the
/// difference were the answers of the one or two functions of a small department.
pub fn response(graph: &Graph, selection: &Selection) -> Option<Response> {
    let partition = Partition::of(graph, &selection.of_all_departments());
    let shown = Shown::of(graph, &partition);
    Response::of(&graph.of_actors(|actor| shown.actors[actor as usize]))
}
