//! Who takes part in the offers of a district, in one phase.

use crate::domain::{self, DepartmentId, Offer, OfferId, Party, PhaseId};

/// A district's network in one phase.
#[derive(Debug, Clone, Copy)]
pub struct Network<'a> {
    /// The network.
    pub whole: &'a domain::Network,
    /// The phase.
    pub phase: &'a PhaseId,
}

impl<'a> Network<'a> {
    /// The offers of the phase, by id.
    pub fn offers(self) -> impl Iterator<Item = (&'a OfferId, &'a Offer)> {
        let offers = self.whole.offers.iter();
        offers.filter(move |(_, offer)| offer.providers.contains_key(self.phase))
    }

    /// Who provides an offer in the phase.
    pub fn providers(self, offer: &'a Offer) -> impl Iterator<Item = &'a Party> {
        offer.providers.get(self.phase).into_iter().flatten()
    }

    /// The department of a party; none of an actor without a place in the phase.
    pub fn department(self, party: &'a Party) -> Option<&'a DepartmentId> {
        match party {
            Party::Actor(actor) => {
                let key = (actor.clone(), self.phase.clone());
                let membership = self.whole.memberships.get(&key);
                membership.map(|membership| &membership.department)
            }
            Party::Department(department) | Party::Section(department, _) => Some(department),
        }
    }

    /// The name of a department.
    pub fn name(self, department: &DepartmentId) -> &'a str {
        let known = self.whole.departments.get(department);
        known.map_or("", |department| department.name.as_str())
    }

    /// How many functions a department has in the phase; bodies are none.
    pub fn functions(self, department: &DepartmentId) -> usize {
        let members = self.whole.members(self.phase);
        members
            .filter(|(actor, membership)| {
                let kind = self.whole.actors.get(*actor).map(|actor| actor.kind);
                membership.department == *department && kind != Some(domain::ActorKind::Body)
            })
            .count()
    }
}
