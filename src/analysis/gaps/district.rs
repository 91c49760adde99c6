//! The offers of a network that rest with one department, for pictures that show a whole district.

use std::collections::BTreeSet;

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
pub fn known_to_one(network: &Network, phase: &PhaseId) -> Vec<Alone> {
    alone(network, phase, |offer, providers| {
        let others = offer.known_to.iter().chain(&offer.referred_by);
        providers.iter().chain(others).collect()
    })
}

/// The offers that one department provides and answers for alone.
pub fn held_by_one(network: &Network, phase: &PhaseId) -> Vec<Alone> {
    alone(network, phase, |_, providers| providers.iter().collect())
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

/// The offers whose responsible department and chosen parties come to one department.
fn alone(
    network: &Network,
    phase: &PhaseId,
    parties: impl for<'a> Fn(&'a Offer, &'a BTreeSet<Party>) -> Vec<&'a Party>,
) -> Vec<Alone> {
    let mut found = Vec::new();
    for (id, offer) in offers(network, phase) {
        let mut departments: BTreeSet<&DepartmentId> = offer.responsible.iter().collect();
        for party in parties(offer, &offer.providers[phase]) {
            departments.extend(department(network, phase, party));
        }
        if let [only] = *Vec::from_iter(departments).as_slice() {
            found.push(Alone {
                offer: id.clone(),
                department: only.clone(),
            });
        }
    }
    found
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
