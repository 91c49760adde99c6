//! Departments merged and removed, with the actors that stand in them.

use std::collections::BTreeSet;

use super::super::actor::ActorId;
use super::super::department::DepartmentId;
use super::super::network::Network;
use super::super::offer::Party;
use super::super::phase::PhaseId;
use super::removal::take_out;
use super::{Reshaped, Touched, replace_parties};

/// Merges one department into another: its actors with their sections, its parts of offers and what it is responsible for
/// come along. The values of the one that stays win; a division is kept for each phase in which the other had none.
///
/// Actors of the same name stay two: they are told apart by their ids, and are merged one by one. None where one of the
/// departments is not there, or both are one.
pub fn merge_departments(
    network: &Network,
    goes: &DepartmentId,
    stays: &DepartmentId,
) -> Option<Reshaped> {
    if goes == stays {
        return None;
    }
    let mut next = network.clone();
    let gone = next.departments.remove(goes)?;
    let department = next.departments.get_mut(stays)?;
    department.short_name = department.short_name.take().or(gone.short_name);
    department.policy_field = department.policy_field.take().or(gone.policy_field);
    for (phase, division) in gone.divisions {
        department.divisions.entry(phase).or_insert(division);
    }
    let mut touched = standing(network, goes);
    let places = next.memberships.values_mut();
    for place in places.filter(|place| place.department == *goes) {
        place.department = stays.clone();
    }
    for place in next.memberships.values_mut() {
        if place.open.remove(goes) {
            place.open.insert(stays.clone());
        }
    }
    for offer in next.offers.values_mut() {
        let was_responsible = offer.responsible.as_ref() == Some(goes);
        if was_responsible {
            offer.responsible = Some(stays.clone());
        }
        let other = |party: &Party| match party {
            Party::Department(one) if one == goes => Some(Some(Party::Department(stays.clone()))),
            Party::Section(one, section) if one == goes => {
                Some(Some(Party::Section(stays.clone(), section.clone())))
            }
            Party::Actor(_) | Party::Department(_) | Party::Section(..) => None,
        };
        let was_party = replace_parties(offer, other);
        touched.offers += usize::from(was_responsible || was_party);
    }
    Some(Reshaped::of(network, &next, touched))
}

/// Removes a department with the places of its actors and what hangs on them; an actor that stands elsewhere in another
/// phase stays there. None where it is not there.
pub fn remove_department(network: &Network, department: &DepartmentId) -> Option<Reshaped> {
    let mut next = network.clone();
    next.departments.remove(department)?;
    let mut touched = Touched::default();
    let places: BTreeSet<(ActorId, PhaseId)> = places(network, department).cloned().collect();
    next.memberships.retain(|key, _| !places.contains(key));
    for place in next.memberships.values_mut() {
        place.open.remove(department);
    }
    next.reports.retain(|(phase, from, to), _| {
        let is_there = |actor: &ActorId| !places.contains(&(actor.clone(), phase.clone()));
        is_there(from) && is_there(to)
    });
    touched.reports = network.reports.len() - next.reports.len();
    touched.phases = standing(network, department).phases;
    let actors: BTreeSet<&ActorId> = places.iter().map(|(actor, _)| actor).collect();
    for actor in actors {
        let mut left = next.memberships.keys();
        if !left.any(|(one, _)| one == actor) {
            take_out(&mut next, actor, &mut Touched::default());
            touched.actors += 1;
        }
    }
    for offer in next.offers.values_mut() {
        if offer.responsible.as_ref() == Some(department) {
            offer.responsible = None;
        }
        let is_theirs = |party: &Party| match party {
            Party::Department(one) | Party::Section(one, _) => one == department,
            Party::Actor(_) => false,
        };
        replace_parties(offer, |party| is_theirs(party).then_some(None));
    }
    let offers = next.offers.iter();
    touched.offers = offers
        .filter(|(id, offer)| network.offers.get(*id) != Some(*offer))
        .count();
    Some(Reshaped::of(network, &next, touched))
}

/// Who stands in a department, and in how many phases somebody does.
fn standing(network: &Network, department: &DepartmentId) -> Touched {
    let actors: BTreeSet<&ActorId> = places(network, department).map(|(one, _)| one).collect();
    let phases: BTreeSet<&PhaseId> = places(network, department).map(|(_, one)| one).collect();
    Touched {
        actors: actors.len(),
        phases: phases.len(),
        ..Touched::default()
    }
}

fn places<'n>(
    network: &'n Network,
    department: &'n DepartmentId,
) -> impl Iterator<Item = &'n (ActorId, PhaseId)> {
    let places = network.memberships.iter();
    places
        .filter(move |(_, place)| place.department == *department)
        .map(|(key, _)| key)
}
