//! Each pair of departments beside what chance gives.

use serde::Serialize;

use crate::text::headline::{Said, TooSmall, Unsaid};

use super::adjusted::{Adjusted, Member, P, q_of_both_sides};
use super::beside::{middle, ratio, score};
use super::chance::activity::{Activity, ByActivity};
use super::chance::labels::{Expected, Moments};
use super::chance::permutations::{Permuted, Tally};
use super::counts::{Counts, by_pair};
use super::partition::{Partition, all_pairs, pair_at};
use super::reach::reported_between;
use super::side::Side;
use super::verdict::{Distances, Ground, PairVerdict, too_small};

/// What is known of a pair of departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PairState {
    /// At least one tie is reported.
    #[serde(rename = "reported")]
    Reported,
    /// No tie is reported, and at least one side answered.
    #[serde(rename = "none reported")]
    NoneReported,
    /// Nobody of either side answered.
    #[serde(rename = "not asked")]
    NotAsked,
}

/// The figures of a pair of departments; null is what is undefined, or hidden from leaders.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DepartmentPair {
    /// The first department.
    pub a: String,
    /// The second department.
    pub b: String,
    /// What is known of the pair.
    pub state: PairState,
    /// Ties between the two.
    pub ties: Option<u32>,
    /// The pairs of their actors of which a side answered.
    pub possible: Option<u64>,
    /// `ties / possible`.
    pub density: Option<f64>,
    /// The ties that shuffled departments give on average.
    pub expected: Option<f64>,
    /// Their standard deviation.
    pub sd: Option<f64>,
    /// How far the ties lie from it.
    pub z: Option<f64>,
    /// The share of permutations with as few ties or fewer.
    pub p_low: Option<f64>,
    /// The share of permutations with as many ties or more.
    pub p_high: Option<f64>,
    /// `p_low` adjusted over all pairs.
    pub q_low: Option<f64>,
    /// `p_high` adjusted over all pairs.
    pub q_high: Option<f64>,
    /// The p of both sides adjusted over the pairs that are judged.
    pub q: Option<f64>,
    /// The ties where each actor keeps its number of ties.
    pub activity: ByActivity,
    /// What may be said of the pair in a word; none where nothing can be said.
    pub verdict: Option<PairVerdict>,
    /// Why it is too small for a statement, if it is.
    pub too_small: Option<TooSmall>,
    /// What is said of it, with the reason where that is nothing.
    #[serde(skip)]
    pub said: Option<Said>,
    /// Actors of the first.
    pub actors_a: u32,
    /// Actors of the second.
    pub actors_b: u32,
    /// Tied pairs agreed in writing; none where of no tied pair anybody says whether it is.
    pub binding: Option<u32>,
}

impl DepartmentPair {
    /// The ties to be expected by the label null, with the ends of [`middle`].
    ///
    /// Of a pair without a tie it is exact whether the range begins at 0: p_low is then the share of permutations
    /// without one. None where expected or sd is undefined, or nothing is to be expected as inside was not asked for.
    pub fn expected_range(&self) -> Option<(f64, u64, u64)> {
        // Where inside was not asked for, all ties are between departments, whoever works with whom.
        if self.said == Some(Said::Nothing(Unsaid::InsideNotAsked)) {
            return None;
        }
        let (expected, low, high) = middle(self.expected, self.sd)?;
        let low = match (self.ties, self.p_low) {
            (Some(0), Some(none)) if none > 0.025 => 0,
            (Some(0), Some(_)) => low.max(1),
            _ => low,
        };
        Some((expected, low, high))
    }
}

/// The figures of all pairs of departments, in natural order; none past 300 departments.
///
/// Expected count and sd by the label null with p₂ = 2ab/\[n\]₂, p₃ = ab(a+b−2)/\[n\]₃, p₄ = 4\[a\]₂\[b\]₂/\[n\]₄, over all
/// pairs of actors; `possible` counts only those where a side answered and did
/// not leave it open. A pair not asked has no z, p or q.
pub fn department_pairs(
    partition: &Partition,
    counts: &Counts,
    moments: &Moments,
    activity: Option<&Activity>,
    permuted: Option<&Permuted>,
) -> Option<Vec<DepartmentPair>> {
    let ties = counts.pairs.as_ref()?;
    let k = partition.departments();
    let unheard = by_pair(partition, &partition.unheard);
    let left_open = by_pair(partition, &partition.left_open);
    let binding = by_pair(partition, &partition.binding);
    let said = by_pair(partition, &partition.said_binding);
    let possible = |a: usize, b: usize| {
        let at = pair_at(k, a, b);
        let told = reported_between(partition, a, b) - u64::from(left_open[at]);
        told + u64::from(unheard[at])
    };
    let asked: Vec<bool> = all_pairs(k).map(|(a, b)| possible(a, b) > 0).collect();
    let tallies: Option<Vec<Tally>> = permuted
        .and_then(|permuted| permuted.pairs.as_ref())
        .map(|tallies| kept(tallies, &asked));
    let p = Adjusted::of(tallies.as_deref().zip(permuted.map(|permuted| permuted.n)));
    let mut next = 0..;
    let fits = activity.is_none_or(Activity::fits);
    let activity = activity.and_then(Activity::pairs);
    let pair = |(at, (a, b)): (usize, (usize, usize))| {
        let own = activity.as_ref().map(|pairs| pairs[at]);
        let sides = [partition.side(a), partition.side(b)];
        OnePair {
            places: [a, b],
            sides,
            asked: asked[at],
            ties: ties[at],
            possible: possible(a, b),
            binding: (said[at] > 0).then_some(binding[at]),
            chance: moments.between(sides[0], sides[1]),
            activity: own.unwrap_or_default(),
            fits,
            p: asked[at]
                .then(|| next.next())
                .flatten()
                .and_then(|at| p.at(at)),
        }
    };
    let each: Vec<OnePair> = all_pairs(k).enumerate().map(pair).collect();
    let members: Vec<Option<Member>> = each.iter().map(|one| one.member(partition)).collect();
    let q = q_of_both_sides(&members, permuted.map_or(0, |permuted| permuted.n));
    let figures = each.into_iter().zip(q);
    Some(figures.map(|(one, q)| one.figures(partition, q)).collect())
}

/// A pair of departments, with what is counted and what chance gives.
struct OnePair {
    /// The places of the two.
    places: [usize; 2],
    sides: [Side; 2],
    /// Whether a side answered, or there are ties all the same.
    asked: bool,
    ties: u32,
    possible: u64,
    binding: Option<u32>,
    chance: Option<Expected>,
    activity: ByActivity,
    fits: bool,
    p: Option<P>,
}

impl OnePair {
    fn ground(&self, partition: &Partition) -> Ground<'_> {
        Ground {
            ties: Distances {
                labels: score(self.chance, self.ties).filter(|_| self.asked),
                activity: self.activity.z.filter(|_| self.asked),
                fits: self.fits,
            },
            expected: self.chance.map(|chance| chance.mean),
            sides: &self.sides,
            inside_asked: partition.inside_asked,
            asked: self.asked,
        }
    }

    fn member(&self, partition: &Partition) -> Option<Member> {
        let ground = self.ground(partition);
        let z = ground.ties.labels.filter(|_| ground.before().is_none())?;
        Some(Member { z, p: self.p })
    }

    fn figures(self, partition: &Partition, q: Option<f64>) -> DepartmentPair {
        let [a, b] = self.places;
        let ground = self.ground(partition);
        let said = ground.of_pair(q);
        DepartmentPair {
            a: partition.names[a].clone(),
            b: partition.names[b].clone(),
            state: match (self.ties, self.asked) {
                (1.., _) => PairState::Reported,
                (0, true) => PairState::NoneReported,
                (0, false) => PairState::NotAsked,
            },
            ties: Some(self.ties),
            possible: Some(self.possible),
            density: ratio(f64::from(self.ties), self.possible as f64),
            expected: ground.expected,
            sd: self.chance.map(|chance| chance.sd),
            z: ground.ties.labels,
            p_low: self.p.map(|p| p.low),
            p_high: self.p.map(|p| p.high),
            q_low: self.p.map(|p| p.q_low),
            q_high: self.p.map(|p| p.q_high),
            q,
            activity: ByActivity {
                z: ground.ties.activity,
                ..self.activity
            },
            verdict: PairVerdict::of(said),
            too_small: too_small(said),
            said: Some(said),
            actors_a: self.sides[0].actors,
            actors_b: self.sides[1].actors,
            binding: self.binding,
        }
    }
}

fn kept(tallies: &[Tally], keep: &[bool]) -> Vec<Tally> {
    let both = tallies.iter().zip(keep);
    both.filter(|(_, keep)| **keep)
        .map(|(tally, _)| *tally)
        .collect()
}
