//! What chance alone would give, twice: departments dealt anew to the actors, ties as they are; and ties dealt anew,
//! each actor with as many as it has.

pub mod activity;
mod entropy;
mod kernels;
pub mod labels;
pub mod permutations;
mod permuted;
mod sums;

/// A z value: how many standard deviations an observation lies from its expectation.
///
/// Undefined when the variance is below 1e-9: then chance can hardly give anything else.
pub fn z(observed: f64, expected: f64, sd: f64) -> Option<f64> {
    (sd * sd >= 1e-9).then(|| (observed - expected) / sd)
}

/// The p of both sides from those of each: min(1, 2·min(low, high)).
pub fn two_sided(low: f64, high: f64) -> f64 {
    (2.0 * low.min(high)).min(1.0)
}

/// The share of the standard normal distribution at least as far from 0 as z, to both sides: erfc(|z|/√2).
pub fn normal_tails(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

/// Returns the Benjamini–Hochberg adjusted values of p values, in their order: q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j.
///
/// 0.01, 0.04 and 0.03 give 0.03, 0.04 and 0.04. O(m log m). Reporting all below q keeps the expected share of false reports at q.
/// Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289–300.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|x, y| p[*x].total_cmp(&p[*y]));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (place, at) in order.into_iter().enumerate().rev() {
        // The factor first: the last value stays exactly its own p.
        least = least.min(p[at] * (p.len() as f64 / (place + 1) as f64));
        q[at] = least;
    }
    q
}
