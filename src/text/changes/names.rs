//! The names behind the ids that changes speak of.

use std::collections::HashMap;

use crate::domain::{
    ActorId, Change, DepartmentId, Edit, Id, Network, OfferId, Party, PhaseId, Programme,
};

/// The names of everything that changes may refer to, also of what is no longer there.
#[derive(Debug, Default)]
pub struct Names<'a> {
    departments: HashMap<&'a DepartmentId, &'a str>,
    actors: HashMap<&'a ActorId, &'a str>,
    offers: HashMap<&'a OfferId, &'a str>,
    phases: HashMap<&'a PhaseId, &'a str>,
}

impl<'a> Names<'a> {
    /// The names of a programme and a network as they stand.
    pub fn of(programme: &'a Programme, network: &'a Network) -> Self {
        let mut names = Self::default();
        for (id, phase) in &programme.phases {
            names.phases.insert(id, phase.name.as_str());
        }
        for (id, department) in &network.departments {
            names.departments.insert(id, department.name.as_str());
        }
        for (id, actor) in &network.actors {
            names.actors.insert(id, actor.name.as_str());
        }
        for (id, offer) in &network.offers {
            names.offers.insert(id, offer.name.as_str());
        }
        names
    }

    /// Adds the names that changes give or take; what stands already keeps its name.
    pub fn learn(&mut self, changes: &'a [Change]) {
        for change in changes {
            match change {
                Change::District(_)
                | Change::Membership(_)
                | Change::Report(_)
                | Change::Release(_)
                | Change::OpenPoint(_) => {}
                Change::Phase(edit) => learn(&mut self.phases, edit, |phase| phase.name.as_str()),
                Change::Department(edit) => {
                    learn(&mut self.departments, edit, |one| one.name.as_str());
                }
                Change::Actor(edit) => learn(&mut self.actors, edit, |one| one.name.as_str()),
                Change::Offer(edit) => learn(&mut self.offers, edit, |one| one.name.as_str()),
            }
        }
    }

    /// The name of a department, else its id.
    pub fn department<'b>(&'b self, id: &'b DepartmentId) -> &'b str {
        named(&self.departments, id)
    }

    /// The name of an actor, else its id.
    pub fn actor<'b>(&'b self, id: &'b ActorId) -> &'b str {
        named(&self.actors, id)
    }

    /// The name of an offer, else its id.
    pub fn offer<'b>(&'b self, id: &'b OfferId) -> &'b str {
        named(&self.offers, id)
    }

    /// The name of a funding phase, else its id.
    pub fn phase<'b>(&'b self, id: &'b PhaseId) -> &'b str {
        named(&self.phases, id)
    }

    /// The name of who takes part in an offer.
    pub fn party(&self, party: &Party) -> String {
        match party {
            Party::Actor(id) => self.actor(id).to_owned(),
            Party::Department(id) => self.department(id).to_owned(),
            Party::Section(id, section) => format!("{section} ({})", self.department(id)),
        }
    }
}

fn learn<'a, T, V>(
    names: &mut HashMap<&'a Id<T>, &'a str>,
    edit: &'a Edit<Id<T>, V>,
    name: impl Fn(&'a V) -> &'a str,
) {
    if let Some(record) = edit.after.as_ref().or(edit.before.as_ref()) {
        names.entry(&edit.key).or_insert_with(|| name(record));
    }
}

fn named<'b, T>(names: &'b HashMap<&Id<T>, &'b str>, id: &'b Id<T>) -> &'b str {
    names.get(id).copied().unwrap_or_else(|| id.as_str())
}
