//! Do ties stay inside departments, as a whole: the E-I index beside what chance gives.

use serde::Serialize;

use crate::text::headline::{Said, TooSmall};

use super::agreed::{Agreed, binding, confirmed};
use super::assortativity::assortativity;
use super::bounds;
use super::chance::activity::{Activity, EiByActivity};
use super::chance::labels::Moments;
use super::chance::permutations::Permuted;
use super::chance::z;
use super::communities::Modularity;
use super::counts::Counts;
use super::graph::Graph;
use super::partition::Partition;
use super::side::Side;
use super::verdict::{Distances, Verdict, Whole, too_small};

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
    pub activity: EiByActivity,
    /// Newman's assortativity by department.
    pub assortativity: Option<f64>,
    /// The ties agreed in writing, inside departments and between them; none where nobody says whether they are.
    pub binding: Option<Agreed>,
    /// The ties that both sides report, where both answered; none where no two did, or it was not recorded.
    pub confirmed: Option<Agreed>,
    /// What may be said of it in a word; none where nothing can be said.
    pub verdict: Option<Verdict>,
    /// Why it is too small for a statement, if it is.
    pub too_small: Option<TooSmall>,
    /// Whether anyone reported on another of the same department; else inside was not asked for.
    pub inside_asked: bool,
    /// How well the departments part the network, beside the best partition.
    pub modularity: Modularity,
    /// What is said of it, with the reason where that is nothing.
    #[serde(skip)]
    pub said: Said,
}

/// E-I beside what shuffled departments give; null is what is undefined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct BesideLabels {
    /// The E-I index.
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
    #[serde(skip)]
    pub sd_segregation: Option<f64>,
}

impl BesideLabels {
    /// E-I of ties of which `internal` stay inside, among departments of these sizes.
    ///
    /// E-I = (E − I)/(E + I), undefined without a tie (Krackhardt & Stern 1988). Expectation and sd by the label
    /// null: 1 − 2·p₂ and 2·sd(I)/T. Segregation = (expected − E-I)/(1 + expected), undefined where chance leaves
    /// no tie outside (Freeman 1978, Sociological Methods & Research 6:411–429).
    pub fn of(internal: u64, moments: &Moments, sides: &[Side]) -> Self {
        let Some(chance) = moments.all_internal(sides).filter(|_| moments.ties > 0.0) else {
            return Self::default();
        };
        let e_i = |internal: f64| 1.0 - 2.0 * internal / moments.ties;
        let (observed, expected) = (e_i(internal as f64), e_i(chance.mean));
        let sd = 2.0 * chance.sd / moments.ties;
        // Chance leaves nothing outside when there is one department only.
        let departments = sides.iter().filter(|side| side.actors > 0).count();
        let room = Some(1.0 + expected).filter(|room| departments > 1 && *room > 0.0);
        Self {
            e_i: Some(observed),
            expected: Some(expected),
            sd: Some(sd),
            z: z(chance.mean, internal as f64, chance.sd),
            segregation: room.map(|room| (expected - observed) / room),
            sd_segregation: room.map(|room| sd / room),
        }
    }
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
    /// rescaled = 2(E-I − min)/(max − min) − 1 over all I from max(0, T − D_ext) to min(T, D_int), where not all answered
    /// of each stratum, undefined where only one I is possible (Krackhardt & Stern 1988). The others:
    /// [`BesideLabels`], [`Activity::e_i`], `assortativity` and [`Whole::said`].
    pub fn of(
        graph: &Graph,
        partition: &Partition,
        counts: &Counts,
        moments: &Moments,
        activity: &Activity,
        permuted: Option<(&Permuted, u64)>,
        modularity: Modularity,
    ) -> Self {
        let ties = partition.ties.len() as u64;
        let internal = counts.all_internal();
        let sides = partition.sides();
        let labels = BesideLabels::of(internal, moments, &sides);
        let beside = activity.e_i();
        let said = Whole {
            // An E-I below what is expected is more inside.
            inside: Distances {
                labels: labels.z.map(|z| -z),
                activity: beside.chance.z.map(|z| -z),
                fits: activity.fits(),
            },
            ties,
            expected: inside_by_chance(ties, labels.expected),
            departments: &sides,
            grouped: partition.is_grouped(),
            inside_asked: partition.inside_asked,
        }
        .said();
        Self {
            internal,
            external: ties - internal,
            internal_possible: partition.possible_inside(),
            external_possible: partition.possible_outside(),
            e_i: labels.e_i,
            expected: labels.expected,
            sd: labels.sd,
            z: labels.z,
            segregation: labels.segregation,
            sd_segregation: labels.sd_segregation,
            rescaled: rescaled(partition, internal),
            permutations: permuted.map(|(permuted, seed)| Permutations::of(permuted, seed, ties)),
            activity: beside,
            assortativity: assortativity(graph, partition, counts),
            binding: binding(graph, partition),
            confirmed: confirmed(graph, partition),
            verdict: Verdict::of(said),
            too_small: too_small(said),
            inside_asked: partition.inside_asked,
            modularity,
            said,
        }
    }

    /// The ties inside departments that chance gives on average: T·p₂.
    pub fn expected_internal(&self) -> Option<f64> {
        inside_by_chance(self.internal + self.external, self.expected)
    }
}

fn inside_by_chance(ties: u64, expected: Option<f64>) -> Option<f64> {
    expected.map(|expected| ties as f64 * (1.0 - expected) / 2.0)
}

/// E-I on the range that is possible.
fn rescaled(partition: &Partition, internal: u64) -> Option<f64> {
    let ties = partition.ties.len() as f64;
    let e_i = |internal: u64| 1.0 - 2.0 * internal as f64 / ties;
    let [fewest, most] = bounds::inside(partition);
    let (low, high) = (e_i(most), e_i(fewest));
    (high > low).then(|| 2.0 * (e_i(internal) - low) / (high - low) - 1.0)
}

impl Permutations {
    fn of(permuted: &Permuted, seed: u64, ties: u64) -> Self {
        let (mean, sd) = permuted.moments();
        Self {
            n: permuted.n,
            seed,
            mean: 1.0 - 2.0 * mean / ties as f64,
            sd: sd.map(|sd| 2.0 * sd / ties as f64),
            p_low: permuted.all.p_high(permuted.n),
            p_high: permuted.all.p_low(permuted.n),
            internal_low: permuted.quantile(0.025),
            internal_high: permuted.quantile(0.975),
        }
    }
}
