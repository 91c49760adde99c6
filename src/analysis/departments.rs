//! Each department and each pair of departments beside what chance gives.

use serde::Serialize;

use super::chance::activity::{Activity, ByActivity};
use super::chance::labels::{Expected, Moments};
use super::chance::permutations::{Permuted, Tally};
use super::chance::{benjamini_hochberg, z};
use super::counts::{Counts, by_pair};
use super::graph::Graph;
use super::partition::{Partition, all_pairs, pair_at};
use super::verdict::{self, Distances, PairVerdict, Verdict};

/// The figures of one department; null is what is undefined, or hidden from leaders.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DepartmentFigures {
    /// Its name.
    pub department: String,
    /// Its actors.
    pub actors: u32,
    /// Ties among its actors.
    pub internal: Option<u32>,
    /// Ties with other departments.
    pub external: Option<u32>,
    /// (external − internal) / both, each internal tie counted once.
    pub e_i: Option<f64>,
    /// The internal ties that shuffled departments give on average.
    pub expected_internal: Option<f64>,
    /// Their standard deviation.
    pub sd_internal: Option<f64>,
    /// How far the internal ties lie from it; above 0: more inside than chance gives.
    pub z: Option<f64>,
    /// The share of permutations with as few internal ties or fewer.
    pub p_low: Option<f64>,
    /// The share of permutations with as many internal ties or more.
    pub p_high: Option<f64>,
    /// `p_low` adjusted over all departments.
    pub q_low: Option<f64>,
    /// `p_high` adjusted over all departments.
    pub q_high: Option<f64>,
    /// The external ties that shuffled departments give on average.
    pub expected_external: Option<f64>,
    /// Their standard deviation.
    pub sd_external: Option<f64>,
    /// How far the external ties lie from it.
    pub z_external: Option<f64>,
    /// The E-I of a department of this size whose actors meet everybody equally often.
    pub expected_e_i: Option<f64>,
    /// The internal ties where each actor keeps its number of ties.
    pub activity: ByActivity,
    /// What may be said of it in a word; none where under half of it answered.
    pub verdict: Option<Verdict>,
    /// Internal ties per pair of its actors where a side answered.
    pub density_internal: Option<f64>,
    /// External ties per pair with another department's actor where a side answered.
    pub density_external: Option<f64>,
    /// Its actors that answered; none where answering was not recorded.
    pub answered: Option<u32>,
}

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
    /// The ties where each actor keeps its number of ties.
    pub activity: ByActivity,
    /// What may be said of the pair in a word; none where under half of a side answered.
    pub verdict: Option<PairVerdict>,
    /// Actors of the first.
    pub actors_a: u32,
    /// Actors of the second.
    pub actors_b: u32,
    /// Tied pairs agreed in writing.
    pub binding: Option<u32>,
}

impl DepartmentPair {
    /// The ties to be expected by the label null, with the ends of [`middle`].
    ///
    /// Of a pair without a tie it is exact whether the range begins at 0: p_low is then the share of permutations
    /// without one. None where expected or sd is undefined.
    pub fn expected_range(&self) -> Option<(f64, u64, u64)> {
        let (expected, low, high) = middle(self.expected, self.sd)?;
        let low = match (self.ties, self.p_low) {
            (Some(0), Some(none)) if none > 0.025 => 0,
            (Some(0), Some(_)) => low.max(1),
            _ => low,
        };
        Some((expected, low, high))
    }
}

/// An expected number of ties with the ends of its middle 95 %, mean ± 1.96 sd, as whole numbers of at least 0; none
/// where one of the two is undefined.
pub fn middle(mean: Option<f64>, sd: Option<f64>) -> Option<(f64, u64, u64)> {
    let (mean, sd) = (mean?, sd?);
    let low = (mean - 1.96 * sd).max(0.0).round() as u64;
    Some((mean, low, (mean + 1.96 * sd).round() as u64))
}

/// The figures of all departments, in natural order.
///
/// Expected counts, sd and z by the label null, with p_k = \[n_g\]ₖ/\[n\]ₖ inside; q after Benjamini & Hochberg 1995, low
/// and high apart. expected_e_i = (2(n−n_g) − (n_g−1)) / (2(n−n_g) + n_g − 1), the E-I of all pairs of a department.
/// Of a department of one, e_i, density_internal and z are undefined. Densities count pairs where a side answered.
pub fn department_figures(
    graph: &Graph,
    partition: &Partition,
    counts: &Counts,
    moments: &Moments,
    activity: &Activity,
    permuted: Option<&Permuted>,
) -> Vec<DepartmentFigures> {
    let recorded = graph.answers_recorded();
    let reach = Reach::of(partition);
    let p = Adjusted::of(permuted.map(|permuted| (permuted.departments.as_slice(), permuted.n)));
    let n = partition.len() as f64;
    (0..partition.departments())
        .map(|g| {
            let size = partition.sizes[g];
            let (internal, external) = (counts.internal[g], counts.external[g]);
            let inside = moments.inside(size);
            let outside = moments.outside(size);
            let others = 2.0 * (n - f64::from(size));
            let own = f64::from(size) - 1.0;
            let z = score(inside, internal);
            let activity = activity.department(g);
            DepartmentFigures {
                department: partition.names[g].clone(),
                actors: size,
                internal: Some(internal),
                external: Some(external),
                e_i: ratio(
                    f64::from(external) - f64::from(internal),
                    f64::from(external) + f64::from(internal),
                )
                .filter(|_| size > 1),
                expected_internal: inside.map(|chance| chance.mean),
                sd_internal: inside.map(|chance| chance.sd),
                z,
                p_low: p.at(g).map(|p| p.low),
                p_high: p.at(g).map(|p| p.high),
                q_low: p.at(g).map(|p| p.q_low),
                q_high: p.at(g).map(|p| p.q_high),
                expected_external: outside.map(|chance| chance.mean),
                sd_external: outside.map(|chance| chance.sd),
                z_external: score(outside, external),
                expected_e_i: ratio(others - own, others + own),
                activity,
                verdict: verdict::of_department(
                    Distances::of(z, &activity),
                    inside.map(|chance| chance.mean),
                    partition.side(g),
                ),
                density_internal: ratio(f64::from(internal), reach.inside[g] as f64),
                density_external: ratio(f64::from(external), reach.outside[g] as f64),
                answered: recorded.then(|| partition.answered[g]),
            }
        })
        .collect()
}

/// The figures of all pairs of departments, in natural order; none past 300 departments.
///
/// Expected count and sd by the label null with p₂ = 2ab/\[n\]₂, p₃ = ab(a+b−2)/\[n\]₃, p₄ = 4\[a\]₂\[b\]₂/\[n\]₄, over all
/// pairs of actors; `possible` counts only those where a side answered. A pair not asked has no z, p or q.
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
    let binding = by_pair(partition, &partition.binding);
    let possible = |a: usize, b: usize| {
        reported_between(partition, a, b) + u64::from(unheard[pair_at(k, a, b)])
    };
    let asked: Vec<bool> = all_pairs(k).map(|(a, b)| possible(a, b) > 0).collect();
    let tallies: Option<Vec<Tally>> = permuted
        .and_then(|permuted| permuted.pairs.as_ref())
        .map(|tallies| kept(tallies, &asked));
    let p = Adjusted::of(tallies.as_deref().zip(permuted.map(|permuted| permuted.n)));
    let mut next = 0..;
    let activity = activity.and_then(Activity::pairs);
    let pair = |(at, (a, b)): (usize, (usize, usize))| {
        let own = activity.as_ref().map(|pairs| pairs[at]);
        OnePair {
            places: [a, b],
            asked: asked[at],
            ties: ties[at],
            possible: possible(a, b),
            binding: binding[at],
            chance: moments.between(partition.sizes[a], partition.sizes[b]),
            activity: own.unwrap_or_default(),
            p: asked[at]
                .then(|| next.next())
                .flatten()
                .and_then(|at| p.at(at)),
        }
        .figures(partition)
    };
    Some(all_pairs(k).enumerate().map(pair).collect())
}

/// A pair of departments, with what is counted and what chance gives.
struct OnePair {
    /// The places of the two.
    places: [usize; 2],
    /// Whether a side answered, or there are ties all the same.
    asked: bool,
    ties: u32,
    possible: u64,
    binding: u32,
    chance: Option<Expected>,
    activity: ByActivity,
    p: Option<P>,
}

impl OnePair {
    fn figures(self, partition: &Partition) -> DepartmentPair {
        let [a, b] = self.places;
        let asked = self.asked;
        let z = score(self.chance, self.ties).filter(|_| asked);
        let activity = ByActivity {
            z: self.activity.z.filter(|_| asked),
            ..self.activity
        };
        let expected = self.chance.map(|chance| chance.mean);
        DepartmentPair {
            a: partition.names[a].clone(),
            b: partition.names[b].clone(),
            state: match (self.ties, asked) {
                (1.., _) => PairState::Reported,
                (0, true) => PairState::NoneReported,
                (0, false) => PairState::NotAsked,
            },
            ties: Some(self.ties),
            possible: Some(self.possible),
            density: ratio(f64::from(self.ties), self.possible as f64),
            expected,
            sd: self.chance.map(|chance| chance.sd),
            z,
            p_low: self.p.map(|p| p.low),
            p_high: self.p.map(|p| p.high),
            q_low: self.p.map(|p| p.q_low),
            q_high: self.p.map(|p| p.q_high),
            activity,
            verdict: verdict::of_pair(
                Distances::of(z, &activity),
                expected,
                [partition.side(a), partition.side(b)],
                asked,
            ),
            actors_a: partition.sizes[a],
            actors_b: partition.sizes[b],
            binding: Some(self.binding),
        }
    }
}

fn kept(tallies: &[Tally], keep: &[bool]) -> Vec<Tally> {
    let both = tallies.iter().zip(keep);
    both.filter(|(_, keep)| **keep)
        .map(|(tally, _)| *tally)
        .collect()
}

fn score(chance: Option<Expected>, observed: u32) -> Option<f64> {
    chance.and_then(|chance| z(f64::from(observed), chance.mean, chance.sd))
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// The ties between two departments that could have been reported: of a pair of actors by either side, as an arc by
/// the side that reports it.
fn reported_between(partition: &Partition, a: usize, b: usize) -> u64 {
    between(
        partition.directed,
        [partition.sizes[a], partition.sizes[b]].map(u64::from),
        [partition.answered[a], partition.answered[b]].map(u64::from),
    )
}

fn between(directed: bool, sizes: [u64; 2], answered: [u64; 2]) -> u64 {
    let silent = [sizes[0] - answered[0], sizes[1] - answered[1]];
    if directed {
        answered[0] * sizes[1] + answered[1] * sizes[0]
    } else {
        sizes[0] * sizes[1] - silent[0] * silent[1]
    }
}

/// The ties that could have been reported inside each department and from it to others.
struct Reach {
    inside: Vec<u64>,
    outside: Vec<u64>,
}

impl Reach {
    fn of(partition: &Partition) -> Self {
        let k = partition.departments();
        let answered: u64 = partition.answered.iter().map(|n| u64::from(*n)).sum();
        let (mut inside, mut outside) = (Vec::with_capacity(k), Vec::with_capacity(k));
        for (size, heard) in partition.sizes.iter().zip(&partition.answered) {
            let (size, heard) = (u64::from(*size), u64::from(*heard));
            let silent = size - heard;
            inside.push(if partition.directed {
                heard * (size - 1)
            } else {
                (size * (size - 1) - silent * silent.saturating_sub(1)) / 2
            });
            outside.push(between(
                partition.directed,
                [size, partition.len() as u64 - size],
                [heard, answered - heard],
            ));
        }
        for tie in &partition.unheard {
            let (a, b) = partition.departments_of(*tie);
            if a == b {
                inside[a] += 1;
            } else {
                outside[a] += 1;
                outside[b] += 1;
            }
        }
        Self { inside, outside }
    }
}

/// The p values of a family, with those adjusted over it.
struct Adjusted(Vec<P>);

#[derive(Clone, Copy)]
struct P {
    low: f64,
    high: f64,
    q_low: f64,
    q_high: f64,
}

impl Adjusted {
    fn of(tallies: Option<(&[Tally], u32)>) -> Self {
        let Some((tallies, n)) = tallies else {
            return Self(Vec::new());
        };
        let low: Vec<f64> = tallies.iter().map(|tally| tally.p_low(n)).collect();
        let high: Vec<f64> = tallies.iter().map(|tally| tally.p_high(n)).collect();
        let adjusted = benjamini_hochberg(&low)
            .into_iter()
            .zip(benjamini_hochberg(&high));
        Self(
            low.iter()
                .zip(&high)
                .zip(adjusted)
                .map(|((low, high), (q_low, q_high))| P {
                    low: *low,
                    high: *high,
                    q_low,
                    q_high,
                })
                .collect(),
        )
    }

    fn at(&self, place: usize) -> Option<P> {
        self.0.get(place).copied()
    }
}
