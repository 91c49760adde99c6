//! A count beside its expectation.

use super::chance::labels::Expected;
use super::chance::z;

/// An expected number of ties with the ends of its middle 95 %, mean ± 1.96 sd, as whole numbers of at least 0; none
/// where one of the two is undefined.
pub fn middle(mean: Option<f64>, sd: Option<f64>) -> Option<(f64, u64, u64)> {
    let (mean, sd) = (mean?, sd?);
    let low = (mean - 1.96 * sd).max(0.0).round() as u64;
    Some((mean, low, (mean + 1.96 * sd).round() as u64))
}

/// How far a count lies from its expectation, in standard deviations; undefined where that is.
pub(super) fn score(chance: Option<Expected>, observed: u32) -> Option<f64> {
    chance.and_then(|chance| z(f64::from(observed), chance.mean, chance.sd))
}

/// A part of a whole; undefined of nothing.
pub(super) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}
