//! Who takes part in an offer, as a cell names it: an actor, a department, or a section.

use std::collections::{BTreeSet, HashMap};

use super::super::fault::Problem;
use super::Desk;
use super::cells;
use crate::domain::{DepartmentId, Noun, Party, Text};

/// The sections in which actors work, and of which departments they are.
#[derive(Default)]
pub(super) struct Sections(HashMap<Text, BTreeSet<DepartmentId>>);

impl Sections {
    pub fn add(&mut self, department: &DepartmentId, section: &Text) {
        self.0
            .entry(section.clone())
            .or_default()
            .insert(department.clone());
    }
}

/// Who is meant: by id, else by name, actors before departments; a section that only one department has; or
/// `Department: Section`, and `Department:` for the department where an actor has the same name.
pub(super) fn party(desk: &Desk<'_>, text: &str) -> Result<Party, Problem> {
    let actor = desk.actors.find(text);
    if let Ok(Some(id)) = actor {
        return Ok(Party::Actor(id));
    }
    if let Some(id) = desk.departments.find(text)? {
        return Ok(Party::Department(id));
    }
    actor?;
    let section = cells::text(text)?;
    match desk.sections.0.get(&section) {
        Some(departments) if departments.len() == 1 => {
            let department = departments.first().cloned();
            let department = department.expect("a section has a department");
            return Ok(Party::Section(department, section));
        }
        Some(departments) => {
            return Err(Problem::Ambiguous {
                noun: Noun::Actor,
                ids: departments
                    .iter()
                    .map(|department| format!("{department}: {section}"))
                    .collect(),
            });
        }
        None => {}
    }
    // The department's own name may hold a colon: the last one that leaves a known department counts.
    for (at, _) in text.rmatch_indices(':') {
        if let Some(department) = desk.departments.find(&text[..at])? {
            return Ok(match Text::parse(&text[at + 1..]) {
                Ok(section) => Party::Section(department, section),
                Err(_) => Party::Department(department),
            });
        }
    }
    let sections = desk.sections.0.keys().map(Text::as_str);
    let known = desk.actors.texts().chain(desk.departments.texts());
    let mut known: Vec<&str> = if desk.tells() {
        known.chain(sections).collect()
    } else {
        Vec::new()
    };
    known.sort_unstable();
    Err(desk.actors.no_such(text, known.into_iter()))
}
