//! The label null in closed form: mean and variance of tie counts when the departments are shuffled over the actors.
//!
//! With w_ij the ties of a pair (1; of arcs a_ij + a_ji), T = Σw, Q = Σw², s_i = Σ_j w_ij, A = Σs_i² − 2Q and
//! B = T² − Q − A, a count I of ties whose two ends carry certain labels has
//!
//! - mean = T·p₂ and
//! - variance = Q(p₂ − p₂²) + A(p₃ − p₂²) + B(p₄ − p₂²),
//!
//! where p₂ is the chance that one given pair counts, p₃ that two pairs with an actor in common both count, and p₄
//! that two pairs without one do. The actors' number of ties needs no assumption: it is held fixed.
//! These are the moments of a quadratic assignment statistic: Mantel 1967, Cancer Research 27:209–220; for join
//! counts under free labels Cliff & Ord 1981, Spatial Processes, ch. 2; for E-I Krackhardt & Stern 1988, Social
//! Psychology Quarterly 51:123–140.
//!
//! Where some did not answer, ties between two of them could hardly be reported, so that a silent department would have
//! few ties whoever is in it. The labels are therefore shuffled among the m that answered (A) and among the l that did
//! not (N), apart: a stratified permutation, as conditioning on who answered. With a_g and b_g the actors of department
//! g in A and in N, and u, v, x, y different actors, the ties within A and within N have the terms above with their own
//! sizes, and
//!
//! - a tie across counts with p = Σa_g b_g/(m·l) (all internal), a_g b_g/(m·l) (one department), (a_g b_h + a_h b_g)/(m·l)
//!   (a pair g, h);
//! - two ties across: the same pair p; a shared end in A Σa_g\[b_g\]₂/(m\[l\]₂); a shared end in N Σ\[a_g\]₂b_g/(\[m\]₂l);
//!   none (Σ\[a_g\]₂\[b_g\]₂ + (Σa_g b_g)² − Σ(a_g b_g)²)/(\[m\]₂\[l\]₂);
//! - one within A and one across: a shared end Σ\[a_g\]₂b_g/(\[m\]₂l), none (Σ\[a_g\]₃b_g + Σ\[a_g\]₂·Σa_g b_g −
//!   Σ\[a_g\]₂a_g b_g)/(\[m\]₃l); one within N likewise with A and N exchanged;
//! - one within A and one within N: independent, so that they add no covariance.
//!
//! Of one department only its own terms; of a pair g, h in the same order: a_g\[b_h\]₂ + a_h\[b_g\]₂; \[a_g\]₂b_h + \[a_h\]₂b_g;
//! \[a_g\]₂\[b_h\]₂ + 2a_g a_h b_g b_h + \[a_h\]₂\[b_g\]₂; a_g a_h(b_g + b_h); 2(\[a_g\]₂a_h b_h + a_g\[a_h\]₂b_g). Everybody answered:
//! only the terms within A are left. Where A or N is in one department, its ties always count or never: no variance.

use super::super::partition::Partition;
use super::super::side::Side;
use super::sums::{Across, Within, sums};

/// The sums over ties that the moments need; they depend on the ties alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// T: the number of ties.
    pub ties: f64,
    within: [Within; 2],
    across: Across,
}

/// Expectation and standard deviation of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The mean over all ways to deal the labels.
    pub mean: f64,
    /// The standard deviation over all ways to deal the labels.
    pub sd: f64,
}

/// In how many ways ties can count; the chances are these by the number of all ways.
#[derive(Default)]
struct Ways {
    /// Of each stratum: one pair within it, two that share an actor, two that do not.
    within: [[f64; 3]; 2],
    /// Across: one pair.
    across: f64,
    /// Two across that share the actor of the first stratum, and of the second.
    shared: [f64; 2],
    /// Two across that share none.
    apart: f64,
    /// Of each stratum: one within it and one across that share an actor, and that share none.
    mixed: [[f64; 2]; 2],
}

/// A variance while it is summed, beside the size of its terms: where they cancel, what remains is rounding.
#[derive(Default)]
struct Spread {
    variance: f64,
    size: f64,
}

impl Spread {
    /// So many pairs of ties that both count with this chance, if apart with that one.
    fn add(&mut self, pairs: f64, both: f64, apart: f64) {
        self.variance += pairs * (both - apart);
        self.size += pairs * both;
    }
}

impl Moments {
    /// The sums of a partition's ties.
    pub fn of(partition: &Partition) -> Self {
        Self::among(
            partition.strata.each_ref().map(Vec::len),
            &partition.silent,
            &partition.ties,
        )
    }

    /// The sums of some ties, pairs in order, among so many actors that answered and did not; `silent` tells for each
    /// place that ties count their ends by whether its actor is one that did not.
    pub fn among(actors: [usize; 2], silent: &[bool], ties: &[[u32; 2]]) -> Self {
        let (within, across) = sums(actors, silent, ties);
        Self {
            ties: ties.len() as f64,
            within,
            across,
        }
    }

    /// All internal ties: p_k = Σ\[n_g\]ₖ/\[n\]ₖ for k = 2, 3 and p₄ = (Σ\[n_g\]₄ + (Σ\[n_g\]₂)² − Σ\[n_g\]₂²)/\[n\]₄.
    ///
    /// Undefined below two actors.
    pub fn all_internal(&self, sides: &[Side]) -> Option<Expected> {
        let sides: Vec<[f64; 2]> = sides.iter().map(|side| strata(*side)).collect();
        let sum = |f: &dyn Fn(&[f64; 2]) -> f64| sides.iter().map(f).sum::<f64>();
        let met = sum(&|[a, b]| a * b);
        let twos = [0, 1].map(|s| sum(&|n| falling(n[s], 2)));
        // Department by department, so that a single one gives exactly no pair of departments.
        let within = [0, 1].map(|s| {
            let two = |n: &[f64; 2]| falling(n[s], 2);
            [
                twos[s],
                sum(&|n| falling(n[s], 3)),
                sum(&|n| falling(n[s], 4) + two(n) * (twos[s] - two(n))),
            ]
        });
        self.expected(&Ways {
            within,
            across: met,
            shared: [0, 1].map(|s| sum(&|n| n[s] * falling(n[1 - s], 2))),
            apart: sum(&|[a, b]| falling(*a, 2) * falling(*b, 2) + a * b * (met - a * b)),
            mixed: [0, 1].map(|s| {
                let two = |n: &[f64; 2]| falling(n[s], 2);
                [
                    sum(&|n| two(n) * n[1 - s]),
                    sum(&|n| falling(n[s], 3) * n[1 - s] + two(n) * (met - n[0] * n[1])),
                ]
            }),
        })
    }

    /// The ties inside one department: p_k = \[n_g\]ₖ/\[n\]ₖ. Undefined below two actors.
    pub fn inside(&self, side: Side) -> Option<Expected> {
        let n = strata(side);
        let ways = |s: usize, k: u32| falling(n[s], k);
        self.expected(&Ways {
            within: [0, 1].map(|s| [2, 3, 4].map(|k| ways(s, k))),
            across: n[0] * n[1],
            shared: [0, 1].map(|s| n[s] * ways(1 - s, 2)),
            apart: ways(0, 2) * ways(1, 2),
            mixed: [0, 1].map(|s| [2, 3].map(|k| ways(s, k) * n[1 - s])),
        })
    }

    /// The ties between two departments of a and b actors: p₂ = 2ab/\[n\]₂, p₃ = ab(a+b−2)/\[n\]₃,
    /// p₄ = 4\[a\]₂\[b\]₂/\[n\]₄. Undefined below two actors.
    pub fn between(&self, one: Side, other: Side) -> Option<Expected> {
        let (a, b) = (strata(one), strata(other));
        let two = |n: f64| falling(n, 2);
        self.expected(&Ways {
            within: [0, 1].map(|s| {
                let (a, b) = (a[s], b[s]);
                [2.0 * a * b, a * b * (a + b - 2.0), 4.0 * two(a) * two(b)]
            }),
            across: a[0] * b[1] + b[0] * a[1],
            shared: [0, 1].map(|s| a[s] * two(b[1 - s]) + b[s] * two(a[1 - s])),
            apart: two(a[0]) * two(b[1]) + 2.0 * a[0] * b[0] * a[1] * b[1] + two(b[0]) * two(a[1]),
            mixed: [0, 1].map(|s| {
                let (a, b, far_a, far_b) = (a[s], b[s], a[1 - s], b[1 - s]);
                [
                    a * b * (far_a + far_b),
                    2.0 * (two(a) * b * far_b + a * two(b) * far_a),
                ]
            }),
        })
    }

    /// A department's external ties: the pair of it and everybody else.
    pub fn outside(&self, side: Side) -> Option<Expected> {
        let [heard, silent] = self.within.map(|stratum| stratum.actors as u32);
        let others = Side {
            actors: heard + silent - side.actors,
            answered: heard - side.answered,
        };
        self.between(side, others)
    }

    /// With fewer actors than ends there are no such pairs of ties: their number is 0 and takes the term away.
    fn expected(&self, ways: &Ways) -> Option<Expected> {
        let n = self.within.map(|stratum| stratum.actors);
        if n[0] + n[1] < 2.0 {
            return None;
        }
        let all = |s: usize, k: u32| falling(n[s], k);
        let across = share(ways.across, n[0] * n[1]);
        let mut mean = self.across.ties * across;
        let mut spread = Spread::default();
        for (s, stratum) in self.within.iter().enumerate() {
            let [p2, p3, p4] = [0, 1, 2].map(|k| share(ways.within[s][k], all(s, k as u32 + 2)));
            mean += stratum.ties * p2;
            spread.add(stratum.same_pair, p2, p2 * p2);
            spread.add(stratum.one_shared, p3, p2 * p2);
            spread.add(stratum.none_shared, p4, p2 * p2);
            let shared = share(ways.mixed[s][0], all(s, 2) * n[1 - s]);
            let apart = share(ways.mixed[s][1], all(s, 3) * n[1 - s]);
            spread.add(2.0 * stratum.across_shared, shared, p2 * across);
            spread.add(2.0 * stratum.across_apart, apart, p2 * across);
            let shared = share(ways.shared[s], n[s] * all(1 - s, 2));
            spread.add(self.across.one_shared[s], shared, across * across);
        }
        let apart = share(ways.apart, all(0, 2) * all(1, 2));
        spread.add(self.across.same_pair, across, across * across);
        spread.add(self.across.none_shared, apart, across * across);
        Some(Expected {
            mean,
            sd: if spread.variance > 1e-13 * (spread.size + mean * mean) {
                spread.variance.sqrt()
            } else {
                0.0
            },
        })
    }
}

/// The actors of a side that answered, and those that did not.
fn strata(side: Side) -> [f64; 2] {
    [
        f64::from(side.answered),
        f64::from(side.actors - side.answered),
    ]
}

fn share(ways: f64, all: f64) -> f64 {
    if all > 0.0 { ways / all } else { 0.0 }
}

/// The falling factorial \[x\]ₖ = x(x−1)…(x−k+1).
fn falling(x: f64, k: u32) -> f64 {
    (0..k).map(|i| x - f64::from(i)).product::<f64>().max(0.0)
}
