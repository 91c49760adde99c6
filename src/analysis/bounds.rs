//! How few and how many ties could run inside departments at all.

use super::partition::Partition;

/// The least and the largest number of ties inside that as many ties could have: from max(0, T − D_ext) to
/// min(T, D_int), of the ties among those that answered, among those that did not, and across, each by itself.
pub(super) fn inside(partition: &Partition) -> [u64; 2] {
    let silent = |end: u32| partition.silent[end as usize];
    // Among who answered, among who did not; across, reported by who answered, and else.
    let mut ties = [0_u64; 4];
    for [a, b] in &partition.ties {
        ties[match (silent(*a), silent(*b)) {
            (false, false) => 0,
            (true, true) => 1,
            _ => 2,
        }] += 1;
    }
    let told_by_silent = partition.unheard.iter();
    ties[3] = told_by_silent
        .filter(|[a, b]| silent(*a) != silent(*b))
        .count() as u64;
    ties[2] -= ties[3];
    let room = rooms(partition);
    let each = ties.into_iter().zip(room);
    each.fold([0, 0], |[least, most], (ties, [inside, outside])| {
        [
            least + ties.saturating_sub(outside),
            most + ties.min(inside),
        ]
    })
}

/// How many ties there could be inside departments and between them, in the same order.
fn rooms(partition: &Partition) -> [[u64; 2]; 4] {
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let heard = partition.answered.iter().map(|n| u64::from(*n));
    let sizes = partition.sizes.iter().map(|n| u64::from(*n));
    let both: Vec<[u64; 2]> = heard.zip(sizes).map(|(a, n)| [a, n - a]).collect();
    let all = partition.strata.each_ref().map(|own| own.len() as u64);
    let within = [0, 1].map(|s| {
        let inside: u64 = both.iter().map(|n| pairs(n[s])).sum();
        [inside, pairs(all[s]) - inside].map(|room| room * partition.ties_per_pair())
    });
    let inside: u64 = both.iter().map(|[a, b]| a * b).sum();
    let across = [inside, all[0] * all[1] - inside];
    [within[0], within[1], across, across]
}
