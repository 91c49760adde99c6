//! Seeded random numbers: the same layout from the same graph everywhere.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// The seed of all layouts.
const SEED: u64 = 0x6d69_7465_696e;

/// A generator for one purpose, independent of the others, so that work may be split among cores.
pub fn generator(stream: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(SEED ^ (stream << 32))
}

/// A number in 0..1 from the generator's upper 53 bits.
pub fn unit(rng: &mut Xoshiro256PlusPlus) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// A whole number below `bound`.
pub fn below(rng: &mut Xoshiro256PlusPlus, bound: usize) -> usize {
    ((u128::from(rng.next_u64()) * bound as u128) >> 64) as usize
}
