//! The departments of plain files: those of a table, and those that only rows of actors or offers name.

use std::collections::{HashMap, HashSet};

use super::super::fault::Faults;
use super::super::read::Row;
use super::part::{Part, text};
use crate::domain::{
    Bearers, ByLook, Department as Known, DepartmentKind, Id, Numbering, Survey, SurveyDepartment,
    look_alike, natural, phase_readings,
};
use crate::text::words;

/// What a table of departments says beside their names, in the order of a district's own columns.
pub(super) const COLUMNS: [&str; 3] = ["short_name", "policy_field", "division"];

/// A department of a file.
pub(super) struct Department {
    /// Its id; empty where the file gives none.
    id: String,
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
    /// How many of them a table lists; they come first.
    listed: usize,
    /// By id, by name, and by short name: a full name wins over the short name of another department.
    by_text: [HashMap<String, u32>; 3],
    /// The same by how they look.
    by_look: [ByLook<u32>; 3],
    /// For each of [`COLUMNS`] its header, where the file has it.
    pub headers: [Option<String>; 3],
}

impl Departments {
    /// From tables of departments.
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
                if !name.is_empty() {
                    let kind = words::read_department_kind(&text(row, kind));
                    let place = departments.named(&id, &name, kind);
                    departments.all[place as usize].say(row, columns, phase);
                    let short_name = text(row, columns[0]);
                    departments.call(place, [&id, &name, &short_name]);
                }
            });
        }
        departments.listed = departments.all.len();
        departments
    }

    /// The department of a row by its id, else by its name; a new one where there is none.
    fn named(&mut self, id: &str, name: &str, kind: Option<DepartmentKind>) -> u32 {
        let [by_id, by_name, _] = &self.by_text;
        let known = if id.is_empty() {
            let by_look = || only(self.by_look[1].find(name));
            by_name.get(name).copied().or_else(by_look)
        } else {
            by_id.get(id).copied()
        };
        known.unwrap_or_else(|| {
            self.all.push(Department {
                id: id.to_owned(),
                name: name.to_owned(),
                kind,
                values: Default::default(),
            });
            u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// Adds the texts by which a department is found; the first department with a text keeps it.
    fn call(&mut self, place: u32, texts: [&str; 3]) {
        let both = self.by_text.iter_mut().zip(&mut self.by_look);
        for ((by_text, by_look), text) in both.zip(texts) {
            if !text.is_empty() && !by_text.contains_key(text) {
                by_text.insert(text.to_owned(), place);
                by_look.add(text, place);
            }
        }
    }

    /// The place of the department that a cell names.
    pub fn find(&self, text: &str) -> Option<u32> {
        let place = self.by_text.iter().find_map(|by_text| by_text.get(text));
        let by_look = || {
            let [ids, names, short_names] = &self.by_look;
            let mut looks = [names, short_names, ids].into_iter();
            let key = look_alike(text);
            looks.find_map(|looks| only(looks.find_by(&key, text)))
        };
        place.copied().or_else(by_look)
    }

    /// The same; what is called so by a cell alone stands as a department of its own.
    pub fn place(&mut self, text: &str) -> u32 {
        self.find(text).unwrap_or_else(|| {
            let place = self.named("", text, None);
            self.call(place, ["", text, ""]);
            place
        })
    }

    /// The department at a place.
    pub fn at(&self, place: u32) -> &Department {
        &self.all[place as usize]
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// All texts that name one of the first so many.
    pub fn texts(&self, first: usize) -> impl Iterator<Item = &str> + Clone {
        let texts = self.by_text.iter().flatten();
        let texts = texts.filter(move |(_, place)| (**place as usize) < first);
        texts.map(|(text, _)| text.as_str())
    }

    /// Whether a table lists any.
    pub fn are_listed(&self) -> bool {
        self.listed > 0
    }

    /// Puts the departments into their order, and gives all rows the places in it.
    pub fn finish(self, survey: &mut Survey) {
        let mut taken: HashSet<String> = self.all.iter().map(|one| one.id.clone()).collect();
        let mut numbering = Numbering::default();
        let departments = self.all.into_iter().map(|one| {
            let short_name = one.value(0, "");
            let id = if one.id.is_empty() {
                let is_taken = |id: &Id<Known>| taken.contains(id.as_str());
                let id = numbering.id(&one.name, is_taken).to_string();
                taken.insert(id.clone());
                id
            } else {
                one.id
            };
            SurveyDepartment {
                id,
                name: one.name,
                short_name,
                kind: one.kind,
            }
        });
        let mut met: Vec<(usize, SurveyDepartment)> = departments.enumerate().collect();
        met.sort_by(|(_, a), (_, b)| natural(&a.id, &b.id));
        let mut place_of = vec![0; met.len()];
        for (place, (met, _)) in (0..).zip(&met) {
            place_of[*met] = place;
        }
        survey.departments = met.into_iter().map(|(_, department)| department).collect();
        survey.move_departments(&place_of);
    }
}

/// The only bearer of a name.
fn only(bearers: Option<Bearers<'_, u32>>) -> Option<u32> {
    match bearers?.all[..] {
        [place] => Some(*place),
        _ => None,
    }
}

impl Department {
    /// Adds what a row says of it.
    fn say(&mut self, row: Row<'_>, columns: [Option<usize>; 3], phase: Option<usize>) {
        for (values, column) in self.values.iter_mut().zip(columns) {
            let value = text(row, column);
            if !value.is_empty() {
                let [phase, _] = phase_readings(&text(row, phase));
                let first = values.first.entry(phase);
                first.or_insert(values.all.len());
                values.all.push(value.into_owned());
            }
        }
    }

    /// The value of one of [`COLUMNS`] in the phase that a cell names.
    pub fn value(&self, column: usize, phase: &str) -> Option<String> {
        let values = &self.values[column];
        let first = if phase.is_empty() {
            0
        } else {
            let [phase, _] = phase_readings(phase);
            let of_phase = values.first.get(&phase).into_iter();
            *of_phase.chain(values.first.get("")).min()?
        };
        values.all.get(first).cloned()
    }
}
