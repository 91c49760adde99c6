//! What the file calls phases and sections.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{DepartmentId, PhaseId, Text, look_alike};

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
    /// By how their names look, in the store and in the file.
    pub by_look: HashMap<String, PhaseId>,
    /// What people may call them.
    pub keys: HashMap<String, BTreeSet<PhaseId>>,
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
pub(super) struct Sections {
    /// By how they look.
    departments: HashMap<String, BTreeSet<DepartmentId>>,
    /// How a department's section is spelled that looks so.
    spelling: HashMap<(DepartmentId, String), Text>,
}

impl Sections {
    /// Notes that somebody works in a section of a department.
    pub fn add(&mut self, department: &DepartmentId, section: &Text) {
        let departments = self.departments.entry(look_alike(section.as_str()));
        departments.or_default().insert(department.clone());
        self.spell(department, section);
    }

    /// The known spelling of a section that looks so; the first one stays.
    pub fn spell(&mut self, department: &DepartmentId, section: &Text) -> Text {
        let key = (department.clone(), look_alike(section.as_str()));
        let spelling = self.spelling.entry(key);
        spelling.or_insert_with(|| section.clone()).clone()
    }

    /// The known spelling of a section, else as it is written.
    pub fn spelled(&self, department: &DepartmentId, section: Text) -> Text {
        let key = (department.clone(), look_alike(section.as_str()));
        self.spelling.get(&key).cloned().unwrap_or(section)
    }

    /// Whether somebody works in this section of a department.
    pub fn has(&self, department: &DepartmentId, section: &Text) -> bool {
        let departments = self.departments(&look_alike(section.as_str()));
        departments.is_some_and(|departments| departments.contains(department))
    }

    /// The departments that have a section that looks so.
    pub fn departments(&self, key: &str) -> Option<&BTreeSet<DepartmentId>> {
        self.departments.get(key)
    }

    /// The names of all sections.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.spelling.values().map(Text::as_str)
    }
}
