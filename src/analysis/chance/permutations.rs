//! The label null by simulation: departments shuffled over the actors again and again, ties counted each time.
//!
//! Several permutations run side by side over one pass of the ties, so that a tie is read once for all of them and
//! their counters never wait for each other. Each permutation has a generator of its own, seeded from the seed and
//! its number, and all results are whole numbers: they are the same whatever the number of cores, and whatever is
//! counted. Shuffles are Fisher & Yates's (Knuth 1997, TAOCP 2, §3.4.2), draws Lemire's without bias (2019, ACM
//! TOMACS 29:3).

use rayon::prelude::*;

use crate::domain::Stopped;

use super::super::counts::Counts;
use super::super::partition::Partition;
use super::super::progress::{Meter, Progress, Stage};
use super::kernels::{Few, Kernel, Many, Whole};
pub use super::permuted::{Permuted, Tally};

/// The permutations that one core takes at a time; a multiple of those of each kernel's pass.
const BLOCK: u32 = 64;

/// Shuffles the departments `n` times and compares each count of ties with the observed one.
///
/// Time O(n · (actors + ties + pairs of departments)), memory O(actors) for each core and O(n) for the sums. None without a tie or without a permutation: then there is nothing to compare.
pub fn permute(
    partition: &Partition,
    observed: &Counts,
    n: u32,
    seed: u64,
    progress: &dyn Progress,
) -> Result<Option<Permuted>, Stopped> {
    if n == 0 || partition.ties.is_empty() {
        return Ok(None);
    }
    let k = partition.departments();
    let permuted = match k {
        _ if observed.pairs.is_none() && k <= usize::from(u16::MAX) => {
            run::<Many<u16>>(partition, observed, n, seed, progress)
        }
        _ if observed.pairs.is_none() => run::<Many<u32>>(partition, observed, n, seed, progress),
        0..=8 => run::<Few<u8, 64>>(partition, observed, n, seed, progress),
        9..=16 => run::<Few<u8, 256>>(partition, observed, n, seed, progress),
        17..=32 => run::<Few<u8, 1_024>>(partition, observed, n, seed, progress),
        33..=64 => run::<Few<u8, 4_096>>(partition, observed, n, seed, progress),
        65..=128 => run::<Few<u8, 16_384>>(partition, observed, n, seed, progress),
        129..=256 => run::<Few<u8, 65_536>>(partition, observed, n, seed, progress),
        _ => run::<Few<u16, 262_144>>(partition, observed, n, seed, progress),
    };
    permuted.map(Some)
}

/// The same permutations, of which only the ties inside all departments are counted: no department, no pair.
pub fn permute_whole(
    partition: &Partition,
    observed: &Counts,
    n: u32,
    seed: u64,
    progress: &dyn Progress,
) -> Result<Option<Permuted>, Stopped> {
    if n == 0 || partition.ties.is_empty() {
        return Ok(None);
    }
    let alone = Counts {
        internal: Vec::new(),
        external: Vec::new(),
        pairs: None,
    };
    let mut permuted = match partition.departments() {
        0..=256 => run::<Whole<u8>>(partition, &alone, n, seed, progress),
        257..=65_536 => run::<Whole<u16>>(partition, &alone, n, seed, progress),
        _ => run::<Whole<u32>>(partition, &alone, n, seed, progress),
    }?;
    permuted.compare(observed.all_internal());
    Ok(Some(permuted))
}

fn run<K: Kernel>(
    partition: &Partition,
    observed: &Counts,
    n: u32,
    seed: u64,
    progress: &dyn Progress,
) -> Result<Permuted, Stopped> {
    let empty = || Permuted {
        n,
        internal: Vec::new(),
        all: Tally::default(),
        departments: vec![Tally::default(); observed.internal.len()],
        pairs: observed
            .pairs
            .as_ref()
            .map(|pairs| vec![Tally::default(); pairs.len()]),
    };
    let blocks = n.div_ceil(BLOCK);
    let meter = Meter::new(progress, Stage::Permutations, blocks as usize);
    let mut permuted = (0..blocks)
        .into_par_iter()
        .try_fold(
            || (K::new(partition), empty()),
            |(mut kernel, mut permuted), block| {
                meter.check()?;
                let end = n.min((block + 1).saturating_mul(BLOCK));
                for first in (block * BLOCK..end).step_by(K::LANES) {
                    let lanes = K::LANES.min((end - first) as usize);
                    kernel.deal(partition, seed, first);
                    kernel.count(&partition.ties, observed, lanes, &mut permuted);
                }
                meter.step();
                Ok((kernel, permuted))
            },
        )
        .map(|done| done.map(|(_, permuted)| permuted))
        .try_reduce(empty, |to, from| Ok(join(to, from)))?;
    permuted.internal.sort_unstable();
    permuted.compare(observed.all_internal());
    Ok(permuted)
}

fn join(mut to: Permuted, from: Permuted) -> Permuted {
    let add = |to: &mut [Tally], from: &[Tally]| {
        for (to, from) in to.iter_mut().zip(from) {
            to.low += from.low;
            to.high += from.high;
        }
    };
    to.internal.extend(from.internal);
    add(&mut to.departments, &from.departments);
    if let (Some(to), Some(from)) = (&mut to.pairs, &from.pairs) {
        add(to, from);
    }
    to
}
