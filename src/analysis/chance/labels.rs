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

use super::super::partition::Partition;

/// The sums over ties that the moments need; they depend on the ties alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    actors: f64,
    /// T: the number of ties.
    pub ties: f64,
    same_pair: f64,
    one_shared: f64,
    none_shared: f64,
}

/// Expectation and standard deviation of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The mean over all ways to deal the labels.
    pub mean: f64,
    /// The standard deviation over all ways to deal the labels.
    pub sd: f64,
}

/// The chances that one pair, two pairs that share an actor, and two that do not, count.
struct Chances {
    p2: f64,
    p3: f64,
    p4: f64,
}

impl Moments {
    /// The sums of a partition's ties.
    pub fn of(partition: &Partition) -> Self {
        Self::among(partition.len(), partition.len(), &partition.ties)
    }

    /// The sums of some ties, pairs in order, among `actors` of the `places` that ties count their ends by.
    pub fn among(actors: usize, places: usize, ties: &[[u32; 2]]) -> Self {
        let total = ties.len() as i128;
        let mut degree = vec![0_u64; places];
        let mut same_pair = 0_u64;
        for ties in ties.chunk_by(|x, y| x == y) {
            let weight = ties.len() as u64;
            same_pair += weight * weight;
            for end in ties[0] {
                degree[end as usize] += weight;
            }
        }
        let squares: u64 = degree.iter().map(|s| s * s).sum();
        // Whole numbers until here: B is the small difference of large ones.
        let one_shared = i128::from(squares) - 2 * i128::from(same_pair);
        let none_shared = total * total - i128::from(same_pair) - one_shared;
        Self {
            actors: actors as f64,
            ties: total as f64,
            same_pair: same_pair as f64,
            one_shared: one_shared as f64,
            none_shared: none_shared as f64,
        }
    }

    /// All internal ties: p_k = Σ\[n_g\]ₖ/\[n\]ₖ for k = 2, 3 and p₄ = (Σ\[n_g\]₄ + (Σ\[n_g\]₂)² − Σ\[n_g\]₂²)/\[n\]₄.
    ///
    /// Undefined below two actors.
    pub fn all_internal(&self, sizes: &[u32]) -> Option<Expected> {
        let sum = |f: &dyn Fn(f64) -> f64| sizes.iter().map(|n| f(f64::from(*n))).sum::<f64>();
        let twos = sum(&|n| falling(n, 2));
        self.expected(Chances {
            p2: self.share(twos, 2),
            p3: self.share(sum(&|n| falling(n, 3)), 3),
            p4: self.share(
                // Department by department, so that a single one gives exactly no pair of departments.
                sum(&|n| falling(n, 4) + falling(n, 2) * (twos - falling(n, 2))),
                4,
            ),
        })
    }

    /// The ties inside one department: p_k = \[n_g\]ₖ/\[n\]ₖ. Undefined below two actors.
    pub fn inside(&self, size: u32) -> Option<Expected> {
        let size = f64::from(size);
        self.expected(Chances {
            p2: self.share(falling(size, 2), 2),
            p3: self.share(falling(size, 3), 3),
            p4: self.share(falling(size, 4), 4),
        })
    }

    /// The ties between two departments of a and b actors: p₂ = 2ab/\[n\]₂, p₃ = ab(a+b−2)/\[n\]₃,
    /// p₄ = 4\[a\]₂\[b\]₂/\[n\]₄. Undefined below two actors.
    pub fn between(&self, a: u32, b: u32) -> Option<Expected> {
        let (a, b) = (f64::from(a), f64::from(b));
        self.expected(Chances {
            p2: self.share(2.0 * a * b, 2),
            p3: self.share(a * b * (a + b - 2.0), 3),
            p4: self.share(4.0 * falling(a, 2) * falling(b, 2), 4),
        })
    }

    /// A department's external ties: the pair of it and everybody else.
    pub fn outside(&self, size: u32) -> Option<Expected> {
        self.between(size, self.actors as u32 - size)
    }

    fn share(&self, ways: f64, k: u32) -> f64 {
        let all = falling(self.actors, k);
        if all > 0.0 { ways / all } else { 0.0 }
    }

    fn expected(&self, Chances { p2, p3, p4 }: Chances) -> Option<Expected> {
        if self.actors < 2.0 {
            return None;
        }
        // With fewer actors than ends there are no such pairs of ties: the sum is 0 and takes its term away.
        let [t, q, a, b] = [self.ties, self.same_pair, self.one_shared, self.none_shared];
        let variance = q * (p2 - p2 * p2) + a * (p3 - p2 * p2) + b * (p4 - p2 * p2);
        // Where the terms cancel, as with everybody tied to everybody, what remains is rounding.
        let rounding = 1e-13 * (q * p2 + a * p3 + b * p4 + t * t * p2 * p2);
        Some(Expected {
            mean: self.ties * p2,
            sd: if variance > rounding {
                variance.sqrt()
            } else {
                0.0
            },
        })
    }
}

/// The falling factorial \[x\]ₖ = x(x−1)…(x−k+1).
fn falling(x: f64, k: u32) -> f64 {
    (0..k).map(|i| x - f64::from(i)).product::<f64>().max(0.0)
}
