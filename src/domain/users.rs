//! Which records others refer to.

use std::collections::{BTreeMap, HashSet};

use super::actor::ActorId;
use super::change::{Change, Noun};
use super::department::DepartmentId;
use super::network::Network;
use super::offer::{OfferId, Party};
use super::phase::PhaseId;

/// Who is referred to by others; filled only as far as the changes at hand remove or name something.
#[derive(Default)]
pub struct Users<'a> {
    pub(super) departments: HashSet<&'a DepartmentId>,
    pub(super) actors: HashSet<&'a ActorId>,
    pub(super) memberships: HashSet<(ActorId, PhaseId)>,
    pub(super) offers: HashSet<&'a OfferId>,
    /// How many departments bear each name.
    pub(super) names: BTreeMap<&'a str, usize>,
}

impl<'a> Users<'a> {
    /// Who is referred to in the network that the changes have led to.
    pub(super) fn of(network: &'a Network, changes: &[Change]) -> Self {
        let mut users = Self::default();
        let removes = |noun| {
            changes
                .iter()
                .any(|change| change.noun() == noun && change.removes())
        };
        if changes
            .iter()
            .any(|change| change.noun() == Noun::Department)
        {
            for department in network.departments.values() {
                *users.names.entry(department.name.as_str()).or_default() += 1;
            }
        }
        if removes(Noun::Department) || removes(Noun::Actor) {
            for ((actor, _), membership) in &network.memberships {
                users.actors.insert(actor);
                users.departments.insert(&membership.department);
                users.departments.extend(&membership.open);
            }
            for offer in network.offers.values() {
                users.departments.extend(&offer.responsible);
                for party in offer.parties() {
                    match party {
                        Party::Actor(id) => users.actors.insert(id),
                        Party::Department(id) | Party::Section(id, _) => {
                            users.departments.insert(id)
                        }
                    };
                }
            }
        }
        if removes(Noun::Membership) {
            for (phase, from, to) in network.reports.keys() {
                users.memberships.insert((from.clone(), phase.clone()));
                users.memberships.insert((to.clone(), phase.clone()));
            }
        }
        if removes(Noun::Offer) {
            users
                .offers
                .extend(network.reports.values().flat_map(|report| &report.offers));
        }
        users
    }
}
