//! The ties of a partition beside all that chance alone would give: made once, asked for each figure.

use crate::domain::Stopped;

use super::chance::activity::Activity;
use super::chance::labels::Moments;
use super::chance::permutations::{Permuted, permute};
use super::communities::Modularity;
use super::counts::Counts;
use super::departments::{DepartmentFigures, department_figures};
use super::graph::Graph;
use super::options::Options;
use super::pairs::{DepartmentPair, department_pairs};
use super::partition::Partition;
use super::progress::{Progress, Unwatched};
use super::silo::Silo;

/// The most ties with which the null models of a picture are simulated: about 50 ms.
const MOST_SIMULATED: usize = 2_000;

/// The null models of a partition: shuffled departments in closed form and by simulation, and the actors' numbers of
/// ties.
pub(super) struct Nulls<'a> {
    graph: &'a Graph,
    partition: &'a Partition,
    counts: Counts,
    moments: Moments,
    activity: Activity,
    permuted: Option<Permuted>,
    seed: u64,
}

impl<'a> Nulls<'a> {
    /// Without simulation.
    pub(super) fn in_closed_form(graph: &'a Graph, partition: &'a Partition) -> Self {
        Self {
            graph,
            partition,
            counts: Counts::of(partition),
            moments: Moments::of(partition),
            activity: Activity::of(partition),
            permuted: None,
            seed: 0,
        }
    }

    /// For a picture: as a report does unless asked otherwise, so that both say the same of each pair; of so many ties that
    /// it would take long without, where the closed form gives nearly the same.
    pub(super) fn for_pictures(graph: &'a Graph, partition: &'a Partition) -> Self {
        if partition.ties.len() > MOST_SIMULATED {
            return Self::in_closed_form(graph, partition);
        }
        Self::simulated(graph, partition, &Options::default(), &Unwatched)
            .expect("nobody who does not watch stops it")
    }

    /// With as many permutations as the options say.
    pub(super) fn simulated(
        graph: &'a Graph,
        partition: &'a Partition,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<Self, Stopped> {
        let closed = Self::in_closed_form(graph, partition);
        let (n, seed) = (options.permutations, options.seed);
        Ok(Self {
            permuted: permute(partition, &closed.counts, n, seed, progress)?,
            seed,
            ..closed
        })
    }

    /// Whether ties stay inside departments as a whole.
    pub(super) fn silo(&self, modularity: Modularity) -> Silo {
        let permuted = self.permuted.as_ref();
        Silo::of(
            self.graph,
            self.partition,
            &self.counts,
            &self.moments,
            &self.activity,
            permuted.map(|permuted| (permuted, self.seed)),
            modularity,
        )
    }

    /// Each department.
    pub(super) fn departments(&self) -> Vec<DepartmentFigures> {
        department_figures(
            self.graph,
            self.partition,
            &self.counts,
            &self.moments,
            &self.activity,
            self.permuted.as_ref(),
        )
    }

    /// Each pair of departments; none past 300 departments.
    pub(super) fn pairs(&self) -> Option<Vec<DepartmentPair>> {
        department_pairs(
            self.partition,
            &self.counts,
            &self.moments,
            Some(&self.activity),
            self.permuted.as_ref(),
        )
    }
}
