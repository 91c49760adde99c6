//! What goes when a file shall replace what is there.
//!
//! A file speaks of its tables and of its phases: what belongs to another table or another phase stays. So does what
//! others still refer to, and that is said.

use std::collections::BTreeSet;

use super::super::columns::Table;
use super::super::notice::Notice;
use super::desk::Desk;
use crate::domain::{ActorId, DepartmentId, OfferId, Party, PhaseId};

/// Takes away what the file could have named and did not.
pub(super) fn remove(desk: &mut Desk<'_>) {
    let covered = desk.phases.covered.clone();
    if desk.has(Table::Cooperations) {
        let seen = &desk.seen.reports;
        desk.network
            .reports
            .retain(|key, _| !covered.contains(&key.0) || seen.contains(key));
    }
    if desk.has(Table::Offers) {
        remove_offers(desk, &covered);
    }
    if desk.has(Table::Actors) {
        remove_actors(desk, &covered);
    }
    if desk.has(Table::Departments) {
        remove_departments(desk, &covered);
    }
}

fn remove_offers(desk: &mut Desk<'_>, covered: &BTreeSet<PhaseId>) {
    let used: BTreeSet<OfferId> = desk
        .network
        .reports
        .values()
        .flat_map(|report| report.offers.iter().cloned())
        .collect();
    let seen = &desk.seen;
    let notices = &mut desk.notices;
    desk.network.offers.retain(|id, offer| {
        if seen.offers.contains(id) {
            offer.providers.retain(|phase, _| {
                !covered.contains(phase) || seen.offers_in.contains(&(id.clone(), phase.clone()))
            });
            return true;
        }
        if used.contains(id) {
            notices.push(Notice::StillUsed {
                name: offer.name.to_string(),
            });
            return true;
        }
        offer.providers.retain(|phase, _| !covered.contains(phase));
        !offer.providers.is_empty()
    });
}

fn remove_actors(desk: &mut Desk<'_>, covered: &BTreeSet<PhaseId>) {
    let tied: BTreeSet<(ActorId, PhaseId)> = desk
        .network
        .reports
        .keys()
        .flat_map(|(phase, from, to)| [from, to].map(|end| (end.clone(), phase.clone())))
        .collect();
    let mut kept = BTreeSet::new();
    let seen = &desk.seen;
    desk.network.memberships.retain(|key, _| {
        if !covered.contains(&key.1) || seen.memberships.contains(key) {
            return true;
        }
        let stays = tied.contains(key);
        if stays {
            kept.insert(key.0.clone());
        }
        stays
    });
    let in_offers: BTreeSet<ActorId> = desk
        .network
        .offers
        .values()
        .flat_map(|offer| offer.parties())
        .filter_map(|party| match party {
            Party::Actor(id) => Some(id.clone()),
            Party::Department(_) | Party::Section(..) => None,
        })
        .collect();
    let placed: BTreeSet<ActorId> = desk
        .network
        .memberships
        .keys()
        .map(|(actor, _)| actor.clone())
        .collect();
    let contacts = desk.contacts;
    let new_contacts = &mut desk.new_contacts;
    let notices = &mut desk.notices;
    desk.network.actors.retain(|id, actor| {
        if seen.actors.contains(id) {
            return true;
        }
        let referred = in_offers.contains(id);
        if kept.contains(id) || (referred && !placed.contains(id)) {
            notices.push(Notice::StillUsed {
                name: actor.name.to_string(),
            });
        }
        let stays = referred || placed.contains(id);
        if !stays && contacts.contains_key(id) {
            new_contacts.insert(id.clone(), None);
        }
        stays
    });
}

fn remove_departments(desk: &mut Desk<'_>, covered: &BTreeSet<PhaseId>) {
    let mut used: BTreeSet<DepartmentId> = desk
        .network
        .memberships
        .values()
        .map(|membership| membership.department.clone())
        .collect();
    for offer in desk.network.offers.values() {
        used.extend(offer.responsible.iter().cloned());
        used.extend(offer.parties().filter_map(|party| match party {
            Party::Department(id) | Party::Section(id, _) => Some(id.clone()),
            Party::Actor(_) => None,
        }));
    }
    let divisions_told = desk.tables.have(Table::Departments, "division");
    let seen = &desk.seen;
    let notices = &mut desk.notices;
    desk.network.departments.retain(|id, department| {
        if seen.departments.contains(id) {
            if divisions_told {
                department.divisions.retain(|phase, _| {
                    !covered.contains(phase)
                        || seen.divisions.contains(&(id.clone(), phase.clone()))
                });
            }
            return true;
        }
        if used.contains(id) {
            notices.push(Notice::StillUsed {
                name: department.name.to_string(),
            });
            return true;
        }
        department
            .divisions
            .retain(|phase, _| !covered.contains(phase));
        !department.divisions.is_empty()
    });
}
