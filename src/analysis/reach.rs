//! The ties that could have been reported, by what is known of answers and of what they left open.

use super::partition::Partition;

/// The ties that could have been reported inside each department and from it to others.
pub(super) struct Reach {
    pub inside: Vec<u64>,
    pub outside: Vec<u64>,
}

impl Reach {
    pub(super) fn of(partition: &Partition) -> Self {
        let k = partition.departments();
        let answered: u64 = partition.answered.iter().map(|n| u64::from(*n)).sum();
        let (mut inside, mut outside) = (Vec::with_capacity(k), Vec::with_capacity(k));
        for (size, heard) in partition.sizes.iter().zip(&partition.answered) {
            let (size, heard) = (u64::from(*size), u64::from(*heard));
            let silent = size - heard;
            inside.push(if partition.directed {
                heard * (size - 1)
            } else {
                (size * (size - 1) - silent * silent.saturating_sub(1)) / 2
            });
            outside.push(between(
                partition.directed,
                [size, partition.len() as u64 - size],
                [heard, answered - heard],
            ));
        }
        for tie in &partition.unheard {
            let (a, b) = partition.departments_of(*tie);
            if a == b {
                inside[a] += 1;
            } else {
                outside[a] += 1;
                outside[b] += 1;
            }
        }
        for pair in &partition.left_open {
            let (a, b) = partition.departments_of(*pair);
            if a == b {
                inside[a] -= 1;
            } else {
                outside[a] -= 1;
                outside[b] -= 1;
            }
        }
        Self { inside, outside }
    }
}

/// The ties between two departments that could have been reported: of a pair of actors by either side, as an arc by
/// the side that reports it.
pub(super) fn reported_between(partition: &Partition, a: usize, b: usize) -> u64 {
    between(
        partition.directed,
        [partition.sizes[a], partition.sizes[b]].map(u64::from),
        [partition.answered[a], partition.answered[b]].map(u64::from),
    )
}

fn between(directed: bool, sizes: [u64; 2], answered: [u64; 2]) -> u64 {
    let silent = [sizes[0] - answered[0], sizes[1] - answered[1]];
    if directed {
        answered[0] * sizes[1] + answered[1] * sizes[0]
    } else {
        sizes[0] * sizes[1] - silent[0] * silent[1]
    }
}
