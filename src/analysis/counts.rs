//! How many ties run inside and between departments.

use super::partition::{Partition, pair_at, pairs_of};

/// Past this many departments their pairs are not told apart any more.
pub const MOST_PAIRED: usize = 300;

/// The ties of a partition, counted by department and by pair of departments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The ties inside each department, each once.
    pub internal: Vec<u32>,
    /// The ties from each department to others.
    pub external: Vec<u32>,
    /// The ties between each two departments, in the order of [`pair_at`]; none past [`MOST_PAIRED`].
    pub pairs: Option<Vec<u32>>,
}

impl Counts {
    /// Counts the ties of a partition.
    pub fn of(partition: &Partition) -> Self {
        Self::among(partition, &partition.ties)
    }

    /// Counts these ties among a partition's actors.
    pub fn among(partition: &Partition, ties: &[[u32; 2]]) -> Self {
        let k = partition.departments();
        let mut counts = Self {
            internal: vec![0; k],
            external: vec![0; k],
            pairs: (k <= MOST_PAIRED).then(|| vec![0; pairs_of(k)]),
        };
        for tie in ties {
            let (a, b) = partition.departments_of(*tie);
            if a == b {
                counts.internal[a] += 1;
            } else {
                counts.external[a] += 1;
                counts.external[b] += 1;
                if let Some(pairs) = &mut counts.pairs {
                    pairs[pair_at(k, a, b)] += 1;
                }
            }
        }
        counts
    }

    /// All ties inside departments.
    pub fn all_internal(&self) -> u64 {
        self.internal.iter().map(|ties| u64::from(*ties)).sum()
    }
}

/// Counts some of a partition's ties by pair of departments; those inside one are left out.
pub(super) fn by_pair(partition: &Partition, ties: &[[u32; 2]]) -> Vec<u32> {
    let k = partition.departments();
    let mut counts = vec![0; pairs_of(k)];
    for tie in ties {
        let (a, b) = partition.departments_of(*tie);
        if a != b {
            counts[pair_at(k, a, b)] += 1;
        }
    }
    counts
}
