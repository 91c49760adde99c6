//! The ends of the ties of plain files, as their cells name them: a function, or several in one cell.

use super::super::fault::{Faults, Problem};
use super::super::plan::{List, Near};
use super::super::read::Row;
use super::actors::Actors;
use super::departments::Departments;
use super::doubts::Cell;
use super::part::{is_too_long, text};
use crate::domain::{MAX_NAME, Noun};

/// How many functions of a department are named where it stands for one of them.
const SOME: usize = 3;

/// Whom a cell names.
pub(super) enum Ends {
    /// Nobody, or somebody unknown, which was noted.
    None,
    /// As nearly all cells do: no list is made for it.
    One([u32; 1]),
    /// Several.
    Many(Vec<u32>),
}

impl Ends {
    /// All of them.
    pub fn all(&self) -> &[u32] {
        match self {
            Self::None => &[],
            Self::One(one) => one,
            Self::Many(all) => all,
        }
    }
}

/// The actors that a cell names; none where one of them is unknown, which is noted.
pub(super) fn ends(
    cell: Cell<'_>,
    row: Row<'_>,
    actors: &mut Actors,
    departments: &Departments,
    near: &Near,
    faults: &mut Faults,
) -> Ends {
    let text = text(row, cell.column);
    let mark = cell.part.sheet.list_mark;
    let list = List { text: &text, mark };
    let is_list = text.contains(mark) || (actors.has_table() && list.marks() > 0);
    if is_list && let Some(several) = several(cell, list, actors, departments, near, faults) {
        return several;
    }
    let problem = if text.is_empty() {
        Problem::Empty
    } else if is_too_long(&text) {
        Problem::NameTooLong(MAX_NAME)
    } else {
        match end(&text, actors, departments) {
            Some(actor) => return Ends::One([actor]),
            None => unknown(&text, actors, departments, near, faults),
        }
    };
    faults.push_with(
        || cell.part.place(cell.number, cell.column, &text),
        || problem,
    );
    Ends::None
}

/// The actor of that name; where no table says who there is, whoever is named is there, unless it is a department.
fn end(text: &str, actors: &mut Actors, departments: &Departments) -> Option<u32> {
    if !actors.has_table() && departments.find(text).is_some() {
        return actors.find(text, departments);
    }
    actors.end(text, departments)
}

/// The actors of a list; none where the cell is the name of one, or nothing in it is known.
fn several(
    cell: Cell<'_>,
    list: List<'_>,
    actors: &mut Actors,
    departments: &Departments,
    near: &Near,
    faults: &mut Faults,
) -> Option<Ends> {
    if actors.find(list.text, departments).is_some() {
        return None;
    }
    if !actors.has_table() {
        let items = list.items(|item| (!item.is_empty()).then(|| item.to_owned()));
        let items = items.into_iter().filter_map(Result::ok);
        let ends: Option<Vec<u32>> = items.map(|item| end(&item, actors, departments)).collect();
        return ends.filter(|ends| ends.len() > 1).map(Ends::Many);
    }
    let items = list.items(|item| actors.find(item, departments));
    if items.len() < 2 || items.iter().all(Result::is_err) {
        return None;
    }
    let mut ends = Vec::new();
    let mut is_whole = true;
    for item in items {
        match item {
            Ok(actor) => ends.push(actor),
            Err(item) => {
                is_whole = false;
                let problem = unknown(item, actors, departments, near, faults);
                let place = || cell.part.place(cell.number, cell.column, item);
                faults.push_with(place, || problem);
            }
        }
    }
    Some(if is_whole {
        Ends::Many(ends)
    } else {
        Ends::None
    })
}

/// Why a text names no actor.
fn unknown(
    text: &str,
    actors: &Actors,
    departments: &Departments,
    near: &Near,
    faults: &Faults,
) -> Problem {
    let noun = Noun::Actor;
    if let Some(department) = departments.find(text) {
        return Problem::OfficeAsEnd(actors.some_of(department, SOME));
    }
    let several = match faults.is_full() {
        true => None,
        false => actors.written_out(text, departments),
    };
    match several {
        Some(ids) => Problem::Ambiguous { noun, ids },
        None => Problem::NoSuch {
            noun,
            nearest: near.to(text, actors.texts(), faults).map(str::to_owned),
        },
    }
}
