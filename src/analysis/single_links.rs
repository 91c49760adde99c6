//! Pairs of departments that one function alone holds together.

use serde::Serialize;

use crate::domain::SurveyActor;

use super::counts::MOST_PAIRED;
use super::graph::Graph;
use super::partition::{Partition, all_pairs, pair_at, pairs_of};

/// A pair of departments, by their numbers in the partition, and the actor on whom it hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SingleLink {
    /// The first department.
    pub a: u32,
    /// The second department.
    pub b: u32,
    /// The actor, by its number in the graph.
    pub actor: u32,
    /// Whether it is the end that all direct ties share, rather than the only common contact.
    pub direct: bool,
}

/// A pair of departments that one function holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SingleLinkRow {
    /// The first department.
    pub a: String,
    /// The second department.
    pub b: String,
    /// The id of the function; absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// The name of the function; none for leaders.
    #[serde(skip)]
    pub label: Option<String>,
    /// Whether all direct ties end at it, rather than it being the only common contact.
    pub direct: bool,
}

impl SingleLink {
    /// The link as it is told, with the name of the function where it may be named.
    pub(super) fn row(&self, partition: &Partition, named: Option<&SurveyActor>) -> SingleLinkRow {
        SingleLinkRow {
            a: partition.names[self.a as usize].clone(),
            b: partition.names[self.b as usize].clone(),
            actor: named.map(|actor| actor.id.clone()),
            label: named.map(|actor| actor.label.clone()),
            direct: self.direct,
        }
    }
}

/// The pairs of departments whose ties all end at one actor, and those without a tie that have exactly one common
/// contact; none past 300 departments.
///
/// Time O(ties + Σ over actors of the squared number of departments they are tied with), memory O(departments²).
///
/// With a single tie both its ends are named, in two rows. A common contact may be any actor, of other departments
/// too; a body only where the selection counts bodies. Without one of these actors the two departments would be
/// without any path of two ties: the local form of a cut vertex between two sets.
pub fn single_links(graph: &Graph, partition: &Partition, bodies: bool) -> Option<Vec<SingleLink>> {
    let k = partition.departments();
    if k > MOST_PAIRED {
        return None;
    }
    let shared = shared_ends(partition);
    let contacts = common_contacts(graph, partition, bodies);
    let mut links = Vec::new();
    for (a, b) in all_pairs(k) {
        let at = pair_at(k, a, b);
        let mut add = |actor, direct| {
            links.push(SingleLink {
                a: a as u32,
                b: b as u32,
                actor,
                direct,
            });
        };
        match (shared[at], contacts[at]) {
            (Some(mut ends), _) => {
                ends.sort_unstable();
                ends.into_iter().flatten().for_each(|end| add(end, true));
            }
            (None, Contacts { number: 1, last }) => add(last, false),
            (None, _) => {}
        }
    }
    Some(links)
}

/// For each pair of departments the ends that all its direct ties have in common; none without a tie.
fn shared_ends(partition: &Partition) -> Vec<Option<[Option<u32>; 2]>> {
    let k = partition.departments();
    let mut shared: Vec<Option<[Option<u32>; 2]>> = vec![None; pairs_of(k)];
    for tie in &partition.ties {
        let (a, b) = partition.departments_of(*tie);
        if a == b {
            continue;
        }
        let ends = tie.map(|end| partition.members[end as usize]);
        let held = &mut shared[pair_at(k, a, b)];
        *held = Some(match *held {
            None => ends.map(Some),
            Some(held) => held.map(|actor| actor.filter(|actor| ends.contains(actor))),
        });
    }
    shared
}

/// The common contacts of two departments.
#[derive(Clone, Copy, Default)]
struct Contacts {
    number: u32,
    /// The last of them.
    last: u32,
}

/// The common contacts of each pair of departments.
fn common_contacts(graph: &Graph, partition: &Partition, bodies: bool) -> Vec<Contacts> {
    let k = partition.departments();
    let mut group = vec![None; graph.len()];
    for (member, own) in partition.members.iter().zip(&partition.group) {
        group[*member as usize] = Some(*own);
    }
    let mut contacts = vec![Contacts::default(); pairs_of(k)];
    let mut met = Vec::new();
    for actor in 0..graph.len() as u32 {
        if graph.actors[actor as usize].body && !bodies {
            continue;
        }
        met.clear();
        let neighbours = graph.neighbours(actor).iter();
        met.extend(neighbours.filter_map(|other| group[*other as usize]));
        met.sort_unstable();
        met.dedup();
        for (at, a) in met.iter().enumerate() {
            for b in &met[at + 1..] {
                let contacts = &mut contacts[pair_at(k, *a as usize, *b as usize)];
                contacts.number += 1;
                contacts.last = actor;
            }
        }
    }
    contacts
}
