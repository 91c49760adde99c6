//! Whether a number of ties is clearly greater than an earlier one.

/// From this deviation on, in standard deviations, a difference is clear.
const CLEAR: f64 = 1.96;

/// Whether `to` is clearly more than `from`: (to − from) / √(to + from) ≥ 1.96, the normal form of the test that both
/// are counts of the same rate (Przyborowski & Wilenski 1940, Biometrika 31, p. 314). Undefined, and so not clear, where
/// both are 0. Ties hang together, so that it is a yardstick for a picture and no verdict.
pub fn clearly_more([from, to]: [u32; 2]) -> bool {
    let [from, to] = [from, to].map(f64::from);
    to > from && (to - from) / (to + from).sqrt() >= CLEAR
}
