//! How settled ties are inside departments and between them: agreed in writing, reported by both sides.

use serde::Serialize;

use super::graph::Graph;
use super::partition::Partition;

/// Tied pairs of a kind, inside departments and between them; null is what is undefined.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreed {
    /// Those inside departments.
    pub internal: u64,
    /// Those between departments.
    pub external: u64,
    /// The share of the ties inside departments.
    pub share_internal: Option<f64>,
    /// The share of the ties between departments.
    pub share_external: Option<f64>,
}

/// The tied pairs that are agreed in writing, as either side says, of all tied pairs of the undirected form; none where
/// of no tied pair anybody says whether it is.
///
/// A share is undefined without a tie there.
pub fn binding(graph: &Graph, partition: &Partition) -> Option<Agreed> {
    let tied = || ends(graph, partition);
    let said = tied().any(|(_, tie)| tie.binding.is_some());
    said.then(|| Agreed::of(tied().map(|(same, tie)| (same, tie.binding == Some(true)))))
}

/// The tied pairs that both sides report, of those whose two sides answered; none where there is no such pair, or
/// answering was not recorded.
///
/// Of the undirected form. Where only one side answered, nothing could be confirmed, so such a tie is not counted.
pub fn confirmed(graph: &Graph, partition: &Partition) -> Option<Agreed> {
    let answered = |actor: u32| graph.actors[actor as usize].answered == Some(true);
    let tied = ends(graph, partition);
    let heard = tied.filter(|(_, tie)| answered(tie.a) && answered(tie.b));
    let mut heard = heard.map(|(same, tie)| (same, tie.confirmed)).peekable();
    heard.peek()?;
    Some(Agreed::of(heard))
}

impl Agreed {
    /// Of ties, each with whether it is inside a department and whether it counts.
    fn of(ties: impl Iterator<Item = (bool, bool)>) -> Self {
        let (mut all, mut counted) = ([0_u64; 2], [0_u64; 2]);
        for (same, counts) in ties {
            all[usize::from(same)] += 1;
            counted[usize::from(same)] += u64::from(counts);
        }
        let share = |at: usize| (all[at] > 0).then(|| counted[at] as f64 / all[at] as f64);
        Self {
            internal: counted[1],
            external: counted[0],
            share_internal: share(1),
            share_external: share(0),
        }
    }
}

/// The tied pairs of a partition, each with whether it is inside a department.
fn ends<'a>(
    graph: &'a Graph,
    partition: &Partition,
) -> impl Iterator<Item = (bool, &'a super::Tie)> + use<'a> {
    let mut group = vec![None; graph.len()];
    for (actor, own) in partition.members.iter().zip(&partition.group) {
        group[*actor as usize] = Some(*own);
    }
    graph.ties.iter().filter_map(move |tie| {
        let (a, b) = (group[tie.a as usize]?, group[tie.b as usize]?);
        Some((a == b, tie))
    })
}
