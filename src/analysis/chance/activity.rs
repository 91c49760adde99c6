//! The activity null: each actor keeps its number of ties on average, and who they are with is left to chance.
//!
//! Of all ways to give the pairs i, j a chance p_ij of a tie with Σ_j p_ij = degree_i, the one of largest entropy:
//! p_ij = x_i x_j / (1 + x_i x_j). The x depend on the degree alone, so they are solved for per distinct degree,
//! and expectations are summed over classes of actors of one degree and one department: never over pairs of actors.
//! A count of pairs has the expectation Σp and, the pairs being independent, the standard deviation √Σp(1−p). That is
//! conservative: held exactly, the degrees would leave less room. Park & Newman 2004, Phys. Rev. E 70:066117, eq. 27;
//! Chatterjee, Diaconis & Sly 2011, Ann. Appl. Probab. 21:1400–1435.
//!
//! Two actors that did not answer have p = 0, as nobody could report a tie of theirs; what stands between two such all
//! the same counts neither in the degrees nor in what is observed here.

use serde::Serialize;

use super::super::counts::Counts;
use super::super::partition::{Partition, pairs_of};
use super::entropy::Classes;
use super::labels::Expected;
use super::z;

/// A number of ties beside what the actors' numbers of ties let expect; null is what is undefined or hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct ByActivity {
    /// The expectation of the maximum-entropy graph.
    pub expected: Option<f64>,
    /// Its standard deviation.
    pub sd: Option<f64>,
    /// How far the observation lies from it.
    pub z: Option<f64>,
}

/// E-I beside what the actors' numbers of ties let expect; null is what is undefined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct EiByActivity {
    /// E-I of the undirected form, without ties of two actors that did not answer.
    pub observed: Option<f64>,
    /// What it is beside.
    #[serde(flatten)]
    pub chance: ByActivity,
}

impl ByActivity {
    fn of(observed: u32, chance: Expected) -> Self {
        Self {
            expected: Some(chance.mean),
            sd: Some(chance.sd),
            z: z(f64::from(observed), chance.mean, chance.sd),
        }
    }
}

/// The maximum-entropy graph of a partition's degrees, beside the ties observed. Always of the undirected form.
#[derive(Debug, Clone)]
pub struct Activity {
    classes: Classes,
    class: Vec<u32>,
    /// For each department the classes that occur in it, with the number of its actors in each.
    departments: Vec<Vec<(usize, f64)>>,
    observed: Counts,
    ties: usize,
}

/// Expectation and variance of a count while it is summed.
#[derive(Clone, Copy, Default)]
struct Sum {
    mean: f64,
    variance: f64,
}

impl Sum {
    fn add(&mut self, pairs: f64, p: f64) {
        self.mean += pairs * p;
        self.variance += pairs * p * (1.0 - p);
    }

    fn expected(self) -> Expected {
        Expected {
            mean: self.mean,
            sd: self.variance.sqrt(),
        }
    }
}

impl Activity {
    /// Solves for the degrees among a partition's actors; time grows with actors, ties and squared distinct degrees.
    pub fn of(partition: &Partition) -> Self {
        let ties = partition.heard_pairs();
        let mut degree = vec![0_u32; partition.len()];
        for end in ties.as_flattened() {
            degree[*end as usize] += 1;
        }
        let (classes, class) = Classes::of(&degree, &partition.silent);
        let mut by_department: Vec<(u32, u32)> = partition
            .group
            .iter()
            .copied()
            .zip(class.iter().copied())
            .collect();
        by_department.sort_unstable();
        let mut departments = vec![Vec::new(); partition.departments()];
        for alike in by_department.chunk_by(|x, y| x == y) {
            let (department, class) = alike[0];
            departments[department as usize].push((class as usize, alike.len() as f64));
        }
        Self {
            classes,
            class,
            departments,
            observed: Counts::among(partition, &ties),
            ties: ties.len(),
        }
    }

    /// The expected number of ties of an actor, by its place in the partition: its degree.
    pub fn degree(&self, actor: u32) -> f64 {
        self.classes.degree(self.class[actor as usize] as usize)
    }

    /// Whether chances were found that give each actor its number of ties; without, nothing is expected.
    pub fn fits(&self) -> bool {
        self.classes.fits
    }

    /// E-I beside its expectation 1 − 2·Σp/T, Σ over pairs inside departments; sd 2·√Σp(1−p)/T.
    ///
    /// Undefined without a tie.
    pub fn e_i(&self) -> EiByActivity {
        if self.ties == 0 {
            return EiByActivity::default();
        }
        let mut sum = Sum::default();
        for inside in (0..self.departments.len()).map(|g| self.inside(g)) {
            sum.mean += inside.mean;
            sum.variance += inside.variance;
        }
        let Expected { mean, sd } = sum.expected();
        let ties = self.ties as f64;
        let observed = self.observed.all_internal() as f64;
        EiByActivity {
            observed: Some(1.0 - 2.0 * observed / ties),
            chance: self.fitting(ByActivity {
                expected: Some(1.0 - 2.0 * mean / ties),
                sd: Some(2.0 * sd / ties),
                z: z(mean, observed, sd),
            }),
        }
    }

    /// The ties inside a department, by its place in the partition. Undefined below two actors in all.
    pub fn department(&self, g: usize) -> ByActivity {
        if self.class.len() < 2 {
            return ByActivity::default();
        }
        let inside = self.inside(g).expected();
        self.fitting(ByActivity::of(self.observed.internal[g], inside))
    }

    fn fitting(&self, chance: ByActivity) -> ByActivity {
        match self.fits() {
            true => chance,
            false => ByActivity::default(),
        }
    }

    /// The ties between each two departments, in the order of [`pair_at`](super::super::partition::pair_at); none past
    /// 300 departments.
    pub fn pairs(&self) -> Option<Vec<ByActivity>> {
        let observed = self.observed.pairs.as_ref()?;
        let k = self.departments.len();
        let mut pairs = Vec::with_capacity(pairs_of(k));
        for (a, own) in self.departments.iter().enumerate() {
            // From all of one department to one actor of each class: then a pair costs the classes of one side only.
            let toward: Vec<Sum> = (0..self.classes.len())
                .map(|class| {
                    let mut sum = Sum::default();
                    for (other, actors) in own {
                        sum.add(*actors, self.classes.p(class, *other));
                    }
                    sum
                })
                .collect();
            for other in &self.departments[a + 1..] {
                let mut sum = Sum::default();
                for (class, actors) in other {
                    sum.mean += actors * toward[*class].mean;
                    sum.variance += actors * toward[*class].variance;
                }
                let chance = ByActivity::of(observed[pairs.len()], sum.expected());
                pairs.push(self.fitting(chance));
            }
        }
        Some(pairs)
    }

    fn inside(&self, g: usize) -> Sum {
        let classes = &self.departments[g];
        let mut sum = Sum::default();
        for (at, (one, actors)) in classes.iter().enumerate() {
            sum.add(actors * (actors - 1.0) / 2.0, self.classes.p(*one, *one));
            for (other, others) in &classes[at + 1..] {
                sum.add(actors * others, self.classes.p(*one, *other));
            }
        }
        sum
    }
}
