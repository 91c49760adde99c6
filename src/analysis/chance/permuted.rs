//! What permutations gave, beside what was observed.

/// What the permutations gave, beside what was observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permuted {
    /// The number of permutations.
    pub n: u32,
    /// The ties inside departments in each permutation, ascending.
    pub internal: Vec<u32>,
    /// Of the ties inside all departments.
    pub all: Tally,
    /// Of the ties inside each department.
    pub departments: Vec<Tally>,
    /// Of the ties between each pair of departments, in the order of [`Counts::pairs`](super::super::counts::Counts::pairs).
    pub pairs: Option<Vec<Tally>>,
}

/// How many permutations gave at most, and at least, what was observed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// At most as many ties as observed.
    pub low: u32,
    /// At least as many ties as observed.
    pub high: u32,
}

impl Tally {
    pub(super) fn add(&mut self, permuted: u32, observed: u32) {
        self.low += u32::from(permuted <= observed);
        self.high += u32::from(permuted >= observed);
    }

    /// The share of permutations with at most as many ties, the observation counted as one more: (1 + low)/(n + 1).
    pub fn p_low(self, n: u32) -> f64 {
        f64::from(1 + self.low) / (f64::from(n) + 1.0)
    }

    /// The share of permutations with at least as many ties: (1 + high)/(n + 1).
    pub fn p_high(self, n: u32) -> f64 {
        f64::from(1 + self.high) / (f64::from(n) + 1.0)
    }
}

impl Permuted {
    /// Mean and standard deviation of the ties inside departments; the latter undefined below two permutations.
    pub fn moments(&self) -> (f64, Option<f64>) {
        let n = self.internal.len() as i128;
        let sum: i128 = self.internal.iter().map(|x| i128::from(*x)).sum();
        let squares: i128 = self.internal.iter().map(|x| i128::from(*x).pow(2)).sum();
        let deviations = (n * squares - sum * sum) as f64;
        (
            sum as f64 / n as f64,
            (n > 1).then(|| (deviations / (n * (n - 1)) as f64).sqrt()),
        )
    }

    /// Counts the permutations with at most, and at least, as many ties inside departments as observed.
    pub(super) fn compare(&mut self, observed: u64) {
        let below = self
            .internal
            .partition_point(|ties| u64::from(*ties) < observed);
        let within = self
            .internal
            .partition_point(|ties| u64::from(*ties) <= observed);
        self.all = Tally {
            low: within as u32,
            high: self.n - below as u32,
        };
    }

    /// The ties inside departments that a share of the permutations does not exceed.
    pub fn quantile(&self, share: f64) -> u32 {
        let rank = (share * self.internal.len() as f64).ceil() as usize;
        self.internal[rank.saturating_sub(1)]
    }
}
