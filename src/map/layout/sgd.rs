//! Stress minimisation by stochastic gradient descent (Zheng, Pawar, Goodman, TVCG 25, 2019).

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng;

use crate::map::plane::Point;

/// A pair of nodes and how far apart they should lie.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// One node.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The wished distance, > 0.
    pub distance: f64,
    /// How much it counts, times 1/distance².
    pub weight: f64,
}

impl Term {
    /// The term with the weight factor/distance².
    pub fn new(a: usize, b: usize, distance: f64, factor: f64) -> Self {
        Self {
            a: a as u32,
            b: b as u32,
            distance,
            weight: factor / (distance * distance),
        }
    }
}

/// A number in 0..1 from the generator's upper 53 bits.
pub fn unit(rng: &mut Xoshiro256PlusPlus) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// A whole number below `bound`.
pub fn below(rng: &mut Xoshiro256PlusPlus, bound: usize) -> usize {
    ((u128::from(rng.next_u64()) * bound as u128) >> 64) as usize
}

/// Random places for `n` nodes in a square about the origin whose area is theirs.
pub fn scatter(n: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<Point> {
    let side = (n as f64).sqrt();
    (0..n)
        .map(|_| Point::new((unit(rng) - 0.5) * side, (unit(rng) - 0.5) * side))
        .collect()
}

/// The number of halvings of the step's exponent: 2^4 steps after the first.
const ROOTS: u32 = 4;

/// How small the last step is against the heaviest term.
const LAST: f64 = 0.05;

/// Moves the places towards the wished distances, the terms in a new random order at each step.
///
/// μ = min(1, w·η), each end moves by μ(‖x‖ − d)/2 along the pair; η falls geometrically from 1/min w to 0.05/max w.
/// The factor of the fall is a 2^k-th root, so that square roots suffice.
///
/// `after` may correct the places after each step.
pub fn descend(
    places: &mut [Point],
    terms: &mut [Term],
    rng: &mut Xoshiro256PlusPlus,
    mut after: impl FnMut(&mut [Point]),
) {
    let (least, most) = terms
        .iter()
        .fold((f64::MAX, 0.0f64), |(least, most), term| {
            (least.min(term.weight), most.max(term.weight))
        });
    if terms.is_empty() {
        return;
    }
    let (first, last) = (1.0 / least, LAST / most);
    let mut fall = last / first;
    for _ in 0..ROOTS {
        fall = fall.sqrt();
    }
    let mut step = first;
    for _ in 0..=(1 << ROOTS) {
        for at in (1..terms.len()).rev() {
            terms.swap(at, below(rng, at + 1));
        }
        for term in terms.iter() {
            let (a, b) = (term.a as usize, term.b as usize);
            let apart = places[a] - places[b];
            let length = apart.length();
            let share = (term.weight * step).min(1.0);
            let shift = if length > 1e-9 {
                apart * (share * (length - term.distance) / (2.0 * length))
            } else {
                Point::new(-share * term.distance / 2.0, 0.0)
            };
            places[a] = places[a] - shift;
            places[b] = places[b] + shift;
        }
        after(places);
        step *= fall;
    }
}

/// What is left: Σ w(‖x‖ − d)².
pub fn remaining(places: &[Point], terms: &[Term]) -> f64 {
    terms
        .iter()
        .map(|term| {
            let miss = places[term.a as usize].distance(places[term.b as usize]) - term.distance;
            term.weight * miss * miss
        })
        .sum()
}
