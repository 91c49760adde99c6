//! Stress minimisation by stochastic gradient descent (Zheng, Pawar, Goodman 2019, "Graph Drawing by Stochastic Gradient
//! Descent", IEEE TVCG 25).

use rand_xoshiro::Xoshiro256PlusPlus;

use super::random::{below, unit};
use super::terms::Term;
use crate::map::plane::Point;

/// Random places for `n` nodes in a square about the origin whose area is theirs.
pub fn scatter(n: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<Point> {
    let side = (n as f64).sqrt();
    (0..n)
        .map(|_| Point::new((unit(rng) - 0.5) * side, (unit(rng) - 0.5) * side))
        .collect()
}

/// Number of square roots that give the factor by which the step falls: there are 2⁴ steps after the first.
const ROOTS: u32 = 4;

/// The last step times the weight of the heaviest term, ε in the paper.
const LAST_STEP: f64 = 0.05;

/// Moves the places towards the wished distances, the terms in a new random order in each of 17 rounds; O(terms).
///
/// Each end of a term moves by μ(‖x‖ − d)/2 along the pair, with μ = min(1, w·η); η falls geometrically from 1/min w to
/// 0.05/max w. The factor of the fall is a 2⁴-th root, so that square roots suffice.
///
/// `after` may correct the places after each round.
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
    let (first, last) = (1.0 / least, LAST_STEP / most);
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

/// The stress that is left, Σ w(‖x‖ − d)².
pub fn remaining(places: &[Point], terms: &[Term]) -> f64 {
    terms
        .iter()
        .map(|term| {
            let miss = places[term.a as usize].distance(places[term.b as usize]) - term.distance;
            term.weight * miss * miss
        })
        .sum()
}
