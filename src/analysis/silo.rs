//! Do ties stay inside departments, as a whole: the E-I index beside what chance gives.

use serde::Serialize;

use super::chance::activity::{Activity, ByActivity};
use super::chance::labels::Moments;
use super::chance::permutations::Permuted;
use super::chance::z;
use super::counts::Counts;
use super::partition::Partition;

/// The silo figures of the whole; null is what is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Silo {
    /// Ties inside departments.
    pub internal: u64,
    /// Ties between departments.
    pub external: u64,
    /// The ties that could run inside departments.
    pub internal_possible: u64,
    /// The ties that could run between departments.
    pub external_possible: u64,
    /// The E-I index: (external − internal) / ties.
    pub e_i: Option<f64>,
    /// What shuffled departments give for it on average.
    pub expected: Option<f64>,
    /// Its standard deviation over shuffled departments.
    pub sd: Option<f64>,
    /// How far it lies from its expectation; below 0: more inside than chance gives.
    pub z: Option<f64>,
    /// Freeman's segregation: 0 as chance, 1 wholly apart.
    pub segregation: Option<f64>,
    /// The standard deviation of the segregation.
    pub sd_segregation: Option<f64>,
    /// The E-I index on the range that these departments and this number of ties allow, −1 to 1.
    pub rescaled: Option<f64>,
    /// The shuffled departments.
    pub permutations: Option<Permutations>,
    /// E-I where each actor keeps its number of ties, of the undirected form.
    pub activity: ByActivity,
    /// Whether anyone reported on another of the same department; else inside was not asked for.
    #[serde(skip)]
    pub inside_asked: bool,
}

/// What the shuffled departments gave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Permutations {
    /// How many there were.
    pub n: u32,
    /// The seed of their generator.
    pub seed: u64,
    /// The mean of E-I.
    pub mean: f64,
    /// The standard deviation of E-I.
    pub sd: Option<f64>,
    /// The share with an E-I as low or lower: at least as many ties inside.
    pub p_low: f64,
    /// The share with an E-I as high or higher.
    pub p_high: f64,
    /// Ties inside departments: the low end of the middle 95 %.
    pub internal_low: u32,
    /// Ties inside departments: the high end of the middle 95 %.
    pub internal_high: u32,
}

impl Silo {
    /// The silo figures of a partition.
    ///
    /// E-I = (E − I)/(E + I), undefined without a tie (Krackhardt & Stern 1988). Expectation and sd by the label
    /// null: 1 − 2·p₂ and 2·sd(I)/T. Segregation = (expected − E-I)/(1 + expected), undefined where chance leaves
    /// no tie outside (Freeman 1978, Sociological Methods & Research 6:411–429). rescaled = 2(E-I − min)/(max − min)
    /// − 1 over all I from max(0, T − D_ext) to min(T, D_int), undefined where only one I is possible.
    pub fn of(
        partition: &Partition,
        counts: &Counts,
        moments: &Moments,
        activity: &Activity,
        permuted: Option<(&Permuted, u64)>,
    ) -> Self {
        let ties = partition.ties.len() as u64;
        let internal = counts.all_internal();
        let (internal_possible, external_possible) =
            (partition.possible_inside(), partition.possible_outside());
        let e_i = |internal: f64| (ties > 0).then(|| 1.0 - 2.0 * internal / ties as f64);
        let chance = moments.all_internal(&partition.sizes).filter(|_| ties > 0);
        let observed = e_i(internal as f64);
        let expected = chance.and_then(|chance| e_i(chance.mean));
        let sd = chance.map(|chance| 2.0 * chance.sd / ties as f64);
        // Chance leaves nothing outside when there is one department only.
        let room = expected
            .map(|expected| 1.0 + expected)
            .filter(|_| external_possible > 0);
        Self {
            internal,
            external: ties - internal,
            internal_possible,
            external_possible,
            e_i: observed,
            expected,
            sd,
            z: chance.and_then(|chance| z(chance.mean, internal as f64, chance.sd)),
            segregation: room
                .zip(expected.zip(observed))
                .map(|(room, (expected, e_i))| (expected - e_i) / room),
            sd_segregation: room.zip(sd).map(|(room, sd)| sd / room),
            rescaled: observed.and_then(|observed| {
                let most = e_i(ties.saturating_sub(external_possible) as f64)?;
                let least = e_i(ties.min(internal_possible) as f64)?;
                (most > least).then(|| 2.0 * (observed - least) / (most - least) - 1.0)
            }),
            permutations: permuted.map(|(permuted, seed)| {
                let (mean, sd) = permuted.moments();
                Permutations {
                    n: permuted.n,
                    seed,
                    mean: 1.0 - 2.0 * mean / ties as f64,
                    sd: sd.map(|sd| 2.0 * sd / ties as f64),
                    p_low: permuted.all.p_high(permuted.n),
                    p_high: permuted.all.p_low(permuted.n),
                    internal_low: permuted.quantile(0.025),
                    internal_high: permuted.quantile(0.975),
                }
            }),
            activity: activity.e_i(),
            inside_asked: partition.inside_asked,
        }
    }

    /// The ties inside departments that chance gives on average: T·p₂.
    pub fn expected_internal(&self) -> Option<f64> {
        let ties = (self.internal + self.external) as f64;
        self.expected.map(|expected| ties * (1.0 - expected) / 2.0)
    }
}
