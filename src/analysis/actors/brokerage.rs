//! Brokerage: between which departments an actor stands.

use rayon::prelude::*;
use serde::Serialize;

use super::super::graph::Graph;
use super::super::partition::Partition;
use super::contacts::Contacts;

/// How many actors one core takes on at a time.
const TOGETHER: usize = 512;

/// How often an actor stands between two that have no tie, by the departments of the three; raw counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Brokerage {
    /// All three of one department.
    pub coordinator: u64,
    /// Between two of one department, itself of another.
    pub itinerant: u64,
    /// From its own department to another.
    pub representative: u64,
    /// From another department to its own.
    pub gatekeeper: u64,
    /// Between two departments, itself of a third.
    pub liaison: u64,
}

impl Brokerage {
    /// The count for a path from an actor of one department over one of another to one of a third.
    fn of(&mut self, from: u32, over: u32, to: u32) -> &mut u64 {
        match (from == over, over == to, from == to) {
            (true, true, _) => &mut self.coordinator,
            (true, false, _) => &mut self.representative,
            (false, true, _) => &mut self.gatekeeper,
            (false, false, true) => &mut self.itinerant,
            (false, false, false) => &mut self.liaison,
        }
    }
}

/// Returns for each actor of a partition, in its order, the paths a → v → b over it where a ≠ b and no arc leads from a to b;
/// without direction each open triple counts twice, once from either end.
///
/// All paths over an actor are counted by departments, then those from an actor to itself and the closed ones are
/// subtracted: time O(Σ over arcs of the arcs of their start), memory O(actors + arcs). Gould & Fernandez 1989, Sociological Methodology 19:89–126; names and counts as in R's `sna` from
/// version 2.5 on, where representative is A → A → B and gatekeeper A → B → B.
pub fn brokerage(graph: &Graph, partition: &Partition) -> Vec<Brokerage> {
    const NONE: u32 = u32::MAX;
    let mut group = vec![NONE; graph.len()];
    for (actor, own) in partition.members.iter().zip(&partition.group) {
        group[*actor as usize] = *own;
    }
    let here = |actor: u32| group[actor as usize] != NONE;
    let outgoing = graph.outgoing(here);
    let incoming = graph.incoming(here);
    let count = |contacts: &mut Contacts, reached: &mut [u64], over: u32| {
        let of = |actor: u32| group[actor as usize];
        let (from, to) = (incoming.at(over), outgoing.at(over));
        for end in to {
            contacts.put(*end);
            reached[of(*end) as usize] += 1;
        }
        let own = of(over);
        let (all, inside) = (to.len() as u64, reached[own as usize]);
        let mut brokerage = Brokerage::default();
        for start in from {
            let same = reached[of(*start) as usize];
            if of(*start) == own {
                brokerage.coordinator += inside;
                brokerage.representative += all - inside;
            } else {
                brokerage.gatekeeper += inside;
                brokerage.itinerant += same;
                brokerage.liaison += all - inside - same;
            }
        }
        for start in from {
            if contacts.has(*start) {
                *brokerage.of(of(*start), own, of(*start)) -= 1;
            }
            for end in outgoing.at(*start) {
                if contacts.has(*end) {
                    *brokerage.of(of(*start), own, of(*end)) -= 1;
                }
            }
        }
        for end in to {
            reached[of(*end) as usize] = 0;
        }
        contacts.clear(to);
        brokerage
    };
    partition
        .members
        .par_iter()
        .with_min_len(TOGETHER)
        .map_init(
            || {
                let contacts = Contacts::among(graph.len());
                (contacts, vec![0; partition.departments()])
            },
            |(contacts, reached), over| count(contacts, reached, *over),
        )
        .collect()
}
