//! The exact test of a change: which of the changed pairs are the new ones.

/// What redrawing gives for the number of new internal ties, and through it for E-I.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Redrawn {
    /// The change of E-I to be expected.
    pub expected_change: f64,
    /// Its standard deviation.
    pub sd_change: f64,
    /// The two-sided p of the observed number of new internal ties.
    pub p: f64,
}

/// The null of a change of E-I: the numbers of new and of ended pairs are held, which of the C changed pairs (C_I of
/// them internal) are the N new ones is drawn at random.
///
/// New internal pairs X ~ Hypergeometric(C, C_I, N); p = min(1, 2·min(P(X ≤ x), P(X ≥ x))). With M ended pairs, k_I
/// kept internal ones, m₁ and m₂ ties, E[ΔE-I] = −2(k_I + C_I·N/C)/m₂ + 2(k_I + C_I·M/C)/m₁ and
/// sd = 2·sd(X)(1/m₁ + 1/m₂). Undefined where a phase has no tie. `kept`, `new` and `ended` give all and the
/// internal ones of them. The distribution is Fisher's (1935, J. R. Statist. Soc. 98:39–82), of a 2 × 2 table with
/// its margins fixed.
pub fn redrawn(kept: [usize; 2], new: [usize; 2], ended: [usize; 2]) -> Option<Redrawn> {
    let (before, after) = (kept[0] + ended[0], kept[0] + new[0]);
    if before == 0 || after == 0 {
        return None;
    }
    let changed = new[0] + ended[0];
    let internal = new[1] + ended[1];
    if changed == 0 {
        return Some(Redrawn {
            expected_change: 0.0,
            sd_change: 0.0,
            p: 1.0,
        });
    }
    let (m1, m2) = (before as f64, after as f64);
    let (c, c_i, k_i) = (changed as f64, internal as f64, kept[1] as f64);
    let (n, m) = (new[0] as f64, ended[0] as f64);
    let share = c_i / c;
    let variance = if changed > 1 {
        n * share * (1.0 - share) * m / (c - 1.0)
    } else {
        0.0
    };
    Some(Redrawn {
        expected_change: 2.0 * (k_i + share * m) / m1 - 2.0 * (k_i + share * n) / m2,
        sd_change: 2.0 * variance.sqrt() * (1.0 / m1 + 1.0 / m2),
        p: two_sided(changed, internal, new[0], new[1]),
    })
}

/// min(1, 2·min(P(X ≤ x), P(X ≥ x))) of a hypergeometric number: `drawn` of `all`, `marked` of which count.
fn two_sided(all: usize, marked: usize, drawn: usize, x: usize) -> f64 {
    let least = (marked + drawn).saturating_sub(all);
    let most = marked.min(drawn);
    // P(y + 1) / P(y), whole numbers until the last step.
    let up = |y: usize| {
        let numerator = (marked - y) as f64 * (drawn - y) as f64;
        numerator / ((y + 1) as f64 * (all + y + 1 - marked - drawn) as f64)
    };
    // Weights relative to the observed number: no factorial overflows, and far tails fade to 0.
    let (mut below, mut above) = (0.0, 0.0);
    let mut weight = 1.0_f64;
    for y in x..most {
        weight *= up(y);
        above += weight;
    }
    weight = 1.0;
    for y in (least..x).rev() {
        weight /= up(y);
        below += weight;
    }
    let total = below + 1.0 + above;
    // From far out in a tail the weights towards the middle overflow: then the tail is 0.
    let tail = (below.min(above) + 1.0) / total;
    (2.0 * tail).min(1.0)
}
