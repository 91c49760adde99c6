//! Which groups the ties themselves would make, and how far the departments are those groups.

mod agreement;
mod desk;
mod leiden;
mod nodes;
mod order;
mod search;

use serde::{Serialize, Serializer};

use crate::domain::Stopped;

use super::partition::Partition;
use super::progress::{Meter, Progress, Stage};
use agreement::Table;
use leiden::Found;
use nodes::{Nodes, renumber};

/// How well the departments part the network, beside the best partition that was found.
///
/// Of the undirected form, unweighted; null is what is undefined, and all of it where no structure was asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Modularity {
    /// The modularity of the departments; null without a tie.
    pub departments: Option<f64>,
    /// The highest modularity found, never below that of the departments; null without a tie.
    pub best: Option<f64>,
    /// The groups of the best partition, an actor without a tie being one; null without a tie.
    pub best_groups: Option<usize>,
    /// The adjusted Rand index of departments and best partition; null where either is one group.
    pub ari: Option<f64>,
    /// Their normalized mutual information; null where either is one group.
    pub nmi: Option<f64>,
}

/// The group of each actor in the best partition, by the actor's id; null without a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestPartition(pub Option<Vec<(String, u32)>>);

impl Serialize for BestPartition {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(groups) => to.collect_map(groups.iter().map(|(id, group)| (id, group))),
            None => to.serialize_none(),
        }
    }
}

/// The modularity of a partition, and the group of each of its actors in the best one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Communities {
    /// The figures.
    pub modularity: Modularity,
    /// The group of each actor of the partition, counted from 1 in the order of their first actors; none without a tie.
    pub groups: Option<Vec<u32>>,
}

impl Communities {
    /// Searches the best partition of the actors in scope.
    ///
    /// Modularity = Σ over groups of (inner ties/m − (degrees/2m)²), m ties, undefined without one (Newman & Girvan
    /// 2004, Phys. Rev. E 69:026113). The best one is searched by 300 Leiden runs up to 200 actors, half of
    /// them from groups thrown together at random, 100 up to 1,000, 10 above, one more from the departments, and by runs
    /// on what two of them agree on and on what is left of the last ones when groups are taken apart; of equally good
    /// ones the one that agrees more with the departments counts. The true maximum is out of reach of any search in
    /// general (Brandes et al. 2008, IEEE TKDE 20:172–188). Time grows with ties. The draws are always the same: the best
    /// partition is a property of the network, and no seed of permutations should change it.
    pub fn of(partition: &Partition, progress: &dyn Progress) -> Result<Self, Stopped> {
        let mut ties = partition.ties.clone();
        if partition.directed {
            ties.sort_unstable();
            ties.dedup();
        }
        if ties.is_empty() {
            return Ok(Self::default());
        }
        let nodes = Nodes::of(partition.len(), &ties);
        let order = order::nameless(&nodes, &partition.group, partition.departments());
        let mut place = vec![0; order.len()];
        for (at, actor) in (0..).zip(&order) {
            place[*actor as usize] = at;
        }
        for end in ties.as_flattened_mut() {
            *end = place[*end as usize];
        }
        let nodes = Nodes::of(partition.len(), &ties);
        let departments: Vec<u32> = order
            .iter()
            .map(|actor| partition.group[*actor as usize])
            .collect();
        let given = Found::of(&nodes, departments.clone());
        let starts = search::starts(partition.len());
        let meter = Meter::new(progress, Stage::Partition, starts + 1);
        let best = search::best(&nodes, &departments, starts, &meter);
        meter.check()?;
        let mut groups: Vec<u32> = place.iter().map(|at| best.group[*at as usize]).collect();
        renumber(&mut groups, best.count);
        let table = Table::of(&partition.group, &groups);
        let whole = nodes.total as f64 * nodes.total as f64;
        Ok(Self {
            modularity: Modularity {
                departments: Some(given.score as f64 / whole),
                best: Some(best.score as f64 / whole),
                best_groups: Some(best.count),
                ari: table.ari(),
                nmi: table.nmi(),
            },
            groups: Some(groups.iter().map(|group| group + 1).collect()),
        })
    }
}
