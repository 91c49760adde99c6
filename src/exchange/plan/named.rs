//! What the file calls phases and sections.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{DepartmentId, PhaseId, Text};

/// The most rows of a file, each counted for each of its phases: as many as it takes to write them out.
pub(super) const MOST_PLACES: usize = 200_000;

/// What the phases of the file are called, and which a row is in that names none.
#[derive(Default)]
pub(super) struct Phases {
    /// By the ids that the file gives.
    pub by_id: HashMap<String, PhaseId>,
    /// By their names in the file.
    pub by_name: HashMap<String, PhaseId>,
    /// What the store and the file call them, the first of each name.
    pub known: HashMap<String, PhaseId>,
    /// The phases of rows that name none.
    pub default: Vec<PhaseId>,
    /// The phases that the file speaks of.
    pub covered: BTreeSet<PhaseId>,
}

impl Phases {
    /// Whether neither file nor store has any phase for rows that name none.
    pub fn is_without(&self) -> bool {
        self.default.is_empty()
    }
}

/// The sections in which actors work, and of which departments they are.
#[derive(Default)]
pub(super) struct Sections(HashMap<Text, BTreeSet<DepartmentId>>);

impl Sections {
    /// Notes that somebody works in a section of a department.
    pub fn add(&mut self, department: &DepartmentId, section: &Text) {
        self.0
            .entry(section.clone())
            .or_default()
            .insert(department.clone());
    }

    /// Whether somebody works in this section of a department.
    pub fn has(&self, department: &DepartmentId, section: &Text) -> bool {
        let departments = self.0.get(section);
        departments.is_some_and(|departments| departments.contains(department))
    }

    /// The departments that have a section of this name.
    pub fn departments(&self, section: &Text) -> Option<&BTreeSet<DepartmentId>> {
        self.0.get(section)
    }

    /// The names of all sections.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.keys().map(Text::as_str)
    }
}
