//! Entering offices and bodies from the list instead of typing them.

use std::collections::BTreeMap;

use super::{Snapshot, Suggestion};
use crate::domain::{
    Actor, ActorId, ActorKind, Change, Department, DepartmentId, DepartmentKind, Edit, Membership,
    Text, look_alike,
};
use crate::text::words::BODIES;

/// Whether a district holds what a suggestion names.
pub fn holds(view: &Snapshot, suggestion: &Suggestion) -> bool {
    let network = &view.network;
    match suggestion.kind {
        Some(_) => department(view, &suggestion.name).is_some(),
        None => network
            .actors
            .values()
            .any(|actor| look_alike(actor.name.as_str()) == look_alike(&suggestion.name)),
    }
}

/// The changes that enter suggestions which a district does not hold yet.
///
/// An organisation becomes a department; a body becomes an actor of the current phase, under a department for bodies.
pub fn entering(view: &Snapshot, chosen: &[Suggestion]) -> Vec<Change> {
    let text = |text: &str| Text::parse(text).expect("the seed's names are texts");
    let mut changes = Vec::new();
    let mut departments: Vec<DepartmentId> = Vec::new();
    let mut bodies = None;
    let mut add =
        |name: &str, kind, short: Option<&str>, field: Option<&str>, changes: &mut Vec<Change>| {
            let taken = |id: &DepartmentId| {
                view.network.departments.contains_key(id) || departments.contains(id)
            };
            let id = DepartmentId::from_name(name, taken);
            departments.push(id.clone());
            let department = Department {
                name: text(name),
                short_name: short.map(text),
                kind,
                policy_field: field.map(text),
                divisions: BTreeMap::new(),
            };
            changes.push(Change::Department(Edit::add(id.clone(), department)));
            id
        };
    for one in chosen.iter().filter(|one| !holds(view, one)) {
        if let Some(kind) = one.kind {
            let (short, field) = (one.short_name.as_deref(), one.policy_field.as_deref());
            add(&one.name, kind, short, field, &mut changes);
            continue;
        }
        let under = bodies
            .get_or_insert_with(|| {
                department(view, BODIES)
                    .unwrap_or_else(|| add(BODIES, DepartmentKind::Other, None, None, &mut changes))
            })
            .clone();
        let id = ActorId::from_name(&one.name, |id| view.network.actors.contains_key(id));
        let actor = Actor {
            name: text(&one.name),
            kind: ActorKind::Body,
            note: None,
        };
        changes.push(Change::Actor(Edit::add(id.clone(), actor)));
        if let Some((phase, _)) = view.programme.current_phase() {
            let membership = Membership {
                department: under,
                section: None,
                level: None,
                core_team: false,
                asked: None,
                answered: None,
                open: Default::default(),
            };
            let key = (id, phase.clone());
            changes.push(Change::Membership(Edit::add(key, membership)));
        }
    }
    changes
}

fn department(view: &Snapshot, name: &str) -> Option<DepartmentId> {
    let mut departments = view.network.departments.iter();
    departments
        .find(|(_, department)| look_alike(department.name.as_str()) == look_alike(name))
        .map(|(id, _)| id.clone())
}
