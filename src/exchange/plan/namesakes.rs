//! Functions of one name: told apart by their departments.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::columns::Table;
use super::super::notice::Notice;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::phases;
use crate::domain::{ActorId, DepartmentId, PhaseId, look_alike};

/// The names that several functions bear, and where functions stand.
pub(super) struct Namesakes {
    /// How names look that stand in one phase under several departments.
    apart: HashSet<String>,
    /// Who bears such a name in a department.
    own: HashMap<(String, DepartmentId), BTreeSet<ActorId>>,
    /// The departments of each function, in any phase.
    places: HashMap<ActorId, BTreeSet<DepartmentId>>,
}

impl Namesakes {
    /// From the store and all rows of the file.
    pub fn of(desk: &Desk<'_>) -> Self {
        let mut namesakes = Self {
            apart: HashSet::new(),
            own: HashMap::new(),
            places: HashMap::new(),
        };
        let mut first: HashMap<String, (DepartmentId, bool)> = HashMap::new();
        for cells in desk.rows(Table::Actors) {
            let Some((name, department)) = named(desk, cells) else {
                continue;
            };
            let (other, several) = first
                .entry(name)
                .or_insert_with(|| (department.clone(), false));
            *several |= *other != department;
        }
        first.retain(|_, (_, several)| *several);
        let mut standing: HashMap<(String, PhaseId), DepartmentId> = HashMap::new();
        // Nearly always no name is left by now.
        for cells in desk.rows(Table::Actors).filter(|_| !first.is_empty()) {
            let named = named(desk, cells).filter(|(name, _)| first.contains_key(name));
            let Some((name, department)) = named else {
                continue;
            };
            for phase in phases::named(desk, cells) {
                let key = (name.clone(), phase);
                let before = standing.entry(key).or_insert_with(|| department.clone());
                if *before != department {
                    namesakes.apart.insert(name.clone());
                }
            }
        }
        for ((actor, _), membership) in &desk.network.memberships {
            if let Some(record) = desk.network.actors.get(actor) {
                namesakes.place(actor, record.name.as_str(), &membership.department);
            }
        }
        for cells in desk.rows(Table::Actors) {
            if let Some(Ok(id)) = cells.text("id").map(cells::id)
                && let Some((_, department)) = named(desk, cells)
            {
                namesakes.place(&id, cells.text("name").unwrap_or_default(), &department);
            }
        }
        namesakes
    }

    /// Notes that a function of this name stands in a department.
    pub fn place(&mut self, actor: &ActorId, name: &str, department: &DepartmentId) {
        let departments = self.places.entry(actor.clone()).or_default();
        departments.insert(department.clone());
        if self.are_apart(name) {
            let own = self.own.entry((look_alike(name), department.clone()));
            own.or_default().insert(actor.clone());
        }
    }

    /// The functions of this name in a department: one, but where the file gives several ids.
    pub fn of_department(&self, name: &str, department: &DepartmentId) -> Vec<ActorId> {
        let own = self.own.get(&(look_alike(name), department.clone()));
        own.into_iter().flatten().cloned().collect()
    }

    /// Whether functions of this name are told apart by their departments.
    pub fn are_apart(&self, name: &str) -> bool {
        !self.apart.is_empty() && self.apart.contains(&look_alike(name))
    }

    /// Notes of each name that several functions bear in which departments they stand.
    pub fn tell(&self, desk: &mut Desk<'_>) {
        let mut departments: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut names: BTreeMap<&str, &ActorId> = BTreeMap::new();
        for ((look, department), actors) in &self.own {
            if let Some(record) = desk.network.departments.get(department) {
                let of_name = departments.entry(look).or_default();
                of_name.insert(record.name.to_string());
                names.extend(actors.first().map(|actor| (look.as_str(), actor)));
            }
        }
        for (look, departments) in departments {
            let actor = names.get(look).and_then(|id| desk.network.actors.get(*id));
            if let Some(actor) = actor.filter(|_| departments.len() > 1) {
                desk.notices.push(Notice::Namesakes {
                    name: actor.name.to_string(),
                    departments: departments.into_iter().collect(),
                });
            }
        }
    }

    /// Whether a function stands in a department in any phase.
    pub fn stands(&self, actor: &ActorId, department: &DepartmentId) -> bool {
        let departments = self.places.get(actor);
        departments.is_some_and(|departments| departments.contains(department))
    }
}

/// How the name of a row looks, and the department that it names.
fn named(desk: &Desk<'_>, cells: Cells<'_>) -> Option<(String, DepartmentId)> {
    let name = cells.text("name").filter(|name| !name.is_empty())?;
    let department = desk.departments.find(cells.text("department")?).ok()??;
    Some((look_alike(name), department))
}
