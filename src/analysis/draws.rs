//! Random draws: one seed gives one answer, on any machine and any number of cores.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// The generator of one of the many streams of a seed: neighbouring seeds and streams start far apart.
pub(super) fn generator(seed: u64, stream: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(mix(mix(seed) ^ stream))
}

/// Spreads a word's bits, so that sums of different words hardly ever meet (the finalizer of MurmurHash3).
pub(super) fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    x = (x ^ (x >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ (x >> 33)
}

/// A whole number from 0 to below `bound`, each exactly as likely.
///
/// Lemire 2019, ACM Transactions on Modeling and Computer Simulation 29:3.
#[inline]
pub(super) fn below(rng: &mut impl Rng, bound: u32) -> u32 {
    loop {
        let product = u64::from(rng.next_u32()) * u64::from(bound);
        let low = product as u32;
        if low >= bound || low >= bound.wrapping_neg() % bound {
            return (product >> 32) as u32;
        }
    }
}

/// A whole number from 0 to below `bound`, each as likely but for a bias below bound / 2³².
///
/// For searches, to which any draw is good enough.
#[inline]
pub(super) fn roughly_below(rng: &mut impl Rng, bound: usize) -> usize {
    ((u64::from(rng.next_u32()) * bound as u64) >> 32) as usize
}

/// So many of the numbers from 0 to below `n`, drawn without repetition, ascending; all, where there are no more.
///
/// The first steps of Fisher & Yates's shuffle (Knuth 1997, The Art of Computer Programming 2, §3.4.2), each draw with a
/// bias below n / 2⁶⁴.
pub(super) fn sample(n: u32, so_many: u32, seed: u64) -> Vec<u32> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut numbers: Vec<u32> = (0..n).collect();
    let so_many = so_many.min(n);
    for at in 0..so_many {
        let left = u128::from(n - at);
        let ahead = ((u128::from(rng.next_u64()) * left) >> 64) as u32;
        numbers.swap(at as usize, (at + ahead) as usize);
    }
    numbers.truncate(so_many as usize);
    numbers.sort_unstable();
    numbers
}
