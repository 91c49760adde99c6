//! An order of the actors that does not come from their names.

use super::super::draws::mix;
use super::nodes::Nodes;

/// Most rounds of refinement; later ones hardly tell more actors apart.
const ROUNDS: usize = 16;

/// The actors in an order that depends on their ties and departments alone; who can't be told apart by these stays in
/// the given order.
///
/// Actors get a colour from their number of ties, then again and again one from the colours of those they are tied
/// with and of their department, until no more are told apart (colour refinement: Weisfeiler & Leman 1968). With it
/// the searches go the same way whatever the actors are called.
pub(super) fn nameless(nodes: &Nodes, department: &[u32], departments: usize) -> Vec<u32> {
    let n = nodes.len() as u32;
    let mut colour: Vec<u64> = nodes
        .degree
        .iter()
        .map(|degree| mix(u64::from(*degree)))
        .collect();
    let mut told_apart = 0;
    for _ in 0..ROUNDS {
        let mut own = vec![0_u64; departments];
        for (department, colour) in department.iter().zip(&colour) {
            let sum = &mut own[*department as usize];
            *sum = sum.wrapping_add(mix(*colour));
        }
        let next: Vec<u64> = (0..n)
            .map(|node| {
                let mut tied = 0_u64;
                nodes.each_end(node, |end, _| {
                    tied = tied.wrapping_add(colour[end as usize])
                });
                let department = own[department[node as usize] as usize];
                mix(mix(colour[node as usize] ^ mix(tied)).wrapping_add(mix(department)))
            })
            .collect();
        let mut distinct = next.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() <= told_apart {
            break;
        }
        told_apart = distinct.len();
        colour = next;
    }
    let mut order: Vec<u32> = (0..n).collect();
    order.sort_by_key(|node| colour[*node as usize]);
    order
}
