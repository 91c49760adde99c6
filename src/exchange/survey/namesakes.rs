//! Functions of one name in plain files: told apart by their departments where these differ in one phase.

use std::collections::{HashMap, HashSet};

use super::super::columns::Table;
use super::super::fault::Faults;
use super::super::plan::is_dash;
use super::super::read::Row;
use super::departments::Departments;
use super::looks::key;
use super::part::{Part, coded, text};
use crate::domain::{look_alike, phase_readings};

/// No name stands in more phases than this; a column with more values is none of phases.
const MOST: usize = 1_000;

/// What stands for a department.
type Place = (Option<u32>, u64);

/// Names that stand under several departments in one phase, by how they look.
#[derive(Default)]
pub(super) struct Namesakes(HashSet<u64>);

impl Namesakes {
    /// From all tables of actors.
    pub fn of(parts: &[Part<'_>], departments: &Departments) -> Self {
        let mut first: HashMap<u64, (Place, bool)> = HashMap::new();
        each(parts, departments, |name, place, _, _| {
            let (other, several) = first.entry(name).or_insert((place, false));
            *several |= *other != place;
        });
        first.retain(|_, (_, several)| *several);
        let mut namesakes = Self::default();
        if first.is_empty() {
            return namesakes;
        }
        // By name and phase; an empty phase is each of them.
        let mut standing: HashMap<u64, HashMap<String, Place>> = HashMap::new();
        each(parts, departments, |name, place, phases, mark| {
            if !first.contains_key(&name) {
                return;
            }
            let of_name = standing.entry(name).or_default();
            for phase in phases.split([mark, ';']) {
                let [phase, _] = phase_readings(phase);
                let differs = |(other, there): (&String, &Place)| {
                    *there != place && (phase.is_empty() || other.is_empty() || *other == phase)
                };
                if of_name.iter().any(differs) {
                    namesakes.0.insert(name);
                }
                if of_name.len() < MOST {
                    of_name.entry(phase).or_insert(place);
                }
            }
        });
        namesakes
    }

    /// Whether functions of this name are told apart by their departments.
    pub fn are_apart(&self, name: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&key(name))
    }
}

/// Calls `row` with the name, the department, the phases and the mark of lists of each row that has both.
fn each(
    parts: &[Part<'_>],
    departments: &Departments,
    mut row: impl FnMut(u64, Place, &str, char),
) {
    for part in parts.iter().filter(|part| part.table == Table::Actors) {
        let (name, department, phase) = (part.at("name"), part.at("department"), part.at("phase"));
        if name.is_none() || department.is_none() {
            continue;
        }
        // Faults of the table are reported when its rows are read.
        part.each(&mut Faults::default(), |_, cells: Row<'_>, _| {
            let (name, of) = (text(cells, name), text(cells, department));
            if name.is_empty() || of.is_empty() || is_dash(&of) {
                return;
            }
            let place = match departments.find(&of) {
                Some(listed) => (Some(listed), 0),
                None => (None, key(&of)),
            };
            let phases = coded(cells, phase);
            row(key(&name), place, &phases, part.sheet.list_mark);
        });
    }
}

/// `RSD Süd (Jugendamt)`, parted: the name and what stands in the brackets.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (name, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    Some((name.trim(), inner.trim()))
}

/// Whether two names are one to the eye.
pub(super) fn alike(a: &str, b: &str) -> bool {
    a == b || look_alike(a) == look_alike(b)
}
