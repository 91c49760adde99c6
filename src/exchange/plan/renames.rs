//! Functions that may have been renamed, and names that may be those of known records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::fault::{Place, Problem};
use super::super::input::Renamed;
use super::desk::Desk;
use super::ids::Ids;
use super::near_names::{Twins, likeness};
use super::terms::{Rename, Twin};
use crate::domain::{Actor, ActorId, DepartmentId, Network, Noun, Text, look_alike};

/// The most pairs of a missing and a new function that are compared in all.
const MOST: usize = 200_000;

/// Lets functions be meant by their new names, as somebody decided.
pub(super) fn take(desk: &mut Desk<'_>, ids: &mut Ids<Actor>, renamed: &[Renamed]) {
    for one in renamed {
        let held = &desk.network.actors;
        let by_id = held.keys().find(|id| id.as_str() == one.from);
        let named = |actor: &Actor| look_alike(actor.name.as_str());
        let from = look_alike(&one.from);
        let mut by_name = held.iter().filter(|(_, actor)| named(actor) == from);
        let by_name = by_name.next().filter(|_| by_name.next().is_none());
        match by_id.or(by_name.map(|(id, _)| id)) {
            Some(id) => ids.rename(id.clone(), &one.to),
            None => {
                let names = held.values().map(|actor| actor.name.as_str());
                let problem = Problem::NoSuch {
                    noun: Noun::Actor,
                    nearest: desk.near(&one.from, names),
                };
                let place = Place {
                    source: "--renamed".to_owned(),
                    value: Some(one.from.clone()),
                    ..Place::default()
                };
                desk.faults.push(place, problem);
            }
        }
    }
}

/// The functions that are new in the file where a known one of their department is missing from it and has a near name.
pub(super) fn likely(desk: &Desk<'_>, held: &Network) -> Vec<Rename> {
    let mut new: BTreeMap<&DepartmentId, BTreeSet<&ActorId>> = BTreeMap::new();
    let mut missing: BTreeMap<&DepartmentId, BTreeSet<&ActorId>> = BTreeMap::new();
    for (actor, phase) in &desk.seen.memberships {
        if !held.actors.contains_key(actor) {
            let membership = &desk.network.memberships[&(actor.clone(), phase.clone())];
            new.entry(&membership.department).or_default().insert(actor);
        }
    }
    for ((actor, phase), membership) in &held.memberships {
        let is_missing = !desk.seen.actors.contains(actor) && desk.phases.covered.contains(phase);
        if is_missing && new.contains_key(&membership.department) {
            let of_department = missing.entry(&membership.department).or_default();
            of_department.insert(actor);
        }
    }
    let mut renames = Vec::new();
    let mut left = MOST;
    for (department, missing) in missing {
        let new = &new[department];
        match left.checked_sub(missing.len() * new.len()) {
            Some(rest) => left = rest,
            None => continue,
        }
        let before = |id: &ActorId| held.actors[id].name.clone();
        let after = |id: &ActorId| desk.network.actors[id].name.clone();
        let mut pairs: Vec<(usize, &ActorId, &ActorId)> = Vec::new();
        for from in &missing {
            for to in new {
                if let Some(far) = likeness(before(from).as_str(), after(to).as_str()) {
                    pairs.push((far, from, to));
                }
            }
        }
        pairs.sort();
        let mut taken: BTreeSet<&ActorId> = BTreeSet::new();
        for (_, from, to) in pairs {
            if !taken.contains(from) && !taken.contains(to) {
                taken.extend([from, to]);
                renames.push(Rename {
                    id: from.clone(),
                    from: before(from),
                    to: after(to),
                    department: desk.network.departments[department].name.clone(),
                });
            }
        }
    }
    renames
}

/// The new names that may be those of known or other new records, but for a letter or a word.
pub(super) fn twins(desk: &Desk<'_>, held: &Network, renames: &[Rename]) -> Vec<Twin> {
    let mut twins = Vec::new();
    let departments = desk.network.departments.iter().map(|(id, department)| {
        let is_new = !held.departments.contains_key(id);
        (department.name.as_str(), None, is_new)
    });
    let offers = desk.network.offers.iter().map(|(id, offer)| {
        let is_new = !held.offers.contains_key(id);
        (offer.name.as_str(), None, is_new)
    });
    for (new, known, _) in Twins::of(departments).found() {
        twins.push(twin(Noun::Department, new, known, None));
    }
    for (new, known, _) in Twins::of(offers).found() {
        twins.push(twin(Noun::Offer, new, known, None));
    }
    let mut latest: HashMap<&ActorId, &DepartmentId> = HashMap::new();
    for ((actor, _), membership) in &desk.network.memberships {
        latest.insert(actor, &membership.department);
    }
    let actors = desk.network.actors.iter().map(|(id, actor)| {
        let is_new = !held.actors.contains_key(id);
        let department = latest.get(id).map(|department| department.as_str());
        (actor.name.as_str(), department, is_new)
    });
    for (new, known, department) in Twins::of(actors).found() {
        let is_asked = |one: &Rename| one.to.as_str() == new && one.from.as_str() == known;
        if renames.iter().any(is_asked) {
            continue;
        }
        let department = department.and_then(|id| {
            let mut all = desk.network.departments.iter();
            all.find(|(other, _)| other.as_str() == id)
                .map(|(_, department)| department.name.clone())
        });
        twins.push(twin(Noun::Actor, new, known, department));
    }
    twins
}

fn twin(noun: Noun, name: &str, known: &str, department: Option<Text>) -> Twin {
    Twin {
        noun,
        name: name.to_owned(),
        known: known.to_owned(),
        department,
    }
}
