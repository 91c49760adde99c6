//! The departments of a workbook, by which the actors' column of departments is read.

use std::collections::HashMap;

use super::super::fault::Faults;
use super::{Part, text};
use crate::domain::DepartmentKind;
use crate::text::words;

/// What a table of departments says beside their names, in the order of a district's own columns.
pub(super) const COLUMNS: [&str; 3] = ["short_name", "policy_field", "division"];

/// A department of a file.
pub(super) struct Department {
    /// Its name.
    pub name: String,
    /// Its kind, where it is known.
    pub kind: Option<DepartmentKind>,
    /// For each of [`COLUMNS`] the values.
    values: [Values; 3],
}

/// What a department has in a column, in the order of the rows.
#[derive(Default)]
struct Values {
    all: Vec<String>,
    /// The first of each phase by its text, which is empty for all phases.
    first: HashMap<String, usize>,
}

/// The departments by id, name and short name.
#[derive(Default)]
pub(super) struct Departments {
    all: Vec<Department>,
    /// By id, by name, and by short name: a name means its bearer, whatever others are called for short.
    by_text: [HashMap<String, usize>; 3],
    /// For each of [`COLUMNS`] its header, where the file has it.
    pub headers: [Option<String>; 3],
}

impl Departments {
    pub fn read<'p>(parts: impl Iterator<Item = &'p Part<'p>>, faults: &mut Faults) -> Self {
        let mut departments = Self::default();
        for part in parts {
            let (id, name, kind) = (part.at("id"), part.at("name"), part.at("kind"));
            let columns = COLUMNS.map(|key| part.at(key));
            let phase = part.at("phase");
            for (header, column) in departments.headers.iter_mut().zip(columns) {
                if let Some(at) = column {
                    *header = Some(part.header.cells[at].clone());
                }
            }
            part.each(faults, |number, row, faults| {
                let mut named = |column| part.name(number, row, column, faults);
                let (Some(id), Some(name)) = (named(id), named(name)) else {
                    return;
                };
                // A table of something else may be called so; rows without names are left out.
                if name.is_empty() {
                    return;
                }
                let [by_id, by_name, _] = &departments.by_text;
                let known = if id.is_empty() {
                    by_name.get(name.as_ref())
                } else {
                    by_id.get(id.as_ref())
                };
                let place = match known {
                    Some(place) => *place,
                    None => {
                        departments.all.push(Department {
                            name: name.to_string(),
                            kind: words::read_department_kind(&text(row, kind)),
                            values: Default::default(),
                        });
                        departments.all.len() - 1
                    }
                };
                for (values, column) in departments.all[place].values.iter_mut().zip(columns) {
                    let value = text(row, column);
                    if !value.is_empty() {
                        let first = values.first.entry(text(row, phase).into_owned());
                        first.or_insert(values.all.len());
                        values.all.push(value.into_owned());
                    }
                }
                let short_name = text(row, columns[0]);
                for (by_text, text) in departments.by_text.iter_mut().zip([id, name, short_name]) {
                    if !text.is_empty() {
                        by_text.entry(text.into_owned()).or_insert(place);
                    }
                }
            });
        }
        departments
    }

    /// The department that a cell names.
    pub fn get(&self, text: &str) -> Option<&Department> {
        let place = self.by_text.iter().find_map(|by_text| by_text.get(text));
        place.map(|place| &self.all[*place])
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl Department {
    /// The value of one of [`COLUMNS`] in the phase that a cell names.
    pub fn value(&self, column: usize, phase: &str) -> Option<String> {
        let values = &self.values[column];
        let first = if phase.is_empty() {
            0
        } else {
            let of_phase = values.first.get(phase).into_iter();
            *of_phase.chain(values.first.get("")).min()?
        };
        values.all.get(first).cloned()
    }
}
