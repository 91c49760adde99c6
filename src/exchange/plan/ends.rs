//! The ends of a cooperation, as its cells name them: a function, or several in one cell.

use super::super::fault::Problem;
use super::cells::Cells;
use super::desk::Desk;
use super::people;
use crate::domain::{ActorId, DepartmentId};

/// How many functions of a department are named where it stands for one of them.
const SOME: usize = 3;

/// The actors that a cell names; none where one of them is unknown, which is noted.
pub(super) fn ends(desk: &mut Desk<'_>, cells: Cells<'_>, key: &str) -> Option<Vec<ActorId>> {
    let text = cells.text(key).unwrap_or_default();
    if text.is_empty() {
        desk.fault(cells, key, Problem::Empty);
        return None;
    }
    let problem = match people::get(desk, text, false) {
        Ok(actor) => return Some(vec![actor]),
        Err(problem @ Problem::Ambiguous { .. }) => problem,
        Err(_) => {
            if let Some(several) = several(desk, cells, key) {
                return several;
            }
            unknown(desk, text)?
        }
    };
    desk.fault(cells, key, problem);
    None
}

/// The actors of a list; none where the cell holds no list of them, an inner none where one is unknown.
fn several(desk: &mut Desk<'_>, cells: Cells<'_>, key: &str) -> Option<Option<Vec<ActorId>>> {
    let list = cells.list(key).filter(|list| list.marks() > 0)?;
    if !desk.takes_list(cells, key, &list) {
        return Some(None);
    }
    let items = list.items(|item| people::get(desk, item, false).ok());
    if items.len() < 2 || items.iter().all(Result::is_err) {
        return None;
    }
    let mut actors = Some(Vec::new());
    for item in items {
        match item {
            Ok(actor) => actors
                .iter_mut()
                .for_each(|actors| actors.push(actor.clone())),
            Err(text) => {
                actors = None;
                if let Some(problem) = unknown(desk, text) {
                    desk.fault_of_item(cells, key, text, problem);
                }
            }
        }
    }
    Some(actors)
}

/// Why a text names no actor.
fn unknown(desk: &Desk<'_>, text: &str) -> Option<Problem> {
    match desk.departments.find(text) {
        Ok(Some(department)) => Some(Problem::OfficeAsEnd(functions(desk, &department))),
        _ => people::get(desk, text, true).err(),
    }
}

/// The names of some actors of a department.
fn functions(desk: &Desk<'_>, department: &DepartmentId) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for ((actor, _), membership) in &desk.network.memberships {
        let name = desk
            .network
            .actors
            .get(actor)
            .map(|actor| actor.name.to_string());
        if membership.department == *department
            && let Some(name) = name.filter(|name| !names.contains(name))
        {
            names.push(name);
            if names.len() == SOME {
                break;
            }
        }
    }
    names
}
