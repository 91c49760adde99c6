//! How far apart actors are.

use rayon::prelude::*;

use crate::domain::Stopped;

use super::super::graph::Graph;
use super::super::progress::Progress;

/// Returns for each actor the sum of its distances to all others, in ties of the undirected form; of those in its own component where
/// the network is not connected.
///
/// Breadth-first search from 64 actors at a time, one bit each (Then et al. 2014, PVLDB 8:449–460): time at most
/// O(actors · ties), a few words for each level and 64 actors where distances are short. Sums are whole numbers, so the
/// order in which cores work changes nothing. Wasserman & Faust 1994, p. 110.
pub fn sums(graph: &Graph, progress: &dyn Progress) -> Result<Vec<u64>, Stopped> {
    let actors: Vec<u32> = (0..graph.len() as u32).collect();
    let chunks: Vec<Vec<u64>> = actors
        .par_chunks(64)
        .map(|sources| {
            progress.check()?;
            Ok(sums_from(graph, sources))
        })
        .collect::<Result<_, Stopped>>()?;
    Ok(chunks.concat())
}

fn sums_from(graph: &Graph, sources: &[u32]) -> Vec<u64> {
    let mut sums = vec![0; sources.len()];
    let mut seen = vec![0_u64; graph.len()];
    let mut arriving = vec![0_u64; graph.len()];
    let mut level = Vec::new();
    for (bit, source) in sources.iter().enumerate() {
        seen[*source as usize] = 1 << bit;
        level.push((*source, 1_u64 << bit));
    }
    let mut touched: Vec<u32> = Vec::new();
    for distance in 1.. {
        for (actor, bits) in level.drain(..) {
            for next in graph.neighbours(actor) {
                let new = bits & !seen[*next as usize];
                if new != 0 {
                    if arriving[*next as usize] == 0 {
                        touched.push(*next);
                    }
                    arriving[*next as usize] |= new;
                }
            }
        }
        for actor in touched.drain(..) {
            let bits = std::mem::take(&mut arriving[actor as usize]);
            seen[actor as usize] |= bits;
            let mut left = bits;
            while left != 0 {
                sums[left.trailing_zeros() as usize] += distance;
                left &= left - 1;
            }
            level.push((actor, bits));
        }
        if level.is_empty() {
            break;
        }
    }
    sums
}
