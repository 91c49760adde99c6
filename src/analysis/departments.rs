//! Each department beside what chance gives.

use serde::Serialize;

use crate::text::headline::{Said, TooSmall};

use super::adjusted::{Adjusted, Member, P, q_of_both_sides};
use super::beside::{ratio, score};
use super::chance::activity::{Activity, ByActivity};
use super::chance::labels::{Expected, Moments};
use super::chance::permutations::Permuted;
use super::counts::Counts;
use super::graph::Graph;
use super::partition::Partition;
use super::reach::Reach;
use super::side::Side;
use super::verdict::{Distances, Ground, Verdict, too_small};

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
    /// The p of both sides adjusted over the departments that are judged.
    pub q: Option<f64>,
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
    /// What may be said of it in a word; none where nothing can be said.
    pub verdict: Option<Verdict>,
    /// Why it is too small for a statement, if it is.
    pub too_small: Option<TooSmall>,
    /// What is said of it, with the reason where that is nothing.
    #[serde(skip)]
    pub said: Option<Said>,
    /// Internal ties per pair of its actors where a side answered.
    pub density_internal: Option<f64>,
    /// External ties per pair with another department's actor where a side answered.
    pub density_external: Option<f64>,
    /// Its actors that answered; none where answering was not recorded.
    pub answered: Option<u32>,
}

/// The figures of all departments, in natural order.
///
/// Expected counts, sd and z by the label null, with p_k = \[n_g\]ₖ/\[n\]ₖ inside; q_low and q_high after Benjamini &
/// Hochberg 1995, low and high apart, q to both sides over those that are judged. expected_e_i = (2(n−n_g) − (n_g−1)) /
/// (2(n−n_g) + n_g − 1), the E-I of all pairs of a department. Of a department of one, e_i, density_internal and z are
/// undefined. Densities count pairs where a side answered.
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
    let each: Vec<OneDepartment> = (0..partition.departments())
        .map(|g| OneDepartment {
            place: g,
            side: [partition.side(g)],
            internal: counts.internal[g],
            external: counts.external[g],
            inside: moments.inside(partition.side(g)),
            outside: moments.outside(partition.side(g)),
            activity: activity.department(g),
            fits: activity.fits(),
            p: p.at(g),
        })
        .collect();
    let members: Vec<Option<Member>> = each.iter().map(|one| one.member(partition)).collect();
    let q = q_of_both_sides(&members, permuted.map_or(0, |permuted| permuted.n));
    each.into_iter()
        .zip(q)
        .map(|(one, q)| {
            let answered = recorded.then(|| partition.answered[one.place]);
            one.figures(partition, &reach, answered, q)
        })
        .collect()
}

/// A department, with what is counted and what chance gives.
struct OneDepartment {
    place: usize,
    side: [Side; 1],
    internal: u32,
    external: u32,
    inside: Option<Expected>,
    outside: Option<Expected>,
    activity: ByActivity,
    fits: bool,
    p: Option<P>,
}

impl OneDepartment {
    fn ground(&self, partition: &Partition) -> Ground<'_> {
        Ground {
            ties: Distances {
                labels: score(self.inside, self.internal),
                activity: self.activity.z,
                fits: self.fits,
            },
            expected: self.inside.map(|chance| chance.mean),
            sides: &self.side,
            inside_asked: partition.inside_asked,
            asked: true,
        }
    }

    fn member(&self, partition: &Partition) -> Option<Member> {
        let ground = self.ground(partition);
        let z = ground.ties.labels.filter(|_| ground.before().is_none())?;
        Some(Member { z, p: self.p })
    }

    fn figures(
        self,
        partition: &Partition,
        reach: &Reach,
        answered: Option<u32>,
        q: Option<f64>,
    ) -> DepartmentFigures {
        let (g, size) = (self.place, self.side[0].actors);
        let (internal, external) = (f64::from(self.internal), f64::from(self.external));
        let others = 2.0 * (partition.len() as f64 - f64::from(size));
        let own = f64::from(size) - 1.0;
        let ground = self.ground(partition);
        let said = ground.of_department(q);
        DepartmentFigures {
            department: partition.names[g].clone(),
            actors: size,
            internal: Some(self.internal),
            external: Some(self.external),
            e_i: ratio(external - internal, external + internal).filter(|_| size > 1),
            expected_internal: self.inside.map(|chance| chance.mean),
            sd_internal: self.inside.map(|chance| chance.sd),
            z: ground.ties.labels,
            p_low: self.p.map(|p| p.low),
            p_high: self.p.map(|p| p.high),
            q_low: self.p.map(|p| p.q_low),
            q_high: self.p.map(|p| p.q_high),
            q,
            expected_external: self.outside.map(|chance| chance.mean),
            sd_external: self.outside.map(|chance| chance.sd),
            z_external: score(self.outside, self.external),
            expected_e_i: ratio(others - own, others + own),
            activity: self.activity,
            verdict: Verdict::of(said),
            too_small: too_small(said),
            said: Some(said),
            density_internal: ratio(internal, reach.inside[g] as f64),
            density_external: ratio(external, reach.outside[g] as f64),
            answered,
        }
    }
}
