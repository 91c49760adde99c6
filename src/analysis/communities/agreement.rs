//! How far two partitions of the same actors agree.

/// Two partitions as a table: how many actors are in both a group of the one and a group of the other.
pub(super) struct Table {
    /// Each number is ascending: sums don't depend on the groups' names.
    cells: Vec<u64>,
    rows: Vec<u64>,
    columns: Vec<u64>,
    actors: u64,
}

impl Table {
    /// The table of two partitions, both as group numbers of each actor.
    pub(super) fn of(a: &[u32], b: &[u32]) -> Self {
        let mut both: Vec<(u32, u32)> = a.iter().copied().zip(b.iter().copied()).collect();
        Self {
            cells: counts(&mut both),
            rows: counts(&mut a.to_vec()),
            columns: counts(&mut b.to_vec()),
            actors: a.len() as u64,
        }
    }

    fn one_group(&self) -> bool {
        self.rows.len() < 2 || self.columns.len() < 2
    }

    /// The adjusted Rand index: (Σ₍ᵢⱼ₎C(n₍ᵢⱼ₎,2) − E) / (½(A + B) − E) with A = Σᵢ C(aᵢ,2), B = Σⱼ C(bⱼ,2),
    /// E = A·B/C(n,2): 1 for equal partitions, 0 on average for unrelated ones of these sizes.
    ///
    /// Undefined where either is one group, or both only groups of one.
    /// Hubert & Arabie 1985, Journal of Classification 2:193–218.
    pub(super) fn ari(&self) -> Option<f64> {
        let pairs = |counts: &[u64]| {
            counts
                .iter()
                .map(|n| n * n.saturating_sub(1) / 2)
                .sum::<u64>() as f64
        };
        let (both, a, b) = (pairs(&self.cells), pairs(&self.rows), pairs(&self.columns));
        let expected = a * b / pairs(&[self.actors]);
        let room = (a + b) / 2.0 - expected;
        (!self.one_group() && room > 0.0).then(|| (both - expected) / room)
    }

    /// The normalized mutual information 2I/(H₁ + H₂), 0 to 1, in which both partitions weigh the same.
    ///
    /// Undefined where either is one group. Fred & Jain 2003, CVPR 2:128–133; Danon et al. 2005, J. Stat. Mech. P09008.
    pub(super) fn nmi(&self) -> Option<f64> {
        let n = self.actors as f64;
        let entropy = |counts: &[u64]| {
            let sum: f64 = counts.iter().map(|c| *c as f64 * (*c as f64).ln()).sum();
            n.ln() - sum / n
        };
        let (a, b) = (entropy(&self.rows), entropy(&self.columns));
        let shared = (a + b - entropy(&self.cells)).max(0.0);
        (!self.one_group()).then(|| (2.0 * shared / (a + b)).min(1.0))
    }
}

/// How often each value occurs, ascending.
fn counts<T: Ord>(values: &mut [T]) -> Vec<u64> {
    values.sort_unstable();
    let mut counts: Vec<u64> = values
        .chunk_by(|x, y| x == y)
        .map(|same| same.len() as u64)
        .collect();
    counts.sort_unstable();
    counts
}
