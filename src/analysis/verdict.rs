//! What may be said of a figure in a word: only where both null models agree, and only where there is enough to see.

use serde::Serialize;

use super::chance::activity::ByActivity;
pub use super::side::Side;

/// The functions that each side of a statement needs.
pub(super) const FEWEST_ACTORS: u32 = 3;
/// The ties that chance alone must let expect.
const FEWEST_EXPECTED: f64 = 3.0;
/// The departments with enough functions that a statement on the whole needs.
pub(super) const FEWEST_DEPARTMENTS: usize = 3;
/// The ties that a statement on the whole needs.
pub(super) const FEWEST_TIES: u64 = 20;
/// How far from its expectation, in standard deviations, is no chance.
const FAR: f64 = 2.0;

/// Whether ties stay inside a department, or inside departments as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// More stay inside than either null model lets expect.
    #[serde(rename = "closed")]
    Closed,
    /// Not both null models are far from what is observed, to the same side.
    #[serde(rename = "as chance")]
    AsChance,
    /// Fewer stay inside than either null model lets expect.
    #[serde(rename = "open")]
    Open,
    /// Too few functions, departments or ties for a statement.
    #[serde(rename = "too small")]
    TooSmall,
}

/// Whether two departments have few or many ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PairVerdict {
    /// Fewer than either null model lets expect.
    #[serde(rename = "gap")]
    Gap,
    /// Not both null models are far from what is observed, to the same side.
    #[serde(rename = "as chance")]
    AsChance,
    /// More than either null model lets expect.
    #[serde(rename = "close")]
    Close,
    /// Too few functions or ties for a statement.
    #[serde(rename = "too small")]
    TooSmall,
    /// Nobody of either side answered.
    #[serde(rename = "not asked")]
    NotAsked,
}

/// The distances of a count from both expectations; above 0: more ties than expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distances {
    /// From that of shuffled departments.
    pub labels: Option<f64>,
    /// From that of the actors' numbers of ties.
    pub activity: Option<f64>,
}

impl Distances {
    /// Those of a count of ties.
    pub fn of(labels: Option<f64>, activity: &ByActivity) -> Self {
        Self {
            labels,
            activity: activity.z,
        }
    }

    /// 1 where both say more, −1 where both say fewer, else 0.
    fn agreed(self) -> i8 {
        match (self.labels, self.activity) {
            (Some(one), Some(other)) if one >= FAR && other >= FAR => 1,
            (Some(one), Some(other)) if one <= -FAR && other <= -FAR => -1,
            _ => 0,
        }
    }
}

/// The verdict on the whole, from the distances of E-I, the ties, those expected inside, and the departments.
///
/// None where under half of the actors answered; then too small: under 3 ties expected inside, under 20 in all, or
/// fewer than 3 departments of 3. A z of E-I counts the other way round: below 0 more stays inside.
pub fn of_silo(
    e_i: Distances,
    ties: u64,
    expected: Option<f64>,
    departments: &[Side],
) -> Option<Verdict> {
    let large = departments.iter().filter(|side| !small(**side)).count();
    if departments.iter().copied().sum::<Side>().silent() {
        return None;
    }
    if ties < FEWEST_TIES || large < FEWEST_DEPARTMENTS || few(expected) {
        return Some(Verdict::TooSmall);
    }
    Some(stays_inside(-e_i.agreed()))
}

/// The verdict on a department, from the distances of its internal ties and those expected.
///
/// None where under half of it answered; then too small: under 3 expected or under 3 actors.
pub fn of_department(ties: Distances, expected: Option<f64>, own: Side) -> Option<Verdict> {
    if own.silent() {
        return None;
    }
    if small(own) || few(expected) {
        return Some(Verdict::TooSmall);
    }
    Some(stays_inside(ties.agreed()))
}

/// The verdict on two departments, from the distances of their ties and those expected.
///
/// Not asked where nobody answered; none where under half of a side did; then too small: under 3 expected or a side
/// under 3 actors.
pub fn of_pair(
    ties: Distances,
    expected: Option<f64>,
    sides: [Side; 2],
    asked: bool,
) -> Option<PairVerdict> {
    if !asked {
        return Some(PairVerdict::NotAsked);
    }
    if sides.into_iter().any(Side::silent) {
        return None;
    }
    if sides.into_iter().any(small) || few(expected) {
        return Some(PairVerdict::TooSmall);
    }
    Some(match ties.agreed() {
        1 => PairVerdict::Close,
        -1 => PairVerdict::Gap,
        _ => PairVerdict::AsChance,
    })
}

fn small(side: Side) -> bool {
    side.actors < FEWEST_ACTORS
}

fn few(expected: Option<f64>) -> bool {
    expected.is_none_or(|expected| expected < FEWEST_EXPECTED)
}

fn stays_inside(more: i8) -> Verdict {
    match more {
        1 => Verdict::Closed,
        -1 => Verdict::Open,
        _ => Verdict::AsChance,
    }
}
