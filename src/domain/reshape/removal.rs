//! An actor removed with everything that hangs on it.

use super::super::actor::ActorId;
use super::super::network::Network;
use super::super::offer::Party;
use super::{Reshaped, Touched, replace_parties};

/// Removes an actor, its places in all phases, what it said and what was said of it, and its parts of offers, which stay
/// themselves. None where it is not there.
pub fn remove_actor(network: &Network, actor: &ActorId) -> Option<Reshaped> {
    let mut next = network.clone();
    let mut touched = Touched::default();
    take_out(&mut next, actor, &mut touched)?;
    Some(Reshaped::of(network, &next, touched))
}

/// Takes an actor out of a network.
pub(super) fn take_out(
    network: &mut Network,
    actor: &ActorId,
    touched: &mut Touched,
) -> Option<()> {
    network.actors.remove(actor)?;
    touched.actors += 1;
    let before = network.memberships.len();
    network.memberships.retain(|(one, _), _| one != actor);
    touched.phases += before - network.memberships.len();
    let before = network.reports.len();
    let is_another = |from: &ActorId, to: &ActorId| from != actor && to != actor;
    network
        .reports
        .retain(|(_, from, to), _| is_another(from, to));
    touched.reports += before - network.reports.len();
    for offer in network.offers.values_mut() {
        let is_theirs = |party: &Party| matches!(party, Party::Actor(one) if one == actor);
        let none = |party: &Party| is_theirs(party).then_some(None);
        touched.offers += usize::from(replace_parties(offer, none));
    }
    Some(())
}
