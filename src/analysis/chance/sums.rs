//! What the moments of the label null need of the ties: for each two ties whether they share an end, and which.

/// The ties within one stratum, and how often two of them share an end.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Within {
    /// The actors of the stratum.
    pub actors: f64,
    /// T: the number of ties.
    pub ties: f64,
    /// Q: two ties of the same pair.
    pub same_pair: f64,
    /// A: two that share one actor.
    pub one_shared: f64,
    /// B: two that share none.
    pub none_shared: f64,
    /// One within the stratum and one across that share an actor.
    pub across_shared: f64,
    /// One within the stratum and one across that share none.
    pub across_apart: f64,
}

/// The ties between who answered and who did not.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Across {
    /// Their number.
    pub ties: f64,
    /// Two ties of the same pair.
    pub same_pair: f64,
    /// Two that share the actor of the first stratum, and of the second.
    pub one_shared: [f64; 2],
    /// Two that share none.
    pub none_shared: f64,
}

/// The ties of a pair, and their squares, over all pairs.
#[derive(Default)]
struct Pairs {
    ties: i128,
    squares: i128,
}

impl Pairs {
    fn add(&mut self, weight: i128) {
        self.ties += weight;
        self.squares += weight * weight;
    }
}

/// The sums of some ties, pairs in order, among so many actors of both strata; `silent` tells for each place which.
///
/// With s_i the ties of an actor within its stratum and t_i those across: A = Σs_i² − 2Q and B = T² − Q − A within;
/// across Σt_i² − Q for each side; Σs_i·t_i for one of each. Whole numbers until here: B is the small difference of
/// large ones.
pub(super) fn sums(
    actors: [usize; 2],
    silent: &[bool],
    ties: &[[u32; 2]],
) -> ([Within; 2], Across) {
    let mut within = [Pairs::default(), Pairs::default()];
    let mut across = Pairs::default();
    let mut own = vec![0_u32; silent.len()];
    let mut other = vec![0_u32; silent.len()];
    for ties in ties.chunk_by(|x, y| x == y) {
        let [a, b] = ties[0].map(|end| end as usize);
        let (pairs, degree) = match (silent[a], silent[b]) {
            (one, two) if one == two => (&mut within[usize::from(one)], &mut own),
            _ => (&mut across, &mut other),
        };
        pairs.add(ties.len() as i128);
        for end in [a, b] {
            degree[end] += ties.len() as u32;
        }
    }
    // Of each stratum: two ties within it at one actor, two across, one of each.
    let mut at_one = [[0_i128; 3]; 2];
    for ((own, other), silent) in own.iter().zip(&other).zip(silent) {
        let (own, other) = (i128::from(*own), i128::from(*other));
        let sums = &mut at_one[usize::from(*silent)];
        sums[0] += own * own;
        sums[1] += other * other;
        sums[2] += own * other;
    }
    let shared = at_one.map(|sums| sums[1] - across.squares);
    let of_stratum = |at: usize| {
        let Pairs { ties, squares } = within[at];
        let one_shared = at_one[at][0] - 2 * squares;
        Within {
            actors: actors[at] as f64,
            ties: ties as f64,
            same_pair: squares as f64,
            one_shared: one_shared as f64,
            none_shared: (ties * ties - squares - one_shared) as f64,
            across_shared: at_one[at][2] as f64,
            across_apart: (ties * across.ties - at_one[at][2]) as f64,
        }
    };
    let none_shared = across.ties * across.ties - across.squares - shared[0] - shared[1];
    let across = Across {
        ties: across.ties as f64,
        same_pair: across.squares as f64,
        one_shared: shared.map(|ties| ties as f64),
        none_shared: none_shared as f64,
    };
    ([of_stratum(0), of_stratum(1)], across)
}
