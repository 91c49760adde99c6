//! Do actors have their ties within their own department: Newman's coefficient.

use super::counts::Counts;
use super::graph::Graph;
use super::partition::Partition;

/// The assortativity of a partition by department: (Σ e_gg − Σ a_g b_g)/(1 − Σ a_g b_g).
///
/// e_gg is the share of ties inside department g, a_g and b_g the shares of ties that begin and end in it; without
/// `directed` each tie begins and ends at both. 1: all ties inside; 0: as many as the departments' ties let expect.
/// Undefined without a tie, or where all ties begin and end in one department. Newman 2003, Phys. Rev. E 67:026126,
/// eq. 2.
pub fn assortativity(graph: &Graph, partition: &Partition, counts: &Counts) -> Option<f64> {
    let (begin, end) = if partition.directed {
        arcs(graph, partition)
    } else {
        let both: Vec<u64> = counts
            .internal
            .iter()
            .zip(&counts.external)
            .map(|(inside, outside)| 2 * u64::from(*inside) + u64::from(*outside))
            .collect();
        (both.clone(), both)
    };
    // In whole numbers, so that a department with all ties is exactly undefined.
    let wide = |n: u64| i128::from(n);
    let ties = begin.iter().copied().map(wide).sum::<i128>();
    let met: i128 = begin
        .iter()
        .zip(&end)
        .map(|(a, b)| wide(*a) * wide(*b))
        .sum();
    let inside = wide(counts.all_internal()) * if partition.directed { 1 } else { 2 };
    let room = ties * ties - met;
    (room > 0).then(|| (ties * inside - met) as f64 / room as f64)
}

/// The arcs that begin, and those that end, in each department.
fn arcs(graph: &Graph, partition: &Partition) -> (Vec<u64>, Vec<u64>) {
    let mut group = vec![None; graph.len()];
    for (member, own) in partition.members.iter().zip(&partition.group) {
        group[*member as usize] = Some(*own as usize);
    }
    let (mut begin, mut end) = (
        vec![0; partition.departments()],
        vec![0; partition.departments()],
    );
    for arc in &graph.arcs {
        if let (Some(from), Some(to)) = (group[arc.from as usize], group[arc.to as usize]) {
            begin[from] += 1;
            end[to] += 1;
        }
    }
    (begin, end)
}
