//! The offers of a network that rest with one department, for pictures that show a whole district.

use super::rests::Rests;
use crate::domain::{DepartmentId, Network, Offer, OfferId, Party, PhaseId};

/// An offer that one department alone knows or holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alone {
    /// The offer.
    pub offer: OfferId,
    /// The department.
    pub department: DepartmentId,
}

/// The offers that only one department knows: whoever provides, answers for, knows or refers to them is in it.
///
/// None where of no offer of the phase it is entered who knows it or refers to it: what nobody wrote down is not
/// unknown.
pub fn known_to_one(network: &Network, phase: &PhaseId) -> Vec<Alone> {
    let told = |offer: &Offer| !offer.known_to.is_empty() || !offer.referred_by.is_empty();
    if !offers(network, phase).any(|(_, offer)| told(offer)) {
        return Vec::new();
    }
    alone(network, phase, Rests::only_knower)
}

/// The offers that one department provides and answers for alone.
pub fn held_by_one(network: &Network, phase: &PhaseId) -> Vec<Alone> {
    alone(network, phase, Rests::only_holder)
}

fn offers<'a>(
    network: &'a Network,
    phase: &'a PhaseId,
) -> impl Iterator<Item = (&'a OfferId, &'a Offer)> {
    network
        .offers
        .iter()
        .filter(move |(_, offer)| offer.providers.contains_key(phase))
}

fn alone<'a>(
    network: &'a Network,
    phase: &'a PhaseId,
    only: fn(&Rests<&'a DepartmentId>) -> Option<&'a DepartmentId>,
) -> Vec<Alone> {
    let department = |party| department(network, phase, party);
    offers(network, phase)
        .filter_map(|(id, offer)| {
            let mut rests = Rests::new();
            rests.held_by(&offer.responsible);
            rests.held_by(offer.providers[phase].iter().filter_map(department));
            let told = offer.known_to.iter().chain(&offer.referred_by);
            rests.known_to(told.filter_map(department));
            Some(Alone {
                offer: id.clone(),
                department: only(&rests)?.clone(),
            })
        })
        .collect()
}

/// The department of who takes part in an offer; none of an actor that has no place in the phase.
fn department<'a>(
    network: &'a Network,
    phase: &PhaseId,
    party: &'a Party,
) -> Option<&'a DepartmentId> {
    match party {
        Party::Actor(actor) => network
            .memberships
            .get(&(actor.clone(), phase.clone()))
            .map(|membership| &membership.department),
        Party::Department(department) | Party::Section(department, _) => Some(department),
    }
}
