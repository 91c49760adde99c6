//! An actor moved to another department.

use super::super::actor::ActorId;
use super::super::department::DepartmentId;
use super::super::network::Network;
use super::super::phase::PhaseId;
use super::super::programme::Programme;
use super::super::words::Text;
use super::{Reshaped, Touched};

/// Where an actor moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlace {
    /// The department.
    pub department: DepartmentId,
    /// The section in it.
    pub section: Option<Text>,
}

/// Moves an actor from a phase on: in that phase and in all later ones in which it stands. A section belongs to its
/// department and does not come along. None where it stands in none of them, or there is no such department.
pub fn move_actor(
    network: &Network,
    programme: &Programme,
    actor: &ActorId,
    (to, from): (&NewPlace, &PhaseId),
) -> Option<Reshaped> {
    if !network.departments.contains_key(&to.department) {
        return None;
    }
    let mut next = network.clone();
    let mut touched = Touched::default();
    let phases = programme.phases_in_order().into_iter();
    for (phase, _) in phases.skip_while(|(phase, _)| *phase != from) {
        let key = (actor.clone(), phase.clone());
        let Some(place) = next.memberships.get_mut(&key) else {
            continue;
        };
        touched.phases += 1;
        if place.department != to.department || to.section.is_some() {
            place.section = to.section.clone();
        }
        place.department = to.department.clone();
    }
    (touched.phases > 0).then(|| Reshaped::of(network, &next, touched))
}
